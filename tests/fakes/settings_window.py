# SPDX-License-Identifier: MIT
"""What stands in for the settings window's process in tests?"""

from rideau.ports.settings_window import SettingsPage


class FakeSettingsWindow:
    """Remember what it was asked (``ports.settings_window.SettingsWindow``)."""

    def __init__(self) -> None:
        """Begin closed."""
        self.is_open = False
        self.shown: list[SettingsPage | None] = []
        self.offered: list[SettingsPage] = []
        self.held: tuple[str, ...] = ()

    def show(self, page: SettingsPage | None = None) -> None:
        """Be open."""
        self.is_open = True
        self.shown.append(page)

    def offer(self, page: SettingsPage) -> None:
        """Be open, quietly."""
        self.is_open = True
        self.offered.append(page)

    def tell_held(self, sentences: tuple[str, ...]) -> None:
        """Remember them."""
        self.held = sentences

    def close(self) -> None:
        """Be closed."""
        self.is_open = False
