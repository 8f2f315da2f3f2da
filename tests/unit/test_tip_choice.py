# SPDX-License-Identifier: MIT
"""Does the tip that is chosen fit, and is none forced on anybody (SPEC G3; gentleness, rules 4, 10)?"""

from collections import Counter
from datetime import timedelta

import pytest

from fakes.reminding import MONDAY_9, UTC_ZONE, a_tip, many_tips
from rideau.domain.settings import Reminders
from rideau.domain.tip import Kind, Moment, Outcome, Showing, Theme, Tip
from rideau.domain.tip_choice import Context, Preferences, choose
from rideau.domain.tip_history import History

DAY = timedelta(days=1)
ANY = frozenset({Moment.ANY})
TIPS = many_tips()


def showing(tip: Tip, ago: timedelta, outcome: Outcome = Outcome.EXPIRED, **more: bool) -> Showing:
    return Showing(MONDAY_9 - ago, tip.id, tip.theme, outcome, **more)


def chosen(
    tips: tuple[Tip, ...] = TIPS,
    *showings: Showing,
    wanted: Reminders | None = None,
    seed: str = "a seed",
    **context: object,
) -> Tip | None:
    return choose(
        tips,
        Context(MONDAY_9, ANY)._replace(**context),  # type: ignore[arg-type]
        History(UTC_ZONE, showings),
        Preferences(wanted or Reminders(), seed),
    )


def counted(*showings: Showing, wanted: Reminders | None = None, **context: object) -> Counter[Theme]:
    """Return how often each theme is chosen over many seeds."""
    found = (chosen(TIPS, *showings, wanted=wanted, seed=str(seed), **context) for seed in range(600))
    return Counter(each.theme for each in found if each is not None)


def test_the_same_seed_and_history_give_the_same_tip() -> None:
    assert chosen() == chosen()
    assert len({str(chosen(seed=str(seed))) for seed in range(50)}) > 10
    assert chosen(tuple(reversed(TIPS))) == chosen(), "whatever order they are read in"


def test_a_tip_fits_the_moment_or_is_none() -> None:
    late = a_tip("late", Theme.PHONE, frozenset({Moment.LATE_ATTEMPT}))
    assert chosen((late,)) is None
    assert chosen((late,), moments=frozenset({Moment.LATE_ATTEMPT})) == late
    assert chosen(TIPS, moments=frozenset()) is None


def test_what_was_made_for_the_moment_is_likelier() -> None:
    two = (a_tip("any", Theme.TOOLS), a_tip("friday", Theme.TOOLS, frozenset({Moment.FRIDAY})))
    moments = ANY | {Moment.FRIDAY}
    found = Counter(str(chosen(two, seed=str(seed), moments=moments)) for seed in range(400))
    assert found[str(two[1])] > 2 * found[str(two[0])] > 0


def test_what_is_switched_off_never_comes() -> None:
    tip = a_tip("tea", Theme.BREATHE)
    assert chosen((tip,), wanted=Reminders(tips_off=frozenset({"tea"}))) is None
    assert chosen((tip,), wanted=Reminders(themes_off=frozenset({Theme.BREATHE}))) is None
    assert chosen((tip,), wanted=Reminders(tips_off=frozenset({"tea"})), is_by_hand=True) is None


def test_a_theme_never_comes_twice_in_a_row_and_no_tip_twice_in_two_weeks() -> None:
    tea, soup, run = a_tip("tea", Theme.BREATHE), a_tip("soup", Theme.SNACK), a_tip("run", Theme.MOVE)
    assert chosen((tea, soup), showing(tea, DAY)) == soup
    assert chosen((tea,), showing(tea, 20 * DAY)) is None, "its theme was the last one"
    assert chosen((tea, soup), showing(tea, 13 * DAY), showing(soup, DAY)) is None
    assert chosen((tea, soup), showing(tea, 14 * DAY), showing(soup, DAY)) == tea
    asked = showing(run, DAY / 4, is_asked=True)
    assert chosen((soup, run._replace(is_own=True)), showing(soup, DAY), asked) is None, (
        "neither the last one nor the last unasked one"
    )


def test_a_longer_cool_down_holds() -> None:
    tea = a_tip("tea", Theme.BREATHE)._replace(cool_down=40 * DAY)
    soup = showing(a_tip("soup", Theme.SNACK), DAY)
    assert chosen((tea,), showing(tea, 39 * DAY), soup) is None
    assert chosen((tea,), showing(tea, 40 * DAY), soup) == tea


