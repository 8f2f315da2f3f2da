# SPDX-License-Identifier: MIT
"""How does another thread get something done on the main one? It posts it to Qt's event loop."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot


class MainThread(QObject):
    """Run callables on the thread that made this object, in the order each thread posted them.

    Naming a queued connection would load Qt's namespace of enumerations, which costs 24 ms at every start.
    """

    _posted = Signal(object)

    def __init__(self) -> None:
        """Belong to the current thread, whose event loop runs what is posted."""
        super().__init__()
        self._posted.connect(self._run)

    def post(self, act: Callable[[], None]) -> None:
        """Have ``act`` called on the main thread soon; any thread, returns at once."""
        if QThread.currentThread() is self.thread():
            QTimer.singleShot(0, act)
        else:
            self._posted.emit(act)  # queued by Qt, since the receiver lives on another thread

    @Slot(object)
    def _run(self, act: Callable[[], None]) -> None:
        act()
