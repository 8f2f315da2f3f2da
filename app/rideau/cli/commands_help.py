# SPDX-License-Identifier: MIT
"""Where can somebody turn to, said in a terminal? With no app, no display and no network."""

from rideau.bootstrap.help_places import first_country, help_directory
from rideau.cli.call import Call
from rideau.domain.error import UsageError
from rideau.domain.help_place import ELSEWHERE
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError
from rideau.wording.help_lines import help_document, help_lines


def places(call: Call) -> int:
    """Print the places to turn to in a country: the one that was named, else one's own."""
    directory = help_directory()
    named = (call.arguments.country or "").upper()
    if named and named not in directory.countries():
        known = ", ".join(directory.countries())
        raise UsageError(
            Text("Rideau knows no numbers for “{country}”, only for {known}.", country=named, known=known),
            Text("findahelpline.com knows lines in more than 130 countries."),
        )
    country = named or first_country(call.parts, _settings(call))
    found, elsewhere = (directory.places(each, call.words.language) for each in (country, ELSEWHERE))
    call.say(help_document(found), help_lines(call.words, found, elsewhere))
    return 0


def _settings(call: Call) -> Settings:
    try:
        return call.parts.settings
    except SettingsError:
        return Settings()  # whatever is wrong in a file, nobody is kept from a number by it
