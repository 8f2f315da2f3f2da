# SPDX-License-Identifier: MIT
"""Does the tray lead a process that stands for the card, and say the same in a notification where none can be?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from contracts.card import A_CARD, CardStandContract, Witness
from fakes.announcer import RecordingAnnouncer
from fakes.card_stand import FakeCardStand
from rideau.adapters.card_lines import SEEN, THERE, CardLetter, letter_line
from rideau.adapters.qt.card_platform import CardPlatform
from rideau.adapters.qt.card_stand import CardWay, LedCards
from rideau.bootstrap.cards import CardHousehold, card_stand_of
from rideau.domain.tip import Outcome

PATIENCE_MS = 30_000
STANDS_FOR_IT = """
import json, os, sys, threading, time
folder = sys.argv[1]
letter = json.loads(sys.stdin.readline())
assert letter["card"]["sentence"] and letter["language"] == "fr"
print("seen", flush=True)
def answer():
    while not os.path.exists(folder + "/answer"):
        time.sleep(0.01)
    print(open(folder + "/answer").read(), flush=True)
    os._exit(0)
threading.Thread(target=answer, daemon=True).start()
for line in sys.stdin:
    if line.strip() in {"withdraw", "close"}:
        break
"""
ONE_AFTER_ANOTHER = """
import os, sys
open(os.path.join(sys.argv[1], str(os.getpid())), "w").close()
sys.stdin.readline()
print('seen\\nfollowed ""', flush=True)
for line in sys.stdin:
    if line.strip() == "withdraw":
        break
"""
HANGS = """
import sys, time
sys.stdin.readline()
print("seen", flush=True)
for _ in range(int(sys.argv[1])):
    assert sys.stdin.readline() == "there\\n"
    print("seen", flush=True)
