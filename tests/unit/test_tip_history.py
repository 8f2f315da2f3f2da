# SPDX-License-Identifier: MIT
"""Does history keep cards few, apart, and away from what was dismissed (gentleness, rules 1 and 4)?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rideau.domain.settings import Reminders
from rideau.domain.tip import Kind, Outcome, Showing, Theme
from rideau.domain.tip_history import QUESTION, History

PARIS = ZoneInfo("Europe/Paris")
MONDAY_9 = datetime(2026, 11, 23, 9, tzinfo=UTC)
WANTED = Reminders()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def shown(
    after: timedelta = timedelta(0), outcome: Outcome = Outcome.EXPIRED, theme: Theme = Theme.MOVE, **more: bool
) -> Showing:
    return Showing(MONDAY_9 + after, f"{theme.value}-1", theme, outcome, **more)


def question(after: timedelta, outcome: Outcome = Outcome.EXPIRED) -> Showing:
    return Showing(MONDAY_9 + after, QUESTION + Kind.REST, Theme.BREATHE, outcome)


def free_at(*showings: Showing, now: timedelta = timedelta(0), is_asked: bool = False) -> timedelta:
    """Return when the next card may come, after Monday 9:00."""
    return History(PARIS, showings).free_at(WANTED, MONDAY_9 + now, is_asked=is_asked) - MONDAY_9


def test_without_history_a_card_may_come_at_once() -> None:
    assert free_at() == timedelta(0)
    assert History(PARIS).last is None
    assert History(PARIS).last_unasked is None


def test_unasked_cards_are_as_far_apart_as_the_person_wants() -> None:
    assert free_at(shown(), now=HOUR / 2) == HOUR
    assert free_at(shown(), now=2 * HOUR) == 2 * HOUR


def test_what_was_asked_for_keeps_ten_minutes_from_any_card_and_others_from_it() -> None:
    ten = timedelta(minutes=10)
    assert free_at(shown(), is_asked=True) == ten
    assert free_at(shown(is_asked=True)) == ten
    assert free_at(shown(is_asked=True, is_by_hand=True)) == ten


def test_a_card_that_failed_is_tried_again_an_hour_later_and_fills_no_ceiling() -> None:
    failed = [shown(HOUR * each, Outcome.FAILED) for each in range(4)]
    assert free_at(*failed, now=3 * HOUR) == 4 * HOUR
    assert History(PARIS, failed).last is None


def test_four_cards_are_enough_for_a_day() -> None:
    four = [shown(HOUR * each * 2) for each in range(4)]
    assert free_at(*four[:3], now=5 * HOUR) == 5 * HOUR
    midnight_in_paris = 14 * HOUR
    assert free_at(*four, now=8 * HOUR) == midnight_in_paris


def test_the_ceiling_holds_through_a_night_shift() -> None:
    four = [shown(12 * HOUR + HOUR * each) for each in range(4)]
    assert free_at(*four, now=18 * HOUR) == 24 * HOUR


def test_what_was_asked_for_neither_fills_the_ceiling_nor_stops_at_it() -> None:
    four = [shown(HOUR * each * 2, is_asked=True) for each in range(4)]
    assert free_at(*four, now=8 * HOUR) == 8 * HOUR
    assert free_at(*[each._replace(is_asked=False) for each in four], now=8 * HOUR, is_asked=True) == 8 * HOUR


def test_what_a_wrong_clock_wrote_down_for_next_year_stops_nothing() -> None:
    assert free_at(shown(400 * DAY)) == timedelta(0)


@pytest.mark.parametrize(
    ("times", "quiet"),
    [
        (1, timedelta(hours=12)),
        (2, timedelta(days=1, hours=14)),  # to the end of the next day, in Paris
        (3, timedelta(days=7)),
        (4, timedelta(days=30)),
        (5, timedelta(days=30)),
    ],
)
def test_each_dismissal_in_a_row_keeps_a_kind_away_for_longer(times: int, quiet: timedelta) -> None:
    history = History(PARIS, [shown(outcome=Outcome.DISMISSED)] * times)
    assert history.is_quiet(Kind.REST, MONDAY_9 + quiet - timedelta(seconds=1))
    assert not history.is_quiet(Kind.REST, MONDAY_9 + quiet)
    assert not history.is_quiet(Kind.CLOSE, MONDAY_9)


def test_the_next_day_off_is_one_that_is_worked() -> None:
    history = History(PARIS, [shown(outcome=Outcome.DISMISSED)] * 2, lambda day: day + 3 * DAY)
    assert history.is_quiet(Kind.REST, MONDAY_9 + timedelta(days=3, hours=13))
    assert not history.is_quiet(Kind.REST, MONDAY_9 + timedelta(days=3, hours=14))


def test_a_yes_climbs_one_step_only_and_silence_says_nothing() -> None:
    dismissed = [shown(outcome=Outcome.DISMISSED)] * 3
    history = History(PARIS, [*dismissed, shown(HOUR, Outcome.FOLLOWED)])
    assert history.standing(Kind.REST).step == 2
    for each in (Outcome.EXPIRED, Outcome.WITHDRAWN, Outcome.FAILED):
        history.add(shown(2 * HOUR, each))
    assert history.standing(Kind.REST).step == 2
    for _ in range(3):
        history.add(shown(3 * HOUR, Outcome.FOLLOWED))
    assert history.standing(Kind.REST).step == 0


def test_a_card_that_a_hand_asked_for_says_nothing_of_its_kind() -> None:
    history = History(PARIS, [shown(outcome=Outcome.DISMISSED, is_asked=True, is_by_hand=True)])
    assert history.standing(Kind.REST).step == 0
    assert history.last is not None
    assert history.last_unasked is None
    assert history.tastes(MONDAY_9)[Theme.MOVE].dismissed == 0


def test_what_recurs_because_it_was_asked_for_is_backed_off_from_by_itself() -> None:
    history = History(PARIS, [shown(outcome=Outcome.DISMISSED, is_asked=True)])
    assert history.is_quiet(Theme.MOVE, MONDAY_9 + HOUR)
    assert not history.is_quiet(Kind.REST, MONDAY_9 + HOUR)


def test_the_one_question_comes_after_the_month_and_once() -> None:
    history = History(PARIS, [shown(outcome=Outcome.DISMISSED)] * 4)
    assert history.question(MONDAY_9 + 29 * DAY) is None
    assert history.question(MONDAY_9 + 30 * DAY) is Kind.REST
    history.add(question(30 * DAY, Outcome.WITHDRAWN))
    assert history.question(MONDAY_9 + 31 * DAY) is Kind.REST, "a call took it away before it was read"
    history.add(question(31 * DAY))
    assert history.question(MONDAY_9 + 32 * DAY) is None
    history.add(shown(33 * DAY, Outcome.DISMISSED))
    assert history.is_quiet(Kind.REST, MONDAY_9 + 60 * DAY)
    assert history.question(MONDAY_9 + 70 * DAY) is None, "it was answered by keeping"


def test_the_question_may_come_again_once_a_kind_was_welcome_in_between() -> None:
    history = History(PARIS, [shown(outcome=Outcome.DISMISSED)] * 4)
    history.add(question(31 * DAY))
    for _ in range(3):
        history.add(shown(32 * DAY, Outcome.FOLLOWED))
    for _ in range(4):
        history.add(shown(33 * DAY, Outcome.DISMISSED))
    assert history.question(MONDAY_9 + 63 * DAY) is Kind.REST


def test_tastes_are_counted_by_theme_and_forgotten_after_two_months() -> None:
    followed = shown(outcome=Outcome.FOLLOWED)
    history = History(PARIS, [followed, shown(HOUR, Outcome.DISMISSED), shown(HOUR, Outcome.FAILED)])
    assert history.tastes(MONDAY_9 + HOUR) == {Theme.MOVE: (2, 1, 1)}
    assert history.tastes(MONDAY_9 + 61 * DAY) == {}
    assert history.last_shown("move-1") == MONDAY_9 + HOUR
