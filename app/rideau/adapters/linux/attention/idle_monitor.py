# SPDX-License-Identifier: MIT
"""When did somebody last type or point, under GNOME without X? Its shell fires watches, and is never asked.

It does not tell typing from pointing: whoever did either less than two seconds ago counts as typing.
"""

from collections.abc import Iterable

from jeepney import MatchRule, Message

from rideau.adapters.linux.attention.bus_link import OWNER_CHANGED, Answer, BusLink, comes_and_goes, signal
from rideau.adapters.linux.attention.idle_steps import BUSY, STEPS_MS, now_after
from rideau.adapters.linux.bus import method_call
from rideau.domain.attention import Signals

MONITOR = ("org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor")


class IdleMonitor:
    """Keep one watch for each step, and one for the first thing that is done after any."""

    def __init__(self, link: BusLink) -> None:
        """Ask through ``link``."""
        self._link = link
        self._steps: dict[int, int] = {}
        self._first = 0
        """The watch for whatever is done next; 0 for none, -1 while it is being set."""
        self._now = Signals()

    def rules(self) -> Iterable[MatchRule]:
        """Return what tells that a watch fires."""
        yield signal(MONITOR[2], "WatchFired")
        yield comes_and_goes(MONITOR[0])

    def begin(self) -> None:
        """Set the watches, and ask how long it was so far."""
        self._begin()
        for after_ms in STEPS_MS:
            self._set(after_ms)
        self._link.ask(method_call(MONITOR, "GetIdletime"), self._learn)

    def look(self) -> None:
        """Ask nothing: it tells."""

    def hear(self, member: str, message: Message) -> None:
        """Take in that a watch fired."""
        match member, message.body:
            case "WatchFired", (int(watch),) if watch in self._steps:
                self._now = STEPS_MS[self._steps[watch]]
                self._wait_for_somebody()
            case "WatchFired", (int(watch),) if watch == self._first:
                self._first, self._now = 0, BUSY
            case str(said), (str(name), _, str(owner)) if said == OWNER_CHANGED and name == MONITOR[0]:
                self._begin()
                if owner:
                    self.begin()

    def signals(self) -> Signals:
        """Return what holds."""
        return self._now

    def _begin(self) -> None:
        self._steps = {}
        self._first = 0
        self._now = Signals()

    def _set(self, after_ms: int) -> None:
        def learn(answer: Answer, _: str) -> None:
            match answer:
                case (int(watch),):
                    self._steps[watch] = after_ms

        self._link.ask(method_call(MONITOR, "AddIdleWatch", "t", (after_ms,)), learn)

    def _wait_for_somebody(self) -> None:
        if self._first:
            return
        self._first = -1
        self._link.ask(method_call(MONITOR, "AddUserActiveWatch"), self._learn_first)

    def _learn_first(self, answer: Answer, _: str) -> None:
        match answer:
            case (int(watch),):
                self._first = watch
            case _:
                self._first = 0

    def _learn(self, answer: Answer, _: str) -> None:
        match answer:
            case (int(idle_ms),):
                self._now = now_after(idle_ms)
                if idle_ms >= min(STEPS_MS):
                    self._wait_for_somebody()
