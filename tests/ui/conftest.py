# SPDX-License-Identifier: MIT
"""What do tests of windows stand on? Qt without a screen, and words in English."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt: these tests need no screen

import gettext
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication, QPalette
from pytestqt.qtbot import QtBot

from fakes.moment import Counter
from rideau.ui.face import Face
from rideau.wording.words import Words
from stage.counter import services_over


@pytest.fixture
def words() -> Words:
    """Say everything as the source does."""
    return Words("en", gettext.NullTranslations())


@pytest.fixture
def face_of(qtbot: QtBot, words: Words) -> Iterator[Callable[[Counter], Face]]:
    """Build a face over a counter, showing its moment; whatever it opened is closed afterwards."""
    del qtbot
    made: list[Face] = []

    def build(counter: Counter) -> Face:
        made.append(Face(services_over(counter), words))
        made[-1].show_status(counter.status())
        return made[-1]

    yield build
    for face in made:
        face.close()
    QGuiApplication.setPalette(QPalette())
