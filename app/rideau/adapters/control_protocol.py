# SPDX-License-Identifier: MIT
"""What is said over the local socket? One JSON line asks, one JSON line answers; every byte of a request is checked.

Request: ``{"version": 1, "command": "open", "seconds": 600, "reason": "..."}``. Answer: ``{"version": 1, "document":
{...}, "lines": [...]}``, with ``"key": "...", "wait": 10`` where the same is to be asked again with that key, so many
seconds later; or ``{"version": 1, "error": {"kind": "refused", "message": "..."}}`` in the app's language.
"""

import json
import socket
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple, NoReturn

from rideau.domain.error import RefusedError, RideauError, UsageError
from rideau.domain.text import Text
from rideau.ports.settings_window import SettingsPage

VERSION = 1
LONGEST_REASON = 500
LONGEST_SECONDS = 366 * 24 * 3600
YEARS = range(1970, 2201)
"""Instants outside these years are refused: arithmetic with zones must not run over the calendar's ends."""


class Command(StrEnum):
    """Name what can be asked of a running app."""

    SHOW = "show"
    SETTINGS = "settings"
    """Show the settings window, at a page."""
    STATUS = "status"
    OPEN = "open"
    CLOSE = "close"
    RESUME = "resume"
    FOCUS = "focus"
    STOP_FOCUS = "stop-focus"
    PAUSE_FOCUS = "pause-focus"
    RESUME_FOCUS = "resume-focus"
    TIP = "tip"
    """Show the last tip again, or another one now."""
    DISMISS_TIP = "dismiss-tip"
    ENTER = "enter"
    """Go into a network after a breath."""
    DOCTOR = "doctor"
    BROWSERS = "browsers"
    RESTORE = "restore"
    RESTORE_CHANGES = "restore-changes"
    """Put back what was changed in passing, and leave what was installed to stay."""
    QUIT = "quit"
    CALL_OFF = "call-off"
    """Stop turning a key."""
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a command
    """Tell whether there is one."""
    SET_PASSPHRASE = "set-passphrase"  # noqa: S105 - as above
    REMOVE_PASSPHRASE = "remove-passphrase"  # noqa: S105 - as above


class Request(NamedTuple):
    """Hold one request; what a command does not use stays empty."""

    command: Command
    duration: timedelta | None = None
    until: datetime | None = None
    """Aware."""
    reason: str = ""
    key: str = ""
    """The key that an earlier answer named."""
    passphrase: str = ""
    is_emergency: bool = False
    page: SettingsPage | None = None
    """The page of the settings window; None for the one that was looked at last."""
    network: str = ""
    """The id of a network."""
    tip: str = ""
    """The id of a tip, or ``now`` for one that fits; empty for the last one."""


class Answer(NamedTuple):
    """Hold what an app answers: a document for scripts, and the same as lines for people."""

    document: object
    lines: tuple[str, ...] = ()
    key: str = ""
    """What to ask the same again with, to have it done; empty where it is done."""
    wait_s: float = 0
    """How long to wait before that."""


def unix_socket() -> socket.socket:
    """Return a new local stream socket.

    Raises:
        RideauError: this system has none (Python on Windows).

    """
    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        raise RideauError(Text("Commands can't speak to a running Rideau on Windows yet."), Text("Use its menu."))
    return socket.socket(family, socket.SOCK_STREAM)


def request_line(request: Request) -> bytes:
    """Return ``request`` as it goes over the wire."""
    fields: dict[str, object] = {"version": VERSION, "command": request.command.value}
    if request.duration is not None:
        fields["seconds"] = round(request.duration.total_seconds())
    if request.until is not None:
        fields["until"] = request.until.isoformat()
    said = {"reason": request.reason, "key": request.key, "passphrase": request.passphrase, "network": request.network}
    said["id"] = request.tip
    fields |= {name: value for name, value in said.items() if value}
    if request.page is not None:
        fields["page"] = request.page.value
    if request.is_emergency:
        fields["emergency"] = True
    return encoded(fields)


