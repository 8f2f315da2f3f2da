# SPDX-License-Identifier: MIT
"""Is what is said on a card kept where it belongs, and trouble said?"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from fakes.clock import FakeClock
from fakes.notebook import FakeNotebook
from fakes.settings_store import FakeSettingsStore
from rideau.domain.error import RideauError
from rideau.domain.notebook import LONGEST, Thought, Win
from rideau.domain.tip import Kind, Theme
from rideau.services.card_answers import AnswerParts, CardAnswers

LATE = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
IN_PARIS = date(2026, 11, 21)


class Answering:
    """Hold the answers among fakes, and what was said of trouble."""

    def __init__(self) -> None:
        self.notebook, self.store = FakeNotebook(), FakeSettingsStore()
        self.trouble: list[RideauError] = []
        zone = ZoneInfo("Europe/Paris")
        parts = AnswerParts(FakeClock(LATE), lambda: zone, self.notebook, self.store, self.trouble.append)
        self.answers = CardAnswers(parts)


@pytest.fixture
def answering() -> Answering:
    return Answering()


def test_a_line_on_a_card_of_wins_is_a_win_of_the_local_day(answering: Answering) -> None:
    answering.answers.written(Theme.WIN, "The fair went well")
    assert answering.notebook.notes.wins == (Win("The fair went well", IN_PARIS),)
    assert answering.notebook.notes.thoughts == ()


def test_a_line_on_any_other_card_is_a_thought_that_the_notebook_takes(answering: Answering) -> None:
    answering.answers.written(Theme.THINK, "x" * (LONGEST + 1))
    assert answering.notebook.notes.thoughts == (Thought("x" * LONGEST, LATE),)


def test_a_kind_comes_less_often_or_no_more_and_others_as_before(answering: Answering) -> None:
    answering.answers.rarer(Kind.REST)
    answering.answers.off(Kind.CRAFT)
    held = answering.store.load().reminders
    assert held.themes_rarer == {Theme.BREATHE, Theme.DRINK, Theme.SNACK, Theme.EYES, Theme.MOVE}
    assert held.themes_off == {Theme.THINK, Theme.ACCOUNTS, Theme.ENERGY, Theme.TOOLS}


def test_what_could_not_be_kept_is_said(answering: Answering) -> None:
    answering.notebook.is_full = answering.store.is_disk_full = True
    answering.answers.written(Theme.WIN, "A kind comment")
    answering.answers.off(Kind.REST)
    assert len(answering.trouble) == 2
