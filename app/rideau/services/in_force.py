# SPDX-License-Identifier: MIT
"""Which settings hold until the next opening, whatever a hand, a file or a clock says meanwhile? (SPEC E8).

While the shop is closed at the firm or the locked level, the settings that were in force stay in force beside the new
ones, and of both the stricter holds; from the opening on the new ones hold alone. The rest of the time new settings
take force at once, and so does the clock.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from rideau.domain.error import StorageError
from rideau.domain.network import Network
from rideau.domain.override import Override, OverrideKind
from rideau.domain.settings import LockLevel, Settings
from rideau.domain.strictness import stricter_level
from rideau.domain.text import Text
from rideau.domain.trusted_time import SLACK
from rideau.ports.in_force import InForceStore, Kept, Texts
from rideau.ports.settings_store import SettingsError
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.held import Frozen, Held, hours_alone
from rideau.services.held_words import clock_moved, sentence
from rideau.services.rules import Rules, Sources, build_rules
from rideau.services.trusted_clock import TrustedClock

log = logging.getLogger(__name__)

A_DAY = timedelta(days=1)
"""What would weaken hours that never open holds a day later."""
NEVER_POSIX = 253402300799
"""The end of the year 9999."""


class InForce:
    """Keep the settings in force, and hold new ones against them. Main thread; trouble with the disk is only logged."""

    def __init__(
        self,
        store: InForceStore,
        sources: Sources,
        journal: Journal,
        clock: TrustedClock,
        starts_at_login: Callable[[], bool],
    ) -> None:
        """Keep in ``store``; ``clock`` is the one that ``sources`` has."""
        self._store = store
        self._sources = sources
        self._journal = journal
        self._clock = clock
        self._starts_at_login = starts_at_login
        self._frozen: Frozen | None = None
        self._has_settled = False
        self._is_forgery_told = False
        self._told: tuple[str, ...] = ()
        self._kept = self._written = store.load()
        if self._kept is not None:
            clock.anchor = self._kept.anchor
        self.sentences: tuple[Text, ...] = ()
        """What waits for the opening, for ``Status.held``."""

    @property
    def moved(self) -> timedelta:
        """Return by how much the device's clock is ahead of the one that holds."""
        return self._clock.moved

    def own(self, overrides: tuple[Override, ...], now: datetime) -> tuple[Override, ...]:
        """Return those of ``overrides``, as they were read, that Rideau made, and the closings that are gone.

        An opening by another hand is none, and one that another hand made longer neither.
        """
        kept = self._kept
        if kept is None or kept.level is LockLevel.GENTLE:
            return overrides
        own = tuple(each for each in overrides if each.kind is OverrideKind.CLOSE or each in kept.switches)
        closings = (each for each in kept.switches if each.kind is OverrideKind.CLOSE and each not in own)
        own = (*(each for each in closings if each.end is None or now < each.end), *own)
        if own != overrides and not self._is_forgery_told:
            self._is_forgery_told = True
            self._noticed("settings", now)
        return own

    def switching(self, overrides: tuple[Override, ...]) -> None:
        """Note that ``overrides`` are Rideau's own, before they are kept."""
        if self._kept is not None:
            self._keep(self._kept._replace(switches=overrides))

    def look_at_clock(self, new: Rules) -> None:
        """Believe the device's clock, but while the shop is closed at a level that holds."""
        if self._clock.anchor is None or not self.is_firm(new, self._clock.now()):
            self._clock.believe()

    def is_firm(self, new: Rules, now: datetime) -> bool:
        """Tell whether it is closed at ``now`` (keys aside), at a level that keeps what would open from opening."""
        held = self.held(new, now)
        level, rules = (held.level, held.rules) if held else (new.settings.lock_level, new)
        return level is not LockLevel.GENTLE and not hours_alone(rules.schedule).phase_at(now).is_open

    def held(self, new: Rules, now: datetime) -> Held | None:
        """Return what is in force beside ``new`` at ``now``; None where ``new`` holds alone."""
        kept = self._kept
        if kept is None or kept.level is LockLevel.GENTLE or not _differs(kept, new):
            return None
        frozen = self._frozen_of(kept, new, now)
        if frozen is None:
            return None
        hours, since = hours_alone(frozen.rules.schedule), min(kept.noticed or now, now)
        if hours.phase_at(since).is_open:
            return None
        until = hours.next_opening(since) or since + A_DAY
        return Held(frozen, until, stricter_level(kept.level, new.settings.lock_level)) if now < until else None

    def notice(self, new: Rules, now: datetime) -> None:
        """Note since when ``new`` waits, before anything is held against it: on every wake."""
        kept = self._kept
        if kept is not None and _differs(kept, new):
            waiting: Texts = (*self._store.texts(), ("zone", new.zone.key))
            if waiting != kept.waiting:
                self._kept = kept._replace(waiting=waiting, noticed=now)

    def settle(self, new: Rules, networks: Sequence[Network], now: datetime) -> None:
        """Tell and write down what changed, once the plan holds: on every wake."""
        kept, written = self._kept, self._written
        held = self.held(new, now)
        until = self._closed_until(new, held, now)
        self._note_start(until, now)
        following = self._following(new, held, now)._replace(
            anchor=self._clock.anchor,
            moved=self._clock.moved,
            closed_until=until,
            alive=self._clock.boot,
            starts_at_login=self._starts_at_login(),
        )
        if until and kept is not None and kept.starts_at_login and not following.starts_at_login:
            self._noticed("autostart", now)
        self._tell(new, held, networks, now)
        if written is None or self._is_news(following, written):
            self._keep(following._replace(anchor=self._clock.hold()))

    def end(self) -> None:
        """Note that the app ends by itself."""
        if self._kept is not None:
            self._keep(self._kept._replace(alive=""))

    def _following(self, new: Rules, held: Held | None, now: datetime) -> Kept:
        """Return what is to be kept from ``now`` on."""
        kept = self._kept
        if kept is not None and held is not None:
            return kept._replace(level=held.level)
        if kept is not None and not _differs(kept, new):
            return kept._replace(waiting=(), noticed=None)
        switches = kept.switches if kept else new.schedule.overrides
        level = new.settings.lock_level
        return Kept(new.settings, self._store.texts(), new.zone.key, now, level, switches=switches)

    def _is_news(self, following: Kept, kept: Kept) -> bool:
        """Tell whether something else is to be kept than before; that the clocks went on is no news."""
        anchor = kept.anchor
        if anchor is not None and following.anchor is not None and anchor.boot == following.anchor.boot:
            following = following._replace(anchor=anchor)
        return following._replace(moved=kept.moved) != kept or abs(following.moved - kept.moved) > SLACK

    def _closed_until(self, new: Rules, held: Held | None, now: datetime) -> int:
        if not self.is_firm(new, now):
            return 0
        opening = held.opening(new) if held else hours_alone(new.schedule).next_opening(now)
        return int((opening + self._clock.moved).timestamp()) if opening else NEVER_POSIX

    def _frozen_of(self, kept: Kept, new: Rules, now: datetime) -> Frozen | None:
        """Return the rules of the settings in force, under the switches by hand of ``new``; None where none follow."""
        overrides, frozen = new.schedule.overrides, self._frozen
        if frozen is None or frozen.rules.year != now.astimezone(frozen.rules.zone).year:
            try:
                rules = build_rules(_in_zone(kept), self._sources, overrides, now)
            except SettingsError:
                log.warning("The settings in force do not hold any more; the new ones take their place")
                return None
            frozen = self._frozen = Frozen(rules, self._sources)
        if frozen.rules.schedule.overrides != overrides:
            frozen.rules = frozen.rules.with_overrides(overrides)
        return frozen

    def _note_start(self, until: int, now: datetime) -> None:
        """Tell, once, that the app had been killed: in this very boot, and while it was to keep something closed."""
        has_settled, self._has_settled = self._has_settled, True
        kept = self._kept
        if has_settled or kept is None or not until or not kept.alive:
            return
        if kept.alive == self._clock.boot:
            self._noticed("killed", now)

    def _tell(self, new: Rules, held: Held | None, networks: Sequence[Network], now: datetime) -> None:
        moved, before = self._clock.moved, self._kept.moved if self._kept else timedelta()
        if moved and abs(moved - before) > SLACK:
            self._noticed("clock", now)
        waits = held.weakened_by(new, networks, now) if held else ()
        told = tuple(each.value for each in waits)
        if "zone" in set(told) - set(self._told):
            self._noticed("zone", now)
        if held and set(told) - set(self._told):
            details = {"what": ",".join(told), "until": held.until.isoformat()}
            self._journal.record(Event(now, EventKind.HELD, details))
        self._told = told
        said = tuple(sentence(each, held.until, held.rules.zone) for each in waits) if held else ()
        self.sentences = (*said, clock_moved(moved)) if moved else said

    def _noticed(self, what: str, now: datetime) -> None:
        self._journal.record(Event(now, EventKind.TAMPERED, {"what": what}))

    def _keep(self, kept: Kept) -> None:
        before, self._kept = self._kept, kept
        if before is None or (before.settings, before.zone) != (kept.settings, kept.zone):
            self._frozen = None
        try:
            self._store.save(kept)
            self._written = kept
        except StorageError as error:
            log.warning("The settings in force could not be kept: %s", error)


def _differs(kept: Kept, new: Rules) -> bool:
    return (kept.settings, kept.zone, kept.level) != (new.settings, new.zone.key, new.settings.lock_level)


def _in_zone(kept: Kept) -> Settings:
    return kept.settings._replace(hours=kept.settings.hours._replace(timezone=kept.zone))
