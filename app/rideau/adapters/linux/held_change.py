# SPDX-License-Identifier: MIT
"""How does one place on the machine stay as Rideau set it, across crashes, until the person sets it themselves?

What it was is in the ledger before it is written. After a crash the place is adopted as it stands; a new value keeps
the ``before`` of the first; and where the person changed it meanwhile, their value stays (SPEC E6).
"""

from typing import Protocol

from rideau.domain.change import Change, Outcome
from rideau.domain.error import RideauError
from rideau.domain.text import Text
from rideau.ports.state import Ledger


class OwnProxyError(RideauError):
    """Say that the person's own proxy settings stand in the way; they are never written over."""

    title = Text("You have proxy settings of your own")


class Target(Protocol):
    """Be one place on the machine: know its kind, what it says, and whether that is ours."""

    kind: str
    place: str

    def without(self, held: Change | None) -> str | None:
        """Return what the place says, or would say without ``held``, as ``Change.before`` keeps it."""
        ...

    def is_ours(self, change: Change) -> bool:
        """Tell whether the place is wholly as ``change`` set it."""
        ...

    def is_untouched(self, change: Change) -> bool:
        """Tell whether the place is as it was before ``change``."""
        ...

    def write(self, after: str) -> None:
        """Make the place say ``after``.

        Raises:
            RideauError: it could not be written; it may be later where the cause is a TimeoutError.

        """
        ...

    def restore(self, change: Change) -> Outcome:
        """Put back what is still ours; see the ``Restorer`` port."""
        ...


class HeldChange:
    """Keep ``target`` as told, in the ledger first."""

    def __init__(self, ledger: Ledger, target: Target) -> None:
        """Nothing is read or written before ``held`` or ``hold``."""
        self._ledger = ledger
        self._target = target
        self._is_held = False

    def held(self) -> Change | None:
        """Return the change that holds; None where there is none yet, or none any more (``rideau restore``).

        Raises:
            OwnProxyError: the person changed the place since.
            StorageError: the ledger could not be written.

        """
        found = self._found()
        return found[1] if found else None

    def hold(self, after: str) -> None:
        """Make the place say ``after`` unless it does. Idempotent.

        Raises:
            OwnProxyError: the person changed the place since.
            RideauError: the ledger or the place could not be written; what was not written stays as it was.

        """
        found = self._found()
        if found and found[1].after == after:
            self._is_held = True
            return
        before = self._target.without(found[1] if found else None)
        change = Change(self._target.kind, self._target.place, before, after)
        number = self._ledger.record(change)
        try:
            self._target.write(after)
        except RideauError as error:
            if not isinstance(error.__cause__, TimeoutError) and not self._target.is_ours(change):
                self._ledger.settle(number)
            raise
        self._is_held = True
        if found:
            self._ledger.settle(found[0])

    def release(self) -> None:
        """Put back what is still ours. Idempotent.

        Raises:
            RideauError: it could not be put back now; it stays in the ledger.

        """
        self._is_held = False
        for number, change in reversed(self._mine()):
            self._target.restore(change)
            self._ledger.settle(number)

    def _mine(self) -> list[tuple[int, Change]]:
        here = (self._target.kind, self._target.place)
        return [(number, change) for number, change in self._ledger.pending() if (change.kind, change.place) == here]

    def _found(self) -> tuple[int, Change] | None:
        """Return the change in force, the latest that is; settle what a crash between two of them left."""
        mine = self._mine()
        self._is_held &= bool(mine)
        ours = next(((number, change) for number, change in reversed(mine) if self._target.is_ours(change)), None)
        if mine and not ours and (self._is_held or not self._target.is_untouched(mine[0][1])):
            raise OwnProxyError(CHANGED_SINCE)
        for number, change in mine:
            if (number, change) != ours:
                self._ledger.settle(number)
        return ours


CHANGED_SINCE = Text(
    "This desktop's proxy settings were changed since Rideau set them, so it leaves them alone. Quit Rideau and start"
    " it again to have work sites closed."
)
