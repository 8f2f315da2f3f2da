# SPDX-License-Identifier: MIT
"""Can the last tip be shown again from the menu, once there is one?"""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from fakes.moment import a_counter
from rideau.domain.phase import Phase
from rideau.ui.face import Face
from rideau.wording.words import Words
from stage.counter import services_over


class _Shown:
    def __init__(self) -> None:
        self.times = 0

    def show(self) -> bool:
        """Count it."""
        self.times += 1
        return True


@pytest.fixture(name="shown")
def fixture_shown() -> _Shown:
    return _Shown()


@pytest.fixture(name="face")
def fixture_face(qtbot: QtBot, words: Words, shown: _Shown) -> Iterator[Face]:
    del qtbot
    counter = a_counter(Phase.WORK)
    face = Face(services_over(counter)._replace(show_last_tip=shown.show), words)
    face.show_status(counter.status())
    yield face
    face.close()


def test_the_menu_offers_it_once_there_is_one(face: Face, shown: _Shown) -> None:
    line = next(each for each in face._tray.menu.menu.actions() if each.text() == "Show the last tip")
    assert not line.isVisible()
    face.show_last_tip(is_there=True)
    assert line.isVisible()
    line.trigger()
    assert shown.times == 1
