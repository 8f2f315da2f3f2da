# SPDX-License-Identifier: MIT
"""When may something else than a card come up by itself? At the same right moments; it is never dropped, it waits."""

from collections.abc import Callable

from rideau.domain.attention import Signals
from rideau.domain.right_moment import blockers
from rideau.services.offering import Ends, Offer, Offering, Surroundings
from rideau.services.sensing import Sensing

ANYTHING = Offer(frozenset())


class Interrupting:
    """Tell when somebody may be interrupted. Main thread; senses only as long as something waits."""

    def __init__(self, sensing: Sensing, around: Surroundings) -> None:
        """Go by ``sensing``."""
        self._sensing = sensing
        self._around = around

    def may(self) -> bool:
        """Tell whether nothing stands in the way right now."""
        return not blockers(self._around.look(), self._around.phase())

    def when_free(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` once, at the next right moment; return what calls it off (idempotent)."""
        return _Wait(self._sensing, self._around, act).call_off


class _Wait:
    def __init__(self, sensing: Sensing, around: Surroundings, act: Callable[[], None]) -> None:
        self._act = act
        self._is_over = False
        self._offering = Offering(around, Ends(self._spoken, self._dropped))
        self._leave = sensing.listen(self._attend)
        self._offering.due(ANYTHING)

    def call_off(self) -> None:
        self._is_over = True
        self._offering.drop()
        self._leave()

    def _attend(self, signals: Signals) -> None:
        if not self._is_over:
            self._offering.attend(signals)

    def _spoken(self, _: Offer) -> None:
        self.call_off()
        self._act()

    def _dropped(self, offer: Offer) -> None:
        self._offering.due(offer)
