# SPDX-License-Identifier: MIT
"""Does the door say the right sentence at the right time, for one app and for many? No window is built."""

from datetime import datetime, timedelta
from typing import cast

import pytest

from fakes.door import a_doorway, closed, closing, stopped
from fakes.moment import FRIDAY_EVENING, a_status
from rideau.domain.app import Closing, Doorway, Stage
from rideau.domain.phase import Phase
from rideau.domain.plan import Plan
from rideau.domain.settings import LockLevel
from rideau.services.status import Status
from rideau.ui.present_apps import (
    MOST_LINES,
    AppLine,
    ComebackView,
    CountdownView,
    CurtainView,
    DoorView,
    door_view,
    key_view,
)
from rideau.wording import doorway as said
from rideau.wording.words import Words
from stage.translations import words_in


def curtain(words: Words, status: Status, *names: str, has_passphrase: bool = False) -> CurtainView:
    doorway = Doorway(stopped=tuple(map(stopped, names or ("Slack",))))
    return cast("CurtainView", door_view(doorway, status, words, has_passphrase=has_passphrase).curtain)


def countdown(words: Words, *apps: Closing) -> CountdownView:
    return cast("CountdownView", door_view(Doorway(closing=apps), a_status(), words).countdown)


def opening_at(opening: datetime | None) -> Status:
    return a_status(plan=Plan(a_status().interval, opening))


def test_nothing_at_the_door_shows_nothing(words: Words) -> None:
    assert door_view(Doorway(), a_status(), words) == DoorView()


def test_the_curtain_says_which_app_why_and_until_when(words: Words) -> None:
    view = curtain(words, a_status())
    assert view.title == "Slack is closed for today"
    assert view.why == "Opens Monday at 9:00. Outside your work hours."
    assert view.apps == (AppLine("Slack", ""),)
    assert view.run_ids == ("slack/1",)
    assert (view.answer_s, view.no_key) == (50, "")
    assert view.tip
    assert view.key is not None
    assert (view.key.label, view.key.note) == ("Open for 10 minutes…", "The door opens after 10 seconds.")


@pytest.mark.parametrize(
    ("ahead", "title", "why"),
    [
        (timedelta(hours=2), "Slack is closed for now", "Opens today at 21:30."),
        (timedelta(hours=14), "Slack is closed for today", "Opens tomorrow at 9:30."),
        (timedelta(days=6), "Slack is closed for today", "Opens Thursday at 19:30."),
        (timedelta(days=30), "Slack is closed for today", "Opens on 20 December at 19:30."),
    ],
)
def test_the_next_opening_is_said_as_one_says_it(words: Words, ahead: timedelta, title: str, why: str) -> None:
    view = curtain(words, opening_at(FRIDAY_EVENING + ahead))
    assert (view.title, view.why) == (title, f"{why} Outside your work hours.")


def test_without_an_opening_it_is_simply_closed(words: Words) -> None:
    view = curtain(words, opening_at(None))
    assert (view.title, view.why) == ("Slack is closed", "Outside your work hours.")


def test_several_launches_share_one_curtain(words: Words) -> None:
    view = curtain(words, a_status(), "Slack", "Teams", "Slack", "Outlook")
    assert view.title == "Slack, Teams and Outlook are closed for today"
    assert view.why.startswith("They open Monday")
    assert [each.name for each in view.apps] == ["Slack", "Teams", "Outlook"]
    assert len(view.run_ids) == 4


def test_of_many_apps_some_are_named_and_the_rest_is_counted(words: Words) -> None:
    view = curtain(words, a_status(), *"ABCDEFG")
    assert view.title == "A, B and 5 more are closed for today"
    assert (len(view.apps), view.more) == (MOST_LINES - 1, "and 3 more")


def test_of_many_apps_those_with_something_to_say_are_not_left_out(words: Words) -> None:
    in_call = closing("Zoom", Stage.IN_CALL)
    doorway = Doorway(closing=(*(closing(name) for name in "ABCDEF"), in_call))
    view = door_view(doorway, a_status(), words).countdown
    assert view is not None
    assert [each.name for each in view.apps] == ["Zoom", "A", "B", "C"]
    assert view.apps[0].note == "Zoom closes when your call ends."


def test_time_is_never_less_than_none(words: Words) -> None:
    assert curtain(words, a_status(at=FRIDAY_EVENING + timedelta(minutes=5))).answer_s == 0


@pytest.mark.parametrize(
    ("used", "note"),
    [
        (1, "The second key since closing; the wait is 20 seconds."),
        (2, "The third key since closing; the wait is 40 seconds."),
        (3, "The fourth key since closing; the wait is 1 min 20 s."),
        (5, "Key 6 since closing; the wait is 5 min 20 s."),
    ],
)
def test_keys_are_counted_without_blame(words: Words, used: int, note: str) -> None:
    view = key_view(a_status(keys_used=used), words)
    assert view is not None
    assert view.note.split(";")[0] == note.split(";", maxsplit=1)[0]


