# SPDX-License-Identifier: MIT
"""How firmly does the curtain hold? Three levels, each said by what it does tonight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QWidget

from rideau.domain.evening import Evening, evening_of
from rideau.domain.settings import LockLevel, Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError
from rideau.ui import theme
from rideau.ui.kit import Panel, Section
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import label, show_checked, spaced
from rideau.wording.lock_tonight import NAMES, level_tonight
from rideau.wording.words import Words


class LockSection(Section):
    """Offer the levels."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build one choice for each level; what it does tonight comes with ``show_settings``."""
        super().__init__(words.text("When it is closed"), words.text("How firmly the curtain holds, tonight:"))
        self._services = services
        self._words = words
        self._shown: Settings | None = None
        self.group = QButtonGroup(self)
        self.sentences: dict[LockLevel, QLabel] = {}
        self.choices: dict[LockLevel, QRadioButton] = {}
        panel = Panel(spacing=2)
        for number, level in enumerate(LockLevel):
            self._add(panel, number, level)
        self.body.addWidget(panel)
        self.holding = label(words.text("It is closed now: once chosen, “Locked” holds until the opening."), "small")
        self.body.addWidget(self.holding)
        self._is_closed = False
        self.passphrase = label(role="small")
        self.body.addWidget(self.passphrase)
        self._say_passphrase(is_set=False)
        self.group.idToggled.connect(self._choose)
        self._has_asked = False

    def show_settings(self, settings: Settings) -> None:
        """Show which level holds, and what each would do with these hours and networks."""
        self._show_chosen(settings.lock_level)
        if settings.lock_level is LockLevel.LOCKED and not self._has_asked:
            self._has_asked = True  # at this level alone it opens anything, and a keyring may want to be unlocked
            asked = self._services.has_passphrase
            self._services.worker.run(asked, lambda is_set: self._say_passphrase(is_set=is_set))
        if self._shown is None or not _means_the_same(self._shown, settings):
            self._shown = settings
            self._say_tonight(self._evening(settings))
        self.holding.setVisible(self._is_closed and settings.lock_level is not LockLevel.LOCKED)

    def _say_tonight(self, evening: Evening | None) -> None:
        """Say what each level does; and, before it is chosen, that the firmest one would hold at once."""
        self._is_closed = evening is not None and not evening.interval.phase.is_open
        for level, sentence in self.sentences.items():
            said = level_tonight(self._words, level, evening) if evening else ""
            sentence.setText(said)
            holds = self.holding.text() if self._is_closed and level is LockLevel.LOCKED else ""
            self.choices[level].setAccessibleDescription(f"{said} {holds}".strip())

    def _show_chosen(self, chosen: LockLevel) -> None:
        """Show that ``chosen`` holds; Tab comes to it, arrows choose another."""
        show_checked(self.choices[chosen], on=True)
        for level, each in self.choices.items():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if level is chosen else Qt.FocusPolicy.ClickFocus)

    def _add(self, panel: Panel, number: int, level: LockLevel) -> None:
        made = self.choices[level] = QRadioButton(self._words.say(NAMES[level]))
        made.setObjectName(f"lock-{level}")
        self.group.addButton(made, number)
        panel.body.addWidget(made, alignment=Qt.AlignmentFlag.AlignLeading)
        sentence = self.sentences[level] = label(role="second")
        sentence.setContentsMargins(0, 0, 0, theme.units(8) if number < len(LockLevel) - 1 else 0)
        line = QHBoxLayout()
        spaced(line, spacing=0)
        line.addSpacing(theme.units(28))
        line.addWidget(_pressing(sentence, made), 1)
        panel.body.addLayout(line)

    def _evening(self, settings: Settings) -> Evening | None:
        from rideau.domain.network_board import shown_networks  # noqa: PLC0415 - with the first sentence
        from rideau.services.rules import networks_of, schedule_of, zone_of  # noqa: PLC0415 - as above

        sources = self._services.sources
        now = sources.clock.now()
        try:
            schedule = schedule_of(settings, sources, self._services.overrides(), now)
        except SettingsError:  # a country whose holidays nobody knows: the window says so above
            return None
        every = networks_of(settings, sources)
        said = [each for each in every if each.id in settings.networks]
        networks = said or shown_networks(every, settings, ())  # before anything was said, the best known
        at_its_firmest = settings._replace(lock_level=LockLevel.FIRM)  # a gentle one closes nothing to speak of
        return evening_of(schedule, networks, at_its_firmest, now, zone_of(settings, sources.clock))

    def _say_passphrase(self, *, is_set: bool) -> None:
        text = self._words.text
        if is_set:
            said = text("A passphrase is set: it opens the lock. “rideau passphrase” in a terminal changes it.")
        else:
            said = text(
                "A passphrase can open the lock, yours or a friend's. “rideau passphrase set” in a terminal sets it."
            )
        self.passphrase.setText(said)

    def _choose(self, number: int, is_on: bool) -> None:  # noqa: FBT001 - what Qt tells
        if is_on:
            desk = self._services.desk
            desk.change(desk.settings._replace(lock_level=list(LockLevel)[number]), Text("Lock level"))


def _means_the_same(one: Settings, other: Settings) -> bool:
    """Tell whether tonight is the same with both: working it out takes some milliseconds."""
    return one._replace(lock_level=other.lock_level, language=other.language, apps=other.apps) == other


def _pressing(sentence: QLabel, choice: QRadioButton) -> QWidget:
    """Have a click on the sentence choose what it explains."""
    sentence.setBuddy(choice)
    sentence.mousePressEvent = lambda _event: choice.click()  # type: ignore[method-assign]  # Qt's own hook
    return sentence
