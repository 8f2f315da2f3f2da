# SPDX-License-Identifier: MIT
"""Is every place where settings do not hold named, and is what holds read as CONTRACT says?"""

import os
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from time import perf_counter

import pytest

from rideau.adapters.resources import resources_folder
from rideau.adapters.settings_file import SettingsFile
from rideau.domain.network import Account, Action, AppIds, Side, Use
from rideau.domain.phase import Phase
from rideau.domain.settings import (
    AppSettings,
    Browsers,
    ClockRange,
    ExceptionalDay,
    FocusStretch,
    HiddenApps,
    Holidays,
    Leave,
    LockLevel,
    Reopening,
    Settings,
)
from rideau.ports.settings_store import SettingsError, SettingsProblem

CONTRACT = Path(__file__).with_name("old_settings") / "contract.toml"


def load(folder: Path, text: str | bytes) -> Settings:
    file = folder / "config.toml"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return SettingsFile(file, folder / "networks.d", known_networks=lambda: ("linkedin", "slack")).load()


def problems(folder: Path, text: str | bytes) -> tuple[SettingsProblem, ...]:
    with pytest.raises(SettingsError) as raised:
        load(folder, text)
    for problem in raised.value.problems:
        said = f"{problem.place}: {problem.message}"
        assert said.isprintable(), said
        assert len(said) < 700
    return raised.value.problems


def test_the_example_of_the_contract_is_read_whole(tmp_path: Path) -> None:
    settings = load(tmp_path, CONTRACT.read_bytes())
    hours = settings.hours
    assert hours.week.days[0] == (ClockRange(540, 750), ClockRange(840, 1080))
    assert hours.week.days[4] == (ClockRange(540, 750), ClockRange(1320, 1560))
    assert hours.holidays == Holidays("FR", "", frozenset({date(2026, 5, 25)}))
    assert hours.exceptions == (ExceptionalDay(date(2026, 6, 20), (ClockRange(600, 960),), "Open day"),)
    assert hours.leave == (Leave(date(2026, 8, 3), datetime(2026, 8, 21, 12), "Summer"),)  # noqa: DTZ001 - local
    assert settings.focus_plan == (FocusStretch((0, 1), ClockRange(540, 660)),)
    linkedin, forum = settings.networks["linkedin"], settings.networks["client-forum"]
    assert linkedin.accounts == (Account("City page", Use.OFFICIAL), Account("Me", Use.PERSONAL))
    assert linkedin.treat_as is Side.WORK
    assert (forum.name, forum.apps) == ("Client forum", AppIds(linux=("client-forum.desktop",)))
    assert settings.policy.phases[Phase.WORK] == {Side.WORK: Action.ALLOW, Side.PERSONAL: Action.LIMIT}
    assert settings.policy.networks == {"slack": {Phase.FOCUS: Action.MUTE}}
    assert settings.lock_level is LockLevel.FIRM


def test_weeks_take_turns(tmp_path: Path) -> None:
    text = '[hours.rotation]\nanchor = 2026-01-05\nweeks = [{ monday = ["09:00-17:00"] }, { monday = [] }]'
    rotation = load(tmp_path, text).hours.rotation
    assert rotation is not None
    assert rotation.anchor == date(2026, 1, 5)
    assert [week.days[0] for week in rotation.weeks] == [(ClockRange(540, 1020),), ()]


@pytest.mark.parametrize(
    ("text", "browsers"),
    [
        ("", Browsers(Side.PERSONAL, launchers=False)),
        ("[browsers]", Browsers(Side.PERSONAL, launchers=False)),
        ("[browsers]\nown_profile = 'work'", Browsers(Side.WORK, launchers=False)),
        ("[browsers]\nown_profile = 'personal'\nlaunchers = true", Browsers(Side.PERSONAL, launchers=True)),
        ("[browsers]\nlaunchers = false", Browsers(Side.PERSONAL, launchers=False)),
    ],
)
def test_what_is_said_about_browsers_is_read(tmp_path: Path, text: str, browsers: Browsers) -> None:
    assert load(tmp_path, text).browsers == browsers


