# SPDX-License-Identifier: MIT
"""How is one mechanism shown? A mark, its name, why, what to do, and a button for each way to help."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rideau.domain.probe import Fitness
from rideau.ui import theme
from rideau.ui.kit import Panel
from rideau.ui.settings.computer.present_computer import Group, Help, Line
from rideau.ui.widgets import breakable, button, kept_whole, label, spaced
from rideau.wording.terms import fitness
from rideau.wording.words import Words

MARK = 18
ROOMY = 6
"""A group of so many lines is shown unfolded."""

Do = Callable[[Help, QPushButton], None]


class Mark(QWidget):
    """Be a sign for how something stands: a tick, a dot in a ring, a dash; it never tells by colour alone."""

    def __init__(self, stands: Fitness) -> None:
        """Show ``stands``."""
        super().__init__()
        self._stands = stands
        self.setFixedSize(theme.units(MARK), theme.units(MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        now, unit = theme.tokens(), area.width()
        colour = {Fitness.WORKS: now.yes, Fitness.MISSING: now.notice_line}.get(self._stands, now.second)
        painter.setPen(
            QPen(QColor(colour), theme.scale() * 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        )
        if self._stands is Fitness.WORKS:
            corners = ((0.18, 0.55), (0.42, 0.78), (0.84, 0.26))
            painter.drawPolyline([area.topLeft() + QPointF(x * unit, y * unit) for x, y in corners])
        elif self._stands is Fitness.MISSING:
            painter.drawEllipse(area.adjusted(1, 1, -1, -1))
            painter.setBrush(QColor(colour))
            painter.drawEllipse(area.center(), theme.scale() * 1.6, theme.scale() * 1.6)
        else:
            middle = area.center()
            painter.drawLine(middle - QPointF(unit * 0.28, 0), middle + QPointF(unit * 0.28, 0))
        painter.end()


class LineView(QWidget):
    """Show one line."""

    def __init__(self, line: Line, words: Words, do: Do) -> None:
        """Show ``line``; ``do`` is told which button was pressed."""
        super().__init__()
        self.setAccessibleName(words.text("{title}: {stands}", title=line.title, stands=fitness(words, line.fitness)))
        self.setAccessibleDescription(" ".join(each for each in (line.reason, line.remedy) if each))
        grid = QGridLayout(self)
        spaced(grid, spacing=2)
        grid.setHorizontalSpacing(theme.units(12))
        grid.setColumnStretch(1, 1)
        grid.addWidget(Mark(line.fitness), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(breakable(line.title), "strong"), 0, 1)
        grid.addWidget(label(breakable(kept_whole(line.reason)), "second"), 1, 1)
        if line.remedy:
            grid.addWidget(label(breakable(kept_whole(line.remedy))), 2, 1)
        self.buttons: list[QPushButton] = []
        if line.helps:
            grid.addLayout(self._row(line, do), 3, 1)

    def _row(self, line: Line, do: Do) -> QHBoxLayout:
        row = QHBoxLayout()
        spaced(row, spacing=8)
        row.setContentsMargins(0, theme.units(6), 0, 0)
        for each in line.helps:
            made = button(each.label, "", lambda: None)
            made.clicked.connect(partial(_pressed, do, each, made))
            made.setAccessibleName(f"{each.label}: {each.what or line.title}")
            made.setToolTip(each.what)
            self.buttons.append(made)
            row.addWidget(made)
        row.addStretch(1)
        return row


class GroupView(Panel):
    """Show a group: its heading, and its lines or a preview of them."""

    def __init__(self, group: Group, words: Words, do: Do, *, is_unfolded: bool) -> None:
        """Show ``group``; lines are built when they are first seen."""
        super().__init__(spacing=4)
        self.group, self._words, self._do = group, words, do
        self.setAccessibleName(group.title)
        edge, top = theme.units(16), theme.units(8)
        self.body.setContentsMargins(edge, top, edge, edge)  # the button beside the heading brings room of its own
        self.lines: list[LineView] = []
        head = QHBoxLayout()
        spaced(head)
        self.heading = label(group.title, "strong")
        head.addWidget(self.heading, 1)
        self.opener = button("", "quiet", self.toggle)
        head.addWidget(self.opener)
        self.body.addLayout(head)
        self.preview = label(group.preview, "second")
        self.body.addWidget(self.preview)
        self.room = QWidget()
        self._room = QVBoxLayout(self.room)
        spaced(self._room, spacing=16)
        self.body.addWidget(self.room)
        self._set(is_unfolded=is_unfolded)

    @property
    def is_unfolded(self) -> bool:
        """Tell whether the lines are shown."""
        return not self.room.isHidden()

    def toggle(self) -> None:
        """Fold or unfold."""
        self._set(is_unfolded=not self.is_unfolded)

    def _set(self, *, is_unfolded: bool) -> None:
        if is_unfolded and not self.lines:
            self.lines = [LineView(each, self._words, self._do) for each in self.group.lines]
            for each in self.lines:
                self._room.addWidget(each)
        self.room.setVisible(is_unfolded)
        self.preview.setVisible(not is_unfolded)
        self.opener.setText(self._words.text("Fold away") if is_unfolded else self._words.text("Show all"))
        self.opener.setAccessibleName(f"{self.opener.text()}: {self.group.title}")


def bullets(lines: Iterable[str]) -> QLabel:
    """Return a list of sentences."""
    return label(breakable("\n".join(f"•\u00a0{each}" for each in lines)), "second")


def _pressed(do: Do, what: Help, pressed: QPushButton, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
    do(what, pressed)
