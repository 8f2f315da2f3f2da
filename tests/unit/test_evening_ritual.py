# SPDX-License-Identifier: MIT
"""When is the evening's ritual offered, and when does the morning greet?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from fakes.delay import FakeDelay
from fakes.house import House
from fakes.notebook import FakeNotebook
from fakes.settings_store import FakeSettingsStore
from rideau.domain.evening_ritual import closed_before, coming_closing, offered_from, opened_since
from rideau.domain.notebook import Notes, Task, Thought, Win
from rideau.domain.settings import OFFICE_WEEK, ClockRange, Hours, Leave, Settings, Week, WindDown
from rideau.ports.state import Event, EventKind
from rideau.services.evening_ritual import EveningRitual, RitualPorts
from rideau.services.free_moment import FreeMoment, Moments
from rideau.services.hard_evening import was_hard, win_for
from rideau.services.morning_greeting import GreetingPorts, MorningGreeting
from rideau.services.rules import Rules

MONDAY_EVENING = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
CLOSING = datetime(2026, 11, 23, 18, tzinfo=UTC)
NEXT_OPENING = datetime(2026, 11, 24, 9, tzinfo=UTC)
FRIDAY_CLOSING = datetime(2026, 11, 27, 18, tzinfo=UTC)
DUE = CLOSING - timedelta(minutes=25)


@dataclass
class Dusk:
    """Hold an evening among fakes; ``is_free`` is whether somebody may be spoken to."""

    house: House = field(default_factory=House)
    notebook: FakeNotebook = field(default_factory=FakeNotebook)
    is_free: bool = True
    at_once: bool = True
    """Whether a pause comes right away."""

    def __post_init__(self) -> None:
        """Begin on a Monday at half past five."""
        self.house.clock.set(MONDAY_EVENING)
        self.delay = FakeDelay(self.house.clock)
        self.waiting: list[Callable[[], None]] = []
        self.offered: list[datetime] = []
        self.greeted: list[datetime] = []
        self.begin()

    def begin(self) -> None:
        """Start, again after a crash."""
        house, moments = self.house, Moments(self.when_free, lambda: self.is_free, self.delay)
        clock = house.clock
        self.ritual = EveningRitual(
            RitualPorts(self._rules, clock, house.journal, moments, lambda: self.offered.append(clock.now()))
        )
        self.greeting = MorningGreeting(
            GreetingPorts(
                self._rules, clock, house.journal, self.notebook, moments, lambda: self.greeted.append(clock.now())
            )
        )

    def at(self, instant: datetime) -> None:
        """Wake at ``instant``."""
        self.house.at(instant)
        self.ritual.look()
        self.greeting.look()

    def pause(self) -> None:
        """Let whoever works turn to something else."""
        for act in list(self.waiting):
            self.waiting.remove(act)
            act()

    def _rules(self) -> Rules:
        return self.house.supervisor.rules

    def when_free(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` at the next pause."""
        if self.at_once:
            act()
        else:
            self.waiting.append(act)

        def call_off() -> None:
            if act in self.waiting:
                self.waiting.remove(act)

        return call_off


@pytest.fixture
def dusk() -> Dusk:
    return Dusk()


# --- when, as a pure function ---------------------------------------------------------------------------------------


def test_it_is_offered_25_minutes_before_the_closing_that_ends_the_day(dusk: Dusk) -> None:
    schedule = dusk.house.supervisor.rules.schedule
    for now in (datetime(2026, 11, 23, 10, tzinfo=UTC), MONDAY_EVENING):
        found = offered_from(schedule, WindDown(), now)
        assert found is not None
        assert found[0] == DUE
        assert (found[1].at, found[1].reopens_at) == (CLOSING, NEXT_OPENING)


def test_not_before_lunch_nor_while_closed_nor_where_it_is_switched_off(dusk: Dusk) -> None:
    schedule = dusk.house.supervisor.rules.schedule
    lunch = datetime(2026, 11, 23, 13, tzinfo=UTC)
    assert offered_from(schedule, WindDown(), lunch) is None
    assert offered_from(schedule, WindDown(ritual_minutes=0), MONDAY_EVENING) is None


