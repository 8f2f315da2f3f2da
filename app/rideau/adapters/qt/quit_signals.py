# SPDX-License-Identifier: MIT
"""What happens when the session ends or someone presses Ctrl-C? The app quits as from its menu, restoring first."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QSocketNotifier

QUITTING = ("SIGTERM", "SIGINT", "SIGHUP")


class QuitSignals:
    """Turn the signals that ask a process to end into one call on Qt's main thread.

    Python runs a handler only when the interpreter next gets to run, which an idle event loop may never do; the
    wake-up socket (``signal.set_wakeup_fd``) makes Qt's loop run it at once.
    """

    def __init__(self, on_quit: Callable[[], None]) -> None:
        """Call ``on_quit`` for each of the signals, from now on. Main thread only."""
        self._on_quit = on_quit
        self._reader, self._writer = socket.socketpair()
        self._reader.settimeout(0)
        self._writer.settimeout(0)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._drain)
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for name in QUITTING:
            if (number := getattr(signal, name, None)) is not None:
                signal.signal(number, self._handle)

    def _handle(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._on_quit()

    def _drain(self) -> None:
        self._reader.recv(64)
