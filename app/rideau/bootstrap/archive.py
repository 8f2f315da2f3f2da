# SPDX-License-Identifier: MIT
"""How does a person take everything with them, bring it back, or have it gone? Which parts do that."""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from rideau.adapters.archive_files import ArchiveFiles
from rideau.adapters.control_client import ask
from rideau.adapters.control_protocol import Command, Request
from rideau.adapters.erasing import erase_folders, erase_in_a_process, forget_all
from rideau.adapters.in_force_file import InForceFile
from rideau.adapters.passphrase_keyring import KeyringSecret, NoKeyringHereError
from rideau.bootstrap.machine import check_really_gone, restore_by_oneself
from rideau.bootstrap.parts import Offline
from rideau.domain.error import NotRunningError, RefusedError, RideauError, StorageError
from rideau.domain.text import Text
from rideau.services.lock import ERASE_LATER, erase_refusal

QUIT_WITHIN_S = 30.0
TRIES, PAUSE_S = 200, 0.05


def new_archive(parts: Offline) -> ArchiveFiles:
    """Return what exports, imports, and erases by itself: for a process that the app did not start."""
    return archive_with(parts, partial(_erase, parts))


def archive_with(parts: Offline, eraser: Callable[[], tuple[Text, ...]]) -> ArchiveFiles:
    """Return what exports and imports, and erases by ``eraser``."""
    return ArchiveFiles(parts.paths, parts.settings_file, parts.known_networks, parts.clock, eraser)


def have_erased(parts: Offline) -> tuple[Text, ...]:
    """Have a process of its own erase everything, for a window: it ends the app, which ends its window.

    Raises:
        RefusedError: it is closed.
        StorageError: it did not work.

    """
    from rideau.adapters.linux.autostart import launch_command  # noqa: PLC0415 - wanted here alone

    config = ("--config", str(parts.config)) if parts.config else ()
    return erase_in_a_process((*launch_command(), "erase", "--yes", "--at-once", "--json", *config))


def _erase(parts: Offline) -> tuple[Text, ...]:
    end_app(parts)
    _await_the_end(parts)
    kept = InForceFile(parts.paths.in_force_file, parts.paths.last_good_folder).load()
    if refusal := erase_refusal(kept, parts.clock.now()):
        raise refusal
    failed = restore_by_oneself(parts).failed
    if failed:
        raise StorageError(failed[0], Text("Nothing was erased: what can't be put back has to be remembered."))
    left = forget_all((_forget_passphrase, lambda: parts.autostart.switch(on=False)))
    paths = parts.paths
    return (*left, *erase_folders((paths.config, paths.cache, paths.state), (parts.settings_file,)))


def _await_the_end(parts: Offline) -> None:
    """Wait a little for an app that hung up and is about to be gone; one that stays is found out by what follows."""
    for _ in range(TRIES):
        with suppress(RefusedError):
            return check_really_gone(parts)
        time.sleep(PAUSE_S)
    return None


def _forget_passphrase() -> None:
    with suppress(NoKeyringHereError):
        KeyringSecret().remove()


def end_app(parts: Offline) -> None:
    """Have the running app end, where one runs.

    Raises:
        RefusedError: it is closed, and leaving is refused or takes a wait.

    """
    try:
        told = ask(parts.paths.control_socket, Request(Command.QUIT), QUIT_WITHIN_S, until_gone=True)
    except NotRunningError:
        return
    if told.key:
        with suppress(RideauError):  # it lapses by itself, too
            ask(parts.paths.control_socket, Request(Command.CALL_OFF, key=told.key))
        raise RefusedError(Text("It is closed now, and leaving takes a wait."), ERASE_LATER)
