# SPDX-License-Identifier: MIT
"""What does every ``SettingsWindow`` promise?"""

from abc import ABC, abstractmethod

from rideau.ports.settings_window import SettingsPage, SettingsWindow


class SettingsWindowContract(ABC):
    """Run against every ``SettingsWindow``."""

    @abstractmethod
    def is_open(self) -> bool:
        """Tell whether the window is there, once whatever was asked of it had its time."""

    def test_it_opens_once_and_closes(self, window: SettingsWindow) -> None:
        assert not self.is_open()
        window.show(SettingsPage.NETWORKS)
        window.show()
        assert self.is_open()
        window.close()
        assert not self.is_open()

    def test_what_is_offered_is_open(self, window: SettingsWindow) -> None:
        window.offer(SettingsPage.EVENING)
        window.show()
        assert self.is_open()
        window.close()
        assert not self.is_open()

    def test_closing_what_is_closed_changes_nothing(self, window: SettingsWindow) -> None:
        window.close()
        window.tell_held(("Later.",))
        assert not self.is_open()
