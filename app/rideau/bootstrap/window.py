# SPDX-License-Identifier: MIT
"""How is the process of the settings window put together? It opens within 300 ms and leaves nothing behind.

Whatever the first page does not need is loaded when it is asked for.
"""

import gc
import logging
import os
import sys
import threading
from functools import partial
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from rideau.adapters.log_file import log_to
from rideau.adapters.qt.appearance import Appearance, wear
from rideau.adapters.qt.main_thread import MainThread
from rideau.adapters.qt.worker import ThreadWorker
from rideau.bootstrap.late import late
from rideau.bootstrap.parts import Offline, words_for
from rideau.domain.error import RideauError
from rideau.ports.settings_window import FINISHED, Opening, SettingsPage
from rideau.services.settings_desk import DeskState, SettingsDesk
from rideau.ui.settings.page import PageServices
from rideau.ui.settings.window import PAGES, SettingsWindow
from rideau.ui.undisturbed import Undisturbed

if TYPE_CHECKING:
    from rideau.adapters.qt.settings_watch import SettingsWatch
    from rideau.adapters.qt.window_orders import WindowOrders
    from rideau.domain.app import InstalledApp
    from rideau.domain.text import Text
    from rideau.ports.archive import Archive
    from rideau.ports.audit_guides import AuditGuides
    from rideau.ports.machine import Machine
    from rideau.ui.assistant.assistant import Assistant
    from rideau.wording.browser_listing import BrowserStand

log = logging.getLogger(__name__)
UNSEEN_MS = 3000
"""A window that nobody sees, on another workspace, listens after this all the same."""
GEOMETRY, PAGE = "window/geometry", "window/page"


def run(parts: Offline, opening: Opening) -> int:
    """Show the window until it is closed; return its exit code."""
    log_to(parts.paths.log_folder, logging.INFO)
    sys.excepthook = _log_unexpected
    threading.excepthook = _log_unexpected_elsewhere
    os.environ.setdefault("QT_QPA_PLATFORMTHEME", "generic")  # as the tray: our look is ours, and GTK costs 30 ms
    application = QApplication([sys.argv[0]])
    application.setApplicationName("rideau")
    application.setApplicationDisplayName("Rideau")
    application.setDesktopFileName("rideau")
    application.setQuitOnLastWindowClosed(False)
    process = WindowProcess(parts, application)
    process.begin(opening)
    return application.exec()


