# SPDX-License-Identifier: MIT
"""Is a time understood however it is typed?"""

import pytest

from rideau.domain.typed_time import minute_meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", 540),
        ("9:00", 540),
        ("09:30", 570),
        ("930", 570),
        ("1830", 1110),
        ("9h", 540),
        ("9\u202fh\u202f30", 570),
        ("9.30", 570),
        ("24:00", 1440),
        ("0", 0),
        (" 9:30 PM ", 1290),
        ("12 am", 0),
        ("12:05pm", 725),
        ("9 p.m.", 1260),
        ("13 pm", None),
        ("24:15", None),
        ("9:75", None),
        ("", None),
        ("soon", None),
        ("9:3", None),
    ],
)
def test_a_time_is_what_a_person_means(text: str, expected: int | None) -> None:
    assert minute_meant(text) == expected
