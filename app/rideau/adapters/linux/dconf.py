# SPDX-License-Identifier: MIT
"""How is a setting of GNOME's read and written so exactly that it can be put back? Through dconf itself.

The ``gsettings`` program cannot tell a setting that is unset from one that says the same as its default, and takes a
process per key. So the person's database (GVDB, as dconf 0.40 writes it) is read here, and written by dconf's own
service (``ca.desrt.dconf.Writer``), all keys of a change at once.
"""

import struct
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from jeepney.io.blocking import DBusConnection

from rideau.adapters.atomic_file import read_limited, storage_error
from rideau.adapters.linux.bus import ask, method_call
from rideau.adapters.paths import home_from

WRITER = ("ca.desrt.dconf", "/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer")

TRUE, FALSE = b"\x01\x00b", b"\x00\x00b"
"""A boolean as dconf keeps it: a GVariant of type ``v`` (the value, a zero, its type)."""

LOCKS = ".locks"
"""The table of a system's database that names what a person may not change."""

_SIGNATURE = b"GVariant"
_HEADER = struct.Struct("<8sIIII")
_ITEM = struct.Struct("<IIIHcxII")
_NO_PARENT = 0xFFFFFFFF


class Layers(NamedTuple):
    """Hold what all databases of a person's profile say together: their own, and the system's below it."""

    values: Mapping[str, bytes]
    """Full key paths, values as GVariants of type ``v``; what no database names has its schema's default."""
    shared: Mapping[str, bytes]
    """What the system's databases say alone."""
    locked: frozenset[str]
    """The keys that the system does not let the person change."""


def read(environment: Mapping[str, str]) -> dict[str, bytes]:
    """Return what the person's own database says: full key paths, values as GVariants of type ``v``.

    Empty where there is no database yet, or none of this format.

    Raises:
        StorageError: it could not be read.

    """
    return _read(own_database(environment))


def read_layers(environment: Mapping[str, str]) -> Layers:
    """Return what holds for the person, the system's databases included (dconf(7), "Profiles" and "Locks").

    Raises:
        StorageError: a database could not be read.

    """
    shared: dict[str, bytes] = {}
    locked: set[str] = set()
    own, *databases = _databases(environment)
    for said in map(_read, reversed(databases)):
        shared |= _open(said, locked)
        locked |= {key.removeprefix(LOCKS) for key in said if key.startswith(LOCKS)}
    return Layers({**shared, **_open(_read(own), locked)}, shared, frozenset(locked))


def text(said: str) -> bytes:
    """Return ``said`` as dconf keeps a string."""
    return said.encode() + b"\0\0s"


def texts(said: tuple[str, ...]) -> bytes:
    """Return ``said`` as dconf keeps an array of strings (GVariant Specification 2.5.2)."""
    pieces = [each.encode() + b"\0" for each in said]
    ends = [sum(map(len, pieces[: place + 1])) for place in range(len(pieces))]
    body = b"".join(pieces)
    return body + (_offsets(len(body), ends) if ends else b"") + b"\0as"


def value_of(raw: bytes | None) -> str | int | bool | tuple[str, ...] | None:
    """Return a value of dconf's as Python's: a string, an array of them, an ``int32`` or a boolean; None for others."""
    body, _, kind = (raw or b"").rpartition(b"\0")
    found: str | int | bool | tuple[str, ...] | None = None
    try:
        if kind == b"s":
            found = body.removesuffix(b"\0").decode()
        elif kind == b"as":
            found = _texts_of(body)
        elif kind == b"i":
            (found,) = struct.unpack("<i", body)
        elif kind == b"b":
            found = body == b"\x01"
    except (struct.error, UnicodeDecodeError, IndexError):
        found = None
    return found


def write(connection: DBusConnection, values: Mapping[str, bytes | None]) -> None:
    """Set every key of ``values``, or with None unset it; it is on disk, and every app told, on return.

    Raises:
        SessionBusError: dconf's service is away or refuses.

    """
    ask(connection, method_call(WRITER, "Change", "ay", (_change(values),)))


def own_database(environment: Mapping[str, str]) -> Path:
    """Return the file that holds what the person set."""
    return Path(environment.get("XDG_CONFIG_HOME") or home_from(environment) / ".config", "dconf", "user")


