# SPDX-License-Identifier: MIT
"""What does a test need to run the whole app but its edges? A supervisor among fakes, with one work network."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from fakes.autostart import FakeAutostart
from fakes.catalogue import FakeCatalogue
from fakes.clock import FakeClock, FakeSinceBoot, FakeTime
from fakes.enforcer import FakeEnforcer
from fakes.holidays import FakeHolidays
from fakes.in_force import FakeInForceStore
from fakes.journal import FakeJournal
from fakes.override_store import FakeOverrideStore
from fakes.secret import FakeSecret
from fakes.settings_store import FakeSettingsStore
from fakes.wake_up import FakeWakeUp
from rideau.domain.key import Exit
from rideau.domain.network import Kind, Network, Side
from rideau.domain.settings import Settings
from rideau.domain.waiting import Waiting
from rideau.ports.state import EventKind
from rideau.services.control import Control
from rideau.services.in_force import InForce
from rideau.services.keys import Keys
from rideau.services.passphrase import Passphrase
from rideau.services.rules import Sources
from rideau.services.status import Status
from rideau.services.supervisor import Ports, Supervisor
from rideau.services.trusted_clock import TrustedClock
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
    since_boot: FakeSinceBoot = field(default_factory=FakeSinceBoot)
    secret: FakeSecret = field(default_factory=FakeSecret)

    def __post_init__(self) -> None:
        """Open for the first time."""
        self.autostart = FakeAutostart(on=True)
        self.time = FakeTime(self.clock)
        self.in_force_store = FakeInForceStore(self.settings)
        self.open_shop()

    def open_shop(self) -> None:
        """Start as the app does: read what is kept, then wake."""
        clock = TrustedClock(self.clock, self.time)
        sources = Sources(clock, FakeCatalogue(SLACK, TIKTOK), self.holidays, lambda _settings: "en")
        self.waiting_room = WaitingRoom(self.journal)
        self.in_force = InForce(self.in_force_store, sources, self.journal, clock, self.autostart.is_on)
        ports = Ports(
            sources,
            self.settings,
            self.overrides,
            self.journal,
            self.wake_up,
            lambda: (self.enforcer,),
            self.in_force,
        )
        self.supervisor = Supervisor(ports, self.waiting_room)
        passphrase = Passphrase(self.secret, self.journal, self.since_boot)
        self.control = Control(self.supervisor, self.journal, Keys(self.journal, self.since_boot), passphrase)
        self.supervisor.observers.completes.append(self.control.completed)

    def use_key(self, duration: timedelta | None = None, reason: str = "why", passphrase: str = "") -> Status:
        """Ask for a key, wait as long as it says, and turn it."""
        return self.turned(self.control.open(duration, reason, passphrase=passphrase))

    def turned(self, status: Status) -> Status:
        """Wait as long as the key in ``status`` says, and turn it; without one return ``status``."""
        if status.key is None:
            return status
        self.since_boot.advance(status.key.wait)
        if status.key.exit is Exit.EMERGENCY:
            return self.control.emergency("", status.key.id)
        return self.control.open(None, "", status.key.id)

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
