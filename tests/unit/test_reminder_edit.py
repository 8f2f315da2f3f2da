# SPDX-License-Identifier: MIT
"""Does each change of the reminders change what it says, and nothing else?"""

import pytest

from fakes.tips import tip
from rideau.domain.reminder_edit import comes, with_asked, with_rarer, with_theme, with_tip
from rideau.domain.settings import Asked, Reminders, Settings
from rideau.domain.tip import Theme
from rideau.domain.tip_search import found

GLASS, WALK = tip("glass", Theme.DRINK, "Un thé, bientôt ?"), tip("walk", Theme.MOVE, "To the window.")


def test_a_tip_is_left_out_and_comes_back() -> None:
    without = with_tip(Settings(), "glass", comes=False)
    assert without == Settings(reminders=Reminders(tips_off=frozenset({"glass"})))
    assert (comes(without, GLASS), comes(without, WALK)) == (False, True)
    assert with_tip(without, "glass", comes=True) == Settings()


def test_a_theme_is_left_out_whole() -> None:
    without = with_theme(Settings(), Theme.DRINK, comes=False)
    assert (comes(without, GLASS), comes(without, WALK)) == (False, True)
    assert with_theme(without, Theme.DRINK, comes=True) == Settings()


def test_a_theme_comes_less_often() -> None:
    rarer = with_rarer(Settings(), Theme.DRINK, is_rarer=True)
    assert rarer.reminders.themes_rarer == {Theme.DRINK}
    assert with_rarer(rarer, Theme.DRINK, is_rarer=False) == Settings()


def test_what_recurs_is_wanted_or_not() -> None:
    both = with_asked(Settings(), Asked.MOVE, is_wanted=True)
    assert both.reminders.recurring == {Asked.MEAL, Asked.MOVE}
    assert with_asked(both, Asked.MOVE, is_wanted=False) == Settings()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["glass", "walk"]),
        ("the bientot", ["glass"]),
        ("WINDOW", ["walk"]),
        ("walk", ["walk"]),
        ("good idea", ["glass", "walk"]),
        ("nowhere", []),
    ],
)
def test_tips_are_found_by_their_words_whatever_the_accents(typed: str, names: list[str]) -> None:
    assert [each.id for each in found((GLASS, WALK), typed, "en")] == names
