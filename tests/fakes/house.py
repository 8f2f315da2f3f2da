# SPDX-License-Identifier: MIT
"""What does a test need to run the whole app but its edges? A supervisor among fakes, with one work network."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from fakes.catalogue import FakeCatalogue
from fakes.clock import FakeClock
from fakes.enforcer import FakeEnforcer
from fakes.holidays import FakeHolidays
from fakes.journal import FakeJournal
from fakes.override_store import FakeOverrideStore
from fakes.settings_store import FakeSettingsStore
from fakes.wake_up import FakeWakeUp
from rideau.domain.network import Kind, Network, Side
from rideau.domain.settings import Settings
from rideau.domain.waiting import Waiting
from rideau.ports.state import EventKind
from rideau.services.control import Control
from rideau.services.rules import Sources
from rideau.services.supervisor import Ports, Supervisor
from rideau.services.waiting_room import WaitingRoom

MONDAY_10 = datetime(2026, 11, 23, 10, tzinfo=UTC)
"""Inside the default office hours of a clock in UTC."""
SLACK = Network("slack", "Slack", Kind.CHAT, sites=("slack.com",), default_side=Side.WORK)
TIKTOK = Network("tiktok", "TikTok", Kind.SOCIAL, sites=("tiktok.com",), default_side=Side.PERSONAL)


@dataclass
class House:
    """Hold the fakes and what is built on them; ``open_shop`` builds it, again after a crash."""

    clock: FakeClock = field(default_factory=lambda: FakeClock(MONDAY_10))
    settings: FakeSettingsStore = field(default_factory=lambda: FakeSettingsStore(Settings()))
    overrides: FakeOverrideStore = field(default_factory=FakeOverrideStore)
    journal: FakeJournal = field(default_factory=FakeJournal)
    wake_up: FakeWakeUp = field(default_factory=FakeWakeUp)
    enforcer: FakeEnforcer = field(default_factory=lambda: FakeEnforcer("notifications"))
    holidays: FakeHolidays = field(default_factory=FakeHolidays)

    def __post_init__(self) -> None:
        """Open for the first time."""
        self.open_shop()

    def open_shop(self) -> None:
        """Start as the app does: read what is kept, then wake."""
        sources = Sources(self.clock, FakeCatalogue(SLACK, TIKTOK), self.holidays, lambda _settings: "en")
        self.waiting_room = WaitingRoom(self.journal)
        ports = Ports(sources, self.settings, self.overrides, self.journal, self.wake_up, lambda: (self.enforcer,))
        self.supervisor = Supervisor(ports, self.waiting_room)
        self.control = Control(self.supervisor, self.journal)

    def at(self, instant: datetime) -> None:
        """Set the clock to ``instant`` and wake, as the wake-up would."""
        self.clock.set(instant)
        self.supervisor.wake()

    def follow(self, settings: Settings) -> None:
        """Put ``settings`` in the file, as a hand would."""
        self.settings.replace(settings)
        self.supervisor.settings_changed()

    def hold(self, title: str, network: str = "slack") -> None:
        """Withhold one notification."""
        self.journal.hold(Waiting(network, title, self.clock.now()))

    def told(self, kind: EventKind) -> list[dict[str, str | int]]:
        """Return what the journal tells of one kind."""
        return [dict(event.details) for event in self.journal.events() if event.kind is kind]
