# SPDX-License-Identifier: MIT
"""Does what was closed survive on disk, and does a spoilt file never keep Rideau from starting?"""

import json
import stat
from pathlib import Path

import pytest

from contracts.closed_apps import SLACK, ClosedAppsContract
from rideau.adapters.closed_apps_file import ClosedAppsFile

GOOD = SLACK._asdict()


class TestClosedAppsFile(ClosedAppsContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> ClosedAppsFile:
        return ClosedAppsFile(tmp_path / "state" / "closed-apps.json")


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "closed-apps.json"
    ClosedAppsFile(path).save((SLACK,))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"closed": [7]}',
        b'{"closed": [{"name": "Slack"}]}',
        json.dumps({"closed": [{**GOOD, "command": "rm"}]}).encode(),
        json.dumps({"closed": [{**GOOD, "command": [7]}]}).encode(),
        json.dumps({"closed": [{**GOOD, "folder": "/\0"}]}).encode(),
    ],
)
def test_what_can_not_be_read_is_set_aside(tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "closed-apps.json"
    path.write_bytes(content)
    assert ClosedAppsFile(path).load() == ()
    assert (tmp_path / "closed-apps.damaged-1.json").read_bytes() == content
    assert "closed-apps.damaged-1.json" in caplog.text


def test_one_that_cannot_even_be_set_aside_is_nothing_to_fail_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert ClosedAppsFile(tmp_path / ("x" * 255 + ".json")).load() == ()
    assert "nor set aside" in caplog.text
