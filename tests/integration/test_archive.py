# SPDX-License-Identifier: MIT
"""Does an archive bring back everything, and does nothing hostile in one come near a file?"""

import json
import sqlite3
import stat
import sys
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from contracts.archive import ArchiveContract
from contracts.notebook import FULL
from fakes.clock import FakeClock
from fakes.moment import FRIDAY_MORNING, PARIS
from rideau.adapters import archive_zip
from rideau.adapters.archive_files import ArchiveFiles
from rideau.adapters.erasing import erase_folders, erase_in_a_process, forget_all
from rideau.adapters.journal_sqlite import SqliteJournal
from rideau.adapters.notebook_file import NotebookFile
from rideau.adapters.paths import Paths
from rideau.domain.error import RefusedError, SecretsError, StorageError
from rideau.domain.notebook import Notes, count_of
from rideau.domain.text import Text
from rideau.domain.waiting import Waiting
from rideau.ports.archive import ArchiveError
from rideau.ports.settings_store import SettingsError
from rideau.ports.state import Event, EventKind

CONFIG: Final = 'version = 1\n# mine\n[lock]\nlevel = "gentle"\n'
MANIFEST: Final = {"format": "rideau", "version": 1, "made_at": "2026-11-21T10:00:00+00:00", "made_by": "1"}
LATER: Final = FRIDAY_MORNING + timedelta(hours=1)


class Home:
    """A person's folders, with all that can be exported and all that never is."""

    def __init__(self, folder: Path) -> None:
        self.paths = Paths(folder / "config", folder / "state", folder / "cache", folder / "run")
        for each in (self.paths.networks_folder, self.paths.state, self.paths.cache):
            each.mkdir(parents=True)
        self.config = self.paths.settings_file
        self.config.write_text(CONFIG)
        (self.paths.networks_folder / "own.toml").write_text("[forum]\nsites = ['a.example']\n")
        for folder_name in ("tips.d", "protocol.d"):
            (self.paths.config / folder_name).mkdir()
            (self.paths.config / folder_name / "one.toml").write_text("a = 1\n")
        self.record(Event(FRIDAY_MORNING, EventKind.OPENED, {"minutes": 10, "reason": "é 🔑"}))
        NotebookFile(self.paths.notebook_file).change(lambda _: FULL)
        for file in (self.paths.in_force_file, self.paths.ledger_file, self.paths.overrides_file):
            file.write_text("not to be touched")
        self.clock = FakeClock(FRIDAY_MORNING, PARIS)
        self.archive = ArchiveFiles(self.paths, self.config, lambda: ("slack",), self.clock, self.erase)

    def erase(self) -> tuple[Text, ...]:
        return erase_folders((self.paths.config, self.paths.cache, self.paths.state), (self.config,))

    def record(self, event: Event) -> None:
        journal = SqliteJournal(self.paths.journal_file)
        journal.record(event)
        journal.hold(Waiting("slack", "Hello", event.at))
        journal.close()

    def events(self) -> tuple[Event, ...]:
        journal = SqliteJournal(self.paths.journal_file)
        try:
            return journal.events()
        finally:
            journal.close()

    def said(self) -> dict[str, bytes]:
        """Return every file that an import may touch, and those that it may not."""
        files = [file for file in self.paths.config.rglob("*") if file.is_file()]
        kept = [self.paths.in_force_file, self.paths.ledger_file, self.paths.overrides_file]
        return {str(file): file.read_bytes() for file in [*files, *kept]}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "x.zip"


class TestArchiveFiles(ArchiveContract):
    """Zip files and real folders."""

    @pytest.fixture
    def archive(self, home: Home) -> ArchiveFiles:
        return home.archive


def packed(place: Path, files: dict[str, bytes | str], manifest: object = MANIFEST) -> Path:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        if manifest is not None:
            archive.writestr("manifest.json", json.dumps(manifest))
        for name, data in files.items():
            archive.writestr(name, data)
    return place


def test_everything_is_in_it_and_for_this_person_alone(home: Home, place: Path) -> None:
    place.write_bytes(b"")
    place.chmod(0o644)
    contents = home.archive.export_to(place)
    assert (contents.own_networks, contents.own_tips, contents.own_protocol, contents.events) == (1, 1, 1, 1)
    assert contents.notes == count_of(FULL)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    with zipfile.ZipFile(place) as archive:
        assert set(archive.namelist()) == {
            "manifest.json", "config.toml", "networks.d/own.toml", "tips.d/one.toml", "protocol.d/one.toml",
            "journal.jsonl", "notebook.json",
        }  # fmt: skip
        assert archive.read("config.toml").decode() == CONFIG
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert b"not to be touched" not in everything


