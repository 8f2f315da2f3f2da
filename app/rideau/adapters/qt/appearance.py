# SPDX-License-Identifier: MIT
"""Does the person want dark windows, and things that move? The desktop's portal says so; Qt alone does not hear it.

Under GNOME, Xfce and KDE ``QStyleHints.colorScheme`` stays Light whatever the desktop says (measured with Qt 6.11), so
the portal is read here and the palette set. Only a first frame that would be light on a dark desktop waits for it, and
not for long: without a portal everything stays as Qt has it.
"""

from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtGui import QColor, QGuiApplication, QPalette

PORTAL = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
COLOR_SCHEME = ("org.freedesktop.appearance", "color-scheme")
REDUCED_MOTION = ("org.freedesktop.appearance", "reduced-motion")
ANIMATIONS = ("org.gnome.desktop.interface", "enable-animations")
PATIENCE_MS = 300
"""How long a first frame waits for a portal that is only being started; one that runs answers in 2 to 8 ms."""
PREFER_DARK = 1
"""A value of the portal's ``color-scheme``; 0 is no preference, 2 is light."""
DARK_GROUND, DARK_SURFACE, DARK_LINE = "#1F1D2B", "#2A2740", "#5A5578"


class Appearance(QObject):
    """Follow the desktop's colour scheme and its wish for less motion. Main thread."""

    def __init__(self, on_motion_reduced: Callable[[bool], None], *, is_dark: bool = False) -> None:
        """Ask the portal, and listen from now on; ``on_motion_reduced`` is called once known and at every change.

        ``is_dark`` is how the application is dressed already.
        """
        super().__init__()
        self._on_motion_reduced = on_motion_reduced
        self._bus = QDBusConnection.sessionBus()
        self._is_dark = is_dark
        self._pending: list[QDBusPendingCallWatcher] = []
        if not self._bus.isConnected():
            return
        slot = SLOT("_setting_changed(QDBusMessage)")
        self._bus.connect(PORTAL, PATH, SETTINGS, "SettingChanged", self, slot)  # type: ignore[call-overload] # a str
        for key in (COLOR_SCHEME, REDUCED_MOTION, ANIMATIONS):
            self._ask(key)

    def _ask(self, key: tuple[str, str]) -> None:
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(_question(key)))
        self._pending.append(watcher)
        watcher.finished.connect(lambda done: self._answered(key, done))

    def _answered(self, key: tuple[str, str], done: QDBusPendingCallWatcher) -> None:
        self._pending = [each for each in self._pending if each is not done]
        for value in _answers(done.reply()):
            self._take(key, value)

    @Slot(QDBusMessage)
    def _setting_changed(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [str(namespace), str(name), value]:
                self._take((namespace, name), value)
            case _:
                pass

    def _turn(self, *, is_dark: bool) -> None:
        if is_dark != self._is_dark:
            self._is_dark = is_dark
            wear(dark=is_dark)

    def _take(self, key: tuple[str, str], raw_value: object) -> None:
        value = _unwrapped(raw_value)
        if key == COLOR_SCHEME and isinstance(value, int):
            self._turn(is_dark=value == PREFER_DARK)
        elif key == REDUCED_MOTION and isinstance(value, int):
            self._on_motion_reduced(value == 1)
        elif key == ANIMATIONS and isinstance(value, bool):
            self._on_motion_reduced(not value)


def is_dark_asked_for() -> bool:
    """Tell whether the desktop wants dark windows, before the first one is shown."""
    asked = QDBusConnection.sessionBus().asyncCall(_question(COLOR_SCHEME), PATIENCE_MS)
    asked.waitForFinished()
    return any(_unwrapped(value) == PREFER_DARK for value in _answers(asked.reply()))


def wear(*, dark: bool) -> None:
    """Dress the application in dark or in light; the windows look at its palette."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - loading its enumerations takes 24 ms, and most desktops are light

    wanted = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(wanted)
    is_deaf = hints.colorScheme() is not wanted  # the generic platform theme keeps no scheme (Qt 6.11)
    QGuiApplication.setPalette(_dark_palette() if dark and is_deaf else QPalette())


def _dark_palette() -> QPalette:
    """Return what Qt makes of two dark colours, with fields and boxes lifted out of the black it would give them."""
    made = QPalette(QColor(DARK_SURFACE), QColor(DARK_GROUND))
    made.setColor(QPalette.ColorRole.Base, QColor(DARK_SURFACE))
    made.setColor(QPalette.ColorRole.Light, QColor(DARK_LINE))
    return made


def _question(key: tuple[str, str]) -> QDBusMessage:
    # "Read" is deprecated for "ReadOne", which portals before version 2 (Debian 12) do not have.
    made = QDBusMessage.createMethodCall(PORTAL, PATH, SETTINGS, "Read")
    made.setArguments(list(key))
    return made


def _answers(reply: QDBusMessage) -> list[object]:
    return list(reply.arguments()[:1]) if reply.type() is QDBusMessage.MessageType.ReplyMessage else []


def _unwrapped(value: object) -> object:
    """Return what is inside a variant; ``Read`` answers with one variant in another."""
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value
