# SPDX-License-Identifier: MIT
"""How does the tray keep a keeper? It takes over the one that lives or starts one, and starts it again when it fails.

One thread does it all and sleeps in the kernel; a second one sleeps until the keeper it started ends or is stopped.
"""

import logging
import socket
import threading
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rideau.adapters.alarm import Alarm
from rideau.adapters.gate_listener import remembered_port
from rideau.adapters.keeper_attendance import Attendance, Leaving
from rideau.adapters.keeper_ears import BrowserThere, Ears
from rideau.adapters.keeper_process import COMMAND, ENDING_WITHIN_S
from rideau.adapters.keeper_reach import Reach, Reached
from rideau.adapters.keeper_wishes import Wishes
from rideau.adapters.paths import Paths
from rideau.domain.error import StorageError
from rideau.domain.text import Text
from rideau.keeper.message import Lease, Orders
from rideau.services.attempts import Attempt

log = logging.getLogger(__name__)

OPENING_WITHIN_S = 0.06
"""How long the main thread waits for the gate's port at most."""
SHORT_LIFE_S = 1.5
AT_ONCE = 4
"""How many short lives in a row are followed by the next one at once; then ever later, and it is said as a problem."""
SHORTEST_REST_S, LONGEST_REST_S = 0.5, 30.0

FAILS = Text("The part of Rideau that closes sites does not stay up; the log says why.")


class Heard(NamedTuple):
    """Hold who is told, through ``post``, of what a keeper says."""

    attempt: Callable[[Attempt], None]
    changed: Callable[[], None]
    """The port, the problem or the browsers there are others than before."""


