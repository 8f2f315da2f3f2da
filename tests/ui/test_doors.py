# SPDX-License-Identifier: MIT
"""Do the cards at the door come, say, ask and go as they promise, and take the keyboard from nobody?"""

import gettext
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QGuiApplication, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from fakes.door import FakeKeys, RecordingActs, a_doorway, closed, closing, stopped
from fakes.moment import Counter, a_counter, a_status
from rideau.adapters.qt.appearance import wear
from rideau.adapters.qt.compositing import is_composited
from rideau.domain.app import Doorway, Stage
from rideau.domain.key import FIRST_WAIT
from rideau.domain.phase import Phase
from rideau.domain.settings import LockLevel
from rideau.services.status import Status
from rideau.ui.app_lines import app_picture
from rideau.ui.countdown import Countdown
from rideau.ui.curtain import Curtain
from rideau.ui.door_card import DoorCard
from rideau.ui.doors import Doors
from rideau.ui.face import Face
from rideau.ui.present_apps import AppLine, door_view
from rideau.ui.shop_front import FALL_MS, LIFT_MS, ROWS
from rideau.ui.shutter_strip import ShutterStrip
from rideau.wording.words import Words
from stage.counter import services_over

SLACK = Doorway(stopped=(stopped("Slack"),))
PATIENCE_MS = 30_000


class Door:
    """Be doors over recording acts, at one moment after another."""

    def __init__(self, words: Words) -> None:
        """Begin with nothing there."""
        self.words = words
        self.acts = RecordingActs()
        self.keys = FakeKeys()
        self.doors = Doors(self.acts, self.keys.keys(), lambda: True)

    def show(self, doorway: Doorway, status: Status | None = None, *, has_passphrase: bool = False) -> None:
        """Show ``doorway``, this Friday evening."""
        self.doors.show(door_view(doorway, status or a_status(), self.words, has_passphrase=has_passphrase), self.words)

    @property
    def curtain(self) -> Curtain:
        """Return the curtain."""
        assert self.doors.curtain is not None
        return self.doors.curtain

    @property
    def countdown(self) -> Countdown:
        """Return the countdown."""
        assert self.doors.countdown is not None
        return self.doors.countdown


@pytest.fixture
def door(qtbot: QtBot, words: Words) -> Iterator[Door]:
    """Stand at an empty door; whatever comes to it is gone afterwards."""
    del qtbot
    made = Door(words)
    yield made
    made.doors.close()
    QGuiApplication.setPalette(QPalette())


def texts(card: QWidget) -> list[str]:
    return [each.text() for each in card.findChildren(QLabel) if each.isVisible() and each.text()]


def hear(card: DoorCard) -> None:
    """Let the first second pass, in which no key answers."""
    card._hearing.timeout.emit()


def test_the_curtain_comes_and_says_what_there_is_to_say(door: Door) -> None:
    door.show(SLACK)
    said = texts(door.curtain)
    assert said[0] == "Slack is closed for today"
    assert "Opens Monday at 9:00. Outside your work hours." in said
    assert (door.curtain.accessibleName(), door.curtain.windowTitle()) == (said[0], said[0])
    assert door.curtain.accessibleDescription().startswith("Opens Monday")


def test_no_card_asks_for_the_keyboard_when_it_comes(door: Door) -> None:
    door.show(a_doorway())
    for card in door.doors.cards():
        assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        flags = card.windowHandle().flags()
        assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
        assert flags & Qt.WindowType.WindowStaysOnTopHint


def test_after_a_moment_a_card_can_be_reached_like_any_window(door: Door) -> None:
    door.show(SLACK)
    hear(door.curtain)
    assert not door.curtain.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_what_was_meant_for_another_window_answers_nothing(door: Door, qtbot: QtBot) -> None:
    door.show(SLACK)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(QApplication.focusWidget() or door.curtain, key)
    assert door.acts.asked == []


@pytest.mark.parametrize("how", ["escape", "click", "enter"])
def test_later_ends_every_launch(door: Door, qtbot: QtBot, how: str) -> None:
    door.show(Doorway(stopped=(stopped("Slack"), stopped("Teams"))))
    hear(door.curtain)
    if how == "escape":
        qtbot.keyClick(door.curtain, Qt.Key.Key_Escape)
    elif how == "click":
        qtbot.mouseClick(door.curtain.later_button, Qt.MouseButton.LeftButton)
    else:
        door.curtain.later_button.setFocus()
        qtbot.keyClick(door.curtain.later_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: door.acts.asked == [("later", "slack/1", "teams/1")], timeout=PATIENCE_MS)


