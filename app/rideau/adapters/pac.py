# SPDX-License-Identifier: MIT
"""What does a browser ask to know whether an address goes through the gate? A proxy auto-config script, made here.

It names the closable sites alone, and never ``DIRECT`` for them: a browser that had a way around the gate would keep to
it for five minutes after the gate was away once (seen in Chromium). Written for the oldest engines (ECMAScript 5).
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import NamedTuple
from zlib import crc32

MEDIA_TYPE = "application/x-ns-proxy-autoconfig"
MARK = "// Rideau: which sites are reached through its gate"
DIRECT = "DIRECT"

_WIDEST = 0xFFFF
"""The last character that an old engine can name in a regular expression; no host has one beyond."""
_SERVED = "http://127.0.0.1:{port}/proxy.pac"


class OwnProxy(NamedTuple):
    """Hold the proxy that a person has for everything: no proxy at all, unless they named one."""

    http: str = ""
    """``host:port``; empty where plain HTTP goes direct."""
    https: str = ""
    ignored: tuple[str, ...] = ()
    """What goes direct all the same: ``host``, ``*.suffix``, ``192.168.*``, ``10.0.0.0/8``, ``<local>``; no ports."""

    @property
    def upstream(self) -> str:
        """Return the proxy that the gate goes through too, ``host:port``; empty without one."""
        return self.https or self.http


NO_PROXY = OwnProxy()


def pac_text(hosts: Iterable[str], port: int, own: OwnProxy = NO_PROXY) -> str:
    """Return the script that sends ``hosts`` and what is below them to ``port`` of loopback, all else as ``own`` says.

    ``hosts`` are in ASCII; the same hosts in another order give the same script.
    """
    sites = json.dumps({f".{host}": 1 for host in _highest(hosts)}, separators=(",", ":"))
    lines = [
        MARK,
        *(_HELPERS if own != NO_PROXY else ()),
        "function FindProxyForURL(url, host) {",
        f"  var sites = {sites};",
        '  var name = host.toLowerCase().replace(/^\\[|\\]$|\\.+$/g, "");',
        '  var rest = "." + name;',
        "  while (rest) {",
        f"    if (sites[rest] === 1) return {_answer(f'127.0.0.1:{port}')};",
        '    var dot = rest.indexOf(".", 1);',
        '    rest = dot < 0 ? "" : rest.substring(dot);',
        "  }",
        *_others(own),
        "}",
    ]
    return "\n".join(lines) + "\n"


def pac_data_url(text: str) -> str:
    """Return ``text`` as a URL that holds the script itself: it needs no server, not even while a browser starts."""
    return f"data:{MEDIA_TYPE};base64,{b64encode(text.encode('ascii')).decode('ascii')}"


def pac_served_url(text: str, port: int) -> str:
    """Return the address at which the gate at ``port`` serves ``text``; another text has another address.

    Chromium reads a script again when its address changes, and not when what stands there does.
    """
    return f"{_SERVED.format(port=port)}#{crc32(text.encode('ascii')):08x}"


def is_ours(url: str) -> bool:
    """Tell whether ``url`` is, or leads to, a script made here."""
    if re.fullmatch(_SERVED.format(port=r"\d+") + "#[0-9a-f]{8}", url):
        return True
    return url.startswith(f"data:{MEDIA_TYPE};base64,{b64encode(MARK.encode('ascii')).decode('ascii')[:-4]}")


def is_chained(url: str) -> bool:
    """Tell whether the script that ``url`` holds, one of ours, goes on to a proxy of the person's."""
    try:
        return _HELPERS[0].encode("ascii") in b64decode(url.rpartition(",")[2])
    except ValueError:
        return False


def _highest(hosts: Iterable[str]) -> list[str]:
    """Return ``hosts`` as the script looks for them, without those that another one covers."""
    names = {host.lower().strip("[]").rstrip(".") for host in hosts} - {""}
    return sorted(name for name in names if not any(parent in names for parent in _parents(name)))


