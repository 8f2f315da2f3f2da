# SPDX-License-Identifier: MIT
"""What does one card cost while it moves, and once it is still? Prints frames a second and percents of a core as JSON.

A helper for ``benchmarks/card.py``: ``moving_card.py PICTURE``, on the screen of the environment.
"""

import gc
import gettext
import json
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from rideau.adapters.qt.compositing import is_composited
from rideau.domain.tip import Gesture, Picture
from rideau.ports.card import Card
from rideau.ui.card.card_window import CardHouse, CardTold, CardWindow
from rideau.ui.card.picture_area import MOVES_S, Stage
from rideau.wording.words import Words

STILL_S = 5.0


class Costs:
    """Count frames and the processor's time."""

    def __init__(self) -> None:
        """Begin with none."""
        self.frames = 0
        self._since = (0, 0.0, 0.0)

    def begin(self) -> None:
        """Count from now."""
        self._since = (self.frames, time.process_time(), time.monotonic())

    def so_far(self) -> tuple[float, float]:
        """Return frames a second and percents of a core."""
        frames, spent, begun = self._since
        lasted = time.monotonic() - begun
        return (self.frames - frames) / lasted, (time.process_time() - spent) / lasted * 100


def main(picture: str) -> int:
    """Show the card and print what it cost."""
    gc.disable()  # as the card's own process does
    application = QApplication(["card"])
    costs, found = Costs(), list[float]()
    paint = Stage.paintEvent

    def counted(stage: Stage, event: object) -> None:
        costs.frames += 1
        paint(stage, event)  # type: ignore[arg-type] # whatever Qt hands over

    Stage.paintEvent = counted  # type: ignore[method-assign,assignment] # to count
    card = Card("one", Picture(picture), Gesture.NONE, "A glass of water?", "The feed will wait.", "Yes", "Not now", 60)
    words = Words("en", gettext.NullTranslations())
    house = CardHouse(words=lambda: words, is_composited=is_composited())
    window = CardWindow(card, house, CardTold(lambda: None, lambda _outcome, _line: None, lambda: None))

    def measure(length_s: float, then: object) -> None:
        costs.begin()
        QTimer.singleShot(round(length_s * 1000), lambda: (found.extend(costs.so_far()), then()))  # type: ignore[operator]

    def over() -> None:
        print(json.dumps(found), flush=True)
        application.exit(0)

    window.come()
    QTimer.singleShot(
        500, lambda: measure(MOVES_S - 1, lambda: QTimer.singleShot(1500, lambda: measure(STILL_S, over)))
    )
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
