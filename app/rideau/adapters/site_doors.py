# SPDX-License-Identifier: MIT
"""Which doors do the networks' sites come to, and where is a host closed, or open, of which only a part should be?"""

import logging
from collections.abc import Iterable, Iterator

from rideau.domain.door import STRANGER, Door, Doorkeeper, Doors, Visitor
from rideau.domain.error import UsageError
from rideau.domain.host import ToAscii, check_site_pattern
from rideau.domain.network import Network
from rideau.domain.site_index import SiteIndex

log = logging.getLogger(__name__)


def doors_of(closable: Iterable[Network], networks: Iterable[Network], to_ascii: ToAscii) -> tuple[Door, ...]:
    """Return a door per network of ``closable``, and one per neighbour of ``networks`` that has the rest of a host.

    Sites may stand as a person wrote them; what is none is left out.
    """
    doors = _doors(closable, to_ascii)
    ids = {door.network for door in doors}
    neighbours = tuple(each for each in _doors(networks, to_ascii) if each.network not in ids)
    index = SiteIndex((each.network, each.sites, each.exceptions) for each in (*doors, *neighbours))
    parts = sorted({site.partition("/")[0] for door in doors for site in door.sites if "/" in site})
    owned = {host: index.network_of_host(host) for host in parts}
    theirs = ((each, tuple(host for host in parts if owned[host] == each.network)) for each in neighbours)
    return (*doors, *(Door(each.network, each.name, hosts) for each, hosts in theirs if hosts))


def open_parts(doors: Doors) -> tuple[tuple[str, str], ...]:
    """Return the closed parts of hosts, each with whose host it is, that stay open to a browser without the extension.

    The host is another network's own, which is open: a part is no reason to close it.
    """
    keeper = Doorkeeper(doors)
    names = {door.network: door.name for door in doors.doors}
    closed = doors.closed.get(STRANGER.profile, frozenset())
    index = SiteIndex((door.network, door.sites, door.exceptions) for door in doors.doors)
    parts = sorted(site for door in doors.doors if door.network in closed for site in door.sites if "/" in site)
    found = ((part, index.network_of_host(part.partition("/")[0])) for part in parts)
    return tuple(
        (part, names[owner]) for part, owner in found if owner and keeper.closed_by(part.partition("/")[0]) is None
    )


def _doors(networks: Iterable[Network], to_ascii: ToAscii) -> tuple[Door, ...]:
    doors = (
        Door(each.id, each.name, tuple(_normal(each.sites, to_ascii)), tuple(_normal(each.exceptions, to_ascii)))
        for each in networks
    )
    return tuple(each for each in doors if each.sites)


def parted_hosts(doors: Doors) -> tuple[str, ...]:
    """Return the hosts that are closed as a whole to a browser without the extension, though only parts should be."""
    keeper = Doorkeeper(doors)
    named = {
        pattern.partition("/")[0]
        for door in doors.doors
        for pattern in (*door.sites, *door.exceptions)
        if "/" in pattern
    }
    return tuple(
        host
        for host in sorted(named)
        if keeper.leads_here(host)
        and keeper.closed_by(host, STRANGER) is not None
        and keeper.closed_by(host, Visitor(STRANGER.profile, has_extension=True)) is None
    )


def _normal(sites: Iterable[str], to_ascii: ToAscii) -> Iterator[str]:
    for site in sites:
        try:
            yield check_site_pattern(site, to_ascii)
        except UsageError as error:
            log.warning("A site is left out: %s", error)
