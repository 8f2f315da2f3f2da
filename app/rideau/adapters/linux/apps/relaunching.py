# SPDX-License-Identifier: MIT
"""How does a closed app come back? Started as the menu would: nobody's child, in a scope and a session of its own.

What Rideau starts must outlive it, and must not count as a part of it: Rideau's own descendants are out of reach.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from rideau.domain.app import ClosedApp
from rideau.domain.error import RideauError
from rideau.domain.text import Text

STARTING_WITHIN_S = 2.0
_LET_GO = '"$@" >/dev/null 2>&1 </dev/null & echo $!'
"""A shell that ends at once: what it started becomes the system's own child, or the session manager's."""
_OURS = frozenset({("QT_QPA_PLATFORMTHEME", "generic")})
"""What Rideau sets for itself alone."""
_SYSTEMD = ("org.freedesktop.systemd1", "/org/freedesktop/systemd1", "org.freedesktop.systemd1.Manager")


def start_detached(app: ClosedApp, command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Start ``command`` for ``app``; return its pid, which also names its session's processes.

    Raises:
        RideauError: there is no such program.

    """
    import subprocess  # noqa: PLC0415 - where something is started again

    program = shutil.which(command[0], path=environment.get("PATH")) if command else None
    if program is None:
        raise RideauError(
            Text("{name} could not be started again: its program is not there any more.", name=app.name),
            Text("If it is still installed, the menu starts it."),
        )
    folder = app.folder if os.path.isdir(app.folder) else environment.get("HOME", "/")  # noqa: PTH112 - a text as it is
    words = ("/bin/sh", "-c", _LET_GO, "sh", program, *command[1:])
    try:
        told = subprocess.run(
            words,
            cwd=folder,
            env=dict(environment.items() - _OURS),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            timeout=STARTING_WITHIN_S,
            check=True,
        )
        pid = int(told.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise RideauError(Text("{name} could not be started again.", name=app.name)) from error
    _move_to_scope(pid, app, environment)
    return pid


def command_line(pid: int) -> tuple[str, ...]:
    """Return the words that process ``pid`` was started with; none where they may not be known."""
    with suppress(OSError):
        words = os.fsdecode(Path("/proc", str(pid), "cmdline").read_bytes()).split("\0")
        return tuple(words[:-1])
    return ()


def working_folder(pid: int) -> str:
    """Return the folder that process ``pid`` works in; empty where it may not be known."""
    with suppress(OSError):
        return os.readlink(f"/proc/{pid}/cwd")  # noqa: PTH115 - the kernel's own text
    return ""


def is_helper(pid: int) -> bool:
    """Tell whether process ``pid`` is a helper of Chromium's kind: its app ends it, and is startled when others do."""
    return any(word.startswith("--type=") for word in command_line(pid)[1:])


def _move_to_scope(pid: int, app: ClosedApp, environment: Mapping[str, str]) -> None:
    """Have systemd keep it in a scope of its own, where there is one: Rideau's own ends with Rideau."""
    if not Path(environment.get("XDG_RUNTIME_DIR", "/nowhere"), "systemd", "private").exists():
        return
    from rideau.adapters.linux.bus import ask, connect, disconnect, method_call  # noqa: PLC0415 - only where it is used

    name = "".join(each if each.isascii() and each.isalnum() else "_" for each in app.desktop_id or app.name)
    properties = [("PIDs", ("au", [pid])), ("Description", ("s", app.name))]
    body: tuple[object, ...] = (f"app-rideau-{name}-{pid}.scope", "fail", properties, [])
    with suppress(RideauError):  # it runs all the same
        connection = connect(environment)
        try:
            ask(connection, method_call(_SYSTEMD, "StartTransientUnit", "ssa(sv)a(sa(sv))", body))
        finally:
            disconnect(connection)