def test_whoever_comes_to_the_card_is_on_its_main_button(door: Door, qtbot: QtBot) -> None:
    door.show(SLACK)
    door.curtain.step_up()
    qtbot.waitUntil(lambda: door.curtain.focusWidget() is door.curtain.later_button, timeout=PATIENCE_MS)


def test_several_launches_share_one_window(door: Door) -> None:
    door.show(SLACK)
    first = door.curtain
    door.show(Doorway(stopped=(stopped("Slack"), stopped("Teams"))))
    assert door.curtain is first
    assert list(door.doors.cards()) == [first]
    assert "Slack and Teams are closed for today" in texts(first)
    door.show(Doorway(stopped=(stopped("Teams"),)))
    assert texts(first)[0] == "Teams is closed for today"


def test_what_is_typed_stays_when_another_app_comes(door: Door, qtbot: QtBot) -> None:
    door.show(SLACK)
    qtbot.mouseClick(door.curtain.key_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(door.curtain.keys.reason, "The may")
    door.show(Doorway(stopped=(stopped("Slack"), stopped("Teams"))))
    assert door.curtain.keys.reason.text() == "The may"
    assert door.curtain.keys.isVisible()


def test_whoever_answers_is_given_time(door: Door, qtbot: QtBot) -> None:
    door.keys.wait = timedelta(minutes=5)
    door.show(SLACK)
    qtbot.mouseClick(door.curtain.key_button, Qt.MouseButton.LeftButton)
    assert door.acts.asked == [("hold", "slack/1", timedelta(minutes=2))]
    qtbot.keyClicks(door.curtain.keys.reason, "Ana")
    assert len(door.acts.asked) == 1
    qtbot.keyClick(door.curtain.keys.reason, Qt.Key.Key_Return)
    assert door.acts.asked[1:] == [("hold", "slack/1", timedelta(minutes=6))]
    assert "Opens in 5 minutes" in texts(door.curtain)
    assert not door.curtain.keys.cancel_button.isDown(), "the same Enter does not press what has the keyboard next"
    assert not door.curtain.line.isVisible()


def test_a_key_can_be_left_in_the_curtain_at_no_cost(door: Door, qtbot: QtBot) -> None:
    door.keys.wait = timedelta(minutes=5)
    door.show(SLACK)
    qtbot.mouseClick(door.curtain.key_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(door.curtain.keys.reason, "Ana")
    qtbot.keyClick(door.curtain.keys.reason, Qt.Key.Key_Return)
    qtbot.mouseClick(door.curtain.keys.cancel_button, Qt.MouseButton.LeftButton)
    assert door.acts.asked[-1] == ("later", "slack/1")
    assert door.keys.called_off == ["turn-1"]


def test_under_the_lock_there_is_no_key_and_it_says_why(door: Door) -> None:
    door.show(SLACK, a_status(lock_level=LockLevel.LOCKED))
    assert not door.curtain.key_button.isVisible()
    assert door.curtain.no_key.text().startswith("The lock is on until")
    door.show(SLACK, a_status(lock_level=LockLevel.LOCKED), has_passphrase=True)
    assert door.curtain.key_button.text() == "Open with the passphrase…"


def test_the_line_shows_the_time_that_is_left_and_rests_unseen(door: Door) -> None:
    door.show(SLACK)
    assert 0.75 < door.curtain.line.share < 0.85
    assert door.curtain._tick.isSingleShot()
    assert door.curtain._tick.remainingTime() > 500
    door.curtain.hide()
    assert not door.curtain._tick.isActive()


def test_when_the_door_opens_the_shutter_lifts_and_the_card_goes(door: Door, qtbot: QtBot) -> None:
    door.show(SLACK)
    card = door.curtain
    door.show(Doorway())
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    with qtbot.waitSignal(card.destroyed, timeout=PATIENCE_MS):
        pass
    assert list(door.doors.cards()) == []


def test_a_key_that_is_waited_for_is_called_off_when_the_card_goes(door: Door, qtbot: QtBot) -> None:
    door.keys.wait = timedelta(minutes=5)
    door.show(SLACK)
    qtbot.mouseClick(door.curtain.key_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(door.curtain.keys.reason, "Ana")
    qtbot.keyClick(door.curtain.keys.reason, Qt.Key.Key_Return)
    door.show(Doorway())
    assert door.keys.called_off == ["turn-1"]


def test_a_card_that_comes_again_takes_the_keyboard_no_more_than_the_first_time(door: Door, qtbot: QtBot) -> None:
    door.show(Doorway(closing=(closing("Slack"),)))
    hear(door.countdown)
    qtbot.keyClick(door.countdown, Qt.Key.Key_Escape)
    door.show(Doorway(closing=(closing("Slack", Stage.STAYED),)))
    assert door.countdown.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_without_motion_the_card_goes_at_once(door: Door) -> None:
    door.doors.set_motion_reduced(is_reduced=True)
    door.show(SLACK)
    card = door.curtain
    door.show(Doorway())
    assert not card.isVisible()
    assert list(door.doors.cards()) == []


def test_an_app_that_comes_while_the_card_goes_gets_a_new_one(door: Door) -> None:
    door.show(SLACK)
    old = door.curtain
    door.show(Doorway())
    door.show(SLACK)
    assert door.curtain is not old
    assert door.curtain.isVisible()


def test_the_shutter_falls_in_600_ms_and_lifts_in_400(qtbot: QtBot) -> None:
    strip = ShutterStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.fall()
    assert (strip.is_moving, strip._motion.duration(), strip.rows) == (True, FALL_MS, ROWS)
    strip.put(1)
    assert strip.rows == ROWS
    strip.settle()
    with qtbot.waitSignal(strip.lifted, timeout=PATIENCE_MS):
        strip.lift()
        assert strip._motion.duration() == LIFT_MS
    with qtbot.waitSignal(strip.lifted, timeout=PATIENCE_MS):
        strip.lift()


def test_the_shutter_arrives_where_it_was_sent(qtbot: QtBot) -> None:
    strip = ShutterStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.put(ROWS)
    strip.fall(1)
    qtbot.waitUntil(lambda: not strip.is_moving, timeout=PATIENCE_MS)
    assert strip._rows == 1


def test_without_motion_the_shutter_fades(qtbot: QtBot) -> None:
    strip = ShutterStrip()
    qtbot.addWidget(strip)
    strip.is_motion_reduced = True
    strip.show()
    strip.fall()
    assert (strip.is_moving, strip.rows) == (False, ROWS)
    assert strip._fade.state() is strip._fade.State.Running
    strip.grab()


def test_the_countdown_says_what_closes_and_what_can_be_done(door: Door, qtbot: QtBot) -> None:
    door.show(Doorway(closing=(closing("Slack"), closing("Teams"))))
    assert {"Slack and Teams close in 1 minute.", "Save your work.", "1:00"} <= set(texts(door.countdown))
    qtbot.mouseClick(door.countdown.stretch_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(door.countdown.close_button, Qt.MouseButton.LeftButton)
    asked = [("stretch", "slack/1"), ("stretch", "teams/1"), ("close now", "slack/1"), ("close now", "teams/1")]
    assert door.acts.asked == asked


def test_used_up_minutes_cannot_be_asked_for(door: Door) -> None:
    door.show(Doorway(closing=(closing("Slack", stretches_left=0),)))
    assert not door.countdown.stretch_button.isEnabled()
    assert "The extra minutes are used up." in texts(door.countdown)
    assert door.countdown.first_button() is None


@pytest.mark.parametrize(("left_s", "least_ms", "most_ms"), [(299, 30_000, 66_000), (59, 0, 1200)])
def test_time_is_drawn_by_the_minute_and_by_the_second_in_the_last_one(
    door: Door, left_s: float, least_ms: int, most_ms: int
) -> None:
    door.show(Doorway(closing=(closing("Slack", left_s=left_s),)))
    timer = door.countdown._tick
    assert least_ms <= timer.remainingTime() <= most_ms
    door.countdown.hide()
    assert not timer.isActive()


def test_the_shutter_comes_down_with_the_time(door: Door) -> None:
    door.doors.set_motion_reduced(is_reduced=True)
    door.show(Doorway(closing=(closing("Slack", left_s=60),)))
    high = door.countdown.strip.rows
    door.show(Doorway(closing=(closing("Slack", left_s=15),)))
    assert high < door.countdown.strip.rows < ROWS


def test_put_away_it_stays_away_until_there_is_other_news(door: Door, qtbot: QtBot) -> None:
    door.show(Doorway(closing=(closing("Slack"),)))
    hear(door.countdown)
    qtbot.keyClick(door.countdown, Qt.Key.Key_Escape)
    assert door.acts.asked == []
    door.show(Doorway(closing=(closing("Slack", left_s=30),)))
    assert not door.countdown.isVisible()
    door.show(Doorway(closing=(closing("Slack", Stage.STAYED),)))
    assert door.countdown.isVisible()
    assert door.countdown.hide_button.isVisible()


def test_nothing_stands_before_a_question_about_unsaved_work(door: Door, qtbot: QtBot) -> None:
    on_top = Qt.WindowType.WindowStaysOnTopHint
    door.show(Doorway(closing=(closing("Slack"),)))
    assert door.countdown.windowHandle().flags() & on_top
    door.show(Doorway(closing=(closing("Slack", Stage.SAVING),)))
    assert not door.countdown.windowHandle().flags() & on_top
    hear(door.countdown)
    qtbot.keyClick(door.countdown, Qt.Key.Key_Escape)
    door.show(Doorway(closing=(closing("Slack", Stage.SAVING), closing("Teams", Stage.SAVING))))
    assert not door.countdown.isVisible()


def test_what_was_put_away_can_be_brought_back(door: Door, qtbot: QtBot) -> None:
    door.show(Doorway(closing=(closing("Slack"),)))
    hear(door.countdown)
    qtbot.keyClick(door.countdown, Qt.Key.Key_Escape)
    door.doors.show_again()
    assert door.countdown.isVisible()
    door.show(Doorway(closing=(closing("Slack", left_s=30),)))
    assert door.countdown.isVisible()


def test_what_only_rests_needs_no_window(door: Door) -> None:
    door.show(Doorway(closing=(closing("Slack"),)))
    door.show(Doorway(closing=(closing("Slack", Stage.FROZEN),)))
    assert not door.countdown.isVisible()


def test_what_was_closed_is_offered_back_and_answered(door: Door, qtbot: QtBot) -> None:
    door.show(Doorway(to_reopen=(closed("Slack"),)), a_status(Phase.WORK))
    card = door.doors.comeback
    assert card is not None
    assert "Bring back Slack?" in texts(card)
    qtbot.mouseClick(card.yes_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.no_button, Qt.MouseButton.LeftButton)
    assert door.acts.asked == [("reopen", True), ("reopen", False)]
    assert card.first_button() is card.yes_button


def test_everything_that_can_be_pressed_has_a_name_and_is_reached_by_tab(door: Door, qtbot: QtBot) -> None:
    door.show(SLACK)
    hear(door.curtain)
    qtbot.mouseClick(door.curtain.key_button, Qt.MouseButton.LeftButton)
    card = door.curtain
    qtbot.keyClicks(card.keys.reason, "Ana")
    usable = {each for each in card.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()}
    assert all(each.accessibleName() or each.text() for each in usable)
    reached: set[QObject] = set()
    for _ in range(2 * len(usable) + 4):
        focused = card.focusWidget()
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {card.keys.reason, card.keys.open_button, card.keys.cancel_button} <= reached
    assert card.keys.minutes.checkedButton() in reached


def test_a_card_fits_on_its_screen_with_large_letters_and_from_right_to_left(door: Door) -> None:
    before = QGuiApplication.font()
    large = QFont(before)
    large.setPixelSize(26)
    try:
        QGuiApplication.setFont(large)
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        door.show(a_doorway())
        for card in door.doors.cards():
            assert card.screen().availableGeometry().contains(card.geometry())
            card.grab()
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        QGuiApplication.setFont(before)


def test_every_line_has_its_room_however_the_apps_come(door: Door, qtbot: QtBot) -> None:
    names = ("Slack", "Teams", "Jira", "Notion")
    for count in range(1, len(names) + 1):
        door.show(Doorway(stopped=tuple(map(stopped, names[:count]))))
        qtbot.wait(1)
        for each in door.curtain.lines.findChildren(QLabel):
            if each.isVisible():
                assert each.height() >= each.minimumSizeHint().height(), f"{count} apps"
                assert door.curtain.lines.rect().contains(each.geometry()), f"{count} apps"


def test_on_a_low_screen_what_says_least_goes_first(door: Door) -> None:
    before = QGuiApplication.font()
    huge = QFont(before)
    huge.setPixelSize(34)
    try:
        QGuiApplication.setFont(huge)
        door.show(Doorway(stopped=a_doorway().stopped))
        card = door.curtain
        assert not card.tip.isVisible()
        assert not card.strip.isVisible()
        assert card.title.isVisible()
        for each in (card.later_button, card.key_button):
            assert card.rect().contains(each.geometry())
            assert each.width() >= each.sizeHint().width()
    finally:
        QGuiApplication.setFont(before)


def test_the_curtain_stands_lower_than_the_middle_and_the_countdown_in_the_corner(door: Door) -> None:
    door.show(a_doorway())
    room = door.curtain.screen().availableGeometry()
    assert door.curtain.geometry().center().y() >= room.center().y()
    assert door.countdown.geometry().bottomRight() == room.bottomRight()


def test_without_a_compositor_the_corners_are_cut(qtbot: QtBot, words: Words) -> None:
    del qtbot
    doors = Doors(RecordingActs(), FakeKeys().keys(), lambda: False)
    doors.show(door_view(SLACK, a_status(), words), words)
    assert doors.curtain is not None
    assert not doors.curtain.mask().isEmpty()
    assert doors.curtain.screen().availableGeometry().contains(doors.curtain.geometry())
    assert not doors.curtain.mask().contains(doors.curtain.rect().topLeft())
    doors.curtain.grab()
    doors.close()


def test_where_there_is_no_x_server_windows_can_be_see_through(qtbot: QtBot) -> None:
    del qtbot
    assert is_composited()


def test_an_app_without_an_icon_gets_a_tile_with_its_letter(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    red = QPixmap(64, 64)
    red.fill(QColor("red"))
    file = tmp_path / "icon.png"
    red.save(str(file))
    shown = app_picture(AppLine("Slack", str(file)), 24, 2.0)
    assert shown.toImage().pixelColor(10, 10) == QColor("red")
    for nameless in (AppLine("Slack", ""), AppLine("", ""), AppLine("Slack", "no-icon-has-this-name")):
        tile = app_picture(nameless, 24, 2.0)
        assert (tile.width(), tile.devicePixelRatio()) == (48, 2.0)
        assert tile.toImage().pixelColor(24, 4).alpha() == 255


# --- through the face ------------------------------------------------------------------------------------------------

FaceOver = Callable[[Counter], tuple[Face, RecordingActs]]


@pytest.fixture
def face_over(qtbot: QtBot, words: Words) -> Iterator[FaceOver]:
    """Build a face that passes on to recording acts; whatever it opened is closed afterwards."""
    del qtbot
    made: list[Face] = []

    def build(counter: Counter) -> tuple[Face, RecordingActs]:
        acts = RecordingActs()
        face = Face(services_over(counter)._replace(apps=acts), words)
        made.append(face)
        face.show_status(counter.status())
        return face, acts

    yield build
    for face in made:
        face.close()
    QGuiApplication.setPalette(QPalette())


def curtain_of(face: Face) -> Curtain:
    assert face._door.doors is not None
    assert face._door.doors.curtain is not None
    return face._door.doors.curtain


def test_an_empty_doorway_builds_nothing(face_over: FaceOver) -> None:
    face, _ = face_over(a_counter())
    face.show_doorway(Doorway())
    assert face._door.doors is None


def test_the_face_shows_the_door_and_passes_answers_on(face_over: FaceOver, qtbot: QtBot) -> None:
    face, acts = face_over(a_counter())
    face.show_doorway(SLACK)
    qtbot.mouseClick(curtain_of(face).later_button, Qt.MouseButton.LeftButton)
    assert acts.asked == [("later", "slack/1")]
    face.show_doorway(Doorway())
    assert face._door.doors is not None
    assert face._door.doors.curtain is None


def test_a_key_turned_in_the_curtain_opens_the_shop(face_over: FaceOver, qtbot: QtBot) -> None:
    counter = a_counter()
    face, _ = face_over(counter)
    face.show_doorway(SLACK)
    row = curtain_of(face).keys
    qtbot.mouseClick(curtain_of(face).key_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(row.reason, "The mayor called")
    qtbot.keyClick(row.reason, Qt.Key.Key_Return)
    assert counter.status().key is not None
    counter.since_boot.advance(FIRST_WAIT)
    row.wait.due.emit()
    assert counter.status().interval.phase is Phase.WORK


def test_the_tray_brings_back_what_stands_at_the_door(face_over: FaceOver) -> None:
    face, _ = face_over(a_counter())
    line = face._tray.menu.door
    assert not line.isVisible()
    face.show_doorway(Doorway(closing=(closing("Slack"),)))
    assert (line.isVisible(), line.text()) == (True, "Slack closes in 1 minute.")
    assert face._door.doors is not None
    assert face._door.doors.countdown is not None
    face._door.doors.countdown.put_away()
    line.trigger()
    assert face._door.doors.countdown.isVisible()
    face.show_doorway(Doorway())
    assert not line.isVisible()


def test_the_passphrase_is_asked_for_where_one_is_set(face_over: FaceOver) -> None:
    counter = a_counter(lock_level=LockLevel.LOCKED)
    counter.secret.save("kept")
    face, _ = face_over(counter)
    face.show_doorway(SLACK)
    assert curtain_of(face).key_button.text() == "Open with the passphrase…"
    face.show_open_dialog()
    assert "open" in face._dialogs


def test_under_the_lock_without_one_the_refusal_is_said(face_over: FaceOver) -> None:
    face, _ = face_over(a_counter(lock_level=LockLevel.LOCKED))
    face.show_open_dialog()
    assert set(face._dialogs) == {"error"}


def test_a_keyring_that_does_not_answer_leaves_the_lock_as_it_is(face_over: FaceOver) -> None:
    counter = a_counter(lock_level=LockLevel.LOCKED)
    counter.secret.is_there = False
    face, _ = face_over(counter)
    face.show_doorway(SLACK)
    assert not curtain_of(face).key_button.isVisible()


def test_the_words_and_the_scheme_change_at_the_door_too(face_over: FaceOver, qtbot: QtBot) -> None:
    class Shouted(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper() if "{" not in message else message

    face, _ = face_over(a_counter())
    face.show_doorway(SLACK)
    face.set_words(Words("fr", Shouted()))
    assert curtain_of(face).later_button.text() == "LATER"
    wear(dark=True)
    qtbot.waitUntil(lambda: "#1F1D2B" in curtain_of(face).styleSheet(), timeout=PATIENCE_MS)


def test_the_wish_for_less_motion_reaches_the_door(face_over: FaceOver) -> None:
    face, _ = face_over(a_counter())
    face.set_motion_reduced(True)
    face.show_doorway(SLACK)
    assert curtain_of(face).strip.is_motion_reduced
    face.set_motion_reduced(False)
    assert not curtain_of(face).strip.is_motion_reduced


def test_a_second_of_the_curtain_paints_its_line_and_nothing_else(door: Door, qtbot: QtBot) -> None:
    class Painted(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.who: list[str] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                self.who.append(type(watched).__name__)
            return False

    door.show(SLACK)
    door.curtain.strip.settle()
    qtbot.waitExposed(door.curtain)
    QApplication.processEvents()
    painted = Painted()
    for each in (door.curtain.strip, door.curtain.title, door.curtain.line):
        each.installEventFilter(painted)
    door.curtain._tick.timeout.emit()
    door.curtain.line.show_share(0.4)
    qtbot.waitUntil(lambda: "TimeLine" in painted.who, timeout=PATIENCE_MS)
    assert set(painted.who) == {"TimeLine"}


def test_whoever_listens_to_the_screen_is_told_politely(door: Door) -> None:
    said: list[str] = []

    class Heard(Curtain):
        def announce(self, text: str) -> None:
            said.append(text)
            super().announce(text)

    card = Heard(door.words, door.keys.keys(), door.acts.later, door.acts.hold, is_composited=True)
    view = door_view(SLACK, a_status(), door.words).curtain
    assert view is not None
    QAccessible.setActive(True)
    try:
        card.show_view(view)
        card.appear()
    finally:
        QAccessible.setActive(False)
    assert said == ["Slack is closed for today Opens Monday at 9:00. Outside your work hours."]
    card.hide()
