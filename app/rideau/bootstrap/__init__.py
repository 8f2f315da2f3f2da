# SPDX-License-Identifier: MIT
"""The composition root: the only place that names concrete adapters.

``parts`` is what works without Qt or a display; ``app`` is the tray process, loaded by ``run_tray`` alone.
"""

import os
from contextlib import suppress

from rideau.bootstrap.parts import Offline, offline
from rideau.domain.error import NotRunningError, RideauError, StorageError
from rideau.ports.settings_window import Opening

__all__ = ["Offline", "offline", "run_tray", "run_window"]

BEGINNING_S, AGAIN_S = 5.0, 0.02
"""How long a start that has its lock may take until it can be asked, and how often it is tried."""


def run_tray(parts: Offline) -> int:
    """Run the tray app until it quits and return its exit code, or show the window of the one that runs already.

    Raises:
        RideauError: there is no display to show anything on (Qt would abort), or no place for the lock or the socket.

    """
    from rideau.adapters.control_listener import listen_at  # noqa: PLC0415 - what only this command needs
    from rideau.adapters.linux.display import display_problem  # noqa: PLC0415 - as above
    from rideau.adapters.qt.unread_sources import leave_sources_unread  # noqa: PLC0415 - as above
    from rideau.adapters.single_instance import SingleInstance  # noqa: PLC0415 - as above

    instance = SingleInstance(parts.paths.instance_lock)
    if not instance.acquire():
        return _show_the_first(parts)
    with suppress(StorageError):  # it only serves those who look for our socket elsewhere
        SingleInstance(parts.paths.state_lock).acquire()
    listener = listen_at(parts.paths.control_socket)  # before Qt is loaded: a second start finds this one from here on
    if problem := display_problem(os.environ):
        listener.close()
        raise RideauError(problem)
    leave_sources_unread()
    from rideau.bootstrap.app import run  # noqa: PLC0415 - loads Qt, which no other command needs

    return run(parts, listener)


def run_window(parts: Offline, opening: Opening) -> int:
    """Show the settings window in this process until it is closed, and return its exit code.

    Where the tray started it there is a display, and somebody waits: it is not looked for.

    Raises:
        RideauError: there is no display to show anything on.

    """
    from rideau.adapters.qt.unread_sources import leave_sources_unread  # noqa: PLC0415 - what only this command needs

    if not opening.is_led:
        _check_display()
    leave_sources_unread()
    from rideau.bootstrap.window import run  # noqa: PLC0415 - loads Qt

    return run(parts, opening)


def _check_display() -> None:
    from rideau.adapters.linux.display import display_problem  # noqa: PLC0415 - 15 ms, where nobody knows yet

    if problem := display_problem(os.environ):
        raise RideauError(problem)


def _show_the_first(parts: Offline) -> int:
    """Ask the one that runs to show itself; it holds its lock for a moment before it can be asked."""
    import time  # noqa: PLC0415 - only a second start waits

    from rideau.adapters.control_client import ask  # noqa: PLC0415 - only a second start asks the first
    from rideau.adapters.control_protocol import Command, Request  # noqa: PLC0415 - as above

    deadline = time.monotonic() + BEGINNING_S
    while True:
        try:
            ask(parts.paths.control_socket, Request(Command.SHOW))
        except NotRunningError:
            if time.monotonic() > deadline:
                raise
            time.sleep(AGAIN_S)
        else:
            return 0
