# SPDX-License-Identifier: MIT
"""Are places to turn to told in a terminal with an emergency first, and with the day they were checked?"""

import gettext

import pytest

from fakes.help_places import FakeHelpDirectory
from rideau.domain.help_place import ELSEWHERE
from rideau.wording.help_lines import help_document, help_lines
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
DIRECTORY = FakeHelpDirectory()
ANYWHERE = DIRECTORY.places(ELSEWHERE, "en")
LAST = "lines.example: Anywhere; day and night (a.example, February 2026; checked on 1 March 2026)"


@pytest.mark.parametrize(
    ("country", "lines"),
    [
        (
            "FR",
            [
                "112: Emergency; day and night (a.example, February 2026; checked on 1 March 2026)",
                "31 14: Listening; day and night (b.example, February 2026; checked on 1 March 2026)",
                LAST,
            ],
        ),
        ("ZZ", [LAST]),
    ],
)
def test_a_line_says_who_answers_and_when_it_was_checked(country: str, lines: list[str]) -> None:
    assert help_lines(WORDS, DIRECTORY.places(country, "en"), ANYWHERE) == lines


def test_a_script_gets_the_same_as_fields() -> None:
    document = help_document(DIRECTORY.places("FR", "en"))
    assert document["country"] == "FR"
    assert document["emergency"] == [
        {
            "number": "112",
            "name": "Emergency",
            "hours": "day and night",
            "source": "a.example",
            "read": "2026-02",
            "checked": "2026-03-01",
        }
    ]
