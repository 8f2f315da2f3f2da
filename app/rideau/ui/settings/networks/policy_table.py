# SPDX-License-Identifier: MIT
"""What does each phase do to each side, and to the single networks that differ? The view that shows and changes it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from rideau.domain import policy_edit
from rideau.domain.network import Action
from rideau.domain.policy_edit import actions_in_use
from rideau.domain.settings import MINUTES_PER_DAY, LockLevel, Settings
from rideau.domain.text import Text
from rideau.services.rules import networks_of
from rideau.services.settings_desk import DeskState
from rideau.ui.kit import Stepper
from rideau.ui.settings.networks.action_choice import ActionChoice, Answers, Asked
from rideau.ui.settings.networks.difference_adder import Spot
from rideau.ui.settings.networks.differences import Differences, Wishes
from rideau.ui.settings.networks.policy_grid import Place, PolicyGrid, wraps
from rideau.ui.settings.page import PageServices
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import button, label, spaced
from rideau.wording import policy_lines
from rideau.wording.words import Words

ALLOWANCE_STEP = 5


class PolicyTable(QWidget):
    """Be the view; it changes the settings through the desk, and shows what the desk says."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the table; what only some settings need is built when they do."""
        super().__init__()
        self.services, self._words = services, words
        self.choice: ActionChoice | None = None
        self.allowance: Stepper | None = None
        column = QVBoxLayout(self)
        spaced(column, spacing=12)
        hint = words.text("Choose a cell to change what happens there. Delete sets it back to the default.")
        column.addWidget(label(hint, "second"))
        self.grid = PolicyGrid(words, self._ask_cell, self._set_cell_back)
        column.addWidget(self.grid)
        self._limits = QVBoxLayout()
        spaced(self._limits, spacing=4)
        column.addLayout(self._limits)
        below = QBoxLayout(QBoxLayout.Direction.TopToBottom if wraps() else QBoxLayout.Direction.LeftToRight)
        spaced(below)
        self.notes = label("", "small")
        below.addWidget(self.notes, 1)
        self.reset = button(words.text("Set all back"), "quiet", self._set_all_back)
        self.reset.setObjectName("policy-reset")
        below.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        column.addLayout(below)
        column.addSpacing(8)
        self.differences = Differences(words, services.to_ascii, Wishes(self._ask_network, self._remove_network))
        column.addWidget(self.differences)
        column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Ask for no height: Qt takes that of wrapped labels at their narrowest, and would scroll past the end."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_state(self, state: DeskState) -> None:
        """Show what the settings say."""
        settings = state.settings
        self.grid.show_settings(settings)
        self.differences.show_settings(settings, networks_of(settings, self.services.sources))
        self.reset.setVisible(policy_edit.has_own_cells(settings))
        in_use = actions_in_use(settings)
        self._show_allowance(settings, is_used=Action.LIMIT in in_use)
        notes = "\n".join(self._words.say(note) for note in _notes(settings, in_use))
        self.notes.setText(notes)

    @property
    def _settings(self) -> Settings:
        return self.services.desk.settings

    def _ask_cell(self, place: Place) -> None:
        cell = policy_edit.cell_at(self._settings, *place)
        back = policy_lines.cell_does(self._words, policy_edit.default_cell(self._settings, *place), self._settings)
        title = self._words.say(policy_lines.cell_label(cell))
        asked = Asked(
            title,
            cell.said,
            self._settings,
            self._words.text("Back to the default: {does}", does=back) if cell.is_own else "",
        )
        answers = Answers(lambda action: self._set_cell(place, action), lambda: self._set_cell_back(place))
        self._open(asked, answers, self.grid.buttons[place])

    def _set_cell(self, place: Place, action: Action) -> None:
        self._change_cell(policy_edit.with_cell(self._settings, *place, action), place)

    def _set_cell_back(self, place: Place) -> None:
        self._change_cell(policy_edit.without_cell(self._settings, *place), place)

    def _change_cell(self, after: Settings, place: Place) -> None:
        if after != self._settings:
            self.services.desk.change(after, policy_lines.cell_label(policy_edit.cell_at(after, *place)))
            self.grid.buttons[place].announce()

    def _set_all_back(self) -> None:
        self.services.desk.change(policy_edit.without_own_cells(self._settings), Text("the table of rules"))

    def _ask_network(self, spot: Spot) -> None:
        said = self._settings.policy.networks.get(spot.network, {}).get(spot.phase)
        name = self.differences.name_of(spot.network)
        title = self._words.say(policy_lines.difference_label(name, spot.phase))
        asked = Asked(title, said, self._settings, self._words.text("Remove: as its side") if said else "")
        answers = Answers(lambda action: self._set_network(spot, action), lambda: self._remove_network(spot))
        self._open(asked, answers, spot.anchor)

    def _set_network(self, spot: Spot, action: Action) -> None:
        self._change_network(policy_edit.with_network_cell(self._settings, spot.network, spot.phase, action), spot)
        self.differences.settle(spot)

    def _remove_network(self, spot: Spot) -> None:
        self._change_network(policy_edit.without_network_cell(self._settings, spot.network, spot.phase), spot)

    def _change_network(self, after: Settings, spot: Spot) -> None:
        if after != self._settings:
            name = self.differences.name_of(spot.network)
            self.services.desk.change(after, policy_lines.difference_label(name, spot.phase))

    def _open(self, asked: Asked, answers: Answers, anchor: QWidget) -> None:
        self.choice = ActionChoice(asked, answers, self._words, anchor)
        self.choice.open_below(anchor)

    def _show_allowance(self, settings: Settings, *, is_used: bool) -> None:
        if is_used and self.allowance is None:
            self._build_allowance()
        if self.allowance is not None:
            self._allowance_label.setVisible(is_used)
            self.allowance.setVisible(is_used)
            self.allowance.setValue(settings.limits.personal_minutes_per_day)

    def _build_allowance(self) -> None:
        name = self._words.text("Daily allowance where a limit holds")
        self._allowance_label = label(name)
        self.allowance = Stepper((0, MINUTES_PER_DAY), name, step=ALLOWANCE_STEP, unit=self._words.text("min"))
        self.allowance.valueChanged.connect(self._set_allowance)
        self.allowance.setObjectName("policy-allowance")
        self._limits.addWidget(self._allowance_label)
        self._limits.addWidget(self.allowance, 0, Qt.AlignmentFlag.AlignLeading)
        read_in_order(self)

    def _set_allowance(self, minutes: int) -> None:
        after = policy_edit.with_allowance(self._settings, minutes)
        if after != self._settings:
            self.services.desk.change(after, Text("the daily allowance"), "allowance")


def _notes(settings: Settings, in_use: frozenset[Action]) -> list[Text]:
    """Return what is to be known of the table as it stands."""
    notes = [Text("Networks on both sides follow the side you chose for them. Undecided, they are left alone.")]
    if settings.lock_level is LockLevel.GENTLE:
        notes.append(Text("Your lock level is gentle: whatever is closed here is only muted."))
    if Action.LIMIT in in_use:
        notes.append(Text("All networks with a limit share one allowance a day. Only real use counts, and only here."))
    if policy_edit.speaks_of_other_sides(settings):
        notes.append(Text("The settings file says more about mixed or unassigned networks; that stays as it is."))
    return notes
