# SPDX-License-Identifier: MIT
"""What do settings say once a person has moved a network to another side, or said what belongs to it? (SPEC P1-P3).

Moving is said in as few words as it takes:

- Without accounts, the side itself is said (``side = "work"``); the catalogue's own side needs no word at all.
- With accounts on both sides the network stays mixed, whatever is done: on Work or Personal it *counts* there
  (``treat_as``), on Mixed nothing is decided.
- With accounts on one side only, another side contradicts them: their uses change with it. Personal makes all of them
  personal; Work makes the personal ones professional, for a brand's account is never guessed; Mixed cannot be guessed
  at all, so it adds an account of the side that is missing. Whoever shows it says so, and it can be taken back.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from rideau.domain.network import Account, Network, Side, Use
from rideau.domain.settings import NetworkSettings, Settings

Value = TypeVar("Value")

_LONGEST_ID = 40
COLUMNS = (Side.WORK, Side.MIXED, Side.PERSONAL)
"""Where a network can be put, in their order."""


def column_of(network: Network) -> Side:
    """Return where ``network`` is shown: on the side that it counts on."""
    return network.counts_as


def moved(settings: Settings, network: Network, shipped: Side | None, to: Side, new_account: str) -> Settings:
    """Return ``settings`` with ``network`` (as merged) on the side ``to``, one of ``COLUMNS``.

    ``shipped`` is the catalogue's side, None for one of the person's own; ``new_account`` names the account that Mixed
    adds where all accounts are on one side.
    """
    said = settings.networks.get(network.id, NetworkSettings())
    if column_of(network) is to:
        return settings
    if not network.accounts:
        return with_network(settings, network.id, said._replace(side=None if to is shipped else to, treat_as=None))
    if network.side is Side.MIXED:
        return with_network(settings, network.id, said._replace(treat_as=None if to is Side.MIXED else to))
    accounts = tuple(_on_side(each, to) for each in network.accounts)
    if to is Side.MIXED:
        use = Use.PROFESSIONAL if network.side is Side.PERSONAL else Use.PERSONAL
        accounts = (*network.accounts, Account(new_account, use))
    return with_network(settings, network.id, said._replace(accounts=accounts, treat_as=None))


def placed(settings: Settings, network: Network, to: Side, new_account: str) -> Settings:
    """Return ``settings`` with ``network`` on ``to`` as ``moved`` puts it, and always a word of it.

    So one that was searched for is the person's from then on, and shown, on the catalogue's own side too.
    """
    after = moved(settings, network, None, to, new_account)
    return after if network.id in after.networks else with_network(settings, network.id, NetworkSettings(side=to))


def with_network(settings: Settings, id_: str, said: NetworkSettings) -> Settings:
    """Return ``settings`` with ``said`` of the network ``id_``; nothing said leaves nothing behind."""
    networks = {key: value for key, value in settings.networks.items() if key != id_}
    if said != NetworkSettings():
        networks = dict(settings.networks) | {id_: said}
    return settings._replace(networks=MappingProxyType(networks))


def forgotten(settings: Settings, id_: str) -> Settings:
    """Return ``settings`` without a word about the network ``id_``: what ships, ships again.

    Its policy and its audit stay: they are said elsewhere. Of a network of the person's own use ``removed``.
    """
    return with_network(settings, id_, NetworkSettings())


def removed(settings: Settings, id_: str) -> Settings:
    """Return ``settings`` without the person's own network ``id_``, and without what else names it."""
    policy = settings.policy._replace(networks=_without(settings.policy.networks, id_))
    return forgotten(settings, id_)._replace(policy=policy, audit=_without(settings.audit, id_))


def created(settings: Settings, taken: Iterable[str], name: str, side: Side, site: str = "") -> tuple[Settings, str]:
    """Return ``settings`` with a network of the person's own, and its id, which is none of ``taken``.

    It notifies under its name until something else is said: by something a network must be known.
    """
    name = " ".join(name.split())
    id_ = new_id(name, {*taken, *settings.networks})
    said = NetworkSettings(name=name, sites=(site,) if site else None, notifications=(name,), side=side)
    return with_network(settings, id_, said), id_


def new_id(name: str, taken: Iterable[str]) -> str:
    """Return an id made from ``name``: small letters and digits, joined by hyphens, and none of ``taken``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST_ID].strip("-") or "network"
    known, id_, number = frozenset(taken), base, 2
    while id_ in known:
        id_, number = f"{base}-{number}", number + 1
    return id_


def told_apart(said: NetworkSettings, name: str) -> NetworkSettings:
    """Return ``said`` of a network of one's own, which keeps its name to notify under where nothing else is left.

    One that is known by nothing would make the settings not hold.
    """
    apps = said.apps
    has_apps = apps is not None and any(apps)
    return said if said.sites or said.notifications or has_apps else said._replace(notifications=(name,))


def _on_side(account: Account, to: Side) -> Account:
    if to is Side.PERSONAL:
        return account._replace(use=Use.PERSONAL)
    return account._replace(use=Use.PROFESSIONAL) if account.use is Use.PERSONAL else account


def _without(found: Mapping[str, Value], id_: str) -> Mapping[str, Value]:
    return MappingProxyType({key: value for key, value in found.items() if key != id_})
