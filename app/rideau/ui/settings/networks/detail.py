# SPDX-License-Identifier: MIT
"""What is known of one network, and how does a person change it? A panel beside the board, never in its way."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rideau.domain.app_id import app_key
from rideau.domain.error import UsageError
from rideau.domain.host import check_site_pattern
from rideau.domain.network import AppIds, Kind, Network, Side
from rideau.domain.network_board import app_keys
from rideau.domain.network_edit import COLUMNS, column_of, forgotten, removed, told_apart, with_network
from rideau.domain.network_search import name_typed, pattern_typed
from rideau.domain.settings import NetworkSettings, Settings
from rideau.domain.text import Text
from rideau.services.rules import networks_of
from rideau.ui import theme
from rideau.ui.kit import Pills, scrolling
from rideau.ui.settings.networks import apps_field
from rideau.ui.settings.networks.accounts_field import AccountsField
from rideau.ui.settings.networks.here import Here, here_lines
from rideau.ui.settings.networks.lines_field import LinesField, LinesKind
from rideau.ui.settings.networks.present_sides import heading
from rideau.ui.settings.page import PageServices
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import breakable, button, label, spaced
from rideau.wording.terms import kind
from rideau.wording.words import Words

Value = TypeVar("Value")
Lines = tuple[str, ...]


class DetailActs(NamedTuple):
    """Hold what the panel has done for it."""

    move: Callable[[str, Side], None]
    close: Callable[[], None]


class Subject(NamedTuple):
    """Hold one network as it is, as it ships, and what the person said of it."""

    network: Network
    shipped: Network | None
    """None for one of the person's own."""
    said: NetworkSettings
    problems: tuple[tuple[str, str], ...] = ()
    """What does not hold in the file: the place below the network (``sites[0]``), and what is wrong with it."""


