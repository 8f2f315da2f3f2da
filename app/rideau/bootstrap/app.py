# SPDX-License-Identifier: MIT
"""How is the tray process put together, started and ended?

The icon comes first; whatever else is loaded (``rideau.bootstrap.listening``) comes once the event loop runs.
"""

import gc
import logging
import os
import socket
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from rideau.adapters.clock import SystemTime
from rideau.adapters.qt.main_thread import MainThread
from rideau.adapters.qt.tray_host import TrayHost
from rideau.adapters.qt.wake_up import new_wake_up
from rideau.bootstrap.application import new_application
from rideau.bootstrap.doorbell import Doorbell
from rideau.bootstrap.parts import Offline, enforcers, new_keys, words_for
from rideau.bootstrap.settings_window import LateSettingsWindow
from rideau.domain.error import RideauError
from rideau.domain.network import Network
from rideau.domain.probe import Probe
from rideau.domain.waiting import Waiting
from rideau.ports.desktop import Notice
from rideau.ports.settings_window import SettingsPage
from rideau.ports.state import Event, EventKind
from rideau.services.control import Control
from rideau.services.first_start import end_once_said
from rideau.services.in_force import InForce
from rideau.services.lock import has_to_wait
from rideau.services.restoration import RestoreSummary
from rideau.services.status import Status
from rideau.services.supervisor import Ports, Supervisor
from rideau.services.trusted_clock import TrustedClock
from rideau.services.waiting_room import WaitingRoom
from rideau.ui.face import Face
from rideau.ui.face_services import Services

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from rideau.bootstrap.check_ins import CheckInOffers
    from rideau.bootstrap.entrance import Entrance
    from rideau.bootstrap.evenings import Evenings
    from rideau.bootstrap.listening import Listening
    from rideau.bootstrap.reminding import Reminding
    from rideau.domain.phase import Interval
    from rideau.ports.enforcer import Enforcer
    from rideau.services.sensing import Sensing

log = logging.getLogger(__name__)

PIXMAPS_KB = 256
"""Qt keeps every icon that ever was in the panel, 38 KB each minute of a count-down, until it has 10 MB of them."""
TELLING_MS = 500
"""A burst of withheld notifications changes the count shown once, not once each."""


def run(parts: Offline, listener: socket.socket) -> int:
    """Run the tray app until it quits; return its exit code. The display and the one instance were seen to before."""
    application = new_application(parts.paths)
    QPixmapCache.setCacheLimit(PIXMAPS_KB)
    desk = TrayProcess(parts, application)
    desk.main_thread.post(lambda: desk.begin(listener))
    try:
        return application.exec()
    finally:
        desk.end()


