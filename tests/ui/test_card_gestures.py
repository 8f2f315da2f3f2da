# SPDX-License-Identifier: MIT
"""Can each small thing to do be done by hand, by keys, without motion, and be left half-way?"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rideau.domain.tip import Gesture, Picture
from rideau.ui import theme
from rideau.ui.card.gestures import GestureView, gesture_view
from rideau.ui.card.gestures.breathe import Breathe
from rideau.ui.card.gestures.fill import Fill
from rideau.ui.card.gestures.look import Look
from rideau.ui.card.gestures.walk import Walk
from rideau.ui.card.gestures.write import Write
from rideau.wording.words import Words, load_words
from stage.access import faults_of

TRANSLATIONS = Path(__file__).parents[2] / "resources/translations"
PATIENCE_MS = 30_000
SOON_S = 0.4
DOABLE = [each for each in Gesture if each is not Gesture.NONE]
Show = Callable[[GestureView], GestureView]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show a gesture in a window of its own, as large as a card's picture, and begin."""
    shown: list[QWidget] = []

    def build(view: GestureView) -> GestureView:
        window = QWidget()
        window.setWindowTitle("Card")
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        window.resize(theme.units(270), theme.units(258))
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        shown.append(window)
        view.begin()
        return view

    yield build
    for window in shown:
        window.close()
        window.deleteLater()


def a_view(gesture: Gesture, words: Words, *, is_motion_reduced: bool = False) -> GestureView:
    made = gesture_view(gesture, Picture.GLASS, words, is_motion_reduced=is_motion_reduced)
    assert made is not None
    return made


def is_at_rest(view: GestureView) -> bool:
    return not view.is_running and not view._beat.isActive()


def test_nothing_to_do_needs_no_widget(words: Words) -> None:
    assert gesture_view(Gesture.NONE, Picture.GLASS, words, is_motion_reduced=False) is None


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("gesture", DOABLE)
def test_no_time_runs_before_it_begins(words: Words, gesture: Gesture) -> None:
    assert is_at_rest(a_view(gesture, words))


@pytest.mark.parametrize("gesture", DOABLE)
def test_escape_leaves_half_way_and_nothing_runs_on(qtbot: QtBot, words: Words, show: Show, gesture: Gesture) -> None:
    view = show(a_view(gesture, words))
    with qtbot.waitSignal(view.left, timeout=PATIENCE_MS):
        QTest.keyClick(view.window().focusWidget() or view, Qt.Key.Key_Escape)
    assert is_at_rest(view)


@pytest.mark.parametrize("gesture", DOABLE)
def test_what_is_hidden_runs_no_time_and_tells_nobody(words: Words, show: Show, gesture: Gesture) -> None:
    view = show(a_view(gesture, words))
    told: list[str] = []
    view.finished.connect(told.append)
    view.left.connect(lambda: told.append("left"))
    view.window().hide()
    assert is_at_rest(view)
    assert told == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("gesture", DOABLE)
def test_whoever_listens_is_told_of_everything(show: Show, gesture: Gesture, language: str) -> None:
    view = show(a_view(gesture, load_words(language, TRANSLATIONS)))
    assert view.accessibleName()
    assert faults_of(view.window()) == []


@pytest.mark.parametrize("wide", [210, 250])
@pytest.mark.parametrize("size", [13, 26])
@pytest.mark.parametrize("gesture", DOABLE)
def test_no_word_is_cut_in_french_or_with_large_fonts(show: Show, gesture: Gesture, size: int, wide: int) -> None:
    before = QGuiApplication.font()
    larger = QFont(before)
    larger.setPixelSize(size)
    try:
        QGuiApplication.setFont(larger)
        view = show(a_view(gesture, load_words("fr", TRANSLATIONS)))
        view.window().resize(theme.units(wide), theme.units(360))
        QTest.qWait(0)
        for label in view.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width())
        for button in view.findChildren(QPushButton):
            assert button.width() >= button.sizeHint().width()
            assert view.rect().contains(button.geometry())
    finally:
        QGuiApplication.setFont(before)


@pytest.mark.parametrize("is_still", [False, True])
def test_breathing_says_which_and_ends_by_itself(qtbot: QtBot, words: Words, show: Show, is_still: bool) -> None:  # noqa: FBT001 - a case
    view = Breathe(words, Picture.BREATH, is_motion_reduced=is_still, seconds=SOON_S * 8)
    said = {view.told.text()}
    moment = view.moment

    def listened() -> None:
        moment()
        said.add(view.told.text())

    view.moment = listened
    with qtbot.waitSignal(view.finished, timeout=PATIENCE_MS) as ended:
        show(view)
    assert ended.args == [""]
    assert said == {"Breathe in", "Hold", "Breathe out", "There you are."}
    assert is_at_rest(view)


def test_breathing_can_be_stopped_with_the_pointer_and_the_keyboard(qtbot: QtBot, words: Words, show: Show) -> None:
    for press in (
        lambda stop: QTest.mouseClick(stop, Qt.MouseButton.LeftButton),
        lambda stop: QTest.keyClick(stop, Qt.Key.Key_Return),
        lambda stop: QTest.keyClick(stop, Qt.Key.Key_Space),
    ):
        view = Breathe(words, Picture.BREATH, is_motion_reduced=False)
        show(view)
        with qtbot.waitSignal(view.left, timeout=PATIENCE_MS):
            press(view.stop_button)
        assert is_at_rest(view)


