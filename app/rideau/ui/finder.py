# SPDX-License-Identifier: MIT
"""How is one of many found by typing? A field that offers below it what may be meant, the likeliest first."""

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from rideau.ui import theme
from rideau.ui.widgets import dress

MOST_SEEN = 8
"""More are scrolled to."""
DRESSED = "dressed"

Found = TypeVar("Found")


class Finder(QLineEdit, Generic[Found]):
    """Be the field: what ``offers`` of a subclass returns comes below while one types; Enter takes the first."""

    def __init__(self, name: str, on_find: Callable[[Found], None]) -> None:
        """Ask as ``name`` says; ``on_find`` is told what was taken."""
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self._on_find = on_find
        self._offered: dict[str, Found] = {}
        self._model = QStringListModel(self)
        self._list = QCompleter(self._model, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)  # ``offers`` knows better
        self._list.setMaxVisibleItems(MOST_SEEN)
        self.setCompleter(self._list)
        self.textEdited.connect(self._look)
        self._list.activated.connect(self._take)
        self.returnPressed.connect(self._take_first)

    def offers(self, typed: str) -> Iterable[tuple[str, Found]]:
        """Return what may be meant, each with what is said of it; the likeliest first."""
        raise NotImplementedError

    @property
    def popup(self) -> QAbstractItemView:
        """Return the list below, a window of its own; dressed late, for the style sheet takes a moment."""
        made = self._list.popup()
        assert made is not None  # noqa: S101 - a completer that offers a list has one
        if not made.property(DRESSED):
            dress(made)
            made.setStyleSheet(f"{made.styleSheet()} QListView::item {{ padding: {theme.units(6)}px; }}")
            made.setProperty(DRESSED, True)  # noqa: FBT003 - Qt's own
        return made

    def event(self, event: QEvent) -> bool:
        """Let Escape put the list away before it does anything else here."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() is QEvent.Type.KeyPress and self._offered and self.popup.isVisible():
            self.popup.hide()
            return True
        return super().event(event)

    def _look(self, typed: str) -> None:
        self._offered = {}
        for said, found in self.offers(typed):
            self._offered.setdefault(said, found)
        self._model.setStringList(list(self._offered))
        if self._offered:
            self.popup.setAccessibleName(self.accessibleName())
            self._list.complete()
        else:
            self.popup.hide()

    def _take_first(self) -> None:
        if self._offered:
            self._take(next(iter(self._offered)))

    def _take(self, said: str) -> None:
        if said in self._offered:
            found, self._offered = self._offered[said], {}
            self.popup.hide()
            self._on_find(found)
