# SPDX-License-Identifier: MIT
"""What is each section under the timeline? A line that says what holds, and an editor that unfolds in place."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem
from rideau.services.rules import today_of
from rideau.services.settings_desk import DeskState
from rideau.ui import theme
from rideau.ui.kit import Panel, Section
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import button, label, spaced
from rideau.wording.words import Words


class HoursSection(Section):
    """Say in one line what holds; unfold an editor below, built when it is first asked for."""

    key: ClassVar[str]
    title: ClassVar[Text]
    places: ClassVar[tuple[str, ...]]
    """The key paths of the settings file that are about this."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the line; what it says comes with ``show_state``."""
        super().__init__(words.say(self.title), " ")
        self.services = services
        self.words = words
        self.state: DeskState = services.desk.state
        self.panel: Panel | None = None
        self.body.setContentsMargins(0, theme.units(12), 0, 0)
        self.heading.setProperty("role", "strong")
        self.opener = button("", "quiet", self.toggle)
        self._build_line()
        self.problem: QLabel | None = None
        self._show_opener()

    def _build_line(self) -> None:
        """Put the button beside both lines of text, in their middle."""
        lines = QVBoxLayout()
        spaced(lines, spacing=2)
        for each in (self.heading, self.hint):
            lines.addWidget(each)
            each.setCursor(Qt.CursorShape.PointingHandCursor)
        self.head.insertLayout(0, lines, 1)
        self.head.addWidget(self.opener)

    @property
    def is_unfolded(self) -> bool:
        """Tell whether the editor is shown."""
        return self.panel is not None and not self.panel.isHidden()

    def toggle(self) -> None:
        """Fold or unfold."""
        if self.is_unfolded:
            self.fold()
        else:
            self.unfold()

    def unfold(self) -> None:
        """Show the editor, and give it the focus."""
        if self.panel is None:
            self.panel = Panel(spacing=12)
            self.build_editor(self.panel)
            self.body.addWidget(self.panel)
            self.order_tabs()
        self.panel.show()
        self._show_opener()
        self.show_editor()
        self.focus_editor()
        self.reveal(self.panel)

    def reveal(self, part: QWidget) -> None:
        """Scroll the page, once it has grown, so that ``part`` is seen; of a larger one its top, under our line."""
        QTimer.singleShot(0, self, lambda: self._scroll_to(part))

    def fold(self) -> None:
        """Hide the editor; the line says what came of it."""
        if self.panel is not None:
            self.panel.hide()
        self._show_opener()
        self.opener.setFocus()

    def show_place(self, place: str) -> bool:
        """Unfold where ``place``, a key path of the settings file, is ours; tell whether it is."""
        is_ours = place.startswith(self.places)
        if is_ours:
            self.unfold()
        return is_ours

    def add(self) -> None:
        """Unfold, ready for one more entry where the section has entries."""
        self.unfold()

    def show_state(self, state: DeskState) -> None:
        """Show ``state``: the line, what does not hold in the file, and the editor where it is unfolded."""
        self.state = state
        self.hint.setText(self.summary(state.settings))
        self.opener.setAccessibleDescription(self.hint.text())
        self._show_problems()
        if self.is_unfolded:
            self.show_editor()

    @property
    def settings(self) -> Settings:
        """Return the settings as shown."""
        return self.state.settings

    @property
    def problems(self) -> tuple[SettingsProblem, ...]:
        """Return what does not hold in the file at this section's places."""
        return tuple(each for each in self.state.problems if each.place.startswith(self.places))

    @property
    def today(self) -> date:
        """Return which day it is where the schedule holds."""
        return today_of(self.settings, self.services.sources.clock)

    def summary(self, settings: Settings) -> str:
        """Return one line that says what holds."""
        raise NotImplementedError

    def build_editor(self, panel: Panel) -> None:
        """Fill ``panel`` with what is changed there; nothing is shown yet."""
        raise NotImplementedError

    def show_editor(self) -> None:
        """Show what holds in the editor."""
        raise NotImplementedError

    def focus_editor(self) -> None:
        """Give the focus to the editor's first control."""
        if self.panel is not None:
            self.panel.focusNextChild()

    def order_tabs(self) -> None:
        """Let Tab come to what is in the panel right after its button: Qt would come to it last, as built last."""
        before: QWidget = self.opener
        for each in self.panel.findChildren(QWidget) if self.panel else ():
            is_control = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus) and each.window() is self.window()
            if is_control and each.focusProxy() is None and not each.objectName().startswith("qt_"):
                QWidget.setTabOrder(before, each)
                before = each

    def opener_text(self) -> str:
        """Return what the button says while the editor is folded."""
        return self.words.text("Change")

    def change(self, after: Settings, label_: Text, group: str = "") -> None:
        """Save ``after``."""
        if after != self.settings:
            self.services.desk.change(after, label_, group)

    def _scroll_to(self, part: QWidget) -> None:
        page: QWidget | None = self
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None and part.isVisible():
            page.ensureWidgetVisible(part, 0, theme.units(16))
            page.ensureWidgetVisible(self.opener, 0, theme.units(16))

    def _show_opener(self) -> None:
        said = self.words.text("Done") if self.is_unfolded else self.opener_text()
        self.opener.setText(said)
        self.opener.setAccessibleName(f"{self.heading.text()}: {said}")

    def _show_problems(self) -> None:
        found = self.problems
        if found and self.problem is None:
            self.problem = label("", "problem")
            self.body.insertWidget(1, self.problem)
        if self.problem is not None:
            lines = (self.words.text("{place}: {what}", place=each.place, what=each.message) for each in found)
            self.problem.setText("\n".join(lines))
            self.problem.setVisible(bool(found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold at Escape."""
        if event.key() == Qt.Key.Key_Escape and self.is_unfolded:
            self.fold()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold and unfold at a click on the line, which is larger than its button."""
        is_on_line = event.position().y() <= self.head.geometry().bottom()
        if event.button() is Qt.MouseButton.LeftButton and is_on_line:
            self.toggle()
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a hairline above."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.tokens().line))
        painter.end()
