# SPDX-License-Identifier: MIT
"""Can the week be changed by hand, by mouse as by keys, and is it heard what came of it?"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fakes.clock import FakeClock
from fakes.settings_store import FakeSettingsStore
from rideau.domain.error import StorageError
from rideau.domain.phase import Phase
from rideau.domain.settings import OFFICE_WEEK, ClockRange, FocusStretch, Hours, Rotation, Settings, Week
from rideau.domain.text import Text
from rideau.domain.week_edit import Place
from rideau.domain.week_rotation import weeks_of
from rideau.ports.settings_store import SettingsProblem
from rideau.ui import theme
from rideau.ui.settings.hours.copy_days import CopyDays
from rideau.ui.settings.hours.hours_page import HoursPage
from rideau.ui.settings.hours.timeline import Timeline
from rideau.ui.widgets import dress
from rideau.wording.words import Words
from stage.settings_house import page_services

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
READABLE = 4.5
MORNING, AFTERNOON = Place(0, 0, 0), Place(0, 0, 1)
NIGHT_WEEK = Week((*OFFICE_WEEK.days[:4], (ClockRange(1200, 1560),), (), ()))


@pytest.fixture
def page_of(qtbot: QtBot, words: Words) -> Callable[..., HoursPage]:
    """Show the page over settings."""

    def build(hours: Hours | None = None) -> HoursPage:
        settings = Settings(hours=hours or Hours(), focus_plan=(FocusStretch((0,), ClockRange(600, 660)),))
        services = page_services(settings)
        page = HoursPage(services, words)
        services.desk.observers.append(page.show_state)
        qtbot.addWidget(page)
        dress(page)
        page.resize(900, 700)
        page.show_state(services.desk.state)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: bool(page.sections) and page.isActiveWindow(), timeout=30_000)
        return page

    return build


def day(page: HoursPage, number: int = 0, week: int = 0) -> str:
    return " ".join(map(str, weeks_of(page.services.desk.settings.hours)[week].days[number]))


def point(timeline: Timeline, row: int, minute: float) -> QPoint:
    return timeline.grid.rect(row, minute, minute).center().toPoint()


def drag(timeline: Timeline, start: tuple[int, float], *then: tuple[int, float]) -> None:
    pull(timeline, start, *then)
    QTest.mouseRelease(timeline, LEFT, pos=point(timeline, *then[-1]))


def pull(timeline: Timeline, start: tuple[int, float], *then: tuple[int, float]) -> None:
    QTest.mouseMove(timeline, point(timeline, *start))
    QTest.mousePress(timeline, LEFT, pos=point(timeline, *start))
    for each in then:
        QTest.mouseMove(timeline, point(timeline, *each))


def press(
    page: HoursPage, place: Place, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    page.timeline.come_to(place)
    press_on(page, key, held)


def press_on(page: HoursPage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on whatever has the focus."""
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def focused_on(page: HoursPage) -> Place:
    current = page.timeline.current()
    assert current is not None
    return current.place


def open_menu(page: HoursPage) -> QMenu:
    menus = [each for each in page.timeline.findChildren(QMenu) if each.isVisible()]
    assert len(menus) == 1
    return menus[0]


def said_beside(page: HoursPage) -> list[str]:
    """Return the words that stand on the timeline."""
    return [each.text() for each in page.timeline.findChildren(QLabel) if each.isVisible()]


def choose(menu: QMenu, *titles: str) -> None:
    """Choose along ``titles``, by what stands before the key."""
    found = {each.text().replace("&", "").split("\t")[0]: each for each in menu.actions()}
    action = found[titles[0]]
    if len(titles) > 1:
        below = action.menu()
        assert isinstance(below, QMenu)
        choose(below, *titles[1:])
    else:
        action.trigger()
    menu.close()


