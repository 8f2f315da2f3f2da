# SPDX-License-Identifier: MIT
"""Do the settings in force survive on disk, and does a spoilt file never keep Rideau from starting?"""

import json
import stat
from pathlib import Path

import pytest

from contracts.in_force import BARE, FULL, InForceStoreContract
from rideau.adapters.in_force_file import InForceFile
from rideau.adapters.settings_file import SettingsFile
from rideau.domain.error import StorageError

SETTINGS = 'version = 1\n[hours]\ntimezone = "Asia/Tokyo"  # home\n[lock]\nlevel = "locked"\n'
OWN = '[guild]\nname = "Guild"\nsites = ["guild.example"]\n'


class TestInForceFile(InForceStoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> InForceFile:
        return InForceFile(tmp_path / "state/in_force.json", tmp_path / "last-good")


@pytest.fixture(name="file")
def fixture_file(tmp_path: Path) -> SettingsFile:
    """Hold the settings of a person with a network of their own, which held and were remembered."""
    config = tmp_path / "config"
    (config / "networks.d").mkdir(parents=True)
    (config / "config.toml").write_text(SETTINGS)
    (config / "networks.d/guild.toml").write_text(OWN)
    file = SettingsFile(config / "config.toml", config / "networks.d", memory=tmp_path / "last-good")
    file.remember()
    return file


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state/in_force.json"
    InForceFile(path, tmp_path).save(FULL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_settings_come_back_from_their_texts_with_the_persons_own_networks(tmp_path: Path, file: SettingsFile) -> None:
    store = InForceFile(tmp_path / "in_force.json", tmp_path / "last-good")
    assert store.texts() == (("config.toml", SETTINGS), ("networks.d/guild.toml", OWN))
    settings = file.load()
    store.save(BARE._replace(settings=settings, texts=store.texts()))
    file.file.write_text("version = 1\n")
    kept = InForceFile(tmp_path / "in_force.json", tmp_path / "last-good", lambda: ()).load()
    assert kept is not None
    assert kept.settings == settings
    assert "guild" in kept.settings.networks


def test_settings_of_an_older_version_come_back_as_todays(tmp_path: Path) -> None:
    store = InForceFile(tmp_path / "in_force.json", tmp_path)
    old = 'quiet_hours_lock = "locked"\n'
    (tmp_path / "config.toml").write_text(old)
    settings = SettingsFile(tmp_path / "config.toml").load()
    store.save(BARE._replace(settings=settings, texts=store.texts()))
    kept = store.load()
    assert kept is not None
    assert kept.settings == settings


def spoilt() -> list[bytes]:
    whole = {
        "texts": [],
        "waiting": [],
        "checksum": 0,
        "zone": "UTC",
        "since": "2026-11-20T12:00:00+00:00",
        "level": "firm",
        "noticed": None,
        "switches": [],
        "anchor": None,
        "moved_s": 0,
        "closed_until": 0,
        "starts_at_login": False,
        "alive": "",
    }
    return [b"", b"\0" * 99, b"[]", b"null", b"[" * 100_000, b"{}", json.dumps(whole).encode()]


@pytest.mark.parametrize("content", spoilt())
def test_a_spoilt_file_is_set_aside(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "in_force.json"
    path.write_bytes(content)
    assert InForceFile(path, tmp_path).load() is None
    assert not path.exists()
    assert (tmp_path / "in_force.damaged-1.json").read_bytes() == content


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("texts", [["config.toml", "version = 1\n[lock]\nlevel = 'gentle'\n"]]),
        ("level", "iron"),
        ("since", "2026-11-20T12:00:00"),
        ("switches", [7]),
        ("anchor", ["boot"]),
        ("moved_s", "much"),
        ("zone", None),
    ],
)
def test_a_file_that_a_hand_changed_is_set_aside(place: str, value: object, tmp_path: Path) -> None:
    path = tmp_path / "in_force.json"
    store = InForceFile(path, tmp_path)
    store.save(FULL)
    raw = json.loads(path.read_text())
    if value is None:
        del raw[place]
    else:
        raw[place] = value
    path.write_text(json.dumps(raw))
    assert store.load() is None


@pytest.mark.parametrize("text", ["[hours", "version = 99\n"])
def test_texts_that_hold_no_more_are_set_aside(text: str, tmp_path: Path) -> None:
    store = InForceFile(tmp_path / "in_force.json", tmp_path)
    store.save(BARE._replace(texts=(("config.toml", text),)))
    assert store.load() is None


def test_what_cannot_be_written_or_set_aside_is_said_and_no_more(tmp_path: Path) -> None:
    place = tmp_path / "state"
    place.write_text("in the way")
    store = InForceFile(place / "in_force.json", tmp_path / "state")
    with pytest.raises(StorageError):
        store.save(BARE)
    assert store.load() is None
    assert store.texts() == ()
