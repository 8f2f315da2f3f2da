# SPDX-License-Identifier: MIT
"""Which apps are installed in a test? The ones it names."""

from collections.abc import Sequence

from rideau.domain.app import AppRule, InstalledApp
from rideau.domain.network import Network


class FakeInventory:
    """Know the rules it is given. Implements ``ports.apps.Inventory``."""

    def __init__(self, *rules: AppRule) -> None:
        """Know ``rules``."""
        self.known = rules

    def apps(self) -> tuple[InstalledApp, ...]:
        """Return an app for each rule."""
        return tuple(sorted((InstalledApp(rule.id, rule.name) for rule in self.known), key=lambda app: app.name))

    def rules(self, networks: Sequence[Network]) -> tuple[AppRule, ...]:
        """Return the rules of ``networks``."""
        return tuple(rule for network in networks for rule in self.known if rule.network == network.id)
