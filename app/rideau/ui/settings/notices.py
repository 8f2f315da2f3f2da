# SPDX-License-Identifier: MIT
"""What does the window say above its pages? What does not hold, what could not be saved, what waits, what changed."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rideau.domain.error import RideauError
from rideau.ports.settings_store import SettingsError
from rideau.ports.settings_window import SettingsPage
from rideau.services.settings_desk import DeskState
from rideau.ui.settings_place import page_of
from rideau.ui.widgets import announce, breakable, button, label, spaced
from rideau.wording.words import Words

MOST_PROBLEMS = 3
"""More are counted; each is said where it is, and “rideau validate” says all."""


class Way(NamedTuple):
    """Hold what can be done about a notice: a label, and a name of ``Ways``."""

    label: str
    act: str
    place: str = ""


class NoticeText(NamedTuple):
    """Hold one thing to say above the pages."""

    said: str
    is_urgent: bool
    """Whether it needs a decision, or is only good to know."""
    ways: tuple[Way, ...] = ()


def notices_of(state: DeskState, held: Sequence[str], words: Words) -> tuple[NoticeText, ...]:
    """Return what there is to say, the most urgent first."""
    found = []
    if state.problems:
        found.append(_problems(state, words))
    if state.trouble is not None:
        found.append(NoticeText(_trouble(state, state.trouble, words), is_urgent=True))
    if held:
        found.append(NoticeText(" ".join(held), is_urgent=False))
    if state.notice is not None:
        way = Way(words.text("Fine"), "dismiss")
        found.append(NoticeText(words.say(state.notice), is_urgent=False, ways=(way,)))
    return tuple(found)


def _trouble(state: DeskState, trouble: RideauError, words: Words) -> str:
    """Return why something is not saved, but not again what is said of the file right above."""
    if isinstance(trouble, SettingsError) and trouble.problems == state.problems:
        return words.text("Not saved yet: what you change here waits in this window until the file is mended.")
    return words.text("Not saved: {why}", why=words.error(trouble))


def _problems(state: DeskState, words: Words) -> NoticeText:
    lines = [words.text("The settings file needs mending, so the last good settings stay in force.")]
    lines += [
        words.text("{place}: {what}", place=each.place or each.file, what=each.message)
        for each in state.problems[:MOST_PROBLEMS]
    ]
    left = len(state.problems) - MOST_PROBLEMS
    if left > 0:
        lines.append(words.plural("And {count} more place.", "And {count} more places.", left))
    place = next((each.place for each in state.problems if page_of(each.place)), "")
    show = (Way(words.text("Show the place"), "show", place),) if place else ()
    return NoticeText("\n".join(lines), is_urgent=True, ways=(*show, Way(words.text("Open the file"), "open")))


class Ways(NamedTuple):
    """Hold what the buttons of notices do."""

    show: Callable[[SettingsPage, str], None]
    """Goes to a page, and on it to a place of the settings file."""
    open: Callable[[], None]
    dismiss: Callable[[], None]


class Notices(QWidget):
    """Say notices below each other; nothing takes no room."""

    def __init__(self, ways: Ways) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._ways = ways
        self._said: tuple[NoticeText, ...] = ()
        self._rows = QVBoxLayout(self)
        spaced(self._rows, spacing=8)
        self.hide()

    def show_notices(self, notices: tuple[NoticeText, ...]) -> None:
        """Say ``notices``, and no others; what is new is announced to a screen reader."""
        if notices == self._said:
            return
        fresh = [each.said for each in notices if each not in self._said]
        self._said = notices
        while (row := self._rows.takeAt(0)) is not None:
            if (widget := row.widget()) is not None:
                widget.deleteLater()
        for each in notices:
            self._rows.addWidget(self._row(each))
        self.setVisible(bool(notices))
        if fresh:
            announce(self, "\n".join(fresh))

    def _row(self, notice: NoticeText) -> QWidget:
        made = QFrame()
        made.setProperty("role", "urgent" if notice.is_urgent else "news")
        line = QHBoxLayout(made)
        spaced(line, margin=8, spacing=8)
        said = label(breakable(notice.said), "on-urgent" if notice.is_urgent else "")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(said, 1)
        for way in notice.ways:
            line.addWidget(button(way.label, "quiet", lambda way=way: self._take(way)))  # type: ignore[misc]  # bound now
        return made

    def _take(self, way: Way) -> None:
        if way.act == "show":
            page = page_of(way.place)
            if page is not None:
                self._ways.show(page, way.place)
        elif way.act == "open":
            self._ways.open()
        else:
            self._ways.dismiss()
