# SPDX-License-Identifier: MIT
"""Does a file say what the settings say, once the edits between them are made, with all its comments?"""

from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final, TypeVar

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rideau.adapters.resources import resources_folder
from rideau.adapters.settings_file import SettingsFile
from rideau.domain.network import Account, Action, AppIds, Kind, Side, Use
from rideau.domain.phase import Phase
from rideau.domain.settings import (
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
from rideau.services.settings_edits import edits_between

K = TypeVar("K")
V = TypeVar("V")

STARTER: Final = (resources_folder() / "settings" / "starter.en.toml").read_text(encoding="utf-8")
MINUTES: Final = st.integers(0, 1439)
RANGES: Final = (
    st.tuples(MINUTES, MINUTES)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: ClockRange(pair[0], pair[1] if pair[1] > pair[0] else pair[1] + 1440))
)
TEXTS: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NAMES: Final = TEXTS.filter(str.strip)
KEYS: Final = st.sampled_from(["slack", "a.b", "café", 'q"\\', "network", " ", "\x7f\n"])
DATES: Final = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def _without_overlap(ranges: list[ClockRange]) -> tuple[ClockRange, ...]:
    kept: list[ClockRange] = []
    for each in sorted(ranges):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


DAYS: Final = st.lists(RANGES, max_size=2).map(_without_overlap)
WEEKS: Final = st.builds(Week, st.tuples(*(DAYS for _ in range(7))))


def _leave(start: datetime, until: datetime, label: str, *, whole: bool) -> Leave:
    first, last = min(start, until), max(start, until)
    if whole or first == last:
        return Leave(first.date(), last.date(), label)
    return Leave(first, last, label)


MOMENTS: Final = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)).map(  # noqa: DTZ001 - local, as in the file
    lambda at: at.replace(second=0, microsecond=0)
)
LEAVES: Final = st.builds(_leave, MOMENTS, MOMENTS, TEXTS, whole=st.booleans())
EXCEPTIONS: Final = st.lists(
    st.builds(ExceptionalDay, DATES, DAYS, TEXTS), max_size=3, unique_by=lambda each: each.on
).map(tuple)
HOLIDAYS: Final = st.builds(Holidays, st.sampled_from(["FR", "DE"]), TEXTS, st.frozensets(DATES, max_size=2))
ROTATIONS: Final = st.builds(
    Rotation,
    DATES.map(lambda day: date.fromordinal(day.toordinal() - day.weekday())),
    st.lists(WEEKS, min_size=1, max_size=2).map(tuple),
)


def _hours(hours: Hours) -> Hours:
    """Return ``hours`` as a file can say them: with a rotation it says no week."""
    return hours if hours.rotation is None else hours._replace(week=Hours().week)


HOURS: Final = st.builds(
    Hours,
    st.sampled_from(["system", "Europe/Paris"]),
    WEEKS,
    st.none() | ROTATIONS,
    st.none() | HOLIDAYS,
    EXCEPTIONS,
    st.lists(LEAVES, max_size=3).map(tuple),
).map(_hours)
SITES: Final = st.none() | st.lists(st.sampled_from(["a.example", "b.example/x/*"]), max_size=2).map(tuple)
LISTS: Final = st.lists(TEXTS, max_size=2).map(tuple)
NETWORKS: Final = st.builds(
    NetworkSettings,
    name=st.none() | NAMES,
    kind=st.none() | st.sampled_from(Kind),
    sites=SITES,
    exceptions=SITES,
    apps=st.none() | st.builds(AppIds, LISTS, LISTS, LISTS),
    notifications=st.none() | LISTS,
    side=st.sampled_from([None, Side.WORK, Side.PERSONAL, Side.MIXED]),
    accounts=st.lists(st.builds(Account, NAMES, st.sampled_from(Use)), max_size=2).map(tuple),
    treat_as=st.sampled_from([None, Side.WORK, Side.PERSONAL]),
)


def _fixed(mapping: dict[K, V]) -> MappingProxyType[K, V]:
    return MappingProxyType(mapping)