class KeeperLink:
    """Keep one keeper with the latest orders and leases. Main thread; what it does happens on a thread of its own."""

    def __init__(
        self,
        paths: Paths,
        heard: Heard,
        post: Callable[[Callable[[], None]], None],
        base: Orders,
        command: Sequence[str] = COMMAND,
    ) -> None:
        """Reach keepers at the places of ``paths``; ``base`` has no doors, but the commands that bring the tray back.

        ``post`` calls on the main thread what is handed to it on another.
        """
        self.base = base
        self.problem: Text | None = None
        """Why the gate may not be served; None while it is, or will be in a moment."""
        self.port = 0
        """The gate's port; 0 until it is known."""
        self._port_file = paths.gate_port_file
        self._log_file = paths.keeper_log
        self._post = post
        self._changed = heard.changed
        self._ears = Ears(heard.attempt, heard.changed, post)
        self._wishes = Wishes(base)
        self._reach = Reach(paths, self._rouse, self._pause, command)
        self._listener: socket.socket | None = None
        self._told_port = 0
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._settled = threading.Event()
        self._alarm = Alarm()

    @property
    def browsers(self) -> tuple[BrowserThere, ...]:
        """Return the browser profiles whose extension is connected."""
        return self._ears.browsers

    @property
    def seen(self) -> frozenset[str]:
        """Return the programs that came through the gate."""
        return self._ears.seen

    @property
    def ears(self) -> Ears:
        """Return what is heard of browsers."""
        return self._ears

    @property
    def keeper_pid(self) -> int:
        """Return the keeper's process id; 0 where there is none now."""
        keeper = self._reach.keeper
        return keeper.pid if keeper else 0

    def open(self) -> int:
        """Have a keeper from now on, and return the gate's port: browsers can stand in line there; 0 if not known yet.

        Where that turns out to be another one, ``changed`` is told.
        """
        self._wishes.open()
        self._go()
        if not self.port:
            self._settled.wait(OPENING_WITHIN_S)
        self._told_port = self.port or remembered_port(self._port_file)
        return self._told_port

    def hold(self, orders: Orders) -> None:
        """Have ``orders`` hold; every keeper is told anew."""
        self._wishes.hold(orders)
        self._go()

    def close(self) -> None:
        """Have no gate any more; the keeper ends soon, unless leases need it. Idempotent."""
        self._wishes.close()
        self._rouse()

    def lease(self, lease: Lease) -> None:
        """Have the keeper continue these processes when this one is gone."""
        self._wishes.lease(lease)
        self._go()

    def release(self, lease_id: str) -> None:
        """End a lease. Idempotent."""
        self._wishes.release(lease_id)
        self._rouse()

    def end(self) -> None:
        """Say goodbye and wait until no keeper is left, a second at most; then it is killed. Idempotent."""
        self._wishes.clear()
        self._rouse()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(2 * ENDING_WITHIN_S)

    def _go(self) -> None:
        with self._lock:
            if self._thread is None:
                self._settled.clear()
                self._alarm.set_up()
                self._thread = threading.Thread(target=self._run, name="keeper", daemon=True)
                self._thread.start()
        self._rouse()

    def _rouse(self) -> None:
        self._alarm.ring()

    def _pause(self, seconds: float) -> None:
        self._alarm.sleep(seconds)

    def _run(self) -> None:
        failures = 0
        while self._goes_on():
            began = time.monotonic()
            leaving = self._keep_one()
            if leaving is Leaving.ASKED:
                continue
            has_lived = leaving is not None and time.monotonic() - began > SHORT_LIFE_S
            failures = 0 if has_lived else failures + 1
            self._rest_after(failures)

    def _goes_on(self) -> bool:
        """Tell whether a keeper is wanted; if not, leave nothing behind, for this thread ends."""
        with self._lock:
            if self._wishes.are_any:
                return True
            if self._listener is not None:
                self._listener.close()
            self._listener = None
            self.port, self.problem = 0, None
            self._ears.forget()
            self._alarm.put_away()
            self._thread = None
            return False

    def _rest_after(self, failures: int) -> None:
        """Start the next one later and later, where keepers keep failing."""
        if failures <= AT_ONCE:
            return
        self._tell_problem(self.problem or FAILS)
        rest_s = min(SHORTEST_REST_S * 2 ** (failures - AT_ONCE - 1), LONGEST_REST_S)
        log.warning("No keeper stays up; the next one is tried in %.1f s, its log is %s", rest_s, self._log_file)
        until = time.monotonic() + rest_s
        while self._wishes.are_any and (left := until - time.monotonic()) > 0:
            self._pause(left)

    def _keep_one(self) -> Leaving | None:
        """Keep one keeper until it is gone, and tell how it went; None for one that never came."""
        found = None
        try:
            found = self._reach.take_over() or self._reach.start(self._own_listener(), lambda: self._wishes.are_any)
            return self._attend(found) if found else None
        except StorageError as error:
            self._tell_problem(error.message)
            return None
        except OSError:
            log.exception("The keeper could not be started")
            return None
        finally:
            if found:
                found.line.close()
            self._reach.bury()
            self._settled.set()

    def _attend(self, found: Reached) -> Leaving:
        self._wishes.begin_anew()
        self._ears.forget()
        self._listen(found.listener)
        self._tell_problem(None)
        log.info("Keeper %d serves the gate at port %d", found.keeper.pid, self.port)
        attendance = Attendance(found.line, found.keeper, found.listener, self._alarm)
        return attendance.attend(self._wishes.news, self._ears.hear)

    def _own_listener(self) -> socket.socket:
        if self._listener is None:
            self._listen(self._reach.open_listener())
        assert self._listener is not None  # noqa: S101 - just opened
        return self._listener

    def _listen(self, listener: socket.socket) -> None:
        before, self._listener = self._listener, listener
        if before is not None:
            before.close()
        self.port = int(listener.getsockname()[1])
        self._settled.set()
        self._post(self._tell_port)

    def _tell_port(self) -> None:
        """Tell that the port is another one than ``open`` said. Main thread."""
        if self.port not in {0, self._told_port}:
            self._changed()

    def _tell_problem(self, problem: Text | None) -> None:
        is_news, self.problem = problem != self.problem, problem
        if is_news:
            self._post(self._changed)
