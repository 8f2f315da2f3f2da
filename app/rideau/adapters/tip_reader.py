# SPDX-License-Identifier: MIT
"""Which tips does a TOML file hold, and where does it not hold?"""

import re
from collections.abc import Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import Final

from rideau.adapters.settings_spot import Spot, shown
from rideau.domain.text import Text
from rideau.domain.tip import Gesture, Moment, Picture, Theme, Tip, Wording
from rideau.domain.tip_text import (
    LEAST_COOL_DOWN_DAYS,
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_COOL_DOWN_DAYS,
    MOST_WORDS,
    PICTURES,
    is_seen,
    made_id,
    word_count,
)

LANGUAGES: Final = ("en", "fr")
MOST_TIPS: Final = 500
USUAL_YES: Final = {"en": "Good idea", "fr": "Bonne idée"}

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def read_tips(file: Spot, *, is_own: bool) -> tuple[Tip, ...]:
    """Return the tips of ``[[tips]]`` in a file; what does not hold is noted, and the rest is of no use then."""
    table = file.table()
    if "tips" not in table:
        return ()
    items = table["tips"].items()
    if len(items) > MOST_TIPS:
        table["tips"].complain(
            Text("These are {count} tips; {most} in a file are the most.", count=len(items), most=MOST_TIPS)
        )
        return ()
    found = (_tip(item, is_own=is_own) for item in items)
    return tuple(tip for tip in found if tip is not None)


def _tip(spot: Spot, *, is_own: bool) -> Tip | None:
    table = spot.table()
    theme = _needed(spot, table, "theme")
    wordings = _wordings(spot, table)
    days = (
        table["cool_down_days"].whole_number(LEAST_COOL_DOWN_DAYS, MOST_COOL_DOWN_DAYS)
        if "cool_down_days" in table
        else None
    )
    picture = table["picture"].choice(Picture) if "picture" in table else None
    gesture = table["gesture"].choice(Gesture) if "gesture" in table else None
    moments = _moments(table["moments"]) if "moments" in table else frozenset[Moment]()
    named = _id(table["id"]) if "id" in table else None
    if theme is None or not wordings:
        return None
    return Tip(
        id=named or made_id(next(iter(wordings.values())).sentence),
        theme=theme,
        moments=moments or frozenset({Moment.ANY}),
        picture=picture or PICTURES[theme],
        gesture=gesture or Gesture.NONE,
        cool_down=timedelta(days=days or LEAST_COOL_DOWN_DAYS),
        wordings=MappingProxyType(wordings),
        is_own=is_own,
    )


def _needed(spot: Spot, table: Mapping[str, Spot], key: str) -> Theme | None:
    if key in table:
        return table[key].choice(Theme)
    if isinstance(spot.raw, dict):
        spot.complain(Text("This tip has no “{key}”.", key=key))
    return None


def _id(spot: Spot) -> str | None:
    said = spot.text()
    if said is None:
        return None
    if said in set(Theme):
        spot.complain(Text("{found} is the name of a theme; a tip needs another.", found=shown(said)))
    elif not _ID.fullmatch(said):
        spot.complain(Text("{found} is no name for a tip. Write small letters, digits and hyphens.", found=shown(said)))
    return said


def _moments(spot: Spot) -> frozenset[Moment]:
    found = (item.choice(Moment) for item in spot.items())
    return frozenset(each for each in found if each is not None)


def _wordings(spot: Spot, table: Mapping[str, Spot]) -> dict[str, Wording]:
    wordings = {language: _wording(table[language], language) for language in LANGUAGES if language in table}
    if not wordings and isinstance(spot.raw, dict):
        spot.complain(Text("This tip says nothing. Write [tips.en] or [tips.fr] below it, with a sentence."))
    return {language: each for language, each in wordings.items() if each is not None}


def _wording(spot: Spot, language: str) -> Wording | None:
    table = spot.table()
    if "sentence" not in table and isinstance(spot.raw, dict):
        spot.complain(Text("This has no “{key}”.", key="sentence"))
    sentence = _line(table["sentence"], LONGEST_TEXT) if "sentence" in table else None
    if sentence is None:
        return None
    if not sentence.strip():
        table["sentence"].complain(Text("This is empty; a tip says something."))
    body = (_line(table["body"], LONGEST_TEXT) if "body" in table else None) or ""
    yes = (_line(table["yes"], LONGEST_LABEL) if "yes" in table else None) or USUAL_YES[language]
    no = (_line(table["no"], LONGEST_LABEL) if "no" in table else None) or ""
    count = word_count(sentence, body)
    if count > MOST_WORDS:
        spot.complain(Text("This has {count} words; {most} are the most.", count=count, most=MOST_WORDS))
    return Wording(sentence, body, yes, no)


def _line(spot: Spot, longest: int) -> str | None:
    """Return one line of text that anybody can see the whole of."""
    said = spot.text()
    if said is None:
        return None
    if len(said) > longest:
        spot.complain(Text("This is longer than {count} letters.", count=longest))
        return None
    if not is_seen(said):
        spot.complain(Text("{found} holds characters that nobody sees. Write it as one plain line.", found=shown(said)))
        return None
    return said
