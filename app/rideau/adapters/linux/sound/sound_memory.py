# SPDX-License-Identifier: MIT
"""How does an app sound again as before? The server remembers a mute, past a crash and a reboot; a ghost undoes that.

A ghost is a silent stream under the same name: un-muted and closed, it leaves the name as it was. Both PulseAudio and
WirePlumber remember so; lists of what is remembered, or ways to delete from them, only PulseAudio has (evidence, 2).
"""

import re
import shlex
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from rideau.adapters.linux.sound.sound_server import SoundServer
from rideau.adapters.linux.sound.sound_socket import SoundServerError
from rideau.domain.change import Change, Outcome
from rideau.domain.sound import REMEMBERED_BY, Remembered, SoundStream
from rideau.domain.text import Text

KIND = "sound-mute"
MUTED = "muted"
_AUDIBLE = "audible"
_PROGRAM = "application.process.binary"

_SETTLED_WITHIN_S = 0.5
"""How long WirePlumber may take to give a new stream what it remembers of it; measured below 40 ms."""
_LOOK_EVERY_S = 0.002
_TRIES = 10

_FILES = ("restore-stream", "stream-properties")
"""Of WirePlumber 0.4 (``Output/Audio:application.name:NAME:mute=true``), and 0.5 (``…NAME={"mute":true, …}``)."""
_ESCAPED = str.maketrans({"\\": r"\\", " ": r"\s", "=": r"\e", "[": r"\o", "]": r"\c"})
_MUTED_LINE = re.compile(r'"?mute"?[:=] ?true').search


def change_for(stream: SoundStream) -> Change:
    """Return the muting of ``stream`` as the ledger keeps it."""
    remembered = stream.remembered
    place = shlex.join([f"{remembered.by}={remembered.value}", f"{_PROGRAM}={stream.program}"])
    before = " ".join([_AUDIBLE, *(f"{each:g}" for each in stream.volumes)])
    return Change(KIND, place, before, MUTED)


def remembered_at(place: str) -> tuple[Remembered, str] | None:
    """Return under what the server remembers what is at ``place``, and whose program plays it; None for nonsense."""
    try:
        words = [word.partition("=") for word in shlex.split(place)]
    except ValueError:
        return None
    match words:
        case [(by, _, value), (what, _, program)] if by in REMEMBERED_BY and value and what == _PROGRAM:
            return None if "\0" in place else (Remembered(by, value), program)
    return None


def is_settled(stream: SoundStream) -> bool:
    """Tell whether the server has given ``stream`` its volume; until PipeWire has, it shows, and plays, none at all."""
    return stream.is_muted or any(stream.volumes)


def is_muted_on_disk(environment: Mapping[str, str], remembered: Remembered) -> bool:
    """Tell whether WirePlumber is about to mute a new stream that is ``remembered``, as its files have it.

    It takes up to 40 ms for that, in which a stream must not be heard, and what we mute meanwhile looks like its own.
    """
    home = Path(environment.get("HOME", "/"))
    folder = Path(environment.get("XDG_STATE_HOME") or home / ".local/state", "wireplumber")
    name = f":{remembered.by}:{remembered.value.translate(_ESCAPED)}"
    for file in _FILES:
        with suppress(OSError):
            lines = (folder / file).read_text(errors="replace").splitlines()
            if any(line.partition(name)[2].startswith((":mute=true", "={")) and _MUTED_LINE(line) for line in lines):
                return True
    return False


class SoundMuteRestorer:
    """Let an app be heard again: what plays now, and what will."""

    kind = KIND

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Act on the sound server of ``environment``."""
        self._environment = environment

    def restore(self, change: Change) -> Outcome:
        """Un-mute what is still muted; see the port.

        Raises:
            SoundServerError: no sound server answers now, and what it remembers cannot be changed without it.

        """
        if remembered_at(change.place) is None or not _was_audible(change):
            return Outcome.GONE
        server = SoundServer(self._environment)
        try:
            return put_back(server, change)
        finally:
            server.close()


def put_back(server: SoundServer, change: Change) -> Outcome:
    """Un-mute what ``change`` muted, live streams and memory; leave what the person un-muted.

    Raises:
        SoundServerError: the server went away meanwhile; doing it again does no harm.

    """
    found = remembered_at(change.place)
    if found is None or not _was_audible(change):
        return Outcome.GONE
    remembered, program = found
    was_muted = False
    for stream in server.streams():
        if stream.is_muted and (stream.remembered, stream.program) == (remembered, program):
            was_muted |= server.set_mute(stream.number, is_muted=False)
    channels = len((change.before or "").split()) - 1
    for _ in range(_TRIES):
        if not _unmuted(server, remembered, channels):
            return Outcome.RESTORED if was_muted else Outcome.LEFT
        was_muted = True
    raise SoundServerError(Text("The sound server does not take note."))


def _unmuted(server: SoundServer, remembered: Remembered, channels: int) -> bool:
    """Un-mute what the server remembers; tell whether that was needed. WirePlumber may miss it: look again."""
    with server.ghost(remembered, channels) as number:
        if not _when(server, number, is_settled).is_muted:
            return False
        server.set_mute(number, is_muted=False)
        _when(server, number, lambda ghost: not ghost.is_muted)
        return True


def _was_audible(change: Change) -> bool:
    return (change.before or "").startswith(_AUDIBLE)


def _when(server: SoundServer, number: int, holds: Callable[[SoundStream], bool]) -> SoundStream:
    """Return the stream as soon as ``holds``, or as it is when it should have."""
    deadline = time.monotonic() + _SETTLED_WITHIN_S
    while (stream := server.stream(number)) is not None:
        if holds(stream) or time.monotonic() > deadline:
            return stream
        time.sleep(_LOOK_EVERY_S)
    raise SoundServerError(Text("The sound server takes no sound now."))
