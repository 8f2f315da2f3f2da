# SPDX-License-Identifier: MIT
"""When are two paths of URLs the same path, however they are written? (RFC 3986, section 6.2.2)."""

import re

_ESCAPE = re.compile(rb"%([0-9a-fA-F]{2})")
_ESCAPED_SLASH = re.compile(r"%2f", re.IGNORECASE)
_PLAIN_IN_PATHS = frozenset(b"/!$&'()+,;=:@-._~|[]0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_PATH_BYTES = tuple(chr(byte) if byte in _PLAIN_IN_PATHS else f"%{byte:02X}" for byte in range(256))


def normal_path(path: str) -> str:
    """Return ``path`` with each byte escaped only where it must be; an escaped slash stays one (RFC 3986, 6.2.2)."""
    return "%2F".join(map(_with_normal_escapes, _ESCAPED_SLASH.split(path)))


def without_escapes(text: str) -> bytes:
    """Return the bytes that ``text`` stands for in UTF-8, percent escapes resolved."""
    return _ESCAPE.sub(lambda escape: bytes([int(escape[1], 16)]), text.encode("utf-8", "replace"))


def _with_normal_escapes(path: str) -> str:
    return "".join(_PATH_BYTES[byte] for byte in without_escapes(path))


def without_dot_segments(path: str) -> str:
    """Resolve ``.`` and ``..`` (RFC 3986, 5.2.4); ``..`` never climbs above the root."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)
