# SPDX-License-Identifier: MIT
"""What is the keeper made of, and how does it live and end? Its composition root."""

import asyncio
import logging
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from rideau.domain.door import Doors, Profile
from rideau.keeper.browser import Browser
from rideau.keeper.child import Child
from rideau.keeper.dead_man import Action, Event
from rideau.keeper.desk import Desk
from rideau.keeper.gate import Gate
from rideau.keeper.lease_book import LeaseBook
from rideau.keeper.loop import KeeperLoop
from rideau.keeper.message import Fields, Lease, Orders, Type
from rideau.keeper.peer import finder
from rideau.keeper.private_socket import PrivateSocket
from rideau.keeper.reception import FrontDesk
from rideau.keeper.switch import Switch

LOOK_EVERY_S = 2.0
"""So often is the wall clock looked at while no tray is there to do it."""
NS = 1e9

log = logging.getLogger(__name__)


def run(path: Path, gate: socket.socket) -> int:
    """Keep, at ``path``, the gate that listens at ``gate``; return the exit code once all is over."""
    gate.settimeout(0)
    try:
        door = PrivateSocket(path)
    except OSError as error:
        log.error("%s cannot be listened at: %s", path, error)  # noqa: TRY400 - the reason is all there is to say
        return 1
    try:
        with asyncio.Runner(loop_factory=KeeperLoop) as runner:
            return runner.run(_keep(door, gate))
    finally:
        door.tidy()


async def _keep(door: PrivateSocket, gate: socket.socket) -> int:
    keeper = Keeper(door, gate)
    try:
        return await keeper.live()
    finally:
        keeper.close()


class Keeper:
    """Do what the tray orders and, when it is gone, what it would have wanted. Fills ``Duties`` for the desk."""

    def __init__(self, door: PrivateSocket, gate: socket.socket) -> None:
        """Put the parts together."""
        self._door = door
        self._orders = Orders(Doors())
        self._end = asyncio.Event()
        self._boundary: asyncio.TimerHandle | None = None
        self._leases = LeaseBook()
        self._reception = FrontDesk(finder(gate), self._tell)
        self._gate_socket = gate
        self._gate = Gate(self._reception)
        self._child = Child(self._child_ended, _open_files())
        self._switch = Switch(self._doings())
        self._desk = Desk(door.listener, gate, self)

    async def live(self) -> int:
        """Serve until the tray says goodbye, all is put back, or the system asks; return the exit code."""
        loop = asyncio.get_running_loop()
        if sys.platform != "win32":
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # ignored, as some launchers have it, no restore ever fails
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, self._end.set)
        served = loop.create_task(self._gate.serve(self._gate_socket))
        served.add_done_callback(lambda _: self._end.set())
        await self._end.wait()
        self._gate.close()
        await served
        return 0

    def close(self) -> None:
        """Let go of everything."""
        self._desk.close()
        self._switch.close()
        self._leave_clock()

    def tray_came(self) -> None:
        """Note that a tray said hello."""
        log.info("A tray is here")
        self._switch.feed(Event.TRAY_CAME)

    def tray_left(self) -> None:
        """Let frozen apps run at once, and begin to bring the tray back."""
        self._switch.feed(Event.TRAY_LEFT)
        log.warning("The tray is gone")
        self._mind_clock()

    def tray_quits(self, pid: int) -> None:
        """End, and with it a tray that is being started while somebody else, process ``pid``, wants no more of it."""
        if not self._child.leads(pid):
            self._child.stop()
        self._switch.feed(Event.GOODBYE)

    def ordered(self, orders: Orders) -> None:
        """Make ``orders`` hold, first at the gate."""
        self._leave_clock()
        self._orders = orders
        self._gate.obey(orders)
        self._desk.show(orders)
        self._switch.feed(Event.ORDERED)

    def leased(self, lease: Lease) -> None:
        """Hold ``lease``."""
        self._leases.take(lease)

    def released(self, lease_id: str) -> None:
        """Forget a lease."""
        self._leases.release(lease_id)

    def browsers_changed(self, browsers: tuple[Browser, ...]) -> None:
        """Judge anew who is inside."""
        self._reception.welcome(browsers)
        self._gate.reconsider()

    def notices(self) -> list[tuple[Type, Fields]]:
        """Return what a new tray has to know."""
        seen = [(Type.SEEN, {"program": program}) for program in sorted(self._reception.programs)]
        used = [(Type.IN_USE, {"networks": sorted(self._reception.in_use)})] if self._reception.in_use else []
        return [(Type.BUSY, {"is_busy": self._reception.is_busy}), *used, *seen]

    def _tell(self, kind: Type, fields: Fields) -> None:
        self._desk.tell(kind, fields)

    def _doings(self) -> Mapping[Action, Callable[[], None]]:
        return {
            Action.CONTINUE_LEASED: self._leases.continue_all,
            Action.START_TRAY: self._start_tray,
            Action.OPEN_DOORS: self._open_doors,
            Action.RESTORE: lambda: self._child.start(self._orders.restore),
            Action.UNDO: lambda: self._child.start(("sh", self._orders.undo) if self._orders.undo else ()),
            Action.STOP_CHILD: self._child.stop,
            Action.END: self._end.set,
        }

    def _start_tray(self) -> None:
        """Start the tray where it finds this keeper; where it would find another one, this one is not needed."""
        if self._door.is_anothers:
            log.warning("Another keeper is here now")
            self._end.set()
            return
        if self._door.is_lost:  # deleted: the tray would start a second keeper, which this one knows nothing of
            with suppress(OSError):  # the session's folder is gone, too: there is no tray to come
                self._door.renew()
                self._desk.move(self._door.listener)
        self._child.start(self._orders.restart)

    def _child_ended(self, is_well: bool) -> None:  # noqa: FBT001 - the one thing there is to tell
        self._switch.feed(Event.CHILD_DONE if is_well else Event.CHILD_FAILED)

    def _open_doors(self) -> None:
        """Let everybody in: nobody is left who could do it later."""
        closed = MappingProxyType(dict.fromkeys(Profile, frozenset[str]()))
        doors = self._orders.doors._replace(closed=closed)
        opened = self._orders._replace(doors=doors, until=None, signs=MappingProxyType({}))
        self._gate.obey(opened)
        self._desk.show(opened)

    def _mind_clock(self) -> None:
        """Open once the phase is over that the last orders were for.

        asyncio's own clock stands still in suspend and does not know that the wall clock was set, so that one is looked
        at anew, every other second, for the minute or so that a tray may be missing.
        """
        self._leave_clock()
        until = self._orders.until
        if until is not None:
            left_s = until - time.time_ns() / NS
            if left_s <= 0:
                self._open_doors()
            else:
                self._boundary = asyncio.get_running_loop().call_later(min(left_s, LOOK_EVERY_S), self._mind_clock)

    def _leave_clock(self) -> None:
        if self._boundary is not None:
            self._boundary.cancel()
            self._boundary = None


def _open_files() -> tuple[int, int] | None:
    """Return how many files this process may open, before the gate asks for more: what it starts is to have that."""
    limits: tuple[int, int] | None = None
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    return limits