CELLS: Final = st.dictionaries(st.sampled_from([Side.WORK, Side.PERSONAL]), st.sampled_from(Action)).map(_fixed)
POLICIES: Final = st.builds(
    PolicySettings,
    st.dictionaries(st.sampled_from(Phase), CELLS, max_size=2).map(_fixed),
    st.dictionaries(KEYS, st.dictionaries(st.sampled_from(Phase), st.sampled_from(Action)).map(_fixed), max_size=2).map(
        _fixed
    ),
)
ANSWERS: Final = st.builds(AuditAnswer, st.booleans(), TEXTS, st.none() | DATES)
AUDITS: Final = st.dictionaries(
    KEYS, st.dictionaries(st.sampled_from(AuditQuestion), ANSWERS, min_size=1, max_size=2).map(_fixed), max_size=2
).map(_fixed)
THEMES: Final = st.frozensets(st.sampled_from(Theme), max_size=3)
NO_THEMES: Final = NAMES.filter(lambda name: name not in set(Theme))
REMINDERS: Final = st.builds(
    Reminders,
    st.booleans(),
    st.integers(1, 4),
    st.integers(60, 480),
    st.just(0) | st.integers(10, 200),
    st.frozensets(st.sampled_from(Asked)),
    THEMES,
    st.frozensets(NO_THEMES, max_size=2),
    THEMES,
    st.booleans(),
)
BATCHES: Final = st.builds(
    Batches,
    st.booleans(),
    st.lists(MINUTES, max_size=4, unique=True).map(lambda times: tuple(sorted(times))),
    st.frozensets(NAMES, max_size=2),
    st.lists(NAMES, max_size=2, unique=True).map(tuple),
)
AWAY: Final = TEXTS.filter(lambda text: "{" not in text) | st.just("Back {opening}, “really”\n{opening}.")
SETTINGS: Final = st.builds(
    Settings,
    st.sampled_from(["system", "en", "fr"]),
    HOURS,
    st.builds(WindDown, st.integers(0, 240), st.sampled_from([0, 1.5, 4, 168]), st.integers(0, 120)),
    st.lists(
        st.builds(FocusStretch, st.lists(st.integers(0, 6), min_size=1, max_size=3).map(tuple), RANGES), max_size=2
    ).map(tuple),
    st.sampled_from(LockLevel),
    st.dictionaries(KEYS, NETWORKS, max_size=3).map(_fixed),
    POLICIES,
    st.integers(1, 30),
    st.builds(Limits, st.integers(0, 1440)),
    st.builds(Breath, st.integers(3, 8), st.integers(1, 60)),
    REMINDERS,
    BATCHES,
    st.builds(CheckInSettings, st.booleans(), st.integers(4, 26), st.sampled_from(["", "FR", "US"])),
    AWAY,
    st.builds(Browsers, st.sampled_from([Side.WORK, Side.PERSONAL]), st.booleans()),
    st.builds(AppSettings, st.integers(10, 600), st.sampled_from(HiddenApps), st.sampled_from(Reopening)),
    AUDITS,
)


@settings(max_examples=40, deadline=None)
@given(before=SETTINGS, after=SETTINGS)
@example(before=Settings(), after=Settings())
def test_settings_of_any_shape_reach_the_file_and_come_back(before: Settings, after: Settings) -> None:
    with TemporaryDirectory() as folder:
        store = SettingsFile(Path(folder) / "config.toml")
        store.file.write_text(STARTER, encoding="utf-8")
        assert store.write(edits_between(store.load(), before)) == before
        assert store.write(edits_between(before, after)) == after == store.load()
        assert edits_between(store.load(), after) == {}
        lost = _notes(STARTER) - _notes(store.file.read_text(encoding="utf-8"))
    assert lost <= _notes(STARTER[STARTER.index("[hours.week]") : STARTER.index("# Weeks that take turns")])


def _notes(text: str) -> set[str]:
    return {line[line.index("#") :].strip() for line in text.splitlines() if "#" in line}
