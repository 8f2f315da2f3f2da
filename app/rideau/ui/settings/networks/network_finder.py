# SPDX-License-Identifier: MIT
"""Which network is it about? A field that finds one by name or address."""

from collections.abc import Callable, Iterable

from rideau.domain.host import ToAscii
from rideau.domain.network import Network
from rideau.domain.network_search import NetworkSearch
from rideau.ui.finder import Finder

MOST_FOUND = 8


class NetworkFinder(Finder[Network]):
    """Find one network among those of ``look_in``."""

    def __init__(self, name: str, to_ascii: ToAscii, on_find: Callable[[Network], None]) -> None:
        """Ask for a network as ``name`` says; ``on_find`` is told which."""
        super().__init__(name, on_find)
        self._to_ascii = to_ascii
        self._search = NetworkSearch((), to_ascii)

    def look_in(self, networks: Iterable[Network]) -> None:
        """Find among ``networks`` from now on."""
        self._search = NetworkSearch(networks, self._to_ascii)

    def offers(self, typed: str) -> list[tuple[str, Network]]:
        """Offer the likeliest few by name."""
        return [(each.name, each) for each in self._search.found(typed)[:MOST_FOUND]]
