# SPDX-License-Identifier: MIT
"""Do work apps close gently for the evening? Real ones, on a desktop: open, wind-down, closed, key, closed, open."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from stage.desktop import Desktop
from stage.notices import Notices
from stage.office import Office, sounding_desktop
from stage.press import (
    from_back_to_front,
    give_keyboard,
    height_of,
    press_keys,
    press_main_button,
    press_second_button,
    type_text,
    wait_for_window,
    wait_until_no_window,
    windows_of,
)
from stage.running import Running, trays_of
from stage.sound import SoundServer
from stage.work_apps import Kind, WorkApp

LONG_S = 90.0
"""A call that ended is asked about every 30 seconds, if nothing else happens; the countdown comes after."""


@pytest.fixture(name="furnished", scope="module")
def fixture_furnished() -> Iterator[tuple[Desktop, SoundServer]]:
    with sounding_desktop() as furnished:
        yield furnished


@pytest.fixture(name="desktop", scope="module")
def fixture_desktop(furnished: tuple[Desktop, SoundServer]) -> Desktop:
    return furnished[0]


@pytest.fixture
def office(rideau: Running, furnished: tuple[Desktop, SoundServer], tmp_path: Path) -> Iterator[Office]:
    desktop, sound = furnished
    office = Office(rideau, sound, desktop, tmp_path)
    yield office
    rideau.leave()
    for app in office.apps:
        app.kill()


def test_an_evening_of_work_apps(office: Office) -> None:
    """Told before, counted down, asked, left in peace where work would be lost; kept out, let in, and back again."""
    office.hidden = "freeze"
    office.write_settings()
    app = office.rideau.start()
    office.start(*office.apps)
    office.wait_until_heard(is_heard=True)
    wind_down(office)
    closing_time(office)
    before = {each.name: each.processes() for each in (office.tray, office.helped)}
    late_launch(office)
    key_in_the_curtain(office)
    assert {each.name: each.processes() for each in (office.tray, office.helped)} == before, "thawed, not started again"
    closing_again(office)

    office.do("resume")
    office.wait_until_thawed()
    office.chat.wait_until_said("shown", 2)
    office.call.wait_until_said("shown", 3)
    office.wait_until_heard(is_heard=True)
    office.photograph("8-open-again")
    assert {each.name: each.processes() for each in (office.tray, office.helped)} == before, "thawed, not started again"

    office.do("quit")
    assert app.wait() == 0
    assert office.rideau.document("restore")["restored"] == 0, "nothing was left to be put back"


def wind_down(office: Office) -> None:
    """What will be closed is told, by name and time, and nothing else happens."""
    soon = office.minutes_from_now(9)
    with Notices(office.desktop.bus) as notices:
        office.write_settings(wind_down=240, until=soon)
        office.wait_for_phase("wind-down")
        office.rideau.seconds_until(lambda: any(each.title == f"Closing at {soon}" for each in notices.seen()))
        (told,) = (each.body for each in notices.seen() if each.title == f"Closing at {soon}")
    office.write_settings(wind_down=240)
    assert all(each.name.capitalize() in told for each in office.closing), told
    office.photograph("1-wind-down")
    office.wait_until_thawed()
    assert not any(each.said().count("asked to close") for each in office.apps)


def closing_time(office: Office) -> None:
    """Counted down, muted, asked; who is in a call has time until it ends, and nothing hides what asks to save."""
    office.do("close")
    wait_for_window(office.desktop, "close in")
    office.wait_until_heard(is_heard=False)
    office.wait_for_word("Workcall closes when your call ends.")
    office.photograph("2-countdown")
    office.chat.wait_until_gone()
    office.editor.wait_until_said("question")
    office.rideau.seconds_until(lambda: is_in_front(office, "workeditor", "Closing time"))
    office.photograph("3-asks-to-save")
    for hidden in (office.tray, office.helped):
        office.wait_until_frozen(hidden)
    office.wait_for_word("Workeditor asks about unsaved work; it is left in peace.")
    office.wait_for_word("Workstubborn did not close when it was asked to; it is left in peace.")
    office.photograph("4-left-in-peace")
    assert "asked to close" not in office.call.said()
    office.call.hang_up()
    office.rideau.seconds_until(lambda: not office.call.pids(), LONG_S)
    assert all(each.pids() for each in (office.editor, office.stubborn, office.music))
    assert sorted(office.told("app-closed")) == [
        ("Workcall", "asked"),
        ("Workchat", "asked"),
        ("Workhelped", "frozen"),
        ("Workstubborn", "stayed"),
        ("Worktray", "frozen"),
    ]


def late_launch(office: Office) -> None:
    """What is started now meets the curtain before it draws anything; "later" is an answer."""
    shown = office.chat.said().count("shown")
    office.chat.start()
    office.wait_until_frozen(office.chat)
    press_main_button(office.desktop, "Workchat is closed", office.pictures / "5-curtain.png")
    office.chat.wait_until_gone()
    wait_until_no_window(office.desktop, "Workchat is closed")
    assert office.chat.said().count("shown") == shown, "it never had a window"


def key_in_the_curtain(office: Office) -> None:
    """A key is asked for with the keyboard alone: a reason, the wait, and it opens by itself."""
    shown = office.call.said().count("shown")
    office.call.start()
    office.wait_until_frozen(office.call)
    card = give_keyboard(office.desktop, "Workcall is closed")
    low = height_of(office.desktop, card)
    press_keys(office.desktop, "Tab", "Return")
    office.rideau.seconds_until(lambda: height_of(office.desktop, card) > low)
    type_text(office.desktop, "a client called")
    office.photograph("6-key-asked")
    press_keys(office.desktop, "Return")
    office.rideau.seconds_until(lambda: office.rideau.document("status")["key"])
    office.photograph("6-key-waits")
    office.call.wait_until_said("shown", shown + 1)
    office.wait_until_thawed()
    wait_until_no_window(office.desktop, "Workcall is closed")
    office.wait_until_heard(is_heard=True)
    office.photograph("6-let-in")
    reasons = {each["details"].get("reason") for each in office.rideau.document("log")}
    assert "a client called" in reasons
    assert [name for name, _ in office.told("app-stopped")] == ["Workchat", "Workcall"]


def closing_again(office: Office) -> None:
    """Five more minutes and "close now", with the mouse; what was thawed freezes again."""
    office.do("close")
    press_main_button(office.desktop, "close in", office.pictures / "7-countdown-again.png")
    office.rideau.seconds_until(lambda: office.told("stretched"))
    office.photograph("7-stretched")
    press_second_button(office.desktop, "close in", office.pictures / "7-close-now.png")
    office.call.wait_until_gone()
    for hidden in (office.tray, office.helped):
        office.wait_until_frozen(hidden)
    office.wait_until_heard(is_heard=False)
    office.photograph("7-closed-again")


def is_in_front(office: Office, title: str, other: str) -> bool:
    """Tell whether a window called ``title`` lies before all that are called ``other``; so it does where none is."""
    stack = from_back_to_front(office.desktop)
    places = [
        [stack.index(each) for each in windows_of(office.desktop, name) if each in stack] for name in (title, other)
    ]
    return max(places[0], default=-1) > max(places[1], default=-1)


def test_a_killed_rideau_lets_what_it_froze_go_on_and_closes_it_again_gently(office: Office) -> None:
    """Nothing stays frozen without somebody who watches over it; what hides is ended, and comes back at opening."""
    office.countdown_s = 60
    office.write_settings()
    office.rideau.start()
    office.start(office.tray)
    office.do("close")
    press_second_button(office.desktop, "Worktray closes in", office.pictures / "close-now.png")
    office.tray.wait_until_gone()
    office.wait_until_told("app-closed", "Worktray", "ended")
    office.chat.start()
    office.wait_until_frozen(office.chat)
    (tray,) = trays_of(office.desktop.mark)
    os.kill(tray, signal.SIGKILL)
    office.chat.wait_until_said("shown")
    office.rideau.seconds_until(lambda: set(trays_of(office.desktop.mark)) - {tray}, patience_s=60)
    press_second_button(office.desktop, "Workchat closes in", office.pictures / "after-a-crash.png")
    office.chat.wait_until_gone()
    assert "asked to close" in office.chat.said()
    office.wait_until_told("app-closed", "Workchat", "asked")
    office.do("resume")
    office.chat.wait_until_said("shown", 2)
    office.tray.wait_until_said("shown", 2)


def test_a_meeting_that_one_only_listens_to_is_heard_until_it_ends(office: Office) -> None:
    meeting = WorkApp(office.desktop, "workmeet", Kind.SOUND, "Standup | Jitsi Meet")
    office.closing = (meeting,)
    office.write_settings()
    office.rideau.start()
    office.start(meeting, office.music)
    office.do("close")
    office.wait_for_word("Workmeet closes when your call ends.")
    office.sound.wait_until_muted(office.music.name)
    office.sound.wait_until_muted(meeting.name, is_muted=False)
    assert "asked to close" not in meeting.said()