def parse_request(line: bytes) -> Request:
    """Return the request that ``line`` holds.

    Raises:
        UsageError: it holds none: not JSON, not this version, an unknown command, a value of a wrong kind.

    """
    try:
        raw = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UsageError(Text("That is not a request Rideau can read.")) from error
    if not isinstance(raw, dict):
        raise UsageError(Text("That is not a request Rideau can read."))
    if type(raw.get("version")) is not int or raw["version"] != VERSION:
        raise UsageError(
            Text("The running Rideau is of another version."), Text("Run “rideau quit”, then start it again.")
        )
    return Request(
        _command(raw.get("command")),
        _duration(raw),
        _until(raw),
        _reason(raw),
        _short(raw, "key"),
        _short(raw, "passphrase"),
        raw.get("emergency") is True,
        _page(raw.get("page")),
        _short(raw, "network"),
        _short(raw, "id"),
    )


def encoded(fields: Mapping[str, object]) -> bytes:
    """Return ``fields`` as one line of the wire."""
    return json.dumps(fields).encode() + b"\n"


def parse_answer(line: bytes) -> Answer:
    """Return what the app answered.

    Raises:
        RideauError: the app said no (RefusedError, UsageError) or failed, or what came is no answer.

    """
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RideauError(Text("The running Rideau answered something unreadable.")) from error
    if not isinstance(raw, dict) or raw.get("version") != VERSION:
        raise RideauError(
            Text("The running Rideau is of another version."), Text("Quit it from its menu, then start it again.")
        )
    if isinstance(raw.get("error"), dict):
        _raise(raw["error"])
    lines, key, wait_s = raw.get("lines"), raw.get("key"), raw.get("wait")
    said = tuple(str(each) for each in lines) if isinstance(lines, list) else ()
    if isinstance(key, str) and isinstance(wait_s, int | float) and 0 <= wait_s <= LONGEST_SECONDS:
        return Answer(raw.get("document"), said, key, wait_s)
    return Answer(raw.get("document"), said)


def answer_line(answer: Answer) -> bytes:
    """Return ``answer`` as it goes over the wire."""
    fields: dict[str, object] = {"version": VERSION, "document": answer.document, "lines": list(answer.lines)}
    if answer.key:
        fields |= {"key": answer.key, "wait": answer.wait_s}
    return encoded(fields)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _command(raw: object) -> Command:
    try:
        return Command(raw)  # type: ignore[arg-type]  # any value may be tried; those that name none raise
    except ValueError as error:
        raise UsageError(Text("The running Rideau does not know that command.")) from error


def _page(raw: object) -> SettingsPage | None:
    if raw is None:
        return None
    try:
        return SettingsPage(raw)  # type: ignore[arg-type]  # as above
    except ValueError as error:
        raise UsageError(Text("The running Rideau has no such page in its settings.")) from error


def _duration(raw: Mapping[str, object]) -> timedelta | None:
    seconds = raw.get("seconds")
    if seconds is None:
        return None
    if type(seconds) is not int or not 0 < seconds <= LONGEST_SECONDS:
        raise UsageError(
            Text("That is not a length of time that can be asked for."), Text("Write it as 10m or 1h30m, up to a day.")
        )
    return timedelta(seconds=seconds)


def _until(raw: Mapping[str, object]) -> datetime | None:
    until = raw.get("until")
    if until is None:
        return None
    try:
        instant = datetime.fromisoformat(until)  # type: ignore[arg-type]  # a wrong type raises
    except (TypeError, ValueError) as error:
        raise UsageError(Text("That is not an instant in ISO 8601.")) from error
    if instant.tzinfo is None or instant.year not in YEARS:
        raise UsageError(Text("That is not an instant in ISO 8601 with an offset, of these centuries."))
    return instant.astimezone(UTC)


def _reason(raw: Mapping[str, object]) -> str:
    reason = raw.get("reason", "")
    if not isinstance(reason, str) or len(reason) > LONGEST_REASON:
        raise UsageError(Text("A reason is a short text, of at most {count} characters.", count=LONGEST_REASON))
    return " ".join("".join(each if each.isprintable() else " " for each in reason).split())


def _short(raw: Mapping[str, object], name: str) -> str:
    said = raw.get(name, "")
    if not isinstance(said, str) or len(said) > LONGEST_REASON:
        raise UsageError(Text("That is not a request Rideau can read."))
    return said


def _raise(raw: Mapping[str, object]) -> NoReturn:
    said = Text(_AS_SAID, said=str(raw.get("message", "")))
    raise _ERRORS.get(str(raw.get("kind")), RideauError)(said)


_AS_SAID = "{said}"
"""What the app said is in the person's language already."""

_ERRORS: Mapping[str, type[RideauError]] = {
    "refused": RefusedError,
    "usage": UsageError,
}