def test_never_before_the_last_stretch_of_work_has_begun(dusk: Dusk) -> None:
    day = (ClockRange(9 * 60, 12 * 60), ClockRange(13 * 60, 13 * 60 + 10))
    dusk.house.follow(Settings(hours=Hours(week=Week((day,) * 7))))
    schedule = dusk.house.supervisor.rules.schedule
    found = offered_from(schedule, WindDown(), datetime(2026, 11, 23, 10, tzinfo=UTC))
    assert found is not None
    assert found[0] == datetime(2026, 11, 23, 13, tzinfo=UTC)


def test_a_key_in_the_evening_ends_no_day(dusk: Dusk) -> None:
    night = CLOSING + timedelta(hours=2)
    dusk.house.at(night)
    dusk.house.use_key()
    rules = dusk.house.supervisor.rules
    assert rules.schedule.phase_at(night).is_open
    assert coming_closing(rules.schedule, WindDown(), night) is None
    assert opened_since(rules.schedule, WindDown(), night) is None


def test_hours_without_an_end_have_no_closing_and_no_opening(dusk: Dusk) -> None:
    dusk.house.follow(Settings(hours=Hours(week=Week(((ClockRange(0, 1440),),) * 7))))
    schedule = dusk.house.supervisor.rules.schedule
    assert coming_closing(schedule, WindDown(), MONDAY_EVENING) is None
    assert opened_since(schedule, WindDown(), MONDAY_EVENING) is None


def test_the_last_closing_of_all_has_no_opening_after_it(dusk: Dusk) -> None:
    long = Leave(date(2026, 11, 24), date(2029, 1, 1))
    dusk.house.follow(Settings(hours=Hours(week=OFFICE_WEEK, leave=(long,))))
    closing = coming_closing(dusk.house.supervisor.rules.schedule, WindDown(), MONDAY_EVENING)
    assert closing is not None
    assert (closing.at, closing.reopens_at) == (CLOSING, None)


def test_the_opening_is_the_mornings_though_lunch_lies_between(dusk: Dusk) -> None:
    schedule = dusk.house.supervisor.rules.schedule
    assert opened_since(schedule, WindDown(), MONDAY_EVENING) == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert opened_since(schedule, WindDown(), CLOSING) is None
    assert opened_since(schedule, WindDown(min_gap_hours=1), MONDAY_EVENING) == datetime(2026, 11, 23, 14, tzinfo=UTC)


# --- the ritual ------------------------------------------------------------------------------------------------------


def test_it_comes_once_that_day_and_again_the_next(dusk: Dusk) -> None:
    dusk.at(MONDAY_EVENING)
    assert dusk.offered == []
    dusk.delay.pass_by(timedelta(minutes=5))
    assert dusk.offered == [DUE]
    dusk.at(DUE + timedelta(minutes=9))
    dusk.at(CLOSING)
    dusk.at(NEXT_OPENING)
    assert dusk.offered == [DUE]
    dusk.at(DUE + timedelta(days=1))
    assert dusk.offered == [DUE, DUE + timedelta(days=1)]
    assert dusk.house.told(EventKind.EVENING) == [{"how": "offered"}] * 2


def test_a_restart_does_not_offer_it_again(dusk: Dusk) -> None:
    dusk.at(DUE)
    dusk.begin()
    dusk.at(DUE + timedelta(minutes=1))
    assert dusk.offered == [DUE]


def test_who_opened_it_by_hand_is_asked_no_more_that_day(dusk: Dusk) -> None:
    dusk.at(MONDAY_EVENING)
    dusk.ritual.opened()
    assert dusk.delay.is_idle
    dusk.at(DUE)
    assert dusk.offered == []
    assert dusk.house.told(EventKind.EVENING) == [{"how": "opened"}]


def test_it_waits_for_a_pause_and_is_not_asked_for_twice_meanwhile(dusk: Dusk) -> None:
    dusk.at_once = False
    dusk.at(DUE)
    dusk.at(DUE + timedelta(minutes=1))
    assert len(dusk.waiting) == 1
    dusk.pause()
    assert dusk.offered == [DUE + timedelta(minutes=1)]
    assert dusk.delay.is_idle


