# SPDX-License-Identifier: MIT
"""Does writing keep everything a person wrote, and the old file whole when it fails?"""

import resource
import shutil
import stat
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.settings_store import SettingsStoreContract
from rideau.adapters.resources import resources_folder
from rideau.adapters.settings_file import SettingsFile
from rideau.domain.error import StorageError
from rideau.domain.network import Account, Use
from rideau.domain.settings import WEEKDAYS, ClockRange, ExceptionalDay, Leave, LockLevel, Settings
from rideau.ports.settings_store import SettingsError

OLD = Path(__file__).with_name("old_settings")
CONTRACT = OLD / "contract.toml"


class TestSettingsFile(SettingsStoreContract):
    """Run the contract on a real file."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> SettingsFile:
        return SettingsFile(
            tmp_path / "config" / "config.toml", tmp_path / "config" / "networks.d", tmp_path / "memory"
        )


@pytest.fixture
def store(tmp_path: Path) -> SettingsFile:
    store = SettingsFile(tmp_path / "config.toml", tmp_path / "networks.d", tmp_path / "memory")
    shutil.copy(CONTRACT, store.file)
    return store


def test_nothing_but_the_edited_value_changes(store: SettingsFile) -> None:
    before = store.file.read_text()
    store.write({"hours.timezone": "Asia/Kathmandu", "wind_down.minutes": 20})
    expected = before.replace('timezone = "system" ', 'timezone = "Asia/Kathmandu" ').replace(
        "minutes = 15 ", "minutes = 20 ", 1
    )
    assert store.file.read_text() == expected


def test_an_edit_to_what_is_so_already_leaves_every_byte(store: SettingsFile) -> None:
    before = store.file.read_bytes()
    store.write({"lock.level": "firm", "hours.week.monday": ["09:00-12:30", "14:00-18:00"], "hours.rotation": None})
    assert store.file.read_bytes() == before


def test_unknown_keys_and_quoting_stay(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    text = (
        "language = 'fr'   # mine\n\"future\" = { x = 1 }\n\n"
        "[hours.week] # w\nmonday = [\n  '09:00-12:00', # early\n  '13:00-17:00', # late\n]\n\n"
        "# the shop\n[shop]\nopen = true\n"
    )
    file.write_text(text)
    SettingsFile(file).write(
        {"hours.week.monday": ["09:00-12:00", "14:00-18:00"], "limits.personal_minutes_per_day": 5}
    )
    result = file.read_text()
    assert result.startswith(text.split("  '13:00", maxsplit=1)[0])
    for kept in ("# early", "# late", "# the shop\n[shop]\nopen = true\n", '"future" = { x = 1 }', "# mine"):
        assert kept in result
    assert tomllib.loads(result)["limits"] == {"personal_minutes_per_day": 5}


def test_removing_a_table_keeps_the_comment_of_the_next(store: SettingsFile) -> None:
    text = (
        '# top\n[hours.holidays] # mine\ncountry = "FR"\n\n'
        "# my leave\n[[hours.leave]]\nfrom = 2026-08-03\nuntil = 2026-08-04\n"
    )
    store.file.write_text(text)
    assert store.write({"hours.holidays": None}).hours.holidays is None
    assert store.file.read_text() == "# top\n" + text[text.index("# my leave") :]


def test_of_a_list_of_tables_only_what_differs_changes(store: SettingsFile) -> None:
    text = (
        '[[hours.exceptions]]\ndate = 2026-06-20 # fair\nhours = ["10:00-16:00"]\nnote = "mine"\n\n'
        "[[hours.exceptions]]\ndate = 2026-06-21 # rest\nhours = []\n\n# the lock\n[lock]\nlevel = 'firm'\n"
    )
    store.file.write_text(text)
    first = {"date": date(2026, 6, 20), "hours": ["10:00-17:00"], "note": "mine"}
    written = store.write({"hours.exceptions": [first]})
    assert written.hours.exceptions == (ExceptionalDay(date(2026, 6, 20), (ClockRange(600, 1020),)),)
    assert (
        store.file.read_text()
        == text.split("[[", maxsplit=1)[0]
        + text[: text.index("[[", 5)].replace("16:00", "17:00")
        + text[text.index("# the lock") :]
    )


LEAVES = """
# the first
[[hours.leave]]
from = 2026-08-03 # summer
until = 2026-08-21
note = "flights booked"

[[hours.leave]]
from = 2026-10-19 # autumn
until = 2026-10-23
who = "all of us"

[[hours.leave]]
from = 2026-12-24 # winter
until = 2026-12-31

