# SPDX-License-Identifier: MIT
"""How is one living keeper attended to? What it says is heard, what is to be said is sent, and its life is watched."""

import logging
import selectors
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto

from rideau.adapters.alarm import Alarm
from rideau.adapters.keeper_line import Line
from rideau.adapters.keeper_liveness import Liveness
from rideau.adapters.keeper_process import ENDING_WITHIN_S, KeeperProcess
from rideau.adapters.keeper_wishes import Said
from rideau.keeper.message import Fields, Type

log = logging.getLogger(__name__)


class Leaving(Enum):
    """Name why a keeper is no longer attended to."""

    ASKED = auto()
    """It was told goodbye."""
    DIED = auto()
    HUNG = auto()


class Attendance:
    """Attend to one keeper until it is gone or no longer wanted. One thread; sleeps in the kernel."""

    def __init__(self, line: Line, keeper: KeeperProcess, listener: socket.socket, alarm: Alarm) -> None:
        """Attend to ``keeper`` over ``line``; ``alarm`` rings when ``outgoing`` has changed."""
        self._line = line
        self._keeper = keeper
        self._listener = listener
        self._alarm = alarm
        self._liveness = Liveness()
        self._selector = selectors.DefaultSelector()
        self._selector.register(line, selectors.EVENT_READ)
        self._selector.register(alarm, selectors.EVENT_READ)
        self._is_door_watched = False

    def attend(self, outgoing: Callable[[], tuple[Said, ...] | None], hear: Callable[[Type, Fields], None]) -> Leaving:
        """Send what ``outgoing`` gives and give ``hear`` what comes; None from ``outgoing`` says goodbye."""
        try:
            with self._selector:
                self._hear_all(self._line.said_with_welcome(), hear)
                return self._go_on(outgoing, hear)
        except TimeoutError:
            log.warning("The keeper takes nothing in any more")
            return Leaving.HUNG
        except OSError as error:
            log.info("The keeper is gone: %s", error)
            return Leaving.DIED

    def _go_on(self, outgoing: Callable[[], tuple[Said, ...] | None], hear: Callable[[Type, Fields], None]) -> Leaving:
        while True:
            saying = outgoing()
            if saying is None:
                self._say_goodbye()
                return Leaving.ASKED
            for kind, fields in saying:
                self._line.send(kind, fields)
            if self._keeper.has_stopped or self._keeper.has_ended:
                log.warning("The keeper %s", "was stopped" if self._keeper.has_stopped else "ended")
                return Leaving.DIED
            if self._is_hung():
                log.warning("The keeper does not answer")
                return Leaving.HUNG
            self._sleep(hear)

    def _sleep(self, hear: Callable[[Type, Fields], None]) -> None:
        """Sleep until something happens or is due, and take note of it."""
        self._watch_door(is_wanted=self._liveness.listens_at_door)
        due_at = self._liveness.due_at
        timeout = None if due_at is None else max(due_at - time.monotonic(), 0)
        for key, _ in self._selector.select(timeout):
            if key.fileobj is self._line:
                self._hear_all(self._line.receive(), hear)
            elif key.fileobj is self._alarm:
                self._alarm.stop()
            else:
                self._liveness.somebody_came(time.monotonic())

    def _is_hung(self) -> bool:
        now = time.monotonic()
        if self._liveness.needs_ping(now, self._is_somebody_at_door):
            self._line.send(Type.PING, {"id": self._liveness.number})
        return self._liveness.is_hung(now)

    def _watch_door(self, *, is_wanted: bool) -> None:
        if is_wanted and not self._is_door_watched:
            self._selector.register(self._listener, selectors.EVENT_READ)
        elif self._is_door_watched and not is_wanted:
            self._selector.unregister(self._listener)
        self._is_door_watched = is_wanted

    def _is_somebody_at_door(self) -> bool:
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ)
            return bool(selector.select(0))

    def _hear_all(self, said: tuple[Said, ...], hear: Callable[[Type, Fields], None]) -> None:
        for kind, fields in said:
            if kind is Type.PONG:
                self._liveness.said_pong(fields.get("id"), time.monotonic())
            elif kind is Type.BUSY:
                self._liveness.said_busy(is_busy=fields.get("is_busy") is True, now=time.monotonic())
            else:
                hear(kind, fields)

    def _say_goodbye(self) -> None:
        with suppress(OSError):
            self._line.send(Type.GOODBYE, {})
        self._keeper.wait(ENDING_WITHIN_S)
