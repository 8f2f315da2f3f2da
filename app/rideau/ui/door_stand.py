# SPDX-License-Identifier: MIT
"""When are the cards at the door there? Built when something first stands there; most days nothing does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from rideau.domain.app import Doorway
from rideau.services.status import Status
from rideau.ui.face_services import Services
from rideau.wording.words import Words

if TYPE_CHECKING:
    from rideau.ui.doors import Doors
    from rideau.ui.key_row import Keys

NOTHING = Doorway()


class DoorStand:
    """Hold the cards at the door once there were any. Main thread only."""

    def __init__(self, services: Services, keys: "Callable[[], Keys]", name: Callable[[str], None]) -> None:
        """Hold none yet; ``name`` is told each time in a line what stands there, empty for nothing."""
        self._services = services
        self._keys = keys
        self._name = name
        self._doorway = NOTHING
        self._is_motion_reduced = False
        self.doors: Doors | None = None

    def is_idle(self, doorway: Doorway) -> bool:
        """Tell whether ``doorway`` is nothing, as it always was: nothing needs showing then."""
        return self.doors is None and doorway == NOTHING

    def is_stopped_anew(self, doorway: Doorway) -> bool:
        """Tell whether ``doorway`` is the first to stop something: the way in is looked up then, and kept."""
        return bool(doorway.stopped) and not self._doorway.stopped

    def show(self, doorway: Doorway, status: Status, words: Words, *, has_passphrase: bool) -> None:
        """Show what stands at the door at ``status``."""
        from rideau.ui.present_apps import door_view  # noqa: PLC0415 - only where something stands there

        self._doorway = doorway
        view = door_view(doorway, status, words, has_passphrase=has_passphrase)
        self._name(view.line)
        self._built().show(view, words)

    def say_anew(self, status: Status, words: Words, *, has_passphrase: bool) -> None:
        """Say the same in other words."""
        if self.doors is not None:
            self.doors.close()
            self.show(self._doorway, status, words, has_passphrase=has_passphrase)

    def show_again(self) -> None:
        """Bring what was put away back, in front and with the keyboard."""
        if self.doors is not None:
            self.doors.show_again()

    def set_motion_reduced(self, *, is_reduced: bool) -> None:
        """Take note whether the person wants things to move."""
        self._is_motion_reduced = is_reduced
        if self.doors is not None:
            self.doors.set_motion_reduced(is_reduced=is_reduced)

    def dress(self) -> None:
        """Wear the theme in force."""
        if self.doors is not None:
            self.doors.dress()

    def close(self) -> None:
        """Take everything off the screen at once."""
        if self.doors is not None:
            self.doors.close()

    def _built(self) -> "Doors":
        if self.doors is None:
            from rideau.ui.doors import Doors  # noqa: PLC0415 - built when first needed

            self.doors = Doors(self._services.apps, self._keys(), self._services.is_composited)
            self.doors.set_motion_reduced(is_reduced=self._is_motion_reduced)
        return self.doors
