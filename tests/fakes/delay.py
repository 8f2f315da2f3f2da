# SPDX-License-Identifier: MIT
"""How does time pass in a test? As far as it is told, and whatever is due on the way happens."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count

from fakes.clock import FakeClock


class FakeDelay:
    """Call back when a test lets time pass; a clock that is given goes along. Implements ``ports.clock.Delay``."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        """Begin with nothing due."""
        self._clock = clock
        self._passed = timedelta(0)
        self._number = count()
        self._due: dict[int, tuple[timedelta, Callable[[], None]]] = {}

    @property
    def is_idle(self) -> bool:
        """Tell whether nothing is waited for."""
        return not self._due

    def after(self, length: timedelta, act: Callable[[], None]) -> Callable[[], None]:
        """Have ``act`` called once ``length`` has passed."""
        number = next(self._number)
        self._due[number] = (self._passed + length, act)

        def call_off() -> None:
            self._due.pop(number, None)

        return call_off

    def pass_by(self, length: timedelta = timedelta(0)) -> None:
        """Let ``length`` pass; what is due by its end happens, the earliest first."""
        end = self._passed + length
        while ready := sorted((at, number) for number, (at, _) in self._due.items() if at <= end):
            at, number = ready[0]
            self._go_to(at)
            _, act = self._due.pop(number)
            act()
        self._go_to(end)

    def _go_to(self, at: timedelta) -> None:
        step = max(at - self._passed, timedelta(0))
        self._passed += step
        if self._clock is not None:
            self._clock.advance(step)
