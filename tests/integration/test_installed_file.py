# SPDX-License-Identifier: MIT
"""Does a file that is put down to stay give way to later versions and to the person, and take its folders with it?"""

from pathlib import Path

import pytest

from fakes.ledger import FakeLedger
from rideau.adapters.installed_file import InstalledFileRestorer, InstalledFiles
from rideau.domain.change import Outcome
from rideau.domain.error import StorageError
from rideau.domain.text import Text
from rideau.services.restoration import restore_all


class TellingLedger(FakeLedger):
    """Fail to settle, as where the power goes before it could be."""

    is_dark = False

    def settle(self, number: int) -> None:
        if self.is_dark:
            raise StorageError(Text("The lights went out."))
        super().settle(number)


@pytest.fixture(name="ledger")
def fixture_ledger() -> TellingLedger:
    return TellingLedger()


@pytest.fixture(name="files")
def fixture_files(ledger: TellingLedger) -> InstalledFiles:
    return InstalledFiles(ledger)


@pytest.fixture(name="home")
def fixture_home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


def test_what_the_person_made_of_it_is_not_written_over(home: Path, files: InstalledFiles) -> None:
    """A later version leaves it alone, and so does taking it away."""
    place = home / "menu/launcher"
    files.put(place, b"first", is_yielding=True)
    place.write_bytes(b"theirs")
    assert not files.put(place, b"second", is_yielding=True)
    assert place.read_bytes() == b"theirs"
    assert files.take_away(place) is Outcome.LEFT
    assert place.read_bytes() == b"theirs"


def test_what_the_person_deleted_comes_again_when_they_ask_for_it(home: Path, files: InstalledFiles) -> None:
    """And goes again, with its folder."""
    place = home / "menu/launcher"
    files.put(place, b"first", is_yielding=True)
    place.unlink()
    assert files.put(place, b"first", is_yielding=True)
    files.take_away(place)
    assert list(home.iterdir()) == []


def test_what_was_there_before_the_first_version_comes_back_after_the_last(home: Path, files: InstalledFiles) -> None:
    """With its mode; in between, only versions of ours stood there."""
    place = home / "launcher"
    place.write_bytes(b"theirs")
    place.chmod(0o640)
    for version in (b"first", b"second", b"third"):
        assert files.put(place, version, is_yielding=True)
    assert files.places() == (place,)
    assert files.take_away(place) is Outcome.RESTORED
    assert (place.read_bytes(), place.stat().st_mode & 0o777) == (b"theirs", 0o640)


@pytest.mark.parametrize("latest_first", [False, True])
def test_a_folder_made_for_two_goes_with_the_last_of_them(
    home: Path, files: InstalledFiles, *, latest_first: bool
) -> None:
    """Whichever of them that is, and also after a later version took the place of the first."""
    places = [home / "made/menu/one", home / "made/menu/two"]
    for version in (b"first", b"second"):
        for place in places:
            files.put(place, version)
    for place in reversed(places) if latest_first else places:
        files.take_away(place)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("latest", [b"second", b"theirs"])
def test_a_crash_between_two_versions_leaves_nothing_of_either(
    home: Path, files: InstalledFiles, ledger: TellingLedger, latest: bytes
) -> None:
    """Neither in the place nor in the ledger; a third version knows as much as they did."""
    place = home / "made/launcher"
    files.put(place, b"first")
    ledger.is_dark = True
    with pytest.raises(StorageError):
        files.put(place, b"second")
    ledger.is_dark = False
    place.write_bytes(latest)
    assert len(ledger.pending()) == 2
    assert files.put(place, b"third", is_yielding=True) is (latest != b"theirs")
    assert restore_all(ledger, [InstalledFileRestorer()]).failed == ()
    assert ledger.pending() == ()
    assert [each.name for each in home.rglob("*")] == (["made", "launcher"] if latest == b"theirs" else [])


def test_a_crash_before_it_was_written_is_no_change_of_the_persons(
    home: Path, files: InstalledFiles, ledger: TellingLedger
) -> None:
    """What stands there is what stood there before."""
    place = home / "launcher"
    place.write_bytes(b"theirs")
    files.put(place, b"ours", is_yielding=True)
    place.write_bytes(b"theirs")
    assert files.put(place, b"ours", is_yielding=True)
    assert len(ledger.pending()) == 1
    files.take_away(place)
    assert place.read_bytes() == b"theirs"


def test_where_it_must_work_it_is_put_over_the_persons_own_which_comes_back(home: Path, files: InstalledFiles) -> None:
    """As for what a browser reads: asked to put it right, it is."""
    place = home / "made/manifest"
    files.put(place, b"first")
    place.write_bytes(b"theirs")
    assert files.put(place, b"second")
    assert place.read_bytes() == b"second"
    assert files.take_away(place) is Outcome.RESTORED
    assert place.read_bytes() == b"theirs"
