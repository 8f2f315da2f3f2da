# SPDX-License-Identifier: MIT
"""Do Rideau's files lie where CONTRACT says they do?"""

import os
import pwd
from pathlib import Path

import pytest

from rideau.adapters.atomic_file import make_private_folder
from rideau.adapters.paths import MAX_SOCKET_PATH_BYTES, paths_from


def test_the_folders_that_the_environment_names_are_used() -> None:
    names = {"CONFIG_HOME": "/c", "STATE_HOME": "/s", "CACHE_HOME": "/k", "RUNTIME_DIR": "/r"}
    paths = paths_from({f"XDG_{name}": value for name, value in names.items()})
    assert paths.settings_file == Path("/c/rideau/config.toml")
    assert paths.networks_folder == Path("/c/rideau/networks.d")
    assert paths.ledger_file.parent == paths.journal_file.parent == Path("/s/rideau")
    assert paths.log_folder == Path("/s/rideau/log")
    assert paths.cache == Path("/k/rideau")
    assert paths.control_socket == Path("/r/rideau/control")


@pytest.mark.parametrize("value", ["", "relative/folder", "~/.config"])
def test_a_relative_folder_is_ignored(value: str) -> None:
    environment = {"HOME": "/home/me", "XDG_CONFIG_HOME": value, "XDG_RUNTIME_DIR": value}
    assert paths_from(environment).config == Path("/home/me/.config/rideau")
    assert paths_from(environment).runtime == Path("/home/me/.local/state/rideau/run")


@pytest.mark.parametrize("home", [None, "", "relative", "~"])
def test_a_home_that_is_none_is_looked_up_where_the_system_keeps_it(home: str | None) -> None:
    recorded = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert paths_from({} if home is None else {"HOME": home}).config == recorded / ".config/rideau"


def test_a_socket_can_always_be_addressed_and_is_each_homes_own() -> None:
    first, second = (paths_from({"HOME": f"/{letter * 120}"}).control_socket for letter in "ab")
    assert len(os.fsencode(first)) < MAX_SOCKET_PATH_BYTES
    assert first != second


def test_a_new_folder_is_for_its_owner_alone_and_an_old_one_stays(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private_folder(tmp_path / "a" / "b")
    assert [oct(folder.stat().st_mode & 0o777) for folder in (tmp_path, tmp_path / "a", tmp_path / "a" / "b")] == [
        "0o755",
        "0o700",
        "0o700",
    ]
