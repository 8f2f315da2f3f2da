# SPDX-License-Identifier: MIT
"""What will happen tonight? The last surface: one sentence, and the curtain to try."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from rideau.domain.evening import Evening, evening_of
from rideau.domain.network import Network
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.services.held import hours_alone
from rideau.services.rules import networks_of, schedule_of, zone_of
from rideau.ui.assistant.draft import Draft, Household
from rideau.ui.assistant.step import Step
from rideau.ui.kit import Panel
from rideau.ui.widgets import button, label, spaced
from rideau.wording.evening import said_waiting, tonight
from rideau.wording.words import Words


class LastStep(Step):
    """Say it, and let the curtain be tried."""

    title = Text("What happens tonight")

    def build(self, on_try: Callable[[], None]) -> "LastStep":
        """Put the parts together; return itself."""
        panel = Panel(margin=24, spacing=16)
        self.sentence = label(tonight(self.words, evening(self.house, self.draft)), "sentence")
        panel.body.addWidget(self.sentence)
        self.try_button = button(self.words.text("&Try the curtain for ten seconds"), "", on_try)
        row = QHBoxLayout()
        spaced(row)
        row.addWidget(self.try_button)
        row.addStretch(1)
        panel.body.addLayout(row)
        self.body.addWidget(panel)
        waiting = label(waits(self.house, self.draft, self.words), "notice")
        waiting.setVisible(bool(waiting.text()))
        self.waiting = waiting
        self.body.addWidget(waiting)
        where = Text(
            "Rideau lives beside your clock: its little shutter says how far the day is."
            " You can change everything there."
        )
        self.body.addWidget(label(self.words.say(where), "second"))
        self.problem = label(role="problem")
        self.problem.hide()
        self.body.addWidget(self.problem)
        return self

    def own_buttons(self) -> tuple[QAbstractButton, ...]:
        """Return what tries the curtain."""
        return (self.try_button,)

    def first(self) -> QWidget | None:
        """Leave the keyboard to the main button."""
        return None


def evening(house: Household, draft: Draft) -> Evening:
    """Return what ``draft`` comes to tonight."""
    sources, settings = house.page.sources, draft.settings
    now = sources.clock.now()
    schedule = schedule_of(settings, sources, (), now)
    return evening_of(schedule, named(house, draft), settings, now, zone_of(settings, sources.clock))


def waits(house: Household, draft: Draft, words: Words) -> str:
    """Return what is to be known where it is closed by now, at a level that holds: what would loosen it waits."""
    page, sources = house.page, house.page.sources
    now, settings = sources.clock.now(), page.desk.settings
    schedule = hours_alone(schedule_of(settings, sources, page.overrides(), now))
    if draft.said_over(settings, settings) == settings or schedule.phase_at(now).is_open:
        return ""
    if settings.lock_level is LockLevel.GENTLE:
        return ""
    return said_waiting(words, schedule.next_opening(now), now, zone_of(settings, sources.clock))


def named(house: Household, draft: Draft) -> tuple[Network, ...]:
    """Return the networks that were asked about, as ``draft`` has them, in the order they were shown."""
    by_id = {each.id: each for each in networks_of(draft.settings, house.page.sources)}
    return tuple(by_id[each.id] for each in draft.asked if each.id in by_id)
