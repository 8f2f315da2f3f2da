# SPDX-License-Identifier: MIT
"""Which places to turn to are known here, and which country is the first to look at?"""

import os

from rideau.adapters.help_files import HelpFiles
from rideau.adapters.locale import locale_name
from rideau.adapters.resources import resources_folder
from rideau.adapters.zone_countries import countries_of
from rideau.bootstrap.parts import Offline
from rideau.domain.settings import Settings
from rideau.ports.help_places import HelpDirectory
from rideau.services.guesses import Place


def help_directory() -> HelpDirectory:
    """Return the places that ship with Rideau."""
    return HelpFiles(resources_folder() / "help" / "places.toml")


def first_country(parts: Offline, settings: Settings) -> str:
    """Return the country that was picked, whose holidays are kept, or where this computer seems to be; may be empty."""
    holidays = settings.hours.holidays
    said = settings.check_in.country or (holidays.country if holidays else "")
    if said:
        return said
    zone = parts.clock.zone().key
    return Place(zone, countries_of(zone), locale_name(os.environ)).country
