# SPDX-License-Identifier: MIT
"""What do the tray, the browsers' hosts and the keeper say to each other? One JSON object to a line, checked.

Every line is ``{"version": 1, "type": "...", ...}``. Whoever connects says ``hello`` first and is told ``welcome``.
The types, and who says them to whom, are in ``Type``.
"""

import json
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, NoReturn, Self

from rideau.domain.door import Door, Doors, Profile

VERSION = 1
LARGEST_LINE = 4 * 1024 * 1024
"""Bytes; a longer line ends the conversation."""

_FAR = 1e15
"""No instant is further off."""

Fields = Mapping[str, object]

_NO_JSON = "that is not JSON"
_NO_OBJECT = "that is not a JSON object"
_OTHER_VERSION = f"version {VERSION} is spoken here"
_UNKNOWN_TYPE = "that type is not known"
_WRONG_KIND = "“{place}” is of a wrong kind"


class MessageError(Exception):
    """Say that a line is none of ours: not JSON, another version, a value of a wrong kind."""

    def __init__(self, problem: str) -> None:
        """Keep what is wrong, in English, for logs."""
        super().__init__(problem)


class Role(StrEnum):
    """Name who connects."""

    TRAY = "tray"
    BROWSER = "browser"
    """A native messaging host, on behalf of the extension in one browser profile."""


class Type(StrEnum):
    """Name what a line is about."""

    HELLO = "hello"
    """Anyone, first: ``role``, ``pid``; a browser's host adds ``browser`` (an id), ``profile``, ``extension``."""
    WELCOME = "welcome"
    """Keeper, to a hello: ``pid`` and ``port`` of the gate; to the tray with the listening socket (SCM_RIGHTS)."""
    ERROR = "error"
    """Keeper, then it hangs up: ``message`` (English, for logs) and its own ``version``."""
    ORDERS = "orders"
    """Tray: what should hold, see ``Orders``."""
    PING = "ping"
    """Tray: ``id``; answered at once with ``pong`` and the same ``id``."""
    PONG = "pong"
    LEASE = "lease"
    """Tray: ``id``, ``processes`` (``[[pid, start], ...]``): continue these when the tray is gone, see ``Lease``."""
    RELEASE = "release"
    """Tray: ``id``: that lease is over, nothing is to be continued any more."""
    GOODBYE = "goodbye"
    """Tray, quitting: the keeper forgets its leases, closes the gate's door and ends; nothing is restored by it."""
    STATE = "state"
    """Keeper, to browsers' hosts, at hello and after every orders: ``doors``, ``closed``, ``breath``, ``limited``,
    ``until``, ``signs``, ``board``."""
    PROFILE = "profile"
    """Browser's host: ``profile`` was corrected in the extension's options."""
    ATTEMPT = "attempt"
    """Somebody wanted into a closed network. Browser's host to keeper: ``network``. Keeper to tray: ``network``,
    ``host``, ``by`` (``gate`` or ``extension``), ``scheme`` (``https``, ``http``; empty from the extension)."""
    LOOKING = "looking"
    """Somebody looks at a network whose use is counted. Browser's host to keeper: ``network``, empty for none any more.
    Keeper to tray, at each change: ``networks``, of all browsers together."""
    IN_USE = "in-use"
    """Keeper to tray, at each change: ``networks`` whose use is counted, and to which a way through the gate is live
    from a browser without the extension."""
    BROWSERS = "browsers"
    """Keeper to tray, at hello and after each change: ``browsers``, a list of what their hosts said at hello."""
    SEEN = "seen"
    """Keeper to tray, once per program: ``program``, the executable of a browser that came through the gate."""
    BUSY = "busy"
    """Keeper to tray, at each change: ``is_busy``, whether any tunnel is live."""


class Sign(NamedTuple):
    """Hold what hangs on the door of a closed network, in the person's language."""

    title: str
    """``LinkedIn opens Monday at 9:00. Your hours, your rule.``"""
    why: str
    """The reason and until when, a sentence or two."""


class Lease(NamedTuple):
    """Hold which processes to continue (SIGCONT) when the tray is gone.

    Each is ``(pid, start)``; ``start`` is field 22 of ``/proc/<pid>/stat`` (clock ticks since boot, proc(5)), so that
    a number used again is nobody else's harm.
    """

    id: str
    processes: tuple[tuple[int, int], ...]


class Orders(NamedTuple):
    """Hold what the keeper makes hold until it is told otherwise."""

    doors: Doors
    until: float | None = None
    """POSIX seconds at which the present phase ends; without a tray, everything is open from then on."""
    signs: Mapping[str, Sign] = MappingProxyType({})
    """By network id, for every network closed to some profile."""
    board: Fields = MappingProxyType({})
    """What the extension's page shows besides (``language``, ``phase``, ``tip``, ...); the keeper passes it on."""
    upstream: str = ""
    """``host:port`` of the person's own HTTP proxy, to be reached through; empty for none."""
    restart: tuple[str, ...] = ()
    """The command that starts the tray again."""
    restore: tuple[str, ...] = ()
    """The command that puts everything back, when the tray cannot be started again."""
    undo: str = ""
    """The path of the script that does so where even that command is gone; empty for none."""
    pac: str = ""
    """The script that tells browsers what goes through the gate, for those that cannot be handed it; empty for none."""


def encoded(kind: Type, fields: Fields = MappingProxyType({})) -> bytes:
    """Return one line."""
    return json.dumps({"version": VERSION, "type": kind.value, **fields}, separators=(",", ":")).encode() + b"\n"


