# SPDX-License-Identifier: MIT
"""Does the evening's sentence say what will be so?"""

import gettext
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rideau.domain.evening import Evening, evening_of
from rideau.domain.network import Network, Side
from rideau.domain.plain_week import ALL_DAY, PlainWeek
from rideau.domain.schedule import Calendar, Schedule
from rideau.domain.settings import ClockRange, Hours, Leave, LockLevel, Settings, Week, WindDown
from rideau.wording.evening import said_waiting, tonight
from rideau.wording.words import Words

PARIS = ZoneInfo("Europe/Paris")
WORDS = Words("en", gettext.NullTranslations())
SLACK = Network("slack", "Slack", default_side=Side.WORK)
LINKEDIN = Network("linkedin", "LinkedIn", default_side=Side.WORK)
WHATSAPP = Network("whatsapp", "WhatsApp", default_side=Side.PERSONAL)
SIGNAL = Network("signal", "Signal", default_side=Side.PERSONAL)
MINE = (SLACK, LINKEDIN, WHATSAPP)
OFFICE = Hours()
FRIDAY = datetime(2026, 11, 20, 10, 0, tzinfo=PARIS)


def evening(
    now: datetime,
    hours: Hours = OFFICE,
    networks: tuple[Network, ...] = MINE,
    level: LockLevel = LockLevel.FIRM,
    holidays: Mapping[date, str] | None = None,
) -> Evening:
    settings = Settings(hours=hours, lock_level=level)
    schedule = Schedule(Calendar(hours, WindDown(), (), PARIS, holidays or {}))
    return evening_of(schedule, networks, settings, now.astimezone(UTC), PARIS)


def said(now: datetime, hours: Hours = OFFICE, networks: tuple[Network, ...] = MINE) -> str:
    return tonight(WORDS, evening(now, hours, networks))


def every_day(*ranges: ClockRange) -> Hours:
    return Hours(week=PlainWeek(frozenset(range(7)), ranges).week())


def test_on_a_day_of_work_it_says_when_what_closes_and_when_it_opens() -> None:
    assert said(FRIDAY) == "Tonight at 18:00 Slack and LinkedIn close; WhatsApp stays open. See you Monday at 9:00."


def test_one_network_closes_in_the_singular() -> None:
    both = (SLACK, WHATSAPP, SIGNAL)
    sentence = "Tonight at 18:00 Slack closes; WhatsApp and Signal stay open. See you Monday at 9:00."
    assert said(FRIDAY, networks=both) == sentence


def test_where_nothing_stays_nothing_is_said_of_it() -> None:
    assert said(FRIDAY, networks=(SLACK,)) == "Tonight at 18:00 Slack closes. See you Monday at 9:00."


def test_what_is_personal_is_named_before_what_is_on_no_side() -> None:
    mail = Network("mail", "Mail")
    assert evening(FRIDAY, networks=(mail, WHATSAPP, SLACK)).staying == ("WhatsApp", "Mail")


def test_the_break_at_noon_is_no_evening() -> None:
    assert evening(FRIDAY).closes_at == datetime(2026, 11, 20, 17, 0, tzinfo=UTC)


def test_an_early_end_is_no_night() -> None:
    hours = every_day(ClockRange(540, 15 * 60))
    assert said(FRIDAY, hours, (SLACK,)) == "Today at 15:00 Slack closes. See you tomorrow at 9:00."


def test_before_opening_it_says_both() -> None:
    early = FRIDAY.replace(hour=6)
    sentence = (
        "Slack and LinkedIn open at 9:00 and close tonight at 18:00; WhatsApp stays open. See you Monday at 9:00."
    )
    assert said(early) == sentence
    assert said(early, networks=(SLACK,)).startswith("Slack opens at 9:00 and closes tonight")


def test_on_a_weekend_it_is_closed_from_now_on() -> None:
    saturday = FRIDAY + timedelta(days=1)
    sentence = "Slack and LinkedIn are closed from now on; WhatsApp stays open. See you Monday at 9:00."
    assert said(saturday) == sentence
    assert said(saturday, networks=(SLACK,)) == "Slack is closed from now on. See you Monday at 9:00."


def test_in_the_evening_it_is_closed_from_now_on() -> None:
    thursday = FRIDAY.replace(day=19, hour=22)
    assert said(thursday, networks=(SLACK,)) == "Slack is closed from now on. See you tomorrow at 9:00."


def test_a_holiday_is_named() -> None:
    found = evening(FRIDAY, networks=(SLACK,), holidays={FRIDAY.date(): "Founders' Day"})
    assert tonight(WORDS, found) == "Today is Founders' Day: Slack is closed from now on. See you Monday at 9:00."


