# SPDX-License-Identifier: MIT
"""Does the breath before entering put the way out first, ask for nothing, and let in after a few seconds?"""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from fakes.door import FakeKeys, RecordingActs
from fakes.moment import a_status
from rideau.domain.app import Doorway, Stopped
from rideau.domain.door import Profile
from rideau.domain.phase import Phase
from rideau.domain.settings import Breath
from rideau.services.breaths import UNANSWERED
from rideau.services.status import Status
from rideau.ui.breath_card import BreathCard
from rideau.ui.doors import Doors
from rideau.ui.present_apps import door_view
from rideau.wording.words import Words

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 30_000


def paused(phase: Phase = Phase.WORK, seconds: int = 3) -> Status:
    status = a_status(phase)
    plan = status.plan._replace(breath_in={Profile.NONE: frozenset({"tiktok"})})
    return status._replace(plan=plan, breath=Breath(seconds=seconds))


def at_door(status: Status, run_id: str = "", ago: timedelta = timedelta()) -> Doorway:
    who = Stopped(run_id, "tiktok", "TikTok", "", status.at - ago)
    return Doorway(stopped=(who,)) if run_id else Doorway(knocks=(who,))


class Place:
    """Be doors over recording acts."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.acts = RecordingActs()
        self.doors = Doors(self.acts, FakeKeys().keys(), lambda: True)
        self.doors.is_motion_reduced = True

    def show(self, doorway: Doorway, status: Status) -> BreathCard:
        self.doors.show(door_view(doorway, status, self.words), self.words)
        assert self.doors.breath is not None
        return self.doors.breath


@pytest.fixture
def place(qtbot: QtBot, words: Words) -> Iterator[Place]:
    del qtbot
    found = Place(words)
    yield found
    found.doors.close()


def test_the_way_out_is_first_and_the_way_in_opens_after_the_breath(place: Place, qtbot: QtBot) -> None:
    card = place.show(at_door(paused()), paused())
    assert card.first_button() is card.leave_button
    assert card.title.text() == "A breath before TikTok"
    assert not card.in_button.isEnabled()
    qtbot.waitUntil(card.in_button.isEnabled, timeout=PATIENCE_MS)
    QTest.keyClicks(card.wish, "one reply")
    QTest.mouseClick(card.in_button, LEFT)
    assert place.acts.asked[-1] == ("go_in", "tiktok", "one reply")


def test_leaving_it_is_one_click_and_in_the_evening_it_is_for_tomorrow(place: Place) -> None:
    card = place.show(at_door(paused(Phase.QUIET), "tiktok/1"), paused(Phase.QUIET))
    assert card.leave_button.text() == "Leave it for tomorrow"
    QTest.mouseClick(card.leave_button, LEFT)
    assert place.acts.asked == [("stay_out", "tiktok", "tiktok/1")]


def test_what_is_urgent_waits_for_nothing_and_says_nothing(place: Place) -> None:
    card = place.show(at_door(paused(seconds=8)), paused(seconds=8))
    QTest.mouseClick(card.urgent_button, LEFT)
    assert place.acts.asked == [("go_in", "tiktok", "")]


def test_enter_in_the_question_goes_in_only_after_the_breath(place: Place, qtbot: QtBot) -> None:
    card = place.show(at_door(paused()), paused())
    QTest.keyClick(card.wish, Qt.Key.Key_Return)
    assert place.acts.asked == []
    qtbot.waitUntil(card.in_button.isEnabled, timeout=PATIENCE_MS)
    QTest.keyClick(card.wish, Qt.Key.Key_Return)
    assert place.acts.asked == [("go_in", "tiktok", "")]


def test_no_answer_leaves_it_closed_and_typing_is_waited_for(place: Place, qtbot: QtBot) -> None:
    almost = UNANSWERED - timedelta(milliseconds=200)
    place.show(at_door(paused(), ago=almost), paused())
    qtbot.waitUntil(lambda: place.acts.asked == [("stay_out", "tiktok")], timeout=PATIENCE_MS)
    card = place.show(at_door(paused(), "tiktok/1"), paused())
    QTest.keyClicks(card.wish, "a")
    assert place.acts.asked[-1][:2] == ("hold", "tiktok/1")


def test_once_it_is_answered_the_card_goes_and_another_breath_begins_anew(place: Place) -> None:
    card = place.show(at_door(paused()), paused())
    place.doors.show(door_view(Doorway(), paused(), place.words), place.words)
    assert place.doors.breath is None
    assert not card.isVisible()
    assert not place.show(at_door(paused()), paused()).in_button.isEnabled()
