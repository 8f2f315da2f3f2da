# SPDX-License-Identifier: MIT
"""How is a keeper reached? The one that lives is taken over, with its gate; else one is started."""

import logging
import socket
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rideau.adapters.gate_listener import open_listener
from rideau.adapters.keeper_line import Line, call_keeper
from rideau.adapters.keeper_process import COMMAND, KeeperProcess, start_keeper
from rideau.adapters.paths import Paths

log = logging.getLogger(__name__)

WELCOME_WITHIN_S = 1.0
STARTING_WITHIN_S = 5.0
SOON_S, LATEST_S = 0.01, 0.2
"""A new keeper is called in growing steps until it is there."""


class Reached(NamedTuple):
    """Hold a keeper that said welcome."""

    line: Line
    keeper: KeeperProcess
    listener: socket.socket


class Reach:
    """Reach a keeper, whatever it takes. One thread; ``pause`` sleeps for some seconds, or less when it is roused."""

    def __init__(
        self, paths: Paths, rouse: Callable[[], None], pause: Callable[[float], None], command: Sequence[str] = COMMAND
    ) -> None:
        """Look at the places of ``paths``; ``rouse`` is told, on another thread, when a started keeper fails."""
        self._paths = paths
        self._rouse = rouse
        self._pause = pause
        self._command = command
        self.keeper: KeeperProcess | None = None
        """The process that is, or is being, reached; None between two."""

    def take_over(self) -> Reached | None:
        """Return the keeper that lives; one of another version, and one that hangs, is ended."""
        line = call_keeper(self._paths.keeper_socket)
        if line is None:
            return None
        self.keeper = KeeperProcess(line.pid)
        found = self._greeted(line, WELCOME_WITHIN_S)
        if found is None:
            log.warning("The keeper %d is none of this version, or hangs: it is replaced", line.pid)
            self.bury()
        return found

    def open_listener(self) -> socket.socket:
        """Return a listener for a keeper to serve; raises as ``gate_listener.open_listener`` does."""
        return open_listener(self._paths.gate_port_file)

    def start(self, listener: socket.socket, is_wanted: Callable[[], bool]) -> Reached | None:
        """Return a new keeper that serves ``listener``; None where it does not come up, or ``is_wanted`` no more.

        Raises:
            OSError: it could not even be started.

        """
        path = self._paths.keeper_socket
        self.keeper = start_keeper(listener, path, self._paths.keeper_log, self._rouse, self._command)
        until, step = time.monotonic() + STARTING_WITHIN_S, SOON_S
        while is_wanted() and time.monotonic() < until and not self.keeper.has_ended:
            if line := call_keeper(path):
                return self._greeted(line, until - time.monotonic())
            self._pause(step)
            step = min(step * 1.5, LATEST_S)
        return None

    def bury(self) -> None:
        """End what was reached, if it has not ended by itself. Idempotent."""
        if self.keeper is not None:
            self.keeper.kill()
            self.keeper.let_go()
            self.keeper = None

    def _greeted(self, line: Line, patience_s: float) -> Reached | None:
        listener = line.greet(patience_s)
        if listener is None or self.keeper is None:
            line.close()
            return None
        return Reached(line, self.keeper, listener)
