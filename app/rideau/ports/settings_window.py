# SPDX-License-Identifier: MIT
"""How is the settings window opened from another process, and what is it told?"""

from enum import StrEnum
from typing import NamedTuple, Protocol

from rideau.domain.error import RideauError


class SettingsPage(StrEnum):
    """Name what the window can show: its pages, the assistant of the first start, and small windows of their own."""

    HOURS = "hours"
    NETWORKS = "networks"
    REMINDERS = "reminders"
    GENERAL = "general"
    COMPUTER = "computer"
    ASSISTANT = "assistant"
    EVENING = "wind-down"
    """The small ritual before closing."""
    MORNING = "opening"
    """What greets at the opening."""
    CHECK_IN = "check-in"
    HELP = "help"
    """The page of places to turn to."""
    WINS = "wins"


FINISHED = 10
"""What the window's process ends with where the assistant in it was finished."""


class Opening(NamedTuple):
    """Hold how the window is opened."""

    page: SettingsPage | None = None
    """None is the one that was looked at last."""
    is_led: bool = False
    """Whether the tray gives orders on standard input, and the window ends with it."""
    is_dark: bool = False
    """Whether the tray knows already that the desktop is dark: the first frame is, then."""
    is_quiet: bool = False
    """Whether it comes without taking the keyboard from anybody: nobody asked for it."""


class SettingsWindow(Protocol):
    """Be the one settings window, in a process of its own. Main thread; everything returns at once."""

    def show(self, page: SettingsPage | None = None) -> None:
        """Open it, or bring the open one to the front; None leaves it at the page it was last at.

        Trouble is told to whoever ``on_trouble`` named, once it is known.
        """
        ...

    def offer(self, page: SettingsPage) -> None:
        """Open one of the small windows without taking the keyboard from anybody; one that is open stays as it is."""
        ...

    def tell_held(self, sentences: tuple[str, ...]) -> None:
        """Have the window say what waits for the opening (SPEC E8), now and when it is opened; empty for nothing."""
        ...

    def close(self) -> None:
        """Close it, and wait until it is gone: nothing is lost, it saves as one goes."""
        ...


class WindowTroubleError(RideauError):
    """Say that the settings window could not be opened, or ended by itself."""
