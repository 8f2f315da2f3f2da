# SPDX-License-Identifier: MIT
"""Is it said which apps will be closed, and which could not come back?"""

import gettext
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rideau.wording.app_notices import closing_soon, not_back
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
PARIS = ZoneInfo("Europe/Paris")
SIX = datetime(2026, 11, 20, 17, tzinfo=UTC)


def test_what_will_be_closed_is_said_with_its_time() -> None:
    assert closing_soon(WORDS, ["Slack"], SIX, PARIS) == (
        "Closing at 18:00",
        "Slack closes then. There is time to save.",
    )
    assert closing_soon(WORDS, ["Slack", "Outlook"], SIX, PARIS)[1] == (
        "Slack and Outlook close then. There is time to save."
    )


def test_what_could_not_come_back_is_said_with_a_way_out() -> None:
    assert not_back(WORDS, ["Slack"]) == (
        "Not everything came back",
        "Slack could not be started again; the menu of your desktop can.",
    )
