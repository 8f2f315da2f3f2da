# SPDX-License-Identifier: MIT
"""How does the extension in a browser learn what is closed, and ask for what the lock level leaves?

A browser starts one host for each profile with the extension, and ends it by closing its standard input. The host has
no mind of its own: it hands on what the keeper says, and what the extension says to the keeper or to the running app.
"""

import logging
import os
import select
import socket
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.native_keeper import NativeKeeper
from rideau.adapters.native_messages import (
    Answered,
    Attempt,
    Corrected,
    Entering,
    Frames,
    Hello,
    Looking,
    Opening,
    Said,
    answer_message,
    framed,
    gone_message,
    said,
    state_message,
)
from rideau.domain.door import Profile
from rideau.keeper.message import Fields, MessageError, Role, Type

DONE, FAILED = 0, 1
MOST_UNREAD = 4 * 1024 * 1024
"""Bytes that a browser may leave unread before it is taken for stuck."""
MOST_ASKING = 8
"""Wishes to open that wait for an answer at a time; a person has one."""

_AT_ONCE = 65536
_LONGEST_QUOTE = 80
_LONGEST_ANSWER = 2000
_log = logging.getLogger(__name__)

_ASKS_TOO_OFTEN = "the extension asks too often"
_UNREAD = "the browser does not read what it is told"


class Parent(NamedTuple):
    """Hold which browser a host speaks for."""

    pid: int
    browser: str = ""
    """Its id in ``installed_browsers``; empty where that is not known."""
    profile: Profile = Profile.NONE
    """The side its launcher put it on."""


_KINDS = {Attempt: Type.ATTEMPT, Looking: Type.LOOKING}
"""What the keeper is told in the extension's name."""

Ask = Callable[[Opening | Entering], Answered]


class Ends(NamedTuple):
    """Hold the descriptors towards the browser."""

    hear: int
    tell: int


STANDARD_ENDS = Ends(0, 1)


class NativeHost:
    """Stand between one extension and the keeper until either leaves."""

    def __init__(self, parent: Parent, keeper: Path, ask: Ask, ends: Ends = STANDARD_ENDS) -> None:
        """Speak for ``parent`` to the keeper at socket ``keeper``; ``ask`` has the app open, from its own thread."""
        self._parent = parent
        self._keeper_path = keeper
        self._ask = ask
        self._ends = ends
        self._keeper: NativeKeeper | None = None
        self._hello = Hello("", Profile.NONE)
        self._frames = Frames()
        self._unsaid = bytearray()
        self._answers, self._answering = socket.socketpair()
        self._asking: list[threading.Thread] = []

    def run(self) -> int:
        """Serve until the browser closes its end or the keeper is gone for good, and return the exit code."""
        _never_wait_for(self._ends.tell)
        try:
            while self._turn():
                pass
        except MessageError as error:
            _log.warning("the conversation with the browser ends: %s", error)
            return FAILED
        except ConnectionError:  # the browser is gone already
            return DONE
        finally:
            if self._keeper is not None:
                self._keeper.close()
        return DONE

    def _turn(self) -> bool:
        """Wait for whoever speaks next, and pass it on; False at the end."""
        keeper = self._keeper
        if keeper is not None:
            keeper.tend()
            if keeper.is_given_up:
                self._say_gone()
                return False
        # what the browser has not read yet comes first: the keeper waits meanwhile
        heard = keeper.waits_on if keeper is not None and not self._unsaid else ()
        ready = _ready(
            [self._ends.hear, self._answers.fileno(), *heard],
            [self._ends.tell] if self._unsaid else [],
            keeper.wait_s if keeper is not None else None,
        )
        if self._ends.tell in ready:
            self._flush()
        if keeper is not None and not ready.isdisjoint(heard):
            for state in keeper.states():
                self._say_state(state)
        if self._answers.fileno() in ready:
            self._say_answers()
        return self._ends.hear not in ready or self._hear()

    def _hear(self) -> bool:
        piece = os.read(self._ends.hear, _AT_ONCE)
        for message in self._frames.cut(piece):
            if (known := said(message)) is None:
                _log.warning("the extension says what is not known here: %s", _quoted(message.get("type")))
            else:
                self._take(known)
        return bool(piece)

    def _take(self, what: Said) -> None:
        if isinstance(what, Opening | Entering):
            self._start_opening(what)
        elif isinstance(what, Hello):
            self._greet(what)
        elif isinstance(what, Corrected):
            self._hello = self._hello._replace(profile=what.profile)
            self._tell_keeper(Type.PROFILE, {"profile": self._profile.value})
        else:
            self._tell_keeper(_KINDS[type(what)], {"network": what.network})

    def _greet(self, hello: Hello) -> None:
        self._hello = hello
        if self._keeper is None:
            self._keeper = NativeKeeper(self._keeper_path, self._keeper_hello)
        else:
            self._tell_keeper(Type.PROFILE, {"profile": self._profile.value})

    @property
    def _profile(self) -> Profile:
        """Return the side this profile is on: the person's correction, else the launcher's."""
        return self._parent.profile if self._hello.profile is Profile.NONE else self._hello.profile

    def _keeper_hello(self) -> Fields:
        return {
            "role": Role.BROWSER.value,
            "pid": self._parent.pid,
            "browser": self._parent.browser,
            "profile": self._profile.value,
            "extension": self._hello.extension,
        }

    def _tell_keeper(self, kind: Type, fields: Fields) -> None:
        if self._keeper is not None:
            self._keeper.send(kind, fields)

    def _say_state(self, state: Mapping[str, object]) -> None:
        try:
            self._say(state_message(state, self._parent.profile))
        except MessageError as error:
            _log.warning("the browser was not told what holds now: %s", error)

    def _say_gone(self) -> None:
        _log.info("the keeper stayed away; the extension goes on by itself")
        self._say(gone_message())

    def _start_opening(self, opening: Opening | Entering) -> None:
        """Ask the app in a thread of its own: it may take seconds, and the browser may leave meanwhile."""
        self._asking = [each for each in self._asking if each.is_alive()]
        if len(self._asking) >= MOST_ASKING:
            raise MessageError(_ASKS_TOO_OFTEN)
        asking = threading.Thread(target=self._open, args=(opening,), daemon=True)
        self._asking.append(asking)
        asking.start()

    def _open(self, opening: Opening | Entering) -> None:
        answered = self._ask(opening)
        short = answered._replace(said=answered.said[:_LONGEST_ANSWER])
        self._answering.sendall(framed(answer_message(opening.id, short)))

    def _say_answers(self) -> None:
        self._unsaid += self._answers.recv(_AT_ONCE)
        self._flush()

    def _say(self, message: Fields) -> None:
        self._unsaid += framed(message)
        self._flush()

    def _flush(self) -> None:
        try:
            written = os.write(self._ends.tell, self._unsaid)
        except BlockingIOError:
            written = 0
        del self._unsaid[:written]
        if len(self._unsaid) > MOST_UNREAD:
            raise MessageError(_UNREAD)


def _never_wait_for(descriptor: int) -> None:
    """Have writing return when a pipe is full; Windows, whose pipes ``select`` does not know either, is another day."""
    if sys.platform != "win32":
        os.set_blocking(descriptor, False)


def _ready(to_read: list[int], to_write: list[int], timeout_s: float | None) -> frozenset[int]:
    """Wait, and return the descriptors that something can be done with."""
    readable, writable, _ = select.select(to_read, to_write, [], timeout_s)
    return frozenset(readable + writable)


def _quoted(value: object) -> str:
    return ascii(value)[:_LONGEST_QUOTE]
