# SPDX-License-Identifier: MIT
"""What does ``[hours]`` say, and the other tables that tell of time? (CONTRACT, "Files" and "Time")."""

import re
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from rideau.adapters.settings_spot import Spot, nearest, shown
from rideau.domain.clock_text import overlap, parse_range
from rideau.domain.settings import (
    SYSTEM,
    WEEKDAYS,
    ClockRange,
    ExceptionalDay,
    FocusStretch,
    Holidays,
    Hours,
    Leave,
    Rotation,
    Week,
    WindDown,
)
from rideau.domain.text import Text

MAX_WIND_DOWN_MINUTES = 240
MAX_GAP_HOURS = 168
MAX_RITUAL_MINUTES = 120

_ZONE_NAME = re.compile(r"[A-Za-z0-9_+\-]+(/[A-Za-z0-9_+\-]+){0,3}")


def read_hours(spot: Spot) -> Hours:
    """Return when the shop is open."""
    table = spot.table()
    if "week" in table and "rotation" in table:
        table["rotation"].complain(
            Text("Both a week and a rotation are here. Keep [hours.week] or [hours.rotation], not both.")
        )
    default = Hours()
    return Hours(
        timezone=_zone(table["timezone"]) if "timezone" in table else default.timezone,
        week=_week(table["week"]) if "week" in table else default.week,
        rotation=_rotation(table["rotation"]) if "rotation" in table else None,
        holidays=_holidays(table["holidays"]) if "holidays" in table else None,
        exceptions=_exceptions(table["exceptions"]) if "exceptions" in table else (),
        leave=_leaves(table["leave"]) if "leave" in table else (),
    )


def read_wind_down(spot: Spot) -> WindDown:
    """Return how work winds down."""
    table, default = spot.table(), WindDown()
    minutes = table["minutes"].whole_number(0, MAX_WIND_DOWN_MINUTES) if "minutes" in table else default.minutes
    gap = table["min_gap_hours"].number(0, MAX_GAP_HOURS) if "min_gap_hours" in table else default.min_gap_hours
    key = "ritual_minutes"
    ritual = table[key].whole_number(0, MAX_RITUAL_MINUTES) if key in table else default.ritual_minutes
    return WindDown(
        default.minutes if minutes is None else minutes,
        default.min_gap_hours if gap is None else gap,
        default.ritual_minutes if ritual is None else ritual,
    )


def read_focus(spot: Spot) -> tuple[FocusStretch, ...]:
    """Return the protected stretches of ``[[focus.plan]]``."""
    table = spot.table()
    stretches = (_focus_stretch(item) for item in table["plan"].items()) if "plan" in table else ()
    return tuple(stretch for stretch in stretches if stretch is not None)


def read_range(spot: Spot) -> ClockRange | None:
    """Return the range of wall-clock time, as ``09:00-12:30``."""
    text = spot.text()
    if text is None:
        return None
    found = parse_range(text)
    if isinstance(found, Text):
        spot.complain(found)
        return None
    return found


def read_day(spot: Spot) -> tuple[ClockRange, ...]:
    """Return the ranges of one day, sorted; they may touch and must not overlap."""
    read = [(found, item) for item in spot.items() if (found := read_range(item)) is not None]
    read.sort(key=lambda pair: pair[0])
    for (earlier, _), (later, item) in pairwise(read):
        problem = overlap(earlier, later)
        if problem is not None:
            item.complain(problem)
    return tuple(found for found, _ in read)


def _zone(spot: Spot) -> str:
    name = spot.text()
    if name is None or name == SYSTEM or _is_zone(name):
        return name or SYSTEM
    near = nearest(name, [SYSTEM, *available_timezones()])
    if near is None:
        spot.complain(
            Text("{found} is not a time zone. Write “system”, or a name such as “Europe/Paris”.", found=shown(name))
        )
    else:
        spot.complain(Text("{found} is not a time zone. Was it meant to be “{near}”?", found=shown(name), near=near))
    return SYSTEM


def _is_zone(name: str) -> bool:
    """Tell whether the tz database knows ``name``; what could leave its folder is never looked up."""
    if not _ZONE_NAME.fullmatch(name):
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a folder's name ("Europe"), one that is too long
        return False
    return True


def _week(spot: Spot) -> Week:
    """Return the week; a day that is left out is a day off."""
    table = spot.table()
    return Week(tuple(read_day(table[day]) if day in table else () for day in WEEKDAYS))


