# SPDX-License-Identifier: MIT
"""Who watches the bus while something is muted? One thread that sleeps until a notification passes by."""

import logging
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from jeepney import Message
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection

from rideau.adapters.bus_message import next_message
from rideau.adapters.linux.bus import NO_ANSWER, ask, connect, disconnect, interrupt, method_call, socket_path
from rideau.adapters.linux.notifications.withholder import GNOME_SHELL, RULES, Withholder
from rideau.domain.error import SessionBusError
from rideau.domain.text import Text

log = logging.getLogger(__name__)

MONITORING = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Monitoring")


class NotificationMonitor:
    """Turn one connection into a monitor and act through a second, from ``start`` until ``stop``.

    A bus that goes away is joined again as soon as its socket is back.
    """

    def __init__(
        self, environment: Mapping[str, str], make_withholder: Callable[[Callable[[Message], None]], Withholder]
    ) -> None:
        """Watch the session bus of ``environment`` with the ``Withholder`` made around the sending function."""
        self._environment = environment
        self._acting: DBusConnection | None = None
        self._watching: DBusConnection | None = None
        self._stopping = threading.Event()
        self._settled = threading.Event()
        self._wake, self._waker = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
        self.withholder = make_withholder(self._send)
        self.problem: Text | None = None
        """Why it does not watch; None while it does, or was not told otherwise yet."""

    @property
    def is_running(self) -> bool:
        """Tell whether it watches, or will as soon as the bus lets it."""
        return self._thread.is_alive()

    def start(self, patience_s: float) -> None:
        """Start watching; return once it does or failed, at the latest after ``patience_s``."""
        self._thread.start()
        self._settled.wait(patience_s)

    def retry(self, patience_s: float) -> None:
        """Try to join the bus now, where it is away; return once it is joined or not, at most after ``patience_s``."""
        if self.problem is None:
            return
        self._settled.clear()
        self._rouse()
        self._settled.wait(patience_s)

    def stop(self, patience_s: float) -> None:
        """Stop watching; what it has seen so far is dealt with. Idempotent."""
        self._stopping.set()
        self._rouse()
        for connection in (self._watching, self._acting):
            if connection:
                interrupt(connection)
        if self.is_running and self._thread is not threading.current_thread():
            self._thread.join(patience_s)

    def _rouse(self) -> None:
        with suppress(OSError):  # closed: the thread has ended
            self._waker.send(b"!")

    def _run(self) -> None:
        with self._wake, self._waker:
            while not self._stopping.is_set():
                if self._join():
                    self._watch()
                else:
                    self._wait_for_bus()
        self._settled.set()

    def _wait_for_bus(self) -> None:
        from rideau.adapters.linux.socket_return import SocketReturn  # noqa: PLC0415 - loads ctypes, for a rare day

        with SocketReturn(socket_path(self._environment), self._wake) as back:
            while not self._stopping.is_set() and not self._join():  # once more: it may have come before the watch
                back.wait()
        if not self._stopping.is_set():
            log.info("Notifications are watched again.")
            self._watch()

    def _join(self) -> bool:
        try:
            self._watching, self._acting = self._connect()
        except SessionBusError as error:
            self._lost(error.message, error)
            self._leave()
        else:
            self.problem = None
        self._settled.set()
        return self.problem is None

    def _watch(self) -> None:
        """See every notification until the bus ends or ``stop`` is called."""
        try:
            while self._watching and not self._stopping.is_set():
                self.withholder.see(next_message(self._watching))
        except OSError as error:
            self._lost(NO_ANSWER, error)
        finally:
            self._leave()
            self.withholder.forget()

    def _leave(self) -> None:
        for connection in (self._watching, self._acting):
            if connection:
                disconnect(connection)

    def _connect(self) -> tuple[DBusConnection, DBusConnection]:
        acting = self._acting = connect(self._environment)
        watching = self._watching = connect(self._environment)
        self.withholder.program_of = self._program_of
        try:
            (self.withholder.shell,) = ask(acting, message_bus.GetNameOwner(GNOME_SHELL))
        except SessionBusError:
            self.withholder.shell = ""
        ask(watching, method_call(MONITORING, "BecomeMonitor", "asu", (list(RULES), 0)))
        return watching, acting

    def _lost(self, why: Text, error: Exception) -> None:
        if self._stopping.is_set():
            return
        is_news, self.problem = self.problem is None, why
        if is_news:
            log.warning("Notifications are not watched: %s (%s)", why, error)

    def _send(self, message: Message) -> None:
        if self._acting:
            self._acting.send(message)

    def _program_of(self, sender: str) -> tuple[str, str]:
        """Return the executable and the Flatpak id of the bus client ``sender``, as far as they can still be seen."""
        if self._acting is None:
            return "", ""
        try:
            (pid,) = ask(self._acting, message_bus.GetConnectionUnixProcessID(sender))
        except SessionBusError:
            return "", ""
        folder = Path("/proc", str(pid))
        executable = flatpak = ""
        with suppress(OSError):
            executable = str((folder / "exe").readlink())
        with suppress(OSError, UnicodeDecodeError):
            flatpak = _flatpak_name((folder / "root/.flatpak-info").read_text(encoding="utf-8"))
        return executable, flatpak


def _flatpak_name(info: str) -> str:
    """Return the application's id from ``/.flatpak-info`` (flatpak-metadata(5): group Application, key name)."""
    lines = info.partition("[Application]")[2].splitlines()
    return next((line.removeprefix("name=").strip() for line in lines if line.startswith("name=")), "")
