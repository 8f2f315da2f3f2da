# SPDX-License-Identifier: MIT
"""Who listens to all senses at once? One thread, asleep in the kernel while nothing comes."""

import logging
import selectors
import struct
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Mapping

from rideau.adapters.alarm import Alarm
from rideau.adapters.linux.attention.doors import Doors
from rideau.adapters.linux.attention.sense import Opener, Sense, SenseLostError
from rideau.domain.attention import Signals, merged

log = logging.getLogger(__name__)

ENDING_WITHIN_S = 2.0
_ENOUGH_TO_LISTEN_S = 0.1
"""A socket's file is there a moment before anybody listens on it."""
_ONCE_MORE_S = 0.5
_HELD_S = 10.0
"""What was lost after it held so long is opened once more: a server started again may keep its socket's file."""
_OFTEN, _WITHIN_S, _REST_S = 20, 1.0, 0.1
"""Whatever changes more often than so is heard of in steps: an app may flicker, and nobody is to be kept busy by it."""
_NOT_UNDERSTOOD = (OSError, ValueError, LookupError, TypeError, AttributeError, struct.error)
"""What reading a stranger's bytes raises where they are not as they ought to be."""


class SenseThread:
    """Hold the senses that are open, and tell whenever they know something else together. Once only: start, stop."""

    def __init__(
        self, environment: Mapping[str, str], openers: tuple[Opener, ...], told: Callable[[Signals], None]
    ) -> None:
        """Keep how the senses are opened; ``told`` is called on the thread, once at first."""
        self.known = Signals()
        """What is known. Any thread."""
        self._environment = environment
        self._openers = {opener.name: opener for opener in openers}
        self._told = told
        self._open: dict[str, Sense] = {}
        self._since: dict[str, float] = {}
        self._lost: dict[str, str] = {}
        """What is not there though it might be, and why: said once."""
        self._told_at: deque[float] = deque(maxlen=_OFTEN)
        self._late: dict[str, float] = {}
        """What is opened once more a moment later, and when."""
        self._alarm = Alarm()
        self._asked: deque[threading.Event] = deque()
        self._is_ending = False
        self._selector = selectors.DefaultSelector()
        self._thread = threading.Thread(target=self._run, name="attention", daemon=True)

    @property
    def is_alive(self) -> bool:
        """Tell whether anybody listens. Any thread."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Begin to listen. Any other thread, as everything here without an underscore."""
        self._alarm.set_up()
        self._thread.start()

    def look(self, within_s: float) -> None:
        """Have all senses asked afresh, and wait for it, but no longer than this."""
        is_done = threading.Event()
        self._asked.append(is_done)
        self._alarm.ring()
        is_done.wait(within_s)

    def stop(self) -> None:
        """Close all senses, and wait until it is done."""
        self._is_ending = True
        self._alarm.ring()
        self._thread.join(ENDING_WITHIN_S)

    def _run(self) -> None:
        doors = Doors({name: path for name, each in self._openers.items() if (path := each.door(self._environment))})
        try:
            self._selector.register(self._alarm, selectors.EVENT_READ)
            if doors.fileno() >= 0:
                self._selector.register(doors, selectors.EVENT_READ)
            doors.watch(self._openers)  # before they are tried: none comes unseen in between
            for name in self._openers:
                self._let_in(name)
            self._told(self._together())
            while not self._is_ending:
                doors.watch(self._openers.keys() - self._open.keys())
                self._listen(doors)
        finally:  # whatever happens, nothing that was known holds any more
            self.known = Signals()
            for sense in self._open.values():
                sense.close()
            doors.close()
            self._selector.close()
            self._alarm.put_away()
            self._answer()
            if not self._is_ending:
                self._told(self.known)

    def _listen(self, doors: Doors) -> None:
        before = self.known
        readable = {key.fileobj for key, _ in self._selector.select(self._patience())}
        self._alarm.stop()
        for name in doors.made() if doors in readable else ():
            self._let_in(name)
            self._late[name] = time.monotonic() + _ENOUGH_TO_LISTEN_S
        self._let_in_late()
        for name, sense in tuple(self._open.items()):
            if sense in readable or _is_over(sense.deadline()):
                self._call(name, sense.read)
        self._look_where_asked()
        if self._together() != before:
            self._told(self.known)
            self._told_at.append(time.monotonic())
        self._answer()
        if len(self._told_at) == _OFTEN and self._told_at[-1] - self._told_at[0] < _WITHIN_S:
            time.sleep(_REST_S)

    def _patience(self) -> float | None:
        deadlines = (*(sense.deadline() for sense in self._open.values()), *self._late.values())
        ends = [each for each in deadlines if each is not None]
        return max(min(ends) - time.monotonic(), 0) if ends else None

    def _together(self) -> Signals:
        """Take over what the senses know, the one that is to be believed most first."""
        self.known = merged(tuple(self._open[name].signals() for name in self._openers if name in self._open))
        return self.known

    def _look_where_asked(self) -> None:
        if self._asked:
            for name in tuple(self._lost):
                self._let_in(name)
            for name, sense in tuple(self._open.items()):
                self._call(name, sense.look)

    def _answer(self) -> None:
        while self._asked:
            self._asked.popleft().set()

    def _let_in_late(self) -> None:
        for name in [name for name, at in self._late.items() if _is_over(at)]:
            del self._late[name]
            self._let_in(name)

    def _let_in(self, name: str) -> None:
        if name in self._open:
            return
        try:
            sense = self._openers[name].open(self._environment)
        except SenseLostError as error:
            if self._lost.get(name) != str(error):
                log.info("Nothing is sensed through %s: %s", name, error)
            self._lost[name] = str(error)
            return
        except _NOT_UNDERSTOOD as error:
            self._say_misunderstood(name, error)
            return
        self._lost.pop(name, None)
        if sense is not None:
            self._open[name], self._since[name] = sense, time.monotonic()
            self._selector.register(sense, selectors.EVENT_READ)

    def _call(self, name: str, act: Callable[[], None]) -> None:
        try:
            act()
        except SenseLostError as error:
            log.info("%s tells nothing any more: %s", name, error)
            self._lost[name] = ""
            self._lose(name)
        except _NOT_UNDERSTOOD as error:
            self._say_misunderstood(name, error)
            self._lose(name)

    def _lose(self, name: str) -> None:
        sense = self._open.pop(name)
        self._selector.unregister(sense)
        sense.close()
        if time.monotonic() - self._since[name] > _HELD_S:
            self._late[name] = time.monotonic() + _ONCE_MORE_S

    def _say_misunderstood(self, name: str, error: Exception) -> None:
        """Go on without a sense that was told something nobody foresaw; the others hear on."""
        why = type(error).__name__
        if self._lost.get(name) != why:
            where = "".join(traceback.format_tb(error.__traceback__))  # what was read, a title maybe, is never logged
            log.warning("What %s tells is not understood (%s):\n%s", name, why, where)
        self._lost[name] = why


def _is_over(deadline: float | None) -> bool:
    return deadline is not None and deadline <= time.monotonic()
