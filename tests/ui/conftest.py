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
from rideau.ui.face import Face, Services
from rideau.wording.words import Words


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
        services = Services(
            control=counter.control,
            status=counter.status,
            waiting_room=counter.waiting_room,
            networks=counter.networks,
            settings=counter.settings,
            autostart=counter.autostart,
            probes=counter.probes,
            quit=counter.quit,
            settings_file=counter.settings_file,
        )
        made.append(Face(services, words))
        made[-1].show_status(counter.status())
        return made[-1]

    yield build
    for face in made:
        face.close()
    QGuiApplication.setPalette(QPalette())
