# SPDX-License-Identifier: MIT
"""How is a time of day asked for? A field that arrows move by a quarter of an hour."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTime
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QStyle, QStyleOptionSpinBox, QTimeEdit

from rideau.domain.settings import MINUTES_PER_DAY
from rideau.ui import theme
from rideau.wording.words import Words

QUARTER = 15
BETWEEN = (":", ".", "h", "H", " ")
ARROW, STROKE = (3.5, 1.5), 1.5
"""How wide and high half an arrow is, and how strong its line."""


class TimeField(QTimeEdit):
    """Be a time of day in minutes since midnight."""

    def __init__(self, minute: int, name: str, words: Words, on_change: Callable[[], None]) -> None:
        """Begin with ``minute``; ``name`` says to a screen reader what is asked."""
        super().__init__(QTime(minute // 60 % 24, minute % 60))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # Qt would turn the parts of a time around
        self.setDisplayFormat(_written(words))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWrapping(True)
        self.setAccessibleName(name)
        self.timeChanged.connect(lambda _time: on_change())

    @property
    def minute(self) -> int:
        """Return what stands in it."""
        return self.time().hour() * 60 + self.time().minute()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the minutes where a person types what stands between, in whichever language."""
        if event.text() in BETWEEN and self.currentSection() is QTimeEdit.Section.HourSection:
            self.setSelectedSection(QTimeEdit.Section.MinuteSection)
        else:
            super().keyPressEvent(event)

    def stepBy(self, steps: int) -> None:
        """Move by quarters of an hour, whatever part the cursor stands in."""
        moved = (self.minute // QUARTER + steps) if steps > 0 else -(-self.minute // QUARTER) + steps
        minute = moved * QUARTER % MINUTES_PER_DAY
        self.setTime(QTime(minute // 60, minute % 60))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Let both arrows move: the clock goes round."""
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two arrows, for who has the mouse alone."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().second), STROKE * theme.scale()))
        wide, high = theme.units(ARROW[0]), theme.units(ARROW[1])
        for part, way in ((QStyle.SubControl.SC_SpinBoxUp, -1), (QStyle.SubControl.SC_SpinBoxDown, 1)):
            middle = self.arrow(part).center() - QPoint(0, way * theme.units(1))
            ends = (QPoint(-wide, -way * high), QPoint(0, way * high), QPoint(wide, -way * high))
            painter.drawPolyline([middle + each for each in ends])

    def arrow(self, part: QStyle.SubControl) -> QRect:
        """Return where the arrow up, or down, is pressed."""
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page."""
        event.ignore()


def _written(words: Words) -> str:
    """Return how a time is written: 9:00, 9:00 AM, 9 h 00."""
    if words.language == "fr":
        return "H\u00a0'h'\u00a0mm"
    return "h:mm AP" if words.is_12_hour else "H:mm"
