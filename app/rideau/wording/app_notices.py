# SPDX-License-Identifier: MIT
"""What is said once about apps: which will be closed, which could not come back?"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from rideau.wording.doorway import listed
from rideau.wording.moments import clock_time
from rideau.wording.words import Words

MOST_TOLD = 8
"""Who is to save their work should know of each app; beyond this nobody reads on."""


def closing_soon(words: Words, names: Sequence[str], at: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """Return the title and the body that say which apps close at ``at`` (aware)."""
    title = words.text("Closing at {time}", time=clock_time(words, at.astimezone(zone)))
    said = words.plural(
        "{apps} closes then. There is time to save.",
        "{apps} close then. There is time to save.",
        len(names),
        apps=listed(words, names, MOST_TOLD),
    )
    return title, said


def not_back(words: Words, names: Sequence[str]) -> tuple[str, str]:
    """Return the title and the body that say what could not be started again."""
    return words.text("Not everything came back"), words.text(
        "{apps} could not be started again; the menu of your desktop can.", apps=listed(words, names)
    )
