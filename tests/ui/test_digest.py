# SPDX-License-Identifier: MIT
"""Is what waited read in one look, unfolded where one wants more, and cleared in one click?"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from fakes.moment import Counter, a_counter
from rideau.domain.phase import Phase
from rideau.ui.face import Face
from rideau.ui.waiting_list import MOST_SHOWN, NetworkPanel, WaitingList

FaceOf = Callable[[Counter], Face]


def a_list(face_of: FaceOf, **counts: int) -> tuple[WaitingList, Counter]:
    counter = a_counter(Phase.WORK)
    for network, count in counts.items():
        for number in range(count):
            counter.hold(f"{network} {number}", network)
    face = face_of(counter)
    face.show_waiting_list()
    dialog = face._dialogs["waiting"]
    assert isinstance(dialog, WaitingList)
    return dialog, counter


def lines(panel: NetworkPanel) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if not each.isHidden() and " " in each.text()]


def test_where_most_waited_comes_first_with_its_count_and_its_newest_lines(face_of: FaceOf) -> None:
    dialog, _ = a_list(face_of, outlook=2, slack=9)
    first, second = dialog.panels
    assert (first.accessibleName(), second.accessibleName()) == ("Slack", "Outlook")
    assert [each.text() for each in first.findChildren(QLabel)][:2] == ["Slack", "9"]
    assert lines(first) == ["slack 8", "slack 7", "slack 6"]
    assert lines(second) == ["outlook 1", "outlook 0"]
    assert second.more is None


def test_nothing_is_hidden_behind_a_button_that_takes_no_more_room_itself(face_of: FaceOf) -> None:
    dialog, _ = a_list(face_of, slack=4)
    assert len(lines(dialog.panels[0])) == 4
    assert dialog.panels[0].more is None


def test_more_unfolds_with_the_mouse_and_the_window_grows(face_of: FaceOf, qtbot: QtBot) -> None:
    dialog, _ = a_list(face_of, slack=9)
    before = dialog.height()
    more = dialog.panels[0].more
    assert more is not None
    assert more.text() == "Show 6 more"
    assert more.accessibleName() == "Slack: Show 6 more"
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert lines(dialog.panels[0]) == [f"slack {number}" for number in range(8, -1, -1)]
    assert dialog.panels[0].more is None
    assert dialog.height() > before


def test_more_unfolds_with_the_keyboard_and_return_still_clears(face_of: FaceOf, qtbot: QtBot) -> None:
    dialog, counter = a_list(face_of, slack=9)
    qtbot.waitUntil(dialog.isActiveWindow)
    more = dialog.panels[0].more
    for _ in range(6):
        if dialog.focusWidget() is more:
            break
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert more is not None
    assert dialog.focusWidget() is more
    qtbot.keyClick(more, Qt.Key.Key_Space)
    assert len(lines(dialog.panels[0])) == 9
    assert dialog.focusWidget() in {dialog.clear_button, dialog.close_button}
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert counter.waiting_room.items() == ()
    assert not dialog.isVisible()


def test_very_many_are_counted_and_not_all_shown(face_of: FaceOf) -> None:
    dialog, _ = a_list(face_of, slack=MOST_SHOWN + 3)
    panel = dialog.panels[0]
    panel.unfold()
    assert [each.text() for each in panel.findChildren(QLabel)][-1] == "and 3 more"
    panel.unfold()
    assert len([each for each in lines(panel) if each.startswith("slack")]) == MOST_SHOWN


def test_a_long_list_is_read_with_the_page_keys(face_of: FaceOf, qtbot: QtBot) -> None:
    dialog, _ = a_list(face_of, slack=60)
    dialog.panels[0].unfold()
    qtbot.waitUntil(lambda: dialog.bar.maximum() > 0)
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    down = dialog.bar.value()
    assert down > 0
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.bar.value() < down


def test_how_many_is_heard_as_a_sentence(face_of: FaceOf) -> None:
    dialog, _ = a_list(face_of, slack=9)
    count = dialog.panels[0].findChildren(QLabel)[1]
    assert (count.text(), count.accessibleName()) == ("9", "9 things waited")


def test_with_many_networks_each_shows_fewer_lines_so_that_one_look_is_enough(face_of: FaceOf) -> None:
    dialog, _ = a_list(face_of, **{f"network{number}": 5 for number in range(6)})
    assert [len(lines(panel)) for panel in dialog.panels] == [1] * 6


def test_what_came_without_a_text_is_seen_all_the_same(face_of: FaceOf) -> None:
    counter = a_counter(Phase.WORK)
    counter.hold("")
    face = face_of(counter)
    face.show_waiting_list()
    dialog = face._dialogs["waiting"]
    assert isinstance(dialog, WaitingList)
    assert "(no text)" in lines(dialog.panels[0])


def test_where_nothing_waited_the_window_is_as_small_as_its_sentence(face_of: FaceOf, qtbot: QtBot) -> None:
    dialog, _ = a_list(face_of)
    assert dialog.title.text() == "Nothing waited."
    assert dialog.height() < 3 * dialog.clear_button.height() + dialog.title.height()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
