# SPDX-License-Identifier: MIT
"""Is a week of opening hours said as people say it?"""

import gettext

from rideau.domain.settings import OFFICE_WEEK, ClockRange, Week
from rideau.wording.week_lines import (
    axis_said,
    hours_in_short,
    length_said,
    rest_warnings,
    stretch_said,
    truth_lines,
    week_name,
)
from rideau.wording.words import Words

ENGLISH = Words("en", gettext.NullTranslations())
AMERICAN = Words("en", gettext.NullTranslations(), is_12_hour=True)
MORNING, NIGHT, WHOLE = ClockRange(540, 750), ClockRange(1200, 1560), ClockRange(0, 1440)
OFFICE = (OFFICE_WEEK,)
EMPTY = Week(((),) * 7)


def test_a_stretch_is_read_aloud_with_its_day_and_the_next_one_where_it_ends_there() -> None:
    assert stretch_said(ENGLISH, 0, MORNING) == "Monday, 9:00 to 12:30"
    assert stretch_said(ENGLISH, 6, NIGHT) == "Sunday, 20:00 to Monday, 2:00"
    assert stretch_said(ENGLISH, 2, WHOLE) == "Wednesday, all day"


def test_a_bar_has_shorter_words_where_it_is_narrow() -> None:
    assert hours_in_short(ENGLISH, MORNING) == ("9:00\u201312:30", "9\u201312:30")
    assert hours_in_short(ENGLISH, WHOLE)[0] == "all day"
    full, plain, shortest = hours_in_short(AMERICAN, ClockRange(0, 780))
    assert (full, plain, shortest) == ("12:00 AM\u20131:00 PM", "12:00\u20131:00", "12\u20131")


def test_the_hours_on_top_follow_the_clock_of_the_language() -> None:
    assert axis_said(ENGLISH) == ("0", "3", "6", "9", "12", "15", "18", "21", "24")
    assert axis_said(AMERICAN) == ("12 AM", "3", "6", "9", "12 PM", "3", "6", "9", "12 AM")


def test_lengths_are_short() -> None:
    assert (length_said(ENGLISH, 900), length_said(ENGLISH, 2250)) == ("15 h", "37 h 30 min")
    assert week_name(ENGLISH, 1) == "Week B"


def test_the_truth_names_work_rest_and_evenings() -> None:
    assert truth_lines(ENGLISH, OFFICE) == (
        "37 h 30 min of work. Every evening is free.",
        "Shortest rest 15 h (11 h are due between two days). Longest rest 63 h (35 h are due each week).",
    )
    night = Week((*OFFICE_WEEK.days[:4], (NIGHT,), (), ()))
    assert truth_lines(ENGLISH, (OFFICE_WEEK, night))[0] == (
        "Week A 37 h 30 min, Week B 36 h: 36 h 45 min of work on average. 6 to 7 evenings free."
    )
    assert truth_lines(ENGLISH, (night,))[0].endswith("6 evenings free.")
    assert truth_lines(ENGLISH, (Week(((MORNING,), *((),) * 6)),))[1].startswith("Shortest rest 164 h 30 min")


def test_no_hours_at_all_are_told_with_the_way_out() -> None:
    assert truth_lines(ENGLISH, (EMPTY,)) == ("No hours yet: always closed. Double-click in a day to open.",)
    assert rest_warnings(ENGLISH, (EMPTY,)) == ()


def test_rest_that_is_whole_is_not_warned_about() -> None:
    assert rest_warnings(ENGLISH, OFFICE) == ()


def test_a_short_rest_names_the_rule_the_figures_and_the_choice() -> None:
    late = Week(((ClockRange(540, 1410),), (MORNING,), *((),) * 5))
    (said,) = rest_warnings(ENGLISH, (late, EMPTY))
    assert said.startswith("From Monday 23:30 (Week A) to Tuesday 9:00 (Week A) there are 9 h 30 min of rest; 11 h are")
    assert "2003/88/EC, article 3; in France, L3131-1; read November 2026" in said
    assert "Opening at 10:30 would leave them whole." in said
    assert said.endswith("the choice is yours.")


def test_a_short_rest_before_a_few_hours_is_left_whole_by_closing_earlier() -> None:
    week = Week(((ClockRange(14 * 60, 23 * 60),), (ClockRange(7 * 60, 9 * 60),), *((),) * 5))
    assert "Closing at 20:00 would leave them whole." in rest_warnings(ENGLISH, (week,))[0]


def test_a_day_of_many_short_stretches_may_open_later() -> None:
    short = tuple(ClockRange(start, start + 30) for start in range(6 * 60, 21 * 60, 60))
    week = Week((short, short, *((),) * 5))
    assert "Opening at 7:30 would leave them whole." in rest_warnings(ENGLISH, (week,))[0]


def test_a_week_without_a_long_rest_is_told_beside() -> None:
    days = Week(((ClockRange(480, 1290),),) * 7)
    short, weekly = rest_warnings(ENGLISH, (days,))
    assert short.endswith("6 other rests are short, too.")
    assert weekly.startswith("The longest rest of your week is 10 h 30 min; 35 h are due")
    assert "The longest rest of Week A is" in rest_warnings(ENGLISH, (days, OFFICE_WEEK))[1]
