# SPDX-License-Identifier: MIT
"""Is a typed day read as it was meant, and is what is wrong said only when it is wrong?"""

import pytest

from rideau.domain.clock_text import is_unfinished, parse_range, parse_ranges, typed, visible
from rideau.domain.settings import ClockRange
from rideau.domain.text import Text


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("09:00-12:30", 540, 750),
        (" 9:00 \u2013 12:30 ", 540, 750),
        ("22:00-02:00", 1320, 1560),
        ("00:00-24:00", 0, 1440),
    ],
)
def test_a_range_is_read(text: str, start: int, end: int) -> None:
    assert parse_range(text) == ClockRange(start, end)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("9-12", "is not a time range"),
        ("09:60-12:00", "09:60 in “09:60-12:00” is no time"),
        ("09:00-25:00", "25:00 in"),
        ("24:00-25:00", "which is only an end"),
        ("09:00-09:00", "ends when it starts"),
        ("\x07", "“\\x07”"),
        ("x" * 99, "…”"),
    ],
)
def test_what_is_no_range_is_said(text: str, said: str) -> None:
    assert said in str(parse_range(text))


def test_a_day_of_several_ranges_is_sorted_and_goes_back_to_text() -> None:
    day = parse_ranges("14:00-18:00; 9:00-12:30,")
    assert day == (ClockRange(540, 750), ClockRange(840, 1080))
    assert isinstance(day, tuple)
    assert typed(day) == "09:00-12:30, 14:00-18:00"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "No hours stand here yet"),
        ("09:00-12:30, soon", "“soon” is not a time range"),
        ("09:00-12:30, 12:00-13:00", "“12:00-13:00” overlaps “09:00-12:30”"),
    ],
)
def test_what_is_wrong_with_a_day_is_said(text: str, said: str) -> None:
    found = parse_ranges(text)
    assert isinstance(found, Text)
    assert said in str(found)


def test_ranges_that_touch_hold() -> None:
    assert parse_ranges("09:00-12:00, 12:00-13:00") == (ClockRange(540, 720), ClockRange(720, 780))


@pytest.mark.parametrize("text", ["", "0", "09", "09:", "09:00", "09:00-", "09:00 - 1", "09:00-12:3", "09:00-10:00, 1"])
def test_what_is_typed_half_is_not_wrong_yet(text: str) -> None:
    assert is_unfinished(text)


@pytest.mark.parametrize("text", ["soon", "9-", "09:00-12:00-", "soon, 1", "09:000"])
def test_what_no_letter_more_can_mend_is_wrong_now(text: str) -> None:
    assert not is_unfinished(text)


def test_what_does_not_print_is_written_out() -> None:
    assert visible("a\nb") == "a\\nb"
