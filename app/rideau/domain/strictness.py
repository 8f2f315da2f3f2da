# SPDX-License-Identifier: MIT
"""Of two plans, what is the one that lets nothing through that either would stop? (SPEC E8)."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.app_id import app_key
from rideau.domain.door import Profile
from rideau.domain.network import Action, AppIds, Network
from rideau.domain.plan import Plan, Treatment
from rideau.domain.settings import LockLevel

_ACTIONS = tuple(Action)
_LEVELS = tuple(LockLevel)


def stricter_level(one: LockLevel, other: LockLevel) -> LockLevel:
    """Return the level that holds more firmly."""
    return max(one, other, key=_LEVELS.index)


def stricter_action(one: Action, other: Action) -> Action:
    """Return the action that lets less through."""
    return max(one, other, key=_ACTIONS.index)


def stricter_plan(kept: Plan, new: Plan) -> Plan:
    """Return ``kept`` (its phase included) with whatever ``new`` is stricter about.

    What one of them blocks, a site, an app or a name, is blocked, to whatever network the other counts it.
    """
    if kept[2:] == new[2:]:
        return kept
    actions = _actions(kept, new)
    closed_in = {each: kept.closed_in.get(each, _NONE) | new.closed_in.get(each, _NONE) for each in Profile}
    blocked = frozenset(id_ for id_, action in actions.items() if action is Action.BLOCK).union(*closed_in.values())
    muted = blocked | {id_ for id_, action in actions.items() if action.mutes}
    networks = _by_id(kept)
    if (kept.networks, kept.closable) != (new.networks, new.closable):
        networks = _merged(networks, _by_id(new), _Held(blocked, muted))
    return kept._replace(
        treatments=tuple(
            Treatment(networks[id_], actions[id_])
            for id_ in sorted(networks)
            if actions.get(id_, Action.ALLOW) is not Action.ALLOW
        ),
        networks=tuple(networks[id_] for id_ in sorted(networks)),
        closable=tuple(
            networks[each] for each in sorted(_ids(kept.closable) | _ids(new.closable)) if networks[each].sites
        ),
        closed_in=MappingProxyType(closed_in),
    )


def is_weaker(new: Plan, kept: Plan) -> bool:
    """Tell whether ``new`` lets something through that ``kept`` stops."""
    both = stricter_plan(kept, new)
    return bool(_stopped(both) - _stopped(new)) or bool(_let_out(new) - _let_out(both))


def _stopped(plan: Plan) -> set[tuple[str, str]]:
    """Return everything that ``plan`` stops, by kind."""
    closed = _closed(plan)
    found = {(each.action.value, each.network.id) for each in plan.treatments}
    found |= {(profile.value, id_) for profile, ids in plan.closed_in.items() for id_ in ids}
    for network in plan.networks:
        if network.id in closed:
            found |= {("site", each.casefold()) for each in network.sites}
            found |= {("app", app_key(each)) for each in _every(network.apps)}
    return found | {("name", name.casefold()) for each in plan.muted for name in each.notifications}


def _let_out(plan: Plan) -> set[tuple[str, str]]:
    """Return what is excepted from the closed networks."""
    closed = _closed(plan)
    return {(each.id, site) for each in plan.networks if each.id in closed for site in each.exceptions}


def _closed(plan: Plan) -> frozenset[str]:
    return _ids(plan.blocked).union(*plan.closed_in.values())


_NONE: frozenset[str] = frozenset()


class _Held(NamedTuple):
    """Hold the ids of the networks that are closed, to some profile at least, and of those that are withheld."""

    blocked: frozenset[str]
    muted: frozenset[str]


def _ids(networks: Iterable[Network]) -> frozenset[str]:
    return frozenset(each.id for each in networks)


def _actions(kept: Plan, new: Plan) -> Mapping[str, Action]:
    found = {each.network.id: each.action for each in kept.treatments}
    for network, action in new.treatments:
        found[network.id] = stricter_action(found.get(network.id, Action.ALLOW), action)
    return found


def _by_id(plan: Plan) -> dict[str, Network]:
    return {each.id: each for each in (*plan.closable, *plan.networks)}


def _merged(kept: Mapping[str, Network], new: Mapping[str, Network], held: _Held) -> dict[str, Network]:
    """Return every network as the stricter one has it; what is new joins those alone that are held."""
    merged = {id_: _joined(kept.get(id_), new.get(id_), held) for id_ in kept.keys() | new.keys()}
    closed = [merged[id_] for id_ in held.blocked & merged.keys()]
    sites = {site.casefold() for each in closed for site in each.sites}
    apps = {app_key(app) for each in closed for app in _every(each.apps)}
    names = {name.casefold() for id_ in held.muted & merged.keys() for name in merged[id_].notifications}
    for id_ in merged.keys() - held.blocked:
        merged[id_] = merged[id_]._replace(
            sites=_without(merged[id_].sites, sites, str.casefold),
            apps=AppIds(*(_without(each, apps, app_key) for each in merged[id_].apps)),
        )
    for id_ in merged.keys() - held.muted:
        left = _without(merged[id_].notifications, names, str.casefold)
        merged[id_] = merged[id_]._replace(notifications=left)
    return merged


def _joined(kept: Network | None, new: Network | None, held: _Held) -> Network:
    if new is None or kept == new:
        assert kept is not None  # noqa: S101 - one of them has it
        return kept
    if kept is None:
        kept = new._replace(sites=(), apps=AppIds(), notifications=())
        exceptions = new.exceptions
    else:
        exceptions = tuple(each for each in kept.exceptions if each in new.exceptions)
    if kept.id in held.muted:
        kept = kept._replace(notifications=_both(kept.notifications, new.notifications))
    if kept.id in held.blocked:
        apps = AppIds(*(_both(*each) for each in zip(kept.apps, new.apps, strict=True)))
        kept = kept._replace(sites=_both(kept.sites, new.sites), apps=apps, exceptions=exceptions)
    return kept


def _every(apps: AppIds) -> Iterable[str]:
    return (each for ids in apps for each in ids)


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _without(ids: tuple[str, ...], taken: set[str], key: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(each for each in ids if key(each) not in taken)
