# SPDX-License-Identifier: MIT
"""Does a day at a desk bring few cards, each at its moment, and none where none may come?"""

from datetime import time, timedelta
from random import Random

import pytest

from fakes.moment import a_status
from fakes.reminding import MONDAY_9, UTC_ZONE, DayAtADesk, a_tip
from rideau.domain.attention import Presence
from rideau.domain.contexts import Day
from rideau.domain.phase import Phase
from rideau.domain.right_moment import Blocker, blockers
from rideau.domain.settings import Asked, Reminders, Settings, WindDown
from rideau.domain.tip import Moment, Outcome, Theme
from rideau.ports.recurring import Rhythm
from rideau.ports.state import Event, EventKind
from rideau.services.occasions import phase_of
from rideau.services.offering import State
from rideau.services.reminder import rhythms_of

ONCE = Reminders(recurring=frozenset())
SEQUENCES = 100
STEPS = 60


@pytest.fixture(name="day")
def fixture_day() -> DayAtADesk:
    day = DayAtADesk(settings=Settings(reminders=ONCE))
    day.start()
    return day


def cards(day: DayAtADesk) -> list[str]:
    """Return when each card came."""
    return [event.at.strftime("%H:%M") for event in day.journal.events() if event.kind is EventKind.TIP]


def ended(day: DayAtADesk, outcome: Outcome = Outcome.EXPIRED) -> None:
    """Have the card that is there end so."""
    assert day.stand.is_showing
    day.stand.end(outcome)


def test_the_first_card_of_the_day_comes_at_a_pause_a_quarter_of_an_hour_in(day: DayAtADesk) -> None:
    day.work_on(minutes=14)
    assert not day.stand.is_showing
    day.work_on(minutes=6)
    ended(day)
    assert cards(day) == ["09:18"]


def test_whoever_never_pauses_is_never_disturbed(day: DayAtADesk) -> None:
    day.pass_by(hours=8)
    assert cards(day) == []


def test_a_whole_day_of_work_brings_few_cards_and_an_hour_lies_between(day: DayAtADesk) -> None:
    for _ in range(60):
        day.work_on(minutes=10)
        day.stand.end(Outcome.EXPIRED)
    assert cards(day) == ["09:18", "10:20", "14:00", "17:00"]


def test_a_call_holds_a_card_and_it_comes_once_when_the_call_is_over(day: DayAtADesk) -> None:
    day.attention.senses(microphone=True)
    day.work_on(minutes=30)
    assert day.reminder.state is State.HELD
    day.attention.senses(microphone=False)
    day.pass_by(seconds=13)
    ended(day)
    day.work_on(minutes=20)
    assert len(cards(day)) == 1


def test_what_is_stale_when_the_call_ends_is_dropped(day: DayAtADesk) -> None:
    day.attention.senses(microphone=True)
    day.work_on(minutes=50)
    day.activity.pause()
    day.pass_by(minutes=20)
    day.attention.senses(microphone=False)
    day.activity.pause()
    day.pass_by(minutes=1)
    assert cards(day) == []
    assert day.reminder.state is State.IDLE


def test_a_card_that_is_there_goes_at_once_when_a_call_comes(day: DayAtADesk) -> None:
    day.work_on(minutes=20)
    assert day.stand.is_showing
    day.attention.senses(camera=True)
    assert not day.stand.is_showing
    assert day.desk.history.showings[-1].outcome is Outcome.WITHDRAWN


def test_a_card_stays_while_somebody_types_on_beside_it(day: DayAtADesk) -> None:
    day.work_on(minutes=20)
    day.attention.senses(typing=True)
    assert day.stand.is_showing


def test_focus_takes_a_card_away(day: DayAtADesk) -> None:
    day.work_on(minutes=20)
    day.set_phase(Phase.FOCUS)
    assert not day.stand.is_showing


def test_a_card_that_a_hand_asked_for_in_a_call_stays_in_it_and_goes_for_another_reason(day: DayAtADesk) -> None:
    day.attention.senses(microphone=True)
    assert day.reminder.show_now()
    day.attention.senses(playing=True)
    assert day.stand.is_showing
    day.attention.senses(sharing=True)
    assert not day.stand.is_showing
    assert day.reminder.show_last()
    assert day.reminder.show("move-1")


def test_a_long_stretch_brings_one_card_and_a_pause_begins_another(day: DayAtADesk) -> None:
    day.work_on(minutes=20)
    ended(day)
    day.work_on(minutes=80)
    ended(day)
    day.work_on(minutes=70)
    assert len(cards(day)) == 2
    assert not day.stand.is_showing, "one long stretch, one card"
    day.attention.senses(presence=Presence.AWAY)
    day.pass_by(minutes=2)
    day.attention.senses(presence=Presence.ACTIVE)
    day.clock.set(MONDAY_9 + timedelta(hours=5))
    day.look_at_plan()
    day.work_on(minutes=60)
    ended(day)
    assert len(cards(day)) == 3


