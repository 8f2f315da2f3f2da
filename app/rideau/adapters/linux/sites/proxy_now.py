# SPDX-License-Identifier: MIT
"""Did another hand change this desktop's proxy settings? Where they stand, and what they say at this moment."""

from collections.abc import Mapping
from pathlib import Path

from rideau.adapters.atomic_file import read_limited
from rideau.adapters.linux import dconf
from rideau.adapters.linux.autostart import config_folders
from rideau.adapters.linux.ini_file import value_in
from rideau.adapters.linux.sites import gsettings_proxy, kio_proxy
from rideau.domain.error import StorageError


def proxy_files(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the files to watch; each may be missing."""
    return (dconf.own_database(environment), _kde_file(environment))


def proxy_now(environment: Mapping[str, str]) -> Mapping[str, object]:
    """Return what counts in them, to be compared with another time; empty where it cannot be read now."""
    try:
        said = dconf.read(environment)
    except StorageError:
        return {}
    found: dict[str, object] = {key: value for key, value in said.items() if key.startswith(gsettings_proxy.PLACE)}
    kde = _kde_settings(environment)
    return found | {key: value_in(kde, kio_proxy.GROUP, key) for key in (kio_proxy.TYPE, kio_proxy.SCRIPT)}


def _kde_file(environment: Mapping[str, str]) -> Path:
    return config_folders(environment)[0] / kio_proxy.NAME


def _kde_settings(environment: Mapping[str, str]) -> str:
    try:
        return read_limited(_kde_file(environment)).decode(errors="replace")
    except OSError:  # absent nearly everywhere
        return ""
