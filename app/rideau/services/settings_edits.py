# SPDX-License-Identifier: MIT
"""Which edits of the settings file make it say what these settings say? The way back from values to key paths."""

import re
from collections.abc import Iterator

from rideau.domain.settings import Settings
from rideau.services.settings_tree import Table, settings_tree

_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""A key that needs no quotes."""
_SHORT = {"\b": r"\b", "\t": r"\t", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}


def edits_between(before: Settings, after: Settings) -> dict[str, object]:
    """Return the plain TOML values by key path that turn ``before`` into ``after``; None removes a key.

    As few and as deep as can be, so that a person's comments and what another hand wrote meanwhile stay: a new table is
    written key by key, and only a table that is gone is removed whole.
    """
    before, after = _without_networks_of(after, before), _without_networks_of(before, after)
    return {} if before == after else dict(_edits("", settings_tree(before), settings_tree(after)))


def key_path(*keys: str) -> str:
    """Return the path of ``keys`` as TOML writes it: ``networks."a.b".sites``."""
    return ".".join(_key(key) for key in keys)


def _without_networks_of(other: Settings, settings: Settings) -> Settings:
    """Return ``settings`` without the networks that ``other`` has just so: there may be hundreds of them."""
    rest = {key: each for key, each in settings.networks.items() if other.networks.get(key) != each}
    return settings._replace(networks=rest)


def _edits(path: str, before: Table, after: Table) -> Iterator[tuple[str, object]]:
    """Yield removals first: a week must go before the rotation that takes its place comes."""
    for key in before:
        if key not in after:
            yield path + _key(key), None
    for key, value in after.items():
        at, old = path + _key(key), before.get(key)
        if isinstance(value, dict) and (value or isinstance(old, dict)):
            yield from _edits(f"{at}.", old if isinstance(old, dict) else {}, value)
        elif value != old:
            yield at, value


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else f'"{"".join(_letter(letter) for letter in key)}"'


def _letter(letter: str) -> str:
    is_control = letter < " " or letter == "\x7f"
    return _SHORT.get(letter, f"\\u{ord(letter):04x}" if is_control else letter)
