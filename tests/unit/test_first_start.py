# SPDX-License-Identifier: MIT
"""Does the first start keep the shop open, and no longer than needed?"""

import gettext
from datetime import timedelta

from fakes.moment import FRIDAY_EVENING, PARIS, FakeSchedule, a_status
from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Phase, Rule
from rideau.domain.plain_week import PlainWeek, plain_week
from rideau.domain.settings import ClockRange, Hours, LockLevel, Settings
from rideau.services.first_start import OPEN_FOR, end, end_once_said, open_until, opening_at
from rideau.wording.first_start import starter_hours
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
CLOSING = Override(OverrideKind.CLOSE, FRIDAY_EVENING, None)
OPENING = opening_at(FRIDAY_EVENING)
SAID = Settings(lock_level=LockLevel.GENTLE)


def test_it_is_open_for_half_an_hour_and_says_why() -> None:
    assert OPENING.end == FRIDAY_EVENING + timedelta(minutes=30) == FRIDAY_EVENING + OPEN_FOR
    assert (OPENING.phase, OPENING.why.rule) == (Phase.WORK, Rule.FIRST_START)


def test_it_is_known_until_when() -> None:
    assert open_until(a_status(overrides=(CLOSING, OPENING))) == OPENING.end
    assert open_until(a_status(overrides=(CLOSING,))) is None


def test_it_ends_once_the_person_said_something_and_leaves_what_a_hand_did() -> None:
    schedule = FakeSchedule(a_status(overrides=(CLOSING, OPENING)))
    end_once_said(schedule, SAID)
    assert schedule.status().overrides == (CLOSING,)


def test_it_goes_on_while_the_settings_are_those_of_a_new_file() -> None:
    schedule = FakeSchedule(a_status(overrides=(OPENING,)))
    end_once_said(schedule, Settings())
    assert schedule.status().overrides == (OPENING,)


def test_who_went_through_the_assistant_is_through_whatever_was_said() -> None:
    schedule = FakeSchedule(a_status(overrides=(CLOSING, OPENING)))
    end(schedule)
    assert schedule.status().overrides == (CLOSING,)


def test_at_any_other_time_nothing_is_switched() -> None:
    schedule = FakeSchedule(a_status(overrides=(CLOSING,)))
    end_once_said(schedule, SAID)
    assert schedule.status().overrides == (CLOSING,)


def test_who_skipped_is_told_of_the_hours_that_hold() -> None:
    week = plain_week(Hours())
    assert week is not None
    title, body = starter_hours(WORDS, week, OPENING.end or FRIDAY_EVENING, FRIDAY_EVENING, PARIS)
    assert title == "Open until 20:00"
    ranges = "9:00\u201312:30 and 14:00\u201318:00"
    assert body == f"Then Rideau keeps office hours: Monday to Friday, {ranges}. The settings change them."


def test_one_range_is_said_alone() -> None:
    week = PlainWeek(frozenset((0, 1)), (ClockRange(540, 1020),))
    _, body = starter_hours(WORDS, week, FRIDAY_EVENING, FRIDAY_EVENING, PARIS)
    assert "Monday to Tuesday, 9:00\u201317:00. " in body
