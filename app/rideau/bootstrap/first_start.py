# SPDX-License-Identifier: MIT
"""What does the tray do at its first start? It stays open and shows the assistant; loaded at no other start."""

import logging
from typing import TYPE_CHECKING

from rideau.domain.error import StorageError
from rideau.domain.plain_week import plain_week
from rideau.domain.settings import Hours
from rideau.ports.desktop import Notice
from rideau.ports.settings_window import SettingsPage
from rideau.services.first_start import end, open_until, opening_at
from rideau.wording.first_start import starter_hours

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess

log = logging.getLogger(__name__)


def stay_open(desk: "TrayProcess") -> None:
    """Have nothing closed before the person said what, from the first plan on."""
    parts = desk.parts
    if parts.in_force.load() is not None:
        return  # somebody who lives with Rideau lost the settings file: that opens nothing
    try:
        parts.overrides.save((*parts.overrides.load(), opening_at(parts.clock.now())))
    except StorageError as error:
        log.warning("The first start could not be kept open: %s", error)


def ask(desk: "TrayProcess") -> None:
    """Show the assistant; where it was skipped, say which hours hold."""
    desk.settings_window.on_end = lambda is_finished: _ended(desk, is_finished=is_finished)
    desk.settings_window.show(SettingsPage.ASSISTANT)


def _ended(desk: "TrayProcess", *, is_finished: bool) -> None:
    desk.settings_window.on_end = _nothing
    desk.first_start_over()
    desk.settings_changed()  # what was said may be in the file before the watch tells of it
    if is_finished:
        end(desk.supervisor)
    status, week = desk.status(), plain_week(Hours())
    until = open_until(status)
    if until is not None and week is not None:
        desk.say(Notice(*starter_hours(desk.words, week, until, status.at, status.zone), replaces="first-start"))


def _nothing(is_finished: bool) -> None:  # noqa: FBT001 - what it is told
    """Do nothing."""
