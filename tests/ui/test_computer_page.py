# SPDX-License-Identifier: MIT
"""Does the page “This computer” say how everything stands, help where it can, and put everything back?"""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fakes.machine import FakeMachine
from fakes.worker import Later
from rideau.domain.error import RefusedError, RideauError
from rideau.domain.network import Side
from rideau.domain.probe import Fitness
from rideau.domain.text import Text
from rideau.ports.machine import HeldChange, Mechanism, Restoration
from rideau.ui.settings.computer.computer_page import ComputerPage
from rideau.ui.settings.computer.lines import GroupView
from rideau.ui.settings.page import PageServices
from rideau.wording.browser_listing import BrowserStand, Way
from rideau.wording.words import Words
from stage.settings_house import page_services

ALLOWS = "“launchers = true” under [browsers] in the settings file allows that."


def a_stand(name: str, host: str = "in-place", extensions: tuple[str, ...] | None = ()) -> BrowserStand:
    page, gate = "chrome://extensions", None
    return BrowserStand(
        name.lower(), name, "/x", "native", host, Way.UNPACKED, page, {}, Side.PERSONAL, gate, extensions
    )


def machine_of(services: PageServices) -> FakeMachine:
    assert isinstance(services.machine, FakeMachine)
    return services.machine


def shown(qtbot: QtBot, words: Words, services: PageServices) -> ComputerPage:
    page = ComputerPage(services, words)
    qtbot.addWidget(page)
    page.show_state(services.desk.state)
    page.resize(900, 900)
    page.show()
    return page


def group(page: ComputerPage, fitness: Fitness) -> GroupView:
    return next(each for each in page.groups if each.group.fitness is fitness)


def texts(widget: QWidget) -> list[str]:
    QApplication.processEvents()  # what was just put in is shown then
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def named(widget: QWidget, text: str) -> QPushButton:
    QApplication.processEvents()
    return next(each for each in widget.findChildren(QPushButton) if each.text() == text and each.isVisible())


def test_the_first_paint_says_that_it_looks_and_waits_for_nothing(qtbot: QtBot, words: Words) -> None:
    later = Later()
    page = shown(qtbot, words, page_services()._replace(worker=later))
    assert "Looking…" in texts(page)
    assert page.groups == []
    later.go()
    assert page.looking.isHidden()
    assert [each.group.title for each in page.groups] == ["Worth a look (1)", "Works (1)", "Not on this computer (1)"]


def test_what_can_be_helped_is_unfolded_and_what_is_not_here_is_folded(qtbot: QtBot, words: Words) -> None:
    page = shown(qtbot, words, page_services())
    assert [each.is_unfolded for each in page.groups] == [True, True, False]
    missing = group(page, Fitness.MISSING)
    assert {"Start at login", "There is no folder for it.", "Make the folder."} <= set(texts(missing))
    away = group(page, Fitness.NOT_HERE)
    assert texts(away) == ["Not on this computer (1)", "Sound"]
    assert away.lines == []
    qtbot.mouseClick(away.opener, Qt.MouseButton.LeftButton)
    assert "No sound server runs." in texts(away)
    qtbot.keyClick(away.opener, Qt.Key.Key_Space)
    assert not away.is_unfolded


def test_each_line_is_heard_with_how_it_stands(qtbot: QtBot, words: Words) -> None:
    page = shown(qtbot, words, page_services())
    (line,) = group(page, Fitness.MISSING).lines
    assert line.accessibleName() == "Start at login: missing"
    assert line.accessibleDescription() == "There is no folder for it. Make the folder."


