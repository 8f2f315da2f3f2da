# SPDX-License-Identifier: MIT
"""Are wins kept as they were written, and does one come back when it is wanted?"""

from datetime import date, timedelta

from fakes.notebook import FakeNotebook
from rideau.domain import wins
from rideau.domain.notebook import LONGEST, MOST, Buddy, Notes, Win
from rideau.services.wins import Wins

DAY = date(2026, 11, 20)
OLD = Win("The town hall thanked us", DAY - timedelta(days=40))
NEW = Win("A kind comment", DAY - timedelta(days=2))


def test_a_line_is_kept_without_the_white_space_around_it() -> None:
    notebook = FakeNotebook(Notes(wins=(OLD,)))
    kept = Wins(notebook, lambda: DAY)
    kept.keep("  One\n thing ")
    kept.keep(" \n")
    assert notebook.load().wins == (OLD, Win("One thing", DAY))


def test_a_line_too_many_or_too_long_is_kept_all_the_same() -> None:
    notebook = FakeNotebook(Notes(wins=(OLD,) * MOST))
    Wins(notebook, lambda: DAY).keep("x" * (LONGEST + 1))
    found = notebook.load().wins
    assert (len(found), found[-1]) == (MOST, Win("x" * LONGEST, DAY))


def test_an_older_win_comes_back_before_a_fresh_one() -> None:
    assert wins.recalled((OLD, NEW), DAY, 0) == OLD
    assert wins.recalled((NEW,), DAY, 0) == NEW
    assert wins.recalled((), DAY, 0) is None


def test_every_win_comes_back_on_some_day() -> None:
    many = tuple(Win(str(number), DAY - timedelta(days=99)) for number in range(7))
    assert {wins.recalled(many, DAY + timedelta(days=days), 3) for days in range(7)} == set(many)


def test_wins_live_in_the_notebook_latest_first() -> None:
    notebook = FakeNotebook(Notes(wins=(OLD,)))
    kept = Wins(notebook, lambda: DAY)
    kept.keep("Lunch outside")
    assert kept.history() == (Win("Lunch outside", DAY), OLD)
    assert kept.recalled(0) == OLD
    kept.let_go(OLD)
    assert notebook.load().wins == (Win("Lunch outside", DAY),)


def test_a_buddy_is_kept_by_name() -> None:
    kept = Wins(FakeNotebook(), lambda: DAY)
    assert kept.buddy == Buddy()
    kept.name_buddy(Buddy("Ana", "ana@example.org"))
    assert kept.buddy == Buddy("Ana", "ana@example.org")
