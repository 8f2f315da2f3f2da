# SPDX-License-Identifier: MIT
"""Where does Tab go next? In reading order, whenever the widgets were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def read_in_order(root: QWidget) -> None:
    """Have Tab lead through ``root`` in the order in which its layouts hold what is in them."""
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the keyboard; a field with parts of its own is one stop."""
    if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
        yield widget
    elif isinstance(widget, QScrollArea):
        inner = widget.widget()
        yield from _stops(inner) if inner is not None else ()
    else:
        layout = widget.layout()
        yield from _stops_in(layout) if layout is not None else ()


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _stops_in(inner)
