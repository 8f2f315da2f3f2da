# SPDX-License-Identifier: MIT
"""Does the small window show the week at a glance, to eyes and to whoever listens?"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from fakes.moment import A_CALENDAR, Counter, a_counter, a_status
from rideau.domain.phase import Phase
from rideau.domain.schedule import Schedule
from rideau.ui import theme
from rideau.ui.face import Face
from rideau.ui.present_week import week_bounds, week_view
from rideau.ui.small_window import SmallWindow
from rideau.ui.week_miniature import ROW, WeekMiniature
from rideau.wording.words import Words

FaceOf = Callable[[Counter], Face]


def shown(qtbot: QtBot, words: Words) -> WeekMiniature:
    status = a_status()
    made = WeekMiniature()
    qtbot.addWidget(made)
    made.show_week(
        week_view(Schedule(A_CALENDAR).intervals(*week_bounds(status.at, status.zone)), status, words), "Week"
    )
    made.resize(320, made.sizeHint().height())
    made.show()
    return made


def picture(widget: WeekMiniature) -> QImage:
    return widget.grab().toImage()


def has(colour: str, image: QImage, row: int) -> bool:
    y = round((row + 1.5) * theme.units(ROW))
    return any(image.pixelColor(x, y + dy) == QColor(colour) for x in range(image.width()) for dy in (-3, 0))


def test_each_phase_has_its_bar(qtbot: QtBot, words: Words) -> None:
    image = picture(shown(qtbot, words))
    for phase in (Phase.WORK, Phase.FOCUS):
        assert has(theme.scene(phase).slat, image, 0)
        assert not has(theme.scene(phase).slat, image, 5)


def test_the_day_under_the_pointer_is_said_in_a_tooltip(qtbot: QtBot, words: Words) -> None:
    week = shown(qtbot, words)
    spot = QPoint(100, round(3.5 * theme.units(ROW)))
    QApplication.sendEvent(week, QHelpEvent(QEvent.Type.ToolTip, spot, week.mapToGlobal(spot)))
    assert QToolTip.text() == "Wednesday: closed. Leave: “Garden”."
    assert week.said_at(0) == ""
    assert week.said_at(9999) == ""
    QToolTip.hideText()


def test_whoever_listens_hears_the_whole_week(qtbot: QtBot, words: Words) -> None:
    week = shown(qtbot, words)
    assert week.accessibleName() == "Week"
    assert week.accessibleDescription().startswith("Monday: 9:00")
    assert week.accessibleDescription().endswith("Sunday: closed.")


def test_who_reads_from_the_right_sees_it_mirrored(qtbot: QtBot, words: Words) -> None:
    week = shown(qtbot, words)
    work = QColor(theme.scene(Phase.WORK).slat)

    def first_bar() -> int:
        image, y = picture(week), round(5.5 * theme.units(ROW))
        return next(x for x in range(image.width()) if image.pixelColor(x, y) == work)

    usual = first_bar()
    week.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert first_bar() < usual


def test_the_small_window_shows_the_week_and_what_becomes_of_it(face_of: FaceOf) -> None:
    counter = a_counter(Phase.WORK)
    face = face_of(counter)
    face.show_window()
    window = face.window
    assert window is not None
    assert window.week_panel.isVisible()
    assert window.week_title.text() == "This week"
    assert "Friday: 9:00" in window.week.accessibleDescription()


def test_without_a_schedule_there_is_no_week(face_of: FaceOf, words: Words) -> None:
    face = face_of(a_counter())
    window = SmallWindow(face)
    window.show_week(week_view((), a_status(), words), words)
    assert window.week_panel.isHidden()
    window.deleteLater()