def test_a_leave_is_named() -> None:
    hours = Hours(leave=(Leave(date(2026, 11, 16), date(2026, 12, 4)),))
    sentence = "You are on leave: Slack is closed from now on. See you on 7 December at 9:00."
    assert said(FRIDAY, hours, (SLACK,)) == sentence


def test_the_gentle_level_says_that_nothing_closes() -> None:
    gentle = evening(FRIDAY, networks=MINE, level=LockLevel.GENTLE)
    sentence = "Tonight at 18:00 Slack and LinkedIn fall silent, and nothing closes; WhatsApp stays open."
    assert tonight(WORDS, gentle) == f"{sentence} See you Monday at 9:00."
    early = evening(FRIDAY.replace(hour=6), networks=(SLACK,), level=LockLevel.GENTLE)
    assert tonight(WORDS, early).startswith("Slack is silent until 9:00, and again tonight at 18:00.")
    weekend = evening(FRIDAY + timedelta(days=1), networks=(SLACK,), level=LockLevel.GENTLE)
    assert tonight(WORDS, weekend).startswith("Slack is silent from now on.")


def test_what_would_open_waits_until_the_opening() -> None:
    now, opening = FRIDAY.astimezone(UTC), (FRIDAY + timedelta(days=3, hours=-1)).astimezone(UTC)
    said_so = "It is closed now: what you tightened holds at once, what would open it waits"
    assert said_waiting(WORDS, opening, now, PARIS) == f"{said_so} until Mon 9:00."
    assert said_waiting(WORDS, None, now, PARIS) == f"{said_so}."


def test_without_work_networks_it_says_so() -> None:
    sentence = "Nothing closes tonight: none of your networks is for work yet."
    assert said(FRIDAY, networks=(WHATSAPP,)) == sentence
    assert said(FRIDAY + timedelta(days=1), networks=()) == sentence


def test_hours_round_the_clock_close_nothing() -> None:
    sentence = "Nothing closes: your shop is open around the clock until you draw your hours."
    assert said(FRIDAY, every_day(*ALL_DAY)) == sentence


def test_hours_that_never_open_stay_closed() -> None:
    never = Hours(week=Week(((),) * 7))
    assert said(FRIDAY, never, (SLACK,)) == "Slack is closed from now on."


def test_work_that_never_starts_again_says_no_good_bye() -> None:
    hours = Hours(leave=(Leave(date(2026, 11, 21), date(2037, 1, 1)),))
    found = evening(FRIDAY, hours, (SLACK,))
    assert found.reopens_at is None
    assert tonight(WORDS, found) == "Tonight at 18:00 Slack closes."


@pytest.mark.parametrize(
    ("hours", "when"),
    [
        (every_day(ClockRange(540, 1440)), "Tonight at midnight"),
        (every_day(ClockRange(540, 26 * 60)), "Tomorrow at 2:00"),
        (
            Hours(week=Week((((ClockRange(0, 1440),),) * 6) + ((ClockRange(0, 12 * 60),),))),
            "Nothing closes tonight. Sunday at 12:00",
        ),
        (
            Hours(week=Week((((ClockRange(0, 1440),),) * 5) + ((ClockRange(0, 12 * 60),), ()))),
            "Nothing closes tonight. Tomorrow at 12:00",
        ),
    ],
)
def test_an_end_on_another_day_is_said_so(hours: Hours, when: str) -> None:
    assert said(FRIDAY, hours, (SLACK,)).startswith(f"{when} Slack closes")


def test_an_end_far_away_is_said_by_its_date() -> None:
    hours = every_day(*ALL_DAY)._replace(leave=(Leave(date(2026, 12, 24), date(2026, 12, 31)),))
    sentence = "On 24 December at 0:00 Slack closes. See you on 1 January 2027 at 0:00."
    assert said(FRIDAY, hours, (SLACK,)) == f"Nothing closes tonight. {sentence}"


def test_whoever_never_pauses_overnight_is_told_of_some_closing() -> None:
    hours = every_day(*(ClockRange(start, start + 20) for start in range(0, 1440, 25)))
    found = evening(FRIDAY, hours)
    assert found.closes_at is not None
    assert found.reopens_at == found.closes_at + timedelta(minutes=5)


def test_hours_with_half_an_hour_between_them_close_tonight_and_not_in_weeks() -> None:
    sentence = "Tonight at 23:30 Slack closes. See you tomorrow at 0:00."
    assert said(FRIDAY, every_day(ClockRange(0, 23 * 60 + 30)), (SLACK,)) == sentence
