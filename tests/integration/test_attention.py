# SPDX-License-Identifier: MIT
"""Does one thread hear all senses, lose one in peace, find it again, and tell the main thread only what differs?"""

import contextlib
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from contracts.attention import AttentionContract
from rideau.adapters.linux.attention.linux_attention import LinuxAttention
from rideau.adapters.linux.attention.sense import Opener, Sense, SenseLostError, nowhere
from rideau.bootstrap.attention import attention_of, openers
from rideau.domain.attention import Presence, Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text
from rideau.ports.attention import Attention
from stage.desktop import Home
from stage.manager import wait_for_manager
from stage.program import PATIENCE_S
from stage.screen import Screen
from stage.web import until

Post = Callable[[Callable[[], None]], None]


class Posted:
    """Be the main thread: what is posted waits until the test runs it."""

    def __init__(self) -> None:
        self._acts: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.most_waiting = 0

    def post(self, act: Callable[[], None]) -> None:
        self._acts.put(act)
        self.most_waiting = max(self.most_waiting, self._acts.qsize())

    def come(self) -> None:
        """Wait for something that was posted, and run it."""
        with contextlib.suppress(queue.Empty):
            self._acts.get(timeout=1.0)()

    def come_until(self, holds: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < end, "it was never told"
            self.come()


class Wire:
    """Lead a sense: words go in here and come out there as signals."""

    def __init__(self, name: str = "wire") -> None:
        self.name = name
        self.opened = 0
        self.is_there = True
        self.is_lost_at_once = False
        self.found: dict[str, Any] = {}
        self.threads: set[str] = set()
        self.pause = threading.Event()
        self.pause.set()
        self.door: Path | None = None
        self._end: socket.socket | None = None

    def says(self, word: str) -> None:
        assert self._end is not None
        self._end.send(f"{word}\n".encode())

    def hangs_up(self) -> None:
        assert self._end is not None
        self._end.close()

    def opener(self) -> Opener:
        probe = Probe(self.name, Text("A wire"), Fitness.WORKS, Text("A test tells."))
        return Opener(self.name, self.open, lambda _: probe, (lambda _: self.door) if self.door else nowhere)

    def open(self, _: Mapping[str, str]) -> Sense | None:
        if self.is_lost_at_once:
            raise SenseLostError("nobody answers")  # noqa: EM101, TRY003 - a test's
        if not self.is_there:
            return None
        self.opened += 1
        self._end, theirs = socket.socketpair()
        return WireSense(self, theirs, self._end)


class WireSense:
    """Tell what came through a wire; ``later X`` tells X after a moment."""

    def __init__(self, wire: Wire, end: socket.socket, other: socket.socket) -> None:
        self._wire, self._end, self._other = wire, end, other
        self._known = Signals()
        self._later: tuple[float, str] | None = None
        end.settimeout(0)

    @property
    def name(self) -> str:
        return self._wire.name

    def fileno(self) -> int:
        return self._end.fileno()

    def read(self) -> None:
        self._wire.threads.add(threading.current_thread().name)
        if self._later is not None and self._later[0] <= time.monotonic():
            self._take(self._later[1])
            self._later = None
        with contextlib.suppress(BlockingIOError):
            said = self._end.recv(4096).decode()
            if not said:
                raise SenseLostError("it hung up")  # noqa: EM101, TRY003 - a test's
            for word in said.split("\n")[:-1]:
                if word == "breaks":
                    raise AssertionError
                self._take(word)

    def signals(self) -> Signals:
        return self._known

    def deadline(self) -> float | None:
        return self._later[0] if self._later else None

    def look(self) -> None:
        self._wire.pause.wait(PATIENCE_S)
        self._known = self._known._replace(**self._wire.found)

    def close(self) -> None:
        self._end.close()
        self._other.close()

    def _take(self, word: str) -> None:
        if word.startswith("later "):
            self._later = time.monotonic() + 0.05, word.removeprefix("later ")
        else:
            field, _, value = word.partition("=")
            fields: dict[str, Any] = {field: value == "yes"}
            self._known = self._known._replace(**fields)


@pytest.fixture
def posted() -> Posted:
    return Posted()


@pytest.fixture
def sensed(posted: Posted) -> Iterator[Callable[..., tuple[LinuxAttention, list[Signals]]]]:
    """Return what starts an attention over wires, and returns it with what it told."""
    made: list[LinuxAttention] = []

    def start(*wires: Wire) -> tuple[LinuxAttention, list[Signals]]:
        attention, told = LinuxAttention({}, posted.post, tuple(each.opener() for each in wires)), list[Signals]()
        made.append(attention)
        attention.start(told.append)
        posted.come_until(lambda: told)
        return attention, told

    yield start
    for each in made:
        each.stop()


Start = Callable[..., tuple[LinuxAttention, list[Signals]]]


class TestOverAWire(AttentionContract):
    """Hold the contract."""

    @pytest.fixture
    def attention(self, posted: Posted) -> Attention:
        return LinuxAttention({}, posted.post, (Wire().opener(),))

    @pytest.fixture
    def come(self, posted: Posted) -> Callable[[], None]:
        return posted.come


class TestOnAnXScreen(AttentionContract):
    """Hold the contract, with all real senses, on a screen with a window manager."""

    @pytest.fixture
    def attention(self, posted: Posted) -> Iterator[Attention]:
        with Home() as home, Screen(home.environment, home.folder) as screen:
            home.environment["DISPLAY"] = screen.display
            home.start(["openbox"])
            wait_for_manager(home.environment)
            attention = attention_of(posted.post, home.environment)
            yield attention
            attention.stop()

    @pytest.fixture
    def come(self, posted: Posted) -> Callable[[], None]:
        return posted.come

    def test_presence_and_windows_are_known(self, attention: Attention, posted: Posted) -> None:
        told: list[Signals] = []
        attention.start(told.append)
        posted.come_until(lambda: told)
        assert told[0].presence in set(Presence)
        assert (told[0].full_screen, told[0].sharing, told[0].mirrored) == (False, False, False)


def test_what_differs_is_told_and_nothing_else(sensed: Start, posted: Posted) -> None:
    wire = Wire()
    attention, told = sensed(wire)
    wire.says("camera=no")
    wire.says("camera=no")
    wire.says("camera=yes")
    posted.come_until(lambda: told[-1].camera)
    assert all(before != after for before, after in pairwise(told))
    assert attention.signals() == told[-1]
    assert wire.threads == {"attention"}


def test_a_yes_of_one_sense_stands_against_the_no_of_another(sensed: Start, posted: Posted) -> None:
    one, other = Wire("one"), Wire("other")
    _, told = sensed(one, other)
    one.says("sharing=no")
    posted.come_until(lambda: told[-1].sharing is False)
    other.says("sharing=yes")
    posted.come_until(lambda: told[-1].sharing)


def test_what_holds_only_after_a_while_is_told_then(sensed: Start, posted: Posted) -> None:
    wire = Wire()
    _, told = sensed(wire)
    wire.says("later camera=yes")
    posted.come_until(lambda: told[-1].camera)


def test_a_sense_that_is_lost_knows_nothing_and_is_found_at_the_next_look(sensed: Start, posted: Posted) -> None:
    wire = Wire()
    attention, told = sensed(wire)
    wire.says("camera=yes")
    posted.come_until(lambda: told[-1].camera)
    wire.hangs_up()
    posted.come_until(lambda: told[-1] == Signals())
    wire.found = {"sharing": True}
    until(lambda: attention.look().sharing)
    assert wire.opened == 2


def test_a_sense_that_was_not_there_is_opened_once_its_socket_is_made(
    sensed: Start, posted: Posted, tmp_path: Path
) -> None:
    wire = Wire()
    wire.is_there, wire.door = False, tmp_path / "native"
    _, told = sensed(wire)
    assert wire.opened == 0
    wire.is_there = True
    (tmp_path / "another").touch()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(wire.door))
        until(lambda: wire.opened)
    wire.says("microphone=yes")
    posted.come_until(lambda: told[-1].microphone)
    assert wire.opened == 1


