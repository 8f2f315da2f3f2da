# SPDX-License-Identifier: MIT
"""When is a keeper asked whether it is well, and when is it taken for hung? Never while nothing happens at the gate."""

from collections.abc import Callable

ASK_EVERY_S = 2.5
"""While tunnels are live. Asked, and taken for hung, and started again: five seconds together."""
ANSWER_WITHIN_S = 1.5
ACCEPT_WITHIN_S = 0.5
"""After so long at the gate's door nobody has let a browser in."""


class Liveness:
    """Follow one keeper by what it says and by who stands at its door; ``now`` is on the monotonic clock."""

    def __init__(self) -> None:
        """Begin with a keeper that has said nothing."""
        self.is_busy = False
        self.number = 0
        """Of the latest ping."""
        self._asked_at: float | None = None
        self._ask_at: float | None = None
        self._look_at: float | None = None

    @property
    def listens_at_door(self) -> bool:
        """Tell whether somebody at the door is news: not while it is asked regularly, nor while one stands there."""
        return not self.is_busy and self._look_at is None and self._asked_at is None

    @property
    def due_at(self) -> float | None:
        """Return when ``needs_ping`` and ``is_hung`` are to be asked next; None for when something happens."""
        answer_due = None if self._asked_at is None else self._asked_at + ANSWER_WITHIN_S
        return min((each for each in (answer_due, self._ask_at, self._look_at) if each is not None), default=None)

    def said_busy(self, *, is_busy: bool, now: float) -> None:
        """Note whether any tunnel is live."""
        self.is_busy = is_busy
        self._ask_at = now + ASK_EVERY_S if is_busy and self._asked_at is None else None

    def said_pong(self, number: object, now: float) -> None:
        """Note an answer."""
        if number == self.number:
            self._asked_at = None
            self._ask_at = now + ASK_EVERY_S if self.is_busy else None

    def somebody_came(self, now: float) -> None:
        """Note that somebody stands at the door."""
        self._look_at = now + ACCEPT_WITHIN_S

    def needs_ping(self, now: float, is_somebody_there: Callable[[], bool]) -> bool:
        """Tell whether to ping now, with ``number``; what was asked is then waited for."""
        is_due = self._ask_at is not None and now >= self._ask_at
        if self._look_at is not None and now >= self._look_at:
            still_there = is_somebody_there()
            self._look_at = now + ASK_EVERY_S if still_there else None
            is_due = is_due or still_there
        if not is_due or self._asked_at is not None:
            return False
        self.number += 1
        self._asked_at, self._ask_at = now, None
        return True

    def is_hung(self, now: float) -> bool:
        """Tell whether an answer is overdue."""
        return self._asked_at is not None and now >= self._asked_at + ANSWER_WITHIN_S
