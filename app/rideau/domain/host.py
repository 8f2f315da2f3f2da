# SPDX-License-Identifier: MIT
"""Which host and path does an address mean, read the way browsers read it? (WHATWG URL, section 4.4)."""

import re
from collections.abc import Callable
from typing import NamedTuple

from rideau.domain.error import UsageError
from rideau.domain.text import Text
from rideau.domain.url_path import normal_path, without_dot_segments, without_escapes

ToAscii = Callable[[str], str]
"""Turn a name with non-ASCII letters into its ASCII form (UTS 46); ValueError where it has none."""

SITE_SCHEMES = frozenset({"http", "https", "ws", "wss", "ftp"})
MAX_LABEL = 63
MAX_HOST = 253
IPV4_BYTES = 4

_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):(.*)", re.IGNORECASE | re.DOTALL)
_PORT_ONLY = re.compile(r"\d{1,5}(?![^/\\?#])")
_BARE_IPV6 = re.compile(r"[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*(?![^/\\?#])", re.IGNORECASE)
_PORT = re.compile(r":\d*$")
_CUT = re.compile(r"[/\\?#]")
_TABS_AND_NEWLINES = str.maketrans("", "", "\t\n\r")
_CONTROLS_AND_SPACE = "".join(map(chr, range(0x21)))
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f#/:<>?@\[\\\]^|%*]")


class Address(NamedTuple):
    """Hold an address in normal form: two ways to write the same place are equal."""

    scheme: str
    """Lower case; empty where a bare host was given."""
    host: str
    """ASCII, lower case, no trailing dot, no port; an IPv6 address stands in brackets."""
    path: str
    """Begins with ``/``; dot segments resolved, percent-encoding normal, neither query nor fragment."""


def parse_target(target: str, to_ascii: ToAscii) -> Address:
    """Return the place that ``target``, a URL or a host, leads a browser to.

    Raises:
        UsageError: it is neither; the message says what is wrong with it.

    """
    text = target.strip(_CONTROLS_AND_SPACE).translate(_TABS_AND_NEWLINES)
    scheme, rest = _split_scheme(text)
    cut = _CUT.search(rest)
    end = cut.start() if cut else len(rest)
    host_and_port = rest[:end].rpartition("@")[2]
    return Address(scheme, _host_of(host_and_port, to_ascii), _path_of(rest[end:]))


def check_site_pattern(pattern: str, to_ascii: ToAscii) -> str:
    """Return ``pattern``, ``host`` or ``host/path`` with ``*`` in the path, in normal form.

    A host stands for itself and all its subdomains, a path for itself and everything below it.

    Raises:
        UsageError: it does not hold; the message names it, says what is wrong and what to write instead.

    """
    text = pattern.strip()
    host, slash, path = text.partition("/")
    _refuse_what_is_no_site(text, host)
    normal = normal_host(host, to_ascii)
    if "." not in normal and not normal.startswith("[") and normal != "localhost":
        message = Text("“{site}” has no dot; alone it would mean every site that ends so.", site=pattern)
        raise UsageError(message, Text("Write the whole name: “example.com”."))
    below = "*".join(normal_path(piece) for piece in (slash + path).split("*"))
    resolved = without_dot_segments(below) if below else ""
    return normal if resolved in {"", "/", "/*"} else normal + resolved


def normal_host(host: str, to_ascii: ToAscii) -> str:
    """Return ``host``, without port, in normal form.

    Raises:
        UsageError: it is no host.

    """
    if host.startswith("[") or host.count(":") > 1:
        return _ipv6(host)
    name = _unescaped(host)
    if not name.isascii():
        name = _converted(name, to_ascii)
    name = name.lower().rstrip(".")
    labels = name.split(".")
    if not name:
        raise UsageError(Text("There is no host in this address."), Text("Write one like “example.com”."))
    if not all(labels):
        raise UsageError(Text("“{host}” has two dots in a row, or begins with one.", host=host))
    if _FORBIDDEN.search(name):
        raise UsageError(Text("“{host}” has a character that no host name can have.", host=host))
    if len(name) > MAX_HOST or any(len(label) > MAX_LABEL for label in labels):
        raise UsageError(Text("“{host}” is longer than a host name can be.", host=host))
    return _ipv4(host, labels) if labels[-1].isdigit() or labels[-1].startswith("0x") else name


