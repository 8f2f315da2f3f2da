# SPDX-License-Identifier: MIT
"""What can a person ask of the tray and the windows? The face answers; they only show and pass on."""

from collections.abc import Collection
from datetime import timedelta
from typing import Protocol

from rideau.ui.present import Act


class Asks(Protocol):
    """Take what a person asked for. Main thread; returns at once; trouble is said, never raised."""

    def act(self, act: Act) -> None:
        """Close, resume, ask for an opening, or stop focus."""
        ...

    def open_for(self, minutes: int) -> None:
        """Open for ``minutes``, or ask first what for where the lock level wants to know."""
        ...

    def focus(self, minutes: int) -> None:
        """Start a focus session of ``minutes``."""
        ...

    def refresh(self) -> None:
        """Show what is so by now; what is withheld is counted without anybody being told."""
        ...

    def show_waiting_list(self) -> None:
        """Show what waited."""
        ...

    def show_settings(self) -> None:
        """Show the settings."""
        ...

    def show_window(self) -> None:
        """Show the small window in front."""
        ...

    def toggle_window(self) -> None:
        """Show the small window, or hide it where it is already looked at."""
        ...

    def show_door(self) -> None:
        """Show again what stands at the door: the curtain, the countdown, the offer to bring back."""
        ...

    def quit(self) -> None:
        """Leave, putting everything back first."""
        ...


class AppActs(Protocol):
    """Take what a person asks at the door. Main thread; returns at once; trouble is said, never raised."""

    def later(self, run_ids: Collection[str]) -> None:
        """End what was started while it is closed; it never drew anything."""
        ...

    def hold(self, run_ids: Collection[str], length: timedelta) -> None:
        """Wait for an answer about these for ``length`` from now at least: somebody is giving one."""
        ...

    def stretch(self, run_id: str = "") -> None:
        """Give five more minutes before this one closes; all of them for an empty id."""
        ...

    def close_now(self, run_id: str = "") -> None:
        """Close it without waiting; all of them for an empty id."""
        ...

    def reopen(self, *, wanted: bool) -> None:
        """Bring back what was closed, or leave it."""
        ...


class DoorActs(AppActs, Protocol):
    """Take what is asked of a breath, too."""

    def go_in(self, networks: Collection[str], wish: str) -> None:
        """Go in after a breath; ``wish`` is what for, empty where that was not said."""
        ...

    def stay_out(self, networks: Collection[str], run_ids: Collection[str]) -> None:
        """Leave what a breath would open closed, and end what was started."""
        ...


class NoApps:
    """Be the guard where no app is guarded: nothing is ever at the door."""

    def later(self, run_ids: Collection[str]) -> None:
        """Do nothing."""

    def hold(self, run_ids: Collection[str], length: timedelta) -> None:
        """Do nothing."""

    def stretch(self, run_id: str = "") -> None:
        """Do nothing."""

    def close_now(self, run_id: str = "") -> None:
        """Do nothing."""

    def reopen(self, *, wanted: bool) -> None:
        """Do nothing."""

    def go_in(self, networks: Collection[str], wish: str) -> None:
        """Do nothing."""

    def stay_out(self, networks: Collection[str], run_ids: Collection[str]) -> None:
        """Do nothing."""
