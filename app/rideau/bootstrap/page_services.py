# SPDX-License-Identifier: MIT
"""What do the pages of the settings window act through? What the first one does not need is loaded when asked for."""

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from rideau.bootstrap.late import late
from rideau.bootstrap.parts import Offline
from rideau.domain.text import Text
from rideau.services.settings_desk import SettingsDesk
from rideau.ui.settings.page import PageServices
from rideau.wording.words import Words

if TYPE_CHECKING:
    from rideau.domain.app import InstalledApp
    from rideau.ports.archive import Archive
    from rideau.ports.audit_guides import AuditGuides
    from rideau.ports.machine import Machine
    from rideau.ports.worker import Worker
    from rideau.wording.browser_listing import BrowserStand

Eraser = Callable[[Callable[[], tuple[Text, ...]]], tuple[Text, ...]]
"""Does what it is given, which erases everything, and minds that nothing is written meanwhile."""


def page_services(
    parts: Offline, words: Words, desk: SettingsDesk, worker: "Worker", mind_erasing: Eraser
) -> PageServices:
    """Return what pages in the language of ``words`` act through."""

    def archive() -> "Archive":
        from rideau.bootstrap.archive import archive_with, have_erased  # noqa: PLC0415 - rarely asked for

        return archive_with(parts, lambda: mind_erasing(lambda: have_erased(parts)))

    def machine() -> "Machine":
        from rideau.bootstrap.machine import machine_of  # noqa: PLC0415 - one page asks for it

        return machine_of(parts, words)

    return PageServices(
        desk=desk,
        sources=parts.sources,
        worker=worker,
        machine=late(machine),
        autostart=parts.autostart,
        apps=_installed_apps,
        browsers=lambda: _browsers(parts),
        open_url=_open_url,
        settings_file=parts.settings_file,
        audit_guides=late(_guides),
        archive=late(archive),
        tips=late(lambda: parts.tips),
        tips_observers=[],
        show_tip=lambda tip: _show_tip(parts, tip),
        to_ascii=_to_ascii,
        has_passphrase=_has_passphrase,
        overrides=parts.overrides.load,
    )


def _guides() -> "AuditGuides":
    from rideau.adapters.audit_files import AuditFiles  # noqa: PLC0415 - where the audit is looked at
    from rideau.adapters.resources import resources_folder  # noqa: PLC0415 - as above

    return AuditFiles(resources_folder() / "audit")


def _show_tip(parts: Offline, tip: str) -> None:
    from rideau.adapters.control_client import ask  # noqa: PLC0415 - where one is to be seen at once
    from rideau.adapters.control_protocol import Command, Request  # noqa: PLC0415 - as above

    ask(parts.paths.control_socket, Request(Command.TIP, tip=tip))


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


def _browsers(parts: Offline) -> "tuple[BrowserStand, ...]":
    found: tuple[BrowserStand, ...] = ()
    if sys.platform == "linux":
        from rideau.bootstrap.browsers import browser_stands  # noqa: PLC0415 - one page asks for it

        found = browser_stands(parts)
    return found


def _open_url(address: str) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - where something is opened
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - as above

    QDesktopServices.openUrl(QUrl.fromUserInput(address))
