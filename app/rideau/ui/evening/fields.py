# SPDX-License-Identifier: MIT
"""How is something put down? A line, and a few lines that grow with what is typed."""

import math
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from rideau.domain.notebook import LONGEST
from rideau.ui import theme
from rideau.ui.widgets import apart, label, spaced

FEWEST, MOST = 2, 6
"""Lines that are seen at once."""


class Part(QWidget):
    """Be one step: what it is about, a small line under it, and ``body`` for the rest."""

    def __init__(self, title: str, hint: str = "") -> None:
        """Build the head."""
        super().__init__()
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        spaced(self.body, spacing=4)
        self.body.setContentsMargins(0, theme.units(8), 0, 0)
        self.body.addWidget(label(title, "strong"))
        self.hint = apart(label(hint, "small"), 0, 4)
        self.body.addWidget(self.hint)
        self.hint.setVisible(bool(hint))  # once it has a parent: else it would be a window of its own for a moment


class LineField(QLineEdit):
    """Be one line."""

    def __init__(self, name: str, placeholder: str, on_change: Callable[[], None]) -> None:
        """Begin empty; ``name`` says to a screen reader what is asked."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST)
        self.textEdited.connect(lambda _typed: on_change())


class NoteField(QPlainTextEdit):
    """Be a few lines; Tab goes on to the next field, and it grows with what is in it, up to a few lines more."""

    def __init__(self, name: str, placeholder: str, on_change: Callable[[], None]) -> None:
        """Begin empty."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(theme.units(2))
        self._on_change = on_change
        self._seen = FEWEST
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self.textChanged.connect(self._changed)

    def begin_with(self, text: str) -> None:
        """Show ``text`` without telling anybody."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own word
        self.setPlainText(text)
        self.blockSignals(False)  # noqa: FBT003 - as above
        self._grow()

    def sizeHint(self) -> QSize:
        """Return the height of the lines that are seen at once."""
        line = QFontMetricsF(theme.font(theme.BODY)).lineSpacing()
        edges = 2 * theme.units(6) + 2 * theme.units(2) + 4
        return QSize(theme.units(200), math.ceil(self._seen * line) + edges)

    def minimumSizeHint(self) -> QSize:
        """Never be lower than that."""
        return QSize(theme.units(80), self.sizeHint().height())

    def _changed(self) -> None:
        if len(self.toPlainText()) > LONGEST * 4:  # pasted by mistake, most likely; what is kept has its own bounds
            self.undo()
        self._on_change()

    def _grow(self) -> None:
        seen = min(max(int(self.document().size().height()), FEWEST), MOST)
        if seen != self._seen:
            self._seen = seen
            self.updateGeometry()
