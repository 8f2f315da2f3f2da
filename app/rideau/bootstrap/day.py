# SPDX-License-Identifier: MIT
"""How does the day so far come together: who went in after a breath, and what of its allowance is left?"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from rideau.bootstrap.parts import words_for
from rideau.domain.network import Network
from rideau.domain.policy import has_limits
from rideau.domain.probe import Fitness, Probe
from rideau.domain.standing import Standing
from rideau.domain.text import Text
from rideau.ports.desktop import Notice
from rideau.services.breaths import Breaths
from rideau.services.status import Status

if TYPE_CHECKING:
    from rideau.adapters.keeper_ears import Ears
    from rideau.bootstrap.app import TrayProcess
    from rideau.bootstrap.use import Use
    from rideau.domain.app import AppRule
    from rideau.ports.clock import Clock
    from rideau.services.allowance import AllowanceCount


BY_TAB = Text("Apps count while their window is in use, sites while their tab is.")
ROUGHLY = Text(
    "Apps count while their window is in use. Without the browser extension, sites count roughly: while a browser is"
    " in front and one of them is connected; where the desktop tells no window in use, not at all."
)


class Day:
    """Tell the supervisor how the day stands; nothing is counted while nothing has an allowance. Main thread only."""

    def __init__(self, desk: "TrayProcess", clock: "Clock") -> None:
        """Begin with nobody in; ``clock`` is the one that is trusted."""
        self._desk = desk
        self._clock = clock
        self._use: Use | None = None
        self.ears: Ears | None = None
        """What browsers tell of counted networks; None where no gate is kept."""
        self.rules: Callable[[tuple[Network, ...]], tuple[AppRule, ...]] = lambda _networks: ()
        """How the apps of networks are told among windows."""
        self.breaths = Breaths(desk.parts.journal, clock, lambda: desk.supervisor.rules.settings)
        self.breaths.changed.append(desk.wake)
        observers = desk.supervisor.observers
        observers.standing = self._standing
        observers.turns += [self.breaths.next_end, self._next_turn]
        observers.completes.append(self._completed)
        observers.status.insert(0, self._follow)

    def knocked(self, network: Network) -> None:
        """Ask whoever wants into a site of ``network``."""
        self.breaths.knock(network.id, network.name)

    def probes(self) -> tuple[Probe, ...]:
        """Say how use is counted here, where something has an allowance."""
        if not has_limits(self._desk.supervisor.rules.settings):
            return ()
        has_extension = self.ears is not None and bool(self.ears.browsers)
        reason = BY_TAB if has_extension else ROUGHLY
        return (Probe("allowance", Text("Daily allowance"), Fitness.WORKS, reason),)

    def close(self) -> None:
        """Keep what was used so far, and count nothing any more."""
        if self._use is not None:
            self._use.close()
            self._count.close()

    @cached_property
    def _count(self) -> "AllowanceCount":
        from rideau.adapters.allowance_file import AllowanceFile  # noqa: PLC0415 - where something has an allowance
        from rideau.adapters.clock import awake  # noqa: PLC0415 - as above
        from rideau.services.allowance import AllowanceCount, AllowanceParts  # noqa: PLC0415 - as above

        desk = self._desk
        parts = AllowanceParts(
            AllowanceFile(desk.parts.paths.allowance_file),
            desk.parts.journal,
            self._clock,
            awake,
            lambda: timedelta(minutes=desk.supervisor.rules.settings.limits.personal_minutes_per_day),
            lambda: desk.supervisor.rules.zone,
        )
        count = AllowanceCount(parts)
        count.nearly_over.append(self._warn)
        return count

    def _standing(self, now: datetime) -> Standing:
        # What was limited stays so where that was changed, and the change waits.
        has_some = self._use is not None or has_limits(self._desk.supervisor.rules.settings)
        is_used_up = has_some and self._count.is_used_up(now)
        return Standing(self.breaths.entered(now), is_used_up)

    def _next_turn(self, now: datetime) -> datetime | None:
        return self._count.next_turn(now) if self._use is not None else None

    def _follow(self, status: Status) -> None:
        """Count where the plan has something to count, and let go where it has not."""
        plan = status.plan
        if any(plan.limited_in.values()):
            self._count.look(status.at, is_held=bool(plan.used_up))
            if self._use is None:
                from rideau.bootstrap.use import Use  # noqa: PLC0415 - where something has an allowance

                self._use = Use(self._desk.sensing, self.ears, self._used)
            self._use.follow(plan, self.rules)
            self._desk.supervisor.rearm()
        elif self._use is not None:
            self._use.close()
            self._use = None
            self._count.close()

    def _used(self, is_used: bool) -> None:  # noqa: FBT001 - the one thing there is to tell
        if is_used != self._count.is_running:
            self._count.run(is_used=is_used)
            self._desk.supervisor.rearm()

    def _completed(self, status: Status) -> Status:
        if not any(status.plan.limited_in.values()):
            return status
        is_coarse = self.ears is not None and not self.ears.browsers
        return status._replace(allowance=self._count.allowance(status.at)._replace(is_coarse=is_coarse))

    def _warn(self, left: timedelta) -> None:
        from rideau.wording.allowance import nearly_over  # noqa: PLC0415 - once a day at most

        title, body = nearly_over(words_for(self._desk.supervisor.rules.settings), left)
        self._desk.say(Notice(title, body, replaces="allowance"))
