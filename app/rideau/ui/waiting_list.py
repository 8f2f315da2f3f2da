# SPDX-License-Identifier: MIT
"""What waited while the curtain was down? A calm list by network; texts of strangers are shown to the letter."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rideau.domain.network import Network
from rideau.domain.waiting import Waiting
from rideau.services.status import Status
from rideau.ui import theme
from rideau.ui.widgets import app_icon, breakable, button, dress, label, spaced
from rideau.wording import moments, phrases
from rideau.wording.words import Words

WIDTH, HIGHEST, FRAME = 440, 600, 192
MOST_SHOWN = 200
"""Rows per network; more are counted, not shown."""


@dataclass(frozen=True, slots=True)
class Waited:
    """Hold what waited, with what is needed to name it."""

    items: tuple[Waiting, ...]
    networks: Mapping[str, Network]
    status: Status

    def by_network(self) -> Iterator[tuple[str, list[Waiting]]]:
        """Give each network's name with what waited there, in the order of the first."""
        groups: dict[str, list[Waiting]] = {}
        for item in self.items:
            groups.setdefault(item.network, []).append(item)
        for network, items in groups.items():
            known = self.networks.get(network)
            yield (known.name if known else network), items


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
        wanted = self.list.sizeHint().height() + theme.units(FRAME)
        self.resize(theme.units(WIDTH), min(theme.units(HIGHEST), wanted))

    def _build_parts(self, waited: Waited) -> None:
        count = len(waited.items)
        said = phrases.digest_title(self._words, count) if count else self._words.text("Nothing waited.")
        self.title = label(said, "title")
        self.list = QWidget()
        rows = QVBoxLayout(self.list)
        spaced(rows, spacing=12)
        for name, items in waited.by_network():
            rows.addWidget(self._group(name, items, waited.status))
        rows.addStretch(1)
        self.close_button = button(self._words.text("Keep for later"), "quiet", self.reject)
        self.close_button.setVisible(bool(count))
        self.clear_button = button(
            self._words.text("&Clear the list") if count else self._words.text("All right"), "main", self._seen
        )
        self.clear_button.setDefault(True)

    def _group(self, name: str, items: list[Waiting], status: Status) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setAccessibleName(name)
        grid = QGridLayout(panel)
        spaced(grid, margin=16, spacing=6)
        grid.setHorizontalSpacing(theme.units(16))
        grid.addWidget(label(name, "strong"), 0, 0)
        count = label(str(len(items)), "second")
        count.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        grid.addWidget(count, 0, 1)
        for row, item in enumerate(items[:MOST_SHOWN], start=1):
            when = label(moments.until(self._words, item.received_at, status.at, status.zone), "second")
            when.setWordWrap(False)
            when.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(breakable(item.title)), row, 0)
            grid.addWidget(when, row, 1)
        if more := len(items[MOST_SHOWN:]):
            said = self._words.plural("and one more", "and {count} more", more)
            grid.addWidget(label(said, "second"), MOST_SHOWN + 1, 0)
        grid.setColumnStretch(0, 1)
        return panel

    def _build_layout(self) -> None:
        whole = QVBoxLayout(self)
        spaced(whole, margin=24, spacing=16)
        whole.addWidget(self.title)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(self.list)
        whole.addWidget(scroll, 1)
        foot = QHBoxLayout()
        spaced(foot)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.clear_button)
        whole.addLayout(foot)

    def _seen(self) -> None:
        self._clear()
        self.accept()
