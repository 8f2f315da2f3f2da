# SPDX-License-Identifier: MIT
"""How does an older settings file become one of today's? One small named step per version.

Each step changes a table in place and works on plain dictionaries and on tomlkit's documents alike, so that a file is
read and rewritten by the same rule.
"""

import copy
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

from rideau.domain.settings import CURRENT_VERSION, WEEKDAYS

Table = MutableMapping[str, Any]


def version_of(settings: Mapping[str, Any]) -> int:
    """Return the version ``settings`` are written in; without a line that says so, their shape tells."""
    version = settings.get("version")
    if isinstance(version, int) and not isinstance(version, bool):
        return version
    return 0 if _has_days_under_hours(settings) or "quiet_hours_lock" in settings else CURRENT_VERSION


def is_outdated(settings: Mapping[str, Any]) -> bool:
    """Tell whether ``migrate`` has something to do."""
    return 0 <= version_of(settings) < CURRENT_VERSION


def of_today(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return ``settings`` in the current version; where they are, the same."""
    if not is_outdated(settings):
        return settings
    copied = copy.deepcopy(dict(settings))
    migrate(copied)
    return copied


def migrate(settings: Table) -> None:
    """Bring ``settings`` to the current version, in place; what has an unexpected type is left for the reader."""
    if not is_outdated(settings):
        return
    for step in STEPS[version_of(settings) :]:
        step(settings)
    settings["version"] = CURRENT_VERSION


def days_move_into_week_and_lock_into_its_table(settings: Table) -> None:
    """Turn the drafts before version 1: weekdays under ``[hours]``, ``quiet_hours_lock`` at the top."""
    if _has_days_under_hours(settings):
        hours = settings["hours"]
        days = {day: hours.pop(day) for day in WEEKDAYS if day in hours}
        hours["week"] = {**days, **hours.get("week", {})}
    if "quiet_hours_lock" in settings:
        level = settings.pop("quiet_hours_lock")
        lock = settings.get("lock")
        settings["lock"] = {"level": level, **(lock if isinstance(lock, MutableMapping) else {})}


STEPS: tuple[Callable[[Table], None], ...] = (days_move_into_week_and_lock_into_its_table,)
"""``STEPS[n]`` turns version n into n + 1."""


def _has_days_under_hours(settings: Mapping[str, Any]) -> bool:
    hours = settings.get("hours")
    return (
        isinstance(hours, Mapping)
        and any(day in hours for day in WEEKDAYS)
        and isinstance(hours.get("week", {}), Mapping)
    )
