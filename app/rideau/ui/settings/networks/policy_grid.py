# SPDX-License-Identifier: MIT
"""What does each phase do to each side? A row for each phase, a button for each cell."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rideau.domain.network import Side
from rideau.domain.phase import Phase
from rideau.domain.policy_edit import TABLE_SIDES, Cell, policy_table
from rideau.domain.settings import Settings
from rideau.ui import theme
from rideau.ui.settings.networks.action_button import ActionButton, Shown, give_focus
from rideau.ui.shutter_icon import shutter_pixmap
from rideau.ui.widgets import label, spaced
from rideau.wording import policy_lines
from rideau.wording.phrases import PHASES
from rideau.wording.words import Words

ICON = 24
WRAPS_ABOVE = 1.3
"""How large the font is, beside the usual one, from which one line is not enough for what stands side by side."""
_ROOMY = 620
Place = tuple[Phase, Side]
_STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


class PolicyGrid(QWidget):
    """Be the table: Tab comes to one cell, the arrows lead to the others, Enter changes and Delete sets back."""

    def __init__(self, words: Words, change: Callable[[Place], None], set_back: Callable[[Place], None]) -> None:
        """Build the cells; ``change`` and ``set_back`` are told which one is meant."""
        super().__init__()
        self._words = words
        self._shown_for: tuple[object, ...] = ()
        self.setAccessibleName(words.text("What each phase does"))
        self._grid = QGridLayout(self)
        spaced(self._grid, spacing=6)
        self._grid.setHorizontalSpacing(theme.units(8))
        for column in range(1, len(TABLE_SIDES) + 1):
            self._grid.setColumnStretch(column, 1)
        self.buttons = {(phase, side): self._button((phase, side), change, set_back) for phase, side in _places()}
        self._build()

    def show_settings(self, settings: Settings) -> None:
        """Show the table as it holds."""
        shown_for = (settings.policy.phases, settings.lock_level, settings.limits)
        if shown_for == self._shown_for:
            return
        self._shown_for = shown_for
        for row in policy_table(settings):
            for cell in row:
                self._show_cell(cell, settings)

    def _show_cell(self, cell: Cell, settings: Settings) -> None:
        does = policy_lines.cell_does(self._words, cell, settings)
        note = policy_lines.cell_notes(self._words, cell)
        name = policy_lines.cell_name(self._words, cell, settings)
        shown = Shown(cell.holds, does, note, is_strong=cell.is_own, has_bar=cell.is_own)
        self.buttons[cell.phase, cell.side].show_action(shown, name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows lead from cell to cell, and the focus rest where it was last."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, ActionButton):
                self._go(watched, *step)
                return True
        elif event.type() is QEvent.Type.FocusIn and isinstance(watched, ActionButton):
            self._rest_at(watched)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what a phase is on one line where there is room for that."""
        super().resizeEvent(event)
        has_room = self.width() >= theme.units(_ROOMY) and not wraps()
        self._grid.setColumnMinimumWidth(0, self._phases_width() if has_room else 0)

    def _phases_width(self) -> int:
        small = QFontMetrics(theme.font(theme.SMALL))
        hints = (self._words.say(each) for each in policy_lines.PHASE_HINTS.values())
        return theme.units(ICON + 10 + 2) + max(small.horizontalAdvance(each) for each in hints)

    def _build(self) -> None:
        for column, side in enumerate(TABLE_SIDES, 1):
            title = label(self._words.say(policy_lines.SIDE_TITLES[side]), "strong")
            self._grid.addWidget(title, 0, column)
        for row, phase in enumerate(Phase, 1):
            self._grid.addLayout(self._phase(phase), row, 0)
            for column, side in enumerate(TABLE_SIDES, 1):
                self._grid.addWidget(self.buttons[phase, side], row, column)
        self._rest_at(self.buttons[Phase.WORK, TABLE_SIDES[0]])

    def _phase(self, phase: Phase) -> QHBoxLayout:
        row, words = QHBoxLayout(), QVBoxLayout()
        spaced(row, spacing=10)
        spaced(words, spacing=0)
        picture = phase_picture(phase, ICON, self.devicePixelRatioF())
        name = label(self._words.say(PHASES[phase]), "strong")
        picture.setAccessibleName(name.text())
        row.addWidget(picture)
        hint = label(self._words.say(policy_lines.PHASE_HINTS[phase]), "small")
        name.setWordWrap(wraps())
        words.addWidget(name)
        words.addWidget(hint)
        row.addLayout(words)
        row.setAlignment(words, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _button(self, place: Place, change: Callable[[Place], None], set_back: Callable[[Place], None]) -> ActionButton:
        made = ActionButton(lambda: change(place), lambda: set_back(place))
        made.setObjectName("policy-" + "-".join(place))
        made.installEventFilter(self)
        return made

    def _go(self, from_: ActionButton, down: int, along: int) -> None:
        phases = tuple(Phase)
        phase, side = next(place for place, button in self.buttons.items() if button is from_)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            along = -along
        row, column = phases.index(phase) + down, TABLE_SIDES.index(side) + along
        if 0 <= row < len(phases) and 0 <= column < len(TABLE_SIDES):
            give_focus(self.buttons[phases[row], TABLE_SIDES[column]])

    def _rest_at(self, chosen: ActionButton) -> None:
        for button in self.buttons.values():
            is_chosen = button is chosen
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)


def wraps() -> bool:
    """Tell whether the font is so large that titles take two lines, for the rest to have room."""
    return theme.scale() > WRAPS_ABOVE


def phase_picture(phase: Phase, size: int, ratio: float) -> QLabel:
    """Return the shop window of ``phase``, which its name stands beside."""
    made = QLabel()
    pixmap = shutter_pixmap(phase, round(theme.units(size) * ratio))
    pixmap.setDevicePixelRatio(ratio)
    made.setPixmap(pixmap)
    made.setFixedSize(theme.units(size), theme.units(size))
    return made


def _places() -> tuple[Place, ...]:
    return tuple((phase, side) for phase in Phase for side in TABLE_SIDES)
