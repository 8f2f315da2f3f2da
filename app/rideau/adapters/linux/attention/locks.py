# SPDX-License-Identifier: MIT
"""Is the screen locked, or somebody else's? Screen savers tell on the session's bus, logind on the system's."""

from collections.abc import Iterable

from jeepney import HeaderFields, MatchRule, Message

from rideau.adapters.linux.attention.bus_link import (
    OWNER_CHANGED,
    PROPERTIES,
    Answer,
    BusLink,
    changed,
    comes_and_goes,
    signal,
)
from rideau.adapters.linux.bus import method_call
from rideau.domain.attention import Signals

SCREEN_SAVERS = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("gnome", "freedesktop", "xfce", "cinnamon", "mate"))
LOGIND = "org.freedesktop.login1"
SESSION = (LOGIND, "/org/freedesktop/login1/session/auto", f"{LOGIND}.Session")
"""The session of whoever asks; outside of one, the person's own that is on the screen."""


class ScreenSavers:
    """Hear the screen savers of the session's bus."""

    def __init__(self, link: BusLink) -> None:
        """Ask through ``link``."""
        self._link = link
        self._said: dict[str, bool] = {}

    def rules(self) -> Iterable[MatchRule]:
        """Return what tells that one begins or ends, comes or goes."""
        for name in SCREEN_SAVERS:
            yield signal(name, "ActiveChanged")
            yield comes_and_goes(name)

    def begin(self) -> None:
        """Ask all of them."""
        for name in SCREEN_SAVERS:
            self._ask(name)

    def look(self) -> None:
        """Ask nothing: they tell."""

    def hear(self, member: str, message: Message) -> None:
        """Take in that one began, ended, came or went."""
        match member, message.body:
            case "ActiveChanged", (bool(is_active),):
                self._said[interface_of(message)] = is_active
            case str(said), (str(name), *_) if said == OWNER_CHANGED and name in SCREEN_SAVERS:
                self._said.pop(name, None)
                self._ask(name)

    def signals(self) -> Signals:
        """Return whether one is active."""
        return Signals(locked=any(self._said.values()) if self._said else None)

    def _ask(self, name: str) -> None:
        def learn(answer: Answer, _: str) -> None:
            match answer:
                case (bool(is_active),):
                    self._said[name] = is_active

        self._link.ask(method_call((name, "/" + name.replace(".", "/"), name), "GetActive"), learn)


class LoginSession:
    """Hear logind, on the system's bus."""

    def __init__(self, link: BusLink) -> None:
        """Ask through ``link``."""
        self._link = link
        self._is_locked: bool | None = None
        self._is_in_front: bool | None = None

    def rules(self) -> Iterable[MatchRule]:
        """Return what tells of sessions."""
        yield signal(PROPERTIES, "PropertiesChanged", SESSION[2])
        yield comes_and_goes(LOGIND)

    def begin(self) -> None:
        """Ask how it is."""
        self._link.ask_property(SESSION, "LockedHint", self._learn_locked)
        self._link.ask_property(SESSION, "Active", self._learn_in_front)

    def look(self) -> None:
        """Ask nothing: it tells."""

    def hear(self, member: str, message: Message) -> None:
        """Ask again where some session, whose ever it is, was locked or unlocked, left or entered."""
        is_news = not changed(message, SESSION[2]).keys().isdisjoint({"LockedHint", "Active"})
        if is_news or (member == OWNER_CHANGED and message.body[:1] == (LOGIND,)):
            self.begin()

    def signals(self) -> Signals:
        """Return whether it is locked, or another one is in front."""
        if self._is_in_front is False:
            return Signals(locked=True)
        return Signals(locked=self._is_locked)

    def _learn_locked(self, value: object, _: str) -> None:
        self._is_locked = value if isinstance(value, bool) else None

    def _learn_in_front(self, value: object, _: str) -> None:
        self._is_in_front = value if isinstance(value, bool) else None


def interface_of(message: Message) -> str:
    """Return the interface of a signal."""
    return str(message.header.fields.get(HeaderFields.interface, ""))
