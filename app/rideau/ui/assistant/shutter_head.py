# SPDX-License-Identifier: MIT
"""How far is one in the assistant? The shop front at its top: each step lowers a slat, and the last one closes."""

from PySide6.QtCore import QAbstractAnimation, QSize
from PySide6.QtWidgets import QWidget

from rideau.domain.phase import Phase
from rideau.ui import theme
from rideau.ui.shop_front import FALL_MS, LIFT_MS, ShopFront

HIGH, LOW = 104, 44
LOOKS = ((Phase.WORK, 1.0), (Phase.WORK, 2.0), (Phase.WIND_DOWN, 3.0), (Phase.QUIET, 5.0))
"""The shop by day, at dusk and closed, with so many slats down, by step."""


class ShutterHead(ShopFront):
    """Paint how far one is; says nothing to a screen reader, which hears the step's title."""

    def __init__(self) -> None:
        """Begin with the shutter up."""
        super().__init__()
        self._rows = 0.0
        self.setAccessibleName("")
        self.be_low(is_low=False)

    def be_low(self, *, is_low: bool) -> None:
        """Leave the room to what is asked, on a low screen."""
        self.setFixedHeight(theme.units(LOW if is_low else HIGH))

    def sizeHint(self) -> QSize:
        """Return what is drawn without being squeezed."""
        return QSize(theme.units(360), self.height())

    def come_down(self, step: int) -> None:
        """Move the shutter to where ``step`` has it."""
        self._phase, rows = LOOKS[step]
        self._motion.stop()
        if self.is_motion_reduced or not _is_seen(self):
            self._rows = rows
            self.update()
            return
        self._motion.setDuration(FALL_MS if rows > self._rows else LIFT_MS)
        self._motion.setStartValue(self._rows)
        self._motion.setEndValue(rows)
        self._motion.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)


def _is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.window().isMinimized()
