# SPDX-License-Identifier: MIT
"""Is a first evening lived through by somebody new: from an empty home to a closed shop, by keyboard and by mouse?

It is about nine in the evening where they are, so whatever day it is, the shop closes when they are through.
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from stage.desktop import Desktop, Furniture
from stage.press import (
    give_keyboard,
    height_of,
    press_at_foot,
    press_keys,
    press_main_button,
    press_second_button,
    type_text,
    wait_for_window,
    wait_until_no_window,
)
from stage.running import Running, keepers_of
from stage.tray_menu import PanelsView
from stage.work_apps import WorkApp

EVENING, HALF_A_DAY = 21, 12
STEPS = 4
FRENCH = {"LANG": "fr_FR.UTF-8"}
ENGLISH = {"LANG": "en_GB.UTF-8"}


class Life:
    """Hold an empty home on a desktop with a panel, and an app for work that runs in it."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.rideau = Running(desktop)
        self.slack = WorkApp(desktop, "slack", title="Slack")

    def begin(self) -> None:
        """Be at work, and start Rideau for the first time."""
        self.slack.start()
        self.slack.wait_until_said("shown")
        self.rideau.start()

    def wait_until_closed(self) -> None:
        """Wait until the evening has begun, firmly."""
        self.rideau.seconds_until(lambda: self.rideau.document("status")["phase"] == "quiet")

    def wait_until_put_away(self) -> None:
        """Wait until the app is gone, and Rideau knows."""
        self.slack.wait_until_gone()
        self.rideau.seconds_until(lambda: "app-closed" in self.told())

    def told(self) -> list[str]:
        """Return what the journal tells of, by kind."""
        return [each["kind"] for each in self.rideau.document("log")]

    def quit(self) -> None:
        """Open for good, as at the hours, and leave: nothing of Rideau runs on."""
        assert self.rideau.app is not None
        assert self.rideau.command("quit").returncode == 0
        assert self.rideau.app.wait() == 0
        self.rideau.seconds_until(lambda: not keepers_of(self.desktop.mark))


@contextmanager
def life(language: dict[str, str]) -> Iterator[Life]:
    """Begin one, in a zone where it is about nine in the evening."""
    ahead = (EVENING - datetime.now(UTC).hour + HALF_A_DAY) % 24 - HALF_A_DAY
    environment = {**language, "TZ": f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"}
    with Desktop(Furniture(panel=True, environment=environment)) as desktop:
        made = Life(desktop)
        try:
            yield made
        finally:
            made.rideau.leave()
            made.slack.kill()


def test_by_keyboard_alone_in_french() -> None:
    """Three steps, a rehearsal, an app closed by hand, one that comes to the door, and a key for it."""
    with life(FRENCH) as new:
        new.begin()
        give_keyboard(new.desktop, "Bienvenue dans Rideau")
        press_keys(new.desktop, "Left", *["Return"] * (STEPS - 1), "alt+e")
        give_keyboard(new.desktop, "est fermé pour")
        press_keys(new.desktop, "Escape")
        wait_until_no_window(new.desktop, "est fermé pour")
        give_keyboard(new.desktop, "Bienvenue dans Rideau")
        press_keys(new.desktop, "Return")
        wait_until_no_window(new.desktop, "Bienvenue dans Rideau")
        new.wait_until_closed()
        written = tomllib.loads(new.rideau.settings.read_text())
        assert written["hours"]["week"]["monday"] == ["09:00-17:00"]
        assert written["hours"]["holidays"]["country"] == "FR"
        give_keyboard(new.desktop, "Slack ferme dans")
        press_keys(new.desktop, "Tab", "Return")
        new.wait_until_put_away()
        shown = new.slack.said().count("shown")
        new.slack.start()
        card = give_keyboard(new.desktop, "Slack est fermé")
        low = height_of(new.desktop, card)
        press_keys(new.desktop, "Tab", "Return")
        new.rideau.seconds_until(lambda: height_of(new.desktop, card) > low)
        type_text(new.desktop, "un client appelle")
        press_keys(new.desktop, "Return")
        new.slack.wait_until_said("shown", shown + 1)
        assert new.rideau.document("status")["phase"] == "work"
        reasons = {each["details"].get("reason") for each in new.rideau.document("log")}
        assert "un client appelle" in reasons
        new.quit()


def test_by_mouse_alone_in_english(tmp_path: Path) -> None:
    """The assistant, an app closed by hand, one that is sent away at the door, the small window and the menu."""
    with life(ENGLISH) as new:
        new.begin()
        for _ in range(STEPS):
            press_at_foot(new.desktop, "Welcome to Rideau")
        wait_until_no_window(new.desktop, "Welcome to Rideau")
        new.wait_until_closed()
        press_second_button(new.desktop, "Slack closes in", tmp_path / "countdown.png")
        new.wait_until_put_away()
        shown = new.slack.said().count("shown")
        new.slack.start()
        press_main_button(new.desktop, "Slack is closed", tmp_path / "curtain.png")
        new.slack.wait_until_gone()
        assert new.slack.said().count("shown") == shown, "it never had a window"
        panel = PanelsView(new.desktop.bus)
        assert panel.labels()[0].startswith("Quiet until")
        panel.left_click()
        wait_for_window(new.desktop, "^Rideau$")
        panel.click("Settings…")
        wait_for_window(new.desktop, "^Rideau settings$")
        new.quit()
        wait_until_no_window(new.desktop, "Rideau")
