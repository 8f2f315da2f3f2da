# SPDX-License-Identifier: MIT
"""Which host, port and page does a request to a proxy mean? (RFC 9112, section 3.2)."""

import re
from typing import NamedTuple, NoReturn

from rideau.domain.error import UsageError
from rideau.domain.host import Address, normal_host, parse_target
from rideau.keeper.http_head import HttpError, Request

HTTP_PORT = 80
LARGEST_PORT = 65535

_HOST = r"[0-9A-Za-z._\-]+|\[[0-9A-Fa-f:.]+\]"
"""What a browser sends; letters beyond ASCII come as punycode."""
_AUTHORITY = re.compile(rf"({_HOST}):(\d{{1,5}})")
_ABSOLUTE = re.compile(rf"http://({_HOST})(?::(\d{{1,5}}))?((?:[/?][!\x22$-\[\]-~]*)?)", re.IGNORECASE)


class Goal(NamedTuple):
    """Hold where a request leads: what is judged is also what is reached."""

    address: Address
    """In normal form; its scheme is ``http``, or empty for a tunnel, of which no page is known."""
    port: int
    rest: str = ""
    """What the site's own server is asked for: path and query, as they were sent."""

    @property
    def host(self) -> str:
        """Return the host in normal form."""
        return self.address.host

    @property
    def is_tunnel(self) -> bool:
        """Tell whether nothing but the host can be judged."""
        return not self.address.scheme

    @property
    def authority(self) -> str:
        """Return ``host:port`` as a CONNECT names it."""
        return f"{self.host}:{self.port}"

    @property
    def host_field(self) -> str:
        """Return the value of the Host field."""
        return self.host if self.port == HTTP_PORT else self.authority

    @property
    def scheme(self) -> str:
        """Return the scheme that this most likely is; browsers make tunnels to port 80 for WebSockets without TLS."""
        return "http" if self.address.scheme or self.port == HTTP_PORT else "https"


def goal_of(request: Request) -> Goal:
    """Return where ``request`` leads. Raises HttpError 400: nowhere a proxy goes."""
    if request.method == "CONNECT":
        return _tunnel(request)
    found = _ABSOLUTE.fullmatch(request.target)
    if found is None:
        raise HttpError(400, "the target is no address of a site")
    host, rest = _host(found[1]), found[3]
    try:
        address = parse_target(request.target, _refuse)
    except UsageError as error:
        raise HttpError(400, "the target is no address") from error
    if address.host != host:
        raise HttpError(400, "the target can be read in two ways")
    if not rest.startswith("/"):
        rest = "*" if request.method == "OPTIONS" and not rest else f"/{rest}"
    return Goal(address, _port(found[2] or str(HTTP_PORT)), rest)


def _tunnel(request: Request) -> Goal:
    found = _AUTHORITY.fullmatch(request.target)
    if found is None or request.framing.has_body:
        raise HttpError(400, "the target is no host and port")
    return Goal(Address("", _host(found[1]), ""), _port(found[2]))


def _host(raw_host: str) -> str:
    try:
        return normal_host(raw_host, _refuse)
    except UsageError as error:
        raise HttpError(400, "that is no host") from error


def _port(raw_port: str) -> int:
    port = int(raw_port)
    if not 0 < port <= LARGEST_PORT:
        raise HttpError(400, "that is no port")
    return port


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)
