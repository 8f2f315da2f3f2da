# SPDX-License-Identifier: MIT
"""How does a window of its own process know how Rideau stands here? Through the app that runs, or the parts at hand."""

from functools import partial

from rideau.adapters.keeper_dismissal import dismiss_keeper
from rideau.adapters.machine_here import ByOneself, Ledgers, MachineHere
from rideau.adapters.single_instance import SingleInstance
from rideau.bootstrap.parts import Offline
from rideau.domain.error import RefusedError, StorageError
from rideau.domain.text import Text
from rideau.services.restoration import RestoreSummary
from rideau.wording.words import Words


def machine_of(parts: Offline, words: Words) -> MachineHere:
    """Return how Rideau stands on this machine, said in ``words``."""
    paths = parts.paths
    return MachineHere(
        paths.control_socket,
        Ledgers(paths.ledger_file, paths.installations_file),
        ByOneself(parts.probes, partial(restore_by_oneself, parts)),
        words,
    )


def restore_by_oneself(parts: Offline) -> RestoreSummary:
    """Put everything back where no app runs, and end the keeper that was left.

    Raises:
        RefusedError: an app runs with this person's state after all, in another session.

    """
    check_really_gone(parts)
    dismiss_keeper(parts.paths.keeper_socket)
    return parts.restore_everything()


def check_really_gone(parts: Offline) -> None:
    """Raise where an app runs with this person's state after all: it holds the ledger, and maybe the lock."""
    instance = SingleInstance(parts.paths.state_lock)
    try:
        is_gone = instance.acquire()
    except StorageError:
        return
    instance.release()
    if not is_gone:
        raise RefusedError(
            Text("Rideau runs, and can't be reached from here, so nothing was touched."),
            Text("Ask it from the session that it runs in: this is another one (XDG_RUNTIME_DIR differs)."),
        )
