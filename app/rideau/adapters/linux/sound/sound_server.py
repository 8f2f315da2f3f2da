# SPDX-License-Identifier: MIT
"""How is a sound server spoken to, PulseAudio or PipeWire? One connection on one thread, asleep while nothing comes.

One is enough: what comes while it acts is kept, and looked at afterwards. A server that hangs is given up.
"""

import os
import select
import socket
import struct
import sys
import time
from collections import deque
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from rideau.adapters.linux.sound import pulse_wire as wire
from rideau.adapters.linux.sound.pulse_wire import Said
from rideau.adapters.linux.sound.sound_ghost import ghost
from rideau.adapters.linux.sound.sound_socket import SoundServerError, connected, cookie
from rideau.domain.sound import Remembered, SoundStream
from rideau.domain.text import Text

PATIENCE_S = 2.0
"""How long a server may take to answer before it is taken for gone."""

_NO_ANSWER = Text("The sound server does not answer.")
_VERSION_MASK = 0xFFFF
_SINK_INPUTS, _SOURCE_OUTPUTS = 4, 8
"""What is to be told of: what plays, and what records."""
_SINK_INPUT, _SOURCE_OUTPUT = 2, 3
_FACILITY = 0x0F
_WHAT = {0x00: "new", 0x10: "change", 0x20: "remove"}
_LONGEST_PIECE = 64 * 1024
_STREAM_WORDS, _SOURCE_WORDS, _RECORDER_WORDS, _PORT_WORDS = 15, 19, 13, 3
"""How many values a server tells of each; a source's ports, and which of them is in use, come on top."""
_LEVEL_METER = "peaks"
"""How what shows a level has its sound resampled, in PulseAudio's words."""
_MONITOR_OF = 8
"""Which of a source's values tells whose sound it records."""


class Happened(NamedTuple):
    """Hold what became of one stream: ``new``, ``change`` or ``remove``.

    ``recorder``: one records, or no more; ``recorder-change``: one rests, or no more.
    """

    what: str
    number: int


