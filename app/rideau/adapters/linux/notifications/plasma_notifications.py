# SPDX-License-Identifier: MIT
"""How is a pop-up kept from flashing up on Plasma? By its own switch per app, put back byte for byte (SPEC E6).

Plasma 5.27 draws a pop-up about 50 ms before the monitor's close can reach it, so its ``plasmanotifyrc`` is told not
to. Everywhere else this does nothing.
"""

import json
import logging
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from jeepney import DBusAddress, new_signal

from rideau.adapters.linux.apps.installed_apps import installed_apps, is_desktop
from rideau.adapters.linux.bus import NATIVE_ERRORS, connect, disconnect
from rideau.adapters.paths import home_from
from rideau.adapters.text_file import delete_file, put_text, text_of
from rideau.domain.change import Change, Outcome
from rideau.domain.error import SessionBusError
from rideau.domain.network import Network
from rideau.ports.state import Ledger

log = logging.getLogger(__name__)

KIND = "plasma-notifications"
OFF = "false"

_PLACE = re.compile(r"\A(?P<file>.+)\[Applications\]\[(?P<app>[^\]]+)\]ShowPopups\Z", re.DOTALL)


class _Before(NamedTuple):
    """Hold what stood in the file before: the key's value, and what had to be made for it."""

    value: str | None
    made_group: bool
    made_file: bool
    glue: str
    """The line ends that had to be put ahead of a new group, or of the key."""


class PlasmaNotifications:
    """Switch the pop-ups of apps off, in the ledger first, and on again."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger) -> None:
        """Act where ``environment`` names a Plasma session."""
        self._environment = environment
        self._ledger = ledger
        self._file = _config(environment) / "plasmanotifyrc"
        self._held: dict[str, tuple[int, Change]] = {}

    def hold(self, networks: Iterable[Network]) -> None:
        """Keep the installed apps of ``networks`` from popping up, and no other. Idempotent.

        Raises:
            StorageError: the ledger or Plasma's file could not be written; what was not written stays as it was.

        """
        apps = installed_apps(networks, self._environment) if is_desktop("KDE", self._environment) else frozenset()
        wanted = {app for app in apps if "]" not in app}
        restorer = PlasmaNotificationsRestorer(self._environment)
        self._drop_restored()
        for app in sorted(self._held.keys() - wanted, reverse=True):
            number, change = self._held.pop(app)
            restorer.restore(change)
            self._ledger.settle(number)
        for app in sorted(wanted - self._held.keys()):
            self._switch_off(app)

    def _drop_restored(self) -> None:
        """Hold no longer what was put back meanwhile, by ``rideau restore``."""
        if not self._held:
            return
        pending, content = dict(self._ledger.pending()), text_of(self._file) or ""
        for app, (number, _) in tuple(self._held.items()):
            if number not in pending and not _is_off(content, app):
                del self._held[app]

    def _switch_off(self, app: str) -> None:
        content = text_of(self._file)
        value = _value(content or "", app)
        if _is_off(content or "", app):
            return  # the person keeps it quiet already, and so it stays
        made_file = content is None or any(_before(change).made_file for _, change in self._held.values())
        before = _Before(value, _group(content or "", app) is None, made_file, _glue(content or "", app))
        place = f"{self._file}[Applications][{app}]ShowPopups"
        change = Change(KIND, place, json.dumps(before._asdict()), OFF)
        self._held[app] = (self._ledger.record(change), change)
        put_text(self._file, _with_off(content or "", app, before))
        _announce(self._environment, app)


class PlasmaNotificationsRestorer:
    """Put back a pop-up switch, with whatever was made around it."""

    kind = KIND

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Tell the Plasma of ``environment``, where one runs, that its file changed."""
        self._environment = environment

    def restore(self, change: Change) -> Outcome:
        """Take the key out, or give it its value back; a group and a file that were made for it go with it.

        Raises:
            StorageError: the file could not be read or written.

        """
        place = _PLACE.match(change.place)
        if place is None:
            return Outcome.GONE
        file, app = Path(place["file"]), place["app"]
        content, before = text_of(file), _before(change)
        if content is None:
            return Outcome.GONE
        if not _is_off(content, app):
            return Outcome.LEFT
        restored = _without_off(content, app, before)
        if restored == "" and before.made_file:
            delete_file(file)
        else:
            put_text(file, restored)
        _announce(self._environment, app)
        return Outcome.RESTORED


