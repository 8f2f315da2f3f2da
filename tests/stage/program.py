# SPDX-License-Identifier: MIT
"""How does a stage start real programs, wait for them, and leave none behind?"""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

MARK = "RIDEAU_STAGE"
PATIENCE_S = 30.0

PACKAGES = {
    "Xvfb": "xvfb",
    "at-spi-bus-launcher": "at-spi2-core",
    "chromium": "chromium",
    "dbus-daemon": "dbus-daemon",
    "dunst": "dunst",
    "gjs": "gjs",
    "gnome-keyring-daemon": "gnome-keyring",
    "gnome-shell": "gnome-shell",
    "grim": "grim",
    "gsettings": "libglib2.0-bin",
    "import": "imagemagick",
    "kwin_wayland": "kwin-wayland",
    "lxqt-notificationd": "lxqt-notificationd",
    "mako": "mako-notifier",
    "notify-send": "libnotify-bin",
    "openbox": "openbox",
    "plasmashell": "plasma-workspace plasma-desktop",
    "sway": "sway",
    "swaymsg": "sway",
    "swaync": "sway-notification-center",
    "wmctrl": "wmctrl",
    "xdotool": "xdotool",
    "xev": "x11-utils",
    "xfce4-notifyd": "xfce4-notifyd",
    "xfce4-panel": "xfce4-panel",
    "xfconf-query": "xfconf",
    "xfwm4": "xfwm4",
    "xprop": "x11-utils",
}


class MissingProgramError(Exception):
    """Say which program a stage needs and how to install it; a test that needs it fails, and is never skipped."""

    def __init__(self, name: str) -> None:
        """Name the program."""
        package = PACKAGES.get(name, name)
        super().__init__(
            f"{name} is missing. Install it: make test does (on Debian and Ubuntu: apt install {package})."
        )


def require(name: str) -> str:
    """Return the path of program ``name``; raise ``MissingProgramError`` where it is not installed."""
    found = shutil.which(name)
    if found is None:
        raise MissingProgramError(name)
    return found


def activation(bus_name: str) -> tuple[Path, list[str]]:
    """Return the installed D-Bus activation file of ``bus_name`` and the command in it."""
    file = Path("/usr/share/dbus-1/services", f"{bus_name}.service")
    if not file.exists():
        program = {
            "org.a11y.Bus": "at-spi-bus-launcher",
            "org.xfce.xfce4-notifyd.Notifications": "xfce4-notifyd",
            "org.xfce.Xfconf": "xfconf-query",
        }
        raise MissingProgramError(program.get(bus_name, bus_name))
    command = next(line for line in file.read_text().splitlines() if line.startswith("Exec="))
    return file, command.removeprefix("Exec=").split()


class Program:
    """Hold one program that runs in its own session, its output in a file."""

    def __init__(self, argv: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        """Start ``argv`` with exactly ``environment``; both outputs go to ``log``."""
        self.argv = [require(argv[0]), *argv[1:]]
        self.log = log
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                self.argv,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Return the process id."""
        return self.process.pid

    @property
    def is_running(self) -> bool:
        """Tell whether it still runs."""
        return self.process.poll() is None

    def output(self) -> str:
        """Return what it has said so far."""
        return self.log.read_text(errors="replace")

    def wait(self, patience_s: float = PATIENCE_S) -> int:
        """Wait until it ends by itself; return its exit code."""
        return self.process.wait(patience_s)

    def terminate(self) -> int:
        """Ask it to end (SIGTERM), wait, and return its exit code."""
        self.process.terminate()
        return self.process.wait(PATIENCE_S)

    def kill(self) -> None:
        """Kill it and what it started in its own session with SIGKILL."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE_S)

    def stop(self) -> None:
        """End it in whatever way works: politely, then not."""
        if self.is_running:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(2)
        self.kill()


def start_and_listen(argv: Sequence[str], environment: Mapping[str, str], log: Path) -> tuple[Program, str]:
    """Start ``argv``, which is to say one line on its descriptor 9 when it is ready; return it with that line."""
    fifo = log.with_suffix(".ready")
    fifo.unlink(missing_ok=True)
    os.mkfifo(fifo)
    program = Program(["sh", "-c", f'exec "$0" "$@" 9>"{fifo}"', require(argv[0]), *argv[1:]], environment, log)
    with fifo.open() as said:
        line = said.readline().strip()
    fifo.unlink()
    return program, line


def marked(mark: str) -> Iterator[int]:
    """Return the ids of the processes that were started, however deeply, on the stage called ``mark``."""
    wanted = f"{MARK}={mark}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if wanted in (folder / "environ").read_bytes().split(b"\0"):
                yield int(folder.name)


def clear(mark: str) -> None:
    """Kill every process of the stage called ``mark``: those that left their session or were activated by the bus."""
    for pid in marked(mark):
        with contextlib.suppress(ProcessLookupError):
            descriptor = os.pidfd_open(pid)
            signal.pidfd_send_signal(descriptor, signal.SIGKILL)
            os.close(descriptor)
