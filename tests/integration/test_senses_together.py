# SPDX-License-Identifier: MIT
"""Do all senses together tell of a call and of do-not-disturb on a real desktop, from one thread, and leave nothing?"""

import threading
from collections.abc import Callable, Iterator

import pytest

from rideau.bootstrap.attention import attention_of, openers
from rideau.domain.attention import Signals
from stage.desktop import DUNST, Desktop, Furniture
from stage.program import PATIENCE_S
from stage.sound import PulseAudio


@pytest.fixture(name="server")
def fixture_server() -> Iterator[PulseAudio]:
    with PulseAudio() as server:
        yield server


@pytest.fixture(name="desktop")
def fixture_desktop(server: PulseAudio) -> Iterator[Desktop]:
    there = {"PULSE_SERVER": f"unix:{server.socket}"}
    with Desktop(Furniture(notifications=DUNST, environment=there)) as desktop:
        yield desktop


def test_a_call_and_do_not_disturb_are_told_as_they_begin_and_end(server: PulseAudio, desktop: Desktop) -> None:
    news = threading.Condition()
    told: list[Signals] = []

    def take(signals: Signals) -> None:
        with news:
            told.append(signals)
            news.notify_all()

    def wait_until(holds: Callable[[Signals], object]) -> None:
        with news:
            assert news.wait_for(lambda: told and holds(told[-1]), PATIENCE_S), told

    threads = threading.active_count()
    attention = attention_of(lambda act: act(), desktop.environment)
    attention.start(take)
    wait_until(lambda told: told.microphone is False and told.do_not_disturb is False)
    assert threading.active_count() == threads + 1
    with server.microphone() as microphone:
        app = server.record(server.own_program("zoom"), "Zoom", microphone)
        wait_until(lambda told: told.microphone)
        desktop.run(["dunstctl", "set-paused", "true"])
        wait_until(lambda told: told.microphone and told.do_not_disturb)
        app.kill()
        wait_until(lambda told: told.microphone is False and told.do_not_disturb)
    desktop.run(["dunstctl", "set-paused", "false"])
    wait_until(lambda told: told.do_not_disturb is False)
    assert attention.look() == attention.signals()
    attention.stop()
    assert threading.active_count() == threads


def test_each_sense_says_what_it_can_tell_here(desktop: Desktop) -> None:
    probes = [opener.probe(desktop.environment) for opener in openers()]
    assert len({each.name for each in probes}) == len(probes)
    assert [opener.name for opener in openers()] == [each.name for each in probes]
