# SPDX-License-Identifier: MIT
"""How does the tray reach its settings window? What starts one is loaded when it is first asked for."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from rideau.domain.error import RideauError
from rideau.ports.settings_window import SettingsPage

if TYPE_CHECKING:
    from rideau.adapters.qt.led_window import LedWindow


class LateSettingsWindow:
    """Start the settings window in a process of its own, as the ``SettingsWindow`` port says. Main thread."""

    def __init__(self, config: Path | None, on_trouble: Callable[[RideauError], None]) -> None:
        """Take what ``--config`` named for this process, and who is told of trouble."""
        self._config = config
        self._on_trouble = on_trouble
        self._held: tuple[str, ...] = ()
        self._real: LedWindow | None = None
        self.on_end: Callable[[bool], None] = _nothing
        """Called whenever the window is gone, but by ``close``, with whether an assistant was finished in it."""
        self.on_show: Callable[[SettingsPage | None], None] = _nothing_shown
        """Called whenever somebody asked for it, with the page."""

    def show(self, page: SettingsPage | None = None) -> None:
        """Open it, or bring the open one to the front."""
        self.on_show(page)
        self._made().show(page)

    def offer(self, page: SettingsPage) -> None:
        """Open a small window without taking the keyboard from anybody."""
        self._made().offer(page)

    def tell_held(self, sentences: tuple[str, ...]) -> None:
        """Have the window say what waits for the opening."""
        self._held = sentences
        if self._real is not None:
            self._real.tell_held(sentences)

    def close(self) -> None:
        """Close it, and wait until it is gone."""
        if self._real is not None:
            self._real.close()

    def _made(self) -> "LedWindow":
        if self._real is None:
            from rideau.adapters.qt.led_window import LedWindow  # noqa: PLC0415 - most days nobody asks for it

            config = (f"config={self._config}",) if self._config else ()
            command = (sys.executable, "-P", "-m", "rideau", "settings", "--led", *config)
            self._real = LedWindow(command, self._on_trouble)
            self._real.on_end = lambda is_finished: self.on_end(is_finished)  # noqa: PLW0108 - another one may be named later
            self._real.tell_held(self._held)
        return self._real


def _nothing_shown(page: SettingsPage | None) -> None:
    """Do nothing."""


def _nothing(is_finished: bool) -> None:  # noqa: FBT001 - what it is told
    """Do nothing."""
