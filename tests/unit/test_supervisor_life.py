# SPDX-License-Identifier: MIT
"""Through time, edits, sleep, crashes and hands: does what is enforced stay the plan for now?"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from fakes.house import House
from rideau.domain.error import RideauError
from rideau.domain.phase import Rule
from rideau.domain.settings import ClockRange, Hours, LockLevel, Settings, Week
from rideau.services.waiting_room import Digest

ZONES = ("UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe")
WEEKS = (
    Week(((ClockRange(540, 1080),),) * 7),
    Week(((ClockRange(1320, 1560),), (), (ClockRange(0, 1440),), (), (), (), ())),
    Week(((),) * 7),
)


class Life(RuleBasedStateMachine):
    """Live with Rideau for a while."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House()
        self.given: list[str] = []
        self.held = 0
        self.promised: datetime | None = None
        self.start()

    def start(self) -> None:
        self.house.supervisor.observers.digest.append(self.note)
        self.house.supervisor.wake()

    def note(self, digest: Digest) -> None:
        self.given += [item.title for item in digest.items]

    @rule()
    def wait_for_the_wake_up(self) -> None:
        if self.house.wake_up.armed_at is not None:
            due = self.house.wake_up.armed_at - self.house.time.ahead
            self.house.at(max(due, self.house.clock.now()))

    @rule(hours=strategies.floats(0.01, 100))
    def sleep_through_it(self, hours: float) -> None:
        self.house.at(self.house.clock.now() + timedelta(hours=hours))

    @rule(hours=strategies.floats(-5, 50))
    def set_the_clock(self, hours: float) -> None:
        self.house.time.ahead += timedelta(hours=hours)
        self.house.supervisor.wake()

    @rule(zone=strategies.sampled_from(ZONES))
    def travel(self, zone: str) -> None:
        self.house.clock.set_zone(ZoneInfo(zone))
        self.house.supervisor.wake()

    @rule(week=strategies.sampled_from(WEEKS), level=strategies.sampled_from(LockLevel))
    def edit_the_settings(self, week: Week, level: LockLevel) -> None:
        self.house.follow(Settings(hours=Hours(week=week), lock_level=level))

    @rule()
    def spoil_the_settings(self) -> None:
        self.house.settings.spoil()
        self.house.supervisor.settings_changed()

    @rule(act=strategies.sampled_from(("open", "close", "resume", "focus", "stop_focus")))
    def switch_by_hand(self, act: str) -> None:
        control = self.house.control
        acts = {
            "open": lambda: control.open(None, "why"),
            "close": control.close,
            "resume": control.resume,
            "focus": lambda: control.focus(None),
            "stop_focus": control.stop_focus,
        }
        try:
            acts[act]()
        except RideauError:
            return

    @rule()
    def be_notified(self) -> None:
        self.house.hold(f"number {self.held}")
        self.held += 1
        self.house.supervisor.wake()

    @rule()
    def crash(self) -> None:
        self.house.open_shop()
        self.start()

    @invariant()
    def what_is_enforced_is_the_plan_for_now(self) -> None:
        status, armed_at = self.house.supervisor.status(), self.house.wake_up.armed_at
        assert self.house.enforcer.plan == status.plan
        if status.interval.end is not None:
            assert armed_at is not None
            assert status.at < armed_at - self.house.in_force.moved <= status.interval.end

    @invariant()
    def what_was_firmly_closed_stays_so_until_its_opening(self) -> None:
        """Whatever was edited, crashed, set or travelled meanwhile; a key is the way that is offered."""
        status = self.house.supervisor.status()
        if status.interval.phase.is_open:
            by_key = status.interval.reason.rule is Rule.OPENED_BY_HAND
            assert self.promised is None or status.at >= self.promised or by_key
            self.promised = self.promised if by_key else None
        elif status.lock_level is LockLevel.GENTLE or status.overrides:
            self.promised = None
        else:
            assert self.promised is None or status.next_opening is None or status.next_opening >= self.promised
            self.promised = self.promised or (None if status.held else status.next_opening)

    @invariant()
    def nothing_that_waited_is_lost_or_given_back_twice(self) -> None:
        waiting = [item.title for item in self.house.journal.waiting()]
        assert sorted(waiting + self.given) == sorted(f"number {number}" for number in range(self.held))


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=8, stateful_step_count=12, deadline=None)
