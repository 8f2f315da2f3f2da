# SPDX-License-Identifier: MIT
"""Which networks does this person have: those that ship, changed as they said, and their own? (SPEC P1, P2)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypedDict

from rideau.domain.app_id import app_key
from rideau.domain.network import AppIds, Kind, Network, Side
from rideau.domain.settings import NetworkSettings


class _Said(TypedDict, total=False):
    name: str
    kind: Kind
    sites: tuple[str, ...]
    exceptions: tuple[str, ...]
    apps: AppIds
    notifications: tuple[str, ...]
    default_side: Side


def merge_networks(catalogue: Iterable[Network], settings: Mapping[str, NetworkSettings]) -> tuple[Network, ...]:
    """Return the catalogue with what the person says about each network, and the person's own, sorted by id.

    A site or app that the person gives to one network leaves the one it shipped with.
    """
    claims = {claim: network for network, said in settings.items() for claim in _claims(said)}
    known = {network.id: _without_claimed(network, claims) if claims else network for network in catalogue}
    own = {network: Network(id=network, name=network) for network in settings if network not in known}
    merged = (_as_said(network, settings.get(network.id)) for network in (known | own).values())
    return tuple(sorted(merged, key=lambda network: network.id))


def _claims(said: NetworkSettings) -> Iterator[str]:
    yield from map(str.casefold, said.sites or ())
    if said.apps is not None:
        yield from map(app_key, (*said.apps.linux, *said.apps.windows, *said.apps.macos))


def _known_by(network: Network) -> Iterator[str]:
    """Return what ``network`` could lose to another; most lose nothing."""
    yield from map(str.casefold, network.sites)
    yield from map(app_key, (*network.apps.linux, *network.apps.windows, *network.apps.macos))


def _without_claimed(network: Network, claims: Mapping[str, str]) -> Network:
    if claims.keys().isdisjoint(_known_by(network)):
        return network

    def kept(ids: tuple[str, ...], key: Callable[[str], str]) -> tuple[str, ...]:
        return tuple(each for each in ids if claims.get(key(each), network.id) == network.id)

    apps = network.apps
    left = AppIds(kept(apps.linux, app_key), kept(apps.windows, app_key), kept(apps.macos, app_key))
    return network._replace(sites=kept(network.sites, str.casefold), apps=left)


def _as_said(network: Network, said: NetworkSettings | None) -> Network:
    if said is None:
        return network
    return network._replace(accounts=said.accounts, treat_as=said.treat_as, **_said(said))


def _said(said: NetworkSettings) -> _Said:
    """Return the fields that the person named."""
    fields: _Said = {}
    if said.name is not None:
        fields["name"] = said.name
    if said.kind is not None:
        fields["kind"] = said.kind
    if said.sites is not None:
        fields["sites"] = said.sites
    if said.exceptions is not None:
        fields["exceptions"] = said.exceptions
    if said.apps is not None:
        fields["apps"] = said.apps
    if said.notifications is not None:
        fields["notifications"] = said.notifications
    if said.side is not None:
        fields["default_side"] = said.side
    return fields
