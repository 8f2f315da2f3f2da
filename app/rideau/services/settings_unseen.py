# SPDX-License-Identifier: MIT
"""Would a change write over entries of the settings file that nobody was shown, because the file does not hold?

A list of entries (exceptions, leave) is written whole. What the window shows of a file that does not hold are the last
good settings: a list of those, with one more, must not take the place of what a hand has added to it since.
"""

from collections.abc import Mapping

from rideau.domain.settings import Settings
from rideau.services.settings_tree import settings_tree


def writes_over_unseen(tables: Mapping[str, object], shown: Settings, edits: Mapping[str, object]) -> bool:
    """Tell whether ``edits`` write a list of entries of which ``tables`` have more than ``shown`` has."""
    tree = settings_tree(shown)
    return any(_entries(tables, path) > _entries(tree, path) for path in edits)


def _entries(tables: object, path: str) -> int:
    """Return how many entries the list at ``path`` has; none where it is no list of them."""
    for key in path.split("."):
        tables = tables.get(key) if isinstance(tables, Mapping) else None
    return sum(isinstance(each, Mapping) for each in tables) if isinstance(tables, list) else 0
