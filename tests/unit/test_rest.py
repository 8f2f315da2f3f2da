# SPDX-License-Identifier: MIT
"""Is a rest that is too short noticed, said with its figures, and made whole by a later opening?"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from fakes.house import House
from rideau.adapters.resources import resources_folder
from rideau.domain.error import UsageError
from rideau.domain.phase import Phase
from rideau.domain.rest import Rest, broken_rest, longest_rest, planned_rest
from rideau.domain.settings import ClockRange, Hours, Leave, LockLevel, Settings, Week
from rideau.ports.state import Event, EventKind
from rideau.services.later_opening import open_later
from rideau.services.rest_guard import RestGuard, RestPorts
from rideau.services.status import Status
from rideau.wording import rest as said
from rideau.wording.journal_lines import event_sentence
from rideau.wording.words import load_words

GAP = timedelta(hours=4)
CLOSING = datetime(2026, 11, 23, 18, tzinfo=UTC)
NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
OPENING = datetime(2026, 11, 24, 9, tzinfo=UTC)
LATE = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
LATE_WEEK = Week(((ClockRange(8 * 60, 12 * 60), ClockRange(14 * 60, 23 * 60)),) * 7)
WORDS = load_words("en", resources_folder() / "translations")


@dataclass
class Night:
    """Hold a night among fakes."""

    house: House = field(default_factory=House)

    def __post_init__(self) -> None:
        """Watch from Monday's closing on."""
        self.proposed: list[Rest] = []
        self.begin()
        self.at(CLOSING)

    def begin(self) -> None:
        """Start, again after a crash."""
        house = self.house
        self.guard = RestGuard(
            RestPorts(
                lambda: house.supervisor.rules,
                house.supervisor.closed_since,
                house.journal,
                self.proposed.append,
                lambda until: open_later(house.supervisor, house.journal, until, "rest"),
            )
        )
        house.supervisor.observers.status.append(self.guard.look)

    def at(self, instant: datetime) -> Status:
        """Wake at ``instant``."""
        self.house.at(instant)
        return self.house.supervisor.status()

    def work(self, start: datetime, length: timedelta = timedelta(minutes=10)) -> None:
        """Use a key."""
        self.at(start)
        self.house.use_key(length)
        self.at(start + length)


@pytest.fixture
def night() -> Night:
    return Night()


def set_level(night: Night, level: LockLevel) -> None:
    night.house.follow(night.house.supervisor.rules.settings._replace(lock_level=level))


# --- figures ----------------------------------------------------------------------------------------------------------


def test_a_later_opening_is_eleven_hours_after_work_on_a_full_five_minutes() -> None:
    assert Rest(LATE, OPENING).later_opening == LATE + timedelta(hours=11)
    assert Rest(LATE + timedelta(seconds=1), OPENING).later_opening == LATE + timedelta(hours=11, minutes=5)


def test_a_rest_that_was_whole_before_late_work_is_not_broken_by_it() -> None:
    early = (datetime(2026, 11, 24, 6, tzinfo=UTC), datetime(2026, 11, 24, 6, 30, tzinfo=UTC))
    assert broken_rest(CLOSING, (early,), OPENING) is None
    assert broken_rest(CLOSING, (), OPENING) is None
    late = (LATE, LATE + timedelta(minutes=10))
    assert broken_rest(CLOSING, (late,), OPENING) == Rest(late[1], OPENING)
    assert broken_rest(CLOSING, (early, late), OPENING) == Rest(early[1], OPENING)


def test_the_planned_rest_is_that_until_the_next_day(night: Night) -> None:
    schedule = night.house.supervisor.rules.schedule
    assert planned_rest(schedule, NOON, GAP) == Rest(CLOSING, OPENING)
    assert planned_rest(schedule, CLOSING, GAP) is None


def test_the_weekend_is_the_longest_rest_of_an_office_week(night: Night) -> None:
    assert longest_rest(night.house.supervisor.rules.schedule, CLOSING) == timedelta(hours=63)


def test_a_holiday_before_a_weekend_is_one_rest_with_it(night: Night) -> None:
    night.at(NOON)
    leave = Leave(date(2026, 11, 27), date(2026, 11, 27))
    night.house.follow(Settings(hours=Hours(leave=(leave,))))
    assert longest_rest(night.house.supervisor.rules.schedule, NOON) == timedelta(hours=87)


