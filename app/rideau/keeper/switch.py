# SPDX-License-Identifier: MIT
"""Who carries out what the dead man's table says, and keeps its time?"""

import asyncio
from collections.abc import Callable, Mapping

from rideau.keeper.dead_man import Action, DeadMan, Event


class Switch:
    """Drive a ``DeadMan`` on the event loop; asyncio's clock stands still in suspend, and so does its patience."""

    def __init__(self, doings: Mapping[Action, Callable[[], None]]) -> None:
        """Do as ``doings`` say; none of them may feed events at once, only later."""
        self._doings = doings
        self._machine = DeadMan()
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._arm()

    def feed(self, event: Event) -> None:
        """Note that ``event`` happened, and do what follows from it."""
        state = self._machine.state
        actions = self._machine.feed(event)
        if self._machine.state is not state:
            self._arm()
        for action in actions:
            self._doings[action]()

    def close(self) -> None:
        """Keep no time any more."""
        if self._timer is not None:
            self._timer.cancel()

    def _arm(self) -> None:
        self.close()
        patience_s = self._machine.patience_s
        if patience_s is not None:
            self._timer = self._loop.call_later(patience_s, self.feed, Event.TIME_UP)