def test_a_bar_is_dragged_along_its_day_and_saved_once_when_let_go(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    saved: list[str] = []
    page.services.desk.observers.append(lambda _: saved.append(day(page)))
    pull(page.timeline, (0, 630), (0, 600), (0, 570))
    assert day(page) == "09:00-12:30 14:00-18:00"
    assert "8:00 to 11:30" in page.timeline.tag.said
    assert page.timeline.tag.isVisible()
    QTest.mouseRelease(page.timeline, LEFT, pos=point(page.timeline, 0, 570))
    assert saved == ["08:00-11:30 14:00-18:00"]
    assert not page.timeline.tag.isVisible()
    assert page.timeline.last_said == "Monday, 8:00 to 11:30"
    assert focused_on(page) == MORNING


def test_a_bar_is_dragged_to_another_day(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    drag(page.timeline, (0, 630), (3, 640), (5, 632))
    assert (day(page), day(page, 5)) == ("14:00-18:00", "09:00-12:30")
    assert focused_on(page) == Place(0, 5, 0)


def test_the_ends_of_a_bar_are_dragged_and_the_neighbour_stops_them(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    drag(page.timeline, (0, 543), (0, 520), (0, 487))
    assert day(page) == "08:00-12:30 14:00-18:00"
    drag(page.timeline, (0, 747), (0, 800), (0, 1200))
    assert day(page) == "08:00-14:00 14:00-18:00"


def test_escape_while_dragging_leaves_all_as_it_was(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    pull(page.timeline, (0, 630), (0, 660), (2, 700))
    press_on(page, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.timeline, LEFT, pos=point(page.timeline, 2, 700))
    assert day(page) == "09:00-12:30 14:00-18:00"


def test_no_bar_is_made_anew_while_dragging(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    before = page.timeline.children()
    pull(page.timeline, (0, 630), *((row, 400 + 60 * row) for row in range(5)))
    assert [each for each in page.timeline.children() if each not in before] == []
    QTest.mouseRelease(page.timeline, LEFT)


def test_a_stretch_is_drawn_on_an_empty_place(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    drag(page.timeline, (5, 600), (5, 700), (5, 840))
    assert day(page, 5) == "10:00-14:00"


def test_a_double_click_adds_on_an_empty_place_and_splits_a_bar(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    QTest.mouseDClick(page.timeline, LEFT, pos=point(page.timeline, 6, 607))
    assert day(page, 6) == "10:00-12:00"
    QTest.mouseDClick(page.timeline, LEFT, pos=point(page.timeline, 0, 960))
    assert day(page) == "09:00-12:30 14:00-15:30 16:30-18:00"


def test_a_night_is_drawn_on_both_days_and_dragged_by_either_end(page_of: Callable[..., HoursPage]) -> None:
    page = page_of(Hours(week=NIGHT_WEEK))
    (rest,) = page.timeline.shown().rests
    assert (rest.row, rest.start, rest.end, rest.name) == (5, 0, 120, "Friday, 20:00 to Saturday, 2:00")
    drag(page.timeline, (5, 117), (5, 150), (5, 180))
    assert day(page, 4) == "20:00-03:00"
    drag(page.timeline, (5, 60), (5, 30), (5, 0))
    assert day(page, 4) == "19:00-02:00"
    QTest.mouseDClick(page.timeline, LEFT, pos=point(page.timeline, 5, 30))
    assert day(page, 4) == "19:00-24:00"
    assert day(page, 5) == "01:00-02:00"


def test_arrows_move_a_bar_and_its_ends_and_are_one_change(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, MORNING, Qt.Key.Key_Right)
    press_on(page, Qt.Key.Key_Right)
    assert day(page) == "09:30-13:00 14:00-18:00"
    press_on(page, Qt.Key.Key_Left, SHIFT)
    assert day(page) == "09:30-12:45 14:00-18:00"
    press_on(page, Qt.Key.Key_Left, ALT)
    press_on(page, Qt.Key.Key_Left, SHIFT | CTRL)
    assert day(page) == "09:00-12:45 14:00-18:00"
    assert page.timeline.last_said == "Monday, 9:00 to 12:45"
    page.services.desk.undo()
    assert day(page) == "09:30-12:45 14:00-18:00"
    page.services.desk.undo()
    page.services.desk.undo()
    assert day(page) == "09:00-12:30 14:00-18:00"


def test_arrows_follow_the_direction_of_reading(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid = page.timeline.grid
    assert grid.is_mirrored
    assert grid.x(0) > grid.x(1440)
    press(page, MORNING, Qt.Key.Key_Left)
    assert day(page) == "09:15-12:45 14:00-18:00"
    drag(page.timeline, (0, 558), (0, 540), (0, 498))
    assert day(page) == "08:15-12:45 14:00-18:00"


def test_up_and_down_come_to_other_days_and_with_ctrl_take_the_bar_along(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, AFTERNOON, Qt.Key.Key_Down)
    assert focused_on(page) == Place(0, 1, 1)
    press(page, MORNING, Qt.Key.Key_Up)
    assert focused_on(page) == Place(0, 6, -1)
    press(page, Place(0, 4, 0), Qt.Key.Key_Down, CTRL)
    assert day(page, 5) == "09:00-12:30"
    assert focused_on(page) == Place(0, 5, 0)


def test_tab_comes_to_every_bar_and_closed_day_in_reading_order(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    names = []
    page.timeline.come_to(MORNING)
    for _ in page.timeline.stops():
        focused = page.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        assert focused.accessibleDescription()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names[0] == "Monday, 9:00 to 12:30"
    assert names[1] == "Monday, 14:00 to 18:00"
    assert names[-2:] == ["Saturday, closed", "Sunday, closed"]
    assert len(names) == 12


def test_tab_goes_from_the_weeks_over_the_bars_to_what_is_below(page_of: Callable[..., HoursPage]) -> None:
    page = page_of(Hours(rotation=Rotation(date(2026, 11, 16), (OFFICE_WEEK, OFFICE_WEEK))))
    page.timeline.deeds.add(5)
    chain = []
    at: QWidget = page
    while (at := at.nextInFocusChain()) is not page:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisible():
            chain.append(at)
    names = [each.accessibleName() or getattr(each, "text", str)() for each in chain]
    assert names[:2] == ["Week shown: Week A \u00b7 this week", "Monday, 9:00 to 12:30"]
    assert names[11:14] == ["Saturday, 9:00 to 11:00", "Sunday, closed", "+ Another week"]
    assert chain[1:13] == page.timeline.stops()


def test_keys_add_split_join_and_remove(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, Place(0, 5, -1), Qt.Key.Key_Insert)
    assert day(page, 5) == "09:00-11:00"
    press_on(page, Qt.Key.Key_Plus)
    assert day(page, 5) == "09:00-11:00 12:00-14:00"
    press(page, AFTERNOON, Qt.Key.Key_S)
    assert day(page) == "09:00-12:30 14:00-15:30 16:30-18:00"
    press(page, AFTERNOON, Qt.Key.Key_J)
    assert day(page) == "09:00-12:30 14:00-18:00"
    press(page, AFTERNOON, Qt.Key.Key_Delete)
    assert focused_on(page) == MORNING
    assert page.timeline.last_said == "Monday, 14:00 to 18:00: removed"
    press_on(page, Qt.Key.Key_Backspace)
    assert day(page) == ""
    assert focused_on(page) == Place(0, 0, -1)


def test_what_cannot_be_is_said_and_changes_nothing(page_of: Callable[..., HoursPage]) -> None:
    hours = Hours(week=Week(((ClockRange(0, 1440),), (ClockRange(540, 555),), *((),) * 5)))
    page = page_of(hours)
    for key, said in (
        (Qt.Key.Key_Right, "Monday, all day: there is no room there"),
        (Qt.Key.Key_J, "Nothing follows that it could be joined with."),
        (Qt.Key.Key_Insert, "There is no room left on Monday."),
    ):
        press(page, MORNING, key)
        assert page.timeline.last_said == said
    press(page, Place(0, 1, 0), Qt.Key.Key_S)
    assert page.timeline.last_said == "It is too short to split."
    assert weeks_of(page.services.desk.settings.hours) == (hours.week,)


def test_exact_times_are_typed_beside_the_bar(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, MORNING, Qt.Key.Key_F2)
    press_on(page, Qt.Key.Key_Up)
    press_on(page, Qt.Key.Key_Down)
    QTest.keyClicks(page.focusWidget(), "8:07")
    press_on(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page.focusWidget(), "11:53")
    press_on(page, Qt.Key.Key_Return)
    assert day(page) == "08:07-11:53 14:00-18:00"
    assert focused_on(page) == MORNING


def test_times_that_cannot_be_are_refused_beside_the_fields(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, MORNING, Qt.Key.Key_Return)
    press_on(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page.focusWidget(), "soon")
    press_on(page, Qt.Key.Key_Return)
    assert "Write a time such as 9:30." in said_beside(page)
    QTest.keyClicks(page.focusWidget(), "15")
    press_on(page, Qt.Key.Key_Return)
    assert "It would overlap 14:00\u201318:00." in said_beside(page)
    press_on(page, Qt.Key.Key_Escape)
    assert day(page) == "09:00-12:30 14:00-18:00"
    assert focused_on(page) == MORNING


def test_enter_opens_a_closed_day_right_into_its_times(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, Place(0, 6, -1), Qt.Key.Key_Return)
    assert day(page, 6) == "09:00-11:00"
    QTest.keyClicks(page.focusWidget(), "22:00")
    press_on(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page.focusWidget(), "2:00")
    press_on(page, Qt.Key.Key_Return)
    assert day(page, 6) == "22:00-02:00"


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F10, SHIFT)])
def test_the_menu_copies_a_day_to_others(
    page_of: Callable[..., HoursPage], key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    page = page_of()
    press(page, AFTERNOON, Qt.Key.Key_Delete)
    press(page, MORNING, key, held)
    choose(open_menu(page), "Copy this day to…")
    for _ in range(2):  # Tuesday stays as it is: the first that has the keyboard
        press_on(page, Qt.Key.Key_Tab)
        press_on(page, Qt.Key.Key_Space)
    press_on(page, Qt.Key.Key_Return)
    assert [day(page, each) for each in range(5)] == [
        "09:00-12:30",
        "09:00-12:30 14:00-18:00",
        "09:00-12:30",
        "09:00-12:30",
        "09:00-12:30 14:00-18:00",
    ]
    assert page.timeline.last_said == "Monday is copied to Wednesday, Thursday"
    assert focused_on(page) == MORNING
    page.services.desk.undo()
    assert day(page, 2) == "09:00-12:30 14:00-18:00", "all of it is one change"


def test_work_days_and_all_days_are_ticked_at_once_and_escape_copies_nothing(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, MORNING, Qt.Key.Key_Delete)
    press(page, MORNING, Qt.Key.Key_Menu)
    choose(open_menu(page), "Copy this day to…")
    panel = page.timeline.findChild(CopyDays)
    assert isinstance(panel, CopyDays)
    assert not panel.done.isEnabled(), "no day is ticked yet"
    QTest.mouseClick(panel.every_day, LEFT)
    assert panel.days.days == (1, 2, 3, 4, 5, 6)
    QTest.mouseClick(panel.workdays, LEFT)
    assert panel.days.days == (1, 2, 3, 4)
    press_on(page, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert focused_on(page) == MORNING
    assert day(page, 1) == "09:00-12:30 14:00-18:00"
    page.timeline.copy_day(MORNING)
    QTest.mouseClick(panel.workdays, LEFT)
    QTest.mouseClick(panel.done, LEFT)
    assert [day(page, each) for each in range(6)] == ["14:00-18:00"] * 5 + [""]


def test_a_held_arrow_key_is_shown_at_every_step_and_saved_once(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    saved: list[str] = []
    page.services.desk.observers.append(lambda _: saved.append(day(page)))
    page.timeline.come_to(MORNING)
    focused = page.focusWidget()
    assert focused is not None
    for number in range(30):
        hold = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, "", number > 0)
        QApplication.sendEvent(focused, hold)
    assert page.timeline.shown().own[0].name == "Monday, 1:30 to 5:00"
    assert saved == []
    QTest.keyRelease(focused, Qt.Key.Key_Left)
    assert saved == ["01:30-05:00 14:00-18:00"]
    assert page.timeline.last_said == "Monday, 1:30 to 5:00", "said once, not thirty times"
    page.services.desk.undo()
    assert day(page) == "09:00-12:30 14:00-18:00"


@pytest.mark.parametrize("way", ["the window closes", "a moment passes", "another key", "the mouse", "another week"])
def test_what_a_held_key_did_is_never_lost(page_of: Callable[..., HoursPage], qtbot: QtBot, way: str) -> None:
    page = page_of()
    page.timeline.come_to(MORNING)
    QTest.keyPress(page.focusWidget(), Qt.Key.Key_Left)
    assert day(page) == "09:00-12:30 14:00-18:00"
    if way == "the window closes":
        page.close()
    elif way == "another key":
        QTest.keyPress(page.focusWidget(), Qt.Key.Key_Control)
    elif way == "the mouse":
        QTest.mousePress(page.timeline, LEFT, pos=point(page.timeline, 5, 700))
    elif way == "another week":
        QTest.mouseClick(page.another, LEFT)
    qtbot.waitUntil(lambda: day(page) == "08:45-12:15 14:00-18:00", timeout=30_000)


def test_another_hands_edit_while_a_key_is_held_stands_beside_it(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    page.timeline.come_to(MORNING)
    QTest.keyPress(page.focusWidget(), Qt.Key.Key_Left)
    week = Week((*OFFICE_WEEK.days[:4], (ClockRange(600, 660),), (), ()))
    page.services.desk.change(Settings(hours=Hours(week=week)), Text("Another hand"))
    QTest.keyRelease(page.focusWidget(), Qt.Key.Key_Left)
    assert (day(page), day(page, 4)) == ("08:45-12:15 14:00-18:00", "10:00-11:00")


def test_what_is_asked_about_a_stretch_that_another_hand_changed_goes_away(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, AFTERNOON, Qt.Key.Key_Return)
    start = page.focusWidget()
    assert isinstance(start, QLineEdit)
    friday_off = Week((*OFFICE_WEEK.days[:4], (), (), ()))
    page.services.desk.change(Settings(hours=Hours(week=friday_off)), Text("Another hand"))
    assert start.isVisible(), "it was about Monday, which is as it was"
    page.services.desk.change(Settings(hours=Hours(week=Week(((),) * 7))), Text("Another hand"))
    assert not start.isVisible()
    assert day(page) == ""


def test_the_keyboard_stays_on_its_day_where_another_hand_changed_others(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    page.timeline.come_to(Place(0, 2, 1))
    friday_alone = Week(((), (), (ClockRange(600, 660),), (), (ClockRange(600, 660),), (), ()))
    page.services.desk.change(Settings(hours=Hours(week=friday_alone)), Text("Another hand"))
    assert focused_on(page) == Place(0, 2, 0)
    page.services.desk.change(Settings(hours=Hours(week=Week(((),) * 7))), Text("Another hand"))
    assert focused_on(page) == Place(0, 2, -1)


def test_what_a_full_disk_refuses_is_shown_and_saved_with_the_next_change(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    desk = page.services.desk
    store = desk._store
    assert isinstance(store, FakeSettingsStore)
    before = store.text
    store.is_disk_full = True
    press(page, MORNING, Qt.Key.Key_Left)
    drag(page.timeline, (1, 630), (1, 600), (1, 570))
    assert isinstance(desk.state.trouble, StorageError)
    assert (day(page), day(page, 1)) == ("08:45-12:15 14:00-18:00", "08:00-11:30 14:00-18:00")
    assert page.timeline.shown().own[0].name == "Monday, 8:45 to 12:15"
    assert store.text == before
    store.is_disk_full = False
    press(page, Place(0, 2, 0), Qt.Key.Key_Delete)
    assert desk.state.trouble is None
    assert store.load().hours == desk.settings.hours
    for _ in range(3):
        desk.undo()
    assert store.load().hours.week == OFFICE_WEEK


def test_the_fastest_hand_and_one_that_leaves_the_window_draw_hours_that_hold(
    page_of: Callable[..., HoursPage],
) -> None:
    page = page_of()
    line = page.timeline
    QTest.mousePress(line, LEFT, pos=point(line, 0, 630))
    for far in (QPoint(-4000, -900), QPoint(9000, 4000), QPoint(-1, 5000), QPoint(4000, -1)):
        QTest.mouseMove(line, far)
    QTest.mouseRelease(line, LEFT, pos=QPoint(4000, -1))
    assert day(page) == "14:00-18:00 23:45-03:15"
    QTest.mousePress(line, LEFT, pos=point(line, 5, 600))
    QTest.mouseRelease(line, LEFT, pos=QPoint(4000, 4000))
    assert day(page, 5) == ""
    assert page.services.desk.state.trouble is None


def test_a_press_beside_what_is_asked_leaves_it(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    press(page, AFTERNOON, Qt.Key.Key_Return)
    start = page.focusWidget()
    assert isinstance(start, QLineEdit)
    QTest.mouseClick(page.timeline, LEFT, pos=point(page.timeline, 5, 1300))
    assert not start.isVisible()


def test_the_truth_follows_a_drag_where_the_hand_rests(page_of: Callable[..., HoursPage], qtbot: QtBot) -> None:
    page = page_of()
    pull(page.timeline, (0, 1075), (0, 1195))
    qtbot.waitUntil(lambda: page.truth.work.text().startswith("39 h 30 min of work"), timeout=30_000)
    QTest.keyClick(page.timeline, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.truth.work.text().startswith("37 h 30 min of work"), timeout=30_000)


def test_the_menu_has_every_action(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    for titles, expected in (
        (("Split",), "09:00-10:15 11:15-12:30 14:00-18:00"),
        (("Join with the next",), "09:00-12:30 14:00-18:00"),
        (("Move to", "Sunday"), "14:00-18:00"),
        (("Add a stretch",), "14:00-18:00 19:00-21:00"),
        (("Remove this stretch",), "19:00-21:00"),
        (("Close this day",), ""),
    ):
        press(page, MORNING, Qt.Key.Key_Menu)
        choose(open_menu(page), *titles)
        assert day(page) == expected
    assert day(page, 6) == "09:00-12:30"


def test_the_menu_comes_up_under_the_pointer_and_at_a_days_name(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    at = point(page.timeline, 5, 700)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.timeline.mapToGlobal(at))
    QApplication.sendEvent(page.timeline, event)
    choose(open_menu(page), "Add a stretch")
    assert day(page, 5) == "09:00-11:00"
    QTest.mouseClick(page.timeline, LEFT, pos=QPoint(4, point(page.timeline, 5, 0).y()))
    choose(open_menu(page), "Close this day")
    assert day(page, 5) == ""


def test_a_change_by_another_hand_ends_a_drag_and_is_shown(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    pull(page.timeline, (0, 630), (0, 600), (0, 570))
    settings = page.services.desk.settings
    other = settings._replace(hours=settings.hours._replace(week=NIGHT_WEEK))
    page.services.desk.change(other, Text("elsewhere"))
    QTest.mouseRelease(page.timeline, LEFT, pos=point(page.timeline, 0, 570))
    assert page.services.desk.settings == other
    assert len(page.timeline.shown().rests) == 1


def test_what_does_not_hold_in_the_file_is_said_at_its_day(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    before = page.timeline.height()
    problems = (
        SettingsProblem("config.toml", "hours.week.tuesday[0]", Text("“9h” is not a time range.")),
        SettingsProblem("config.toml", "hours.timezone", Text("Not here.")),
        SettingsProblem("config.toml", "hours.rotation.weeks[1].friday[0]", Text("Another week.")),
    )
    page.show_state(page.services.desk.state._replace(problems=problems))
    assert dict(page.timeline.view.problems) == {1: "“9h” is not a time range."}
    assert page.timeline.height() > before
    page.show_place("hours.week.tuesday[0]")
    assert focused_on(page) == Place(0, 1, 0)
    page.show_place("hours.timezone")
    assert [each.key for each in page.sections if each.is_unfolded] == ["zone"]
    page.show_place("lock.level")
    assert [each.key for each in page.sections if each.is_unfolded] == ["zone"]
    page.show_state(page.services.desk.state)
    assert page.timeline.height() == before


@pytest.mark.parametrize("place", ["hours.rotation", "hours.rotation.weeks[1].friday[0]", "hours.week"])
def test_what_does_not_hold_of_the_weeks_and_is_on_no_day_in_view_is_said_above_them(
    page_of: Callable[..., HoursPage], place: str
) -> None:
    page = page_of()
    state = page.services.desk.state
    page.show_state(state._replace(problems=(SettingsProblem("config.toml", place, Text("It does not hold.")),)))
    assert page.problem.text() == f"{place}: It does not hold."
    page.show_place(place)
    assert page.problem.isVisible()
    page.show_state(state)
    assert not page.problem.isVisible()


def test_hours_that_overlap_the_next_days_in_the_file_are_drawn_and_can_be_moved(
    page_of: Callable[..., HoursPage],
) -> None:
    week = Week(((ClockRange(1200, 1620),), (ClockRange(60, 300), ClockRange(600, 607)), *((),) * 5))
    page = page_of(Hours(week=week))
    assert len(page.timeline.stops()) == 8
    for place in (MORNING, Place(0, 1, 0), Place(0, 1, 1)):
        for held in (Qt.KeyboardModifier.NoModifier, SHIFT, ALT):
            press(page, place, Qt.Key.Key_Left, held)
            press_on(page, Qt.Key.Key_Right, held)
    assert page.timeline.current() is not None


def test_now_is_shown_anew_when_the_person_comes_back(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    assert page.timeline.view.now == 10 * 60
    clock = page.services.sources.clock
    assert isinstance(clock, FakeClock)
    clock.advance(timedelta(minutes=30))
    QApplication.sendEvent(page, QEvent(QEvent.Type.ActivationChange))
    assert page.timeline.view.now == 10 * 60 + 30


def test_one_week_becomes_two_that_take_turns_and_one_again(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    QTest.mouseClick(page.another, LEFT)
    rotation = page.services.desk.settings.hours.rotation
    assert rotation == Rotation(date(2026, 11, 16), (OFFICE_WEEK, OFFICE_WEEK))
    assert page.timeline.week == 1
    assert page.timeline.view.today is None
    page.timeline.deeds.clear(0)
    assert (day(page, 0, 0), day(page, 0, 1)) == ("09:00-12:30 14:00-18:00", "")
    page.choose_week(0)
    assert page.timeline.view.today == 4
    page.choose_week(1)
    QTest.mouseClick(page.this_week, LEFT)
    hours = page.services.desk.settings.hours
    assert hours.rotation is not None
    assert hours.rotation.anchor == date(2026, 11, 9)
    page.choose_week(0)
    QTest.mouseClick(page.remove_week, LEFT)
    assert page.services.desk.settings.hours.rotation is None
    assert day(page) == ""


def test_the_line_of_truth_follows_what_the_hand_does(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    assert page.truth.work.text() == "37 h 30 min of work. Every evening is free."
    assert "15 h" in page.truth.rest.text()
    assert not page.truth.warnings[0].isVisible()
    press(page, AFTERNOON, Qt.Key.Key_F2)
    press_on(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page.focusWidget(), "23:30")
    press_on(page, Qt.Key.Key_Return)
    assert page.truth.work.text() == "43 h of work. 6 evenings free."
    warned = page.truth.warnings[0]
    assert warned.isVisible()
    assert "From Monday 23:30 to Tuesday 9:00 there are 9 h 30 min of rest" in warned.text()
    assert "Opening at 10:30" in warned.text()


def test_a_screen_reader_presses_a_bar_to_type_and_a_closed_day_to_open_it(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    page.timeline.stops()[-1].click()
    assert day(page, 6) == "09:00-11:00"
    page.timeline.stops()[0].click()
    QTest.keyClicks(page.focusWidget(), "8:00")
    press_on(page, Qt.Key.Key_Return)
    assert day(page).startswith("08:00-12:30")


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK])
def test_what_is_written_on_bars_can_be_read(colours: theme.Tokens) -> None:
    scenes = theme.LIGHT_SCENES if colours is theme.LIGHT else theme.DARK_SCENES
    for ground in (colours.bar, scenes[Phase.WIND_DOWN].slat):
        assert contrast(colours.on_bar, ground) >= READABLE
    for said in (colours.second, colours.ink):
        assert contrast(said, colours.track) >= READABLE


def test_colours_within_a_bar_are_told_in_words_too(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    first, second = page.timeline.stops()[:2]
    assert "Focus: 10:00\u201311:00" in first.accessibleDescription()
    assert "Wind-down: 17:45\u201318:00" in second.accessibleDescription()


def test_bars_are_buttons_to_a_screen_reader(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    seen = QAccessible.queryAccessibleInterface(page.timeline.stops()[0])
    assert seen.role() is QAccessible.Role.Button
    assert seen.text(QAccessible.Text.Name) == "Monday, 9:00 to 12:30"


def test_the_ring_is_on_what_the_hand_holds(page_of: Callable[..., HoursPage]) -> None:
    page = page_of()
    pull(page.timeline, (0, 630), (5, 640), (5, 632))
    ringed = [each.shown.place for each in page.timeline.stops() if each.shown and each.has_ring]
    assert ringed == [Place(0, 5, 0)]
    QTest.mouseRelease(page.timeline, LEFT, pos=point(page.timeline, 5, 632))


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
