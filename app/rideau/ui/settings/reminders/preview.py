# SPDX-License-Identifier: MIT
"""How will a tip look? The very card, with its picture standing still; it can be looked at, not answered."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rideau.ports.card import Card
from rideau.ui import theme
from rideau.ui.card.card_sheet import SHADOW, WIDTH, CardSheet

LEAST, MOST = 324, 424
"""How high the card may be, in units: lower than on the screen, so that what is done with it stands below it."""


class Preview(QWidget):
    """Show one card at a time, as high as there is room for it."""

    def __init__(self, name: str) -> None:
        """Begin without one; ``name`` says to a screen reader what this is."""
        super().__init__()
        self.setAccessibleName(name)
        self.sheet: CardSheet | None = None
        self._card: Card | None = None
        self._is_dark = theme.is_dark()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(theme.units(MOST + 2 * SHADOW))

    def sizeHint(self) -> QSize:
        """Ask for the least; more is taken where there is more."""
        return QSize(theme.units(WIDTH + 2 * SHADOW), theme.units(LEAST + 2 * SHADOW))

    def minimumSizeHint(self) -> QSize:
        """Never be less than a card."""
        return self.sizeHint()

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
        made.setParent(self)
        for each in (made.sentence, made.body, made.note):
            each.ensurePolished()
        made.setAccessibleName(" ".join(filter(None, (card.sentence, card.body))))
        made.picture.still_button.hide()  # nothing moves here
        self._fit()
        made.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the card take the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.sheet is not None:
            edges = 2 * self.sheet.edge
            self.sheet.fit(QSize(self.width() - edges, self.height() - edges))
            self.sheet.move((self.width() - self.sheet.width()) // 2, 0)
