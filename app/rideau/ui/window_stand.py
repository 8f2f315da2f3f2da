# SPDX-License-Identifier: MIT
"""When is the small window there? While it is seen; put away it is gone with its memory, and built anew when asked for.

Where no panel shows the icon it stands in for it, and is only ever minimized.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from rideau.ui.ask import Asks

if TYPE_CHECKING:
    from rideau.ui.small_window import SmallWindow


class WindowStand:
    """Hold the small window while there is one. Main thread only."""

    def __init__(self, asks: Asks, fill: "Callable[[SmallWindow], None]", gone: Callable[[], None]) -> None:
        """Hold none yet; ``fill`` shows the moment in it, ``gone`` is told when it was put away."""
        self._asks = asks
        self._fill = fill
        self._gone = gone
        self._is_stand_in = False
        self._is_motion_reduced = False
        self._appeared_by_itself = False
        self.window: SmallWindow | None = None

    @property
    def is_seen(self) -> bool:
        """Tell whether it is on the screen."""
        return self.window is not None and self.window.isVisible()

    def show(self) -> None:
        """Show it in front."""
        self._appeared_by_itself = False
        self._built().appear(activate=True)

    def toggle(self) -> None:
        """Show it, or put it away where it is already looked at."""
        if self.window is not None and self.window.isVisible() and not self._is_stand_in:
            self.window.hide()
        else:
            self.show()

    def stand_in(self, *, on: bool) -> None:
        """Stand in for the panel's icon, or no longer."""
        self._is_stand_in = on
        if self.window is not None:
            self.window.keep_reachable(on=on)
        if on and not self.is_seen:
            self._appeared_by_itself = True
            self._built().appear(activate=False)
        elif not on and self._appeared_by_itself and self.window is not None and not self.window.isActiveWindow():
            self.window.hide()
            self._appeared_by_itself = False

    def set_motion_reduced(self, *, is_reduced: bool) -> None:
        """Take note whether the person wants things to move."""
        self._is_motion_reduced = is_reduced
        if self.window is not None:
            self.window.front.is_motion_reduced = is_reduced

    def close(self) -> None:
        """Take it off the screen, and away."""
        if self.window is not None:
            self.window.hide()
            self._drop()

    def _built(self) -> "SmallWindow":
        if self.window is None:
            from rideau.ui.small_window import SmallWindow  # noqa: PLC0415 - built when first asked for

            self.window = SmallWindow(self._asks)
            self.window.front.is_motion_reduced = self._is_motion_reduced
            self.window.keep_reachable(on=self._is_stand_in)
            # Not from within its own event; and not a bound method, of which PySide keeps something each time.
            self.window.put_away.connect(lambda: QTimer.singleShot(0, self._drop))
        self._fill(self.window)
        return self.window

    def _drop(self) -> None:
        window = self.window
        if window is not None and not window.isVisible():
            self.window = None
            window.deleteLater()
            self._gone()
