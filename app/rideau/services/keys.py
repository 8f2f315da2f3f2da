# SPDX-License-Identifier: MIT
"""Which key is being turned, how long does it wait still, and how many were used since closing? (SPEC E8)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from rideau.domain.error import RefusedError, UsageError
from rideau.domain.key import KEY_VALID, Exit, KeyTurn
from rideau.domain.text import Text
from rideau.ports.state import Event, EventKind, Journal

SAID_AGAIN_WITHIN = timedelta(minutes=10)


class _Turning(NamedTuple):
    """Hold a turn, with when it is through on the clock that nobody can set."""

    turn: KeyTurn
    through: timedelta
    is_unlocked: bool
    """Whether the passphrase was given for it."""


class Keys:
    """Hold the one key that may be turning, and count those used. Main thread.

    What is used is in the journal, so a restart forgets no use; a key that was asked for and never turned is no use.
    """

    def __init__(self, journal: Journal, since_boot: Callable[[], timedelta]) -> None:
        """Begin with none; ``since_boot`` is a clock that nobody can set and that sleep does not stop."""
        self._journal = journal
        self._since_boot = since_boot
        self._turning: _Turning | None = None
        self._asked = 0
        self._used: tuple[datetime | None, int] = (None, 0)
        self._said: tuple[object, timedelta] | None = None

    def ask(self, wish: KeyTurn, *, is_unlocked: bool = False) -> KeyTurn:
        """Start what ``wish`` says, in place of any other, and return it with its id."""
        self._asked += 1
        now = self._since_boot()
        turn = wish._replace(id=f"{int(now.total_seconds() * 1000):x}-{self._asked}")
        self._turning = _Turning(turn, now + turn.wait, is_unlocked)
        return turn

    def pending(self, at: datetime) -> KeyTurn | None:
        """Return the key that is being turned, due as the clock on the wall shows it at ``at``; None without one."""
        turning = self._turning
        if turning is None:
            return None
        left = turning.through - self._since_boot()
        if left < -KEY_VALID:
            self._turning = None
            return None
        return turning.turn._replace(due=at + max(left, timedelta(0)))

    def turned(self, key: str, way: Exit, *, is_locked: bool) -> KeyTurn:
        """Return the turn called ``key``, which is through: it opens now, and nothing is turning any more.

        Raises:
            UsageError: nothing like that is being turned, or it was left lying.
            RefusedError: it is not through yet; it goes on turning. Or it needs what the lock does not leave.

        """
        turning = self._turning
        left = turning.through - self._since_boot() if turning is not None else timedelta(0)
        if turning is None or (turning.turn.id, turning.turn.exit) != (key, way) or left < -KEY_VALID:
            raise UsageError(Text("That key is no longer waiting."), Text("Ask again; nothing was counted."))
        if left > timedelta(0):
            seconds = -(-left // timedelta(seconds=1))
            raise RefusedError(Text("Not yet: {count} s are left.", count=seconds))
        self._turning = None
        if is_locked and way is Exit.KEY and not turning.is_unlocked:
            raise RefusedError(Text("The lock came on meanwhile, so the key no longer opens."))
        return turning.turn

    def call_off(self, key: str) -> None:
        """Stop turning ``key``; nothing is counted. Another key, or none, is left alone."""
        if self._turning is not None and self._turning.turn.id == key:
            self._turning = None

    def drop(self) -> None:
        """Stop turning: it is open."""
        self._turning = None

    def used(self, since: datetime | None) -> int:
        """Return how many keys were used from ``since`` on, aware UTC; None where nothing is closed, so none was.

        What was paid to leave is no key that opened: whoever starts and quits Rideau all evening waits as at first.
        """
        if since is None:
            return 0
        if self._used[0] != since:
            count = sum(map(_opened, self._journal.events(since)))
            self._used = (since, count)
        return self._used[1]

    def use(self, turn: KeyTurn, at: datetime) -> None:
        """Write down that ``turn`` was used at ``at``."""
        details: dict[str, str | int] = {
            "minutes": round(turn.duration / timedelta(minutes=1)),
            "reason": turn.reason,
            "wait_s": round(turn.wait.total_seconds()),
            "exit": turn.exit.value,
        }
        used = Event(at, EventKind.KEY, details)
        self._journal.record(used)
        self._used = (self._used[0], self._used[1] + _opened(used))

    def is_said_again(self, what: object) -> bool:
        """Tell whether the very same was said within the last ten minutes; else remember that it was said now."""
        now, said = self._since_boot(), self._said
        self._said = (what, now)
        if said is None or said[0] != what or now - said[1] > SAID_AGAIN_WITHIN:
            return False
        self._said = None
        return True


def _opened(event: Event) -> bool:
    return event.kind is EventKind.KEY and event.details.get("exit") not in {Exit.QUIT.value, Exit.RESTORE.value}
