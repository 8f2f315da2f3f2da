# SPDX-License-Identifier: MIT
"""How are many dated entries shown without a widget for each? One item view whose rows are painted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from rideau.ui import theme
from rideau.ui.settings.hours.row_painter import Index, Row, RowPainter, RowsView

_ROWS_SHOWN = 8


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return ", ".join(each for each in (row.when, row.what, row.note, row.problem) if each)
        if role == Qt.ItemDataRole.CheckStateRole and row.tick is not None:
            return Qt.CheckState.Checked if row.tick else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        has_box = self.rows[index.row()].tick is not None
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if has_box else Qt.ItemFlag.NoItemFlags)


class EntryList(RowsView):
    """Show rows; a click or Return opens one, Delete takes it away, Space ticks a row that has a box."""

    def __init__(self, name: str, on_open: Callable[[int], None], on_remove: Callable[[int], None] | None) -> None:
        """Begin empty; both are called with the number of the row."""
        super().__init__()
        self._on_open = on_open
        self._on_remove = on_remove
        self.setAccessibleName(name)
        self.setProperty("role", "bare")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._model = _Rows(self)
        self.setModel(self._model)
        self.setItemDelegate(RowPainter(self))
        self.clicked.connect(self._open)

    @property
    def rows(self) -> Sequence[Row]:
        """Return what is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``, as high as they are up to eight."""
        if rows == self._model.rows:
            return
        metrics = QFontMetrics(theme.font(theme.BODY))
        widest = max((metrics.horizontalAdvance(each.when) for each in rows), default=0)
        self.when_width = widest + theme.units(16)
        current = self.currentIndex().row()
        self._model.show_rows(rows)
        if rows:
            self.setCurrentIndex(self._model.index(min(max(current, 0), len(rows) - 1)))
        self.doItemsLayout()
        self.setFixedHeight(sum(max(0, self.sizeHintForRow(each)) for each in range(min(len(rows), _ROWS_SHOWN))) + 2)
        self.setVisible(bool(rows))

    def choose(self, number: int) -> None:
        """Show which row is being changed; -1 for none."""
        self.chosen = number
        self.viewport().update()
        for place, row in enumerate(self.rows):
            if row.number == number:
                self.setCurrentIndex(self._model.index(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, tick or remove the current row."""
        at = self.currentIndex()
        if not at.isValid():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(at)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._on_remove:
            self._on_remove(self.rows[at.row()].number)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the rows where there are more than are shown, else the page."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font or scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self._on_open(self.rows[index.row()].number)
