# SPDX-License-Identifier: MIT
"""Is a change by another hand told within 2 s, however the hand writes?"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rideau.adapters.qt.settings_watch import QUIET_MS, SettingsWatch

Change = Callable[[Path], None]


def _in_place(config: Path) -> None:
    with (config / "config.toml").open("a") as file:
        file.write("# more\n")


def _same_size_in_place(config: Path) -> None:
    (config / "config.toml").write_text("version = 2\n")


def _by_rename(config: Path) -> None:
    (config / "config.toml").rename(config / "config.toml~")
    (config / "4913").touch()
    (config / "4913").unlink()
    (config / "config.toml").write_text("renamed = 1\n")
    (config / "config.toml~").unlink()


def _by_replacing(config: Path) -> None:
    (config / ".new").write_text("replaced = 1\n")
    os.replace(config / ".new", config / "config.toml")  # noqa: PTH105 - as editors do


def _delete(config: Path) -> None:
    (config / "config.toml").unlink()


def _own_network(config: Path) -> None:
    (config / "networks.d").mkdir()
    (config / "networks.d" / "a.toml").write_text("[forum]\n")


def _delete_the_folder(config: Path) -> None:
    shutil.rmtree(config)


def _swap_the_folder(config: Path) -> None:
    (config.parent / "other").mkdir()
    (config.parent / "other" / "config.toml").write_text("other = 1\n")
    config.rename(config.parent / "old")
    (config.parent / "other").rename(config)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "config" / "rideau"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("version = 1\n")
    return folder


class Watched:
    """Count what is told."""

    def __init__(self, config: Path) -> None:
        self.count = 0
        self._watch = SettingsWatch(config / "config.toml", (config / "networks.d",))
        self._watch.start(self._told)

    def _told(self) -> None:
        self.count += 1

    def expect_one(self, qtbot: QtBot, what: str) -> None:
        before, start = self.count, perf_counter()
        qtbot.waitUntil(lambda: self.count > before, timeout=2000)
        print(f"{what}: told after {(perf_counter() - start) * 1e3:.0f} ms")
        QTest.qWait(3 * QUIET_MS)
        assert self.count == before + 1


CHANGES: list[Change] = [
    _in_place,
    _same_size_in_place,
    _by_rename,
    _by_replacing,
    _delete,
    _own_network,
    _delete_the_folder,
    _swap_the_folder,
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_told_once_and_the_next_one_too(qtbot: QtBot, config: Path, change: Change) -> None:
    watched = Watched(config)
    change(config)
    watched.expect_one(qtbot, change.__name__)
    config.mkdir(exist_ok=True)
    (config / "config.toml").write_text("again = 1\n")
    watched.expect_one(qtbot, "and the next")
    _in_place(config)
    watched.expect_one(qtbot, "and one in place")


def test_a_folder_that_is_created_later_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    folder = tmp_path / "home" / "config" / "rideau"
    watched = Watched(folder)
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text("late = 1\n")
    watched.expect_one(qtbot, "a late folder")
    _own_network(folder)
    watched.expect_one(qtbot, "a late network")
    _in_place(folder)
    watched.expect_one(qtbot, "in place")


def test_a_folder_that_grows_step_by_step_is_seen(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    folder = tmp_path / "home" / "config" / "rideau"
    watched = Watched(folder)
    for step in (folder.parent, folder):
        step.mkdir()
        QTest.qWait(3 * QUIET_MS)
    assert watched.count == 0
    (folder / "config.toml").write_text("late = 1\n")
    watched.expect_one(qtbot, "a file in a folder that grew")


def test_the_target_of_a_link_is_watched(qtbot: QtBot, config: Path, tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "rideau.toml"
    target.parent.mkdir()
    target.write_text("version = 1\n")
    (config / "config.toml").unlink()
    (config / "config.toml").symlink_to(target)
    watched = Watched(config)
    target.write_text("in place = 1\n")
    watched.expect_one(qtbot, "a link's target in place")
    (target.parent / "new").write_text("replaced = 1\n")
    (target.parent / "new").rename(target)
    watched.expect_one(qtbot, "a link's target replaced")


def test_what_changes_nothing_in_the_settings_is_not_told(qtbot: QtBot, config: Path) -> None:
    watched = Watched(config)
    (config / "notes.txt").write_text("not ours")
    (config / "config.toml").touch()
    (config.parent / "other program").mkdir()
    QTest.qWait(4 * QUIET_MS)
    assert watched.count == 0
    _in_place(config)
    watched.expect_one(qtbot, "a change after that")
