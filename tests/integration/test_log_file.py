# SPDX-License-Identifier: MIT
"""Does the log stay small, and is it never in the way?"""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from rideau.adapters.log_file import KEPT, MEGABYTE, log_to


@pytest.fixture(name="root")
def fixture_root() -> Iterator[logging.Logger]:
    root = logging.getLogger()
    before, level, raises = list(root.handlers), root.level, logging.raiseExceptions
    yield root
    for handler in [each for each in root.handlers if each not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.raiseExceptions = raises


def sizes(folder: Path) -> dict[str, int]:
    return {each.name: each.stat().st_size for each in folder.iterdir()}


def test_nothing_is_written_before_there_is_something_to_tell(tmp_path: Path, root: logging.Logger) -> None:
    log_to(tmp_path / "log", logging.INFO)
    assert list(tmp_path.iterdir()) == []
    root.info("It is %s.", "so")
    assert (tmp_path / "log/rideau.log").read_text().endswith("INFO root: It is so.\n")


def test_the_log_and_three_older_ones_take_a_megabyte_each_at_most(tmp_path: Path, root: logging.Logger) -> None:
    log_to(tmp_path, logging.INFO)
    line = "x" * MEGABYTE
    for number in range(6):
        root.info("%d %s", number, line)
    found = sizes(tmp_path)
    assert set(found) == {"rideau.log", *(f"rideau.log.{number}" for number in range(1, KEPT + 1))}
    assert max(found.values()) < MEGABYTE + len(line)
    assert (tmp_path / "rideau.log").read_text().splitlines()[-1].split(" ", 5)[4] == "5"


def test_where_the_folder_cannot_be_made_warnings_go_to_standard_error(
    tmp_path: Path, root: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log").write_text("a file")
    log_to(tmp_path / "log", logging.INFO)
    root.info("of no weight")
    root.warning("of weight")
    assert "of weight" in capsys.readouterr().err


def test_a_later_call_replaces_an_earlier(tmp_path: Path, root: logging.Logger) -> None:
    log_to(tmp_path / "earlier", logging.INFO)
    log_to(tmp_path / "later", logging.WARNING)
    root.info("no")
    root.warning("yes")
    assert [each.name for each in tmp_path.iterdir()] == ["later"]
