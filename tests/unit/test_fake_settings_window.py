# SPDX-License-Identifier: MIT
"""Does the settings window of the tests keep the contract of real ones?"""

import pytest

from contracts.settings_window import SettingsWindowContract
from fakes.settings_window import FakeSettingsWindow
from rideau.ports.settings_window import Opening, SettingsPage


class TestFakeSettingsWindow(SettingsWindowContract):
    @pytest.fixture
    def window(self) -> FakeSettingsWindow:
        self._window = FakeSettingsWindow()
        return self._window

    def is_open(self) -> bool:
        return self._window.is_open


def test_a_window_opens_where_it_was_last_unless_told_otherwise() -> None:
    assert Opening().page is None
    assert Opening(SettingsPage.HOURS).page == "hours"
