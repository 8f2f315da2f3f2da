# SPDX-License-Identifier: MIT
"""Does every cell, and every step, say plainly what is so?"""

import gettext
from datetime import date

import pytest

from rideau.domain.audit import Progress
from rideau.domain.network import Action, Side
from rideau.domain.phase import Phase
from rideau.domain.policy_edit import Difference, cell_at, with_allowance, with_cell
from rideau.domain.settings import AuditQuestion, LockLevel, Settings
from rideau.wording.audit_lines import QUESTIONS, STEPS, done_line, network_line, progress_line
from rideau.wording.policy_lines import (
    ACTION_NAMES,
    PHASE_HINTS,
    cell_does,
    cell_name,
    cell_notes,
    difference_name,
    explained,
)
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
GENTLE = Settings(lock_level=LockLevel.GENTLE)


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (Action.ALLOW, "left alone"),
        (Action.LIMIT, "30 minutes a day"),
        (Action.PAUSE, "a breath first"),
        (Action.MUTE, "muted"),
        (Action.BLOCK, "closed and muted"),
    ],
)
def test_a_cell_says_what_happens_in_plain_words(action: Action, said: str) -> None:
    settings = with_cell(Settings(), Phase.AWAY, Side.PERSONAL, action)
    cell = cell_at(settings, Phase.AWAY, Side.PERSONAL)
    assert cell_does(WORDS, cell, settings) == said
    assert cell_name(WORDS, cell, settings).startswith(f"Away, personal: {said}.")
    assert explained(WORDS, action, settings)


def test_whose_choice_a_cell_is_is_said() -> None:
    cell = cell_at(Settings(), Phase.QUIET, Side.WORK)
    assert cell_name(WORDS, cell, Settings()) == "Quiet, work: closed and muted. The default."
    assert cell_notes(WORDS, cell) == ""
    own = with_cell(Settings(), Phase.QUIET, Side.WORK, Action.MUTE)
    assert cell_name(WORDS, cell_at(own, Phase.QUIET, Side.WORK), own) == "Quiet, work: muted. Your own choice."
    assert cell_notes(WORDS, cell_at(own, Phase.QUIET, Side.WORK)) == "your choice"


def test_at_the_gentle_level_a_block_is_said_to_mute_only() -> None:
    assert cell_does(WORDS, cell_at(GENTLE, Phase.QUIET, Side.WORK), GENTLE) == "muted, not closed"
    assert explained(WORDS, Action.BLOCK, GENTLE) == "Your lock level is gentle: it stays open, and is muted only."


def test_focus_says_that_it_mutes_the_chats() -> None:
    cell = cell_at(Settings(), Phase.FOCUS, Side.WORK)
    assert cell_does(WORDS, cell, Settings()) == "left alone, but chats muted"


def test_a_single_network_says_the_same() -> None:
    settings = with_allowance(Settings(), 1)
    limited = Difference("slack", Phase.WORK, Action.LIMIT, Action.LIMIT)
    assert difference_name(WORDS, "Slack", limited, settings) == "Slack, Work: 1 minute a day."
    muted = Difference("slack", Phase.WORK, Action.MUTE, Action.MUTE)
    assert difference_name(WORDS, "Slack", muted, settings) == "Slack, Work: muted."


def test_every_phase_action_and_question_has_its_words() -> None:
    assert set(PHASE_HINTS) == set(Phase)
    assert set(ACTION_NAMES) == set(Action)
    assert set(QUESTIONS) == set(STEPS) == set(AuditQuestion)


@pytest.mark.parametrize(
    ("so_far", "said"),
    [
        (Progress(0, 0), "No step to take so far."),
        (Progress(0, 1), "0 of one step done. The rest can wait for a quiet hour."),
        (Progress(2, 5), "2 of 5 steps done. The rest can wait for a quiet hour."),
        (Progress(1, 1), "The one step is done."),
        (Progress(5, 5), "All 5 steps are done."),
    ],
)
def test_progress_is_said_without_a_reproach(so_far: Progress, said: str) -> None:
    assert progress_line(WORDS, so_far) == said


def test_a_network_says_first_what_there_is_to_do() -> None:
    assert network_line(WORDS, 2, Progress(1, 3)) == "2 steps to take"
    assert network_line(WORDS, 1, Progress(1, 1)) == "one question"
    assert network_line(WORDS, 0, Progress(1, 1)) == "kept apart"
    assert done_line(WORDS, date(2026, 11, 21)) == "Done on 21 November 2026"