def test_where_no_pause_comes_any_moment_will_do_that_is_free(dusk: Dusk) -> None:
    dusk.at_once = dusk.is_free = False
    dusk.at(DUE)
    dusk.delay.pass_by(timedelta(minutes=6))
    assert dusk.offered == []
    dusk.is_free = True
    dusk.delay.pass_by(timedelta(minutes=5))
    assert len(dusk.offered) == 1


def test_what_a_call_held_until_the_closing_is_dropped_silently(dusk: Dusk) -> None:
    dusk.at_once = dusk.is_free = False
    dusk.at(DUE)
    dusk.at(CLOSING)
    assert dusk.waiting == []
    assert dusk.delay.is_idle
    assert dusk.offered == []


def test_nobody_begins_a_ritual_a_minute_before_the_end(dusk: Dusk) -> None:
    dusk.at_once = False
    dusk.at(DUE)
    dusk.house.clock.set(CLOSING - timedelta(minutes=1))
    dusk.pause()
    dusk.at(CLOSING - timedelta(minutes=1))
    assert dusk.offered == []


def test_closing_early_takes_the_offer_back(dusk: Dusk) -> None:
    dusk.at_once = False
    dusk.at(DUE)
    dusk.house.control.close()
    dusk.ritual.look()
    assert dusk.waiting == []


def test_nothing_is_waited_for_once_it_stops(dusk: Dusk) -> None:
    dusk.at(MONDAY_EVENING)
    dusk.ritual.stop()
    dusk.greeting.stop()
    assert dusk.delay.is_idle


def test_a_moment_that_was_called_off_acts_no_more(dusk: Dusk) -> None:
    dusk.at_once = False
    moment = FreeMoment(Moments(dusk.when_free, lambda: True, dusk.delay))
    acted: list[str] = []
    moment.wait(lambda: acted.append("first"))
    late = dusk.waiting[0]
    moment.wait(lambda: acted.append("second"))
    moment.stop()
    late()
    assert acted == []


# --- the greeting ----------------------------------------------------------------------------------------------------


def parked(dusk: Dusk) -> None:
    dusk.notebook.notes = Notes(thoughts=(Thought("x", MONDAY_EVENING),))


def test_a_parked_thought_greets_once_at_the_next_opening(dusk: Dusk) -> None:
    parked(dusk)
    dusk.at(MONDAY_EVENING)
    dusk.at(CLOSING)
    assert dusk.greeted == []
    dusk.at(NEXT_OPENING)
    dusk.at(NEXT_OPENING + timedelta(hours=1))
    dusk.begin()
    dusk.at(NEXT_OPENING + timedelta(hours=2))
    assert dusk.greeted == [NEXT_OPENING]


def test_without_anything_to_say_nothing_comes(dusk: Dusk) -> None:
    dusk.notebook.notes = Notes(tasks=(Task("done", is_done=True),))
    dusk.at(NEXT_OPENING)
    assert dusk.greeted == []


@pytest.mark.parametrize("notes", [Notes(tasks=(Task("a"),)), Notes(tonight=("b",))])
def test_open_tasks_and_what_goes_out_greet_as_well(dusk: Dusk, notes: Notes) -> None:
    dusk.notebook.notes = notes
    dusk.at(NEXT_OPENING)
    assert dusk.greeted == [NEXT_OPENING]


def test_a_machine_that_is_switched_on_later_greets_then_and_one_in_the_afternoon_no_more(dusk: Dusk) -> None:
    parked(dusk)
    dusk.at(NEXT_OPENING + timedelta(hours=5))
    assert dusk.greeted == []
    dusk.at(NEXT_OPENING + timedelta(days=1, hours=1))
    assert len(dusk.greeted) == 1


def test_after_a_holiday_there_is_one_greeting(dusk: Dusk) -> None:
    parked(dusk)
    back = NEXT_OPENING + timedelta(days=9)
    dusk.at(back)
    dusk.at(back + timedelta(minutes=1))
    assert dusk.greeted == [back]


