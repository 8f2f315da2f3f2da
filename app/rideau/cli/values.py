# SPDX-License-Identifier: MIT
"""How are instants and lengths of time read from a command line?"""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rideau.domain.error import UsageError
from rideau.domain.text import Text
from rideau.domain.wall_clock import in_utc, start_of

_DURATION = re.compile(r"(?:(\d{1,6})h)?(?:(\d{1,6})m(?:in)?)?(?:(\d{1,6})s)?", re.ASCII)
_YEARS = range(2, 9999)
"""At the very edges of the calendar an instant has no local time."""


def read_instant(said: str, zone: ZoneInfo) -> datetime:
    """Return ``said`` in ISO 8601, a date or a date-time, as aware UTC; without an offset it is read in ``zone``.

    Raises:
        UsageError: it is not an instant.

    """
    try:
        instant = datetime.fromisoformat(said.strip())
    except ValueError as error:
        raise _no_instant(said) from error
    if instant.year not in _YEARS:
        raise _no_instant(said)
    return in_utc(instant) if instant.tzinfo else start_of(instant, zone)


def read_duration(said: str) -> timedelta:
    """Return ``10m``, ``1h30m`` or ``90s``, spaces allowed, as a length of time.

    Raises:
        UsageError: it is not one, or names no unit.

    """
    found = _DURATION.fullmatch("".join(said.split()).lower())
    if not found or not found.group(0):
        raise UsageError(
            Text("“{said}” is not a length of time.", said=said), Text("Write it with its unit: 10m, 1h30m or 90s.")
        )
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _no_instant(said: str) -> UsageError:
    return UsageError(
        Text("“{said}” is not a time in ISO 8601.", said=said),
        Text("Write it as 2026-06-20, 2026-06-20T14:00 or 2026-06-20T14:00+02:00."),
    )
