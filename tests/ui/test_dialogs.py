# SPDX-License-Identifier: MIT
"""Do the dialogs ask fairly, show strangers' texts to the letter, and lose nothing that was typed?"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fakes.door import FakeKeys
from fakes.moment import Counter, FakeSchedule, a_counter, a_status
from rideau.adapters.settings_file import SettingsFile
from rideau.domain.error import RefusedError
from rideau.domain.phase import Phase
from rideau.domain.text import Text
from rideau.ui.face import Face
from rideau.ui.open_dialog import OpenDialog
from rideau.ui.present_apps import KeyView, Wanted
from rideau.ui.present_settings import COUNTRY, LOCK, edits, field_of, shown
from rideau.ui.settings_dialog import SettingsDialog
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


@pytest.fixture
def counter(tmp_path: Path) -> Counter:
    """Stand on a real settings file with a comment of the person's."""
    file = tmp_path / "config.toml"
    file.write_text('# mine\nversion = 1\n\n[hours.week]\nmonday = ["09:00-17:00"]  # long day\n')
    store = SettingsFile(file, tmp_path / "networks.d", tmp_path / "memory")
    return Counter(FakeSchedule(a_status()), settings=store, settings_file=file)


def dialog_on(counter: Counter, qtbot: QtBot, words: Words, opened: list[QUrl] | None = None) -> SettingsDialog:
    dialog = SettingsDialog(counter, words, (opened if opened is not None else []).append)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_saved_hours_are_written_and_comments_stay(counter: Counter, qtbot: QtBot, words: Words) -> None:
    dialog = dialog_on(counter, qtbot, words)
    tuesday = dialog.form.days["hours.week.tuesday"]
    tuesday.clear()
    qtbot.keyClicks(tuesday, "10:00-12:00,13:00-15:30")
    dialog.form.lock.buttons()[2].click()
    dialog.form.login.click()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    settings = counter.settings.load()
    assert [str(each) for each in settings.hours.week.days[1]] == ["10:00-12:00", "13:00-15:30"]
    assert settings.lock_level.value == "locked"
    assert counter.autostart.is_on()
    assert counter.settings_file is not None
    written = counter.settings_file.read_text()
    assert "# mine" in written
    assert "# long day" in written


def test_a_problem_is_said_beside_its_field_and_nothing_is_lost(counter: Counter, qtbot: QtBot, words: Words) -> None:
    assert counter.settings_file is not None
    before = counter.settings_file.read_text()
    dialog = dialog_on(counter, qtbot, words)
    monday = dialog.form.days["hours.week.monday"]
    monday.setText("09:00-25:00")
    dialog.form.timezone.setEditText("Mars/Olympus")
    dialog.save()
    assert dialog.isVisible()
    for field in ("hours.week.monday", "hours.timezone"):
        assert dialog.form.problems[field].text()
        assert dialog.form.problems[field].isVisible()
    assert dialog.form.problems["hours.week.tuesday"].isHidden()
    assert monday.text() == "09:00-25:00"
    assert counter.settings_file.read_text() == before
    monday.setText("09:00-12:00")
    dialog.form.timezone.setEditText("Europe/Paris")
    dialog.save()
    assert not dialog.isVisible()
    assert counter.settings.load().hours.timezone == "Europe/Paris"


def test_a_rotation_is_shown_and_never_destroyed(counter: Counter, qtbot: QtBot, words: Words) -> None:
    assert counter.settings_file is not None
    counter.settings_file.write_text(
        "version = 1\n[hours.rotation]\nanchor = 2026-01-05\nweeks = [{ monday = ['09:00-17:00'] }, { monday = [] }]\n"
    )
    dialog = dialog_on(counter, qtbot, words)
    assert all(each.isReadOnly() for each in dialog.form.days.values())
    assert dialog.form.days["hours.week.monday"].text() == "09:00-17:00"
    assert any("Your weeks alternate" in said for said in texts(dialog))
    dialog.form.timezone.setEditText("Europe/Paris")
    dialog.save()
    rotation = counter.settings.load().hours.rotation
    assert rotation is not None
    assert len(rotation.weeks) == 2