def _rotation(spot: Spot) -> Rotation | None:
    table = spot.table()
    anchor = table["anchor"].day() if "anchor" in table else None
    if "anchor" not in table:
        spot.complain(Text("The rotation has no anchor: a Monday on which its first week holds."))
    if anchor is not None and anchor.weekday() != 0:
        monday = date.fromordinal(max(1, anchor.toordinal() - anchor.weekday()))
        table["anchor"].complain(
            Text(
                "{found} is not a Monday. The Monday of that week is {monday}.",
                found=anchor.isoformat(),
                monday=monday.isoformat(),
            )
        )
    weeks = tuple(_week(item) for item in table["weeks"].items()) if "weeks" in table else ()
    if not weeks:
        spot.complain(Text("The rotation has no weeks."))
    return Rotation(anchor, weeks) if anchor is not None and weeks else None


def _holidays(spot: Spot) -> Holidays | None:
    table = spot.table()
    if "country" not in table:
        spot.complain(Text('Holidays need a country, such as country = "FR". Leave the table out for none.'))
        return None
    country = table["country"].name()
    subdivision = table["subdivision"].text() if "subdivision" in table else ""
    worked = (item.day() for item in table["worked"].items()) if "worked" in table else ()
    days = frozenset(day for day in worked if day is not None)
    return Holidays(country, subdivision or "", days) if country is not None else None


def _exceptions(spot: Spot) -> tuple[ExceptionalDay, ...]:
    days: dict[date, ExceptionalDay] = {}
    for item in spot.items():
        day = _exception(item)
        if day is None:
            continue
        if day.on in days:
            item.complain(Text("{date} has an exception already. Put all its hours into one.", date=day.on.isoformat()))
        days.setdefault(day.on, day)
    return tuple(days.values())


def _exception(spot: Spot) -> ExceptionalDay | None:
    table = spot.table()
    on = _needed_date(spot, table)
    if "hours" not in table and isinstance(spot.raw, dict):
        spot.complain(Text("This exception has no hours. Write hours = [] for closed."))
    hours = read_day(table["hours"]) if "hours" in table else ()
    return ExceptionalDay(on, hours, _label(table)) if on is not None else None


def _needed_date(spot: Spot, table: dict[str, Spot]) -> date | None:
    if "date" in table:
        return table["date"].day()
    if isinstance(spot.raw, dict):
        spot.complain(Text("This exception has no date, such as date = 2026-06-20."))
    return None


def _leaves(spot: Spot) -> tuple[Leave, ...]:
    found = (_leave(item) for item in spot.items())
    return tuple(leave for leave in found if leave is not None)


def _leave(spot: Spot) -> Leave | None:
    table = spot.table()
    for key in ("from", "until"):
        if key not in table and isinstance(spot.raw, dict):
            spot.complain(Text("This leave has no “{key}”, such as {key} = 2026-08-03.", key=key))
    start = table["from"].day_or_moment() if "from" in table else None
    until = table["until"].day_or_moment() if "until" in table else None
    label = _label(table)
    if start is None or until is None:
        return None
    if not _first_moment(start) < _last_moment(until):
        table["until"].complain(
            Text("This leave ends ({until}) before it starts ({start}).", until=shown(until), start=shown(start))
        )
        return None
    return Leave(start, until, label)


def _first_moment(day: date | datetime) -> datetime:
    return day if isinstance(day, datetime) else datetime.combine(day, time.min)


def _last_moment(day: date | datetime) -> datetime:
    """Return where leave ends; a date is included whole."""
    return day if isinstance(day, datetime) else datetime.combine(day, time.max)


def _label(table: dict[str, Spot]) -> str:
    return (table["label"].text() or "") if "label" in table else ""


def _focus_stretch(spot: Spot) -> FocusStretch | None:
    table = spot.table()
    for key in ("days", "hours"):
        if key not in table and isinstance(spot.raw, dict):
            spot.complain(Text("This focus stretch has no “{key}”.", key=key))
    days = _weekdays(table["days"]) if "days" in table else ()
    hours = read_range(table["hours"]) if "hours" in table else None
    return FocusStretch(days, hours) if days and hours is not None else None


def _weekdays(spot: Spot) -> tuple[int, ...]:
    days: list[int] = []
    for item in spot.items():
        if isinstance(item.raw, str) and item.raw in WEEKDAYS:
            days.append(WEEKDAYS.index(item.raw))
        else:
            item.refuse_word(WEEKDAYS)
    if spot.raw == []:
        spot.complain(Text("This names no day."))
    return tuple(days)
