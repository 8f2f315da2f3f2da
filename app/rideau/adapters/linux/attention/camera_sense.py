# SPDX-License-Identifier: MIT
"""Does an app see through a camera? inotify(7) tells when one is opened and closed, /proc who holds it.

Each camera is watched by itself, and their folder for cameras that come and go alone: every program opens /dev/null.
What a camera is called, and who looks through it, is not kept.
"""

import ctypes
import os
import re
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.adapters.linux.inotify import NONBLOCK_CLOEXEC, told
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text
from rideau.keeper.proc import all_pids, open_files, program_of

NAME = "camera"
DEVICES = Path("/dev")
NAMES = Path("/sys/class/video4linux")
GLANCE_S = 1.0
"""For so long an opening counts as it is; then whoever opened the camera is looked for once more."""

_TITLE = Text("Camera")
_WORKS = Text("Rideau notices when an app opens a camera; it never opens one itself.")
_NO_WATCH = Text("This system does not tell when a camera is opened; calls are noticed by their microphone.")
_REMEDY = Text(
    "Other programs may have used up what it allows; your administrator can raise it (fs.inotify.max_user_instances)."
)
_OPEN, _CLOSE = 0x20, 0x8 | 0x10
_CREATE, _MOVED_TO, _ATTRIB, _IGNORED = 0x100, 0x80, 0x4, 0x8000
_COMES = _CREATE | _MOVED_TO | _ATTRIB
"""A device comes first, and may be looked at a moment later."""
_CAMERA = re.compile(r"video\d+")
_NO_CAMERA = re.compile(r"codec|decod|encod|hevc|\bisp\b|vpu", re.IGNORECASE)
"""What chips that unpack films are called; a browser opens them for any."""
_MANAGERS = frozenset({"wireplumber", "pipewire-media-session"})
"""They hold cameras open to offer them to others."""


class CameraSense:
    """Know whether a camera is held open."""

    name = NAME

    def __init__(self, devices: Path = DEVICES, names: Path = NAMES) -> None:
        """Watch the folder ``devices``; ``names`` says what each of them is.

        Raises:
            SenseLostError: the system does not tell.

        """
        self._devices = os.path.realpath(devices)
        self._names = names
        self._libc = ctypes.CDLL(None)
        self._descriptor = int(self._libc.inotify_init1(NONBLOCK_CLOEXEC))
        self._watched: dict[int, str] = {}
        """By watch, the name of the camera."""
        self._is_held = False
        self._opened: set[str] = set()
        """What was opened less than a second ago and not closed; who holds it may not be seen yet."""
        self._look_again_at: float | None = None
        if self._watch(self._devices, _COMES) < 0:
            self.close()
            raise SenseLostError(self._devices)
        for name in os.listdir(self._devices):  # noqa: PTH208 - names alone
            self._watch_camera(name)
        self._scan()

    def fileno(self) -> int:
        """Return the descriptor of inotify."""
        return self._descriptor

    def deadline(self) -> float | None:
        """Return when to look once more who holds what was opened."""
        return self._look_again_at

    def read(self) -> None:
        """Take in what was opened and closed."""
        if self._look_again_at is not None and self._look_again_at <= time.monotonic():
            self._look_again_at = None
            self._opened.clear()
            self._scan()
        is_news = False
        for watch, mask, name in told(self._descriptor):
            is_news |= self._learn(watch, mask, name)
        if is_news:
            self._scan()

    def look(self) -> None:
        """Look once more."""
        self.read()
        self._scan()

    def signals(self) -> Signals:
        """Return whether a camera is held, or was opened just now."""
        return Signals(camera=self._is_held or bool(self._opened))

    def close(self) -> None:
        """Watch nothing any more."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _learn(self, watch: int, mask: int, name: str) -> bool:
        """Take in one event; return whether who holds what may have changed."""
        camera = self._watched.get(watch, "")
        if not camera:
            return self._watch_camera(name)
        if mask & _OPEN:
            self._opened.add(camera)
            self._look_again_at = time.monotonic() + GLANCE_S
        else:
            self._opened.discard(camera)
        if mask & _IGNORED:  # it was pulled out
            del self._watched[watch]
        return True

    def _watch_camera(self, name: str) -> bool:
        """Watch device ``name``, if it is a camera; return whether that is news."""
        if not _CAMERA.fullmatch(name) or not self._is_camera(name):
            return False
        watch = self._watch(f"{self._devices}/{name}", _OPEN | _CLOSE)
        is_news = watch >= 0 and watch not in self._watched
        if is_news:
            self._watched[watch] = name
        return is_news

    def _watch(self, path: str, mask: int) -> int:
        return int(self._libc.inotify_add_watch(self._descriptor, os.fsencode(path), mask))

    def _is_camera(self, name: str) -> bool:
        try:
            said = (self._names / name / "name").read_text(errors="replace")
        except OSError:
            return True
        return not _NO_CAMERA.search(said)

    def _scan(self) -> None:
        """Look who holds one now; the kernel tells of an opening a moment before it can be seen here."""
        own = os.getpid()
        self._is_held = any(name for pid in all_pids() if pid != own for name in self._held_by(pid))

    def _held_by(self, pid: int) -> Iterator[str]:
        start = f"{self._devices}/"
        for target in open_files(pid):
            name = target.removeprefix(start)
            if name != target and _CAMERA.fullmatch(name) and self._is_camera(name) and not _is_manager(pid):
                yield name


def open_camera_sense(_: Mapping[str, str]) -> CameraSense:
    """Return what watches this machine's cameras."""
    return CameraSense()


def camera_probe(_: Mapping[str, str]) -> Probe:
    """Say whether this system tells of cameras."""
    try:
        CameraSense().close()
    except SenseLostError:
        return Probe(NAME, _TITLE, Fitness.MISSING, _NO_WATCH, _REMEDY)
    return Probe(NAME, _TITLE, Fitness.WORKS, _WORKS)


def _is_manager(pid: int) -> bool:
    return program_of(pid).rpartition("/")[2] in _MANAGERS
