# SPDX-License-Identifier: MIT
"""Does what is clicked happen, and does what happens show? Tray, menu and small window over real services."""

import gettext
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from fakes.moment import Counter, a_counter, a_status
from rideau.adapters.qt.appearance import wear
from rideau.domain.error import RefusedError
from rideau.domain.key import FIRST_WAIT
from rideau.domain.network import Action, Kind, Network
from rideau.domain.phase import Phase, Rule
from rideau.domain.plan import Treatment
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem
from rideau.ui.error_dialog import ErrorDialog
from rideau.ui.face import Face
from rideau.ui.leave_dialog import LeaveDialog
from rideau.ui.open_dialog import OpenDialog
from rideau.ui.present import Act, Button, view_of
from rideau.ui.small_window import SmallWindow
from rideau.wording.words import Words

FaceOf = Callable[[Counter], Face]


def window_of(face: Face) -> SmallWindow:
    face.show_window()
    assert face.window is not None
    return face.window


def lines_of(face: Face) -> list[str]:
    return [action.text() for action in face._tray.menu.menu.actions() if action.isVisible() and action.text()]


def line(face: Face, text: str) -> QAction:
    return next(action for action in face._tray.menu.menu.actions() if action.text() == text)


def test_the_menu_says_the_state_and_leads_to_the_window(face_of: FaceOf) -> None:
    face = face_of(a_counter(Phase.QUIET))
    assert lines_of(face) == [
        "Quiet until Mon 9:00",
        "Outside your work hours.",
        "&Open for a moment",
        "&Keep a win…",
        "P&laces to turn to…",
        "S&ettings…",
        "&Quit Rideau",
    ]
    assert not line(face, "Outside your work hours.").isEnabled()
    line(face, "Quiet until Mon 9:00").trigger()
    assert face.window is not None
    assert face.window.isVisible()


def test_close_now_closes_and_offers_the_way_back(face_of: FaceOf) -> None:
    counter = a_counter(Phase.WORK)
    face = face_of(counter)
    line(face, "&Close now").trigger()
    assert counter.status().interval.phase is Phase.QUIET
    line(face, "&Go back to my hours").trigger()
    assert counter.status().interval.phase is Phase.WORK


def test_a_locked_shop_says_so_in_the_menu_and_upon_a_click_until_when(face_of: FaceOf) -> None:
    face = face_of(a_counter(Phase.QUIET, lock_level=LockLevel.LOCKED))
    assert "&Open for a moment" not in lines_of(face)
    line(face, "The lock is on…").trigger()
    assert any(each.startswith("The lock is on until") for each in texts_of(face._dialogs["error"]))


def test_a_locked_shop_that_has_a_passphrase_opens_from_its_line_in_the_menu(face_of: FaceOf) -> None:
    counter = a_counter(Phase.QUIET, lock_level=LockLevel.LOCKED)
    face = face_of(counter)
    counter.secret.save("kept")
    line(face, "The lock is on…").trigger()
    assert isinstance(face._dialogs["open"], OpenDialog)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("level", LockLevel)
def test_every_line_of_the_menu_but_the_reason_acts(face_of: FaceOf, phase: Phase, level: LockLevel) -> None:
    face = face_of(a_counter(phase, lock_level=level))
    shown = [each for each in face._tray.menu.menu.actions() if each.isVisible() and not each.isSeparator()]
    assert [each.text() for each in shown if not each.isEnabled()] == [face._tray.menu.why.text()]


def test_a_focus_length_starts_a_session_and_stop_ends_it(face_of: FaceOf) -> None:
    counter = a_counter(Phase.WORK)
    face = face_of(counter)
    face._tray.menu.lengths[0].trigger()
    override = counter.status().override
    assert override is not None
    assert override.end == override.start + timedelta(minutes=25)
    assert "&Focus" not in lines_of(face)
    line(face, "&Stop focus").trigger()
    assert counter.status().interval.phase is Phase.WORK


def test_a_middle_click_closes_at_once(face_of: FaceOf) -> None:
    counter = a_counter(Phase.WORK)
    face = face_of(counter)
    face.set_tray_available(True)
    assert face._tray.icon is not None
    face._tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    assert counter.status().interval.phase is Phase.QUIET
    assert face._tray.icon.toolTip().startswith("Quiet until Mon 9:00\nClosed by hand.")


