# SPDX-License-Identifier: MIT
"""Do the evening's window and the morning's do what a person does in them, and lose nothing?"""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from fakes.moment import MONDAY_OPENING, a_counter
from fakes.notebook import FakeNotebook
from fakes.settings_window import FakeSettingsWindow
from rideau.adapters.resources import resources_folder
from rideau.domain.error import RefusedError
from rideau.domain.notebook import Notes, Task, Thought
from rideau.domain.phase import Phase
from rideau.domain.text import Text
from rideau.ports.settings_window import SettingsPage
from rideau.ui.evening.evening_window import EveningWindow
from rideau.ui.evening.morning_window import MorningWindow
from rideau.ui.face import Face
from rideau.wording.words import Words, load_words
from stage.counter import services_over
from stage.evening import FILM, FRIDAY_SIX, INVOICE, MAYOR, PUT_DOWN, SMILE, Dusk, morning_services

WORDS = load_words("en", resources_folder() / "translations")
IN_FRENCH = load_words("fr", resources_folder() / "translations")


@pytest.fixture
def dusk() -> Dusk:
    return Dusk()


def shown(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=30_000)


def evening(qtbot: QtBot, dusk: Dusk, words: Words = WORDS) -> EveningWindow:
    window = EveningWindow(dusk.services, words)
    window.set_motion_reduced(is_reduced=True)
    shown(qtbot, window)
    return window


def morning(qtbot: QtBot, notebook: FakeNotebook, *waited: tuple[str, int]) -> MorningWindow:
    window = MorningWindow(morning_services(notebook, waited), WORDS)
    window.set_motion_reduced(is_reduced=True)
    shown(qtbot, window)
    return window


def text_of(window: QWidget) -> str:
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


# --- evening ----------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_as_one_goes(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    QTest.keyClicks(window.tasks.rows[0].what, "Answer the town hall")
    QTest.keyClicks(window.win, "People smiled")
    QTest.keyClicks(window.tonight, "20:00 market")
    QTest.keyClicks(window.thought, "Film the shops")
    qtbot.waitUntil(lambda: bool(dusk.notebook.notes.thoughts), timeout=30_000)
    notes = dusk.notebook.notes
    assert notes.tasks == (Task("Answer the town hall"),)
    assert [each.text for each in notes.wins] == ["People smiled"]
    assert notes.tonight == ("20:00 market",)
    assert notes.thoughts == (Thought("Film the shops", dusk.facts.now),)
    assert dusk.notebook.changes == 1, "a burst of typing is written once"