class SoundServer:
    """Be connected to one sound server until it ends. One thread; every call may raise ``SoundServerError``."""

    def __init__(self, environment: Mapping[str, str], patience_s: float = PATIENCE_S) -> None:
        """Connect; no server is ever started for it."""
        self._patience_s = patience_s
        self._happened: deque[Happened] = deque()
        self._received = bytearray()
        self._answers: dict[int, list[Any] | None] = {}
        self._tag = 0
        self._socket = connected(environment, patience_s)
        try:
            self._greet(environment)
            self.is_pipewire = "PipeWire" in str(self._needed(Said.SERVER)[:1])
        except SoundServerError:
            self.close()
            raise

    def close(self) -> None:
        """Leave. Idempotent."""
        self._socket.close()

    def fileno(self) -> int:
        """Return what becomes readable when something came."""
        return self._socket.fileno()

    def happened(self) -> tuple[Happened, ...]:
        """Return what happened to streams since the last time, without waiting."""
        while select.select([self._socket], [], [], 0)[0]:
            self._take()
        happened = tuple(self._happened)
        self._happened.clear()
        return happened

    def subscribe(self) -> None:
        """Have ``wait`` and ``happened`` tell of streams from now on."""
        self._needed(Said.SUBSCRIBE, wire.number(_SINK_INPUTS | _SOURCE_OUTPUTS))

    def wait(self, alarm: int) -> tuple[Happened, ...]:
        """Wait until something happened to a stream, or descriptor ``alarm`` is readable; return what happened."""
        while not self._happened:
            ready, _, _ = select.select([self._socket.fileno(), alarm], [], [])
            if self._socket.fileno() in ready:
                self._take()
            if alarm in ready:
                break
        happened = tuple(self._happened)
        self._happened.clear()
        return happened

    def streams(self) -> tuple[SoundStream, ...]:
        """Return everything that plays."""
        return tuple(map(_stream, _each(self._needed(Said.STREAMS), _STREAM_WORDS)))

    def stream(self, number: int) -> SoundStream | None:
        """Return one stream; None where it is gone."""
        told = self._ask(Said.STREAM, wire.number(number))
        return None if told is None else next(map(_stream, _each(told, _STREAM_WORDS)), None)

    def set_mute(self, number: int, *, is_muted: bool) -> bool:
        """Mute or un-mute one stream; tell whether it was still there."""
        return self._ask(Said.MUTE, wire.number(number), wire.YES if is_muted else wire.NO) is not None

    def recorders(self) -> tuple[SoundStream, ...]:
        """Return everything that records from a microphone, not what listens to a sink."""
        sources = _sources(self._needed(Said.SOURCES))
        monitors = {each[0] for each in sources if each[_MONITOR_OF] != wire.NOBODY}
        found = _each(self._needed(Said.RECORDERS), _RECORDER_WORDS)
        return tuple(_recorder(each) for each in found if _hears(each, monitors))

    @contextmanager
    def ghost(self, remembered: Remembered, channels: int) -> Iterator[int]:
        """Hold a silent stream of so many ``channels`` that the server remembers as ``remembered``; give its number."""
        told = self._ask(Said.PLAY, *ghost(remembered, channels))
        if told is None:
            raise SoundServerError(Text("The sound server takes no sound now."))
        channel, number = told[:2]
        try:
            yield number
        finally:
            self._ask(Said.PLAY_NO_MORE, wire.number(channel))

    def _greet(self, environment: Mapping[str, str]) -> None:
        """Say who is speaking: the kernel vouches for it, or, from another machine, a cookie does."""
        match self._needed(Said.AUTH, wire.number(wire.VERSION), wire.data(cookie(environment))):
            case [int(version), *_] if version & _VERSION_MASK >= wire.VERSION:
                pass
            case _:
                raise SoundServerError(_NO_ANSWER)
        told = {
            "application.name": "Rideau",
            "application.process.id": str(os.getpid()),
            "application.process.binary": Path(sys.executable).name,
        }
        self._needed(Said.CLIENT, wire.properties(told))

    def _needed(self, said: Said, *parts: bytes) -> list[Any]:
        """Return what the server answers; that it refuses is not foreseen."""
        told = self._ask(said, *parts)
        if told is None:
            raise SoundServerError(_NO_ANSWER)
        return told

    def _ask(self, said: Said, *parts: bytes) -> list[Any] | None:
        """Return what the server answers; None where it refuses, since what it is about is gone."""
        self._tag += 1
        deadline = time.monotonic() + self._patience_s
        try:
            self._send(wire.message(said, self._tag, *parts), is_first=said is Said.AUTH)
            while self._tag not in self._answers:
                left = deadline - time.monotonic()
                if left <= 0 or not select.select([self._socket], [], [], left)[0]:
                    raise SoundServerError(_NO_ANSWER)
                self._take()
        except OSError as error:
            raise SoundServerError(_NO_ANSWER) from error
        return self._answers.pop(self._tag)

    def _send(self, message: bytes, *, is_first: bool) -> None:
        self._socket.settimeout(self._patience_s)
        if is_first and sys.platform == "linux" and self._socket.family is socket.AF_UNIX:
            who = struct.pack("iII", os.getpid(), os.getuid(), os.getgid())
            sent = self._socket.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_CREDENTIALS, who)])
            message = message[sent:]
        self._socket.sendall(message)

    def _take(self) -> None:
        """Take what has come."""
        try:
            piece = self._socket.recv(_LONGEST_PIECE)
            self._received += piece
            while (told := wire.taken(self._received)) is not None:
                self._hear(told)
        except (OSError, wire.WireError) as error:
            raise SoundServerError(Text("The sound server went away.")) from error
        if not piece:
            raise SoundServerError(Text("The sound server went away."))

    def _hear(self, told: list[Any]) -> None:
        match told:
            case [Said.REPLY, int(tag), *values]:
                self._answers[tag] = values
            case [Said.ERROR, int(tag), *_]:
                self._answers[tag] = None
            case [Said.HAPPENED, _, int(kind), int(number)] if kind & _FACILITY == _SINK_INPUT:
                what = _WHAT.get(kind & ~_FACILITY)
                if what:
                    self._happened.append(Happened(what, number))
            case [Said.HAPPENED, _, int(kind), int(number)] if kind & _FACILITY == _SOURCE_OUTPUT:
                is_change = _WHAT.get(kind & ~_FACILITY) == "change"
                self._happened.append(Happened("recorder-change" if is_change else "recorder", number))


def _each(told: list[Any], words: int) -> Iterator[list[Any]]:
    """Return what is told of each of many, ``words`` values of each."""
    if len(told) % words:
        raise SoundServerError(_NO_ANSWER)
    return (told[at : at + words] for at in range(0, len(told), words))


def _stream(told: list[Any]) -> SoundStream:
    number, _, _, _, _, _, _, volumes, _, _, _, _, is_muted, properties, is_resting = told
    loud = tuple(round(each / wire.NORMAL_VOLUME, 4) for each in volumes)
    return SoundStream(number, properties, is_muted, loud, is_resting)


def _sources(told: list[Any]) -> Iterator[list[Any]]:
    """Return what is told of each source, without its ports."""
    at = 0
    while at < len(told):
        ends = at + _SOURCE_WORDS
        if ends >= len(told) or not isinstance(told[ends], int):
            raise SoundServerError(_NO_ANSWER)
        yield told[at:ends]
        at = ends + 1 + told[ends] * _PORT_WORDS + 1


def _recorder(told: list[Any]) -> SoundStream:
    number, *_, properties, is_resting = told
    return SoundStream(number, properties, is_resting=is_resting)


def _hears(told: list[Any], monitors: Container[int]) -> bool:
    """Tell whether an app hears a microphone: a server's own filters are no apps, and a level meter listens to none."""
    _, _, _, client, source, *_, method, _, properties, _ = told
    is_meter = method == _LEVEL_METER or properties.get("resample.peaks") == "true"
    is_sink = source in monitors or properties.get("stream.capture.sink") == "true"
    return not (is_meter or is_sink or client == wire.NOBODY or "node.link-group" in properties)
