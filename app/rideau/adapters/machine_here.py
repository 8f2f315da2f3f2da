# SPDX-License-Identifier: MIT
"""How does Rideau stand on this machine? Asked of the running app over its socket, looked at here where none runs.

What is changed is read from the ledgers as they lie: they belong to the app that runs, and so does their lock.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.control_client import ask
from rideau.adapters.control_protocol import Answer, Command, Request
from rideau.adapters.ledger_file import read_pending
from rideau.domain.error import NotRunningError, RideauError
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text
from rideau.ports.machine import HeldChange, Mechanism, Restoration
from rideau.services.restoration import RestoreSummary
from rideau.wording.changes import change_sentence
from rideau.wording.documents import doctor_document, restore_document
from rideau.wording.listings import restore_lines
from rideau.wording.words import Words

DOCTOR_WITHIN_S = 60.0
RESTORE_WITHIN_S = 60.0
GOES_ON = Text("Rideau goes on, and holds what it needs again; “rideau quit” puts it back to stay.")


class Ledgers(NamedTuple):
    """Name the two files that tell what is changed."""

    passing: Path
    """What goes back at quitting."""
    staying: Path
    """What goes back on the person's word only."""


class ByOneself(NamedTuple):
    """Hold what can be done where no app runs."""

    probes: Callable[[], tuple[Probe, ...]]
    restore: Callable[[], RestoreSummary]
    """Puts everything back; raises RefusedError where an app runs after all, out of reach."""


class MachineHere:
    """Be the ``Machine`` of this very machine. Any thread, one call at a time."""

    def __init__(self, socket: Path, ledgers: Ledgers, by_oneself: ByOneself, words: Words) -> None:
        """Ask the app at ``socket``; say what is said by this process in ``words``."""
        self._socket = socket
        self._ledgers = ledgers
        self._by_oneself = by_oneself
        self._words = words

    def is_running(self) -> bool:
        """Tell whether an app runs; see the port."""
        try:
            ask(self._socket, Request(Command.STATUS))
        except NotRunningError:
            return False
        except RideauError:
            return True  # it is there, and does not answer
        return True

    def mechanisms(self) -> tuple[Mechanism, ...]:
        """Return how each mechanism stands; see the port."""
        try:
            document = ask(self._socket, Request(Command.DOCTOR), DOCTOR_WITHIN_S).document
        except NotRunningError:
            document = doctor_document(self._words, self._by_oneself.probes())
        return tuple(_mechanisms(document))

    def changes(self) -> tuple[HeldChange, ...]:
        """Return what is changed right now; see the port."""
        return tuple(
            HeldChange(change.kind, change_sentence(self._words, change), stays=file == self._ledgers.staying)
            for file in self._ledgers
            for _, change in read_pending(file)
        )

    def restore(self, key: str = "") -> Restoration:
        """Put everything back; see the port."""
        try:
            told = ask(self._socket, Request(Command.RESTORE, key=key), RESTORE_WITHIN_S)
        except NotRunningError:
            summary = self._by_oneself.restore()
            told = Answer(restore_document(self._words, summary), tuple(restore_lines(self._words, summary)))
        else:
            told = told if told.key else told._replace(lines=(*told.lines, self._words.say(GOES_ON)))
        failed = told.document.get("failed") if isinstance(told.document, dict) else None
        return Restoration(told.lines, told.key, timedelta(seconds=told.wait_s), tuple(map(str, failed or ())))

    def call_off(self, key: str) -> None:
        """Forget a wait; see the port."""
        with suppress(RideauError):  # it lapses by itself, too
            ask(self._socket, Request(Command.CALL_OFF, key=key))


def _mechanisms(document: object) -> Iterator[Mechanism]:
    """Give what a doctor's document tells; what cannot be read of another version's is left out."""
    told = document.get("mechanisms") if isinstance(document, dict) else None
    for each in told if isinstance(told, list) else ():
        with suppress(ValueError, KeyError):
            yield _mechanism(each)


def _mechanism(told: Mapping[str, object]) -> Mechanism:
    fitness = Fitness(str(told["fitness"]))
    return Mechanism(str(told["name"]), str(told["title"]), fitness, str(told["reason"]), str(told.get("remedy") or ""))
