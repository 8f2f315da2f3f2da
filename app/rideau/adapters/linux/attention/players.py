# SPDX-License-Identifier: MIT
"""Does a film or a piece of music play? Players say so (MPRIS); what it is called is passed over."""

from collections.abc import Iterable

from jeepney import MatchRule, Message

from rideau.adapters.linux.attention.bus_link import (
    BUS,
    OWNER_CHANGED,
    PROPERTIES,
    Answer,
    BusLink,
    changed,
    sender_of,
    signal,
)
from rideau.adapters.linux.bus import method_call
from rideau.domain.attention import Signals

NAMES = "org.mpris.MediaPlayer2"
PATH = "/org/mpris/MediaPlayer2"
PLAYER = f"{NAMES}.Player"
_PLAYING = "Playing"


class Players:
    """Hear all players of the session."""

    def __init__(self, link: BusLink) -> None:
        """Ask through ``link``."""
        self._link = link
        self._playing: dict[str, bool] = {}
        """By the unique name of each that said something."""

    def rules(self) -> Iterable[MatchRule]:
        """Return what tells that one plays, rests or goes."""
        yield signal(PROPERTIES, "PropertiesChanged", PLAYER, path=PATH)
        rule = signal(BUS, OWNER_CHANGED)
        rule.add_arg_condition(0, NAMES, kind="namespace")
        yield rule

    def begin(self) -> None:
        """Ask who is there, and each of them what it does."""
        self._link.ask(method_call((BUS, "/org/freedesktop/DBus", BUS), "ListNames"), self._meet)

    def look(self) -> None:
        """Ask nothing: they tell."""

    def hear(self, member: str, message: Message) -> None:
        """Take in what one does now."""
        match member, message.body:
            case str(said), (str(name), str(before), str(after)) if said == OWNER_CHANGED and name.startswith(NAMES):
                self._playing.pop(before, None)
                if after:
                    self._ask(name)
            case "PropertiesChanged", _:
                status = changed(message, PLAYER).get("PlaybackStatus")
                if status is not None:
                    self._playing[sender_of(message)] = status == _PLAYING

    def signals(self) -> Signals:
        """Return whether one plays."""
        return Signals(playing=any(self._playing.values()) if self._playing else None)

    def _meet(self, answer: Answer, _: str) -> None:
        match answer:
            case (list(names),):
                for name in names:
                    if str(name).startswith(f"{NAMES}."):
                        self._ask(str(name))

    def _ask(self, name: str) -> None:
        self._link.ask_property((name, PATH, PLAYER), "PlaybackStatus", self._learn)

    def _learn(self, status: object, sender: str) -> None:
        if status is not None:
            self._playing[sender] = status == _PLAYING
