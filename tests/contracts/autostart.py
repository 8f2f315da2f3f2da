# SPDX-License-Identifier: MIT
"""What must every way to start at login do?"""

import pytest

from rideau.ports.desktop import Autostart


class AutostartContract:
    """Run by the fake and by each real adapter; the one under test has never been switched."""

    @pytest.fixture
    def autostart(self) -> Autostart:
        raise NotImplementedError

    def test_nobody_is_started_at_login_unasked(self, autostart: Autostart) -> None:
        assert not autostart.is_on()

    def test_it_can_be_switched_on_and_off_and_on_again(self, autostart: Autostart) -> None:
        states = []
        for on in (True, False, True):
            autostart.switch(on=on)
            states.append(autostart.is_on())
        assert states == [True, False, True]

    @pytest.mark.parametrize("on", [True, False])
    def test_switching_twice_is_switching_once(self, autostart: Autostart, on: bool) -> None:  # noqa: FBT001 - a case
        autostart.switch(on=True)
        autostart.switch(on=on)
        autostart.switch(on=on)
        assert autostart.is_on() is on

    def test_it_says_how_it_stands_on_this_desktop(self, autostart: Autostart) -> None:
        probe = autostart.probe()
        assert probe.name == "autostart"
        assert str(probe.title) == "Start at login"
        assert str(probe.reason)
