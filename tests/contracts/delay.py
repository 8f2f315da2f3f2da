# SPDX-License-Identifier: MIT
"""What does everything that calls back after a while hold to?"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from rideau.ports.clock import Delay

SHORT = timedelta(milliseconds=30)
LONG = timedelta(milliseconds=90)


class DelayContract:
    """Inherit this; give ``delay``, and ``let_pass``, which lets a length of time pass and then some."""

    @pytest.fixture
    def delay(self) -> Delay:
        raise NotImplementedError

    @pytest.fixture
    def let_pass(self) -> Callable[[timedelta], None]:
        raise NotImplementedError

    def test_it_calls_once_and_not_before(self, delay: Delay, let_pass: Callable[[timedelta], None]) -> None:
        called: list[str] = []
        delay.after(LONG, lambda: called.append("long"))
        delay.after(SHORT, lambda: called.append("short"))
        assert called == []
        let_pass(LONG)
        assert called == ["short", "long"]
        let_pass(LONG)
        assert called == ["short", "long"]

    def test_nothing_is_called_before_the_caller_has_returned(
        self, delay: Delay, let_pass: Callable[[timedelta], None]
    ) -> None:
        called: list[str] = []
        delay.after(timedelta(0), lambda: called.append("at once"))
        assert called == []
        let_pass(timedelta(0))
        assert called == ["at once"]

    def test_what_is_called_off_never_comes(self, delay: Delay, let_pass: Callable[[timedelta], None]) -> None:
        called: list[str] = []
        call_off = delay.after(SHORT, lambda: called.append("no"))
        kept_off = delay.after(SHORT, lambda: called.append("yes"))
        call_off()
        call_off()
        let_pass(SHORT)
        assert called == ["yes"]
        kept_off()

    def test_one_may_follow_from_another(self, delay: Delay, let_pass: Callable[[timedelta], None]) -> None:
        called: list[str] = []

        def first() -> None:
            delay.after(timedelta(0), lambda: called.append("second"))

        delay.after(timedelta(0), first)
        let_pass(SHORT)
        assert called == ["second"]
