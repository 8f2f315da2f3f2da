# SPDX-License-Identifier: MIT
"""Does what was used of the day's allowance survive a restart, and a damaged file?"""

from pathlib import Path

import pytest

from contracts.allowance_store import ONE, AllowanceStoreContract
from rideau.adapters.allowance_file import AllowanceFile
from rideau.domain.allowance import DayBook


class TestAllowanceFile(AllowanceStoreContract):
    """Hold the file to it."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> AllowanceFile:
        return AllowanceFile(tmp_path / "state" / "allowance.json")


@pytest.mark.parametrize(
    "content",
    ["", "[]", '{"days": []}', '{"days": {"x": 1}}', '{"days": {"2026-11-20": -1}}', '{"days": {"2026-11-20": true}}'],
)
def test_a_damaged_file_is_set_aside_and_a_new_one_begun(tmp_path: Path, content: str) -> None:
    file = tmp_path / "allowance.json"
    file.write_text(content)
    store = AllowanceFile(file)
    assert store.load() == DayBook()
    assert not file.exists()
    store.save(ONE)
    assert store.load() == ONE


def test_a_file_that_cannot_be_read_nor_set_aside_counts_from_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "allowance.json"
    folder.mkdir()
    assert AllowanceFile(folder).load() == DayBook()
