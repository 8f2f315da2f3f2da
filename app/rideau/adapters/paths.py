# SPDX-License-Identifier: MIT
"""Where do Rideau's files live for this person? (CONTRACT, "Files"; XDG Base Directory Specification 0.8)."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

NAME = "rideau"
MAX_SOCKET_PATH_BYTES = 100
"""A Unix socket's address holds 104 bytes on macOS and 108 on Linux, the final NUL included."""


class Paths(NamedTuple):
    """Hold the folders Rideau keeps its files in; nothing is created by asking."""

    config: Path
    state: Path
    cache: Path
    runtime: Path

    @property
    def settings_file(self) -> Path:
        """Return the settings, made for people to read and edit."""
        return self.config / "config.toml"

    @property
    def networks_folder(self) -> Path:
        """Return where the person's own networks are."""
        return self.config / "networks.d"

    @property
    def tips_folder(self) -> Path:
        """Return where the person's own tips are."""
        return self.config / "tips.d"

    @property
    def notebook_file(self) -> Path:
        """Return what the person put down: thoughts, wins, check-ins."""
        return self.state / "notebook.json"

    @property
    def last_good_folder(self) -> Path:
        """Return where the settings that last held are kept."""
        return self.state / "last-good"

    @property
    def ledger_file(self) -> Path:
        """Return what was changed on this machine and is not yet put back."""
        return self.state / "ledger"

    @property
    def journal_file(self) -> Path:
        """Return what happened."""
        return self.state / "journal.sqlite"

    @property
    def overrides_file(self) -> Path:
        """Return the switches by hand."""
        return self.state / "overrides.json"

    @property
    def allowance_file(self) -> Path:
        """Return how much of each day's allowance was used."""
        return self.state / "allowance.json"

    @property
    def closed_apps_file(self) -> Path:
        """Return which apps were closed and can come back at opening."""
        return self.state / "closed-apps.json"

    @property
    def log_folder(self) -> Path:
        """Return where the rotating log is."""
        return self.state / "log"

    @property
    def control_socket(self) -> Path:
        """Return the socket the command line speaks to the app over."""
        return self.runtime / "control"

    @property
    def keeper_socket(self) -> Path:
        """Return the socket the tray and the browsers' hosts speak to the keeper over."""
        return self.runtime / "keeper"

    @property
    def keeper_log(self) -> Path:
        """Return where the keeper writes what it has to say."""
        return self.log_folder / "keeper.log"

    @property
    def gate_port_file(self) -> Path:
        """Return where the gate's port is remembered: browsers keep it for as long as they run."""
        return self.state / "gate-port"

    @property
    def undo_script(self) -> Path:
        """Return the script that puts everything back should Rideau be deleted without being uninstalled."""
        return self.state / "undo.sh"

    @property
    def in_force_file(self) -> Path:
        """Return the settings in force: what weakens them waits for the opening."""
        return self.state / "in_force.json"

    @property
    def installations_file(self) -> Path:
        """Return the ledger of what was put in place to stay, on the person's word: hosts, profiles, policies."""
        return self.state / "installations"

    @property
    def instance_lock(self) -> Path:
        """Return the file whose lock says which process is the one running app."""
        return self.runtime / "instance.lock"

    @property
    def state_lock(self) -> Path:
        """Return the file that the running app locks, to be known by those who look for its socket elsewhere."""
        return self.state / "running.lock"


def paths_from(environment: Mapping[str, str]) -> Paths:
    """Return the folders that ``environment`` (``os.environ``, as a rule) and this system's customs name."""
    return _xdg_paths(environment) if sys.platform == "linux" else _platform_paths()


def _xdg_paths(environment: Mapping[str, str]) -> Paths:
    home = home_from(environment)
    state = (_absolute(environment.get("XDG_STATE_HOME")) or home / ".local/state") / NAME
    runtime = _absolute(environment.get("XDG_RUNTIME_DIR"))
    return Paths(
        config=(_absolute(environment.get("XDG_CONFIG_HOME")) or home / ".config") / NAME,
        state=state,
        cache=(_absolute(environment.get("XDG_CACHE_HOME")) or home / ".cache") / NAME,
        runtime=_short_enough(runtime / NAME if runtime else state / "run"),
    )


def home_from(environment: Mapping[str, str]) -> Path:
    """Return ``$HOME``, or, where it is missing, empty or relative, this user's home as the system has it on record."""
    if named := _absolute(environment.get("HOME")):
        return named
    home = ""
    if sys.platform != "win32":
        from pwd import getpwuid  # noqa: PLC0415 - exists on Unix alone, and is rarely needed

        try:
            home = getpwuid(os.getuid()).pw_dir
        except KeyError:  # a container's user without a name: the root folder refuses in words
            home = ""
    return _absolute(home) or Path("/")


def _absolute(value: str | None) -> Path | None:
    """Return ``value`` as a path; None for one that is empty or relative, which the specification has ignored."""
    return Path(value) if value and Path(value).is_absolute() else None


def _short_enough(folder: Path) -> Path:
    """Return ``folder``, or, where a socket in it could not be addressed, a private one under the temporary folder."""
    if len(os.fsencode(folder / "control")) < MAX_SOCKET_PATH_BYTES:
        return folder
    if sys.platform == "win32":
        user = "user"
    else:
        user = str(os.getuid())
    from tempfile import gettempdir  # noqa: PLC0415 - rarely needed, and not cheap

    return Path(gettempdir()) / f"{NAME}-{user}-{crc32(os.fsencode(folder)):08x}"


def _platform_paths() -> Paths:
    from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed on Linux, where it costs start-up

    folders = PlatformDirs(NAME, appauthor=False)
    return Paths(
        config=folders.user_config_path,
        state=folders.user_state_path,
        cache=folders.user_cache_path,
        runtime=_short_enough(folders.user_runtime_path),
    )