def _config(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("XDG_CONFIG_HOME") or home_from(environment) / ".config")


def _before(change: Change) -> _Before:
    """Return what was recorded; of what another version wrote, as much as can be read."""
    try:
        raw = json.loads(change.before or "{}")
    except (ValueError, RecursionError):
        raw = {}
    raw = raw if isinstance(raw, dict) else {}
    value, glue = raw.get("value"), raw.get("glue")
    return _Before(
        value if isinstance(value, str) else None,
        raw.get("made_group") is True,
        raw.get("made_file") is True,
        glue if isinstance(glue, str) else "",
    )


def _group(content: str, app: str) -> re.Match[str] | None:
    """Return where the group of ``app`` is: ``head`` its first line, ``body`` the lines up to the next group."""
    name = re.escape(f"[Applications][{app}]")
    return re.search(
        rf"^(?P<head>{name}[ \t]*(?:\n|\Z))(?P<body>(?:(?!\[).*(?:\n|\Z))*?)(?=^\[|\Z)", content, re.MULTILINE
    )


def _value(content: str, app: str) -> str | None:
    group = _group(content, app)
    found = re.search(r"^ShowPopups[ \t]*=(.*)$", group["body"], re.MULTILINE) if group else None
    return found[1] if found else None


def _is_off(content: str, app: str) -> bool:
    return (_value(content, app) or "").strip().casefold() == OFF


def _glue(content: str, app: str) -> str:
    group = _group(content, app)
    if group is not None:
        return "" if group["head"].endswith("\n") else "\n"
    if not content:
        return ""
    return "\n" if content.endswith("\n") else "\n\n"


def _with_off(content: str, app: str, before: _Before) -> str:
    group = _group(content, app)
    if group is None:
        return f"{content}{before.glue}{_block(app)}"
    if before.value is None:
        return f"{content[: group.end('head')]}{before.glue}ShowPopups={OFF}\n{content[group.end('head') :]}"
    return _replaced(content, group, f"ShowPopups={OFF}")


def _without_off(content: str, app: str, before: _Before) -> str:
    block = f"{before.glue}{_block(app)}"
    if before.made_group and block in content and _is_alone(content, block):
        return content.replace(block, "", 1)
    group = _group(content, app)
    if group is None:
        return content
    if before.value is not None:
        return _replaced(content, group, f"ShowPopups={before.value}")
    body = re.sub(r"^ShowPopups[ \t]*=.*(?:\n|\Z)", "", group["body"], count=1, flags=re.MULTILINE)
    head = "" if before.made_group and not body.strip() else group["head"]
    if before.glue and not before.made_group and not body:
        head = head.removesuffix(before.glue)
    return f"{content[: group.start()]}{head}{body if head else ''}{content[group.end() :]}"


def _is_alone(content: str, block: str) -> bool:
    rest = content.partition(block)[2].lstrip("\n")
    return not rest or rest.startswith("[")


def _block(app: str) -> str:
    return f"[Applications][{app}]\nShowPopups={OFF}\n"


def _replaced(content: str, group: re.Match[str], line: str) -> str:
    body = re.sub(r"^ShowPopups[ \t]*=.*$", lambda _found: line, group["body"], count=1, flags=re.MULTILINE)
    return f"{content[: group.start('body')]}{body}{content[group.end('body') :]}"


def _announce(environment: Mapping[str, str], app: str) -> None:
    """Tell a running Plasma, which otherwise reads its file again at the next login only; no bus, no Plasma."""
    emitter = DBusAddress("/plasmanotifyrc", interface="org.kde.kconfig.notify")
    body = ({f"Applications\x1d{app}": [b"ShowPopups"]},)
    try:
        connection = connect(environment)
    except SessionBusError:
        return
    try:
        connection.send(new_signal(emitter, "ConfigChanged", "a{saay}", body))
    except NATIVE_ERRORS as error:
        log.info("Plasma was not told of its settings: %s", error)
    finally:
        disconnect(connection)
