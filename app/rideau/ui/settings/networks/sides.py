# SPDX-License-Identifier: MIT
"""On which side of life does each network stand, and what is known of it? The first view of the Networks page."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rideau.domain.audit import open_steps
from rideau.domain.network import Network, Side
from rideau.domain.network_board import BEST_KNOWN, is_here, shown_networks
from rideau.domain.network_edit import COLUMNS, column_of, created, moved, placed
from rideau.domain.network_search import NetworkSearch, own_name, pattern_typed, plain, site_typed
from rideau.domain.partition import merge_networks
from rideau.domain.settings import NetworkSettings, Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem
from rideau.services.settings_desk import DeskState
from rideau.services.settings_edits import key_path
from rideau.ui import theme
from rideau.ui.settings.networks.board import Board, BoardActs
from rideau.ui.settings.networks.here import Here
from rideau.ui.settings.networks.own_row import OwnRow
from rideau.ui.settings.networks.present_sides import (
    HEADINGS,
    Card,
    card,
    moved_line,
    waits_line,
)
from rideau.ui.settings.networks.remarks import Remarks
from rideau.ui.settings.networks.search import Hit, Results, SearchField, hits_of, side_for
from rideau.ui.settings.networks.standing import is_undecided, standing
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import label, spaced
from rideau.wording.words import Words

if TYPE_CHECKING:
    from rideau.ui.settings.networks.detail import Detail, Subject

OWN = "+"
"""The id of the result that makes a network of the person's own: no network has it."""
_HINT = Text("Drag a network to the side of your life where it belongs, or open it and choose there.")
_DETAIL_WIDTH, _BOARD_WIDTH, _MOST_HITS = 384, 500, 50
_LONGEST_WAIT_MS = 24 * 60 * 60 * 1000
"""A timer counts no further than some weeks; once a day is often enough to look again."""


