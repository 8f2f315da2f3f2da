# SPDX-License-Identifier: MIT
"""How does what was closed at closing time survive a restart, so that it can come back at opening?"""

import json
import logging
from pathlib import Path

from rideau.adapters.atomic_file import read_limited, replace_file, set_aside
from rideau.domain.app import ClosedApp

_log = logging.getLogger(__name__)


class ClosedAppsFile:
    """Keep what was closed in one JSON file; the ``ClosedApps``."""

    def __init__(self, path: Path) -> None:
        """Keep it at ``path``; nothing is created before the first save."""
        self._path = path

    def load(self) -> tuple[ClosedApp, ...]:
        """Return what was saved; see the port."""
        try:
            raw = json.loads(read_limited(self._path))
            return tuple(_app(item) for item in raw["closed"])
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            self._set_aside(error)
            return ()

    def save(self, apps: tuple[ClosedApp, ...]) -> None:
        """Replace what was saved; see the port."""
        raw = {"version": 1, "closed": [app._asdict() for app in apps]}
        replace_file(self._path, json.dumps(raw, indent=1).encode("ascii"))

    def _set_aside(self, error: Exception) -> None:
        try:
            _log.warning("what was closed can't be read and is set aside as “%s”", set_aside(self._path).name)
        except OSError:
            _log.warning("what was closed can't be read, nor set aside: %s", error)


def _app(raw: dict[str, object]) -> ClosedApp:
    return ClosedApp(
        rule_id=_text(raw["rule_id"]),
        name=_text(raw["name"]),
        icon=_text(raw["icon"]),
        desktop_id=_text(raw["desktop_id"]),
        command=_texts(raw["command"]),
        folder=_text(raw["folder"]),
        places=_texts(raw["places"]),
    )


def _texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise TypeError(raw)
    return tuple(_text(each) for each in raw)


def _text(raw: object) -> str:
    if not isinstance(raw, str) or "\0" in raw:
        raise TypeError(raw)
    return raw
