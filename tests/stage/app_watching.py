# SPDX-License-Identifier: MIT
"""How does a test watch the work apps of its own desktop, and nothing else on this machine?"""

from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Self

from fakes.ledger import FakeLedger
from rideau.adapters.linux.apps.linux_apps import LinuxApps, Machine
from rideau.adapters.linux.apps.process_list import ProcessList, environment_holds, file_ids
from rideau.domain.app import InstalledApp
from rideau.domain.process import FileId
from rideau.keeper.message import Lease
from stage.desktop import Home
from stage.program import MARK
from stage.work_apps import WorkApp


class FakeLink:
    """Keep leases in memory."""

    def __init__(self) -> None:
        """Begin with none."""
        self.leases: dict[str, Lease] = {}
        self.keeper_pid = 0

    def lease(self, lease: Lease) -> None:
        """Keep it."""
        self.leases[lease.id] = lease

    def release(self, lease_id: str) -> None:
        """Forget it."""
        self.leases.pop(lease_id, None)


class FakeInventory:
    """Know the work apps of a test."""

    def __init__(self, *apps: WorkApp) -> None:
        """Know ``apps``."""
        self._apps = apps

    def apps(self) -> tuple[InstalledApp, ...]:
        """Return them as their desktop files tell."""
        return tuple(InstalledApp(each.name, each.name, command=tuple(each.command)) for each in self._apps)

    def rules(self, networks: object) -> tuple[()]:
        """Return none: tests have the rules from the apps themselves."""
        del networks
        return ()

    def program_ids(self) -> frozenset[FileId]:
        """Return the files of their programs."""
        return file_ids(str(each.program) for each in self._apps)


class Watching:
    """Hold real ``LinuxApps`` over the processes of one home, with a ledger and leases in memory."""

    def __init__(self, home: Home, *apps: WorkApp) -> None:
        """Watch nothing yet; ``apps`` are installed."""
        self.ledger = FakeLedger()
        self.link = FakeLink()
        self.recording: frozenset[int] = frozenset()
        """The processes that hold a microphone."""
        processes = ProcessList(partial(_is_of, f"{MARK}={home.mark}"))
        inventory, microphones = FakeInventory(*apps), lambda: self.recording
        self.apps = LinuxApps(
            Machine(home.environment, self.ledger, self.link, inventory, microphones, processes), _at_once
        )

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let everything go."""
        self.apps.release()


def _at_once(act: Callable[[], None]) -> None:
    act()


def _is_of(variable: str, pid: int) -> bool:
    return environment_holds(pid, variable)
