# SPDX-License-Identifier: MIT
"""Does the recording announcer keep to its port, and press what it was given?"""

from collections.abc import Callable

import pytest

from contracts.announcer import AnnouncerContract
from fakes.announcer import RecordingAnnouncer
from rideau.ports.desktop import Notice


class TestRecordingAnnouncer(AnnouncerContract):
    """Run the contract."""

    @pytest.fixture
    def announcer(self) -> RecordingAnnouncer:
        return RecordingAnnouncer()

    @pytest.fixture
    def wait_until_shown(self, announcer: RecordingAnnouncer) -> Callable[[int], bool]:
        return lambda count: len(announcer.notices) >= count


def test_the_button_of_the_latest_notice_is_pressed() -> None:
    announcer, pressed = RecordingAnnouncer(), list[str]()
    announcer.announce(Notice("one"), lambda: pressed.append("one"))
    announcer.announce(Notice("two"), lambda: pressed.append("two"))
    announcer.press()
    assert pressed == ["two"]
    assert [notice.title for notice in announcer.notices] == ["one", "two"]


def test_a_notice_without_a_button_cannot_be_pressed() -> None:
    announcer = RecordingAnnouncer()
    announcer.announce(Notice("one"))
    with pytest.raises(AssertionError, match="no button"):
        announcer.press()