def test_what_is_parked_after_the_opening_waits_for_the_next_one(dusk: Dusk) -> None:
    dusk.notebook.notes = Notes(thoughts=(Thought("x", NEXT_OPENING + timedelta(minutes=5)),))
    dusk.at(NEXT_OPENING + timedelta(hours=1))
    assert dusk.greeted == []
    dusk.at(NEXT_OPENING + timedelta(days=1))
    assert len(dusk.greeted) == 1


def test_a_greeting_that_no_moment_was_free_for_is_dropped_at_the_closing(dusk: Dusk) -> None:
    parked(dusk)
    dusk.at_once = dusk.is_free = False
    dusk.at(NEXT_OPENING)
    late = list(dusk.waiting)
    dusk.at(datetime(2026, 11, 24, 18, tzinfo=UTC))
    assert dusk.waiting == []
    for act in late:
        act()
    dusk.greeting._greet()
    assert dusk.greeted == []


# --- a win, after a hard evening -------------------------------------------------------------------------------------

SMILE = Win("People smiled", date(2026, 10, 1))


def happened(dusk: Dusk, kind: EventKind, at: datetime, **details: str) -> None:
    dusk.house.journal.record(Event(at, kind, details))


def test_after_a_key_in_the_evening_a_win_greets_where_nothing_else_would(dusk: Dusk) -> None:
    dusk.notebook.notes = Notes(wins=(SMILE,))
    happened(dusk, EventKind.OPENED, CLOSING + timedelta(hours=2))
    dusk.at(NEXT_OPENING)
    assert dusk.greeted == [NEXT_OPENING]


@pytest.mark.parametrize("since_closing_h", [-2, 16])
def test_what_was_opened_by_hand_in_work_hours_makes_no_hard_evening(dusk: Dusk, since_closing_h: int) -> None:
    dusk.notebook.notes = Notes(wins=(SMILE,))
    happened(dusk, EventKind.OPENED, CLOSING + timedelta(hours=since_closing_h))
    dusk.at(NEXT_OPENING + timedelta(hours=3))
    assert dusk.greeted == []


def test_without_a_win_a_hard_evening_brings_nothing(dusk: Dusk) -> None:
    happened(dusk, EventKind.OPENED, CLOSING + timedelta(hours=2))
    dusk.at(NEXT_OPENING)
    assert dusk.greeted == []


def told(kind: EventKind, times: int = 1, **details: str) -> tuple[Event, ...]:
    return tuple(Event(CLOSING + timedelta(hours=1 + number), kind, details) for number in range(times))


@pytest.mark.parametrize(
    ("evening", "hard"),
    [
        ((), False),
        (told(EventKind.OPENED), True),
        (told(EventKind.ATTEMPT, 2), False),
        (told(EventKind.ATTEMPT, 3), True),
        ((*told(EventKind.ATTEMPT, 2), *told(EventKind.APP_STOPPED)), True),
        (told(EventKind.PHASE, phase="crisis"), True),
        (told(EventKind.PHASE, phase="quiet"), False),
    ],
)
def test_an_evening_is_hard_by_a_key_three_late_looks_or_a_crisis(evening: tuple[Event, ...], *, hard: bool) -> None:
    assert was_hard(evening) is hard
    assert win_for(Notes(wins=(SMILE,)), evening, NEXT_OPENING, UTC) == (SMILE.text if hard else "")
    assert win_for(Notes(), evening, NEXT_OPENING, UTC) == ""
    assert win_for(Notes(wins=(SMILE,)), evening, CLOSING, UTC) == ""


def test_the_evening_before_monday_is_the_weekend_and_never_a_whole_leave() -> None:
    schedule = House().supervisor.rules.schedule
    assert closed_before(schedule, NEXT_OPENING) == CLOSING
    assert closed_before(schedule, datetime(2026, 11, 30, 9, tzinfo=UTC)) == FRIDAY_CLOSING
    leave = Settings(hours=Hours(leave=(Leave(date(2026, 11, 1), date(2026, 11, 29)),)))
    house = House(settings=FakeSettingsStore(leave))
    back = datetime(2026, 11, 30, 9, tzinfo=UTC)
    assert closed_before(house.supervisor.rules.schedule, back) == back - timedelta(days=4)
