# SPDX-License-Identifier: MIT
"""Does the Reminders page do what a person at it means, by hand and by keyboard?"""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fakes.settings_store import FakeSettingsStore
from fakes.tips import FakeTips, tip
from rideau.domain.error import NotRunningError, StorageError
from rideau.domain.settings import Asked, Batches, Settings
from rideau.domain.text import Text
from rideau.domain.tip import Picture, Theme
from rideau.ports.settings_store import SettingsProblem
from rideau.ports.settings_window import SettingsPage
from rideau.services.settings_desk import SettingsDesk
from rideau.ui.settings.page import PageServices
from rideau.ui.settings.reminders.batches_section import BatchesSection, times_typed
from rideau.ui.settings.reminders.coming_section import AskedSection, ComingSection
from rideau.ui.settings.reminders.day_sections import AwaySection, BreathSection, CheckInSection, RitualSection
from rideau.ui.settings.reminders.reminders_page import RemindersPage, View
from rideau.ui.settings.reminders.tips_view import TipsView
from rideau.ui.settings.window import SettingsWindow
from rideau.wording.words import Words
from stage.settings_house import page_services

Part = TypeVar("Part", bound=QWidget)
GLASS = tip("glass", Theme.DRINK, "A glass of water.")
CUP = tip("cup", Theme.DRINK, "The cup went cold.")
WALK = tip("walk", Theme.MOVE, "To the window and back.")


class House:
    """Hold the settings window at the Reminders page, over three tips."""

    def __init__(self, qtbot: QtBot, words: Words, *, is_catalogue_whole: bool = False, **others: object) -> None:
        """Open it."""
        self.store = FakeSettingsStore(Settings())
        self.tips = FakeTips(WALK, GLASS, CUP)
        self.shown: list[str] = []
        services = page_services(is_catalogue_whole=is_catalogue_whole)._replace(
            desk=SettingsDesk(self.store), tips=self.tips, show_tip=self.shown.append
        )
        self.services: PageServices = services._replace(**others)  # type: ignore[arg-type]  # named in each test
        self.window = SettingsWindow(self.services, words, SettingsPage.REMINDERS)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow, timeout=30_000)

    @property
    def page(self) -> RemindersPage:
        """Return the page."""
        found = self.window.pages[SettingsPage.REMINDERS]
        assert isinstance(found, RemindersPage)
        return found

    @property
    def held(self) -> Settings:
        """Return what is on disk."""
        return self.store.load()

    @property
    def all_tips(self) -> TipsView:
        """Return the view of all tips, shown."""
        self.page.choose(View.TIPS)
        found = self.page.views[View.TIPS]
        assert isinstance(found, TipsView)
        return found

    def part(self, view: View, kind: type[Part]) -> Part:
        """Return the one part of ``kind`` in ``view``, shown."""
        self.page.choose(view)
        found = self.page.views[view].findChild(kind)
        assert isinstance(found, kind)
        return found


@pytest.fixture
def house(qtbot: QtBot, words: Words) -> House:
    """Return the window over three tips."""
    return House(qtbot, words)


