# SPDX-License-Identifier: MIT
"""What do many cards leave behind in the process that leads them? Prints its private memory before and after, in MB.

A helper for ``benchmarks/card.py``: ``many_cards.py COUNT``, on the screen of the environment.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(FOLDER / "tests"), str(FOLDER / "benchmarks")]

from tray import private_mb  # noqa: E402 - after the path

from contracts.card import A_CARD  # noqa: E402 - as above
from fakes.card_stand import FakeCardStand  # noqa: E402 - as above
from rideau.adapters.qt.card_platform import CardPlatform  # noqa: E402 - as above
from rideau.adapters.qt.card_stand import CardWay, LedCards  # noqa: E402 - as above
from rideau.ports.card import CardHeard  # noqa: E402 - as above


def main(count: int) -> int:
    """Show ``count`` cards, one after the other."""
    application = QApplication(["leader"])
    command = (sys.executable, "-P", "-m", "rideau", "card", "--led")
    cards = LedCards(CardWay(command, CardPlatform("xcb"), lambda: "en", lambda: False), FakeCardStand())
    left = [count]
    heard = CardHeard(
        lambda: QTimer.singleShot(50, cards.withdraw), lambda _outcome, _line: QTimer.singleShot(50, go_on)
    )
    import os  # noqa: PLC0415 - for its number alone

    pid = os.getpid()

    def go_on() -> None:
        if left[0]:
            left[0] -= 1
            cards.show(A_CARD, heard)
        else:
            QTimer.singleShot(1000, end)

    def end() -> None:
        print(f"{private_mb(pid):.2f}", flush=True)
        application.exit(0)

    def begin() -> None:
        print(f"{private_mb(pid):.2f}", flush=True)
        go_on()

    QTimer.singleShot(1000, begin)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
