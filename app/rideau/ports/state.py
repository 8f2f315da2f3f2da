# SPDX-License-Identifier: MIT
"""What must survive a crash: switches by hand, what was changed on the machine, what happened?"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from rideau.domain.change import Change, Outcome
from rideau.domain.override import Override
from rideau.domain.waiting import Waiting

if TYPE_CHECKING:
    from rideau.domain.allowance import DayBook


class OverrideStore(Protocol):
    """Keep the switches by hand on disk. Main thread or command line."""

    def load(self) -> tuple[Override, ...]:
        """Return what was saved, oldest first; empty when nothing was or when it cannot be read (set aside)."""
        ...

    def save(self, overrides: tuple[Override, ...]) -> None:
        """Replace what was saved, atomically and flushed to disk.

        Raises:
            StorageError: it could not be written; what was saved before still stands.

        """
        ...


class AllowanceStore(Protocol):
    """Keep how much of each day's allowance was used. Main thread."""

    def load(self) -> "DayBook":
        """Return what was saved; empty when nothing was or when it cannot be read (set aside)."""
        ...

    def save(self, book: "DayBook") -> None:
        """Replace what was saved, atomically and flushed to disk.

        Raises:
            StorageError: it could not be written; what was saved before still stands.

        """
        ...


class Ledger(Protocol):
    """Keep what was changed on the machine and is not yet put back. Any thread, one process at a time."""

    def record(self, change: Change) -> int:
        """Write ``change`` ahead of making it; on return it is flushed to disk. Return its number.

        Raises:
            StorageError: it could not be written, so the change must not be made.

        """
        ...

    def settle(self, number: int) -> None:
        """Strike out change ``number``: it is put back, left to the person, or gone. Idempotent."""
        ...

    def pending(self) -> tuple[tuple[int, Change], ...]:
        """Return every change not settled, oldest first; of a damaged ledger, set aside, what can be read."""
        ...


class Restorer(Protocol):
    """Put back one kind of change. Any thread, with or without a running desktop."""

    kind: str

    def restore(self, change: Change) -> Outcome:
        """Put ``change`` back if it is still as Rideau set it; safe any number of times.

        Raises:
            RideauError: it could not be put back now (no desktop, say); the change stays pending.

        """
        ...


class EventKind(StrEnum):
    """Name what the journal tells of (SPEC R1)."""

    STARTED = "started"
    STOPPED = "stopped"
    PHASE = "phase"
    OPENED = "opened"
    CLOSED = "closed"
    RESUMED = "resumed"
    FOCUS = "focus"
    REFUSED = "refused"
    ATTEMPT = "attempt"
    """Somebody wanted into a closed network: ``network``, ``by`` (``gate``, ``extension``)."""
    KEY = "key"
    """A key was used (SPEC E8): ``minutes``, ``reason``, ``wait_s``, ``exit`` (``key``, ``emergency``, ``quit``,
    ``restore``)."""
    APP_STOPPED = "app-stopped"
    """An app was started while closed, and met the curtain: ``network``, ``app``."""
    APP_CLOSED = "app-closed"
    """A running app was closed: ``network``, ``app``, ``how`` (``asked``, ``ended``, ``frozen``, ``stayed``)."""
    STRETCHED = "stretched"
    """Five more minutes were had at closing: ``network``."""
    HELD = "held"
    """A change that would open something early waits for the opening: ``what``, ``until``."""
    TAMPERED = "tampered"
    """Something that would have opened early was noticed: ``what`` (``clock``, ``zone``, ``settings``, ``killed``,
    ``autostart``)."""
    TIP = "tip"
    """A card was shown, and how it ended: ``tip``, ``theme``, ``outcome``; ``asked`` 1 where it was asked for."""
    PAUSED = "paused"
    """Somebody took a breath before entering: ``network``, ``went`` (``in``, ``away``)."""
    LIMIT = "limit"
    """A day's allowance is used up: ``network`` or ``side``, ``minutes``."""
    EVENING = "evening"
    """The small windows: ``how`` (``offered``, ``opened``: the ritual before closing; ``greeted``: the morning)."""
    REST = "rest"
    """A later opening after a short rest: ``how`` (``proposed``, ``taken``), ``until``."""
    CHECK_IN = "check-in"
    """A check-in: ``how`` (``offered``); what was answered is never in here."""
    REVIEW = "review"
    """It was asked, once ever, whether the curtain holds as one likes."""
    DIGEST = "digest"
    RESTORED = "restored"
    PROBLEM = "problem"


class Event(NamedTuple):
    """Hold one line of the journal."""

    at: datetime
    kind: EventKind
    details: Mapping[str, str | int]
    """Small and flat: ``{"phase": "quiet", "why": "outside-hours"}``."""


ALL_KINDS = frozenset(EventKind)


class Journal(Protocol):
    """Keep what happened, and what waits. Any thread; writing never waits for the disk on the caller's thread.

    Never raises on writing: a journal that fails is set aside, said once in the log, and a fresh one goes on.
    """

    def record(self, event: Event) -> None:
        """Add ``event``."""
        ...

    def events(self, since: datetime | None = None, kinds: Iterable[EventKind] = ALL_KINDS) -> tuple[Event, ...]:
        """Return the events of ``kinds`` from ``since`` on, oldest first, all recorded before this call included."""
        ...

    def hold(self, waiting: Waiting) -> None:
        """Add a withheld notification."""
        ...

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what waits and was not yet handed over, oldest first, with its numbers."""
        ...

    def hand_over(self, ids: Iterable[int], at: datetime) -> None:
        """Mark these as given back at ``at`` (aware); they stay in the journal but wait no more. Idempotent."""
        ...

    def handed_over(self, since: datetime) -> tuple[Waiting, ...]:
        """Return what was given back at or after ``since``, oldest first: the list behind the latest digest."""
        ...

    def close(self) -> None:
        """Write what is still on its way and close. Idempotent."""
        ...
