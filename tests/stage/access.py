# SPDX-License-Identifier: MIT
"""What does a screen reader meet in a window, and what is wrong with it?"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from rideau.ui.key_row import KeyRow

ROLE, LABELS = QAccessible.Role, QAccessible.RelationFlag.Label
CLICKED, TOGGLED = SIGNAL("clicked(bool)"), SIGNAL("toggled(bool)")
GROUP_CLICKED, GROUP_TOGGLED = SIGNAL("idClicked(int)"), SIGNAL("idToggled(int,bool)")
FITTING: dict[type[QWidget], frozenset[QAccessible.Role]] = {
    QAbstractButton: frozenset({ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.PageTab}),
    QComboBox: frozenset({ROLE.ComboBox}),
    QAbstractSpinBox: frozenset({ROLE.SpinBox}),
    QLineEdit: frozenset({ROLE.EditableText}),
    QPlainTextEdit: frozenset({ROLE.EditableText}),
    QAbstractItemView: frozenset({ROLE.List, ROLE.Table, ROLE.Tree}),
}
SPEAKING = frozenset({ROLE.Dialog, ROLE.AlertMessage, ROLE.Grouping, ROLE.Slider, ROLE.StaticText, ROLE.Document})
"""What else may take the keyboard."""
PARTS = ("qt_spinbox", "qt_scrollarea", "qt_calendar_yearbutton")
CALENDAR = "qt_calendar_calendarview"
"""Its days have numbers for names."""
_MNEMONIC = re.compile(r"&\S")
_LETTER = re.compile(r"[^\W\d_]")


def interface_of(widget: QWidget) -> QAccessibleInterface:
    """Return what a screen reader is told of ``widget``."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, widget
    return found


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls ``widget``; a box of choices is called by its label, its name is its value."""
    interface = interface_of(widget)
    if isinstance(widget, QComboBox):
        labels = interface.relations(QAccessible.RelationFlag.AllRelations)
        return next((one.text(QAccessible.Text.Name) for one, how in labels if how == LABELS), "")
    return interface.text(QAccessible.Text.Name)


def is_control(widget: QWidget) -> bool:
    """Tell whether a person can come to ``widget``, seen as it is, by Tab or by a click."""
    is_part = widget.objectName().startswith(PARTS) or isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    leads_on = widget.focusProxy() is not None
    return widget.isVisible() and not is_part and not leads_on and (_is_focusable(widget) or _is_button(widget))


def _is_focusable(widget: QWidget) -> bool:
    return widget.focusPolicy() is not Qt.FocusPolicy.NoFocus


def _is_button(widget: QWidget) -> bool:
    """Tell whether ``widget`` is a button, if only for the pointer."""
    return isinstance(widget, QAbstractButton)


def controls_of(window: QWidget) -> list[QWidget]:
    """Return every control that is seen in ``window``."""
    return [each for each in window.findChildren(QWidget) if each.window() is window and is_control(each)]


def faults_of(window: QWidget, twins: Collection[str] = ()) -> list[str]:
    """Return what is wrong in ``window``, one line each; ``twins`` may be there more than once."""
    if isinstance(window, QMenu):
        return list(_menu_faults(window))
    found = [] if name_of(window) or window.findChild(QCalendarWidget) else [f"the window {window!r} has no name"]
    for each in controls_of(window):
        found += [f"{_called(each)}: {fault}" for fault in _faults(each)]
    for each in window.findChildren(QLabel):
        if each.isVisible():
            found += [f"label {each.text()!r}: {fault}" for fault in _label_faults(each)]
    counted = Counter((interface_of(each).role(), name_of(each)) for each in controls_of(window))
    found += [f"{number} controls are called {name!r}" for (_, name), number in counted.items() if number > 1]
    return [each for each in found if not any(twin in each for twin in twins)]


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} {name_of(widget)!r}"


def _faults(widget: QWidget) -> Iterator[str]:
    interface = interface_of(widget)
    yield from name_faults(name_of(widget))
    fitting = next((roles for kind, roles in FITTING.items() if isinstance(widget, kind)), SPEAKING)
    if interface.role() not in fitting:
        yield f"the role {interface.role().name} does not fit"
    state = interface.state()
    if not state.focusable and widget.isEnabled() and _is_focusable(widget):
        yield "a screen reader does not know that it takes the keyboard"
    if bool(state.disabled) is widget.isEnabled():
        yield "a screen reader is told the wrong thing of whether it can be used"
    yield from _value_faults(widget, interface)
    yield from _place_faults(widget)


def name_faults(name: str) -> Iterator[str]:
    """Yield what is wrong with a name."""
    if not name.strip():
        yield "it has no name"
    elif not _LETTER.search(name):
        yield f"its name {name!r} is no word"
    if _MNEMONIC.search(name):
        yield f"its name {name!r} has a sign for the keyboard in it"


def _value_faults(widget: QWidget, interface: QAccessibleInterface) -> Iterator[str]:
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        yield from _check_faults(widget, interface)
    elif isinstance(widget, QAbstractItemView) and widget.objectName() != CALENDAR:
        yield from _item_faults(interface)
    said, shown = interface.text(QAccessible.Text.Value), _shown(widget)
    if shown and said not in shown:
        yield f"its value is told as {said!r}"


def _shown(widget: QWidget) -> tuple[str, ...]:
    """Return the ways in which the value that ``widget`` shows may be told."""
    if isinstance(widget, QSpinBox):
        return widget.text(), str(widget.value())
    if isinstance(widget, QLineEdit):
        return (widget.text(),)
    return (widget.currentText(),) if isinstance(widget, QComboBox) else ()


def _check_faults(button: QAbstractButton, interface: QAccessibleInterface) -> Iterator[str]:
    state, group = interface.state(), button.group()
    if not state.checkable or bool(state.checked) is not button.isChecked():
        yield "it is not told whether it is on"
    if group is not None and group.exclusive() and interface.role() is ROLE.CheckBox:
        yield "one of several is chosen, and it is called a check box"
    if any(isinstance(each, KeyRow) for each in _around(button)):
        return  # its minutes are read when they are asked for: a click only leads the keyboard on
    speakers = (button, CLICKED, TOGGLED), (group, GROUP_CLICKED, GROUP_TOGGLED)
    for speaker, clicked, toggled in speakers:
        if speaker is not None and speaker.receivers(clicked) and not speaker.receivers(toggled):
            yield "a click counts, and a screen reader's toggle does not"


def _around(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _item_faults(interface: QAccessibleInterface) -> Iterator[str]:
    for number in range(interface.childCount()):
        item = interface.child(number)
        if item is not None and item.role() is not ROLE.ScrollBar:
            yield from (f"item {number}: {fault}" for fault in name_faults(item.text(QAccessible.Text.Name)))


def _place_faults(widget: QWidget) -> Iterator[str]:
    if widget.width() < 1 or widget.height() < 1:
        yield "it takes the keyboard and has no size"
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow() and not isinstance(parent.parentWidget(), QScrollArea):
        corner = widget.mapTo(parent, widget.rect().center())
        if not parent.rect().contains(corner) and not isinstance(parent, QScrollArea):
            yield f"it takes the keyboard and is out of sight in {type(parent).__name__}"
            return
        if isinstance(parent.parentWidget(), QScrollArea):
            return
        parent = parent.parentWidget()


def _label_faults(shown: QLabel) -> Iterator[str]:
    if _MNEMONIC.search(shown.text()) and shown.buddy() is None and shown.textFormat() is not Qt.TextFormat.PlainText:
        yield "it leads by a key to nothing"
    has_picture = not shown.pixmap().isNull()
    if has_picture and not name_of(shown):
        yield "a picture without words"


def _menu_faults(menu: QMenu) -> Iterator[str]:
    interface = interface_of(menu)
    if interface.role() is not ROLE.PopupMenu:
        yield f"a menu is called {interface.role().name}"
    actions = [each for each in menu.actions() if each.isVisible()]
    for number, action in enumerate(menu.actions()):
        item = interface.child(number)
        if action.isSeparator() or not action.isVisible():
            continue
        assert item is not None
        yield from (f"{action.text()!r}: {fault}" for fault in name_faults(item.text(QAccessible.Text.Name)))
        if item.role() is not ROLE.MenuItem:
            yield f"{action.text()!r}: the role {item.role().name} does not fit"
        if action.isCheckable() and bool(item.state().checked) is not action.isChecked():
            yield f"{action.text()!r}: it is not told whether it is on"
        if action.menu() is not None:
            below = action.menu()
            assert isinstance(below, QMenu)
            yield from _menu_faults(below)
    named = Counter(each.text() for each in actions if not each.isSeparator())
    yield from (f"{number} entries are called {name!r}" for name, number in named.items() if number > 1)
