# SPDX-License-Identifier: MIT
"""What waited while the curtain was down? Read in one look: how many by network, and the newest lines of each.

More unfolds, and one click clears it all. Texts of strangers are shown to the letter.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rideau.domain.network import Network
from rideau.domain.waiting import Waiting
from rideau.services.status import Status
from rideau.ui import theme
from rideau.ui.present import waiting_label
from rideau.ui.widgets import app_icon, breakable, button, dress, label, spaced
from rideau.wording import moments, phrases
from rideau.wording.words import Words

WIDTH, HIGHEST = 440, 600
NEWEST = 3
"""Rows of a network that are shown at once; one more is shown rather than hidden behind a button."""
AT_A_GLANCE = 9
"""Rows that are shown at once of all networks together, where each has one at least."""
MOST_SHOWN = 200
"""Rows per network; more are counted, not shown."""


@dataclass(frozen=True, slots=True)
class Waited:
    """Hold what waited, with what is needed to name it."""

    items: tuple[Waiting, ...]
    networks: Mapping[str, Network]
    status: Status

    def by_network(self) -> Iterator[tuple[str, list[Waiting]]]:
        """Give each network's name with what waited there, newest first; where most waited comes first."""
        groups: dict[str, list[Waiting]] = {}
        for item in reversed(self.items):
            groups.setdefault(item.network, []).append(item)
        for network, items in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            known = self.networks.get(network)
            yield (known.name if known else network), items


class Shown(NamedTuple):
    """Hold how what waited is shown: at which moment, in which words, and how many lines of each network at once."""

    status: Status
    words: Words
    newest: int


class NetworkPanel(QFrame):
    """Be what waited in one network: its name, how many, the newest few, and a way to the rest."""

    def __init__(self, name: str, items: list[Waiting], shown: Shown) -> None:
        """Show the newest of ``items``."""
        super().__init__()
        self._items, self._status, self._words = items, shown.status, shown.words
        self._shown = 0
        self.setProperty("role", "panel")
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        spaced(self._grid, margin=16, spacing=6)
        self._grid.setHorizontalSpacing(theme.units(16))
        self._grid.setColumnStretch(0, 1)
        few = len(items) if len(items) <= shown.newest + 1 else shown.newest
        self.more: QPushButton | None = None
        if rest := len(items) - few:
            self.more = self._way_to_more(name, rest)
        self._grid.addLayout(self._head(name), 0, 0, 1, 2)
        self._show(items[:few])

    def _head(self, name: str) -> QHBoxLayout:
        head = QHBoxLayout()
        spaced(head)
        head.addWidget(label(breakable(name), "strong"), 1)
        count = label(str(len(self._items)), "strong")
        count.setWordWrap(False)
        count.setAccessibleName(waiting_label(self._words, len(self._items)))
        if self.more is not None:
            head.addWidget(self.more)
        head.addWidget(count)
        return head

    def _way_to_more(self, name: str, rest: int) -> QPushButton:
        said = self._words.plural("Show one more", "Show {count} more", rest)
        more = button(said, "quiet", self.unfold)
        more.setAccessibleName(self._words.text("{network}: {what}", network=name, what=said))
        edge = theme.units(16)
        self._grid.setContentsMargins(edge, theme.units(8), edge, edge)  # the button brings room of its own
        return more

    def unfold(self) -> None:
        """Show the rest."""
        if self.more is None:
            return
        if self.more.hasFocus():
            self.focusNextChild()
        self.more.hide()
        self.more.deleteLater()
        self.more = None
        edge = theme.units(16)
        self._grid.setContentsMargins(edge, edge, edge, edge)
        self._show(self._items[self._shown : MOST_SHOWN])
        if (left := len(self._items) - MOST_SHOWN) > 0:
            said = self._words.plural("and one more", "and {count} more", left)
            self._put(label(said, "second"), MOST_SHOWN + 1, 0)

    def _show(self, items: list[Waiting]) -> None:
        for item in items:
            self._shown += 1
            when = label(moments.until(self._words, item.received_at, self._status.at, self._status.zone), "second")
            when.setWordWrap(False)
            when.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            said = breakable(item.title) or self._words.text("(no text)")
            self._put(label(said), self._shown, 0)
            self._put(when, self._shown, 1)

    def _put(self, shown: QLabel, row: int, column: int) -> None:
        """Place ``shown``, and have it counted at once: Qt would leave it out of the size until it is shown."""
        self._grid.addWidget(shown, row, column)
        shown.setVisible(True)