def test_a_file_that_does_not_hold_is_said_with_its_places(counter: Counter, qtbot: QtBot, words: Words) -> None:
    assert counter.settings_file is not None
    counter.settings_file.write_text('version = 1\n[hours.week]\nfriday = ["9-5"]\n')
    dialog = dialog_on(counter, qtbot, words)
    assert dialog.form.problems["hours.week.friday"].isVisible()
    counter.settings_file.write_text("this is no TOML")
    dialog = dialog_on(counter, qtbot, words)
    assert dialog.elsewhere.isVisible()
    assert dialog.elsewhere.text()


def test_saving_mends_a_file_that_does_not_hold(counter: Counter, qtbot: QtBot, words: Words) -> None:
    assert counter.settings_file is not None
    counter.settings.remember()
    counter.settings_file.write_text('# mine\nversion = 1\n[hours.week]\nmonday = ["09:00-25:00"]\n')
    dialog = dialog_on(counter, qtbot, words)
    dialog.save()
    assert not dialog.isVisible()
    assert [str(each) for each in counter.settings.load().hours.week.days[0]] == ["09:00-17:00"]
    assert "# mine" in counter.settings_file.read_text()


def test_what_saving_cannot_mend_is_said_again_and_the_file_is_left(
    counter: Counter, qtbot: QtBot, words: Words
) -> None:
    assert counter.settings_file is not None
    counter.settings_file.write_text("[hours\n")
    dialog = dialog_on(counter, qtbot, words)
    dialog.save()
    assert dialog.isVisible()
    assert "line 1" in dialog.elsewhere.text()
    assert counter.settings_file.read_text() == "[hours\n"


def test_the_settings_file_can_be_opened(counter: Counter, qtbot: QtBot, words: Words) -> None:
    opened: list[QUrl] = []
    dialog = dialog_on(counter, qtbot, words, opened)
    qtbot.mouseClick(dialog.file_button, Qt.MouseButton.LeftButton)
    assert [url.toLocalFile() for url in opened] == [str(counter.settings_file)]


def test_nothing_changed_writes_nothing(counter: Counter, qtbot: QtBot, words: Words) -> None:
    assert counter.settings_file is not None
    counter.settings_file.chmod(0o400)
    stamp = counter.settings_file.stat().st_mtime_ns
    dialog = dialog_on(counter, qtbot, words)
    dialog.save()
    assert not dialog.isVisible()
    assert counter.settings_file.stat().st_mtime_ns == stamp


def test_every_field_has_a_name(counter: Counter, qtbot: QtBot, words: Words) -> None:
    dialog = dialog_on(counter, qtbot, words)
    fields = [*dialog.form.days.values(), dialog.form.timezone, dialog.form.country, dialog.form.language]
    assert all(each.accessibleName() for each in [*fields, dialog.form.wind_down])
    buttons = (dialog.file_button, dialog.cancel_button, dialog.save_button, dialog.form.login)
    assert all(each.text() for each in (*buttons, *dialog.form.lock.buttons()))


def test_only_what_was_changed_becomes_an_edit(counter: Counter) -> None:
    before = shown(counter.settings.load())
    assert edits(before, before) == {}
    after = before | {COUNTRY: "fr", LOCK: "gentle", "hours.week.sunday": "10:00-11:00, ", "wind_down.minutes": "0"}
    assert edits(before, after) == {
        "hours.week.sunday": ["10:00-11:00"],
        COUNTRY: "FR",
        "wind_down.minutes": 0,
        LOCK: "gentle",
    }
    assert edits(after, after | {COUNTRY: ""}) == {"hours.holidays": None}
    assert edits(before | {"hours.timezone": "Asia/Tokyo"}, before) == {"hours.timezone": "system"}


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("hours.week.monday[0]", "hours.week.monday"),
        ("hours.week.monday", "hours.week.monday"),
        ("hours.holidays", COUNTRY),
        ("hours.leave[2].from", None),
        ("line 3, column 7", None),
        ("", None),
    ],
)
def test_a_place_leads_to_its_field(place: str, field: str | None) -> None:
    assert field_of(place) == field
