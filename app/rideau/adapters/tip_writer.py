# SPDX-License-Identifier: MIT
"""How does a tip of one's own stand in a file, so that a person can read it and change it?"""

from collections.abc import Iterator
from typing import Final

import tomlkit

from rideau.domain.tip import Gesture, Moment, Tip

NOTE: Final = "# A tip of your own. Change it as you like and save: Rideau takes it up at once."


def tip_text(tip: Tip) -> str:
    """Return the whole file for ``tip``."""
    return "\n".join(_lines(tip)) + "\n"


def _lines(tip: Tip) -> Iterator[str]:
    yield NOTE
    yield "[[tips]]"
    yield f"id = {_quoted(tip.id)}"
    yield f"theme = {_quoted(tip.theme.value)}"
    moments = ", ".join(_quoted(each.value) for each in Moment if each in tip.moments)
    yield f"moments = [{moments}]"
    yield f"picture = {_quoted(tip.picture.value)}"
    if tip.gesture is not Gesture.NONE:
        yield f"gesture = {_quoted(tip.gesture.value)}"
    yield f"cool_down_days = {tip.cool_down.days}"
    for language, wording in tip.wordings.items():
        yield f"\n[tips.{language}]"
        yield from (f"{key} = {_quoted(said)}" for key, said in wording._asdict().items() if said)


def _quoted(text: str) -> str:
    return str(tomlkit.string(text).as_string())