@pytest.mark.parametrize(
    ("text", "apps"),
    [
        ("", AppSettings(60, HiddenApps.END, Reopening.ASK)),
        ("[apps]", AppSettings(60, HiddenApps.END, Reopening.ASK)),
        ("[apps]\ncountdown_seconds = 10", AppSettings(10, HiddenApps.END, Reopening.ASK)),
        ("[apps]\ncountdown_seconds = 600\nhidden = 'end'", AppSettings(600, HiddenApps.END, Reopening.ASK)),
        ("[apps]\nhidden = 'freeze'\nreopen = 'off'", AppSettings(60, HiddenApps.FREEZE, Reopening.OFF)),
        ("[apps]\nreopen = 'always'", AppSettings(60, HiddenApps.END, Reopening.ALWAYS)),
    ],
)
def test_what_is_said_about_apps_is_read(tmp_path: Path, text: str, apps: AppSettings) -> None:
    assert load(tmp_path, text).apps == apps


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_starters_mean_the_defaults(language: str) -> None:
    assert SettingsFile(resources_folder() / "settings" / f"starter.{language}.toml").load() == Settings()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_example_in_the_starters_holds_once_it_counts(tmp_path: Path, language: str) -> None:
    text = (resources_folder() / "settings" / f"starter.{language}.toml").read_text("utf-8")
    examples = re.sub(r"^# (?=\[|[a-z_]+ = |\]| {4}\{)", "", text, flags=re.MULTILINE)
    week, rest = examples.split("[hours.week]")[0], examples[examples.index("[hours.rotation]") :]
    settings = load(tmp_path, week + rest)
    assert settings.hours.rotation is not None
    assert settings.hours.holidays is not None
    assert settings.hours.exceptions
    assert settings.hours.leave
    assert settings.focus_plan
    assert set(settings.networks) == {"linkedin", "client-forum"}
    assert settings.policy.networks


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("09:00-12:30", (540, 750)),
        ("9:00-12:30", (540, 750)),
        ("00:00-24:00", (0, 1440)),
        ("22:00-24:00", (1320, 1440)),
        ("22:00-00:00", (1320, 1440)),
        ("22:00-02:00", (1320, 1560)),
        ("23:59-23:58", (1439, 2878)),
    ],
)
def test_a_range_is_read(tmp_path: Path, found: str, expected: tuple[int, int]) -> None:
    assert load(tmp_path, f'[hours.week]\nmonday = ["{found}"]').hours.week.days[0] == (ClockRange(*expected),)


def test_ranges_that_touch_do_not_overlap(tmp_path: Path) -> None:
    week = load(tmp_path, '[hours.week]\nmonday = ["12:00-14:00", "09:00-12:00"]').hours.week
    assert week.days[0] == (ClockRange(540, 720), ClockRange(720, 840))


