# SPDX-License-Identifier: MIT
"""When is what is typed kept? As one goes: a moment after the last key, and at once when the window closes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from rideau.domain.error import RideauError
from rideau.domain.notebook import Notes
from rideau.ports.notebook import Notebook

PAUSE_MS = 600
Change = Callable[[Notes], Notes]


class Saver(QObject):
    """Gather what changed, by part of the window, and keep it in the notebook. Main thread."""

    failed = Signal(object)
    """It could not be kept (``RideauError``); it stays gathered and is tried again with the next key."""
    kept = Signal()

    def __init__(self, notebook: Notebook, parent: QObject, may_save: Callable[[], bool]) -> None:
        """Keep in ``notebook`` as long as ``may_save``: not while everything is being erased."""
        super().__init__(parent)
        self._notebook = notebook
        self._may_save = may_save
        self._changes: dict[str, Change] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def put(self, part: str, change: Change, *, at_once: bool = False) -> None:
        """Keep ``change`` soon, in place of an earlier one of the same ``part``; what it reads it reads then."""
        self._changes[part] = change
        if at_once:
            self.flush()
        else:
            self._pause.start()

    def flush(self) -> None:
        """Keep everything that is gathered."""
        self._pause.stop()
        changes = tuple(self._changes.values())
        if not changes or not self._may_save():
            return
        try:
            self._notebook.change(lambda notes: _all(changes, notes))
        except RideauError as error:
            self.failed.emit(error)
        else:
            self._changes.clear()
            self.kept.emit()


def _all(changes: tuple[Change, ...], notes: Notes) -> Notes:
    for change in changes:
        notes = change(notes)
    return notes
