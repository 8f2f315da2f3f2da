# SPDX-License-Identifier: MIT
"""How is the page of places to turn to put together?"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rideau.bootstrap.help_places import first_country, help_directory
from rideau.domain.help_place import ELSEWHERE
from rideau.domain.text import Text
from rideau.ui.help.help_window import HelpWays, HelpWindow

if TYPE_CHECKING:
    from rideau.bootstrap.window import WindowProcess


def new_window(process: "WindowProcess") -> QWidget:
    """Return it, at the country that comes first for this person."""

    def picked(country: str) -> None:
        now = process.desk.settings
        kept = "" if country == ELSEWHERE else country
        process.desk.change(now._replace(check_in=now.check_in._replace(country=kept)), Text("Country"), "country")

    country = first_country(process.parts, process.desk.settings)
    return HelpWindow(help_directory(), process.words, country, HelpWays(picked, process.services.open_url))
