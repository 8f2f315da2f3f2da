# SPDX-License-Identifier: MIT
"""Which process plays, or records? A sandbox gives its processes numbers of its own, and they tell those (Flatpak)."""

from rideau.domain.sound import SoundStream
from rideau.keeper.proc import PROC, all_pids, program_of


def player_of(stream: SoundStream) -> int:
    """Return the process of ``stream`` by its number here; the number it told where no process fits. 0 for none."""
    if not stream.pid or not stream.program or _file_name(stream.pid) == stream.program:
        return stream.pid
    fitting = (pid for pid in all_pids() if _file_name(pid) == stream.program and number_inside(pid) == stream.pid)
    return next(fitting, stream.pid)


def number_inside(pid: int) -> int:
    """Return the number that process ``pid`` has for itself; 0 where that may not be known."""
    try:
        lines = (PROC / str(pid) / "status").read_bytes().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[-1]) for line in lines if line.startswith(b"NSpid:")), 0)


def _file_name(pid: int) -> str:
    return program_of(pid).rpartition("/")[2]
