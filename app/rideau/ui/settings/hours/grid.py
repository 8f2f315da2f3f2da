# SPDX-License-Identifier: MIT
"""Where on the timeline is a day and a minute, and which are at a point? In either direction of reading."""

from typing import NamedTuple

from PySide6.QtCore import QRectF

from rideau.domain.settings import MINUTES_PER_DAY


class Grid(NamedTuple):
    """Hold where rows and minutes are, in logical pixels of the timeline."""

    left: float
    width: float
    tops: tuple[float, ...]
    """Of each day's row, Monday first."""
    height: float
    """Of a row."""
    is_mirrored: bool

    def x(self, minute: float) -> float:
        """Return where ``minute`` of a day is."""
        share = minute / MINUTES_PER_DAY
        return self.left + self.width * (1 - share if self.is_mirrored else share)

    def minute(self, x: float) -> float:
        """Return which minute is at ``x``; less than 0 and more than 1440 beside the track."""
        share = (x - self.left) / self.width
        return MINUTES_PER_DAY * (1 - share if self.is_mirrored else share)

    def row(self, y: float) -> int:
        """Return the row nearest to ``y``."""
        return min(range(len(self.tops)), key=lambda row: abs(self.tops[row] + self.height / 2 - y))

    def rect(self, row: int, start: float, end: float) -> QRectF:
        """Return where minutes ``start`` to ``end`` of a row are."""
        first, last = sorted((self.x(start), self.x(end)))
        return QRectF(first, self.tops[row], last - first, self.height)
