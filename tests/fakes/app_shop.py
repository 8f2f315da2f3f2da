# SPDX-License-Identifier: MIT
"""What does a test need to close apps? The guard among fakes, three apps, and the hours."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from fakes.apps import FakeApps
from fakes.clock import FakeClock
from fakes.closed_apps import FakeClosedApps
from fakes.delay import FakeDelay
from fakes.inventory import FakeInventory
from fakes.journal import FakeJournal
from rideau.domain.app import AppRule, Closing, Run
from rideau.domain.network import Action, AppIds, Network
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Plan, Treatment
from rideau.domain.probe import Report
from rideau.domain.settings import AppSettings, HiddenApps, LockLevel, Reopening, Settings
from rideau.ports.state import EventKind
from rideau.services.app_guard import AppGuard, AppParts, Said
from rideau.services.closing_time import Means

CLOSING = datetime(2026, 11, 23, 18, tzinfo=UTC)
SLACK = Network("slack", "Slack", apps=AppIds(linux=("slack.desktop",)))
MAIL = Network("mail", "Mail", apps=AppIds(linux=("mail.desktop",)))
SLACK_APP = AppRule("slack/slack", "slack", "Slack", "slack", ("/usr/bin/slack",), desktop_id="slack")
SLACK_WEB = AppRule("slack/web", "slack", "Slack", web_hosts=("slack.com",))
MAIL_APP = AppRule("mail/mail", "mail", "Mail", "mail", ("/usr/bin/mail",), desktop_id="mail")
COUNTDOWN = timedelta(seconds=60)
SOON = timedelta(milliseconds=100)


def interval(phase: Phase, rule: Rule = Rule.OUTSIDE_HOURS) -> Interval:
    """Return a stretch of ``phase`` around six in the evening."""
    return Interval(CLOSING - timedelta(hours=1), CLOSING + timedelta(hours=15), phase, Reason(rule))


def closed(*networks: Network) -> Plan:
    """Return a plan that closes ``networks``, all of them where none is named."""
    treated = tuple(Treatment(network, Action.BLOCK) for network in networks or (SLACK, MAIL))
    return Plan(interval(Phase.QUIET), None, treated, (SLACK, MAIL))


def opened(rule: Rule = Rule.WORK_HOURS) -> Plan:
    """Return a plan that closes nothing."""
    return Plan(interval(Phase.WORK, rule), None, (), (SLACK, MAIL))


@dataclass
class AppShop:
    """Hold the guard and its surroundings; ``saved`` is what an earlier run closed."""

    saved: FakeClosedApps = field(default_factory=FakeClosedApps)
    apps: FakeApps = field(default_factory=FakeApps)

    def __post_init__(self) -> None:
        """Start the guard."""
        self.clock = FakeClock(CLOSING)
        self.delay = FakeDelay(self.clock)
        self.journal = FakeJournal()
        self.inventory = FakeInventory(SLACK_APP, SLACK_WEB, MAIL_APP)
        self.settings = Settings()
        self.coming = closed()
        self.changes: list[Report] = []
        self.said: list[Said] = []
        self.plan = opened()
        means = Means(self.apps, self.journal, self.clock, self.delay, lambda: self.settings)
        self.guard = AppGuard(AppParts(means, self.inventory, self.saved, lambda: self.coming, self._changed))
        self.guard.observers.said.append(self.said.append)

    def choose(
        self,
        hidden: HiddenApps = HiddenApps.END,
        reopen: Reopening = Reopening.ASK,
        level: LockLevel = LockLevel.FIRM,
    ) -> None:
        """Have the person choose."""
        self.settings = Settings(apps=AppSettings(60, hidden, reopen), lock_level=level)

    def apply(self, plan: Plan) -> Report:
        """Apply ``plan``, and let what follows at once happen."""
        self.plan = plan
        report = self.guard.apply(plan)
        self.delay.pass_by(SOON)
        return report

    def close(self, *networks: Network) -> Report:
        """Close the shop."""
        return self.apply(closed(*networks))

    def open(self) -> Report:
        """Open it by its hours."""
        return self.apply(opened())

    def wait(self, length: timedelta = SOON) -> None:
        """Let time pass."""
        self.delay.pass_by(length)

    def closing(self, run: Run) -> Closing | None:
        """Return how far the closing of ``run`` is."""
        return next((each for each in self.guard.doorway.closing if each.run_id == run.id), None)

    def told(self, kind: EventKind) -> list[dict[str, str | int]]:
        """Return what the journal tells of one kind."""
        return [dict(event.details) for event in self.journal.events() if event.kind is kind]

    def not_covered(self) -> list[str]:
        """Return what the report says is not covered now."""
        return [str(each) for each in self.guard.apply(self.plan).not_covered]

    def _changed(self) -> None:
        self.changes.append(self.guard.apply(self.plan))
