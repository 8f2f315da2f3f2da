# SPDX-License-Identifier: MIT
"""Where does Rideau guard everything at once? An Xfce panel, a sound server, and twenty work apps, closed for good."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stage.desktop import Desktop, Furniture
from stage.program import Program
from stage.running import RIDEAU, keepers_of, kill_rideau
from stage.sound import COOKIE, SOUND_SERVERS

APPS = 20
GUARDED = ("sites", "notifications", "sound", "apps", "app-windows")
SENSES = ("x11", "microphone", "wishes")
"""What can be sensed on it beside that; reminders listen to all of them from the start."""
DCONF = "ca.desrt.dconf"
"""Browsers are led to the gate through it; without it no site could be closed, and that would go unmeasured."""
SETTINGS = """version = 1
[hours.week]
monday = []
[networks.work]
name = "Work"
sites = ["work.example"]
notifications = ["Workapp"]
apps = {{ linux = [{apps}] }}
accounts = [{{ name = "Me", use = "official" }}]
"""


class GuardedDesktop(Desktop):
    """Be a desktop in quiet hours on which Rideau finds something of every kind to guard."""

    def __init__(self) -> None:
        """Choose the furniture; everything starts on entering."""
        super().__init__(Furniture(panel=True, environment={"XDG_CURRENT_DESKTOP": "XFCE"}, activatable=(DCONF,)))

    def settle(self, sound: str) -> None:
        """Install the apps, write the settings, and name the sound server."""
        names = [f"workapp{number}" for number in range(APPS)]
        for name in names:
            self._install(name)
        folder = self.config / "rideau"
        folder.mkdir()
        (folder / "config.toml").write_text(SETTINGS.format(apps=", ".join(f'"{name}"' for name in names)))
        self.environment.update({"PULSE_SERVER": sound, COOKIE: os.environ[COOKIE]})

    def end(self, program: Program) -> None:
        """End one program; Rideau with its keeper, everything put back: closed as it is, a signal would not end it."""
        kill_rideau(self.mark)
        program.stop()
        done = self.run([*RIDEAU, "restore", "--json"])
        assert done.returncode == 0, done.stderr

    def keeper(self) -> int:
        """Return the keeper's process id."""
        (keeper,) = keepers_of(self.mark)
        return keeper

    def check_guarded(self) -> None:
        """Fail where anything that is to be measured is not guarded or sensed: the figures would mean nothing."""
        status = json.loads(self.run([*RIDEAU, "status", "--json"]).stdout)
        actions = {each["network"]: each["action"] for each in status["treatments"]}
        assert actions["work"] == "block", actions
        doctor = json.loads(self.run([*RIDEAU, "doctor", "--json"]).stdout)
        fitness = {each["name"]: each["fitness"] for each in doctor["mechanisms"]}
        assert {fitness[name] for name in (*GUARDED, *SENSES)} == {"works"}, doctor

    def _install(self, name: str) -> None:
        program = self.folder / "opt" / name / name
        program.parent.mkdir(parents=True)
        shutil.copy2("/bin/sleep", program)
        entry = Path(self.environment["XDG_DATA_HOME"], "applications", f"{name}.desktop")
        entry.parent.mkdir(parents=True, exist_ok=True)
        entry.write_text(
            "[Desktop Entry]\nType=Application\n"
            f"Name={name.capitalize()}\nExec={program} infinity\nStartupWMClass={name}\n"
        )


@contextmanager
def guarded_desktop() -> Iterator[GuardedDesktop]:
    """Give one, settled, with the first sound server that this machine has."""
    kind = next(each for each in reversed(SOUND_SERVERS) if shutil.which(each.name.casefold()))
    with kind() as sound, GuardedDesktop() as desktop:
        desktop.settle(f"unix:{sound.socket}")
        yield desktop
