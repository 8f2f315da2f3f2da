# SPDX-License-Identifier: MIT
"""Which network is it about? A field that finds one by name or address, with what it finds below."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from rideau.domain.host import ToAscii
from rideau.domain.network import Network
from rideau.domain.network_search import NetworkSearch
from rideau.ui import theme
from rideau.ui.widgets import dress

MOST_FOUND = 8
DRESSED = "dressed"


class NetworkFinder(QLineEdit):
    """Be the field: what is found comes below while one types; Enter takes the likeliest."""

    def __init__(self, name: str, to_ascii: ToAscii, on_find: Callable[[Network], None]) -> None:
        """Ask for a network as ``name`` says; ``on_find`` is told which."""
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(False)
        self._to_ascii = to_ascii
        self._on_find = on_find
        self._found: tuple[Network, ...] = ()
        self._search = NetworkSearch((), to_ascii)
        self._model = QStringListModel(self)
        self._list = _Completer(self._model, self)
        self.setCompleter(self._list)
        self.textEdited.connect(self._look)
        self._list.activated.connect(self._take)
        self.returnPressed.connect(self._take_first)

    def look_in(self, networks: Iterable[Network]) -> None:
        """Find among ``networks`` from now on."""
        self._search = NetworkSearch(networks, self._to_ascii)

    def _look(self, typed: str) -> None:
        self._dress_list()
        self._found = self._search.found(typed)[:MOST_FOUND]
        self._model.setStringList([each.name for each in self._found])
        if self._found:
            self._list.complete()

    def _dress_list(self) -> None:
        """Give the list what the window wears: it is a window of its own. Late, for the style sheet takes a moment."""
        popup = self._list.popup()
        if popup is not None and not popup.property(DRESSED):
            dress(popup)
            popup.setStyleSheet(f"{popup.styleSheet()} QListView::item {{ padding: {theme.units(6)}px; }}")
            popup.setProperty(DRESSED, True)  # noqa: FBT003 - Qt's own

    def _take(self, name: str) -> None:
        self._tell(next((each for each in self._found if each.name == name), None))

    def _take_first(self) -> None:
        self._tell(next(iter(self._found), None))

    def _tell(self, network: Network | None) -> None:
        if network is not None:
            self._found = ()
            self._on_find(network)


class _Completer(QCompleter):
    """Show what was found as it is: the search knows better than a prefix."""

    def __init__(self, model: QStringListModel, parent: QObject) -> None:
        super().__init__(model, parent)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(MOST_FOUND)
