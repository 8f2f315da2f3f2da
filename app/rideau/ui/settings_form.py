# SPDX-License-Identifier: MIT
"""What can be typed and chosen in the settings dialog? One field per key path, each with room for its problem."""

import zoneinfo
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from rideau.domain.settings import SYSTEM, LockLevel
from rideau.ui import theme
from rideau.ui.present_settings import COUNTRY, DAY_FIELDS, LANGUAGE, LOCK, TIMEZONE, WIND_DOWN, WIND_DOWN_MINUTES
from rideau.ui.widgets import Choice, Tick, label, spaced
from rideau.wording.moments import DAYS
from rideau.wording.words import Words

COUNTRIES = {
    "AT": "Österreich",
    "BE": "België · Belgique",
    "CA": "Canada",
    "CH": "Schweiz · Suisse",
    "DE": "Deutschland",
    "ES": "España",
    "FR": "France",
    "GB": "United Kingdom",
    "IE": "Ireland",
    "IT": "Italia",
    "LU": "Luxembourg",
    "NL": "Nederland",
    "PT": "Portugal",
    "US": "United States",
}
"""A first choice, each in its own language; any other code of the holidays library can be typed."""
LANGUAGE_NAMES = {"en": "English", "fr": "Français"}


class SettingsForm(QWidget):
    """Hold the fields; ``values`` returns what stands in them."""

    def __init__(self, fields: Mapping[str, str], words: Words, *, is_rotation: bool) -> None:
        """Build the fields with what ``fields`` says; the week of a rotation can be read, not changed."""
        super().__init__()
        self._words = words
        self._is_rotation = is_rotation
        self._fields = fields
        self.problems: dict[str, QLabel] = {}
        self._build_parts()
        self._build_layout()

    def values(self) -> dict[str, str]:
        """Return what stands in each field that can be changed."""
        typed = {} if self._is_rotation else {field: each.text() for field, each in self.days.items()}
        return typed | {
            TIMEZONE: _chosen(self.timezone),
            COUNTRY: _chosen(self.country),
            WIND_DOWN: str(self.wind_down.currentData()),
            LOCK: list(LockLevel)[self.lock.checkedId()].value,
            LANGUAGE: str(self.language.currentData()),
        }

    def show_problems(self, problems: Mapping[str, str]) -> QWidget | None:
        """Say each problem beside its field, and unsay the others; return the first field with one."""
        first: QWidget | None = None
        for field, said in self.problems.items():
            said.setText(problems.get(field, ""))
            said.setVisible(field in problems)
            widget = self._widget(field)
            widget.setProperty("problem", field in problems)
            widget.setAccessibleDescription(problems.get(field, ""))
            widget.style().unpolish(widget)
            widget.style().polish(widget)
            if field in problems and first is None:
                first = widget
        return first

    def _widget(self, field: str) -> QWidget:
        others: dict[str, QWidget] = {
            TIMEZONE: self.timezone,
            COUNTRY: self.country,
            WIND_DOWN: self.wind_down,
            LOCK: self.lock.buttons()[0],
            LANGUAGE: self.language,
        }
        return others[field] if field in others else self.days[field]

    def _build_parts(self) -> None:
        self.days = {}
        for field in DAY_FIELDS:
            self.days[field] = QLineEdit(self._fields[field])
            self.days[field].setPlaceholderText(self._words.text("closed"))
            self.days[field].setReadOnly(self._is_rotation)
        self.timezone = self._choices(
            TIMEZONE, {"": self._words.text("This computer's")} | {name: name for name in _zones()}
        )
        named = {code: f"{code} · {name}" for code, name in COUNTRIES.items()}
        self.country = self._choices(COUNTRY, {"": self._words.text("None")} | named)
        self.wind_down = Choice()
        for minutes in sorted({*WIND_DOWN_MINUTES, int(self._fields[WIND_DOWN])}):
            said = self._words.plural("{count} minute before closing", "{count} minutes before closing", minutes)
            self.wind_down.addItem(said if minutes else self._words.text("off"), str(minutes))
        self.wind_down.setCurrentIndex(self.wind_down.findData(self._fields[WIND_DOWN]))
        self.language = Choice()
        for code, name in ({SYSTEM: self._words.text("The language of this computer")} | LANGUAGE_NAMES).items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._fields[LANGUAGE]))
        self.login = Tick(self._words.text("Start at &login"))
        self._build_lock()

    def _build_lock(self) -> None:
        text = self._words.text
        self.lock = QButtonGroup(self)
        self.levels = QWidget()
        column = QVBoxLayout(self.levels)
        spaced(column, spacing=2)
        said = {
            LockLevel.GENTLE: (text("Gentle"), text("Mutes, never closes anything.")),
            LockLevel.FIRM: (text("Firm"), text("Closed; a typed reason opens for a few minutes.")),
            LockLevel.LOCKED: (text("Locked"), text("Nothing opens before the next opening.")),
        }
        for number, level in enumerate(LockLevel):
            name, sentence = said[level]
            choice = QRadioButton(name)
            choice.setAccessibleDescription(sentence)
            choice.setChecked(level.value == self._fields[LOCK])
            self.lock.addButton(choice, number)
            column.addWidget(choice)
            explained = label(sentence, "small")
            explained.setContentsMargins(theme.units(28), 0, 0, theme.units(4))
            column.addWidget(explained)

    def _build_layout(self) -> None:
        text = self._words.text
        self._grid = QGridLayout(self)
        spaced(self._grid, spacing=8)
        self._grid.setHorizontalSpacing(theme.units(16))
        self._grid.setColumnStretch(1, 1)
        self._add_heading(text("Your opening hours"), self._hours_hint())
        for field, day in zip(DAY_FIELDS, DAYS, strict=True):
            self._add_row(field, _as_heading(self._words.say(day)), self.days[field])
        self._add_row(TIMEZONE, text("Time zone"), self.timezone)
        self._add_row(COUNTRY, text("Public holidays"), self.country)
        self._add_row(WIND_DOWN, text("Wind-down"), self.wind_down)
        self._add_heading(text("Outside your hours"), "")
        self._add_row(LOCK, text("Lock"), self.levels)
        self._add_heading(text("General"), "")
        self._add_row(LANGUAGE, text("Language"), self.language)
        self._grid.addWidget(self.login, self._grid.rowCount(), 1)

    def _hours_hint(self) -> str:
        if self._is_rotation:
            return self._words.text("Your weeks alternate. This is the first; they are changed in the settings file.")
        return self._words.text("One or more ranges a day: 09:00-12:30, 14:00-18:00. An empty day is a day off.")

    def _add_heading(self, title: str, hint: str) -> None:
        row = self._grid.rowCount()
        heading = label(title, "title")
        heading.setContentsMargins(0, theme.units(16) if row > 1 else 0, 0, 0)
        self._grid.addWidget(heading, row, 0, 1, 2)
        if hint:
            self._grid.addWidget(label(hint, "second"), row + 1, 0, 1, 2)

    def _add_row(self, field: str, name: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        said = label(name, "strong")
        said.setWordWrap(False)
        said.setBuddy(widget)
        widget.setAccessibleName(name)
        is_tall = widget is self.levels
        self._grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(widget, row, 1)
        self.problems[field] = label(role="problem")
        self.problems[field].hide()
        self._grid.addWidget(self.problems[field], row + 1, 1)

    def _choices(self, field: str, names: Mapping[str, str]) -> QComboBox:
        """Return a box in which one can search by any part of a name, or type what is not offered."""
        box = Choice()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for code, name in names.items():
            box.addItem(name, code)
        completer = QCompleter(box.model(), box)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCompleter(completer)
        current = self._fields[field]
        at = box.findData(current)
        if at >= 0:
            box.setCurrentIndex(at)
        else:
            box.setEditText(current)
        return box


def _as_heading(name: str) -> str:
    """Return ``name`` as it begins a line: French day names are small inside sentences alone."""
    return name[:1].upper() + name[1:]


def _zones() -> list[str]:
    return sorted(name for name in zoneinfo.available_timezones() if "/" in name or name == "UTC")


def _chosen(box: QComboBox) -> str:
    """Return the code of the name that stands in ``box``, or else what was typed."""
    typed = box.currentText().strip()
    at = box.findText(typed, Qt.MatchFlag.MatchFixedString)
    return str(box.itemData(at)) if at >= 0 else typed