def typed(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    field.insert(text)  # as a paste does: QTest types no letter beyond ASCII
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_how_tips_come_is_changed_by_a_touch(house: House) -> None:
    coming = house.part(View.COMING, ComingSection)
    assert (coming.on.isChecked(), coming.per_day.value(), coming.apart.value(), coming.stays.value) == (
        True,
        4,
        60,
        20,
    )
    QTest.keyClick(coming.per_day, Qt.Key.Key_Down)
    QTest.keyClick(coming.apart, Qt.Key.Key_Up)
    coming.stays.buttons()[3].click()
    coming.sound.click()
    coming.on.click()
    held = house.held.reminders
    assert (held.per_day, held.apart_minutes, held.seconds, held.is_silent, held.is_on) == (3, 90, 0, False, False)


def test_a_stay_that_no_pill_offers_is_left_as_it_is(house: House) -> None:
    coming = house.part(View.COMING, ComingSection)
    desk = house.services.desk
    desk.change(Settings(reminders=Settings().reminders._replace(seconds=45)), Text("By hand"))
    assert coming.stays.value is None
    coming.sound.click()
    assert house.held.reminders.seconds == 45


def test_what_recurs_is_the_meal_until_more_is_wanted(house: House) -> None:
    switches = house.part(View.COMING, AskedSection).switches
    assert [asked for asked in Asked if switches[asked].isChecked()] == [Asked.MEAL]
    switches[Asked.EYES].click()
    switches[Asked.MEAL].click()
    assert house.held.reminders.recurring == {Asked.EYES}


def test_undo_takes_back_what_was_switched(house: House) -> None:
    coming = house.part(View.COMING, ComingSection)
    coming.on.click()
    QTest.keySequence(house.window, "Ctrl+Z")
    assert coming.on.isChecked()
    assert house.held.reminders.is_on


def test_the_tips_are_found_by_what_they_say_and_chosen_with_the_arrows(house: House) -> None:
    view = house.all_tips
    assert [each.name for each in view.model.cards] == [
        "A glass of water.",
        "The cup went cold.",
        "To the window and back.",
    ]
    view.field.setFocus()
    QTest.keyClicks(view.field, "water")
    assert [each.id for each in view.model.cards] == ["glass"]
    QTest.keyClick(view.field, Qt.Key.Key_Escape)
    QTest.keyClick(view.field, Qt.Key.Key_Down)
    assert view.chosen is not None
    assert view.preview.sheet is not None
    assert view.preview.sheet.sentence.text() == view.chosen.said_in("en").sentence


def test_nothing_found_shows_no_card(house: House) -> None:
    view = house.all_tips
    QTest.keyClicks(view.field, "zzz")
    assert (view.chosen, view.now.isVisible(), view.count.text()) == (None, False, "0 tips")


@pytest.mark.parametrize(
    ("key", "ids"),
    [("all", 3), ("own", 0), ("kind rest", 3), ("kind close", 0), ("theme drink", 2), ("theme close", 0)],
)
def test_they_are_browsed_by_kind_and_theme(house: House, key: str, ids: int) -> None:
    view = house.all_tips
    view.filter.setCurrentIndex(view.filter.findData(key))
    assert len(view.model.cards) == ids


def test_one_tip_or_its_theme_is_switched_off_and_on_again(house: House) -> None:
    view = house.all_tips
    view.comes.click()
    assert house.held.reminders.tips_off == {"glass"}
    assert "switched off" in view.model.cards[0].note
    view.comes.click()
    view.theme_comes.click()
    assert not house.held.reminders.tips_off
    assert house.held.reminders.themes_off == {Theme.DRINK}
    assert [("switched off" in each.note) for each in view.model.cards] == [True, True, False]
    assert not view.comes.isEnabled()
    view.theme_comes.click()
    view.rarer.click()
    assert house.held.reminders.themes_rarer == {Theme.DRINK}


def test_what_keeps_its_own_hours_says_so(house: House) -> None:
    view = house.all_tips
    assert [each.note.partition(" · ")[2] for each in view.model.cards] == ["if you want them"] * 3
    assert view.hours.isVisible()
    recurring = house.held.reminders._replace(recurring=frozenset({Asked.WATER}))
    house.services.desk.change(house.held._replace(reminders=recurring), Text("Water"))
    said = {each.id: each.note.partition(" · ")[2] for each in view.model.cards}
    assert said == {"glass": "at their own hours", "cup": "at their own hours", "walk": "if you want them"}


def test_one_is_shown_at_once(house: House) -> None:
    view = house.all_tips
    view.now.click()
    assert house.shown == ["glass"]


def test_where_no_app_runs_it_says_so(qtbot: QtBot, words: Words) -> None:
    def refuse(_tip: str) -> None:
        raise NotRunningError(Text("Rideau is not running."), Text("Start it with “rideau”."))

    view = House(qtbot, words, show_tip=refuse).all_tips
    view.now.click()
    assert view.said.text() == "Rideau is not running. Start it with “rideau”."


def test_one_of_ones_own_is_written_changed_and_deleted(house: House) -> None:
    view = house.all_tips
    view.opener.click()
    form = view.form
    assert form.sentence.hasFocus()
    assert not form.keep.isEnabled()
    QTest.keyClicks(form.sentence, "The cat waits at the door.")
    assert form.left.text() == "19 words left"
    form.themes.setCurrentIndex(form.themes.findData("leave-town"))
    form.themes.activated.emit(form.themes.currentIndex())
    form.keep.click()
    (mine,) = [each for each in house.tips.tips() if each.is_own]
    assert (mine.theme, mine.picture, mine.said_in("en").yes) == (Theme.LEAVE_TOWN, Picture.TRAIN, "Good idea")
    assert view.chosen == mine
    assert view.model.cards[0].id == mine.id, "one's own come first"
    view.change.click()
    assert form.sentence.text() == "The cat waits at the door."
    QTest.keyClicks(form.more, "Go home.")
    form.languages.setCurrentIndex(form.languages.findData("fr"))
    form.keep.click()
    (changed,) = [each for each in house.tips.tips() if each.is_own]
    assert (changed.id, set(changed.wordings)) == (mine.id, {"en", "fr"})
    view.delete.click()
    assert [each.id for each in house.tips.tips()] == ["walk", "glass", "cup"]
    assert not view.delete.isVisible()


def test_too_many_words_are_counted_and_not_kept(house: House) -> None:
    form = house.all_tips.form
    house.all_tips.edit()
    form.sentence.setText("word " * 26)
    assert (form.left.text(), form.keep.isEnabled()) == ("1 word too many", False)


def test_what_nobody_sees_is_not_kept(house: House) -> None:
    house.all_tips.edit()
    form = house.all_tips.form
    form.sentence.setText("a\u202eb")
    form.keep.click()
    assert form.problem.isVisible()
    assert len(house.tips.tips()) == 3


def test_what_could_not_be_kept_stays_in_the_form(house: House) -> None:
    house.all_tips.edit()
    form = house.all_tips.form
    form.sentence.setText("Cat.")
    house.tips.refusal = StorageError(Text("The disk is full."), Text("Make room."))
    form.keep.click()
    assert form.isVisible()
    assert form.problem.text() == "The disk is full. Make room."


def test_what_could_not_be_deleted_is_said(house: House) -> None:
    house.tips.add(CUP._replace(id="own-cup", is_own=True))
    view = house.all_tips
    house.tips.refusal = StorageError(Text("It stands among other things."))
    view.delete.click()
    assert view.said.text() == "It stands among other things."


def test_never_mind_leaves_everything_as_it_was(house: House) -> None:
    view = house.all_tips
    view.edit()
    view.form.leave.click()
    assert (view.form.isVisible(), view.shelf.isVisible(), view.deeds.isVisible()) == (False, True, True)


def test_what_is_written_is_seen_at_once_on_the_card_that_it_becomes(house: House) -> None:
    view = house.all_tips
    view.opener.click()
    assert (view.shelf.isVisible(), view.deeds.isVisible(), view.preview.isVisible()) == (False, False, True)
    QTest.keyClicks(view.form.sentence, "The cat waits.")
    QTest.keyClicks(view.form.yes, "Off to the cat")
    view.form.pictures.setCurrentIndex(view.form.pictures.findData(Picture.SUN.value))
    assert view.preview.sheet is not None
    assert (view.preview.sheet.sentence.text(), view.preview.sheet.yes.text()) == ("The cat waits.", "Off to the cat")
    house.services.desk.change(Settings(language="en"), Text("Language"))
    assert view.preview.sheet.sentence.text() == "The cat waits.", "nothing that happens meanwhile takes it away"
    QTest.keyClick(view.form.yes, Qt.Key.Key_Escape)
    assert view.shelf.isVisible()
    assert view.chosen is not None
    assert view.preview.sheet.sentence.text() == view.chosen.said_in("en").sentence


def test_problems_in_the_persons_files_are_said_with_their_place(qtbot: QtBot, words: Words) -> None:
    problem = SettingsProblem("tips.d/a.toml", "tips[0].theme", Text("This tip has no “{key}”.", key="theme"))
    view = House(qtbot, words, tips=FakeTips(GLASS, problems=(problem,))).all_tips
    assert "tips.d/a.toml" in view.problems.text().replace("\u200b", "")
    assert "tips[0].theme: This tip has no “theme”." in view.problems.text().replace("\u200b", "")


def test_another_hands_tip_appears(house: House) -> None:
    view = house.all_tips
    house.tips.add(CUP._replace(id="own-cup", is_own=True))
    for tell in house.services.tips_observers:
        tell()
    assert view.model.cards[0].id == "own-cup"


def test_damaged_tips_are_said_and_nothing_breaks(qtbot: QtBot, words: Words) -> None:
    class Damaged(FakeTips):
        def tips(self) -> tuple[()]:
            raise StorageError(Text("The tips can't be read."))

    view = House(qtbot, words, tips=Damaged()).all_tips
    assert view.problems.text() == "The tips can't be read."
    assert view.chosen is None


def test_the_day_is_changed_by_its_numbers(house: House) -> None:
    ritual, breath = house.part(View.DAY, RitualSection), house.part(View.DAY, BreathSection)
    QTest.keyClick(ritual.minutes, Qt.Key.Key_Up)
    QTest.keyClick(breath.seconds, Qt.Key.Key_Down)
    QTest.keyClick(breath.minutes, Qt.Key.Key_Up)
    check_in = house.part(View.DAY, CheckInSection)
    check_in.on.click()
    QTest.keyClick(check_in.weeks, Qt.Key.Key_Up)
    held = house.held
    assert (held.wind_down.ritual_minutes, tuple(held.breath)) == (30, (4, 11))
    assert (held.check_in.is_on, held.check_in.every_weeks) == (True, 5)


def test_the_country_of_the_places_to_turn_to_is_chosen_or_left_to_the_hours(house: House) -> None:
    check_in = house.part(View.DAY, CheckInSection)
    assert check_in.country.currentText() == "as your hours say"
    for said, code in (("Belgium", "BE"), ("as your hours say", "")):
        row = check_in.country.findText(said)
        check_in.country.setCurrentIndex(row)
        check_in.country.activated.emit(row)
        assert house.held.check_in.country == code


def test_a_country_that_has_no_name_here_is_shown_as_it_was_written(house: House) -> None:
    check_in = house.part(View.DAY, CheckInSection)
    before = house.held
    house.services.desk.change(before._replace(check_in=before.check_in._replace(country="XK")), Text("Country"))
    assert check_in.country.currentData() == "XK"
    house.services.desk.undo()
    assert check_in.country.currentData() == ""


def test_the_small_windows_are_opened_from_here(house: House) -> None:
    asked: list[SettingsPage] = []
    house.window.on_small_window = asked.append
    house.part(View.DAY, RitualSection).look.click()
    check_in = house.part(View.DAY, CheckInSection)
    check_in.answer.click()
    check_in.turn_to.click()
    assert asked == [SettingsPage.EVENING, SettingsPage.CHECK_IN, SettingsPage.HELP]
    assert house.window.page is SettingsPage.REMINDERS


def test_batches_are_typed_as_people_write_times_names_and_networks(qtbot: QtBot, words: Words) -> None:
    house = House(qtbot, words, is_catalogue_whole=True)
    batches = house.part(View.DAY, BatchesSection)
    batches.on.click()
    typed(batches.times, "17h15, 9:30")
    typed(batches.senders, "Alex, Léa, Alex")
    typed(batches.networks, "slack")
    assert house.held.batches == Batches(
        is_on=True, times=(570, 1035), urgent_networks=frozenset({"slack"}), urgent_senders=("Alex", "Léa")
    )
    assert (batches.times.text(), batches.networks.text()) == ("09:30, 17:15", "Slack")
    typed(batches.times, "")
    assert house.held.batches.times == ()


def test_a_time_or_a_network_that_is_none_is_said_and_not_kept(house: House) -> None:
    batches = house.part(View.DAY, BatchesSection)
    typed(batches.times, "25:00")
    typed(batches.networks, "nowhere at all")
    assert batches.times_wrong.isVisible()
    assert batches.networks_wrong.text() == "“nowhere at all” is no network of yours or of the catalogue."
    assert house.held.batches == Batches()
    QTest.keyClicks(batches.times, "x")
    assert not batches.times_wrong.isVisible()


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("", ()),
        ("9", (540,)),
        ("9 h", (540,)),
        ("9 h 05; 14.30", (545, 870)),
        ("10:00, 10:00", (600,)),
        ("24:00", None),
        ("9:60", None),
        ("1,2,3,4,5", None),
        ("noon", None),
    ],
)
def test_times_are_read_as_people_type_them(text: str, times: tuple[int, ...] | None) -> None:
    assert times_typed(text) == times


