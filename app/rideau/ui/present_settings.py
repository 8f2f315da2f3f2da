# SPDX-License-Identifier: MIT
"""How do settings stand in the fields of the plain dialog, and which edits follow from what was typed? Pure; no Qt.

A field is named by its key path in the settings file, so that a problem's place leads back to it.
"""

from collections.abc import Container, Mapping

from rideau.domain.settings import SYSTEM, WEEKDAYS, Settings

DAY_FIELDS = tuple(f"hours.week.{day}" for day in WEEKDAYS)
TIMEZONE, COUNTRY, WIND_DOWN = "hours.timezone", "hours.holidays.country", "wind_down.minutes"
LOCK, LANGUAGE = "lock.level", "language"
HOLIDAYS = "hours.holidays"
WIND_DOWN_MINUTES = (0, 5, 10, 15, 20, 30, 45, 60)


def shown(settings: Settings) -> dict[str, str]:
    """Return what stands in each field. A rotation shows its first week, to be read only."""
    hours = settings.hours
    week = hours.rotation.weeks[0] if hours.rotation else hours.week
    fields = {
        field: ", ".join(str(each) for each in ranges) for field, ranges in zip(DAY_FIELDS, week.days, strict=True)
    }
    fields[TIMEZONE] = "" if hours.timezone == SYSTEM else hours.timezone
    fields[COUNTRY] = hours.holidays.country if hours.holidays else ""
    fields[WIND_DOWN] = str(settings.wind_down.minutes)
    fields[LOCK] = settings.lock_level.value
    fields[LANGUAGE] = settings.language
    return fields


def edits(before: Mapping[str, str], after: Mapping[str, str], spoilt: Container[str | None] = ()) -> dict[str, object]:
    """Return what has to be written so that ``after`` stands: only what was changed, as plain values.

    ``spoilt`` are the fields that do not hold in the file: what is shown for them is not what stands there.
    """
    found: dict[str, object] = {}
    for field, typed in after.items():
        if typed.strip() == before[field].strip() and field not in spoilt:
            continue
        if field == COUNTRY and not typed.strip():
            found[HOLIDAYS] = None
        else:
            found[field] = _value(field, typed.strip())
    return found


def field_of(place: str) -> str | None:
    """Return the field in which the problem at ``place`` was typed; None for one elsewhere in the file."""
    fields = (*DAY_FIELDS, TIMEZONE, COUNTRY, WIND_DOWN, LOCK, LANGUAGE)
    for field in fields:
        if place == field or place.startswith((f"{field}[", f"{field}.")):
            return field
    return COUNTRY if place == HOLIDAYS else None


def _value(field: str, typed: str) -> object:
    if field in DAY_FIELDS:
        return [part.strip() for part in typed.split(",") if part.strip()]
    if field == TIMEZONE:
        return typed or SYSTEM
    if field == WIND_DOWN:
        return int(typed)
    return typed.upper() if field == COUNTRY else typed
