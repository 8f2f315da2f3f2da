# SPDX-License-Identifier: MIT
"""The composition root: the only place that names concrete adapters.

``parts`` is what works without Qt or a display; ``app`` is the tray process, loaded by ``run_tray`` alone.
"""

import os
from pathlib import Path

from rideau.bootstrap.parts import Offline, offline
from rideau.domain.error import RideauError

__all__ = ["Offline", "offline", "run_tray"]


def run_tray(config: Path | None, *, show_window: bool) -> int:
    """Run the tray app until it quits and return its exit code, or show the window of the one that runs already.

    ``show_window`` opens the small window at once.

    Raises:
        RideauError: there is no display to show anything on (Qt would abort), or no place for the instance's lock.

    """
    from rideau.adapters.control_client import ask  # noqa: PLC0415 - what only this command needs
    from rideau.adapters.control_protocol import Command, Request  # noqa: PLC0415 - as above
    from rideau.adapters.linux.display import display_problem  # noqa: PLC0415 - as above
    from rideau.adapters.single_instance import SingleInstance  # noqa: PLC0415 - as above

    parts = offline(config)
    instance = SingleInstance(parts.paths.instance_lock)
    if not instance.acquire():
        ask(parts.paths.control_socket, Request(Command.SHOW))
        return 0
    if problem := display_problem(os.environ):
        raise RideauError(problem)
    from rideau.bootstrap.app import run  # noqa: PLC0415 - loads Qt, which no other command needs

    return run(parts, show_window=show_window)