def test_whoever_listens_a_moment_after_its_socket_was_made_is_found_too(sensed: Start, tmp_path: Path) -> None:
    wire = Wire()
    wire.is_lost_at_once, wire.door = True, tmp_path / "native"
    sensed(wire)
    wire.door.touch()
    wire.is_lost_at_once = False
    until(lambda: wire.opened == 1)


def test_a_folder_that_is_not_there_is_no_trouble(sensed: Start, tmp_path: Path) -> None:
    wire = Wire()
    wire.door = tmp_path / "nowhere" / "native"
    sensed(wire)
    assert wire.opened == 1


def test_a_sense_that_takes_long_to_look_holds_nobody_up(sensed: Start) -> None:
    wire = Wire()
    attention, _ = sensed(wire)
    wire.found = {"sharing": True}
    wire.pause.clear()
    assert attention.look() == Signals()
    wire.pause.set()
    until(lambda: attention.signals().sharing)


def test_a_sense_that_is_told_what_nobody_foresaw_is_lost_alone(
    sensed: Start, posted: Posted, caplog: pytest.LogCaptureFixture
) -> None:
    one, other = Wire("one"), Wire("other")
    attention, told = sensed(one, other)
    one.says("camera=yes")
    other.says("sharing=yes")
    posted.come_until(lambda: told[-1].camera and told[-1].sharing)
    one.says("nonsense=yes")
    posted.come_until(lambda: told[-1] == Signals(sharing=True))
    assert "What one tells is not understood" in caplog.text
    assert "nonsense" not in caplog.text, "what is read may be a title"
    attention.look()
    until(lambda: one.opened == 2)


