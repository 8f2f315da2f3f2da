# SPDX-License-Identifier: MIT
"""Where does Tab lead in a window, does that follow the eye, and can it be seen where one is?"""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from rideau.ui.settings.hours.beside import Beside
from stage.access import controls_of, name_of

MOST_STEPS = 400
MOST_PARTS = 5
"""So often Tab may stay within one control: a date has a day, a month and a year."""
SLACK = 6
"""By how much two things in one row may be apart in height, in pixels."""
RING_PIXELS = 24
"""By how many pixels a focused control looks different at least."""
AROUND = 6
"""How far outside a control its ring may be painted."""


def stops_of(window: QWidget) -> set[QWidget]:
    """Return what Tab has to come to; what stands over the timeline keeps it until it is answered."""
    over = next((each for each in window.findChildren(Beside) if each.isVisible()), window)
    return {each for each in controls_of(window) if _is_stop(each) and (over is window or over.isAncestorOf(each))}


def _is_stop(widget: QWidget) -> bool:
    """Tell whether Tab comes to ``widget``; of several buttons of which one holds, it comes to that one."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    is_another = group is not None and group.exclusive() and (group.checkedButton() or group.buttons()[0]) != widget
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not is_another


def walk(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press ``key`` until it leads somewhere a second time; return where it led, beginning there."""
    seen: list[QWidget] = []
    stayed = 0
    for _ in range(MOST_STEPS):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        here = _control_around(focused, window)
        stayed = stayed + 1 if seen and here is seen[-1] else 0
        if stayed > MOST_PARTS:
            return seen[-1:]
        if stayed:
            continue
        if here in seen:
            return seen[seen.index(here) :]
        seen.append(here)
    message = f"after {MOST_STEPS} steps it is still somewhere new"
    raise AssertionError(message)


def disorder(round_: list[QWidget], window: QWidget) -> list[str]:
    """Return what is read before something that Tab comes to earlier; a round may begin anywhere."""
    before = [[_is_before(one, other, window) for other in round_] for one in round_]
    best: list[str] | None = None
    for start in range(len(round_)):
        order = [*range(start, len(round_)), *range(start)]
        found = [
            f"{_called(round_[later])} is read before {_called(round_[earlier])}"
            for at, earlier in enumerate(order)
            for later in order[at + 1 :]
            if before[later][earlier]
        ]
        if best is None or len(found) < len(best):
            best = found
    return best or []


def acts_on(button: QAbstractButton, key: Qt.Key) -> bool:
    """Tell whether a button takes ``key``; nothing comes of it."""
    was_on = button.isChecked()
    button.blockSignals(True)  # noqa: FBT003 - Qt's own words
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(button, pressed)
    is_taken = pressed.isAccepted()
    button.setDown(False)
    button.setChecked(was_on)
    button.blockSignals(False)  # noqa: FBT003 - as above
    return is_taken


def looks_of(window: QWidget, widget: QWidget) -> QImage:
    """Return how a control looks, with a little around it."""
    ground = widget
    while ground is not window and not isinstance(_scroller(ground), QScrollArea):
        ground = ground.parentWidget()
    place = QRect(widget.mapTo(ground, QPoint(0, 0)), widget.size()).adjusted(-AROUND, -AROUND, AROUND, AROUND)
    return ground.grab(place & ground.rect()).toImage()


def _scroller(widget: QWidget) -> QWidget | None:
    port = widget.parentWidget()
    return port.parentWidget() if port is not None else None


def difference(one: QImage, other: QImage) -> int:
    """Return in how many pixels two pictures of one size differ."""
    if one.size() != other.size():
        return one.width() * one.height()
    a, b = (_bytes(each) for each in (one, other))
    return 0 if a == b else sum(a[at : at + 4] != b[at : at + 4] for at in range(0, len(a), 4))


def _bytes(picture: QImage) -> bytes:
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return bytes(plain.constBits())


def _control_around(focused: QWidget, window: QWidget) -> QWidget:
    """Return the control that ``focused`` is part of."""
    known = set(controls_of(window))
    here: QWidget | None = focused
    while here is not None and here not in known:
        here = here.parentWidget()
    return here or focused


def _is_before(one: QWidget, other: QWidget, window: QWidget) -> bool:
    """Tell whether ``one`` is read before ``other``: above it in its column, or earlier in its row."""
    a, b = _places(one, other, window)
    if a == b:
        return False
    is_one_column = a.left() < b.right() and b.left() < a.right()
    if is_one_column:
        return a.bottom() < b.top() + SLACK and a.top() + SLACK < b.top()
    is_one_row = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > min(a.height(), b.height()) / 2
    is_mirrored = window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return is_one_row and (a.left() >= b.right() if is_mirrored else a.right() <= b.left())


def _places(one: QWidget, other: QWidget, window: QWidget) -> tuple[QRect, QRect]:
    """Return where both are; what is scrolled counts as all of what it is scrolled in, to those outside."""
    return _place(one, other, window), _place(other, one, window)


def _place(widget: QWidget, to: QWidget, window: QWidget) -> QRect:
    shown, parent = widget, widget.parentWidget()
    while parent is not None and parent is not window and not parent.isAncestorOf(to):
        if isinstance(parent, QScrollArea):
            shown = parent
        parent = parent.parentWidget()
    return QRect(shown.mapTo(window, QPoint(0, 0)), shown.size())


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {name_of(widget)!r}"
