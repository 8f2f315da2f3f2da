# SPDX-License-Identifier: MIT
"""How does a card's process hear the tray and answer it? Over its standard input and output, without ever waiting."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QSocketNotifier

from rideau.adapters.card_lines import CLOSE, LONGEST, SEEN, THERE, WITHDRAW, answer_line
from rideau.domain.tip import Outcome

STANDARD_INPUT, STANDARD_OUTPUT = 0, 1


class CardPipe:
    """Hear orders, give answers. Main thread."""

    def __init__(self, withdraw: Callable[[], None], close: Callable[[], None]) -> None:
        """Name what each order does; the end of the pipe is ``withdraw``."""
        self._orders = {WITHDRAW.strip(): withdraw, CLOSE.strip(): close, THERE.strip(): self.seen}
        self._withdraw = withdraw
        self._received = b""
        self._notifier: QSocketNotifier | None = None

    def listen(self, received: bytes = b"", descriptor: int = STANDARD_INPUT) -> None:
        """Listen from now on; ``received`` is what came behind the first line."""
        self._descriptor = descriptor
        if sys.platform != "win32":  # there it needs another way to listen; no card is led there yet
            os.set_blocking(descriptor, False)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)
        self._take(received)

    def seen(self) -> None:
        """Tell that it is on the screen: with the first frame, and whenever the tray asks."""
        _answer(SEEN)

    def ended(self, outcome: Outcome, line: str) -> None:
        """Tell how it ended."""
        _answer(answer_line(outcome, line))

    def _read(self) -> None:
        try:
            piece = os.read(self._descriptor, LONGEST)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if piece:
            self._take(piece)
            return
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        self._withdraw()

    def _take(self, piece: bytes) -> None:
        *lines, self._received = (self._received + piece).split(b"\n")
        self._received = self._received[-LONGEST:]
        for line in lines:
            self._orders.get(line, _nothing)()


def _answer(line: bytes) -> None:
    with suppress(OSError):  # the tray is gone; its pipe says so, too
        os.write(STANDARD_OUTPUT, line)


def _nothing() -> None:
    """Do nothing: an order that a later Rideau may give."""
