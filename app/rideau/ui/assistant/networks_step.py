# SPDX-License-Identifier: MIT
"""On which side is each network? Step two: those found on this computer first, and a search for others."""

from functools import partial

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rideau.domain.network import Network, Side
from rideau.domain.text import Text
from rideau.services.guesses import NetworkGuess
from rideau.ui import theme
from rideau.ui.app_lines import SMALL_ICON, picture
from rideau.ui.assistant.step import Step
from rideau.ui.kit import Panel, Pills
from rideau.ui.present_apps import AppLine
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import button, label, spaced
from rideau.wording.words import Words

SIDES = ((Side.WORK, Text("Work")), (Side.MIXED, Text("Both")), (Side.PERSONAL, Text("Personal")))
MOST_FOUND = 4
GAP = 8
LONG_NAME = "Thunderbird"
"""No name may be broken within a word that is as long as this."""


class NetworkChip(Panel):
    """Show one network and the side it is on, to be tapped."""

    def __init__(self, step: "NetworksStep", network: Network, guess: NetworkGuess) -> None:
        """Show ``network``; what is tapped goes to the step's draft."""
        super().__init__(margin=8, spacing=6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # all of one width
        words, self.network = step.words, network
        head = QHBoxLayout()
        spaced(head, spacing=10)
        icon = guess.app.icon if guess.app else ""
        head.addWidget(picture(AppLine(network.name, icon), SMALL_ICON, self.devicePixelRatioF()))
        head.addWidget(label(network.name, "strong"), 1)
        self.body.addLayout(head)
        choices = [(side, words.say(name)) for side, name in SIDES]
        self.sides = Pills(choices, partial(step.put, network), network.name)
        row = self.sides.layout()
        if row is not None:
            row.setSpacing(theme.units(2))
        for (side, _), each in zip(SIDES, self.sides.buttons(), strict=True):
            each.setProperty("role", "side")
            each.setProperty("side", side.value)
        side = step.draft.side_of(network)
        if side is not Side.UNASSIGNED:
            self.sides.choose(side)
        said = step.draft.settings.networks.get(network.id)
        self.has_accounts = said is not None and bool(said.accounts)
        self.sides.setEnabled(not self.has_accounts)
        head.addWidget(self.sides)


class NetworksStep(Step):
    """Ask for the sides."""

    title = Text("Which networks are for work?")
    hint = Text(
        "Work closes after hours, personal stays open. So does “Both”,"
        " until Rideau's browser extension tells the two apart."
    )

    def build(self) -> "NetworksStep":
        """Put the parts together; return itself."""
        catalogue = self.house.page.sources.catalogue.networks()
        self._networks = {each.id: each for each in catalogue}
        self.chips: dict[str, NetworkChip] = {}
        self._groups: list[tuple[QGridLayout, list[NetworkChip]]] = []
        self._is_wide = True
        self._place = QVBoxLayout()
        spaced(self._place, spacing=8)
        self.body.addLayout(self._place)
        self.open_question = label(role="small")
        self.body.addWidget(self.open_question)
        self.by_accounts = label(role="small")
        self.body.addWidget(self.by_accounts)
        self._add_search()
        self.show_asked()
        return self

    def first(self) -> QWidget | None:
        """Return the side of the first network."""
        chip = next(iter(self.chips.values()), None)
        if chip is None:
            return self.search
        buttons = chip.sides.buttons()
        return next((each for each in buttons if each.isChecked()), buttons[0])

    def own_buttons(self) -> tuple[QAbstractButton, ...]:
        """Return what was found in the catalogue."""
        return tuple(self.found)

    def put(self, network: Network, side: Side) -> None:
        """Have ``network`` on ``side``."""
        self.take(self.draft.with_side(network, side))
        self._show_open_question()

    def add_first_found(self) -> bool:
        """Add the first that the search found; tell whether there was one."""
        if not self.found:
            return False
        self.found[0].click()
        return True

    def show_asked(self) -> None:
        """Show the networks of the draft."""
        self._empty()
        here = [each for each in self.draft.asked if each.app is not None]
        others = [each for each in self.draft.asked if each.app is None]
        often = Text("Often used") if here else Text("Used most")
        for title, group in ((Text("Found on this computer"), here), (often, others)):
            if group:
                self._place.addWidget(label(self.words.say(title), "small"))
                grid = QGridLayout()
                spaced(grid, spacing=8)
                self._place.addLayout(grid)
                chips = [self._chip(each) for each in group if each.id in self._networks]
                self._groups.append((grid, chips))
        self._arrange()
        self._show_open_question()
        self._put_in_tab_order()

    def fit(self, width: int) -> None:
        """Stand two beside each other, or one."""
        is_wide = width >= two_chips(self.words)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange()

    def _chip(self, guess: NetworkGuess) -> NetworkChip:
        made = self.chips[guess.id] = NetworkChip(self, self._networks[guess.id], guess)
        return made

    def _arrange(self) -> None:
        columns = 2 if self._is_wide else 1
        for grid, chips in self._groups:
            for number, chip in enumerate(chips):
                grid.addWidget(chip, number // columns, number % columns)
            for column in range(2):
                grid.setColumnStretch(column, int(column < columns))

    def _empty(self) -> None:
        for chip in self.chips.values():
            chip.hide()
            chip.deleteLater()
        self.chips, self._groups = {}, []
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
            elif (layout := item.layout()) is not None:
                layout.deleteLater()

    def _show_open_question(self) -> None:
        names = [each.network.name for each in self.chips.values() if each.sides.value is None]
        said = self.words.plural(
            "Stays open until you put it on a side: {names}.",
            "Stay open until you put them on a side: {names}.",
            len(names),
            names=", ".join(names),
        )
        self.open_question.setText(said)
        self.open_question.setVisible(bool(names))
        self._say_by_accounts()

    def _say_by_accounts(self) -> None:
        names = [each.network.name for each in self.chips.values() if each.has_accounts]
        said = self.words.plural(
            "{names} has accounts, and they say its side: Settings, “Networks”, changes them.",
            "{names} have accounts, and they say their sides: Settings, “Networks”, changes them.",
            len(names),
            names=", ".join(names),
        )
        self.by_accounts.setText(said)
        self.by_accounts.setVisible(bool(names))
        for chip in self.chips.values():
            chip.sides.setToolTip(said if chip.has_accounts else "")
            chip.sides.setAccessibleDescription(said if chip.has_accounts else "")

    def _add_search(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(
            self.words.text("Add another: search {count} networks", count=len(self._networks))
        )
        self.search.setAccessibleName(self.words.text("Add another network"))
        self.search.textChanged.connect(self._look_for)
        self.body.addWidget(self.search)
        self._found_row = QHBoxLayout()
        spaced(self._found_row, spacing=4)
        self.body.addLayout(self._found_row)
        self.found: list[QPushButton] = []

    def _look_for(self, typed: str) -> None:
        while (item := self._found_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        wanted = typed.strip().casefold()
        self.found = []
        for each in self._matches(wanted) if wanted else ():
            said = self.words.text("+ {network}", network=each.name)
            self.found.append(button(said, "quiet", partial(self._add, each)))
        nothing = label(self.words.text("Not in the catalogue. Your own networks can be added later."), "small")
        shown: list[QWidget] = [*self.found] or ([nothing] if wanted else [])
        for widget in shown:
            self._found_row.addWidget(widget)
            widget.show()
        self._found_row.addStretch(1)
        self._put_in_tab_order()

    def _put_in_tab_order(self) -> None:
        read_in_order(self.window())  # what follows below the step, too

    def _matches(self, wanted: str) -> list[Network]:
        found = [each for each in self._networks.values() if each.id not in self.chips and _fits(each, wanted)]
        return sorted(found, key=lambda each: not each.name.casefold().startswith(wanted))[:MOST_FOUND]

    def _add(self, network: Network) -> None:
        self.take(self.draft._replace(asked=(*self.draft.asked, NetworkGuess(network.id))))
        self.search.clear()
        self.show_asked()
        chosen = [each for each in self.chips[network.id].sides.buttons() if each.isChecked()]
        (chosen or self.chips[network.id].sides.buttons())[0].setFocus()


def two_chips(words: Words) -> int:
    """Return how wide two chips beside each other are."""
    name = QFontMetrics(theme.font(theme.BODY, is_strong=True)).horizontalAdvance(LONG_NAME)
    plain = QFontMetrics(theme.font(theme.BODY))
    sides = sum(plain.horizontalAdvance(words.say(each)) + theme.units(14) + 4 for _, each in SIDES)
    return 2 * (name + sides + theme.units(SMALL_ICON + 40)) + theme.units(GAP)


def _fits(network: Network, wanted: str) -> bool:
    return wanted in network.name.casefold() or any(wanted in site for site in network.sites)
