# SPDX-License-Identifier: MIT
"""Of two plans, what is the one that lets nothing through that either would stop? (SPEC E8)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
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
    blocked = frozenset(id_ for id_, action in actions.items() if action is Action.BLOCK)
    muted = frozenset(id_ for id_, action in actions.items() if action.mutes)
    networks = _by_id(kept)
    if (kept.networks, kept.closable) != (new.networks, new.closable):
        networks = _merged(networks, _by_id(new), _Held(blocked, muted, closed_in, kept.closed_in))
    paused_in = {each: _of(kept.paused_in, new.paused_in, each) - closed_in[each] for each in Profile}
    limited_in = {
        each: _of(kept.limited_in, new.limited_in, each) - closed_in[each] - paused_in[each] for each in Profile
    }
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
        paused_in=MappingProxyType(paused_in),
        limited_in=MappingProxyType(limited_in),
    )


def is_weaker(new: Plan, kept: Plan) -> bool:
    """Tell whether ``new`` lets something through that ``kept`` stops."""
    both = stricter_plan(kept, new)
    covers = {site.casefold() for each in both.networks if each.id in _closed(both) for site in each.sites}
    return bool(_stopped(both) - _stopped(new)) or bool(_let_out(new, covers) - _let_out(both, covers))


def _stopped(plan: Plan) -> set[tuple[str, str]]:
    """Return everything that ``plan`` stops, by kind."""
    closed = _closed(plan)
    found = {(each.action.value, each.network.id) for each in plan.treatments}
    found |= {(profile.value, id_) for profile, ids in plan.closed_in.items() for id_ in ids}
    for network in plan.networks:
        if network.id in closed:
            shut = [profile for profile, ids in plan.closed_in.items() if network.id in ids]
            found |= {(f"site {profile.value}", each.casefold()) for profile in shut for each in network.sites}
            found |= {("app", app_key(each)) for each in _every(network.apps)}
    return found | {("name", name.casefold()) for each in plan.muted for name in each.notifications}


def _let_out(plan: Plan, covers: set[str]) -> set[tuple[str, str]]:
    """Return what is excepted from the closed networks, or taken out of ``covers`` by those that are not."""
    closed = _closed(plan)
    found = {(each.id, site) for each in plan.networks if each.id in closed for site in each.exceptions}
    others = (each for each in plan.networks if not all(each.id in ids for ids in plan.closed_in.values()))
    taken = ((each.id, site) for each in others for site in each.sites)
    return found | {(id_, site) for id_, site in taken if not covers.isdisjoint(_above(site.casefold()))}


def _closed(plan: Plan) -> frozenset[str]:
    return _ids(plan.blocked).union(*plan.closed_in.values())


_NONE: frozenset[str] = frozenset()


class _Held(NamedTuple):
    """Hold the ids of the networks whose apps are closed, that are withheld, and whose sites are closed to whom."""

    blocked: frozenset[str]
    muted: frozenset[str]
    closed_in: Mapping[Profile, frozenset[str]]
    closed_before: Mapping[Profile, frozenset[str]]

    def profiles(self, id_: str) -> frozenset[Profile]:
        """Return to whom a network is closed."""
        return frozenset(profile for profile, ids in self.closed_in.items() if id_ in ids)

    def profiles_before(self, id_: str) -> frozenset[Profile]:
        """Return to whom it was closed in the plan in force."""
        return frozenset(profile for profile, ids in self.closed_before.items() if id_ in ids)

    def closes(self, id_: str) -> bool:
        """Tell whether a network is closed to anybody."""
        return id_ in self.blocked or bool(self.profiles(id_))

    def withholds(self, id_: str) -> bool:
        """Tell whether anything of a network is withheld."""
        return id_ in self.muted or self.closes(id_)


def _of(
    kept: Mapping[Profile, frozenset[str]], new: Mapping[Profile, frozenset[str]], profile: Profile
) -> frozenset[str]:
    return kept.get(profile, _NONE) | new.get(profile, _NONE)


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
    merged = _parted(merged, kept, held)
    closed, withheld = (frozenset(filter(held_, merged)) for held_ in (held.closes, held.withholds))
    for holders in (held.blocked, closed):
        _keep_apps(merged, holders)
    for holders in (held.muted, withheld):
        _keep_names(merged, holders)
    return merged


def _keep_apps(merged: dict[str, Network], holders: frozenset[str]) -> None:
    """Let what apps ``holders`` have be nobody else's."""
    taken = {app_key(app) for id_ in holders & merged.keys() for app in _every(merged[id_].apps)}
    for id_ in merged.keys() - holders:
        apps = AppIds(*(_without(each, taken, app_key) for each in merged[id_].apps))
        merged[id_] = merged[id_]._replace(apps=apps)