def decoded(line: bytes) -> tuple[Type, Fields]:
    """Return what ``line`` is about, and its fields.

    Raises:
        MessageError: it is no line of this version.

    """
    try:
        raw = json.loads(line.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise MessageError(_NO_JSON) from error
    if not isinstance(raw, dict):
        raise MessageError(_NO_OBJECT)
    if type(raw.get("version")) is not int or raw["version"] != VERSION:
        raise MessageError(_OTHER_VERSION)
    try:
        return Type(str(raw.get("type"))), raw
    except ValueError as error:
        raise MessageError(_UNKNOWN_TYPE) from error


def orders_fields(orders: Orders) -> dict[str, object]:
    """Return ``orders`` as the fields of a line."""
    return {
        **state_fields(orders),
        "upstream": orders.upstream,
        "restart": list(orders.restart),
        "restore": list(orders.restore),
        "undo": orders.undo,
        "pac": orders.pac,
    }


def state_fields(orders: Orders) -> dict[str, object]:
    """Return what of ``orders`` is a browser's business."""
    return {
        "doors": [door._asdict() for door in orders.doors.doors],
        "closed": _by_profile(orders.doors.closed),
        "breath": _by_profile(orders.doors.breath),
        "limited": _by_profile(orders.doors.limited),
        "until": orders.until,
        "signs": {network: sign._asdict() for network, sign in orders.signs.items()},
        "board": dict(orders.board),
    }


def orders_from(fields: Fields) -> Orders:
    """Return the orders that ``fields`` hold.

    Raises:
        MessageError: a value is of a wrong kind; the text names it.

    """
    read = Reader(fields)
    until = fields.get("until")
    return Orders(
        Doors(
            tuple(_door(each) for each in read.tables("doors")),
            _of_profiles(read.table("closed")),
            _of_some(read.table("breath")),
            _of_some(read.table("limited")),
        ),
        until if until is None else read.number("until"),
        MappingProxyType({network: _sign(table) for network, table in read.table("signs").each_table()}),
        read.table("board").fields,
        read.text("upstream"),
        read.texts("restart"),
        read.texts("restore"),
        read.text("undo"),
        read.text("pac"),
    )


def lease_fields(lease: Lease) -> dict[str, object]:
    """Return ``lease`` as the fields of a line."""
    return {"id": lease.id, "processes": [list(each) for each in lease.processes]}


def lease_from(fields: Fields) -> Lease:
    """Return the lease that ``fields`` hold; raises MessageError as ``orders_from``."""
    read = Reader(fields)
    return Lease(read.text("id"), read.pairs("processes"))


class Reader:
    """Read fields of the kind they must be; a missing one is empty."""

    def __init__(self, fields: Fields, place: str = "") -> None:
        """Read from ``fields``, found at ``place`` of the line."""
        self.fields = fields
        self._place = place

    def text(self, key: str) -> str:
        """Return a text."""
        value = self.fields.get(key, "")
        return value if isinstance(value, str) else self._refuse(key)

    def number(self, key: str) -> float:
        """Return a number, finite."""
        value = self.fields.get(key, 0)
        is_number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _FAR
        return float(value) if is_number else self._refuse(key)  # type: ignore[arg-type]  # checked just above

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._refuse(key)
        return tuple(value)

    def pairs(self, key: str) -> tuple[tuple[int, int], ...]:
        """Return a list of pairs of whole numbers."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(_is_pair(each) for each in value):
            self._refuse(key)
        return tuple((first, second) for first, second in value)

    def table(self, key: str) -> Self:
        """Return an object, to be read in turn."""
        value = self.fields.get(key, {})
        return self._at(key, value) if isinstance(value, dict) else self._refuse(key)

    def tables(self, key: str) -> tuple[Self, ...]:
        """Return a list of objects."""
        value = self.fields.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._refuse(key)
        return tuple(self._at(key, each) for each in value)

    def each_table(self) -> tuple[tuple[str, Self], ...]:
        """Return every field, each of which must be an object."""
        return tuple((key, self.table(key)) for key in self.fields)

    def profile(self, key: str) -> Profile:
        """Return a browser profile; none where it is missing."""
        try:
            return Profile(self.text(key) or Profile.NONE)
        except ValueError:
            return self._refuse(key)

    def _at(self, key: str, value: Fields) -> Self:
        return type(self)(value, f"{self._place}{key}.")

    def _refuse(self, key: str) -> NoReturn:
        raise MessageError(_WRONG_KIND.format(place=self._place + key))


def _by_profile(ids: Mapping[Profile, frozenset[str]]) -> dict[str, list[str]]:
    return {profile.value: sorted(found) for profile, found in ids.items()}


def _of_profiles(read: Reader) -> Mapping[Profile, frozenset[str]]:
    return MappingProxyType({profile: frozenset(read.texts(profile.value)) for profile in Profile})


def _of_some(read: Reader) -> Mapping[Profile, frozenset[str]]:
    return MappingProxyType({profile: ids for profile, ids in _of_profiles(read).items() if ids})


def _door(read: Reader) -> Door:
    return Door(read.text("network"), read.text("name"), read.texts("sites"), read.texts("exceptions"))


def _sign(read: Reader) -> Sign:
    return Sign(read.text("title"), read.text("why"))


def _is_pair(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(each) is int and each >= 0 for each in value)  # noqa: PLR2004 - a pair


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
