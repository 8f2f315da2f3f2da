# SPDX-License-Identifier: MIT
"""What comes next? The next changes of phase in a panel: when, and what then holds."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout

from rideau.ui import theme
from rideau.ui.present import Coming
from rideau.ui.widgets import label, spaced

MOST = 3


class ComingPanel(QFrame):
    """Show up to three changes."""

    def __init__(self) -> None:
        """Show none yet."""
        super().__init__()
        self.setProperty("role", "panel")
        self.title = label(role="small")
        self.rows = [(label(role="strong"), label(role="second")) for _ in range(MOST)]
        grid = QGridLayout(self)
        spaced(grid, margin=12, spacing=4)
        grid.addWidget(self.title, 0, 0, 1, 2)
        for row, (when, what) in enumerate(self.rows, start=1):
            when.setWordWrap(False)
            grid.addWidget(when, row, 0)
            grid.addWidget(what, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(theme.units(16))

    def show_changes(self, changes: Sequence[Coming], title: str) -> None:
        """Show ``changes`` under ``title``."""
        self.title.setText(title)
        for row, (when, what) in enumerate(self.rows):
            is_there = row < len(changes)
            when.setVisible(is_there)
            what.setVisible(is_there)
            if is_there:
                when.setText(changes[row].when)
                what.setText(changes[row].what)
