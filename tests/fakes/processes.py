# SPDX-License-Identifier: MIT
"""Which processes run in a test? Made up ones, on a small desktop that looks like a real one."""

from typing import Any

from rideau.domain.process import FileId, Process, ProcessId, ProcessTable
from rideau.domain.safety import Own

PERSON = 1000
OWN = Own(PERSON, frozenset({300, 301}))
SESSION_PIDS = frozenset({1, 2, 3, 100, 101, 110, 111, 112, 120, 200, 201, 202, 300, 301})


def file_of(program: str) -> FileId:
    """Return the made up file that ``program`` is."""
    return FileId(7, sum(letter * 31**place for place, letter in enumerate(program.encode())) % 2**61)


def process(pid: int, parent: int, program: str, *argv: str, **more: Any) -> Process:
    """Return a process of the person's that runs ``program``; ``more`` are fields."""
    made = Process(
        id=ProcessId(pid, pid * 10),
        parent=parent,
        uid=PERSON,
        name=program.rpartition("/")[2][:15],
        program=program,
        program_id=file_of(program) if program else None,
        argv=(program, *argv),
        session=pid,
    )
    return made._replace(**more)


def desktop(*apps: Process) -> ProcessTable:
    """Return a desktop with ``apps``: 110 is its window manager, 201 a shell in a terminal, 300 and 301 are Rideau."""
    return ProcessTable(
        (
            process(1, 0, "/usr/lib/systemd/systemd", uid=0),
            process(2, 0, "", uid=0, name="kthreadd", argv=()),
            process(3, 2, "", uid=0, name="kworker/0:1", argv=()),
            process(100, 1, "/usr/lib/systemd/systemd", "--user"),
            process(101, 1, "/usr/bin/dash", "/home/me/.xinitrc"),
            process(110, 101, "/usr/bin/openbox"),
            process(111, 101, "/usr/bin/xfce4-panel"),
            process(112, 100, "/usr/bin/dbus-daemon", "--session"),
            process(120, 100, "/usr/bin/pipewire"),
            process(200, 110, "/usr/bin/xterm"),
            process(201, 200, "/usr/bin/bash", terminal=34816),
            process(202, 201, "/usr/bin/sleep", "9", terminal=34816),
            process(300, 101, "/usr/bin/python3.11", "-m", "rideau"),
            process(301, 300, "/usr/bin/python3.11", "-m", "rideau.keeper"),
            *apps,
        )
    )
