# SPDX-License-Identifier: MIT
"""What does each key do to the bar or the day that has the focus? All that the mouse can."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from rideau.domain import week_edit
from rideau.domain.week_edit import DAYS
from rideau.ui.settings.hours.stop import Shown

if TYPE_CHECKING:
    from rideau.ui.settings.hours.timeline import Timeline

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Select}
_ADD = {Qt.Key.Key_Insert, Qt.Key.Key_Plus}
_REMOVE = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def act_on_key(timeline: "Timeline", event: QKeyEvent) -> bool:
    """Do what the key asks; tells whether it asks for anything."""
    shown = timeline.current()
    if shown is None:
        return False
    key, held = Qt.Key(event.key()), event.modifiers() & _MODIFIERS
    if _on_any(timeline, shown, key, held):
        return True
    if shown.is_closed:
        return _open_day(timeline, shown, key)
    if key in _ALONG:
        step = -_ALONG[key] if timeline.grid.is_mirrored else _ALONG[key]
        _push(timeline, shown, step, held)
        return True
    return _on_bar(timeline, shown, key, held)


def _on_any(timeline: "Timeline", shown: Shown, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    """Do what a key asks of bars and closed days alike."""
    if key in _ACROSS:
        _go(timeline, shown, _ACROSS[key], takes_along=bool(held & Qt.KeyboardModifier.ControlModifier))
    elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and held == Qt.KeyboardModifier.ShiftModifier):
        timeline.open_menu(shown.place, timeline.mapToGlobal(timeline.rect_of(shown).center().toPoint()))
    elif key in _ADD:
        timeline.deeds.add(shown.place.day)
    else:
        return False
    return True


def _go(timeline: "Timeline", shown: Shown, step: int, *, takes_along: bool) -> None:
    """Come to the bar nearest to this one in the row above or below, or take this one there."""
    if takes_along and not shown.is_closed:
        timeline.deeds.shift_day(shown.place, step)
        return
    row = (shown.row + step) % DAYS
    middle = shown.start + shown.end
    there = [each for each in timeline.shown().own if each.row == row]
    timeline.come_to(min(there, key=lambda each: abs(each.start + each.end - middle)).place)


def _push(timeline: "Timeline", shown: Shown, step: int, held: Qt.KeyboardModifier) -> None:
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    if held == shift:
        timeline.deeds.nudge(shown.place, week_edit.end_nudged, step)
    elif held in (shift | ctrl, Qt.KeyboardModifier.AltModifier):
        timeline.deeds.nudge(shown.place, week_edit.start_nudged, step)
    else:
        timeline.deeds.nudge(shown.place, week_edit.nudged, step)


def _open_day(timeline: "Timeline", shown: Shown, key: Qt.Key) -> bool:
    """Open a closed day: with Enter, right into its times."""
    if key not in _ENTER:
        return key in _ALONG
    added = timeline.deeds.add(shown.place.day)
    if added is not None:
        timeline.edit(added)
    return True


def _on_bar(timeline: "Timeline", shown: Shown, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
    if held:
        return False
    if key in _ENTER:
        timeline.edit(shown.place)
    elif key in _REMOVE:
        timeline.deeds.remove(shown.place)
    elif key == Qt.Key.Key_S:
        timeline.deeds.split(shown.place)
    elif key == Qt.Key.Key_J:
        timeline.deeds.join(shown.place)
    else:
        return False
    return True
