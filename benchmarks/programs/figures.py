# SPDX-License-Identifier: MIT
"""How are figures kept, held against what is promised, and printed?"""

import sys
from dataclasses import dataclass, field
from statistics import median, quantiles


@dataclass
class Figure:
    """Hold the measurements of one promise: ``most`` bounds the 95th percentile, ``least`` the median."""

    name: str
    most: float | None = None
    least: float | None = None
    unit: str = "ms"
    values: list[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """Return the 95th percentile."""
        return quantiles(self.values, n=20, method="inclusive")[-1] if len(self.values) > 1 else self.values[0]

    @property
    def is_kept(self) -> bool:
        """Tell whether the promise is kept; one that was not measured is not."""
        if not self.values:
            return False
        is_low = self.most is None or self.p95 <= self.most
        return is_low and (self.least is None or median(self.values) >= self.least)

    def __str__(self) -> str:
        """Return one line of the table."""
        bound = f"<= {self.most:g}" if self.most is not None else f">= {self.least:g}" if self.least is not None else ""
        if not self.values:
            return f"{self.name:<52} not measured  {bound:>9}"
        values = f"{median(self.values):9.1f} {self.p95:9.1f} {max(self.values):9.1f}"
        verdict = "" if self.is_kept else "  MISSED"
        return f"{self.name:<52} {len(self.values):4} {values}  {bound:>9} {self.unit}{verdict}"


class Table:
    """Collect figures by their names, in the order they came up."""

    def __init__(self) -> None:
        """Begin empty."""
        self._figures: dict[str, Figure] = {}

    def add(self, name: str, value: float, most: float | None = None, least: float | None = None) -> None:
        """Note one measurement in milliseconds, with what is promised of it."""
        self._figures.setdefault(name, Figure(name, most, least)).values.append(value)

    def add_as(self, unit: str, name: str, value: float, most: float | None = None, least: float | None = None) -> None:
        """Note one measurement in another unit."""
        self._figures.setdefault(name, Figure(name, most, least, unit)).values.append(value)

    def print(self) -> bool:
        """Print everything, and tell whether every promise is kept."""
        print(f"{'':<52} {'n':>4} {'median':>9} {'p95':>9} {'max':>9}  {'promised':>9}")
        for figure in self._figures.values():
            print(figure)
        sys.stdout.flush()
        return all(figure.is_kept for figure in self._figures.values())
