# SPDX-License-Identifier: MIT
"""Which dialogs are open? Each by its name, once; built when it is asked for, gone with its memory when it is done."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog


class Dialogs(dict[str, "QDialog"]):
    """Hold the open dialogs by name. Main thread only."""

    def __init__(self, gone: Callable[[], None]) -> None:
        """Begin without one; ``gone`` is told after each that closed."""
        super().__init__()
        self._gone = gone

    def show(self, name: str, build: "Callable[[], QDialog]") -> "QDialog":
        """Show the dialog of ``name`` in front; ``build`` makes it where it is not open."""
        dialog = self.get(name)
        if dialog is None:
            dialog = self[name] = build()
            dialog.finished.connect(lambda _: self._forget(name, dialog))
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def show_anew(self, name: str, build: "Callable[[], QDialog]") -> None:
        """Show another dialog in the place of the one of ``name``: what it is about is not the same any more."""
        stale = self.get(name)
        if stale is not None:
            stale.reject()
        self.show(name, build)

    def close(self) -> None:
        """Close them all, without an answer."""
        for dialog in tuple(self.values()):
            dialog.reject()

    def _forget(self, name: str, dialog: "QDialog") -> None:
        dialog.deleteLater()
        if self.get(name) is dialog:
            del self[name]
            self._gone()
