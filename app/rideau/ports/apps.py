# SPDX-License-Identifier: MIT
"""What runs here, and what can be done to it?"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from rideau.domain.app import AppRule, ClosedApp, InstalledApp, Run, Window
from rideau.domain.network import Network
from rideau.domain.probe import Probe
from rideau.domain.text import Text


class Inventory(Protocol):
    """Know which apps are installed. Any thread; costly the first time (tens of ms), then kept."""

    def apps(self) -> tuple[InstalledApp, ...]:
        """Return every app that the desktop's menu knows, sorted by name."""
        ...

    def rules(self, networks: Sequence[Network]) -> tuple[AppRule, ...]:
        """Return how the apps of ``networks`` that are installed here are told, in the order of ``networks``."""
        ...


class Heard(NamedTuple):
    """Hold who is told, on the main thread."""

    launched: Callable[[Run], None]
    """A watched app was started; it is frozen already, leased to the keeper, and has drawn nothing."""
    changed: Callable[[], None]
    """Windows or processes of watched apps came or went; ``runs`` tells."""


class Apps(Protocol):
    """Watch and move the apps of this machine. Main thread; every call returns within 50 ms.

    Whatever is frozen is in the ledger and leased to the keeper first. No call ever signals what is out of reach
    (SPEC E9): the processes of a run are checked against the safety list again at each call, and one that is not the
    process it was (``ProcessId``) is left alone. What is gone meanwhile is no error.
    """

    def probes(self) -> tuple[Probe, ...]:
        """Say what tells of launches, windows and ends here; never raises, changes nothing."""
        ...

    def watch(self, rules: Sequence[AppRule], spared: frozenset[str], heard: Heard) -> tuple[Text, ...]:
        """Freeze whatever of ``rules`` is started from now on, before its first window, and tell of it.

        ``spared`` are ids of rules whose launches are let through: an app that is being closed may start its helpers.
        What a running, unfrozen app of the same rule starts is never a launch. No rules: nothing is watched, no thread
        runs, and what is frozen stays so until ``thaw``. Idempotent. Return what is not covered, rules refused whole
        included, each as one sentence.
        """
        ...

    def sees_windows(self) -> bool:
        """Tell whether the windows of every kind of app can be seen here.

        Where not, an app without a visible window is not known to hide, and is never ended for it.
        """
        ...

    def runs(self) -> tuple[Run, ...]:
        """Return what of the watched rules runs now, windows included; refused rules left out."""
        ...

    def ask_to_close(self, window: Window) -> None:
        """Ask one window to close as its own close button would."""
        ...

    def hide(self, run: Run) -> None:
        """Put away the windows of ``run`` (minimise), as comes before freezing what can be seen."""
        ...

    def freeze(self, run: Run) -> bool:
        """Stop ``run`` whole (SIGSTOP); ledger and lease first. Return whether it is."""
        ...

    def thaw(self, run: Run) -> None:
        """Let ``run`` go on exactly where it was, its windows shown as they were."""
        ...

    def end(self, run: Run) -> None:
        """Ask ``run`` to end (SIGTERM); of a frozen one that never drew, make it (SIGKILL). Never else."""
        ...

    def is_in_call(self, run: Run) -> bool:
        """Tell whether ``run`` uses a camera or a microphone, or has a meeting's window."""
        ...

    def placed(self, run: Run) -> ClosedApp | None:
        """Return what is needed to bring ``run`` back later; None where nothing could."""
        ...

    def start(self, app: ClosedApp) -> None:
        """Start it again, its windows where they were as far as the desktop lets.

        Raises:
            RideauError: it could not be started.

        """
        ...

    def release(self) -> None:
        """Thaw everything frozen, and watch nothing any more. Idempotent."""
        ...


class ClosedApps(Protocol):
    """Keep on disk what was closed at closing time, so that it can come back after a restart too. Main thread."""

    def load(self) -> tuple[ClosedApp, ...]:
        """Return what was saved; empty when nothing was or when it cannot be read (set aside)."""
        ...

    def save(self, apps: tuple[ClosedApp, ...]) -> None:
        """Replace what was saved, atomically and flushed to disk.

        Raises:
            StorageError: it could not be written; what was saved before still stands.

        """
        ...
