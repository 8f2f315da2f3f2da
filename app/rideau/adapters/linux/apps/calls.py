# SPDX-License-Identifier: MIT
"""Is an app in a call? It has a camera open, records, or shows a meeting's window (SPEC E9)."""

from collections.abc import Callable, Iterable

from rideau.adapters.linux.apps.app_windows import AppWindows
from rideau.domain.app import Run
from rideau.domain.meeting import is_meeting
from rideau.keeper.proc import open_files

CAMERAS = "/dev/video"


class Calls:
    """Tell of runs whether they are in a call. Main thread; nothing is kept, nothing runs in between."""

    def __init__(self, microphones: Callable[[], frozenset[int]], windows: AppWindows, cameras: str = CAMERAS) -> None:
        """Ask ``microphones`` for the pids that record now; cameras are the devices that begin with ``cameras``."""
        self._microphones = microphones
        self._windows = windows
        self._cameras = cameras

    def is_in_call(self, run: Run) -> bool:
        """Tell whether ``run`` sees, hears or meets somebody now."""
        pids = frozenset(each.pid for each in run.processes)
        return self._sees(pids) or (bool(pids) and not pids.isdisjoint(self._microphones())) or self._meets(run)

    def _sees(self, pids: Iterable[int]) -> bool:
        return any(target.startswith(self._cameras) for pid in pids for target in open_files(pid))

    def _meets(self, run: Run) -> bool:
        return any(is_meeting(each._replace(title=self._windows.title(each))) for each in run.windows)