time.sleep(1000)
"""


def way(*program: str) -> CardWay:
    return CardWay(program, CardPlatform("offscreen"), lambda: "fr", lambda: False)


class Led:
    """Hold cards whose process is a stand-in, and what stands in for those that cannot be."""

    def __init__(self, folder: Path, *program: str) -> None:
        self.folder = folder
        self.otherwise = FakeCardStand()
        command = program or (sys.executable, "-c", STANDS_FOR_IT, str(folder))
        self.cards = LedCards(way(*command), self.otherwise)

    def answer(self, line: str) -> None:
        (self.folder / "new").write_text(line)
        (self.folder / "new").rename(self.folder / "answer")


@pytest.fixture
def led(tmp_path: Path, qtbot: QtBot) -> Iterator[Led]:
    del qtbot
    made = Led(tmp_path)
    yield made
    made.cards.close()


class TestLedCards(CardStandContract):
    @pytest.fixture
    def stand(self, led: Led, qtbot: QtBot) -> LedCards:
        self._led, self._qtbot = led, qtbot
        return led.cards

    def let_be_seen(self, witness: Witness) -> None:
        self._qtbot.waitUntil(lambda: witness.seen == 1, timeout=PATIENCE_MS)

    def answer(self, outcome: Outcome, witness: Witness) -> None:
        self._led.answer(f'{outcome} "{"no" if outcome is Outcome.DISMISSED else ""}"')
        self._qtbot.waitUntil(lambda: bool(witness.ended), timeout=PATIENCE_MS)


def test_what_was_written_on_it_is_told(led: Led, qtbot: QtBot) -> None:
    witness = Witness()
    led.cards.show(A_CARD, witness.heard)
    led.answer('nonsense\nfollowed {\nfollowed "Appeler\\nAna"')
    qtbot.waitUntil(lambda: witness.ended == [(Outcome.FOLLOWED, "Appeler Ana")], timeout=PATIENCE_MS)


@pytest.mark.parametrize("program", [("/nowhere/at/all",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_a_process_that_shows_nothing_leaves_it_to_a_notification(
    program: tuple[str, ...], tmp_path: Path, qtbot: QtBot
) -> None:
    led, witness = Led(tmp_path, *program), Witness()
    led.cards.show(A_CARD, witness.heard)
    qtbot.waitUntil(lambda: led.otherwise.shown == [A_CARD], timeout=PATIENCE_MS)
    assert led.cards.is_showing
    led.cards.withdraw()
    assert witness.ended == [(Outcome.WITHDRAWN, "")]
    assert not led.cards.is_showing


def test_one_that_breaks_down_once_it_was_seen_has_failed(tmp_path: Path, qtbot: QtBot) -> None:
    led, witness = Led(tmp_path, sys.executable, "-c", "print('seen')"), Witness()
    led.cards.show(A_CARD, witness.heard)
    qtbot.waitUntil(lambda: witness.ended == [(Outcome.FAILED, "")], timeout=PATIENCE_MS)
    assert witness.seen == 1
    assert led.otherwise.shown == []
    assert not led.cards.is_showing


def test_one_that_does_not_obey_is_taken_off_the_screen(tmp_path: Path, qtbot: QtBot) -> None:
    stubborn = "import os, time\nprint('seen', flush=True)\nopen('{}', 'w').write(str(os.getpid()))\ntime.sleep(1000)"
    file = tmp_path / "pid"
    led, witness = Led(tmp_path, sys.executable, "-c", stubborn.format(file)), Witness()
    led.cards.show(A_CARD, witness.heard)
    qtbot.waitUntil(lambda: witness.seen == 1 and file.exists() and bool(file.read_text()), timeout=PATIENCE_MS)
    led.cards.withdraw()
    place = Path("/proc") / file.read_text()
    qtbot.waitUntil(lambda: not place.exists(), timeout=PATIENCE_MS)


def test_one_that_was_answered_and_is_on_its_way_out_makes_room_for_the_next(tmp_path: Path, qtbot: QtBot) -> None:
    led, first, second = Led(tmp_path, sys.executable, "-c", ONE_AFTER_ANOTHER, str(tmp_path)), Witness(), Witness()
    led.cards.show(A_CARD, first.heard)
    qtbot.waitUntil(lambda: bool(first.ended), timeout=PATIENCE_MS)
    (process,) = tmp_path.iterdir()
    assert Path("/proc", process.name).exists()
    led.cards.show(A_CARD, second.heard)
    qtbot.waitUntil(lambda: not Path("/proc", process.name).exists(), timeout=PATIENCE_MS)
    led.cards.close()
    assert first.ended == [(Outcome.FOLLOWED, "")]


def test_one_that_hears_no_more_is_taken_off_the_screen(tmp_path: Path, qtbot: QtBot) -> None:
    """It is asked now and then, and may take its time to answer."""
    soon, witness = way(sys.executable, "-c", HANGS, "3")._replace(start_ms=3000, still_ms=1), Witness()
    cards = LedCards(soon, Led(tmp_path).otherwise)
    cards.show(A_CARD, witness.heard)
    qtbot.waitUntil(lambda: witness.ended == [(Outcome.FAILED, "")], timeout=PATIENCE_MS)
    assert witness.seen == 1


def test_one_that_says_no_end_of_something_is_ended(tmp_path: Path, qtbot: QtBot) -> None:
    endless = "import os\nwhile True: os.write(1, b'x' * 65536)"
    led, witness = Led(tmp_path, sys.executable, "-c", endless), Witness()
    led.cards.show(A_CARD, witness.heard)
    qtbot.waitUntil(lambda: led.otherwise.shown == [A_CARD], timeout=PATIENCE_MS)


def test_a_card_answers_whoever_asks_whatever_else_is_said_and_goes_with_the_pipe() -> None:
    """No screen of the system is asked where Qt draws on none."""
    command = [sys.executable, "-P", "-m", "rideau", "card", "--led"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(letter_line(CardLetter(A_CARD)))
        for noise in (b"", bytes(range(256)) * 200, b"x" * 100_000):
            process.stdin.write(noise + b"\n" + THERE if noise else b"")
            process.stdin.flush()
            assert process.stdout.readline() == SEEN
        process.stdin.close()
        assert process.wait(PATIENCE_MS / 1000) == 0


def test_where_windows_cannot_be_placed_the_card_is_a_notification() -> None:
    announcer, witness = RecordingAnnouncer(), Witness()
    household = CardHousehold(announcer, lambda: "en")
    stand = card_stand_of(household, {"WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "GNOME"})
    stand.show(A_CARD, witness.heard)
    assert [each.title for each in announcer.notices] == [A_CARD.sentence]
    announcer.press()
    assert witness.ended == [(Outcome.FOLLOWED, "")]
    assert isinstance(card_stand_of(household, {"DISPLAY": ":0"}), LedCards)
