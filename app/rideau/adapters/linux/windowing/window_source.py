# SPDX-License-Identifier: MIT
"""Who tells which windows there are, and asks one to close? One source for each kind of desktop, all alike outside.

Each source is loaded only where it is the one. On GNOME under Wayland no client may list windows: X11 then tells of the
apps that run through XWayland, and the probe says that the rest is known by its processes alone.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from rideau.domain.app import Window
from rideau.domain.error import RideauError
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

PATIENCE_S = 2.0
"""How long a window system may take over one answer before it counts as lost."""

_logger = logging.getLogger(__name__)
_TITLE = Text("Windows")
_NOBODY = Text("This desktop does not say which windows are open; apps are known by their programs.")
_ONLY_XWAYLAND = Text(
    "This desktop says which windows are open for older apps (X11) only; the others are known by their programs, and "
    "their windows can't be closed one by one."
)
_TOLD_BY = {
    "x11": Text("Rideau can tell which windows are open (X11)."),
    "sway": Text("Rideau can tell which windows are open (sway)."),
    "wlr": Text("Rideau can tell which windows are open, but not whose they are."),
    "kde": Text("Rideau can tell which windows are open (KWin)."),
}


class WindowSourceError(RideauError):
    """Say that the window system is away, or does not answer."""

    title = Text("Rideau can't see the windows")


class WindowSource(Protocol):
    """Know the windows of this desktop, and move them. One thread at a time; no call but these does I/O.

    What is asked of a window that is gone is no error and does nothing. Every call but ``windows`` and ``close`` may
    raise ``WindowSourceError``: the connection is lost for good then, ``windows`` is empty, and ``close`` is what is
    left to do.
    """

    @property
    def name(self) -> str:
        """Return what its windows' ids begin with: ``x11``, ``sway``, ``wlr``, ``kde``."""
        ...

    def fileno(self) -> int:
        """Return what becomes readable when something came: ``read`` is due. The same until ``close``."""
        ...

    def read(self) -> bool:
        """Take in what came and return whether windows came, went or changed (titles aside). Waits for nothing to come.

        It may ask back about a new window, which takes a millisecond.
        """
        ...

    def windows(self) -> tuple[Window, ...]:
        """Return the windows as last known, oldest first. No I/O; filled from the start."""
        ...

    def window_title(self, window_id: str) -> str:
        """Return the title that a window has now; empty where it is gone.

        ``windows`` may hold the one that it came with: titles change all the time, and nobody is woken for it.
        """
        ...

    def ask_to_close(self, window_id: str) -> None:
        """Ask a window to close as its own close button would. Nothing is ever killed."""
        ...

    def hide(self, window_id: str) -> None:
        """Put a window away (minimise)."""
        ...

    def show(self, window_id: str) -> None:
        """Bring a window back as it was before ``hide``, without the keyboard's focus where that can be had."""
        ...

    def placement(self, window_id: str) -> str:
        """Return where and how a window stands, as one JSON text for ``place``; empty where it is gone."""
        ...

    def place(self, window_id: str, placement: str) -> None:
        """Put a window where ``placement`` says, as far as this desktop lets; what is not understood is left out."""
        ...

    def close(self) -> None:
        """Hang up. Idempotent."""
        ...


def open_window_source(environment: Mapping[str, str]) -> WindowSource | None:
    """Return the source that tells most on this desktop; None where nothing tells. Never raises."""
    for opened in _candidates(environment):
        try:
            return opened(environment)
        except WindowSourceError as error:
            _logger.info("No windows from %s: %s", opened.__name__, error)
    return None


def window_probe(environment: Mapping[str, str]) -> Probe:
    """Say who tells of windows here; never raises, changes nothing that stays."""
    source = open_window_source(environment)
    if source is None:
        return Probe("windows", _TITLE, Fitness.NOT_HERE, _NOBODY)
    source.close()
    if source.name == "x11" and _is_wayland(environment):
        return Probe("windows", _TITLE, Fitness.NOT_HERE, _ONLY_XWAYLAND)
    return Probe("windows", _TITLE, Fitness.WORKS, _TOLD_BY[source.name])


def _candidates(environment: Mapping[str, str]) -> Iterator[Callable[[Mapping[str, str]], WindowSource]]:
    """Yield what may tell here, the one that tells most first."""
    if _is_wayland(environment):
        if environment.get("SWAYSOCK"):
            yield _sway
        if "KDE" in environment.get("XDG_CURRENT_DESKTOP", "").split(":"):
            yield _kde
        yield _wlr
    if environment.get("DISPLAY"):
        yield _x11


def _is_wayland(environment: Mapping[str, str]) -> bool:
    return bool(environment.get("WAYLAND_DISPLAY")) or environment.get("XDG_SESSION_TYPE") == "wayland"


def _sway(environment: Mapping[str, str]) -> WindowSource:
    from rideau.adapters.linux.windowing.sway_windows import SwayWindows  # noqa: PLC0415 - only the source in use is loaded

    return SwayWindows(environment)


def _kde(environment: Mapping[str, str]) -> WindowSource:
    from rideau.adapters.linux.windowing.kde_windows import KdeWindows  # noqa: PLC0415 - as above

    return KdeWindows(environment)


def _wlr(environment: Mapping[str, str]) -> WindowSource:
    from rideau.adapters.linux.windowing.wlr_windows import WlrWindows  # noqa: PLC0415 - as above

    return WlrWindows(environment)


def _x11(environment: Mapping[str, str]) -> WindowSource:
    from rideau.adapters.linux.windowing.x11_windows import X11Windows  # noqa: PLC0415 - as above

    return X11Windows(environment)