def test_why_nothing_is_sensed_is_said_once(sensed: Start, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    wire = Wire()
    wire.is_lost_at_once = True
    attention, _ = sensed(wire)
    for _ in range(3):
        attention.look()
    assert caplog.text.count("Nothing is sensed through wire") == 1


def test_a_thread_that_breaks_down_leaves_nothing_known_is_said_and_begins_anew(sensed: Start, posted: Posted) -> None:
    """What was known before might block for ever."""
    wire = Wire()
    attention, told = sensed(wire)
    wire.says("camera=yes")
    posted.come_until(lambda: told[-1].camera)
    failures: list[str] = []
    before, threading.excepthook = threading.excepthook, lambda failure: failures.append(failure.exc_type.__name__)
    try:
        wire.says("breaks")
        posted.come_until(lambda: told[-1] == Signals())
        until(lambda: failures)
    finally:
        threading.excepthook = before
    until(lambda: attention.probes()[0].fitness is Fitness.MISSING)
    attention.look()
    until(lambda: wire.opened == 2)
    assert [each.fitness for each in attention.probes()] == [Fitness.WORKS]
    wire.says("sharing=yes")
    posted.come_until(lambda: told[-1].sharing)


def test_a_flicker_is_told_in_steps_and_its_end_always(sensed: Start, posted: Posted) -> None:
    """One word at a time waits for the main thread, however busy that is, and few are said in a second."""
    wire, other = Wire("one"), Wire("other")
    _, told = sensed(wire, other)
    for number in range(1000):
        wire.says("microphone=" + ("yes" if number % 2 else "no"))
        wire.says("camera=" + ("no" if number % 2 else "yes"))
    other.says("sharing=yes")
    posted.come_until(lambda: told[-1] == Signals(microphone=True, camera=False, sharing=True))
    assert posted.most_waiting <= 1
    assert all(before != after for before, after in pairwise(told))


def test_every_sense_has_a_name_of_its_own_and_naming_them_opens_nothing() -> None:
    names = [each.name for each in openers()]
    assert "x11" in names
    assert len(set(names)) == len(names)