def test_a_click_on_the_icon_shows_the_window_and_puts_it_away_with_its_memory(face_of: FaceOf, qtbot: QtBot) -> None:
    counter = a_counter()
    face = face_of(counter)
    face.set_tray_available(True)
    assert face._tray.icon is not None
    face._tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert face.window is not None
    assert face.window.isVisible()
    face._tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not face.window.isVisible()
    qtbot.waitUntil(lambda: face.window is None)
    qtbot.waitUntil(lambda: counter.given_back == 1)


def test_without_a_panel_the_window_stands_in_and_stays_reachable(face_of: FaceOf) -> None:
    face = face_of(a_counter())
    face.set_tray_available(False)
    window = face.window
    assert window is not None
    assert window.isVisible()
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    window.close()
    assert window.isVisible()
    assert window.isMinimized()
    face.set_tray_available(True)
    window.close()
    assert not window.isVisible()


def test_the_window_closes_and_resumes_with_single_keys(face_of: FaceOf, qtbot: QtBot) -> None:
    counter = a_counter(Phase.WORK)
    window = window_of(face_of(counter))
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: counter.status().interval.phase is Phase.QUIET)
    qtbot.keyClick(window, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: counter.status().interval.phase is Phase.WORK)


def test_the_window_closes_with_the_mouse(face_of: FaceOf, qtbot: QtBot) -> None:
    counter = a_counter(Phase.WORK)
    window = window_of(face_of(counter))
    qtbot.mouseClick(window.toggle, Qt.MouseButton.LeftButton)
    assert window.headline.text() == "Closed for today. See you Monday at 9:00."
    assert counter.status().interval.reason.rule is Rule.CLOSED_BY_HAND


def test_the_key_is_asked_for_from_the_window_with_a_reason(face_of: FaceOf, qtbot: QtBot) -> None:
    counter = a_counter(Phase.QUIET)
    face = face_of(counter)
    window = window_of(face)
    qtbot.mouseClick(window.open, Qt.MouseButton.LeftButton)
    dialog = face._dialogs["open"]
    assert isinstance(dialog, OpenDialog)
    qtbot.keyClicks(dialog.row.reason, "The mayor called")
    qtbot.keyClick(dialog.row.reason, Qt.Key.Key_Return)
    assert dialog.row.is_waiting
    counter.since_boot.advance(FIRST_WAIT)
    dialog.row.wait.due.emit()
    assert "open" not in face._dialogs
    assert window.why.text() == "Opened by hand: “The mayor called”."
    override = counter.status().override
    assert override is not None
    assert override.end == override.start + timedelta(minutes=10)


def test_tab_reaches_every_control_that_can_be_used(face_of: FaceOf, qtbot: QtBot) -> None:
    window = window_of(face_of(a_counter(Phase.WORK)))
    qtbot.waitUntil(window.isActiveWindow)
    usable = {each for each in window.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()}
    reached: set[QWidget] = set()
    for _ in range(2 * len(usable)):
        focused = window.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == usable


