# SPDX-License-Identifier: MIT
"""What does the small window show? The present moment and the controls of the tray, by mouse and by single keys."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rideau.ui import theme
from rideau.ui.ask import Asks
from rideau.ui.coming_panel import ComingPanel
from rideau.ui.present import FOCUS_MINUTES, Act, Button, View, shortened
from rideau.ui.present_week import WeekView
from rideau.ui.shop_front import ShopFront
from rideau.ui.week_miniature import WeekMiniature
from rideau.ui.widgets import app_icon, breakable, button, dress, kept_whole, label, restyle, spaced
from rideau.wording.words import Words

WIDTH, MARGIN = 400, 20
FRAME = 28
"""What a window manager may put around a window, in height."""
MOST = 200
"""Characters of a reason: the window is to fit on any screen, and ``rideau status`` has all of it."""


class SmallWindow(QWidget):
    """Show one ``View``; what is clicked goes to ``Asks``."""

    put_away = Signal()
    """It left the screen, and is not just minimized."""

    def __init__(self, asks: Asks) -> None:
        """Build the window, empty until ``show_view``."""
        super().__init__()
        self._asks = asks
        self._toggle_act = Act.CLOSE
        self._pause_act = Act.PAUSE_FOCUS
        self._stays_reachable = False
        self._has_coming = self._has_week = False
        self._notes = self._fewer_notes = ""
        self.setObjectName("surface")
        self.setWindowTitle("Rideau")
        self.setWindowIcon(app_icon())
        self._build_parts()
        self._build_layout()
        self._connect_signals()
        dress(self)
        self.setFixedWidth(theme.units(WIDTH))

    def show_view(self, view: View, words: Words) -> None:
        """Show ``view`` in the language of ``words``."""
        self.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._name_parts(view, words)
        self.front.show_phase(view.phase)
        self.headline.setText(view.goodbye or view.headline)
        self.until.setText(view.headline)
        self.until.setVisible(bool(view.goodbye))
        self.why.setText(breakable(shortened(view.why, MOST)))
        self.day.setText(". ".join(view.day) + "." if view.day else "")
        self.day.setVisible(bool(view.day))
        self.banner.setText(breakable(view.banner))
        self.banner_row.setVisible(bool(view.banner))
        self._show_toggles(view)
        self._show_focus(view)
        self.waiting.setText(view.waiting)
        self.waiting.setVisible(bool(view.waiting))
        self.coming.show_changes(view.coming, words.text("Next"))
        self._has_coming = bool(view.coming)
        self._show_notes(view, words)
        self._fit()

    def show_week(self, week: WeekView, words: Words) -> None:
        """Show ``week`` in miniature; nothing where there is none."""
        self.week_title.setText(words.text("This week"))
        self.week.show_week(week, self.week_title.text())
        self._has_week = bool(week.days)
        self._fit()

    def keep_reachable(self, *, on: bool) -> None:
        """While on, closing only minimizes: without a panel nothing else would lead back here."""
        self._stays_reachable = on

    def appear(self, *, activate: bool) -> None:
        """Come up: in front when asked for, without taking the keyboard when by itself."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not activate)
        self._fit()
        if self.isMinimized():
            self.showNormal()
        self.show()
        if activate:
            self.raise_()
            self.activateWindow()
            self._main_button().setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide, or minimize where nothing else leads back."""
        event.ignore()
        if self._stays_reachable:
            self.showMinimized()
        else:
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it was put away; a window manager that only minimizes it did not."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.put_away.emit()

    def _build_parts(self) -> None:
        self.front = ShopFront()
        self.headline = label(role="title")
        self.until = label(role="strong")
        self.why = label(role="second")
        self.day = label(role="second")
        self.banner = label(role="notice")
        self.fix = button("", "quiet", self._asks.show_settings)
        self.toggle = button("", "", lambda: self._asks.act(self._toggle_act))
        self.open = button("", "", lambda: self._asks.act(Act.OPEN))
        self.refusal = label(role="small")
        self.focus_title = label(role="small")
        self.lengths = [button("", "pill", partial(self._asks.focus, minutes)) for minutes in FOCUS_MINUTES]
        self.pause = button("", "pill", lambda: self._asks.act(self._pause_act))
        self.stop = button("", "pill", lambda: self._asks.act(Act.STOP_FOCUS))
        self.waiting = button("", "", self._asks.show_waiting_list)
        self.coming = ComingPanel()
        self.week_title = label(role="small")
        self.week = WeekMiniature()
        self.notes = label(role="small")
        self.settings = button("", "quiet", self._asks.show_settings)
        self.quit = button("", "quiet", self._asks.quit)

    def _build_layout(self) -> None:
        whole = QVBoxLayout(self)
        spaced(whole, spacing=0)
        whole.addWidget(self.front)
        body = QVBoxLayout()
        spaced(body, margin=MARGIN, spacing=8)
        whole.addLayout(body)
        for said in (self.headline, self.until, self.why, self.day):
            body.addWidget(said)
        self.banner_row = QWidget()
        banner = QVBoxLayout(self.banner_row)
        spaced(banner, spacing=2)
        banner.addWidget(self.banner)
        banner.addWidget(self.fix, alignment=Qt.AlignmentFlag.AlignLeading)
        body.addWidget(self.banner_row)
        body.addSpacing(theme.units(8))
        self.toggles = _row((self.toggle, self.open))
        body.addLayout(self.toggles)
        body.addWidget(self.refusal)
        self.focus_row = QWidget()
        focus = QVBoxLayout(self.focus_row)
        spaced(focus, spacing=4)
        focus.addWidget(self.focus_title)
        focus.addLayout(_row((*self.lengths, self.pause, self.stop)))
        body.addWidget(self.focus_row)
        body.addWidget(self.waiting)
        body.addWidget(self.coming)
        body.addWidget(self._week_panel())
        body.addWidget(self.notes)
        body.addStretch(1)
        foot = QHBoxLayout()
        spaced(foot)
        foot.addWidget(self.settings)
        foot.addStretch(1)
        foot.addWidget(self.quit)
        body.addLayout(foot)

    def _week_panel(self) -> QFrame:
        self.week_panel = QFrame()
        self.week_panel.setProperty("role", "panel")
        self.week_panel.hide()
        column = QVBoxLayout(self.week_panel)
        spaced(column, margin=12, spacing=6)
        column.addWidget(self.week_title)
        column.addWidget(self.week)
        return self.week_panel

    def _connect_signals(self) -> None:
        with_keys = (self.toggle, self.open, self.settings, self.quit, self.pause, self.stop)
        self._keys = {each: QShortcut(self) for each in with_keys}
        for each, key in self._keys.items():
            key.activated.connect(each.animateClick)
        away = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        away.activated.connect(self.close)

    def _name_parts(self, view: View, words: Words) -> None:
        self.fix.setText(words.text("Show the settings"))
        self.focus_title.setText(words.text("Focus, in minutes"))
        self.settings.setText(words.text("S&ettings…"))
        self.quit.setText(words.text("&Quit Rideau"))
        self.setAccessibleName("Rideau")
        self.setAccessibleDescription(view.headline)
        self.front.setAccessibleName(view.headline)
        for key_holder, key in self._keys.items():
            key.setKey(_single_key(key_holder.text()))

    def _show_toggles(self, view: View) -> None:
        self._toggle_act = view.toggle.act
        _show_button(self.toggle, view.toggle)
        _show_button(self.open, view.open)
        for each in (self.toggle, self.open):
            # the key is never the loud one
            restyle(each, role="main" if each is self.toggle and each.isEnabled() else "")
            self._keys[each].setKey(_single_key(each.text()))
        self.refusal.setText(kept_whole(view.refusal))
        self.refusal.setVisible(bool(view.refusal))

    def _main_button(self) -> QPushButton:
        """Return what the keyboard is on at first: the first thing that can be asked for."""
        return next(each for each in (self.toggle, self.open, self.waiting, self.settings) if not each.isHidden())

    def _show_focus(self, view: View) -> None:
        self.focus_row.setVisible(view.focus.is_enabled)
        for each, choice in zip(self.lengths, view.focus.choices, strict=True):
            each.setText(str(choice.minutes))
            each.setAccessibleName(f"{view.focus.label.replace('&', '')}: {choice.label}")
            each.setToolTip(choice.label)
            each.setVisible(view.focus.stop is None)
        self.focus_title.setVisible(view.focus.stop is None)
        if view.focus.pause is not None:
            self._pause_act = view.focus.pause.act
        for shown, wanted in ((self.pause, view.focus.pause), (self.stop, view.focus.stop)):
            shown.setVisible(wanted is not None)
            if wanted is not None:
                shown.setText(wanted.label)
            self._keys[shown].setKey(_single_key(shown.text()))
            self._keys[shown].setEnabled(wanted is not None)

    def _fit(self) -> None:
        """Take the height that the words need; two long labels stand below each other.

        On a small screen, or with very large letters, what acts comes first, and the rest makes room for it in turn.
        """
        room = self.width() - 2 * theme.units(MARGIN) - self.toggles.spacing()
        shown = [each for each in (self.toggle, self.open) if not each.isHidden()]
        fits = len(shown) * max((each.sizeHint().width() for each in shown), default=0) <= room
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.toggles.setDirection(beside if fits else below)
        layout = self.layout()
        if layout is None:
            return
        self.notes.setText(self._notes)
        rest = {self.week_panel: self._has_week, self.front: True, self.coming: self._has_coming}
        rest[self.notes] = bool(self._notes)
        for each, is_wanted in rest.items():
            each.setVisible(is_wanted)
        most = self.screen().availableGeometry().height() - theme.units(FRAME)
        ways: list[Callable[[], None]] = [partial(self.notes.setText, self._fewer_notes), *(each.hide for each in rest)]
        for save_room in ways:
            layout.activate()
            if layout.totalHeightForWidth(self.width()) <= most:
                break
            save_room()
        layout.activate()
        self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def _show_notes(self, view: View, words: Words) -> None:
        self._notes = self._fewer_notes = "\n".join(f"•\u00a0{note}" for note in view.notes)
        if len(view.notes) > 1:
            self._fewer_notes = words.text(
                "{count} things are worth a look: “This computer” in the settings says what.", count=len(view.notes)
            )
        self.notes.setToolTip(self._notes)


def _row(widgets: Iterable[QWidget]) -> QBoxLayout:
    row = QHBoxLayout()
    spaced(row)
    for each in widgets:
        row.addWidget(each, 1)
    return row


def _show_button(shown: QPushButton, wanted: Button) -> None:
    shown.setText(wanted.label)
    shown.setEnabled(wanted.is_enabled)  # keys too
    shown.setVisible(wanted.is_enabled)


def _single_key(labelled: str) -> QKeySequence:
    """Return the key that ``&`` marks in a label, without Alt: in this window nothing is typed."""
    marked = QKeySequence.mnemonic(labelled)
    return QKeySequence(marked.toString().rpartition("+")[2])
