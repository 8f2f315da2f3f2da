# SPDX-License-Identifier: MIT
"""What does everyone keep to who speaks up for Rideau?"""

import time
from collections.abc import Callable

import pytest

from rideau.ports.desktop import Announcer, Notice

AT_ONCE_S = 0.25
"""Far below what a person waits for, on a machine shared with other jobs."""


class AnnouncerContract:
    """Run by the fake and by each real adapter, with two fixtures: ``announcer``, and ``wait_until_shown``.

    The second waits until so many notices were shown, and tells whether they were.
    """

    def test_every_notice_is_shown(self, announcer: Announcer, wait_until_shown: Callable[[int], bool]) -> None:
        for number in range(3):
            announcer.announce(Notice(f"notice {number}", "its text"))
        assert wait_until_shown(3)

    def test_it_returns_at_once(self, announcer: Announcer) -> None:
        announcer.announce(Notice("the first loads what it needs"))
        began = time.perf_counter()
        announcer.announce(Notice("with a button", "text", "Read", "digest"), lambda: None)
        assert time.perf_counter() - began < AT_ONCE_S

    @pytest.mark.parametrize(
        "text",
        ["", "<b>&</i>", "\x1b[31m\u202e", "nothing\0after", "half a \ud83d", "a" * 100_000],
        ids=["empty", "markup", "control", "null", "surrogate", "long"],
    )
    def test_no_text_stops_it(self, announcer: Announcer, wait_until_shown: Callable[[int], bool], text: str) -> None:
        announcer.announce(Notice(f"odd {text}", text, text, text), lambda: None)
        assert wait_until_shown(1)
        announcer.announce(Notice("the next"))
        assert wait_until_shown(2)
