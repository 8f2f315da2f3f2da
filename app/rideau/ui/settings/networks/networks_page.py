# SPDX-License-Identifier: MIT
"""Which networks does the person have, what happens to them when, and how are they kept apart? The Networks page."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QScrollArea, QWidget

from rideau.domain.text import Text
from rideau.services.settings_desk import DeskState
from rideau.ui import theme
from rideau.ui.kit import Pills, scrolling
from rideau.ui.settings.networks.sides import SidesView
from rideau.ui.settings.page import Page, PageServices
from rideau.wording.words import Words


class View(StrEnum):
    """Name one of the views of the page."""

    SIDES = "sides"
    POLICY = "policy"
    AUDIT = "audit"


class NetworksPage(Page):
    """Show one of three views; each is built when it is first shown."""

    title = Text("Your networks")

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the page with its first view."""
        super().__init__(services, words)
        self._state: DeskState | None = None
        self._views: dict[View, QWidget] = {}
        self._tell: dict[View, Callable[[DeskState], None]] = {}
        self.pills: Pills[View] = Pills(
            [
                (View.SIDES, words.text("Sides")),
                (View.POLICY, words.text("What each phase does")),
                (View.AUDIT, words.text("Keep apart")),
            ],
            self.choose,
            words.text("View"),
        )
        self.body.addWidget(self.pills)
        self.choose(View.SIDES)

    @property
    def sides(self) -> SidesView:
        """Return the first view, which is always there."""
        made = self._views[View.SIDES]
        assert isinstance(made, SidesView)  # noqa: S101 - built by the constructor
        return made

    def choose(self, view: View) -> None:
        """Show ``view``."""
        if view not in self._views:
            self._build(view)
        self.pills.choose(view)
        for each in self._views.values():  # no stack of widgets: it is as high as the highest of them
            each.hide()
        self._views[view].show()
        if self._state is not None:
            self._tell[view](self._state)

    def show_state(self, state: DeskState) -> None:
        """Show ``state`` in the view that is to be seen; the others learn of it when they are."""
        self._state = state
        if self.pills.value is not None:
            self._tell[self.pills.value](state)

    def show_place(self, place: str) -> None:
        """Show the view where ``place`` of the settings file is changed."""
        first, _, rest = place.partition(".")
        views = {"networks": View.SIDES, "policy": View.POLICY, "limits": View.POLICY, "audit": View.AUDIT}
        if first in views:
            self.choose(views[first])
        if first == "networks":
            self.sides.open(_first_key(rest))

    def _build(self, view: View) -> None:
        if view is View.SIDES:
            sides = SidesView(self.services, self.words, lambda: self.choose(View.AUDIT))
            self._views[view], self._tell[view] = sides, sides.show_state
        elif view is View.POLICY:
            from rideau.ui.settings.networks.policy_table import PolicyTable  # noqa: PLC0415 - when it is shown

            table = PolicyTable(self.services, self.words)
            self._views[view], self._tell[view] = _scrolled(table), table.show_state
        else:
            from rideau.ui.settings.networks.audit import AuditView  # noqa: PLC0415 - when it is shown

            audit = AuditView(self.services, self.words)
            self._views[view], self._tell[view] = _scrolled(audit), audit.show_state
        self.body.addWidget(self._views[view], 1)


def _first_key(path: str) -> str:
    """Return the first key of a path as TOML writes it: one with a dot in it stands in quotes."""
    return path.split('"')[1] if path.startswith('"') else path.partition(".")[0]


def _scrolled(inner: QWidget) -> QScrollArea:
    inner.setContentsMargins(0, 0, theme.units(8), 0)  # the scroll bar touches no card
    return scrolling(inner)
