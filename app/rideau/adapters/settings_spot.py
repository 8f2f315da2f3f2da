# SPDX-License-Identifier: MIT
"""What was found at one place of a settings file, and does it hold? Problems are collected, never raised."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple, TypeVar

from rideau.domain.clock_text import MAX_SHOWN, visible
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem

MAX_SHOWN_INT = 10**18
MAX_PLACE = 200
MAX_VALUE = 400

_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""A key that needs no quotes."""

E = TypeVar("E", bound=StrEnum)


class Findings:
    """Collect the problems of one file."""

    def __init__(self, file: str) -> None:
        """Begin without a problem in ``file``."""
        self.file = file
        self.problems: list[SettingsProblem] = []

    def add(self, place: str, message: Text) -> None:
        """Note ``message`` at ``place``; what was found is cut and its control characters are made visible."""
        self.problems.append(SettingsProblem(self.file, visible(place, MAX_PLACE), _printable(message)))


class Spot(NamedTuple):
    """Hold one raw value with its key path; each reading returns None (or nothing) after noting a problem."""

    raw: object
    place: str
    findings: Findings

    def complain(self, message: Text) -> None:
        """Note that this does not hold."""
        self.findings.add(self.place, message)

    def under(self, key: str, raw: object) -> "Spot":
        """Return the spot of ``key`` in this table."""
        name = key if _BARE.fullmatch(key) else f'"{key}"'
        return Spot(raw, f"{self.place}.{name}" if self.place else name, self.findings)

    def table(self) -> dict[str, "Spot"]:
        """Return the table's keys; empty where it is none."""
        if not isinstance(self.raw, Mapping):
            self.complain(Text("{found} is not a table of settings.", found=shown(self.raw)))
            return {}
        return {key: self.under(key, value) for key, value in self.raw.items()}

    def items(self) -> tuple["Spot", ...]:
        """Return the list's items; empty where it is none."""
        if not isinstance(self.raw, list):
            self.complain(Text("{found} is not a list. Put it in square brackets.", found=shown(self.raw)))
            return ()
        return tuple(Spot(value, f"{self.place}[{index}]", self.findings) for index, value in enumerate(self.raw))

    def text(self) -> str | None:
        """Return the text."""
        if isinstance(self.raw, str):
            return self.raw
        self.complain(Text("{found} is not text. Put it in quotation marks.", found=shown(self.raw)))
        return None

    def name(self) -> str | None:
        """Return the text, which must say something."""
        text = self.text()
        if text is not None and not text.strip():
            self.complain(Text("This is empty; it needs a name."))
            return None
        return text

    def texts(self) -> tuple[str, ...]:
        """Return the texts of a list."""
        found = (item.text() for item in self.items())
        return tuple(text for text in found if text is not None)

    def choice(self, allowed: type[E] | Iterable[E]) -> E | None:
        """Return the member of ``allowed`` that is named."""
        members = {member.value: member for member in allowed}
        if isinstance(self.raw, str) and self.raw in members:
            return members[self.raw]
        self.refuse_word(members)
        return None

    def refuse_word(self, allowed: Iterable[str]) -> None:
        """Note that this is none of the ``allowed`` words, with the one that was probably meant."""
        words = list(allowed)
        listed = ", ".join(f"“{word}”" for word in words)
        near = nearest(self.raw, words)
        if near is None:
            self.complain(Text("{found} is not one of {allowed}.", found=shown(self.raw), allowed=listed))
        else:
            self.complain(
                Text(
                    "{found} is not one of {allowed}. Was it meant to be “{near}”?",
                    found=shown(self.raw),
                    allowed=listed,
                    near=near,
                )
            )

    def switch(self) -> bool | None:
        """Return true or false; None after complaining."""
        if isinstance(self.raw, bool):
            return self.raw
        self.complain(Text("{found} is neither true nor false.", found=shown(self.raw)))
        return None

    def whole_number(self, low: int, high: int) -> int | None:
        """Return the whole number from ``low`` to ``high``."""
        if isinstance(self.raw, int) and not isinstance(self.raw, bool) and low <= self.raw <= high:
            return self.raw
        self.complain(
            Text("{found} is not a whole number from {low} to {high}.", found=shown(self.raw), low=low, high=high)
        )
        return None

    def number(self, low: float, high: float) -> float | None:
        """Return the number from ``low`` to ``high``."""
        is_number = isinstance(self.raw, int | float) and not isinstance(self.raw, bool)
        if is_number and low <= self.raw <= high:  # type: ignore[operator]  # is_number says so; NaN fails both
            return self.raw  # type: ignore[return-value]  # as above
        self.complain(Text("{found} is not a number from {low} to {high}.", found=shown(self.raw), low=low, high=high))
        return None

    def day(self) -> date | None:
        """Return the date; a date-time is none."""
        if isinstance(self.raw, date) and not isinstance(self.raw, datetime):
            return self.raw
        self.complain(Text("{found} is not a date. Write it as 2026-06-20, without quotes.", found=shown(self.raw)))
        return None

    def day_or_moment(self) -> date | datetime | None:
        """Return the date, or the local date-time."""
        if isinstance(self.raw, datetime) and self.raw.tzinfo is not None:
            self.complain(
                Text("{found} has an offset; leave is in local time. Write it without one.", found=shown(self.raw))
            )
            return None
        if isinstance(self.raw, date):
            return self.raw
        self.complain(
            Text("{found} is not a date. Write it as 2026-08-03 or 2026-08-03T12:00, unquoted.", found=shown(self.raw))
        )
        return None


def shown(raw: object) -> str:
    """Return what was found, short and on one line: text in quotes, everything else as TOML has it."""
    if isinstance(raw, str):
        return f"“{visible(raw)}”"
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, int):
        return str(raw) if abs(raw) < MAX_SHOWN_INT else "…"
    if isinstance(raw, datetime | date | time):
        return raw.isoformat()
    if isinstance(raw, list):
        return "[…]" if raw else "[]"
    return "{…}" if isinstance(raw, Mapping) else visible(str(raw))


def nearest(raw: object, words: Iterable[str]) -> str | None:
    """Return the word that ``raw`` is probably a slip of, or None."""
    if not isinstance(raw, str) or len(raw) > MAX_SHOWN:
        return None
    by_folded = {word.casefold(): word for word in words}
    from difflib import get_close_matches  # noqa: PLC0415 - only for what does not hold

    close = get_close_matches(raw.strip().casefold(), by_folded, n=1, cutoff=0.7)
    return by_folded[close[0]] if close else None


def _printable(message: Text) -> Text:
    values = {
        key: _printable(value)
        if isinstance(value, Text)
        else visible(value, MAX_VALUE)
        if isinstance(value, str)
        else value
        for key, value in message.values.items()
    }
    return Text(message.template, **values)
