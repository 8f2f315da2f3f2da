# SPDX-License-Identifier: MIT
"""How do reminders come together in the tray process? Loaded once everything that is waited for is there."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rideau.adapters.clock import asleep, since_boot
from rideau.adapters.qt.delay import new_delay
from rideau.bootstrap.late import late
from rideau.domain.phase import Phase
from rideau.domain.right_moment import Pace
from rideau.domain.settings import Reminders
from rideau.services.activity import Activity
from rideau.services.interrupting import Interrupting
from rideau.services.occasions import Occasions, Sight, phase_of
from rideau.services.offering import Surroundings
from rideau.services.reminder import Reminder, ReminderParts
from rideau.services.tip_desk import DeskParts, TipDesk
from rideau.wording.phrases import closed
from rideau.wording.tip_cards import TipCards

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess
    from rideau.domain.probe import Probe
    from rideau.ports.card import CardStand
    from rideau.ports.recurring import Recurring
    from rideau.services.card_answers import CardAnswers
    from rideau.services.status import Status
    from rideau.wording.words import Words

NOW = "now"
"""What is asked for where any tip will do."""


class Reminding:
    """Connect what is sensed, what is due and the card. Main thread only."""

    def __init__(self, desk: "TrayProcess", pace: Pace | None = None) -> None:
        """Begin to sense, unless reminders are switched off; ``pace`` is how long each thing takes."""
        self._desk = desk
        self._clock = desk.parts.clock
        self._leave: Callable[[], None] | None = None
        self.sensing = desk.sensing
        delay = new_delay()
        around = Surroundings(self._clock, delay, self.sensing.look, self._phase, pace or Pace())
        self.interrupting = Interrupting(self.sensing, around)
        activity = Activity(since_boot, asleep)
        self.occasions = Occasions(Sight(self._clock, desk.parts.journal, lambda: desk.supervisor.rules, activity))
        self.cards = TipDesk(self._desk_parts())
        self.cards.changed.append(self._card_changed)
        self.reminder = Reminder(
            ReminderParts(
                self._clock, delay, self._reminders, self.occasions, activity, self.cards, self._new_recurring, asleep
            ),
            around,
        )
        desk.supervisor.observers.status.append(self._status_changed)
        self._status_changed(desk.status())

    @property
    def has_last(self) -> bool:
        """Tell whether a card was seen since the app began, to be shown again from the menu."""
        return self.cards.has_shown

    def show(self, tip: str = "") -> bool:
        """Show a tip because a hand asks for it: the last one again, one that fits ``now``, or the one so called."""
        if tip == NOW:
            return self.reminder.show_now()
        return self.reminder.show(tip) if tip else self.reminder.show_last()

    def dismiss(self) -> None:
        """Put the card away by hand."""
        self.cards.dismiss()

    def may_interrupt(self) -> bool:
        """Tell whether nothing stands in the way of a window that comes by itself."""
        return self.interrupting.may()

    def when_free(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` at the next right moment; return what calls it off."""
        return self.interrupting.when_free(act)

    def attempted(self) -> None:
        """Take note that somebody wanted into a closed network."""
        self.reminder.attempted()

    def probes(self) -> tuple["Probe", ...]:
        """Say what can be sensed here, and how cards are shown."""
        return reminding_probes(self.sensing.probes())

    def close(self) -> None:
        """Take the card off the screen, and sense nothing any more."""
        self.reminder.stop()
        self.cards.close()
        self.sensing.stop()

    def _status_changed(self, status: "Status") -> None:
        is_on = self._reminders().is_on
        if is_on and self._leave is None:
            self._leave = self.sensing.listen(self.reminder.attend)
        elif not is_on and self._leave is not None:
            self._leave()
            self._leave = None
        self.reminder.phase_is(phase_of(status, is_open_by_hours=self._desk.supervisor.is_open_by_hours()))

    def _phase(self) -> Phase:
        return self.occasions.phase

    def _reminders(self) -> Reminders:
        return self._desk.supervisor.rules.settings.reminders

    def _zone(self) -> ZoneInfo:
        return self._desk.supervisor.rules.zone

    def _desk_parts(self) -> DeskParts:
        desk = self._desk
        return DeskParts(
            clock=self._clock,
            journal=desk.parts.journal,
            stand=self._new_stand,
            tips=lambda: desk.parts.tips.tips(),  # noqa: PLW0108 - read once a card is due
            writer=TipCards(lambda: desk.words, self._reminders, self._plan),
            answers=late(self._new_answers),
            reminders=self._reminders,
            zone=self._zone,
            seed=str(desk.parts.settings_file),
            next_work_day=lambda day: desk.supervisor.rules.next_work_day(day),  # noqa: PLW0108 - by the rules in force then
        )

    def _plan(self, words: "Words") -> str:
        status = self._desk.status()
        return closed(words, status.next_opening, status.at, status.zone)

    def _new_stand(self) -> "CardStand":
        from rideau.bootstrap.cards import CardHousehold, card_stand_of  # noqa: PLC0415 - with the first card

        listening = self._desk.listening
        household = CardHousehold(
            listening.announcer, lambda: self._desk.words.language, lambda: listening.is_motion_reduced
        )
        return card_stand_of(household)

    def _new_answers(self) -> "CardAnswers":
        from rideau.services.card_answers import AnswerParts, CardAnswers  # noqa: PLC0415 - where something is said

        desk, parts = self._desk, self._desk.parts
        answers = AnswerParts(self._clock, self._zone, parts.notebook, parts.settings_store, desk.face.say_error)
        return CardAnswers(answers)

    def _new_recurring(self) -> "Recurring":
        from rideau.adapters.qt.wake_up import new_wake_up  # noqa: PLC0415 - where something recurs
        from rideau.adapters.recurring_jobs import RecurringJobs  # noqa: PLC0415 - as above

        return RecurringJobs(self._clock, lambda wake: new_wake_up(self._clock, wake))

    def _card_changed(self) -> None:
        self._desk.face.show_last_tip(is_there=self.has_last)


def reminding_probes(sensed: tuple["Probe", ...]) -> tuple["Probe", ...]:
    """Return how reminders stand here: what is sensed, and how cards are shown."""
    from rideau.bootstrap.cards import card_probe  # noqa: PLC0415 - for doctor

    return (*sensed, card_probe(os.environ))
