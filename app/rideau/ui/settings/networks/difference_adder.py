# SPDX-License-Identifier: MIT
"""Which network shall differ, and in which phase? The line that asks, before it is asked what happens."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rideau.domain.host import ToAscii
from rideau.domain.network import Network
from rideau.domain.phase import Phase
from rideau.ui.settings.networks.action_button import give_focus
from rideau.ui.settings.networks.network_finder import NetworkFinder
from rideau.ui.settings.networks.policy_grid import wraps
from rideau.ui.widgets import Choice, button, spaced
from rideau.wording.phrases import PHASES
from rideau.wording.words import Words


class Spot(NamedTuple):
    """Name one phase of one network, and the widget that asks about it."""

    network: str
    phase: Phase
    anchor: QWidget


class Adder(QWidget):
    """Ask which network, in which phase, and then what shall happen."""

    def __init__(self, words: Words, to_ascii: ToAscii, ask: Callable[[Spot], None], end: Callable[[], None]) -> None:
        """Build the line; ``ask`` opens the choice of what happens, ``end`` takes the line away."""
        super().__init__()
        self._network: Network | None = None
        self._ask = ask
        self.finder = NetworkFinder(words.text("Name or address of a network"), to_ascii, self._found)
        self.phase = Choice()
        self.phase.setAccessibleName(words.text("Phase"))
        for phase in Phase:
            self.phase.addItem(words.say(PHASES[phase]), phase)
        self.phase.setCurrentIndex(list(Phase).index(Phase.QUIET))
        self.go = button(words.text("What happens…"), "", self._go)
        self.cancel = button(words.text("Never mind"), "quiet", end)
        self.finder.textEdited.connect(lambda _typed: self._found(None))
        column, row = QVBoxLayout(self), QHBoxLayout()
        for layout in (column, row):
            spaced(layout, spacing=8)
        if wraps():
            column.addWidget(self.finder)
        else:
            row.addWidget(self.finder, 3)
        column.addLayout(row)
        for widget, stretch in ((self.phase, 1), (self.go, 0), (self.cancel, 0)):
            row.addWidget(widget, stretch)

    def begin(self) -> None:
        """Begin with an empty line."""
        self.finder.clear()
        self._found(None)
        self.show()
        give_focus(self.finder)

    def _found(self, network: Network | None) -> None:
        self._network = network
        self.go.setEnabled(network is not None)
        if network is not None:
            self.finder.setText(network.name)
            give_focus(self.phase)

    def _go(self) -> None:
        if self._network is not None:
            self._ask(Spot(self._network.id, list(Phase)[self.phase.currentIndex()], self.go))
