# SPDX-License-Identifier: MIT
"""What makes a reminder due, and what becomes of it? The one place that knows moments, waiting and cards."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.attention import Signals
from rideau.domain.contexts import Day
from rideau.domain.phase import Phase
from rideau.domain.right_moment import Blocker
from rideau.domain.settings import Asked, Reminders
from rideau.domain.tip import Moment
from rideau.ports.clock import Clock, Delay
from rideau.ports.recurring import Recurring, Rhythm
from rideau.services.activity import Activity
from rideau.services.occasions import Occasions
from rideau.services.offering import Ends, Offer, Offering, State, Surroundings
from rideau.services.tip_desk import TipDesk

MOVE_EVERY = timedelta(minutes=60)
EYES_EVERY = timedelta(minutes=75)
FRESH = timedelta(minutes=30)
"""Who had a pause less long ago needs no reminder to move."""
ASLEEP = timedelta(minutes=1)
SOON = timedelta(seconds=1)
NEVER_DUE = frozenset({Moment.ANY, Moment.MIDDAY})
"""What makes nothing due by itself: the meal is a recurring reminder, which can be switched off."""
BY_RHYTHM = frozenset({Moment.ANY, Moment.LONG_STRETCH})
"""What fits a recurring reminder."""


class ReminderParts(NamedTuple):
    """Hold what reminders come from."""

    clock: Clock
    delay: Delay
    reminders: Callable[[], Reminders]
    occasions: Occasions
    activity: Activity
    desk: TipDesk
    recurring: Callable[[], Recurring]
    asleep: Callable[[], timedelta]
    """How much of the time since boot was sleep."""


class Reminder:
    """Make due what fits the moment, and show it at the right one. Main thread."""

    def __init__(self, parts: ReminderParts, around: Surroundings) -> None:
        """Begin with nothing due."""
        self._parts = parts
        self._offering = Offering(around, Ends(self._spoken, self._dropped))
        self._spent: frozenset[Moment] = frozenset()
        self._shown_beside: frozenset[Blocker] = frozenset()
        self._call_off = _nothing
        self._recurring: Recurring | None = None
        self._rhythms: Mapping[str, Rhythm] = {}
        self._zone: ZoneInfo | None = None
        self._slept = parts.asleep()
        parts.desk.changed.append(self._card_changed)

    @property
    def state(self) -> State:
        """Return where what is due stands."""
        return self._offering.state

    def attend(self, signals: Signals) -> None:
        """Take note of what is sensed now."""
        self._parts.activity.note(signals)
        self._parts.occasions.looked_at()
        self._drop_after_sleep()
        self._offering.attend(signals)
        self._take_away()
        self.consider()

    def phase_is(self, phase: Phase) -> None:
        """Take note of the phase that holds, and that the plan or the settings may be others."""
        self._parts.occasions.phase_is(phase)
        self._parts.occasions.looked_at()
        self._drop_after_sleep()
        self._offering.phase_changed()
        self._take_away()
        self._set_rhythms()
        self.consider()

    def attempted(self) -> None:
        """Take note that somebody wanted into a closed network."""
        self._parts.occasions.attempted()
        self.consider()

    def consider(self) -> None:
        """Make due what the moment brings, and be called again when it may bring more."""
        self._call_off()
        self._call_off = _nothing
        if not self._parts.reminders().is_on:
            self._offering.drop()
            self._parts.desk.withdraw()
            return
        now = self._parts.clock.now()
        present = self._parts.occasions.moments() - NEVER_DUE
        self._spent &= present
        fresh, wait = present - self._spent, None
        if fresh and self._offering.state is State.IDLE and not self._parts.desk.is_showing:
            free_at = self._parts.desk.free_at(now, is_asked=False)
            if free_at <= now:
                self._offering.due(Offer(fresh))
            else:
                wait = free_at
        times = [each for each in (self._parts.occasions.next_at(), wait) if each is not None]
        if times:
            self._call_off = self._parts.delay.after(max(min(times) - now, SOON), self.consider)

    def due(self, name: str) -> None:
        """Take up a recurring reminder; while anything else waits or is there, it is left out."""
        asked = Asked(name.partition("-")[0])
        is_open = self._parts.occasions.phase.is_open
        is_needed = asked is not Asked.MOVE or self._parts.activity.stretch >= FRESH
        if self._parts.reminders().is_on and is_open and is_needed and not self._parts.desk.is_showing:
            self._offering.due(Offer(frozenset({Moment.MIDDAY if asked is Asked.MEAL else Moment.ANY}), asked))

    def show_now(self) -> bool:
        """Show one that fits, because a hand asks for it."""
        self._offering.drop()
        return self._parts.desk.show_now(self._parts.occasions.moments())

    def show_last(self) -> bool:
        """Show the last one again, because a hand asks for it."""
        self._offering.drop()
        return self._parts.desk.show_last()

    def show(self, tip: str) -> bool:
        """Show the one called ``tip``, because a hand asks for it."""
        self._offering.drop()
        return self._parts.desk.show(tip)

    def stop(self) -> None:
        """Let nothing come any more."""
        self._call_off()
        self._offering.drop()
        if self._recurring is not None:
            self._recurring.stop()
        self._rhythms = {}

    def _spoken(self, offer: Offer) -> None:
        """Show it, unless it is stale by now: what made it due is over, or the shop is closed."""
        moments = self._parts.occasions.moments()
        if offer.moments & moments and self._parts.reminders().is_on:
            further = BY_RHYTHM if offer.asked is not None else frozenset()
            self._parts.desk.speak(offer, moments - self._spent | offer.moments & moments | further)
        self._spend(offer)

    def _dropped(self, offer: Offer) -> None:
        self._spend(offer)

    def _spend(self, offer: Offer) -> None:
        """Leave it at that: what was shown, or did not come, is not due again while the same moment lasts."""
        self._spent |= offer.moments
        if self._parts.desk.is_showing:
            self._spent |= self._parts.occasions.moments()
        self.consider()

    def _take_away(self) -> None:
        """Take the card off the screen where something came that was not there when it was shown."""
        if self._parts.desk.is_showing and self._offering.holding - self._shown_beside:
            self._parts.desk.withdraw()

    def _card_changed(self) -> None:
        self._shown_beside = self._offering.holding
        if not self._parts.desk.is_showing:
            self.consider()

    def _drop_after_sleep(self) -> None:
        """Catch up with nothing after a sleep."""
        slept = self._parts.asleep()
        if slept - self._slept >= ASLEEP:
            self._spent |= self._offering.drop().moments
        self._slept = slept

    def _set_rhythms(self) -> None:
        reminders = self._parts.reminders()
        zone = self._parts.clock.zone()
        rhythms = rhythms_of(reminders, self._parts.occasions.day(), zone)
        if rhythms == self._rhythms and (zone == self._zone or not rhythms):
            return
        self._rhythms, self._zone = rhythms, zone  # elsewhere, the same times of day are other instants
        if self._recurring is None:
            self._recurring = self._parts.recurring()
        self._recurring.set(rhythms, self.due)


def rhythms_of(reminders: Reminders, day: Day, zone: ZoneInfo) -> dict[str, Rhythm]:
    """Return what recurs on ``day``: the meal before its gap, water twice, movement hourly (rules 11 to 13)."""
    found: dict[str, Rhythm] = {}
    if not reminders.is_on or day.opens_at is None or day.ends_at is None:
        return found
    wanted = reminders.recurring
    if Asked.MOVE in wanted:
        found[Asked.MOVE.value] = Rhythm(every=MOVE_EVERY)
    if Asked.EYES in wanted:
        found[Asked.EYES.value] = Rhythm(every=EYES_EVERY)
    times = {}
    if Asked.MEAL in wanted and day.midday is not None:
        times[Asked.MEAL.value] = day.midday[0]
    if Asked.WATER in wanted:
        length = day.ends_at - day.opens_at
        times |= {f"{Asked.WATER.value}-{part}": day.opens_at + length * part / 4 for part in (1, 3)}
    for name, instant in times.items():
        found[name] = Rhythm(at=instant.astimezone(zone).time().replace(second=0, microsecond=0))
    return found


def _nothing() -> None:
    """Do nothing."""
