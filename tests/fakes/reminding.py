# SPDX-License-Identifier: MIT
"""What does a test of reminders need? A day at a desk: its hours, what is sensed, the card, and time that passes."""

from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from zoneinfo import ZoneInfo

from fakes.attention import FakeAttention
from fakes.card_stand import FakeCardStand
from fakes.catalogue import FakeCatalogue
from fakes.clock import FakeClock
from fakes.delay import FakeDelay
from fakes.holidays import FakeHolidays
from fakes.journal import FakeJournal
from fakes.recurring import FakeRecurring
from fakes.tips import FakeTips
from rideau.domain.app import Window
from rideau.domain.attention import Presence
from rideau.domain.error import StorageError
from rideau.domain.phase import Phase
from rideau.domain.right_moment import Pace
from rideau.domain.settings import Reminders, Settings
from rideau.domain.text import Text
from rideau.domain.tip import Gesture, Kind, Moment, Picture, Theme, Tip, Wording
from rideau.ports.card import Card
from rideau.services.activity import Activity
from rideau.services.occasions import Occasions, Sight
from rideau.services.offering import Surroundings
from rideau.services.reminder import Reminder, ReminderParts
from rideau.services.rules import Rules, Sources, build_rules
from rideau.services.sensing import Sensing
from rideau.services.tip_desk import DeskParts, TipDesk

MONDAY_9 = datetime(2026, 11, 23, 9, tzinfo=UTC)
UTC_ZONE = ZoneInfo("UTC")
MOMENTS = (Moment.ANY, Moment.LONG_STRETCH, Moment.BEFORE_CLOSING, Moment.FIRST_OF_DAY, Moment.LATE_ATTEMPT)


def a_tip(name: str, theme: Theme, moments: frozenset[Moment] = frozenset({Moment.ANY})) -> Tip:
    """Return a tip that rests for 14 days."""
    said = {"en": Wording(f"{name}?", "You may.", "I will")}
    return Tip(name, theme, moments, Picture.SUN, Gesture.NONE, timedelta(days=14), said)


def many_tips(of_each: int = 6) -> tuple[Tip, ...]:
    """Return ``of_each`` tips of every theme, for various moments."""
    return tuple(
        a_tip(f"{theme.value}-{number}", theme, frozenset({moment, Moment.ANY}))
        for theme in Theme
        for number, moment in enumerate(islice(cycle(MOMENTS), of_each))
    )


class FakeWriter:
    """Word cards by their ids. Implements ``services.tip_desk.CardWriter``."""

    def card(self, tip: Tip, *, is_first: bool, is_asked_for: bool, is_plan: bool) -> Card:
        """Return the card of ``tip``."""
        note = "first" if is_first else "plan" if is_plan else ""
        return Card(tip.id, tip.picture, tip.gesture, tip.id, "", "yes", "no", 20, note, is_asked_for=is_asked_for)

    def question(self, kind: Kind) -> Card:
        """Return the question of ``kind``."""
        return Card(f"question-{kind}", Picture.FEATHER, Gesture.NONE, kind.value, "", "rarer", "off")


class FakeAnswers:
    """Remember what was said on cards. Implements ``services.tip_desk.Answers``."""

    def __init__(self) -> None:
        """Begin with nothing said."""
        self.said: list[tuple[str, str]] = []

    def rarer(self, kind: Kind) -> None:
        """Remember it."""
        self.said.append(("rarer", kind.value))

    def off(self, kind: Kind) -> None:
        """Remember it."""
        self.said.append(("off", kind.value))

    def written(self, theme: Theme, line: str) -> None:
        """Remember it."""
        self.said.append((theme.value, line))


