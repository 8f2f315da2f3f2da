# SPDX-License-Identifier: MIT
"""Which networks does the person have, what happens to them when, and how are they kept apart? The Networks page."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtWidgets import QScrollArea, QWidget

from rideau.domain.text import Text
from rideau.ui import theme
from rideau.ui.kit import scrolling
from rideau.ui.settings.networks.sides import SidesView
from rideau.ui.settings.views_page import Told, ViewsPage


class View(StrEnum):
    """Name one of the views of the page."""

    SIDES = "sides"
    POLICY = "policy"
    AUDIT = "audit"


class NetworksPage(ViewsPage[View]):
    """Show the sides, what each phase does, or what keeps accounts apart."""

    title = Text("Your networks")

    def named(self) -> Sequence[tuple[View, str]]:
        """Return the three views."""
        text = self.words.text
        return (
            (View.SIDES, text("Sides")),
            (View.POLICY, text("What each phase does")),
            (View.AUDIT, text("Keep apart")),
        )

    @property
    def sides(self) -> SidesView:
        """Return the first view, which is always there."""
        made = self.views[View.SIDES]
        assert isinstance(made, SidesView)  # noqa: S101 - built by the constructor
        return made

    def show_place(self, place: str) -> None:
        """Show the view where ``place`` of the settings file is changed."""
        first, _, rest = place.partition(".")
        views = {"networks": View.SIDES, "policy": View.POLICY, "limits": View.POLICY, "audit": View.AUDIT}
        if first in views:
            self.choose(views[first])
        if first == "networks":
            self.sides.open(_first_key(rest))

    def build(self, view: View) -> tuple[QWidget, Told]:
        """Return ``view``, and what tells it of a state."""
        if view is View.SIDES:
            sides = SidesView(self.services, self.words, lambda: self.choose(View.AUDIT))
            return sides, sides.show_state
        if view is View.POLICY:
            from rideau.ui.settings.networks.policy_table import PolicyTable  # noqa: PLC0415 - when it is shown

            table = PolicyTable(self.services, self.words)
            return _scrolled(table), table.show_state
        from rideau.ui.settings.networks.audit import AuditView  # noqa: PLC0415 - when it is shown

        audit = AuditView(self.services, self.words)
        return _scrolled(audit), audit.show_state


def _first_key(path: str) -> str:
    """Return the first key of a path as TOML writes it: one with a dot in it stands in quotes."""
    return path.split('"')[1] if path.startswith('"') else path.partition(".")[0]


def _scrolled(inner: QWidget) -> QScrollArea:
    inner.setContentsMargins(0, 0, theme.units(8), 0)  # the scroll bar touches no card
    return scrolling(inner)
