# SPDX-License-Identifier: MIT
"""How do settings look as the plain tables, lists and values of a settings file? (CONTRACT, "Files")."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeAlias

from rideau.domain.network import AppIds
from rideau.domain.settings import (
    WEEKDAYS,
    Asked,
    AuditAnswer,
    AuditQuestion,
    Batches,
    ClockRange,
    ExceptionalDay,
    FocusStretch,
    Holidays,
    Hours,
    Leave,
    NetworkSettings,
    PolicySettings,
    Reminders,
    Settings,
    Week,
)

Value: TypeAlias = "str | int | float | date | datetime | list[Value] | dict[str, Value]"
Table: TypeAlias = "dict[str, Value]"

YES, NO = "yes", "no"


def settings_tree(settings: Settings) -> Table:
    """Return everything that ``settings`` say, defaults included, in the order in which people read it.

    What a file can only say by leaving it out is left out: no holidays, an account that was not named, and the week
    where a rotation stands in its place.
    """
    tree: Table = {
        "language": settings.language,
        "hours": _hours(settings.hours),
        "wind_down": {
            "minutes": settings.wind_down.minutes,
            "min_gap_hours": settings.wind_down.min_gap_hours,
            "ritual_minutes": settings.wind_down.ritual_minutes,
        },
        "focus": {
            "pause_minutes": settings.focus_pause_minutes,
            **_filled({"plan": [_stretch(each) for each in settings.focus_plan]}),
        },
        "lock": {"level": settings.lock_level.value},
        "networks": {key: _network(each) for key, each in settings.networks.items()},
        "policy": _policy(settings.policy),
        "limits": {"personal_minutes_per_day": settings.limits.personal_minutes_per_day},
        "pause": {"seconds": settings.breath.seconds, "minutes": settings.breath.minutes},
        "reminders": _reminders(settings.reminders),
        "batches": _batches(settings.batches),
        "check_in": {
            "enabled": settings.check_in.is_on,
            "every_weeks": settings.check_in.every_weeks,
            **_filled({"country": settings.check_in.country}),
        },
        "away": _filled({"message": settings.away_message}),
        "apps": {
            "countdown_seconds": settings.apps.countdown_s,
            "hidden": settings.apps.hidden.value,
            "reopen": settings.apps.reopen.value,
        },
        "browsers": {"own_profile": settings.browsers.own_profile.value, "launchers": settings.browsers.launchers},
        "audit": {key: _answers(each) for key, each in settings.audit.items() if each},
    }
    return tree


def _hours(hours: Hours) -> Table:
    table: Table = {"timezone": hours.timezone}
    if hours.rotation is None:
        table["week"] = _week(hours.week)
    else:
        weeks: list[Value] = [_week(each) for each in hours.rotation.weeks]
        table["rotation"] = {"anchor": hours.rotation.anchor, "weeks": weeks}
    if hours.holidays is not None:
        table["holidays"] = _holidays(hours.holidays)
    lists: Table = {
        "exceptions": [_exception(each) for each in hours.exceptions],
        "leave": [_leave(each) for each in hours.leave],
    }
    return table | _filled(lists)


def _week(week: Week) -> Table:
    return {day: _ranges(ranges) for day, ranges in zip(WEEKDAYS, week.days, strict=True)}


def _ranges(ranges: tuple[ClockRange, ...]) -> list[Value]:
    return [str(each) for each in ranges]


def _holidays(holidays: Holidays) -> Table:
    worked: list[Value] = [*sorted(holidays.worked)]
    return {"country": holidays.country, **_filled({"subdivision": holidays.subdivision, "worked": worked})}


def _exception(day: ExceptionalDay) -> Table:
    return {"date": day.on, "hours": _ranges(day.hours), **_filled({"label": day.label})}


def _leave(leave: Leave) -> Table:
    return {"from": leave.start, "until": leave.until, **_filled({"label": leave.label})}


def _stretch(stretch: FocusStretch) -> Table:
    return {"days": [WEEKDAYS[day] for day in stretch.days], "hours": str(stretch.hours)}


def _network(network: NetworkSettings) -> Table:
    """Return what is said; a list that is empty says so, but for accounts, which know no difference."""
    said: dict[str, Value | None] = {
        "name": network.name,
        "kind": network.kind and network.kind.value,
        "sites": _texts(network.sites),
        "exceptions": _texts(network.exceptions),
        "apps": None if network.apps is None else _apps(network.apps),
        "notifications": _texts(network.notifications),
        "side": network.side and network.side.value,
        "accounts": [{"name": each.name, "use": each.use.value} for each in network.accounts] or None,
        "treat_as": network.treat_as and network.treat_as.value,
    }
    return {key: value for key, value in said.items() if value is not None}


def _texts(texts: tuple[str, ...] | None) -> list[Value] | None:
    return None if texts is None else [*texts]


def _apps(apps: AppIds) -> Table:
    return _filled({"linux": [*apps.linux], "windows": [*apps.windows], "macos": [*apps.macos]})


def _policy(policy: PolicySettings) -> Table:
    table: Table = {
        phase.value: {side.value: action.value for side, action in cells.items()}
        for phase, cells in policy.phases.items()
    }
    table["network"] = {
        key: {phase.value: action.value for phase, action in cells.items()} for key, cells in policy.networks.items()
    }
    return table


def _reminders(reminders: Reminders) -> Table:
    """Return what is said; the empty list of recurring ones says something, unlike the others."""
    off: list[Value] = [*sorted(each.value for each in reminders.themes_off), *sorted(reminders.tips_off)]
    rarer: list[Value] = [*sorted(each.value for each in reminders.themes_rarer)]
    return {
        "enabled": reminders.is_on,
        "per_day": reminders.per_day,
        "apart_minutes": reminders.apart_minutes,
        "seconds": reminders.seconds,
        "recurring": [each.value for each in Asked if each in reminders.recurring],
        **_filled({"off": off, "rarer": rarer}),
        "sound": not reminders.is_silent,
    }


def _batches(batches: Batches) -> Table:
    lists: Table = {
        "times": [f"{each // 60:02}:{each % 60:02}" for each in batches.times],
        "urgent_networks": [*sorted(batches.urgent_networks)],
        "urgent_senders": [*batches.urgent_senders],
    }
    return {"enabled": batches.is_on, **_filled(lists)}


def _answers(answers: Mapping[AuditQuestion, AuditAnswer]) -> Table:
    return {question.value: _answer(answer) for question, answer in answers.items()}


def _answer(answer: AuditAnswer) -> Table:
    table: Table = {"answer": YES if answer.is_yes else NO, **_filled({"account": answer.account})}
    return table if answer.done_on is None else table | {"done": answer.done_on}


def _filled(table: Table) -> Table:
    return {key: value for key, value in table.items() if value not in ("", [])}
