# SPDX-License-Identifier: MIT
"""Do the pages stand in one window, saved as one goes, taken back, in another language, by mouse and by keyboard?"""

import gettext
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from fakes.archive import FakeArchive
from fakes.moment import Counter, FakeSchedule, a_counter, a_status
from fakes.settings_store import FakeSettingsStore
from fakes.settings_window import FakeSettingsWindow
from rideau.adapters.qt.appearance import wear
from rideau.domain.error import RefusedError
from rideau.domain.network import Side
from rideau.domain.settings import AppSettings, HiddenApps, Hours, LockLevel, NetworkSettings, Reopening, Settings, Week
from rideau.domain.text import Text
from rideau.ports.archive import Contents
from rideau.ports.settings_store import SettingsProblem
from rideau.ports.settings_window import SettingsPage
from rideau.services.settings_desk import DeskState, SettingsDesk
from rideau.ui.face import Face
from rideau.ui.settings.general.general_page import GeneralPage
from rideau.ui.settings.page import Page, PageServices
from rideau.ui.settings.window import PAGES, SettingsWindow, page_class
from rideau.ui.settings_place import page_of
from rideau.wording.words import Words
from stage.settings_house import page_services


class Plain(Page):
    """Be a page without anything on it."""

    title = Text("Plain")

    def show_state(self, state: DeskState) -> None:
        """Keep what was shown, and the place that was asked for."""
        self.shown = state
        self.place = getattr(self, "place", "")

    def show_place(self, place: str) -> None:
        """Keep the place."""
        self.place = place


def find_page(page: SettingsPage) -> type[Page]:
    return GeneralPage if page is SettingsPage.GENERAL else Plain