def _split_scheme(text: str) -> tuple[str, str]:
    """Return the scheme ("" for none) and what follows it and its slashes; ``host:8080`` has no scheme."""
    found = _SCHEME.match(text)
    if found is None or found[1].lower() in SITE_SCHEMES:
        scheme, rest = (found[1].lower(), found[2]) if found else ("", text)
        return scheme, rest.lstrip("/\\")
    if _PORT_ONLY.match(found[2]) or _BARE_IPV6.match(text) or not found[2]:
        return "", text
    raise UsageError(
        Text("“{scheme}:” addresses are not sites.", scheme=found[1]),
        Text("Give a web address, a host or the id of an app."),
    )


def _host_of(host_and_port: str, to_ascii: ToAscii) -> str:
    is_bare_ipv6 = "]" not in host_and_port and host_and_port.count(":") > 1
    port = None if is_bare_ipv6 else _PORT.search(host_and_port)
    return normal_host(host_and_port[: port.start()] if port else host_and_port, to_ascii)


def _path_of(tail: str) -> str:
    """Return the normal path of what follows a host, query and fragment left out."""
    path = re.split(r"[?#]", tail, maxsplit=1)[0].replace("\\", "/")
    return without_dot_segments(normal_path(path)) or "/"


def _unescaped(host: str) -> str:
    return without_escapes(host).decode("utf-8", "replace") if "%" in host else host


def _converted(name: str, to_ascii: ToAscii) -> str:
    try:
        return to_ascii(name)
    except ValueError as error:
        raise UsageError(Text("“{host}” has a character that no host name can have.", host=name)) from error


def _ipv6(host: str) -> str:
    from ipaddress import AddressValueError, IPv6Address  # noqa: PLC0415 - rarely needed, and start-up counts

    inner = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    try:
        return f"[{IPv6Address(inner.replace('%', '-')).compressed}]"  # a scope ("%eth0") has no place in a URL
    except AddressValueError as error:
        raise UsageError(Text("“{host}” is not an IPv6 address.", host=host)) from error


def _ipv4(host: str, labels: list[str]) -> str:
    """Return the dotted form of an IPv4 address in any form browsers take: ``127.1``, ``0x7f000001``."""
    try:
        return ".".join(map(str, _four_bytes([_number(label) for label in labels])))
    except (ValueError, OverflowError) as error:
        raise UsageError(Text("“{host}” ends in a number and is not an IPv4 address.", host=host)) from error


def _four_bytes(numbers: list[int]) -> bytes:
    """Return the bytes of an address: all numbers but the last are one byte, the last fills what is left."""
    if len(numbers) > IPV4_BYTES:
        raise ValueError(numbers)
    *heads, last = numbers
    return bytes(heads) + last.to_bytes(IPV4_BYTES - len(heads), "big")


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if label.startswith("0") else 10)


def _refuse_what_is_no_site(text: str, host: str) -> None:
    """Say what to leave out, for the slips people make when they copy an address into the settings."""
    if not text:
        raise UsageError(Text("A site is empty."), Text("Write a host, “example.com”, or a host and a path."))
    if "://" in text:
        message = Text("“{site}” names a scheme.", site=text)
        raise UsageError(message, Text("Leave out everything up to “//”."))
    if "?" in text or "#" in text:
        message = Text("“{site}” has a query or a fragment; a site is told by host and path.", site=text)
        raise UsageError(message, Text("Leave out everything from the “?” or “#” on."))
    if "*" in host:
        message = Text("“{site}” has a “*” in the host; a host always includes its subdomains.", site=text)
        raise UsageError(message, Text("Write “example.com” instead of “*.example.com”."))
    if "@" in host:
        raise UsageError(Text("“{site}” has a user name before the host.", site=text), Text("Leave it out."))
    if (_PORT.search(host) and host.count(":") == 1) or "]:" in host:
        raise UsageError(Text("“{site}” has a port; a site is told by its host.", site=text), Text("Leave it out."))
