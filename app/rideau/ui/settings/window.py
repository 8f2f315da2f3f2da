# SPDX-License-Identifier: MIT
"""How do the pages of the settings stand in one window? Built when first looked at, and anew in another language."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import cast

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from rideau.ports.settings_window import SettingsPage
from rideau.services.settings_desk import DeskState
from rideau.ui import theme
from rideau.ui.kit import scrolling
from rideau.ui.settings.foot import Foot
from rideau.ui.settings.navigation import Navigation
from rideau.ui.settings.notices import Notices, Ways, notices_of
from rideau.ui.settings.page import Page, PageServices
from rideau.ui.widgets import app_icon, dress, spaced
from rideau.wording.words import Words

_PAGES: Mapping[SettingsPage, tuple[str, str]] = {
    SettingsPage.HOURS: ("hours.hours_page", "HoursPage"),
    SettingsPage.NETWORKS: ("networks.networks_page", "NetworksPage"),
    SettingsPage.REMINDERS: ("reminders.reminders_page", "RemindersPage"),
    SettingsPage.GENERAL: ("general.general_page", "GeneralPage"),
    SettingsPage.COMPUTER: ("computer.computer_page", "ComputerPage"),
}
PAGES = tuple(_PAGES)
SIZE, LEAST = QSize(1120, 720), QSize(720, 420)
WIDEST = 1240
"""Lines longer than this are hard to read; a page of a 4K screen keeps to its leading side."""


def page_class(page: SettingsPage) -> type[Page]:
    """Load the page; each costs its own imports only."""
    module, name = _PAGES[page]
    return cast("type[Page]", getattr(import_module(f"rideau.ui.settings.{module}"), name))


class SettingsWindow(QWidget):
    """Show one page at a time over one desk; what is changed anywhere is shown everywhere. Main thread."""

    def __init__(
        self,
        services: PageServices,
        words: Words,
        page: SettingsPage = SettingsPage.HOURS,
        find_page: Callable[[SettingsPage], type[Page]] = page_class,
    ) -> None:
        """Build the frame and ``page``; the others wait until they are asked for."""
        super().__init__()
        self._services = services._replace(go=self._go)
        self.words = words
        self._find_page = find_page
        self._held: tuple[str, ...] = ()
        self._dismissed: object = None
        self.pages: dict[SettingsPage, Page] = {}
        self.on_closed: Callable[[], None] = _nothing
        self.on_seen: Callable[[], None] = _nothing
        """Called once, after the first frame."""
        self.on_assistant: Callable[[], None] = _nothing
        """Called where somebody asks for the assistant of the first start."""
        self.on_small_window: Callable[[SettingsPage], None] = _show_nowhere
        """Called where somebody asks for a small window of its own."""
        self.setObjectName("surface")
        dress(self)
        self._whole = QVBoxLayout(self)
        spaced(self._whole, spacing=0)
        self._build()
        self._build_shortcuts()
        self.show_page(page)
        self.navigation.take_focus()
        services.desk.observers.append(self._show_state)
        self._follow_palette()
        self._take_size()

    @property
    def page(self) -> SettingsPage:
        """Return the page that is looked at."""
        return self.navigation.page

    def show_page(self, page: SettingsPage, place: str = "") -> None:
        """Go to ``page``, and on it to ``place`` of the settings file."""
        shown = self._page(page)
        self.navigation.choose(page)
        self._stack.setCurrentWidget(self._frames[page])
        if place:
            shown.show_place(place)

    def set_words(self, words: Words, services: PageServices) -> None:
        """Go on in another language at once: same page, same place on it, the keyboard where it was."""
        page, offset, focused = self.page, self._offset(), self._focus_name()
        self._take_what_is_typed()
        self.words, self._services = words, services._replace(go=self._go)
        self.setUpdatesEnabled(False)
        self._frame.hide()
        self._frame.deleteLater()
        self._whole.removeWidget(self._frame)
        self.pages.clear()
        self._build()
        self.show_page(page)
        self._frame.show()
        self._restore(page, offset, focused)
        self.setUpdatesEnabled(True)

    def say_held(self, sentences: tuple[str, ...]) -> None:
        """Say what of the changes waits for the opening (SPEC E8)."""
        self._held = sentences
        self._show_notices(self._services.desk.state)

    def appear(self) -> None:
        """Come to the front: it was asked for by a click."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        if self.windowIcon().isNull():
            QTimer.singleShot(0, self, self._put_icon)  # drawing it takes 4 ms, and somebody waits for the page
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the first frame is being drawn: what nobody waits for is done after it."""
        super().paintEvent(event)
        tell, self.on_seen = self.on_seen, _nothing
        if tell is not _nothing:
            QTimer.singleShot(0, self, tell)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell whoever keeps the process."""
        event.accept()
        self.on_closed()

    # --- inside ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        text = self.words.text
        self.setWindowTitle(text("Rideau settings"))
        self._frame = QWidget()
        self.foot = Foot(self._services.desk, self.words)
        self.foot.setParent(self._frame)  # first in the round of Tab: what is built later comes before it, at the end
        sides = QHBoxLayout(self._frame)
        spaced(sides, spacing=0)
        self.navigation = Navigation(self.words, self.show_page)
        sides.addWidget(self.navigation)
        column = QVBoxLayout()
        spaced(column, spacing=0)
        self.notices = Notices(Ways(self.show_page, self._open_file, self._dismiss))
        self.notices.setContentsMargins(*(theme.units(each) for each in (24, 16, 24, 0)))
        column.addWidget(self.notices)
        self._stack = QStackedWidget()
        self._frames: dict[SettingsPage, QWidget] = {}
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        sides.addLayout(column, 1)
        self._whole.addWidget(self._frame)
        self.foot.raise_()  # and last to whoever has the window read from its top
        self._show_frame_of(self._services.desk.state)

    def _build_shortcuts(self) -> None:
        desk = self._services.desk
        acts: list[tuple[QKeySequence | QKeySequence.StandardKey | str, Callable[[], object]]] = [
            ("Ctrl+Z", desk.undo),
            ("Ctrl+Shift+Z", desk.redo),
            ("Ctrl+Y", desk.redo),
            ("Ctrl+W", self.close),
            ("Ctrl+Q", self.close),
        ]
        acts += [(f"Ctrl+{number}", lambda page=page: self.show_page(page)) for number, page in enumerate(PAGES, 1)]  # type: ignore[misc]  # bound now
        for keys, act in acts:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _page(self, page: SettingsPage) -> Page:
        if page not in self.pages:
            made = self._find_page(page)(self._services, self.words)
            made.setMaximumWidth(theme.units(WIDEST))
            made.show_state(self._services.desk.state)
            self.pages[page] = made
            self._frames[page] = made if made.scrolls_itself else scrolling(made)
            self._stack.addWidget(self._frames[page])
        return self.pages[page]

    def _show_state(self, state: DeskState) -> None:
        for each in tuple(self.pages.values()):
            each.show_state(state)
        self._show_frame_of(state)

    def _show_frame_of(self, state: DeskState) -> None:
        self.foot.show_state(state)
        self._show_notices(state)

    def _show_notices(self, state: DeskState) -> None:
        if state.notice is not self._dismissed:
            self._dismissed = None
        seen = state if self._dismissed is None else state._replace(notice=None)
        self.notices.show_notices(notices_of(seen, self._held, self.words))
        before: QWidget = self.navigation.buttons()[-1]
        for each in self.notices.findChildren(QPushButton):
            self.setTabOrder(before, each)
            before = each

    def _go(self, page: SettingsPage, place: str) -> None:
        if page is SettingsPage.ASSISTANT:
            self.on_assistant()
        elif page in _PAGES:
            self.show_page(page, place)
        else:
            self.on_small_window(page)

    def _dismiss(self) -> None:
        self._dismissed = self._services.desk.state.notice
        self._show_notices(self._services.desk.state)

    def _open_file(self) -> None:
        self._services.open_url(str(self._services.settings_file))

    def _offset(self) -> int:
        frame = self._frames[self.page]
        return frame.verticalScrollBar().value() if isinstance(frame, QScrollArea) else 0

    def _focus_name(self) -> str:
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""

    def _take_what_is_typed(self) -> None:
        """Save what stands in the field that has the keyboard, as leaving it does."""
        typed_in = self.focusWidget()
        if typed_in is not None:
            typed_in.clearFocus()

    def _restore(self, page: SettingsPage, offset: int, focused: str) -> None:
        self._whole.activate()
        found = self.findChild(QWidget, focused) if focused else None
        if found is not None:
            found.setFocus()
        else:
            self.navigation.take_focus()
        frame = self._frames[page]
        if isinstance(frame, QScrollArea):
            _scroll_to(frame.verticalScrollBar(), offset)

    def _put_icon(self) -> None:
        self.setWindowIcon(app_icon())

    def _follow_palette(self) -> None:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - windows without an application: a mistake of ours
        application.paletteChanged.connect(self._scheme_changed)

    def _scheme_changed(self) -> None:
        dress(self)
        self.update()

    def _take_size(self) -> None:
        room = self.screen().availableSize()
        wanted = QSize(theme.units(SIZE.width()), theme.units(SIZE.height()))
        least = QSize(theme.units(LEAST.width()), theme.units(LEAST.height()))
        self.setMinimumSize(least.boundedTo(room))
        self.resize(wanted.boundedTo(room * 0.94))


def _scroll_to(bar: QScrollBar, offset: int) -> None:
    """Scroll there as soon as the page is as long again: its parts are laid out, or even built, a moment later."""

    def try_again() -> None:
        bar.setValue(offset)
        if bar.value() >= offset:
            bar.rangeChanged.disconnect(try_again)

    bar.rangeChanged.connect(try_again)
    try_again()


def _nothing() -> None:
    """Do nothing."""


def _show_nowhere(_page: SettingsPage) -> None:
    """Show nothing: a page stands by itself in a test."""
