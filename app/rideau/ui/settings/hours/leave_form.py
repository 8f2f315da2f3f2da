# SPDX-License-Identifier: MIT
"""How is a leave written: from when until when, whole days, half ones, or from (until) a time?"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from rideau.domain import day_edit
from rideau.domain.day_count import hours_on, midday_of
from rideau.domain.settings import MINUTES_PER_DAY, Hours, Leave
from rideau.domain.text import Text
from rideau.ui.dates import DateField
from rideau.ui.flow import Flow
from rideau.ui.settings.hours.entry_form import EntryForm, line
from rideau.ui.widgets import Choice
from rideau.wording import stays
from rideau.wording.words import Words

_STEP = 30
_WHOLE = -1
_MINUTES_PER_HOUR = 60
_LETTERS = 22
"""How wide the part of a day is, the same at both ends."""


class DayEnd(Flow):
    """Ask for one end of a leave: a date, whole, half, or from (until) a time."""

    def __init__(self, words: Words, names: tuple[str, str], *, is_start: bool) -> None:
        """Build the two fields; ``names`` say what the date and the part of it are."""
        super().__init__(spacing=8)
        self.words = words
        self._is_start = is_start
        self._midday = 0
        self.on = DateField(date(2000, 1, 1), names[0], words)
        self.part = Choice()
        self.part.setAccessibleName(names[1])
        self.part.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.part.setMinimumContentsLength(_LETTERS)
        self.part.setMaxVisibleItems(14)
        for each in (self.on, self.part):
            self.addWidget(each)

    def listen(self, on_edit: Callable[[], None]) -> None:
        """Call ``on_edit`` at every edit."""
        self.on.dateChanged.connect(lambda _date: on_edit())
        self.part.activated.connect(lambda _index: on_edit())

    def load(self, moment: date | datetime, midday: int) -> None:
        """Show ``moment``; ``midday`` is where that day has its middle."""
        self.on.on = day_edit.day_of(moment)
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
        self.add_problem()
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
            self.until.on.on = self.start.on.on
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