WEEK = "[hours.week]\nmonday = "
LINKEDIN = "[networks.linkedin]\n"
ACCOUNT = "networks.linkedin.accounts[0]"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (WEEK + '["25:00-26:00"]', "hours.week.monday[0]", "25:00"),
        (WEEK + '["09:00-12:00", "14:60-15:00"]', "hours.week.monday[1]", "14:60"),
        (WEEK + '["09:00-24:01"]', "hours.week.monday[0]", "24:01"),
        (WEEK + '["24:00-02:00"]', "hours.week.monday[0]", "only an end"),
        (WEEK + '["09:00-09:00"]', "hours.week.monday[0]", "ends when it starts"),
        (WEEK + '["nine to five"]', "hours.week.monday[0]", "Write it as 09:00-12:30"),
        (WEEK + '["\N{ARABIC-INDIC DIGIT NINE}9:00-12:00"]', "hours.week.monday[0]", "not a time range"),
        (WEEK + "[9]", "hours.week.monday[0]", "9 is not text"),
        (WEEK + '"09:00-12:00"', "hours.week.monday", "square brackets"),
        (WEEK + '["09:00-12:00", "11:59-13:00"]', "hours.week.monday[1]", "overlaps “09:00-12:00”"),
        (WEEK + '["22:00-02:00", "23:00-23:30"]', "hours.week.monday[1]", "overlaps “22:00-02:00”"),
        ('[hours]\ntimezone = "Europe/Pari"', "hours.timezone", "“Europe/Paris”"),
        ('[hours]\ntimezone = "../../etc/passwd"', "hours.timezone", "not a time zone"),
        ('[hours]\ntimezone = "/etc/localtime"', "hours.timezone", "not a time zone"),
        ('[hours]\ntimezone = "Europe"', "hours.timezone", "not a time zone"),
        ('[hours]\ntimezone = ""', "hours.timezone", "not a time zone"),
        ('[hours]\ntimezone = "tzdata.zi"', "hours.timezone", "not a time zone"),
        ("[hours]\ntimezone = 1", "hours.timezone", "not text"),
        ("hours = 1", "hours", "not a table"),
        ("[hours.rotation]\nanchor = 2026-01-06\nweeks = [{}]", "hours.rotation.anchor", "2026-01-05"),
        ("[hours.rotation]\nanchor = 2026-01-05\nweeks = []", "hours.rotation", "no weeks"),
        ("[hours.rotation]\nweeks = [{}]", "hours.rotation", "no anchor"),
        ("[hours.week]\n[hours.rotation]\nanchor = 2026-01-05\nweeks = [{}]", "hours.rotation", "not both"),
        ("[hours.holidays]\nsubdivision = 'BW'", "hours.holidays", "country"),
        ("[hours.holidays]\ncountry = 'FR'\nworked = ['x']", "hours.holidays.worked[0]", "not a date"),
        ("[[hours.exceptions]]\ndate = 2026-06-20T10:00:00\nhours = []", "hours.exceptions[0].date", "not a date"),
        ("[[hours.exceptions]]\nhours = []", "hours.exceptions[0]", "no date"),
        ("[[hours.exceptions]]\ndate = 2026-06-20", "hours.exceptions[0]", "no hours"),
        ("[[hours.exceptions]]\ndate = 2026-06-20\nhours = []\n" * 2, "hours.exceptions[1]", "already"),
        ("[[hours.leave]]\nfrom = 2026-08-21\nuntil = 2026-08-20", "hours.leave[0].until", "before it starts"),
        ("[[hours.leave]]\nfrom = 2026-08-21\nuntil = 2026-08-21T00:00:00", "hours.leave[0].until", "before it starts"),
        ("[[hours.leave]]\nfrom = 2026-08-21T12:00:00Z\nuntil = 2026-08-22", "hours.leave[0].from", "offset"),
        ("[[hours.leave]]\nfrom = 2026-08-21", "hours.leave[0]", "until"),
        ("[wind_down]\nminutes = -1", "wind_down.minutes", "from 0 to 240"),
        ("[wind_down]\nminutes = true", "wind_down.minutes", "true"),
        ("[wind_down]\nminutes = 1.5", "wind_down.minutes", "1.5"),
        ("[wind_down]\nmin_gap_hours = nan", "wind_down.min_gap_hours", "nan"),
        ("[wind_down]\nmin_gap_hours = inf", "wind_down.min_gap_hours", "inf"),
        (f"[wind_down]\nminutes = 0x{'f' * 9000}", "wind_down.minutes", "…"),
        (f"[wind_down]\nminutes = {'9' * 9000}", "", "longer than any setting"),
        ("[[focus.plan]]\ndays = ['mondya']\nhours = '09:00-11:00'", "focus.plan[0].days[0]", "“monday”?"),
        ("[[focus.plan]]\ndays = []\nhours = '09:00-11:00'", "focus.plan[0].days", "no day"),
        ("[[focus.plan]]\ndays = ['monday']", "focus.plan[0]", "hours"),
        ("[lock]\nlevel = 'frim'", "lock.level", "“firm”?"),
        ("[lock]\nlevel = ['firm']", "lock.level", "“gentle”, “firm”, “locked”"),
        ("language = 'de'", "language", "“system”, “en”, “fr”"),
        (LINKEDIN + "accounts = [{ name = 'Me', use = 'personnel' }]", ACCOUNT + ".use", "“personal”?"),
        ("[networks.linkedin]\naccounts = [{ name = 'Me' }]", "networks.linkedin.accounts[0]", "“use”"),
        ("[networks.linkedin]\naccounts = ['Me']", "networks.linkedin.accounts[0]", "not a table"),
        ("[networks.linkedin]\ntreat_as = 'mixed'", "networks.linkedin.treat_as", "“work”, “personal”"),
        ("[networks.linkedin]\nside = 'unassigned'", "networks.linkedin.side", "“work”, “personal”, “mixed”"),
        ("[networks.linkedn]\ntreat_as = 'work'", "networks.linkedn", "“linkedin”?"),
        ('[networks."my \\u0007 forum"]\nname = "x"', 'networks."my \\x07 forum"', "in no catalogue"),
        ("[networks.f]\nsites = ['https://example.org']", "networks.f.sites[0]", "scheme"),
        ("[networks.f]\nsites = ['com']", "networks.f.sites[0]", "no dot"),
        ("[networks.f]\nsites = ['a.example']\napps = { linux = [1] }", "networks.f.apps.linux[0]", "not text"),
        ("[networks.f]\nsites = ['a.example']\nkind = 'forum'", "networks.f.kind", "“social”"),
        ("[policy]\nquite = { work = 'block' }", "policy.quite", "“quiet”?"),
        ("[policy]\nquiet = { wrok = 'block' }", "policy.quiet.wrok", "“work”?"),
        ("[policy]\nquiet = { work = 'close' }", "policy.quiet.work", "“block”"),
        ("[policy.network.slakc]\nfocus = 'mute'", "policy.network.slakc", "“slack”?"),
        ("[policy.network.slack]\nfocus = 'quiet'", "policy.network.slack.focus", "“mute”"),
        ("[limits]\npersonal_minutes_per_day = -1", "limits.personal_minutes_per_day", "from 0"),
        ("[browsers]\nown_profile = 'mixed'", "browsers.own_profile", "“work”, “personal”"),
        ("[browsers]\nown_profile = 'wrok'", "browsers.own_profile", "“work”?"),
        ("[browsers]\nown_profile = true", "browsers.own_profile", "true"),
        ("[browsers]\nlaunchers = 'yes'", "browsers.launchers", "neither true nor false"),
        ("[browsers]\nlaunchers = 1", "browsers.launchers", "1 is neither true nor false"),
        ("browsers = 1", "browsers", "not a table"),
        ("[apps]\ncountdown_seconds = 9", "apps.countdown_seconds", "from 10 to 600"),
        ("[apps]\ncountdown_seconds = 601", "apps.countdown_seconds", "from 10 to 600"),
        ("[apps]\ncountdown_seconds = 0", "apps.countdown_seconds", "from 10 to 600"),
        ("[apps]\ncountdown_seconds = 60.5", "apps.countdown_seconds", "whole number"),
        ("[apps]\ncountdown_seconds = true", "apps.countdown_seconds", "whole number"),
        ("[apps]\nhidden = 'frezze'", "apps.hidden", "“freeze”?"),
        ("[apps]\nhidden = 'kill'", "apps.hidden", "“end”, “freeze”"),
        ("[apps]\nreopen = true", "apps.reopen", "“off”, “ask”, “always”"),
        ("[apps]\nreopen = 'allways'", "apps.reopen", "“always”?"),
        ("apps = ['slack']", "apps", "not a table"),
        ("version = 2", "version", "newer Rideau"),
        ("version = '1'", "version", "not a version"),
        ("version = true", "version", "not a version"),
        ("[hours\nx = 1", "line 1, column 7", "“[hours”"),
        ("a = 1\na = 2", "line 2, column 6", "Cannot overwrite"),
        ("a = [1,", "line 1, column 8", "ends too early"),
        ("x = " + "[" * 20_000, "", "too deep"),
        ("a." * 200_000 + "b = 1", "line 1, column 1", "too many parts"),
        (b"ok = 1\nx = \xff", "line 2", "0xff"),
        (b"a = 1\n\0\0\0", "line 2, column 1", "not how TOML"),
        ("language = 'fr'\n".encode("utf-16"), "line 1", "UTF-8"),
        (b"#" * (5 * 1024 * 1024), "", "bigger than 4 MB"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_named_with_its_place(tmp_path: Path, text: str | bytes, place: str, said: str) -> None:
    found = problems(tmp_path, text)
    assert [problem.place for problem in found] == [place]
    assert said in str(found[0].message)
    assert found[0].file == str(tmp_path / "config.toml")


def test_every_problem_is_told_at_once_and_own_networks_name_their_file(tmp_path: Path) -> None:
    (tmp_path / "networks.d").mkdir()
    (tmp_path / "networks.d" / "a.toml").write_text("[forum]\nsites = ['*.example.org']\nkind = 1")
    (tmp_path / "networks.d" / "b.toml").write_text("[forum")
    (tmp_path / "networks.d" / "c.toml").mkdir()
    (tmp_path / "networks.d" / ".d.toml.swp").write_text("[forum")
    found = problems(tmp_path, "language = 1\n[lock]\nlevel = 2\n[wind_down]\nminutes = 'x'")
    assert [(Path(problem.file).name, problem.place) for problem in found] == [
        ("b.toml", "line 1, column 7"),
        ("c.toml", ""),
        ("config.toml", "language"),
        ("config.toml", "wind_down.minutes"),
        ("config.toml", "lock.level"),
        ("a.toml", "forum.kind"),
        ("a.toml", "forum.sites[0]"),
    ]


def test_own_networks_are_merged_under_the_settings(tmp_path: Path) -> None:
    (tmp_path / "networks.d").mkdir()
    (tmp_path / "networks.d" / "a.toml").write_text(
        "[forum]\nname = 'A'\nsites = ['a.example']\ntreat_as = 'work'\nside = 'mixed'"
    )
    (tmp_path / "networks.d" / "b.toml").write_text("[forum]\nname = 'B'\n")
    forum = load(tmp_path, "[networks.forum]\ntreat_as = 'personal'").networks["forum"]
    assert (forum.name, forum.sites, forum.treat_as) == ("B", ("a.example",), Side.PERSONAL)
    assert forum.side is Side.MIXED


def test_unknown_keys_and_a_byte_order_mark_are_no_problem(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbfcolour = 'blue'\r\n[hours]\r\nfuture = 1\r\n[shop.window]\r\nx = { y = [] }\r\n"
    assert load(tmp_path, text) == Settings()


def _folder(file: Path) -> None:
    file.mkdir()


def _pipe(file: Path) -> None:
    os.mkfifo(file)


def _loop(file: Path) -> None:
    file.symlink_to(file)


def _dangling(file: Path) -> None:
    file.symlink_to(file.with_name("not there"))


@pytest.mark.parametrize("make", [_folder, _pipe, _loop, _dangling])
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "config.toml")
    with pytest.raises(SettingsError) as raised:
        SettingsFile(tmp_path / "config.toml").load()
    assert [problem.place for problem in raised.value.problems] == [""]
    assert "\n" not in str(raised.value)


def test_a_megabyte_of_garbage_is_refused_soon(tmp_path: Path) -> None:
    for garbage in (os.urandom(1_000_000), b"[" * 1_000_000, b"a=1\n" * 250_000, b'"' * 1_000_000, b"x" * 1_000_000):
        start = perf_counter()
        assert len(problems(tmp_path, garbage)) == 1
        took = perf_counter() - start
        print(f"1 MB of {garbage[:4]!r}: {took * 1e3:.0f} ms")
        assert took < 5


def test_reading_says_how_long_it_takes(tmp_path: Path) -> None:
    load(tmp_path, CONTRACT.read_bytes())
    start = perf_counter()
    for _ in range(20):
        load(tmp_path, CONTRACT.read_bytes())
    print(f"reading the contract's example: {(perf_counter() - start) / 20 * 1e3:.2f} ms")
