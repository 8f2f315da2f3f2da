# SPDX-License-Identifier: MIT
"""What else is gentle in a day: the evening's ritual, a breath before entering, hand-overs, the check-in."""

import re
from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from rideau.domain.settings import AWAY_PLACEHOLDER, Settings
from rideau.domain.text import Text
from rideau.ui import theme
from rideau.ui.kit import Stepper
from rideau.ui.settings.reminders.rows import ReminderSection
from rideau.ui.widgets import label, restyle

MOST_TIMES = 4
_TIME = re.compile(r"([01]?[0-9]|2[0-3])(?:(?:[:.]| ?h ?)([0-5][0-9])| ?h)?", re.ASCII)
"""A time of day as people type it: 9:30, 9 h 30, 9h, 9."""


class RitualSection(ReminderSection):
    """Change when the ritual is offered."""

    title = Text("The last minutes of the day")
    hint_text = Text("A small window: what is left, what went well, a thought for tomorrow. Skipping it costs nothing.")
    places = ("wind_down",)

    def build(self) -> None:
        """Build the one number."""
        field = Stepper((0, 120), self.words.text("Offered before closing"), step=5, unit=self.words.text("min"))
        field.setSpecialValueText(self.words.text("never"))
        self.minutes = self.number(
            Text("Offered before closing"),
            field,
            lambda held: held.wind_down.ritual_minutes,
            lambda held, value: held._replace(wind_down=held.wind_down._replace(ritual_minutes=value)),
        )


class BreathSection(ReminderSection):
    """Change the breath before entering."""

    title = Text("A breath before entering")
    hint_text = Text("Where a network is set to “pause”: a few seconds and “what for?”, then you are in.")
    places = ("pause",)

    def build(self) -> None:
        """Build the two numbers."""
        text = self.words.text
        self.seconds = self.number(
            Text("How long the breath is"),
            Stepper((3, 8), text("How long the breath is"), unit=text("s")),
            lambda held: held.breath.seconds,
            lambda held, value: held._replace(breath=held.breath._replace(seconds=value)),
        )
        self.minutes = self.number(
            Text("How long you are in then"),
            Stepper((1, 60), text("How long you are in then"), unit=text("min")),
            lambda held: held.breath.minutes,
            lambda held, value: held._replace(breath=held.breath._replace(minutes=value)),
        )


class BatchesSection(ReminderSection):
    """Change when notifications are handed over."""

    title = Text("Notifications in batches")
    hint_text = Text(
        "Inside your hours, work notifications wait and come together. None at all can unsettle; three suit most."
    )
    places = ("batches",)

    def build(self) -> None:
        """Build the switch and the three lines."""
        text = self.words.text
        self.on = self.tick(
            Text("Hand them over together"),
            None,
            lambda held: held.batches.is_on,
            lambda held, is_on: held._replace(batches=held.batches._replace(is_on=is_on)),
        )
        self.times = self._line(text("At these times"), text("10:00, 14:00, 17:15; empty follows your hours"))
        self.wrong = label("", "problem")
        self.wrong.hide()
        self.panel.body.addWidget(self.wrong)
        self.senders = self._line(text("People who come through at once"), text("Alex, Léa"))
        self.times.editingFinished.connect(self._times_typed)
        self.times.textEdited.connect(lambda _typed: self._say(""))
        self.senders.editingFinished.connect(self._senders_typed)
        self.shows(self._show)

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.setPlaceholderText(placeholder)
        said = label(name)
        said.setBuddy(made)
        self.panel.body.addWidget(said)
        self.panel.body.addWidget(made)
        return made

    def _show(self, settings: Settings) -> None:
        batches = settings.batches
        for field, said in ((self.times, _typed(batches.times)), (self.senders, ", ".join(batches.urgent_senders))):
            if not field.hasFocus() or not field.isModified():
                with QSignalBlocker(field):
                    field.setText(said)

    def _times_typed(self) -> None:
        times = _times(self.times.text())
        self._say(self.words.text("One to four times, as 10:00, 14:30.") if times is None else "")
        batches = self.services.desk.settings.batches
        if times is not None and times != batches.times:
            self.change(lambda held: held._replace(batches=batches._replace(times=times)), Text("Times of the batches"))
        if times is not None:
            self.times.setModified(False)

    def _senders_typed(self) -> None:
        names = tuple(dict.fromkeys(each.strip() for each in self.senders.text().split(",") if each.strip()))
        batches = self.services.desk.settings.batches
        if names != batches.urgent_senders:
            after = batches._replace(urgent_senders=names)
            self.change(lambda held: held._replace(batches=after), Text("Urgent people"))
        self.senders.setModified(False)

    def _say(self, problem: str) -> None:
        self.wrong.setText(problem)
        self.wrong.setVisible(bool(problem))
        restyle(self.times, problem=bool(problem))


