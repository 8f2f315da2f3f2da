# SPDX-License-Identifier: MIT
"""How does a test stand a guard over a stage's notifications and count what it withheld?"""

import threading
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from fakes.clock import FakeClock
from fakes.ledger import FakeLedger
from rideau.adapters.linux.notifications.notification_guard import NotificationGuard
from rideau.domain.waiting import Waiting
from stage.desktop import Home
from stage.program import PATIENCE_S

GUARD_UNTIL_KILLED = """
import os, signal
from datetime import UTC, datetime
from contracts.enforcer import CLOSED
from fakes.clock import FakeClock
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.notifications.notification_guard import NotificationGuard
from rideau.adapters.paths import paths_from
ledger = LedgerFile(paths_from(os.environ).ledger_file)
guard = NotificationGuard(os.environ, print, FakeClock(datetime(2026, 1, 5, tzinfo=UTC)), ledger)
assert guard.apply(CLOSED).problem is None
os.kill(os.getpid(), signal.SIGKILL)
"""
"""A program that withholds what Slack notifies, and is killed as soon as it does."""


class Guarding:
    """Hold a real guard, and what it held back."""

    def __init__(self, home: Home) -> None:
        """Guard the session of ``home``; nothing is withheld before ``guard.apply``."""
        self.held: list[Waiting] = []
        self.ledger = FakeLedger()
        self._changed = threading.Condition()
        self.guard = NotificationGuard(
            home.environment, self._hold, FakeClock(datetime(2026, 1, 5, tzinfo=UTC)), self.ledger
        )

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go."""
        self.guard.release()

    @property
    def titles(self) -> list[str]:
        """Return the titles that were held back."""
        return [waiting.title for waiting in self.held]

    def wait(self, count: int, patience_s: float = PATIENCE_S) -> bool:
        """Wait until ``count`` were held back; tell whether they were."""
        with self._changed:
            return self._changed.wait_for(lambda: len(self.held) >= count, patience_s)

    def _hold(self, waiting: Waiting) -> None:
        with self._changed:
            self.held.append(waiting)
            self._changed.notify_all()
