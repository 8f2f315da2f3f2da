# SPDX-License-Identifier: MIT
"""When is the person away, and how many work days does that take?"""

from rideau.domain import day_edit
from rideau.domain.day_count import DaysTaken, days_taken
from rideau.domain.settings import Leave, Settings
from rideau.domain.text import Text
from rideau.ui.settings.hours.entries import EntriesSection
from rideau.ui.settings.hours.leave_form import LeaveForm
from rideau.ui.settings.hours.row_painter import Row
from rideau.wording import stays

_NAMED = 2


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
        when = stays.stay(self.words, entry, self.today)
        return Row(number, when, note=entry.label, is_past=self._is_past(entry))

    def order_of(self, entry: Leave) -> str:
        """Sort by start."""
        return day_edit.first_moment(entry.start).isoformat()

    def name_of(self, entry: Leave) -> Text:
        """Say what it is called, or when it is."""
        return Text("Leave: {stay}", stay=entry.label or stays.stay(self.words, entry, self.today))

    def make_form(self) -> LeaveForm:
        """Return the form."""
        return LeaveForm(self.words, lambda: self.settings.hours, self.today)

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
        when = stays.stay(self.words, entry, self.today)
        return self.words.text("{stay} ({label})", stay=when, label=entry.label) if entry.label else when

    def _is_past(self, entry: Leave) -> bool:
        return day_edit.last_day(entry) < self.today

    _asked: Leave | None = None
