# SPDX-License-Identifier: MIT
"""How are exact times typed? Two fields beside the bar; Enter takes them, Escape leaves all as it was."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from rideau.domain.settings import MINUTES_PER_DAY, ClockRange
from rideau.domain.typed_time import minute_meant
from rideau.domain.week_edit import DAYS, STEP, Place, Weeks, snapped
from rideau.ui import theme
from rideau.ui.settings.hours.beside import Beside
from rideau.ui.widgets import label, restyle, spaced
from rideau.wording.week_lines import day_said, row_name, time_said
from rideau.wording.words import Words


class TimeField(QLineEdit):
    """Be a time of the day, typed as people type it; the arrow keys go up and down by a step of the grid."""

    def __init__(self, words: Words, name: str) -> None:
        """Take a name for screen readers."""
        super().__init__()
        self._words = words
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumWidth(theme.units(112))

    @property
    def minute(self) -> int | None:
        """Return the minute of the day that stands in it, 0 to 1440; None where that is no time."""
        return minute_meant(self.text())

    def put(self, minute: int) -> None:
        """Show a minute of the day, or of the next one."""
        self.setText(time_said(self._words, minute))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step up and down; all else is typing."""
        step = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}.get(Qt.Key(event.key()))
        if step is None or self.minute is None:
            super().keyPressEvent(event)
        else:
            self.put((snapped(self.minute) + step) % MINUTES_PER_DAY)
            self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be ready to be typed over."""
        super().focusInEvent(event)
        self.selectAll()


class TimeEditor(Beside):
    """Ask for the exact times of a stretch."""

    def __init__(
        self,
        timeline: QWidget,
        words: Words,
        take: Callable[[Place, int, int], str],
        go_back: Callable[[Place], None],
    ) -> None:
        """``take`` sets times and returns why not; ``go_back`` gives the focus back to a bar."""
        super().__init__(timeline, words, go_back)
        self._take = take
        self._hours = ClockRange(0, 1)
        self.start = TimeField(words, words.text("Opens at"))
        self.end = TimeField(words, words.text("Closes at"))
        self.hint = label("", "small")
        self.hint.setWordWrap(False)
        self.body.addWidget(self.heading)
        fields = QGridLayout()
        spaced(fields, spacing=4)
        fields.setHorizontalSpacing(theme.units(12))
        for column, field in enumerate((self.start, self.end)):
            named = label(field.accessibleName(), "small")
            named.setBuddy(field)
            named.setWordWrap(False)
            fields.addWidget(named, 0, column)
            fields.addWidget(field, 1, column)
            field.textChanged.connect(self._say_night)
        self.body.addLayout(fields)
        self.body.addWidget(self.hint)
        self.add_buttons(words.text("Take these times"))
        self.setAccessibleName(words.text("Exact times"))

    def open(self, place: Place, hours: ClockRange, bar: QRectF) -> None:
        """Show the times of a bar, beside it."""
        self.place, self._hours = place, hours
        self.heading.setText(row_name(self.words, place.day))
        self.start.put(hours.start)
        self.end.put(hours.end)
        self._say_night()
        self.show_beside(place, bar)

    def is_about(self, weeks: Weeks) -> bool:
        """Tell whether the stretch still stands in ``weeks`` as it was when it was opened."""
        days = weeks[self.place.week].days if self.place.week < len(weeks) else ((),) * DAYS
        return days[self.place.day][self.place.nth : self.place.nth + 1] == (self._hours,)

    def ring(self) -> list[QWidget]:
        """Come to both times, then to the ways out."""
        return [self.start, self.end, self.done, self.cancel]

    def finish(self) -> None:
        """Take the times, or say why not."""
        for field in (self.start, self.end):
            if field.minute is None:
                self._refuse(field, self.words.text("Write a time such as 9:30."))
                return
        problem = self._take(self.place, *self._times())
        if problem:
            self._refuse(self.start, problem)
        else:
            self.hide()

    def _times(self) -> tuple[int, int]:
        """Return both minutes as a stretch counts them: it may end at midnight and cannot begin there."""
        return (self.start.minute or 0) % MINUTES_PER_DAY, self.end.minute or MINUTES_PER_DAY

    def _refuse(self, field: TimeField, why: str) -> None:
        self._say(why, "problem")
        field.setFocus()
        field.selectAll()

    def _say_night(self) -> None:
        start, end = self._times()
        is_over = end < start and None not in (self.start.minute, self.end.minute)
        next_day = day_said(self.words, (self.place.day + 1) % DAYS)
        self._say(self.words.text("until {day} morning", day=next_day) if is_over else "", "small")

    def _say(self, said: str, role: str) -> None:
        self.hint.setText(said or " ")
        restyle(self.hint, role=role)
        self.adjustSize()