def test_the_away_message_is_kept_when_one_leaves_it(house: House) -> None:
    away = house.part(View.DAY, AwaySection)
    assert away.message.placeholderText().startswith("Thank you for your message. I am back on {opening}")
    away.message.setFocus()
    QTest.keyClicks(away.message, "Back {opening}.")
    QTest.keyClick(away.message, Qt.Key.Key_Tab)
    assert house.held.away_message == "Back {opening}."
    away.message.setFocus()
    QTest.keyClicks(away.message, " {name}")
    QTest.keyClick(away.message, Qt.Key.Key_Tab)
    assert away.wrong.isVisible()
    assert house.held.away_message == "Back {opening}."


@pytest.mark.parametrize(
    ("place", "view", "focused"),
    [
        ("reminders.per_day", View.COMING, lambda house: house.part(View.COMING, ComingSection).on),
        ("reminders.off[0]", View.TIPS, None),
        ("batches.times[0]", View.DAY, lambda house: house.part(View.DAY, BatchesSection).on),
        ("pause.seconds", View.DAY, lambda house: house.part(View.DAY, BreathSection).seconds),
        ("check_in", View.DAY, lambda house: house.part(View.DAY, CheckInSection).on),
        ("away.message", View.DAY, lambda house: house.part(View.DAY, AwaySection).message),
    ],
)
def test_a_problem_in_the_file_leads_to_its_section(
    house: House, place: str, view: View, focused: Callable[[House], QWidget] | None
) -> None:
    house.window.show_page(SettingsPage.REMINDERS, place)
    assert house.page.pills.value is view
    assert focused is None or focused(house).hasFocus()


def _is_beside(view: TipsView, expected: bool) -> bool:  # noqa: FBT001 - what is expected
    return (view.side.x() >= view.list.width()) is expected


def test_the_card_stands_beside_the_list_and_below_it_where_it_is_narrow(house: House, qtbot: QtBot) -> None:
    view = house.all_tips
    for width, is_beside in ((1120, True), (720, False), (1120, True)):
        house.window.resize(width, 720)
        qtbot.waitUntil(partial(_is_beside, view, is_beside), timeout=30_000)


def test_everything_done_with_a_tip_is_seen_at_once_in_the_window_as_it_opens(house: House, qtbot: QtBot) -> None:
    house.window.resize(1120, 720)
    view = house.all_tips
    qtbot.waitUntil(lambda: view.deeds.visibleRegion().boundingRect() == view.deeds.rect(), timeout=30_000)
    assert view.preview.sheet is not None
    assert view.preview.visibleRegion().boundingRect().contains(view.preview.sheet.geometry())