def test_what_comes_too_soon_after_another_waits_until_it_may(day: DayAtADesk) -> None:
    day.work_on(minutes=40)
    ended(day)
    assert cards(day) == ["09:16"]
    day.work_on(minutes=30)
    assert not day.stand.is_showing
    day.work_on(minutes=12)
    ended(day)
    assert cards(day)[1] >= "10:16"


def test_nothing_is_caught_up_after_a_sleep(day: DayAtADesk) -> None:
    day.pass_by(minutes=16)
    assert day.reminder.state is State.WAITING
    day.sleep(minutes=3)
    day.turn_to_another_window()
    day.pass_by(seconds=10)
    assert day.reminder.state is State.IDLE
    assert cards(day) == []


def test_switched_off_nothing_comes_and_what_is_there_goes(day: DayAtADesk) -> None:
    day.work_on(minutes=20)
    day.want(is_on=False)
    assert not day.stand.is_showing
    day.work_on(hours=3)
    assert len(cards(day)) == 1
    day.want(is_on=True)
    day.work_on(minutes=30)
    assert len(cards(day)) == 1
    ended(day)


def test_what_is_due_when_reminders_are_switched_off_never_comes(day: DayAtADesk) -> None:
    day.pass_by(minutes=16)
    day.settings = day.settings._replace(reminders=Reminders(is_on=False))
    day.turn_to_another_window()
    day.pass_by(minutes=1)
    assert cards(day) == []
    day.reminder.due("move")
    assert day.reminder.state is State.IDLE


def test_outside_work_hours_nothing_but_late_attempts_is_spoken_of(day: DayAtADesk) -> None:
    day.clock.set(MONDAY_9 + timedelta(hours=12))
    day.look_at_plan()
    day.work_on(hours=1)
    assert cards(day) == []
    day.reminder.attempted()
    day.work_on(minutes=5)
    assert cards(day) == []
    day.reminder.attempted()
    day.work_on(minutes=5)
    ended(day)
    assert day.stand.shown[-1].note in {"first", "plan"}
    assert len(cards(day)) == 1


def test_a_kept_evening_is_told_by_the_journal() -> None:
    for event, moments in ((EventKind.PHASE, {Moment.GOOD_EVENING}), (EventKind.ATTEMPT, set()), (None, set())):
        day = DayAtADesk(settings=Settings(reminders=ONCE))
        if event is not None:
            day.journal.record(Event(MONDAY_9 - timedelta(hours=12), event, {}))
        day.start()
        day.work_on(minutes=15)
        assert day.occasions.moments() - {Moment.ANY, Moment.FIRST_OF_DAY} == moments


def test_what_counts_as_an_evening_is_a_gap_as_long_as_the_settings_say() -> None:
    day = DayAtADesk(settings=Settings(reminders=ONCE, wind_down=WindDown(min_gap_hours=72)))
    day.journal.record(Event(MONDAY_9 - timedelta(hours=12), EventKind.PHASE, {}))
    day.start()
    day.work_on(minutes=15)
    assert Moment.GOOD_EVENING not in day.occasions.moments()


def test_hours_that_never_close_have_no_evening_before() -> None:
    from rideau.domain.settings import ClockRange, Hours, Week  # noqa: PLC0415 - here alone

    always = Hours(week=Week(((ClockRange(0, 24 * 60),),) * 7))
    day = DayAtADesk(settings=Settings(reminders=ONCE, hours=always))
    day.start()
    day.work_on(minutes=20)
    assert Moment.GOOD_EVENING not in day.occasions.moments()
    assert day.stand.is_showing


def test_a_crisis_and_a_long_focus_are_known_when_over(day: DayAtADesk) -> None:
    day.set_phase(Phase.CRISIS)
    day.set_phase(Phase.FOCUS)
    day.pass_by(minutes=50)
    day.set_phase(Phase.WORK)
    assert {Moment.AFTER_CRISIS, Moment.LONG_FOCUS} <= day.occasions.moments()
    assert {each.moment for each in day.occasions.spans()} >= {Moment.AFTER_CRISIS}


