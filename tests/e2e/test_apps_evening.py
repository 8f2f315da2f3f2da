# SPDX-License-Identifier: MIT
"""Do work apps close gently for the evening? Real ones, on a desktop: open, wind-down, closed, key, closed, open."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rideau.adapters.linux.frozen_process import is_stopped
from stage.desktop import Desktop, Furniture
from stage.notices import Notices
from stage.press import press_main_button, wait_for_window, wait_until_no_window
from stage.running import Running, trays_of
from stage.work_apps import Kind, WorkApp

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NOON = 12
KEY_S = 10
SETTINGS = """version = 1
[hours]
timezone = "{zone}"
[hours.week]
{days}
[wind_down]
minutes = {wind_down}
min_gap_hours = 1
[apps]
countdown_seconds = 10
reopen = "always"
[networks.work]
name = "Work"
sites = ["work.example"]
apps = {{ linux = [{apps}] }}
accounts = [{{ name = "Me", use = "official" }}]
"""


class Office:
    """Hold a desktop with work apps on it, in a zone where it is about noon: open from 0 to 15 h."""

    def __init__(self, rideau: Running, desktop: Desktop, pictures: Path) -> None:
        self.rideau = rideau
        self.desktop = desktop
        self.pictures = pictures
        self.chat = WorkApp(desktop, "workchat", Kind.WINDOW)
        self.tray = WorkApp(desktop, "worktray", Kind.TRAY)
        self.editor = WorkApp(desktop, "workeditor", Kind.ASKS)
        self.stubborn = WorkApp(desktop, "workstubborn", Kind.IGNORES)
        self.helped = WorkApp(desktop, "workhelped", Kind.HELPERS)
        self.apps = (self.chat, self.tray, self.editor, self.stubborn, self.helped)
        self.write_settings()

    def write_settings(self, wind_down: int = 0) -> None:
        shift = NOON - datetime.now(UTC).hour
        days = "\n".join(f'{day} = ["00:00-15:00"]' for day in DAYS)
        apps = ", ".join(f'"{app.name}"' for app in self.apps)
        zone = f"Etc/GMT{-shift:+d}" if shift else "Etc/GMT"
        text = SETTINGS.format(zone=zone, days=days, wind_down=wind_down, apps=apps)
        new = self.rideau.settings.with_suffix(".new")
        new.write_text(text)
        new.replace(self.rideau.settings)

    def do(self, *words: str) -> None:
        done = self.rideau.command(*words)
        assert done.returncode == 0, done.stderr

    def wait_for_phase(self, phase: str) -> None:
        self.rideau.seconds_until(lambda: self.rideau.document("status")["phase"] == phase)

    def wait_for_word(self, word: str) -> None:
        """Wait until the status says ``word`` of what is not covered."""
        self.rideau.seconds_until(lambda: any(word in each for each in self.rideau.document("status")["not_covered"]))

    def told(self, kind: str) -> list[tuple[str, str]]:
        """Return which apps the journal tells of, and how they were closed."""
        events = (each for each in self.rideau.document("log") if each["kind"] == kind)
        return [(each["details"]["app"], each["details"].get("how", "")) for each in events]

    def wait_until_frozen(self, app: WorkApp) -> None:
        app.wait_until_running()
        self.rideau.seconds_until(lambda: app.processes() and all(map(is_stopped, app.processes())))

    def photograph(self, name: str) -> None:
        self.desktop.screenshot(self.pictures / f"{name}.png")


@pytest.fixture(name="desktop", scope="module")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture()) as desktop:
        yield desktop


@pytest.fixture
def office(rideau: Running, desktop: Desktop, tmp_path: Path) -> Iterator[Office]:
    office = Office(rideau, desktop, tmp_path)
    yield office
    rideau.leave()
    for app in office.apps:
        app.kill()


def start_all(office: Office) -> None:
    for app in office.apps:
        app.start()
    for app in office.apps:
        app.wait_until_said("shown")


def test_an_evening_of_work_apps(office: Office) -> None:
    """Told before, counted down, asked, left in peace where work would be lost; kept out, let in, and back again."""
    app = office.rideau.start()
    start_all(office)

    with Notices(office.desktop.bus) as notices:
        office.write_settings(wind_down=240)
        office.wait_for_phase("wind-down")
        office.rideau.seconds_until(lambda: any(each.title == "Closing at 15:00" for each in notices.seen()))
    assert not any(is_stopped(each) for app in office.apps for each in app.processes())

    office.do("close")
    wait_for_window(office.desktop, "close in")
    office.photograph("countdown")
    for closed in (office.chat, office.helped, office.tray):
        closed.wait_until_gone()
    office.wait_for_word("Workeditor asks about unsaved work; it is left in peace.")
    office.wait_for_word("Workstubborn did not close when it was asked to; it is left in peace.")
    office.photograph("left-in-peace")
    assert office.editor.pids()
    assert office.stubborn.pids()
    assert sorted(office.told("app-closed")) == [
        ("Workchat", "asked"),
        ("Workhelped", "ended"),
        ("Workstubborn", "stayed"),
        ("Worktray", "ended"),
    ]

    shown = office.chat.said().count("shown")
    office.chat.start()
    office.wait_until_frozen(office.chat)
    wait_for_window(office.desktop, "Workchat is closed")
    office.photograph("curtain")
    press_main_button(office.desktop, "Workchat is closed", office.pictures / "later.png")
    office.chat.wait_until_gone()
    wait_until_no_window(office.desktop, "Workchat is closed")
    assert office.chat.said().count("shown") == shown, "it never had a window"

    office.helped.start()
    office.wait_until_frozen(office.helped)
    office.do("open", "--for", "5m", "--reason", "a client called")
    office.helped.wait_until_said("shown", 2)
    office.photograph("let-in")
    assert [name for name, _ in office.told("app-stopped")] == ["Workchat", "Workhelped"]

    office.do("close")
    office.helped.wait_until_gone()
    office.do("resume")
    for back in (office.chat, office.tray, office.helped):
        back.wait_until_said("shown", 2)
    office.photograph("back")
    assert not any(is_stopped(each) for app in office.apps for each in app.processes())

    office.do("quit")
    assert app.wait() == 0
    assert office.rideau.document("restore")["restored"] == 0, "nothing was left to be put back"


def test_a_killed_rideau_lets_what_it_froze_go_on_and_closes_it_again_gently(office: Office) -> None:
    """Nothing stays frozen without somebody who watches over it."""
    office.rideau.start()
    office.do("close")
    office.chat.start()
    office.wait_until_frozen(office.chat)
    (tray,) = trays_of(office.desktop.mark)
    os.kill(tray, signal.SIGKILL)
    office.chat.wait_until_said("shown")
    office.rideau.seconds_until(lambda: set(trays_of(office.desktop.mark)) - {tray}, patience_s=60)
    wait_for_window(office.desktop, "Workchat closes in")
    office.photograph("after-a-crash")
    office.chat.wait_until_gone()
    assert "asked to close" in office.chat.said()
    office.do("resume")
    office.chat.wait_until_said("shown", 2)
