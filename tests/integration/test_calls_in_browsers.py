# SPDX-License-Identifier: MIT
"""Is a call in a real Chromium and Firefox sensed, on PulseAudio and PipeWire, from its begin to its end?"""

import contextlib
import itertools
from collections.abc import Callable, Iterator

import pytest

from rideau.adapters.linux.attention.microphone_sense import MicrophoneSense
from stage.desktop import Furniture
from stage.senses import until
from stage.sound import COOKIE, SOUND_SERVERS, SoundServer
from stage.sound import until as until_heard
from stage.web import Browser, Web

CALL = "navigator.mediaDevices.getUserMedia({audio: true}).then(stream => { window.call = stream; return true })"
HANG_UP = "(window.call.getTracks().forEach(track => track.stop()), true)"
FIREFOX = {"media__navigator__permission__disabled": True, "media__navigator__streams__fake": False}


@pytest.fixture(scope="module", name="server", params=SOUND_SERVERS, ids=lambda kind: kind.name)
def fixture_server(request: pytest.FixtureRequest) -> Iterator[SoundServer]:
    with request.param() as server, server.microphone() as microphone:
        with server.client() as pulse:
            pulse.source_default_set(microphone)
            until_heard(lambda: pulse.server_info().default_source_name == microphone, lambda: str(pulse.server_info()))
        yield server


@pytest.fixture(scope="module", name="web")
def fixture_web(server: SoundServer) -> Iterator[Web]:
    there = {"PULSE_SERVER": f"unix:{server.socket}", COOKIE: server.environment[COOKIE]}
    with Web(Furniture(notifications=None, environment=there)) as web:
        yield web


@pytest.fixture(params=["chromium", "firefox"], name="browser")
def fixture_browser(request: pytest.FixtureRequest, web: Web) -> Iterator[Browser]:
    make: Callable[[], contextlib.AbstractContextManager[Browser]] = {
        "chromium": lambda: web.chromium("--use-fake-ui-for-media-stream"),
        "firefox": lambda: web.firefox(**FIREFOX),
    }[request.param]
    with make() as browser:
        yield browser


def test_a_call_is_sensed_from_its_begin_to_its_end(web: Web, server: SoundServer, browser: Browser) -> None:
    with contextlib.closing(MicrophoneSense(server.environment)) as sense:
        tab = browser.open_tab(web.origin.https())
        for call in itertools.repeat(CALL, 2):
            assert sense.signals().microphone is False
            assert tab.evaluate(call)
            until(sense, lambda told: told.microphone)
            assert tab.evaluate(HANG_UP)
            until(sense, lambda told: told.microphone is False)
        assert tab.evaluate(CALL)
        until(sense, lambda told: told.microphone)
        tab.close()  # as who leaves without hanging up
        until(sense, lambda told: told.microphone is False)
