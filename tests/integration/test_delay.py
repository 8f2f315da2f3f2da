# SPDX-License-Identifier: MIT
"""Does what is to happen a while later happen, on the real clocks of this machine?"""

import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from contracts.delay import DelayContract
from rideau.adapters.qt.delay import QtDelay, TimerfdDelay, new_delay
from rideau.ports.clock import Delay


def patient(delay: Delay, qtbot: QtBot) -> Callable[[timedelta], None]:
    """Return what waits until something of the same length that was asked for later has come."""

    def let_pass(length: timedelta) -> None:
        came: list[None] = []
        delay.after(length + timedelta(milliseconds=20), lambda: came.append(None))
        qtbot.waitUntil(lambda: bool(came), timeout=30_000)

    return let_pass


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


class TestTimerfdDelay(DelayContract):
    @pytest.fixture
    def delay(self, qapp: QApplication) -> TimerfdDelay:
        del qapp
        return TimerfdDelay()

    @pytest.fixture
    def let_pass(self, delay: Delay, qtbot: QtBot) -> Callable[[timedelta], None]:
        return patient(delay, qtbot)


class TestQtDelay(DelayContract):
    @pytest.fixture
    def delay(self, qapp: QApplication) -> QtDelay:
        del qapp
        return QtDelay()

    @pytest.fixture
    def let_pass(self, delay: Delay, qtbot: QtBot) -> Callable[[timedelta], None]:
        return patient(delay, qtbot)


def test_linux_waits_by_timerfd(qapp: QApplication) -> None:
    del qapp
    assert isinstance(new_delay(), TimerfdDelay)


def test_it_is_never_early_and_leaves_nothing_open(qtbot: QtBot) -> None:
    delay, came = TimerfdDelay(), list[float]()
    before = open_files()
    began = time.clock_gettime(time.CLOCK_BOOTTIME)
    for length in (30, 60, 90):
        delay.after(timedelta(milliseconds=length), lambda: came.append(time.clock_gettime(time.CLOCK_BOOTTIME)))
    delay.after(timedelta(hours=1), lambda: came.append(0.0))()
    qtbot.waitUntil(lambda: len(came) == len((30, 60, 90)), timeout=30_000)
    assert [at - began >= length for at, length in zip(came, (0.03, 0.06, 0.09), strict=True)] == [True] * 3
    assert open_files() == before
