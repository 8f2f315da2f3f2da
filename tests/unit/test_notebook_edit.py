# SPDX-License-Identifier: MIT
"""What becomes of the notebook when something is typed in the evening, or ticked in the morning?"""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rideau.domain.notebook import LONGEST, MOST, Notes, Task, Thought, Win, count_of
from rideau.domain.notebook_edit import (
    lines_of,
    one_line,
    tidied,
    win_of,
    with_task_done,
    with_tasks,
    with_thought,
    with_thoughts_done,
    with_tonight_done,
    with_win,
)

NOW = datetime(2026, 11, 20, 17, tzinfo=UTC)
TODAY = date(2026, 11, 20)
OLDER = Thought("older", NOW - timedelta(days=1))


def test_several_lines_that_are_pasted_become_items_without_the_marks_of_a_list() -> None:
    assert lines_of("- 20:00 post\n\n * Newsletter \r\n• third\n  ") == ("20:00 post", "Newsletter", "third")
    assert len(lines_of("x\n" * (MOST + 5))) == MOST


@given(st.text())
def test_whatever_is_typed_is_something_that_can_be_kept(typed: str) -> None:
    for said in (
        one_line(typed),
        *lines_of(typed),
        *(each.text for each in with_thought(Notes(), NOW, typed).thoughts),
    ):
        assert len(said) <= LONGEST
        assert "\0" not in said
        said.encode()


def test_what_is_longer_than_the_notebook_keeps_is_cut() -> None:
    assert len(one_line("x" * (LONGEST + 1))) == LONGEST
    assert len(with_thought(Notes(), NOW, "x" * (LONGEST + 1)).thoughts[0].text) == LONGEST


def test_a_task_without_a_word_is_none_and_done_ones_are_gone_the_next_time() -> None:
    notes = with_tasks(
        Notes(), (Task(" call \n back ", where=" desk "), Task("  ", where="x"), Task("b", is_done=True))
    )
    assert notes.tasks == (Task("call back", "desk"), Task("b", is_done=True))
    assert tidied(notes).tasks == (Task("call back", "desk"),)


def test_a_thought_is_typed_on_and_let_go_of_by_emptying_it() -> None:
    notes = with_thought(Notes(thoughts=(OLDER,)), NOW, "a new")
    notes = with_thought(notes, NOW, "a new one\nof two lines ")
    assert notes.thoughts == (OLDER, Thought("a new one\nof two lines", NOW))
    assert with_thought(notes, NOW, " ").thoughts == (OLDER,)


def test_the_oldest_thoughts_make_room() -> None:
    full = Notes(thoughts=tuple(Thought("x", NOW - timedelta(days=n)) for n in range(MOST, 0, -1)))
    notes = with_thought(full, NOW, "new")
    assert len(notes.thoughts) == MOST
    assert notes.thoughts[-1].text == "new"


def test_a_win_is_changed_in_its_place_and_others_of_the_day_stay() -> None:
    notes = Notes(wins=(Win("a", TODAY), Win("b", TODAY)))
    assert with_win(notes, TODAY, "a", "A").wins == (Win("A", TODAY), Win("b", TODAY))
    assert with_win(notes, TODAY, "a", "").wins == (Win("b", TODAY),)
    assert with_win(notes, TODAY, "", "c").wins == (*notes.wins, Win("c", TODAY))
    assert with_win(notes, TODAY, "gone", "c").wins == (*notes.wins, Win("c", TODAY))
    assert with_win(notes, TODAY, "", " ") == notes


def test_the_latest_win_of_the_day_is_shown_again() -> None:
    notes = Notes(wins=(Win("old", TODAY - timedelta(days=1)), Win("a", TODAY), Win("b", TODAY)))
    assert win_of(notes, TODAY) == "b"
    assert win_of(notes, TODAY + timedelta(days=1)) == ""


def test_what_is_ticked_is_gone_and_what_is_not_waits_with_what_came_meanwhile() -> None:
    shown = (OLDER, Thought("second", NOW))
    meanwhile = Thought("meanwhile", NOW + timedelta(minutes=1))
    notes = with_thoughts_done(Notes(thoughts=(*shown, meanwhile)), shown, {OLDER})
    assert notes.thoughts == (shown[1], meanwhile)
    assert with_thoughts_done(notes, shown, ()).thoughts == (*shown, meanwhile), "a tick is taken back"


def test_what_went_out_is_ticked_off_the_same_way() -> None:
    notes = with_tonight_done(Notes(tonight=("a", "b", "new")), ("a", "b"), {"a"})
    assert notes.tonight == ("b", "new")
    assert with_tonight_done(notes, ("a", "b"), ()).tonight == ("a", "b", "new")


def test_a_task_is_ticked_and_the_tick_taken_back() -> None:
    notes = Notes(tasks=(Task("a"), Task("b", "desk")))
    done = with_task_done(notes, Task("b", "desk"), is_done=True)
    assert done.tasks == (Task("a"), Task("b", "desk", is_done=True))
    assert with_task_done(done, Task("b", "desk"), is_done=False) == notes


def test_entries_are_counted() -> None:
    assert count_of(Notes()) == 0
    assert count_of(Notes(tasks=(Task("a"),), thoughts=(OLDER,), wins=(Win("w", TODAY),), tonight=("x", "y"))) == 5
