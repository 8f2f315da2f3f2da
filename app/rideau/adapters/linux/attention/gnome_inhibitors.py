# SPDX-License-Identifier: MIT
"""What do apps do on GNOME that the screen must stay on for? Its session manager lists them and tells of each."""

from collections.abc import Iterable

from jeepney import MatchRule, Message

from rideau.adapters.linux.attention.bus_link import OWNER_CHANGED, Answer, BusLink, comes_and_goes, signal
from rideau.adapters.linux.attention.inhibitions import Kind, kind_of, told_by
from rideau.adapters.linux.bus import method_call
from rideau.domain.attention import Signals

MANAGER = ("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")
INHIBITOR = "org.gnome.SessionManager.Inhibitor"


class GnomeInhibitors:
    """Know each inhibitor of the session by its path."""

    def __init__(self, link: BusLink) -> None:
        """Ask through ``link``."""
        self._link = link
        self._kinds: dict[str, Kind] = {}

    def rules(self) -> Iterable[MatchRule]:
        """Return what tells of inhibitors."""
        yield signal(MANAGER[2], "InhibitorAdded")
        yield signal(MANAGER[2], "InhibitorRemoved")
        yield comes_and_goes(MANAGER[0])

    def begin(self) -> None:
        """Ask which there are."""
        self._kinds.clear()
        self._link.ask(method_call(MANAGER, "GetInhibitors"), self._meet)

    def look(self) -> None:
        """Ask nothing: they are told."""

    def hear(self, member: str, message: Message) -> None:
        """Take in that one came or went."""
        match member, message.body:
            case "InhibitorAdded", (str(path),):
                self._ask(path)
            case "InhibitorRemoved", (str(path),):
                self._kinds.pop(path, None)
            case str(said), (str(name), *_) if said == OWNER_CHANGED and name == MANAGER[0]:
                self.begin()

    def signals(self) -> Signals:
        """Return what goes on."""
        return told_by(set(self._kinds.values()))

    def _meet(self, answer: Answer, _: str) -> None:
        match answer:
            case (list(paths),):
                for path in paths:
                    self._ask(str(path))

    def _ask(self, path: str) -> None:
        def learn(answer: Answer, _: str) -> None:
            match answer:
                case (str(reason),) if path in self._kinds:
                    self._kinds[path] = kind_of(reason)
                case _:
                    self._kinds.pop(path, None)

        self._kinds[path] = Kind.OTHER
        self._link.ask(method_call((MANAGER[0], path, INHIBITOR), "GetReason"), learn)
