# SPDX-License-Identifier: MIT
"""Is there a panel that shows tray icons? Qt has no signal for it; the watcher's name on the session bus tells."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

WATCHER = "org.kde.StatusNotifierWatcher"
GRACE_MS = 1500
"""A panel that starts with the session, or again after a crash, is back sooner than this."""


class TrayHost:
    """Tell whether a panel shows tray icons, now and at every change. Main thread; nothing polls."""

    def __init__(self, on_change: Callable[[bool], None]) -> None:
        """Call ``on_change``: with True at once where there is a panel, with False once none came within the grace."""
        self._on_change = on_change
        self._told: bool | None = None
        self._grace = QTimer(singleShot=True, interval=GRACE_MS)
        self._grace.timeout.connect(self._look_again)
        bus = QDBusConnection.sessionBus()
        self._watcher = QDBusServiceWatcher(WATCHER, bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange)
        self._watcher.serviceRegistered.connect(self._came)
        self._watcher.serviceUnregistered.connect(self._went)
        if self.is_there():
            self._tell(is_there=True)
        else:
            self._grace.start()

    def is_there(self) -> bool:
        """Return whether a panel shows tray icons right now."""
        bus = QDBusConnection.sessionBus()
        if bus.isConnected() and bus.interface().isServiceRegistered(WATCHER).value():
            return True
        # Asked on Wayland before there is a panel, Qt would settle for good on a way that Wayland does not have.
        return QGuiApplication.platformName() != "wayland" and QSystemTrayIcon.isSystemTrayAvailable()

    def _came(self) -> None:
        self._grace.stop()
        self._tell(is_there=True)

    def _went(self) -> None:
        self._grace.start()

    def _look_again(self) -> None:
        self._tell(is_there=self.is_there())

    def _tell(self, *, is_there: bool) -> None:
        if is_there != self._told:
            self._told = is_there
            self._on_change(is_there)
