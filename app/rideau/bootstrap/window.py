# SPDX-License-Identifier: MIT
"""How is the process of the settings window put together? It opens within 300 ms and leaves nothing behind.

Whatever the first page does not need is loaded when it is asked for.
"""

import gc
import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from rideau.adapters.atomic_file import make_private_folder
from rideau.adapters.qt.appearance import Appearance, is_dark_asked_for, wear
from rideau.adapters.qt.main_thread import MainThread
from rideau.adapters.qt.worker import ThreadWorker
from rideau.bootstrap.application import new_application
from rideau.bootstrap.page_services import page_services
from rideau.bootstrap.parts import Offline, words_for
from rideau.domain.error import RideauError
from rideau.domain.text import Text
from rideau.ports.settings_window import FINISHED, Opening, SettingsPage
from rideau.services.settings_desk import DeskState, SettingsDesk
from rideau.ui.settings.page import PageServices
from rideau.ui.settings.window import PAGES, SettingsWindow
from rideau.ui.undisturbed import Undisturbed

if TYPE_CHECKING:
    from pathlib import Path

    from rideau.adapters.qt.settings_watch import SettingsWatch
    from rideau.adapters.qt.window_orders import WindowOrders
    from rideau.ui.assistant.assistant import Assistant

UNSEEN_MS = 3000
"""A window that nobody sees, on another workspace, listens after this all the same."""
GEOMETRY, PAGE = "window/geometry", "window/page"
LONE_WINDOWS = {
    SettingsPage.EVENING: "evening_window",
    SettingsPage.MORNING: "morning_window",
    SettingsPage.CHECK_IN: "check_in_window",
    SettingsPage.HELP: "help_window",
    SettingsPage.WINS: "wins_window",
}
"""Small windows of their own, by the module of this package that puts each together."""
KEPT_AS_ONE_GOES = frozenset({SettingsPage.EVENING, SettingsPage.MORNING, SettingsPage.HELP})
"""Where nothing is lost when they are built anew. What is half said in the others is kept nowhere before it is meant,
so those stay in their language until they are closed."""


class LoneWindows(Protocol):
    """Be such a module."""

    def new_window(self, process: "WindowProcess") -> QWidget:
        """Return a window that acts through what ``process`` has; it is shown by its caller, and closes itself."""
        ...


