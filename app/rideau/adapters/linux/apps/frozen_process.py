# SPDX-License-Identifier: MIT
"""How does a frozen process go on after a crash? The ledger knows it by pid, start and boot (SPEC E6)."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from rideau.adapters.linux.apps.exit_watch import opened
from rideau.domain.change import Change, Outcome
from rideau.domain.process import ProcessId
from rideau.keeper.proc import stat_of

KIND = "frozen-process"
RUNNING, STOPPED = "running", "stopped"
STOP, CONTINUE, KILL = (getattr(signal, name, 0) for name in ("SIGSTOP", "SIGCONT", "SIGKILL"))
"""Windows has none of them."""
_STOPPED_STATES = frozenset({"T", "t"})
_RUNNING_STATES = frozenset({"R", "S"})
"""One that waits for a disk (D) cannot be told: it stops, or goes on, when that answers."""
_PENDING = b"ShdPnd:"
"""Signals that a process has not taken in, of all its threads, in proc(5)'s ``status``: a mask in hex digits."""
_GONE = ""


def frozen_change(processes: Iterable[ProcessId]) -> Change:
    """Return what the ledger keeps of ``processes`` before they are stopped."""
    words = " ".join(f"{each.pid}:{each.start}" for each in processes)
    return Change(KIND, f"{boot_id()} {words}", RUNNING, STOPPED)


@cache
def boot_id() -> str:
    """Return what names this boot of the machine; empty where nothing does."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return ""


def is_stopped(process: ProcessId) -> bool:
    """Tell whether ``process`` is there and stopped."""
    return _state_of(process.pid) in _STOPPED_STATES


def rests(process: ProcessId) -> bool:
    """Tell whether ``process`` runs no more: it is stopped, dead or gone."""
    return _state_of(process.pid) in _STOPPED_STATES | {"Z", "X", _GONE}


def goes_on(process: ProcessId) -> bool:
    """Tell whether ``process`` is there and runs, with no stop on its way to it."""
    told = stat_of(process.pid)
    if told is None or told.start != process.start or _is_stopping(process.pid):
        return False
    return _state_of(process.pid) in _RUNNING_STATES  # asked last: a stop that is not pending any more shows here


def send(process: ProcessId, number: int) -> bool:
    """Send a signal to ``process`` and to no other that got its number; return whether it could be."""
    try:
        descriptor = opened(process)
    except (OSError, OverflowError):  # gone, or no number of a process
        return False
    try:
        _send(descriptor, number)
    except OSError:  # gone, or another user's
        return False
    finally:
        os.close(descriptor)
    return True


class FrozenProcessRestorer:
    """Let stopped processes go on."""

    kind = KIND

    def restore(self, change: Change) -> Outcome:
        """Continue (SIGCONT) each process that is still the same and still stopped; whoever started first, first."""
        boot, *words = change.place.split(" ")
        if not boot or boot != boot_id():
            return Outcome.GONE
        outcomes = {_continued(process) for process in _processes(words)}
        return next((each for each in (Outcome.RESTORED, Outcome.LEFT) if each in outcomes), Outcome.GONE)


def _processes(words: Iterable[str]) -> Iterator[ProcessId]:
    for word in words:
        pid, _, start = word.partition(":")
        if pid.isdecimal() and start.isdecimal():
            yield ProcessId(int(pid), int(start))


def _continued(process: ProcessId) -> Outcome:
    if not is_stopped(process):
        return Outcome.LEFT if send(process, 0) else Outcome.GONE
    return Outcome.RESTORED if send(process, CONTINUE) else Outcome.GONE


def _state_of(pid: int) -> str:
    """Return the state of a process as proc(5) names it, field 3 of ``stat``."""
    with suppress(OSError):
        told = Path("/proc", str(pid), "stat").read_bytes()
        return told.rpartition(b")")[2].split(maxsplit=1)[0].decode("ascii")
    return _GONE


def _is_stopping(pid: int) -> bool:
    """Tell whether a stop was sent to a process that has not taken it in."""
    with suppress(OSError):
        lines = Path("/proc", str(pid), "status").read_bytes().splitlines()
        masks = (int(line.removeprefix(_PENDING), 16) for line in lines if line.startswith(_PENDING))
        return any(mask >> STOP - 1 & 1 for mask in masks)
    return False


def _send(descriptor: int, number: int) -> None:
    if sys.platform == "linux":
        signal.pidfd_send_signal(descriptor, number)
