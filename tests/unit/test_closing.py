# SPDX-License-Identifier: MIT
"""Is every running app closed gently, and is none ever ended that could lose something?"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.domain.app import Stage
from rideau.domain.closing import (
    AT_REST,
    CALL_AGAIN,
    PATIENCE,
    STRETCH,
    Act,
    Course,
    News,
    Sight,
    Step,
    Terms,
    asked_at_once,
    begun,
    moved,
)
from rideau.domain.settings import HiddenApps

NOW = datetime(2026, 11, 23, 18, tzinfo=UTC)
MINUTE = timedelta(seconds=60)
TERMS = Terms(MINUTE, HiddenApps.END)
FREEZING = Terms(MINUTE, HiddenApps.FREEZE)
WINDOW = Sight(frozenset({"main"}))
BOX = Sight(frozenset({"main", "box"}), frozenset({"box"}))
NEW = Sight(frozenset({"main", "new"}))
NONE = Sight()
CALL = Sight(frozenset({"main"}), is_in_call=True)
UNSEEN = Sight(is_sure=False)

SIGHTS = st.builds(
    Sight,
    st.frozensets(st.sampled_from(("main", "box", "other"))),
    st.just(frozenset[str]()) | st.just(frozenset({"box"})),
    st.booleans(),
    st.booleans(),
).map(lambda sight: sight._replace(boxes=sight.boxes & sight.windows))
ALL_TERMS = st.sampled_from((TERMS, FREEZING))
EVENTS = st.lists(st.tuples(st.sampled_from(News), SIGHTS), max_size=12)


def go(course: Course, *events: tuple[News, Sight], terms: Terms = TERMS) -> Step:
    step = Step(course)
    for news, sight in events:
        step = moved(step.course, news, sight, terms, NOW)
    return step


def at(stage: Stage) -> Course:
    return Course(stage, shown=WINDOW.windows, asked=1)


def test_it_begins_with_a_countdown_that_is_shown() -> None:
    step = begun(WINDOW, TERMS, 3, NOW)
    assert step == Step(Course(Stage.COUNTING, NOW + MINUTE, stretches_left=3), None, MINUTE)


def test_when_the_time_is_up_each_window_is_asked_to_close() -> None:
    step = go(begun(WINDOW, TERMS, 3, NOW).course, (News.DUE, WINDOW))
    assert (step.course.stage, step.course.closes_at, step.act, step.wait) == (Stage.ASKED, None, Act.ASK, PATIENCE)


def test_who_does_not_want_to_wait_need_not() -> None:
    assert go(begun(WINDOW, TERMS, 3, NOW).course, (News.NOW, WINDOW)).act is Act.ASK
    assert go(at(Stage.SAVING), (News.NOW, BOX)) == Step(at(Stage.SAVING))


def test_five_more_minutes_can_be_had_as_often_as_there_are_some_left() -> None:
    first = go(begun(WINDOW, TERMS, 1, NOW).course, (News.STRETCH, WINDOW))
    assert first.course.closes_at == NOW + MINUTE + STRETCH
    assert first.wait is None, "the countdown itself goes on"
    assert go(first.course, (News.STRETCH, WINDOW)) == Step(first.course)
    due = go(first.course, (News.DUE, WINDOW))
    assert (due.act, due.wait) == (None, STRETCH)
    assert go(due.course, (News.DUE, WINDOW)).act is Act.ASK


def test_only_a_countdown_can_be_stretched() -> None:
    course = at(Stage.ASKED)._replace(stretches_left=3)
    assert go(course, (News.STRETCH, WINDOW)) == Step(course)


def test_a_call_holds_the_closing_up_and_then_the_whole_countdown_runs() -> None:
    course = begun(WINDOW, TERMS, 3, NOW).course
    held = go(course, (News.DUE, CALL))
    assert (held.course.stage, held.course.closes_at, held.wait) == (Stage.IN_CALL, None, CALL_AGAIN)
    assert go(held.course, (News.DUE, CALL)).wait == CALL_AGAIN
    assert go(held.course, (News.SEEN, CALL)) == Step(held.course)
    assert go(held.course, (News.NOW, CALL)).course.stage is Stage.IN_CALL
    assert go(held.course, (News.SEEN, WINDOW)) == Step(course, wait=MINUTE)


def test_a_question_about_unsaved_work_is_left_in_peace() -> None:
    assert go(at(Stage.ASKED), (News.SEEN, BOX)).course.stage is Stage.SAVING
    assert go(at(Stage.ASKED), (News.SEEN, NEW)).course.stage is Stage.SAVING, "not every question says it is one"
    assert go(at(Stage.ASKED), (News.SEEN, BOX), (News.DUE, BOX)) == Step(go(at(Stage.ASKED), (News.SEEN, BOX)).course)


def test_who_answers_no_is_left_in_peace_and_who_answers_yes_is_closed() -> None:
    assert go(at(Stage.SAVING), (News.SEEN, WINDOW)).course.stage is Stage.STAYED
    assert go(at(Stage.SAVING), (News.SEEN, NONE)) == Step(at(Stage.HIDDEN), wait=PATIENCE)


def test_an_app_that_ignores_the_question_is_left_in_peace() -> None:
    assert go(at(Stage.ASKED), (News.SEEN, WINDOW)) == Step(at(Stage.ASKED))
    assert go(at(Stage.ASKED), (News.DUE, WINDOW)) == Step(at(Stage.STAYED))
    assert go(at(Stage.STAYED), (News.SEEN, NEW)) == Step(at(Stage.STAYED))
    assert go(at(Stage.STAYED), (News.SEEN, NONE)).course.stage is Stage.HIDDEN, "until its person closes it"


def test_an_app_that_hides_is_asked_to_end_after_a_while_and_only_once() -> None:
    hidden = go(at(Stage.ASKED), (News.SEEN, NONE))
    assert hidden == Step(at(Stage.HIDDEN), None, PATIENCE)
    assert go(hidden.course, (News.SEEN, NONE)) == Step(hidden.course)
    ended = go(hidden.course, (News.DUE, NONE))
    assert (ended.act, ended.wait) == (Act.END, PATIENCE)
    stayed = go(ended.course, (News.DUE, NONE))
    assert (stayed.course.stage, stayed.act) == (Stage.STAYED, None)
    assert go(stayed.course, (News.SEEN, WINDOW), (News.SEEN, NONE)).course.stage is Stage.STAYED


def test_an_app_that_hides_is_frozen_for_who_wants_that() -> None:
    frozen = go(at(Stage.HIDDEN), (News.DUE, NONE), terms=FREEZING)
    assert (frozen.course.stage, frozen.act, frozen.wait) == (Stage.FROZEN, Act.FREEZE, None)
    assert go(frozen.course, (News.DUE, NONE)) == Step(frozen.course)
    assert go(frozen.course, (News.FAILED, NONE)).course.stage is Stage.STAYED


def test_an_app_that_shows_itself_again_is_asked_once_more_and_then_left_in_peace() -> None:
    again = go(at(Stage.HIDDEN), (News.SEEN, WINDOW))
    assert (again.course.stage, again.act) == (Stage.ASKED, Act.ASK)
    assert go(again.course, (News.SEEN, NONE), (News.SEEN, WINDOW)).course.stage is Stage.STAYED
    assert go(at(Stage.HIDDEN), (News.SEEN, BOX)).course.stage is Stage.SAVING


def test_who_talks_without_a_window_is_not_ended() -> None:
    assert go(at(Stage.HIDDEN), (News.DUE, NONE._replace(is_in_call=True))).course.stage is Stage.IN_CALL


@pytest.mark.parametrize("stage", [Stage.ASKED, Stage.SAVING, Stage.STAYED])
def test_where_windows_cannot_be_seen_none_is_taken_for_hidden(stage: Stage) -> None:
    assert go(at(stage), (News.SEEN, UNSEEN)).course.stage is Stage.STAYED
    assert begun(UNSEEN, TERMS, 3, NOW) == Step(Course(Stage.STAYED, stretches_left=3))
    assert go(at(Stage.HIDDEN), (News.DUE, UNSEEN)).course.stage is Stage.STAYED


def test_what_comes_while_closed_is_asked_at_once() -> None:
    assert asked_at_once(WINDOW) == Step(at(Stage.ASKED), Act.ASK, PATIENCE)


@given(SIGHTS, ALL_TERMS, EVENTS)
def test_nothing_is_ever_ended_or_frozen_that_may_have_a_window_or_talks(
    first: Sight, terms: Terms, events: list[tuple[News, Sight]]
) -> None:
    course, ends = begun(first, terms, 3, NOW).course, 0
    for news, sight in events:
        step = moved(course, news, sight, terms, NOW)
        if step.act in {Act.END, Act.FREEZE}:
            assert not sight.windows
            assert sight.is_sure
            assert not sight.is_in_call
            ends += step.act is Act.END
        if step.act is Act.ASK:
            assert sight.windows
        course = step.course
    assert ends <= 1


@given(SIGHTS, ALL_TERMS, EVENTS)
def test_the_countdown_is_never_shorter_than_it_should_be(
    first: Sight, terms: Terms, events: list[tuple[News, Sight]]
) -> None:
    step, passed, due = begun(first, terms, 3, NOW), timedelta(0), terms.countdown
    pending = step.wait
    for news, sight in events:
        if news is News.NOW or (news is News.DUE and pending is None):
            continue
        before, step = step.course, moved(step.course, news, sight, terms, NOW)
        if news is News.DUE and pending is not None:
            passed, pending = passed + pending, None
        pending = step.wait or pending
        if step.course.stage is Stage.COUNTING and before.stage is not Stage.COUNTING:
            passed, due = timedelta(0), terms.countdown
        due += STRETCH * (before.stretches_left - step.course.stretches_left)
        if before.stage is Stage.COUNTING and step.course.stage not in {Stage.COUNTING, Stage.IN_CALL}:
            assert passed == due


@given(SIGHTS, ALL_TERMS, EVENTS, SIGHTS)
def test_it_always_settles(first: Sight, terms: Terms, events: list[tuple[News, Sight]], last: Sight) -> None:
    step = begun(first, terms, 3, NOW)
    is_waiting = step.wait is not None
    for news, sight in events:
        step = moved(step.course, news, sight, terms, NOW)
        is_waiting = is_waiting or step.wait is not None
    step = moved(step.course, News.SEEN, last, terms, NOW)
    is_waiting = is_waiting or step.wait is not None
    for _ in range(12):
        if not is_waiting:
            break
        step = moved(step.course, News.DUE, last, terms, NOW)
        is_waiting = step.wait is not None
    assert step.course.stage in AT_REST or (step.course.stage is Stage.IN_CALL and last.is_in_call)
