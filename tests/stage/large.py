# SPDX-License-Identifier: MIT
"""What do whole other desktops need to run unseen? GNOME Shell, Plasma, and sway with mako or swaync."""

import contextlib
import json
import os
import pwd
import shutil
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from stage.bus import SessionBus
from stage.desktop import NOTIFICATIONS, Daemon, Desktop, Furniture, Home
from stage.program import PATIENCE_S, Program, require, start_and_listen
from stage.screen import screenshot

MAKO = Daemon("mako", ("mako",))
SWAYNC = Daemon("swaync", ("swaync",))
SHELL_DAEMON = "org.gnome.Shell.Notifications"
DCONF = "ca.desrt.dconf"
NOBODY = "nobody"

OWN_NOTICES = 2 if os.geteuid() == 0 else 1
"""GNOME Shell 43 says at its start that the screen lock is off without GDM, and to root that it is root."""
IDLE_TRAY = "Main.messageTray._notificationState == 0 && Main.messageTray._notificationQueue.length == 0"
RECORD = """global.rideauFrames = [];
global.stage.connect('after-paint', () => {
    const tray = Main.messageTray;
    if (tray._banner) global.rideauFrames.push([tray._notification?.title, tray._bannerBin.opacity]);
}); null"""

SWAY_CONFIG = """output * bg #334455 solid_color
exec sh -c 'echo "$WAYLAND_DISPLAY" >&9'
xwayland disable
"""


class Gnome(Home):
    """Be GNOME Shell, headless, on private buses."""

    def __init__(self, desktop_entries: Mapping[str, str] | None = None) -> None:
        """Install ``desktop_entries``, file names and contents, before the shell looks for them."""
        super().__init__()
        self._desktop_entries = dict(desktop_entries or {})
        del self.environment["GSETTINGS_BACKEND"]  # dconf, as on any GNOME: what is set is seen by every program
        self._exits = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Start it, and wait until its notification daemon answers."""
        try:
            self._start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop it."""
        self._exits.close()
        super().__exit__(kind, error, at)

    def evaluate(self, script: str) -> Any:
        """Return what the shell makes of the expression ``script``."""
        to = ("org.gnome.Shell", "/org/gnome/Shell", "org.gnome.Shell")
        done, answer = self.bus.call(to, "Eval", "s", script)
        assert done, answer
        return json.loads(answer) if answer else None

    def wait_until(self, condition: str, patience_s: float = PATIENCE_S) -> None:
        """Wait until the shell finds ``condition`` true; it sends no word of it, so it is asked again and again."""
        deadline = time.monotonic() + patience_s
        while self.evaluate(condition) is not True:
            assert time.monotonic() < deadline, f"GNOME Shell never came to {condition}"
            time.sleep(0.02)

    def clear_banners(self) -> None:
        """Take every notification away, so that the next banner need not wait for its turn."""
        self.evaluate("Main.messageTray.getSources().forEach(source => source.destroy())")
        self.wait_until(IDLE_TRAY)

    def record_banners(self) -> None:
        """Note from now on each painted frame that has a banner in it."""
        self.evaluate(RECORD)

    def painted_banners(self) -> list[str]:
        """Return the titles of the banners that were painted and could be seen, one for each frame."""
        frames: list[tuple[str, int]] = self.evaluate("global.rideauFrames")
        return [title for title, opacity in frames if opacity > 0]

    def _start(self) -> None:
        require("gjs")
        applications = Path(self.environment["XDG_DATA_HOME"], "applications")
        applications.mkdir(parents=True, exist_ok=True)
        for name, content in self._desktop_entries.items():
            (applications / name).write_text(content)
        system = self._exits.enter_context(SessionBus(self.environment, self.folder, kind="system"))
        self.environment["DBUS_SYSTEM_BUS_ADDRESS"] = system.address
        self.environment |= {"XDG_CURRENT_DESKTOP": "GNOME", "XDG_SESSION_TYPE": "wayland"}
        self.bus = self._exits.enter_context(SessionBus(self.environment, self.folder, [SHELL_DAEMON, DCONF]))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        argv = ["gnome-shell", "--headless", "--no-x11", "--unsafe-mode", "--virtual-monitor", "1280x800"]
        self._exits.callback(self.start(argv).stop)
        self.bus.wait_for("org.gtk.Notifications")
        to = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        self.bus.call(to, "StartServiceByName", "su", SHELL_DAEMON, 0)
        self.bus.wait_for(NOTIFICATIONS)
        self.wait_until("!Main.layoutManager._startingUp")
        self.wait_until(f"Main.messageTray.getSources().length >= {OWN_NOTICES}")
        self.clear_banners()


class Plasma(Desktop):
    """Be plasmashell under openbox."""

    def __init__(self) -> None:
        """Choose what it needs."""
        environment = {
            "KDE_FULL_SESSION": "true",
            "KDE_SESSION_VERSION": "5",
            "QT_QUICK_BACKEND": "software",
            "XDG_CURRENT_DESKTOP": "KDE",
        }
        activatable = ("org.kde.ActivityManager", "org.kde.kded5", "org.kde.kglobalaccel")
        furniture = Furniture(
            notifications=Daemon("plasmashell", ("plasmashell", "--no-respawn")),
            environment=environment,
            activatable=activatable,
        )
        super().__init__(furniture)


class Sway(Home):
    """Be sway without a screen, with one notification daemon."""

    def __init__(self, daemon: Daemon) -> None:
        """Choose the notification daemon."""
        super().__init__()
        self._daemon = daemon
        self._exits = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Start it, and wait until its notification daemon answers."""
        try:
            self._start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop it."""
        self._exits.close()
        super().__exit__(kind, error, at)

    def screenshot(self, to: Path) -> Path:
        """Save what the output shows as PNG ``to``."""
        return screenshot(self.environment, to)

    def _start(self) -> None:
        self.bus = self._exits.enter_context(SessionBus(self.environment, self.folder))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        compositor, display = self._start_compositor()
        self._exits.callback(compositor.stop)
        assert display, compositor.output()
        self.environment |= {"WAYLAND_DISPLAY": display, "XDG_SESSION_TYPE": "wayland", "GDK_BACKEND": "wayland"}
        program = self.start(self._daemon.command(), log=f"{self._daemon.name}.log")
        self._exits.callback(program.stop)
        self.bus.wait_for(NOTIFICATIONS)

    def _start_compositor(self) -> tuple[Program, str]:
        config, log = self.folder / "sway.conf", self.folder / "sway.log"
        config.write_text(SWAY_CONFIG)
        environment = {
            **self.environment,
            "WLR_BACKENDS": "headless",
            "WLR_RENDERER": "pixman",
            "WLR_LIBINPUT_NO_DEVICES": "1",
        }
        return start_and_listen([*self._as_somebody(), require("sway"), "-c", str(config)], environment, log)

    def _as_somebody(self) -> Sequence[str]:
        """Return what runs a program as somebody who is not root, which sway refuses to be."""
        if os.geteuid() != 0:
            return ["env"]
        user = pwd.getpwnam(NOBODY)
        for folder in (self.folder, *self.folder.rglob("*")):
            shutil.chown(folder, user.pw_uid, user.pw_gid)
        return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
