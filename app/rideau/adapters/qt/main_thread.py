# SPDX-License-Identifier: MIT
"""How does another thread get something done on the main one? It posts it to Qt's event loop."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot


class MainThread(QObject):
    """Run callables on the thread that made this object, in the order they were posted."""

    _posted = Signal(object)

    def __init__(self) -> None:
        """Belong to the current thread, whose event loop runs what is posted."""
        super().__init__()
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, act: Callable[[], None]) -> None:
        """Have ``act`` called on the main thread soon; any thread, returns at once."""
        self._posted.emit(act)

    @Slot(object)
    def _run(self, act: Callable[[], None]) -> None:
        act()
