# SPDX-License-Identifier: MIT
"""Which tips are there, how do they look, and which may come? A list to search, and the chosen card."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from rideau.domain.error import RideauError, StorageError
from rideau.domain.reminder_edit import with_rarer, with_theme, with_tip
from rideau.domain.text import Text
from rideau.domain.tip import Kind, Theme, Tip
from rideau.domain.tip_search import found
from rideau.services.settings_desk import DeskState
from rideau.ui import theme
from rideau.ui.kit import Panel
from rideau.ui.settings.networks.cards import CardModel
from rideau.ui.settings.networks.search import CurrentDelegate
from rideau.ui.settings.page import PageServices
from rideau.ui.settings.reminders import present_tips
from rideau.ui.settings.reminders.preview import Preview
from rideau.ui.settings.reminders.tip_form import TipForm
from rideau.ui.widgets import Choice, Tick, announce, breakable, button, label, show_checked, spaced
from rideau.wording.words import Words

ALL, OWN = "all", "own"
FIRST = 100
"""The card takes the room that is over before anything else does."""
NARROW, LEAST, LEAST_LIST = 600, 300, 280
"""In units: where the card goes below the list, how narrow it ever is, and how high the list is then."""


class TipsView(QWidget):
    """Show them; whatever is switched is a setting, what is written is a file of the person's own."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the list at the leading side, the card at the other."""
        super().__init__()
        self.services = services
        self._words = words
        self._tips: tuple[Tip, ...] = ()
        self._state: DeskState | None = None
        self._is_narrow = False
        self._sides = QGridLayout(self)
        spaced(self._sides, spacing=16)
        self._sides.setColumnStretch(0, 1)
        self._build_list()
        self._build_chosen()
        services.tips_observers.append(self.look)

    @property
    def chosen(self) -> Tip | None:
        """Return the tip that is looked at."""
        row = self.list.currentIndex().row()
        id_ = self.model.cards[row].id if 0 <= row < len(self.model.cards) else ""
        return next((tip for tip in self._tips if tip.id == id_), None)

    def show_state(self, state: DeskState) -> None:
        """Show which may come."""
        self._state = state
        self.look()

    def look(self) -> None:
        """Look at the tips as they are now: a hand may have written one."""
        try:
            self._tips = tuple(sorted(self.services.tips.tips(), key=_place))
            said = [
                self._words.text("{place}: {what}", place=f"{each.file}, {each.place}", what=each.message)
                for each in self.services.tips.problems()
            ]
        except StorageError as error:
            said = [self._words.say(error.message)]
        self.problems.setText(breakable("\n".join(said)))
        self.problems.setVisible(bool(said))
        self._fill()

    def edit(self, tip: Tip | None = None) -> None:
        """Open the form, for a new one or one of the person's own."""
        self._show_form(is_shown=True)
        self.form.begin(tip)

    # --- the list ----------------------------------------------------------------------------------------------------

    def _build_list(self) -> None:
        self.shelf = QWidget()
        text, column = self._words.text, QVBoxLayout(self.shelf)
        spaced(column, spacing=8)
        self.field = _Search(self._step)
        self.field.setPlaceholderText(text("Search the tips"))
        self.field.setAccessibleName(text("Search the tips"))
        self.field.textChanged.connect(lambda _typed: self._fill())
        column.addWidget(self.field)
        row = QHBoxLayout()
        spaced(row)
        self.filter = Choice()
        self.filter.setAccessibleName(text("Which tips"))
        for key, name in self._filters():
            self.filter.addItem(name, key)
        self.filter.currentIndexChanged.connect(lambda _row: self._fill())
        row.addWidget(self.filter)
        self.count = label("", "small")
        row.addWidget(self.count, 1)
        column.addLayout(row)
        self.problems = label("", "notice")
        self.problems.hide()
        column.addWidget(self.problems)
        self.model = CardModel(self)
        self.list = _list(text("Tips"), self.model)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        column.addWidget(self.list, 1)
        self.opener = button(text("+ Write one of your own"), "quiet", self.edit)
        column.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeading)
        self._sides.addWidget(self.shelf, 0, 0)

    def _filters(self) -> list[tuple[str, str]]:
        say = self._words.say
        kinds = [(f"kind {kind}", say(name)) for kind, name in present_tips.KINDS.items()]
        themes = [(f"theme {each}", f"\u2003{say(name)}") for each, name in present_tips.THEMES.items()]
        sorted_in = []
        for kind, entry in zip(Kind, kinds, strict=True):
            sorted_in += [entry, *(each for each in themes if Theme(each[0].partition(" ")[2]).kind is kind)]
        return [(ALL, self._words.text("All")), (OWN, self._words.text("Your own")), *sorted_in]

    def _fill(self) -> None:
        if self._state is None:
            return
        chosen = self.chosen
        settings = self._state.settings
        hits = found(filter(self._is_wanted, self._tips), self.field.text(), self._words.language)
        self.model.show_cards(present_tips.rows(self._words, settings, hits))
        self.count.setText(self._words.plural("{count} tip", "{count} tips", len(hits)))
        row = max(self.model.row_of(chosen.id), 0) if chosen else 0
        self.list.setCurrentIndex(self.model.index(row))
        self._show_chosen()

    def _is_wanted(self, tip: Tip) -> bool:
        key, _, name = str(self.filter.currentData()).partition(" ")
        if key in {ALL, OWN}:
            return key == ALL or tip.is_own
        return name == (tip.kind if key == "kind" else tip.theme)

    def _step(self, by: int) -> None:
        row = max(0, min(self.list.currentIndex().row() + by, len(self.model.cards) - 1))
        self.list.setCurrentIndex(self.model.index(row))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._show_chosen()

    # --- the chosen one ----------------------------------------------------------------------------------------------

    def _build_chosen(self) -> None:
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        spaced(column, spacing=8)
        self.preview = Preview(self._words.text("How the card looks"))
        column.addWidget(self.preview, FIRST)
        column.addWidget(self._build_deeds())
        column.addStretch(1)
        self.form = TipForm(self._words, self._save, self._leave_form)
        self.form.hide()
        self.form.changed.connect(lambda: self.preview.show_card(self.form.card))
        self._sides.addWidget(self.side, 0, 1)
        self._sides.addWidget(self.form, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.form.setMinimumWidth(theme.units(LEAST))

    def _build_deeds(self) -> QWidget:
        """Build what is done with the chosen one."""
        text = self._words.text
        self.deeds = QWidget()
        column = QVBoxLayout(self.deeds)
        spaced(column, spacing=8)
        self.now = button(text("Show it now"), "main", self._show_now)
        column.addWidget(self.now, 0, Qt.AlignmentFlag.AlignHCenter)
        self.said = label("", "small")
        self.said.hide()
        column.addWidget(self.said)
        panel = Panel(margin=12, spacing=4)
        self.comes, self.theme_comes, self.rarer = Tick(), Tick(), Tick()
        for tick, act in (
            (self.comes, self._let_come),
            (self.theme_comes, self._let_theme_come),
            (self.rarer, self._make_rarer),
        ):
            tick.toggled.connect(act)
            panel.body.addWidget(tick)
        self.hours = label(
            text("At their own hours, if you want them: under “{view}”.", view=text("How they come")), "small"
        )
        panel.body.addWidget(self.hours)
        column.addWidget(panel)
        row = QHBoxLayout()
        spaced(row)
        self.change = button(text("Change it"), "quiet", lambda: self.edit(self.chosen))
        self.delete = button(text("Delete it"), "quiet", self._delete)
        row.addWidget(self.change)
        row.addWidget(self.delete)
        row.addStretch(1)
        column.addLayout(row)
        return self.deeds

    def _show_form(self, *, is_shown: bool) -> None:
        """Have the form in place of the list; beside it the card, as it looks by now."""
        self.shelf.setVisible(not is_shown)
        self.deeds.setVisible(not is_shown)
        self.form.setVisible(is_shown)
        if is_shown:
            self.preview.show()
        else:
            self.list.setFocus()

    def _leave_form(self) -> None:
        self._show_form(is_shown=False)
        self._show_chosen()

    def _show_chosen(self) -> None:
        tip, state = self.chosen, self._state
        is_writing = not self.form.isHidden()
        for each in (self.now, self.comes, self.theme_comes, self.rarer):
            each.setVisible(tip is not None)
        self.preview.setVisible(tip is not None or is_writing)
        is_own = tip is not None and tip.is_own
        self.change.setVisible(is_own)
        self.delete.setVisible(is_own)
        if tip is None or state is None:
            return
        held = state.settings.reminders
        name = self._words.say(present_tips.THEMES[tip.theme])
        self.comes.setText(self._words.text("This one may come"))
        self.theme_comes.setText(self._words.text("“{theme}” may come", theme=name))
        self.rarer.setText(self._words.text("“{theme}” less often", theme=name))
        for tick, is_on in (
            (self.comes, tip.id not in held.tips_off),
            (self.theme_comes, tip.theme not in held.themes_off),
            (self.rarer, tip.theme in held.themes_rarer),
        ):
            show_checked(tick, on=is_on)
        self.hours.setVisible(present_tips.keeps_hours(tip))
        self.comes.setEnabled(tip.theme not in held.themes_off)
        self.rarer.setEnabled(tip.theme not in held.themes_off)
        self.preview.show_card(self.form.card if is_writing else present_tips.card_of(self._words, tip))
        self.said.hide()

    def _let_come(self, is_on: bool) -> None:  # noqa: FBT001 - what Qt tells
        if (tip := self.chosen) is not None:
            after = with_tip(self.services.desk.settings, tip.id, comes=is_on)
            self.services.desk.change(after, Text("One tip"))

    def _let_theme_come(self, is_on: bool) -> None:  # noqa: FBT001 - what Qt tells
        if (tip := self.chosen) is not None:
            after = with_theme(self.services.desk.settings, tip.theme, comes=is_on)
            self.services.desk.change(after, Text("A theme of tips"))

    def _make_rarer(self, is_on: bool) -> None:  # noqa: FBT001 - what Qt tells
        if (tip := self.chosen) is not None:
            after = with_rarer(self.services.desk.settings, tip.theme, is_rarer=is_on)
            self.services.desk.change(after, Text("A theme of tips"))

    def _show_now(self) -> None:
        tip = self.chosen
        if tip is not None:
            self.services.worker.run(lambda: self.services.show_tip(tip.id), lambda _none: None, self._not_shown)

    def _not_shown(self, error: RideauError) -> None:
        self._say(" ".join(self._words.say(each) for each in (error.message, error.remedy) if each))

    def _say(self, said: str) -> None:
        self.said.setText(said)
        self.said.show()
        announce(self.said, said)

    # --- one's own ---------------------------------------------------------------------------------------------------

    def _save(self, tip: Tip) -> None:
        try:
            self.services.tips.add(tip)
        except StorageError as error:
            self.form.say_problem(" ".join(self._words.say(each) for each in (error.message, error.remedy) if each))
            return
        self._show_form(is_shown=False)
        self.field.clear()
        self.filter.setCurrentIndex(0)
        self.look()
        self.list.setCurrentIndex(self.model.index(max(self.model.row_of(tip.id), 0)))
        self._show_chosen()

    def _delete(self) -> None:
        tip = self.chosen
        if tip is None:
            return
        try:
            self.services.tips.remove(tip.id)
        except StorageError as error:
            self._not_shown(error)
            return
        self.look()
        self.list.setFocus()

    def minimumSizeHint(self) -> QSize:
        """Be narrower than the list and the card beside it: they find a place below each other."""
        return QSize(theme.units(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew: they wrap; where it is narrow, the card stands below."""
        super().resizeEvent(event)
        self._place_side()
        self.list.scheduleDelayedItemsLayout()

    def _place_side(self) -> None:
        is_narrow = self.width() < theme.units(NARROW)
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self._sides.removeWidget(self.side)
            self._sides.addWidget(self.side, *((1, 0) if is_narrow else (0, 1)))
            self.list.setMinimumHeight(theme.units(LEAST_LIST) if is_narrow else 0)


def _place(tip: Tip) -> tuple[bool, int, int]:
    """Return where a tip stands: the person's own first, then by kind and theme."""
    return not tip.is_own, list(Kind).index(tip.kind), list(Theme).index(tip.theme)


class _Search(QLineEdit):
    """Be where one types; the arrows choose among what is found."""

    def __init__(self, step: Callable[[int], None]) -> None:
        super().__init__()
        self._step = step

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the arrows; empty the field on Escape."""
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if int(event.key()) in steps:
            self._step(steps[int(event.key())])
        elif self.text() and event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


def _list(name: str, model: CardModel) -> QListView:
    made = QListView()
    made.setProperty("role", "bare")
    made.setAccessibleName(name)
    made.setModel(model)
    made.setItemDelegate(CurrentDelegate(made))
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setUniformItemSizes(False)
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
