# SPDX-License-Identifier: MIT
"""Which week does a settings file mean that says only a part of it? None is the office week; a day left out is off."""

from collections.abc import Mapping

from rideau.adapters.settings_paths import KeyPath, parse_key_path
from rideau.domain.settings import OFFICE_WEEK, WEEKDAYS

_WEEK: KeyPath = ("hours", "week")


def with_its_week(tables: Mapping[str, object]) -> dict[str, object]:
    """Return ``tables`` with every day of the week that holds, where they have one and no rotation."""
    hours = tables.get("hours", {})
    if not isinstance(hours, dict) or "rotation" in hours:
        return dict(tables)
    week = hours.get("week", _office())
    if not isinstance(week, dict):
        return dict(tables)
    return dict(tables) | {"hours": hours | {"week": {day: [] for day in WEEKDAYS} | week}}


def within_a_week(tables: Mapping[str, object], edits: Mapping[str, object]) -> dict[str, object]:
    """Return ``edits`` with the other days of the office week, where they set a day of a week that nothing says yet."""
    said = {parse_key_path(path): value for path, value in edits.items()}
    hours = tables.get("hours", {})
    days = [path[-1] for path, value in said.items() if path[:-1] == _WEEK and value is not None]
    if not days or not isinstance(hours, dict) or "week" in hours:
        return dict(edits)
    office = _office()
    return {f"hours.week.{day}": ranges for day, ranges in office.items() if day not in days} | dict(edits)


def _office() -> dict[str, object]:
    return {day: [str(each) for each in ranges] for day, ranges in zip(WEEKDAYS, OFFICE_WEEK.days, strict=True)}
