# SPDX-License-Identifier: MIT
"""What stands in the panel? The icon of the phase, its tooltip and its menu; what is clicked is passed on."""

import sys
from functools import partial

from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from rideau.domain.phase import Phase
from rideau.ui.ask import Asks
from rideau.ui.present import FOCUS_MINUTES, OPEN_MINUTES, Act, View, shortened
from rideau.ui.shutter_icon import shutter_icon
from rideau.wording.words import Words


class TrayMenu:
    """Be the menu: plain actions only, for panels that draw it themselves know no others."""

    def __init__(self, asks: Asks) -> None:
        """Build the menu; ``show`` says what stands in it."""
        self._asks = asks
        self._toggle_act = Act.CLOSE
        self._pause_act = Act.PAUSE_FOCUS
        self.menu = QMenu()
        self._build_state()
        self._build_toggles()
        self._build_rest()
        self.menu.aboutToShow.connect(self._prepare)

    def show(self, view: View, words: Words, icon: QIcon) -> None:
        """Say ``view`` in the menu."""
        self.header.setText(_literal(view.headline))
        self.header.setIcon(icon)
        self.why.setText(_literal(shortened(view.why)))
        self.day.setText(_literal(shortened(" · ".join(view.day))))
        self.day.setVisible(bool(view.day))
        self.problem.setText(words.text("The settings file needs mending…"))
        self.problem.setVisible(bool(view.banner))
        self._show_toggles(view)
        self.locked.setText(words.text("The lock is on…"))
        self.locked.setVisible(bool(view.refusal))
        self._show_focus(view)
        self.evening.setText(words.text("&Wind down…"))
        self.evening.setVisible(view.phase.is_open)
        self.waiting.setText(view.waiting)
        for each in (self.waiting, self.below_waiting):
            each.setVisible(bool(view.waiting))
        self.tip.setText(words.text("Show the last tip"))
        self.win.setText(words.text("&Keep a win…"))
        self.places.setText(words.text("P&laces to turn to…"))
        self.settings.setText(words.text("S&ettings…"))
        self.quit.setText(words.text("&Quit Rideau"))

    def show_last_tip(self, *, is_there: bool) -> None:
        """Offer to show the last tip again."""
        self.tip.setVisible(is_there)

    def show_door(self, line: str) -> None:
        """Offer what stands at the door, named by ``line``; nothing for an empty one."""
        self.door.setText(_literal(shortened(line)))
        self.door.setVisible(bool(line))

    def _build_state(self) -> None:
        # Not dimmed, and the way to the window on panels that answer every click with the menu.
        self.header = self.menu.addAction("", self._asks.show_window)
        strong = self.header.font()
        strong.setBold(True)
        self.header.setFont(strong)
        self.why = self.menu.addAction("")
        self.why.setEnabled(False)
        self.day = self.menu.addAction("")
        self.day.setEnabled(False)
        self.problem = self.menu.addAction("", self._asks.show_settings)
        self.door = self.menu.addAction("", self._asks.show_door)
        self.door.setVisible(False)
        self.menu.addSeparator()

    def _build_toggles(self) -> None:
        self.called_in = self.menu.addAction("", lambda: self._asks.act(Act.CALLED_IN))
        self.toggle = self.menu.addAction("", lambda: self._asks.act(self._toggle_act))
        self.open = self.menu.addMenu("")
        self.openings = [self.open.addAction("", partial(self._asks.open_for, minutes)) for minutes in OPEN_MINUTES]
        self.locked = self.menu.addAction("", lambda: self._asks.act(Act.OPEN))  # which says until when, and the way in
        self.focus = self.menu.addMenu("")
        self.lengths = [self.focus.addAction("", partial(self._asks.focus, minutes)) for minutes in FOCUS_MINUTES]
        self.pause = self.menu.addAction("", lambda: self._asks.act(self._pause_act))
        self.stop = self.menu.addAction("", lambda: self._asks.act(Act.STOP_FOCUS))
        self.evening = self.menu.addAction("", lambda: self._asks.act(Act.WIND_DOWN))
        self.menu.addSeparator()

    def _build_rest(self) -> None:
        self.waiting = self.menu.addAction("", self._asks.show_waiting_list)
        self.below_waiting = self.menu.addSeparator()
        self.tip = self.menu.addAction("", lambda: self._asks.act(Act.SHOW_TIP))
        self.tip.setVisible(False)
        self.win = self.menu.addAction("", lambda: self._asks.act(Act.KEEP_WIN))
        self.places = self.menu.addAction("", lambda: self._asks.act(Act.PLACES))
        self.menu.addSeparator()
        self.settings = self.menu.addAction("", self._asks.show_settings)
        self.quit = self.menu.addAction("", self._asks.quit)

    def _show_toggles(self, view: View) -> None:
        """Offer what can be done now: that an open shop is open, and a closed one closed, the header says."""
        self.called_in.setVisible(view.called_in is not None)
        if view.called_in is not None:
            self.called_in.setText(view.called_in.label)
        self._toggle_act = view.toggle.act
        self.toggle.setText(view.toggle.label)
        self.toggle.setVisible(view.toggle.is_enabled)
        self.open.setTitle(view.open.label.removesuffix("…"))
        self.open.menuAction().setVisible(view.open.is_enabled)
        for action, length in zip(self.openings, view.openings, strict=True):
            action.setText(length.label)

    def _show_focus(self, view: View) -> None:
        """Offer the lengths, or while a session runs a pause and its end."""
        stop, pause = view.focus.stop, view.focus.pause
        self.focus.setTitle(view.focus.label)
        self.focus.menuAction().setVisible(view.focus.is_enabled and stop is None)
        for action, choice in zip(self.lengths, view.focus.choices, strict=True):
            action.setText(choice.label)
        self.pause.setVisible(pause is not None)
        if pause is not None:
            self._pause_act = pause.act
            self.pause.setText(pause.label)
        self.stop.setVisible(stop is not None)
        if stop is not None:
            self.stop.setText(stop.label)

    def _prepare(self) -> None:
        from rideau.ui.widgets import dress  # noqa: PLC0415 - only where a menu is opened

        dress(self.menu)
        self._asks.refresh()


