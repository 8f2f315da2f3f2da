# SPDX-License-Identifier: MIT
# ruff: noqa: PLC0415 - Qt is imported only in the processes that draw
"""How does everything look? Renders every icon and window into a folder, to be looked at by a person.

``python tests/ui/render_everything.py FOLDER [TRANSLATIONS]`` (``make screenshots``): each window in both languages,
light and dark, at 100 % and at 200 % (``QT_SCALE_FACTOR``), with the fonts of this machine.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from rideau.domain.app import Doorway
    from rideau.services.status import Status
    from rideau.wording.words import Words

REPOSITORY = Path(__file__).parents[2]
SCREEN = {
    "name": "large",
    "x": 0,
    "y": 0,
    "width": 2560,
    "height": 2048,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
BUILDING = 10
"""How often Qt gets a turn before a page is drawn: parts of some are built after the first frame."""
PHASES_DRAWN = ("work", "focus", "wind-down", "quiet", "on-call", "crisis", "away")


def main(folder: Path, translations: Path) -> int:
    """Render at both scales: one process each, for Qt takes its scale at start."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        screen = Path(scratch) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        for factor in ("1", "2"):
            environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_SCALE_FACTOR": factor}
            argv = [sys.executable, __file__, str(folder), str(translations), factor]
            subprocess.run(argv, env=environment, check=True)
    return 0


def render(folder: Path, translations: Path, factor: str) -> None:
    """Render everything at the scale of this process."""
    from PySide6.QtWidgets import QApplication

    from rideau.adapters.qt.appearance import wear
    from rideau.ui.widgets import dress
    from rideau.wording.words import load_words

    application = QApplication(["rideau"])
    if factor == "1":
        icon_sheet(folder / "icons.png")
    for language in ("en", "fr"):
        words = load_words(language, translations)
        for scheme in ("light", "dark"):
            wear(dark=scheme == "dark")
            for name, window in windows(words):
                dress(window)
                window.show()
                application.processEvents()
                window.grab().save(str(folder / f"{name}-{language}-{scheme}-{factor}x.png"))
                window.hide()
                window.deleteLater()
            application.processEvents()


def windows(words: "Words") -> "Iterator[tuple[str, QWidget]]":
    """Give every window with a name, at moments that show what it can show."""
    from fakes.moment import a_counter, a_status
    from rideau.domain.error import RefusedError
    from rideau.domain.phase import Phase
    from rideau.domain.probe import Report
    from rideau.domain.settings import LockLevel
    from rideau.domain.text import Text
    from rideau.ports.settings_store import SettingsProblem
    from rideau.ui.error_dialog import ErrorDialog
    from rideau.ui.face import Face
    from rideau.ui.present import view_of
    from rideau.ui.present_week import week_bounds, week_view
    from rideau.ui.small_window import SmallWindow
    from rideau.ui.tray import TrayMenu
    from rideau.ui.waiting_list import Waited, WaitingList
    from stage.counter import services_over

    counter = a_counter()
    for title in ("Ana: are you there?", "#crisis-room: 4 new messages", "<b>Ben</b>: call me & bring <i>milk</i>"):
        counter.hold(title)
    for number in range(7):
        counter.hold(f"#crisis-room: {number} new messages")
    counter.hold(
        "The minutes of this afternoon, with a subject line that goes on and on until it has to wrap", "outlook"
    )
    face = Face(services_over(counter), words)
    problem = SettingsProblem("config.toml", "hours.week.monday[0]", Text("This does not hold."))
    report = Report("notifications", not_covered=(Text("This does not hold."),))
    moments = {phase.value: a_status(phase, waiting=3 if phase is Phase.QUIET else 0) for phase in Phase}
    moments["locked"] = a_status(lock_level=LockLevel.LOCKED, waiting=1)
    moments["trouble"] = a_status(Phase.WORK, settings_problems=(problem,), reports=(report,))
    for name, status in moments.items():
        window = SmallWindow(face)
        window.show_view(view_of(status, words), words)
        window.show_week(week_view(counter.intervals(*week_bounds(status.at, status.zone)), status, words), words)
        yield f"window-{name}", window
    menu = TrayMenu(face)
    from rideau.ui.shutter_icon import shutter_icon

    menu.show(view_of(moments["quiet"], words), words, shutter_icon(Phase.QUIET))
    yield "menu", menu.menu
    menu.show(view_of(moments["locked"], words), words, shutter_icon(Phase.QUIET))
    yield "menu-locked", menu.menu
    yield from at_the_door(words)
    yield (
        "waiting",
        WaitingList(Waited(counter.waiting_room.items(), counter.networks(), counter.status()), words, list),
    )
    yield from settings_pages(words)
    yield from first_minute(words)
    yield "error", ErrorDialog(RefusedError(Text("The lock is on: nothing opens before the next opening.")), words)


