# SPDX-License-Identifier: MIT
"""Which apps of a network are installed here? Those that have a desktop file."""

from collections.abc import Iterable, Mapping

from rideau.adapters.linux.apps.desktop_entries import application_folders, desktop_files
from rideau.domain.app_id import app_key
from rideau.domain.network import Network


def installed_apps(networks: Iterable[Network], environment: Mapping[str, str]) -> frozenset[str]:
    """Return the desktop-file ids, without suffix and as the files write them, of the installed apps of ``networks``.

    Only the names of the files are looked at: this is asked at each change of phase.
    """
    wanted = {app_key(app) for network in networks for app in network.apps.linux}
    return frozenset(each for each in desktop_files(application_folders(environment)) if app_key(each) in wanted)


def is_desktop(name: str, environment: Mapping[str, str]) -> bool:
    """Tell whether ``environment`` is a session of desktop ``name`` (``XDG_CURRENT_DESKTOP``: ``ubuntu:GNOME``)."""
    return name in environment.get("XDG_CURRENT_DESKTOP", "").split(":")