def test_an_import_replaces_files_adds_to_the_journal_and_touches_nothing_else(home: Home, place: Path) -> None:
    home.archive.export_to(place)
    before = home.said()
    home.config.write_text("version = 1\n")
    (home.paths.networks_folder / "own.toml").unlink()
    (home.paths.networks_folder / "more.toml").write_text("[more]\nsites = ['b.example']\n")
    home.record(Event(LATER, EventKind.CLOSED, {}))
    imported = home.archive.import_from(place)
    assert home.said() == before
    assert [event.kind for event in home.events()] == [EventKind.OPENED, EventKind.CLOSED]
    assert imported.kept.parent == home.paths.state
    assert stat.S_IMODE(imported.kept.stat().st_mode) == 0o600
    home.archive.import_from(imported.kept)
    assert home.config.read_text() == "version = 1\n"
    assert (home.paths.networks_folder / "more.toml").exists()
    assert not (home.paths.networks_folder / "own.toml").exists()
    assert len(home.events()) == 2


def test_an_import_brings_the_notebook_and_its_taking_back_the_one_before(home: Home, place: Path) -> None:
    home.archive.export_to(place)
    notebook = NotebookFile(home.paths.notebook_file)
    notebook.change(lambda _: Notes(tonight=("mine",)))
    imported = home.archive.import_from(place)
    assert notebook.load() == FULL
    assert stat.S_IMODE(home.paths.notebook_file.stat().st_mode) == 0o600
    home.archive.import_from(imported.kept)
    assert notebook.load() == Notes(tonight=("mine",))


def test_an_older_archive_has_no_notebook_and_leaves_the_one_that_is_here(home: Home, place: Path) -> None:
    home.archive.import_from(packed(place, {"config.toml": CONFIG}))
    assert NotebookFile(home.paths.notebook_file).load() == FULL


@pytest.mark.parametrize("notes", [b"", b"[]", b'{"version": 2}', b'{"version": 1, "wins": [{"text": 7}]}'])
def test_a_notebook_that_does_not_hold_is_refused(home: Home, place: Path, notes: bytes) -> None:
    error = assert_refused(home, packed(place, {"config.toml": CONFIG, "notebook.json": notes}))
    assert "notebook.json" in str(error)


def test_a_folder_for_settings_and_state_alike_is_no_reason_to_wait_for_ever(tmp_path: Path, place: Path) -> None:
    """As on macOS."""
    paths = Paths(tmp_path / "all", tmp_path / "all", tmp_path / "cache", tmp_path / "run")
    archive = ArchiveFiles(paths, paths.settings_file, tuple, FakeClock(FRIDAY_MORNING, PARIS), tuple)
    archive.export_to(place)
    assert archive.import_from(place).contents.notes == 0


def test_what_waited_is_given_back_once_and_not_again_elsewhere(home: Home, place: Path, tmp_path: Path) -> None:
    home.archive.export_to(place)
    other = Home(tmp_path / "other")
    other.paths.journal_file.unlink()
    other.archive.import_from(place)
    other.archive.import_from(place)
    journal = SqliteJournal(other.paths.journal_file)
    assert journal.waiting() == ()
    assert [each.title for each in journal.handed_over(FRIDAY_MORNING)] == ["Hello"]
    journal.close()
    home.archive.import_from(place)
    journal = SqliteJournal(home.paths.journal_file)
    assert len(journal.waiting()) == 1
    journal.close()


def test_an_archive_without_settings_takes_them_out(home: Home, place: Path) -> None:
    imported = home.archive.import_from(packed(place, {}))
    assert not home.config.exists()
    home.archive.import_from(imported.kept)
    assert home.config.read_text() == CONFIG


def test_two_imports_in_one_second_keep_both(home: Home, place: Path) -> None:
    home.archive.export_to(place)
    assert home.archive.import_from(place).kept != home.archive.import_from(place).kept


@pytest.mark.parametrize(
    "name",
    [
        "../evil.toml", "networks.d/../../evil.toml", "/etc/evil.toml", "networks.d/a/b.toml", "networks.d\\a.toml",
        "networks.d/.hidden.toml", "networks.d/a.txt", "networks.d/con:.toml", "ledger", "in_force.json",
        "overrides.json", "networks.d/\x1b[31m.toml", f"networks.d/{'a' * 200}.toml", "other.d/a.toml", "C:evil.toml",
    ],
)  # fmt: skip
def test_a_name_that_has_no_place_in_it_is_refused(home: Home, place: Path, name: str) -> None:
    assert_refused(home, packed(place, {name: "a = 1\n"}))


