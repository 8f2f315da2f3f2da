# SPDX-License-Identifier: MIT
"""Which larger parts are the settings window and the assistant made of? Sections, panels, pills and steps."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from rideau.ui import theme
from rideau.ui.flow import Flow
from rideau.ui.widgets import label, spaced

Value = TypeVar("Value")


class Section(QWidget):
    """Be a part of a page: a heading, a line under it, and ``body`` for the rest."""

    def __init__(self, title: str, hint: str = "") -> None:
        """Build the head; ``head`` takes a quiet button at its trailing end."""
        super().__init__()
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        spaced(self.body, spacing=8)
        self.head = QHBoxLayout()
        spaced(self.head)
        self.heading = label(title, "sentence")
        self.head.addWidget(self.heading, 1)
        self.body.addLayout(self.head)
        self.hint = label(hint, "second")
        self.body.addWidget(self.hint)
        self.hint.setVisible(bool(hint))  # once it has a parent: else it would be a window of its own for a moment


class Panel(QFrame):
    """Be a white card with a thin line around; ``body`` takes what stands in it."""

    def __init__(self, margin: float = 16, spacing: float = 8) -> None:
        """Begin empty."""
        super().__init__()
        self.setProperty("role", "panel")
        self.body = QVBoxLayout(self)
        spaced(self.body, margin=margin, spacing=spacing)


def scrolling(inner: QWidget | None = None) -> QScrollArea:
    """Return an area in which ``inner`` scrolls up and down, never sideways; the keyboard comes to what is in it."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if inner is not None:
        made.setWidget(inner)
    return made


class Pills(QWidget, Generic[Value]):
    """Be a few choices side by side, of which one holds; Tab comes to the one that holds, arrows choose another."""

    def __init__(self, choices: Iterable[tuple[Value, str]], on_choose: Callable[[Value], None], name: str) -> None:
        """Offer ``choices`` with their labels; ``name`` says to a screen reader what is chosen."""
        super().__init__()
        self.setAccessibleName(name)
        self._values: list[Value] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = Flow()
        self.setLayout(row)
        for number, (value, text) in enumerate(choices):
            made = QPushButton(text)
            made.setProperty("role", "pill")
            made.setCheckable(True)
            made.setAutoExclusive(True)  # a screen reader calls it one of several, not a check box
            made.setAutoDefault(False)
            made.setAccessibleName(f"{name}: {text.replace('&', '')}")
            self._values.append(value)
            self._group.addButton(made, number)
            row.addWidget(made)
        self._on_choose = on_choose
        self._group.idToggled.connect(self._toggled)

    @property
    def value(self) -> Value | None:
        """Return what holds."""
        return next((value for value, each in zip(self._values, self.buttons(), strict=True) if each.isChecked()), None)

    def choose(self, value: Value | None) -> None:
        """Show that ``value`` holds, or none, without telling anybody; from now on Tab comes to it, or to the first."""
        chosen = None if value is None else self._values.index(value)
        with QSignalBlocker(self._group):
            self._group.setExclusive(False)  # else the one that holds could not be let go of
            for number, each in enumerate(self.buttons()):
                each.setChecked(number == chosen)
                is_stop = number == (chosen or 0)
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
            self._group.setExclusive(True)

    def _toggled(self, number: int, is_on: bool) -> None:  # noqa: FBT001 - what Qt tells
        """Tell what was chosen: an arrow key chooses without a click."""
        if is_on:
            self._on_choose(self._values[number])

    def buttons(self) -> list[QPushButton]:
        """Return the buttons in their order."""
        return [each for each in self._group.buttons() if isinstance(each, QPushButton)]


class Stepper(QSpinBox):
    """Be a whole number within bounds, with its unit behind it."""

    def __init__(self, bounds: tuple[int, int], name: str, *, step: int = 1, unit: str = "") -> None:
        """Take ``bounds`` and the ``step`` of one arrow key."""
        super().__init__()
        self.setRange(*bounds)
        self.setSingleStep(step)
        self.setSuffix(f"\u00a0{unit}" if unit else "")
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(theme.units(6), 0, theme.units(6), 0)  # Qt gives it none of the padding

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page."""
        event.ignore()
