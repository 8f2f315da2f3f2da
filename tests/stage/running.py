# SPDX-License-Identifier: MIT
"""How does a test start the real Rideau on its desktop, type commands to it and read what it wrote?"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from stage.desktop import Home
from stage.program import PATIENCE_S, Program, marked

RIDEAU = (sys.executable, "-m", "rideau")


def trays_of(mark: str) -> list[int]:
    """Return the processes of tray apps on the stage called ``mark``, those that a keeper started too."""
    return [pid for pid in marked(mark) if Path(command_of(pid)[-1]).name == "rideau"]


def keepers_of(mark: str) -> list[int]:
    """Return the processes of keepers on the stage called ``mark``."""
    return [pid for pid in marked(mark) if "rideau.keeper" in command_of(pid)]


def command_of(pid: int) -> list[str]:
    """Return the words of a process's command line; one empty word where it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")[:-1] or [""]
    except OSError:
        return [""]


def kill_rideau(mark: str) -> None:
    """Kill tray and keeper at once, so that neither brings the other back; return when they are gone."""
    while found := (*trays_of(mark), *keepers_of(mark)):
        for number in (signal.SIGSTOP, signal.SIGKILL):  # the tray first: a stopped keeper would not escape it
            for pid in found:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, number)
        time.sleep(0.02)


class Running:
    """Hold a home in which Rideau is started, spoken to and ended; ``environment`` is what it and commands get."""

    def __init__(self, home: Home) -> None:
        """Begin with nothing started."""
        self.home = home
        self.environment = dict(home.environment)
        self.app: Program | None = None

    @property
    def folder(self) -> Path:
        """Return the folder of settings."""
        return self.home.config / "rideau"

    @property
    def settings(self) -> Path:
        """Return the settings file."""
        return self.folder / "config.toml"

    @property
    def state(self) -> Path:
        """Return the folder of journal, ledger and log."""
        return self.home.state / "rideau"

    def forget(self) -> None:
        """Delete settings and state, for a new life."""
        for folder in (self.folder, self.state):
            shutil.rmtree(folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def start(self, *, through: Sequence[str] = (), patience_s: float = PATIENCE_S) -> Program:
        """Start the app, with ``through`` in front of its command, and wait until it answers."""
        log = self.home.folder / "rideau.log"
        log.unlink(missing_ok=True)
        if self.app is not None:
            self.app.wait()  # it was told to quit
        self.app = Program([*through, *RIDEAU], self.environment, log)
        deadline = time.monotonic() + patience_s
        while self.command("status").returncode != 0:
            assert self.app.is_running, self.app.output()
            assert time.monotonic() < deadline, self.app.output()
        return self.app

    def leave(self) -> None:
        """Kill the app and its keeper, if there are any."""
        kill_rideau(self.home.mark)
        if self.app is not None:
            self.app.kill()
            self.app = None

    def command(
        self, *words: str, through: Sequence[str] = (), patience_s: float = PATIENCE_S
    ) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [*through, *RIDEAU, *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=patience_s,
            check=False,
        )

    def document(self, *words: str) -> Any:
        """Return what a command says with ``--json``; it must succeed without a word on standard error."""
        done = self.command(*words, "--json")
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return json.loads(done.stdout)

    def log(self) -> str:
        """Return the log of the app."""
        file = self.state / "log/rideau.log"
        return file.read_text(errors="replace") if file.exists() else ""

    def seconds_until(self, happened: Callable[[], object], patience_s: float = PATIENCE_S) -> float:
        """Return after how long ``happened`` was true."""
        start = time.monotonic()
        while not happened():
            assert time.monotonic() - start < patience_s, f"it never happened; the log: {self.log()}"
            time.sleep(0.02)
        return time.monotonic() - start
