# SPDX-License-Identifier: MIT
"""Which card is shown, how did it end, and what is remembered of it? (SPEC G1, G3; gentleness, rules 1, 4, 10)."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from rideau.domain.error import RideauError
from rideau.domain.settings import Asked, Reminders
from rideau.domain.tip import Kind, Moment, Outcome, Showing, Theme, Tip
from rideau.domain.tip_history import QUESTION, History, tomorrow
from rideau.ports.card import Card, CardHeard, CardStand
from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.offering import Offer

if TYPE_CHECKING:
    from rideau.domain.tip_choice import Context

log = logging.getLogger(__name__)

REMEMBERED = timedelta(days=100)
"""How far back the journal is read: longer than any cool-down, any back-off and any taste lasts."""


class CardWriter(Protocol):
    """Word cards in the person's language."""

    def card(self, tip: Tip, *, is_first: bool, is_asked_for: bool, is_plan: bool) -> Card:
        """Return the card of ``tip``.

        The very first one says once that the words change each time (gentleness, rule 10); one that a hand asked for
        may have the keyboard; late in the evening it shows one's own plan (rule 17).
        """
        ...

    def question(self, kind: Kind) -> Card:
        """Return the one question, of a kind that was dismissed again and again: rarer, off, or keep."""
        ...


class Answers(Protocol):
    """Take what is said on a card. Main thread; trouble is said, never raised."""

    def rarer(self, kind: Kind) -> None:
        """Let the themes of ``kind`` come less often from now on."""
        ...

    def off(self, kind: Kind) -> None:
        """Let them come no more."""
        ...

    def written(self, theme: Theme, line: str) -> None:
        """Keep what was written on a card of ``theme``."""
        ...


class DeskParts(NamedTuple):
    """Hold what the desk of tips works with."""

    clock: Clock
    journal: Journal
    stand: Callable[[], CardStand]
    tips: Callable[[], tuple[Tip, ...]]
    writer: CardWriter
    answers: Answers
    reminders: Callable[[], Reminders]
    zone: Callable[[], ZoneInfo]
    seed: str
    next_work_day: Callable[[date], date] = tomorrow


class _OnShow(NamedTuple):
    """Hold the card that is there."""

    showing: Showing
    tip: Tip | None
    kind: Kind | None
    """The kind that the one question is about."""


