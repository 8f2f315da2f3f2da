# SPDX-License-Identifier: MIT
"""Are work notifications withheld, and everybody else's left alone, by real notification daemons?"""

import json
import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import new_method_call

from contracts.enforcer import CLOSED, OPEN, EnforcerContract
from rideau.adapters.linux.notifications.notification_guard import FIREFOX
from rideau.domain.probe import Fitness
from rideau.ports.enforcer import Enforcer
from stage.desktop import DUNST, LIGHT_DAEMONS, LXQT, XFCE4_NOTIFYD, Daemon, Desktop, Furniture
from stage.guarding import GUARD_UNTIL_KILLED, Guarding
from stage.sender import DAEMON as NOTIFICATION_DAEMON
from stage.sender import Closings, Sender, unreadable
from stage.windows import WindowWatch

BURST = 300
FAR_BELOW_NOTICE_S = 0.25


@pytest.fixture(params=LIGHT_DAEMONS, ids=lambda daemon: daemon.name)
def desktop(request: pytest.FixtureRequest) -> Iterator[Desktop]:
    daemon: Daemon = request.param
    with Desktop(Furniture(notifications=daemon)) as furnished:
        yield furnished


@pytest.fixture
def dunst() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=DUNST)) as furnished:
        yield furnished


class TestNotificationGuard(EnforcerContract):
    """Run the contract on a real bus with dunst."""

    @pytest.fixture
    def enforcer(self, dunst: Desktop) -> Iterator[Enforcer]:
        with Guarding(dunst) as guarding:
            yield guarding.guard


def test_a_message_that_cannot_be_read_is_passed_over(dunst: Desktop) -> None:
    with Sender(dunst.bus) as app, Guarding(dunst) as guarding:
        assert guarding.guard.apply(CLOSED).problem is None
        content = ("Slack", 0, "", "Odd", "", [], {"odd": ("u", 0)}, -1)
        odd = new_method_call(NOTIFICATION_DAEMON, "Notify", "susssasa{sv}i", content)
        app.connection.sock.sendall(unreadable(app.connection, odd))
        app.notify("Slack", "Deadline")
        assert guarding.wait(1)
        assert guarding.titles == ["Deadline"]


def test_work_is_withheld_and_personal_is_shown(desktop: Desktop) -> None:
    with Sender(desktop.bus) as app, WindowWatch(desktop.environment) as windows, Guarding(desktop) as guarding:
        assert guarding.guard.apply(CLOSED).problem is None
        app.notify("Slack", "Deadline")
        assert guarding.wait(1)
        assert windows.settle()
        assert all(duration < FAR_BELOW_NOTICE_S for duration in windows.durations())
        windows.clear()
        app.notify("Friend", "Dinner?")
        assert windows.wait("map")
        assert guarding.titles == ["Deadline"]


def test_the_same_app_is_shown_again_at_opening(desktop: Desktop) -> None:
    with Sender(desktop.bus) as app, WindowWatch(desktop.environment) as windows, Guarding(desktop) as guarding:
        guarding.guard.apply(CLOSED)
        guarding.guard.apply(OPEN)
        app.notify("Slack", "Good morning")
        assert windows.wait("map")
        assert guarding.held == []


def test_a_daemon_that_restarts_is_picked_up(desktop: Desktop) -> None:
    with WindowWatch(desktop.environment) as windows, Guarding(desktop) as guarding:
        guarding.guard.apply(CLOSED)
        desktop.stop_notifications()
        desktop.start_notifications()
        windows.clear()
        with Sender(desktop.bus) as app:
            app.notify("Slack", "After the restart")
            assert guarding.wait(1)
            assert windows.settle()


def test_a_daemon_that_starts_late_is_picked_up(desktop: Desktop) -> None:
    desktop.stop_notifications()
    with WindowWatch(desktop.environment) as windows, Guarding(desktop) as guarding:
        assert guarding.guard.apply(CLOSED).networks == ("slack",)
        desktop.start_notifications()
        with Sender(desktop.bus) as app:
            app.notify("Slack", "Late")
            assert guarding.wait(1)
            assert windows.settle()
            app.notify("Friend", "Dinner?")
            assert windows.wait("map")


def test_of_300_at_once_300_are_kept_in_their_order(desktop: Desktop) -> None:
    with Sender(desktop.bus) as app, Guarding(desktop) as guarding:
        guarding.guard.apply(CLOSED)
        for number in range(BURST):
            app.notify("Slack", f"work {number}")
        assert guarding.wait(BURST)
        assert guarding.titles == [f"work {number}" for number in range(BURST)]


