# SPDX-License-Identifier: MIT
"""Which networks ship, in a test? Those it names."""

from rideau.domain.network import Network


class FakeCatalogue:
    """Hold the given networks as the catalogue."""

    def __init__(self, *networks: Network) -> None:
        """Ship ``networks``."""
        self._networks = tuple(sorted(networks, key=lambda network: network.id))

    def networks(self) -> tuple[Network, ...]:
        """Return them sorted by id."""
        return self._networks
