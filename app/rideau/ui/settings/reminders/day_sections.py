# SPDX-License-Identifier: MIT
"""What else is gentle in a day: the evening's ritual, a breath before entering, the away message, the check-in."""

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from rideau.domain.settings import AWAY_PLACEHOLDER, Settings
from rideau.domain.text import Text
from rideau.ports.settings_window import SettingsPage
from rideau.ui import theme
from rideau.ui.kit import Stepper
from rideau.ui.settings.reminders.rows import ReminderSection
from rideau.ui.widgets import Choice, label
from rideau.wording.countries import countries
from rideau.wording.wind_down import away_message


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
        (self.look,) = self.ways((self.words.text("Look at it now…"), SettingsPage.EVENING))


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
        self.country = Choice()
        self.country.setAccessibleName(text("Country of the places to turn to"))
        self.country.setMaxVisibleItems(14)
        self.country.setMinimumContentsLength(22)
        self.country.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._offer_countries()
        self.country.activated.connect(self._choose_country)
        self.row(Text("Country of the places to turn to"), self.country)
        self.shows(self._show_country)
        self.answer, self.turn_to = self.ways(
            (text("Answer now…"), SettingsPage.CHECK_IN), (text("Places to turn to…"), SettingsPage.HELP)
        )

    def _offer_countries(self) -> None:
        self.country.addItem(self.words.text("as your hours say"), "")
        self.country.insertSeparator(self.country.count())
        for code, name in countries(self.words.language).items():
            self.country.addItem(name, code)

    def _show_country(self, settings: Settings) -> None:
        country = settings.check_in.country
        if self.country.findData(country) < 0:  # written into the file by hand
            self.country.addItem(country, country)
        self.country.setCurrentIndex(self.country.findData(country))

    def _choose_country(self, row: int) -> None:
        country = str(self.country.itemData(row) or "")
        self.change(lambda held: held._replace(check_in=held.check_in._replace(country=country)), Text("Country"))


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
        self.message.setPlaceholderText(away_message(self.words, "", AWAY_PLACEHOLDER))
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
