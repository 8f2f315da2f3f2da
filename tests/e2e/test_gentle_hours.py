# SPDX-License-Identifier: MIT
"""Do a breath, an allowance and a hand-over come to real apps and a real notification daemon, inside work hours?"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from stage.desktop import DUNST, Desktop, Furniture
from stage.notices import Notices
from stage.press import give_keyboard, press_keys, wait_for_window, wait_until_no_window
from stage.running import Running
from stage.work_apps import WorkApp

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SETTINGS = """version = 1
[hours]
timezone = "{zone}"
[hours.week]
{days}
[limits]
personal_minutes_per_day = 1
[pause]
seconds = 3
minutes = 5
[batches]
enabled = true
times = {times}
urgent_senders = ["Léa"]
[apps]
countdown_seconds = 10
[policy.network.play]
work = "pause"
[policy.network.scroll]
work = "limit"
[networks.play]
name = "Play"
apps = {{ linux = ["playapp"] }}
side = "personal"
[networks.scroll]
name = "Scroll"
apps = {{ linux = ["scrollapp"] }}
side = "personal"
[networks.office]
name = "Office"
notifications = ["officemail"]
side = "work"
"""
LONG_S = 120.0


@pytest.fixture(name="desktop", scope="module")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=DUNST, panel=True)) as desktop:
        yield desktop


def at_midday() -> tuple[str, list[str]]:
    """Return a zone where it is the hour after noon, so that no day ends meanwhile, and when hand-overs are.

    Several, a minute apart: a slow machine misses the first.
    """
    now = datetime.now(UTC)
    first = now.replace(hour=12) + timedelta(minutes=1 if now.second < 30 else 2)
    return f"Etc/GMT{now.hour - 12:+d}", [f"{first + timedelta(minutes=each):%H:%M}" for each in range(4)]


def notify(desktop: Desktop, title: str) -> None:
    assert desktop.run(["notify-send", "-a", "officemail", "-t", "60000", title, "Hello"]).returncode == 0


def test_an_hour_of_work_that_is_kept_gently(rideau: Running, desktop: Desktop) -> None:
    """An app is paused and let in, another has its minute and closes, and mail comes together at its time."""
    play, scroll = WorkApp(desktop, "playapp"), WorkApp(desktop, "scrollapp")
    days = "\n".join(f'{day} = ["00:00-24:00"]' for day in DAYS)
    zone, times = at_midday()
    rideau.settings.write_text(SETTINGS.format(days=days, zone=zone, times=times))
    rideau.start()
    assert rideau.document("status")["next_hand_over"] is not None
    with Notices(desktop.bus) as notices:
        notify(desktop, "Somebody")
        rideau.seconds_until(lambda: rideau.document("status")["waiting"] == 1)
        notify(desktop, "Léa: the lift")
        scroll.start()
        scroll.wait_until_said("shown")
        rideau.seconds_until(lambda: rideau.document("status")["allowance"]["left"] < 60)

        play.start()
        wait_for_window(desktop, "A breath before")
        assert "shown" not in play.said()
        time.sleep(4)  # the breath itself
        give_keyboard(desktop, "A breath before")
        press_keys(desktop, "Tab", "Return")
        play.wait_until_said("shown")
        wait_until_no_window(desktop, "A breath before")

        play.kill()
        rideau.seconds_until(lambda: rideau.document("status")["allowance"]["left"] == 0, LONG_S)
        scroll.wait_until_gone()
        assert rideau.document("status")["waiting"] == 1
        rideau.seconds_until(lambda: any("waited" in each.title for each in notices.seen()), LONG_S)
    kinds = [each["kind"] for each in rideau.document("log")]
    assert {"paused", "limit", "app-closed", "digest"} <= set(kinds)
