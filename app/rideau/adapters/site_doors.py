# SPDX-License-Identifier: MIT
"""Which doors do the networks' sites come to, and which hosts are closed as a whole where only parts should be?"""

import logging
from collections.abc import Iterable, Iterator

from rideau.domain.door import STRANGER, Door, Doorkeeper, Doors, Visitor
from rideau.domain.error import UsageError
from rideau.domain.host import ToAscii, check_site_pattern
from rideau.domain.network import Network

log = logging.getLogger(__name__)


def doors_of(networks: Iterable[Network], to_ascii: ToAscii) -> tuple[Door, ...]:
    """Return a door per network that has sites; they may stand as a person wrote them. What is none is left out."""
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
