# SPDX-License-Identifier: MIT
"""How are exact times typed? Two fields beside the bar; Enter takes them, Escape leaves all as it was."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from rideau.domain.settings import MINUTES_PER_DAY
from rideau.domain.typed_time import minute_meant
from rideau.domain.week_edit import DAYS, STEP, Place, Weeks, at, snapped
from rideau.ui import theme
from rideau.ui.kit import Panel
from rideau.ui.settings.hours.stop import Shown
from rideau.ui.widgets import button, label, spaced
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


class TimeEditor(Panel):
    """Stand over the timeline beside a bar while its times are typed."""

    def __init__(
        self,
        timeline: QWidget,
        words: Words,
        take: Callable[[Place, int, int], str],
        go_back: Callable[[Place], None],
    ) -> None:
        """``take`` sets times and returns why not; ``go_back`` gives the focus back to a bar."""
        super().__init__(margin=12)
        self._timeline = timeline
        self.setParent(timeline)
        self._words, self._take, self._go_back = words, take, go_back
        self._place = Place(0, 0, 0)
        self.heading = label("", "strong")
        self.heading.setWordWrap(False)
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
        buttons = QHBoxLayout()
        spaced(buttons)
        self.done = button(words.text("Take these times"), "main", self._finish)
        self.cancel = button(words.text("Leave it"), "quiet", self._cancel)
        buttons.addWidget(self.done)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.setAccessibleName(words.text("Exact times"))

    def open(self, shown: Shown, weeks: Weeks, bar: QRectF) -> None:
        """Show the times of a bar, beside it."""
        self._place = shown.place
        hours = at(weeks, shown.place)
        self.heading.setText(row_name(self._words, shown.place.day))
        self.start.put(hours.start)
        self.end.put(hours.end)
        self._say_night()
        self.adjustSize()
        self._stand_beside(bar)
        self.show()
        self.raise_()
        self.start.setFocus(Qt.FocusReason.PopupFocusReason)

    def leave(self) -> None:
        """Go away without effect."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the times at Enter, leave at Escape; nothing else reaches the timeline."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._cancel()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Keep Tab within, as long as it is open."""
        ring: list[QWidget] = [self.start, self.end, self.done, self.cancel]
        focused = self.focusWidget()
        if focused not in ring:
            return super().focusNextPrevChild(forward)
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        ring[(ring.index(focused) + step) % len(ring)].setFocus(reason)
        return True

    def _finish(self) -> None:
        for field in (self.start, self.end):
            if field.minute is None:
                self._say(self._words.text("Write a time such as 9:30."), is_problem=True)
                field.setFocus()
                field.selectAll()
                return
        start, end = self._times()
        problem = self._take(self._place, start, end)
        if problem:
            self._say(problem, is_problem=True)
            self.start.setFocus()
            self.start.selectAll()
        else:
            self.hide()

    def _times(self) -> tuple[int, int]:
        """Return both minutes as a stretch counts them: it may end at midnight and cannot begin there."""
        return (self.start.minute or 0) % MINUTES_PER_DAY, self.end.minute or MINUTES_PER_DAY

    def _cancel(self) -> None:
        self.hide()
        self._go_back(self._place)

    def _say_night(self) -> None:
        start, end = self._times()
        is_over = end < start and None not in (self.start.minute, self.end.minute)
        next_day = day_said(self._words, (self._place.day + 1) % DAYS)
        self._say(self._words.text("until {day} morning", day=next_day) if is_over else "", is_problem=False)

    def _say(self, said: str, *, is_problem: bool) -> None:
        self.hint.setText(said or " ")
        self.hint.setProperty("role", "problem" if is_problem else "small")
        self.hint.style().unpolish(self.hint)
        self.hint.style().polish(self.hint)
        self.adjustSize()

    def _stand_beside(self, bar: QRectF) -> None:
        room = self._timeline.rect()
        left = min(max(round(bar.center().x() - self.width() / 2), 0), max(room.width() - self.width(), 0))
        below = round(bar.bottom()) + theme.units(6)
        above = round(bar.top()) - theme.units(6) - self.height()
        top = below if below + self.height() <= room.height() else max(above, 0)
        self.move(left, top)
