# SPDX-License-Identifier: MIT
"""How does ``rideau apps`` say what is installed, and which network each app belongs to?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rideau.domain.text import Text
from rideau.wording.listings import columns
from rideau.wording.words import Words


class AppStand(NamedTuple):
    """Hold one app that is installed here."""

    id: str
    name: str
    icon: str = ""
    network: str = ""
    """The id of the network that it belongs to; empty for none."""
    network_name: str = ""
    left_aside: Text | None = None
    """Why nothing is ever done to it, though a network names it."""


def apps_document(words: Words, apps: Iterable[AppStand]) -> dict[str, object]:
    """Return what ``rideau apps --json`` says."""
    return {
        "apps": [
            {
                "id": each.id,
                "name": each.name,
                "icon": each.icon or None,
                "network": each.network or None,
                "left_aside": words.say(each.left_aside) if each.left_aside else None,
            }
            for each in apps
        ]
    }


def app_lines(words: Words, apps: Sequence[AppStand]) -> list[str]:
    """Return what ``rideau apps`` prints: those of networks first, and what is left aside below."""
    if not apps:
        return [words.text("No app is installed here that your menu knows.")]
    heads = (words.text("App"), words.text("Network"), words.text("Id"))
    rows = [(each.name, each.network_name or words.text("none"), each.id) for each in apps]
    aside = [words.say(each.left_aside) for each in apps if each.left_aside]
    return [*columns([heads, *rows]), *([""] if aside else []), *aside]
