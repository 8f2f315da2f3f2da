# SPDX-License-Identifier: MIT
"""What does a whole small desktop need? A home, a screen, a bus, a window manager, a notification daemon, a panel."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from stage.bus import SessionBus
from stage.manager import wait_for_manager
from stage.program import MARK, PATIENCE_S, Program, activation, clear, require
from stage.screen import Screen, screenshot

NOTIFICATIONS = "org.freedesktop.Notifications"
XFCONF = "org.xfce.Xfconf"
PANEL = Path(__file__).with_name("xfce4-panel.xml")


@dataclass(frozen=True)
class Daemon:
    """Name a notification daemon: how it is started, and what it leans on."""

    name: str
    argv: tuple[str, ...] = ()
    service: str = ""
    """The activation file whose command starts it, where it is not on PATH."""
    activatable: tuple[str, ...] = ()

    def command(self) -> list[str]:
        """Return the command that starts it; raise ``MissingProgramError`` where it is not installed."""
        if self.service:
            return activation(self.service)[1]
        return [require(self.argv[0]), *self.argv[1:]]


DUNST = Daemon("dunst", ("dunst",))
XFCE4_NOTIFYD = Daemon("xfce4-notifyd", service="org.xfce.xfce4-notifyd.Notifications", activatable=(XFCONF,))
LXQT = Daemon("lxqt-notificationd", ("lxqt-notificationd",))
LIGHT_DAEMONS = (DUNST, XFCE4_NOTIFYD, LXQT)


@dataclass(frozen=True)
class Furniture:
    """Choose what stands on the desktop; an empty name or None leaves it out."""

    notifications: Daemon | None = DUNST
    window_manager: str = "openbox"
    panel: bool = False
    """The Xfce panel with its systray plugin: an XEmbed tray and a StatusNotifier host."""
    screen: str = "1280x800"
    environment: Mapping[str, str] = field(default_factory=dict)
    activatable: tuple[str, ...] = ()


class Home:
    """Be a private home with XDG folders, and the environment that leads programs there. Gone on leaving."""

    def __init__(self) -> None:
        """Make the folders, short enough for sockets."""
        self.mark = uuid.uuid4().hex
        self.folder = Path(tempfile.mkdtemp(prefix="rideau-stage-"))
        self.environment = self._environment()
        self._started: list[Program] = []
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"):
            Path(self.environment[name]).mkdir(parents=True, exist_ok=True, mode=0o700)

    def __enter__(self) -> Self:
        """Move in."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End every process that was started from here, and delete the folder."""
        clear(self.mark)
        for program in self._started:
            program.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def config(self) -> Path:
        """Return ``$XDG_CONFIG_HOME``."""
        return Path(self.environment["XDG_CONFIG_HOME"])

    @property
    def state(self) -> Path:
        """Return ``$XDG_STATE_HOME``."""
        return Path(self.environment["XDG_STATE_HOME"])

    def start(self, argv: Sequence[str], *, log: str = "", **environment: str) -> Program:
        """Start a program here; its output goes to ``log`` below the home's folder."""
        name = log or f"{Path(argv[0]).name}.log"
        program = Program(argv, {**self.environment, **environment}, self.folder / name)
        self._started.append(program)
        return program

    def run(self, argv: Sequence[str], *, patience_s: float = PATIENCE_S) -> subprocess.CompletedProcess[str]:
        """Run a program here to its end and return its code and output."""
        command = [require(argv[0]), *argv[1:]]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=patience_s, check=False
        )

    def _environment(self) -> dict[str, str]:
        home = self.folder / "home"
        return {
            MARK: self.mark,
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "USER": "someone",
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_STATE_HOME": str(home / ".local/state"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "XDG_DATA_DIRS": "/usr/local/share:/usr/share",
            "XDG_CONFIG_DIRS": "/etc/xdg",
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "1",
            "GTK_A11Y": "none",
        }


class Desktop(Home):
    """Be a small X11 desktop on a virtual screen with a private bus."""

    def __init__(self, furniture: Furniture | None = None) -> None:
        """Choose the furniture; everything starts on entering."""
        super().__init__()
        self.furniture = furniture or Furniture()
        daemon = self.furniture.notifications
        self.environment.update(self.furniture.environment)
        activatable = {*self.furniture.activatable, *(daemon.activatable if daemon else ())}
        if self.furniture.panel:
            activatable.add(XFCONF)
        self._activatable = sorted(activatable)
        self._exits = contextlib.ExitStack()
        self.programs: dict[str, Program] = {}

    def __enter__(self) -> Self:
        """Start everything, and wait until everything is there."""
        try:
            self._furnish()
        except BaseException:
            self._exits.close()
            super().__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop everything, the latest first."""
        for program in reversed(self.programs.values()):
            program.stop()
        self._exits.close()
        super().__exit__(kind, error, at)

    def screenshot(self, to: Path) -> Path:
        """Save what the screen shows as PNG ``to``."""
        return screenshot(self.environment, to)

    def start_notifications(self) -> Program:
        """Start the notification daemon (again) and wait until it answers."""
        daemon = self.furniture.notifications
        assert daemon is not None, "this desktop has no notification daemon"
        program = self.start(daemon.command(), log=f"{daemon.name}.log")
        self.programs[daemon.name] = program
        self.bus.wait_for(NOTIFICATIONS)
        return program

    def stop_notifications(self) -> None:
        """Kill the notification daemon and wait until its name is free."""
        assert self.furniture.notifications is not None, "this desktop has no notification daemon"
        self.programs.pop(self.furniture.notifications.name).kill()
        self.bus.wait_until_gone(NOTIFICATIONS)

    def start_panel(self) -> Program:
        """Start the Xfce panel (again) and wait until its tray takes icons."""
        target = self.config / "xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml"
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.copy(PANEL, target)
        self.programs["panel"] = self.start(["xfce4-panel", "--disable-wm-check"])
        self.bus.wait_for("org.kde.StatusNotifierWatcher")
        return self.programs["panel"]

    def stop_panel(self) -> None:
        """Kill the panel and wait until no tray is left."""
        self.programs.pop("panel").kill()
        self.bus.wait_until_gone("org.kde.StatusNotifierWatcher")

    def _furnish(self) -> None:
        screen = self._exits.enter_context(Screen(self.environment, self.folder, self.furniture.screen))
        self.environment["DISPLAY"] = screen.display
        self.bus = self._exits.enter_context(SessionBus(self.environment, self.folder, self._activatable))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        manager = self.furniture.window_manager
        if manager:
            self.programs[manager] = self.start([manager])
            wait_for_manager(self.environment)
        if self.furniture.notifications:
            self.start_notifications()
        if self.furniture.panel:
            self.start_panel()
