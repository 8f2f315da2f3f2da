# SPDX-License-Identifier: MIT
"""Does Rideau speak up through a real notification daemon, and hear its button?"""

import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from rideau.adapters.linux.announcer import NotificationAnnouncer
from rideau.ports.desktop import Notice
from stage.desktop import Desktop
from stage.windows import WindowWatch


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with Desktop() as furnished:
        yield furnished


def test_a_notice_is_shown_and_its_button_reaches_the_main_thread(desktop: Desktop) -> None:
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    pressed: list[str] = []
    announcer = NotificationAnnouncer(desktop.environment, posted.put)
    with WindowWatch(desktop.environment) as windows:
        announcer.announce(Notice("14 waited", "a < b & c", "Read them", "digest"), lambda: pressed.append("read"))
        assert windows.wait("map")
        assert desktop.run(["dunstctl", "action", "0"]).returncode == 0
        posted.get(timeout=10)()
        assert pressed == ["read"]


def test_notices_of_one_name_take_each_others_place(desktop: Desktop) -> None:
    announcer = NotificationAnnouncer(desktop.environment, lambda _call: None)
    desktop.run(["dunstctl", "set-paused", "true"])
    for number in range(5):
        announcer.announce(Notice(f"notice {number}", replaces="one"))
    announcer.announce(Notice("another", replaces="two"))
    with WindowWatch(desktop.environment) as windows:
        desktop.run(["dunstctl", "set-paused", "false"])
        assert windows.wait("map")
        assert desktop.run(["dunstctl", "count", "displayed"]).stdout.strip() == "2"


def test_without_a_bus_a_notice_is_logged_and_nothing_is_raised(caplog: pytest.LogCaptureFixture) -> None:
    announcer = NotificationAnnouncer({}, lambda _call: None)
    announcer.announce(Notice("nobody hears"))
    for thread in threading.enumerate():
        if thread.name == "announcer":
            thread.join(5)
    assert "A notice could not be shown" in caplog.text
