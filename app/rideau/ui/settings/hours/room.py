# SPDX-License-Identifier: MIT
"""How much room does each part of the timeline take, and where does it stand?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from rideau.domain.phase import Phase
from rideau.domain.week_edit import DAYS
from rideau.ui import theme
from rideau.ui.settings.hours import ground
from rideau.ui.settings.hours.grid import Grid
from rideau.ui.settings.hours.view import View
from rideau.ui.widgets import label
from rideau.wording.phrases import phase
from rideau.wording.week_lines import axis_said, row_name
from rideau.wording.words import Words

FULL_NAMES_FROM = 560
"""How wide the timeline is, in units, when the days' names stand in full."""
END_MARGIN = 10


class Room:
    """Measure one timeline; what does not hold in the file stands below its day."""

    def __init__(self, timeline: QWidget, words: Words) -> None:
        """Begin with nothing that does not hold."""
        self._timeline, self._words = timeline, words
        self._problems: dict[int, QLabel] = {}

    def measured(self, view: View) -> tuple[Grid, int]:
        """Place the rows, each with room below for what does not hold there; return how high all of it is, too."""
        names = self._names()
        width = ground.names_width(names)
        is_mirrored = self._timeline.layoutDirection() is Qt.LayoutDirection.RightToLeft
        margin = max(theme.units(END_MARGIN), ground.axis_overhang(axis_said(self._words)))
        left = margin if is_mirrored else width
        track = max(self._timeline.width() - width - margin, 1.0)
        height = float(max(theme.units(ground.ROW), self._timeline.fontMetrics().height() + theme.units(12)))
        top, tops = float(theme.units(ground.AXIS)), []
        for row in range(DAYS):
            tops.append(top)
            top += height + self._say_problem(row, view.problems.get(row, ""), (left, top + height, track))
            top += theme.units(ground.GAP)
        if self._legend(view):
            top += theme.units(ground.LEGEND)
        return Grid(left, track, tuple(tops), height, is_mirrored), round(top)

    def ground(self, view: View) -> ground.Ground:
        """Return what stands under the bars."""
        return ground.Ground(
            self._names(), axis_said(self._words), view.today, view.now, frozenset(view.problems), self._legend(view)
        )

    def _say_problem(self, row: int, said: str, place: tuple[float, float, float]) -> int:
        """Say what does not hold on a day at ``place`` (left, top, width); return how high that is."""
        if said and row not in self._problems:
            self._problems[row] = label("", "problem")
            self._problems[row].setParent(self._timeline)
        if row not in self._problems:
            return 0
        shown, (left, top, width) = self._problems[row], place
        shown.setText(said)
        shown.setVisible(bool(said))
        if not said:
            return 0
        needed = shown.heightForWidth(round(width))
        shown.setGeometry(round(left), round(top) + theme.units(2), round(width), needed)
        return needed + theme.units(4)

    def _names(self) -> tuple[str, ...]:
        is_short = self._timeline.width() < theme.units(FULL_NAMES_FROM)
        return tuple(row_name(self._words, day, is_short=is_short) for day in range(DAYS))

    def _legend(self, view: View) -> tuple[tuple[Phase, str], ...]:
        has_hours = any(any(week.days) for week in view.weeks)
        wanted = ((Phase.WIND_DOWN, view.wind_down.minutes), (Phase.FOCUS, view.focus_plan))
        return tuple((each, phase(self._words, each)) for each, is_there in wanted if is_there and has_hours)