def test_nothing_comes_while_it_is_too_soon_or_its_kind_is_left_alone() -> None:
    tea, ask = a_tip("tea", Theme.BREATHE), a_tip("ask", Theme.ASK)
    assert chosen((tea, ask), showing(a_tip("soup", Theme.SNACK), DAY / 48)) is None
    dismissed = showing(a_tip("soup", Theme.SNACK), DAY / 4, Outcome.DISMISSED)
    assert chosen((tea, ask), dismissed) == ask
    assert chosen((tea,), dismissed) is None


def test_dismissed_themes_weigh_less_and_followed_ones_more() -> None:
    first, other = TIPS[0], a_tip("other", Theme.TOOLS)
    plain = counted(showing(first, 30 * DAY), showing(other, DAY))[first.theme]
    disliked = counted(showing(first, 30 * DAY, Outcome.DISMISSED), showing(other, DAY))[first.theme]
    liked = counted(showing(first, 30 * DAY, Outcome.FOLLOWED), showing(other, DAY))[first.theme]
    assert 0 < disliked < plain < liked


def test_rarer_themes_come_less_often_and_still_come() -> None:
    rarer = counted(wanted=Reminders(themes_rarer=frozenset({Theme.WIN})))
    assert 0 < rarer[Theme.WIN] < min(count for theme, count in rarer.items() if theme is not Theme.WIN) / 2


def test_themes_that_came_come_less_so_that_all_have_their_turn() -> None:
    came = counted(*(showing(each, 20 * DAY) for each in TIPS[:5]), showing(TIPS[-1], DAY))
    assert came[TIPS[0].theme] < min(count for theme, count in came.items() if theme is not TIPS[0].theme) / 3


def test_what_recurs_has_its_own_theme_and_repeats_the_oldest_words_when_all_were_said() -> None:
    walks = tuple(a_tip(f"walk-{number}", Theme.MOVE) for number in range(2))
    hour = DAY / 24
    said = (showing(walks[1], 3 * hour, is_asked=True), showing(walks[0], 2 * hour, is_asked=True))
    context = {"theme": Theme.MOVE, "is_asked": True}
    assert chosen((*walks, a_tip("tea", Theme.BREATHE)), *said, **context) == walks[1]
    assert chosen((), **context) is None
    dismissed = showing(walks[0], 2 * hour, Outcome.DISMISSED, is_asked=True)
    assert chosen(walks, dismissed, **context) is None


def test_by_hand_one_comes_at_any_time_and_whatever_was_dismissed() -> None:
    tea = a_tip("tea", Theme.BREATHE)
    assert chosen((tea,), showing(tea, DAY / 1000, Outcome.DISMISSED), is_by_hand=True) == tea


def test_a_tip_of_a_quiet_kind_comes_again_after_its_silence() -> None:
    tea = a_tip("tea", Theme.BREATHE)
    soup = showing(a_tip("soup", Theme.SNACK), DAY, Outcome.DISMISSED)
    assert History(UTC_ZONE, [soup]).standing(Kind.REST).step == 1
    assert chosen((tea,), soup) == tea


@pytest.mark.parametrize("theme", [Theme.MOVE, Theme.DRINK, Theme.EYES])
def test_moving_water_and_eyes_come_only_in_the_rhythm_that_was_asked_for(theme: Theme) -> None:
    tip = a_tip("tip", theme)
    assert chosen((tip,)) is None
    assert chosen((tip,), theme=theme, is_asked=True) == tip
    assert chosen((tip,), is_by_hand=True) == tip
    assert chosen((tip._replace(is_own=True),)) is not None, "one's own come as one wrote them"


@pytest.mark.parametrize(("theme", "minutes"), [(Theme.MOVE, 50), (Theme.EYES, 50)])
def test_what_a_call_held_up_does_not_come_twice_within_the_hour(theme: Theme, minutes: int) -> None:
    tip, other = a_tip("tip", theme), a_tip("other", theme)
    just_now = showing(other, timedelta(minutes=minutes - 1), is_asked=True)
    assert chosen((tip,), just_now, theme=theme, is_asked=True) is None
    before = showing(other, timedelta(minutes=minutes), is_asked=True)
    assert chosen((tip,), before, theme=theme, is_asked=True) == tip
    failed = showing(other, timedelta(minutes=minutes - 1), Outcome.FAILED, is_asked=True)
    assert chosen((tip,), failed, theme=theme, is_asked=True) == tip


def test_water_comes_twice_a_day_at_most_whatever_the_hours_were_moved_to() -> None:
    tip, other = a_tip("tip", Theme.DRINK), a_tip("other", Theme.DRINK)
    once = showing(other, DAY / 6, is_asked=True)
    assert chosen((tip,), once, theme=Theme.DRINK, is_asked=True) == tip
    again = showing(other, DAY / 12, is_asked=True)
    assert chosen((tip,), once, again, theme=Theme.DRINK, is_asked=True) is None