def _keep_names(merged: dict[str, Network], holders: frozenset[str]) -> None:
    """Let what names ``holders`` have be nobody else's."""
    taken = {name.casefold() for id_ in holders & merged.keys() for name in merged[id_].notifications}
    for id_ in merged.keys() - holders:
        left = _without(merged[id_].notifications, taken, str.casefold)
        merged[id_] = merged[id_]._replace(notifications=left)


def _parted(merged: Mapping[str, Network], kept: Mapping[str, Network], held: _Held) -> dict[str, Network]:
    """Return the networks, each closed site with one of them alone: one that closes it to whom it was closed."""
    claims: dict[str, list[str]] = {}
    for id_ in sorted(filter(held.closes, merged)):
        for site in merged[id_].sites:
            claims.setdefault(site.casefold(), []).append(id_)
    before = _holders(kept, held)
    owners = {site: _owner(site, ids, before, held) for site, ids in claims.items()}
    parted = {}
    for id_, network in merged.items():
        sites = tuple(each for each in network.sites if owners.get(each.casefold(), id_) == id_)
        given = (site for site, owner in owners.items() if owner == id_ and id_ not in claims[site])
        parted[id_] = network._replace(sites=(*sites, *sorted(given)))
    return parted


def _holders(kept: Mapping[str, Network], held: _Held) -> Mapping[str, str]:
    """Return which network closed each site, the one that closed it to the most."""
    found: dict[str, str] = {}
    for id_ in sorted(kept, key=lambda each: (len(held.profiles_before(each)), each)):
        if held.profiles_before(id_):
            sites = [site.casefold() for site in kept[id_].sites]
            parts = {site.partition("/")[0]: id_ for site in sites}  # for a part, some browsers close the whole host
            found = parts | found | dict.fromkeys(sites, id_)
    return found


def _owner(site: str, claimants: Sequence[str], before: Mapping[str, str], held: _Held) -> str:
    """Return whose ``site`` is to be: of those who close it to all to whom it was closed, who closes it to the most."""
    holder = next((before[each] for each in (site, *_above(site)) if each in before), None)
    fit = [each for each in claimants if holder is None or held.profiles(each) >= held.profiles(holder)]
    if holder is not None:
        fit.insert(0, holder)
    return max(fit, key=lambda each: len(held.profiles(each)))


def _above(site: str) -> Iterable[str]:
    """Yield what stands above a site: its host for a path, then the domains over it."""
    host, slash, _ = site.partition("/")
    if slash:
        yield host
    _, dot, host = host.partition(".")
    while dot:
        yield host
        _, dot, host = host.partition(".")


def _joined(kept: Network | None, new: Network | None, held: _Held) -> Network:
    if new is None or kept == new:
        assert kept is not None  # noqa: S101 - one of them has it
        return kept
    if kept is None:
        kept = new._replace(sites=(), apps=AppIds(), notifications=())
        exceptions = new.exceptions
    else:
        exceptions = tuple(each for each in kept.exceptions if each in new.exceptions)
    if held.withholds(kept.id):
        kept = kept._replace(notifications=_both(kept.notifications, new.notifications))
    if held.closes(kept.id):
        apps = AppIds(*(_both(*each) for each in zip(kept.apps, new.apps, strict=True)))
        kept = kept._replace(sites=_both(kept.sites, new.sites), apps=apps, exceptions=exceptions)
    return kept


def _every(apps: AppIds) -> Iterable[str]:
    return (each for ids in apps for each in ids)


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _without(ids: tuple[str, ...], taken: set[str], key: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(each for each in ids if key(each) not in taken)
