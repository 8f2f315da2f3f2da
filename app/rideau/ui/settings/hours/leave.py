# SPDX-License-Identifier: MIT
"""When is the person away: from when until when, half days too, and how many work days does that take?"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from rideau.domain import day_edit
from rideau.domain.day_count import DaysTaken, days_taken, hours_on, midday_of
from rideau.domain.settings import MINUTES_PER_DAY, Hours, Leave, Settings
from rideau.domain.text import Text
from rideau.services.rules import zone_of
from rideau.ui import theme
from rideau.ui.dates import date_field, set_on
from rideau.ui.settings.hours.entries import EntriesSection
from rideau.ui.settings.hours.entry_form import EntryForm, line
from rideau.ui.settings.hours.row_painter import LARGE, Row
from rideau.ui.widgets import Choice, spaced
from rideau.wording import stays
from rideau.wording.words import Words

_NAMED = 2
_STEP = 30
_WHOLE = -1
_MINUTES_PER_HOUR = 60


class DayEnd(QBoxLayout):
    """Ask for one end of a leave: a date, whole, half, or from (until) a time."""

    def __init__(self, words: Words, names: tuple[str, str], *, is_start: bool) -> None:
        """Build the two fields; ``names`` say what the date and the part of it are."""
        along, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        super().__init__(along if theme.scale() < LARGE else down)
        spaced(self, spacing=8)
        self.words = words
        self._is_start = is_start
        self._midday = 0
        self.on = date_field(date(2000, 1, 1), names[0], words)
        self.part = Choice()
        self.part.setAccessibleName(names[1])
        self.part.setMinimumWidth(theme.units(264))
        self.part.setMaxVisibleItems(14)
        for each in (self.on, self.part):
            self.addWidget(each, alignment=Qt.AlignmentFlag.AlignLeading)
        self.addStretch(1)

    def listen(self, on_edit: Callable[[], None]) -> None:
        """Call ``on_edit`` at every edit."""
        self.on.dateChanged.connect(lambda _date: on_edit())
        self.part.activated.connect(lambda _index: on_edit())

    def load(self, moment: date | datetime, midday: int) -> None:
        """Show ``moment``; ``midday`` is where that day has its middle."""
        set_on(self.on, day_edit.day_of(moment))
        minute = moment.hour * _MINUTES_PER_HOUR + moment.minute if isinstance(moment, datetime) else _WHOLE
        self._offer(midday, minute)

    def follow(self, midday: int) -> None:
        """Offer another middle of the day; a half day stays a half day."""
        chosen = self.part.currentData()
        self._offer(midday, midday if chosen == self._midday else chosen)

    @property
    def moment(self) -> date | datetime:
        """Return what is chosen."""
        minute = self.part.currentData()
        if minute is None or minute == _WHOLE:
            return self.on.on
        return datetime.combine(self.on.on, time(minute // _MINUTES_PER_HOUR, minute % _MINUTES_PER_HOUR))

    def _offer(self, midday: int, minute: int) -> None:
        self._midday = midday
        self.part.clear()
        self.part.addItem(self.words.text("the whole day"), _WHOLE)
        half = self._half(midday)
        self.part.addItem(half, midday)
        self.part.insertSeparator(2)
        others = {*range(0, MINUTES_PER_DAY, _STEP), minute} - {_WHOLE, midday}
        for each in sorted(others):
            self.part.addItem(self._said(each), each)
        self.part.setCurrentIndex(max(0, self.part.findData(minute)))

    def _half(self, midday: int) -> str:
        at = stays.minute(self.words, midday)
        if self._is_start:
            return self.words.text("the afternoon, from {time}", time=at)
        return self.words.text("the morning, until {time}", time=at)

    def _said(self, minute: int) -> str:
        at = stays.minute(self.words, minute)
        return self.words.text("from {time}", time=at) if self._is_start else self.words.text("until {time}", time=at)


class LeaveForm(EntryForm[Leave]):
    """Write from when until when, and what it is called."""

    def __init__(self, words: Words, hours: Callable[[], Hours], today: date) -> None:
        """Build the fields; a new leave is offered for the Monday after ``today``."""
        super().__init__(words)
        self._hours = hours
        self._next_monday = today + timedelta(days=7 - today.weekday())
        self.start = DayEnd(words, (words.text("From"), words.text("From which time")), is_start=True)
        self.until = DayEnd(words, (words.text("Until, included"), words.text("Until which time")), is_start=False)
        self.label = line(words.text("Label"), words.text("Summer, parental leave…"), self.edited)
        self.add_field(words.text("From"), self.start)
        self.add_field(words.text("Until, included"), self.until)
        self.add_field(words.text("Label"), self.label)
        self.first = self.start.on
        self.start.listen(self._started)
        self.until.listen(self._ended)
        self._is_new = True
        self.finish()

    def load(self, entry: Leave | None) -> None:
        """Show ``entry``, or a day."""
        shown = entry or Leave(self._next_monday, self._next_monday)
        self._is_new = entry is None
        self.start.load(shown.start, self._midday(day_edit.day_of(shown.start)))
        self.until.load(shown.until, self._midday(day_edit.day_of(shown.until)))
        self.label.setText(shown.label)
        self.label.setCursorPosition(0)

    def value(self) -> Leave | Text:
        """Return what stands there."""
        start, until = self.start.moment, self.until.moment
        return day_edit.leave_problem(start, until) or Leave(start, until, self.label.text())

    def _started(self) -> None:
        if self._is_loading:
            return
        self._is_loading = True
        if self._is_new and self.until.on.on < self.start.on.on:
            set_on(self.until.on, self.start.on.on)
            self.until.follow(self._midday(self.until.on.on))
        self.start.follow(self._midday(self.start.on.on))
        self._is_loading = False
        self.edited()

    def _ended(self) -> None:
        if self._is_loading:
            return
        self.until.follow(self._midday(self.until.on.on))
        self.edited()

    def _midday(self, day: date) -> int:
        return midday_of(hours_on(self._hours(), {}, day))


class LeaveSection(EntriesSection[Leave]):
    """List the leaves."""

    key = "leave"
    title = Text("Leave")
    places = ("hours.leave",)

    def summary(self, settings: Settings) -> str:
        """Name the next two, and how many more are to come."""
        coming = sorted((each for each in settings.hours.leave if not self._is_past(each)), key=self.order_of)
        if not coming:
            return self.words.text("None to come. Whatever falls inside it is closed.")
        said = [self._said(each) for each in coming[:_NAMED]]
        if (more := len(coming) - _NAMED) > 0:
            said.append(self.words.plural("and one more", "and {count} more", more))
        return " · ".join(said)

    def entries(self, settings: Settings) -> tuple[Leave, ...]:
        """Return the leaves."""
        return settings.hours.leave

    def with_entries(self, entries: tuple[Leave, ...]) -> Settings:
        """Return the settings with these."""
        return day_edit.with_leave(self.settings, entries)

    def row_of(self, number: int, entry: Leave) -> Row:
        """Say from when to when, and the label."""
        when = stays.stay(self.words, entry, self._today)
        return Row(number, when, note=entry.label, is_past=self._is_past(entry))

    def order_of(self, entry: Leave) -> str:
        """Sort by start."""
        return day_edit.first_moment(entry.start).isoformat()

    def name_of(self, entry: Leave) -> Text:
        """Say what it is called, or when it is."""
        return Text("Leave: {stay}", stay=entry.label or stays.stay(self.words, entry, self._today))

    def make_form(self) -> LeaveForm:
        """Return the form."""
        return LeaveForm(self.words, lambda: self.settings.hours, self._today)

    def add_text(self) -> str:
        """Offer a leave."""
        return self.words.text("+ Leave")

    def show_facts(self, entry: Leave | None, number: int) -> None:
        """Say how many work days it takes, and which other leave it overlaps."""
        if entry is None:
            self.form.say_fact("")
            return
        holidays, hours = self.settings.hours.holidays, self.settings.hours
        years = range(day_edit.day_of(entry.start).year - 1, min(day_edit.day_of(entry.until).year + 1, 9998) + 1)
        language = self.words.language

        def counted() -> DaysTaken:
            found = self.services.sources.holidays.dates(holidays, years[:4], language) if holidays else {}
            return days_taken(hours, found, entry)

        other = day_edit.overlapped(hours.leave, entry, number)
        self._asked = entry
        self.services.worker.run(counted, lambda found: self._say_facts(entry, other, found), lambda _error: None)

    def _say_facts(self, entry: Leave, other: Leave | None, found: DaysTaken) -> None:
        if entry != self._asked or self.editing == -1:
            return
        said = stays.taken(self.words, found)
        if other is not None:
            overlap = self.words.text("It overlaps another one: {leave}.", leave=self._said(other))
            said = f"{overlap} {said}"
        is_first = self.form.fact.isHidden()
        self.form.say_fact(said)
        if is_first and self.panel is not None:
            self.reveal(self.panel)

    def _said(self, entry: Leave) -> str:
        when = stays.stay(self.words, entry, self._today)
        return self.words.text("{stay} ({label})", stay=when, label=entry.label) if entry.label else when

    def _is_past(self, entry: Leave) -> bool:
        return day_edit.last_day(entry) < self._today

    @property
    def _today(self) -> date:
        clock = self.services.sources.clock
        return clock.now().astimezone(zone_of(self.settings, clock)).date()

    _asked: Leave | None = None