def first_minute(words: "Words") -> "Iterator[tuple[str, QWidget]]":
    """Give every surface of the assistant of the first start, and the curtain to try."""
    from PySide6.QtWidgets import QApplication, QLabel

    from rideau.services.guesses import Place, guess
    from rideau.ui.assistant.assistant import STEPS, Assistant
    from rideau.ui.assistant.draft import Household
    from stage.settings_house import page_services

    guesses = guess(Place("Europe/Paris", ("FR",), "fr_FR"), ("FR",))
    house = Household(page_services(), guesses, is_first=True, words_of=lambda _: words, is_composited=lambda: True)
    assistant = Assistant(house, words)
    assistant.set_motion_reduced(is_reduced=True)
    assistant.show()
    for step in range(STEPS + 1):
        QApplication.processEvents()
        shown = QLabel()  # a picture of it: whoever renders dresses what they are given
        shown.setPixmap(assistant.grab())
        yield f"assistant-{step + 1}", shown
        if step < STEPS:
            assistant.go_on()
    assistant.skip()


def settings_pages(words: "Words") -> "Iterator[tuple[str, QWidget]]":
    """Give every page of the settings, as it opens and in full; and what the window says above a page."""
    from PySide6.QtWidgets import QApplication, QScrollArea

    from rideau.ports.settings_window import SettingsPage
    from rideau.ui.settings.window import PAGES, SettingsWindow
    from stage.settings_house import page_services

    views = {f"{page}": (page, "") for page in PAGES}
    views |= {"networks-policy": (SettingsPage.NETWORKS, "policy"), "networks-audit": (SettingsPage.NETWORKS, "audit")}
    for name, (page, place) in views.items():
        window = SettingsWindow(page_services(), words, page)
        window.show_page(page, place)
        window.show()
        for _ in range(BUILDING):
            QApplication.processEvents()
        areas = [each for each in window.findChildren(QScrollArea) if each.isVisible()]
        taller, height = max((each.verticalScrollBar().maximum() for each in areas), default=0), window.height()
        yield f"settings-{name}", window
        if taller:
            whole = SettingsWindow(page_services(), words, page)
            whole.show_page(page, place)
            whole.resize(whole.width(), height + taller)
            whole.show()
            for _ in range(BUILDING):
                QApplication.processEvents()
            yield f"settings-{name}-whole", whole
    window = SettingsWindow(page_services(), words, SettingsPage.GENERAL)
    window.say_held((words.text("The clock was moved by {length}; the opening stays where it was.", length="1 h"),))
    yield "settings-held", window


def at_the_door(words: "Words") -> "Iterator[tuple[str, QWidget]]":
    """Give the cards at the door, with the shutter where it comes to rest, and the key while it is asked for."""
    from fakes.moment import a_counter
    from rideau.domain.phase import Phase
    from rideau.ui.ask import NoApps
    from rideau.ui.doors import Doors
    from rideau.ui.key_row import Keys
    from rideau.ui.leave_dialog import LeaveDialog
    from rideau.ui.open_dialog import OpenDialog
    from rideau.ui.present_apps import door_view, key_view

    counter = a_counter(Phase.QUIET)
    control = counter.control
    keys = Keys(lambda wanted: control.open(wanted.duration, wanted.reason, wanted.key), control.call_off)
    for name, (doorway, status) in doorways(counter.status()._replace(keys_used=2)).items():
        doors = Doors(NoApps(), keys, lambda: True)
        doors.set_motion_reduced(is_reduced=True)
        doors.show(door_view(doorway, status, words, has_passphrase=name.endswith("passphrase")), words)
        for card in doors.cards():
            card.strip.settle()
        if doors.curtain is not None and name.endswith(("key", "wait", "passphrase")):
            doors.curtain.key_button.click()
        if doors.curtain is not None and name.endswith("wait"):
            doors.curtain.keys.reason.setText("The mayor called")
            doors.curtain.keys.ask()
        yield name, next(doors.cards())
    view = key_view(counter.status(), words)
    if view is not None:
        yield "open", OpenDialog(words, keys, view)
        waiting = OpenDialog(words, keys, view)
        waiting.show()
        waiting.row.reason.setText("The mayor called")
        waiting.row.ask()
        yield "open-wait", waiting
        turn = waiting.row.turn
        if turn is not None:
            yield "leave", LeaveDialog(words, turn, control.call_off)


