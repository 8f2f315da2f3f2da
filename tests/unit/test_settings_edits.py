# SPDX-License-Identifier: MIT
"""Are the edits that lead from one set of settings to another few, deep and in the shape of the file?"""

from datetime import date, datetime
from types import MappingProxyType
from typing import Final

import pytest

from rideau.domain.network import Account, Action, AppIds, Kind, Side, Use
from rideau.domain.phase import Phase
from rideau.domain.settings import (
    OFFICE_WEEK,
    AppSettings,
    Asked,
    AuditAnswer,
    AuditQuestion,
    Batches,
    Breath,
    Browsers,
    CheckInSettings,
    ClockRange,
    ExceptionalDay,
    FocusStretch,
    HiddenApps,
    Holidays,
    Hours,
    Leave,
    Limits,
    LockLevel,
    NetworkSettings,
    PolicySettings,
    Reminders,
    Reopening,
    Rotation,
    Settings,
    Week,
    WindDown,
)
from rideau.domain.tip import Theme
from rideau.services.settings_edits import edits_between, key_path

MONDAY: Final = date(2026, 1, 5)
MORNING: Final = ClockRange(9 * 60, 12 * 60)
NIGHT: Final = ClockRange(22 * 60, 26 * 60)
TO_MIDNIGHT: Final = ClockRange(18 * 60, 24 * 60)
SHORT_WEEK: Final = Week(((MORNING,), (), (), (), (), (), ()))
REST: Final[dict[str, object]] = {
    day: [] for day in ("tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
}


def hours(value: Hours) -> Settings:
    return Settings(hours=value)


def one_network(network: NetworkSettings, key: str = "x") -> Settings:
    return Settings(networks=MappingProxyType({key: network}))


def policy(**said: object) -> Settings:
    return Settings(policy=PolicySettings(**said))  # type: ignore[arg-type]  # named in each test


def answers(answer: AuditAnswer) -> Settings:
    return Settings(audit=MappingProxyType({"facebook": MappingProxyType({AuditQuestion.RUNS_CLIENTS: answer})}))


def test_nothing_changed_means_no_edit() -> None:
    assert edits_between(Settings(), Settings()) == {}


@pytest.mark.parametrize(
    ("after", "edits"),
    [
        (Settings(language="fr"), {"language": "fr"}),
        (hours(Hours(timezone="Asia/Kathmandu")), {"hours.timezone": "Asia/Kathmandu"}),
        (Settings(wind_down=WindDown(20)), {"wind_down.minutes": 20}),
        (Settings(wind_down=WindDown(min_gap_hours=1.5)), {"wind_down.min_gap_hours": 1.5}),
        (Settings(wind_down=WindDown(ritual_minutes=0)), {"wind_down.ritual_minutes": 0}),
        (Settings(focus_pause_minutes=10), {"focus.pause_minutes": 10}),
        (Settings(breath=Breath(3, 20)), {"pause.seconds": 3, "pause.minutes": 20}),
        (
            Settings(
                reminders=Reminders(
                    is_on=False, per_day=2, apart_minutes=90, seconds=0, recurring=frozenset(), is_silent=False
                )
            ),
            {
                "reminders.enabled": False,
                "reminders.per_day": 2,
                "reminders.apart_minutes": 90,
                "reminders.seconds": 0,
                "reminders.recurring": [],
                "reminders.sound": True,
            },
        ),
        (
            Settings(
                reminders=Reminders(
                    recurring=frozenset({Asked.EYES, Asked.MOVE}),
                    themes_off=frozenset({Theme.SNACK, Theme.DRINK}),
                    tips_off=frozenset({"b", "a"}),
                    themes_rarer=frozenset({Theme.WIN}),
                )
            ),
            {
                "reminders.recurring": ["move", "eyes"],
                "reminders.off": ["drink", "snack", "a", "b"],
                "reminders.rarer": ["win"],
            },
        ),
        (
            Settings(
                batches=Batches(
                    is_on=True,
                    times=(570, 990),
                    urgent_networks=frozenset({"slack", "mail"}),
                    urgent_senders=("Léa", "Bob"),
                )
            ),
            {
                "batches.enabled": True,
                "batches.times": ["09:30", "16:30"],
                "batches.urgent_networks": ["mail", "slack"],
                "batches.urgent_senders": ["Léa", "Bob"],
            },
        ),
        (
            Settings(check_in=CheckInSettings(is_on=True, every_weeks=6, country="BE")),
            {"check_in.enabled": True, "check_in.every_weeks": 6, "check_in.country": "BE"},
        ),
        (Settings(away_message="Back {opening}."), {"away.message": "Back {opening}."}),
        (Settings(lock_level=LockLevel.GENTLE), {"lock.level": "gentle"}),
        (Settings(limits=Limits(5)), {"limits.personal_minutes_per_day": 5}),
        (Settings(browsers=Browsers(Side.WORK)), {"browsers.own_profile": "work"}),
        (Settings(browsers=Browsers(launchers=True)), {"browsers.launchers": True}),
        (
            Settings(apps=AppSettings(90, HiddenApps.FREEZE, Reopening.ALWAYS)),
            {"apps.countdown_seconds": 90, "apps.hidden": "freeze", "apps.reopen": "always"},
        ),
        (
            Settings(focus_plan=(FocusStretch((0, 6), MORNING),)),
            {"focus.plan": [{"days": ["monday", "sunday"], "hours": "09:00-12:00"}]},
        ),
        (
            hours(Hours(exceptions=(ExceptionalDay(MONDAY, (TO_MIDNIGHT,), "Fair"), ExceptionalDay(MONDAY, ())))),
            {
                "hours.exceptions": [
                    {"date": MONDAY, "hours": ["18:00-24:00"], "label": "Fair"},
                    {"date": MONDAY, "hours": []},
                ]
            },
        ),
        (
            hours(Hours(leave=(Leave(MONDAY, datetime(2026, 1, 6, 12), "Ski"), Leave(MONDAY, MONDAY)))),  # noqa: DTZ001 - local
            {
                "hours.leave": [
                    {"from": MONDAY, "until": datetime(2026, 1, 6, 12), "label": "Ski"},  # noqa: DTZ001 - as above
                    {"from": MONDAY, "until": MONDAY},
                ]
            },
        ),
        (
            policy(phases=MappingProxyType({Phase.QUIET: {Side.WORK: Action.MUTE}})),
            {"policy.quiet.work": "mute"},
        ),
        (
            policy(networks=MappingProxyType({"a.b": {Phase.WIND_DOWN: Action.MUTE}})),
            {'policy.network."a.b".wind-down': "mute"},
        ),
        (
            answers(AuditAnswer(is_yes=True, account="Me", done_on=MONDAY)),
            {
                "audit.facebook.runs-clients.answer": "yes",
                "audit.facebook.runs-clients.account": "Me",
                "audit.facebook.runs-clients.done": MONDAY,
            },
        ),
        (answers(AuditAnswer(is_yes=False)), {"audit.facebook.runs-clients.answer": "no"}),
    ],
)
def test_what_was_left_at_its_default_is_written_where_it_differs(after: Settings, edits: dict[str, object]) -> None:
    found = edits_between(Settings(), after)
    assert found == edits
    assert list(found) == list(edits)


def test_of_a_week_only_the_days_that_differ_are_written() -> None:
    days = (OFFICE_WEEK.days[0], (MORNING, NIGHT), *OFFICE_WEEK.days[2:])
    assert edits_between(Settings(), hours(Hours(week=Week(days)))) == {
        "hours.week.tuesday": ["09:00-12:00", "22:00-02:00"]
    }


def test_a_rotation_takes_the_place_of_the_week() -> None:
    found = edits_between(Settings(), hours(Hours(rotation=Rotation(MONDAY, (SHORT_WEEK,)))))
    assert list(found.items()) == [
        ("hours.week", None),
        ("hours.rotation.anchor", MONDAY),
        ("hours.rotation.weeks", [{"monday": ["09:00-12:00"], **REST}]),
    ]


def test_without_its_rotation_the_week_is_written_whole() -> None:
    rotating = Hours(rotation=Rotation(MONDAY, (SHORT_WEEK,)))
    found = edits_between(hours(rotating), hours(Hours(week=SHORT_WEEK)))
    assert found == {
        "hours.rotation": None,
        "hours.week.monday": ["09:00-12:00"],
        **{f"hours.week.{day}": none for day, none in REST.items()},
    }


def test_another_anchor_leaves_the_weeks_alone() -> None:
    before, after = (hours(Hours(rotation=Rotation(day, (SHORT_WEEK,)))) for day in (MONDAY, date(2026, 1, 12)))
    assert edits_between(before, after) == {"hours.rotation.anchor": date(2026, 1, 12)}


def test_holidays_come_and_go() -> None:
    none = Settings()
    worked = hours(Hours(holidays=Holidays("FR", "Alsace-Moselle", frozenset({date(2026, 5, 25), MONDAY}))))
    plain = hours(Hours(holidays=Holidays("FR")))
    assert list(edits_between(none, worked).items()) == [
        ("hours.holidays.country", "FR"),
        ("hours.holidays.subdivision", "Alsace-Moselle"),
        ("hours.holidays.worked", [MONDAY, date(2026, 5, 25)]),
    ]
    assert edits_between(worked, plain) == {"hours.holidays.subdivision": None, "hours.holidays.worked": None}
    assert edits_between(plain, none) == {"hours.holidays": None}


def test_lists_that_are_empty_are_taken_out() -> None:
    full = Settings(
        hours=Hours(exceptions=(ExceptionalDay(MONDAY, ()),), leave=(Leave(MONDAY, MONDAY),)),
        focus_plan=(FocusStretch((0,), MORNING),),
    )
    assert edits_between(full, Settings()) == {"hours.exceptions": None, "hours.leave": None, "focus.plan": None}


def test_reminders_without_exceptions_say_none() -> None:
    full = Settings(
        reminders=Reminders(themes_off=frozenset({Theme.EYES}), themes_rarer=frozenset({Theme.EYES})),
        batches=Batches(times=(600,), urgent_networks=frozenset({"mail"}), urgent_senders=("Bob",)),
        check_in=CheckInSettings(country="FR"),
        away_message="Gone.",
    )
    assert edits_between(full, Settings()) == {
        "reminders.off": None,
        "reminders.rarer": None,
        "batches.times": None,
        "batches.urgent_networks": None,
        "batches.urgent_senders": None,
        "check_in.country": None,
        "away.message": None,
    }


def test_a_network_of_ones_own_is_written_as_people_read_it() -> None:
    network = NetworkSettings(
        name="Forum",
        kind=Kind.CHAT,
        sites=("a.example",),
        exceptions=(),
        apps=AppIds(linux=("a.desktop",)),
        notifications=("Forum",),
        side=Side.MIXED,
        accounts=(Account("Me", Use.PERSONAL),),
        treat_as=Side.WORK,
    )
    assert list(edits_between(Settings(), one_network(network)).items()) == [
        ("networks.x.name", "Forum"),
        ("networks.x.kind", "chat"),
        ("networks.x.sites", ["a.example"]),
        ("networks.x.exceptions", []),
        ("networks.x.apps.linux", ["a.desktop"]),
        ("networks.x.notifications", ["Forum"]),
        ("networks.x.side", "mixed"),
        ("networks.x.accounts", [{"name": "Me", "use": "personal"}]),
        ("networks.x.treat_as", "work"),
    ]


def test_what_is_no_longer_said_of_a_network_is_taken_out() -> None:
    before = NetworkSettings(name="Forum", sites=("a.example",), accounts=(Account("Me", Use.PERSONAL),))
    after = one_network(NetworkSettings(sites=()))
    assert edits_between(one_network(before), after) == {
        "networks.x.name": None,
        "networks.x.accounts": None,
        "networks.x.sites": [],
    }
    assert edits_between(after, Settings()) == {"networks.x": None}


def test_what_says_nothing_of_its_own_is_still_there() -> None:
    bare, no_apps = one_network(NetworkSettings()), one_network(NetworkSettings(apps=AppIds()))
    assert edits_between(Settings(), bare) == {"networks.x": {}}
    assert edits_between(bare, no_apps) == {"networks.x.apps": {}}
    assert edits_between(no_apps, one_network(NetworkSettings(apps=AppIds(macos=("a",))))) == {
        "networks.x.apps.macos": ["a"]
    }
    emptied = policy(phases=MappingProxyType({Phase.QUIET: MappingProxyType({})}))
    filled = policy(phases=MappingProxyType({Phase.QUIET: {Side.WORK: Action.MUTE}}))
    assert edits_between(filled, emptied) == {"policy.quiet.work": None}
    assert edits_between(emptied, Settings()) == {"policy.quiet": None}


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("client-forum_2", "networks.client-forum_2"),
        ("a.b", 'networks."a.b"'),
        ("", 'networks.""'),
        ("café", 'networks."café"'),
        ('a"\\\t\n\x01\x7f', r'networks."a\"\\\t\n\u0001\u007f"'),
    ],
)
def test_odd_ids_are_quoted(key: str, path: str) -> None:
    assert key_path("networks", key) == path
    assert edits_between(Settings(), one_network(NetworkSettings(name="X"), key)) == {f"{path}.name": "X"}
