# SPDX-License-Identifier: MIT
"""Which single networks differ from their side, in which phase? A list, and a line that adds to it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import breakable, button, label, spaced
from rideau.wording import policy_lines
from rideau.wording.phrases import PHASES
from rideau.wording.words import Words

Key = tuple[str, Phase]
ICON = 20
FIRST, AT_A_TIME = 12, 3
"""How many rows are built before the first frame, and how many between two frames later."""


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
        self._settings = Settings()
        self._wanted: dict[Key, Difference] = {}
        self._rows: dict[Key, QWidget] = {}
        self._list = QVBoxLayout()
        spaced(self._list, spacing=6)
        self.body.addLayout(self._list)
        self._pixmaps: dict[Phase, QPixmap] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(lambda: self._build_rows(AT_A_TIME))
        self.buttons: dict[Key, ActionButton] = {}
        self.removers: dict[Key, QWidget] = {}
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
        self._settings = settings
        self._wanted = {(each.network, each.phase): each for each in differences(settings)}
        had_focus = self._drop_rows()
        for key in self.buttons:
            self._fill(self._wanted[key])
        self._build_rows(FIRST)
        if had_focus:
            give_focus(next(iter(self.buttons.values()), self.add))

    def name_of(self, network: str) -> str:
        """Return what a network is called."""
        return self._names.get(network, network)

    def settle(self, spot: Spot) -> None:
        """Go on from ``spot``, which has been said: the line that added it goes, and its row has the keyboard."""
        if self.adder is not None and self.adder.isVisible():
            self._end()
        give_focus(self.buttons.get((spot.network, spot.phase), self.add))

    def _drop_rows(self) -> bool:
        """Take the rows away that are not wanted any more; tell whether the keyboard was in one."""
        focused = self.window().focusWidget()
        had_focus = False
        for key in [each for each in self._rows if each not in self._wanted]:
            row = self._rows.pop(key)
            had_focus = had_focus or row.isAncestorOf(focused)
            del self.buttons[key], self.removers[key]
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        return had_focus

    def _build_rows(self, most: int) -> None:
        """Build what is wanted and not there; beyond ``most`` the rest waits until the window has drawn itself."""
        missing = [key for key in self._wanted if key not in self._rows]
        places = {key: place for place, key in enumerate(self._wanted)}
        for key in missing[:most]:
            self._rows[key] = self._row(*key)
            self._list.insertWidget(places[key], self._rows[key])
            self._rows[key].show()  # a layout shows what is put into it later, too late for the keyboard to come there
            self._fill(self._wanted[key])
        self.buttons = {key: self.buttons[key] for key in self._wanted if key in self.buttons}
        if len(missing) > most:
            self._later.start(0)
        elif missing:
            read_in_order(self)

    def _row(self, network: str, phase: Phase) -> QWidget:
        words, name, key = self._words, self.name_of(network), (network, phase)
        made = QWidget()
        row = QHBoxLayout(made)
        spaced(row, spacing=10)
        self.buttons[key] = ActionButton(
            lambda: self._wishes.change(Spot(network, phase, self.buttons[key])),
            lambda: self._wishes.remove(Spot(network, phase, self.buttons[key])),
        )
        self.buttons[key].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons[key].setObjectName(f"policy-{network}-{phase}")
        self.removers[key] = button(
            words.text("Remove"), "quiet", lambda: self._wishes.remove(Spot(network, phase, self.buttons[key]))
        )
        said = words.say(policy_lines.difference_label(name, phase))
        self.removers[key].setObjectName(f"policy-{network}-{phase}-remove")
        self.removers[key].setAccessibleName(words.text("Remove {what}", what=said))
        row.addWidget(self._picture(phase))
        row.addWidget(_two_lines(name, words.say(PHASES[phase])), 2)
        row.addWidget(self.buttons[key], 3)
        row.addWidget(self.removers[key])
        return made

    def _picture(self, phase: Phase) -> QLabel:
        if phase not in self._pixmaps:
            made = phase_picture(phase, ICON, self.devicePixelRatioF())
            self._pixmaps[phase] = made.pixmap()
        else:
            made = QLabel()
            made.setPixmap(self._pixmaps[phase])
            made.setFixedSize(theme.units(ICON), theme.units(ICON))
        made.setAccessibleName(self._words.say(PHASES[phase]))
        return made

    def _fill(self, each: Difference) -> None:
        settings = self._settings
        does = policy_lines.does(self._words, each.said, each.holds, settings)
        name = policy_lines.difference_name(self._words, self.name_of(each.network), each, settings)
        self.buttons[each.network, each.phase].show_action(Shown(each.holds, does, ""), name)

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
