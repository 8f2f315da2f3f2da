# SPDX-License-Identifier: MIT
"""What is a day of the real tray app within a minute? Its waits shorter, and a clock that is led by words.

Run as ``paced_tray.py FIFO``. ``later 80`` lets the clock go on by 80 minutes, as if it were set; ``due`` has a
reminder that somebody asked for be due. It says what becomes of each: ``held``, ``waiting``,
``showing``, ``ended withdrawn``.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSocketNotifier

from rideau.adapters.clock import since_boot
from rideau.adapters.control_listener import listen_at
from rideau.bootstrap.app import TrayProcess
from rideau.bootstrap.application import new_application
from rideau.bootstrap.parts import Offline
from rideau.bootstrap.reminding import Reminding
from rideau.domain.attention import Signals
from rideau.domain.right_moment import Pace
from rideau.domain.settings import Asked

QUICK = Pace(settle=timedelta(seconds=0.4), after_call=timedelta(seconds=1), after_screen=timedelta(seconds=0.5))
MONDAY_9 = datetime(2026, 11, 23, 9, tzinfo=UTC)


class LedClock:
    """Begin on a Monday at 9, and go on as time does; words lead it ahead."""

    def __init__(self) -> None:
        """Begin."""
        self._begun = since_boot()
        self.ahead = timedelta(0)

    def now(self) -> datetime:
        """Return what it shows."""
        return MONDAY_9 + (since_boot() - self._begun) + self.ahead

    def zone(self) -> ZoneInfo:
        """Return where it stands."""
        return ZoneInfo("UTC")


CLOCK = LedClock()


class LedParts(Offline):
    """Be the parts of the app, on that clock."""

    @property
    def clock(self) -> LedClock:  # type: ignore[override]  # a clock as any other
        """Return the clock that words lead."""
        return CLOCK


class PacedTray(TrayProcess):
    """Be the tray app, its reminders with shorter waits, and led by words."""

    def _begin_reminding(self) -> None:
        self.reminding = Reminding(self, QUICK)
        self._said = ""
        self.reminding.cards.changed.append(self._card_changed)
        self.sensing.listen(self._sensed)
        self._orders = os.open(sys.argv[1], os.O_RDWR | os.O_NONBLOCK)
        self._notifier = QSocketNotifier(self._orders, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._obey)
        _say("ready")

    def _obey(self) -> None:
        for order in os.read(self._orders, 4096).decode().splitlines():
            word, _, rest = order.partition(" ")
            if word == "later":
                CLOCK.ahead += timedelta(minutes=float(rest))
                self.wake()
            elif word == "due" and self.reminding is not None:
                self.reminding.reminder.due(Asked.EYES.value)
            self._tell()

    def _card_changed(self) -> None:
        assert self.reminding is not None
        cards = self.reminding.cards
        _say("showing" if cards.is_showing else f"ended {cards.history.showings[-1].outcome.value}")

    def _sensed(self, _: Signals) -> None:
        self._tell()

    def _tell(self) -> None:
        assert self.reminding is not None
        state = self.reminding.reminder.state.value
        if state != self._said:
            self._said = state
            _say(state)


def _say(line: str) -> None:
    print(line, flush=True)


def main() -> int:
    """Run it until it is told to quit."""
    from rideau.adapters.paths import paths_from  # noqa: PLC0415 - as the app does

    parts = LedParts(paths_from(os.environ))
    Path(parts.paths.control_socket).parent.mkdir(parents=True, exist_ok=True)
    listener = listen_at(parts.paths.control_socket)
    application = new_application(parts.paths)
    desk = PacedTray(parts, application)
    desk.main_thread.post(lambda: desk.begin(listener))
    try:
        return application.exec()
    finally:
        desk.end()


if __name__ == "__main__":
    sys.exit(main())
