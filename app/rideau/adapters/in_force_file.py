# SPDX-License-Identifier: MIT
"""How do the settings in force survive a restart, and an editor?"""

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

from rideau.adapters.atomic_file import read_limited, replace_file, set_aside
from rideau.adapters.migrations import migrate
from rideau.adapters.overrides_file import override_from, raw_override
from rideau.adapters.settings_reader import RawFile, read_settings
from rideau.adapters.settings_toml import TomlError, parse_toml
from rideau.domain.settings import LockLevel, Settings
from rideau.domain.trusted_time import Anchor
from rideau.ports.in_force import Kept, Texts

_log = logging.getLogger(__name__)

CONFIG = "config.toml"
_DAMAGE = (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, TomlError)


class InForceFile:
    """Keep the settings in force in one private JSON file; the ``InForceStore``.

    The texts are those of ``memory``, where the settings that held last are copied to. Their checksum notices damage;
    whoever wants to write a right one has to mean it.
    """

    def __init__(self, path: Path, memory: Path, known_networks: Callable[[], Iterable[str]] | None = None) -> None:
        """Keep at ``path``; nothing is created before the first save."""
        self._path = path
        self._memory = memory
        self._known_networks = known_networks

    def load(self) -> Kept | None:
        """Return what was kept; see the port."""
        try:
            return self._kept(json.loads(read_limited(self._path)))
        except FileNotFoundError:
            return None
        except _DAMAGE as error:
            self._set_aside(error)
            return None

    def texts(self) -> Texts:
        """Return the files that hold; see the port."""
        try:
            names = sorted((self._memory / "networks.d").glob("*.toml"))
        except OSError:
            names = []
        found = []
        for file in (self._memory / CONFIG, *names):
            try:
                found.append((file.relative_to(self._memory).as_posix(), read_limited(file).decode()))
            except (OSError, ValueError):  # it is not there, as a rule: the defaults hold
                continue
        return tuple(found)

    def save(self, kept: Kept) -> None:
        """Replace what was kept; see the port."""
        replace_file(self._path, json.dumps(_raw(kept), indent=1).encode("ascii"))

    def _kept(self, raw: Mapping[str, Any]) -> Kept:
        texts = _texts(raw["texts"])
        if _checksum(texts) != raw["checksum"]:
            raise ValueError(CONFIG)
        return Kept(
            settings=self._settings(texts),
            texts=texts,
            zone=str(raw["zone"]),
            since=_instant(raw["since"]),
            level=LockLevel(raw["level"]),
            waiting=_texts(raw["waiting"]),
            noticed=_instant(raw["noticed"]) if raw["noticed"] else None,
            switches=tuple(override_from(each) for each in raw["switches"]),
            anchor=_anchor(raw["anchor"]) if raw["anchor"] else None,
            moved=timedelta(seconds=float(raw["moved_s"])),
            closed_until=int(raw["closed_until"]),
            starts_at_login=bool(raw["starts_at_login"]),
            alive=str(raw["alive"]),
        )

    def _settings(self, texts: Texts) -> Settings:
        files = {name: parse_toml(Path(name), text) for name, text in texts}
        config = files.pop(CONFIG, {})
        migrate(config)
        own = [RawFile(name, raw) for name, raw in files.items()]
        settings, problems = read_settings(RawFile(CONFIG, config), own, self._known_networks)
        if problems:
            raise ValueError(problems[0].place)
        return settings

    def _set_aside(self, error: Exception) -> None:
        try:
            _log.warning("the settings in force can't be read and are set aside as “%s”", set_aside(self._path).name)
        except OSError:
            _log.warning("the settings in force can't be read, nor set aside: %s", error)


def _raw(kept: Kept) -> dict[str, object]:
    anchor = kept.anchor
    return {
        "version": 1,
        "closed_until": kept.closed_until,
        "zone": kept.zone,
        "since": kept.since.isoformat(),
        "level": kept.level.value,
        "checksum": _checksum(kept.texts),
        "texts": kept.texts,
        "waiting": kept.waiting,
        "noticed": kept.noticed.isoformat() if kept.noticed else None,
        "switches": [raw_override(each) for each in kept.switches],
        "anchor": [anchor.boot, anchor.since_boot.total_seconds(), anchor.wall.isoformat()] if anchor else None,
        "moved_s": kept.moved.total_seconds(),
        "starts_at_login": kept.starts_at_login,
        "alive": kept.alive,
    }


def _checksum(texts: Texts) -> int:
    return crc32(json.dumps(texts).encode())


def _texts(raw: Iterable[tuple[str, str]]) -> Texts:
    return tuple((str(name), str(text)) for name, text in raw)


def _anchor(raw: tuple[str, float, str]) -> Anchor:
    boot, since_boot_s, wall = raw
    return Anchor(str(boot), timedelta(seconds=float(since_boot_s)), _instant(wall))


def _instant(raw: str) -> datetime:
    instant = datetime.fromisoformat(raw)
    if instant.tzinfo is None:
        raise ValueError(raw)
    return instant.astimezone(UTC)
