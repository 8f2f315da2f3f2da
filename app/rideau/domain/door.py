# SPDX-License-Identifier: MIT
"""Which sites lead through the gate, and to whom are they closed? Plain data that the keeper understands, too."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.host import Address
from rideau.domain.network import Side
from rideau.domain.site_index import SiteIndex


class Profile(StrEnum):
    """Name the browser profile that asks, on which side a mixed network counts there (SPEC P3)."""

    NONE = "none"
    """No extension, or one that was not told: the person's ``treat_as`` decides."""
    WORK = "work"
    PERSONAL = "personal"

    @property
    def side(self) -> Side | None:
        """Return the side of life this profile stands for."""
        return _SIDES[self]


_SIDES: Mapping[Profile, Side | None] = MappingProxyType(
    {Profile.NONE: None, Profile.WORK: Side.WORK, Profile.PERSONAL: Side.PERSONAL}
)


class Door(NamedTuple):
    """Hold the sites of one network, as ``check_site_pattern`` returns them."""

    network: str
    name: str
    sites: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


class Doors(NamedTuple):
    """Hold every door that leads through the gate, and the networks closed now as each profile sees them."""

    doors: tuple[Door, ...] = ()
    closed: Mapping[Profile, frozenset[str]] = MappingProxyType({})
    breath: Mapping[Profile, frozenset[str]] = MappingProxyType({})
    """Of the closed ones those that a breath opens."""
    limited: Mapping[Profile, frozenset[str]] = MappingProxyType({})
    """The open ones whose use is counted; nobody tells of any other."""

    @property
    def hosts(self) -> tuple[str, ...]:
        """Return the hosts that lead through the gate with all their subdomains, sorted; none stands under another."""
        named = {site.partition("/")[0] for door in self.doors for site in door.sites}
        return tuple(sorted(host for host in named if not any(above in named for above in _above(host))))


class Visitor(NamedTuple):
    """Say who asks at the gate."""

    profile: Profile = Profile.NONE
    has_extension: bool = False
    """Tell whether the extension lives in that browser: paths are its business then."""


STRANGER = Visitor()


class Doorkeeper:
    """Decide who passes. Hosts are in normal form (``normal_host``); one walk over a host's labels each."""

    def __init__(self, doors: Doors) -> None:
        """Index ``doors``."""
        self.doors = doors
        self._hosts = frozenset(doors.hosts)
        self._index = SiteIndex((door.network, door.sites, door.exceptions) for door in doors.doors)
        self._closed = {profile: doors.closed.get(profile, frozenset()) for profile in Profile}

    def leads_here(self, host: str) -> bool:
        """Tell whether ``host`` is the gate's business at all; every other is refused."""
        return host in self._hosts or any(above in self._hosts for above in _above(host))

    def closed_by(self, host: str, visitor: Visitor = STRANGER) -> str | None:
        """Return the network that closes ``host`` as a whole to ``visitor``, or None.

        Where only some paths are closed, or only some open, nobody but the extension can tell which one is asked for:
        without it the whole host is closed, unless it is another network's own, which is open; with it, it is open
        here and the extension sees to the paths.
        """
        closed = self._closed[visitor.profile]
        owner = self._index.network_of_host(host)
        claims = self._index.path_networks_of(host)
        if visitor.has_extension:
            return owner if owner in closed and not claims else None
        if owner is not None:
            return owner if owner in closed else None
        return min(claims & closed, default=None)

    def closed_page_by(self, address: Address, visitor: Visitor = STRANGER) -> str | None:
        """Return the network that closes the page at ``address``, its path considered, or None: for plain HTTP."""
        owner = self._index.network_of_url(address)
        return owner if owner in self._closed[visitor.profile] else None

    def counted_for(self, host: str) -> str | None:
        """Return the network whose use of ``host`` is counted without the extension: whose the host is, or None."""
        owner = self._index.network_of_host(host)
        return owner if owner in self.doors.limited.get(Profile.NONE, frozenset()) else None

    def must_know_who(self, host: str) -> bool:
        """Tell whether the answer for ``host``, or for one of its pages, depends on who asks."""
        answers = {self.closed_by(host, Visitor(each, knows)) for each in Profile for knows in (True, False)}
        there = self._index.path_networks_of(host) | {self._index.network_of_host(host)}
        return len(answers) > 1 or len({self._closed[each] & there for each in Profile}) > 1


def _above(host: str) -> Iterator[str]:
    """Yield ``b.c`` and ``c`` for ``a.b.c``."""
    _, dot, host = host.partition(".")
    while dot:
        yield host
        _, dot, host = host.partition(".")
