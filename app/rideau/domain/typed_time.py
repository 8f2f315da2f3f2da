# SPDX-License-Identifier: MIT
"""Which time of the day does a person mean who types ``9``, ``9:30``, ``930``, ``9 h 30`` or ``9:30 pm``?"""

import re

from rideau.domain.settings import MINUTES_PER_DAY

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.,h]\s*(\d{2})?|(\d{2}))?\s*([ap]\.?\s?m\.?)?", re.IGNORECASE)
_HALF, _HOUR = 12, 60


def minute_meant(text: str) -> int | None:
    """Return the minute of the day that ``text`` means, 0 to 1440 (``24:00``); None for no time."""
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if found[4]:
        if not 1 <= hour <= _HALF:
            return None
        hour = hour % _HALF + (_HALF if found[4].lower().startswith("p") else 0)
    total = hour * _HOUR + minute
    return total if minute < _HOUR and total <= MINUTES_PER_DAY else None
