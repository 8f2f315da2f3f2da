# SPDX-License-Identifier: MIT
"""How is the window of wins put together?"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rideau.services.rules import today_of
from rideau.services.wins import Wins
from rideau.ui.wins.wins_window import WinsWindow

if TYPE_CHECKING:
    from rideau.bootstrap.window import WindowProcess


def new_window(process: "WindowProcess") -> QWidget:
    """Return it, over this person's notebook."""
    parts = process.parts
    wins = Wins(parts.notebook, lambda: today_of(process.desk.settings, parts.clock))
    return WinsWindow(wins, process.words, process.services.open_url)
