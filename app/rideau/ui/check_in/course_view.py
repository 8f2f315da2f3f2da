# SPDX-License-Identifier: MIT
"""How do the answers to one question look over the months? A thin line with its days: no colours, no mark to reach."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rideau.domain.check_in import ANSWERS, QUESTIONS, Aspect, points
from rideau.domain.notebook import CheckIn
from rideau.ui import theme
from rideau.ui.kit import Panel
from rideau.ui.widgets import label
from rideau.wording import moments
from rideau.wording.check_in_lines import course_line, course_told
from rideau.wording.words import Words

HIGH, DOT, EDGE = 64, 2.6, 5
"""In units: the whole, half a point, and the room at the sides."""
FOOT = 16
"""Where the first and the last day stand."""


def course_panels(history: Sequence[CheckIn], words: Words) -> list[QWidget]:
    """Return a panel for each question: its name, a sentence in words, and the line over the months."""
    return [_panel(history, aspect, words) for aspect in Aspect]


def _panel(history: Sequence[CheckIn], aspect: Aspect, words: Words) -> Panel:
    panel = Panel(margin=12, spacing=4)
    name = words.say(QUESTIONS[aspect].name)
    panel.body.addWidget(label(name, "strong"))
    panel.body.addWidget(label(course_line(words, history, aspect), "second"))
    if found := points(history, aspect):
        view = CourseView(found, words, course_told(words, history, aspect))
        view.setAccessibleName(name)
        panel.body.addWidget(view)
    return panel


class CourseView(QWidget):
    """Draw ``points`` (a day and an answer of 1 to 5 each), oldest first, as far apart as the days are."""

    def __init__(self, points: Sequence[tuple[date, int]], words: Words, told: str) -> None:
        """Take the points; ``told`` is what a screen reader says of them."""
        super().__init__()
        self._points = tuple(points)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(told)

    def sizeHint(self) -> QSize:
        """Return room for a line and its days."""
        return QSize(theme.units(260), theme.units(HIGH))

    def minimumSizeHint(self) -> QSize:
        """Be as high as that, and half as wide if need be."""
        return QSize(theme.units(130), theme.units(HIGH))

    def places(self) -> list[QPointF]:
        """Return where the points stand."""
        edge, foot = theme.units(EDGE), theme.units(FOOT)
        area = QRectF(edge, edge, self.width() - 2 * edge, self.height() - 2 * edge - foot)
        days = [on.toordinal() for on, _ in self._points]
        length = max(days[-1] - days[0], 1) if days else 1
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        found = []
        for day, (_, answer) in zip(days, self._points, strict=True):
            share = (day - days[0]) / length
            x = area.right() - share * area.width() if is_mirrored else area.left() + share * area.width()
            found.append(QPointF(x, area.bottom() - (answer - 1) / (ANSWERS - 1) * area.height()))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, its points and the days at both ends."""
        now, places = theme.tokens(), self.places()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.second), theme.scale() * 1.4))
        if len(places) > 1:
            painter.drawPolyline(places)
        painter.setPen(QPen(QColor(now.ink), theme.units(2 * DOT), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for each in places:
            painter.drawPoint(each)
        self._paint_days(painter)
        painter.end()

    def _paint_days(self, painter: QPainter) -> None:
        if not self._points:
            return
        painter.setPen(QColor(theme.tokens().second))
        painter.setFont(theme.font(theme.SMALL))
        foot = QRectF(0, self.height() - theme.units(FOOT), self.width(), theme.units(FOOT))
        first, last = (moments.short_date(self._words, self._points[end][0]) for end in (0, -1))
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        leading = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        trailing = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(foot, leading | Qt.AlignmentFlag.AlignVCenter, first)
        if len(self._points) > 1:
            painter.drawText(foot, trailing | Qt.AlignmentFlag.AlignVCenter, last)