class TipDesk:
    """Choose, show, withdraw and remember cards: one at a time, never a queue. Main thread.

    Whether the moment is right was seen to before (``services.offering``).
    """

    def __init__(self, parts: DeskParts) -> None:
        """Begin with nothing on the screen; history is read when it is first needed."""
        self._parts = parts
        self._history: History | None = None
        self._zone: ZoneInfo | None = None
        self._stand: CardStand | None = None
        self._on_show: _OnShow | None = None
        self.has_shown = False
        """Whether a card was seen since the app began."""
        self.changed: list[Callable[[], None]] = []
        """Who is told that a card came or went."""

    @property
    def is_showing(self) -> bool:
        """Tell whether a card is there, or on its way."""
        return self._on_show is not None

    @property
    def last(self) -> Tip | None:
        """Return the tip that was seen last, so far as it is still there."""
        shown = [each for each in self.history.showings if each.outcome is not Outcome.FAILED]
        by_id = {each.id: each for each in self._tips()} if shown else {}
        return next((by_id[each.tip] for each in reversed(shown) if each.tip in by_id), None)

    @property
    def history(self) -> History:
        """Return what is remembered, by the days of the zone in force."""
        zone = self._parts.zone()
        if self._history is None:
            self._history = self._folded(_remembered(self._parts.journal, self._parts.clock.now()))
        elif zone != self._zone:
            self._history = self._folded(self._history.showings)
        self._zone = zone
        return self._history

    def free_at(self, now: datetime, *, is_asked: bool) -> datetime:
        """Return when the next card may come at the earliest."""
        return self.history.free_at(self._parts.reminders(), now, is_asked=is_asked)

    def speak(self, offer: Offer, moments: frozenset[Moment]) -> bool:
        """Show what fits ``offer``, while ``moments`` hold; False where nothing does."""
        from rideau.domain.tip_choice import ASKED_THEMES, Context  # noqa: PLC0415 - with the first card: 0.1 MB

        now = self._parts.clock.now()
        is_asked = offer.asked is not None and offer.asked is not Asked.MEAL
        if self.is_showing or self.free_at(now, is_asked=is_asked) > now:
            return False
        if not is_asked and Moment.ANY in moments and (kind := self.history.question(now)) is not None:
            self._show(
                self._parts.writer.question(kind), Showing(now, QUESTION + kind, kind.themes[0], Outcome.EXPIRED)
            )
            return True
        theme = None if offer.asked is None else ASKED_THEMES[offer.asked]
        tip = self._choose(Context(now, moments, theme, is_asked))
        if tip is None:
            return False
        is_first, is_plan = self.history.last is None, Moment.ANY not in moments
        card = self._parts.writer.card(tip, is_first=is_first, is_asked_for=False, is_plan=is_plan)
        self._show(card, Showing(now, tip.id, tip.theme, Outcome.EXPIRED, is_asked=is_asked), tip)
        return True

    def show_last(self) -> bool:
        """Show the last card again, because a hand asks for it; False where there is none."""
        return self._show_by_hand(self.last)

    def show_now(self, moments: frozenset[Moment]) -> bool:
        """Show one that fits ``moments``, because a hand asks for it; False where none does."""
        from rideau.domain.tip_choice import Context  # noqa: PLC0415 - as above

        wanted = moments | {Moment.ANY}
        return self._show_by_hand(self._choose(Context(self._parts.clock.now(), wanted, is_by_hand=True)))

    def show(self, tip: str) -> bool:
        """Show the one called ``tip``, because a hand asks for it; False where there is none."""
        return self._show_by_hand(next((each for each in self._tips() if each.id == tip), None))

    def withdraw(self) -> None:
        """Take the card off the screen at once."""
        if self._stand is not None and self._on_show is not None:
            self._stand.withdraw()

    def dismiss(self) -> None:
        """Put the card away by hand; without one, nothing."""
        on_show = self._on_show
        if self._stand is not None and on_show is not None:
            self._stand.close()
            self._ended(on_show, Outcome.DISMISSED, "")

    def close(self) -> None:
        """Take everything off the screen, for good."""
        on_show = self._on_show
        if self._stand is not None:
            self._stand.close()
        if on_show is not None:
            self._ended(on_show, Outcome.WITHDRAWN, "")

    def _folded(self, showings: list[Showing]) -> History:
        return History(self._parts.zone(), showings, self._parts.next_work_day)

    def _show_by_hand(self, tip: Tip | None) -> bool:
        if tip is None:
            return False
        now = self._parts.clock.now()
        showing = Showing(now, tip.id, tip.theme, Outcome.EXPIRED, is_asked=True, is_by_hand=True)
        card = self._parts.writer.card(tip, is_first=False, is_asked_for=True, is_plan=False)
        self._show(card, showing, tip)
        return True

    def _show(self, card: Card, showing: Showing, tip: Tip | None = None) -> None:
        kind = None if tip is not None else Kind(showing.tip.removeprefix(QUESTION))
        if self._stand is None:
            self._stand = self._parts.stand()
        if (there := self._on_show) is not None:
            self._ended(there, Outcome.WITHDRAWN, "")  # the stand has it make room
        self._on_show = on_show = _OnShow(showing, tip, kind)
        self._stand.show(card, CardHeard(_nothing, partial(self._end_of, on_show)))
        self._tell()

    def _end_of(self, on_show: _OnShow, outcome: Outcome, line: str) -> None:
        if self._on_show is on_show:  # else it made room for another, and was remembered then
            self._ended(on_show, outcome, line)

    def _ended(self, on_show: _OnShow, outcome: Outcome, line: str) -> None:
        self._on_show = None
        self.has_shown |= outcome is not Outcome.FAILED
        self._remember(on_show.showing._replace(outcome=outcome))
        if on_show.kind is not None:
            self._answered(on_show.kind, outcome, line)
        elif outcome is Outcome.FOLLOWED and line:
            self._parts.answers.written(on_show.showing.theme, line)
        self._tell()

    def _answered(self, kind: Kind, outcome: Outcome, line: str) -> None:
        """Do as the one question was answered; closing it keeps everything."""
        if outcome is Outcome.FOLLOWED:
            self._parts.answers.rarer(kind)
        elif outcome is Outcome.DISMISSED and line:
            self._parts.answers.off(kind)

    def _remember(self, showing: Showing) -> None:
        self.history.add(showing)
        details: dict[str, str | int] = {
            "tip": showing.tip,
            "theme": showing.theme.value,
            "outcome": showing.outcome.value,
        }
        if showing.is_asked:
            details["asked"] = 1
        if showing.is_by_hand:
            details["by_hand"] = 1
        self._parts.journal.record(Event(showing.at, EventKind.TIP, details))

    def _choose(self, context: "Context") -> Tip | None:
        from rideau.domain.tip_choice import Preferences, choose  # noqa: PLC0415 - as above

        return choose(self._tips(), context, self.history, Preferences(self._parts.reminders(), self._parts.seed))

    def _tips(self) -> tuple[Tip, ...]:
        try:
            return self._parts.tips()
        except RideauError as error:
            log.warning("There are no tips: %s", error)
            return ()

    def _tell(self) -> None:
        for each in self.changed:
            each()


def _remembered(journal: Journal, now: datetime) -> list[Showing]:
    """Return the cards that the journal tells of; what it says of themes that are no more is passed over."""
    events = journal.events(now - REMEMBERED, (EventKind.TIP,))
    told = (_showing(each) for each in events if each.at <= now)
    return [each for each in told if each is not None]


def _showing(event: Event) -> Showing | None:
    details = event.details
    try:
        theme, outcome = Theme(str(details.get("theme"))), Outcome(str(details.get("outcome")))
    except ValueError:
        return None
    tip = str(details.get("tip", ""))
    return Showing(event.at, tip, theme, outcome, bool(details.get("asked")), bool(details.get("by_hand")))


def _nothing() -> None:
    """Do nothing: a card counts from when it was asked for."""
