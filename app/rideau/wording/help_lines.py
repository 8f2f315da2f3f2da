# SPDX-License-Identifier: MIT
"""How are the places to turn to told in a terminal, and to a script?"""

from rideau.domain.help_place import HelpPlace, HelpPlaces
from rideau.wording import moments
from rideau.wording.words import Words


def help_lines(words: Words, found: HelpPlaces, elsewhere: HelpPlaces) -> list[str]:
    """Return one line for each place, an emergency first; ``elsewhere`` comes last, whatever the country."""
    places = (*found.emergency, *found.lines, *(elsewhere.lines if found.country != elsewhere.country else ()))
    return [_line(words, each) for each in places]


def help_document(found: HelpPlaces) -> dict[str, object]:
    """Return the places of one country as the JSON document has them."""
    return {
        "country": found.country,
        "emergency": [_document(each) for each in found.emergency],
        "lines": [_document(each) for each in found.lines],
    }


def source_line(words: Words, place: HelpPlace) -> str:
    """Return where a number was read, how old that is, and when it was last compared."""
    return words.text(
        "{source}, {month}; checked on {day}",
        source=place.source,
        month=moments.month(words, place.read),
        day=moments.full_date(words, place.checked),
    )


def _line(words: Words, place: HelpPlace) -> str:
    return words.text(
        "{number}: {name}; {hours} ({source})",
        number=place.number,
        name=place.name,
        hours=place.hours,
        source=source_line(words, place),
    )


def _document(place: HelpPlace) -> dict[str, str]:
    return {**place._asdict(), "checked": place.checked.isoformat()}