class Tray:
    """Be the icon in the panel, with its menu; ``offer`` makes it once there is a panel for it."""

    def __init__(self, asks: Asks) -> None:
        """Build the menu. The icon itself waits: when Qt makes one it settles for good how to reach a panel."""
        self._asks = asks
        self._shown: tuple[Phase, float | None] | None = None
        self._tooltip = ""
        self._picture = QIcon()
        self.icon: QSystemTrayIcon | None = None
        self.menu = TrayMenu(asks)
        self._is_shop_open = False

    def offer(self) -> None:
        """Put the icon into the panel; on X11 it also appears by itself in one that comes later."""
        if self.icon is None:
            self.icon = QSystemTrayIcon(self._picture)
            self.icon.setToolTip(self._tooltip)
            self.icon.setContextMenu(self.menu.menu)
            self.icon.activated.connect(self._clicked)
        self.icon.show()

    def withdraw(self) -> None:
        """Take the icon out of the panel."""
        if self.icon is not None:
            self.icon.hide()

    def show(self, view: View, words: Words, remaining: float | None) -> None:
        """Show ``view``; ``remaining`` is how much of a count-down is left."""
        self.show_remaining(view.phase, remaining)
        self._tooltip = view.tooltip
        self._is_shop_open = view.phase.is_open
        self.menu.show(view, words, self._picture)
        if self.icon is not None:
            self.icon.setToolTip(view.tooltip)

    def show_remaining(self, phase: Phase, remaining: float | None) -> None:
        """Draw the icon, unless it already looks so: a changed icon costs a round through the panel."""
        if (phase, remaining) == self._shown:
            return
        self._shown = (phase, remaining)
        self._picture = _panel_icon(phase, remaining)
        if self.icon is not None:
            self.icon.setIcon(self._picture)

    def _clicked(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how is QSystemTrayIcon.ActivationReason.Trigger:
            self._asks.toggle_window()
        elif how is QSystemTrayIcon.ActivationReason.MiddleClick and self._is_shop_open:
            self.menu.toggle.trigger()  # closes, or gives a key back: never the way to open


def _panel_icon(phase: Phase, remaining: float | None) -> QIcon:
    """Return the icon as this system's panels want it: in colour, but on macOS one ink that the menu bar tints."""
    if sys.platform == "darwin":
        icon = shutter_icon(phase, remaining=remaining, ink=QColor("black"))
        icon.setIsMask(True)
    else:
        icon = shutter_icon(phase, remaining=remaining)
    return icon


def _literal(text: str) -> str:
    return text.replace("&", "&&")
