# SPDX-License-Identifier: MIT
"""What do the tables say that the gentle side of Rideau goes by: breath, reminders, batches, check-in, away message?"""

import re
from collections.abc import Iterable
from typing import Final

from rideau.adapters.settings_spot import Spot, shown
from rideau.domain.settings import (
    AWAY_PLACEHOLDER,
    MINUTES_PER_DAY,
    Asked,
    Batches,
    Breath,
    CheckInSettings,
    Reminders,
    Settings,
)
from rideau.domain.text import Text
from rideau.domain.tip import Theme

FOCUS_PAUSE_MINUTES: Final = (1, 30)
BREATH_SECONDS: Final = (3, 8)
BREATH_MINUTES: Final = (1, 60)
PER_DAY: Final = (1, 4)
APART_MINUTES: Final = (60, 480)
CARD_SECONDS: Final = (10, 200)
UNTIL_CLOSED: Final = 0
EVERY_WEEKS: Final = (4, 26)
MOST_BATCHES: Final = 4
LONGEST_AWAY: Final = 2000
LONGEST_NAME: Final = 200

_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_COUNTRY = re.compile(r"[A-Z]{2}")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_THEMES: Final = {theme.value: theme for theme in Theme}


def read_focus_pause(spot: Spot) -> int:
    """Return how many minutes a pause within a focus session lasts, by ``[focus]``."""
    return _number(spot.table(), "pause_minutes", FOCUS_PAUSE_MINUTES, Settings().focus_pause_minutes)


def read_breath(spot: Spot) -> Breath:
    """Return the breath before entering, by ``[pause]``."""
    table, default = spot.table(), Breath()
    return Breath(
        _number(table, "seconds", BREATH_SECONDS, default.seconds),
        _number(table, "minutes", BREATH_MINUTES, default.minutes),
    )


def read_reminders(spot: Spot) -> Reminders:
    """Return how gentle reminders come, by ``[reminders]``."""
    table, default = spot.table(), Reminders()
    off = _names(table["off"]) if "off" in table else ()
    rarer = (each.choice(Theme) for each in table["rarer"].items()) if "rarer" in table else ()
    asked = (each.choice(Asked) for each in table["recurring"].items()) if "recurring" in table else default.recurring
    return Reminders(
        is_on=_switch(table, "enabled", default=default.is_on),
        per_day=_number(table, "per_day", PER_DAY, default.per_day),
        apart_minutes=_number(table, "apart_minutes", APART_MINUTES, default.apart_minutes),
        seconds=_card_seconds(table["seconds"]) if "seconds" in table else default.seconds,
        recurring=frozenset(each for each in asked if each is not None),
        themes_off=frozenset(_THEMES[each] for each in off if each in _THEMES),
        tips_off=frozenset(each for each in off if each not in _THEMES),
        themes_rarer=frozenset(each for each in rarer if each is not None),
        is_silent=not _switch(table, "sound", default=not default.is_silent),
    )


def read_batches(spot: Spot) -> tuple[Batches, dict[str, Spot]]:
    """Return when work notifications are handed over, by ``[batches]``, and where each urgent network is named."""
    table = spot.table()
    items = table["urgent_networks"].items() if "urgent_networks" in table else ()
    networks = {name: each for each in items if (name := _name(each)) is not None}
    senders = _names(table["urgent_senders"]) if "urgent_senders" in table else ()
    times = _times(table["times"]) if "times" in table else ()
    is_on = _switch(table, "enabled", default=Batches().is_on)
    return Batches(is_on, times, frozenset(networks), tuple(dict.fromkeys(senders))), networks


def read_check_in(spot: Spot) -> CheckInSettings:
    """Return whether and how often to be asked how work goes, by ``[check_in]``."""
    table, default = spot.table(), CheckInSettings()
    return CheckInSettings(
        is_on=_switch(table, "enabled", default=default.is_on),
        every_weeks=_number(table, "every_weeks", EVERY_WEEKS, default.every_weeks),
        country=_country(table["country"]) if "country" in table else default.country,
    )


def read_away(spot: Spot) -> str:
    """Return what to tell people who write while it is closed, by ``[away]``; ``{opening}`` alone may be in braces."""
    table = spot.table()
    message = table["message"].text() if "message" in table else None
    if message is None:
        return ""
    if len(message) > LONGEST_AWAY:
        table["message"].complain(Text("This is longer than {count} letters.", count=LONGEST_AWAY))
    for found in _PLACEHOLDER.findall(message.replace(AWAY_PLACEHOLDER, "")):
        table["message"].complain(
            Text(
                "{found} stands for nothing. {opening} is where the next opening goes.",
                found=shown(found),
                opening=AWAY_PLACEHOLDER,
            )
        )
    return message


def _number(table: dict[str, Spot], key: str, bounds: tuple[int, int], default: int) -> int:
    found = table[key].whole_number(*bounds) if key in table else None
    return default if found is None else found


def _switch(table: dict[str, Spot], key: str, *, default: bool) -> bool:
    found = table[key].switch() if key in table else None
    return default if found is None else found


def _card_seconds(spot: Spot) -> int:
    """Return how long a card stays; anything between none and the least is nobody's wish."""
    raw, (low, high) = spot.raw, CARD_SECONDS
    if isinstance(raw, int) and not isinstance(raw, bool) and (raw == UNTIL_CLOSED or low <= raw <= high):
        return raw
    spot.complain(
        Text(
            "{found} is not a whole number from {low} to {high}, nor 0 for until it is closed.",
            found=shown(raw),
            low=low,
            high=high,
        )
    )
    return Reminders().seconds


def _names(spot: Spot) -> tuple[str, ...]:
    found = (_name(each) for each in spot.items())
    return tuple(each for each in found if each is not None)


def _name(spot: Spot) -> str | None:
    name = spot.name()
    if name is not None and len(name) > LONGEST_NAME:
        spot.complain(Text("This is longer than {count} letters.", count=LONGEST_NAME))
        return None
    return name


def _times(spot: Spot) -> tuple[int, ...]:
    """Return the times, sorted, in minutes since midnight."""
    items = spot.items()
    if len(items) > MOST_BATCHES:
        spot.complain(Text("These are {count} times; {most} a day are the most.", count=len(items), most=MOST_BATCHES))
        return ()
    found: list[int] = []
    for item in items:
        minutes = _time(item)
        if minutes is not None and minutes in found:
            item.complain(Text("{found} stands here twice.", found=shown(item.raw)))
        elif minutes is not None:
            found.append(minutes)
    return tuple(sorted(found))


def _time(spot: Spot) -> int | None:
    text = spot.text()
    if text is None:
        return None
    match = _CLOCK.fullmatch(text.strip())
    minutes = _minutes(match.groups()) if match else MINUTES_PER_DAY
    if minutes < MINUTES_PER_DAY:
        return minutes
    spot.complain(Text("{found} is not a time of day. Write it as 10:00.", found=shown(text)))
    return None


def _minutes(parts: Iterable[str]) -> int:
    """Return the minutes since midnight; a whole day or more where the parts are no time."""
    hours, minutes = (int(each) for each in parts)
    return hours * 60 + minutes if minutes < 60 else MINUTES_PER_DAY  # noqa: PLR2004 - minutes of an hour


def _country(spot: Spot) -> str:
    country = spot.text()
    if country is None or not country or _COUNTRY.fullmatch(country):
        return country or ""
    spot.complain(Text("{found} is not a country. Write its two letters, such as “FR”.", found=shown(country)))
    return ""