def test_closing_keeps_the_last_letters(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    QTest.keyClicks(window.thought, "Film the shops")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert [each.text for each in dusk.notebook.notes.thoughts] == ["Film the shops"]


def test_typing_on_changes_the_same_thought_and_the_same_win(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    for letters in ("Film", " the shops"):
        QTest.keyClicks(window.thought, letters)
        QTest.keyClicks(window.win, letters)
        window.keep()
    assert [each.text for each in dusk.notebook.notes.thoughts] == ["Film the shops"]
    assert [each.text for each in dusk.notebook.notes.wins] == ["Film the shops"]


def test_what_was_put_down_earlier_is_there_again(qtbot: QtBot, dusk: Dusk) -> None:
    dusk.notebook.notes = PUT_DOWN._replace(tasks=(*PUT_DOWN.tasks, Task("done", is_done=True)))
    window = evening(qtbot, dusk)
    assert [row.what.text() for row in window.tasks.rows] == [MAYOR.what, INVOICE.what, ""]
    assert window.tasks.rows[0].where.isVisible()
    assert not window.tasks.rows[1].where.isVisible()
    assert window.win.text() == SMILE.text
    assert window.tonight.toPlainText() == "20:00 Christmas market"
    assert window.thought.toPlainText() == ""
    assert "One more is parked already." in text_of(window)
    window.close()
    assert dusk.notebook.changes == 0, "looking changes nothing"


def test_three_tasks_are_the_most_and_where_when_and_first_move_unfold(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    for number in range(3):
        row = window.tasks.rows[number]
        QTest.keyClicks(row.what, f"task {number}")
    assert len(window.tasks.rows) == 3
    row = window.tasks.rows[0]
    QTest.keyClick(row.what, Qt.Key.Key_Return)
    assert row.where.hasFocus()
    for field, typed in ((row.where, "desk"), (row.when, "9:00"), (row.first_move, "open it")):
        QTest.keyClicks(field, typed)
    QTest.keyClick(row.tick, Qt.Key.Key_Space)
    window.close()
    assert dusk.notebook.notes.tasks[0] == Task("task 0", "desk", "9:00", "open it", is_done=True)


def test_more_than_three_tasks_are_not_lost(qtbot: QtBot, dusk: Dusk) -> None:
    dusk.notebook.notes = Notes(tasks=tuple(Task(name) for name in "abcde"))
    window = evening(qtbot, dusk)
    QTest.keyClicks(window.tasks.rows[0].what, "!")
    window.close()
    assert [each.what for each in dusk.notebook.notes.tasks] == ["a!", "b", "c", "d", "e"]


def test_enter_in_an_empty_task_unfolds_nothing(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    QTest.keyClick(window.tasks.rows[0].what, Qt.Key.Key_Return)
    assert not window.tasks.rows[0].where.isVisible()


def test_the_away_message_is_copied_with_the_opening_in_it_and_says_so(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    first, second = window.away.buttons
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert (first.text(), second.text()) == ("Copied", "Copy")
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert (first.text(), second.text()) == ("Copy", "Copied")
    assert "I am back on Monday at 9:00" in dusk.copied[0]
    assert dusk.copied[1] == "No reply needed before Monday at 9:00."


def test_ones_own_away_message_comes_before_ours(qtbot: QtBot, dusk: Dusk) -> None:
    dusk.facts = dusk.facts._replace(own_message="Back {opening}, {braces} stay.")
    window = evening(qtbot, dusk)
    window.away.buttons[0].click()
    assert dusk.copied == ["Back Monday at 9:00, {braces} stay."]


def test_hours_that_never_open_again_promise_no_day(qtbot: QtBot, dusk: Dusk) -> None:
    dusk.facts = dusk.facts._replace(opening=None)
    window = evening(qtbot, dusk)
    assert len(window.away.buttons) == 1
    assert "A thought, for later" in text_of(window)


def test_before_days_off_nothing_is_left_for_the_weekend(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    said = text_of(window)
    assert "Still open, for Monday" in said
    assert "your days off are yours" in said
    dusk.facts = dusk.facts._replace(opening=FRIDAY_SIX + timedelta(hours=15))
    other = evening(qtbot, dusk)
    assert "Still open, for tomorrow" in text_of(other)
    assert "days off" not in text_of(other)


@pytest.mark.parametrize(
    ("days", "said"), [(0, "for later today"), (1, "for tomorrow"), (4, "for Tuesday"), (20, "for 10 December")]
)
def test_the_day_ahead_is_named(qtbot: QtBot, dusk: Dusk, days: int, said: str) -> None:
    dusk.facts = dusk.facts._replace(opening=dusk.facts.now + timedelta(days=days, hours=1))
    assert f"A thought, {said}" in text_of(evening(qtbot, dusk))


def test_lowering_the_curtain_closes_early_and_says_the_closing_words(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    QTest.keyClicks(window.thought, "Film the shops")
    QTest.mouseClick(window.main, Qt.MouseButton.LeftButton)
    assert dusk.lowered == 1
    assert dusk.notebook.notes.thoughts
    assert "That is enough for today." in text_of(window)
    assert "See you Monday at 9:00." in text_of(window)
    assert not window.main.isVisible()
    QTest.keyClick(window.beside, Qt.Key.Key_Return)
    assert not window.isVisible()


def test_what_the_lock_refuses_is_said_and_can_be_tried_again(qtbot: QtBot, dusk: Dusk) -> None:
    dusk.refusal = RefusedError(Text("The lock is on."))
    window = evening(qtbot, dusk)
    window.main.click()
    assert window.trouble.text() == "The lock is on."
    assert window.main.isEnabled()
    dusk.refusal = None
    window.main.click()
    assert dusk.lowered == 1


def test_letting_it_come_down_costs_nothing(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    QTest.mouseClick(window.beside, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert dusk.lowered == dusk.notebook.changes == 0


def test_a_curtain_that_comes_down_meanwhile_leaves_the_text_and_nothing_to_lower(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    assert "The curtain comes down at 18:00." in window.until.text()
    QTest.keyClicks(window.thought, "Film")
    dusk.facts = dusk.facts._replace(now=FRIDAY_SIX, closing=None, opening=MONDAY_OPENING)
    window.look_again()
    assert not window.main.isVisible()
    assert window.beside.text() == "Close"
    assert window.thought.toPlainText() == "Film"


def test_a_full_disk_is_said_and_the_text_is_kept_once_there_is_room(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    dusk.notebook.is_full = True
    QTest.keyClicks(window.thought, "Film")
    window.keep()
    assert "disk" in window.trouble.text()
    dusk.notebook.is_full = False
    window.keep()
    assert not window.trouble.isVisible()
    assert dusk.notebook.notes.thoughts


def test_nothing_is_written_while_everything_is_erased(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    QTest.keyClicks(window.thought, "Film")
    dusk.is_erasing = True
    window.close()
    assert dusk.notebook.notes == Notes()


def test_tab_leads_through_every_step_and_out_of_the_fields(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    window.tasks.rows[0].what.setFocus()
    expected = [window.win, window.tonight, *window.away.buttons, window.thought, window.phone.tick, window.beside]
    for part in expected:
        focused = window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert window.focusWidget() is part


def test_the_drawer_shuts_by_a_tick(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    before = window.phone.picture.grab().toImage()
    QTest.keyClick(window.phone.tick, Qt.Key.Key_Space)
    assert window.phone.picture.grab().toImage() != before
    window.phone.picture.is_motion_reduced = False
    QTest.keyClick(window.phone.tick, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.phone.picture.grab().toImage() == before, timeout=30_000)


def test_a_note_grows_with_what_is_in_it(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk)
    before = window.thought.height()
    window.thought.setPlainText("a\nb\nc\nd")
    qtbot.waitUntil(lambda: window.thought.height() > before, timeout=30_000)


def test_a_short_rest_is_said(qtbot: QtBot, dusk: Dusk) -> None:
    dusk.facts = dusk.facts._replace(rest="You have 9 hours of rest.")
    assert "9 hours of rest" in text_of(evening(qtbot, dusk))


def short_tonight(dusk: Dusk) -> None:
    dusk.facts = dusk.facts._replace(rest="You have 9 hours of rest.", later="Open at 11:00")
    opening = MONDAY_OPENING + timedelta(hours=2)
    dusk.later = dusk.facts._replace(rest="", later="", opening=opening)


def test_one_yes_opens_later_and_what_others_are_told_is_right_again(qtbot: QtBot, dusk: Dusk) -> None:
    short_tonight(dusk)
    window = evening(qtbot, dusk)
    QTest.keyClicks(window.thought, "Film")
    QTest.mouseClick(window.later, Qt.MouseButton.LeftButton)
    assert window.rest.text() == "You open later; your rest is 11 hours."
    assert not window.later.isVisible()
    assert window.focusWidget() is window.tasks.rows[0].what
    window.away.buttons[1].click()
    assert dusk.copied == ["No reply needed before Monday at 11:00."]
    window.main.click()
    assert "See you Monday at 11:00." in text_of(window)
    assert "rest" not in text_of(window)


def test_what_stands_in_the_way_of_opening_later_is_said(qtbot: QtBot, dusk: Dusk) -> None:
    short_tonight(dusk)
    dusk.refusal = RefusedError(Text("The disk is full."))
    window = evening(qtbot, dusk)
    window.later.click()
    assert window.trouble.text() == "The disk is full."
    assert window.later.isVisible()


def test_a_rest_that_no_opening_makes_whole_is_said_without_an_offer(qtbot: QtBot, dusk: Dusk) -> None:
    dusk.facts = dusk.facts._replace(rest="Every rest is short.")
    assert not evening(qtbot, dusk).later.isVisible()


def test_it_speaks_french(qtbot: QtBot, dusk: Dusk) -> None:
    window = evening(qtbot, dusk, IN_FRENCH)
    said = text_of(window)
    assert "Le rideau descend à 18\xa0h." in said
    assert "pour lundi" in said


# --- morning ----------------------------------------------------------------------------------------------------------


def test_what_is_ticked_is_done_with_and_what_is_not_greets_again(qtbot: QtBot) -> None:
    later = Thought("Call Anaïs", FRIDAY_SIX)
    notebook = FakeNotebook(PUT_DOWN._replace(thoughts=(FILM, later)))
    window = morning(qtbot, notebook)
    QTest.keyClick(window.thoughts[0].tick, Qt.Key.Key_Space)
    assert [each.text for each in notebook.notes.thoughts] == [later.text]
    QTest.keyClick(window.thoughts[0].tick, Qt.Key.Key_Space)
    assert [each.text for each in notebook.notes.thoughts] == [FILM.text, later.text]
    QTest.mouseClick(window.tasks[1].text, Qt.MouseButton.LeftButton)
    assert [each.is_done for each in notebook.notes.tasks] == [False, True]
    QTest.keyClick(window.tonight[0].tick, Qt.Key.Key_Space)
    assert notebook.notes.tonight == ()


def test_it_says_where_one_left_off_and_what_waited(qtbot: QtBot) -> None:
    window = morning(qtbot, FakeNotebook(PUT_DOWN), ("slack", 9), ("mail", 5))
    said = text_of(window)
    assert "Good morning" in said
    assert "Open until 18:00." in said
    assert "at my desk · Monday 9:15 · open the draft" in said
    assert "14 things waited." in said
    assert "Slack 9, mail 5" in said


def test_what_is_not_there_takes_no_room(qtbot: QtBot) -> None:
    said = text_of(morning(qtbot, FakeNotebook(Notes(thoughts=(FILM,)))))
    assert "You parked a thought" in said
    assert "Where you left off" not in said
    assert "waited" not in said


def test_after_a_hard_evening_one_quiet_line_tells_of_what_went_well_once(qtbot: QtBot) -> None:
    window = MorningWindow(morning_services(FakeNotebook(), win="The market video made people smile"), WORDS)
    shown(qtbot, window)
    assert "It went well once: The market video made people smile" in text_of(window)
    assert "went well" not in text_of(morning(qtbot, FakeNotebook(PUT_DOWN)))


def test_the_day_begins_by_a_button_or_escape(qtbot: QtBot) -> None:
    first = morning(qtbot, FakeNotebook(PUT_DOWN))
    QTest.mouseClick(first.begin, Qt.MouseButton.LeftButton)
    assert not first.isVisible()
    second = morning(qtbot, FakeNotebook(PUT_DOWN))
    QTest.keyClick(second, Qt.Key.Key_Escape)
    assert not second.isVisible()


def test_what_could_not_be_kept_is_said(qtbot: QtBot) -> None:
    notebook = FakeNotebook(PUT_DOWN)
    window = morning(qtbot, notebook)
    notebook.is_full = True
    window.thoughts[0].tick.click()
    assert "disk" in window.trouble.text()


# --- the menu ---------------------------------------------------------------------------------------------------------


def test_the_menu_leads_to_it_while_it_is_open(qtbot: QtBot) -> None:
    del qtbot
    services = services_over(a_counter(Phase.WORK))
    face = Face(services, WORDS)
    face.show_status(services.status())
    line = face._tray.menu.evening
    assert line.isVisible()
    line.trigger()
    assert isinstance(services.settings_window, FakeSettingsWindow)
    assert services.settings_window.shown == [SettingsPage.EVENING]
    face.show_status(a_counter(Phase.QUIET).status())
    assert not line.isVisible()
    face.close()
