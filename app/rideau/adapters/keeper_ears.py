# SPDX-License-Identifier: MIT
"""What does a keeper tell the tray? Who wanted in, which browsers are there; checked, and handed to the main thread."""

import logging
from collections.abc import Callable
from typing import NamedTuple

from rideau.domain.door import Profile
from rideau.keeper.message import Fields, MessageError, Reader, Type
from rideau.services.attempts import Attempt

log = logging.getLogger(__name__)

MOST_PROGRAMS = 256

_SAID_OF_ATTEMPTS = ("network", "host", "by", "scheme")
_SAID_OF_BROWSERS = ("browser", "extension")
_SAID_OF_PROGRAMS = ("program",)


class BrowserThere(NamedTuple):
    """Hold what the extension in one browser profile said of itself."""

    browser: str
    profile: Profile
    extension: str


class Ears:
    """Hear what keepers say, on the link's thread; ``attempt`` and ``changed`` are called through ``post``."""

    def __init__(
        self,
        attempt: Callable[[Attempt], None],
        changed: Callable[[], None],
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        """Know nothing yet."""
        self.browsers: tuple[BrowserThere, ...] = ()
        self.seen: frozenset[str] = frozenset()
        self.looked_at: frozenset[str] = frozenset()
        """The counted networks that the extension in some browser says somebody looks at."""
        self.in_use: frozenset[str] = frozenset()
        """Those that are live through the gate from browsers without the extension."""
        self.used: Callable[[], None] = _nothing
        """Told through ``post`` when these two are others."""
        self._attempt = attempt
        self._changed = changed
        self._post = post

    def forget(self) -> None:
        """Forget which browsers were connected; what went through the gate once is remembered."""
        self.browsers = ()
        self._use(frozenset(), frozenset())

    def hear(self, kind: Type, fields: Fields) -> None:
        """Take note of one thing said."""
        try:
            self._hear(kind, Reader(fields))
        except MessageError as error:
            log.warning("The keeper said something unknown: %s", error)

    def _hear(self, kind: Type, read: Reader) -> None:
        if kind is Type.ATTEMPT:
            network, host, by, scheme = map(read.text, _SAID_OF_ATTEMPTS)
            attempted = Attempt(network, host, by, scheme, read.fields.get("has_extension") is True)
            self._post(lambda: self._attempt(attempted))
        elif kind is Type.BROWSERS:
            said = tuple(_browser(each) for each in read.tables("browsers"))
            is_news, self.browsers = said != self.browsers, said
            if is_news:
                self._post(self._changed)
        elif kind is Type.SEEN:
            self._see(*map(read.text, _SAID_OF_PROGRAMS))
        elif kind is Type.LOOKING:
            self._use(frozenset(read.texts("networks")), self.in_use)
        elif kind is Type.IN_USE:
            self._use(self.looked_at, frozenset(read.texts("networks")))

    def _use(self, looked_at: frozenset[str], in_use: frozenset[str]) -> None:
        if (looked_at, in_use) != (self.looked_at, self.in_use):
            self.looked_at, self.in_use = looked_at, in_use
            self._post(lambda: self.used())  # noqa: PLW0108 - whoever is told by then

    def _see(self, program: str) -> None:
        if program and program not in self.seen and len(self.seen) < MOST_PROGRAMS:
            self.seen |= {program}
            self._post(self._changed)


def _nothing() -> None:
    """Do nothing."""


def _browser(read: Reader) -> BrowserThere:
    browser, extension = map(read.text, _SAID_OF_BROWSERS)
    return BrowserThere(browser, read.profile("profile"), extension)
