# SPDX-License-Identifier: MIT
"""What does the policy say of a URL, a host or an app? (CONTRACT: check)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rideau.domain.app_id import app_key
from rideau.domain.host import ToAscii, check_site_pattern, parse_target
from rideau.domain.network import Action, Network, Side
from rideau.domain.phase import Phase
from rideau.domain.policy import PolicyRule, action_for
from rideau.domain.settings import Settings
from rideau.domain.site_index import SiteIndex


class CheckResult(NamedTuple):
    """Say which network a target belongs to and what is done to it; what belongs to none is allowed."""

    target: str
    network: Network | None
    action: Action
    rule: PolicyRule | None
    """None where the target belongs to no network."""
    counts_as: Side | None
    """The side that was decisive; the network's own (``side``) may be mixed."""

    @property
    def side(self) -> Side | None:
        """Return the side of the network, derived from its accounts."""
        return self.network.side if self.network else None


class Directory:
    """Know which network an app id, a host or a URL belongs to."""

    def __init__(self, networks: Iterable[Network], to_ascii: ToAscii) -> None:
        """Index ``networks``, whose sites may stand as a person wrote them; of two with the same one the first has it.

        Raises:
            UsageError: a site does not hold.

        """
        self._networks = {network.id: network for network in networks}
        self._sites = SiteIndex(
            (each.id, _normal(each.sites, to_ascii), _normal(each.exceptions, to_ascii))
            for each in self._networks.values()
        )
        self._apps: dict[str, str] = {}
        for network in self._networks.values():
            for app in (*network.apps.linux, *network.apps.windows, *network.apps.macos):
                self._apps.setdefault(app_key(app), network.id)
        self._to_ascii = to_ascii

    def network_of(self, target: str) -> Network | None:
        """Return the network of ``target``: of the app with that id (or at that path), else of the host or URL.

        Raises:
            UsageError: it is no known app, and can be neither a host nor a web address.

        """
        found = self._apps.get(app_key(target)) or self._sites.network_of_url(parse_target(target, self._to_ascii))
        return self._networks[found] if found else None


def check(
    target: str, directory: Directory, settings: Settings, phase: Phase, profile: Side | None = None
) -> CheckResult:
    """Return what ``phase`` does to ``target``; ``profile`` is the browser profile that asks, where one is known.

    Raises:
        UsageError: the target is no known app, and can be neither a host nor a web address.

    """
    network = directory.network_of(target)
    if network is None:
        return CheckResult(target, None, Action.ALLOW, None, None)
    verdict = action_for(network, phase, settings, profile)
    return CheckResult(target, network, verdict.action, verdict.rule, verdict.counts_as)


def _normal(sites: Iterable[str], to_ascii: ToAscii) -> Iterator[str]:
    return (check_site_pattern(site, to_ascii) for site in sites)
