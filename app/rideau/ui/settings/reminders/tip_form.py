# SPDX-License-Identifier: MIT
"""How does a person write a tip of their own? A theme, a sentence, a little more, a button, a picture.

Whatever is typed is to be seen at once, on the card that it becomes.
"""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from rideau.domain.text import Text
from rideau.domain.tip import Gesture, Moment, Picture, Theme, Tip, Wording
from rideau.domain.tip_text import (
    LEAST_COOL_DOWN_DAYS,
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_WORDS,
    PICTURES,
    is_seen,
    made_id,
    word_count,
)
from rideau.ports.card import Card
from rideau.ui.kit import Panel
from rideau.ui.settings.reminders import present_tips
from rideau.ui.widgets import Choice, button, label, restyle, spaced
from rideau.wording.words import Words

LANGUAGES = (("en", Text("English")), ("fr", Text("French")))


class TipForm(Panel):
    """Be the form; ``save`` is given the tip, ``leave`` is called where nothing is to be kept.

    ``changed`` is emitted whenever the card looks another way.
    """

    changed = Signal()

    def __init__(self, words: Words, save: Callable[[Tip], None], leave: Callable[[], None]) -> None:
        """Build the fields."""
        super().__init__(spacing=12)
        self._words = words
        self._save = save
        self._leave = leave
        self._is_beginning = False
        self._edited: Tip | None = None
        text = words.text
        self.heading = label("", "strong")
        self.body.addWidget(self.heading)
        self._grid = QGridLayout()
        spaced(self._grid, spacing=8)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.themes = self._choice(
            text("Theme"), [(each.value, words.say(name)) for each, name in present_tips.THEMES.items()]
        )
        self.sentence = self._line(text("Sentence"), LONGEST_TEXT)
        self.more = self._line(text("A little more"), LONGEST_TEXT)
        self.left = label("", "small")
        self._grid.addWidget(self.left, self._grid.rowCount(), 1)
        self.yes = self._line(text("On the button"), LONGEST_LABEL)
        self.yes.setPlaceholderText(text("Good idea"))
        pictures = [(each.value, words.say(name)) for each, name in present_tips.PICTURES.items()]
        self.pictures = self._choice(text("Picture"), pictures)
        self.languages = self._choice(text("Language"), [(key, words.say(name)) for key, name in LANGUAGES])
        self.themes.activated.connect(self._theme_chosen)
        for each in (self.sentence, self.more):
            each.textChanged.connect(lambda _typed: self._count())
        for each in (self.sentence, self.more, self.yes):
            each.textChanged.connect(lambda _typed: self._tell())
        self.pictures.currentIndexChanged.connect(lambda _row: self._tell())
        self._build_foot()

    def begin(self, tip: Tip | None = None) -> None:
        """Begin anew, or with ``tip``, one of the person's own."""
        self._edited, self._is_beginning = tip, True
        text, language = self._words.text, self._words.language
        said = tip.said_in(language) if tip else Wording("", "", "")
        theme = tip.theme if tip else Theme.BREATHE
        spoken = next(
            (key for key in (language, *(tip.wordings if tip else ())) if tip and key in tip.wordings), language
        )
        self.heading.setText(text("Your tip") if tip else text("A tip of your own"))
        for field, value in ((self.sentence, said.sentence), (self.more, said.body), (self.yes, said.yes)):
            field.setText(value)
        chosen = (
            (self.themes, theme),
            (self.pictures, tip.picture if tip else PICTURES[theme]),
            (self.languages, spoken),
        )
        for box, key in chosen:
            box.setCurrentIndex(max(box.findData(str(key)), 0))
        self._is_beginning = False
        self._count()
        self._tell()
        self.say_problem("")
        self.sentence.setFocus()

    def say_problem(self, said: str) -> None:
        """Say why it could not be kept; empty for nothing."""
        self.problem.setText(said)
        self.problem.setVisible(bool(said))

    @property
    def words_left(self) -> int:
        """Return how many words may still be written."""
        return MOST_WORDS - word_count(self.sentence.text(), self.more.text())

    @property
    def card(self) -> Card:
        """Return the card as it would look by now."""
        gesture = self._edited.gesture if self._edited else Gesture.NONE
        sentence, more, yes = (each.text().strip() for each in (self.sentence, self.more, self.yes))
        words = (sentence, more, yes or self.yes.placeholderText(), self._words.text("Not now"))
        return Card("", Picture(self.pictures.currentData()), gesture, *words, seconds=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if not self._is_beginning:
            self.changed.emit()

    def _build_foot(self) -> None:
        self.problem = label("", "problem")
        self.problem.hide()
        self.body.addWidget(self.problem)
        row = QHBoxLayout()
        spaced(row)
        self.keep = button(self._words.text("Keep this tip"), "main", self._keep)
        row.addWidget(self.keep)
        self.leave = button(self._words.text("Never mind"), "quiet", self._leave)
        row.addWidget(self.leave)
        row.addStretch(1)
        self.body.addLayout(row)

    def _line(self, name: str, longest: int) -> QLineEdit:
        made = QLineEdit()
        made.setMaxLength(longest)
        self._add(name, made)
        return made

    def _choice(self, name: str, entries: list[tuple[str, str]]) -> Choice:
        made = Choice()
        for key, said in entries:
            made.addItem(said, key)
        self._add(name, made)
        return made

    def _add(self, name: str, field: QWidget) -> None:
        said = label(name)
        said.setWordWrap(False)
        said.setBuddy(field)
        field.setAccessibleName(name)
        row = self._grid.rowCount()
        self._grid.addWidget(said, row, 0)
        self._grid.addWidget(field, row, 1)

    def _theme_chosen(self, _row: int) -> None:
        """Offer the picture of the theme."""
        picture = PICTURES[Theme(self.themes.currentData())]
        self.pictures.setCurrentIndex(self.pictures.findData(picture.value))

    def _count(self) -> None:
        left = self.words_left
        is_fine = left >= 0
        said = self._words.plural("{count} word left", "{count} words left", max(left, 0))
        self.left.setText(
            said if is_fine else self._words.plural("{count} word too many", "{count} words too many", -left)
        )
        restyle(self.left, role="small" if is_fine else "problem")
        self.keep.setEnabled(is_fine and bool(self.sentence.text().strip()))

    def _keep(self) -> None:
        sentence, body, yes = (each.text().strip() for each in (self.sentence, self.more, self.yes))
        if not all(map(is_seen, (sentence, body, yes))):
            self.say_problem(self._words.text("There are characters in it that nobody sees. Type it anew."))
            return
        before, language = self._edited, str(self.languages.currentData())
        wording = Wording(
            sentence, body, yes or self.yes.placeholderText(), before.said_in(language).no if before else ""
        )
        others = {key: each for key, each in before.wordings.items() if key != language} if before else {}
        self._save(
            Tip(
                id=before.id if before else made_id(sentence),
                theme=Theme(self.themes.currentData()),
                moments=before.moments if before else frozenset({Moment.ANY}),
                picture=Picture(self.pictures.currentData()),
                gesture=before.gesture if before else Gesture.NONE,
                cool_down=before.cool_down if before else timedelta(days=LEAST_COOL_DOWN_DAYS),
                wordings={language: wording, **others},
                is_own=True,
            )
        )