def run(parts: Offline, opening: Opening) -> int:
    """Show the window until it is closed; return its exit code."""
    application = new_application(parts.paths)
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
        self.worker = ThreadWorker(self.main_thread, _mistake(parts.paths.log_folder))
        self.is_erasing = False
        self.services = self._services()
        self._window: SettingsWindow | None = None
        self._assistant: Assistant | None = None
        self._lone: dict[SettingsPage, QWidget] = {}
        self.is_motion_reduced = self._is_dark = False
        self._held: tuple[str, ...] = ()
        self._is_led = False
        self._code = 0
        self._orders: WindowOrders | None = None
        self._watch: SettingsWatch | None = None
        self._appearance: Appearance | None = None

    def begin(self, opening: Opening) -> None:
        """Show the page; once it is seen, listen to files, the desktop and orders."""
        self._is_dark = opening.is_dark if opening.is_led else is_dark_asked_for()  # the tray knows already
        if self._is_dark:
            wear(dark=True)
        self._is_led = opening.is_led
        if opening.is_quiet and opening.page is not None:
            self._offer(opening.page)
        else:
            self._show(opening.page, "")
        if self._window is not None:
            self._window.on_seen = self._listen
            QTimer.singleShot(UNSEEN_MS, self._listen)
        else:
            self.main_thread.post(self._listen)

    def _services(self) -> PageServices:
        made = page_services(self.parts, self.words, self.desk, self.worker, self._mind_erasing)
        return made._replace(end=self._end)

    def _mind_erasing(self, erase: Callable[[], tuple[Text, ...]]) -> tuple[Text, ...]:
        """Write nothing to the folders while ``erase`` empties them, nor after it did."""
        self.is_erasing = True
        try:
            return erase()
        except RideauError:
            self.is_erasing = False
            raise

    # --- windows ---------------------------------------------------------------------------------------------------

    def show(self, page: SettingsPage) -> None:
        """Show a page or a small window beside the one that asks."""
        self._show(page, "")

    def _show(self, page: SettingsPage | None, token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from here with the next activation
        if page is SettingsPage.ASSISTANT:
            self._show_assistant()
        elif page in LONE_WINDOWS:
            made = self._lone_window(page)
            made.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)  # noqa: FBT003 - Qt's own words
            made.show()
            made.raise_()
            made.activateWindow()
        else:
            self._show_window(page)

    def _offer(self, page: SettingsPage) -> None:
        """Show a small window without taking the keyboard from anybody; one that is there stays as it is."""
        if page in LONE_WINDOWS and page not in self._lone:
            made = self._lone_window(page)
            made.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            made.show()
        self._end_unless_seen()

    def _lone_window(self, page: SettingsPage) -> QWidget:
        return self._lone.get(page) or self._new_lone_window(page)

    def _new_lone_window(self, page: SettingsPage) -> QWidget:
        module = cast("LoneWindows", import_module(f"rideau.bootstrap.{LONE_WINDOWS[page]}"))
        made = self._lone[page] = module.new_window(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.destroyed.connect(lambda: self._lone_gone(page, made))
        return made

    def _lone_gone(self, page: SettingsPage, gone: QWidget) -> None:
        if self._lone.get(page) is gone:
            del self._lone[page]
        self._end_unless_seen()

    def _end_unless_seen(self) -> None:
        if self._window is None and self._assistant is None and not self._lone:
            self._end()

    def _show_window(self, page: SettingsPage | None) -> None:
        if self._window is None:
            made = self._window = SettingsWindow(self.services, self.words, page or self._last_page())
            self._rebuilding = Undisturbed(made, self._rebuild)
            made.on_closed = self._closed
            made.on_assistant = self._show_assistant
            made.on_small_window = self.show
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
            self._assistant.set_motion_reduced(is_reduced=self.is_motion_reduced)
            self._assistant.over.connect(self._assistant_over)
            self._assistant.destroyed.connect(self._assistant_gone)
        self._assistant.show()
        self._assistant.raise_()
        self._assistant.activateWindow()

    def _assistant_over(self, is_finished: bool) -> None:  # noqa: FBT001 - what Qt tells
        self._code = FINISHED if is_finished and self._is_led else 0

    def _assistant_gone(self) -> None:
        self._assistant = None
        self._end_unless_seen()

    def _closed(self) -> None:
        if self._window is not None and not self.is_erasing:
            self.desk.reload()  # what a full disk refused is tried once more
            with suppress(OSError):
                make_private_folder(self.parts.paths.state)  # Qt would make one that everybody reads
            self._memory.setValue(GEOMETRY, self._window.saveGeometry())
            self._memory.setValue(PAGE, str(self._window.page))
            self._memory.sync()
        self._window = None
        self._end_unless_seen()

    def _end(self) -> None:
        if self._orders is not None:
            self._orders.end()  # the tray opens another for whoever asks from now on
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

        self._appearance = Appearance(self._motion_asked_for, is_dark=self._is_dark)
        self._watch = SettingsWatch(self.parts.settings_file, (self.parts.paths.networks_folder,))
        self._watch.start(self.desk.reload)
        own_tips = self.parts.paths.tips_folder
        self._tips_watch = SettingsWatch(own_tips / "none", (own_tips,))
        self._tips_watch.start(self._tell_of_tips)
        self._quit_signals = QuitSignals(self._end_at_once)
        if self._is_led:
            from rideau.adapters.qt.window_orders import Heard, WindowOrders  # noqa: PLC0415 - as above

            self._orders = WindowOrders(Heard(self._show, self._offer, self._say_held, self._end_at_once))
        self.worker.run(partial(import_module, "tomlkit"), _forget)  # 30 ms that the first change would wait for
        gc.enable()

    def _tell_of_tips(self) -> None:
        for tell in tuple(self.services.tips_observers):
            tell()

    def _motion_asked_for(self, is_reduced: bool) -> None:  # noqa: FBT001 - it is what the desktop's settings report
        self.is_motion_reduced = is_reduced
        if self._assistant is not None:
            self._assistant.set_motion_reduced(is_reduced=is_reduced)
        if self._lone:
            from rideau.ui.lone_window import LoneWindow  # noqa: PLC0415 - where one is there

            for each in self._lone.values():
                if isinstance(each, LoneWindow):
                    each.set_motion_reduced(is_reduced=is_reduced)

    def _say_held(self, sentences: tuple[str, ...]) -> None:
        self._held = sentences
        if self._window is not None:
            self._window.say_held(sentences)

    def _end_at_once(self) -> None:
        if self._window is not None:
            self._window.close()
        if self._assistant is not None:
            self._assistant.skip()  # nobody said that it is finished
        for each in tuple(self._lone.values()):
            each.close()
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
        for page in KEPT_AS_ONE_GOES & set(self._lone):
            QTimer.singleShot(0, self._lone[page], partial(self._rebuild_lone, page))

    def _rebuild_lone(self, page: SettingsPage) -> None:
        """Show a small window in the language in force, where it stood; what was typed was kept by then."""
        before = self._lone[page]
        is_active, place = before.isActiveWindow(), before.pos()
        before.close()  # which keeps what was typed, for the new one to show
        made = self._new_lone_window(page)
        made.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_active)
        made.move(place)
        made.show()

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


def _mistake(log_folder: "Path") -> RideauError:
    return RideauError(
        Text("Something unexpected happened here."),
        Text("The log says what: {file}", file=str(log_folder / "rideau.log")),
    )


def _forget(_: object) -> None:
    """Need nothing of it: it is only to be there."""
