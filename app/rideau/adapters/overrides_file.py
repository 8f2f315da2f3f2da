# SPDX-License-Identifier: MIT
"""How do the switches by hand survive a restart?"""

import json
import logging
from datetime import UTC, datetime
from pathlib import Path

from rideau.adapters.atomic_file import read_limited, replace_file, set_aside
from rideau.domain.override import Override, OverrideKind

_log = logging.getLogger(__name__)


class OverridesFile:
    """Keep the switches by hand in one JSON file; the ``OverrideStore``."""

    def __init__(self, path: Path) -> None:
        """Keep them at ``path``; nothing is created before the first save."""
        self._path = path

    def load(self) -> tuple[Override, ...]:
        """Return what was saved; see the port."""
        try:
            raw = json.loads(read_limited(self._path))
            return tuple(override_from(item) for item in raw["overrides"])
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            self._set_aside(error)
            return ()

    def save(self, overrides: tuple[Override, ...]) -> None:
        """Replace what was saved; see the port."""
        raw = {"version": 1, "overrides": [raw_override(override) for override in overrides]}
        replace_file(self._path, json.dumps(raw, indent=1).encode("ascii"))

    def _set_aside(self, error: Exception) -> None:
        try:
            _log.warning("the switches by hand can't be read and are set aside as “%s”", set_aside(self._path).name)
        except OSError:
            _log.warning("the switches by hand can't be read, nor set aside: %s", error)


def raw_override(override: Override) -> dict[str, str | None]:
    """Return ``override`` as JSON holds it."""
    return {
        "kind": override.kind.value,
        "start": override.start.isoformat(),
        "end": override.end.isoformat() if override.end is not None else None,
        "reason": override.reason,
    }


def override_from(raw: dict[str, str | None]) -> Override:
    """Return the override that ``raw`` holds.

    Raises:
        ValueError, KeyError, TypeError, OverflowError: it holds none.

    """
    start, end, reason = raw["start"], raw["end"], raw["reason"]
    kind = raw["kind"]
    if not (isinstance(kind, str) and isinstance(reason, str) and isinstance(start, str)):
        raise TypeError(raw)
    return Override(OverrideKind(kind), _instant(start), _instant(end) if end is not None else None, reason)


def _instant(raw: str) -> datetime:
    instant = datetime.fromisoformat(raw)
    if instant.tzinfo is None:
        raise ValueError(raw)
    return instant.astimezone(UTC)
