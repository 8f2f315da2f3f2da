# SPDX-License-Identifier: MIT
"""Which of all networks does a person want to see first, and in which order?"""

import re
from collections.abc import Collection, Iterable

from rideau.domain.app import InstalledApp
from rideau.domain.app_id import app_key
from rideau.domain.network import Network
from rideau.domain.network_edit import COLUMNS, column_of
from rideau.domain.network_search import plain
from rideau.domain.settings import Settings

BEST_KNOWN = frozenset(
    {
        "facebook",
        "gmail",
        "instagram",
        "linkedin",
        "outlook",
        "slack",
        "teams",
        "tiktok",
        "whatsapp",
        "x",
        "youtube",
    }
)
"""What nearly everybody in this line of work meets; they stand there before anything was said."""


_NUMBER = re.compile(r"([0-9]+)")


def app_keys(apps: Iterable[InstalledApp]) -> frozenset[str]:
    """Return by what the installed ``apps`` are told: their desktop-file, Flatpak and Snap ids."""
    return frozenset(app_key(key) for each in apps for key in (each.id, each.flatpak, each.snap) if key)


def is_here(network: Network, installed: Collection[str]) -> bool:
    """Tell whether an app of ``network`` is among the ``installed`` keys."""
    return any(app_key(app) in installed for apps in network.apps for app in apps)


def shown_networks(networks: Iterable[Network], settings: Settings, installed: Collection[str]) -> tuple[Network, ...]:
    """Return those of ``networks`` (as merged) that stand on a side and are the person's, by name.

    Theirs is what they said something of, what has an app here, and the best known; the others are searched for.
    """
    return tuple(
        sorted(
            (
                each
                for each in networks
                if column_of(each) in COLUMNS
                and (each.id in settings.networks or each.id in BEST_KNOWN or is_here(each, installed))
            ),
            key=lambda each: (_natural(each.name), each.id),
        )
    )


def _natural(name: str) -> list[tuple[int, str]]:
    """Return what sorts ``name`` as people do: 9 before 10."""
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in _NUMBER.split(plain(name))]
