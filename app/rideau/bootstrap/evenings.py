# SPDX-License-Identifier: MIT
"""How do the ritual before closing and the greeting at the opening come about in the tray process?"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from rideau.adapters.qt.delay import new_delay
from rideau.ports.desktop import Notice
from rideau.ports.settings_window import SettingsPage
from rideau.services.evening_ritual import EveningRitual, RitualPorts

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess
    from rideau.services.status import Status


class Evenings:
    """Offer them at their time. Main thread only."""

    def __init__(self, desk: "TrayProcess") -> None:
        """Watch for the time."""
        self._desk = desk
        self.ritual = EveningRitual(
            RitualPorts(
                rules=lambda: desk.supervisor.rules,
                clock=desk.parts.clock,
                journal=desk.parts.journal,
                delay=new_delay(),
                when_free=self._when_free,
                is_free=self._is_free,
                offer=self._offer,
            )
        )
        desk.settings_window.on_show = self._shown
        desk.supervisor.observers.status.append(self._look)
        self._look(desk.status())

    def close(self) -> None:
        """Offer nothing any more."""
        self.ritual.stop()

    def _look(self, status: "Status") -> None:
        del status
        self.ritual.look()

    def _when_free(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` at the next moment that is free, as cards have it."""
        assert self._desk.reminding is not None  # noqa: S101 - made before this
        return self._desk.reminding.when_free(act)

    def _is_free(self) -> bool:
        assert self._desk.reminding is not None  # noqa: S101 - as above
        return self._desk.reminding.may_interrupt()

    def _offer(self) -> None:
        """Show the window without taking the keyboard; where no window can come so, a notification offers it."""
        if QGuiApplication.platformName() != "wayland":
            self._desk.settings_window.offer(SettingsPage.EVENING)
            return
        words = self._desk.words
        notice = Notice(
            words.text("Winding down"),
            words.text("Five minutes before the curtain, if you like."),
            words.text("Begin"),
            replaces="wind-down",
        )
        self._desk.say(notice, lambda: self._desk.settings_window.show(SettingsPage.EVENING))

    def _shown(self, page: SettingsPage | None) -> None:
        if page is SettingsPage.EVENING:
            self.ritual.opened()
