# SPDX-License-Identifier: MIT
"""Who is at the gate: another user, which browser, which program? And who is told of it?"""

import logging
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from time import monotonic
from types import MappingProxyType

from rideau.domain.door import STRANGER, Profile, Visitor
from rideau.keeper.browser import Browser
from rideau.keeper.message import Fields, Type
from rideau.keeper.peer import Find, Owner, Place
from rideau.keeper.proc import all_pids, ancestors_of, own_uid, program_of, sockets_of

Tell = Callable[[Type, Fields], None]

LOOK_EVERY_S = 2.0
"""At most so often is it looked up which program came through the gate."""
_LIKELY = 8
_MOST_AT_ONCE_S = 0.5
_SHARE = 0.1
"""Of all time."""
_MOST_REMEMBERED = 4096
_MOST_PROGRAMS = 256

log = logging.getLogger(__name__)


class FrontDesk:
    """Fill ``Reception`` for the gate."""

    def __init__(self, find: Find | None, tell: Tell) -> None:
        """Look connections up with ``find``, and ``tell`` the tray; without ``find`` everybody is let in."""
        self.is_busy = False
        self.in_use: frozenset[str] = frozenset()
        """The networks whose use is counted, and that are live from browsers without the extension."""
        self.programs: set[str] = set()
        """The executables that came through the gate."""
        self._find = find
        self._tell = tell
        self._households = _Households()
        self._visitors: Mapping[int, Visitor] = MappingProxyType({})
        self._uid = own_uid()
        self._look_again_at = 0.0
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
        """Note that a connection came, and tell the tray which program made it: looked up now and then."""
        now_s = monotonic()
        if now_s >= self._look_again_at:
            self._look_again_at = now_s + LOOK_EVERY_S
            owner = self._owner(client, gate)  # at once: a refused browser hangs up, and nobody holds the socket then
            holder = self._households.holder_of(owner.inode) if owner and owner.uid == self._uid else 0
            self._note(program_of(holder) if holder else "")

    def attempted(self, network: str, host: str, scheme: str, visitor: Visitor) -> None:
        """Tell the tray that somebody wanted into a closed network."""
        said = {"network": network, "host": host, "by": "gate", "scheme": scheme}
        self._tell(Type.ATTEMPT, {**said, "has_extension": visitor.has_extension})

    def busy_changed(self, is_busy: bool) -> None:  # noqa: FBT001 - as the gate says it
        """Tell the tray that tunnels are live, or that none is any more."""
        self.is_busy = is_busy
        self._tell(Type.BUSY, {"is_busy": is_busy})

    def in_use_changed(self, networks: frozenset[str]) -> None:
        """Tell the tray which counted networks are live."""
        self.in_use = networks
        self._tell(Type.IN_USE, {"networks": sorted(networks)})

    def _owner(self, client: Place, gate: Place) -> Owner | None:
        if self._find is not None:
            with suppress(OSError):  # no memory for the answer: as good as nobody's, and asked anew the next time
                return self._find(client, gate)
        return None

    def _note(self, program: str) -> None:
        if program and program not in self.programs and len(self.programs) < _MOST_PROGRAMS:
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
        self._likely: tuple[int, ...] = ()
        """The processes that held a socket lately, a browser's or not, latest first."""
        self._heads: Collection[int] = ()
        self._head_of_inode: dict[int, int | None] = {}
        self._allowance = _Allowance()

    def watch(self, heads: Iterable[int]) -> None:
        """Know these browsers, by their main processes, from now on."""
        self._heads = frozenset(heads)
        self._head_of_inode.clear()

    def _expect(self, pid: int) -> None:
        """Look into ``pid`` first."""
        self._likely = (pid, *(each for each in self._likely if each != pid))[:_LIKELY]

    def of_socket(self, inode: int) -> int | None:
        """Return the main process of the browser that holds socket ``inode``; None for somebody else's."""
        if inode not in self._head_of_inode:
            holder, sockets = self._found(inode)
            if not holder:
                return None
            if len(self._head_of_inode) >= _MOST_REMEMBERED:
                self._head_of_inode.clear()
            head = next((each for each in ancestors_of(holder) if each in self._heads), None)
            # all it holds: looked for one by one, a crowd of tunnels that is judged anew would take seconds
            self._head_of_inode.update(dict.fromkeys(sockets, head))
        return self._head_of_inode[inode]

    def holder_of(self, inode: int) -> int:
        """Return a process that holds socket ``inode``; 0 where none is found."""
        return self._found(inode)[0]

    def _found(self, inode: int) -> tuple[int, frozenset[int]]:
        """Return a process that holds socket ``inode``, and all the sockets it holds; 0 and none for nobody."""
        found = _first_of(self._likely, inode)
        if found is None and self._allowance.is_left:
            began_at = monotonic()
            found = _first_of(all_pids(), inode)
            self._allowance.spend(monotonic() - began_at)
        if found is None:
            return 0, frozenset()
        self._expect(found[0])
        return found


def _first_of(pids: Iterable[int], inode: int) -> tuple[int, frozenset[int]] | None:
    """Return the first of ``pids`` that holds socket ``inode``, and all the sockets it holds."""
    each = ((pid, sockets_of(pid)) for pid in pids)
    return next((found for found in each if inode in found[1]), None)


class _Allowance:
    """Grant time to look through all processes: at once for a few newcomers, but not for a crowd of them.

    One look takes 5 to 70 ms, and the gate stands still meanwhile.
    """

    def __init__(self) -> None:
        self._left_s = _MOST_AT_ONCE_S
        self._counted_at = monotonic()

    @property
    def is_left(self) -> bool:
        now_s = monotonic()
        self._left_s = min(_MOST_AT_ONCE_S, self._left_s + _SHARE * (now_s - self._counted_at))
        self._counted_at = now_s
        return self._left_s > 0

    def spend(self, spent_s: float) -> None:
        self._left_s -= spent_s
