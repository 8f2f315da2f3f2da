# SPDX-License-Identifier: MIT
"""How is Rideau gentle? The Reminders page: how tips come, all of them, and what else is gentle in a day."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rideau.domain.text import Text
from rideau.services.settings_desk import DeskState
from rideau.ui.kit import Pills
from rideau.ui.settings.page import Page, PageServices
from rideau.ui.settings.reminders.coming_section import AskedSection, ComingSection
from rideau.ui.settings.reminders.rows import ReminderSection
from rideau.ui.widgets import spaced
from rideau.wording.words import Words


class View(StrEnum):
    """Name one of the views of the page."""

    COMING = "coming"
    TIPS = "tips"
    DAY = "day"


_VIEWS = {
    "reminders": View.COMING,
    "wind_down": View.DAY,
    "pause": View.DAY,
    "batches": View.DAY,
    "check_in": View.DAY,
    "away": View.DAY,
}


class _Inner(QWidget):
    def minimumSizeHint(self) -> QSize:
        """Ask for no height, as pages do: wrapped labels would ask for that of their narrowest."""
        return QSize(super().minimumSizeHint().width(), 0)


class RemindersPage(Page):
    """Show one of three views; each is built when it is first shown."""

    title = Text("Reminders")

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the page with its first view."""
        super().__init__(services, words)
        self._state: DeskState | None = None
        self.views: dict[View, QWidget] = {}
        self._tell: dict[View, Callable[[DeskState], None]] = {}
        self._sections: list[ReminderSection] = []
        self.pills: Pills[View] = Pills(
            [
                (View.COMING, words.text("How they come")),
                (View.TIPS, words.text("All tips")),
                (View.DAY, words.text("Around the day")),
            ],
            self.choose,
            words.text("View"),
        )
        self.body.addWidget(self.pills)
        self.choose(View.COMING)

    def choose(self, view: View) -> None:
        """Show ``view``."""
        if view not in self.views:
            self._build(view)
        self.pills.choose(view)
        for name, each in self.views.items():  # no stack of widgets: it is as high as the highest of them
            each.setVisible(name is view)
        if self._state is not None:
            self._tell[view](self._state)

    def show_state(self, state: DeskState) -> None:
        """Show ``state`` in the view that is to be seen; the others learn of it when they are."""
        self._state = state
        if self.pills.value is not None:
            self._tell[self.pills.value](state)

    def show_place(self, place: str) -> None:
        """Show the section where ``place`` of the settings file is changed."""
        first = place.partition(".")[0]
        if place.startswith(("reminders.off", "reminders.rarer")):
            self.choose(View.TIPS)
        elif first in _VIEWS:
            self.choose(_VIEWS[first])
            section = next(each for each in self._sections if first in each.places)
            stops = (each for each in section.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
            first_stop = next(stops)
            first_stop.setFocus()
            self.ensure_seen(first_stop)

    def _build(self, view: View) -> None:
        if view is View.TIPS:
            from rideau.ui.settings.reminders.tips_view import TipsView  # noqa: PLC0415 - when it is shown

            tips = TipsView(self.services, self.words)
            self.views[view], self._tell[view] = tips, tips.show_state
        elif view is View.COMING:
            self._put(view, ComingSection(self.services, self.words), AskedSection(self.services, self.words))
        else:
            from rideau.ui.settings.reminders import day_sections  # noqa: PLC0415 - when it is shown
            from rideau.ui.settings.reminders.batches_section import BatchesSection  # noqa: PLC0415 - as above

            sections = (
                day_sections.RitualSection,
                BatchesSection,
                day_sections.BreathSection,
                day_sections.AwaySection,
                day_sections.CheckInSection,
            )
            self._put(view, *(each(self.services, self.words) for each in sections))
        self.body.addWidget(self.views[view], 1)

    def _put(self, view: View, *sections: ReminderSection) -> None:
        inner = _Inner()
        column = QVBoxLayout(inner)
        spaced(column, spacing=24)
        for each in sections:
            column.addWidget(each)
        column.addStretch(1)
        self._sections += sections

        def tell(state: DeskState) -> None:
            for each in sections:
                each.show_settings(state.settings)

        self.views[view], self._tell[view] = inner, tell
