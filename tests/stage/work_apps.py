# SPDX-License-Identifier: MIT
"""Which work apps does a test install and start? Ones with executables of their own, which nothing else runs."""

import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

from rideau.adapters.linux.apps.exit_watch import opened
from rideau.domain.app import AppRule
from rideau.domain.process import FileId, ProcessId
from rideau.keeper.proc import all_pids, stat_of
from stage.desktop import Home
from stage.program import PATIENCE_S

SCRIPT = Path(__file__).with_name("work_app.py")
LOOK_EVERY_S = 0.01


class Kind(StrEnum):
    """Name how an app behaves."""

    WINDOW = "window"
    """It ends when its window is closed."""
    TRAY = "tray"
    """It goes on without its window."""
    ASKS = "asks"
    """It asks whether to save."""
    IGNORES = "ignores"
    """Its window stays."""
    HELPERS = "helpers"
    """It runs helpers, of its own executable, which run helpers."""
    SOUND = "sound"
    """It plays a tone; one window."""
    MICROPHONE = "microphone"
    """It records; one window."""


class WorkApp:
    """Be one installed work app, with a desktop file in the home's own menu."""

    def __init__(self, home: Home, name: str, kind: Kind = Kind.WINDOW, title: str = "") -> None:
        """Install it: ``name`` is that of its executable, its desktop file and its windows' class."""
        self.home = home
        self.name = name
        self.kind = kind
        self.folder = home.folder / "opt" / name
        self.program = self.folder / "bin" / name
        self.journal = self.folder / "journal"
        self.command = [str(self.program), str(SCRIPT), kind.value, name, str(self.journal), title or name]
        self.desktop_file = Path(home.environment["XDG_DATA_HOME"], "applications", f"{name}.desktop")
        self._install()

    @property
    def program_id(self) -> FileId:
        """Return what its executable is to the kernel."""
        stat = self.program.stat()
        return FileId(stat.st_dev, stat.st_ino)

    @property
    def rule(self) -> AppRule:
        """Return how it is told."""
        return AppRule(
            f"work/{self.name}",
            "work",
            self.name.capitalize(),
            programs=(str(self.program),),
            program_ids=frozenset({self.program_id}),
            window_classes=frozenset({self.name.casefold()}),
            desktop_id=self.name,
        )

    def update(self) -> None:
        """Put another file in the executable's place, as a package update does."""
        self._put(self.program)

    def start(self, **environment: str) -> None:
        """Start it as a menu does: nobody's child, in a session of its own."""
        words = ["/bin/sh", "-c", '"$@" >/dev/null 2>&1 </dev/null &', "sh", *self.command]
        subprocess.run(
            words, env={**self.home.environment, **environment}, start_new_session=True, check=True, timeout=PATIENCE_S
        )

    def start_in_terminal(self) -> None:
        """Start it as a shell in a terminal does: with a controlling terminal."""
        words = [sys.executable, "-c", "import pty, sys; pty.spawn(sys.argv[1:])", *self.command]
        detached = ["/bin/sh", "-c", '"$@" >/dev/null 2>&1 </dev/null &', "sh", *words]
        subprocess.run(detached, env=self.home.environment, start_new_session=True, check=True, timeout=PATIENCE_S)

    def pids(self) -> list[int]:
        """Return its processes, oldest first; dead ones that nobody reaped left out."""
        return [each.pid for each in self.processes()]

    def processes(self) -> list[ProcessId]:
        """Return its processes for good, oldest first."""
        wanted, found = self.program_id, []
        for pid in all_pids():
            with suppress(OSError):
                stat = Path("/proc", str(pid), "exe").stat()
                told = stat_of(pid)
                if told and FileId(stat.st_dev, stat.st_ino) == wanted:
                    found.append(ProcessId(pid, told.start))
        return sorted(found, key=lambda each: (each.start, each.pid))

    def hang_up(self) -> None:
        """Have it play or record no more."""
        self.journal.with_name("hang-up").touch()
        self.wait_until_said("hung up")

    def said(self) -> list[str]:
        """Return what it noted."""
        return self.journal.read_text().splitlines() if self.journal.exists() else []

    def wait_until_said(self, word: str, count: int = 1) -> None:
        """Wait until it noted ``word`` so often."""
        self._wait(lambda: sum(line.startswith(word) for line in self.said()) >= count, f"never said {word!r}")

    def wait_until_gone(self) -> None:
        """Wait until none of its processes is left."""
        self._wait(lambda: not self.pids(), "never ended")

    def wait_until_running(self, count: int = 1) -> list[int]:
        """Wait until it has so many processes; return them."""
        self._wait(lambda: len(self.pids()) >= count, "never ran")
        return self.pids()

    def kill(self) -> None:
        """End every process of it at once, frozen or not."""
        self._wait(lambda: not any(map(_kill, self.processes())) and not self.pids(), "never ended")

    def _put(self, file: Path) -> None:
        new = self.program.with_suffix(".new")
        shutil.copy2(file, new)
        new.replace(self.program)

    def _wait(self, is_so: Callable[[], bool], complaint: str) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < deadline, f"{self.name} {complaint}: {self.said()}"
            time.sleep(LOOK_EVERY_S)

    def _install(self) -> None:
        base = Path(os.path.realpath(sys.executable))
        self.program.parent.mkdir(parents=True, exist_ok=True)
        for left in (self.journal, self.journal.with_name("hang-up")):
            left.unlink(missing_ok=True)
        self._put(base)
        (self.folder / "pyvenv.cfg").write_text(f"home = {base.parent}\ninclude-system-site-packages = false\n")
        packages = self.folder / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
        packages.mkdir(parents=True, exist_ok=True)
        (packages / "stage.pth").write_text(sysconfig.get_path("purelib") + "\n")
        for library in (base.parent.parent / "lib").glob(
            "libpython3*.so*"
        ):  # where it is looked for beside the program
            with suppress(FileExistsError):
                (self.folder / "lib" / library.name).symlink_to(library)
        self.desktop_file.parent.mkdir(parents=True, exist_ok=True)
        self.desktop_file.write_text(
            "[Desktop Entry]\nType=Application\n"
            f"Name={self.name.capitalize()}\nExec={' '.join(self.command)}\nStartupWMClass={self.name}\n"
        )


def _kill(process: ProcessId) -> bool:
    """Kill a process; return whether it was there."""
    try:
        descriptor = opened(process)
    except OSError:
        return False
    with suppress(OSError):
        signal.pidfd_send_signal(descriptor, signal.SIGKILL)
    os.close(descriptor)
    return True
