# SPDX-License-Identifier: MIT
"""What do ``[networks]`` and ``[policy]`` say? (CONTRACT, "Files"; SPEC P1, P2, P5)."""

from collections.abc import Mapping
from types import MappingProxyType

from rideau.adapters.idna_names import to_ascii
from rideau.adapters.settings_spot import Spot, nearest
from rideau.domain.error import UsageError
from rideau.domain.host import check_site_pattern
from rideau.domain.network import Account, Action, AppIds, Kind, Side, Use
from rideau.domain.phase import Phase
from rideau.domain.settings import NetworkSettings, PolicySettings
from rideau.domain.text import Text

NETWORK = "network"
"""The key under ``[policy]`` that holds single networks; no phase has this name."""


def read_networks(spots: Mapping[str, Spot]) -> dict[str, NetworkSettings]:
    """Return what is said about each network of ``spots``."""
    return {key: _network(spot) for key, spot in spots.items()}


def merged(over: NetworkSettings, under: NetworkSettings) -> NetworkSettings:
    """Return ``over`` with the fields that it leaves out taken from ``under``."""
    return NetworkSettings(
        name=over.name if over.name is not None else under.name,
        kind=over.kind if over.kind is not None else under.kind,
        sites=over.sites if over.sites is not None else under.sites,
        exceptions=over.exceptions if over.exceptions is not None else under.exceptions,
        apps=over.apps if over.apps is not None else under.apps,
        notifications=over.notifications if over.notifications is not None else under.notifications,
        side=over.side if over.side is not None else under.side,
        accounts=over.accounts or under.accounts,
        treat_as=over.treat_as if over.treat_as is not None else under.treat_as,
    )


def is_definition(network: NetworkSettings) -> bool:
    """Tell whether this says by what a network is known, so that it can stand without the catalogue."""
    return bool(network.sites or network.notifications) or network.apps not in {None, AppIds()}


def refuse_unknown(spot: Spot, network: str, known: frozenset[str]) -> None:
    """Note that ``network`` is none that is known, with the one that was probably meant."""
    near = nearest(network, known)
    if near is None:
        spot.complain(
            Text("“{network}” is in no catalogue. For a network of your own, say its sites or apps.", network=network)
        )
    else:
        spot.complain(Text("“{network}” is in no catalogue. Was it meant to be “{near}”?", network=network, near=near))


def read_policy(spot: Spot) -> PolicySettings:
    """Return the policy cells that the person changed."""
    table = spot.table()
    single = table.pop(NETWORK, None)
    phases: dict[Phase, Mapping[Side, Action]] = {}
    for key, cell in table.items():
        phase, actions = _phase(cell, key), _side_actions(cell)
        if phase is not None:
            phases[phase] = MappingProxyType(actions)
    cells = single.table() if single is not None else {}
    networks = {key: MappingProxyType(_phase_actions(cell)) for key, cell in cells.items()}
    return PolicySettings(MappingProxyType(phases), MappingProxyType(networks))


def _network(spot: Spot) -> NetworkSettings:
    table = spot.table()
    side = table["side"].choice((Side.WORK, Side.PERSONAL, Side.MIXED)) if "side" in table else None
    treat_as = table["treat_as"].choice((Side.WORK, Side.PERSONAL)) if "treat_as" in table else None
    return NetworkSettings(
        name=table["name"].name() if "name" in table else None,
        kind=table["kind"].choice(Kind) if "kind" in table else None,
        sites=_sites(table["sites"]) if "sites" in table else None,
        exceptions=_sites(table["exceptions"]) if "exceptions" in table else None,
        apps=_apps(table["apps"]) if "apps" in table else None,
        notifications=table["notifications"].texts() if "notifications" in table else None,
        side=side,
        accounts=_accounts(table["accounts"]) if "accounts" in table else (),
        treat_as=treat_as,
    )


def _sites(spot: Spot) -> tuple[str, ...]:
    """Return the site patterns as they are written, each one checked."""
    sites: list[str] = []
    for item in spot.items():
        site = item.text()
        if site is not None:
            sites.append(site)
            _check_site(item, site)
    return tuple(sites)


def _check_site(spot: Spot, site: str) -> None:
    try:
        check_site_pattern(site, to_ascii)
    except UsageError as error:
        spot.complain(
            Text("{what} {remedy}", what=error.message, remedy=error.remedy) if error.remedy else error.message
        )


def _apps(spot: Spot) -> AppIds:
    table = spot.table()
    return AppIds(
        linux=table["linux"].texts() if "linux" in table else (),
        windows=table["windows"].texts() if "windows" in table else (),
        macos=table["macos"].texts() if "macos" in table else (),
    )


def _accounts(spot: Spot) -> tuple[Account, ...]:
    found = (_account(item) for item in spot.items())
    return tuple(account for account in found if account is not None)


def _account(spot: Spot) -> Account | None:
    table = spot.table()
    for key in ("name", "use"):
        if key not in table and isinstance(spot.raw, dict):
            spot.complain(
                Text('This account has no “{key}”. Write it as {{ name = "Me", use = "personal" }}.', key=key)
            )
    name = table["name"].name() if "name" in table else None
    use = table["use"].choice(Use) if "use" in table else None
    return Account(name, use) if name is not None and use is not None else None


def _phase(spot: Spot, key: str) -> Phase | None:
    return Spot(key, spot.place, spot.findings).choice(Phase)


def _side_actions(spot: Spot) -> dict[Side, Action]:
    actions: dict[Side, Action] = {}
    for key, cell in spot.table().items():
        side = Spot(key, cell.place, cell.findings).choice(Side)
        action = cell.choice(Action)
        if side is not None and action is not None:
            actions[side] = action
    return actions


def _phase_actions(spot: Spot) -> dict[Phase, Action]:
    actions: dict[Phase, Action] = {}
    for key, cell in spot.table().items():
        phase, action = _phase(cell, key), cell.choice(Action)
        if phase is not None and action is not None:
            actions[phase] = action
    return actions
