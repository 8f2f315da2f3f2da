# SPDX-License-Identifier: MIT
"""How long does a frame take while a card is dragged over a board of many networks?"""

import math
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rideau.domain.network import Side
from rideau.domain.settings import NetworkSettings, Settings
from rideau.ui.settings.networks.board import Board

STEPS = 240


def many_networks(count: int = 500) -> Settings:
    """Return settings with ``count`` networks of the person's own, spread over the sides."""
    sides = (Side.WORK, Side.MIXED, Side.PERSONAL)
    own = {
        f"own-{at}": NetworkSettings(name=f"Network {at}", sites=(f"n{at}.example",), side=sides[at % len(sides)])
        for at in range(count)
    }
    return Settings(networks=own)


def frames_of_a_drag(board: Board, to: Side = Side.PERSONAL) -> list[float]:
    """Drag the first card of Work to and fro and drop it on ``to``; return how long each frame took, in ms.

    The last one is the drop: what it changed is saved and shown.
    """
    source = board.columns[Side.WORK].list
    port = source.viewport()
    start = source.visualRect(source.cards.index(0)).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    goal = board.columns[to].geometry().center()
    times = []
    for step in range(STEPS):
        way = math.sin(step / 40) ** 2
        at = QPoint(round(start.x() + (goal.x() - start.x()) * way), round(start.y() + (goal.y() - start.y()) * way))
        here = port.mapFromGlobal(board.mapToGlobal(at))
        times.append(_timed(partial(QTest.mouseMove, port, here)))
    end = port.mapFromGlobal(board.mapToGlobal(goal))
    QTest.mouseMove(port, end)
    left, bare = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    times.append(_timed(lambda: QTest.mouseRelease(port, left, bare, end)))
    return times


def _timed(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - began)
