# SPDX-License-Identifier: MIT
"""What did Rideau say in a test? Everything that was announced, with its buttons ready to be pressed."""

from collections.abc import Callable

from rideau.ports.desktop import Notice


class RecordingAnnouncer:
    """Note every notice. Implements ``ports.desktop.Announcer``."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.notices: list[Notice] = []
        self.taken_back: list[str] = []
        self._actions: list[Callable[[], None] | None] = []
        self._second: Callable[[], None] | None = None
        self._left: Callable[[bool], None] | None = None

    def announce(
        self,
        notice: Notice,
        on_action: Callable[[], None] | None = None,
        on_second: Callable[[], None] | None = None,
        on_left: Callable[[bool], None] | None = None,
    ) -> None:
        """Note ``notice``."""
        self.notices.append(notice)
        self._actions.append(on_action)
        self._second, self._left = on_second, on_left

    def take_back(self, name: str) -> None:
        """Note that it is taken back."""
        self.taken_back.append(name)

    def press(self) -> None:
        """Press the button of the latest notice."""
        action = self._actions[-1]
        assert action is not None, "the latest notice has no button"
        action()

    def press_second(self) -> None:
        """Press its other button."""
        assert self._second is not None, "the latest notice has no second button"
        self._second()

    def leave(self, *, is_put_away: bool) -> None:
        """Let the latest notice leave the screen unanswered."""
        assert self._left is not None, "nobody asked when the latest notice leaves"
        self._left(is_put_away)
