# SPDX-License-Identifier: MIT
"""Do the dialogs ask fairly, show strangers' texts to the letter, and lose nothing that was typed?"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fakes.door import FakeKeys
from fakes.moment import Counter, a_counter
from rideau.domain.error import RefusedError
from rideau.domain.phase import Phase
from rideau.domain.text import Text
from rideau.ui.face import Face
from rideau.ui.open_dialog import OpenDialog
from rideau.ui.present_apps import KeyView, Wanted
from rideau.wording.words import Words

HOSTILE = '<img src="http://evil.example/x.png"><b>Ben</b> &amp; <a href="x">you</a>'

PLAIN = KeyView("Open for 10 minutes…", "")


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def key_dialog(qtbot: QtBot, words: Words, keys: FakeKeys, view: KeyView = PLAIN) -> OpenDialog:
    dialog = OpenDialog(words, keys.keys(), view)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_nothing_opens_before_a_reason_is_typed(qtbot: QtBot, words: Words) -> None:
    keys = FakeKeys()
    dialog = key_dialog(qtbot, words, keys)
    qtbot.keyClicks(dialog.row.reason, "   ")
    assert not dialog.row.open_button.isEnabled()
    qtbot.keyClick(dialog.row.reason, Qt.Key.Key_Return)
    assert keys.asked == []
    qtbot.keyClicks(dialog.row.reason, "Ana")
    qtbot.mouseClick(dialog.row.minutes.button(20), Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog.row.reason, Qt.Key.Key_Return)
    assert keys.asked == [Wanted(timedelta(minutes=20), "   Ana")]
    assert not dialog.isVisible()


def test_a_refusal_is_said_and_the_reason_stays(qtbot: QtBot, words: Words) -> None:
    keys = FakeKeys(refusal=RefusedError(Text("The lock is on.")))
    dialog = key_dialog(qtbot, words, keys)
    qtbot.keyClicks(dialog.row.reason, "Ana")
    qtbot.mouseClick(dialog.row.open_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert (dialog.row.refusal.text(), dialog.row.reason.text()) == ("The lock is on.", "Ana")


def test_a_key_waits_and_then_opens_by_itself(qtbot: QtBot, words: Words) -> None:
    keys = FakeKeys(wait=timedelta(milliseconds=300))
    dialog = key_dialog(qtbot, words, keys, PLAIN._replace(note="The third key since closing; the wait is 40 seconds."))
    assert dialog.row.note.isVisible()
    qtbot.keyClicks(dialog.row.reason, "Ana")
    qtbot.keyClick(dialog.row.reason, Qt.Key.Key_Return)
    assert dialog.row.is_waiting
    assert (dialog.row.wait.title.text(), dialog.row.waiting_why.text()) == ("Opens in 1 second", "For: Ana")
    assert not dialog.row.reason.isVisible()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=30_000)
    assert [each.key for each in keys.asked] == ["", "turn-1"]
    assert keys.called_off == []


@pytest.mark.parametrize("leave", ["escape", "button"])
def test_a_key_that_turns_can_be_left_and_costs_nothing(qtbot: QtBot, words: Words, leave: str) -> None:
    keys = FakeKeys(wait=timedelta(hours=1))
    dialog = key_dialog(qtbot, words, keys)
    qtbot.keyClicks(dialog.row.reason, "Ana")
    qtbot.keyClick(dialog.row.reason, Qt.Key.Key_Return)
    assert dialog.row.wait.title.text() == "Opens in 1 hour"
    if leave == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(dialog.row.cancel_button, Qt.MouseButton.LeftButton)
    assert (dialog.isVisible(), keys.called_off) == (False, ["turn-1"])
    assert not dialog.row.wait.timer.isActive()


def test_a_key_that_comes_to_nothing_says_why_and_can_be_asked_for_again(qtbot: QtBot, words: Words) -> None:
    keys = FakeKeys(wait=timedelta(milliseconds=50))
    dialog = key_dialog(qtbot, words, keys)
    qtbot.keyClicks(dialog.row.reason, "Ana")
    qtbot.keyClick(dialog.row.reason, Qt.Key.Key_Return)
    keys.refusal = RefusedError(Text("That key is no longer waiting."))
    qtbot.waitUntil(dialog.row.refusal.isVisible, timeout=30_000)
    assert dialog.row.refusal.text() == "That key is no longer waiting."
    assert dialog.row.reason.isVisible()
    assert not dialog.row.is_waiting


def test_the_passphrase_is_asked_for_where_it_is_the_key_and_not_kept(qtbot: QtBot, words: Words) -> None:
    keys = FakeKeys()
    dialog = key_dialog(qtbot, words, keys, PLAIN._replace(needs_passphrase=True))
    assert dialog.row.phrase.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClicks(dialog.row.reason, "Ana")
    assert not dialog.row.open_button.isEnabled()
    typed = "open sesame"
    qtbot.keyClicks(dialog.row.phrase, typed)
    qtbot.keyClick(dialog.row.phrase, Qt.Key.Key_Return)
    assert keys.asked == [Wanted(timedelta(minutes=10), "Ana", passphrase=typed)]
    assert dialog.row.phrase.text() == ""


def test_no_second_is_counted_where_nobody_sees_it(qtbot: QtBot, words: Words) -> None:
    dialog = key_dialog(qtbot, words, FakeKeys(wait=timedelta(hours=1)))
    qtbot.keyClicks(dialog.row.reason, "Ana")
    qtbot.keyClick(dialog.row.reason, Qt.Key.Key_Return)
    assert dialog.row.wait.tick.isActive()
    dialog.hide()
    assert not dialog.row.wait.tick.isActive()
    assert dialog.row.wait.timer.isActive()
    dialog.show()
    assert dialog.row.wait.tick.isActive()
    dialog.row.stop()


def test_the_key_can_be_left_alone_with_escape(qtbot: QtBot, words: Words) -> None:
    keys = FakeKeys()
    dialog = key_dialog(qtbot, words, keys)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), keys.asked, keys.called_off) == (False, [], [])


def test_what_waited_is_listed_by_network_to_the_letter_and_cleared(
    face_of: Callable[[Counter], Face], qtbot: QtBot
) -> None:
    counter = a_counter(Phase.WORK)
    counter.hold(HOSTILE)
    counter.hold("The minutes", "outlook")
    counter.hold("From somewhere", "no-longer-known")
    face = face_of(counter)
    face.show_waiting_list()
    dialog = face._dialogs["waiting"]
    said = [each.replace("\u200b", "") for each in texts(dialog)]  # places to break, which nobody sees
    assert {"Slack", "Outlook", "no-longer-known", HOSTILE, "8:00"} <= set(said)
    assert said[0] == "3 things waited. Here they are, quietly."
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert counter.waiting_room.items() == ()
    assert not face._tray.menu.waiting.isVisible()


def test_a_word_without_end_does_not_push_the_times_out_of_sight(face_of: Callable[[Counter], Face]) -> None:
    counter = a_counter(Phase.WORK)
    counter.hold("a" * 300)
    face = face_of(counter)
    face.show_waiting_list()
    dialog = face._dialogs["waiting"]
    (time,) = (each for each in dialog.findChildren(QLabel) if each.text() == "8:00")
    assert time.mapTo(dialog, time.rect().topRight()).x() < dialog.width()


def test_a_list_kept_for_later_keeps_everything(face_of: Callable[[Counter], Face], qtbot: QtBot) -> None:
    counter = a_counter(Phase.WORK)
    counter.hold("Ana")
    face = face_of(counter)
    face.show_waiting_list()
    qtbot.keyClick(face._dialogs["waiting"], Qt.Key.Key_Escape)
    assert len(counter.waiting_room.items()) == 1


def test_an_empty_list_says_so(face_of: Callable[[Counter], Face]) -> None:
    face = face_of(a_counter(Phase.WORK))
    face.show_waiting_list()
    assert texts(face._dialogs["waiting"]) == ["Nothing waited."]


def test_given_back_and_not_cleared_is_still_on_the_list(face_of: Callable[[Counter], Face]) -> None:
    counter = a_counter(Phase.WORK)
    counter.hold("Ana")
    now = counter.schedule.status().at
    counter.waiting_room.show_since(now)
    counter.waiting_room.hand_back(counter.schedule.status().plan, now, lambda _digest: None)
    face = face_of(counter)
    face.show_waiting_list()
    assert "Ana" in texts(face._dialogs["waiting"])
