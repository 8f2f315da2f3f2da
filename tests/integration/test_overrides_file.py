# SPDX-License-Identifier: MIT
"""Do the switches by hand survive on disk, and does a spoilt file never keep Rideau from starting?"""

import resource
import stat
from pathlib import Path

import pytest

from contracts.override_store import CLOSED, OPENED, OverrideStoreContract
from rideau.adapters.overrides_file import OverridesFile
from rideau.domain.error import StorageError


class TestOverridesFile(OverrideStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> OverridesFile:
        return OverridesFile(tmp_path / "state" / "overrides.json")


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "overrides.json"
    OverridesFile(path).save((OPENED,))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 99,
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"overrides": [{"kind": "open"}]}',
        b'{"overrides": [{"kind": "?", "start": "2026-11-20T12:00:00+00:00", "end": null, "reason": ""}]}',
        b'{"overrides": [{"kind": "open", "start": "2026-11-20T12:00:00", "end": null, "reason": ""}]}',
        b'{"overrides": [{"kind": "open", "start": 7, "end": null, "reason": ""}]}',
        b'{"overrides": [7]}',
        b'{"overrides": [{"kind": "open", "start": "0001-01-01T00:00:00+14:00", "end": null, "reason": ""}]}',
        b'{"overrides": [{"kind": "open", "start": "2026-11-20T12:00:00+00:00", "end": 7, "reason": ""}]}',
        b"\xff\xfe",
    ],
)
def test_what_can_not_be_read_is_set_aside(tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "overrides.json"
    path.write_bytes(content)
    assert OverridesFile(path).load() == ()
    assert (tmp_path / "overrides.damaged-1.json").read_bytes() == content
    assert "overrides.damaged-1.json" in caplog.text


def test_a_full_disk_keeps_what_was_saved(tmp_path: Path) -> None:
    store = OverridesFile(tmp_path / "overrides.json")
    store.save((CLOSED,))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        with pytest.raises(StorageError):
            store.save((OPENED,))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert store.load() == (CLOSED,)
    assert [file.name for file in tmp_path.iterdir()] == ["overrides.json"]
