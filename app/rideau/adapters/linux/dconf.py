# SPDX-License-Identifier: MIT
"""How is a setting of GNOME's read and written so exactly that it can be put back? Through dconf itself.

The ``gsettings`` program cannot tell a setting that is unset from one that says the same as its default, and takes a
process per key. So the person's database (GVDB, as dconf 0.40 writes it) is read here, and written by dconf's own
service (``ca.desrt.dconf.Writer``), all keys of a change at once.
"""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from jeepney.io.blocking import DBusConnection

from rideau.adapters.atomic_file import read_limited, storage_error
from rideau.adapters.linux.bus import ask, method_call
from rideau.adapters.paths import home_from

WRITER = ("ca.desrt.dconf", "/ca/desrt/dconf/Writer/user", "ca.desrt.dconf.Writer")

TRUE, FALSE = b"\x01\x00b", b"\x00\x00b"
"""A boolean as dconf keeps it: a GVariant of type ``v`` (the value, a zero, its type)."""

_SIGNATURE = b"GVariant"
_HEADER = struct.Struct("<8sIIII")
_ITEM = struct.Struct("<IIIHcxII")
_NO_PARENT = 0xFFFFFFFF


def read(environment: Mapping[str, str]) -> dict[str, bytes]:
    """Return what the person's own database says: full key paths, values as GVariants of type ``v``.

    Empty where there is no database yet, or none of this format.

    Raises:
        StorageError: it could not be read.

    """
    file = Path(environment.get("XDG_CONFIG_HOME") or home_from(environment) / ".config", "dconf", "user")
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


def write(connection: DBusConnection, values: Mapping[str, bytes | None]) -> None:
    """Set every key of ``values``, or with None unset it; it is on disk, and every app told, on return.

    Raises:
        SessionBusError: dconf's service is away or refuses.

    """
    ask(connection, method_call(WRITER, "Change", "ay", (_change(values),)))


def _values(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Read a GVDB: a header, and a hash table of items, each with the end of its name and the item it hangs on."""
    signature, _version, _options, start, end = _HEADER.unpack_from(content)
    if signature != _SIGNATURE:
        return
    bloom, buckets = struct.unpack_from("<II", content, start)
    first = start + 8 + 4 * ((bloom & (1 << 27) - 1) + buckets)
    items = [_ITEM.unpack_from(content, place) for place in range(first, end - _ITEM.size + 1, _ITEM.size)]
    for index, (*_, kind, value_start, value_end) in enumerate(items):
        if kind == b"v":
            yield _name(content, items, index), content[value_start:value_end]


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
