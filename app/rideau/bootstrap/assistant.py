# SPDX-License-Identifier: MIT
"""How is the assistant put together? What it guesses from is read here."""

import os

from rideau.adapters.locale import locale_name
from rideau.adapters.qt.compositing import is_composited
from rideau.adapters.zone_countries import countries_of
from rideau.bootstrap.parts import words_for
from rideau.domain.settings import Settings
from rideau.services.guesses import Place, guess
from rideau.ui.assistant.assistant import Assistant
from rideau.ui.assistant.draft import Household
from rideau.ui.settings.page import PageServices
from rideau.wording.countries import countries
from rideau.wording.words import Words


def new_assistant(services: PageServices, words: Words) -> Assistant:
    """Return the assistant, not shown yet; it destroys itself when it is over.

    As long as the settings are those of a new file it proposes guesses; later it begins with what they say.
    """
    zone = services.sources.clock.zone().key
    place = Place(zone, countries_of(zone), locale_name(os.environ))
    house = Household(
        page=services,
        guesses=guess(place, countries("en").keys()),
        is_first=services.desk.settings == Settings(),
        words_of=lambda language: words_for(Settings(language=language)),
        is_composited=is_composited,
    )
    made = Assistant(house, words)
    made.over.connect(made.deleteLater)
    return made
