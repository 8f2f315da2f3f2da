# SPDX-License-Identifier: MIT
"""Which apps of a network are installed here? Those that have a desktop file."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from rideau.adapters.paths import home_from
from rideau.domain.app_id import app_key
from rideau.domain.network import Network


def installed_apps(networks: Iterable[Network], environment: Mapping[str, str]) -> frozenset[str]:
    """Return the desktop-file ids, without suffix and as the files write them, of the installed apps of ``networks``.

    The folders are those of the XDG Base Directory Specification (Flatpak and Snap add theirs to ``XDG_DATA_DIRS``).
    """
    wanted = {app_key(app) for network in networks for app in network.apps.linux}
    folders = [environment.get("XDG_DATA_HOME") or str(home_from(environment) / ".local/share")]
    folders += (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    files = (file for folder in folders for file in Path(folder, "applications").glob("*.desktop"))
    return frozenset(file.stem for file in files if app_key(file.name) in wanted)


def is_desktop(name: str, environment: Mapping[str, str]) -> bool:
    """Tell whether ``environment`` is a session of desktop ``name`` (``XDG_CURRENT_DESKTOP``: ``ubuntu:GNOME``)."""
    return name in environment.get("XDG_CURRENT_DESKTOP", "").split(":")