@pytest.mark.parametrize("daemon", [XFCE4_NOTIFYD, LXQT], ids=lambda daemon: daemon.name)
def test_in_a_mixed_burst_all_work_is_closed_and_nothing_else(daemon: Daemon) -> None:
    """Counted by what the daemon says it closed; dunst says it to the sender alone, and is counted below."""
    with (
        Desktop(Furniture(notifications=daemon)) as desktop,
        Sender(desktop.bus) as app,
        Closings(desktop.bus) as closings,
        Guarding(desktop) as guarding,
    ):
        guarding.guard.apply(CLOSED)
        work = []
        for number in range(BURST // 2):
            work.append(app.notify("Slack", f"work {number}"))
            app.notify("Friend", f"personal {number}")
        assert guarding.wait(BURST // 2)
        assert sorted(closings.by_call(BURST // 2)) == sorted(work)


def test_in_a_burst_of_300_none_of_a_friend_is_lost_and_all_work_is_kept(dunst: Desktop) -> None:
    dunst.run(["dunstctl", "set-paused", "true"])  # what passes then waits in dunst's queue and can be counted
    with Sender(dunst.bus) as app, Guarding(dunst) as guarding:
        guarding.guard.apply(CLOSED)
        for number in range(BURST // 2):
            app.notify("Slack", f"work {number}")
            app.notify("Friend", f"personal {number}")
        assert guarding.wait(BURST // 2)
        assert guarding.titles == [f"work {number}" for number in range(BURST // 2)]
        assert dunst.run(["dunstctl", "count", "waiting"]).stdout.strip() == str(BURST // 2)


def test_do_not_disturb_and_its_queue_stay_the_persons(dunst: Desktop) -> None:
    dunst.run(["dunstctl", "set-paused", "true"])
    with Sender(dunst.bus) as app, Guarding(dunst) as guarding:
        app.notify("Friend", "Before")
        guarding.guard.apply(CLOSED)
        app.notify("Friend", "During")
        app.notify("Slack", "Work")
        assert guarding.wait(1)
        guarding.guard.release()
        assert dunst.run(["dunstctl", "is-paused"]).stdout.strip() == "true"
        assert dunst.run(["dunstctl", "count", "waiting"]).stdout.strip() == "2"


def test_an_update_of_one_notification_counts_once(dunst: Desktop) -> None:
    with Sender(dunst.bus) as app, Guarding(dunst) as guarding:
        guarding.guard.apply(CLOSED)
        number = app.notify("Slack", "Upload 10 %")
        assert guarding.wait(1)
        app.notify("Slack", "Upload 20 %", replaces=number)
        app.notify("Slack", "Done")
        assert guarding.wait(2)
        assert guarding.titles == ["Upload 10 %", "Done"]


def test_rideaus_own_notices_pass(dunst: Desktop) -> None:
    with Sender(dunst.bus) as app, Guarding(dunst) as guarding, WindowWatch(dunst.environment) as windows:
        guarding.guard.apply(CLOSED)
        app.notify("Slack", "A digest", hints={"desktop-entry": ("s", "rideau")})
        assert windows.wait("map")
        assert guarding.held == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("<b>bold</b> & <script>", "<a href='x'>" * 50),
        ("\x1b[31m\x07bell\u202egpj", "\u2066" * 200),
        ("", ""),
        ("big", "a" * 1_000_000),
    ],
    ids=["markup", "control", "empty", "megabyte"],
)
def test_hostile_texts_stop_nobody(dunst: Desktop, title: str, body: str) -> None:
    odd = {"desktop-entry": ("u", 7), "urgency": ("s", "!"), "image-data": ("s", "no image"), "x": ("(ii)", (1, 2))}
    with Sender(dunst.bus) as app, Guarding(dunst) as guarding:
        guarding.guard.apply(CLOSED)
        app.notify("Slack", title, body, hints=odd)
        app.notify("Friend", "hello")
        app.notify("Slack", "after")
        assert guarding.wait(2)
        assert guarding.titles[1] == "after"
        assert len(guarding.titles[0]) <= 200
        assert not any(ord(char) < ord(" ") for char in guarding.titles[0])


def test_a_bus_that_goes_away_is_reported_once_and_joined_again(
    dunst: Desktop, caplog: pytest.LogCaptureFixture
) -> None:
    with Guarding(dunst) as guarding:
        guarding.guard.apply(CLOSED)
        with caplog.at_level(logging.WARNING):
            dunst.bus.stop()
            _wait_until_lost(guarding)
            report = guarding.guard.apply(CLOSED)
        assert len([record for record in caplog.records if "not watched" in record.message]) == 1
        assert report.networks == ()
        assert guarding.guard.probe().fitness is Fitness.MISSING
        dunst.bus.start()
        assert guarding.guard.apply(CLOSED).networks == ("slack",)
        dunst.programs.pop("dunst").stop()
        dunst.start_notifications()
        with Sender(dunst.bus) as app:
            app.notify("Slack", "Again")
            assert guarding.wait(1)


def _wait_until_lost(guarding: Guarding) -> None:
    deadline = time.monotonic() + 10
    while guarding.guard.apply(CLOSED).problem is None:
        assert time.monotonic() < deadline, "the end of the bus was not noticed"


def test_a_bus_that_comes_back_is_watched_again_with_nobody_asking(dunst: Desktop) -> None:
    with Guarding(dunst) as guarding:
        guarding.guard.apply(CLOSED)
        dunst.bus.stop()
        _wait_until_lost(guarding)
        dunst.bus.start()
        dunst.programs.pop("dunst").stop()
        dunst.start_notifications()
        with Sender(dunst.bus) as app:
            for number in range(20):
                app.notify("Slack", f"Again {number}")
            assert guarding.wait(1, 1)
            assert guarding.guard.apply(CLOSED).problem is None


def test_a_bus_that_is_quickly_replaced_is_not_missed(dunst: Desktop) -> None:
    with Guarding(dunst) as guarding:
        guarding.guard.apply(CLOSED)
        for number in range(3):
            dunst.bus.stop()
            dunst.bus.start()
            dunst.programs.pop("dunst").stop()
            dunst.start_notifications()
            with Sender(dunst.bus) as app:
                before = len(guarding.held)
                for _ in range(20):
                    app.notify("Slack", f"Again {number}")
                assert guarding.wait(before + 1, 2)


def test_letting_go_while_the_bus_is_away_ends_the_thread(dunst: Desktop) -> None:
    with Guarding(dunst) as guarding:
        guarding.guard.apply(CLOSED)
        dunst.bus.stop()
        _wait_until_lost(guarding)
    assert not _is_watching()


@pytest.mark.parametrize("browser", ["firefox", "firefox-esr", ""])
def test_what_firefox_cannot_tell_is_said_where_there_is_a_firefox(dunst: Desktop, browser: str) -> None:
    programs = dunst.folder / "programs"
    programs.mkdir()
    if browser:
        (programs / browser).write_text("#!/bin/sh\n")
        (programs / browser).chmod(0o755)
    dunst.environment["PATH"] = str(programs)
    with Guarding(dunst) as guarding:
        assert guarding.guard.apply(OPEN).not_covered == ()
        assert guarding.guard.apply(CLOSED).not_covered == ((FIREFOX,) if browser else ())


def test_no_bus_is_missing_with_a_remedy() -> None:
    with Desktop(Furniture(notifications=None, window_manager="")) as desktop:
        del desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
        with Guarding(desktop) as guarding:
            probe = guarding.guard.probe()
            assert probe.fitness is Fitness.MISSING
            assert probe.remedy is not None


def test_a_guard_that_is_killed_leaves_nothing_behind(dunst: Desktop) -> None:
    before = {file: file.read_bytes() for file in dunst.config.rglob("*") if file.is_file()}
    killed = dunst.start([sys.executable, "-c", GUARD_UNTIL_KILLED], PYTHONPATH=os.pathsep.join(sys.path))
    assert killed.wait() == -signal.SIGKILL, killed.output()
    with Sender(dunst.bus) as app, WindowWatch(dunst.environment) as windows:
        app.notify("Slack", "Shown again")
        assert windows.wait("map")
    assert {file: file.read_bytes() for file in dunst.config.rglob("*") if file.is_file()} == before


def _is_watching() -> bool:
    return "notifications" in {thread.name for thread in threading.enumerate()}


def test_nothing_runs_while_nothing_is_muted(dunst: Desktop) -> None:
    with Guarding(dunst) as guarding:
        states = []
        for plan in (OPEN, CLOSED, OPEN):
            guarding.guard.apply(plan)
            states.append(_is_watching())
        assert states == [False, True, False]


def test_a_page_in_chromium_is_told_by_its_origin(dunst: Desktop) -> None:
    profile = dunst.folder / "profile"
    (profile / "Default").mkdir(parents=True)
    granted = {"profile": {"default_content_setting_values": {"notifications": 1}}}
    (profile / "Default/Preferences").write_text(json.dumps(granted))
    page = dunst.folder / "page"
    page.mkdir()
    (page / "index.html").write_text("<script>new Notification('From a page', {body: 'hello'})</script>")
    with Guarding(dunst) as guarding:
        guarding.guard.apply(CLOSED)
        dunst.programs["pages"] = dunst.start(
            ["python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(page)],
            log="pages.log",
        )
        port = _port(dunst.programs["pages"].log)
        flags = ["--no-sandbox", f"--user-data-dir={profile}", "--no-first-run", "--disable-gpu"]
        dunst.programs["chromium"] = dunst.start(["chromium", *flags, f"http://localhost:{port}/"])
        assert guarding.wait(1, 40), dunst.programs["chromium"].output()[-2000:]
        assert guarding.titles[0] == "From a page"
        assert guarding.held[0].network == "slack"


def _port(log: Path) -> str:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        said = log.read_text()
        if " port " in said:
            return said.split(" port ")[1].split()[0]
        time.sleep(0.05)
    raise AssertionError(log)
