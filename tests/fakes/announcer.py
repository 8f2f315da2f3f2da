# SPDX-License-Identifier: MIT
"""What did Rideau say in a test? Everything that was announced, with its buttons ready to be pressed."""

from collections.abc import Callable

from rideau.ports.desktop import Notice


class RecordingAnnouncer:
    """Note every notice. Implements ``ports.desktop.Announcer``."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.notices: list[Notice] = []
        self._actions: list[Callable[[], None] | None] = []

    def announce(self, notice: Notice, on_action: Callable[[], None] | None = None) -> None:
        """Note ``notice``."""
        self.notices.append(notice)
        self._actions.append(on_action)

    def press(self) -> None:
        """Press the button of the latest notice."""
        action = self._actions[-1]
        assert action is not None, "the latest notice has no button"
        action()
