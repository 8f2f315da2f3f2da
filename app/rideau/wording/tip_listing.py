# SPDX-License-Identifier: MIT
"""How does ``rideau tip list`` say which tips there are, and which of them come?"""

from collections.abc import Iterable

from rideau.domain.settings import Reminders
from rideau.domain.tip import Tip
from rideau.wording.listings import columns
from rideau.wording.words import Words


def tips_document(words: Words, tips: Iterable[Tip], wanted: Reminders) -> dict[str, object]:
    """Return what ``rideau tip list --json`` says."""
    return {
        "tips": [
            {
                "id": each.id,
                "theme": each.theme.value,
                "moments": sorted(moment.value for moment in each.moments),
                "sentence": each.said_in(words.language).sentence,
                "body": each.said_in(words.language).body,
                "own": each.is_own,
                "on": _is_on(each, wanted),
            }
            for each in tips
        ]
    }


def tip_lines(words: Words, tips: Iterable[Tip], wanted: Reminders) -> list[str]:
    """Return it for people."""
    off = words.text("switched off")
    rows = [
        (each.id, said if _is_on(each, wanted) else f"{said} ({off})")
        for each in tips
        if (said := each.said_in(words.language).sentence)
    ]
    return columns(rows)


def _is_on(tip: Tip, wanted: Reminders) -> bool:
    return tip.id not in wanted.tips_off and tip.theme not in wanted.themes_off