def test_without_motion_the_flower_and_the_horizon_stand_still(qtbot: QtBot, words: Words, show: Show) -> None:
    for kind in (Breathe, Look):
        view = kind(words, Picture.HORIZON, is_motion_reduced=True, seconds=SOON_S)
        before = view.scene.phase, view.scene.nearness
        with qtbot.waitSignal(view.finished, timeout=PATIENCE_MS):
            view.moment = _watched(view.moment, lambda view=view, before=before: _stands(view, before))
            show(view)


def _watched(moment: Callable[[], None], look: Callable[[], None]) -> Callable[[], None]:
    def both() -> None:
        moment()
        look()

    return both


def _stands(view: Breathe | Look, before: tuple[float, float]) -> None:
    if view.is_running:
        assert (view.scene.phase, view.scene.nearness) == before


@pytest.mark.parametrize("is_still", [False, True])
def test_a_glass_fills_while_it_is_held(qtbot: QtBot, words: Words, show: Show, is_still: bool) -> None:  # noqa: FBT001 - a case
    view = show(Fill(words, Picture.GLASS, is_motion_reduced=is_still))
    assert isinstance(view, Fill)
    assert not view._beat.isActive(), "nothing runs before a hand comes"
    assert view.glass.accessibleDescription() == "0% full"
    with qtbot.waitSignal(view.finished, timeout=PATIENCE_MS):
        QTest.mousePress(view.glass, Qt.MouseButton.LeftButton)
    assert view.glass.level == 1
    assert view.glass.accessibleDescription() == "100% full"
    assert is_at_rest(view)


def test_a_glass_fills_while_space_is_held_and_rests_when_let_go(qtbot: QtBot, words: Words, show: Show) -> None:
    view = show(Fill(words, Picture.GLASS, is_motion_reduced=False))
    assert isinstance(view, Fill)
    QTest.keyPress(view.glass, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: view.glass.level > 0.1, timeout=PATIENCE_MS)
    QTest.keyRelease(view.glass, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not view._beat.isActive(), timeout=PATIENCE_MS)
    assert view.is_running
    assert 0.1 < view.glass.level < 1


@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return])
def test_clicks_pour_a_quarter_each(qtbot: QtBot, words: Words, show: Show, key: Qt.Key | None) -> None:
    view = show(Fill(words, Picture.GLASS, is_motion_reduced=False))
    assert isinstance(view, Fill)

    def press() -> None:
        if key is None:
            QTest.mouseClick(view.glass, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(view.glass, key)

    press()
    qtbot.waitUntil(lambda: not view._beat.isActive(), timeout=PATIENCE_MS)
    assert view.glass.level == pytest.approx(0.25, abs=0.02)
    with qtbot.waitSignal(view.finished, timeout=PATIENCE_MS):
        for _ in range(3):
            press()


def test_a_walk_counts_minutes_and_ends_when_somebody_is_back(qtbot: QtBot, words: Words, show: Show) -> None:
    view = show(Walk(words, Picture.WALK, is_motion_reduced=False, minute_ms=50))
    assert isinstance(view, Walk)
    assert view.told.text() == "See you in a while."
    qtbot.waitUntil(lambda: view.told.text() == "2 minutes away", timeout=PATIENCE_MS)
    with qtbot.waitSignal(view.finished, timeout=PATIENCE_MS):
        QTest.keyClick(view.back_button, Qt.Key.Key_Return)
    assert view.told.text() == "Welcome back."
    assert is_at_rest(view)


def test_looking_far_away_ends_softly_by_itself(qtbot: QtBot, words: Words, show: Show) -> None:
    view = Look(words, Picture.HORIZON, is_motion_reduced=False, seconds=SOON_S * 3)
    small = view.scene.nearness
    with qtbot.waitSignal(view.finished, timeout=PATIENCE_MS):
        show(view)
        qtbot.waitUntil(lambda: view.scene.nearness > 2 * small - 0.01 or not view.is_running, timeout=PATIENCE_MS)
    assert view.told.text() == "Welcome back."
    assert is_at_rest(view)


def test_a_line_is_kept_by_enter_with_its_blanks_put_right(qtbot: QtBot, words: Words, show: Show) -> None:
    view = show(Write(words, Picture.FEATHER, is_motion_reduced=False))
    assert isinstance(view, Write)
    QTest.keyClicks(view.line, "  ask Ana  about the hall ")
    with qtbot.waitSignal(view.finished, timeout=PATIENCE_MS) as ended:
        QTest.keyClick(view.line, Qt.Key.Key_Return)
    assert ended.args == ["ask Ana about the hall"]
    assert view.line.isReadOnly()


def test_an_empty_line_is_not_kept(words: Words, show: Show) -> None:
    view = show(Write(words, Picture.FEATHER, is_motion_reduced=False))
    assert isinstance(view, Write)
    told: list[str] = []
    view.finished.connect(told.append)
    QTest.keyClicks(view.line, "   ")
    QTest.keyClick(view.line, Qt.Key.Key_Return)
    assert not view.keep_button.isEnabled()
    assert told == []


def test_a_line_is_kept_by_its_button_and_the_other_leaves_it(qtbot: QtBot, words: Words, show: Show) -> None:
    view = show(Write(words, Picture.FEATHER, is_motion_reduced=False))
    assert isinstance(view, Write)
    QTest.keyClicks(view.line, "one")
    with qtbot.waitSignal(view.finished, timeout=PATIENCE_MS):
        QTest.mouseClick(view.keep_button, Qt.MouseButton.LeftButton)
    other = show(Write(words, Picture.FEATHER, is_motion_reduced=False))
    assert isinstance(other, Write)
    with qtbot.waitSignal(other.left, timeout=PATIENCE_MS):
        QTest.mouseClick(other.leave_button, Qt.MouseButton.LeftButton)
