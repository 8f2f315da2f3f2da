# SPDX-License-Identifier: MIT
"""What is in the menu of a bar or of a day? Everything that can be done with it, with its key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from rideau.domain.week_edit import DAYS, Place
from rideau.ui.settings.hours.stop import NO_INDEX
from rideau.wording.week_lines import row_name

if TYPE_CHECKING:
    from rideau.ui.settings.hours.timeline import Timeline


def day_menu(timeline: "Timeline", place: Place) -> QMenu:
    """Return the menu of the stretch at ``place``, or of its day where it is closed."""
    words, deeds = timeline.words, timeline.deeds
    menu = QMenu(timeline)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if place.nth != NO_INDEX:
        menu.addAction(words.text("&Exact times…") + "\tF2", partial(timeline.edit, place))
        menu.addAction(words.text("&Split") + "\tS", partial(deeds.split, place))
        join = menu.addAction(words.text("&Join with the next") + "\tJ", partial(deeds.join, place))
        join.setEnabled(place.nth + 1 < len(timeline.weeks[place.week].days[place.day]))
        to_day = menu.addMenu(words.text("&Move to"))
        for day in range(DAYS):
            if day != place.day:
                step = partial(deeds.shift_day, place, day - place.day)
                to_day.addAction(row_name(words, day), step)
        menu.addAction(words.text("&Remove this stretch") + "\t" + words.text("Del"), partial(deeds.remove, place))
        menu.addSeparator()
    menu.addAction(words.text("&Add a stretch") + "\t" + words.text("Ins"), partial(deeds.add, place.day))
    menu.addAction(words.text("&Copy this day to…"), partial(timeline.copy_day, place))
    clear = menu.addAction(words.text("C&lose this day"), partial(deeds.clear, place.day))
    clear.setEnabled(place.nth != NO_INDEX)
    return menu