class TrayProcess:
    """Hold the parts of the running app; what the socket lets a command do is done here. Main thread only."""

    def __init__(self, parts: Offline, application: QApplication) -> None:
        """Put together what the icon needs, and show it; nothing is enforced before ``begin``."""
        self.parts = parts
        self.main_thread = MainThread()
        self._application = application
        self._is_left_to_keeper = False
        self._listening: Listening | None = None
        self.reminding: Reminding | None = None
        self.evenings: Evenings | None = None
        self._check_ins: CheckInOffers | None = None
        self._entrance: Entrance | None = None
        self._doorbell = Doorbell()
        self.settings_window = LateSettingsWindow(parts.config, self._say_error)
        self._telling = QTimer(singleShot=True, interval=TELLING_MS)
        self._telling.timeout.connect(self._tell)
        self._waiting_room = WaitingRoom(parts.journal)
        self._wake_up = new_wake_up(parts.clock, self.wake)
        self._clock = clock = TrustedClock(parts.clock, SystemTime())
        sources = parts.sources._replace(clock=clock)
        ports = Ports(
            sources,
            parts.settings_store,
            parts.overrides,
            parts.journal,
            self._wake_up,
            lambda: enforcers(parts, self._hold, self._closed_doors()),
            InForce(
                parts.in_force,
                sources,
                parts.journal,
                clock,
                lambda: parts.autostart.is_on(),  # noqa: PLW0108 - loaded once the icon is there
            ),
        )
        self.supervisor = Supervisor(ports, self._waiting_room)
        self.control = Control(self.supervisor, parts.journal, *new_keys(parts.journal))
        self.supervisor.observers.completes.append(self.control.completed)
        self.words = words_for(self.supervisor.rules.settings)
        self.face = Face(self._services(), self.words)
        self.face.show_status(self.supervisor.status())
        self.supervisor.observers.status.append(self.face.show_status)
        self._is_first_start = not os.path.lexists(parts.settings_file)
        self._is_without_panel = False
        self._tray_host = TrayHost(self._panel_found)

    def begin(self, listener: socket.socket) -> None:
        """Put back what an earlier run left, make the plan hold, and listen to commands, files and the system."""
        gc.collect()  # what was left so far gives its room to what is loaded now: 0.4 MB
        from rideau.bootstrap.listening import Listening  # noqa: PLC0415 - the icon comes first

        self._prepare_settings()
        self._restore_after_earlier_run()
        if self._is_first_start:
            from rideau.bootstrap import first_start  # noqa: PLC0415 - at no other start

            first_start.stay_open(self)
        self._listening = Listening(self, listener)
        if self._is_first_start:
            first_start.ask(self)
        self.main_thread.post(self._begin_reminding)
        gc.enable()

    def _begin_reminding(self) -> None:
        """Begin with what nobody waits for: reminders, the evening's ritual, the check-in."""
        from rideau.bootstrap.check_ins import CheckInOffers  # noqa: PLC0415 - as below
        from rideau.bootstrap.evenings import Evenings  # noqa: PLC0415 - the icon, the plan and commands come first
        from rideau.bootstrap.reminding import Reminding  # noqa: PLC0415 - as above

        self.reminding = Reminding(self)
        self.evenings = Evenings(self)
        self._check_ins = CheckInOffers(self, self.reminding)

    def end(self) -> None:
        """Let go of everything and put back what was changed."""
        for each in (self._listening, self._check_ins, self.reminding, self.evenings):
            if each is not None:
                each.close()
        self.settings_window.close()
        if self._entrance is not None:
            self._entrance.close()
        self.supervisor.release(spared=("sites",) if self._is_left_to_keeper else ())
        try:
            if not self._is_left_to_keeper:
                self.parts.restore()
        finally:
            self.parts.journal.close()

    def wake(self) -> None:
        """Make the plan for now hold."""
        self.supervisor.wake()

    def settings_changed(self) -> None:
        """Take up the settings files as they are now, the language too."""
        before = self.words
        self.supervisor.settings_changed()
        end_once_said(self.supervisor, self.supervisor.rules.settings)
        self.words = words_for(self.supervisor.rules.settings)
        if (self.words.language, self.words.is_12_hour) != (before.language, before.is_12_hour):
            self.face.set_words(self.words)

    @cached_property
    def sensing(self) -> "Sensing":
        """Return what senses the desktop, for whoever listens."""
        from rideau.bootstrap.attention import attention_of  # noqa: PLC0415 - where somebody listens
        from rideau.services.sensing import Sensing  # noqa: PLC0415 - as above

        return Sensing(lambda: attention_of(self.main_thread.post))

    def show_tip(self, tip: str = "") -> bool:
        """Show a tip by hand: the last one again, one that fits ``now``, or the one so called; False without one."""
        return self.reminding is not None and self.reminding.show(tip)

    def dismiss_tip(self) -> None:
        """Put the card away."""
        if self.reminding is not None:
            self.reminding.dismiss()

    def attempted(self) -> None:
        """Take note that somebody wanted into a closed site."""
        if self.reminding is not None:
            self.reminding.attempted()

    def networks(self) -> Mapping[str, Network]:
        """Return the networks in force by id."""
        return {network.id: network for network in self.supervisor.networks}

    def status(self) -> Status:
        """Return what is so right now."""
        return self.supervisor.status()

    def probes(self) -> tuple[Probe, ...]:
        """Return how each mechanism stands on this machine."""
        entrance = self._entrance.probes() if self._entrance else ()
        signals = (self._listening.signals.probe(),) if self._listening else ()
        reminders = self.reminding.probes() if self.reminding else ()
        return (*self.supervisor.probes(), *entrance, *signals, *reminders, self.parts.autostart.probe())

    @property
    def proxy_files(self) -> tuple["Path", ...]:
        """Return where the desktop's proxy settings stand, so far as sites are closed by them."""
        return self._entrance.proxy_files if self._entrance else ()

    def look_at_proxy(self) -> None:
        """Make the plan hold again where the desktop's proxy settings changed."""
        if self._entrance is not None:
            self._entrance.look_at_proxy()

    def browsers(self) -> Mapping[str, object]:
        """Return what is known of browsers."""
        return self._entrance.browsers(self.words) if self._entrance else {}

    def restore(self, *, keep_installed: bool) -> RestoreSummary:
        """Put everything back, then make the plan hold again: the app goes on. What was installed stays away."""
        summary = self.parts.restore() if keep_installed else self.parts.restore_everything()
        self.parts.journal.record(Event(self.parts.clock.now(), EventKind.RESTORED, {"restored": summary.restored}))
        self.supervisor.wake()
        return summary

    def first_start_over(self) -> None:
        """Go on as at any start: where there is no panel the small window comes, which stood in the way before."""
        self._is_first_start = False
        if self._is_without_panel:
            self.face.set_tray_available(False)

    def show_window(self) -> None:
        """Show the small window."""
        self.face.show_window()

    def show_settings(self, page: SettingsPage | None) -> None:
        """Show the settings window."""
        self.face.show_settings(page)

    def _say_error(self, error: RideauError) -> None:
        self.face.say_error(error)

    def quit(self) -> None:
        """End the app once the present event is handled; unlike Qt's ``quit``, no window can veto it."""
        if self._entrance is not None:
            self._entrance.announce_end()
        self.main_thread.post(self._application.exit)

    def told_to_end(self) -> None:
        """End upon a signal: for good, or, while something is kept closed, as after a crash.

        The keeper starts Rideau again then; where it cannot, because the session is over, it puts everything back.
        """
        self._is_left_to_keeper = self._entrance is not None and self._entrance.is_kept and has_to_wait(self.status())
        if self._is_left_to_keeper:
            self.main_thread.post(self._application.exit)
        else:
            self.quit()

    def _panel_found(self, is_there: bool) -> None:  # noqa: FBT001 - as the watcher of panels reports it
        self._is_without_panel = not is_there
        if is_there or not self._is_first_start:
            self.face.set_tray_available(is_there)

    def _hold(self, waiting: Waiting) -> None:
        """Keep what was withheld, and have the count shown; called on the watching thread."""
        self.parts.journal.hold(waiting)
        self.main_thread.post(self._tell_soon)

    def _tell_soon(self) -> None:
        if not self._telling.isActive():
            self._telling.start()

    def _tell(self) -> None:
        self.face.show_status(self.status())

    def _closed_doors(self) -> tuple["Enforcer", ...]:
        """Return what closes sites, and what mutes and closes apps; loaded with the first plan, after the icon."""
        from rideau.bootstrap.entrance import Entrance  # noqa: PLC0415 - see above

        self._entrance = Entrance(self, self._clock, self._doorbell)
        return self._entrance.enforcers

    def enter(self, network: str, wish: str) -> Status:
        """Go into ``network`` after a breath; raises UsageError where none opens it."""
        if self._entrance is not None:
            self._entrance.enter(network, wish)
        return self.status()

    @property
    def listening(self) -> "Listening":
        """Return what the running app listens to; only once it has begun."""
        assert self._listening is not None  # noqa: S101 - a mistake of ours
        return self._listening

    def say(self, notice: Notice, on_action: Callable[[], None] | None = None) -> None:
        """Show ``notice`` as a notification of Rideau's own; ``on_action`` is called when its button is pressed."""
        if self._listening is not None:
            self._listening.say(notice, on_action)

    def _services(self) -> Services:
        return Services(
            control=self.control,
            status=self.status,
            waiting_room=self._waiting_room,
            networks=self.networks,
            quit=self.quit,
            settings_window=self.settings_window,
            apps=self._doorbell,
            is_composited=_is_composited,
            intervals=self._intervals,
            give_back=_give_back,
            show_last_tip=self.show_tip,
        )

    def _intervals(self, start: "datetime", end: "datetime") -> tuple["Interval", ...]:
        """Return what the schedule in force says of a stretch of time."""
        return self.supervisor.rules.schedule.intervals(start, end)

    def _prepare_settings(self) -> None:
        """Give a first start its settings file, and an older one today's shape; neither is a reason not to start."""
        store = self.parts.settings_store
        try:
            if self._is_first_start:
                store.write({})
            elif kept := store.migrate_file():
                log.info("The settings are of today's version now; the old file is kept as %s", kept)
        except RideauError as error:
            log.warning("The settings file stays as it is: %s", error)

    def _restore_after_earlier_run(self) -> None:
        try:
            summary = self.parts.restore_after_earlier_run()
        except RideauError:
            log.exception("What an earlier run left could not be put back")
            return
        if summary != RestoreSummary():
            log.info("Put back after an earlier run: %s", summary)


def _give_back() -> None:
    from rideau.adapters.memory import give_back  # noqa: PLC0415 - once a window was closed

    give_back()


def _is_composited() -> bool:
    from rideau.adapters.qt.compositing import is_composited  # noqa: PLC0415 - where a window is shown

    return is_composited()
