# SPDX-License-Identifier: MIT
"""Which networks does a person mean by what they type: a part of a name, a host, a pasted address?"""

import unicodedata
from collections.abc import Iterable
from functools import cached_property

from rideau.domain.checking import Directory
from rideau.domain.error import UsageError
from rideau.domain.host import Address, ToAscii, parse_target
from rideau.domain.network import Network

_ADDRESS_MARKS = frozenset("./:")


class NetworkSearch:
    """Find among networks; what one search needs to know of each is worked out when it is first needed."""

    def __init__(self, networks: Iterable[Network], to_ascii: ToAscii) -> None:
        """Search ``networks``; ``to_ascii`` reads addresses with letters beyond ASCII."""
        self._networks = tuple(networks)
        self._to_ascii = to_ascii

    def found(self, typed: str) -> tuple[Network, ...]:
        """Return what ``typed`` may mean, the likeliest first: whose address it is, then names, then sites and apps."""
        wanted = plain(typed)
        if not wanted:
            return ()
        owner = self._owner(typed)
        ranks = ((0 if each == owner else self._rank(names, rest, wanted), each) for each, names, rest in self._known)
        hits = [(rank, each.name.casefold(), each) for rank, each in ranks if rank is not None]
        return tuple(each for _, _, each in sorted(hits, key=lambda hit: hit[:2]))

    @cached_property
    def _known(self) -> tuple[tuple[Network, str, str], ...]:
        return tuple((each, plain(each.name), _rest(each)) for each in self._networks)

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self._networks, self._to_ascii)

    @staticmethod
    def _rank(name: str, rest: str, wanted: str) -> int | None:
        """Return how near it is: the name, its beginning, that of a word in it, within it, of a site, within one."""
        fits = (
            name == wanted,
            name.startswith(wanted),
            f" {wanted}" in name,
            wanted in name,
            f"\n{wanted}" in rest,
            wanted in rest,
        )
        return next((rank for rank, is_so in enumerate(fits, 1) if is_so), None)

    def _owner(self, typed: str) -> Network | None:
        if _ADDRESS_MARKS.isdisjoint(typed):
            return None
        try:
            return self._directory.network_of(typed)
        except UsageError:
            return None


def plain(text: str) -> str:
    """Return ``text`` as names are compared: no case, no accents, single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in apart if not unicodedata.combining(each)).split())


def site_typed(typed: str, to_ascii: ToAscii) -> str:
    """Return the site that ``typed`` names, a host or an address as a browser shows it: its host without ``www.``.

    Empty where it is none, so that a name is never taken for a place.
    """
    if "." not in typed or any(each.isspace() for each in typed.strip()):
        return ""
    try:
        host = parse_target(typed, to_ascii).host
    except UsageError:
        return ""
    return host.removeprefix("www.") if "." in host.removeprefix("www.") else host


def pattern_typed(typed: str, to_ascii: ToAscii) -> str:
    """Return the site pattern that ``typed`` means: a pasted address without scheme, port, query and a lone ``/``.

    What is no address stays as it was typed, for ``check_site_pattern`` to say what is wrong with it.
    """
    text = typed.strip()
    if "://" not in text:
        return text
    try:
        address: Address = parse_target(text, to_ascii)
    except UsageError:
        return text
    return address.host.removeprefix("www.") + address.path.rstrip("/")


def _rest(network: Network) -> str:
    known = (*network.sites, network.id, *network.notifications, *(app for apps in network.apps for app in apps))
    return "\n" + "\n".join(map(plain, known))
