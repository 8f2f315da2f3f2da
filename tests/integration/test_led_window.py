# SPDX-License-Identifier: MIT
"""Does the tray lead a process that stands for the settings window: opened once, told, and gone with the tray?"""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.settings_window import SettingsWindowContract
from contracts.worker import WorkerContract
from rideau.adapters.qt.led_window import LedWindow
from rideau.adapters.qt.main_thread import MainThread
from rideau.adapters.qt.window_orders import HEARD, Heard, WindowOrders, held_line, offer_line, page_called, show_line
from rideau.adapters.qt.worker import ThreadWorker
from rideau.domain.error import RideauError
from rideau.domain.text import Text
from rideau.ports.settings_window import SettingsPage, WindowTroubleError

PATIENCE_MS = 30_000
MISTAKE = RideauError(Text("Something unexpected."))
STANDS_FOR_IT = """
import sys
with open(sys.argv[1], "a") as told:
    print("opened", *sys.argv[2:], file=told, flush=True)
    for line in sys.stdin:
        print(line.strip(), file=told, flush=True)
        if "general" in line:
            sys.exit(3)
        if "computer" in line:
            sys.exit(0)
        print("heard", flush=True)
        if "assistant" in line:
            sys.exit(10)
    print("ended", file=told, flush=True)
"""


class Led:
    """Hold a led process and what it was told."""

    def __init__(self, folder: Path, *program: str) -> None:
        self.told = folder / "told"
        self.trouble: list[WindowTroubleError] = []
        command = program or (sys.executable, "-c", STANDS_FOR_IT, str(self.told))
        self.window = LedWindow(command, self.trouble.append)

    def lines(self) -> list[str]:
        return self.told.read_text().splitlines() if self.told.exists() else []


@pytest.fixture
def led(tmp_path: Path, qtbot: QtBot) -> Iterator[Led]:
    del qtbot
    made = Led(tmp_path)
    yield made
    made.window.close()


class TestLedWindow(SettingsWindowContract):
    @pytest.fixture
    def window(self, led: Led, qtbot: QtBot) -> LedWindow:
        self._led, self._qtbot = led, qtbot
        return led.window

    def is_open(self) -> bool:
        is_asked_for = self._led.window.is_open
        if is_asked_for:
            self._qtbot.waitUntil(lambda: len(self._led.lines()) == 2, timeout=PATIENCE_MS)
        return is_asked_for


def test_what_waits_is_told_to_a_new_window_and_to_an_open_one(led: Led, qtbot: QtBot) -> None:
    led.window.tell_held(("Until Monday.",))
    led.window.show(SettingsPage.HOURS)
    led.window.tell_held(())
    led.window.tell_held(())
    expected = ["opened hours", 'held ["Until Monday."]', "held []"]
    qtbot.waitUntil(lambda: led.lines() == expected, timeout=PATIENCE_MS)


def test_a_window_that_ends_by_itself_is_told_and_opens_anew(led: Led, qtbot: QtBot) -> None:
    ended: list[bool] = []
    led.window.on_end = ended.append
    led.window.show()
    led.window.show(SettingsPage.GENERAL)
    qtbot.waitUntil(lambda: bool(led.trouble), timeout=PATIENCE_MS)
    assert ended == [False]
    assert not led.window.is_open
    led.window.show(SettingsPage.NETWORKS)
    qtbot.waitUntil(lambda: "opened networks" in led.lines(), timeout=PATIENCE_MS)


def test_what_a_window_that_is_about_to_end_does_not_hear_opens_another(led: Led, qtbot: QtBot) -> None:
    led.window.show()
    led.window.show(SettingsPage.NETWORKS)
    led.window.show(SettingsPage.COMPUTER)
    expected = ["opened", "show networks -", "show computer -", "opened computer"]
    qtbot.waitUntil(lambda: led.lines() == expected, timeout=PATIENCE_MS)
    assert not led.trouble


def test_a_finished_assistant_is_told_and_is_no_trouble(led: Led, qtbot: QtBot) -> None:
    ended: list[bool] = []
    led.window.on_end = ended.append
    led.window.show()
    led.window.show(SettingsPage.ASSISTANT)
    qtbot.waitUntil(lambda: ended == [True], timeout=PATIENCE_MS)
    assert not led.trouble


def test_a_program_that_is_not_there_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    led = Led(tmp_path, str(tmp_path / "nowhere"))
    led.window.show()
    qtbot.waitUntil(lambda: bool(led.trouble), timeout=PATIENCE_MS)
    assert not led.window.is_open


class Pipe:
    """Hold orders that come through a pipe."""

    def __init__(self) -> None:
        import os  # noqa: PLC0415 - for these two alone

        self.end, self._start = os.pipe()
        self.answers, answering = os.pipe()
        self._read = os.read
        self._write, self._close = os.write, os.close
        self.shown: list[tuple[SettingsPage | None, str]] = []
        self.offered: list[SettingsPage] = []
        self.held: list[tuple[str, ...]] = []
        self.is_over = False
        heard = Heard(self._show, self.offered.append, self.held.append, self._over)
        self.orders = WindowOrders(heard, self.end, answering)

    def say(self, line: bytes) -> None:
        self._write(self._start, line)

    def answered(self) -> bytes:
        return self._read(self.answers, 1000)

    def hang_up(self) -> None:
        self._close(self._start)

    def _show(self, page: SettingsPage | None, token: str) -> None:
        self.shown.append((page, token))

    def _over(self) -> None:
        self.is_over = True


