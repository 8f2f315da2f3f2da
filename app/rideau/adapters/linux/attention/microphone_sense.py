# SPDX-License-Identifier: MIT
"""Does an app listen through a microphone, or ring? PulseAudio and PipeWire tell as soon as it begins and ends.

What a stream is called is a page's title in some browsers: it is neither kept nor logged.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.adapters.linux.sound.sound_player import player_of
from rideau.adapters.linux.sound.sound_server import Happened, SoundServer
from rideau.adapters.linux.sound.sound_socket import SoundServerError, accepts, socket_path
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.sound import SoundStream
from rideau.domain.text import Text

NAME = "microphone"
PATIENCE_S = 0.2
"""How long a server that hangs may keep all senses, once: then it is lost."""

_TITLE = Text("Microphone")
_NO_SERVER = Text("No sound server runs, so a call is not noticed by its microphone.")
_NO_SERVER_REMEDY = Text("Nothing needs doing: as soon as PulseAudio or PipeWire runs, Rideau listens to it.")
_CALL = "phone"
_MAY_RING = frozenset({"new", "change"})


class MicrophoneSense:
    """Know whether somebody is in a call, as far as sound tells."""

    name = NAME

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Join the sound server of ``environment``, and look who records.

        Raises:
            SenseLostError: there is none, or it does not answer.

        """
        self._calls: dict[int, bool] = {}
        """What plays a call, by its number, and whether it rests."""
        self._young: set[int] = set()
        """What plays, and did not say what when it was asked: PipeWire tells of a stream before it knows it."""
        self._is_heard = False
        try:
            self._server = SoundServer(environment, PATIENCE_S)
        except SoundServerError as error:
            raise SenseLostError(str(error.message)) from error
        try:
            self._server.subscribe()
            self._look_around()
        except SoundServerError as error:
            self.close()
            raise SenseLostError(str(error.message)) from error

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return self._server.fileno()

    def deadline(self) -> float | None:
        """Return none: the server tells everything."""
        return None

    def read(self) -> None:
        """Take in what happened to streams."""
        try:
            self._take_in()
        except SoundServerError as error:
            raise SenseLostError(str(error.message)) from error

    def look(self) -> None:
        """Ask once more who records."""
        try:
            self._look_around()
        except SoundServerError as error:
            raise SenseLostError(str(error.message)) from error

    def signals(self) -> Signals:
        """Return whether somebody listens, or is called."""
        return Signals(microphone=self._is_heard or not all(self._calls.values()))

    def close(self) -> None:
        """Leave the server."""
        self._server.close()

    def _look_around(self) -> None:
        self._is_heard = is_heard(self._server.recorders())
        self._calls = {each.number: each.is_resting for each in self._server.streams() if _is_call(each)}
        self._take_in()

    def _take_in(self) -> None:
        while told := self._server.happened():  # whatever comes while it is asked back is not told of again
            self._learn(told)

    def _learn(self, told: tuple[Happened, ...]) -> None:
        """Ask about what changed alone: a player's streams come, go and change with every song."""
        if any(each.what.startswith("recorder") for each in told):
            self._is_heard = is_heard(self._server.recorders())
        for each in told:  # "new" and a first change often come together
            if each.what == "remove":
                self._calls.pop(each.number, None)
                self._young.discard(each.number)
            elif each.what == "new":
                self._young.add(each.number)
        changed = {each.number for each in told if each.what in _MAY_RING}
        for number in changed & (self._young | self._calls.keys()):
            self._ask(number)

    def _ask(self, number: int) -> None:
        stream = self._server.stream(number)
        if stream is None or not stream.properties.get("media.class", stream.program):
            self._young.add(number)
            return
        self._young.discard(number)
        if _is_call(stream):
            self._calls[number] = stream.is_resting
        else:
            self._calls.pop(number, None)


def is_heard(recorders: Iterable[SoundStream]) -> bool:
    """Tell whether one of them listens now, and is not Rideau."""
    return any(not each.is_resting and player_of(each) != os.getpid() for each in recorders)


def _is_call(stream: SoundStream) -> bool:
    return stream.properties.get("media.role", "").casefold() == _CALL


def microphone_door(environment: Mapping[str, str]) -> Path | None:
    """Return the sound server's socket."""
    return socket_path(environment)


def microphone_probe(environment: Mapping[str, str]) -> Probe:
    """Say whether a sound server tells of microphones."""
    if not accepts(socket_path(environment)):
        return Probe(NAME, _TITLE, Fitness.NOT_HERE, _NO_SERVER, _NO_SERVER_REMEDY)
    try:
        server = SoundServer(environment)
    except SoundServerError as error:
        return Probe(NAME, _TITLE, Fitness.MISSING, error.message, error.remedy)
    kind = "PipeWire" if server.is_pipewire else "PulseAudio"
    server.close()
    return Probe(NAME, _TITLE, Fitness.WORKS, Text("{server} tells when an app listens.", server=kind))