def test_a_week_without_a_day_off_has_no_rest_of_35_hours(night: Night) -> None:
    night.at(NOON)
    night.house.follow(Settings(hours=Hours(week=LATE_WEEK)))
    assert longest_rest(night.house.supervisor.rules.schedule, CLOSING) == timedelta(hours=9)


def test_hours_around_the_clock_have_no_rest(night: Night) -> None:
    night.at(NOON)
    night.house.follow(Settings(hours=Hours(week=Week(((ClockRange(0, 1440),),) * 7))))
    assert longest_rest(night.house.supervisor.rules.schedule, CLOSING) == timedelta(0)


# --- the guard --------------------------------------------------------------------------------------------------------


def test_after_a_late_key_a_later_opening_is_proposed_once_that_night(night: Night) -> None:
    night.work(LATE)
    end = LATE + timedelta(minutes=10)
    assert night.proposed == [Rest(end, OPENING)]
    night.work(LATE + timedelta(hours=1))
    night.begin()
    night.at(LATE + timedelta(hours=2))
    assert len(night.proposed) == 1
    assert night.house.told(EventKind.REST) == [{"how": "proposed", "until": "2026-11-24T10:40:00+00:00"}]


def test_a_key_early_in_the_evening_leaves_enough(night: Night) -> None:
    night.work(CLOSING + timedelta(hours=1))
    assert night.proposed == []


def test_a_late_attempt_is_no_work(night: Night) -> None:
    night.at(LATE)
    night.house.control.open(None, "why")  # a key that nobody turns
    night.at(LATE + timedelta(minutes=5))
    assert night.proposed == []


def test_nothing_is_proposed_while_the_key_is_in(night: Night) -> None:
    night.at(LATE)
    night.house.use_key()
    assert night.proposed == []
    assert night.guard.short is None


def test_work_that_a_crash_ended_counts_until_then(night: Night) -> None:
    night.at(LATE)
    night.house.use_key(timedelta(minutes=10))
    night.house.supervisor.release()
    night.house.clock.set(LATE + timedelta(hours=1))
    night.house.open_shop()
    night.begin()
    night.at(LATE + timedelta(hours=1))
    (rest,) = night.proposed
    assert rest.start == LATE


def test_nobody_is_asked_to_give_a_whole_day_away(night: Night) -> None:
    morning = Week(((ClockRange(9 * 60, 10 * 60),),) * 7)
    night.house.follow(Settings(hours=Hours(week=morning), lock_level=LockLevel.GENTLE))
    night.at(OPENING + timedelta(hours=1))
    for hour in (20, 29):
        night.work(datetime(2026, 11, 24, tzinfo=UTC) + timedelta(hours=hour))
    assert night.guard.short is not None
    assert night.proposed == []


def test_hours_that_never_open_again_leave_rest_enough(night: Night) -> None:
    night.house.follow(Settings(hours=Hours(week=Week(((),) * 7)), lock_level=LockLevel.GENTLE))
    night.work(LATE)
    assert night.proposed == []


@pytest.mark.parametrize("level", LockLevel)
def test_a_yes_opens_later_at_every_lock_level(night: Night, level: LockLevel) -> None:
    night.work(LATE)
    set_level(night, level)
    (rest,) = night.proposed
    status = night.guard.take(rest, LATE + timedelta(minutes=11))
    assert status.next_opening == rest.later_opening
    assert night.at(OPENING).interval.phase is Phase.QUIET
    assert night.at(rest.later_opening).interval.phase is Phase.WORK
    assert [each["how"] for each in night.house.told(EventKind.REST)] == ["proposed", "taken"]
    assert night.guard.short is None


@pytest.mark.parametrize("level", [LockLevel.GENTLE, LockLevel.FIRM])
@pytest.mark.parametrize("back_at", [LATE + timedelta(hours=1), OPENING + timedelta(minutes=10)])
def test_it_is_taken_back_by_going_back_to_ones_hours(night: Night, level: LockLevel, back_at: datetime) -> None:
    set_level(night, level)
    night.work(LATE)
    night.guard.take(night.proposed[0], LATE + timedelta(minutes=11))
    assert night.at(back_at).can_resume
    night.house.control.resume()
    assert night.at(max(back_at, OPENING)).interval.phase is Phase.WORK


