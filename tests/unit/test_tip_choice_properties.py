# SPDX-License-Identifier: MIT
"""Whatever is wanted, shown and dismissed: is no ceiling, no distance and no back-off ever breached?"""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from random import Random
from statistics import fmean
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.reminding import many_tips
from rideau.domain.settings import Reminders
from rideau.domain.tip import Kind, Moment, Outcome, Showing, Theme
from rideau.domain.tip_choice import ONLY_WHERE_WANTED, Context, Preferences, choose
from rideau.domain.tip_history import BETWEEN, HALF_DAY, MONTH, WEEK, History

PARIS = ZoneInfo("Europe/Paris")
TIPS = many_tips()
START = datetime(2026, 10, 19, 7, tzinfo=UTC)
"""A Monday; the clocks go back within the first week."""
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
BACK_OFF = {1: HALF_DAY, 3: WEEK, 4: MONTH}
MONTHS = 20
ENDS = (Outcome.EXPIRED, Outcome.DISMISSED, Outcome.FOLLOWED, Outcome.WITHDRAWN, Outcome.FAILED)
MOMENTS = st.frozensets(st.sampled_from(Moment)).map(lambda found: found | {Moment.ANY})
WISHES = st.tuples(st.integers(1, 2000), MOMENTS, st.booleans(), st.sampled_from(ENDS))


class Watched:
    """Hold somebody's cards, each checked against all before by the rules as they are written."""

    def __init__(self, wanted: Reminders, seed: str) -> None:
        self.wanted = wanted
        self.seed = seed
        self.history = History(PARIS)
        self.in_a_row: Counter[Kind] = Counter()
        self.dismissed_at: dict[Kind, datetime] = {}

    def ask(self, now: datetime, moments: frozenset[Moment], *, is_asked: bool = False) -> Showing | None:
        """Return the card that comes at ``now``, if one does, without an end yet."""
        context = Context(now, moments, Theme.MOVE if is_asked else None, is_asked)
        tip = choose(TIPS, context, self.history, Preferences(self.wanted, self.seed))
        return None if tip is None else Showing(now, tip.id, tip.theme, Outcome.EXPIRED, is_asked)

    def end(self, showing: Showing, outcome: Outcome) -> None:
        """Check the card, and have it end so."""
        self._check(showing)
        ended = showing._replace(outcome=outcome)
        self.history.add(ended)
        kind = showing.theme.kind
        if showing.is_asked or outcome not in {Outcome.DISMISSED, Outcome.FOLLOWED}:
            return
        if outcome is Outcome.DISMISSED:
            self.in_a_row[kind] += 1
            self.dismissed_at[kind] = showing.at
        else:
            self.in_a_row[kind] = 0

    def _check(self, new: Showing) -> None:
        before = self.history.showings
        assert all(new.at - each.at >= BETWEEN for each in before)
        if new.is_asked:
            return
        seen = [each for each in before if each.outcome is not Outcome.FAILED]
        unasked = [each for each in seen if not each.is_asked]
        apart = timedelta(minutes=self.wanted.apart_minutes)
        assert all(new.at - each.at >= apart for each in before if not each.is_asked)
        today = new.at.astimezone(PARIS).date()
        assert sum(each.at.astimezone(PARIS).date() == today for each in unasked) < self.wanted.per_day
        assert all(each.theme is not new.theme for each in (*seen[-1:], *unasked[-1:]))
        assert all(new.at - each.at >= 14 * DAY for each in seen if each.tip == new.tip)
        self._check_back_off(new)

    def _check_back_off(self, new: Showing) -> None:
        kind = new.theme.kind
        times, at = min(self.in_a_row[kind], 4), self.dismissed_at.get(kind)
        if at is not None and times:
            assert new.at - at >= BACK_OFF.get(times, HALF_DAY)
            if times == 2:
                days = new.at.astimezone(PARIS).date() - at.astimezone(PARIS).date()
                assert days >= 2 * DAY


@given(st.lists(WISHES, max_size=60), st.integers(1, 4), st.sampled_from([60, 90, 240]), st.text(max_size=5))
@settings(max_examples=60, deadline=None)
def test_no_rule_is_ever_breached(
    wishes: Sequence[tuple[int, frozenset[Moment], bool, Outcome]], per_day: int, apart: int, seed: str
) -> None:
    watched, now = Watched(Reminders(per_day=per_day, apart_minutes=apart), seed), START
    for minutes, moments, is_asked, outcome in wishes:
        now += minutes * MINUTE
        showing = watched.ask(now, moments, is_asked=is_asked)
        if showing is not None:
            watched.end(showing, outcome)
    history = History(PARIS, watched.history.showings)
    context = Context(now + DAY, frozenset({Moment.ANY}))
    assert choose(TIPS, context, history, Preferences(watched.wanted, seed)) == choose(
        TIPS, context, watched.history, Preferences(watched.wanted, seed)
    ), "the same seed and history give the same tip"


def month(seed: int, ends: Sequence[Outcome]) -> list[Showing]:
    """Return the cards of four weeks of office hours, in which one is wanted every twenty minutes."""
    chance = Random(seed)  # noqa: S311 - no secret: moods
    watched = Watched(Reminders(), str(seed))
    for day in range(28):
        date = START.astimezone(PARIS).date() + day * DAY
        if date.weekday() < 5:
            opening = datetime.combine(date, time(9), PARIS).astimezone(UTC)
            for step in range(27):
                showing = watched.ask(opening + step * 20 * MINUTE, frozenset({Moment.ANY}))
                if showing is not None:
                    watched.end(showing, chance.choice(ends))
    return watched.history.showings


def test_in_months_of_work_every_theme_has_its_fair_turn_and_no_rule_is_breached() -> None:
    """Fair: over all months no theme strays by a quarter from its even share; in one none is forgotten, or a habit."""
    counts: Counter[Theme] = Counter()
    for seed in range(MONTHS):
        cards = month(seed, (Outcome.EXPIRED, Outcome.WITHDRAWN))
        assert len(cards) == 80, "four a day, on twenty days"
        of_month = Counter(each.theme for each in cards)
        assert set(of_month) == set(Theme) - ONLY_WHERE_WANTED
        assert max(of_month.values()) <= 10
        counts += of_month
    even = fmean(counts.values())
    assert all(abs(count - even) < even / 4 for count in counts.values())


def test_in_months_of_every_mood_no_rule_is_breached() -> None:
    for seed in range(MONTHS):
        month(seed, ENDS)


def test_whoever_dismisses_everything_is_soon_left_alone() -> None:
    cards = month(1, (Outcome.DISMISSED,))
    of_kind = Counter(each.theme.kind for each in cards)
    assert all(of_kind[kind] <= 4 for kind in Kind)
    assert len({each.at.date() for each in cards}) < 15