def _databases(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the databases of the person's profile, the one written to first."""
    own = own_database(environment)
    found: list[Path] = []
    for line in _profile(environment).splitlines():
        kind, _, name = line.partition("#")[0].strip().partition(":")
        if kind == "user-db":
            found.append(own.with_name(name))
        elif kind == "system-db":
            found.append(Path("/etc/dconf/db", name))
        elif kind == "file-db":
            found.append(Path(name))
    return tuple(found) or (own,)


def _profile(environment: Mapping[str, str]) -> str:
    shared = (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    folders = [Path("/etc/dconf/profile"), *(Path(folder, "dconf/profile") for folder in shared)]
    named = environment.get("DCONF_PROFILE", "")
    for file in [Path(named)] if named.startswith("/") else [folder / (named or "user") for folder in folders]:
        try:
            return read_limited(file).decode()
        except (OSError, UnicodeDecodeError):
            continue
    return ""


def _read(file: Path) -> dict[str, bytes]:
    try:
        content = read_limited(file)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise storage_error(file, error) from error
    try:
        return dict(_values(content))
    except (struct.error, UnicodeDecodeError, IndexError):
        return {}


def _open(said: Mapping[str, bytes], locked: Container[str]) -> dict[str, bytes]:
    """Return what a database says of keys that no database below it locks."""
    return {key: value for key, value in said.items() if key.startswith("/") and key not in locked}


def _texts_of(body: bytes) -> tuple[str, ...]:
    """Read an array of strings: the strings, then where each ends; the last of those tells where they begin."""
    if not body:
        return ()
    width = next(each for each in (1, 2, 4, 8) if len(body) < 1 << 8 * each)
    first = int.from_bytes(body[-width:], "little")
    return tuple(piece.decode() for piece in body[:first].split(b"\0")[:-1])


def _values(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Read a GVDB: a header, and a hash table."""
    signature, _version, _options, start, end = _HEADER.unpack_from(content)
    if signature == _SIGNATURE:
        yield from _table(content, start, end)


def _table(content: bytes, start: int, end: int, below: str = "") -> Iterator[tuple[str, bytes]]:
    """Read a hash table of items, each with the end of its name and the item it hangs on; the locks are such a one."""
    bloom, buckets = struct.unpack_from("<II", content, start)
    first = start + 8 + 4 * ((bloom & (1 << 27) - 1) + buckets)
    items = [_ITEM.unpack_from(content, place) for place in range(first, end - _ITEM.size + 1, _ITEM.size)]
    for index, (*_, kind, value_start, value_end) in enumerate(items):
        if kind == b"v":
            yield below + _name(content, items, index), content[value_start:value_end]
        elif kind == b"H" and not below and _name(content, items, index) == LOCKS:
            yield from _table(content, value_start, value_end, LOCKS)


def _name(content: bytes, items: list[tuple[int, int, int, int, bytes, int, int]], index: int) -> str:
    pieces: list[bytes] = []
    while index != _NO_PARENT and len(pieces) <= len(items):  # a ring of parents is a damaged file
        _, parent, start, size, *_ = items[index]
        pieces.append(content[start : start + size])
        index = parent
    return b"".join(reversed(pieces)).decode()


def _change(values: Mapping[str, bytes | None]) -> bytes:
    """Return ``values`` as a GVariant of type ``a{smv}``: what dconf calls a changeset (GVariant Specification 2.5)."""
    entries, ends = b"", []
    for key, value in sorted(values.items()):
        entries += bytes(-len(entries) % 8)
        entries += _entry(key.encode() + b"\0", value)
        ends.append(len(entries))
    return entries + _offsets(len(entries), ends)


def _entry(key: bytes, value: bytes | None) -> bytes:
    body = key + bytes(-len(key) % 8) + (b"" if value is None else value + b"\0")
    return body + _offsets(len(body), [len(key)])


def _offsets(size: int, ends: list[int]) -> bytes:
    """Return framing offsets in the smallest width that can name every byte of the whole, themselves included."""
    width = next(each for each in (1, 2, 4, 8) if size + each * len(ends) < 1 << 8 * each)
    return b"".join(end.to_bytes(width, "little") for end in ends)
