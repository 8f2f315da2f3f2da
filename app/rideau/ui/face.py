# SPDX-License-Identifier: MIT
"""What does a person see of Rideau, and where does what they ask go? Tray and windows, and the services behind them.

Windows are imported and built when they are first asked for: start-up is measured against a bare tray icon, and most
days nobody opens one.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rideau.domain.app import Doorway
from rideau.domain.error import RideauError
from rideau.domain.settings import LockLevel
from rideau.ports.settings_window import SettingsPage
from rideau.services.lock import open_refusal
from rideau.services.status import Status
from rideau.ui.dialogs import Dialogs
from rideau.ui.door_stand import DoorStand
from rideau.ui.face_services import Services
from rideau.ui.present import Act, View, asks_for_reason, remaining, view_of
from rideau.ui.settings_place import page_of
from rideau.ui.tray import Tray
from rideau.ui.window_stand import WindowStand
from rideau.wording.words import Words

if TYPE_CHECKING:
    from rideau.ui.key_row import Keys
    from rideau.ui.present_apps import Wanted
    from rideau.ui.small_window import SmallWindow

MINUTE_MS = 60_000
_WINDOWS = {
    Act.WIND_DOWN: SettingsPage.EVENING,
    Act.KEEP_WIN: SettingsPage.WINS,
    Act.PLACES: SettingsPage.HELP,
}
"""What is shown in a small window of its own."""


class Face:
    """Show the present moment in tray and windows, and pass on what is asked (``ui.ask.Asks``). Main thread only."""

    def __init__(self, services: Services, words: Words) -> None:
        """Build the tray; nothing is seen before ``show_status`` and ``set_tray_available``."""
        self._services = services
        self._words = words
        self._status: Status | None = None
        self._view: View | None = None
        self._dialogs = Dialogs(self._gone)
        self._stand = WindowStand(self, self._fill, self._gone)
        self._has_passphrase = False
        self._tray = Tray(self)
        self._door = DoorStand(services, self._keys, self._tray.menu.show_door)
        self._next_minute = QTimer(singleShot=True)
        self._next_minute.timeout.connect(self._minute_passed)
        QGuiApplication.setQuitOnLastWindowClosed(False)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - windows without an application: a mistake of ours
        application.paletteChanged.connect(self._scheme_changed)

    @property
    def window(self) -> "SmallWindow | None":
        """Return the small window while there is one."""
        return self._stand.window

    # --- told by the app -------------------------------------------------------------------------------------------

    def show_status(self, status: Status) -> None:
        """Show ``status`` wherever something is shown. Called at every change."""
        self._status = status
        self._services.settings_window.tell_held(tuple(self._words.say(each) for each in status.held))
        view = view_of(status, self._words, has_passphrase=self._has_passphrase)
        left = remaining(status)
        if view != self._view:
            self._view = view
            self._tray.show(view, self._words, left)
        else:
            self._tray.show_remaining(view.phase, left)
        if self._stand.is_seen and self.window is not None:
            self._fill(self.window)
        self._time_count_down(left)

    def show_doorway(self, doorway: Doorway) -> None:
        """Show what stands at the door, without taking the keyboard from anybody. Called at every change."""
        if self._door.is_idle(doorway):
            return
        status = self._services.status()
        if self._door.is_stopped_anew(doorway):
            self._has_passphrase = self._asks_for_passphrase(status)
        self._door.show(doorway, status, self._words, has_passphrase=self._has_passphrase)

    def show_last_tip(self, *, is_there: bool) -> None:
        """Offer to show the last tip again, once there is one."""
        self._tray.menu.show_last_tip(is_there=is_there)

    def set_words(self, words: Words) -> None:
        """Go on in another language, at once and everywhere."""
        self._words = words
        self._view = None
        self.show_status(self._status or self._services.status())
        self._door.say_anew(self._services.status(), words, has_passphrase=self._has_passphrase)

    def set_tray_available(self, is_available: bool) -> None:  # noqa: FBT001 - it is what a tray host's watcher reports
        """Take note that there is a panel for the icon, or none: then the small window stands in for it."""
        if is_available or QGuiApplication.platformName() != "wayland":
            self._tray.offer()  # on X11 before there is a panel, too: Qt then puts the icon into one that comes late
        self._stand.stand_in(on=not is_available)

    def set_motion_reduced(self, is_reduced: bool) -> None:  # noqa: FBT001 - it is what the desktop's settings report
        """Take note whether the person wants things to move."""
        self._stand.set_motion_reduced(is_reduced=is_reduced)
        self._door.set_motion_reduced(is_reduced=is_reduced)

    def close(self) -> None:
        """Take everything off the screen."""
        self._next_minute.stop()
        self._dialogs.close()
        self._stand.close()
        self._door.close()
        self._tray.withdraw()

    def say_error(self, error: RideauError) -> None:
        """Say what went wrong and what to do about it."""
        from rideau.ui.error_dialog import ErrorDialog  # noqa: PLC0415 - built when first asked for

        self._dialogs.show_anew("error", lambda: ErrorDialog(error, self._words))

    # --- asked by the person ---------------------------------------------------------------------------------------

    def act(self, act: Act) -> None:
        """Close, resume, ask for an opening, or stop, rest or go on with focus."""
        control = self._services.control
        asked_of_control = {
            Act.CLOSE: control.close,
            Act.RESUME: control.resume,
            Act.STOP_FOCUS: control.stop_focus,
            Act.PAUSE_FOCUS: control.pause_focus,
            Act.RESUME_FOCUS: control.resume_focus,
        }
        if act is Act.OPEN:
            self.show_open_dialog()
        elif act is Act.SHOW_TIP:
            self._services.show_last_tip()
        elif act in _WINDOWS:
            self._services.settings_window.show(_WINDOWS[act])
        elif act in asked_of_control:
            self._try(asked_of_control[act])

    def open_for(self, minutes: int) -> None:
        """Open for ``minutes``, or ask first what for where the lock level wants to know."""
        if asks_for_reason(self._services.status()):
            self.show_open_dialog(minutes)
        else:
            reason = self._words.text("From the menu")
            self._try(lambda: self._services.control.open(timedelta(minutes=minutes), reason))

    def focus(self, minutes: int) -> None:
        """Start a focus session of ``minutes``."""
        self._try(lambda: self._services.control.focus(timedelta(minutes=minutes)))

    def refresh(self) -> None:
        """Show what is so by now; what is withheld is counted without anybody being told."""
        self.show_status(self._services.status())

    def show_window(self) -> None:
        """Show the small window in front."""
        self._has_passphrase = self._asks_for_passphrase(self._services.status())
        self.refresh()
        self._stand.show()

    def toggle_window(self) -> None:
        """Show the small window, or put it away where it is already looked at."""
        if not self._stand.is_seen:
            self._has_passphrase = self._asks_for_passphrase(self._services.status())
            self.refresh()
        self._stand.toggle()

    def show_open_dialog(self, minutes: int | None = None) -> None:
        """Ask for how long and for what the shop is to open, ``minutes`` to begin with."""
        from rideau.ui.open_dialog import OpenDialog  # noqa: PLC0415 - built when first asked for
        from rideau.ui.present_apps import key_view  # noqa: PLC0415 - as above

        status = self._services.status()
        has_passphrase = self._asks_for_passphrase(status)
        view = key_view(status, self._words, has_passphrase=has_passphrase)
        if view is not None:
            dialog = self._dialogs.show("open", lambda: OpenDialog(self._words, self._keys(), view))
            if minutes is not None and isinstance(dialog, OpenDialog):
                dialog.choose(minutes)
        elif refusal := open_refusal(status):
            self.say_error(refusal)

    def show_door(self) -> None:
        """Show again what stands at the door: the curtain, the countdown, the offer to bring back."""
        self._door.show_again()

    def show_waiting_list(self) -> None:
        """Show what waited."""
        from rideau.ui.waiting_list import Waited, WaitingList  # noqa: PLC0415 - built when first asked for

        status = self._services.status()
        waited = Waited(self._services.waiting_room.items(), self._services.networks(), status)
        self._dialogs.show_anew("waiting", lambda: WaitingList(waited, self._words, self._clear_waiting))

    def show_settings(self, page: SettingsPage | None = None) -> None:
        """Show the settings, at ``page`` or where the person was last; of a file that does not hold, what does not."""
        problems = self._services.status().settings_problems
        if page is None and problems:
            page = next((found for each in problems if (found := page_of(each.place))), None)
        self._services.settings_window.show(page)

    def quit(self) -> None:
        """Leave, putting everything back first; while something is kept closed, after the wait of a key."""
        from rideau.ui.leave_dialog import LeaveDialog  # noqa: PLC0415 - where leaving takes a wait

        control = self._services.control
        try:
            turn = control.leave().key
        except RideauError as error:
            self.say_error(error)
            return
        if turn is None:
            self._services.quit()
            return
        if "leave" not in self._dialogs:
            dialog = self._dialogs.show("leave", lambda: LeaveDialog(self._words, turn, control.call_off))
            dialog.accepted.connect(lambda: self._leave(turn.id))

    # --- inside ----------------------------------------------------------------------------------------------------

    def _try(self, ask: Callable[[], Status]) -> None:
        try:
            self.show_status(ask())
        except RideauError as error:
            self.say_error(error)

    def _open(self, wanted: "Wanted") -> Status:
        status = self._services.control.open(wanted.duration, wanted.reason, wanted.key, wanted.passphrase)
        self.show_status(status)
        return status

    def _keys(self) -> "Keys":
        from rideau.ui.key_row import Keys  # noqa: PLC0415 - where a key is asked for

        return Keys(self._open, self._services.control.call_off)

    def _asks_for_passphrase(self, status: Status) -> bool:
        """Tell whether a passphrase is the key now; the keyring is asked only where it could be."""
        if status.lock_level is not LockLevel.LOCKED or status.interval.phase.is_open:
            return False
        try:
            return self._services.control.has_passphrase()
        except RideauError:
            return False  # the keyring does not answer: no passphrase can be checked

    def _leave(self, key: str) -> None:
        try:
            self._services.control.leave(key)
        except RideauError as error:
            self.say_error(error)
        else:
            self._services.quit()

    def _clear_waiting(self) -> None:
        self._services.waiting_room.clear(self._services.status().at)
        self.show_status(self._services.status())

    def _fill(self, window: "SmallWindow") -> None:
        """Show the moment in the small window, with the week around it."""
        from rideau.ui.present_week import week_bounds, week_view  # noqa: PLC0415 - only the small window needs it

        status = self._status or self._services.status()
        view = self._view or view_of(status, self._words, has_passphrase=self._has_passphrase)
        intervals = self._services.intervals(*week_bounds(status.at, status.zone))
        window.show_view(view, self._words)
        window.show_week(week_view(intervals, status, self._words), self._words)

    def _gone(self) -> None:
        QTimer.singleShot(0, self._services.give_back)  # once Qt has deleted it

    def _scheme_changed(self) -> None:
        from rideau.ui.widgets import dress  # noqa: PLC0415 - only windows need it

        seen: tuple[QWidget | None, ...] = (self.window, *self._dialogs.values())
        for window in seen:
            if window is not None:
                dress(window)
                window.update()
        self._door.dress()

    def _time_count_down(self, left: float | None) -> None:
        """Redraw a count-down once a minute; in phases without one no timer runs."""
        if left is None:
            self._next_minute.stop()
        elif not self._next_minute.isActive():
            self._next_minute.start(MINUTE_MS)

    def _minute_passed(self) -> None:
        self.show_status(self._services.status())
