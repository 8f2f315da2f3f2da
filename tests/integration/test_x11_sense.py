# SPDX-License-Identifier: MIT
"""Does an X screen tell of full screen, slides, meetings, mirroring, presence and typing, whoever manages windows?"""

import contextlib
import time
from collections.abc import Iterator

import pytest

from contracts.window_source import start_app
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.adapters.linux.attention.x11_idle import Pace
from rideau.adapters.linux.attention.x11_sense import X11Sense, open_x11_sense, x11_door, x11_probe
from rideau.domain.attention import Presence, Signals
from rideau.domain.probe import Fitness
from stage.desktop import Home
from stage.manager import wait_for_manager
from stage.program import PATIENCE_S
from stage.screen import Screen
from stage.sensing import until

QUICK = Pace(resting_ms=400, pause_ms=300, burst_s=0.4)


class _OnX:
    manager = ""

    @pytest.fixture
    def home(self) -> Iterator[Home]:
        with Home() as home, Screen(home.environment, home.folder) as screen:
            home.environment["DISPLAY"] = screen.display
            if self.manager:
                home.start([self.manager])
                wait_for_manager(home.environment)
            yield home

    @pytest.fixture
    def sense(self, home: Home) -> Iterator[X11Sense]:
        with contextlib.closing(X11Sense(home.environment, QUICK)) as sense:
            yield sense


class _Managed(_OnX):
    def test_the_window_in_use_is_told_without_its_title(self, home: Home, sense: X11Sense) -> None:
        assert sense.signals().active is None
        app = start_app(home, "Private words")
        until(sense, lambda told: told.active)
        active = sense.signals().active
        assert active is not None
        assert (active.pid, active.app_class, active.title) == (app.program.pid, "org.example.Ledger", "")
        assert "Private" not in repr(vars(sense._seen))
        app.program.stop()
        until(sense, lambda told: told.active is None)

    def test_a_window_that_fills_the_screen_is_told_while_it_is_in_use(self, home: Home, sense: X11Sense) -> None:
        start_app(home, "Film")
        until(sense, lambda told: told.active)
        assert sense.signals().full_screen is False
        home.run(["wmctrl", "-r", "Film", "-b", "add,fullscreen"])
        until(sense, lambda told: told.full_screen)
        start_app(home, "Letters")
        until(sense, lambda told: told.full_screen is False)
        home.run(["wmctrl", "-a", "Film"])
        until(sense, lambda told: told.full_screen)
        home.run(["wmctrl", "-r", "Film", "-b", "remove,fullscreen"])
        until(sense, lambda told: told.full_screen is False)

    def test_a_window_that_changes_at_each_key_is_asked_no_more_but_seen_to_fill_the_screen(
        self, home: Home, sense: X11Sense
    ) -> None:
        """Chromium notes the time of each key on its window."""
        start_app(home, "Typing")
        until(sense, lambda told: told.active)
        number = _active(sense)
        for moment in range(8):
            home.run(
                ["xprop", "-id", number, "-f", "_NET_WM_USER_TIME", "32c", "-set", "_NET_WM_USER_TIME", f"{moment}"]
            )
            sense.look()
        sense.read()
        home.run(["xprop", "-id", number, "-f", "_NET_WM_USER_TIME", "32c", "-set", "_NET_WM_USER_TIME", "99"])
        sense.look()
        assert not sense._server.events
        home.run(["wmctrl", "-r", "Typing", "-b", "add,fullscreen"])
        until(sense, lambda told: told.full_screen)

    def test_slides_on_another_screen_are_told_though_another_window_is_in_use(
        self, home: Home, sense: X11Sense
    ) -> None:
        start_app(home, "Presenting: talk.odp")
        until(sense, lambda told: told.active)
        home.run(["xdotool", "set_window", "--class", "Soffice", _active(sense)])
        home.run(["wmctrl", "-r", "Presenting", "-b", "add,fullscreen"])
        until(sense, lambda told: told.presenting)
        start_app(home, "Notes")
        until(sense, lambda told: told.active and told.active.app_class != "Soffice")
        assert (sense.signals().presenting, sense.signals().full_screen) == (True, False)

    def test_a_meeting_is_told_by_its_title_and_its_end_too_though_another_window_is_in_use(
        self, home: Home, sense: X11Sense
    ) -> None:
        room = start_app(home, "Google Meet")
        until(sense, lambda told: told.active)
        assert sense.signals().meeting is False
        room.obey("title Meet - abc-defg-hij")
        until(sense, lambda told: told.meeting)
        start_app(home, "Notes")
        first = _active(sense)
        until(sense, lambda told: told.active and _active(sense) != first)
        assert sense.signals().meeting
        room.obey("title Google Meet")
        until(sense, lambda told: told.meeting is False)

    def test_a_title_that_changes_in_the_background_is_known_at_a_look(self, home: Home, sense: X11Sense) -> None:
        room = start_app(home, "Google Meet")
        until(sense, lambda told: told.active)
        first = _active(sense)
        start_app(home, "Notes")
        until(sense, lambda told: told.active and _active(sense) != first)
        room.obey("title Meet - abc-defg-hij")
        end = time.monotonic() + PATIENCE_S
        while not sense.signals().meeting:
            assert time.monotonic() < end, "the title was never read"
            sense.look()

    def test_the_signs_of_sharing_are_told_while_they_are_there(self, home: Home, sense: X11Sense) -> None:
        """Windows that look like the browsers' own; ``test_sharing_in_browsers`` has the real ones."""
        app = start_app(home, "Browser \u2014 Sharing Indicator")
        until(sense, lambda told: told.active)
        home.run(["xdotool", "set_window", "--role", "WebRTCGlobalIndicator", _active(sense)])
        until(sense, lambda told: told.sharing)
        app.program.stop()
        until(sense, lambda told: told.sharing is False)

    def test_a_window_of_rideaus_own_is_nobodys(self, home: Home, sense: X11Sense) -> None:
        start_app(home, "Meet - abc-defg-hij")
        until(sense, lambda told: told.meeting and told.active)
        home.run(["xdotool", "set_window", "--class", "Rideau", "--classname", "rideau", _active(sense)])
        until(sense, lambda told: told.active is None)
        assert sense.signals().meeting is False

    def test_what_was_there_before_is_told_from_the_start(self, home: Home, sense: X11Sense) -> None:
        start_app(home, "Film")
        until(sense, lambda told: told.active)
        home.run(["wmctrl", "-r", "Film", "-b", "add,fullscreen"])
        until(sense, lambda told: told.full_screen)
        with contextlib.closing(X11Sense(home.environment)) as late:
            assert late.signals()._replace(presence=None, typing=None) == sense.signals()._replace(
                presence=None, typing=None
            )