class CheckInSection(ReminderSection):
    """Change whether and how often to be asked."""

    title = Text("How work goes")
    hint_text = Text("Three questions on work, a minute at most, for your eyes only. They stay on this computer.")
    places = ("check_in",)

    def build(self) -> None:
        """Build the switch and the number."""
        text = self.words.text
        self.on = self.tick(
            Text("Ask me now and then"),
            None,
            lambda held: held.check_in.is_on,
            lambda held, is_on: held._replace(check_in=held.check_in._replace(is_on=is_on)),
        )
        self.weeks = self.number(
            Text("Every"),
            Stepper((4, 26), text("Weeks between two check-ins"), unit=text("weeks")),
            lambda held: held.check_in.every_weeks,
            lambda held, value: held._replace(check_in=held.check_in._replace(every_weeks=value)),
        )


class AwaySection(ReminderSection):
    """Change the away message."""

    title = Text("What people are told while you are away")
    hint_text = Text(
        "It is copied for you in the evening. {opening} becomes the next opening; empty is Rideau's own.",
        opening=AWAY_PLACEHOLDER,
    )
    places = ("away",)

    def build(self) -> None:
        """Build the field; it is saved when one leaves it."""
        self.message = _Message(self._typed)
        self.message.setAccessibleName(self.words.say(self.title))
        self.message.setTabChangesFocus(True)
        self.message.setMaximumHeight(theme.units(88))
        self.panel.body.addWidget(self.message)
        self.wrong = label("", "problem")
        self.wrong.hide()
        self.panel.body.addWidget(self.wrong)
        self.shows(self._show)

    def _show(self, settings: Settings) -> None:
        if not self.message.hasFocus() and self.message.toPlainText() != settings.away_message:
            self.message.setPlainText(settings.away_message)

    def _typed(self) -> None:
        said = self.message.toPlainText().strip()
        is_fine = "{" not in said.replace(AWAY_PLACEHOLDER, "") and "}" not in said.replace(AWAY_PLACEHOLDER, "")
        self.wrong.setText(
            "" if is_fine else self.words.text("Only {opening} stands in braces.", opening=AWAY_PLACEHOLDER)
        )
        self.wrong.setVisible(not is_fine)
        if is_fine and said != self.services.desk.settings.away_message:
            self.change(lambda held: held._replace(away_message=said), Text("Away message"))


class _Message(QPlainTextEdit):
    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that one left it."""
        super().focusOutEvent(event)
        self._left()


def _typed(times: tuple[int, ...]) -> str:
    return ", ".join(f"{each // 60:02}:{each % 60:02}" for each in times)


def _times(typed: str) -> tuple[int, ...] | None:
    """Return the times that ``typed`` means, sorted; None where it means none."""
    matches = [_TIME.fullmatch(piece.strip()) for piece in re.split("[,;]", typed) if piece.strip()]
    found = {int(each[1]) * 60 + int(each[2] or 0) for each in matches if each}
    is_fine = all(matches) and len(found) <= MOST_TIMES
    return tuple(sorted(found)) if is_fine else None
