# SPDX-License-Identifier: MIT
"""Is the screen cast through PipeWire? Under Wayland each cast is a node of it; ``pw-dump`` tells of them as they come.

The little program is asleep while nothing happens. Of a node its class is looked at, and its number kept.
"""

import codecs
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from rideau.adapters.linux.attention.sense import SenseLostError, is_wayland
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

NAME = "casts"
PROGRAM = "pw-dump"
_TITLE = Text("Recordings of the screen")
_X11 = Text("This desktop shares its screen in another way (X11), which Rideau notices by its windows.")
_NO_PROGRAM = Text("Recordings of the screen are noticed where an app asks the desktop for them, not elsewhere.")
_REMEDY = Text("Install “pipewire-bin” (or “pipewire-utils”), which brings the program “pw-dump”.")
_WORKS = Text("Whatever records or shares the screen through PipeWire is noticed.")
_CAST = "Stream/Output/Video"
_AT_ONCE = 1 << 16
_LONGEST = 1 << 20
"""No object takes more."""
_ENDS_WITHIN_S = 1.0


class CastSense:
    """Hear one ``pw-dump``."""

    name = NAME

    def __init__(self, environment: Mapping[str, str], command: Iterable[str]) -> None:
        """Start it.

        Raises:
            SenseLostError: it cannot be started.

        """
        self._casts = Casts()
        try:
            self._child = subprocess.Popen(
                [*command],
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
        except OSError as error:
            raise SenseLostError(str(error)) from error
        assert self._child.stdout is not None  # noqa: S101 - a pipe was asked for
        self._descriptor = self._child.stdout.fileno()
        if sys.platform != "win32":
            os.set_blocking(self._descriptor, False)

    def fileno(self) -> int:
        """Return where it speaks."""
        return self._descriptor

    def deadline(self) -> float | None:
        """Return none: it tells everything."""
        return None

    def read(self) -> None:
        """Take in what it said."""
        try:
            while piece := os.read(self._descriptor, _AT_ONCE):
                self._casts.hear(piece)
        except BlockingIOError:
            return
        except (OSError, ValueError) as error:
            raise SenseLostError(str(error)) from error
        raise SenseLostError(PROGRAM)

    def look(self) -> None:
        """Take in what it said: nothing here is told only when asked."""
        self.read()

    def signals(self) -> Signals:
        """Return whether there is a cast; that there is none is no proof."""
        return Signals(sharing=self._casts.is_any or None)

    def close(self) -> None:
        """End it."""
        if self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._child.wait(_ENDS_WITHIN_S)
        if self._child.stdout is not None:
            self._child.stdout.close()


class Casts:
    """Follow what ``pw-dump --monitor`` says: one list of what there is, then one of whatever changed or went.

    Each object is read by itself: all at once take some megabytes.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._said = ""
        self._letters = codecs.getincrementaldecoder("utf-8")("replace")
        self._read = json.JSONDecoder().raw_decode
        self._numbers: set[int] = set()

    @property
    def is_any(self) -> bool:
        """Tell whether a cast is there."""
        return bool(self._numbers)

    def hear(self, piece: bytes) -> None:
        """Take in more of it.

        Raises:
            ValueError: it says something else.

        """
        self._said += self._letters.decode(piece)
        while (rest := self._said.lstrip("[], \n")).startswith("{"):
            try:
                told, end = self._read(rest)
            except ValueError:  # it is not whole yet
                if len(rest) > _LONGEST:
                    raise
                return
            self._said = rest[end:]
            self._learn(told)
        if rest:
            raise ValueError

    def _learn(self, told: dict[str, Any]) -> None:
        number, info = told.get("id"), told.get("info")
        if not isinstance(number, int):
            return
        properties = info.get("props") if isinstance(info, dict) else None
        if isinstance(properties, dict) and properties.get("media.class") == _CAST:
            self._numbers.add(number)
        elif not isinstance(info, dict):
            self._numbers.discard(number)


def open_cast_sense(environment: Mapping[str, str]) -> CastSense | None:
    """Return what hears of casts; None under X11, and where the program is not there."""
    program = _program(environment)
    if not is_wayland(environment) or not program:
        return None
    ends_with_us = shutil.which("setpriv", path=environment.get("PATH"))
    through = (ends_with_us, "--pdeathsig", "TERM") if ends_with_us else ()
    return CastSense(environment, (*through, program, "--monitor", "--no-colors"))


def cast_probe(environment: Mapping[str, str]) -> Probe:
    """Say whether casts are told of here."""
    if not is_wayland(environment):
        return Probe(NAME, _TITLE, Fitness.NOT_HERE, _X11)
    if not _program(environment):
        return Probe(NAME, _TITLE, Fitness.MISSING, _NO_PROGRAM, _REMEDY)
    return Probe(NAME, _TITLE, Fitness.WORKS, _WORKS)


def _program(environment: Mapping[str, str]) -> str:
    return shutil.which(PROGRAM, path=environment.get("PATH")) or ""
