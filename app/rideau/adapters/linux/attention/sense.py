# SPDX-License-Identifier: MIT
"""What tells of the moment, one source at a time: the X screen, the sound server, the session bus?

A sense holds one connection and what it learned through it. It is opened, asked and closed on one thread, that of
``linux_attention``, which sleeps until a descriptor is readable or a deadline is over.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from rideau.domain.attention import Signals
from rideau.domain.probe import Probe


class SenseLostError(Exception):
    """Say that what a sense listens to is gone, or does not answer: the sense is closed, and nothing it said holds."""


class Sense(Protocol):
    """Tell part of the moment. One thread; whatever it does not tell stays None in its ``Signals``."""

    @property
    def name(self) -> str:
        """Return what it is called in the log and in probes: ``x11``, ``pulse``."""
        ...

    def fileno(self) -> int:
        """Return what becomes readable when something came: ``read`` is due. The same until ``close``."""
        ...

    def read(self) -> None:
        """Take in what came, without waiting for more to come; also called once ``deadline`` is over.

        Raises:
            SenseLostError: the connection is lost for good.

        """
        ...

    def signals(self) -> Signals:
        """Return what is known; no I/O. Known from the start: a sense looks around while it is opened."""
        ...

    def deadline(self) -> float | None:
        """Return when ``read`` is due even if nothing comes, in ``time.monotonic`` seconds; None for never.

        For what holds only after a while (a camera after a second) and is asked after each call; never to poll.
        """
        ...

    def look(self) -> None:
        """Ask for whatever is told only when asked; ``signals`` knows it then. Within about 50 ms.

        Raises:
            SenseLostError: the connection is lost for good.

        """
        ...

    def close(self) -> None:
        """Hang up. Idempotent; never raises."""
        ...


def is_wayland(environment: Mapping[str, str]) -> bool:
    """Tell whether this is a Wayland desktop, where an X screen is that of older apps alone."""
    return bool(environment.get("WAYLAND_DISPLAY")) or environment.get("XDG_SESSION_TYPE") == "wayland"


def nowhere(_: Mapping[str, str]) -> Path | None:
    """Say that nothing in the file system tells when a sense could be opened again."""
    return None


class Opener(NamedTuple):
    """Hold how one sense is opened; naming it loads nothing."""

    name: str
    open: Callable[[Mapping[str, str]], Sense | None]
    """Returns None where this desktop has none of it; may raise ``SenseLostError`` where it has and gets no answer."""
    probe: Callable[[Mapping[str, str]], Probe]
    """Says what it can tell here; never raises, changes nothing, keeps nothing open."""
    door: Callable[[Mapping[str, str]], Path | None] = nowhere
    """Where its socket is: once that is made (again), a sense that is not open is opened."""
