# SPDX-License-Identifier: MIT
"""What is asked at the first start? Three steps and a look at tonight, in a minute, by mouse or by keyboard."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from rideau.domain.app import InstalledApp
from rideau.domain.error import RideauError
from rideau.domain.network import Network
from rideau.domain.text import Text
from rideau.services.guesses import networks_here, networks_to_ask, proposed
from rideau.ui import theme
from rideau.ui.assistant import look
from rideau.ui.assistant.draft import Draft, Household
from rideau.ui.assistant.hours_step import HoursStep
from rideau.ui.assistant.last_step import LastStep, evening, named
from rideau.ui.assistant.networks_step import NetworksStep, two_chips
from rideau.ui.assistant.shutter_head import ShutterHead
from rideau.ui.assistant.start_step import StartStep
from rideau.ui.assistant.step import Step
from rideau.ui.assistant.trial import Trial, rehearsal
from rideau.ui.kit import Pills, scrolling
from rideau.ui.present_apps import AppLine
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import announce, app_icon, button, label, spaced
from rideau.wording.browser_listing import BrowserStand
from rideau.wording.moments import see_you
from rideau.wording.words import LANGUAGES, Words

WIDTH, HEIGHT, MARGIN = 760, 700, 32
HIGH_ENOUGH, SCROLL_BAR = 520, 12
QUIET = 10
"""So much room a quiet button keeps around its words, which stand in line with what is above."""
STEPS = 3
LANGUAGE_NAMES = {"en": "English", "fr": "Français"}
LABEL = Text("the first steps")


class Assistant(QWidget):
    """Lead through the steps; nothing is written before the end."""

    over = Signal(bool)
    """It is over; whoever shows it lets go. Told whether it was finished, and not skipped."""

    def __init__(self, house: Household, words: Words) -> None:
        """Begin at the first step, with guesses where nobody said anything yet."""
        super().__init__()
        self.house, self.words = house, words
        self.at = 0
        self.is_motion_reduced = False
        self._start = house.page.desk.settings
        settings = proposed(self._start, house.guesses) if house.is_first else self._start
        catalogue = house.page.sources.catalogue.networks()
        login = True if house.is_first else house.page.autostart.is_on()
        self.draft = Draft(settings, login, networks_to_ask(catalogue, (), self._start.networks))
        self._stands: tuple[BrowserStand, ...] = ()
        self._trial: Trial | None = None
        self._is_over = False
        self.step: Step | None = None
        self.setObjectName("surface")
        self.setWindowIcon(app_icon())
        self._build()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - windows without an application: a mistake of ours
        application.paletteChanged.connect(self.dress)
        self.dress()
        self.resize(self._size())
        self._show_step()
        house.page.worker.run(house.page.apps, self._found_apps)
        house.page.worker.run(house.page.browsers, self._found_browsers)

    # --- told ------------------------------------------------------------------------------------------------------

    def dress(self) -> None:
        """Wear the theme in force, now and whenever the desktop changes it."""
        look.dress(self)
        if self._trial is not None:
            self._trial.card.dress()

    def set_motion_reduced(self, *, is_reduced: bool) -> None:
        """Take note whether the person wants things to move."""
        self.is_motion_reduced = self.head.is_motion_reduced = is_reduced

    # --- asked by the person ---------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go to the next step, or finish; not while something here does not hold."""
        if not self.main.isEnabled():
            return
        if self.at == STEPS:
            self.finish()
        else:
            self._go(self.at + 1)

    def go_back(self) -> None:
        """Go to the step before."""
        if self.at:
            self._go(self.at - 1)

    def skip(self) -> None:
        """Leave everything as it is."""
        self._end()

    def finish(self) -> None:
        """Write what was said, once."""
        desk, autostart = self.house.page.desk, self.house.page.autostart
        trouble: RideauError | None = None
        try:
            if autostart.is_on() != self.draft.starts_at_login:
                autostart.switch(on=self.draft.starts_at_login)
        except RideauError as error:
            trouble = error
        said = self.draft.said_over(self._start, desk.settings)
        if said != desk.settings:
            desk.change(said, LABEL)
            trouble = desk.state.trouble or trouble
        if trouble is not None and isinstance(self.step, LastStep):
            self.step.problem.setText(self.words.error(trouble))
            self.step.problem.show()
            return
        self._end(is_finished=True)

    def speak(self, language: str) -> None:
        """Go on in ``language``, at once."""
        self.draft = self.draft._replace(settings=self.draft.settings._replace(language=language))
        self.words = self.house.words_of(language)
        self.resize(self.size().expandedTo(self._size()))
        self._show_step()
        self.languages.buttons()[LANGUAGES.index(language)].setFocus()

    def try_curtain(self) -> None:
        """Let the curtain down for ten seconds."""
        if self._trial is not None:
            return
        tonight = evening(self.house, self.draft)
        opening = tonight.reopens_at
        opens = see_you(self.words, opening, tonight.now, tonight.zone) if opening else ""
        self._trial = Trial(
            self.words,
            self._trial_over,
            is_composited=self.house.is_composited(),
            is_motion_reduced=self.is_motion_reduced,
        )
        self._trial.begin(rehearsal(self.words, self._example(tonight.closing), opens))

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, or press what has the keyboard where that is a way beside; Escape goes back."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._entered(focused)
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to what is asked, on a low or narrow screen."""
        super().resizeEvent(event)
        self.head.be_low(is_low=self.height() < theme.units(HIGH_ENOUGH))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the first slat down once it is seen."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.head.come_down(self.at))
        self._give_keyboard()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the window's own close button for the main one at the end, and for “Skip” before."""
        if not self._is_over and self.at == STEPS:
            self.finish()
        elif not self._is_over:
            self._end()
        event.setAccepted(self._is_over)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        spaced(whole, spacing=0)
        self.head = ShutterHead()
        whole.addWidget(self.head)
        self.scroller = scrolling()
        whole.addWidget(self.scroller, 1)
        foot = QWidget()
        foot.setObjectName("foot")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.foot = QHBoxLayout(foot)
        spaced(self.foot, spacing=8)
        self.foot.setContentsMargins(*(theme.units(each) for each in (MARGIN - QUIET, 12, MARGIN, 12)))
        whole.addWidget(foot)
        self.main = button("", "main", self.go_on)
        self.back = button("", "quiet", self.go_back)
        self.skip_button = button("", "quiet", self.skip)
        self.foot.addWidget(self.back)
        self.foot.addStretch(1)
        self.foot.addWidget(self.skip_button)
        self.foot.addWidget(self.main)

    def _go(self, at: int) -> None:
        self.at = at
        self._show_step()
        self.head.come_down(at)
        self._give_keyboard()
        self.scroller.verticalScrollBar().setValue(0)
        if self.step is not None:
            announce(self, f"{self.progress.text()} {self.step.heading.text()}")

    def _fit(self) -> None:
        if self.step is not None:
            self.step.fit(self.width() - _edges())

    def _give_keyboard(self) -> None:
        first = self.step.first() if self.step else None
        (first or self.main).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_step(self) -> None:
        words = self.words
        self.setWindowTitle(words.text("Welcome to Rideau"))
        self.main.setText(words.text("&Continue") if self.at < STEPS else words.text("That's &it"))
        self.back.setText(words.text("&Back"))
        self.back.setVisible(self.at > 0)
        self.skip_button.setText(words.text("S&kip"))
        self.skip_button.setVisible(self.at < STEPS)
        self.step = self._new_step()
        page = QWidget()
        page.setMinimumSize(1, 1)  # its height follows from its width alone, and its width from the window
        column = QVBoxLayout(page)
        spaced(column, spacing=8)
        edge = theme.units(MARGIN)
        column.setContentsMargins(edge, theme.units(20), edge, theme.units(20))
        column.addLayout(self._top_row())
        column.addWidget(self.step)
        column.addStretch(1)
        before = self.scroller.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()  # what was pressed in it is still at work
        self.scroller.setWidget(page)
        self._fit()
        self._changed(self.draft)
        read_in_order(self)

    def _top_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        spaced(row)
        self.progress = label(role="small")
        if self.at < STEPS:
            self.progress.setText(self.words.text("Step {number} of {count}", number=self.at + 1, count=STEPS))
        row.addWidget(self.progress, 1)
        if self.at == 0:
            choices = [(each, LANGUAGE_NAMES[each]) for each in LANGUAGES]
            self.languages = Pills(choices, self.speak, self.words.text("Language"))
            for each in self.languages.buttons():
                each.setProperty("role", "side")
                each.setProperty("side", "personal")
            self.languages.choose(self.words.language)
            row.addWidget(self.languages)
        return row

    def _new_step(self) -> Step:
        given = (self.house, self.words, self.draft, self._changed)
        if self.at == 0:
            return HoursStep(*given).build()
        if self.at == 1:
            return NetworksStep(*given).build()
        if self.at < STEPS:
            made = StartStep(*given).build()
            made.show_browsers(self._stands)
            return made
        return LastStep(*given).build(self.try_curtain)

    def _changed(self, draft: Draft) -> None:
        self.draft = draft
        self.main.setEnabled(self.step is None or not self.step.trouble())

    def _entered(self, focused: QWidget | None) -> None:
        ways = (self.back, self.skip_button, *(self.step.own_buttons() if self.step else ()))
        if isinstance(focused, QAbstractButton) and focused in ways:
            focused.click()
        elif isinstance(self.step, NetworksStep) and focused is self.step.search and self.step.add_first_found():
            return
        else:
            self.go_on()

    def _found_apps(self, apps: tuple[InstalledApp, ...]) -> None:
        catalogue = self.house.page.sources.catalogue.networks()
        asked = networks_to_ask(catalogue, networks_here(catalogue, apps), self._start.networks)
        added = tuple(each for each in self.draft.asked if each.id in self.draft.settings.networks)
        extra = tuple(each for each in added if each.id not in {known.id for known in asked})
        self._changed(self.draft._replace(asked=(*asked, *extra)))
        if self.step is not None:
            self.step.draft = self.draft  # the next answer is put on top of it
        if isinstance(self.step, NetworksStep):
            is_elsewhere = self.focusWidget() in {self.main, self.back, self.skip_button, self.step.search}
            self.step.show_asked()
            if not is_elsewhere:
                self._give_keyboard()

    def _found_browsers(self, stands: tuple[BrowserStand, ...]) -> None:
        self._stands = stands
        if isinstance(self.step, StartStep):
            self.step.show_browsers(stands)

    def _example(self, closing: tuple[str, ...]) -> AppLine:
        apps = {each.id: each.app for each in self.draft.asked}
        shown = [each for each in named(self.house, self.draft) if not closing or each.name in closing]
        chosen: Network = next((each for each in shown if apps[each.id]), shown[0])
        app = apps[chosen.id]
        return AppLine(chosen.name, app.icon if app else "")

    def _trial_over(self) -> None:
        self._trial = None
        self.activateWindow()
        self.main.setFocus()

    def _end(self, *, is_finished: bool = False) -> None:
        if self._is_over:
            return
        self._is_over = True
        if self._trial is not None:
            self._trial.close()
        self.hide()
        self.over.emit(is_finished)

    def _size(self) -> QSize:
        """Return the size to begin with: all that is wanted, or what the screen has."""
        room = self.screen().availableGeometry().size()
        frame = theme.units(40)
        width = max(theme.units(WIDTH), two_chips(self.words) + _edges())
        return QSize(width, theme.units(HEIGHT)).boundedTo(room - QSize(0, frame))


def _edges() -> int:
    """Return how much of the width a step does not get."""
    return 2 * theme.units(MARGIN) + theme.units(SCROLL_BAR)
