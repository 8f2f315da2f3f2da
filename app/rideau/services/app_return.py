# SPDX-License-Identifier: MIT
"""What comes back at opening? What was closed at closing time, as the person chose: not, when asked, always."""

import logging
from collections.abc import Callable, Iterable

from rideau.domain.app import ClosedApp
from rideau.domain.error import RideauError, StorageError
from rideau.domain.phase import Rule
from rideau.domain.plan import Plan
from rideau.domain.settings import Reopening
from rideau.ports.apps import Apps, ClosedApps

log = logging.getLogger(__name__)

Running = Callable[[Iterable[ClosedApp]], frozenset[str]]
"""Return the ids of the rules of these apps that run now."""


class AppReturn:
    """Remember what was closed, on disk, and start it again at opening. Main thread."""

    def __init__(self, apps: Apps, store: ClosedApps, running: Running) -> None:
        """Begin with what an earlier run closed."""
        self._apps = apps
        self._store = store
        self._running = running
        self._closed = store.load()
        self.offered: tuple[ClosedApp, ...] = ()
        """What waits for the person's word."""

    def remember(self, app: ClosedApp) -> None:
        """Keep ``app``, in place of what was known of it."""
        self._keep((*(each for each in self._closed if each.rule_id != app.rule_id), app))

    def open_up(self, plan: Plan, reopening: Reopening, is_closed: Callable[[str], bool]) -> tuple[ClosedApp, ...]:
        """Bring back or offer what ``is_closed`` denies; return what was tried and could not be started.

        A key opens for one thing, and closes again soon: it brings nothing back.
        """
        if plan.interval.reason.rule in {Rule.OPENED_BY_HAND, Rule.FIRST_START}:
            self.offered = ()
            return ()
        ready = self._not_back(each for each in self._closed if not is_closed(network_of(each)))
        match reopening:
            case Reopening.ASK:
                self.offered = ready
                return ()
            case Reopening.ALWAYS:
                return self._start(ready)
            case _:
                self._drop(ready)
                return ()

    def answer(self, *, yes: bool) -> tuple[ClosedApp, ...]:
        """Start what was offered, or let it be; return what could not be started."""
        offered = self.offered
        if yes:
            self.offered = ()
            return self._start(self._not_back(offered))
        self._drop(offered)
        return ()

    def _not_back(self, apps: Iterable[ClosedApp]) -> tuple[ClosedApp, ...]:
        """Leave out what the person has started again; what is offered already was looked at."""
        apps = tuple(apps)
        new = tuple(each for each in apps if each not in self.offered)
        running = self._running(new) if new else frozenset()
        back = frozenset(each for each in new if each.rule_id in running)
        if back:
            self._keep(tuple(each for each in self._closed if each not in back))
        return tuple(each for each in apps if each not in back)

    def _start(self, apps: tuple[ClosedApp, ...]) -> tuple[ClosedApp, ...]:
        self._drop(apps)  # first: what fails is said once, and not tried at every wake
        return tuple(each for each in apps if not self._is_started(each))

    def _is_started(self, app: ClosedApp) -> bool:
        try:
            self._apps.start(app)
        except RideauError as error:
            log.warning("%s does not come back: %s", app.name, error)
            return False
        return True

    def _drop(self, apps: Iterable[ClosedApp]) -> None:
        gone = frozenset(apps)
        self.offered = ()
        if gone:
            self._keep(tuple(each for each in self._closed if each not in gone))

    def _keep(self, apps: tuple[ClosedApp, ...]) -> None:
        self._closed = apps
        try:
            self._store.save(apps)
        except StorageError as error:
            log.warning("What was closed is not kept for the next start: %s", error)


def network_of(app: ClosedApp) -> str:
    """Return the id of the network that ``app`` belongs to; its rule is called ``network/app``."""
    return app.rule_id.partition("/")[0]
