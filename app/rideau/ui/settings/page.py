# SPDX-License-Identifier: MIT
"""What is a page of the settings window, and what does it act through?"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from rideau.domain.error import RideauError
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_window import SettingsPage
from rideau.services.settings_desk import DeskState, SettingsDesk
from rideau.ui.widgets import label, spaced
from rideau.wording.words import Words

if TYPE_CHECKING:
    from rideau.domain.app import InstalledApp
    from rideau.domain.host import ToAscii
    from rideau.domain.override import Override
    from rideau.ports.archive import Archive
    from rideau.ports.audit_guides import AuditGuides
    from rideau.ports.desktop import Autostart
    from rideau.ports.machine import Machine
    from rideau.ports.tips import TipLibrary
    from rideau.ports.worker import Worker
    from rideau.services.rules import Sources
    from rideau.wording.browser_listing import BrowserStand

Result = TypeVar("Result")


def _by_python(name: str) -> str:
    return name.encode("idna").decode("ascii")


def _has_none() -> bool:
    return False


def _switches_none() -> "tuple[Override, ...]":
    return ()


def _stay(_page: SettingsPage, _place: str) -> None:
    """Show no other page: there is none in a test of one."""


def _go_on() -> None:
    """Leave the window open."""


class PageServices(NamedTuple):
    """Hold what pages act through. What is slow is called through ``worker``."""

    desk: SettingsDesk
    sources: "Sources"
    """Clock, catalogue, holidays and language: what rules follow from beside the settings."""
    worker: "Worker"
    machine: "Machine"
    autostart: "Autostart"
    apps: Callable[[], "tuple[InstalledApp, ...]"]
    """The apps installed here, sorted by name; slow."""
    browsers: Callable[[], "tuple[BrowserStand, ...]"]
    """How each installed browser stands; slow."""
    open_url: Callable[[str], None]
    """Opens an address or a file with what the desktop opens it with."""
    settings_file: Path
    audit_guides: "AuditGuides"
    archive: "Archive"
    """Everything of this person's, to be taken along, brought in or erased; slow."""
    tips: "TipLibrary"
    tips_observers: list[Callable[[], None]]
    """Called where another hand changed the person's own tips."""
    show_tip: Callable[[str], None]
    """Has the running app show a tip now, by its id; slow, and refused where none runs."""
    to_ascii: "ToAscii" = _by_python
    """How a host's name with letters beyond ASCII is written."""
    has_passphrase: Callable[[], bool] = _has_none
    """Whether the lock has a passphrase; slow, it asks the keyring."""
    overrides: "Callable[[], tuple[Override, ...]]" = _switches_none
    """What is switched by hand now: open for a moment, focus."""
    go: Callable[[SettingsPage, str], None] = _stay
    """Goes to another page, at a place of the settings file (may be empty), or to the assistant."""
    end: Callable[[], None] = _go_on
    """Ends the window: there are no settings any more."""


class _WhileThere:
    """Do slow things for a page, and tell it nothing once it is gone: another language builds pages anew."""

    def __init__(self, worker: "Worker", page: QWidget) -> None:
        self._worker = worker
        self._page = page

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[RideauError], None] | None = None,
    ) -> None:
        """Have ``work`` done; see the port."""

        def tell_failed(error: RideauError) -> None:
            if failed is not None and isValid(self._page):
                failed(error)

        self._worker.run(work, lambda found: done(found) if isValid(self._page) else None, failed and tell_failed)


class Page(QWidget):
    """Be one page: a title, a line that says what can be done here, and whatever ``body`` is given.

    Built when it is first shown, and anew in another language; ``show_state`` is called then and after every change.
    """

    title: Text
    hint: Text | None = None
    scrolls_itself = False
    """Whether the page scrolls its own parts; else the window scrolls it as a whole."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the head of the page; a subclass then fills ``body``."""
        super().__init__()
        self.services = services._replace(worker=_WhileThere(services.worker, self))
        self.words = words
        self.body = QVBoxLayout(self)
        spaced(self.body, margin=24, spacing=12)
        self.body.addWidget(label(words.say(self.title), "title"))
        if self.hint is not None:
            self.body.addWidget(label(words.say(self.hint), "second"))

    def minimumSizeHint(self) -> QSize:
        """Ask for no height: Qt takes that of wrapped labels at their narrowest, which leaves a page half empty."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_state(self, state: DeskState) -> None:
        """Show ``state``. Cheap where nothing changed that this page shows; never changes settings."""
        raise NotImplementedError

    def show_place(self, place: str) -> None:
        """Bring into view where the person changes ``place`` of the settings file (``hours.week.monday[0]``)."""

    def ensure_seen(self, part: QWidget) -> None:
        """Scroll, where the window scrolls this page, so that ``part`` is in view."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(part)

    def change(self, after: Settings, label_: Text, group: str = "") -> None:
        """Save ``after``; what cannot be saved is said by the window."""
        self.services.desk.change(after, label_, group)