def doorways(firm: "Status") -> "dict[str, tuple[Doorway, Status]]":
    """Return what can stand at the door, with the moment at which it does."""
    from fakes.door import a_doorway, closing, stopped
    from fakes.moment import a_status
    from rideau.domain.app import Doorway, Stage
    from rideau.domain.phase import Phase
    from rideau.domain.settings import LockLevel

    one = Doorway(stopped=(stopped("Slack"),))
    locked = a_status(lock_level=LockLevel.LOCKED)
    shown = {"Slack": Stage.COUNTING, "Teams": Stage.IN_CALL, "Mail": Stage.SAVING, "Outlook": Stage.STAYED}
    stages = tuple(closing(name, stage) for name, stage in shown.items())
    return {
        "curtain": (one, firm),
        "curtain-several": (Doorway(stopped=a_doorway().stopped), firm),
        "curtain-key": (one, firm),
        "curtain-wait": (one, firm),
        "curtain-locked": (one, locked),
        "curtain-passphrase": (one, locked),
        "countdown": (Doorway(closing=(closing("Slack"),)), firm),
        "countdown-several": (Doorway(closing=(closing("Slack"), closing("Teams"))), firm),
        "countdown-no-more": (Doorway(closing=(closing("Slack", left_s=21, stretches_left=0),)), firm),
        "countdown-stages": (Doorway(closing=stages), firm),
        "countdown-call": (Doorway(closing=(closing("Slack", Stage.IN_CALL),)), firm),
        "countdown-saving": (Doorway(closing=(closing("Slack", Stage.SAVING),)), firm),
        "comeback": (Doorway(to_reopen=a_doorway().to_reopen), a_status(Phase.WORK)),
    }


def icon_sheet(to: Path) -> None:
    """Render every phase in every size: in colour and in one ink, on a light and a dark panel, and counting down."""
    from PySide6.QtGui import QColor, QImage, QPainter

    from rideau.domain.phase import Phase
    from rideau.ui.shutter_grid import GRIDS
    from rideau.ui.shutter_icon import shutter_pixmap

    sizes = (*GRIDS, 128)
    width = sum(sizes) + 8 * (len(sizes) + 1)
    bands = [("#F1F1F1", None), ("#F1F1F1", "#3A3A3A"), ("#1F1D2B", None), ("#1F1D2B", "#EDEAF5")]
    sheet = QImage(width * len(bands), 144 * len(PHASES_DRAWN), QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    for band, (ground, ink) in enumerate(bands):
        painter.fillRect(band * width, 0, width, sheet.height(), QColor(ground))
        for row, name in enumerate(PHASES_DRAWN):
            left, phase = band * width + 8, Phase(name)
            for size in sizes:
                remaining = 0.6 if phase in {Phase.FOCUS, Phase.WIND_DOWN} and size > 32 else None
                drawn = shutter_pixmap(phase, size, remaining=remaining, ink=QColor(ink) if ink else None)
                painter.drawPixmap(left, 144 * row + 8, drawn)
                left += size + 8
    painter.end()
    sheet.save(str(to))


if __name__ == "__main__":
    arguments = [*sys.argv[1:], str(REPOSITORY / "resources/translations")]
    sys.path[:0] = [str(REPOSITORY / "app"), str(REPOSITORY / "tests")]
    if len(sys.argv) > 3:
        render(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(main(Path(arguments[0]), Path(arguments[1])))
