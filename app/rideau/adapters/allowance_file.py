# SPDX-License-Identifier: MIT
"""How does what was used of the day's allowance survive a restart?"""

import json
import logging
from datetime import date, timedelta
from pathlib import Path

from rideau.adapters.atomic_file import read_limited, replace_file, set_aside
from rideau.domain.allowance import DayBook

_log = logging.getLogger(__name__)
_MOST_S = 26 * 3600


class AllowanceFile:
    """Keep seconds by local day in one JSON file; the ``AllowanceStore``."""

    def __init__(self, path: Path) -> None:
        """Keep them at ``path``; nothing is created before the first save."""
        self._path = path

    def load(self) -> DayBook:
        """Return what was saved; see the port."""
        try:
            raw = json.loads(read_limited(self._path))
            return DayBook(tuple(sorted((date.fromisoformat(day), _length(used)) for day, used in raw["days"].items())))
        except FileNotFoundError:
            return DayBook()
        except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
            self._set_aside(error)
            return DayBook()

    def save(self, book: DayBook) -> None:
        """Replace what was saved; see the port."""
        days = {day.isoformat(): round(used.total_seconds(), 3) for day, used in book.days}
        replace_file(self._path, json.dumps({"version": 1, "days": days}, indent=1).encode("ascii"))

    def _set_aside(self, error: Exception) -> None:
        try:
            _log.warning("the allowance used can't be read and is set aside as “%s”", set_aside(self._path).name)
        except OSError:
            _log.warning("the allowance used can't be read, nor set aside: %s", error)


def _length(raw: object) -> timedelta:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 <= raw <= _MOST_S:
        raise ValueError(raw)
    return timedelta(seconds=raw)