# the lock
[lock]
level = "firm" # so

[networks.slack] # mine
accounts = [
  { name = "Me", use = "personal" }, # private
  { name = "Team", use = "professional", team = 7 }, # ours
]
"""


def leave(start: date, until: date) -> dict[str, object]:
    return {"from": start, "until": until}


SUMMER = leave(date(2026, 8, 3), date(2026, 8, 21))
AUTUMN = leave(date(2026, 10, 19), date(2026, 10, 23))
WINTER = leave(date(2026, 12, 24), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("leaves", "stays", "goes"),
    [
        ([AUTUMN, WINTER], ["# autumn", "# winter", "# the first", "# the lock", 'who = "all of us"'], "# summer"),
        ([SUMMER, WINTER], ["# summer", "# winter", "# the first", "flights booked"], "# autumn"),
        ([SUMMER, AUTUMN], ["# summer", "# autumn", "# the lock"], "# winter"),
        ([SUMMER, leave(date(2026, 9, 1), date(2026, 9, 2)), AUTUMN, WINTER], ["# summer", "# autumn", "# winter"], ""),
        ([leave(date(2026, 5, 1), date(2026, 5, 2)), SUMMER, AUTUMN, WINTER], ["# summer", "# autumn", "# winter"], ""),
        ([SUMMER | {"until": date(2026, 8, 22)}, AUTUMN, WINTER], ["# summer", "flights booked"], "2026-08-21"),
        ([SUMMER, AUTUMN | {"from": date(2026, 10, 20)}, WINTER], ["# autumn", "all of us"], "2026-10-19"),
    ],
)
def test_what_stands_beside_an_item_stays_with_it(
    store: SettingsFile, leaves: list[dict[str, object]], stays: list[str], goes: str
) -> None:
    store.file.write_text(LEAVES)
    written = store.write({"hours.leave": leaves})
    assert [(each.start, each.until) for each in written.hours.leave] == [
        (each["from"], each["until"]) for each in leaves
    ]
    left = store.file.read_text()
    for each in stays:
        assert each in left
    assert not goes or goes not in left
    for line in left.splitlines():
        if "# summer" in line or "# autumn" in line or "# winter" in line:
            assert line.split(" #")[0].removeprefix("from = ") in {str(each["from"]) for each in leaves}


def test_a_leave_of_a_whole_day_becomes_one_of_a_few_hours_on_that_day(tmp_path: Path) -> None:
    store = SettingsFile(tmp_path / "config.toml")
    store.file.write_text("[[hours.leave]]\nfrom = 2026-08-03\nuntil = 2026-08-03  # the dentist\n", "utf-8")
    noon = datetime(2026, 8, 3, 12)  # noqa: DTZ001 - local, as in the file
    day_long = date(2026, 8, 3)
    assert store.write({"hours.leave": [leave(day_long, noon)]}).hours.leave == (Leave(day_long, noon),)
    assert "# the dentist" in store.file.read_text("utf-8")
    assert store.write({"hours.leave": [leave(day_long, day_long)]}).hours.leave == (Leave(day_long, day_long),)


def test_an_account_that_comes_or_goes_leaves_the_others_alone(store: SettingsFile) -> None:
    store.file.write_text(LEAVES)
    store.write({"networks.slack.accounts": [{"name": "Team", "use": "professional"}]})
    left = store.file.read_text()
    assert "team = 7 }, # ours" in left
    assert '"Me"' not in left
    store.write(
        {"networks.slack.accounts": [{"name": "Shop", "use": "official"}, {"name": "Team", "use": "professional"}]}
    )
    left = store.file.read_text()
    assert "team = 7 }, # ours" in left
    assert "Shop" in left


def test_tables_are_added(store: SettingsFile) -> None:
    leave = {"from": date(2026, 12, 24), "until": datetime(2026, 12, 26, 12), "label": "Winter"}  # noqa: DTZ001 - local
    present = tomllib.loads(store.file.read_text())["hours"]["leave"]
    written = store.write(
        {
            "hours.leave": [*present, leave],
            "networks.slack.accounts": [{"name": "Me", "use": "professional"}],
            'networks."a.b".sites': ["a.example"],
        }
    )
    assert written.hours.leave[1] == Leave(date(2026, 12, 24), datetime(2026, 12, 26, 12), "Winter")  # noqa: DTZ001
    assert written.networks["slack"].accounts == (Account("Me", Use.PROFESSIONAL),)
    assert written.networks["a.b"].sites == ("a.example",)
    assert _comments(CONTRACT.read_text()) <= _comments(store.file.read_text())


def test_a_new_file_begins_as_the_starter(tmp_path: Path) -> None:
    starter = resources_folder() / "settings" / "starter.fr.toml"
    store = SettingsFile(tmp_path / "new" / "config.toml", starter=starter)
    store.write({"lock.level": "gentle"})
    assert store.file.read_text() == starter.read_text().replace('level = "firm"', 'level = "gentle"')
    assert stat.S_IMODE(store.file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(store.file.stat().st_mode) == 0o600


def test_a_link_stays_a_link_and_the_mode_stays(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "rideau.toml"
    target.parent.mkdir()
    target.write_text("version = 1\n")
    target.chmod(0o640)
    (tmp_path / "config.toml").symlink_to(target)
    SettingsFile(tmp_path / "config.toml").write({"lock.level": "gentle"})
    assert (tmp_path / "config.toml").is_symlink()
    assert "gentle" in target.read_text()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("text", ["version = 1\n", (OLD / "v0_said.toml").read_text()])
def test_a_file_that_is_protected_from_writing_stays_as_it_is(tmp_path: Path, text: str) -> None:
    store = SettingsFile(tmp_path / "config.toml")
    store.file.write_text(text)
    store.file.chmod(0o444)
    with pytest.raises(StorageError, match="writing is not allowed there"):
        store.write({"lock.level": "locked"})
    with suppress(StorageError):
        store.migrate_file()
    assert [file.name for file in tmp_path.iterdir()] == ["config.toml"]
    assert store.file.read_text() == text


@pytest.mark.parametrize("edits", [{"": 1}, {"a b": 1}, {"lock.level.x": 1}, {"a=1\nb": 2}, {"[lock]\nx": 1}])
def test_a_key_path_that_is_none_changes_nothing(store: SettingsFile, edits: dict[str, object]) -> None:
    before = store.file.read_bytes()
    with pytest.raises((StorageError, SettingsError)):
        store.write(edits)
    assert store.file.read_bytes() == before


def test_a_file_that_does_not_hold_is_not_written_over(store: SettingsFile) -> None:
    store.file.write_text("[hours")
    with pytest.raises(SettingsError):
        store.write({"lock.level": "gentle"})
    assert store.file.read_text() == "[hours"


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow beyond 100 bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(
    store: SettingsFile, caplog: pytest.LogCaptureFixture
) -> None:
    before = store.file.read_bytes()
    store.remember()
    with full_disk():
        with pytest.raises(StorageError):
            store.write({"lock.level": "gentle"})
        (store.file).write_bytes(b"version = 1\n")
    store.file.write_bytes(before)
    assert sorted(file.name for file in store.file.parent.iterdir()) == ["config.toml", "memory"]
    assert caplog.records == []


def test_what_can_not_be_remembered_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "memory").write_text("a file where a folder should be")
    store = SettingsFile(tmp_path / "config.toml", memory=tmp_path / "memory")
    store.remember()
    assert len(caplog.records) == 1
    assert store.last_good() == Settings()


def test_the_last_good_ones_outlive_a_spoilt_file_and_know_the_own_networks(
    store: SettingsFile, tmp_path: Path
) -> None:
    (tmp_path / "networks.d").mkdir()
    (tmp_path / "networks.d" / "a.toml").write_text("[forum]\nsites = ['a.example']")
    good = store.load()
    store.remember()
    store.file.write_text("[hours")
    (tmp_path / "networks.d" / "a.toml").unlink()
    again = SettingsFile(store.file, store.networks_folder, store.memory)
    assert again.last_good() == good
    store.file.unlink()
    store.remember()
    assert again.last_good() == Settings()


@pytest.mark.parametrize("name", ["v0_days_and_lock", "v0_lock_only", "v0_said"])
def test_an_old_file_is_read_then_rewritten_and_kept(tmp_path: Path, name: str) -> None:
    old = (OLD / f"{name}.toml").read_text()
    file = tmp_path / "config.toml"
    file.write_text(old)
    (tmp_path / "config.toml.v0").write_text("kept earlier")
    store = SettingsFile(file)
    read = store.load()
    assert file.read_text() == old
    assert store.migrate_file() == tmp_path / "config.toml.v0-2"
    assert (tmp_path / "config.toml.v0-2").read_text() == old
    assert (tmp_path / "config.toml.v0").read_text() == "kept earlier"
    assert tomllib.loads(file.read_text())["version"] == 1
    assert store.load() == read
    assert _comments(old) <= _comments(file.read_text())
    assert store.migrate_file() is None


def test_an_old_file_says_what_it_said(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    shutil.copy(OLD / "v0_days_and_lock.toml", file)
    settings_read = SettingsFile(file).write({"limits.personal_minutes_per_day": 7})
    assert settings_read.lock_level is LockLevel.LOCKED
    assert settings_read.hours.week.days[4] == (ClockRange(1320, 1560),)
    assert settings_read.hours.week.days[1] == ()
    assert len(settings_read.hours.leave) == 1
    assert tomllib.loads(file.read_text())["hours"]["colour"] == "blue"
    assert (tmp_path / "config.toml.v0").read_bytes() == (OLD / "v0_days_and_lock.toml").read_bytes()


def test_a_file_without_a_version_in_todays_shape_is_taken_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text("[lock]\nlevel = 'gentle'\n")
    assert SettingsFile(file).migrate_file() is None
    assert SettingsFile(file).load().lock_level is LockLevel.GENTLE


def _comments(text: str) -> set[str]:
    return {line[line.index("#") :].strip() for line in text.splitlines() if "#" in line}


MINUTES = st.integers(0, 1439)
RANGES = (
    st.tuples(MINUTES, MINUTES)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: ClockRange(pair[0], pair[1] if pair[1] > pair[0] else pair[1] + 1440))
)


def _without_overlap(ranges: list[ClockRange]) -> tuple[ClockRange, ...]:
    kept: list[ClockRange] = []
    for each in sorted(ranges):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(kept)


DAYS = st.lists(RANGES, max_size=3).map(_without_overlap)
DATES = st.dates(date(2000, 1, 1), date(2099, 12, 31))
LABELS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
EXCEPTIONS = st.lists(st.builds(ExceptionalDay, DATES, DAYS, LABELS), max_size=3, unique_by=lambda each: each.on)
ACCOUNTS = st.lists(st.builds(Account, LABELS.filter(str.strip), st.sampled_from(Use)), max_size=3)
PLACES = st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["# note é", "  # [lock]", "# x = 1"])), max_size=6)


@settings(max_examples=60, deadline=None)
@given(
    week=st.lists(DAYS, min_size=7, max_size=7),
    exceptions=EXCEPTIONS,
    accounts=ACCOUNTS,
    level=st.sampled_from(LockLevel),
    minutes=st.integers(0, 240),
    places=PLACES,
)
def test_settings_survive_a_round_trip_and_so_do_comments_anywhere(  # noqa: PLR0913, PLR0917 - what is drawn
    week: list[tuple[ClockRange, ...]],
    exceptions: list[ExceptionalDay],
    accounts: list[Account],
    level: LockLevel,
    minutes: int,
    places: list[tuple[int, str]],
) -> None:
    lines = CONTRACT.read_text().splitlines()
    marked = {f"{comment} {index}" for index, (_, comment) in enumerate(places)}
    for index, (line, comment) in enumerate(places):
        lines.insert(line % (len(lines) + 1), f"{comment} {index}")
    edits: dict[str, object] = {f"hours.week.{day}": [str(each) for each in week[n]] for n, day in enumerate(WEEKDAYS)}
    edits["hours.exceptions"] = [
        {"date": each.on, "hours": [str(hours) for hours in each.hours], "label": each.label} for each in exceptions
    ]
    edits |= {"lock.level": level.value, "wind_down.minutes": minutes}
    edits["networks.linkedin.accounts"] = [{"name": each.name, "use": each.use.value} for each in accounts]
    with TemporaryDirectory() as folder:
        store = SettingsFile(Path(folder) / "config.toml")
        store.file.write_text("\n".join(lines) + "\n")
        written = store.write(edits)
        assert store.load() == written
        left = store.file.read_text()
    assert written.hours.week.days == tuple(week)
    assert written.hours.exceptions == tuple(exceptions)
    assert written.networks["linkedin"].accounts == tuple(accounts)
    assert (written.lock_level, written.wind_down.minutes) == (level, minutes)
    lost = {comment.strip() for comment in marked} - _comments(left)
    text = "\n".join(lines)
    inside_the_removed = text[text.index("[[hours.exceptions]]") : text.index("[[hours.leave]]")]
    assert lost <= (set() if exceptions else _comments(inside_the_removed))


def test_writing_says_how_long_it_takes(store: SettingsFile) -> None:
    store.write({"wind_down.minutes": 1})
    start = perf_counter()
    store.write({"wind_down.minutes": 2})
    print(f"writing: {(perf_counter() - start) * 1e3:.1f} ms")
