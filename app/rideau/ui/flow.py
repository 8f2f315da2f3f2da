# SPDX-License-Identifier: MIT
"""How do a few parts stand side by side where there may be no room for all of them? In lines, like words."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem

from rideau.ui.widgets import spaced


class Flow(QLayout):
    """Lay parts out from the leading edge, and go on in a new line where the next one does not fit."""

    def __init__(self, spacing: float = 6) -> None:
        """Begin empty."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        spaced(self, spacing=spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take ``item`` as the last one."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at ``index``; None past the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at ``index`` back."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than there is need of."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow room takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are, ``width`` wide."""
        return self._placed(width)[1]

    def sizeHint(self) -> QSize:
        """Return the size of all in one line."""
        hints = [each.sizeHint() for each in self._items]
        width = sum(each.width() for each in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((each.height() for each in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest part."""
        sizes = [each.sizeHint() for each in self._items]
        return QSize(
            max((each.width() for each in sizes), default=0), max((each.height() for each in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        """Put the parts where they stand in ``rect``, mirrored where one reads from right to left."""
        super().setGeometry(rect)
        owner = self.parentWidget()
        is_mirrored = owner is not None and owner.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for item, at in zip(self._items, self._placed(rect.width())[0], strict=True):
            size = item.sizeHint()
            x = rect.right() + 1 - at.x() - size.width() if is_mirrored else rect.left() + at.x()
            item.setGeometry(QRect(QPoint(x, rect.top() + at.y()), size))

    def _placed(self, width: int) -> tuple[list[QPoint], int]:
        """Return where each part stands from the leading corner, in the middle of its line, and how high all are."""
        places: list[QPoint] = []
        y = 0
        for line in self._lines(width):
            x, height = 0, max((size.height() for size in line), default=0)
            for size in line:
                places.append(QPoint(x, y + (height - size.height()) // 2))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        return places, y - self.spacing()

    def _lines(self, width: int) -> list[list[QSize]]:
        """Return the sizes of the parts, line by line."""
        lines: list[list[QSize]] = [[]]
        x = 0
        for size in (each.sizeHint() for each in self._items):
            if lines[-1] and x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append(size)
            x += size.width() + self.spacing()
        return lines
