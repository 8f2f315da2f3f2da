# SPDX-License-Identifier: MIT
"""How is the tray process put together, started and ended?"""

import logging
import os
import sys
from collections.abc import Mapping
from types import TracebackType

from PySide6.QtWidgets import QApplication

from rideau.adapters.control_desk import answer
from rideau.adapters.log_file import log_to
from rideau.adapters.qt.appearance import Appearance
from rideau.adapters.qt.control_server import ControlServer
from rideau.adapters.qt.main_thread import MainThread
from rideau.adapters.qt.quit_signals import QuitSignals
from rideau.adapters.qt.settings_watch import SettingsWatch
from rideau.adapters.qt.system_signals import SystemSignals
from rideau.adapters.qt.tray_host import TrayHost
from rideau.adapters.qt.wake_up import new_wake_up
from rideau.bootstrap.parts import Offline, announcer, enforcers, words_for
from rideau.domain.error import RideauError
from rideau.domain.network import Network
from rideau.domain.probe import Probe
from rideau.ports.desktop import Notice
from rideau.ports.settings_store import SettingsProblem
from rideau.ports.state import Event, EventKind
from rideau.services.control import Control
from rideau.services.restoration import RestoreSummary
from rideau.services.status import Status
from rideau.services.supervisor import Ports, Supervisor
from rideau.services.waiting_room import Digest, WaitingRoom
from rideau.ui.face import Face, Services
from rideau.wording import phrases

log = logging.getLogger(__name__)


def run(parts: Offline, *, show_window: bool) -> int:
    """Run the tray app until it quits; return its exit code. The display and the one instance were seen to before."""
    log_to(parts.paths.log_folder)
    sys.excepthook = _log_unexpected
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "generic")  # the GTK theme costs 30 ms and 5 MB, and our look is ours
    application = QApplication([sys.argv[0]])
    application.setApplicationName("rideau")
    application.setApplicationDisplayName("Rideau")
    application.setDesktopFileName("rideau")
    desk = TrayProcess(parts, application)
    desk.start(show_window=show_window)
    try:
        return application.exec()
    finally:
        desk.end()


class TrayProcess:
    """Hold the parts of the running app; what the socket lets a command do is done here. Main thread only."""

    def __init__(self, parts: Offline, application: QApplication) -> None:
        """Put everything together; nothing is enforced or shown before ``start``."""
        self._parts = parts
        self._application = application
        self.main_thread = MainThread()
        self._restore_at_start()
        self._prepare_settings()
        self._server = ControlServer(parts.paths.control_socket, lambda line: answer(self, line))
        self._waiting_room = WaitingRoom(parts.journal)
        self._wake_up = new_wake_up(parts.clock, self._wake)
        ports = Ports(
            parts.sources,
            parts.settings_store,
            parts.overrides,
            parts.journal,
            self._wake_up,
            enforcers(parts),
        )
        self.supervisor = Supervisor(ports, self._waiting_room)
        self.control = Control(self.supervisor, parts.journal)
        self.words = words_for(self.supervisor.rules.settings)
        self._announcer = announcer(self.main_thread.post)
        self.supervisor.observers.digest.append(self._announce_digest)
        self.supervisor.observers.settings_problems.append(self._announce_problems)

    def start(self, *, show_window: bool) -> None:
        """Make the plan hold first, then show it, then listen."""
        status = self.supervisor.wake()
        self.face = Face(self._services(), self.words)
        self.face.show_status(status)
        self.supervisor.observers.status.append(self.face.show_status)
        self._listen()
        if status.settings_problems:
            self._announce_problems(status.settings_problems)
        if show_window:
            self.face.show_window()

    def end(self) -> None:
        """Let go of everything and put back what was changed."""
        self._server.close()
        self.supervisor.release()
        self._parts.restore()
        self._parts.journal.close()

    def status(self) -> Status:
        """Return what is so right now."""
        return self.supervisor.status()

    def probes(self) -> tuple[Probe, ...]:
        """Return how each mechanism stands on this machine."""
        return (*self.supervisor.probes(), self._signals.probe(), self._parts.autostart.probe())

    def restore(self) -> RestoreSummary:
        """Put everything back, then make the plan hold again: the app goes on."""
        summary = self._parts.restore()
        self._parts.journal.record(Event(self._parts.clock.now(), EventKind.RESTORED, {"restored": summary.restored}))
        self.supervisor.wake()
        return summary

    def show_window(self) -> None:
        """Show the small window."""
        self.face.show_window()

    def quit(self) -> None:
        """End the app once the present event is handled; unlike Qt's ``quit``, no window can veto it."""
        self.main_thread.post(self._application.exit)

    def _services(self) -> Services:
        return Services(
            control=self.control,
            status=self.status,
            waiting_room=self._waiting_room,
            networks=self._networks,
            settings=self._parts.settings_store,
            autostart=self._parts.autostart,
            probes=self.probes,
            quit=self.quit,
            settings_file=self._parts.settings_file,
        )

    def _listen(self) -> None:
        self._server.start()
        self._settings_watch = SettingsWatch(self._parts.settings_file, (self._parts.paths.networks_folder,))
        self._settings_watch.start(self._settings_changed)
        self._signals = SystemSignals(self._wake)
        self._appearance = Appearance(self.face.set_motion_reduced)
        self._tray_host = TrayHost(self.face.set_tray_available)
        self._quit_signals = QuitSignals(self._application.exit)

    def _wake(self) -> None:
        self.supervisor.wake()

    def _settings_changed(self) -> None:
        before = self.words
        self.supervisor.settings_changed()
        self.words = words_for(self.supervisor.rules.settings)
        if (self.words.language, self.words.is_12_hour) != (before.language, before.is_12_hour):
            self.face.set_words(self.words)

    def _networks(self) -> Mapping[str, Network]:
        return {network.id: network for network in self.supervisor.rules.networks}

    def _announce_digest(self, digest: Digest) -> None:
        names = {network.id: network.name for network in self.supervisor.rules.networks}
        title, body = phrases.digest(self.words, digest.counts, names)
        notice = Notice(title, body, self.words.text("Read the list"), replaces="digest")
        self._announcer.announce(notice, self._show_waiting_list)

    def _show_waiting_list(self) -> None:
        self.face.show_waiting_list()

    def _announce_problems(self, problems: tuple[SettingsProblem, ...]) -> None:
        if not problems:
            self._announcer.announce(Notice(self.words.text("Your settings hold again."), replaces="settings"))
            return
        first = problems[0]
        body = self.words.text(
            "{place}: {what} Until it is mended, the last good settings stay in force.",
            place=first.place or first.file,
            what=first.message,
        )
        title = self.words.text("Your settings file does not hold")
        self._announcer.announce(Notice(title, body, replaces="settings"))

    def _prepare_settings(self) -> None:
        """Give a first start its settings file, and an older one today's shape; neither is a reason not to start."""
        store = self._parts.settings_store
        try:
            if not os.path.lexists(self._parts.settings_file):
                store.write({})
            elif kept := store.migrate_file():
                log.info("The settings are of today's version now; the old file is kept as %s", kept)
        except RideauError as error:
            log.warning("The settings file stays as it is: %s", error)

    def _restore_at_start(self) -> None:
        try:
            summary = self._parts.restore()
        except RideauError:
            log.exception("What an earlier run left could not be put back")
            return
        if summary != RestoreSummary():
            log.info("Put back after an earlier run: %s", summary)


def _log_unexpected(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
    log.critical("Something unexpected happened; Rideau goes on", exc_info=(kind, error, at))
