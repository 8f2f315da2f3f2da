# SPDX-License-Identifier: MIT
"""Which places to turn to are there, in a test? One for an emergency and one line, in France and elsewhere."""

from datetime import date

from rideau.domain.help_place import ELSEWHERE, HelpPlace, HelpPlaces

CHECKED = date(2026, 3, 1)


class FakeHelpDirectory:
    """Know France."""

    def countries(self) -> tuple[str, ...]:
        """Return France alone."""
        return ("FR",)

    def places(self, country: str, language: str) -> HelpPlaces:
        """Return a number for an emergency, and a line."""
        is_french = language == "fr"
        hours = "jour et nuit" if is_french else "day and night"
        if country not in self.countries():
            site = HelpPlace(
                "lines.example", "Partout" if is_french else "Anywhere", hours, "a.example", "2026-02", CHECKED
            )
            return HelpPlaces(ELSEWHERE, (), (site,))
        emergency = HelpPlace("112", "Urgences" if is_french else "Emergency", hours, "a.example", "2026-02", CHECKED)
        line = HelpPlace("31 14", "Écoute" if is_french else "Listening", hours, "b.example", "2026-02", CHECKED)
        return HelpPlaces("FR", (emergency,), (line,))