def _parents(name: str) -> Iterable[str]:
    labels = name.split(".")
    return (".".join(labels[start:]) for start in range(1, len(labels)))


def _answer(address: str) -> str:
    return json.dumps(f"PROXY {address}" if address else DIRECT)


def _others(own: OwnProxy) -> list[str]:
    if own == NO_PROXY:
        return [f'  return "{DIRECT}";']
    exact, globs, networks = _ignored(own.ignored)
    is_local = ' || (!digits && name.indexOf(".") < 0)' if "<local>" in own.ignored else ""
    return [
        f"  var exact = {json.dumps({f'.{name}': 1 for name in exact})};",
        f"  var globs = {json.dumps(globs)};",
        f"  var networks = {json.dumps(networks)};",
        "  var digits = bits(name);",
        f'  if (exact["." + name] === 1{is_local} || ignored(name, digits, globs, networks)) return "{DIRECT}";',
        f"  return /^(https|wss):/i.test(url) ? {_answer(own.https)} : {_answer(own.http)};",
    ]


def _ignored(patterns: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """Sort ``patterns``: whole names, regular expressions, and networks as the first bits of their addresses."""
    exact: list[str] = []
    globs: list[str] = []
    networks: list[str] = []
    for pattern in (each.strip().lower() for each in patterns):
        if network := _network(pattern):
            networks.append(_bits(network))
        elif "*" in pattern or pattern.startswith("."):
            globs.append(_regex(pattern))
        elif pattern:
            exact.append(pattern)
    return exact, globs, networks


def _regex(pattern: str) -> str:
    """Return what matches names that ``pattern`` means: "*" is any run of characters, ".a" any end of a name."""
    pieces = re.split(r"\*+", f"*{pattern}" if pattern.startswith(".") else pattern)
    return f"^{'.*'.join(re.sub('[^a-z0-9]', _literal, piece) for piece in pieces)}$"


def _literal(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}" if ord(found[0]) <= _WIDEST else "."


def _network(pattern: str) -> IPv4Network | IPv6Network | None:
    address, slash, length = pattern.partition("/")
    try:
        return ip_network(address.strip("[]") + slash + length, strict=False)
    except ValueError:
        return None


def _bits(network: IPv4Network | IPv6Network) -> str:
    digits = f"{int(network.network_address):0{network.max_prefixlen}b}"
    return f"{network.version}{digits[: network.prefixlen]}"


_HELPERS = (
    "function binary(number, width) {",
    "  var digits = number.toString(2);",
    '  while (digits.length < width) digits = "0" + digits;',
    "  return digits;",
    "}",
    "function bits(name) {",
    "  var digits, index, pieces, halves, tail;",
    "  if (/^\\d+\\.\\d+\\.\\d+\\.\\d+$/.test(name)) {",
    '    pieces = name.split(".");',
    '    for (digits = "4", index = 0; index < 4; index++) digits += binary(parseInt(pieces[index], 10), 8);',
    "    return digits;",
    "  }",
    '  if (name.indexOf(":") < 0) return "";',
    '  halves = name.split("%")[0].split("::");',
    '  pieces = halves[0] ? halves[0].split(":") : [];',
    '  tail = halves[1] ? halves[1].split(":") : [];',
    '  while (pieces.length + tail.length < 8) pieces.push("0");',
    "  pieces = pieces.concat(tail);",
    '  for (digits = "6", index = 0; index < 8; index++) digits += binary(parseInt(pieces[index], 16), 16);',
    "  return digits;",
    "}",
    "function ignored(name, digits, globs, networks) {",
    "  var index;",
    "  for (index = 0; index < globs.length; index++) {",
    "    if (new RegExp(globs[index]).test(name)) return true;",
    "  }",
    "  for (index = 0; index < networks.length; index++) {",
    "    if (digits && digits.indexOf(networks[index]) === 0) return true;",
    "  }",
    "  return false;",
    "}",
)
