# SPDX-License-Identifier: MIT
"""Which bars stand on the timeline, in the order of Tab, and which of them is the hand's or the keys'?

They are made once and then only moved: nothing is built while a hand drags.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rideau.domain.week_edit import Place
from rideau.ui.settings.hours.grid import Grid
from rideau.ui.settings.hours.stop import Shown, Stop
from rideau.ui.settings.hours.view import Stops
from rideau.wording.words import Words


class Bars:
    """Hold the bars and the closed days of one timeline."""

    def __init__(self, timeline: QWidget, words: Words, on_press: Callable[[Shown], None]) -> None:
        """Begin with none; ``on_press`` is called where a screen reader presses one."""
        self.stops = Stops((), ())
        """What they show."""
        self._timeline = timeline
        self._on_press = on_press
        self._first = tab_mark(timeline)
        self._own: list[Stop] = []
        self._rests: list[Stop] = []
        self._hovered: Place | None = None
        self._held: Place | None = None
        self._keys = words.text(
            "Arrow keys move it, with Shift its end, with Alt its start. Up and down come to other days, with Ctrl they"
            " take it along. Enter sets exact times, Insert adds, S splits, J joins, Delete removes; Menu has the rest."
        )
        self._keys_of_closed = words.text("Enter or Insert opens this day; Menu has the rest.")

    def show(self, stops: Stops, grid: Grid) -> None:
        """Show ``stops`` where ``grid`` says."""
        self.stops = stops
        for pool, wanted in ((self._own, stops.own), (self._rests, stops.rests)):
            while len(pool) < len(wanted):
                pool.append(self._new(is_rest=pool is self._rests))
            for stop, shown in zip(pool, wanted, strict=False):
                stop.show_piece(shown, grid, self._keys_of_closed if shown.is_closed else self._keys)
            for stop in pool[len(wanted) :]:
                stop.hide()
        self._relight()

    def light(self, hovered: Place | None, held: Place | None) -> None:
        """Show that the hand is over a stretch, or holds it; what it holds has the ring in place of the focus."""
        self._hovered, self._held = hovered, held
        self._relight()

    def come_to(self, place: Place) -> None:
        """Give the focus to the one at ``place``."""
        for stop in self.seen():
            if stop.shown is not None and stop.shown.place == place:
                stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Shown | None:
        """Return what the focus is on."""
        return next((stop.shown for stop in self._own if stop.hasFocus()), None)

    def seen(self) -> list[Stop]:
        """Return those that Tab comes to, in reading order."""
        return [stop for stop in self._own if not stop.isHidden()]

    def at(self, place: Place | None) -> Shown | None:
        """Return what is shown of the stretch, or the closed day, at ``place``."""
        return next((each for each in self.stops.own if each.place == place), None)

    def _new(self, *, is_rest: bool) -> Stop:
        made = Stop(self._timeline, self._relight)
        if is_rest:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            QWidget.setTabOrder(self._own[-1] if self._own else self._first, made)
        made.clicked.connect(lambda: self._press(made))
        return made

    def _press(self, stop: Stop) -> None:
        if stop.shown is not None:
            self._on_press(stop.shown)

    def _relight(self) -> None:
        current = self.current()
        place = self._held or (current.place if current else None)
        for stop in (*self._own, *self._rests):
            if stop.shown is not None:
                is_current = stop.shown.place == place
                is_lit = is_current or stop.shown.place == self._hovered
                stop.light(on=is_lit and not stop.shown.is_closed, ring=is_current)


def tab_mark(parent: QWidget) -> QWidget:
    """Return what marks a place in the order of Tab, for what is built later: never seen, so Tab passes over it."""
    made = QWidget(parent)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt orders nothing that takes no focus
    made.hide()
    return made
