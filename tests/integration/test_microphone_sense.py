# SPDX-License-Identifier: MIT
"""Is it sensed on a real PulseAudio and PipeWire that somebody listens or rings, and nothing else?"""

import contextlib
import sys
import threading
from collections.abc import Iterator

import pytest

from rideau.adapters.linux.attention.linux_attention import LinuxAttention
from rideau.adapters.linux.attention.microphone_sense import MicrophoneSense, microphone_probe
from rideau.adapters.linux.attention.openers import OTHERS
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness
from rideau.domain.sound import SoundStream
from stage.desktop import Home
from stage.program import PATIENCE_S
from stage.senses import stays, until
from stage.sound import PLAYER, SOUND_SERVERS, SoundServer, own_python

METER = """import pulsectl, sys
pulsectl.Pulse("meter", server=sys.argv[1]).get_peak_sample(sys.argv[2], 1)
print("metered")"""
"""Shows a level for a second, as a mixer does."""


@pytest.fixture(scope="module", name="server", params=SOUND_SERVERS, ids=lambda kind: kind.name)
def fixture_server(request: pytest.FixtureRequest) -> Iterator[SoundServer]:
    with request.param() as server:
        yield server


@pytest.fixture(name="sense")
def fixture_sense(server: SoundServer) -> Iterator[MicrophoneSense]:
    with contextlib.closing(MicrophoneSense(server.environment)) as sense:
        yield sense
    for each in server.started:
        each.kill()


def test_an_app_that_records_is_sensed_until_it_stops(server: SoundServer, sense: MicrophoneSense) -> None:
    assert sense.signals() == Signals(microphone=False)
    with server.microphone() as microphone:
        first = server.record(server.own_program("zoom"), "Zoom", microphone)
        until(sense, lambda told: told.microphone)
        second = server.record(server.own_program("zoom"), "Zoom", microphone)
        second_heard = MicrophoneSense(server.environment)
        assert second_heard.signals().microphone, "what goes on already is known from the start"
        second_heard.close()
        first.kill()
        second.kill()
        until(sense, lambda told: not told.microphone)


def test_what_records_what_is_played_is_no_call(server: SoundServer, sense: MicrophoneSense) -> None:
    with server.ear() as ear:
        goal = ear.blocks_heard() + 20
        stays(sense, lambda told: told.microphone is False, lambda: ear.blocks_heard() < goal)


def test_what_shows_a_level_is_no_call(server: SoundServer, sense: MicrophoneSense) -> None:
    with server.microphone() as microphone:
        meter = server.start([sys.executable, "-c", METER, f"unix:{server.socket}", microphone], log="meter.log")
        stays(sense, lambda told: told.microphone is False, lambda: meter.is_running)
        assert "metered" in meter.output(), meter.output()


def test_music_is_no_call_and_what_rings_is_one(server: SoundServer, sense: MicrophoneSense) -> None:
    player = server.own_program("player")
    server.play(player, "Music")
    server.wait_for_streams("Music")
    sense.look()
    assert sense.signals().microphone is False
    phone = server.start(
        [str(player), str(PLAYER), "play", "--name", "Phone"],
        **own_python(),
        PULSE_PROP="media.role=phone",
        log="phone.log",
    )
    until(sense, lambda told: told.microphone)
    phone.kill()
    until(sense, lambda told: not told.microphone)


def test_a_server_that_ends_is_lost_and_comes_back_by_itself(server: SoundServer) -> None:
    news = threading.Condition()
    told: list[Signals] = []

    def take(signals: Signals) -> None:
        with news:
            told.append(signals)
            news.notify_all()

    def wait_until(*, is_known: bool) -> None:
        with news:
            assert news.wait_for(lambda: told and (told[-1].microphone is not None) is is_known, PATIENCE_S), told

    microphone = tuple(each for each in OTHERS if each.name == "microphone")
    attention = LinuxAttention(server.environment, lambda act: act(), microphone)
    attention.start(take)
    wait_until(is_known=True)
    server.end()
    wait_until(is_known=False)
    server.begin()
    wait_until(is_known=True)
    attention.stop()


def test_the_probe_tells_whether_a_server_is_there(server: SoundServer) -> None:
    assert microphone_probe(server.environment).fitness is Fitness.WORKS
    with Home() as nobody:
        assert microphone_probe(nobody.environment).fitness is Fitness.NOT_HERE
        with pytest.raises(SenseLostError):
            MicrophoneSense(nobody.environment)


def test_a_streams_name_is_not_kept(server: SoundServer, sense: MicrophoneSense) -> None:
    with server.microphone() as microphone:
        server.record(server.own_program("zoom"), "Zoom", microphone)
        until(sense, lambda told: told.microphone)
        kept = [each for each in vars(sense).values() if isinstance(each, SoundStream)]
        assert not kept
        assert "recording" not in repr({name: value for name, value in vars(sense).items() if name != "_server"})
