# SPDX-License-Identifier: MIT
"""What do the settings files say, taken together, and where do they not hold?"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from rideau.adapters.settings_reader_audit import read_audit
from rideau.adapters.settings_reader_hours import read_focus, read_hours, read_wind_down
from rideau.adapters.settings_reader_networks import (
    NETWORK,
    is_definition,
    merged,
    read_networks,
    read_policy,
    refuse_unknown,
)
from rideau.adapters.settings_reader_reminders import (
    read_away,
    read_batches,
    read_breath,
    read_check_in,
    read_focus_pause,
    read_reminders,
)
from rideau.adapters.settings_spot import Findings, Spot, shown
from rideau.domain.network import Side
from rideau.domain.settings import (
    CURRENT_VERSION,
    MINUTES_PER_DAY,
    SYSTEM,
    AppSettings,
    Batches,
    Breath,
    Browsers,
    CheckInSettings,
    HiddenApps,
    Hours,
    Limits,
    LockLevel,
    NetworkSettings,
    PolicySettings,
    Reminders,
    Reopening,
    Settings,
    WindDown,
)
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem

_SHORTEST_COUNTDOWN_S, _LONGEST_COUNTDOWN_S = 10, 600


class _Language(StrEnum):
    SYSTEM = SYSTEM
    EN = "en"
    FR = "fr"


class RawFile(NamedTuple):
    """Hold one file's name, as problems name it, and what TOML makes of it."""

    name: str
    raw: Mapping[str, object]


def read_settings(
    config: RawFile, own_networks: Iterable[RawFile], known_networks: Callable[[], Iterable[str]] | None
) -> tuple[Settings, tuple[SettingsProblem, ...]]:
    """Return the settings that the files hold together, and every problem; with any problem, nothing may be applied.

    Where ``known_networks`` gives the catalogue's ids, a setting for an id that nothing defines is a problem.
    """
    findings = Findings(config.name)
    table = Spot(config.raw, "", findings).table()
    _check_version(table)
    networks, spots, others = _networks(table, own_networks)
    policy = read_policy(table["policy"]) if "policy" in table else PolicySettings()
    audited = table["audit"].table() if "audit" in table else {}
    audit = read_audit(audited)
    batches, urgent = read_batches(table["batches"]) if "batches" in table else (Batches(), {})
    if known_networks is not None and (networks or policy.networks or audit or urgent):
        known = frozenset(known_networks()) | {key for key, network in networks.items() if is_definition(network)}
        _check_ids(networks, spots, known)
        _check_ids(policy.networks, _policy_spots(table), known)
        _check_ids(audit, audited, known)
        _check_ids(urgent, urgent, known)
    settings = Settings(
        language=(table["language"].choice(_Language) or _Language.SYSTEM).value if "language" in table else SYSTEM,
        hours=read_hours(table["hours"]) if "hours" in table else Hours(),
        wind_down=read_wind_down(table["wind_down"]) if "wind_down" in table else WindDown(),
        focus_plan=read_focus(table["focus"]) if "focus" in table else (),
        lock_level=_lock_level(table["lock"]) if "lock" in table else LockLevel.FIRM,
        networks=MappingProxyType(networks),
        policy=policy,
        focus_pause_minutes=read_focus_pause(table["focus"]) if "focus" in table else Settings().focus_pause_minutes,
        limits=_limits(table["limits"]) if "limits" in table else Limits(),
        breath=read_breath(table["pause"]) if "pause" in table else Breath(),
        reminders=read_reminders(table["reminders"]) if "reminders" in table else Reminders(),
        batches=batches,
        check_in=read_check_in(table["check_in"]) if "check_in" in table else CheckInSettings(),
        away_message=read_away(table["away"]) if "away" in table else "",
        browsers=_browsers(table["browsers"]) if "browsers" in table else Browsers(),
        apps=_apps(table["apps"]) if "apps" in table else AppSettings(),
        audit=MappingProxyType(audit),
    )
    return settings, tuple(findings.problems) + tuple(problem for other in others for problem in other.problems)


def _check_version(table: Mapping[str, Spot]) -> None:
    if "version" not in table:
        return
    spot = table["version"]
    if not isinstance(spot.raw, int) or isinstance(spot.raw, bool) or spot.raw < 0:
        spot.complain(
            Text("{found} is not a version. Write {version}.", found=shown(spot.raw), version=CURRENT_VERSION)
        )
    elif spot.raw > CURRENT_VERSION:
        spot.complain(
            Text(
                "Version {found} was made by a newer Rideau; this one knows versions up to {version}.",
                found=shown(spot.raw),
                version=CURRENT_VERSION,
            )
        )


def _networks(
    table: Mapping[str, Spot], own_networks: Iterable[RawFile]
) -> tuple[dict[str, NetworkSettings], dict[str, Spot], list[Findings]]:
    """Return every network's settings, where each is told of, and the findings of the files beside the main one.

    Of two files beside it the later by name wins, field by field; the main file wins over both.
    """
    networks: dict[str, NetworkSettings] = {}
    spots: dict[str, Spot] = {}
    others: list[Findings] = []
    for file in own_networks:
        others.append(Findings(file.name))
        _add(networks, spots, Spot(file.raw, "", others[-1]).table())
    if "networks" in table:
        _add(networks, spots, table["networks"].table())
    return networks, spots, others


def _add(networks: dict[str, NetworkSettings], spots: dict[str, Spot], found: dict[str, Spot]) -> None:
    for key, network in read_networks(found).items():
        networks[key] = merged(network, networks[key]) if key in networks else network
    spots.update(found)


def _policy_spots(table: Mapping[str, Spot]) -> Mapping[str, Spot]:
    policy = table["policy"].table() if "policy" in table else {}
    return policy[NETWORK].table() if NETWORK in policy else {}


def _check_ids(networks: Iterable[str], spots: Mapping[str, Spot], known: frozenset[str]) -> None:
    for network in networks:
        if network not in known:
            refuse_unknown(spots[network], network, known)


def _lock_level(spot: Spot) -> LockLevel:
    table = spot.table()
    return (table["level"].choice(LockLevel) if "level" in table else None) or LockLevel.FIRM


def _limits(spot: Spot) -> Limits:
    table = spot.table()
    key = "personal_minutes_per_day"
    minutes = table[key].whole_number(0, MINUTES_PER_DAY) if key in table else None
    return Limits() if minutes is None else Limits(minutes)


class _OwnProfile(StrEnum):
    WORK = Side.WORK.value
    PERSONAL = Side.PERSONAL.value


def _browsers(spot: Spot) -> Browsers:
    table = spot.table()
    own = table["own_profile"].choice(_OwnProfile) if "own_profile" in table else None
    launchers = table["launchers"].switch() if "launchers" in table else None
    return Browsers(Side((own or _OwnProfile.PERSONAL).value), launchers=bool(launchers))


def _apps(spot: Spot) -> AppSettings:
    table, key = spot.table(), "countdown_seconds"
    seconds = table[key].whole_number(_SHORTEST_COUNTDOWN_S, _LONGEST_COUNTDOWN_S) if key in table else None
    hidden = table["hidden"].choice(HiddenApps) if "hidden" in table else None
    reopen = table["reopen"].choice(Reopening) if "reopen" in table else None
    default = AppSettings()
    return AppSettings(seconds or default.countdown_s, hidden or default.hidden, reopen or default.reopen)