def _symlink(archive: zipfile.ZipFile) -> None:
    link = zipfile.ZipInfo("networks.d/a.toml")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    archive.writestr(link, "/etc/passwd")


def _twice(archive: zipfile.ZipFile) -> None:
    archive.writestr("networks.d/a.toml", "")
    archive.writestr("networks.d/A.toml", "")


def _bomb(archive: zipfile.ZipFile) -> None:
    archive.writestr("config.toml", b"#" * (5 * 1024 * 1024))


def _many(archive: zipfile.ZipFile) -> None:
    for number in range(archive_zip.MAX_FILES + 1):
        archive.writestr(f"tips.d/{number}.toml", "")


def _odd_packing(archive: zipfile.ZipFile) -> None:
    archive.writestr("config.toml", CONFIG, zipfile.ZIP_BZIP2)


@pytest.mark.parametrize("fill", [_symlink, _twice, _bomb, _many, _odd_packing])
def test_links_doubles_bombs_and_crowds_are_refused(
    home: Home, place: Path, fill: Callable[[zipfile.ZipFile], None]
) -> None:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(MANIFEST))
        fill(archive)
    assert_refused(home, place)


def test_a_bomb_of_many_files_is_refused_before_it_fills_memory(home: Home, place: Path) -> None:
    four = b"#" * (4 * 1024 * 1024)
    assert_refused(home, packed(place, {f"tips.d/{number}.toml": four for number in range(41)}))


def test_a_size_that_lies_is_refused(home: Home, place: Path) -> None:
    packed(place, {"config.toml": b"#" * 100_000})
    raw = bytearray(place.read_bytes())
    at = raw.rindex(b"PK\x01\x02")
    raw[at + 24 : at + 28] = (10).to_bytes(4, "little")
    place.write_bytes(raw)
    assert_refused(home, place)


@pytest.mark.parametrize("cut", [0, 1, 30, 200])
def test_a_cut_or_changed_archive_is_refused(home: Home, place: Path, cut: int) -> None:
    home.archive.export_to(place)
    whole = place.read_bytes()
    place.write_bytes(whole[: len(whole) - cut - 1])
    assert_refused(home, place)
    changed = bytearray(whole)
    changed[cut + 60] ^= 0xFF
    place.write_bytes(changed)
    before = home.said()
    try:
        home.archive.read(place)
    except ArchiveError:
        assert_refused(home, place)
    assert home.said() == before


@pytest.mark.parametrize(
    "manifest",
    [
        None, [], {}, "rideau", {**MANIFEST, "format": "other"}, {**MANIFEST, "version": "x"},
        {**MANIFEST, "made_at": "yesterday"}, {**MANIFEST, "made_at": 3}, {**MANIFEST, "made_at": "2026-11-21T10:00"},
    ],
)  # fmt: skip
def test_what_does_not_say_that_it_is_ours_is_refused(home: Home, place: Path, manifest: object) -> None:
    assert_refused(home, packed(place, {"config.toml": CONFIG}, manifest))


def test_an_archive_of_a_newer_rideau_is_refused_and_says_so(home: Home, place: Path) -> None:
    error = assert_refused(home, packed(place, {}, {**MANIFEST, "version": 2}))
    assert "newer" in str(error)


@pytest.mark.parametrize(
    "line",
    [
        "{", "3", "{}", '{"at": "now", "kind": "opened", "details": {}}',
        '{"at": "2026-11-21T10:00:00", "kind": "opened", "details": {}}',
        '{"at": "2026-11-21T10:00:00+00:00", "kind": 3, "details": {}}',
        '{"at": "2026-11-21T10:00:00+00:00", "kind": "opened", "details": {"a": {}}}',
        '{"at": "2026-11-21T10:00:00+00:00", "kind": "opened", "details": []}',
        '{"withheld": {"at": "2026-11-21T10:00:00+00:00", "network": "a", "title": "\\ud800", "given_back": null}}',
        '{"withheld": []}', "[" * 100_000, "\xff",
    ],
)  # fmt: skip
def test_a_journal_that_says_nothing_is_refused_with_its_line(home: Home, place: Path, line: str) -> None:
    good = '{"at": "2026-11-21T10:00:00+00:00", "kind": "opened", "details": {}}\n'
    error = assert_refused(home, packed(place, {"journal.jsonl": (good + line).encode("latin-1")}))
    assert "line 2" in str(error)


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({"config.toml": '[lock]\nlevel = "iron"\n'}, "lock.level"),
        ({"config.toml": "version = 99\n"}, "version"),
        ({"config.toml": "[lock\n"}, "line 1"),
        ({"config.toml": b"a = '\xff'\n"}, "line 1"),
        ({"networks.d/a.toml": "[x]\nname = 'X'\n"}, "x"),
        ({"tips.d/a.toml": "[x\n"}, "line 1"),
        ({"config.toml": "a" + ".a" * 5000 + " = 1\n"}, "line 1"),
    ],
)
def test_settings_that_do_not_hold_are_told_with_their_place_and_not_applied(
    home: Home, place: Path, files: dict[str, bytes | str], where: str
) -> None:
    before = home.said()
    contents = home.archive.read(packed(place, files))
    assert any(where in problem.place for problem in contents.problems)
    assert all(problem.file.startswith(str(place)) for problem in contents.problems)
    with pytest.raises(SettingsError):
        home.archive.import_from(place)
    assert home.said() == before


