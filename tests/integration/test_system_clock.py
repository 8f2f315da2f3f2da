# SPDX-License-Identifier: MIT
"""Does the real clock follow the device, also when its zone changes while Rideau runs?"""

import ctypes
import logging
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from contracts.clock import ClockContract
from rideau.adapters.clock import SystemClock, SystemTime

TIME_ERROR = 5
"""What man 2 adjtimex returns of a clock that nothing leads."""


@pytest.fixture(autouse=True)
def own_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the C library its zone back after each test."""
    with monkeypatch.context():
        yield
    monkeypatch.undo()
    time.tzset()


class TestSystemClock(ClockContract):
    """The system's clock holds to the contract."""

    @pytest.fixture
    def clock(self) -> SystemClock:
        """Return the clock to hold to it."""
        return SystemClock()

    def test_it_tells_the_time(self, clock: SystemClock) -> None:
        """It tells the time."""
        assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)

    def test_a_zone_that_changes_is_seen_at_the_next_call(
        self, clock: SystemClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A zone that changes is seen at the next call."""
        for name in ("Europe/Paris", "Asia/Tokyo", ":America/New_York"):
            monkeypatch.setenv("TZ", name)
            assert clock.zone().key == name.removeprefix(":")

    def test_the_systems_own_zone_is_named_when_the_environment_says_nothing(
        self, clock: SystemClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The systems own zone is named when the environment says nothing."""
        monkeypatch.delenv("TZ", raising=False)
        time.tzset()
        zone = clock.zone()
        now = datetime.now(UTC)
        assert now.astimezone(zone).utcoffset() == now.astimezone().utcoffset()

    @pytest.mark.parametrize(
        "name", ["Nowhere/Atlantis", "../../etc/passwd", "PST8PDT,M3.2.0,M11.1.0", "/etc/passwd", "Europe"]
    )
    def test_a_zone_that_nobody_knows_is_utc_and_said_in_the_log(
        self,
        name: str,
        clock: SystemClock,
        monkeypatch: pytest.MonkeyPatch,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        """A zone that nobody knows is utc and said in the log."""
        monkeypatch.setenv("TZ", name)
        with caplog.at_level(logging.WARNING):
            assert clock.zone().key == "UTC"
        assert "UTC is used" in caplog.text


def test_all_clocks_are_read_at_once_and_agree() -> None:
    """All clocks are read at once and agree."""
    first, then = SystemTime().read(), SystemTime().read()
    assert first.boot == then.boot == Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    assert timedelta() <= then.since_boot - first.since_boot < timedelta(seconds=5)
    assert abs(then.wall - datetime.now(UTC)) < timedelta(seconds=5)
    assert first.since_boot > timedelta()


def test_the_kernel_is_asked_whether_a_time_server_leads_the_clock() -> None:
    """The kernel is asked whether a time server leads the clock."""
    said = ctypes.CDLL(None).ntp_adjtime(ctypes.create_string_buffer(512))
    assert said >= 0
    assert SystemTime().read().is_synchronised == (said != TIME_ERROR)
