# SPDX-License-Identifier: MIT
"""What does KWin need to run unseen, as Plasma's Wayland compositor without the rest of Plasma?"""

import contextlib
import shutil
import time
from types import TracebackType
from typing import Self

from stage.bus import BusError, SessionBus
from stage.desktop import Home
from stage.program import PATIENCE_S, require

SOCKET = "wayland-kwin"
PLASMA = {
    "KDE_FULL_SESSION": "true",
    "KDE_SESSION_VERSION": "5",
    "QT_QUICK_BACKEND": "software",
    "XDG_CURRENT_DESKTOP": "KDE",
    "XDG_SESSION_TYPE": "wayland",
}


class KWin(Home):
    """Be KWin on a virtual screen, with a private bus."""

    def __init__(self) -> None:
        """Choose what it needs."""
        super().__init__()
        self.environment |= PLASMA
        self._exits = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Start it, and wait until it is on the bus."""
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

    def _start(self) -> None:
        self.bus = self._exits.enter_context(SessionBus(self.environment, self.folder))
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.address
        program = self.folder / "kwin_wayland"
        shutil.copy(require("kwin_wayland"), program)  # without the capability that a container does not grant
        argv = [str(program), "--virtual", "--width", "1280", "--height", "800", "--socket", SOCKET, "--no-lockscreen"]
        self.compositor = self.start(argv, KWIN_COMPOSE="Q")
        self._exits.callback(self.compositor.stop)
        self.bus.wait_for("org.kde.KWin")
        self._wait_for_scripting()
        self.environment |= {"WAYLAND_DISPLAY": SOCKET, "QT_QPA_PLATFORM": "wayland"}

    def _wait_for_scripting(self) -> None:
        """Wait until it takes scripts, a moment after its name is there; it sends no word of it."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                self.bus.call(("org.kde.KWin", "/Scripting", "org.kde.kwin.Scripting"), "isScriptLoaded", "s", "any")
            except BusError:
                assert time.monotonic() < deadline, self.compositor.output()
                time.sleep(0.02)
            else:
                return
