# SPDX-License-Identifier: MIT
"""Where is the browser profile that Rideau made for the other side of life, and what is it called? (SPEC P3).

A browser has had one profile all along: it is on the side the settings name. The other side gets a folder of ours.
"""

from collections.abc import Mapping
from pathlib import Path

from rideau.adapters.paths import NAME, home_from
from rideau.domain.network import Side

PROFILE_SIDES = (Side.WORK, Side.PERSONAL)
"""The sides a browser profile can be on."""


def data_home(environment: Mapping[str, str]) -> Path:
    """Return ``$XDG_DATA_HOME``, or where it is missing or relative, ``~/.local/share`` (XDG Base Directory 0.8)."""
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else home_from(environment) / ".local/share"


def made_profile(data_home: Path, browser_id: str, side: Side) -> Path:
    """Return the folder of the profile made for ``browser_id`` on ``side``, there or not."""
    return data_home / NAME / "browsers" / f"{browser_id}-{side.value}"
