# SPDX-License-Identifier: MIT
"""How is the window of the check-in put together?"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rideau.ports.settings_window import SettingsPage
from rideau.services.check_in import CheckIns
from rideau.services.rules import today_of
from rideau.ui.check_in.check_in_window import CheckInWindow

if TYPE_CHECKING:
    from rideau.bootstrap.window import WindowProcess


def new_window(process: "WindowProcess") -> QWidget:
    """Return it, over this person's notebook."""
    parts = process.parts
    check_ins = CheckIns(parts.notebook, lambda: today_of(process.desk.settings, parts.clock))
    return CheckInWindow(check_ins, process.words, lambda: process.show(SettingsPage.HELP))
