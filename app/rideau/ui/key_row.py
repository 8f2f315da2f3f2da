# SPDX-License-Identifier: MIT
"""How is the key turned? A reason, a few minutes, the wait; then it opens by itself, or is left closed at no cost."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rideau.domain.error import RideauError
from rideau.domain.key import KeyTurn
from rideau.services.status import Status
from rideau.ui import theme
from rideau.ui.key_wait import KeyWait
from rideau.ui.present import OPEN_MINUTES, USUAL_MINUTES
from rideau.ui.present_apps import KeyView, Wanted, wanted_for
from rideau.ui.widgets import button, label, spaced
from rideau.wording import doorway as said
from rideau.wording.words import Words

LONGEST_REASON = 200


class Keys(NamedTuple):
    """Hold what turns keys: both answer at once."""

    open_for: Callable[[Wanted], Status]
    """Open, or begin to wait (``Status.key``); raise ``RideauError`` where it does not open."""
    call_off: Callable[[str], object]
    """Forget a turn that somebody no longer waits for; it costs nothing."""


class KeyRow(QWidget):
    """Ask for a reason and a number of minutes, wait, and open."""

    opened = Signal()
    left = Signal()
    """The person leaves it closed."""
    asked = Signal(float)
    """Somebody is answering, and takes up to so many seconds."""
    resized = Signal()
    """It takes another height than before."""

    def __init__(self, words: Words, keys: Keys) -> None:
        """Build the row; ``show_key`` says what a key costs now."""
        super().__init__()
        self._words = words
        self._keys = keys
        self._wanted: Wanted | None = None
        self._turn: KeyTurn | None = None
        self._build_asking()
        self._build_waiting()
        self._build_layout()
        self._connect_signals()

    @property
    def turn(self) -> KeyTurn | None:
        """Return the key that is waited for."""
        return self._turn

    @property
    def is_waiting(self) -> bool:
        """Tell whether a key is being waited for."""
        return self._turn is not None

    def show_key(self, view: KeyView) -> None:
        """Say what the key costs, and ask for the passphrase where it is the key."""
        self.note.setText(view.note)
        self.note.setVisible(bool(view.note))
        self.phrase_asked.setVisible(view.needs_passphrase)
        self.phrase.setVisible(view.needs_passphrase)
        self._look()

    def ask(self) -> None:
        """Ask for what is typed, if it can be asked."""
        if self.open_button.isEnabled() and not self.is_waiting:
            wanted = wanted_for(self.minutes.checkedId(), self.reason.text(), self.phrase.text())
            self._try(wanted)

    def leave(self) -> None:
        """Leave it closed: what is waited for is called off."""
        self.stop()
        self.left.emit()

    def stop(self) -> None:
        """Wait no more."""
        self.wait.stop()
        turn, self._turn, self._wanted = self._turn, None, None
        if turn is not None:
            self._keys.call_off(turn.id)

    # --- building ----------------------------------------------------------------------------------------------------

    def _build_asking(self) -> None:
        text = self._words.text
        self.reason_asked = label(text("What is it for?"), "strong")
        self.reason = _field(self.reason_asked.text())
        self.reason.setPlaceholderText(text("A few words, for yourself"))
        self.phrase_asked = label(text("The passphrase"), "strong")
        self.phrase = _field(self.phrase_asked.text())
        self.phrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.minutes_asked = label(text("For how many minutes?"), "strong")
        self.minutes = QButtonGroup(self)
        for minutes in OPEN_MINUTES:
            pill = button(str(minutes), "pill", self.reason.setFocus)
            pill.setCheckable(True)
            pill.setAutoExclusive(True)  # a screen reader calls it one of several, not a check box
            pill.setAccessibleName(self._words.plural("{count} minute", "{count} minutes", minutes))
            self.minutes.addButton(pill, minutes)
            pill.setChecked(minutes == USUAL_MINUTES)
            is_first = pill.isChecked()  # Tab comes to what holds, arrows choose
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_first else Qt.FocusPolicy.ClickFocus)
        self.note = label(role="small")
        self.refusal = label(role="problem")
        self.refusal.hide()
        self.open_button = button(text("Open"), "main", self.ask)
        self.cancel_button = button(text("Leave it closed"), "quiet", self.leave)
        for each in (self.phrase_asked, self.phrase, self.note):
            each.hide()

    def _build_waiting(self) -> None:
        self.wait = KeyWait(partial(said.opens_in, self._words))
        self.waiting_why = label(role="second")
        self.waiting_hint = label(self._words.text("It can still be left closed, at no cost."), "small")

    def _build_layout(self) -> None:
        whole = QVBoxLayout(self)
        spaced(whole, spacing=8)
        self.asking, self.waiting = QWidget(), QWidget()
        asking = QVBoxLayout(self.asking)
        spaced(asking, spacing=8)
        for asks in (self.reason_asked, self.reason, self.phrase_asked, self.phrase, self.minutes_asked):
            asking.addWidget(asks)
        pills = QHBoxLayout()
        spaced(pills)
        for pill in self.minutes.buttons():
            pills.addWidget(pill, 1)
        asking.addLayout(pills)
        asking.addWidget(self.note)
        waiting = QVBoxLayout(self.waiting)
        spaced(waiting, spacing=8)
        for says in (self.wait, self.waiting_why, self.waiting_hint):
            waiting.addWidget(says)
        for part in (self.asking, self.waiting, self.refusal):
            whole.addWidget(part)
        self.waiting.hide()
        whole.addSpacing(theme.units(8))
        foot = QHBoxLayout()
        spaced(foot)
        foot.addWidget(self.open_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        whole.addLayout(foot)

    def _connect_signals(self) -> None:
        self.reason.textChanged.connect(self._typed)
        self.phrase.textChanged.connect(self._typed)
        self.reason.returnPressed.connect(self.ask)
        self.phrase.returnPressed.connect(self.ask)
        self.wait.due.connect(self._turn_key)
        self._look()

    # --- asking and waiting ------------------------------------------------------------------------------------------

    def _typed(self, _text: str) -> None:
        self._look()
        self.asked.emit(0.0)

    def _look(self) -> None:
        has_phrase = self.phrase.isHidden() or bool(self.phrase.text())
        self.open_button.setEnabled(has_phrase and bool(self.reason.text().strip()))

    def _try(self, wanted: Wanted) -> None:
        try:
            turn = self._keys.open_for(wanted).key
        except RideauError as error:
            self._turn = self._wanted = None
            self.refusal.setText(self._words.error(error))
            self._change(is_waiting=False, is_refused=True)
            return
        if turn is None:
            self._turn = self._wanted = None
            self.phrase.clear()
            self.opened.emit()
        else:
            self._wait(turn, wanted)

    def _wait(self, turn: KeyTurn, wanted: Wanted) -> None:
        self._turn, self._wanted = turn, wanted._replace(key=turn.id)
        self.waiting_why.setText(self._words.text("For: {reason}", reason=turn.reason.strip()))
        self._change(is_waiting=True)
        self.asked.emit(turn.wait.total_seconds())
        self.cancel_button.setFocus()
        self.wait.start(turn.wait)

    def _turn_key(self) -> None:
        if self._wanted is not None:
            wanted, self._turn = self._wanted, None
            self._try(wanted)

    def _change(self, *, is_waiting: bool, is_refused: bool = False) -> None:
        self.asking.setVisible(not is_waiting)
        self.open_button.setVisible(not is_waiting)
        self.waiting.setVisible(is_waiting)
        self.refusal.setVisible(is_refused)
        self.resized.emit()


class _Field(QLineEdit):
    """Take Enter for an answer that is given: what has the keyboard next is not pressed by it, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass Enter on to nobody."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()


def _field(name: str) -> QLineEdit:
    made = _Field()
    made.setMaxLength(LONGEST_REASON)
    made.setAccessibleName(name)
    return made
