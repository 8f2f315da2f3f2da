# SPDX-License-Identifier: MIT
"""When are work notifications handed over together, and who comes through at once?"""

import re
from functools import cached_property

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLabel, QLineEdit

from rideau.domain.network_search import NetworkSearch
from rideau.domain.settings import Batches, Settings
from rideau.domain.text import Text
from rideau.services.rules import networks_of
from rideau.ui.settings.reminders.rows import ReminderSection
from rideau.ui.widgets import label, restyle

MOST_TIMES = 4
_TIME = re.compile(r"([01]?[0-9]|2[0-3])(?:(?:[:.]| ?h ?)([0-5][0-9])| ?h)?", re.ASCII)
"""A time of day as people type it: 9:30, 9 h 30, 9h, 9."""


class BatchesSection(ReminderSection):
    """Change all of it; a line is saved when one leaves it, or on Enter."""

    title = Text("Notifications in batches")
    hint_text = Text(
        "Inside your hours, work notifications wait and come together. None at all can unsettle; three times a day"
        " suits most people."
    )
    places = ("batches",)

    def build(self) -> None:
        """Build the switch and the three lines."""
        text = self.words.text
        self.on = self.tick(
            Text("Hand them over together"),
            None,
            lambda held: held.batches.is_on,
            lambda held, is_on: held._replace(batches=held.batches._replace(is_on=is_on)),
        )
        self.times, self.times_wrong = self._line(
            text("At these times"), text("10:00, 14:00; empty follows your hours")
        )
        self.senders, _ = self._line(text("People who come through at once"), text("Alex, Léa"))
        self.networks, self.networks_wrong = self._line(text("Networks that come through at once"), text("Slack"))
        self.times.editingFinished.connect(self._times_typed)
        self.senders.editingFinished.connect(self._senders_typed)
        self.networks.editingFinished.connect(self._networks_typed)
        self.shows(self._show)

    def _line(self, name: str, placeholder: str) -> tuple[QLineEdit, QLabel]:
        made, wrong = QLineEdit(), label("", "problem")
        made.setAccessibleName(name)
        made.setPlaceholderText(placeholder)
        said = label(name)
        said.setBuddy(made)
        for part in (said, made, wrong):
            self.panel.body.addWidget(part)
        wrong.hide()
        made.textEdited.connect(lambda _typed: _say(made, wrong, ""))
        return made, wrong

    def _show(self, settings: Settings) -> None:
        batches = settings.batches
        names = (self._name(each) for each in sorted(batches.urgent_networks))
        for field, said in (
            (self.times, ", ".join(f"{each // 60:02}:{each % 60:02}" for each in batches.times)),
            (self.senders, ", ".join(batches.urgent_senders)),
            (self.networks, ", ".join(names)),
        ):
            if not field.isModified():
                with QSignalBlocker(field):
                    field.setText(said)

    def _times_typed(self) -> None:
        times = times_typed(self.times.text())
        wrong = self.words.text("One to four times, as 10:00, 14:30.") if times is None else ""
        _say(self.times, self.times_wrong, wrong)
        if times is not None:
            self._save(self.times, self._batches._replace(times=times), Text("Times of the batches"))

    def _senders_typed(self) -> None:
        names = tuple(dict.fromkeys(_pieces(self.senders.text())))
        self._save(self.senders, self._batches._replace(urgent_senders=names), Text("Urgent people"))

    def _networks_typed(self) -> None:
        found = {name: self._search.known(name) for name in _pieces(self.networks.text())}
        unknown = next((name for name, each in found.items() if each is None), "")
        wrong = self.words.text("“{name}” is no network of yours or of the catalogue.", name=unknown) if unknown else ""
        _say(self.networks, self.networks_wrong, wrong)
        if not unknown:
            ids = frozenset(each.id for each in found.values() if each)
            self._save(self.networks, self._batches._replace(urgent_networks=ids), Text("Urgent networks"))

    def _save(self, field: QLineEdit, batches: Batches, name: Text) -> None:
        field.setModified(False)
        if batches != self._batches:
            self.change(lambda held: held._replace(batches=batches), name)
        else:
            self._show(self.services.desk.settings)

    @property
    def _batches(self) -> Batches:
        return self.services.desk.settings.batches

    @cached_property
    def _search(self) -> NetworkSearch:
        return NetworkSearch(networks_of(self.services.desk.settings, self.services.sources), self.services.to_ascii)

    def _name(self, network: str) -> str:
        everyone = networks_of(self.services.desk.settings, self.services.sources)
        return next((each.name for each in everyone if each.id == network), network)


def times_typed(typed: str) -> tuple[int, ...] | None:
    """Return the times that ``typed`` means, sorted; None where it means none."""
    matches = [_TIME.fullmatch(piece) for piece in _pieces(typed.replace(";", ","))]
    found = {int(each[1]) * 60 + int(each[2] or 0) for each in matches if each}
    return tuple(sorted(found)) if all(matches) and len(found) <= MOST_TIMES else None


def _pieces(typed: str) -> list[str]:
    return [each.strip() for each in typed.split(",") if each.strip()]


def _say(field: QLineEdit, line: QLabel, problem: str) -> None:
    line.setText(problem)
    line.setVisible(bool(problem))
    restyle(field, problem=bool(problem))
