# SPDX-License-Identifier: MIT
"""Do the launchers of both profiles come into the menu, and leave it as it was?"""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from rideau.adapters.atomic_file import replace_file
from rideau.adapters.installed_file import InstalledFileRestorer
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sites.profile_launchers import (
    launcher_text,
    put_profile_launchers,
    remove_profile_launchers,
    window_class,
)
from rideau.adapters.profiles import PROFILE_SIDES
from rideau.domain.network import Side
from rideau.services.restoration import restore_all
from stage.program import require

COMMAND = ("/home/ada/My Programs/rideau",)
WORK = "applications/rideau-browser-work.desktop"


@pytest.fixture(name="environment")
def fixture_environment(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}


@pytest.fixture(name="ledger")
def fixture_ledger(tmp_path: Path) -> LedgerFile:
    return LedgerFile(tmp_path / "state/installations")


def files_in(folder: Path) -> dict[str, bytes | None]:
    """Return everything in ``folder``: files with their content, folders with None."""
    found = folder.rglob("*")
    return {str(each.relative_to(folder)): each.read_bytes() if each.is_file() else None for each in found}


@pytest.mark.parametrize("side", PROFILE_SIDES)
@pytest.mark.parametrize("is_own", [True, False])
def test_a_launcher_keeps_the_specification(tmp_path: Path, side: Side, *, is_own: bool) -> None:
    """The freedesktop.org validator has nothing to say."""
    file = tmp_path / f"{window_class(side)}.desktop"
    file.write_text(launcher_text(side, COMMAND, is_own=is_own))
    done = subprocess.run([require("desktop-file-validate"), str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_only_the_made_profile_claims_windows_of_its_own() -> None:
    """The windows of a browser's own profile belong to the browser's own launcher."""
    assert "StartupWMClass=rideau-browser-work\n" in launcher_text(Side.WORK, COMMAND, is_own=False)
    assert "StartupWMClass" not in launcher_text(Side.WORK, COMMAND, is_own=True)


def test_both_launchers_and_their_icons_are_put_once(
    tmp_path: Path, environment: dict[str, str], ledger: LedgerFile
) -> None:
    """A second time there is nothing to do."""
    assert put_profile_launchers(environment, ledger, COMMAND, Side.PERSONAL)
    assert not put_profile_launchers(environment, ledger, COMMAND, Side.PERSONAL)
    names = {Path(name).name for name, content in files_in(tmp_path / "data").items() if content is not None}
    assert names == {f"{window_class(side)}.{kind}" for side in PROFILE_SIDES for kind in ("svg", "desktop")}
    assert 'Exec="/home/ada/My Programs/rideau" browse work %u' in (tmp_path / "data" / WORK).read_text()


def test_they_are_taken_away_with_every_folder_made_for_them(
    tmp_path: Path, environment: dict[str, str], ledger: LedgerFile
) -> None:
    """What was there before stays, and nothing else does."""
    own = tmp_path / "data/applications/mine.desktop"
    replace_file(own, b"mine")
    before = files_in(tmp_path / "data")
    put_profile_launchers(environment, ledger, COMMAND, Side.PERSONAL)
    assert remove_profile_launchers(environment, ledger)
    assert files_in(tmp_path / "data") == before
    assert not remove_profile_launchers(environment, ledger)


def test_restore_takes_them_away_too(tmp_path: Path, environment: dict[str, str], ledger: LedgerFile) -> None:
    """They are in the ledger of installations."""
    put_profile_launchers(environment, ledger, COMMAND, Side.PERSONAL)
    summary = restore_all(ledger, (InstalledFileRestorer(),))
    assert (summary.restored, summary.failed) == (8, ())
    assert not (tmp_path / "data").exists()


def test_a_launcher_that_the_person_changed_stays(
    tmp_path: Path, environment: dict[str, str], ledger: LedgerFile
) -> None:
    """It is theirs from then on, also when Rideau comes to stand elsewhere."""
    put_profile_launchers(environment, ledger, COMMAND, Side.PERSONAL)
    (tmp_path / "data" / WORK).write_text("[Desktop Entry]\n")
    assert put_profile_launchers(environment, ledger, ("/elsewhere/rideau",), Side.PERSONAL)
    assert (tmp_path / "data" / WORK).read_text() == "[Desktop Entry]\n"
    remove_profile_launchers(environment, ledger)
    assert (tmp_path / "data" / WORK).read_text() == "[Desktop Entry]\n"


@pytest.mark.parametrize("side", PROFILE_SIDES)
@pytest.mark.parametrize("size", ["scalable", "22x22", "16x16"])
def test_each_icon_can_be_drawn(side: Side, size: str) -> None:
    """At its own size, in more than a few colours."""
    folder = Path(__file__).parents[2] / "resources/icons/hicolor" / size / "apps"
    drawn = QImage(str(folder / f"{window_class(side)}.svg"))
    width = {"scalable": 128, "22x22": 22, "16x16": 16}[size]
    assert (drawn.width(), drawn.height()) == (width, width)
    assert len({drawn.pixel(x, y) for x in range(width) for y in range(width)}) > 4