class SidesView(QWidget):
    """Show the board, the search over it, the details beside it, and what is worth knowing under it."""

    def __init__(self, services: PageServices, words: Words, on_steps: Callable[[], None]) -> None:
        """Build the view; ``on_steps`` shows the steps to take. What is here is looked up once the view stands."""
        super().__init__()
        self._services = services
        self._words = words
        self.here = Here(services, self._refresh)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._say_what_holds)
        self._has_undecided = False
        self._has_looked = False
        self._settings: Settings | None = None
        self._problems: tuple[SettingsProblem, ...] = ()
        self._networks: dict[str, Network] = {}
        self._shipped = {each.id: each for each in services.sources.catalogue.networks()}
        self._search = NetworkSearch((), services.to_ascii)
        self.detail: Detail | None = None
        self._row = QHBoxLayout(self)
        spaced(self._row, spacing=16)
        self._build_left(on_steps)
        self._row.addWidget(self._left, 1)
        self._order_tabs()

    def show_state(self, state: DeskState) -> None:
        """Show the networks as ``state`` has them."""
        if state.settings is self._settings and state.problems == self._problems:
            return
        self._settings, self._problems = state.settings, state.problems
        self.remarks.say("")
        self._refresh()

    def move_to(self, id_: str, side: Side) -> None:
        """Put a network on ``side``, say what that changed, and keep the keyboard with it."""
        before = self._networks.get(id_)
        if before is None:  # another hand took it away meanwhile
            return
        anyway = id_ in BEST_KNOWN or is_here(before, self.here.keys)
        shipped = self._shipped[id_].default_side if anyway and id_ in self._shipped else None
        after = moved(self._said_so_far, before, shipped, side, self._new_account(before))
        self._put(before, after, side)

    def open(self, id_: str) -> None:
        """Show what is known of a network."""
        from rideau.ui.settings.networks.detail import Detail, DetailActs  # noqa: PLC0415 - 20 ms, when it is asked for

        self.close_detail()
        network = self._networks.get(id_)
        if network is None:
            return
        self.detail = Detail(
            self._services, self._words, self._subject(id_), DetailActs(self.move_to, self.close_detail)
        )
        self._row.addWidget(self.detail)
        self.board.mark(id_)
        self._refresh_detail()
        self._make_room()
        self.detail.show()
        self.detail.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_detail(self) -> None:
        """Put the details away and go back to the card."""
        if self.detail is None:
            return
        gone, self.detail = self.detail, None
        self.board.mark("")
        self._left.show()
        is_searching = self._stack.currentWidget() is self.results
        if is_searching or not self.board.focus_card(gone.subject.network.id):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()
        self._row.removeWidget(gone)
        gone.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Look up what is on this computer once the view is to be seen: nobody waits for that."""
        super().showEvent(event)
        if not self._has_looked:
            self._has_looked = True
            QTimer.singleShot(0, self, self.here.look)

    def changeEvent(self, event: QEvent) -> None:
        """Say anew what holds when the person comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self._settings is not None:
            self._say_what_holds()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the details their room: beside the board, or in its place where there is not enough for both."""
        super().resizeEvent(event)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to search on Ctrl+F; put the row for a network of one's own away on Escape."""
        is_find = event.key() == Qt.Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_find:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.own.isVisible():
            self.own.turn()
        else:
            super().keyPressEvent(event)

    def _build_left(self, on_steps: Callable[[], None]) -> None:
        words = self._words
        self._left = QWidget()
        body = QVBoxLayout(self._left)
        spaced(body, spacing=10)
        body.addWidget(label(words.say(_HINT), "second"))
        self._build_search(body)
        self.board = Board(words, BoardActs(self.move_to, self.open))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.board)
        self._stack.addWidget(self.results)
        body.addWidget(self._stack, 1)
        self.remarks = Remarks(words, on_steps)
        body.addWidget(self.remarks)

    def _build_search(self, body: QVBoxLayout) -> None:
        words = self._words
        self.results = Results(words, self._put_hit, self.open)
        row = QHBoxLayout()
        spaced(row)
        placeholder = words.text("Search {count} networks by name or address", count=len(self._shipped))
        self.field = SearchField(self.results, placeholder, words.text("Clear the search"))
        self.field.textChanged.connect(self._typed)
        row.addWidget(self.field, 1)
        self.own = OwnRow(words, lambda typed: self._create(typed, Side.WORK))
        row.addWidget(self.own.opener)
        body.addLayout(row)
        body.addWidget(self.own)

    def _order_tabs(self) -> None:
        """Have Tab go on in reading order: the results were made before the field that they belong to."""
        over = [self.field, self.own.opener, self.own.field, self.own.add]
        found = [self.results.list, *self.results.sides.buttons(), self.results.details, self.results.main]
        board = [each.list for each in self.board.columns.values()]
        for before, after in pairwise([*over, *found, *board, self.remarks.explain, self.remarks.steps_button]):
            self.setTabOrder(before, after)

    def _refresh(self) -> None:
        settings, words = self._settings, self._words
        if settings is None:
            return
        networks = merge_networks(self._shipped.values(), settings.networks)
        self._networks = {each.id: each for each in networks}
        self._search = NetworkSearch(networks, self._services.to_ascii)
        shown = shown_networks(networks, settings, self.here.keys)
        cards: dict[Side, list[Card]] = {side: [] for side in COLUMNS}
        for each in shown:
            cards[column_of(each)].append(card(words, each, settings))
        undecided = [each for each in shown if is_undecided(each, settings)]
        self._has_undecided = bool(undecided)
        self._say_what_holds()
        self.board.show_cards(cards)
        self.remarks.show_networks(undecided, len(open_steps(settings)))
        self.remarks.show_browsers(self.here.browsers)
        self._refresh_detail()

    def _say_what_holds(self) -> None:
        """Say under each heading what holds now, and say it anew when that turns."""
        settings, services = self._said_so_far, self._services
        sources = services.sources
        said = standing(self._words, settings, sources, services.overrides(), is_undecided=self._has_undecided)
        self.board.say(said.subtitles)
        self._turn.stop()
        if said.turn is not None:
            ahead = 1 + (said.turn - sources.clock.now()) // timedelta(milliseconds=1)
            self._turn.start(min(ahead, _LONGEST_WAIT_MS))

    def _refresh_detail(self) -> None:
        if self.detail is None:
            return
        id_ = self.detail.subject.network.id
        if id_ in self._networks:
            self.detail.show_subject(self._subject(id_), self.here)
        else:
            self.close_detail()

    def _subject(self, id_: str) -> "Subject":
        from rideau.ui.settings.networks.detail import Subject  # noqa: PLC0415 - as above

        said = self._said_so_far.networks.get(id_, NetworkSettings())
        place = f"{key_path('networks', id_)}."
        wrong = (each for each in self._problems if each.place.startswith(place))
        problems = tuple((each.place.removeprefix(place), self._words.say(each.message)) for each in wrong)
        return Subject(self._networks[id_], self._shipped.get(id_), said, problems)

    def _make_room(self) -> None:
        if self.detail is None:
            return
        is_wide = self.width() >= theme.units(_DETAIL_WIDTH + _BOARD_WIDTH)
        self._left.setVisible(is_wide)
        if is_wide:
            self.detail.setFixedWidth(theme.units(_DETAIL_WIDTH))
        else:
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(16_777_215)

    def _put(self, before: Network, after: Settings, side: Side) -> None:
        if after == self._said_so_far:
            return
        self._services.desk.change(after, Text("{network} on {side}", network=before.name, side=HEADINGS[side]))
        if before.id in self._networks:
            now = self._networks[before.id]
            waits = waits_line(self._words, (before, now), self._said_so_far, self._services)
            if now != before or before.id in self._said_so_far.networks:  # else it could not be saved
                self.remarks.say(f"{moved_line(self._words, before, now)} {waits}".strip())
        if self.detail is None:
            self.board.focus_card(before.id)

    @property
    def _said_so_far(self) -> Settings:
        return self._services.desk.settings

    def _new_account(self, network: Network) -> str:
        return self._words.text("Work") if network.side is Side.PERSONAL else self._words.text("Me")

    def _typed(self, typed: str) -> None:
        """Show what was found; a network of the person's own is always one way to go on."""
        if not plain(typed):
            self._stack.setCurrentWidget(self.board)
            return
        hits = hits_of(self._words, self._said_so_far, self._search.found(typed)[:_MOST_HITS])
        if self._search.known(typed) is None:
            said = self._words.text("a network of my own")
            hits.append(Hit(Card(OWN, f"+ {typed.strip()}", said), Side.WORK))
        self.results.show_hits(hits)
        self._stack.setCurrentWidget(self.results)

    def _put_hit(self, id_: str, side: Side) -> None:
        typed = self.field.text()
        self.field.clear()
        if id_ == OWN:
            self._create(typed, side)
            return
        before = self._networks[id_]
        self._put(before, placed(self._said_so_far, before, side, self._new_account(before)), side)
        self.board.focus_card(id_)

    def _create(self, typed: str, side: Side) -> None:
        """Make a network of what was typed, its name or its address, and show it for the rest."""
        known, to_ascii = self._search.known(typed), self._services.to_ascii
        if known is not None:
            self._take_in(known)
            return
        site = site_typed(typed, to_ascii)
        if site and self._search.owner(typed) is not None:  # a corner of a known place: the place itself stays there
            site = pattern_typed(typed if "://" in typed else f"https://{typed.strip()}", to_ascii)
        name = site or own_name(typed, to_ascii)
        after, id_ = created(self._said_so_far, self._networks, name, side, site)
        self._services.desk.change(after, Text("{network}", network=name))
        if id_ in self._networks:
            self.remarks.say(self._words.text("{network} is yours now.", network=self._networks[id_].name))
            self.open(id_)

    def _take_in(self, known: Network) -> None:
        """Show a network that was there before somebody made it."""
        if all(each.list.cards.row_of(known.id) < 0 for each in self.board.columns.values()):
            side = side_for(known)
            self._put(known, placed(self._said_so_far, known, side, self._new_account(known)), side)
        self.remarks.say(self._words.text("{network} is known already.", network=known.name))
        self.open(known.id)
