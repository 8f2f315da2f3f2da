# SPDX-License-Identifier: MIT
"""How will a tip look? The very card, with its picture standing still; it can be looked at, not answered."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rideau.ports.card import Card
from rideau.ui import theme
from rideau.ui.card.card_sheet import CardSheet
from rideau.ui.widgets import spaced

ROOM = QSize(340, 424)
"""Lower than on the screen, so that what is done with it stands in the window beside it."""


class Preview(QWidget):
    """Show one card at a time."""

    def __init__(self, name: str) -> None:
        """Begin without one; ``name`` says to a screen reader what this is."""
        super().__init__()
        self.setAccessibleName(name)
        self.sheet: CardSheet | None = None
        self._card: Card | None = None
        self._is_dark = theme.is_dark()
        self._column = QVBoxLayout(self)
        spaced(self._column)

    def show_card(self, card: Card) -> None:
        """Show ``card``."""
        if card == self._card and self._is_dark == theme.is_dark():
            return
        self._card, self._is_dark = card, theme.is_dark()
        if self.sheet is not None:
            self.sheet.hide()
            self.sheet.deleteLater()
        made = self.sheet = CardSheet(card, is_composited=True, is_motion_reduced=True)
        made.picture.begin()
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for each in made.findChildren(QWidget):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part, role in ((made.sentence, "sentence"), (made.body, "second"), (made.note, "small")):
            part.setProperty("role", role)  # the window's style sheet has the last word on fonts
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        for each in (made.sentence, made.body, made.note):
            each.ensurePolished()
        made.fit(QSize(theme.units(ROOM.width()), theme.units(ROOM.height())))
        made.setFixedSize(made.size())
        made.setAccessibleName(" ".join(filter(None, (card.sentence, card.body))))
        made.picture.still_button.hide()  # nothing moves here
        made.show()
