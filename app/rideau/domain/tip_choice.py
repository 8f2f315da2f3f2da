# SPDX-License-Identifier: MIT
"""Which tip fits now? A pure choice: the same seed and history give the same tip (SPEC G3; gentleness, rules 4, 10)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from rideau.domain.settings import Asked, Reminders
from rideau.domain.tip import Kind, Moment, Theme, Tip
from rideau.domain.tip_history import History, Taste

SHORTEST_COOL_DOWN = timedelta(days=14)
RARER = 0.25
FOLLOWED, DISMISSED = 1.3, 0.6
"""By how much a theme weighs more or less for each time."""
LEAST, MOST = 0.1, 3.0
OF_THIS_MOMENT = 3.0
"""By how much a tip made for the moment weighs more than one for any."""
SEEN_BEFORE = 0.5

ASKED_THEMES: Mapping[Asked, Theme] = {
    Asked.MOVE: Theme.MOVE,
    Asked.MEAL: Theme.SNACK,
    Asked.WATER: Theme.DRINK,
    Asked.EYES: Theme.EYES,
}
ONLY_WHERE_WANTED = frozenset({Theme.MOVE, Theme.DRINK, Theme.EYES})
"""These come in their rhythm alone, which is off until the person wants it (gentleness, rules 12 and 13)."""
HOURLY = timedelta(minutes=50)
"""What recurs every hour waits up to ten minutes for a pause; sooner it does not come again, whatever held it up."""
MOST_WATER, WATER_DAY = 2, timedelta(hours=18)


class Context(NamedTuple):
    """Hold what a tip is wanted for."""

    now: datetime
    """Aware UTC."""
    moments: frozenset[Moment]
    """Those that hold now, ``ANY`` among them where a tip for any moment may come."""
    theme: Theme | None = None
    """The one theme that is wanted; None for whichever."""
    is_asked: bool = False
    """The person asked for this kind of reminder once and for all."""
    is_by_hand: bool = False
    """The person asks for one right now: no ceiling, no spacing, no back-off."""


class Preferences(NamedTuple):
    """Hold what the person wants, and what chance hangs on."""

    reminders: Reminders
    seed: str


def choose(tips: Iterable[Tip], context: Context, history: History, preferences: Preferences) -> Tip | None:
    """Return the tip for ``context``; None where none fits, or none may come."""
    reminders = preferences.reminders
    if not context.is_by_hand and history.free_at(reminders, context.now, is_asked=context.is_asked) > context.now:
        return None
    tired = _tired(context, history)
    fitting = [each for each in tips if each.theme not in tired and _fits(each, context, reminders)]
    found = [each for each in fitting if _is_rested(each, context, history)]
    if not found and (context.is_asked or context.is_by_hand):
        found = _longest_ago(fitting, history)  # asked for more often than there are words for
    if not found:
        return None
    chance = _chance(history, preferences.seed)
    themes = sorted({each.theme for each in found})
    tastes = history.tastes(context.now)
    theme = chance.choices(themes, [_weight(each, tastes, found, context, reminders) for each in themes])[0]
    of_theme = sorted((each for each in found if each.theme is theme), key=lambda each: each.id)
    return chance.choices(of_theme, [_tip_weight(each, context, history) for each in of_theme])[0]


def _chance(history: History, seed: str) -> Random:
    last = history.showings[-1].at.isoformat() if history.showings else ""
    return Random(f"{seed}|{len(history.showings)}|{last}")  # noqa: S311 - no secret: to be the same again


def _fits(tip: Tip, context: Context, reminders: Reminders) -> bool:
    """Tell whether ``tip`` is for this moment, and wanted."""
    if tip.id in reminders.tips_off or tip.theme in reminders.themes_off or not tip.moments & context.moments:
        return False
    if context.theme is not None or context.is_by_hand:
        return context.theme in {None, tip.theme}
    return tip.is_own or tip.theme not in ONLY_WHERE_WANTED


def _tired(context: Context, history: History) -> set[Theme]:
    """Return the themes that may not come now: they came last, or were dismissed."""
    if context.is_by_hand:
        return set()
    if context.is_asked:
        return {each for each in Theme if history.is_quiet(each, context.now) or _came_enough(each, context, history)}
    quiet = {each for each in Kind if history.is_quiet(each, context.now)}
    last = {each.theme for each in (history.last, history.last_unasked) if each is not None}
    return last | {each for each in Theme if each.kind in quiet}


def _came_enough(theme: Theme, context: Context, history: History) -> bool:
    """Tell whether what recurs came as often as it may: once an hour, water twice a day (rules 12 and 13)."""
    is_water = theme is Theme.DRINK
    since = context.now - (WATER_DAY if is_water else HOURLY)
    return history.asked_since(theme, since) >= (MOST_WATER if is_water else 1)


def _is_rested(tip: Tip, context: Context, history: History) -> bool:
    at = history.last_shown(tip.id)
    return at is None or context.now - at >= max(tip.cool_down, SHORTEST_COOL_DOWN)


def _longest_ago(tips: Sequence[Tip], history: History) -> list[Tip]:
    """Return the one that was shown longest ago; each of ``tips`` was."""
    ranked = sorted((at, each.id, each) for each in tips if (at := history.last_shown(each.id)) is not None)
    return [each for _, _, each in ranked[:1]]


def _weight(
    theme: Theme, tastes: Mapping[Theme, Taste], tips: Sequence[Tip], context: Context, reminders: Reminders
) -> float:
    """Return how likely ``theme`` is: less the more it came, more where it was followed."""
    taste = tastes.get(theme, Taste())
    liked = min(max(FOLLOWED**taste.followed * DISMISSED**taste.dismissed, LEAST), MOST)
    is_of_moment = any(each.theme is theme and _is_of_moment(each, context) for each in tips)
    rarer = RARER if theme in reminders.themes_rarer else 1.0
    return liked * rarer * (OF_THIS_MOMENT if is_of_moment else 1.0) / (1 + taste.shown) ** 2


def _tip_weight(tip: Tip, context: Context, history: History) -> float:
    """Return how likely ``tip`` is among those of its theme."""
    fresh = 1.0 if history.last_shown(tip.id) is None else SEEN_BEFORE
    return fresh * (OF_THIS_MOMENT if _is_of_moment(tip, context) else 1.0)


def _is_of_moment(tip: Tip, context: Context) -> bool:
    return bool(tip.moments & context.moments - {Moment.ANY})
