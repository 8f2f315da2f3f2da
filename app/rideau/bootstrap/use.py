# SPDX-License-Identifier: MIT
"""Is a network with an allowance used right now? The window in front, the tabs, the gate and presence, put together."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from rideau.domain.allowance import InFront, is_used
from rideau.domain.attention import Signals
from rideau.domain.network import Network
from rideau.domain.plan import Plan
from rideau.services.sensing import Sensing

if TYPE_CHECKING:
    from rideau.adapters.keeper_ears import Ears
    from rideau.adapters.linux.apps.in_front import InFrontOf
    from rideau.domain.app import AppRule


class Use:
    """Tell whenever use begins or ends; nothing polls. Main thread only."""

    def __init__(self, sensing: Sensing, ears: "Ears | None", told: Callable[[bool], None]) -> None:
        """Listen to ``sensing`` and ``ears`` from the first plan on; ``told`` hears whether it is used."""
        self._sensing = sensing
        self._ears = ears
        self._told = told
        self._front: InFrontOf | None = None
        self._counted: frozenset[str] = frozenset()
        self._leave: Callable[[], None] | None = None
        if ears is not None:
            ears.used = self._look

    def follow(self, plan: Plan, rules: "Callable[[tuple[Network, ...]], tuple[AppRule, ...]]") -> None:
        """Count what ``plan`` limits; once that is used up, listen to nothing until the next day."""
        self._counted = frozenset[str]().union(*plan.counted_in.values())
        if not self._counted:
            self._stop()
            self._told(False)  # noqa: FBT003 - the one thing there is to tell
            return
        if sys.platform == "linux":
            from rideau.adapters.linux.apps.in_front import InFrontOf  # noqa: PLC0415 - where use is counted

            found = rules(plan.limited)
            if self._front is None or self._front.rules != found:
                self._front = InFrontOf(found)
        if self._leave is None:
            self._leave = self._sensing.listen(lambda _signals: self._look())
        self._look()

    def close(self) -> None:
        """Listen to nothing any more."""
        self._stop()
        if self._ears is not None:
            self._ears.used = _nothing

    def _stop(self) -> None:
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()

    def _look(self) -> None:
        signals = self._sensing.signals()
        self._told(bool(self._counted) and is_used(self._in_front(signals), signals))

    def _in_front(self, signals: Signals) -> InFront:
        by_tab = by_gate = frozenset[str]()
        if self._ears is not None:
            by_tab, by_gate = self._ears.looked_at & self._counted, self._ears.in_use & self._counted
        if self._front is None:
            return InFront(by_tab=by_tab, by_gate=by_gate)
        owner = self._front.owner_of(signals.active)
        app = owner.network if owner.network in self._counted else None
        return InFront(app, owner.is_browser, by_tab, by_gate)


def _nothing() -> None:
    """Do nothing."""
