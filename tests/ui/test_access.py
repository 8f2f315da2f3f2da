# SPDX-License-Identifier: MIT
"""Has every control of every window a name, a fitting role and its value, in both languages?"""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rideau.wording.words import load_words
from stage.access import faults_of
from stage.every_window import WINDOWS, standing

TRANSLATIONS = Path(__file__).parents[2] / "resources/translations"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", WINDOWS)
def test_whoever_listens_is_told_of_everything(name: str, language: str) -> None:
    with standing(name, load_words(language, TRANSLATIONS)) as window:
        assert faults_of(window) == []


def _nameless(body: QVBoxLayout) -> None:
    body.addWidget(QLineEdit())


def _symbol(body: QVBoxLayout) -> None:
    body.addWidget(QPushButton("×"))  # noqa: RUF001 - a sign, as on a button


def _mnemonic(body: QVBoxLayout) -> None:
    field = QLineEdit()
    field.setAccessibleName("&Reason")
    body.addWidget(field)


def _twins(body: QVBoxLayout) -> None:
    for _ in range(2):
        body.addWidget(QPushButton("Remove"))


def _unlabelled(body: QVBoxLayout) -> None:
    field = QComboBox()
    field.addItems(["France", "Italy"])
    field.setAccessibleName("Country")
    body.addWidget(field)


def _wordless(body: QVBoxLayout) -> None:
    picture = QLabel()
    picture.setPixmap(QPushButton("x").grab())
    body.addWidget(picture)


def _roleless(body: QVBoxLayout) -> None:
    painted = QWidget()
    painted.setAccessibleName("Bar")
    painted.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    painted.setMinimumSize(9, 9)
    body.addWidget(painted)


def _sizeless(body: QVBoxLayout) -> None:
    tick = QCheckBox("On")
    tick.setFixedSize(0, 0)
    body.addWidget(tick)


@pytest.mark.parametrize("spoil", [_nameless, _symbol, _mnemonic, _twins, _unlabelled, _wordless, _roleless, _sizeless])
def test_a_fault_would_be_found(qtbot: QtBot, spoil: Callable[[QVBoxLayout], None]) -> None:
    window = QWidget()
    window.setWindowTitle("Spoilt")
    qtbot.addWidget(window)
    spoil(QVBoxLayout(window))
    window.show()
    assert len(faults_of(window)) == 1
