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
        owner = self.owner(typed)
        ranks = ((0 if each == owner else self._rank(names, rest, wanted), each) for each, names, rest in self._known)
        hits = [(rank, each.name.casefold(), each) for rank, each in ranks if rank is not None]
        return tuple(each for _, _, each in sorted(hits, key=lambda hit: hit[:2]))

    def known(self, typed: str) -> Network | None:
        """Return the network that goes by the very name ``typed``, or one of whose sites that is; None for a new one.

        A part of a known place, such as a client's corner of it, is a new one.
        """
        wanted, site = plain(typed), plain(pattern_typed(typed, self._to_ascii).rstrip("/")).removeprefix("www.")
        for each, name, rest in self._known:
            is_site = f"\n{site}\n" in f"{rest}\n" and site in map(plain, each.sites)
            if wanted and (name == wanted or is_site):
                return each
        return None

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

    def owner(self, typed: str) -> Network | None:
        """Return the network that the address ``typed`` leads to."""
        if _ADDRESS_MARKS.isdisjoint(typed):
            return None
        try:
            return self._directory.network_of(typed)
        except UsageError:
            return None


def plain(text: str) -> str:
    """Return ``text`` as names are compared: no case, no accents, nothing that cannot be seen, single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in apart if not _is_unseen(each)).split())


def name_typed(typed: str) -> str:
    """Return the name that ``typed`` is, in one line; empty where nobody would see it."""
    return " ".join(typed.split()) if plain(typed) else ""


def site_typed(typed: str, to_ascii: ToAscii) -> str:
    """Return the site that ``typed`` names, a host or an address as a browser shows it: its host without ``www.``.

    Empty where it is none, so that a name is never taken for a place.
    """
    if "." not in typed or any(each.isspace() for each in typed.strip()):
        return ""
    address = _address(typed, to_ascii)
    return _without_www(address.host) if address else ""


def own_name(typed: str, to_ascii: ToAscii) -> str:
    """Return what a network of one's own is called after ``typed``: of an address its host, and no password in it."""
    address = _address(typed, to_ascii) if "://" in typed else None
    return _without_www(address.host) if address else name_typed(typed)


def pattern_typed(typed: str, to_ascii: ToAscii) -> str:
    """Return the site pattern that ``typed`` means: a pasted address without scheme, port, query and a lone ``/``.

    What is no address stays as it was typed, for ``check_site_pattern`` to say what is wrong with it.
    """
    text = typed.strip()
    address = _address(text, to_ascii) if "://" in text else None
    return address.host.removeprefix("www.") + address.path.rstrip("/") if address else text


def _address(typed: str, to_ascii: ToAscii) -> Address | None:
    """Return the address that ``typed`` is, its host in letters that people read; None where it is none."""
    try:
        parse_target(typed, to_ascii)
        return parse_target(typed, str.lower)
    except UsageError:
        return None


def _without_www(host: str) -> str:
    return host.removeprefix("www.") if "." in host.removeprefix("www.") else host


def _is_unseen(letter: str) -> bool:
    return bool(unicodedata.combining(letter)) or unicodedata.category(letter) == "Cf"


def _rest(network: Network) -> str:
    known = (*network.sites, network.id, *network.notifications, *(app for apps in network.apps for app in apps))
    return "\n" + "\n".join(map(plain, known))
