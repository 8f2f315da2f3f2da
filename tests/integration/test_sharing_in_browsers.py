# SPDX-License-Identifier: MIT
"""Is it known that a real browser shares the X screen, and that it fills it, while it does and not after?"""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from rideau.adapters.linux.attention.x11_captures import X11Captures
from rideau.adapters.linux.attention.x11_sense import X11Sense
from rideau.adapters.linux.windowing.x11_wire import XConnection
from stage.bus import SessionBus
from stage.chromium import Chromium
from stage.desktop import Home
from stage.firefox import Firefox
from stage.manager import wait_for_manager
from stage.screen import Screen
from stage.sensing import until
from stage.web import Browser
from stage.web import until as wait_until

PAGE = b"""<!doctype html><title>Room</title>
<script>
let stream = null;
function stopSharing() { stream.getTracks().forEach(track => track.stop()); return true; }
function leave() { document.exitFullscreen(); return true; }
onkeydown = async event => {
  if (event.key === "F9") { document.documentElement.requestFullscreen(); }
  if (event.key !== "F8") { return; }
  try {
    stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
    document.title = "Shared";
  } catch (error) { document.title = `${error}`; }
};
</script>
"""
FIREFOX: Mapping[str, object] = {
    "dom.input_events.security.minNumTicks": 0,  # a key right after the page came is a key
    "dom.input_events.security.minTimeElapsedInMS": 0,
    "media.navigator.permission.disabled": True,
    "media.navigator.streams.fake": False,
}


class _Room(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def room() -> Iterator[str]:
    """Return the address of a page that shares at F8: sharing needs a key of a person's, and localhost or https."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Room) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


def _chromium(home: Home) -> Chromium:
    return Chromium(home, switches=["--auto-select-desktop-capture-source=Entire screen"])


def _firefox(home: Home) -> Firefox:
    return Firefox(home, preferences=FIREFOX)


@pytest.mark.parametrize("manager", ["openbox", "xfwm4"])
@pytest.mark.parametrize("browser_on", [_chromium, _firefox], ids=["chromium", "firefox"])
def test_a_browser_that_shares_the_screen_or_fills_it_is_known(
    browser_on: Callable[[Home], Browser], manager: str, room: str
) -> None:
    with contextlib.ExitStack() as stage:
        home = stage.enter_context(Home())
        home.environment["DISPLAY"] = stage.enter_context(Screen(home.environment, home.folder)).display
        bus = stage.enter_context(SessionBus(home.environment, home.folder))
        home.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        home.start([manager])
        wait_for_manager(home.environment)
        sense = stage.enter_context(contextlib.closing(X11Sense(home.environment)))
        server = stage.enter_context(contextlib.closing(XConnection(home.environment)))
        captures = X11Captures(server)
        browser = browser_on(home)
        stage.callback(browser.stop)
        browser.start()
        tab = browser.open_tab(room)
        until(sense, lambda told: told.active)
        active = sense.signals().active
        assert active is not None
        assert (sense.signals().sharing, captures.is_there_one()) == (False, False)
        wait_until(lambda: tab.evaluate("document.hasFocus()"))
        home.run(["xdotool", "key", "F8"])
        wait_until(lambda: tab.evaluate("document.title") != "Room", "no key came to the page")
        assert tab.evaluate("document.title") == "Shared"
        until(sense, lambda told: told.sharing)
        wait_until(captures.is_there_one)
        sense.look()
        assert sense.signals().sharing
        tab.evaluate("stopSharing()")
        wait_until(lambda: not captures.is_there_one())
        sense.look()
        until(sense, lambda told: told.sharing is False)
        home.run(["xdotool", "windowactivate", active.id.partition(":")[2]])
        until(sense, lambda told: told.active == active)
        wait_until(lambda: tab.evaluate("document.hasFocus()"))
        home.run(["xdotool", "key", "F9"])
        until(sense, lambda told: told.full_screen)
        tab.evaluate("leave()")
        until(sense, lambda told: told.full_screen is False)
