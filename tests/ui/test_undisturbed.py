# SPDX-License-Identifier: MIT
"""Is a window never built anew under an open dialog or menu, whose answer would then come to nobody?"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rideau.ui.undisturbed import Undisturbed


@pytest.fixture(name="window")
def fixture_window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def dialog_over(window: QWidget) -> tuple[Callable[[], object], Callable[[], object]]:
    dialog = QDialog(window)
    dialog.setModal(True)
    return dialog.exec, dialog.accept


def menu_over(window: QWidget) -> tuple[Callable[[], object], Callable[[], object]]:
    menu = QMenu(window)
    menu.addAction("x")
    return menu.exec, menu.close


@pytest.mark.parametrize("over", [dialog_over, menu_over])
def test_it_waits_for_what_is_open_and_is_done_once_after_it_was_answered(
    qtbot: QtBot, window: QWidget, over: Callable[[QWidget], tuple[Callable[[], object], Callable[[], object]]]
) -> None:
    happened: list[str] = []
    rebuilding = Undisturbed(window, lambda: happened.append("built anew"))
    ask, answer = over(window)

    def switch_language() -> None:
        rebuilding.do()
        rebuilding.do()
        happened.append("asked")
        answer()

    QTimer.singleShot(0, window, switch_language)
    ask()
    happened.append("answered")
    qtbot.waitUntil(lambda: len(happened) == 3, timeout=30_000)
    assert happened == ["asked", "answered", "built anew"]


def test_with_nothing_open_it_is_done_at_once(window: QWidget) -> None:
    happened: list[str] = []
    Undisturbed(window, lambda: happened.append("built anew")).do()
    assert happened == ["built anew"]
