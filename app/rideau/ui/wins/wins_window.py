# SPDX-License-Identifier: MIT
"""Where are wins kept? One line at a time, the latest first; by the person's own hand one is shared with a buddy."""

from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rideau.domain.notebook import Buddy, Win
from rideau.services.wins import Wins
from rideau.ui import theme
from rideau.ui.kit import Panel
from rideau.ui.lone_window import LoneWindow
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import announce, breakable, button, is_enter, label, spaced
from rideau.wording import moments
from rideau.wording.words import Words

SLATS = 1
"""The shop is open."""
LONGEST = 200
"""Characters: a win is one line."""


class Line(QLineEdit):
    """Be a line to type on that Enter keeps."""

    def __init__(self, name: str, on_enter: Callable[[], None]) -> None:
        """Call ``on_enter`` when Enter is pressed."""
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self._on_enter = on_enter

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep it by Enter, on either side of the keyboard."""
        if is_enter(event):
            self._on_enter()
        else:
            super().keyPressEvent(event)


class WinsWindow(LoneWindow):
    """Keep, show, share and let go."""

    def __init__(self, wins: Wins, words: Words, open_url: Callable[[str], None]) -> None:
        """Show what is kept; ``open_url`` opens a mail to be sent by the person, or not."""
        super().__init__(words.text("Something that went well"), words)
        self._wins, self._open_url = wins, open_url
        hint = words.text("One line is enough. Some of them come back to you on harder days.")
        self.body.addWidget(label(hint, "second"))
        self.body.addLayout(self._entry())
        self.body.addSpacing(theme.units(8))
        self._rows = QVBoxLayout()
        spaced(self._rows, spacing=8)
        self.body.addLayout(self._rows)
        self.body.addSpacing(theme.units(8))
        self.body.addWidget(self._buddy_panel())
        self.body.addStretch(1)
        self.done_button = button(words.text("Done"), "quiet", self.leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done_button)
        self._fill()
        self.be_ready(SLATS, SLATS)
        self.line.setFocus()

    def _entry(self) -> QHBoxLayout:
        words = self._words
        row = QHBoxLayout()
        spaced(row)
        self.line = Line(words.text("Something that went well"), self._keep)
        self.line.setPlaceholderText(words.text("The town hall said thank you"))
        self.keep_button = button(words.text("Keep the line"), "main", self._keep)
        row.addWidget(self.line, 1)
        row.addWidget(self.keep_button)
        return row

    def _buddy_panel(self) -> Panel:
        words, buddy = self._words, self._wins.buddy
        panel = Panel(margin=12, spacing=8)
        panel.body.addWidget(label(words.text("Somebody to share them with, when you like"), "strong"))
        said = words.text("Rideau sends nothing: it opens a mail for you, or copies the line.")
        panel.body.addWidget(label(said, "small"))
        row = QHBoxLayout()
        spaced(row)
        self.buddy_name, self.buddy_mail = (
            Line(name, self._name_buddy) for name in (words.text("Their name"), words.text("Their mail address"))
        )
        for line, text in ((self.buddy_name, buddy.name), (self.buddy_mail, buddy.mail)):
            line.setText(text)
            line.setPlaceholderText(line.accessibleName())
            line.editingFinished.connect(self._name_buddy)
            row.addWidget(line)
        panel.body.addLayout(row)
        return panel

    def _keep(self) -> None:
        if self.tried(partial(self._wins.keep, self.line.text())) and self.line.text().strip():
            self.line.clear()
            announce(self, self._words.text("Kept."))
            self._fill()

    def _name_buddy(self) -> None:
        buddy = Buddy(self.buddy_name.text().strip(), self.buddy_mail.text().strip())
        if buddy != self._wins.buddy and self.tried(partial(self._wins.name_buddy, buddy)):
            self._fill()

    def _let_go(self, win: Win) -> None:
        if self.tried(partial(self._wins.let_go, win)):
            self._fill()
            self.line.setFocus()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        history = self._wins.history()
        rows: list[QWidget] = [self._row(win) for win in history]
        nothing = label(self._words.text("Nothing here yet; there is no hurry."), "second")
        for each in rows or [nothing]:
            self._rows.addWidget(each)
            each.show()
        read_in_order(self)
        if self.isVisible():
            self.fit()

    def _row(self, win: Win) -> Panel:
        words, buddy = self._words, self._wins.buddy
        panel = Panel(margin=12, spacing=4)
        panel.body.addWidget(label(breakable(win.text)))
        panel.body.addWidget(label(moments.full_date(words, win.on), "small"))
        foot = QHBoxLayout()
        spaced(foot, spacing=4)
        ways = [(words.text("Copy"), partial(self._copy, win)), (words.text("Let go"), partial(self._let_go, win))]
        if buddy.mail:
            name = buddy.name or buddy.mail
            ways.insert(0, (words.text("Write to {name}", name=name), partial(self._write_to, buddy, win)))
        for text, act in ways:
            made = button(text, "quiet", act)
            made.setAccessibleName(f"{text}: {win.text}")
            foot.addWidget(made)
        foot.addStretch(1)
        panel.body.addLayout(foot)
        return panel

    def _copy(self, win: Win) -> None:
        QGuiApplication.clipboard().setText(win.text)
        announce(self, self._words.text("Copied."))

    def _write_to(self, buddy: Buddy, win: Win) -> None:
        subject = quote(self._words.text("Something that went well"))
        self._open_url(f"mailto:{quote(buddy.mail, safe='@.+-_')}?subject={subject}&body={quote(win.text)}")
