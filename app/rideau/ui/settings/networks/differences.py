# SPDX-License-Identifier: MIT
"""Which single networks differ from their side, in which phase? A list, and a line that adds to it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from rideau.domain.host import ToAscii
from rideau.domain.network import Network
from rideau.domain.phase import Phase
from rideau.domain.policy_edit import Difference, differences
from rideau.domain.settings import Settings
from rideau.ui import theme
from rideau.ui.kit import Section
from rideau.ui.settings.networks.action_button import ActionButton, Shown, give_focus
from rideau.ui.settings.networks.difference_adder import Adder, Spot
from rideau.ui.settings.networks.policy_grid import phase_picture
from rideau.ui.settings.networks.tab_order import read_in_order
from rideau.ui.widgets import breakable, button, label, spaced
from rideau.wording import policy_lines
from rideau.wording.phrases import PHASES
from rideau.wording.words import Words

ICON = 20


class Wishes(NamedTuple):
    """Hold what is told of the list."""

    change: Callable[[Spot], None]
    remove: Callable[[Spot], None]


class Differences(Section):
    """Be the section: rows that Enter changes and Delete removes, and a line to add one."""

    def __init__(self, words: Words, to_ascii: ToAscii, wishes: Wishes) -> None:
        """Build the head; rows come with the settings."""
        super().__init__(
            words.text("Single networks that differ"),
            words.text("What you say here of one network holds in place of its side's cell."),
        )
        self._words, self._wishes = words, wishes
        self._names: Mapping[str, str] = {}
        self._shown_for: tuple[object, ...] = ()
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        spaced(self._grid, spacing=6)
        self._grid.setHorizontalSpacing(theme.units(10))
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)
        self.body.addWidget(self._rows)
        self.buttons: dict[tuple[str, Phase], ActionButton] = {}
        self.removers: dict[tuple[str, Phase], QWidget] = {}
        self.add = button(words.text("+ A network that differs"), "quiet", self._begin)
        self.add.setObjectName("policy-add")
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self.adder: Adder | None = None
        self._to_ascii = to_ascii

    def show_settings(self, settings: Settings, networks: tuple[Network, ...]) -> None:
        """Show what differs; ``networks`` are those in force."""
        self._networks = networks
        self._names = {each.id: each.name for each in networks}
        if self.adder is not None:
            self.adder.finder.look_in(networks)
        shown_for = (settings.policy.networks, settings.lock_level, settings.limits)
        if shown_for == self._shown_for:
            return
        self._shown_for = shown_for
        found = differences(settings)
        wanted = [(each.network, each.phase) for each in found]
        if wanted != list(self.buttons):
            self._rebuild(wanted)
        for each in found:
            self._fill(each, settings)

    def name_of(self, network: str) -> str:
        """Return what a network is called."""
        return self._names.get(network, network)

    def settle(self, spot: Spot) -> None:
        """Go on from ``spot``, which has been said: the line that added it goes, and its row has the keyboard."""
        if self.adder is not None and self.adder.isVisible():
            self._end()
        give_focus(self.buttons.get((spot.network, spot.phase), self.add))

    def _rebuild(self, wanted: list[tuple[str, Phase]]) -> None:
        focused = self.window().focusWidget()
        had_focus = self._rows.isAncestorOf(focused)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons, self.removers = {}, {}
        for row, (network, phase) in enumerate(wanted):
            self._build_row(row, network, phase)
        self._rows.setVisible(bool(wanted))
        read_in_order(self)
        if had_focus:
            give_focus(next(iter(self.buttons.values()), self.add))

    def _build_row(self, row: int, network: str, phase: Phase) -> None:
        words, name = self._words, self.name_of(network)
        key = network, phase
        self.buttons[key] = ActionButton(
            lambda: self._wishes.change(Spot(network, phase, self.buttons[key])),
            lambda: self._wishes.remove(Spot(network, phase, self.buttons[key])),
        )
        self.buttons[key].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons[key].setObjectName(f"policy-{network}-{phase}")
        title = _two_lines(name, words.say(PHASES[phase]))
        self.removers[key] = button(
            words.text("Remove"), "quiet", lambda: self._wishes.remove(Spot(network, phase, self.buttons[key]))
        )
        said = words.say(policy_lines.difference_label(name, phase))
        self.removers[key].setObjectName(f"policy-{network}-{phase}-remove")
        self.removers[key].setAccessibleName(words.text("Remove {what}", what=said))
        picture = phase_picture(phase, ICON, self.devicePixelRatioF())
        picture.setAccessibleName(words.say(PHASES[phase]))
        for column, widget in enumerate((picture, title, self.buttons[key], self.removers[key])):
            self._grid.addWidget(widget, row, column)
            widget.show()  # a layout shows what is put into it later, too late for the keyboard to come there

    def _fill(self, each: Difference, settings: Settings) -> None:
        does = policy_lines.does(self._words, each.said, each.holds, settings)
        note = policy_lines.difference_notes(self._words, each)
        name = policy_lines.difference_name(self._words, self.name_of(each.network), each, settings)
        self.buttons[each.network, each.phase].show_action(Shown(each.holds, does, note), name)

    def _begin(self) -> None:
        """Show the line that adds one."""
        if self.adder is None:
            self.adder = Adder(self._words, self._to_ascii, self._wishes.change, self._end)
            self.adder.finder.look_in(self._networks)
            self.body.addWidget(self.adder)
            read_in_order(self)
        self.add.hide()
        self.adder.begin()

    def _end(self) -> None:
        if self.adder is not None:
            self.adder.hide()
        self.add.show()
        give_focus(self.add)


def _two_lines(name: str, phase: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    spaced(column, spacing=0)
    column.addStretch(1)
    column.addWidget(label(breakable(name), "strong"))
    column.addWidget(label(phase, "small"))
    column.addStretch(1)
    return made
