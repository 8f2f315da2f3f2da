# SPDX-License-Identifier: MIT
"""Do the signs on closed doors say when, why and until when, and stay true through the night?"""

import gettext
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rideau.domain.key import EMERGENCY
from rideau.domain.network import Network
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Plan
from rideau.domain.settings import LockLevel
from rideau.keeper.message import Sign
from rideau.wording.signs import TIPS, Moment, attempt_notice, board, headline, opening, sign, signs, tip
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
PARIS = ZoneInfo("Europe/Paris")
FRIDAY_EVENING = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
LINKEDIN = Network("linkedin", "LinkedIn")
OUTSIDE = Reason(Rule.OUTSIDE_HOURS)


def moment(
    phase: Phase = Phase.QUIET,
    opens_at: datetime | None = MONDAY,
    *,
    at: datetime = FRIDAY_EVENING,
    end: datetime | None = MONDAY,
    level: LockLevel = LockLevel.FIRM,
) -> Moment:
    return Moment(Plan(Interval(FRIDAY_EVENING, end, phase, OUTSIDE), opens_at), at, PARIS, level)


def test_the_sign_says_when_it_opens_and_why_it_is_closed() -> None:
    said = Sign(
        "LinkedIn opens Monday at 9:00. Your hours, your rule.", "Outside your work hours. Quiet until Mon 9:00."
    )
    assert sign(WORDS, LINKEDIN, moment()) == said
    assert signs(WORDS, (LINKEDIN,), moment()) == {"linkedin": said}


def test_what_never_opens_says_so() -> None:
    said = sign(WORDS, LINKEDIN, moment(opens_at=None, end=None))
    assert said == Sign("LinkedIn stays closed. Your hours, your rule.", "Outside your work hours. Quiet.")


def test_inside_work_hours_the_end_of_the_phase_opens() -> None:
    eleven = datetime(2026, 11, 20, 10, tzinfo=UTC)
    focus = moment(Phase.FOCUS, MONDAY, at=eleven - timedelta(hours=1), end=eleven)
    assert sign(WORDS, LINKEDIN, focus).title == "LinkedIn opens today at 11:00. Your hours, your rule."
    assert headline(WORDS, focus) == "Focus until 11:00."
    assert board(WORDS, focus)["opening"] == "today at 11:00"


@pytest.mark.parametrize(
    ("opens_at", "said", "bye"),
    [
        (FRIDAY_EVENING + timedelta(hours=2), "today at 20:00", "Closed for now. See you at 20:00."),
        (FRIDAY_EVENING + timedelta(hours=15), "Saturday at 9:00", "Closed for today. See you Saturday at 9:00."),
        (MONDAY, "Monday at 9:00", "Closed for today. See you Monday at 9:00."),
        (
            datetime(2026, 12, 7, 8, tzinfo=UTC),
            "on 7 December at 9:00",
            "Closed for today. See you on 7 December at 9:00.",
        ),
    ],
)
def test_openings_are_said_by_the_day_never_as_tomorrow(opens_at: datetime, said: str, bye: str) -> None:
    """They are read after midnight too, when tomorrow has become today."""
    now = moment(opens_at=opens_at)
    assert opening(WORDS, opens_at, now) == said
    assert headline(WORDS, now) == bye


def test_a_past_opening_is_said_by_its_date() -> None:
    assert opening(WORDS, FRIDAY_EVENING - timedelta(days=1), moment()) == "on 19 November at 18:00"


def test_the_board_has_all_that_the_friendly_page_shows() -> None:
    shown = dict(board(WORDS, moment()))
    assert shown.pop("tip") in [str(each) for each in TIPS]
    assert shown == {
        "language": "en",
        "phase": "quiet",
        "phase_name": "Quiet",
        "opening": "Monday at 9:00",
        "headline": "Closed for today. See you Monday at 9:00.",
        "keys": [{"minutes": 10, "label": "Open for 10 minutes"}],
        "no_key": "",
    }


def test_hours_that_never_open_promise_nothing() -> None:
    shown = board(WORDS, moment(opens_at=None, end=None))
    assert (shown["opening"], shown["headline"]) == ("", "Closed.")


@pytest.mark.parametrize(
    ("level", "phase", "said"),
    [
        (LockLevel.LOCKED, Phase.QUIET, f"The lock is on: nothing opens before the next opening. {EMERGENCY}"),
        (LockLevel.GENTLE, Phase.QUIET, ""),
        (LockLevel.FIRM, Phase.FOCUS, "That is your rule for this phase."),
        (LockLevel.LOCKED, Phase.FOCUS, "That is your rule for this phase."),
    ],
)
def test_where_no_key_fits_the_board_says_why(level: LockLevel, phase: Phase, said: str) -> None:
    shown = board(WORDS, moment(phase, level=level))
    assert (shown["keys"], shown["no_key"]) == ([], said)


def test_a_day_has_its_tip_and_every_tip_its_day() -> None:
    day = date(2026, 11, 20)
    assert tip(WORDS, day, "quiet") == tip(WORDS, day, "quiet")
    assert {tip(WORDS, day + timedelta(days=each), "quiet") for each in range(365)} == {str(each) for each in TIPS}


def test_the_third_attempt_of_an_evening_gets_a_thought_instead_of_the_reason() -> None:
    said = Sign("Dr. No opens Monday at 9:00. Your hours, your rule.", "Outside your work hours.")
    title = "Dr. No opens Monday at 9:00."
    assert attempt_notice(WORDS, said, 1) == (title, "Your hours, your rule. Outside your work hours.")
    assert attempt_notice(WORDS, said, 2) == attempt_notice(WORDS, said, 1)
    late = "Something on your mind? Write it down; it will be here tomorrow."
    assert attempt_notice(WORDS, said, 3) == (title, late)
    assert attempt_notice(WORDS, said, 57) == attempt_notice(WORDS, said, 3), "no count is ever said"


def test_a_sign_of_one_sentence_is_a_title_as_it_is() -> None:
    said = Sign("Closed.", "Because.")
    assert attempt_notice(WORDS, said, 1) == said
