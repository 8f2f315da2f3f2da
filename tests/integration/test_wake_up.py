# SPDX-License-Identifier: MIT
"""Is Rideau woken at the instant it asked for, and when the clock is set?"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fakes.clock import FakeClock
from rideau.adapters.qt.wake_up import QtWakeUp, TimerfdWakeUp, new_wake_up

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


class Wakes:
    """Count the wakes and remember when each came, in wall time."""

    def __init__(self) -> None:
        """Start without any."""
        self.at: list[datetime] = []

    def __call__(self) -> None:
        """Be woken."""
        self.at.append(datetime.now(UTC))

    def are(self, count: int) -> bool:
        """Tell whether there were at least ``count``."""
        return len(self.at) >= count


def set_clock() -> bool:
    """Set the machine's clock to what it says; tell whether that is allowed. The kernel takes it for a change."""
    try:
        time.clock_settime_ns(time.CLOCK_REALTIME, time.clock_gettime_ns(time.CLOCK_REALTIME))
    except PermissionError:
        return False
    return True


@pytest.fixture
def wakes() -> Wakes:
    return Wakes()


@pytest.fixture
def wake_up(qapp: QApplication, wakes: Wakes) -> Iterator[TimerfdWakeUp]:
    del qapp
    wake_up = TimerfdWakeUp(wakes)
    yield wake_up
    wake_up.close()


def test_linux_wakes_by_timerfd(qapp: QApplication, wakes: Wakes) -> None:
    del qapp
    wake_up = new_wake_up(FakeClock(NOW), wakes)
    assert isinstance(wake_up, TimerfdWakeUp)
    wake_up.close()


def test_the_deadline_is_kept_to_the_millisecond_and_never_early(
    wake_up: TimerfdWakeUp, wakes: Wakes, qtbot: QtBot
) -> None:
    late_ms = []
    for _ in range(5):
        wakes.at.clear()
        at = datetime.now(UTC) + timedelta(milliseconds=120)
        wake_up.arm(at)
        qtbot.waitUntil(lambda: bool(wakes.at), timeout=3000)
        late_ms.append((wakes.at[0] - at).total_seconds() * 1000)
    print("late by ms:", late_ms)
    assert min(late_ms) >= 0
    assert sorted(late_ms)[2] < 20
    assert len(wakes.at) == 1


@pytest.mark.parametrize("ago", [timedelta(seconds=1), timedelta(days=30_000)])
def test_a_deadline_in_the_past_wakes_at_once(
    wake_up: TimerfdWakeUp, wakes: Wakes, qtbot: QtBot, ago: timedelta
) -> None:
    wake_up.arm(datetime.now(UTC) - ago)
    qtbot.waitUntil(lambda: bool(wakes.at), timeout=1000)


def test_the_last_deadline_is_the_one_that_counts(wake_up: TimerfdWakeUp, wakes: Wakes, qtbot: QtBot) -> None:
    soon = datetime.now(UTC) + timedelta(milliseconds=50)
    wake_up.arm(soon)
    wake_up.arm(soon + timedelta(days=400_000))
    qtbot.wait(150)
    wake_up.arm(soon)
    wake_up.arm(None)
    qtbot.wait(150)
    assert wakes.at == []


def test_a_deadline_may_be_armed_anew_while_it_is_handled(qapp: QApplication, qtbot: QtBot) -> None:
    del qapp
    rounds: list[int] = []

    def again() -> None:
        rounds.append(1)
        busy.arm(datetime.now(UTC) + timedelta(milliseconds=10) if len(rounds) < 3 else None)

    busy = TimerfdWakeUp(again)
    busy.arm(datetime.now(UTC))
    qtbot.waitUntil(lambda: len(rounds) == 3, timeout=1000)
    busy.close()


def test_nobody_is_woken_after_closing_twice(wake_up: TimerfdWakeUp, wakes: Wakes, qtbot: QtBot) -> None:
    wake_up.arm(datetime.now(UTC) + timedelta(milliseconds=50))
    wake_up.close()
    wake_up.close()
    qtbot.wait(150)
    assert wakes.at == []


if set_clock():  # only root may; continuous integration is

    @pytest.mark.parametrize("hours", [None, 1])
    def test_a_clock_that_is_set_wakes_at_once_every_time(
        wake_up: TimerfdWakeUp, wakes: Wakes, qtbot: QtBot, hours: int | None
    ) -> None:
        wake_up.arm(None if hours is None else datetime.now(UTC) + timedelta(hours=hours))
        qtbot.wait(50)
        for count in (1, 2):
            began = time.monotonic()
            assert set_clock()
            qtbot.waitUntil(partial(wakes.are, count), timeout=2000)
            print("woken after ms:", (time.monotonic() - began) * 1000)

    def test_a_clock_that_is_set_just_before_arming_is_not_missed(
        wake_up: TimerfdWakeUp, wakes: Wakes, qtbot: QtBot
    ) -> None:
        assert set_clock()
        wake_up.arm(datetime.now(UTC) + timedelta(hours=1))
        qtbot.waitUntil(lambda: bool(wakes.at), timeout=2000)


def test_waiting_costs_nothing(wake_up: TimerfdWakeUp, qtbot: QtBot) -> None:
    wake_up.arm(datetime.now(UTC) + timedelta(hours=1))
    qtbot.wait(10)
    before = time.process_time()
    qtbot.wait(500)
    assert time.process_time() - before < 0.05


class TestQtWakeUp:
    """The timer for systems without timerfd; the clock is a fake, the timer is real."""

    @pytest.fixture
    def clock(self) -> FakeClock:
        return FakeClock(NOW)

    @pytest.fixture
    def wake_up(self, qapp: QApplication, clock: FakeClock, wakes: Wakes) -> Iterator[QtWakeUp]:
        del qapp
        wake_up = QtWakeUp(clock, wakes)
        yield wake_up
        wake_up.close()

    def test_it_wakes_once_at_the_deadline(
        self, wake_up: QtWakeUp, clock: FakeClock, wakes: Wakes, qtbot: QtBot
    ) -> None:
        wake_up.arm(NOW + timedelta(milliseconds=60))
        qtbot.wait(20)
        assert wakes.at == []
        clock.set(NOW + timedelta(milliseconds=60))
        qtbot.waitUntil(lambda: bool(wakes.at), timeout=1000)
        qtbot.wait(100)
        assert len(wakes.at) == 1

    def test_it_waits_on_when_the_timer_was_early_on_the_wall_clock(
        self, wake_up: QtWakeUp, clock: FakeClock, wakes: Wakes, qtbot: QtBot
    ) -> None:
        wake_up.arm(NOW + timedelta(milliseconds=40))
        qtbot.wait(100)
        assert wakes.at == []
        clock.set(NOW + timedelta(seconds=1))
        qtbot.waitUntil(lambda: bool(wakes.at), timeout=1000)

    def test_a_deadline_in_the_past_wakes_at_once(self, wake_up: QtWakeUp, wakes: Wakes, qtbot: QtBot) -> None:
        wake_up.arm(NOW - timedelta(days=1))
        qtbot.waitUntil(lambda: bool(wakes.at), timeout=1000)

    def test_a_jump_of_the_clock_wakes_at_the_next_step(
        self, wake_up: QtWakeUp, clock: FakeClock, wakes: Wakes, qtbot: QtBot
    ) -> None:
        wake_up.arm(NOW + timedelta(milliseconds=40))
        clock.set(NOW - timedelta(hours=1))
        qtbot.waitUntil(lambda: bool(wakes.at), timeout=1000)