class WaitingList(QDialog):
    """Show what waited, with one way to clear it."""

    def __init__(self, waited: Waited, words: Words, clear: Callable[[], None]) -> None:
        """Show ``waited``; ``clear`` is called when the person has seen it."""
        super().__init__()
        self._words = words
        self._clear = clear
        self.setWindowTitle(words.text("What waited"))
        self.setWindowIcon(app_icon())
        self._build_parts(waited)
        self._build_layout()
        dress(self)
        self.setMinimumWidth(theme.units(WIDTH) * 3 // 4)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need, up to a limit; more scrolls."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a page upon its keys, wherever the keyboard is."""
        pages: Mapping[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if by := pages.get(event.key()):
            self.bar.setValue(self.bar.value() + by * self.bar.pageStep())
        else:
            super().keyPressEvent(event)

    def _build_parts(self, waited: Waited) -> None:
        count = len(waited.items)
        said = phrases.digest_title(self._words, count) if count else self._words.text("Nothing waited.")
        self.title = label(said, "title")
        self.list = QWidget()
        rows = QVBoxLayout(self.list)
        spaced(rows, spacing=12)
        groups = tuple(waited.by_network())
        newest = min(NEWEST, max(AT_A_GLANCE // max(len(groups), 1), 1))
        shown = Shown(waited.status, self._words, newest)
        self.panels = [NetworkPanel(name, items, shown) for name, items in groups]
        for panel in self.panels:
            rows.addWidget(panel)
            if panel.more is not None:
                panel.more.clicked.connect(self._fit)
        rows.addStretch(1)
        self.close_button = button(self._words.text("Keep for later"), "quiet", self.reject)
        self.close_button.setVisible(bool(count))
        self.clear_button = button(
            self._words.text("&Clear the list") if count else self._words.text("All right"), "main", self._seen
        )
        self.clear_button.setDefault(True)

    def _build_layout(self) -> None:
        whole = QVBoxLayout(self)
        spaced(whole, margin=24, spacing=16)
        whole.addWidget(self.title)
        scroll = QScrollArea()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # nothing to be seen there: the keys below scroll from anywhere
        self.bar = scroll.verticalScrollBar()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(self.list)
        self.list.setMinimumHeight(1)  # else it asks for the height of its words at their narrowest, and scrolls
        scroll.setVisible(bool(self.panels))
        whole.addWidget(scroll, 1)
        foot = QHBoxLayout()
        spaced(foot)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.clear_button)
        whole.addLayout(foot)

    def _fit(self) -> None:
        """Grow as far as there is room; what a person made larger stays so."""
        width = theme.units(WIDTH)
        inner = width - 2 * theme.units(24)
        rows, whole = self.list.layout(), self.layout()
        if rows is None or whole is None:
            return
        rows.activate()
        frame = self.title.heightForWidth(inner) + self.clear_button.sizeHint().height() + 2 * theme.units(24 + 16)
        wanted = min(
            frame + rows.totalHeightForWidth(inner), theme.units(HIGHEST), self.screen().availableSize().height()
        )
        self.resize(
            max(self.width(), width) if self.isVisible() else width, max(wanted, self.minimumSizeHint().height())
        )

    def _seen(self) -> None:
        self._clear()
        self.accept()
