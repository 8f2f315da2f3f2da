# SPDX-License-Identifier: MIT
"""Which windows does Rideau have, and in which states? Each by name, shown with whatever it can unfold."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from fakes.door import a_doorway, closing, stopped
from fakes.machine import FakeMachine
from fakes.moment import Counter, FakeSchedule, a_counter, a_status
from rideau.domain.app import Doorway, Stage
from rideau.domain.door import Profile
from rideau.domain.error import RefusedError
from rideau.domain.network import Account, Action, Side, Use
from rideau.domain.phase import Phase, Reason, Rule
from rideau.domain.plan import Batch
from rideau.domain.probe import Report
from rideau.domain.rest import Rest
from rideau.domain.settings import (
    OFFICE_WEEK,
    AuditAnswer,
    AuditQuestion,
    ClockRange,
    ExceptionalDay,
    FocusStretch,
    Holidays,
    Hours,
    Leave,
    LockLevel,
    NetworkSettings,
    PolicySettings,
    Rotation,
    Settings,
    WindDown,
)
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem
from rideau.ports.settings_window import SettingsPage
from rideau.services.guesses import Place, guess
from rideau.services.status import Allowance, Status
from rideau.ui.ask import NoApps
from rideau.ui.assistant.assistant import STEPS, Assistant
from rideau.ui.assistant.draft import Household
from rideau.ui.dates import DateField
from rideau.ui.doors import Doors
from rideau.ui.error_dialog import ErrorDialog
from rideau.ui.face import Face
from rideau.ui.finder import Finder
from rideau.ui.key_row import Keys
from rideau.ui.leave_dialog import LeaveDialog
from rideau.ui.open_dialog import OpenDialog
from rideau.ui.present_apps import door_view, key_view
from rideau.ui.settings.computer.computer_page import ComputerPage
from rideau.ui.settings.general.general_page import GeneralPage
from rideau.ui.settings.hours.entries import NEW, EntriesSection
from rideau.ui.settings.hours.hours_page import HoursPage
from rideau.ui.settings.networks.networks_page import NetworksPage, View
from rideau.ui.settings.networks.policy_table import PolicyTable
from rideau.ui.settings.page import PageServices
from rideau.ui.settings.window import SettingsWindow
from rideau.ui.widgets import Choice, dress
from rideau.wording.words import Words
from stage.card_windows import CARD_WINDOWS
from stage.counter import services_over
from stage.evening_windows import EVENING_WINDOWS
from stage.lone_windows import LONE_WINDOWS
from stage.reminder_windows import REMINDER_WINDOWS
from stage.settings_house import page_services
from stage.stands import Build, Stand, settle, shown, told, wait_until

PARIS = Place("Europe/Paris", ("FR",), "fr_FR")
SIZE = (1240, 1400)
"""Large enough for most pages to be seen in full: what scrolls is seen as well, further down."""
House = Callable[[Words], Settings]


@contextmanager
def standing(name: str, words: Words) -> Iterator[QWidget]:
    """Show the window called ``name``; it is gone afterwards."""
    stand = (WINDOWS.get(name) or LISTS[name])(words)
    try:
        settle()
        yield stand.window
    finally:
        stand.close()
        for each in (stand.window, *stand.kept):
            if isinstance(each, QWidget) and shiboken6.isValid(each):
                each.hide()
                if each.windowType() is not Qt.WindowType.Popup:  # it goes with the part of a window that it belongs to
                    each.deleteLater()
        settle()


# --- the tray's process ----------------------------------------------------------------------------------------------


def _face_at(status: Status, words: Words) -> Face:
    """Return a face at the moment of ``status``, which it is told again whenever it asks."""
    counter = Counter(FakeSchedule(status))
    for number in range(status.waiting):
        counter.hold(str(number))
    face = Face(services_over(counter), words)
    face.show_status(counter.status())
    return face


def _small_window(status: Status) -> Build:
    def build(words: Words) -> Stand:
        face = _face_at(status, words)
        face.show_window()
        assert face.window is not None
        return Stand(shown(face.window).window, (face,), face.close)

    return build


def _away(words: Words) -> Stand:
    status = a_status(Phase.AWAY)
    interval = status.interval._replace(reason=Reason(Rule.LEAVE, label=told(words, "Summer")))
    return _small_window(status._replace(plan=status.plan._replace(interval=interval)))(words)


def _menu(status: Status) -> Build:
    def build(words: Words) -> Stand:
        face = _face_at(status, words)
        menu = face._tray.menu.menu
        menu.popup(menu.pos())
        return Stand(menu, (face,), face.close)

    return build


def _digest(words: Words) -> Stand:
    counter = a_counter(Phase.QUIET)
    for title in ("Ana: are you there?", "Ben: call me & bring milk", "4 new messages"):
        counter.hold(told(words, title))
    face = Face(services_over(counter), words)
    face.show_status(counter.status())
    before = set(QApplication.topLevelWidgets())
    face.show_waiting_list()
    settle()
    (window,) = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each not in before]
    return Stand(shown(window).window, (face,), face.close)


def _card(doorway: Doorway, status: Status, ask: str = "") -> Build:
    def build(words: Words) -> Stand:
        control = a_counter(Phase.QUIET).control
        keys = Keys(lambda wanted: control.open(wanted.duration, wanted.reason, wanted.key), control.call_off)
        doors = Doors(NoApps(), keys, lambda: True)
        doors.set_motion_reduced(is_reduced=True)
        doors.show(door_view(doorway, status, words, has_passphrase=ask == "passphrase"), words)
        for card in doors.cards():
            card.strip.settle()
        if doors.curtain is not None and ask:
            doors.curtain.key_button.click()
        if doors.curtain is not None and ask == "wait":
            doors.curtain.keys.reason.setText(told(words, "The mayor called"))
            doors.curtain.keys.ask()
        return shown(next(doors.cards()), doors, control)

    return build


def _keys(counter: Counter) -> Keys:
    control = counter.control
    return Keys(lambda wanted: control.open(wanted.duration, wanted.reason, wanted.key), control.call_off)


def _open(*, is_waiting: bool) -> Build:
    def build(words: Words) -> Stand:
        counter = a_counter(Phase.QUIET)
        view = key_view(counter.status(), words)
        assert view is not None
        dialog = OpenDialog(words, _keys(counter), view)
        dress(dialog)
        stand = shown(dialog, counter)
        if is_waiting:
            dialog.row.reason.setText(told(words, "The mayor called"))
            dialog.row.ask()
        return stand

    return build


def _leave(words: Words) -> Stand:
    stand = _open(is_waiting=True)(words)
    assert isinstance(stand.window, OpenDialog)
    assert stand.window.row.turn is not None
    dialog = LeaveDialog(words, stand.window.row.turn, lambda _key: None)
    dress(dialog)
    return shown(dialog, stand)


def _error(words: Words) -> Stand:
    dialog = ErrorDialog(RefusedError(Text("The lock is on: nothing opens before the next opening.")), words)
    dress(dialog)
    return shown(dialog)


# --- the settings window ---------------------------------------------------------------------------------------------


def lived_in(words: Words) -> Settings:
    """Return settings that somebody has made their own."""
    return Settings(
        hours=Hours(
            holidays=Holidays("FR"),
            exceptions=(
                ExceptionalDay(date(2026, 12, 20), (ClockRange(600, 960),), told(words, "Open day")),
                ExceptionalDay(date(2026, 12, 3), (), told(words, "Dentist")),
            ),
            leave=(Leave(date(2027, 8, 3), date(2027, 8, 21), told(words, "Summer")),),
        ),
        wind_down=WindDown(),
        focus_plan=(FocusStretch((0, 2), ClockRange(600, 660)),),
        networks={
            "slack": NetworkSettings(side=Side.WORK),
            "facebook": NetworkSettings(
                accounts=(Account(told(words, "City page"), Use.OFFICIAL), Account(told(words, "Me"), Use.PERSONAL))
            ),
        },
        policy=PolicySettings(
            phases={Phase.QUIET: {Side.PERSONAL: Action.LIMIT}}, networks={"slack": {Phase.FOCUS: Action.ALLOW}}
        ),
        audit={"facebook": {AuditQuestion.RUNS_CLIENTS: AuditAnswer(is_yes=True, account=told(words, "Me"))}},
    )


def _rotating(words: Words) -> Settings:
    return lived_in(words)._replace(hours=Hours(rotation=Rotation(date(2026, 11, 16), (OFFICE_WEEK, OFFICE_WEEK))))


def _unchanged(_words: Words) -> Settings:
    return Settings()


def _services(settings: Settings, words: Words) -> PageServices:
    services = page_services(settings)
    machine = services.machine
    assert isinstance(machine, FakeMachine)
    machine.found = tuple(
        each._replace(title=told(words, each.title), reason=told(words, each.reason), remedy=told(words, each.remedy))
        for each in machine.found
    )
    machine.changed = tuple(each._replace(what=told(words, each.what)) for each in machine.changed)
    return services


def _settings(page: SettingsPage, then: Callable[[SettingsWindow], QWidget | None], house: House) -> Build:
    def build(words: Words) -> Stand:
        settings = house(words)
        services = _services(settings, words)
        for level in (LockLevel.LOCKED, LockLevel.FIRM):  # something to take back, and something to bring back
            services.desk.change(settings._replace(lock_level=level), Text("Lock level"))
        services.desk.undo()
        window = SettingsWindow(services, words, page)
        window.resize(*SIZE)
        shown(window)
        settle()
        looked_at = then(window)
        settle()
        return Stand(looked_at or window, (window,))

    return build


def hours_of(window: SettingsWindow) -> HoursPage:
    """Return the Hours page of ``window``."""
    page = window.pages[SettingsPage.HOURS]
    assert isinstance(page, HoursPage)
    return page


def networks_of(window: SettingsWindow) -> NetworksPage:
    """Return the Networks page of ``window``."""
    page = window.pages[SettingsPage.NETWORKS]
    assert isinstance(page, NetworksPage)
    return page


def _hours(window: SettingsWindow) -> None:
    wait_until(lambda: bool(hours_of(window).sections))


def _sections(window: SettingsWindow) -> None:
    _hours(window)
    for each in hours_of(window).sections:
        each.unfold()


def _forms(window: SettingsWindow) -> None:
    _hours(window)
    for each in hours_of(window).sections:
        each.unfold()
        if isinstance(each, EntriesSection):
            each.edit(NEW)


def _changing(window: SettingsWindow) -> None:
    _hours(window)
    for each in hours_of(window).sections:
        if isinstance(each, EntriesSection):
            each.unfold()
            each.edit(0)


def _calendar(window: SettingsWindow) -> QWidget:
    _forms(window)
    field = next(each for each in window.findChildren(DateField) if each.isVisible())
    QTest.keyClick(field, Qt.Key.Key_F4)
    return _popup()


def _choosing(window: SettingsWindow) -> QWidget:
    _forms(window)
    next(each for each in window.findChildren(Choice) if each.isVisible()).showPopup()
    return _popup()


def _exact_times(window: SettingsWindow) -> None:
    _hours(window)
    timeline = hours_of(window).timeline
    timeline.edit(timeline.first_of(0))


def _copying(window: SettingsWindow) -> None:
    _hours(window)
    timeline = hours_of(window).timeline
    timeline.copy_day(timeline.first_of(0))


def _hours_menu(window: SettingsWindow) -> QWidget:
    _hours(window)
    timeline = hours_of(window).timeline
    timeline.open_menu(timeline.first_of(0), timeline.mapToGlobal(timeline.rect().center()))
    return _popup()


def _search(window: SettingsWindow) -> None:
    networks_of(window).sides.field.setText("face")


def _own(window: SettingsWindow) -> None:
    networks_of(window).sides.own.opener.click()


def _detail(window: SettingsWindow) -> None:
    networks_of(window).sides.open("facebook")


def _unfolded_detail(window: SettingsWindow) -> None:
    _detail(window)
    detail = networks_of(window).sides.detail
    assert detail is not None
    for each in detail.findChildren(QPushButton):
        if each.isVisible() and each.text() in {window.words.text("Change"), "+ Account", "+ Compte"}:
            each.click()
            settle()


def _cards_menu(window: SettingsWindow) -> QWidget:
    board = networks_of(window).sides.board
    board.asked("slack", board.mapToGlobal(board.rect().center()))
    return _popup()


def _policy(window: SettingsWindow) -> None:
    networks_of(window).choose(View.POLICY)


def _differing(window: SettingsWindow) -> None:
    _policy(window)
    settle()
    (table,) = networks_of(window).findChildren(PolicyTable)
    table.differences.add.click()


def _action(window: SettingsWindow) -> QWidget:
    _policy(window)
    settle()
    (table,) = networks_of(window).findChildren(PolicyTable)
    table.grid.buttons[Phase.QUIET, Side.PERSONAL].click()
    assert table.choice is not None
    return table.choice


def _audit(window: SettingsWindow) -> None:
    networks_of(window).choose(View.AUDIT)


def _offered(window: SettingsWindow) -> QWidget:
    _differing(window)
    settle()
    field = next(each for each in window.findChildren(Finder) if each.isVisible())
    field.setFocus()
    QTest.keyClicks(field, "a")
    wait_until(field.popup.isVisible)
    return field.popup


def _erasing(window: SettingsWindow) -> None:
    page = window.pages[SettingsPage.GENERAL]
    assert isinstance(page, GeneralPage)
    page.yours.erase.click()


def _noticed(window: SettingsWindow) -> None:
    window.say_held((told(window.words, "Your new hours hold from Monday."),))
    problem = SettingsProblem("config.toml", "hours.week.monday[0]", Text(told(window.words, "This does not hold.")))
    window._show_state(window._services.desk.state._replace(problems=(problem, problem)))


def _computer(window: SettingsWindow) -> None:
    page = window.pages[SettingsPage.COMPUTER]
    assert isinstance(page, ComputerPage)
    for each in page.groups:
        if not each.is_unfolded:
            each.toggle()


def _nothing(window: SettingsWindow) -> None:
    del window


def _popup() -> QWidget:
    wait_until(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


# --- the assistant ---------------------------------------------------------------------------------------------------


def _assistant(step: int) -> Build:
    def build(words: Words) -> Stand:
        services: PageServices = page_services()
        house = Household(
            services, guess(PARIS, ("FR",)), is_first=True, words_of=lambda _: words, is_composited=lambda: True
        )
        assistant = Assistant(house, words)
        assistant.set_motion_reduced(is_reduced=True)
        shown(assistant)
        for _ in range(step):
            assistant.go_on()
            settle()
        return Stand(assistant, (house,))

    return build


def _doorways() -> dict[str, Build]:
    firm = a_counter(Phase.QUIET).status()._replace(keys_used=2)
    locked = a_status(lock_level=LockLevel.LOCKED)
    one = Doorway(stopped=(stopped("Slack"),))
    paused = firm._replace(plan=firm.plan._replace(breath_in={Profile.NONE: frozenset({"slack"})}))
    shown = {"Slack": Stage.COUNTING, "Teams": Stage.IN_CALL, "Mail": Stage.SAVING, "Outlook": Stage.STAYED}
    return {
        "curtain": _card(one, firm),
        "curtain, several": _card(Doorway(stopped=a_doorway().stopped), firm),
        "curtain, key": _card(one, firm, "key"),
        "curtain, wait": _card(one, firm, "wait"),
        "curtain, locked": _card(one, locked),
        "curtain, passphrase": _card(one, locked, "passphrase"),
        "breath": _card(one, paused),
        "breath, site": _card(Doorway(knocks=one.stopped), paused),
        "countdown": _card(Doorway(closing=(closing("Slack"),)), firm),
        "countdown, several": _card(Doorway(closing=(closing("Slack"), closing("Teams"))), firm),
        "countdown, no more": _card(Doorway(closing=(closing("Slack", left_s=21, stretches_left=0),)), firm),
        "countdown, call": _card(Doorway(closing=(closing("Slack", Stage.IN_CALL),)), firm),
        "countdown, saving": _card(Doorway(closing=(closing("Slack", Stage.SAVING),)), firm),
        "countdown, stages": _card(Doorway(closing=tuple(closing(n, s) for n, s in shown.items())), firm),
        "comeback": _card(Doorway(to_reopen=a_doorway().to_reopen), a_status(Phase.WORK)),
    }


def _in_full() -> Status:
    """Return a working day with everything that it may say of itself: an allowance, a hand-over, a short rest."""
    status = a_status(Phase.WORK, waiting=3)
    plan = status.plan._replace(batch=Batch(None, status.at + timedelta(hours=1)))
    rest = Rest(status.at + timedelta(hours=13), status.at + timedelta(hours=22))
    allowance = Allowance(timedelta(minutes=30), timedelta(minutes=12), is_coarse=True)
    return status._replace(plan=plan, rest=rest, allowance=allowance)


def _pausing() -> Status:
    """Return a focus session that rests."""
    status = a_status(Phase.WORK)
    why = Reason(Rule.FOCUS_PAUSE)
    pause = status.interval._replace(start=status.at, end=status.at + timedelta(minutes=5), reason=why)
    return status._replace(plan=status.plan._replace(interval=pause))


def _in_trouble(words: Words) -> Stand:
    said = Text(told(words, "This does not hold."))
    status = a_status(
        Phase.WORK,
        settings_problems=(SettingsProblem("config.toml", "hours.week.monday[0]", said),),
        reports=(Report("notifications", not_covered=(said,)),),
    )
    return _small_window(status)(words)


WINDOWS: Mapping[str, Build] = {
    **{
        f"small window, {phase}": _small_window(a_status(phase, waiting=3 if phase is Phase.QUIET else 0))
        for phase in Phase
    },
    "small window, away": _away,
    "small window, locked": _small_window(a_status(lock_level=LockLevel.LOCKED, waiting=1)),
    "small window, trouble": _in_trouble,
    "small window, full day": _small_window(_in_full()),
    "small window, pause": _small_window(_pausing()),
    "tray menu": _menu(a_status(Phase.QUIET, waiting=3)),
    "tray menu, full day": _menu(_in_full()),
    "tray menu, pause": _menu(_pausing()),
    "tray menu, locked": _menu(a_status(lock_level=LockLevel.LOCKED)),
    "digest": _digest,
    **_doorways(),
    "open": _open(is_waiting=False),
    "open, wait": _open(is_waiting=True),
    "leave": _leave,
    "error": _error,
    "hours": _settings(SettingsPage.HOURS, _hours, _unchanged),
    "hours, weeks take turns": _settings(SettingsPage.HOURS, _hours, _rotating),
    "hours, unfolded": _settings(SettingsPage.HOURS, _sections, lived_in),
    "hours, adding": _settings(SettingsPage.HOURS, _forms, lived_in),
    "hours, changing": _settings(SettingsPage.HOURS, _changing, lived_in),
    "hours, calendar": _settings(SettingsPage.HOURS, _calendar, lived_in),
    "hours, exact times": _settings(SettingsPage.HOURS, _exact_times, lived_in),
    "hours, copying": _settings(SettingsPage.HOURS, _copying, lived_in),
    "hours, menu": _settings(SettingsPage.HOURS, _hours_menu, lived_in),
    "networks": _settings(SettingsPage.NETWORKS, _nothing, lived_in),
    "networks, found": _settings(SettingsPage.NETWORKS, _search, lived_in),
    "networks, own": _settings(SettingsPage.NETWORKS, _own, lived_in),
    "networks, details": _settings(SettingsPage.NETWORKS, _detail, lived_in),
    "networks, details unfolded": _settings(SettingsPage.NETWORKS, _unfolded_detail, lived_in),
    "networks, menu": _settings(SettingsPage.NETWORKS, _cards_menu, lived_in),
    "networks, phases": _settings(SettingsPage.NETWORKS, _policy, lived_in),
    "networks, differing": _settings(SettingsPage.NETWORKS, _differing, lived_in),
    "networks, action": _settings(SettingsPage.NETWORKS, _action, lived_in),
    "networks, apart": _settings(SettingsPage.NETWORKS, _audit, lived_in),
    **CARD_WINDOWS,
    **REMINDER_WINDOWS,
    "general": _settings(SettingsPage.GENERAL, _nothing, _unchanged),
    "general, erasing": _settings(SettingsPage.GENERAL, _erasing, _unchanged),
    "general, notices": _settings(SettingsPage.GENERAL, _noticed, _unchanged),
    "this computer": _settings(SettingsPage.COMPUTER, _computer, _unchanged),
    **{f"assistant, step {number + 1}": _assistant(number) for number in range(STEPS + 1)},
    **LONE_WINDOWS,
    **EVENING_WINDOWS,
}
"""Every window there is, by name."""

LISTS: Mapping[str, Build] = {
    "hours, choosing": _settings(SettingsPage.HOURS, _choosing, lived_in),
    "networks, offered": _settings(SettingsPage.NETWORKS, _offered, lived_in),
}
"""The two kinds of lists that unfold beneath a field: all of them look like these."""