class DayAtADesk:
    """Hold everything reminders come from, among fakes. It begins on a Monday at 9, in office hours, in UTC."""

    def __init__(self, tips: tuple[Tip, ...] = (), settings: Settings | None = None) -> None:
        """Begin with nothing sensed."""
        self.clock = FakeClock(MONDAY_9)
        self.delay = FakeDelay(self.clock)
        self.journal = FakeJournal()
        self.settings = settings or Settings()
        self.attention = FakeAttention(presence=Presence.ACTIVE)
        self.stand = FakeCardStand()
        self.answers = FakeAnswers()
        self.recurring = FakeRecurring(self.clock)
        self.library = FakeTips(*(tips or many_tips()))
        self.trouble: StorageError | None = None
        self.slept = timedelta(0)
        self._window = 0
        self._built: Rules | None = None
        self._started_at = MONDAY_9
        self.sources = Sources(self.clock, FakeCatalogue(), FakeHolidays(), lambda _settings: "en")
        self.activity = Activity(lambda: self.clock.now() - self._started_at, lambda: self.slept)
        self.occasions = Occasions(Sight(self.clock, self.journal, self._rules, self.activity))
        self.sensing = Sensing(lambda: self.attention)
        self.around = Surroundings(self.clock, self.delay, self.sensing.look, lambda: self.occasions.phase, Pace())
        self.desk = self._new_desk()
        self.reminder = Reminder(self._parts(), self.around)

    @property
    def reminders(self) -> Reminders:
        """Return what the person wants."""
        return self.settings.reminders

    def start(self) -> None:
        """Begin the day."""
        self.look_at_plan()
        self.sensing.listen(self.reminder.attend)

    def want(self, **changes: object) -> None:
        """Have the person want something else."""
        self.settings = self.settings._replace(reminders=self.reminders._replace(**changes))  # type: ignore[arg-type]
        self.look_at_plan()

    def look_at_plan(self) -> None:
        """Tell the phase that holds now."""
        self.reminder.phase_is(self._rules().schedule.phase_at(self.clock.now()))

    def set_phase(self, phase: Phase) -> None:
        """Have another phase hold."""
        self.reminder.phase_is(phase)

    def pass_by(self, **length: float) -> None:
        """Let time pass; the plan is looked at when its phase ends, and nothing else happens."""
        end = self.clock.now() + timedelta(**length)
        while True:
            change = self._rules().schedule.next_transition(self.clock.now())
            if change is None or change > end:
                break
            self.delay.pass_by(change - self.clock.now())
            self.look_at_plan()
        self.delay.pass_by(end - self.clock.now())

    def sleep(self, **length: float) -> None:
        """Let the machine sleep: time passes, and nobody does anything."""
        self.clock.advance(timedelta(**length))
        self.slept += timedelta(**length)
        self.delay.pass_by()

    def turn_to_another_window(self) -> None:
        """Have the person turn to another window."""
        self._window += 1
        self.attention.senses(active=Window(f"x11:{self._window:#x}"))

    def work_on(self, **length: float) -> None:
        """Let the person work, turning to another window every four minutes."""
        end = self.clock.now() + timedelta(**length)
        while self.clock.now() < end:
            self.turn_to_another_window()
            self.pass_by(seconds=min(240, (end - self.clock.now()).total_seconds()))

    def _rules(self) -> Rules:
        if self._built is None or self._built.settings is not self.settings:
            self._built = build_rules(self.settings, self.sources, (), self.clock.now())
        return self._built

    def _tips(self) -> tuple[Tip, ...]:
        if self.trouble is not None:
            raise self.trouble
        return self.library.tips()

    def break_tips(self) -> None:
        """Have the tips be unreadable."""
        self.trouble = StorageError(Text("Damaged."))

    def _new_desk(self) -> TipDesk:
        return TipDesk(
            DeskParts(
                self.clock,
                self.journal,
                lambda: self.stand,
                self._tips,
                FakeWriter(),
                self.answers,
                lambda: self.reminders,
                lambda: UTC_ZONE,
                "a seed",
            )
        )

    def _parts(self) -> ReminderParts:
        return ReminderParts(
            self.clock,
            self.delay,
            lambda: self.reminders,
            self.occasions,
            self.activity,
            self.desk,
            lambda: self.recurring,
            lambda: self.slept,
        )
