# SPDX-License-Identifier: MIT
"""Is the first minute done by mouse alone and by keyboard alone, and does it write what was said and nothing else?"""

import gettext
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton, QStyle, QWidget
from pytestqt.qtbot import QtBot

from fakes.autostart import FakeAutostart
from rideau.domain.app import InstalledApp
from rideau.domain.error import StorageError
from rideau.domain.network import Account, Side, Use
from rideau.domain.plain_week import ALL_DAY, PlainWeek, plain_week
from rideau.domain.settings import OFFICE_DAY, ClockRange, Holidays, LockLevel, NetworkSettings, Settings, Week
from rideau.domain.text import Text
from rideau.services.guesses import Place, guess
from rideau.ui.assistant.assistant import STEPS, Assistant
from rideau.ui.assistant.draft import Household
from rideau.ui.assistant.hours_step import HoursStep, Preset
from rideau.ui.assistant.last_step import LastStep
from rideau.ui.assistant.networks_step import NetworksStep
from rideau.ui.assistant.start_step import StartStep
from rideau.ui.assistant.time_field import TimeField
from rideau.ui.settings.page import PageServices
from rideau.wording.browser_listing import BrowserStand, GateStand, Way
from rideau.wording.words import Words
from stage.settings_house import page_services

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
PARIS = Place("Europe/Paris", ("FR",), "fr_FR")
PROPOSED = Settings()._replace(hours=Settings().hours._replace(holidays=Holidays("FR")))
OFFICE = (ClockRange(9 * 60, 17 * 60),)

Build = Callable[..., Assistant]


def words_of(language: str) -> Words:
    return Words("fr" if language == "fr" else "en", gettext.NullTranslations())


@pytest.fixture(name="build")
def fixture_build(qtbot: QtBot) -> Iterator[Build]:
    made: list[Assistant] = []

    def build(services: PageServices | None = None, *, is_first: bool = True) -> Assistant:
        page = services or page_services()
        house = Household(page, guess(PARIS, ("FR",)), is_first, words_of, lambda: False)
        assistant = Assistant(house, words_of("en"))
        assistant.set_motion_reduced(is_reduced=True)
        assistant.show()
        qtbot.waitExposed(assistant)
        assistant.activateWindow()
        qtbot.waitUntil(assistant.isActiveWindow)
        made.append(assistant)
        return assistant

    yield build
    for each in made:
        each.skip()
        each.deleteLater()


