# SPDX-License-Identifier: MIT
"""How does everything come back? One idempotent restore for start, exit, crash and ``rideau restore`` (SPEC E6)."""

from collections import Counter
from collections.abc import Container, Iterable
from typing import NamedTuple

from rideau.domain.change import Change, Outcome
from rideau.domain.error import RideauError
from rideau.domain.text import Text
from rideau.ports.state import Ledger, Restorer


class RestoreSummary(NamedTuple):
    """Say how many changes went back, stayed with the person, no longer exist, and which could not be put back."""

    restored: int = 0
    left: int = 0
    gone: int = 0
    failed: tuple[Text, ...] = ()

    def __add__(self, other: "RestoreSummary") -> "RestoreSummary":  # type: ignore[override]  # sums, as a number does
        """Return both together."""
        failed = self.failed + other.failed
        return RestoreSummary(self.restored + other.restored, self.left + other.left, self.gone + other.gone, failed)


def restore_all(ledger: Ledger, restorers: Iterable[Restorer], adopted: Container[str] = frozenset()) -> RestoreSummary:
    """Put back every pending change, the latest first, and settle it; what fails stays pending.

    Changes of the ``adopted`` kinds stay as they are, and pending: whoever made them goes on with them.

    Raises:
        StorageError: the ledger itself could not be written.

    """
    by_kind = {restorer.kind: restorer for restorer in restorers}
    outcomes: Counter[Outcome] = Counter()
    failed: list[Text] = []
    for number, change in reversed(ledger.pending()):
        if change.kind in adopted:
            continue
        result = _restore_one(change, by_kind.get(change.kind))
        if isinstance(result, Text):
            failed.append(result)
            continue
        ledger.settle(number)
        outcomes[result] += 1
    return RestoreSummary(outcomes[Outcome.RESTORED], outcomes[Outcome.LEFT], outcomes[Outcome.GONE], tuple(failed))


def _restore_one(change: Change, restorer: Restorer | None) -> Outcome | Text:
    if restorer is None:
        return Text(
            "{place}: this version does not know how to put back “{kind}”.", place=change.place, kind=change.kind
        )
    try:
        return restorer.restore(change)
    except RideauError as error:
        return Text("{place}: {why}", place=change.place, why=error.message)