def test_browsers_of_which_the_same_is_so_are_one_line(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    names = [f"Browser {number}" for number in range(25)]
    machine_of(services).found = tuple(
        Mechanism(f"sites-{name}", f"Sites in {name}", Fitness.WORKS, "Seen.") for name in names
    )
    page = shown(qtbot, words, services)
    assert [each.title for each in page.groups[0].group.lines] == ["Sites in " + ", ".join(names)]


def test_browsers_that_one_agreement_is_about_are_one_line_with_one_button(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    machine_of(services).found = tuple(
        Mechanism(f"sites-{name}", f"Sites in {name}", Fitness.MISSING, f"{name} ignores Xfce's settings.", ALLOWS)
        for name in ("A", "B", "C")
    )
    page = shown(qtbot, words, services)
    (line,) = group(page, Fitness.MISSING).lines
    assert "Sites in A, B, C" in texts(line)
    assert [each.text() for each in line.buttons] == ["Let Rideau start them through the gate"]


def test_looking_again_finds_what_changed_and_keeps_what_was_unfolded(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    page = shown(qtbot, words, services)
    group(page, Fitness.NOT_HERE).toggle()
    machine_of(services).found = (Mechanism("sound", "Sound", Fitness.NOT_HERE, "Still none."),)
    qtbot.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert len(page.groups) == 1
    assert "Still none." in texts(page.groups[0])


def test_where_no_app_runs_it_is_said(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    page = shown(qtbot, words, services)
    assert not page.not_running.isVisible()
    machine_of(services).running = False
    page.look()
    assert page.not_running.isVisible()


def test_what_went_wrong_is_said_in_place_of_the_groups(qtbot: QtBot, words: Words) -> None:
    class Mute(FakeMachine):
        def mechanisms(self) -> tuple[Mechanism, ...]:
            raise RideauError(Text("The running Rideau does not answer."))

    page = shown(qtbot, words, page_services()._replace(machine=Mute()))
    assert "The running Rideau does not answer." in texts(page)
    assert page.changes.ask_button.isVisible(), "what it changed can be put back all the same"
    assert page.again.isEnabled()


def test_who_asks_again_while_it_looks_keeps_the_keyboard_and_waits_once(qtbot: QtBot, words: Words) -> None:
    later = Later()
    page = shown(qtbot, words, page_services()._replace(worker=later))
    page.again.setFocus()
    waiting = len(later.queue)
    qtbot.keyClick(page.again, Qt.Key.Key_Space)
    assert len(later.queue) == waiting
    later.go()
    assert page.focusWidget() is page.again
    qtbot.keyClick(page.again, Qt.Key.Key_Space)
    assert later.queue


def test_start_at_login_is_switched_on_from_its_line(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    found = Mechanism("autostart", "Start at login", Fitness.WORKS, "It is switched off.")
    machine_of(services).found = (found,)
    page = shown(qtbot, words, services)
    qtbot.mouseClick(named(group(page, Fitness.MISSING), "Switch it on"), Qt.MouseButton.LeftButton)
    assert services.autostart.is_on()
    page.show_state(services.desk.state)
    assert [each.group.fitness for each in page.groups] == [Fitness.WORKS]


def test_launchers_are_agreed_to_from_the_line_that_needs_them(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    machine_of(services).found = (Mechanism("sites-a", "Sites in A", Fitness.MISSING, "A ignores them.", ALLOWS),)
    page = shown(qtbot, words, services)
    assert ALLOWS not in texts(page), "the button says it"
    qtbot.mouseClick(named(page, "Let Rideau start it through the gate"), Qt.MouseButton.LeftButton)
    assert services.desk.settings.browsers.launchers
    page.show_state(services.desk.state)
    assert not [each for line in page.groups[0].lines for each in line.buttons]


def test_commands_and_addresses_are_copied_with_one_click(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    remedy = "Run “rideau browsers install firefox”, then open about:addons."
    machine_of(services).found = (Mechanism("x", "X", Fitness.MISSING, "Not there.", remedy),)
    page = shown(qtbot, words, services)
    qtbot.mouseClick(named(page, "Copy the command"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "rideau browsers install firefox"
    assert named(page, "Copied")
    qtbot.keyClick(named(page, "Copy the address"), Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "about:addons"


def test_each_browser_says_what_its_extension_lacks(qtbot: QtBot, words: Words) -> None:
    stands = (
        a_stand("Firefox", extensions=("1.0",)),
        a_stand("Chromium", "missing"),
        a_stand("Brave"),
        a_stand("Snapped", "impossible"),
        a_stand("Edge", extensions=None),
    )
    page = shown(qtbot, words, page_services()._replace(browsers=lambda: stands))
    assert page._browser_view is not None
    assert texts(page._browser_view) == ["Ready in 2 of 5", "Chromium, Brave, Firefox, Edge, Snapped"]
    page._browser_view.toggle()
    said = texts(page._browser_view)
    assert "The extension is there and speaks with Rideau." in said
    assert "Its sandbox lets no extension reach Rideau." in said
    qtbot.mouseClick(named(page._browser_view, "Copy the command"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "rideau browsers install chromium"
    page.look()
    assert page._browser_view.is_unfolded


def test_what_is_changed_is_said_for_now_and_to_stay(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    many = tuple(HeldChange("installed-file", f"A file was put: {number}.", stays=True) for number in range(9))
    machine_of(services).changed += many
    page = shown(qtbot, words, services)
    said = " ".join(texts(page.changes))
    assert "Browsers are led through Rideau's gate." in said
    assert "put: 5." in said
    assert "put: 6." not in said
    qtbot.mouseClick(named(page.changes, "Show all"), Qt.MouseButton.LeftButton)
    assert "put: 8." in " ".join(texts(page.changes))


def test_everything_goes_back_once_it_was_asked(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    page = shown(qtbot, words, services)
    qtbot.mouseClick(page.changes.ask_button, Qt.MouseButton.LeftButton)
    assert machine_of(services).restores == 0
    assert page.changes.asked.isVisible()
    qtbot.mouseClick(page.changes.yes_button, Qt.MouseButton.LeftButton)
    assert machine_of(services).restores == 1
    assert "Everything is as it was." in texts(page.changes)
    assert "Nothing: everything is as you left it." in texts(page.changes)
    assert not page.changes.ask_button.isEnabled()


def test_who_thinks_again_leaves_it_with_the_keyboard(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    page = shown(qtbot, words, services)
    qtbot.keyClick(page.changes.ask_button, Qt.Key.Key_Space)
    assert page.focusWidget() is page.changes.no_button
    qtbot.keyClick(page.changes.no_button, Qt.Key.Key_Space)
    assert machine_of(services).restores == 0
    assert page.focusWidget() is page.changes.ask_button


def test_while_something_is_kept_closed_it_takes_the_wait_of_a_key(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    machine_of(services).wait = timedelta(seconds=10)
    page = shown(qtbot, words, services)
    page.changes.ask_button.click()
    page.changes.yes_button.click()
    assert machine_of(services).restores == 0
    assert "Everything is put back in 10 seconds." in texts(page.changes)
    assert page.focusWidget() is page.changes.stay_button
    page.changes.wait.due.emit()
    assert machine_of(services).restores == 1


def test_a_wait_is_called_off_at_no_cost(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    machine_of(services).wait = timedelta(seconds=10)
    page = shown(qtbot, words, services)
    page.changes.ask_button.click()
    page.changes.yes_button.click()
    qtbot.keyClick(page.changes.stay_button, Qt.Key.Key_Escape)
    assert machine_of(services).called_off == ["key"]
    assert machine_of(services).restores == 0
    assert not page.changes.wait.timer.isActive()


def test_a_page_that_goes_while_a_key_turns_calls_it_off(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    machine_of(services).wait = timedelta(seconds=10)
    page = shown(qtbot, words, services)
    page.changes.ask_button.click()
    page.changes.yes_button.click()
    page.hide()
    assert machine_of(services).called_off == ["key"]


def test_the_lock_says_why_nothing_goes_back(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    machine_of(services).refusal = RefusedError(Text("The lock is on until Monday."), Text("There is a way out."))
    page = shown(qtbot, words, services)
    page.changes.ask_button.click()
    page.changes.yes_button.click()
    assert "The lock is on until Monday. There is a way out." in texts(page.changes)


def test_what_could_not_be_put_back_is_said(qtbot: QtBot, words: Words) -> None:
    class Stuck(FakeMachine):
        def restore(self, key: str = "") -> Restoration:
            del key
            return Restoration(("One change is back as it was.",), failed=("The disk is full.",))

    page = shown(qtbot, words, page_services()._replace(machine=Stuck()))
    page.changes.ask_button.click()
    page.changes.yes_button.click()
    assert {"One change is back as it was.", "The disk is full."} <= set(texts(page.changes))


def test_every_control_has_a_name_and_tab_reaches_it(qtbot: QtBot, words: Words) -> None:
    stands = (a_stand("Chromium", "missing"),)
    page = shown(qtbot, words, page_services()._replace(browsers=lambda: stands))
    qtbot.waitUntil(page.isActiveWindow)
    usable = [each for each in page.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    assert all(each.text() or each.accessibleName() for each in usable)
    page.again.setFocus()
    reached = {page.focusWidget()}
    for _ in usable:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.add(page.focusWidget())
    assert set(usable) <= reached


def test_where_a_button_does_it_no_command_is_offered_beside(qtbot: QtBot, words: Words) -> None:
    services = page_services()
    remedy = "“rideau autostart on” switches it on."
    machine_of(services).found = (Mechanism("autostart", "Start at login", Fitness.WORKS, "It is off.", remedy),)
    (line,) = group(shown(qtbot, words, services), Fitness.MISSING).lines
    assert [each.text() for each in line.buttons] == ["Switch it on"]
    assert remedy not in texts(line)