def test_orders_are_heard_in_pieces_and_strange_ones_pass(qtbot: QtBot) -> None:
    pipe = Pipe()
    whole = show_line(SettingsPage.COMPUTER, "a-token") + show_line(None, "") + held_line(("À lundi.",))
    pipe.say(whole[:9])
    qtbot.wait(1)
    pipe.say(whole[9:] + b"what\nheld {\nheld 3\nshow nowhere -\n")
    qtbot.waitUntil(lambda: len(pipe.shown) == 3 and len(pipe.held) == 3, timeout=PATIENCE_MS)
    assert pipe.shown == [(SettingsPage.COMPUTER, "a-token"), (None, ""), (None, "")]
    assert pipe.held == [("À lundi.",), (), ()]
    assert pipe.answered() == HEARD * 3
    pipe.hang_up()
    qtbot.waitUntil(lambda: pipe.is_over, timeout=PATIENCE_MS)


def test_a_small_window_is_offered_quietly_to_a_new_process_and_to_an_open_one(led: Led, qtbot: QtBot) -> None:
    led.window.offer(SettingsPage.EVENING)
    led.window.offer(SettingsPage.MORNING)
    expected = ["opened wind-down quiet", "offer opening"]
    qtbot.waitUntil(lambda: led.lines() == expected, timeout=PATIENCE_MS)


def test_what_is_offered_to_a_window_that_is_about_to_end_opens_another_quietly(led: Led, qtbot: QtBot) -> None:
    led.window.show()
    led.window.show(SettingsPage.COMPUTER)
    led.window.offer(SettingsPage.EVENING)
    qtbot.waitUntil(lambda: "opened wind-down quiet" in led.lines(), timeout=PATIENCE_MS)


def test_an_offer_is_heard_and_answered(qtbot: QtBot) -> None:
    pipe = Pipe()
    pipe.say(offer_line(SettingsPage.EVENING) + b"offer nothing\n")
    qtbot.waitUntil(lambda: pipe.offered == [SettingsPage.EVENING], timeout=PATIENCE_MS)
    assert pipe.answered() == HEARD * 2
    assert pipe.shown == []


def test_after_the_end_nothing_is_heard_or_answered(qtbot: QtBot) -> None:
    pipe = Pipe()
    pipe.say(show_line(SettingsPage.HOURS, ""))
    qtbot.waitUntil(lambda: len(pipe.shown) == 1, timeout=PATIENCE_MS)
    pipe.orders.end()
    pipe.say(show_line(SettingsPage.NETWORKS, ""))
    qtbot.wait(50)
    assert pipe.shown == [(SettingsPage.HOURS, "")]
    assert pipe.answered() == HEARD


def test_a_token_smuggles_no_order_in() -> None:
    assert show_line(None, 'a\nheld ["lies"]') == b"show - -\n"


def test_a_page_is_called_by_its_name() -> None:
    assert page_called("general") is SettingsPage.GENERAL
    assert page_called("-") is None


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[ThreadWorker]:
    del qtbot
    made = ThreadWorker(MainThread(), MISTAKE)
    yield made
    made.close()


class TestThreadWorker(WorkerContract):
    @pytest.fixture
    def worker(self, worker: ThreadWorker, qtbot: QtBot) -> ThreadWorker:
        self._worker, self._qtbot = worker, qtbot
        return worker

    def finish(self) -> None:
        over: list[object] = []
        self._worker.run(lambda: "over", over.append)
        self._worker.begin()
        self._qtbot.waitUntil(lambda: bool(over), timeout=PATIENCE_MS)


def test_nothing_slow_is_done_before_it_begins(worker: ThreadWorker, qtbot: QtBot) -> None:
    begun, done = threading.Event(), list[object]()
    worker.run(begun.set, done.append)
    assert not begun.wait(0.1)
    worker.begin()
    qtbot.waitUntil(lambda: done == [None], timeout=PATIENCE_MS)


def test_nothing_is_handed_over_after_the_end(worker: ThreadWorker, qtbot: QtBot) -> None:
    done: list[object] = []
    worker.run(lambda: 1, done.append)
    worker.close()
    worker.begin()
    qtbot.wait(50)
    assert done == []


def test_a_mistake_of_ours_is_logged_and_told_to_who_waits_and_holds_nothing_up(
    worker: ThreadWorker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", logged.append)
    told: list[object] = []
    worker.run(_mistaken, told.append, told.append)
    worker.run(_mistaken, told.append)
    worker.run(lambda: "next", told.append)
    worker.begin()
    qtbot.waitUntil(lambda: len(logged) == 2 and told == [MISTAKE, "next"], timeout=PATIENCE_MS)
    assert [each.exc_type for each in logged] == [KeyError, KeyError]


def _mistaken() -> None:
    raise KeyError
