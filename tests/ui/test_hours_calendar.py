# SPDX-License-Identifier: MIT
"""Can exceptions, leave, holidays, focus, wind-down and the time zone be changed by mouse and by keys?"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fakes.holidays import FakeHolidays
from fakes.moment import PARIS
from rideau.domain.settings import ClockRange, ExceptionalDay, FocusStretch, Holidays, Hours, Leave, Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem
from rideau.ui.dates import DateField, locale_of
from rideau.ui.settings.hours.exceptions import ExceptionForm, ExceptionsSection
from rideau.ui.settings.hours.focus_plan import FocusForm, FocusPlanSection
from rideau.ui.settings.hours.holidays import HolidaysSection
from rideau.ui.settings.hours.leave import LeaveSection
from rideau.ui.settings.hours.leave_form import LeaveForm
from rideau.ui.settings.hours.section import HoursSection
from rideau.ui.settings.hours.sections import hours_sections
from rideau.ui.settings.hours.wind_down import WindDownSection
from rideau.ui.settings.hours.zone import ZoneSection
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import dress
from rideau.wording.words import Words
from stage.settings_house import page_services

LEFT = Qt.MouseButton.LeftButton
JUNE = date(2026, 12, 20)
OPEN_DAY = ExceptionalDay(JUNE, (ClockRange(600, 960),), "Open day")
DENTIST = ExceptionalDay(date(2026, 12, 3), (), "Dentist")
PAST = ExceptionalDay(date(2026, 3, 3), (), "Long ago")
SUMMER = Leave(date(2027, 8, 3), date(2027, 8, 21), "Summer")
CHRISTMAS, NEW_YEAR = date(2026, 12, 25), date(2027, 1, 1)


class House:
    """Show the sections as the page does, over one desk."""

    def __init__(self, qtbot: QtBot, words: Words, settings: Settings) -> None:
        """Build them, folded."""
        services = page_services(settings)
        known = FakeHolidays({CHRISTMAS: "Christmas", NEW_YEAR: "New Year"})
        self.services: PageServices = services._replace(sources=services.sources._replace(holidays=known))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        layout = QVBoxLayout(self.window)
        self.sections = {each.key: each for each in hours_sections(self.services, words)}
        for section in self.sections.values():
            layout.addWidget(section)
            section.show_state(self.services.desk.state)
            self.services.desk.observers.append(section.show_state)
        layout.addStretch(1)
        self.window.resize(760, 700)
        dress(self.window)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    @property
    def settings(self) -> Settings:
        """Return what is saved."""
        return self.services.desk.settings


Build = Callable[..., House]


@pytest.fixture
def house(qtbot: QtBot, words: Words) -> Iterator[Build]:
    """Build the sections over settings."""
    made: list[House] = []

    def build(settings: Settings | None = None) -> House:
        made.append(House(qtbot, words, settings or Settings()))
        return made[-1]

    yield build
    for each in made:
        each.window.close()


def exceptions(*entries: ExceptionalDay) -> Settings:
    return Settings(hours=Hours(exceptions=entries))


def leaves(*entries: Leave) -> Settings:
    return Settings(hours=Hours(leave=entries))


def of(house: House, kind: type[HoursSection]) -> HoursSection:
    return next(each for each in house.sections.values() if isinstance(each, kind))


def unfolded(house: House, kind: type[HoursSection]) -> HoursSection:
    section = of(house, kind)
    click(section.opener)
    assert section.is_unfolded
    return section


def click(widget: QAbstractButton) -> None:
    assert widget.isVisible()
    QTest.mouseClick(widget, LEFT)


def click_row(rows: QListView, row: int) -> None:
    at = rows.visualRect(rows.model().index(row, 0)).center()
    QTest.mouseClick(rows.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)


def type_over(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def said(rows: QListView) -> list[str]:
    model = rows.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def exceptions_of(house: House) -> tuple[ExceptionsSection, ExceptionForm]:
    section = of(house, ExceptionsSection)
    assert isinstance(section, ExceptionsSection)
    if not section.is_unfolded:
        click(section.opener)
    if section.editing == -1:
        click_row(section.rows, 0)
    assert isinstance(section.form, ExceptionForm)
    return section, section.form


def leave_of(house: House) -> tuple[LeaveSection, LeaveForm]:
    section = of(house, LeaveSection)
    assert isinstance(section, LeaveSection)
    if not section.is_unfolded:
        click(section.opener)
    if section.editing == -1:
        click_row(section.rows, 0)
    assert isinstance(section.form, LeaveForm)
    return section, section.form


def test_folded_sections_say_what_holds(house: Build) -> None:
    settings = exceptions(OPEN_DAY, PAST, DENTIST)
    hints = {key: each.hint.text() for key, each in house(settings).sections.items()}
    assert hints == {
        "exceptions": "Thu 3 December, closed · Sun 20 December, 10:00\u201316:00",
        "leave": "None to come. Whatever falls inside it is closed.",
        "holidays": "None are kept.",
        "focus": "None yet. A stretch of work in which nothing disturbs you.",
        "wind-down": "The last 15 minutes before every closing of at least 4 hours, not before lunch.",
        "zone": "This computer's: Paris",
    }


def test_a_click_on_the_line_unfolds_and_escape_folds(house: Build) -> None:
    section = of(house(), WindDownSection)
    QTest.mouseClick(section.hint, LEFT)
    assert section.is_unfolded
    QTest.keyClick(section, Qt.Key.Key_Escape)
    assert section.opener.hasFocus()
    assert section.panel is not None
    assert not section.panel.isVisible()


def test_the_first_exception_is_added_by_mouse(house: Build) -> None:
    shown = house()
    _, form = exceptions_of(shown)
    form.on.setDate(QDate(2026, 12, 20))
    click(form.closed.buttons()[1])
    assert not form.main.isEnabled()
    assert form.fact.text() == "No hours stand here yet. Write them as 10:00-16:00."
    assert not form.problem.isVisible(), "nothing is wrong yet"
    QTest.mouseClick(form.hours, LEFT)
    QTest.keyClicks(form.hours, "10:00-16:00")
    QTest.keyClicks(form.label, "Open day")
    click(form.main)
    assert shown.settings.hours.exceptions == (OPEN_DAY,)
    assert not form.isVisible()


def test_the_first_exception_is_added_by_keys(house: Build) -> None:
    shown = house()
    section = of(shown, ExceptionsSection)
    section.opener.setFocus()
    QTest.keyClick(section.opener, Qt.Key.Key_Space)
    _, form = exceptions_of(shown)
    assert form.on.hasFocus()
    form.on.setCurrentSection(QDateEdit.Section.DaySection)  # the locale may have the month first
    QTest.keyClick(form.on, Qt.Key.Key_Up)
    QTest.keyClick(form.on, Qt.Key.Key_Return)
    assert form.on.on == date(2026, 11, 22)
    form.main.setFocus()
    QTest.keyClick(form.main, Qt.Key.Key_Space)
    assert shown.settings.hours.exceptions == (ExceptionalDay(date(2026, 11, 22), ()),)


def test_hours_typed_wrong_are_said_at_their_place_and_not_saved(house: Build) -> None:
    shown = house(exceptions(OPEN_DAY))
    _, form = exceptions_of(shown)
    type_over(form.hours, "10:00-16:")
    assert not form.problem.isVisible(), "a range that is typed half is not wrong yet"
    type_over(form.hours, "soon")
    assert form.problem.text() == "“soon” is not a time range. Write it as 09:00-12:30."
    assert form.hours.accessibleDescription() == form.problem.text()
    assert shown.settings.hours.exceptions == (OPEN_DAY,)
    type_over(form.hours, "9:00-12:00, 13:00-15:00")
    assert not form.problem.isVisible()
    assert shown.settings.hours.exceptions[0].hours == (ClockRange(540, 720), ClockRange(780, 900))
    assert form.hours.text() == "9:00-12:00, 13:00-15:00", "what is being typed stays as it is"


def test_what_is_typed_half_is_said_once_it_is_left(house: Build) -> None:
    _, form = exceptions_of(house(exceptions(OPEN_DAY)))
    type_over(form.hours, "10:00-")
    QTest.keyClick(form.hours, Qt.Key.Key_Tab)
    assert "is not a time range" in form.problem.text()


def test_a_label_is_kept_when_the_section_folds(house: Build) -> None:
    shown = house(exceptions(OPEN_DAY))
    section, form = exceptions_of(shown)
    type_over(form.label, "Fair")
    QTest.keyClick(form.label, Qt.Key.Key_Escape)
    assert not section.is_unfolded
    assert shown.settings.hours.exceptions == (OPEN_DAY._replace(label="Fair"),)


def test_a_date_has_one_exception(house: Build) -> None:
    shown = house(exceptions(DENTIST, OPEN_DAY))
    _, form = exceptions_of(shown)
    form.on.setDate(QDate(2026, 12, 20))
    assert form.problem.text() == "That day has an exception already."
    assert shown.settings.hours.exceptions == (DENTIST, OPEN_DAY)


def test_past_exceptions_are_folded_away_and_kept(house: Build) -> None:
    shown = house(exceptions(PAST, OPEN_DAY, DENTIST))
    section, form = exceptions_of(shown)
    assert said(section.rows) == ["Thu 3 December, closed, Dentist", "Sun 20 December, 10:00\u201316:00, Open day"]
    assert section.past.text() == "and one past"
    click(section.past)
    assert len(said(section.rows)) == 3
    click(form.remove)
    assert shown.settings.hours.exceptions == (PAST, OPEN_DAY)


def test_the_list_is_worked_by_keys(house: Build) -> None:
    shown = house(exceptions(OPEN_DAY, DENTIST))
    section = unfolded(shown, ExceptionsSection)
    assert isinstance(section, ExceptionsSection)
    assert section.rows.hasFocus()
    QTest.keyClick(section.rows, Qt.Key.Key_Down)
    QTest.keyClick(section.rows, Qt.Key.Key_Return)
    assert section.editing == 0
    section.rows.setFocus()
    QTest.keyClick(section.rows, Qt.Key.Key_Delete)
    assert shown.settings.hours.exceptions == (DENTIST,)


def test_what_another_hand_changed_is_shown_in_the_form(house: Build) -> None:
    shown = house(exceptions(OPEN_DAY))
    section, form = exceptions_of(shown)
    shown.services.desk.change(exceptions(OPEN_DAY._replace(label="Fair")), Text("elsewhere"))
    assert form.label.text() == "Fair"
    shown.services.desk.change(Settings(), Text("elsewhere"))
    assert not form.isVisible()
    assert section.editing == -1


def test_an_error_of_the_file_is_shown_at_its_entry(house: Build) -> None:
    shown = house(exceptions(OPEN_DAY, DENTIST))
    section = unfolded(shown, ExceptionsSection)
    assert isinstance(section, ExceptionsSection)
    problem = SettingsProblem("config.toml", "hours.exceptions[0].date", Text("This is no date."))
    section.show_state(shown.services.desk.state._replace(problems=(problem,)))
    assert said(section.rows)[1].endswith("This is no date.")
    assert section.problem is not None
    assert "hours.exceptions[0].date" in section.problem.text()
    section.show_state(shown.services.desk.state)
    assert not section.problem.isVisible()


def test_a_place_of_the_file_leads_to_its_entry(house: Build) -> None:
    shown = house(exceptions(OPEN_DAY, DENTIST))
    found = [key for key, each in shown.sections.items() if each.show_place("hours.exceptions[1].hours[0]")]
    assert found == ["exceptions"]
    section, form = exceptions_of(shown)
    assert (section.editing, form.label.text()) == (1, "Dentist")
    assert section.show_place("hours.exceptions[7].date")
    assert of(shown, ZoneSection).show_place("hours.timezone")


def test_sixty_exceptions_take_no_widget_each(house: Build) -> None:
    days = tuple(ExceptionalDay(date(2027, 1 + n // 28, 1 + n % 28), (), f"Day {n}") for n in range(60))
    shown = house(exceptions(*days))
    section = unfolded(shown, ExceptionsSection)
    assert isinstance(section, ExceptionsSection)
    assert len(said(section.rows)) == 60
    assert len(section.findChildren(QWidget)) < 40


def test_a_half_day_of_leave_is_chosen(house: Build) -> None:
    shown = house()
    _, form = leave_of(shown)
    form.start.on.setDate(QDate(2026, 12, 23))
    assert form.until.on.on == date(2026, 12, 23), "the end of a new leave follows its start"
    form.start.part.setFocus()
    QTest.keyClick(form.start.part, Qt.Key.Key_Down)
    assert form.start.part.currentText() == "the afternoon, from 12:30"
    assert form.fact.text() == "It takes part of one work day."
    click(form.main)
    noon = datetime(2026, 12, 23, 12, 30)  # noqa: DTZ001 - leave is in local time
    assert shown.settings.hours.leave == (Leave(noon, date(2026, 12, 23)),)


def test_a_leave_says_how_many_work_days_it_takes(house: Build) -> None:
    shown = house(leaves(SUMMER))
    _, form = leave_of(shown)
    assert form.fact.text() == "It takes 14 work days."
    form.until.on.setDate(QDate(2027, 8, 6))
    assert form.fact.text() == "It takes 4 work days."
    assert shown.settings.hours.leave == (SUMMER._replace(until=date(2027, 8, 6)),)


def test_a_leave_that_ends_before_it_starts_is_said_and_not_saved(house: Build) -> None:
    shown = house(leaves(SUMMER))
    _, form = leave_of(shown)
    form.start.on.setDate(QDate(2027, 9, 1))
    assert form.problem.text() == "This leave ends before it starts."
    assert shown.settings.hours.leave == (SUMMER,)


def test_a_leave_that_overlaps_another_is_said_and_saved(house: Build) -> None:
    other = Leave(date(2027, 8, 23), date(2027, 8, 25), "Wedding")
    shown = house(leaves(SUMMER, other))
    _, form = leave_of(shown)
    form.until.on.setDate(QDate(2027, 8, 23))
    assert form.fact.text().startswith("It overlaps another one: 23\u201325 August 2027 (Wedding).")
    assert shown.settings.hours.leave[0].until == date(2027, 8, 23)


def holidays_of(house: House) -> HolidaysSection:
    section = of(house, HolidaysSection)
    assert isinstance(section, HolidaysSection)
    if not section.is_unfolded:
        click(section.opener)
    return section


def test_a_country_is_chosen_and_the_guess_stands_first(house: Build) -> None:
    shown = house()
    section = holidays_of(shown)
    assert [section.country.itemText(index) for index in (0, 1)] == ["No public holidays", "France"]
    assert not section.region.isVisible()
    section.country.setFocus()
    QTest.keyClick(section.country, Qt.Key.Key_Down)
    assert shown.settings.hours.holidays == Holidays("FR")
    assert section.region.isVisible()
    section.region.setFocus()
    QTest.keyClick(section.region, Qt.Key.Key_Down)
    assert shown.settings.hours.holidays == Holidays("FR", "57")
    assert section.hint.text() == "France (Moselle)"
    section.country.setFocus()
    QTest.keyClick(section.country, Qt.Key.Key_Up)
    assert shown.settings == Settings()
    assert said(section.days) == []


def test_the_country_of_this_place_is_one_click_away(house: Build) -> None:
    shown = house()
    section = holidays_of(shown)
    assert section.keep.text() == "Keep those of France"
    click(section.keep)
    assert shown.settings.hours.holidays == Holidays("FR")
    assert section.keep.isHidden()


def test_each_holiday_is_kept_or_worked(house: Build) -> None:
    shown = house(Settings(hours=Hours(holidays=Holidays("FR"))))
    section = holidays_of(shown)
    assert said(section.days) == ["Fri 25 December 2026, closed, Christmas", "Fri 1 January 2027, closed, New Year"]
    click_row(section.days, 0)
    assert shown.settings.hours.holidays == Holidays("FR", "", frozenset({CHRISTMAS}))
    assert said(section.days)[0] == "Fri 25 December 2026, worked, Christmas"
    state = section.days.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole)
    assert state == Qt.CheckState.Unchecked
    section.days.setFocus()
    QTest.keyClick(section.days, Qt.Key.Key_Space)
    assert shown.settings.hours.holidays == Holidays("FR")


def test_a_country_nobody_knows_says_so(house: Build) -> None:
    section = holidays_of(house(Settings(hours=Hours(holidays=Holidays("XX", "9")))))
    assert section.country.currentText() == "XX"
    assert "“XX” is not known here." in section.note.text()
    assert section.note.isVisible()


def test_strong_hours_are_added_and_said_where_they_fall_outside_work(house: Build) -> None:
    shown = house()
    section = unfolded(shown, FocusPlanSection)
    assert isinstance(section, FocusPlanSection)
    form = section.form
    assert isinstance(form, FocusForm)
    for number in (1, 2, 3, 4):
        click(form.days.buttons[number])
    click(form.days.buttons[5])
    assert form.fact.text() == "Outside your work hours, in whole or in part: Sat"
    type_over(form.hours, "10:00-11:30")
    click(form.main)
    assert shown.settings.focus_plan == (FocusStretch((0, 5), ClockRange(600, 690)),)
    assert said(section.rows) == [
        "Mon, Sat, 10:00\u201311:30, Outside your work hours, in whole or in part: Sat",
    ]


def test_looking_at_an_entry_changes_nothing(house: Build) -> None:
    settings = Settings(focus_plan=(FocusStretch((4, 0), ClockRange(600, 690)),))
    shown = house(settings)
    section = unfolded(shown, FocusPlanSection)
    assert isinstance(section, FocusPlanSection)
    click_row(section.rows, 0)
    click(section.opener)
    assert shown.settings == settings


def test_strong_hours_need_a_day(house: Build) -> None:
    stretch = FocusStretch((0,), ClockRange(600, 690))
    shown = house(Settings(focus_plan=(stretch,)))
    section = unfolded(shown, FocusPlanSection)
    assert isinstance(section, FocusPlanSection)
    click_row(section.rows, 0)
    form = section.form
    assert isinstance(form, FocusForm)
    click(form.days.buttons[0])
    assert form.problem.text() == "Choose at least one day."
    assert shown.settings.focus_plan == (stretch,)


def test_wind_down_is_changed_by_mouse_and_says_when_it_begins(house: Build) -> None:
    shown = house()
    section = unfolded(shown, WindDownSection)
    assert isinstance(section, WindDownSection)
    assert section.truth.text() == "Tonight it begins at 17:45."
    more = next(
        each for each in section.findChildren(QAbstractButton) if each.accessibleName() == "Before closing: more"
    )
    click(more)
    assert shown.settings.wind_down.minutes == 20
    assert section.truth.text() == "Tonight it begins at 17:40."
    type_over(section.gap, "168")
    QTest.keyClick(section.gap, Qt.Key.Key_Return)
    assert shown.settings.wind_down.min_gap_hours == 168
    assert section.truth.text() == "No closing of the next days is long enough for it."
    type_over(section.minutes, "0")
    QTest.keyClick(section.minutes, Qt.Key.Key_Return)
    assert section.hint.text() == "Off: work ends when it ends."
    assert section.truth.text() == ""


def test_a_gap_of_the_file_that_is_no_half_hour_stays(house: Build) -> None:
    settings = Settings()
    shown = house(settings._replace(wind_down=settings.wind_down._replace(min_gap_hours=3.25)))
    section = unfolded(shown, WindDownSection)
    assert isinstance(section, WindDownSection)
    QTest.keyClick(section.minutes, Qt.Key.Key_Up)
    assert shown.settings.wind_down == settings.wind_down._replace(minutes=20, min_gap_hours=3.25)


def test_a_place_is_found_by_its_city(house: Build) -> None:
    shown = house()
    section = unfolded(shown, ZoneSection)
    assert isinstance(section, ZoneSection)
    click(section.whose.buttons()[1])
    assert shown.settings.hours.timezone == PARIS.key
    assert section.truth.text() == "Right now both clocks show the same time."
    assert section.whose.buttons()[1].hasFocus(), "the keyboard stays where it is"
    type_over(section.city, "tok")
    QTest.keyClick(section.city, Qt.Key.Key_Return)
    assert shown.settings.hours.timezone == "Asia/Tokyo"
    assert section.city.text() == "Tokyo · Asia/Tokyo"
    assert section.truth.text() == "It is 18:00 there now, 10:00 here."
    click(section.whose.buttons()[0])
    assert shown.settings.hours.timezone == "system"


def test_a_place_is_taken_from_the_list_by_mouse(house: Build) -> None:
    shown = house(Settings(hours=Hours(timezone="Asia/Tokyo")))
    section = unfolded(shown, ZoneSection)
    assert isinstance(section, ZoneSection)
    type_over(section.city, "lisb")
    popup = section.city.popup
    assert popup.isVisible()
    at = popup.visualRect(popup.model().index(0, 0)).center()
    QTest.mouseClick(popup.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    assert shown.settings.hours.timezone == "Europe/Lisbon"


def test_escape_closes_the_list_before_the_section(house: Build) -> None:
    section = unfolded(house(Settings(hours=Hours(timezone="Asia/Tokyo"))), ZoneSection)
    assert isinstance(section, ZoneSection)
    type_over(section.city, "lisb")
    QTest.keyClick(section.city.popup, Qt.Key.Key_Escape)
    assert not section.city.popup.isVisible()
    assert section.is_unfolded


@pytest.mark.parametrize(("language", "first"), [("en", Qt.DayOfWeek.Monday), ("fr", Qt.DayOfWeek.Monday)])
def test_a_date_follows_the_language(qtbot: QtBot, words: Words, language: str, first: Qt.DayOfWeek) -> None:
    words.language = language
    field = DateField(date(2026, 12, 20), "Date", words)
    qtbot.addWidget(field)
    assert QLocale.languageToCode(field.locale().language()) == language
    assert "2026" in field.text()
    assert locale_of(words).firstDayOfWeek() is first or QLocale.system().language() is field.locale().language()
    calendar = field.calendarWidget()
    assert calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday) == QTextCharFormat(), "weekends are not red"


def test_a_date_is_picked_from_its_calendar(house: Build) -> None:
    shown = house(exceptions(OPEN_DAY))
    _, form = exceptions_of(shown)
    QTest.mouseClick(form.on, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(form.on.width() - 8, form.on.height() // 2))
    calendar = form.on.calendarWidget()
    assert calendar.isVisible()
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Return)
    assert shown.settings.hours.exceptions[0].on == date(2026, 12, 21)


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier), (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier)],
)
@pytest.mark.parametrize("reading", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_calendar_is_opened_and_used_by_keys_alone(
    house: Build, key: Qt.Key, held: Qt.KeyboardModifier, reading: Qt.LayoutDirection
) -> None:
    shown = house(exceptions(OPEN_DAY))
    _, form = exceptions_of(shown)
    form.on.setLayoutDirection(reading)
    QTest.keyClick(form.on, key, held)
    calendar = form.on.calendarWidget()
    assert calendar.isVisible()
    assert shown.settings.hours.exceptions[0].on == OPEN_DAY.on
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Return)
    assert shown.settings.hours.exceptions[0].on == OPEN_DAY.on + timedelta(days=7)


def controls(window: QWidget) -> set[QWidget]:
    """Return what a person can bring the keyboard to."""
    return {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
    }


def test_every_control_has_a_name_and_tab_reaches_it_from_top_to_bottom(house: Build) -> None:
    shown = house(exceptions(OPEN_DAY))
    shown.window.resize(760, 2400)
    for section in reversed(shown.sections.values()):
        section.unfold()
    exceptions_of(shown)
    leave_of(shown)
    QApplication.processEvents()
    wanted = controls(shown.window)
    for each in wanted:
        interface = QAccessible.queryAccessibleInterface(each)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), each
    first = shown.sections["exceptions"].opener
    first.setFocus()
    reached: list[QWidget] = [first]
    for _ in range(3 * len(wanted)):  # a date takes a Tab for its day, its month and its year
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        assert at is not None
        if at is first:
            break
        reached.append(at)
    assert {type(each) for each in wanted - set(reached)} <= {QPushButton}, "arrows choose the other pills"
    tops = [(each.mapTo(shown.window, QPoint()).y(), each.accessibleName()) for each in reached]
    backwards = [pair for pair in pairwise(tops) if pair[1][0] < pair[0][0] - 20]
    assert not backwards, "Tab goes down the page"
