# SPDX-License-Identifier: MIT
"""When is the shop open? Step one: a preset, the days, one or two ranges, the country's holidays."""

from enum import Enum
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rideau.domain.plain_week import PlainWeek, in_order, range_between
from rideau.domain.settings import MINUTES_PER_DAY, SYSTEM, Holidays
from rideau.domain.text import Text
from rideau.ui.assistant.day_strip import DayStrip
from rideau.ui.assistant.draft import SHIFTS
from rideau.ui.assistant.step import Step
from rideau.ui.assistant.time_field import TimeField
from rideau.ui.day_pills import DayPills
from rideau.ui.flow import Flow
from rideau.ui.kit import Pills
from rideau.ui.widgets import Tick, label, spaced
from rideau.wording.countries import countries

EN_DASH = "\u2013"


class Preset(Enum):
    """Name the ways to have hours."""

    OFFICE = Text("Office")
    LUNCH = Text("With a lunch break")
    SHIFTS = Text("Shifts: I'll draw them later")
    KEPT = Text("As they are")


class HoursStep(Step):
    """Ask for the hours."""

    title = Text("When are you at work?")
    hint = Text("Outside these hours, Rideau closes your work networks. You can draw the hours finely later.")

    def build(self) -> "HoursStep":
        """Put the parts together; return itself."""
        self._preset = self._present_preset()
        week = self.draft.week
        self._days = week.days if week and week != SHIFTS else self.house.guesses.week.days
        self._fields: list[TimeField] = []
        self._trouble = ""
        choices = [each for each in Preset if each is not Preset.KEPT or self._preset is Preset.KEPT]
        said = self.words.say
        self.presets = Pills([(each, said(each.value)) for each in choices], self._choose, said(Text("My hours")))
        self.presets.choose(self._preset)
        self.body.addWidget(self.presets)
        self.body.addWidget(self._days_row())
        self._ranges = QWidget()
        self._ranges_row = Flow(spacing=16)
        self._ranges.setLayout(self._ranges_row)
        self.body.addWidget(self._ranges)
        self.strip = DayStrip()
        self.body.addWidget(self.strip)
        self.problem = label(role="problem")
        self.note = label(role="second")
        self.body.addWidget(self.problem)
        self.body.addWidget(self.note)
        self._add_foot()
        self._show()
        return self

    def trouble(self) -> str:
        """Return what does not hold of the hours."""
        return self._trouble

    def first(self) -> QWidget:
        """Return the preset that holds."""
        return next(each for each in self.presets.buttons() if each.isChecked())

    def _present_preset(self) -> Preset:
        week = self.draft.week
        if week is None:
            return Preset.KEPT
        if week == SHIFTS:
            return Preset.SHIFTS
        return {1: Preset.OFFICE, 2: Preset.LUNCH}.get(len(week.ranges), Preset.KEPT)

    def _days_row(self) -> QWidget:
        made = self._days_place = DayPills(self.words, self.words.text("Days of work"), self._days_chosen)
        made.show_days(self._days)
        self.days = made.buttons
        return made

    def _add_foot(self) -> None:
        foot = QVBoxLayout()
        spaced(foot, spacing=4)
        guesses = self.house.guesses
        name = countries(self.words.language).get(guesses.country, guesses.country)
        self.holidays = Tick(self.words.text("Closed on public holidays ({country})", country=name))
        has_holidays = self.draft.settings.hours.holidays is not None
        self.holidays.setChecked(has_holidays or self._preset is Preset.SHIFTS)
        self.holidays.toggled.connect(self._holidays_toggled)
        foot.addWidget(self.holidays)
        zone = self.draft.settings.hours.timezone
        here = self.house.page.sources.clock.zone().key
        said = Text("Times are this computer's: {zone}.") if zone == SYSTEM else Text("Times are those of {zone}.")
        zone_name = (here if zone == SYSTEM else zone).replace("_", " ")
        self.zone = label(self.words.text(said.template, zone=zone_name), "small")
        foot.addWidget(self.zone)
        self.body.addLayout(foot)

    def _choose(self, preset: Preset) -> None:
        guesses, self._preset = self.house.guesses, preset
        if preset is Preset.SHIFTS:
            self.take(self.draft.with_week(SHIFTS).with_holidays(None))
        elif preset is Preset.KEPT:
            self.take(self.draft.with_hours_of(self.house.page.desk.settings))
        else:
            ranges = guesses.whole if preset is Preset.OFFICE else guesses.lunch
            self.take(self.draft.with_week(PlainWeek(self._days, ranges)))
        if preset is not Preset.SHIFTS:
            self._holidays_toggled(self.holidays.isChecked())
        self._show()

    def _show(self) -> None:
        """Show what belongs to the preset that holds."""
        is_plain = self._preset in {Preset.OFFICE, Preset.LUNCH}
        for each in (self._days_place, self._ranges):
            each.setVisible(is_plain)
        are_drawn_later = self._preset is Preset.SHIFTS and self.draft.settings.hours.holidays is None
        self.holidays.setVisible(bool(self.house.guesses.country) and not are_drawn_later)
        week = self.draft.week
        self.strip.setVisible(week is not None)
        if week is not None:
            self.strip.show_ranges(week.ranges)
        self._build_fields(week if is_plain else None)
        self._say("")
        self.note.setVisible(not is_plain)
        if self._preset is Preset.SHIFTS:
            self.note.setText(self.words.text("Until you draw your shifts, under Hours, nothing closes."))
        else:
            self.note.setText(self.words.text("Your hours stay as you drew them."))

    def _build_fields(self, week: PlainWeek | None) -> None:
        while (item := self._ranges_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = []
        for number, each in enumerate(week.ranges if week else ()):
            if number:
                self._ranges_row.addWidget(_plain(self.words.text("and")))
            first, again = (Text("Opens at"), Text("Closes at")), (Text("Opens again at"), Text("Closes again at"))
            names = again if number else first
            start, end = (
                TimeField(minute % MINUTES_PER_DAY, self.words.say(name), self.words, self._edited)
                for minute, name in zip(each, names, strict=True)
            )
            self._ranges_row.addWidget(_beside(start, _plain(EN_DASH), end))
            self._fields += [start, end]
        for part in self._ranges.findChildren(QWidget):
            part.show()  # Tab comes to what is shown
        self._put_in_tab_order()

    def _put_in_tab_order(self) -> None:
        order = [self.days[-1], *self._fields, self.holidays]
        for one, after in pairwise(order):
            QWidget.setTabOrder(one, after)

    def _days_chosen(self) -> None:
        self._days = frozenset(self._days_place.days)
        self._edited()

    def _edited(self) -> None:
        """Take up what stands in the fields, where it holds."""
        times = [each.minute for each in self._fields]
        ranges = in_order(range_between(start, end) for start, end in zip(times[::2], times[1::2], strict=True))
        if ranges is None:
            self._say(self.words.text("These hours overlap."))
        elif not self._days:
            self._say(self.words.text("On which days are you at work?"))
        else:
            self._say("")
            self.strip.show_ranges(ranges)
        if ranges is not None and self._days:
            self.take(self.draft.with_week(PlainWeek(self._days, ranges)))
        else:
            self.take(self.draft)

    def _holidays_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - what Qt tells
        self.take(self.draft.with_holidays(self._known_holidays() if is_on else None))

    def _known_holidays(self) -> Holidays | None:
        return self.house.page.desk.settings.hours.holidays or self.house.guesses.holidays

    def _say(self, trouble: str) -> None:
        self._trouble = trouble
        self.problem.setText(trouble)
        self.problem.setVisible(bool(trouble))


def _beside(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    spaced(row)
    for each in parts:
        row.addWidget(each)
    return made


def _plain(text: str) -> QWidget:
    made = label(text, "second")
    made.setWordWrap(False)
    return made