def test_a_key_still_opens_under_a_later_opening_and_it_stays(night: Night) -> None:
    night.work(LATE)
    night.guard.take(night.proposed[0], LATE + timedelta(minutes=11))
    night.work(LATE + timedelta(hours=1))
    assert night.at(OPENING).interval.phase is Phase.QUIET


def test_a_yes_that_comes_after_the_opening_closes_nothing(night: Night) -> None:
    night.work(LATE)
    night.at(OPENING)
    with pytest.raises(UsageError):
        night.guard.take(night.proposed[0], OPENING)
    assert night.at(OPENING).interval.phase is Phase.WORK


def test_an_opening_that_is_no_earlier_stays_as_it_is(night: Night) -> None:
    house = night.house
    before = night.at(LATE)
    assert open_later(house.supervisor, house.journal, OPENING, "rest") == before
    house.follow(Settings(hours=Hours(week=Week(((),) * 7)), lock_level=LockLevel.GENTLE))
    night.at(LATE + timedelta(days=1))
    assert open_later(house.supervisor, house.journal, OPENING + timedelta(days=5), "rest").next_opening is None


def test_a_status_tells_of_a_short_rest_by_plan_and_after_work(night: Night) -> None:
    assert night.guard.completed(night.at(NOON)).rest is None
    night.house.follow(Settings(hours=Hours(week=LATE_WEEK)))
    planned = night.guard.completed(night.at(NOON)).rest
    assert planned is not None
    assert planned.length == timedelta(hours=9)


def test_a_key_is_no_plan(night: Night) -> None:
    night.at(LATE)
    night.house.use_key()
    assert night.guard.completed(night.house.supervisor.status()).rest is None
    after = night.at(LATE + timedelta(minutes=10))
    assert night.guard.completed(after).rest == night.proposed[0]


# --- words ------------------------------------------------------------------------------------------------------------


def test_the_rule_the_figures_and_the_choice_are_said(night: Night) -> None:
    rest, zone = Rest(LATE, OPENING), night.house.clock.zone()
    title, body = said.short_after_work(WORDS, rest, LATE, zone)
    assert title == "Your rest until then: 9 h 30 min"
    assert body == (
        "You worked until 23:30, and open tomorrow at 9:00. The European rule is 11 hours in a row"
        " (Directive 2003/88, article 3, read November 2026); agreements may differ."
        " Opening at 10:30 would leave it whole."
    )
    assert said.later_label(WORDS, rest, zone) == "Open at 10:30"
    after_midnight = said.short_after_work(WORDS, rest, OPENING - timedelta(hours=8), zone)[1]
    assert "and open at 9:00." in after_midnight


def test_what_was_done_is_said_and_how_it_is_taken_back(night: Night) -> None:
    night.work(LATE)
    rest = night.proposed[0]
    status = night.guard.take(rest, LATE + timedelta(minutes=11))
    title, body = said.taken(WORDS, rest, rest.later_opening, status)
    assert title == "You open tomorrow at 10:40; your rest is 11 hours."
    assert "Go back to my hours" in body
    assert "lock" in said.taken(WORDS, rest, rest.later_opening, status._replace(lock_level=LockLevel.LOCKED))[1]
    assert said.name_of_later_opening(WORDS)


def test_a_short_rest_by_plan_and_a_week_without_one_are_said(night: Night) -> None:
    assert said.planned(WORDS, Rest(LATE, OPENING), night.house.clock.zone()).startswith(
        "From 23:30 to 9:00 you have 9 h 30 min of rest. The European rule is 11 hours"
    )
    assert "article 5, read November 2026" in said.planned_week(WORDS, timedelta(hours=9))


@pytest.mark.parametrize(
    ("kind", "how", "sentence"),
    [
        (EventKind.REST, "proposed", "A later opening was offered, for a whole night's rest."),
        (EventKind.REST, "taken", "It opens later, for a whole night's rest."),
        (EventKind.REST, "?", "A later opening was spoken of, for a whole night's rest."),
        (EventKind.EVENING, "offered", "The wind-down was offered."),
        (EventKind.EVENING, "greeted", "What had been written down was there at the opening."),
        (EventKind.EVENING, "?", "The small window of the evening or the morning came."),
    ],
)
def test_the_journal_tells_of_it(kind: EventKind, how: str, sentence: str) -> None:
    assert event_sentence(WORDS, Event(NOON, kind, {"how": how})) == sentence