def press(assistant: Assistant, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(assistant.focusWidget(), key)


def click(widget: QWidget) -> None:
    x = widget.height() // 2 if isinstance(widget, QCheckBox | QRadioButton) else widget.width() // 2
    QTest.mouseClick(widget, LEFT, pos=QPoint(x, widget.height() // 2))


def tab_to(assistant: Assistant, widget: QWidget) -> None:
    for _ in range(100):
        if assistant.focusWidget() is widget:
            return
        press(assistant, KEY.Key_Tab)
    pytest.fail("Tab never comes there")


def said(assistant: Assistant) -> Settings:
    return assistant.house.page.desk.settings


def step_of(assistant: Assistant, at: int) -> QWidget:
    while assistant.at < at:
        assistant.go_on()
    assert assistant.step is not None
    return assistant.step


def hours_of(assistant: Assistant) -> HoursStep:
    step = step_of(assistant, 0)
    assert isinstance(step, HoursStep)
    return step


def networks_of(assistant: Assistant) -> NetworksStep:
    step = step_of(assistant, 1)
    assert isinstance(step, NetworksStep)
    return step


def start_of(assistant: Assistant) -> StartStep:
    step = step_of(assistant, 2)
    assert isinstance(step, StartStep)
    return step


def last_of(assistant: Assistant) -> LastStep:
    step = step_of(assistant, STEPS)
    assert isinstance(step, LastStep)
    return step


def test_enter_alone_leads_through_and_takes_the_guesses(build: Build, qtbot: QtBot) -> None:
    assistant = build()
    with qtbot.waitSignal(assistant.over):
        for _ in range(STEPS + 1):
            press(assistant, KEY.Key_Return)
    assert said(assistant) == PROPOSED
    assert assistant.house.page.autostart.is_on()


def test_the_mouse_alone_leads_through(build: Build, qtbot: QtBot) -> None:
    assistant = build()
    click(hours_of(assistant).presets.buttons()[0])
    click(hours_of(assistant).days[4])
    click(hours_of(assistant).holidays)
    click(assistant.main)
    chip = networks_of(assistant).chips["slack"]
    click(chip.sides.buttons()[2])
    click(assistant.main)
    click(start_of(assistant).levels[LockLevel.GENTLE])
    click(start_of(assistant).login)
    click(assistant.main)
    with qtbot.waitSignal(assistant.over):
        click(assistant.main)
    settings = said(assistant)
    assert plain_week(settings.hours) == PlainWeek(frozenset(range(4)), OFFICE)
    assert settings.hours.holidays is None
    assert settings.networks == {"slack": NetworkSettings(side=Side.PERSONAL)}
    assert settings.lock_level is LockLevel.GENTLE
    assert not assistant.house.page.autostart.is_on()


def test_the_keyboard_alone_answers_everything(build: Build, qtbot: QtBot) -> None:
    assistant = build()
    press(assistant, KEY.Key_Left)
    press(assistant, KEY.Key_Space)
    tab_to(assistant, hours_of(assistant).days[0])
    press(assistant, KEY.Key_Space)
    press(assistant, KEY.Key_Return)
    tab_to(assistant, networks_of(assistant).chips["whatsapp"].sides.buttons()[2])
    press(assistant, KEY.Key_Left, KEY.Key_Left, KEY.Key_Return)
    press(assistant, KEY.Key_Down, KEY.Key_Return)
    with qtbot.waitSignal(assistant.over):
        press(assistant, KEY.Key_Return)
    settings = said(assistant)
    assert plain_week(settings.hours) == PlainWeek(frozenset((1, 2, 3, 4)), OFFICE)
    assert settings.networks == {"whatsapp": NetworkSettings(side=Side.WORK)}
    assert settings.lock_level is LockLevel.LOCKED


def test_skipping_writes_nothing(build: Build, qtbot: QtBot) -> None:
    assistant = build()
    click(hours_of(assistant).presets.buttons()[0])
    with qtbot.waitSignal(assistant.over):
        click(assistant.skip_button)
    assert said(assistant) == Settings()
    assert not assistant.house.page.autostart.is_on()


def test_enter_on_a_way_beside_takes_that_way(build: Build, qtbot: QtBot) -> None:
    assistant = build()
    press(assistant, KEY.Key_Return)
    assistant.back.setFocus()
    press(assistant, KEY.Key_Return)
    assert assistant.at == 0
    assistant.skip_button.setFocus()
    with qtbot.waitSignal(assistant.over):
        press(assistant, KEY.Key_Return)
    assert said(assistant) == Settings()


def test_escape_goes_back(build: Build) -> None:
    assistant = build()
    press(assistant, KEY.Key_Return, KEY.Key_Return, KEY.Key_Escape)
    assert assistant.at == 1
    press(assistant, KEY.Key_Escape, KEY.Key_Escape)
    assert assistant.at == 0


def test_the_windows_own_button_skips_before_the_end_and_finishes_at_it(build: Build) -> None:
    early, late = build(), build()
    early.close()
    last_of(late)
    late.close()
    assert (said(early), said(late)) == (Settings(), PROPOSED)
    assert not early.isVisible()
    assert not late.isVisible()


def test_what_was_said_stays_on_the_way_back(build: Build) -> None:
    assistant = build()
    click(hours_of(assistant).presets.buttons()[0])
    press(assistant, KEY.Key_Return, KEY.Key_Escape)
    assert hours_of(assistant).presets.value is Preset.OFFICE


def test_times_move_by_quarters_and_by_typing(build: Build) -> None:
    assistant = build()
    start = hours_of(assistant)._fields[0]
    start.setFocus()
    press(assistant, KEY.Key_Down)
    assert plain_week(assistant.draft.settings.hours) == PlainWeek(
        frozenset(range(5)), (ClockRange(8 * 60 + 45, 12 * 60 + 30), OFFICE_DAY[1])
    )
    press(assistant, KEY.Key_Up, KEY.Key_Up)
    assert start.minute == 9 * 60 + 15


def test_hours_that_overlap_are_said_and_not_gone_on_from(build: Build) -> None:
    assistant = build()
    step = hours_of(assistant)
    for _ in range(8):
        step._fields[1].stepBy(1)
    assert step.problem.text() == "These hours overlap."
    assert not assistant.main.isEnabled()
    press(assistant, KEY.Key_Return)
    assert assistant.at == 0
    step._fields[1].stepBy(-8)
    assert assistant.main.isEnabled()
    assert step.problem.isHidden()


def test_at_least_one_day_is_worked(build: Build) -> None:
    assistant = build()
    for day in range(5):
        click(hours_of(assistant).days[day])
    assert hours_of(assistant).trouble() == "On which days are you at work?"


def test_a_time_is_moved_with_the_mouse_alone(build: Build) -> None:
    step = hours_of(build())
    click(step.presets.buttons()[0])
    start, end = step._fields
    before = end.minute
    QTest.mouseClick(start, LEFT, pos=start.arrow(QStyle.SubControl.SC_SpinBoxUp).center())
    QTest.mouseClick(end, LEFT, pos=end.arrow(QStyle.SubControl.SC_SpinBoxDown).center())
    assert (start.minute, end.minute) == (9 * 60 + 15, before - 15)


def test_shifts_close_nothing_until_they_are_drawn(build: Build) -> None:
    assistant = build()
    click(hours_of(assistant).presets.buttons()[2])
    assert assistant.draft.settings.hours.week == PlainWeek(frozenset(range(7)), ALL_DAY).week()
    assert hours_of(assistant).note.text() == "Until you draw your shifts, under Hours, nothing closes."
    assert last_of(assistant).sentence.text().startswith("Nothing closes:")


def test_the_language_changes_at_once_and_keeps_what_was_said(build: Build) -> None:
    assistant = build()
    click(hours_of(assistant).presets.buttons()[0])
    click(assistant.languages.buttons()[1])
    assert assistant.words.language == "fr"
    assert hours_of(assistant).presets.value is Preset.OFFICE
    assert assistant.draft.settings.language == "fr"


def test_what_is_installed_is_asked_about_first(build: Build) -> None:
    apps = (InstalledApp("zoom", "Zoom"), InstalledApp("slack", "Slack"))
    assistant = build(page_services()._replace(apps=lambda: apps))
    assert list(networks_of(assistant).chips)[:3] == ["slack", "zoom", "linkedin"]


def test_what_is_installed_is_asked_about_first_after_answers_on_the_way_too(build: Build) -> None:
    assistant = build(page_services()._replace(apps=lambda: (InstalledApp("slack", "Slack"),)))
    click(hours_of(assistant).presets.buttons()[0])
    assert assistant.draft.asked[0].app is not None


def test_a_network_without_a_side_is_said_to_stay_open(build: Build) -> None:
    step = networks_of(build())
    assert step.open_question.text() == "Stay open until you put them on a side: Thunderbird, Gmail."
    click(step.chips["gmail"].sides.buttons()[0])
    click(step.chips["thunderbird"].sides.buttons()[1])
    assert step.open_question.isHidden()


def test_others_are_found_in_the_catalogue(build: Build) -> None:
    assistant = build()
    step = networks_of(assistant)
    step.search.setFocus()
    QTest.keyClicks(step.search, "trel")
    press(assistant, KEY.Key_Return)
    assert assistant.at == 1
    assert "trello" in step.chips
    assert step.search.text() == ""
    QTest.keyClicks(step.search, "reddit.com")
    click(step.found[0])
    assert "reddit" in step.chips
    QTest.keyClicks(step.search, "nobody knows this")
    assert step.found == []


def test_a_found_one_is_reached_by_tab_and_taken_by_enter(build: Build) -> None:
    assistant = build()
    step = networks_of(assistant)
    step.search.setFocus()
    QTest.keyClicks(step.search, "tel")
    tab_to(assistant, step.found[-1])
    press(assistant, KEY.Key_Return)
    assert assistant.at == 1
    assert len(step.chips) > 10


def test_a_click_on_a_levels_sentence_chooses_it(build: Build) -> None:
    assistant = build()
    choice = start_of(assistant).levels[LockLevel.LOCKED]
    row = choice.parentWidget()
    assert row is not None
    QTest.mouseClick(row, LEFT, pos=QPoint(row.width() // 2, row.height() - 4))
    assert assistant.draft.settings.lock_level is LockLevel.LOCKED


def stand(name: str, gate: GateStand | None, extensions: tuple[str, ...] = ()) -> BrowserStand:
    return BrowserStand(name, name, name, "native", "in-place", Way.SIGNED, "", {}, Side.PERSONAL, gate, extensions)


def test_each_browser_has_a_line(build: Build) -> None:
    stands = (
        stand("A", None),
        stand("B", GateStand(is_in_path=False, reason="No proxy is set.", remedy="Set one.")),
        stand("C", GateStand(is_in_path=True, reason=""), ("1.0",)),
        stand("D", GateStand(is_in_path=True, reason="")),
    )
    step = start_of(build(page_services()._replace(browsers=lambda: stands)))
    lines = [step._line(each) for each in stands]
    assert lines[0] == "A: closes work sites while Rideau runs."
    assert lines[1] == "B: work sites stay open for now. Settings, “This computer”, says why and what helps."
    assert lines[2] == "C: closes work sites, with a friendly page."
    assert "extension" in lines[3]


def test_tonight_is_said_with_real_names_and_times(build: Build) -> None:
    sentence = last_of(build()).sentence.text()
    assert sentence.startswith("Tonight at 18:00 Slack, LinkedIn and Microsoft Teams close;")
    assert sentence.endswith("See you Monday at 9:00.")


def test_the_curtain_can_be_tried_and_lifts_by_escape(build: Build, qtbot: QtBot) -> None:
    assistant = build()
    click(last_of(assistant).try_button)
    trial = assistant._trial
    assert trial is not None
    card = trial.card
    assert card.isVisible()
    assert card.title.text() == "Slack is closed for today"
    QTest.keyClick(card, KEY.Key_Escape)
    qtbot.waitUntil(lambda: assistant._trial is None)
    assert said(assistant) == Settings()
    click(last_of(assistant).try_button)
    assert assistant._trial is not None


def test_the_curtain_lifts_by_itself(build: Build, qtbot: QtBot) -> None:
    assistant = build()
    assistant_trial = last_of(assistant)
    assistant_trial.try_button.click()
    trial = assistant._trial
    assert trial is not None
    trial._lift.start(1)
    qtbot.waitUntil(lambda: assistant._trial is None)


def test_asked_for_again_it_begins_with_what_the_settings_say(build: Build, qtbot: QtBot) -> None:
    week = Week(((ClockRange(600, 660),), (ClockRange(540, 720),), (), (), (), (), ()))
    before = Settings()._replace(
        hours=Settings().hours._replace(week=week),
        networks={"trello": NetworkSettings(side=Side.PERSONAL)},
        lock_level=LockLevel.LOCKED,
    )
    services = page_services(before)._replace(autostart=FakeAutostart(on=False))
    assistant = build(services, is_first=False)
    assert hours_of(assistant).presets.value is Preset.KEPT
    assert "trello" in networks_of(assistant).chips
    with qtbot.waitSignal(assistant.over):
        for _ in range(STEPS):
            press(assistant, KEY.Key_Return)
    assert said(assistant) == before
    assert not services.autostart.is_on()


def test_what_another_hand_changed_meanwhile_stays(build: Build, qtbot: QtBot) -> None:
    assistant = build()
    desk = assistant.house.page.desk
    desk.change(desk.settings._replace(lock_level=LockLevel.LOCKED), Text("elsewhere"))
    with qtbot.waitSignal(assistant.over):
        for _ in range(STEPS + 1):
            press(assistant, KEY.Key_Return)
    assert said(assistant) == PROPOSED._replace(lock_level=LockLevel.LOCKED)


def closed_by_now(level: LockLevel) -> PageServices:
    hours = Settings().hours._replace(week=PlainWeek(frozenset((1, 2)), OFFICE).week())
    return page_services(Settings(hours=hours, lock_level=level))


@pytest.mark.parametrize(
    ("level", "waiting"),
    [
        (
            LockLevel.FIRM,
            "It is closed now: what you tightened holds at once, what would open it waits until Tue 9:00.",
        ),
        (LockLevel.GENTLE, ""),
    ],
)
def test_what_would_open_waits_where_it_is_closed_and_that_is_said(
    build: Build, level: LockLevel, waiting: str
) -> None:
    assistant = build(closed_by_now(level), is_first=False)
    click(hours_of(assistant).presets.buttons()[2])
    assert last_of(assistant).waiting.text() == waiting


def test_where_nothing_was_changed_nothing_waits(build: Build) -> None:
    assert last_of(build(closed_by_now(LockLevel.FIRM), is_first=False)).waiting.isHidden()


def test_sides_that_follow_accounts_say_where_they_are_changed(build: Build) -> None:
    me = NetworkSettings(accounts=(Account("Me", Use.PERSONAL),))
    step = networks_of(build(page_services(Settings(networks={"slack": me})), is_first=False))
    expected = "Slack has accounts, and they say its side: Settings, “Networks”, changes them."
    assert step.by_accounts.text() == step.chips["slack"].sides.toolTip() == expected
    assert not step.chips["slack"].sides.isEnabled()


def test_shifts_close_nothing_not_on_holidays_either_until_they_are_drawn(build: Build) -> None:
    assistant = build()
    step = hours_of(assistant)
    click(step.presets.buttons()[2])
    assert assistant.draft.settings.hours.holidays is None
    assert step.holidays.isHidden()
    assert last_of(assistant).sentence.text().startswith("Nothing closes: your shop is open around the clock")
    while assistant.at:
        assistant.go_back()
    step = hours_of(assistant)
    click(step.presets.buttons()[0])
    assert step.holidays.isVisible()
    assert assistant.draft.settings.hours.holidays == Holidays("FR")


def test_hours_can_be_tried_and_kept_after_all(build: Build) -> None:
    week = Week(((ClockRange(600, 660),), (ClockRange(540, 720),), (), (), (), (), ()))
    before = Settings()._replace(hours=Settings().hours._replace(week=week))
    assistant = build(page_services(before), is_first=False)
    click(hours_of(assistant).presets.buttons()[0])
    assert assistant.draft.settings != before
    click(hours_of(assistant).presets.buttons()[3])
    assert assistant.draft.settings == before


class StuckAutostart(FakeAutostart):
    """Refuse to be switched."""

    def switch(self, *, on: bool) -> None:
        """Refuse."""
        del on
        raise StorageError(Text("The folder cannot be written."))


def test_trouble_is_said_and_nothing_is_lost(build: Build) -> None:
    assistant = build(page_services()._replace(autostart=StuckAutostart()))
    step = last_of(assistant)
    click(assistant.main)
    assert assistant.isVisible()
    assert step.problem.text() == "The folder cannot be written."
    assert said(assistant) == PROPOSED


def test_everything_that_takes_the_keyboard_has_a_name(build: Build) -> None:
    assistant = build()
    for at in range(STEPS + 1):
        step_of(assistant, at)
        for each in assistant.findChildren(QWidget):
            is_inner = isinstance(each, QLineEdit) and each.objectName() == "qt_spinbox_lineedit"
            if each.focusPolicy() is Qt.FocusPolicy.NoFocus or not each.isVisible() or is_inner:
                continue
            text = getattr(each, "text", str)()
            assert each.accessibleName() or text, each


def test_nothing_reaches_beyond_a_small_screen(build: Build) -> None:
    assistant = build()
    assistant.resize(640, 320)
    for at in range(STEPS + 1):
        step_of(assistant, at)
        QApplication.processEvents()
        page = assistant.scroller.widget()
        assert page is not None
        assert page.width() <= assistant.scroller.viewport().width()
        assert page.layout() is not None
        for each in page.findChildren(QWidget):
            if each.isVisible():
                right = each.mapTo(page, QPoint(each.width(), 0)).x()
                assert right <= page.width(), each


@pytest.mark.parametrize(("language", "shown"), [("en", "8:45"), ("fr", "8\u00a0h\u00a045")])
@pytest.mark.parametrize("typed", ["8:45", "8h45", "8.45", "845"])
def test_a_time_is_shown_as_the_language_writes_it_and_typed_either_way(
    qtbot: QtBot, language: str, shown: str, typed: str
) -> None:
    field = TimeField(9 * 60, "Opens", words_of(language), lambda: None)
    qtbot.addWidget(field)
    field.setSelectedSection(TimeField.Section.HourSection)
    QTest.keyClicks(field, typed)
    assert field.text() == shown
    assert field.minute == 8 * 60 + 45
