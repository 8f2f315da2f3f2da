# SPDX-License-Identifier: MIT
"""What does the face act through? Services and settings of the tray process, as one value."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

from rideau.domain.network import Network
from rideau.domain.phase import Interval
from rideau.ports.settings_window import SettingsWindow
from rideau.services.control import Control
from rideau.services.status import Status
from rideau.services.waiting_room import WaitingRoom
from rideau.ui.ask import DoorActs, NoApps


def _is_composited() -> bool:
    return QGuiApplication.platformName() != "xcb"


def _no_intervals(_start: datetime, _end: datetime) -> tuple[Interval, ...]:
    return ()


def _keep_memory() -> None:
    """Leave it to Python and Qt when memory goes back."""


def _no_tip() -> bool:
    return False


class Services(NamedTuple):
    """Hold what the face acts through."""

    control: Control
    status: Callable[[], Status]
    waiting_room: WaitingRoom
    networks: Callable[[], Mapping[str, Network]]
    """The networks in force by id, for their names."""
    quit: Callable[[], None]
    settings_window: SettingsWindow
    """The settings, in a process of their own."""
    apps: DoorActs = NoApps()
    """Who closes apps, and takes what is asked at the door."""
    is_composited: Callable[[], bool] = _is_composited
    """Whether a window can be see-through here."""
    intervals: Callable[[datetime, datetime], tuple[Interval, ...]] = _no_intervals
    """The schedule from one instant to another, for the week in miniature; nothing shows none."""
    give_back: Callable[[], None] = _keep_memory
    """Gives the memory of a window that is gone back to the system."""
    show_last_tip: Callable[[], bool] = _no_tip
    """Shows the last card again."""