class WindowProcess:
    """Hold the parts of the window's process. Main thread only."""

    def __init__(self, parts: Offline, application: QApplication) -> None:
        """Read the settings, and learn to say things in their language."""
        self.parts = parts
        self._application = application
        self._translator: QTranslator | None = None
        self.main_thread = MainThread()
        self._memory = QSettings(str(parts.paths.state / "window.ini"), QSettings.Format.IniFormat)
        self.desk = SettingsDesk(parts.settings_store)
        self.words = words_for(self.desk.settings)
        self._speak_as_qt()
        self.desk.observers.append(self._follow_language)
        self.worker = ThreadWorker(self.main_thread)
        self._archive = _WatchedArchive(late(lambda: parts.archive))
        self.services = self._services()
        self._window: SettingsWindow | None = None
        self._assistant: Assistant | None = None
        self._is_motion_reduced = False
        self._held: tuple[str, ...] = ()
        self._is_led = False
        self._code = 0
        self._orders: WindowOrders | None = None
        self._watch: SettingsWatch | None = None
        self._appearance: Appearance | None = None

    def begin(self, opening: Opening) -> None:
        """Show the page; once it is seen, listen to files, the desktop and orders."""
        if opening.is_dark:
            wear(dark=True)
        self._is_led = opening.is_led
        self._show(opening.page, "")
        if self._window is not None:
            self._window.on_seen = self._listen
            QTimer.singleShot(UNSEEN_MS, self._listen)
        else:
            self.main_thread.post(self._listen)

    def _services(self) -> PageServices:
        return PageServices(
            desk=self.desk,
            sources=self.parts.sources,
            worker=self.worker,
            machine=late(self._machine),
            autostart=self.parts.autostart,
            apps=_installed_apps,
            browsers=self._browsers,
            open_url=_open_url,
            settings_file=self.parts.settings_file,
            audit_guides=late(_guides),
            archive=cast("Archive", self._archive),
            to_ascii=_to_ascii,
            has_passphrase=_has_passphrase,
            overrides=self.parts.overrides.load,
            end=self._end,
        )

    def _machine(self) -> "Machine":
        from rideau.bootstrap.machine import machine_of  # noqa: PLC0415 - one page asks for it

        return machine_of(self.parts, self.words)

    # --- windows ---------------------------------------------------------------------------------------------------

    def _show(self, page: SettingsPage | None, token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from here with the next activation
        if page is SettingsPage.ASSISTANT:
            self._show_assistant()
        else:
            self._show_window(page)

    def _show_window(self, page: SettingsPage | None) -> None:
        if self._window is None:
            made = self._window = SettingsWindow(self.services, self.words, page or self._last_page())
            self._rebuilding = Undisturbed(made, self._rebuild)
            made.on_closed = self._closed
            made.on_assistant = self._show_assistant
            geometry = self._memory.value(GEOMETRY)
            if geometry is not None:
                made.restoreGeometry(geometry)
            made.say_held(self._held)
        elif page is not None:
            self._window.show_page(page)
        self._window.appear()

    def _last_page(self) -> SettingsPage:
        found = str(self._memory.value(PAGE, ""))
        return next((each for each in PAGES if each == found), SettingsPage.HOURS)

    def _show_assistant(self) -> None:
        if self._assistant is None:
            from rideau.bootstrap.assistant import new_assistant  # noqa: PLC0415 - rarely asked for again

            self._assistant = new_assistant(self.services, self.words)
            self._assistant.set_motion_reduced(is_reduced=self._is_motion_reduced)
            self._assistant.over.connect(self._assistant_over)
            self._assistant.destroyed.connect(self._assistant_gone)
        self._assistant.show()
        self._assistant.raise_()
        self._assistant.activateWindow()

    def _assistant_over(self, is_finished: bool) -> None:  # noqa: FBT001 - what Qt tells
        self._code = FINISHED if is_finished and self._is_led else 0

    def _assistant_gone(self) -> None:
        self._assistant = None
        if self._window is None:
            self._end()

    def _closed(self) -> None:
        if self._window is not None and not self._archive.is_erasing:
            self.desk.reload()  # what a full disk refused is tried once more
            self._memory.setValue(GEOMETRY, self._window.saveGeometry())
            self._memory.setValue(PAGE, str(self._window.page))
            self._memory.sync()
        if self._assistant is None:
            self._end()
        else:
            self._window = None

    def _end(self) -> None:
        self.worker.close()
        end = partial(self._application.exit, self._code)  # unlike Qt's ``quit``, no window can veto it
        self.main_thread.post(end)

    # --- told from outside -----------------------------------------------------------------------------------------

    def _listen(self) -> None:
        if self._watch is not None:
            return
        self.worker.begin()
        from rideau.adapters.qt.quit_signals import QuitSignals  # noqa: PLC0415 - once the window is there
        from rideau.adapters.qt.settings_watch import SettingsWatch  # noqa: PLC0415 - as above

        self._appearance = Appearance(self._motion_asked_for)
        self._watch = SettingsWatch(self.parts.settings_file, (self.parts.paths.networks_folder,))
        self._watch.start(self.desk.reload)
        self._quit_signals = QuitSignals(self._end_at_once)
        if self._is_led:
            from rideau.adapters.qt.window_orders import Heard, WindowOrders  # noqa: PLC0415 - as above

            self._orders = WindowOrders(Heard(self._show, self._say_held, self._end_at_once))
        self.worker.run(partial(import_module, "tomlkit"), _forget)  # 30 ms that the first change would wait for
        gc.enable()

    def _motion_asked_for(self, is_reduced: bool) -> None:  # noqa: FBT001 - it is what the desktop's settings report
        self._is_motion_reduced = is_reduced
        if self._assistant is not None:
            self._assistant.set_motion_reduced(is_reduced=is_reduced)

    def _say_held(self, sentences: tuple[str, ...]) -> None:
        self._held = sentences
        if self._window is not None:
            self._window.say_held(sentences)

    def _end_at_once(self) -> None:
        if self._window is not None:
            self._window.close()
        if self._assistant is not None:
            self._assistant.skip()  # nobody said that it is finished
        self._end()

    # --- language --------------------------------------------------------------------------------------------------

    def _follow_language(self, state: DeskState) -> None:
        words = words_for(state.settings)
        if words.language == self.words.language:
            return
        self.words = words
        self.services = self._services()
        self._speak_as_qt()
        if self._window is not None:
            QTimer.singleShot(0, self._window, self._rebuilding.do)  # the control that asked for it is still at work

    def _rebuild(self) -> None:
        if self._window is not None:
            self._window.set_words(self.words, self.services)

    def _speak_as_qt(self) -> None:
        """Have Qt's own menus and dialogs, its dates and its reading direction follow the language."""
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(f"qtbase_{self.words.language}", folder):
            self._application.installTranslator(self._translator)
        system = QLocale.system()
        wanted = QLocale(self.words.language)
        QLocale.setDefault(system if system.language() == wanted.language() else wanted)

    def _browsers(self) -> "tuple[BrowserStand, ...]":
        found: tuple[BrowserStand, ...] = ()
        if sys.platform == "linux":
            from rideau.bootstrap.browsers import browser_stands  # noqa: PLC0415 - one page asks for it

            found = browser_stands(self.parts)
        return found


def _forget(_: object) -> None:
    """Need nothing of it: it is only to be there."""


class _WatchedArchive:
    """Pass everything on, and know whether all is being erased: nothing may be written to the folders then."""

    def __init__(self, archive: "Archive") -> None:
        self._archive = archive
        self.is_erasing = False

    def __getattr__(self, name: str) -> object:
        return getattr(self._archive, name)

    def erase(self) -> "tuple[Text, ...]":
        self.is_erasing = True
        try:
            return self._archive.erase()
        except RideauError:
            self.is_erasing = False
            raise


def _guides() -> "AuditGuides":
    from rideau.adapters.audit_files import AuditFiles  # noqa: PLC0415 - where the audit is looked at
    from rideau.adapters.resources import resources_folder  # noqa: PLC0415 - as above

    return AuditFiles(resources_folder() / "audit")


def _has_passphrase() -> bool:
    """Ask the keyring here: asked by the tray it would leave 8 MB there."""
    from rideau.adapters.passphrase_keyring import KeyringSecret  # noqa: PLC0415 - where the lock is on

    return bool(KeyringSecret().load())


def _to_ascii(name: str) -> str:
    from rideau.adapters.idna_names import to_ascii  # noqa: PLC0415 - where an address is typed

    return to_ascii(name)


def _installed_apps() -> "tuple[InstalledApp, ...]":
    found: tuple[InstalledApp, ...] = ()
    if sys.platform == "linux":
        from rideau.adapters.linux.apps.inventory import LinuxInventory  # noqa: PLC0415 - one page asks for it

        found = tuple(LinuxInventory(os.environ).apps())
    return found


def _open_url(address: str) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - where something is opened
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - as above

    QDesktopServices.openUrl(QUrl.fromUserInput(address))


def _log_unexpected(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
    log.critical("Something unexpected happened", exc_info=(kind, error, at))


def _log_unexpected_elsewhere(what: threading.ExceptHookArgs) -> None:
    log.critical("Something unexpected ended a thread", exc_info=what.exc_value)
