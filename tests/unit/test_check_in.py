# SPDX-License-Identifier: MIT
"""Is a check-in asked at its time, kept without a score, and told without a verdict?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.notebook import FakeNotebook
from rideau.domain.check_in import (
    ANSWERS,
    QUESTIONS,
    Aspect,
    Course,
    answer_of,
    answered,
    course,
    is_due,
    points,
)
from rideau.domain.notebook import CheckIn, Notes
from rideau.services.check_in import CheckIns

DAY = date(2026, 11, 2)


def on(week: int, energy: int | None = None, distance: int | None = None, efficacy: int | None = None) -> CheckIn:
    """Return a check-in ``week`` weeks after the first."""
    return CheckIn(DAY + timedelta(weeks=week), energy, distance, efficacy)


def test_there_are_three_questions_of_five_answers_each() -> None:
    assert tuple(QUESTIONS) == tuple(Aspect)
    assert all(len(each.answers) == ANSWERS for each in QUESTIONS.values())


def test_no_word_of_a_question_names_an_illness() -> None:
    said = " ".join(text.template.casefold() for each in QUESTIONS.values() for text in (each.ask, *each.answers))
    assert not [word for word in ("burn", "exhaust", "drained", "diagnos", "risk", "cynic") if word in said]


@pytest.mark.parametrize("aspect", Aspect)
def test_an_answer_is_kept_for_its_question_alone(aspect: Aspect) -> None:
    notes = answered(Notes(), aspect, 4, DAY)
    (kept,) = notes.check_ins
    assert kept.on == DAY
    assert [answer_of(kept, each) for each in Aspect] == [4 if each is aspect else None for each in Aspect]


def test_a_second_answer_on_the_same_day_takes_the_place_of_the_first() -> None:
    notes = answered(answered(Notes(), Aspect.ENERGY, 2, DAY), Aspect.ENERGY, 5, DAY)
    assert notes.check_ins == (CheckIn(DAY, energy=5),)


def test_a_day_on_which_everything_was_skipped_is_not_kept() -> None:
    assert answered(Notes(), Aspect.ENERGY, None, DAY).check_ins == ()
    once = answered(Notes(), Aspect.ENERGY, 3, DAY)
    assert answered(once, Aspect.ENERGY, None, DAY).check_ins == ()


def test_the_days_stay_in_order() -> None:
    notes = Notes(check_ins=(on(2, 3), on(1, 2)))
    assert [each.on for each in answered(notes, Aspect.ENERGY, 1, DAY).check_ins] == [on(n).on for n in range(3)]


def test_what_was_skipped_is_no_point_of_the_line() -> None:
    assert points((on(1, 4), on(0, 2), on(2, None, 5)), Aspect.ENERGY) == ((DAY, 2), (on(1).on, 4))


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ([], Course.TOO_EARLY),
        ([3], Course.TOO_EARLY),
        ([3, 3], Course.SAME),
        ([3, 2], Course.LESS),
        ([2, 3], Course.MORE),
        ([1, 5, 5], Course.SAME),
        ([4, 4, 4, 3], Course.SAME),
        ([4, 4, 3, 3], Course.LESS),
        ([2, 2, 3, 3], Course.MORE),
        ([1, 1, 4, 4, 4, 4], Course.SAME),
    ],
)
def test_the_course_compares_the_latest_with_those_before(answers: list[int], told: Course) -> None:
    assert course([on(week, answer) for week, answer in enumerate(answers)], Aspect.ENERGY) is told


@given(st.lists(st.integers(1, ANSWERS), min_size=2, max_size=12))
def test_turned_around_more_is_less(answers: list[int]) -> None:
    turned = {Course.MORE: Course.LESS, Course.LESS: Course.MORE, Course.SAME: Course.SAME}
    there = course([on(week, answer) for week, answer in enumerate(answers)], Aspect.ENERGY)
    mirrored = course([on(week, ANSWERS + 1 - answer) for week, answer in enumerate(answers)], Aspect.ENERGY)
    assert mirrored is turned[there]


@pytest.mark.parametrize(
    ("past", "offered", "days", "due"),
    [
        ((), None, 0, True),
        ((on(0, 3),), None, 27, False),
        ((on(0, 3),), None, 28, True),
        ((), DAY, 27, False),
        ((), DAY, 28, True),
        ((on(0, 3),), DAY + timedelta(weeks=4), 28, False),
        ((on(0, 3),), DAY + timedelta(weeks=4), 56, True),
    ],
)
def test_it_is_asked_every_four_weeks_and_once_each_time(
    past: tuple[CheckIn, ...], offered: date | None, days: int, *, due: bool
) -> None:
    assert is_due(4, past, offered, DAY + timedelta(days=days)) is due


def test_answers_go_into_the_notebook_at_once_and_out_of_it_at_a_word() -> None:
    notebook = FakeNotebook()
    check_ins = CheckIns(notebook, lambda: DAY)
    check_ins.answer(Aspect.DISTANCE, 2)
    assert check_ins.today == DAY
    assert notebook.load().check_ins == check_ins.history() == (CheckIn(DAY, distance=2),)
    check_ins.erase()
    assert check_ins.history() == ()
