# SPDX-License-Identifier: MIT
"""Which moment does a test of the windows show? A status made by hand, and a schedule that simply obeys."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from fakes.autostart import FakeAutostart
from fakes.clock import FakeSinceBoot
from fakes.journal import FakeJournal
from fakes.secret import FakeSecret
from fakes.settings_store import FakeSettingsStore
from rideau.domain.network import Kind, Network
from rideau.domain.override import Override
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Plan
from rideau.domain.probe import Fitness, Probe
from rideau.domain.schedule import Calendar, Schedule
from rideau.domain.settings import ClockRange, FocusStretch, Hours, Leave, LockLevel, WindDown
from rideau.domain.text import Text
from rideau.domain.waiting import Waiting
from rideau.ports.settings_store import SettingsStore
from rideau.services.control import Control
from rideau.services.keys import Keys
from rideau.services.passphrase import Passphrase
from rideau.services.status import Status
from rideau.services.waiting_room import WaitingRoom

PARIS = ZoneInfo("Europe/Paris")
FRIDAY_EVENING = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
FRIDAY_MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MONDAY_OPENING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
A_CALENDAR = Calendar(
    Hours(leave=(Leave(date(2026, 11, 18), date(2026, 11, 18), "Garden"),)),
    WindDown(),
    (FocusStretch((0, 1, 3), ClockRange(9 * 60 + 30, 11 * 60)),),
    PARIS,
    {date(2026, 11, 19): "Founders' Day"},
)
"""The week of the moments below: focus in the mornings, a leave on Wednesday, a holiday on Thursday."""
REASONS = {
    Phase.WORK: Reason(Rule.WORK_HOURS, on=date(2026, 11, 20), hours="09:00-12:30"),
    Phase.FOCUS: Reason(Rule.FOCUS_BY_HAND),
    Phase.WIND_DOWN: Reason(Rule.WIND_DOWN, hours="14:00-18:00"),
    Phase.QUIET: Reason(Rule.OUTSIDE_HOURS),
    Phase.AWAY: Reason(Rule.LEAVE, label="Summer"),
    Phase.ON_CALL: Reason(Rule.OUTSIDE_HOURS),
    Phase.CRISIS: Reason(Rule.OUTSIDE_HOURS),
}


def a_status(phase: Phase = Phase.QUIET, **changed: object) -> Status:
    """Return a Friday in Paris: the morning if open, the evening if closed; ``changed`` replaces fields."""
    now = FRIDAY_MORNING if phase.is_open else FRIDAY_EVENING
    end = now + timedelta(minutes=90) if phase.is_open else MONDAY_OPENING
    interval = Interval(now - timedelta(minutes=30), end, phase, REASONS[phase])
    upcoming = (
        Interval(end, end + timedelta(hours=3), Phase.QUIET if phase.is_open else Phase.WORK, REASONS[Phase.QUIET]),
        Interval(end + timedelta(hours=3), end + timedelta(hours=5), Phase.WORK, REASONS[Phase.WORK]),
        Interval(end + timedelta(hours=5), end + timedelta(hours=6), Phase.WIND_DOWN, REASONS[Phase.WIND_DOWN]),
    )
    made = Status(now, PARIS, Plan(interval, MONDAY_OPENING), upcoming, LockLevel.FIRM, (), (), 0, ())
    return made._replace(**changed)  # type: ignore[arg-type] # the caller names fields of Status


@dataclass
class FakeSchedule:
    """Obey switches by hand on top of one moment (``services.control.ScheduleInForce``)."""

    base: Status

    def __post_init__(self) -> None:
        """Start with the moment as it is."""
        self.present = self.base
        self.complete: Callable[[Status], Status] = lambda status: status

    def status(self) -> Status:
        """Return what is so."""
        return self.complete(self.present)

    def closed_since(self) -> datetime | None:
        """Return when the moment began, if it is closed."""
        return None if self.base.interval.phase.is_open else self.base.interval.start

    def next_start_of_work(self) -> datetime | None:
        """Return Monday's opening."""
        return MONDAY_OPENING

    def is_open_by_hours(self) -> bool:
        """Tell whether the moment itself is open."""
        return self.base.interval.phase.is_open

    def focus_pause(self) -> timedelta:
        """Return five minutes."""
        return timedelta(minutes=5)

    def next_closing(self, overrides: tuple[Override, ...]) -> datetime | None:
        """Return when what is open now ends, the last of ``overrides`` first."""
        return overrides[-1].end if overrides else self.base.interval.end

    def switch(self, overrides: tuple[Override, ...]) -> Status:
        """Let the last switch hold, or the moment itself where there is none."""
        interval = self.base.interval
        if overrides:
            last = overrides[-1]
            interval = Interval(last.start, last.end, last.phase, last.why)
        plan = Plan(interval, self.base.next_opening)
        self.present = self.base._replace(plan=plan, overrides=overrides)
        return self.status()


@dataclass
class Counter:
    """Hold what the windows act through, real services over fakes; has the fields of ``ui.face.Services``."""

    schedule: FakeSchedule
    settings: SettingsStore = field(default_factory=FakeSettingsStore)
    autostart: FakeAutostart = field(default_factory=FakeAutostart)
    settings_file: Path | None = None

    def __post_init__(self) -> None:
        """Build the services."""
        self.journal = FakeJournal()
        self.since_boot = FakeSinceBoot()
        self.secret = FakeSecret()
        passphrase = Passphrase(self.secret, self.journal, self.since_boot)
        self.control = Control(self.schedule, self.journal, Keys(self.journal, self.since_boot), passphrase)
        self.schedule.complete = self.control.completed
        self.waiting_room = WaitingRoom(self.journal)
        self.quits: list[str] = []
        self.given_back = 0

    def status(self) -> Status:
        """Return what is so, with how many wait."""
        return self.schedule.status()._replace(waiting=len(self.waiting_room.items()))

    def networks(self) -> dict[str, Network]:
        """Return two networks."""
        return {"slack": Network("slack", "Slack", Kind.CHAT), "outlook": Network("outlook", "Outlook", Kind.MAIL)}

    @property
    def probes(self) -> Callable[[], tuple[Probe, ...]]:
        """Return what says how two mechanisms stand."""
        return lambda: (
            Probe("notifications", Text("Notifications"), Fitness.WORKS, Text("dunst answers.")),
            Probe("autostart", Text("Start at login"), Fitness.MISSING, Text("No folder."), Text("Make it.")),
        )

    def intervals(self, start: datetime, end: datetime) -> tuple[Interval, ...]:
        """Return what usual hours give, with focus, lunch, and a leave on Wednesday."""
        return Schedule(A_CALENDAR).intervals(start, end)

    def give_back(self) -> None:
        """Note that a window is gone."""
        self.given_back += 1

    def quit(self) -> None:
        """Note that the person left."""
        self.quits.append("quit")

    def hold(self, title: str, network: str = "slack") -> None:
        """Withhold one notification."""
        self.journal.hold(Waiting(network, title, self.schedule.status().at - timedelta(hours=2)))


def a_counter(phase: Phase = Phase.QUIET, **changed: object) -> Counter:
    """Return services at a moment of ``phase``."""
    return Counter(FakeSchedule(a_status(phase, **changed)))
