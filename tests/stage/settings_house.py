# SPDX-License-Identifier: MIT
"""What does a page of the settings window act through in a test? Real services over fakes."""

from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from fakes.archive import FakeArchive
from fakes.autostart import FakeAutostart
from fakes.catalogue import FakeCatalogue
from fakes.clock import FakeClock
from fakes.holidays import FakeHolidays
from fakes.machine import FakeMachine
from fakes.moment import FRIDAY_MORNING, PARIS
from fakes.settings_store import FakeSettingsStore
from fakes.tips import FakeTips
from fakes.worker import AtOnce
from rideau.adapters.audit_files import AuditFiles
from rideau.adapters.catalogue_files import CatalogueFiles
from rideau.adapters.resources import resources_folder
from rideau.adapters.tip_files import TipFiles
from rideau.domain.app import InstalledApp
from rideau.domain.settings import Settings
from rideau.services.rules import Sources
from rideau.services.settings_desk import SettingsDesk
from rideau.ui.settings.networks.audit import AuditView
from rideau.ui.settings.networks.policy_table import PolicyTable
from rideau.ui.settings.page import PageServices
from rideau.wording.browser_listing import BrowserStand

_SHIPPED = TipFiles(resources_folder() / "tips", Path("tips.d"))
"""Read once, for all tests."""
View = TypeVar("View", AuditView, PolicyTable)


def opened_view(qtbot: QtBot, view: View) -> View:
    """Open a view of the Networks page by itself, told of every change as its page does, and return it."""
    desk = view.services.desk
    desk.observers.append(view.show_state)
    view.show_state(desk.state)
    qtbot.addWidget(view)
    view.resize(900, 900)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow, timeout=30_000)
    return view


def page_services(settings: Settings | None = None, *, is_catalogue_whole: bool = True) -> PageServices:
    """Return what pages act through, with ``settings`` on disk; the catalogue is the one that ships, or a tiny one."""
    catalogue = CatalogueFiles(resources_folder() / "networks") if is_catalogue_whole else FakeCatalogue()
    return PageServices(
        desk=SettingsDesk(FakeSettingsStore(settings)),
        sources=Sources(FakeClock(FRIDAY_MORNING, PARIS), catalogue, FakeHolidays(), lambda _: "en"),
        worker=AtOnce(),
        machine=FakeMachine(),
        autostart=FakeAutostart(),
        apps=_apps,
        browsers=_browsers,
        open_url=lambda _: None,
        settings_file=Path("config.toml"),
        audit_guides=AuditFiles(resources_folder() / "audit"),
        archive=FakeArchive(),
        tips=FakeTips(*_SHIPPED.tips()),
        tips_observers=[],
        show_tip=lambda _: None,
    )


def _apps() -> tuple[InstalledApp, ...]:
    return (InstalledApp("slack", "Slack"), InstalledApp("thunderbird", "Thunderbird"))


def _browsers() -> tuple[BrowserStand, ...]:
    return ()