def test_the_words_change_everywhere_at_once(face_of: FaceOf) -> None:
    class Shouted(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper() if "{" not in message else message

    face = face_of(a_counter(Phase.WORK))
    window = window_of(face)
    face.set_words(Words("fr", Shouted()))
    assert window.toggle.text() == "&CLOSE NOW"
    assert "&QUIT RIDEAU" in lines_of(face)


def test_the_windows_follow_the_scheme_at_once(face_of: FaceOf, qtbot: QtBot) -> None:
    window = window_of(face_of(a_counter()))
    assert "#FBF7F0" in window.styleSheet()
    wear(dark=True)
    qtbot.waitUntil(lambda: "#1F1D2B" in window.styleSheet())


def test_a_changed_moment_shows_in_an_open_window(face_of: FaceOf) -> None:
    face = face_of(a_counter(Phase.WORK))
    window = window_of(face)
    face.show_status(a_status(Phase.AWAY))
    assert window.front.phase is Phase.AWAY
    assert window.until.text() == "Away until Mon 9:00"


def test_what_was_withheld_meanwhile_is_counted_when_menu_or_window_is_opened(face_of: FaceOf) -> None:
    counter = a_counter(Phase.QUIET)
    face = face_of(counter)
    counter.hold("Ana: are you there?")
    assert "One thing waited" not in lines_of(face)
    face._tray.menu.menu.aboutToShow.emit()
    assert "One thing waited" in lines_of(face)
    counter.hold("Ben: call me")
    assert window_of(face).waiting.text() == "2 things waited"


def test_the_count_down_is_the_only_timer(face_of: FaceOf) -> None:
    face = face_of(a_counter(Phase.WORK))
    assert not face._next_minute.isActive()
    face.show_status(a_status(Phase.FOCUS))
    assert face._next_minute.isSingleShot()
    assert face._next_minute.remainingTime() > 59_000
    face.show_status(a_status(Phase.QUIET))
    assert not face._next_minute.isActive()


def test_an_icon_that_looks_the_same_is_not_sent_again(face_of: FaceOf) -> None:
    face = face_of(a_counter(Phase.WORK))
    before = face._tray._picture.cacheKey()
    face.show_status(a_status(Phase.WORK, waiting=2))
    assert face._tray._picture.cacheKey() == before


def test_trouble_is_said_and_put_away_with_a_key(face_of: FaceOf, qtbot: QtBot) -> None:
    face = face_of(a_counter())
    face.say_error(RefusedError(Text("No <b>way</b>."), Text("Wait.")))
    dialog = face._dialogs["error"]
    assert [each for each in ("No <b>way</b>.", "Wait.") if each in texts_of(dialog)] == ["No <b>way</b>.", "Wait."]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not face._dialogs


def test_trouble_is_heard_with_its_remedy_and_leaves_no_hole_above_the_button(face_of: FaceOf) -> None:
    face = face_of(a_counter())
    face.say_error(RefusedError(Text("No way."), Text("In an emergency: “rideau open --emergency”.")))
    dialog = face._dialogs["error"]
    assert isinstance(dialog, ErrorDialog)
    assert dialog.accessibleDescription() == "No way. In an emergency: “rideau open --emergency”."
    assert dialog.done_button.y() - dialog.remedy.geometry().bottom() < 2 * dialog.done_button.height()


def test_quit_is_passed_on(face_of: FaceOf) -> None:
    counter = a_counter()
    line(face_of(counter), "&Quit Rideau").trigger()
    assert counter.quits == ["quit"]


@pytest.mark.parametrize("phase", Phase)
def test_every_control_of_the_window_has_a_name(face_of: FaceOf, phase: Phase) -> None:
    window = window_of(face_of(a_counter(phase)))
    for each in window.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.accessibleName() or each.text(), each
    assert window.front.accessibleName()


def texts_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def guarded(counter: Counter) -> Counter:
    """Return ``counter`` at a moment that keeps a network closed."""
    base = counter.schedule.base
    slack = Network("slack", "Slack", Kind.CHAT)
    plan = base.plan._replace(treatments=(Treatment(slack, Action.BLOCK),))
    counter.schedule.base = counter.schedule.present = base._replace(plan=plan)
    return counter


def leaving(face: Face) -> LeaveDialog:
    face.quit()
    dialog = face._dialogs["leave"]
    assert isinstance(dialog, LeaveDialog)
    return dialog


def test_leaving_while_something_is_kept_closed_takes_the_wait_of_a_key(face_of: FaceOf) -> None:
    counter = guarded(a_counter(Phase.QUIET))
    dialog = leaving(face_of(counter))
    assert (dialog.wait.title.text(), counter.quits) == ("Rideau ends in 10 seconds.", [])
    counter.since_boot.advance(FIRST_WAIT)
    dialog.wait.due.emit()
    assert counter.quits == ["quit"]


def test_whoever_stays_pays_nothing(face_of: FaceOf, qtbot: QtBot) -> None:
    counter = guarded(a_counter(Phase.QUIET))
    face = face_of(counter)
    qtbot.keyClick(leaving(face), Qt.Key.Key_Escape)
    assert (counter.quits, counter.status().key, counter.status().keys_used) == ([], None, 0)
    dialog = leaving(face)
    dialog.wait.due.emit()
    assert (counter.quits, set(face._dialogs)) == ([], {"error"})


def test_under_the_lock_nobody_leaves_by_a_click(face_of: FaceOf) -> None:
    counter = guarded(a_counter(Phase.QUIET, lock_level=LockLevel.LOCKED))
    face = face_of(counter)
    face.quit()
    assert (counter.quits, set(face._dialogs)) == ([], {"error"})


def test_under_the_lock_the_window_offers_to_open_where_there_is_a_passphrase(face_of: FaceOf) -> None:
    counter = a_counter(Phase.QUIET, lock_level=LockLevel.LOCKED)
    face = face_of(counter)
    assert not window_of(face).open.isEnabled()
    counter.secret.save("kept")
    assert window_of(face).open.isEnabled()
    assert line(face, "&Open for a moment").isEnabled()


def test_a_length_of_the_menu_opens_at_once_where_no_reason_is_asked(face_of: FaceOf) -> None:
    counter = a_counter(Phase.QUIET, lock_level=LockLevel.GENTLE)
    face = face_of(counter)
    assert [each.text() for each in face._tray.menu.openings] == ["5 minutes", "10 minutes", "20 minutes", "30 minutes"]
    face._tray.menu.openings[2].trigger()
    override = counter.status().override
    assert override is not None
    assert override.end == override.start + timedelta(minutes=20)
    assert not face._dialogs


def test_a_length_of_the_menu_leads_to_the_reason_where_one_is_asked(face_of: FaceOf) -> None:
    face = face_of(a_counter(Phase.QUIET))
    for number, minutes in ((3, 30), (0, 5)):
        face._tray.menu.openings[number].trigger()
        dialog = face._dialogs["open"]
        assert isinstance(dialog, OpenDialog)
        assert dialog.row.minutes.checkedId() == minutes


def test_a_middle_click_never_opens(face_of: FaceOf) -> None:
    counter = a_counter(Phase.WORK)
    face = face_of(counter)
    face.set_tray_available(True)
    assert face._tray.icon is not None
    for _ in range(2):
        face._tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
        assert counter.status().interval.reason.rule is Rule.CLOSED_BY_HAND


def test_a_middle_click_gives_a_key_back(face_of: FaceOf) -> None:
    counter = a_counter(Phase.QUIET, lock_level=LockLevel.GENTLE)
    face = face_of(counter)
    face.set_tray_available(True)
    face.open_for(10)
    assert face._tray.icon is not None
    face._tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    assert counter.status().interval.phase is Phase.QUIET


def test_only_who_is_on_call_can_be_called_in(face_of: FaceOf, words: Words) -> None:
    face = face_of(a_counter(Phase.QUIET))
    menu = face._tray.menu
    assert not menu.called_in.isVisible()
    view = view_of(a_status(), words)._replace(called_in=Button(Act.CALLED_IN, "Called in…"))
    menu.show(view, words, face._tray._picture)
    assert menu.called_in.isVisible()
    assert "Called in…" in lines_of(face)


def test_the_window_offers_only_what_can_be_done(face_of: FaceOf) -> None:
    for phase, usable in ((Phase.WORK, (True, False)), (Phase.QUIET, (False, True)), (Phase.CRISIS, (False, False))):
        window = window_of(face_of(a_counter(phase)))
        assert (window.toggle.isVisible(), window.open.isVisible()) == usable


def test_a_locked_window_says_once_why_and_has_the_keyboard_on_what_can_be_done(face_of: FaceOf, qtbot: QtBot) -> None:
    counter = a_counter(Phase.WORK, lock_level=LockLevel.LOCKED)
    face = face_of(counter)
    counter.control.close()
    window = window_of(face)
    assert (window.toggle.isVisible(), window.open.isVisible()) == (False, False)
    assert sum("lock" in each for each in texts_of(window) if each) == 1
    qtbot.waitUntil(lambda: window.focusWidget() is window.settings)


def test_a_closed_dialog_gives_its_memory_back(face_of: FaceOf, qtbot: QtBot) -> None:
    counter = a_counter(Phase.WORK)
    face = face_of(counter)
    face.show_waiting_list()
    qtbot.keyClick(face._dialogs["waiting"], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: counter.given_back == 1)


def test_on_a_small_screen_many_notes_become_one_line_and_none_is_lost(face_of: FaceOf, words: Words) -> None:
    window = SmallWindow(face_of(a_counter()))
    notes = tuple(f"Something that is not covered, number {number}, in many words." for number in range(30))
    window.show_view(view_of(a_status(), words)._replace(notes=notes), words)
    window.show()
    assert window.notes.text() == "30 things are worth a look: “This computer” in the settings says what."
    assert all(each in window.notes.toolTip() for each in notes)
    assert window.height() <= window.screen().availableGeometry().height()
    window.deleteLater()


def test_what_acts_stays_on_the_screen_however_large_the_letters_are(face_of: FaceOf) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    usual, large = application.font(), application.font()
    large.setPixelSize(22)
    application.setFont(large)
    try:
        problem = SettingsProblem("config.toml", "hours.week.monday[0]", Text("25:00 is no time."))
        counter = a_counter(Phase.QUIET, settings_problems=(problem,), held=(Text("The lock waits."),))
        counter.hold("Ana: are you there?")
        window = window_of(face_of(counter))
        assert window.height() <= window.screen().availableGeometry().height()
        for each in (window.fix, window.open, window.waiting, window.settings, window.quit):
            assert window.rect().contains(each.mapTo(window, each.rect().bottomRight()))
        assert not window.front.isVisible()
    finally:
        application.setFont(usual)
