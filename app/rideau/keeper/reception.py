# SPDX-License-Identifier: MIT
"""Who is at the gate: another user, which browser, which program? And who is told of it?"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from itertools import chain
from time import monotonic
from types import MappingProxyType

from rideau.domain.door import STRANGER, Profile, Visitor
from rideau.keeper.browser import Browser
from rideau.keeper.message import Fields, Type
from rideau.keeper.peer import Find, Owner, Place
from rideau.keeper.proc import all_pids, family_of, holds, own_uid, program_of, sockets_of

Tell = Callable[[Type, Fields], None]

SWEEP_EVERY_S = 10.0
"""At most so often are programs looked for that came through the gate."""
_FIRST_SWEEP_S = 0.2
_SAMPLE = 8
_CENSUS_SHARE = 10
"""Looking through all processes may take one part in so many of the time."""
_MOST_REMEMBERED = 4096

log = logging.getLogger(__name__)


class FrontDesk:
    """Fill ``Reception`` for the gate."""

    def __init__(self, find: Find | None, tell: Tell) -> None:
        """Look connections up with ``find``, and ``tell`` the tray; without ``find`` everybody is let in."""
        self.is_busy = False
        self.programs: set[str] = set()
        """The executables that came through the gate."""
        self._find = find
        self._tell = tell
        self._households = _Households()
        self._visitors: Mapping[int, Visitor] = MappingProxyType({})
        self._uid = own_uid()
        self._sample: deque[tuple[Place, Place]] = deque(maxlen=_SAMPLE)
        self._sweep: asyncio.Task[None] | None = None
        if find is None:
            log.warning("This system does not tell whose a connection is: any user of this machine may use the gate")

    def welcome(self, browsers: Collection[Browser]) -> None:
        """Know the visitors from now on by what ``browsers`` say of themselves."""
        self._visitors = visitors_of(browsers)
        self._households.watch(self._visitors)

    def is_ours(self, client: Place, gate: Place) -> bool:
        """Tell whether the same user made this connection; nobody's, as when its maker is gone, is not ours."""
        if self._find is None:
            return True
        owner = self._owner(client, gate)
        return owner is not None and owner.uid == self._uid

    def visitor_of(self, client: Place, gate: Place) -> Visitor:
        """Return who made this connection."""
        owner = self._owner(client, gate) if self._visitors else None
        head = self._households.of_socket(owner.inode) if owner else None
        return STRANGER if head is None else self._visitors[head]

    def passed(self, client: Place, gate: Place) -> None:
        """Note that a connection came; which program made it is looked up later, now and then."""
        self._sample.append((client, gate))
        if self._find is not None and self._sweep is None:
            self._sweep = asyncio.get_running_loop().create_task(self._sweep_now_and_then())

    def attempted(self, network: str, host: str, scheme: str, visitor: Visitor) -> None:
        """Tell the tray that somebody wanted into a closed network."""
        said = {"network": network, "host": host, "by": "gate", "scheme": scheme}
        self._tell(Type.ATTEMPT, {**said, "has_extension": visitor.has_extension})

    def busy_changed(self, is_busy: bool) -> None:  # noqa: FBT001 - as the gate says it
        """Tell the tray that tunnels are live, or that none is any more."""
        self.is_busy = is_busy
        self._tell(Type.BUSY, {"is_busy": is_busy})

    def close(self) -> None:
        """Look nothing up any more."""
        if self._sweep is not None:
            self._sweep.cancel()

    def _owner(self, client: Place, gate: Place) -> Owner | None:
        if self._find is not None:
            with suppress(OSError):  # no memory for the answer: as good as nobody's, and asked anew the next time
                return self._find(client, gate)
        return None

    async def _sweep_now_and_then(self) -> None:
        """Look up the latest connections, then wait, for as long as there are new ones."""
        await asyncio.sleep(_FIRST_SWEEP_S)
        while self._sample:
            owners = [self._owner(*ends) for ends in self._sample]
            self._sample.clear()
            await self._look_for({owner.inode for owner in owners if owner is not None and owner.uid == self._uid})
            await asyncio.sleep(SWEEP_EVERY_S)
        self._sweep = None

    async def _look_for(self, inodes: set[int]) -> None:
        """Find the programs that hold ``inodes``, a process at a time: browsers are served in between."""
        for pid in chain(self._households.likely, all_pids()):
            if not inodes:
                break
            if found := inodes.intersection(sockets_of(pid)):
                inodes -= found
                self._households.expect(pid)
                self._note(program_of(pid))
            await asyncio.sleep(0)

    def _note(self, program: str) -> None:
        if program and program not in self.programs:
            self.programs.add(program)
            self._tell(Type.SEEN, {"program": program})


def visitors_of(browsers: Iterable[Browser]) -> Mapping[int, Visitor]:
    """Return, by main process, who visits from it.

    Two profiles that live in one process cannot be told apart here: where they differ, neither's word counts.
    """
    found: dict[int, Visitor] = {}
    for browser in browsers:
        if browser.pid:
            said = Visitor(browser.profile, has_extension=True)
            agreed = found.get(browser.pid, said) == said
            found[browser.pid] = said if agreed else Visitor(Profile.NONE, has_extension=True)
    return MappingProxyType(found)


class _Households:
    """Know which browser a socket belongs to: one of its processes holds it, and mostly the same one."""

    def __init__(self) -> None:
        self.likely: tuple[int, ...] = ()
        """The processes that held a socket lately, latest first."""
        self._heads: Collection[int] = ()
        self._head_of_pid: dict[int, int] = {}
        self._head_of_inode: dict[int, int] = {}
        self._census_due = 0.0

    def watch(self, heads: Iterable[int]) -> None:
        """Ask for these browsers from now on."""
        self._heads = frozenset(heads)
        self._head_of_pid.clear()
        self._head_of_inode.clear()
        self._census_due = 0.0

    def expect(self, pid: int) -> None:
        """Look into ``pid`` first."""
        self.likely = (pid, *(each for each in self.likely if each != pid))[:_SAMPLE]

    def of_socket(self, inode: int) -> int | None:
        """Return the main process of the browser that holds socket ``inode``; None for somebody else's."""
        if inode in self._head_of_inode:
            return self._head_of_inode[inode]
        head = self._among_likely(inode)
        if head is None and self._heads and monotonic() >= self._census_due:
            head = self._among_all(inode)
        if head is not None:
            if len(self._head_of_inode) >= _MOST_REMEMBERED:
                self._head_of_inode.clear()
            self._head_of_inode[inode] = head
        return head

    def _among_likely(self, inode: int) -> int | None:
        for pid in self.likely:
            if holds(pid, inode):
                self.expect(pid)
                return self._head_of_pid.get(pid)
        return None

    def _among_all(self, inode: int) -> int | None:
        """Look through every process of these browsers; rarely, see ``_CENSUS_SHARE``."""
        began_at = monotonic()
        self._head_of_pid = family_of(self._heads)
        holder = next((pid for pid in self._head_of_pid if holds(pid, inode)), None)
        self._census_due = monotonic() + _CENSUS_SHARE * (monotonic() - began_at)
        if holder is None:
            return None
        self.expect(holder)
        return self._head_of_pid[holder]
