# SPDX-License-Identifier: MIT
"""Is it said truly what each lock level does tonight?"""

import gettext
from datetime import timedelta

import pytest

from fakes.moment import FRIDAY_MORNING, PARIS
from rideau.domain.evening import Evening
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.settings import LockLevel
from rideau.wording.lock_tonight import level_tonight
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
CLOSING, OPENING = FRIDAY_MORNING + timedelta(hours=8), FRIDAY_MORNING + timedelta(days=3)
WORKING = Interval(None, None, Phase.WORK, Reason(Rule.WORK_HOURS))


def evening(*names: str) -> Evening:
    return Evening(FRIDAY_MORNING, PARIS, WORKING, CLOSING, OPENING, None, names, (), ())


@pytest.mark.parametrize("level", list(LockLevel))
def test_one_network_is_named_with_both_times(level: LockLevel) -> None:
    said = level_tonight(WORDS, level, evening("Slack"))
    assert "Slack" in said
    assert ("until Mon" in said) == (level is not LockLevel.GENTLE)


def test_several_are_counted() -> None:
    assert "Slack, Teams and 2 more close until Mon" in level_tonight(
        WORDS, LockLevel.FIRM, evening("Slack", "Teams", "X", "Outlook")
    )


def test_who_is_closed_already_hears_what_holds_now() -> None:
    closed = evening("Slack")._replace(interval=WORKING._replace(phase=Phase.QUIET), closes_at=None, reopens_at=OPENING)
    assert level_tonight(WORDS, LockLevel.LOCKED, closed).startswith("Now Slack closes until Mon")


def test_without_an_opening_no_time_is_promised() -> None:
    assert level_tonight(WORDS, LockLevel.FIRM, evening("Slack")._replace(reopens_at=None)).count("until") == 0


@pytest.mark.parametrize("level", list(LockLevel))
def test_where_nothing_is_for_work_yet_it_is_said_in_general(level: LockLevel) -> None:
    assert "Slack" not in level_tonight(WORDS, level, evening())
    assert level_tonight(WORDS, level, evening())
