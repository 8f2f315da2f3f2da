# SPDX-License-Identifier: MIT
"""How is the page of places to turn to put together?"""

import os
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rideau.adapters.help_files import HelpFiles
from rideau.adapters.locale import locale_name
from rideau.adapters.resources import resources_folder
from rideau.adapters.zone_countries import countries_of
from rideau.domain.help_place import ELSEWHERE
from rideau.domain.text import Text
from rideau.services.guesses import Place
from rideau.ui.help.help_window import HelpWays, HelpWindow

if TYPE_CHECKING:
    from rideau.bootstrap.window import WindowProcess


def new_window(process: "WindowProcess") -> QWidget:
    """Return it, at the country that was picked before, or the one whose holidays are kept."""
    settings = process.desk.settings
    holidays = settings.hours.holidays
    country = settings.check_in.country or (holidays.country if holidays else "") or _here(process)

    def picked(country: str) -> None:
        now = process.desk.settings
        kept = "" if country == ELSEWHERE else country
        process.desk.change(now._replace(check_in=now.check_in._replace(country=kept)), Text("Country"), "country")

    directory = HelpFiles(resources_folder() / "help" / "places.toml")
    return HelpWindow(directory, process.words, country, HelpWays(picked, process.services.open_url))


def _here(process: "WindowProcess") -> str:
    zone = process.parts.clock.zone().key
    return Place(zone, countries_of(zone), locale_name(os.environ)).country