def test_what_is_no_file_or_is_not_there_is_said(home: Home, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        home.archive.read(tmp_path / "nowhere.zip")
    with pytest.raises(ArchiveError):
        home.archive.read(tmp_path)
    with pytest.raises(StorageError):
        home.archive.export_to(tmp_path)


def test_what_is_too_big_is_not_read(home: Home, place: Path) -> None:
    with place.open("wb") as file:
        file.truncate(archive_zip.MAX_ARCHIVE + 1)
    assert_refused(home, place)


def test_a_damaged_journal_stops_export_and_says_so(home: Home, place: Path) -> None:
    home.paths.journal_file.write_bytes(b"no database at all, and long enough to be one" * 100)
    with pytest.raises(StorageError):
        home.archive.export_to(place)
    assert not place.exists()


def test_a_file_that_can_not_travel_is_named(home: Home, place: Path) -> None:
    (home.paths.networks_folder / "a:b.toml").write_text("")
    with pytest.raises(StorageError, match="a:b"):
        home.archive.export_to(place)


def test_an_import_that_fails_half_way_puts_everything_back(home: Home, place: Path) -> None:
    """A folder stands where a file of the archive belongs."""
    packed(place, {"config.toml": "version = 1\n", "networks.d/a.toml": "", "protocol.d/z.toml": ""})
    (home.paths.config / "protocol.d" / "z.toml").mkdir()
    before = home.said()
    with pytest.raises(StorageError):
        home.archive.import_from(place)
    assert home.said() == before


def test_an_import_whose_journal_can_not_be_kept_puts_everything_back(home: Home, place: Path) -> None:
    home.archive.export_to(place)
    home.config.write_text("version = 1\n")
    with sqlite3.connect(home.paths.journal_file) as connection:
        connection.execute("CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(FAIL, 'full'); END")
        connection.execute("DELETE FROM event")
    connection.close()
    before = home.said()
    with pytest.raises(StorageError):
        home.archive.import_from(place)
    assert home.said() == before


def test_erasing_follows_no_link_and_says_what_is_left(home: Home, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.toml").write_text("kept")
    (home.paths.networks_folder / "link.toml").symlink_to(outside / "mine.toml")
    (home.paths.state / "link").symlink_to(outside)
    dotfiles = tmp_path / "dotfiles"
    home.paths.config.rename(dotfiles)
    home.paths.config.symlink_to(dotfiles)
    left = erase_folders((home.paths.config, home.paths.state, home.paths.state, tmp_path / "none"), ())
    assert [str(home.paths.config) in str(each) for each in left] == [True]
    assert (outside / "mine.toml").read_text() == "kept"
    assert dotfiles.exists()
    assert not home.paths.state.exists()
    assert not home.paths.config.exists()


def test_what_can_not_be_forgotten_is_said() -> None:
    def locked() -> None:
        raise SecretsError(Text("The keyring is locked."))

    assert forget_all((lambda: None, locked)) == (Text("The keyring is locked."),)


def assert_refused(home: Home, place: Path) -> ArchiveError:
    before, journal = home.said(), home.events()
    with pytest.raises(ArchiveError):
        home.archive.read(place)
    with pytest.raises(ArchiveError) as raised:
        home.archive.import_from(place)
    assert (home.said(), home.events()) == (before, journal)
    return raised.value


def test_erasing_in_a_process_tells_what_is_left_and_what_was_refused() -> None:
    def by(script: str) -> tuple[Text, ...]:
        return erase_in_a_process((sys.executable, "-c", f"import sys; {script}"))

    assert by("print('{\"left\": []}')") == ()
    assert [str(each) for each in by('print(\'{"left": ["a file {x}"]}\'); sys.exit(1)')] == ["a file {x}"]
    with pytest.raises(RefusedError, match="It is closed"):
        by("sys.stderr.write('rideau: It is closed.'); sys.exit(4)")
    for odd in ("sys.exit(1)", "print('[]')", "print('3')"):
        with pytest.raises(StorageError):
            by(odd)