class House:
    """Hold a window over a store of its own."""

    def __init__(self, qtbot: QtBot, words: Words, page: SettingsPage = SettingsPage.GENERAL) -> None:
        self.store = FakeSettingsStore()
        self.opened: list[str] = []
        self.ended: list[bool] = []
        self.archive = FakeArchive()
        self.services: PageServices = page_services()._replace(
            desk=SettingsDesk(self.store),
            archive=self.archive,
            open_url=self.opened.append,
            end=lambda: self.ended.append(True),
        )
        self.window = SettingsWindow(self.services, words, page, find_page)
        qtbot.addWidget(self.window)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)

    @property
    def settings(self) -> Settings:
        return self.store.load()

    @property
    def general(self) -> GeneralPage:
        found = self.window.pages[SettingsPage.GENERAL]
        assert isinstance(found, GeneralPage)
        return found

    def click(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def button(self, name: str) -> QPushButton:
        found = self.window.findChild(QPushButton, name)
        assert found is not None, name
        return found

    def said_above(self) -> str:
        notices = self.window.notices
        return "\n".join(each.text() for each in notices.findChildren(QLabel)) if notices.isVisible() else ""


def shown_area(house: House) -> QScrollArea:
    return next(each for each in house.window.findChildren(QScrollArea) if each.isVisible())


@pytest.fixture
def house(qtbot: QtBot, words: Words) -> House:
    return House(qtbot, words)


def test_only_the_page_that_is_looked_at_is_built(house: House) -> None:
    assert list(house.window.pages) == [SettingsPage.GENERAL]
    house.click("page-networks")
    assert list(house.window.pages) == [SettingsPage.GENERAL, SettingsPage.NETWORKS]
    assert house.window.page is SettingsPage.NETWORKS
    assert not house.general.isVisible()


@pytest.mark.parametrize("page", PAGES)
def test_there_is_a_page_behind_every_entry(page: SettingsPage) -> None:
    assert issubclass(page_class(page), Page)


def test_the_keyboard_follows_to_the_page_that_is_asked_for_elsewhere(house: House) -> None:
    house.window.navigation.take_focus()
    house.window.show_page(SettingsPage.COMPUTER)
    focused = house.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "page-computer"


def test_pages_are_reached_by_number_and_by_arrows(house: House) -> None:
    for number, page in enumerate(PAGES, 1):
        QTest.keyClick(house.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert house.window.page is page
    house.window.navigation.take_focus()
    QTest.keyClick(house.window.navigation.buttons()[3], Qt.Key.Key_Up)
    assert house.window.page is SettingsPage.GENERAL
    assert house.general.isVisible()


def test_tab_comes_to_the_level_that_holds_and_arrows_choose_another(house: House) -> None:
    house.window.activateWindow()
    house.window.navigation.take_focus()
    QTest.keyClick(house.button("page-general"), Qt.Key.Key_Tab)
    firm = house.general.lock.choices[LockLevel.FIRM]
    assert house.window.focusWidget() is firm
    QTest.keyClick(firm, Qt.Key.Key_Up)
    assert house.settings.lock_level is LockLevel.GENTLE
    assert house.window.focusWidget() is house.general.lock.choices[LockLevel.GENTLE]


def test_the_keyboard_begins_at_the_page_that_is_looked_at(house: House) -> None:
    house.window.activateWindow()
    assert house.window.focusWidget() is house.button("page-general")


def test_a_change_is_saved_at_once_and_taken_back_by_button_and_key(house: House) -> None:
    assert not house.window.foot.undo.isEnabled()
    house.general.lock.choices[LockLevel.LOCKED].click()
    assert house.settings.lock_level is LockLevel.LOCKED
    assert house.window.foot.undo.text() == "Undo: Lock level"
    house.click("undo")
    assert house.settings.lock_level is LockLevel.FIRM
    assert house.general.lock.choices[LockLevel.FIRM].isChecked()
    QTest.keyClick(house.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert house.settings.lock_level is LockLevel.LOCKED
    QTest.keyClick(house.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert house.settings.lock_level is LockLevel.FIRM


@pytest.mark.parametrize("held", list(LockLevel))
def test_every_level_says_what_it_does_tonight_whichever_holds(house: House, held: LockLevel) -> None:
    desk = house.services.desk
    networks = {"slack": NetworkSettings(side=Side.WORK)}
    desk.change(desk.settings._replace(networks=networks, lock_level=held), Text("Networks"))
    sentences = {level: each.text() for level, each in house.general.lock.sentences.items()}
    assert sentences[LockLevel.GENTLE] == "Tonight at 18:00 Slack falls silent. Nothing closes."
    assert sentences[LockLevel.FIRM].startswith("Tonight at 18:00 Slack closes until Mon 9:00.")
    assert "No key opens before that" in sentences[LockLevel.LOCKED]
    for level, choice in house.general.lock.choices.items():
        assert choice.accessibleDescription() == sentences[level]


def test_that_the_lock_holds_at_once_is_said_before_it_is_chosen_and_only_while_it_is_closed(house: House) -> None:
    lock, desk = house.general.lock, house.services.desk
    assert not lock.holding.isVisible()
    desk.change(desk.settings._replace(hours=Hours(week=Week(((),) * 7))), Text("Hours"))
    assert lock.holding.isVisible()
    assert lock.holding.text() in lock.choices[LockLevel.LOCKED].accessibleDescription()
    assert lock.holding.text() not in lock.choices[LockLevel.FIRM].accessibleDescription()
    lock.choices[LockLevel.LOCKED].click()
    assert not lock.holding.isVisible()


def test_apps_at_closing_time_are_set_and_ten_steps_are_taken_back_as_one(house: House) -> None:
    apps = house.general.apps
    apps.countdown.setFocus()
    for _ in range(3):
        QTest.keyClick(apps.countdown, Qt.Key.Key_Up)
    apps.hidden.buttons()[1].click()
    apps.reopen.buttons()[2].click()
    assert house.settings.apps == AppSettings(90, HiddenApps.FREEZE, Reopening.OFF)
    for _ in range(3):
        house.services.desk.undo()
    assert house.settings.apps == AppSettings()
    assert apps.countdown.value() == 60


def test_start_at_login_is_switched_and_trouble_is_said(house: House) -> None:
    tick = house.general.login.tick
    tick.click()
    assert house.services.autostart.is_on()
    tick.click()
    assert not house.services.autostart.is_on()


def test_what_does_not_hold_is_said_with_its_place_and_leads_there(house: House) -> None:
    house.store.spoil("hours.week.monday[0]")
    house.services.desk.reload()
    assert "hours.week.monday[0]" in house.said_above()
    ways = {each.text(): each for each in house.window.notices.findChildren(QPushButton)}
    QTest.mouseClick(ways["Open the file"], Qt.MouseButton.LeftButton)
    assert [Path(each).name for each in house.opened] == ["config.toml"]
    QTest.mouseClick(ways["Show the place"], Qt.MouseButton.LeftButton)
    assert house.window.page is SettingsPage.HOURS
    shown = house.window.pages[SettingsPage.HOURS]
    assert isinstance(shown, Plain)
    assert shown.place == "hours.week.monday[0]"


def test_a_place_of_the_page_itself_takes_the_keyboard(house: House) -> None:
    house.window.activateWindow()
    house.window.show_page(SettingsPage.GENERAL, "language")
    assert house.general.language.isAncestorOf(house.window.focusWidget())


def test_a_full_disk_is_said_and_the_change_is_kept(house: House) -> None:
    house.store.is_disk_full = True
    house.general.lock.choices[LockLevel.GENTLE].click()
    assert "Not saved" in house.said_above()
    assert house.window.foot.saved.text() == ""
    house.store.is_disk_full = False
    house.general.apps.hidden.buttons()[1].click()
    assert house.said_above() == ""
    assert house.settings.lock_level is LockLevel.GENTLE


def test_while_the_file_is_broken_a_change_waits_and_that_is_said_once(house: House) -> None:
    house.store.spoil("hours.week.monday[0]")
    house.services.desk.reload()
    house.general.lock.choices[LockLevel.GENTLE].click()
    assert "waits in this window" in house.said_above()
    assert "Not saved:" not in house.said_above()


def test_another_hand_s_edit_is_shown_and_the_notice_can_be_dismissed(house: House) -> None:
    house.store.replace(Settings(lock_level=LockLevel.GENTLE))
    house.services.desk.reload()
    assert house.general.lock.choices[LockLevel.GENTLE].isChecked()
    assert house.said_above()
    fine = house.window.notices.findChild(QPushButton)
    assert fine is not None
    QTest.mouseClick(fine, Qt.MouseButton.LeftButton)
    assert house.said_above() == ""


def test_what_waits_for_the_opening_is_said_until_it_does_not(house: House) -> None:
    house.window.say_held(("Your new hours hold from Monday.",))
    assert house.said_above() == "Your new hours hold from Monday."
    house.window.say_held(())
    assert house.said_above() == ""


def test_another_language_rebuilds_in_place(house: House, qtbot: QtBot) -> None:
    house.window.resize(700, 430)
    house.click("page-computer")
    house.click("page-general")
    shown_area(house).verticalScrollBar().setValue(60)
    house.window.activateWindow()
    house.button("language-fr").setFocus()
    before = house.window.geometry()
    french = Words("fr", gettext.NullTranslations())
    house.window.set_words(french, house.services)
    assert list(house.window.pages) == [SettingsPage.GENERAL]
    assert house.general.words is french
    assert house.window.geometry() == before
    assert house.window.focusWidget() is house.button("language-fr")
    rebuilt = shown_area(house)
    qtbot.waitUntil(lambda: rebuilt.verticalScrollBar().value() == 60, timeout=30_000)
    house.general.lock.choices[LockLevel.GENTLE].click()
    assert house.settings.lock_level is LockLevel.GENTLE


class Named(Plain):
    """Be a page with one field, which is saved once it is left."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the field."""
        super().__init__(services, words)
        self.field = QLineEdit()
        self.body.addWidget(self.field)
        self.field.editingFinished.connect(self._name)

    def _name(self) -> None:
        language = self.field.text()
        self.change(self.services.desk.settings._replace(language=language), Text("Language"))


def test_what_is_being_typed_is_kept_when_another_hand_changes_the_language(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    window = SettingsWindow(services, words, SettingsPage.HOURS, lambda _: Named)
    qtbot.addWidget(window)
    window.show()
    page = window.pages[SettingsPage.HOURS]
    assert isinstance(page, Named)
    window.activateWindow()
    page.field.setFocus()
    qtbot.waitUntil(page.field.hasFocus, timeout=30_000)
    QTest.keyClicks(page.field, "fr")
    window.set_words(Words("fr", gettext.NullTranslations()), services)
    assert services.desk.settings.language == "fr"


def test_pages_of_another_language_leave_nothing_of_the_old_ones(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    window = SettingsWindow(services, words)
    qtbot.addWidget(window)
    window.show()

    def every_page(language: str) -> None:
        window.set_words(Words(language, gettext.NullTranslations()), services)
        for page in PAGES:
            window.show_page(page)
        QApplication.processEvents()  # what is built once a page is seen
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    every_page("fr")
    every_page("en")
    before = len(window.findChildren(QWidget)), len(services.desk.observers)
    for _ in range(4):
        every_page("fr")
        every_page("en")
    assert (len(window.findChildren(QWidget)), len(services.desk.observers)) == before


def test_a_darker_desktop_is_followed_at_once(house: House) -> None:
    light = house.window.styleSheet()
    try:
        wear(dark=True)
        QGuiApplication.processEvents()
        assert house.window.styleSheet() != light
    finally:
        wear(dark=False)
        QGuiApplication.processEvents()
    assert house.window.styleSheet() == light


def test_closing_tells_whoever_keeps_the_process(house: House) -> None:
    closed: list[bool] = []
    house.window.on_closed = lambda: closed.append(True)
    QTest.keyClick(house.window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert closed == [True]
    assert not house.window.isVisible()


def test_the_ways_on_lead_to_the_zone_and_to_the_assistant(house: House) -> None:
    asked: list[bool] = []
    house.window.on_assistant = lambda: asked.append(True)
    house.click("go-assistant")
    assert asked == [True]
    house.click("go-zone")
    assert house.window.page is SettingsPage.HOURS


def test_everything_is_exported_and_imported_and_an_import_is_taken_back(house: House, tmp_path: Path) -> None:
    yours, file = house.general.yours, tmp_path / "all.zip"
    yours.ask_where_to = lambda *_: str(file)
    house.click("export")
    assert file in house.archive.files
    assert "3 lines of the journal" in yours.said.text()
    yours.ask_which = lambda *_: str(file)
    house.archive.files[file] = Contents(house.archive.files[file].made_at, own_networks=1, events=1)
    house.click("import")
    assert house.archive.here is not None
    assert house.archive.here.own_networks == 1
    assert "1 file of your own" in yours.said.text()
    QTest.mouseClick(yours.take_back, Qt.MouseButton.LeftButton)
    assert house.archive.here.own_networks == 0
    assert yours.export.isEnabled()


def test_what_is_no_archive_is_said(house: House, tmp_path: Path) -> None:
    house.general.yours.ask_which = lambda *_: str(tmp_path / "holiday.jpg")
    house.click("import")
    assert "is no archive" in house.general.yours.said.text()
    assert house.general.yours.bring_in.isEnabled()


def test_erasing_is_asked_twice_and_keeping_is_the_main_way(house: House) -> None:
    yours = house.general.yours
    house.window.activateWindow()
    house.click("erase")
    assert house.window.focusWidget() is yours.keep
    yours.keep.click()
    assert not yours.question.isVisible()
    house.click("erase")
    yours.go_on.click()
    assert house.archive.here is not None
    assert yours.go_on.text() == "Yes, erase it all"
    yours.go_on.click()
    assert house.archive.here is None
    assert house.ended == [True]


def test_erasing_that_is_refused_erases_nothing_and_says_why(house: House) -> None:
    house.archive.refusal = RefusedError(Text("The lock is on."))
    house.click("erase")
    house.general.yours.go_on.click()
    house.general.yours.go_on.click()
    assert house.archive.here is not None
    assert "The lock is on." in house.general.yours.said.text()
    assert not house.ended


def test_every_control_has_a_name_and_can_be_reached_by_tab(house: House) -> None:
    for each in house.window.findChildren(QWidget):
        is_inside = each.objectName() == "qt_spinbox_lineedit"
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not is_inside:
            interface = QAccessible.queryAccessibleInterface(each)
            assert interface is not None
            assert interface.text(QAccessible.Text.Name), each


def test_nothing_is_wider_than_the_smallest_window(house: House) -> None:
    house.window.resize(house.window.minimumSize())
    QGuiApplication.processEvents()
    assert house.general.width() <= shown_area(house).viewport().width()


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("hours.week.monday[0]", SettingsPage.HOURS),
        ("networks.slack.side", SettingsPage.NETWORKS),
        ("focus[0]", SettingsPage.HOURS),
        ("language", SettingsPage.GENERAL),
        ("reminders.off[0]", SettingsPage.REMINDERS),
        ("batches.times[0]", SettingsPage.REMINDERS),
        ("line 3, column 7", None),
        ("", None),
    ],
)
def test_a_place_of_the_file_is_on_a_page(place: str, page: SettingsPage | None) -> None:
    assert page_of(place) is page


def test_several_problems_are_said_and_the_rest_counted(house: House) -> None:
    problems = tuple(SettingsProblem("config.toml", f"lock.level{n}", Text("No.")) for n in range(5))
    house.window._show_state(house.services.desk.state._replace(problems=problems))
    assert "And 2 more places." in house.said_above()


def test_the_tray_opens_the_window_where_the_person_was_or_at_what_does_not_hold(
    face_of: Callable[[Counter], Face],
) -> None:
    face = face_of(a_counter())
    window = face._services.settings_window
    assert isinstance(window, FakeSettingsWindow)
    face.show_settings()
    face.show_settings(SettingsPage.COMPUTER)
    problem = SettingsProblem("config.toml", "hours.week.monday[0]", Text("No."))
    counter = Counter(FakeSchedule(a_status(settings_problems=(problem,))))
    spoilt = face_of(counter)
    spoilt.show_settings()
    assert window.shown == [None, SettingsPage.COMPUTER]
    assert isinstance(spoilt._services.settings_window, FakeSettingsWindow)
    assert spoilt._services.settings_window.shown == [SettingsPage.HOURS]


def test_the_window_is_told_what_waits_for_the_opening(face_of: Callable[[Counter], Face]) -> None:
    face = face_of(Counter(FakeSchedule(a_status(held=(Text("Your new hours hold from Monday."),)))))
    window = face._services.settings_window
    assert isinstance(window, FakeSettingsWindow)
    assert window.held == ("Your new hours hold from Monday.",)


@pytest.mark.parametrize(("level", "said"), [(LockLevel.LOCKED, "A passphrase is set"), (LockLevel.FIRM, "can open")])
def test_the_keyring_is_asked_for_a_passphrase_where_it_opens_something(
    level: LockLevel, said: str, words: Words
) -> None:
    page = GeneralPage(page_services()._replace(has_passphrase=lambda: True), words)
    page.lock.show_settings(Settings(lock_level=level))
    assert said in page.lock.passphrase.text()
