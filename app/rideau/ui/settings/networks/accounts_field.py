# SPDX-License-Identifier: MIT
"""How does a person name their accounts on a network, and what each one is for? (SPEC P2)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from rideau.domain.network import Account, Use
from rideau.domain.network_search import name_typed
from rideau.ui import theme
from rideau.ui.settings.networks.lines_field import name_button, remove_button
from rideau.ui.widgets import Choice, button, label, spaced
from rideau.wording.terms import use
from rideau.wording.words import Words

Accounts = tuple[Account, ...]


class AccountRow(QWidget):
    """Be one account: its name, its use, and a way to remove it."""

    def __init__(self, words: Words, account: Account, changed: Callable[[Account | None], None]) -> None:
        """Show ``account``; ``changed`` is given what it became, None for removed."""
        super().__init__()
        self.account = account
        self._changed = changed
        self._words = words
        row = QHBoxLayout(self)
        spaced(row, spacing=6)
        self.name = QLineEdit(account.name)
        self.name.setCursorPosition(0)  # a long name is read from its beginning
        self.name.setMinimumWidth(theme.units(60))
        self.name.editingFinished.connect(self._renamed)
        row.addWidget(self.name, 1)
        self.use = uses(words, "")
        self.use.setCurrentIndex(list(Use).index(account.use))
        self.use.activated.connect(lambda at: self._say(self.account._replace(use=list(Use)[at])))
        row.addWidget(self.use)
        self.remove = remove_button(words, account.name, lambda: changed(None))
        row.addWidget(self.remove)
        self._name_parts()

    def _renamed(self) -> None:
        name = name_typed(self.name.text())
        if not name:
            self.name.setText(self.account.name)
        else:
            self._say(self.account._replace(name=name))

    def _name_parts(self) -> None:
        words, name = self._words, self.account.name
        self.name.setAccessibleName(words.text("Name of the account {name}", name=name))
        self.use.setAccessibleName(words.text("What {name} is for", name=name))
        name_button(self.remove, words, name)

    def _say(self, account: Account) -> None:
        if account != self.account:
            self.account = account
            self._name_parts()
            self._changed(account)


class AccountsField(QWidget):
    """Show the accounts of one network, and a row to add another."""

    def __init__(self, words: Words, on_change: Callable[[Accounts], None]) -> None:
        """Begin without an account."""
        super().__init__()
        self._words = words
        self._on_change = on_change
        self._accounts: Accounts = ()
        self.rows: list[AccountRow] = []
        body = QVBoxLayout(self)
        spaced(body, spacing=6)
        body.addWidget(label(words.text("Accounts"), "strong"))
        self._none = label(words.text("None named. Their uses say whose side the network is on."), "second")
        body.addWidget(self._none)
        self._list = QVBoxLayout()
        spaced(self._list, spacing=6)
        body.addLayout(self._list)
        self.more = button(words.text("+ Account"), "quiet", self._unfold)
        self.more.setAccessibleName(words.text("Add an account"))
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._build_adding(body)

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Show ``accounts``; rows that are right already stay as they are, with the keyboard in them."""
        self._accounts = tuple(accounts)
        if [row.account for row in self.rows] == list(accounts):
            return
        self._none.setVisible(not accounts)
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(at, each) for at, each in enumerate(accounts)]
        for row in self.rows:
            self._list.addWidget(row)
            row.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the row for another account away on Escape."""
        if event.key() == Qt.Key.Key_Escape and not self.adding.isHidden():
            self._unfold()
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Add the account whose name was typed."""
        name = name_typed(self.name.text())
        if name:
            self.name.clear()
            self._unfold()
            self._on_change((*self._accounts, Account(name, list(Use)[self.use.currentIndex()])))

    def _build_adding(self, body: QVBoxLayout) -> None:
        words = self._words
        self.adding = QWidget()
        lines = QVBoxLayout(self.adding)
        spaced(lines, spacing=6)
        self.name = QLineEdit()
        self.name.setPlaceholderText(words.text("Name of the account, as you call it"))
        self.name.setAccessibleName(words.text("Name of the account, as you call it"))
        self.name.returnPressed.connect(self.add)
        lines.addWidget(self.name)
        row = QHBoxLayout()
        spaced(row, spacing=6)
        self.use = uses(words, words.text("What the new account is for"))
        row.addWidget(self.use, 1)
        self.add_button = button(words.text("Add"), "", self.add)
        self.add_button.setAccessibleName(words.text("Add the account"))
        row.addWidget(self.add_button)
        lines.addLayout(row)
        self.adding.hide()
        body.addWidget(self.adding)

    def _unfold(self) -> None:
        self.adding.setVisible(self.adding.isHidden())
        (self.more if self.adding.isHidden() else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, at: int, account: Account) -> AccountRow:
        return AccountRow(self._words, account, lambda became: self._changed(at, became))

    def _changed(self, at: int, became: Account | None) -> None:
        accounts = list(self._accounts)
        accounts[at : at + 1] = [became] if became is not None else []
        if became is None:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_change(tuple(accounts))


def uses(words: Words, name: str) -> Choice:
    """Return a choice of the three uses."""
    made = Choice()
    made.addItems([use(words, each) for each in Use])
    made.setAccessibleName(name)
    return made