class Detail(QFrame):
    """Show one network; ``show_subject`` brings it up to date and leaves the keyboard where it is."""

    def __init__(self, services: PageServices, words: Words, subject: Subject, acts: DetailActs) -> None:
        """Build the panel of ``subject``."""
        super().__init__()
        self.setProperty("role", "panel")
        self._services = services
        self._words = words
        self._acts = acts
        self.subject = subject
        self.setAccessibleName(subject.network.name)
        frame = QVBoxLayout(self)
        spaced(frame, margin=4, spacing=0)
        frame.addLayout(self._head())
        inner = QWidget()
        self._body = QVBoxLayout(inner)
        spaced(self._body, margin=12, spacing=14)
        self._build()
        self._body.addStretch(1)
        frame.addWidget(scrolling(inner), 1)

    def show_subject(self, subject: Subject, here: Here) -> None:
        """Show ``subject`` and what of it is on this computer."""
        self.subject = subject
        network, said = subject.network, subject.said
        self.title.setText(breakable(network.name))
        if self.name is not None and not self.name.hasFocus():
            self.name.setText(network.name)
            self.name.setCursorPosition(0)
        self._show_problems()
        self._show_side(network)
        self.accounts.show_accounts(network.accounts)
        is_own = subject.shipped is None
        self.sites.show_lines(network.sites, is_said=is_own or said.sites is not None)
        self.exceptions.show_lines(network.exceptions, is_said=said.exceptions is not None)
        self.exceptions.setVisible(bool(network.sites))
        self.names.show_lines(network.notifications, is_said=is_own or said.notifications is not None)
        self.apps.show_apps(network.apps, here.apps, is_said=is_own or said.apps is not None)
        keys = {app_key(each) for each in apps_field.here(network.apps)}
        mine = tuple(each.name for each in here.apps if not app_keys([each]).isdisjoint(keys))
        self._here.setText("\n".join(here_lines(self._words, here, network, mine)))
        self._here_part.setVisible(bool(self._here.text()))
        self.forget.setVisible(is_own or said != NetworkSettings())
        read_in_order(self)

    def _show_problems(self) -> None:
        """Say what does not hold in the file at its field, and above all fields what has none of its own."""
        fields = {"sites": self.sites, "exceptions": self.exceptions, "notifications": self.names}
        said: dict[str, list[str]] = {}
        for place, wrong in self.subject.problems:
            key = place.partition("[")[0]
            said.setdefault(key if key in fields else "", []).append(wrong)
        lines = {
            key: self._words.text(
                "In the file: {what} Until that is right, what stands here holds; a change here takes its place.",
                what=" ".join(found),
            )
            for key, found in said.items()
        }
        for key, field in fields.items():
            field.show_problem(lines.get(key, ""))
        self._wrong.setText(lines.get("", ""))
        self._wrong.setVisible("" in lines)

    def _show_side(self, network: Network) -> None:
        words = self._words
        column = column_of(network)
        self.sides.choose(column if column in COLUMNS else None)
        said = {
            Side.MIXED: words.text(
                "Work and private life share it. With the extension and a browser profile for work, only that one is"
                " closed. Elsewhere it counts on the side you choose; on Mixed it is left alone."
            ),
            Side.UNASSIGNED: words.text("On no side, so nothing is done to it."),
        }
        self._mixed.setText(said.get(network.side, ""))
        self._mixed.setVisible(network.side in said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the panel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._acts.close()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        edge = theme.units(12)
        row.setContentsMargins(edge, theme.units(8), theme.units(4), 0)
        self.title = label(self.subject.network.name, "sentence")
        row.addWidget(self.title, 1)
        self.close_button = button(self._words.text("Done"), "quiet", self._acts.close)
        self.close_button.setAccessibleName(self._words.text("Close the details"))
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _build(self) -> None:
        words, is_own = self._words, self.subject.shipped is None
        origin = words.text("one of your own") if is_own else words.text("from the catalogue")
        sort = self.subject.network.kind
        said = (kind(words, sort), origin) if sort is not Kind.OTHER else (origin,)
        self._body.addWidget(label(" · ".join(said), "small"))
        self._wrong = label("", "problem")
        self._body.addWidget(self._wrong)
        self.name = self._name_field() if is_own else None
        self._build_side()
        self.accounts = AccountsField(words, lambda accounts: self._keep(self.subject.said._replace(accounts=accounts)))
        self._body.addWidget(self.accounts)
        self.sites = self._sites(words.text("Sites"), words.text("No site yet."), self._say_sites)
        out = words.text("Nothing is left out.")
        self.exceptions = self._sites(words.text("Not part of it"), out, self._say_exceptions)
        self.apps = apps_field.AppsField(words, self._say_apps)
        self._body.addWidget(self.apps)
        self.names = self._names()
        self._build_here()
        self._build_end()

    def _build_side(self) -> None:
        words = self._words
        part = QVBoxLayout()
        spaced(part, spacing=6)
        part.addWidget(label(words.text("Side"), "strong"))
        self.sides: Pills[Side] = Pills(
            [(each, heading(words, each)) for each in COLUMNS],
            lambda side: self._acts.move(self.subject.network.id, side),
            words.text("Side"),
        )
        part.addWidget(self.sides)
        self._mixed = label("", "small")
        part.addWidget(self._mixed)
        self._body.addLayout(part)

    def _name_field(self) -> QLineEdit:
        field = QLineEdit(self.subject.network.name)
        field.setCursorPosition(0)  # a long name is read from its beginning
        field.setAccessibleName(self._words.text("Name of the network"))
        field.editingFinished.connect(self._renamed)
        self._body.addWidget(field)
        return field

    def _renamed(self) -> None:
        assert self.name is not None  # noqa: S101 - only its own field calls this
        name, network = name_typed(self.name.text()), self.subject.network
        if not name:
            self.name.setText(network.name)
        elif name != network.name:
            said = self.subject.said._replace(name=name)
            if said.notifications == (network.name,):
                said = said._replace(notifications=(name,))
            self._keep(said)

    def _sites(self, title: str, none: str, say: Callable[[Lines], None]) -> LinesField:
        to_ascii, words = self._services.to_ascii, self._words

        def problem(line: str) -> str:
            try:
                check_site_pattern(line, to_ascii)
            except UsageError as error:
                return words.error(error)
            return ""

        def cleaned(typed: str) -> str:
            return pattern_typed(typed, to_ascii)

        kind_ = LinesKind(title, words.text("example.com or example.com/path"), none, cleaned, problem)
        made = LinesField(words, kind_, say)
        self._body.addWidget(made)
        return made

    def _names(self) -> LinesField:
        words = self._words
        kind_ = LinesKind(
            words.text("Notifies as"),
            words.text("A name that its notifications bear"),
            words.text("Under no name."),
            name_typed,
            lambda _: "",
        )
        made = LinesField(words, kind_, self._say_names)
        self._body.addWidget(made)
        return made

    def _build_here(self) -> None:
        self._here_part = QWidget()
        part = QVBoxLayout(self._here_part)
        spaced(part, spacing=4)
        part.addWidget(label(self._words.text("On this computer"), "strong"))
        self._here = label("", "second")
        part.addWidget(self._here)
        self._body.addWidget(self._here_part)

    def _build_end(self) -> None:
        words, is_own = self._words, self.subject.shipped is None
        said = words.text("Remove this network") if is_own else words.text("Forget my changes")
        self.forget = button(said, "quiet", self._ask if is_own else self._forget)
        self._body.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignLeading)
        self.asking = QWidget()
        asking = QVBoxLayout(self.asking)
        spaced(asking, spacing=6)
        asking.addWidget(label(words.text("Its accounts, sites and rules go with it.")))
        row = QHBoxLayout()
        spaced(row)
        self.remove = button(words.text("Remove"), "", self._remove)
        self.keep = button(words.text("Keep it"), "quiet", self._ask)
        row.addWidget(self.remove)
        row.addWidget(self.keep)
        row.addStretch(1)
        asking.addLayout(row)
        self.asking.hide()
        self._body.addWidget(self.asking)

    def _say_sites(self, lines: Lines) -> None:
        new = {each.casefold() for each in lines} - {each.casefold() for each in self.subject.network.sites}
        networks = networks_of(self._settings, self._services.sources) if new else ()
        taken = [(site, each.name) for each in networks for site in each.sites if site.casefold() in new]
        self._keep(self.subject.said._replace(sites=self._unless_ships(lines, lambda each: each.sites)))
        said = (
            self._words.text("{site} was part of {network}; it is part of this one now.", site=site, network=name)
            for site, name in taken
        )
        self.sites.say("\n".join(said))

    def _say_exceptions(self, lines: Lines) -> None:
        self._keep(self.subject.said._replace(exceptions=self._unless_ships(lines, lambda each: each.exceptions)))

    def _say_names(self, lines: Lines) -> None:
        own = self._unless_ships(lines, lambda each: each.notifications)
        self._keep(self.subject.said._replace(notifications=own))

    def _say_apps(self, apps: AppIds) -> None:
        self._keep(self.subject.said._replace(apps=self._unless_ships(apps, lambda each: each.apps)))

    def _unless_ships(self, value: Value, of: Callable[[Network], Value]) -> Value | None:
        """Return ``value``, or nothing to say where that is what ships."""
        shipped = self.subject.shipped
        return None if shipped is not None and of(shipped) == value else value

    def _keep(self, said: NetworkSettings) -> None:
        network = self.subject.network
        if self.subject.shipped is None:
            said = told_apart(said, said.name or network.name)
        self._change(with_network(self._settings, network.id, said))

    def _forget(self) -> None:
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        for each in (self.sites, self.exceptions, self.names):
            each.is_unlocked = False
        self._change(forgotten(self._settings, self.subject.network.id))

    def _ask(self) -> None:
        is_asking = self.asking.isHidden()
        self.asking.setVisible(is_asking)
        self.forget.setVisible(not is_asking)
        (self.keep if is_asking else self.forget).setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        self._change(removed(self._settings, self.subject.network.id))
        self._acts.close()

    @property
    def _settings(self) -> Settings:
        return self._services.desk.settings

    def _change(self, after: Settings) -> None:
        if after != self._settings:
            self._services.desk.change(after, Text("{network}", network=self.subject.network.name))