def test_at_the_gentle_level_the_key_costs_nothing(words: Words) -> None:
    view = key_view(a_status(lock_level=LockLevel.GENTLE), words)
    assert view is not None
    assert view.note == ""


def test_under_the_lock_the_curtain_says_until_when_and_the_emergency_exit(words: Words) -> None:
    view = curtain(words, a_status(lock_level=LockLevel.LOCKED))
    assert view.key is None
    assert view.no_key.startswith("The lock is on until Mon")
    assert "rideau open --emergency" in view.no_key


def test_under_the_lock_a_passphrase_is_the_key(words: Words) -> None:
    view = curtain(words, a_status(lock_level=LockLevel.LOCKED), has_passphrase=True)
    assert view.key is not None
    assert view.key.needs_passphrase
    assert view.no_key == ""


def test_what_a_phase_inside_work_hours_closes_has_no_key_and_opens_at_its_end(words: Words) -> None:
    view = curtain(words, a_status(Phase.FOCUS, at=FRIDAY_EVENING))
    assert (view.key, view.no_key) == (None, "That is your rule for this phase.")


def test_the_countdown_says_what_closes_when_and_what_can_be_done(words: Words) -> None:
    view = countdown(words, closing("Slack"), closing("Teams", left_s=62))
    assert view.title == "Slack and Teams close in 1 minute."
    assert view.advice == "Save your work."
    assert view.run_ids == ("slack/1", "teams/1")
    assert view.stretch is not None
    assert (view.stretch.note, view.stretch.is_enabled) == ("Five more minutes can be had 3 times.", True)
    assert not view.is_at_rest


def test_who_closes_later_says_when_on_a_line_of_its_own(words: Words) -> None:
    view = countdown(words, closing("Slack"), closing("Teams", left_s=360))
    assert view.title == "Slack closes in 1 minute."
    assert view.apps == (AppLine("Slack", ""), AppLine("Teams", "", "Teams closes at 19:36."))


def test_used_up_minutes_say_so(words: Words) -> None:
    view = countdown(words, closing("Slack", stretches_left=0))
    assert view.stretch is not None
    assert (view.stretch.is_enabled, view.stretch.note) == (False, "The extra minutes are used up.")


@pytest.mark.parametrize("stage", [each for each in Stage if each is not Stage.COUNTING])
def test_every_stage_is_said_in_a_plain_sentence(words: Words, stage: Stage) -> None:
    view = countdown(words, closing("Slack", stage))
    assert view.title.startswith("Slack ")
    assert (view.stretch, view.counting, view.run_ids) == (None, "", ())
    assert view.apps == (AppLine("Slack", ""),)
    assert view.is_at_rest is (stage is Stage.FROZEN)


def test_unsaved_work_is_given_the_time_it_takes(words: Words) -> None:
    assert countdown(words, closing("Slack", Stage.SAVING)).advice == "Take the time it takes."
    assert countdown(words, closing("Slack", Stage.IN_CALL)).advice == ""


def test_several_that_only_wait_are_told_one_by_one(words: Words) -> None:
    view = countdown(words, closing("Slack", Stage.IN_CALL), closing("Teams", Stage.SAVING))
    assert view.title == "Closing time."
    assert [each.note.split()[0] for each in view.apps] == ["Slack", "Teams"]


def test_a_countdown_without_a_time_is_about_to_close(words: Words) -> None:
    view = countdown(words, closing("Slack")._replace(closes_at=None))
    assert view.title == "Slack is about to close."


@pytest.mark.parametrize(
    ("left_s", "sentence", "clock"),
    [
        (600, "10 minutes", "10 min"),
        (61, "2 minutes", "2 min"),
        (60, "1 minute", "1:00"),
        (43, "40 seconds", "0:43"),
        (9.6, "10 seconds", "0:10"),
        (7, "a few seconds", "0:07"),
        (0.2, "a few seconds", "0:00"),
    ],
)
def test_the_time_left_goes_in_calm_steps_and_the_clock_by_the_second(
    words: Words, left_s: float, sentence: str, clock: str
) -> None:
    assert said.closes_in(words, "Slack", 1, left_s) == f"Slack closes in {sentence}."
    assert said.clock_left(words, left_s) == clock


def test_what_was_closed_is_offered_back(words: Words) -> None:
    view = door_view(a_doorway(), a_status(Phase.WORK), words).comeback
    assert view == ComebackView(
        "Bring back Slack and Microsoft Teams?",
        "They were closed at closing time.",
        (AppLine("Slack", ""), AppLine("Microsoft Teams", "")),
        "",
    )
    alone = door_view(Doorway(to_reopen=(closed(),)), a_status(Phase.WORK), words)
    assert (alone.line, alone.comeback and alone.comeback.why) == (
        "Bring back Slack?",
        "It was closed at closing time.",
    )


def test_the_door_speaks_french() -> None:
    words = words_in("fr")
    view = curtain(words, a_status())
    assert view.title == "Slack est fermé pour aujourd’hui"
    assert plain(view.why) == "Ouvre lundi à 9 h. En dehors de vos horaires."
    assert plain(countdown(words, closing("Slack")).title) == "Slack ferme dans 1 minute."


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")