def test_what_was_asked_for_recurs_in_its_rhythm_and_only_where_it_makes_sense() -> None:
    day = DayAtADesk(settings=Settings(reminders=Reminders(recurring=frozenset(Asked))))
    day.start()
    assert day.recurring.rhythms == {
        "move": Rhythm(every=timedelta(hours=1)),
        "eyes": Rhythm(every=timedelta(minutes=75)),
        "meal": Rhythm(at=time(12, 10)),
        "water-1": Rhythm(at=time(11, 15)),
        "water-3": Rhythm(at=time(15, 45)),
    }
    day.recurring.ring("move")
    assert day.reminder.state is State.IDLE, "there was a pause just now"
    day.activity._worked = timedelta(minutes=40)
    day.recurring.ring("move")
    day.recurring.ring("eyes")
    day.turn_to_another_window()
    day.turn_to_another_window()
    day.pass_by(seconds=3)
    assert day.desk.is_showing
    day.recurring.ring("water-1")
    ended(day)
    assert [each.theme for each in day.desk.history.showings] == [Theme.MOVE], "never a queue"
    day.set_phase(Phase.QUIET)
    day.recurring.ring("move")
    assert day.reminder.state is State.IDLE
    day.want(recurring=frozenset())
    assert day.recurring.rhythms == {}


def test_the_meal_comes_before_the_gap_as_any_unasked_card() -> None:
    day = DayAtADesk((a_tip("soup", Theme.SNACK, frozenset({Moment.MIDDAY})),))
    day.start()
    day.clock.set(MONDAY_9 + timedelta(hours=3, minutes=10))
    day.look_at_plan()
    day.recurring.look()
    day.work_on(minutes=10)
    ended(day)
    assert [(each.tip, each.is_asked) for each in day.desk.history.showings] == [("soup", False)]


def test_where_nothing_ever_recurred_nothing_is_loaded_for_it() -> None:
    day = DayAtADesk(settings=Settings(reminders=Reminders(recurring=frozenset({Asked.MEAL}))))
    day.start()
    day.reminder.stop()
    assert day.recurring.rhythms == {}
    day.want(recurring=frozenset())
    assert day.recurring.rhythms == {}


def test_without_work_nothing_recurs() -> None:
    assert rhythms_of(Reminders(recurring=frozenset(Asked)), Day(), UTC_ZONE) == {}
    assert rhythms_of(Reminders(is_on=False), Day(MONDAY_9, MONDAY_9), UTC_ZONE) == {}
    short = Day(MONDAY_9, MONDAY_9 + timedelta(hours=4))
    assert rhythms_of(Reminders(), short, UTC_ZONE) == {}


def test_stopped_it_lets_nothing_come(day: DayAtADesk) -> None:
    day.reminder.stop()
    day.want(recurring=frozenset({Asked.MOVE}))
    day.pass_by(minutes=16)
    day.reminder.stop()
    assert day.recurring.rhythms == {}
    day.turn_to_another_window()
    assert day.delay.is_idle or not day.stand.is_showing


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_whatever_comes_in_whatever_order_no_card_stands_beside_a_blocker(seed: int) -> None:
    """Signals come at random, one or several at a time; cards are due often; after each, no card is where none may."""
    chance = Random(seed)  # noqa: S311 - no secret: what happens at a desk
    day = DayAtADesk(settings=Settings(reminders=Reminders(recurring=frozenset(Asked))))
    day.start()
    fields = ("microphone", "camera", "meeting", "sharing", "full_screen", "presenting", "mirrored", "playing")
    others = ("do_not_disturb", "locked", "typing")
    for _ in range(STEPS):
        chosen = chance.sample((*fields, *others), chance.randint(0, 2))
        day.attention.senses(**{each: chance.choice((True, False, False, None)) for each in chosen})
        day.attention.senses(presence=chance.choice((Presence.ACTIVE, Presence.RESTING, Presence.AWAY, None)))
        day.turn_to_another_window()
        if chance.random() < 0.1:
            day.set_phase(chance.choice((Phase.WORK, Phase.FOCUS, Phase.WIND_DOWN)))
        if chance.random() < 0.3:
            day.recurring.ring(chance.choice(("move", "eyes", "meal", "water-1")))
        before = day.stand.is_showing
        day.pass_by(seconds=chance.choice((1, 3, 12, 70, 700)))
        found = blockers(day.attention.signals(), day.occasions.phase)
        assert not (day.stand.is_showing and found - {Blocker.TYPING})
        assert before or not (day.stand.is_showing and Blocker.TYPING in found)
        if chance.random() < 0.5:
            day.stand.end(chance.choice((Outcome.EXPIRED, Outcome.FOLLOWED)))


def test_open_by_a_key_is_no_time_for_reminders() -> None:
    opened, closed = a_status(Phase.WORK), a_status(Phase.QUIET)
    assert phase_of(opened, is_open_by_hours=True) is Phase.WORK
    assert phase_of(opened, is_open_by_hours=False) is Phase.QUIET
    assert phase_of(closed, is_open_by_hours=False) is Phase.QUIET
