# SPDX-License-Identifier: MIT
"""How long are the last minutes of work, and before which closings?"""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QHBoxLayout, QLabel, QPushButton

from rideau.domain.day_count import next_wind_down
from rideau.domain.settings import Settings, WindDown
from rideau.domain.text import Text
from rideau.services.rules import schedule_of, zone_of
from rideau.ui import theme
from rideau.ui.dates import locale_of
from rideau.ui.kit import Panel, Stepper
from rideau.ui.settings.hours.section import HoursSection
from rideau.ui.widgets import button, label, spaced
from rideau.wording.moments import clock_time, duration, weekday
from rideau.wording.words import Words

MAX_MINUTES, MAX_HOURS = 240, 168
_AHEAD = timedelta(days=8)
_EVENING = 17


class HoursStepper(QDoubleSpinBox):
    """Be a number of hours, halves too."""

    def __init__(self, name: str, unit: str, locale: QLocale) -> None:
        """Begin at nothing."""
        super().__init__()
        self.setLocale(locale)
        self.setRange(0, MAX_HOURS)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setSuffix(f"\u00a0{unit}")
        self.setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(theme.units(6), 0, theme.units(6), 0)  # Qt gives it none of the padding

    def textFromValue(self, value: float) -> str:
        """Write no more decimals than there are."""
        return self.locale().toString(value, "g", 6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page."""
        event.ignore()


class WindDownSection(HoursSection):
    """Change both numbers, and say when it begins next."""

    key = "wind-down"
    title = Text("Wind-down")
    places = ("wind_down",)
    minutes: Stepper
    gap: HoursStepper
    truth: QLabel
    _asked: Settings | None = None

    def summary(self, settings: Settings) -> str:
        """Say both numbers."""
        wind_down = settings.wind_down
        if not wind_down.minutes:
            return self.words.text("Off: work ends when it ends.")
        minutes = duration(self.words, timedelta(minutes=wind_down.minutes))
        gap = duration(self.words, timedelta(hours=wind_down.min_gap_hours))
        if not wind_down.min_gap_hours:
            return self.words.text("The last {minutes} before every closing.", minutes=minutes)
        return self.words.text(
            "The last {minutes} before every closing of at least {gap}, not before lunch.", minutes=minutes, gap=gap
        )

    def build_editor(self, panel: Panel) -> None:
        """Build the two numbers, each with buttons for the mouse."""
        words = self.words
        panel.body.addWidget(
            label(words.text("A last quiet stretch to finish and to put things down, before the curtain."), "second")
        )
        self.minutes = Stepper((0, MAX_MINUTES), words.text("Minutes before closing"), step=5, unit=words.text("min"))
        self.minutes.setSpecialValueText(words.text("off"))
        self.gap = HoursStepper(words.text("Only before closings of at least"), words.text("h"), locale_of(words))
        self.minutes.setLocale(locale_of(words))
        for name, field in (
            (words.text("Before closing"), self.minutes),
            (words.text("Only before closings of at least"), self.gap),
        ):
            panel.body.addLayout(self._stepped(name, field))
            field.valueChanged.connect(lambda _value: self._edited())
        self.truth = label("", "yes")
        panel.body.addWidget(self.truth)

    def show_editor(self) -> None:
        """Show both numbers, and ask when it begins next."""
        wind_down = self.settings.wind_down
        for field, value in ((self.minutes, wind_down.minutes), (self.gap, wind_down.min_gap_hours)):
            with QSignalBlocker(field):
                field.setValue(value)  # type: ignore[arg-type]  # each its own kind of number
        self.gap.setEnabled(bool(wind_down.minutes))
        if self.settings != self._asked:
            self._asked = self.settings
            self._ask(self.settings)

    def focus_editor(self) -> None:
        """Begin with the minutes."""
        self.minutes.setFocus()

    def _stepped(self, name: str, field: QAbstractSpinBox) -> QHBoxLayout:
        row = QHBoxLayout()
        spaced(row, spacing=4)
        said = label(name, "")
        said.setBuddy(field)
        field.setMinimumWidth(theme.units(112))
        row.addWidget(said, 1)
        row.addWidget(_step(field, "\u2212", self.words.text("{name}: less", name=name), -1))
        row.addWidget(field)
        row.addWidget(_step(field, "+", self.words.text("{name}: more", name=name), 1))
        return row

    def _edited(self) -> None:
        after = WindDown(self.minutes.value(), self.gap.value())
        self.change(self.settings._replace(wind_down=after), Text("Wind-down"), "wind-down")

    def _ask(self, settings: Settings) -> None:
        sources = self.services.sources
        now = sources.clock.now()

        def look() -> datetime | None:
            intervals = schedule_of(settings, sources, (), now).intervals(now, now + _AHEAD)
            return next_wind_down(intervals, now)

        self.services.worker.run(look, partial(self._say_truth, settings, now), lambda _error: self.truth.setText(""))

    def _say_truth(self, settings: Settings, now: datetime, begins: datetime | None) -> None:
        if settings == self._asked:
            zone = zone_of(settings, self.services.sources.clock)
            self.truth.setText(_begins(self.words, begins, now.astimezone(zone)) if settings.wind_down.minutes else "")


def _begins(words: Words, begins: datetime | None, now: datetime) -> str:
    """Return when it begins next, as said at ``now``, in the zone of which it is read."""
    if begins is None:
        return words.text("No closing of the next days is long enough for it.")
    local = begins.astimezone(now.tzinfo)
    at, days = clock_time(words, local), (local.date() - now.date()).days
    if days == 0:
        evening = words.text("Tonight it begins at {time}.", time=at)
        return evening if local.hour >= _EVENING else words.text("Today it begins at {time}.", time=at)
    if days == 1:
        return words.text("Tomorrow it begins at {time}.", time=at)
    return words.text("Next it begins on {day} at {time}.", day=weekday(words, local), time=at)


def _step(field: QAbstractSpinBox, sign: str, name: str, by: int) -> QPushButton:
    made = button(sign, "quiet", lambda: field.stepBy(by))
    made.setAutoRepeat(True)
    made.setAccessibleName(name)
    return made
