# SPDX-License-Identifier: MIT
"""Does a held place survive crashes at every step, and the person's own hand?"""

import pytest

from fakes.ledger import FakeLedger
from rideau.adapters.linux.held_change import HeldChange, OwnProxyError
from rideau.domain.change import Change, Outcome
from rideau.domain.error import SessionBusError, StorageError
from rideau.domain.text import Text


class Place:
    """Be a place that holds one text; ``trouble`` is raised instead of writing, or after it."""

    kind = "place"
    place = "here"

    def __init__(self, said: str | None = "before") -> None:
        self.said = said
        self.writes = 0
        self.trouble: SessionBusError | None = None
        self.writes_late = False

    def without(self, held: Change | None) -> str | None:
        return held.before if held else self.said

    def is_ours(self, change: Change) -> bool:
        return self.said == change.after

    def is_untouched(self, change: Change) -> bool:
        return self.said == change.before

    def write(self, after: str) -> None:
        if self.trouble is None or self.writes_late:
            self.said = after
            self.writes += 1
        if self.trouble is not None:
            raise self.trouble

    def restore(self, change: Change) -> Outcome:
        if not self.is_ours(change):
            return Outcome.LEFT
        self.said = change.before
        return Outcome.RESTORED


def _trouble(cause: Exception | None = None) -> SessionBusError:
    error = SessionBusError(Text("The desktop does not answer."))
    error.__cause__ = cause
    return error


def test_it_is_recorded_before_it_is_written_and_written_once() -> None:
    place, ledger = Place(), FakeLedger()
    held = HeldChange(ledger, place)
    assert held.held() is None
    held.hold("ours")
    held.hold("ours")
    HeldChange(ledger, place).hold("ours")
    assert place.writes == 1
    assert [change for _, change in ledger.pending()] == [Change("place", "here", "before", "ours")]
    ledger.is_full = True
    with pytest.raises(StorageError):
        held.hold("newer")
    assert place.said == "ours"
    held.release()
    held.release()
    assert (place.said, ledger.pending()) == ("before", ())


@pytest.mark.parametrize("said", ["before", "old", "new"])
def test_a_crash_at_any_step_between_two_values_is_mended(said: str) -> None:
    """What is on disk then: only the first record (never written), or both, with either value in the place."""
    for do in (HeldChange.release, lambda held: held.hold("newest"), lambda held: held.hold("new")):
        place, ledger = Place(said), FakeLedger()
        ledger.record(Change("other", "here", None, "x"))
        ledger.record(Change("place", "here", "before", "old"))
        ledger.record(Change("place", "here", "before", "new"))
        held = HeldChange(ledger, place)
        do(held)
        held.release()
        assert place.said == "before"
        assert [change.kind for _, change in ledger.pending()] == ["other"]


def test_the_persons_own_value_is_never_fought_over() -> None:
    place, ledger = Place(), FakeLedger()
    held = HeldChange(ledger, place)
    held.hold("ours")
    for theirs in ("theirs", "before"):
        place.said = theirs
        with pytest.raises(OwnProxyError):
            held.hold("ours")
        with pytest.raises(OwnProxyError):
            held.held()
        assert place.said == theirs
    held.release()
    assert place.said == "before"
    place.said = "theirs"
    held.hold("ours")
    held.release()
    assert (place.said, ledger.pending()) == ("theirs", ())


def test_what_could_not_be_written_is_not_recorded_unless_it_may_still_be() -> None:
    place, ledger = Place(), FakeLedger()
    held = HeldChange(ledger, place)
    place.trouble = _trouble()
    with pytest.raises(SessionBusError):
        held.hold("ours")
    assert ledger.pending() == ()
    place.trouble = _trouble(TimeoutError())
    with pytest.raises(SessionBusError):
        held.hold("ours")
    assert len(ledger.pending()) == 1
    place.trouble = None
    held.hold("ours")
    assert (place.said, len(ledger.pending())) == ("ours", 1)
    held.release()
    place.trouble, place.writes_late = _trouble(), True
    with pytest.raises(SessionBusError):
        held.hold("ours")
    assert len(ledger.pending()) == 1, "it was written all the same"


def test_after_a_restore_by_somebody_else_it_is_held_again() -> None:
    place, ledger = Place(), FakeLedger()
    held = HeldChange(ledger, place)
    held.hold("ours")
    HeldChange(ledger, place).release()
    held.hold("ours")
    assert (place.said, len(ledger.pending())) == ("ours", 1)
