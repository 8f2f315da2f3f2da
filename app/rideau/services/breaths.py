# SPDX-License-Identifier: MIT
"""Who stands before a breath, who went in, and until when? Kept in memory: a restart asks once more, and no less."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from rideau.domain.app import Stopped
from rideau.domain.settings import Settings
from rideau.domain.standing import Pass, entered_at
from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal

UNANSWERED = timedelta(seconds=60)
"""How long a question before a site stays; whoever went elsewhere meanwhile is not asked any more."""
LEFT_ALONE = timedelta(minutes=3)
"""How long whoever stayed out is not asked again there: a tab left open tries again and again by itself."""
MOST_WISH = 200


class Breaths:
    """Hold the passes and who knocks at a site. Main thread."""

    def __init__(self, journal: Journal, clock: Clock, settings: Callable[[], Settings]) -> None:
        """Begin with nobody in."""
        self._journal = journal
        self._clock = clock
        self._settings = settings
        self._passes: dict[str, Pass] = {}
        self._knocks: dict[str, Stopped] = {}
        self._left_at: dict[str, datetime] = {}
        self.changed: list[Callable[[], None]] = []
        """Who is told that somebody went in: the plan is to be made anew."""
        self.asked: list[Callable[[], None]] = []
        """Who is told that ``knocks`` are others."""

    @property
    def knocks(self) -> tuple[Stopped, ...]:
        """Return the sites that somebody wants into, asked not long ago; ``run_id`` is empty, for nothing runs."""
        now = self._clock.now()
        return tuple(each for each in self._knocks.values() if timedelta(0) <= now - each.at < UNANSWERED)

    def knock(self, network: str, name: str) -> None:
        """Note that somebody wants into a site of ``network`` and no page of ours can ask them."""
        now = self._clock.now()
        left_at = self._left_at.get(network)
        if left_at is not None and timedelta(0) <= now - left_at < LEFT_ALONE:
            return
        is_asked = any(each.network == network for each in self.knocks)
        self._knocks[network] = Stopped("", network, name, "", now)
        if not is_asked:
            self._tell()

    def go_in(self, networks: Collection[str], wish: str = "") -> None:
        """Let in for as long as the settings say; ``wish`` is what for, if the person said it."""
        now = self._clock.now()
        until = now + timedelta(minutes=self._settings().breath.minutes)
        for network in networks:
            self._left_at.pop(network, None)
            self._passes[network] = Pass(network, now, until)
            self._record(network, "in", wish)
        self._answered(networks)
        for each in self.changed:
            each()

    def stay_out(self, networks: Collection[str]) -> None:
        """Note that the person leaves them for later."""
        for network in networks:
            self._left_at[network] = self._clock.now()
            self._record(network, "away")
        self._answered(networks)

    def entered(self, now: datetime) -> frozenset[str]:
        """Return the networks that somebody is in at ``now``."""
        return entered_at(self._passes.values(), now)

    def next_end(self, now: datetime) -> datetime | None:
        """Return when the first way in that is open at ``now`` closes again."""
        return min((each.until for each in self._passes.values() if each.holds_at(now)), default=None)

    def _answered(self, networks: Collection[str]) -> None:
        if self._knocks.keys() & set(networks):
            self._knocks = {id_: each for id_, each in self._knocks.items() if id_ not in networks}
            self._tell()

    def _record(self, network: str, went: str, wish: str = "") -> None:
        said = " ".join(wish.split())[:MOST_WISH]
        details = {"network": network, "went": went} | ({"reason": said} if said else {})
        self._journal.record(Event(self._clock.now(), EventKind.PAUSED, details))

    def _tell(self) -> None:
        for each in self.asked:
            each()
