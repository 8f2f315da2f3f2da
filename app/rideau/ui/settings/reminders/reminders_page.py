# SPDX-License-Identifier: MIT
"""How is Rideau gentle? The Reminders page: how tips come, all of them, and what else is gentle in a day."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rideau.domain.text import Text
from rideau.services.settings_desk import DeskState
from rideau.ui.settings.reminders.coming_section import AskedSection, ComingSection
from rideau.ui.settings.reminders.rows import ReminderSection
from rideau.ui.settings.views_page import Told, ViewsPage
from rideau.ui.widgets import spaced


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


class _Column(QWidget):
    """Hold some sections, one below the other."""

    def __init__(self, *sections: ReminderSection) -> None:
        super().__init__()
        self.sections = sections
        column = QVBoxLayout(self)
        spaced(column, spacing=24)
        for each in sections:
            column.addWidget(each)
        column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Ask for no height, as pages do: wrapped labels would ask for that of their narrowest."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_state(self, state: DeskState) -> None:
        """Show what holds in each of them."""
        for each in self.sections:
            each.show_settings(state.settings)


class RemindersPage(ViewsPage[View]):
    """Show how reminders come, all tips, or what else is gentle in a day."""

    title = Text("Reminders")

    def named(self) -> Sequence[tuple[View, str]]:
        """Return the three views."""
        text = self.words.text
        return (
            (View.COMING, text("How they come")),
            (View.TIPS, text("All tips")),
            (View.DAY, text("Around the day")),
        )

    def show_place(self, place: str) -> None:
        """Show the section where ``place`` of the settings file is changed."""
        first = place.partition(".")[0]
        if place.startswith(("reminders.off", "reminders.rarer")):
            self.choose(View.TIPS)
        elif first in _VIEWS:
            self.choose(_VIEWS[first])
            column = self.views[_VIEWS[first]]
            assert isinstance(column, _Column)  # noqa: S101 - every view of _VIEWS is one
            section = next(each for each in column.sections if first in each.places)
            stops = (each for each in section.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
            first_stop = next(stops)
            first_stop.setFocus()
            self.ensure_seen(first_stop)

    def build(self, view: View) -> tuple[QWidget, Told]:
        """Return ``view``, and what tells it of a state."""
        if view is View.TIPS:
            from rideau.ui.settings.reminders.tips_view import TipsView  # noqa: PLC0415 - when it is shown

            tips = TipsView(self.services, self.words)
            return tips, tips.show_state
        if view is View.COMING:
            first = _Column(ComingSection(self.services, self.words), AskedSection(self.services, self.words))
            return first, first.show_state
        from rideau.ui.settings.reminders import day_sections  # noqa: PLC0415 - when it is shown
        from rideau.ui.settings.reminders.batches_section import BatchesSection  # noqa: PLC0415 - as above

        sections = (
            day_sections.RitualSection,
            BatchesSection,
            day_sections.BreathSection,
            day_sections.AwaySection,
            day_sections.CheckInSection,
        )
        column = _Column(*(each(self.services, self.words) for each in sections))
        return column, column.show_state