class TestUnderOpenbox(_Managed):
    manager = "openbox"


class TestUnderXfwm4(_Managed):
    manager = "xfwm4"


class TestWithoutAWindowManager(_OnX):
    def test_keys_are_told_as_typing_and_their_pause_ends_it(self, home: Home, sense: X11Sense) -> None:
        until(sense, lambda told: told.typing is False)
        typing = home.start(["xdotool", "type", "--delay", "100", "a long letter " * 40])
        until(sense, lambda told: told.typing)
        typing.stop()
        until(sense, lambda told: told.typing is False)

    def test_who_rests_is_told_and_who_is_back_with_the_pointer_which_is_no_typing(
        self, home: Home, sense: X11Sense
    ) -> None:
        until(sense, lambda told: told.presence is Presence.RESTING)
        home.run(["xdotool", "mousemove_relative", "5", "5"])
        until(sense, lambda told: told.presence is Presence.ACTIVE)
        assert sense.signals().typing is False
        until(sense, lambda told: told.presence is Presence.RESTING)
        with contextlib.closing(X11Sense(home.environment, QUICK)) as late:
            assert late.signals().presence is Presence.RESTING

    def test_who_is_gone_for_longer_is_away(self, home: Home) -> None:
        home.run(["xdotool", "mousemove_relative", "5", "5"])
        with contextlib.closing(X11Sense(home.environment, Pace(resting_ms=1, away_ms=600))) as sense:
            until(sense, lambda told: told.presence is Presence.AWAY)
        with contextlib.closing(X11Sense(home.environment, Pace(resting_ms=1, away_ms=600))) as late:
            assert late.signals().presence is Presence.AWAY

    def test_two_outputs_that_show_the_same_are_told(self, home: Home, sense: X11Sense) -> None:
        assert sense.signals().mirrored is False
        home.run(["xrandr", "--setmonitor", "LAPTOP", "1280/300x800/200+0+0", "screen"])
        home.run(["xrandr", "--setmonitor", "PROJECTOR", "1024/300x768/200+0+0", "none"])
        until(sense, lambda told: told.mirrored)
        home.run(["xrandr", "--delmonitor", "PROJECTOR"])
        until(sense, lambda told: told.mirrored is False)

    def test_nothing_of_windows_is_known_until_a_manager_comes(self, home: Home, sense: X11Sense) -> None:
        told = sense.signals()
        assert (told.full_screen, told.meeting, told.presenting, told.sharing) == (None, None, None, None)
        assert x11_probe(home.environment).fitness is Fitness.NOT_HERE
        home.start(["openbox"])
        until(sense, lambda told: told.full_screen is False)
        assert x11_probe(home.environment).fitness is Fitness.WORKS

    def test_beside_wayland_only_a_yes_counts(self, home: Home) -> None:
        with contextlib.closing(X11Sense({**home.environment, "WAYLAND_DISPLAY": "wayland-0"})) as sense:
            assert sense.signals() == Signals()
        assert x11_probe({**home.environment, "WAYLAND_DISPLAY": "wayland-0"}).fitness is Fitness.NOT_HERE

    def test_when_the_server_ends_the_sense_is_lost(self) -> None:
        with Home() as home:
            with Screen(home.environment, home.folder) as screen:
                home.environment["DISPLAY"] = screen.display
                door = x11_door(home.environment)
                assert door is not None
                assert door.exists()
                sense = open_x11_sense(home.environment)
            assert sense is not None
            with pytest.raises(SenseLostError):
                sense.read()
            with pytest.raises(SenseLostError):
                sense.look()
            sense.close()
            sense.close()
            with pytest.raises(SenseLostError):
                open_x11_sense(home.environment)


def test_where_there_is_no_x_screen_nothing_is_opened() -> None:
    assert open_x11_sense({}) is None
    assert x11_door({}) is None
    assert x11_probe({}).fitness is Fitness.NOT_HERE


def _active(sense: X11Sense) -> str:
    active = sense.signals().active
    assert active is not None
    return active.id.partition(":")[2]
