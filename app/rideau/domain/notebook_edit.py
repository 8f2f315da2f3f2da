# SPDX-License-Identifier: MIT
"""How does what is typed in the evening, and ticked in the morning, change the notebook? Pure functions."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from rideau.domain.notebook import LONGEST, MOST, Notes, Task, Thought, Win

TASKS = 3
"""How many open tasks are asked for at most (gentleness, rule 15)."""


def one_line(typed: str) -> str:
    """Return what was typed as one line: without ends of lines, and no longer than the notebook keeps."""
    return " ".join(_plain(typed).split())[:LONGEST]


def lines_of(typed: str) -> tuple[str, ...]:
    """Return each line of what was typed or pasted, without the empty ones and the marks of a list."""
    lines = (one_line(line).lstrip("-*•–·").strip() for line in typed.splitlines())  # noqa: RUF001 - dashes of lists
    return tuple(line for line in lines if line)[:MOST]


def tidied(notes: Notes) -> Notes:
    """Return ``notes`` without the tasks that are done: whoever comes back begins afresh."""
    return notes._replace(tasks=tuple(task for task in notes.tasks if not task.is_done))


def with_tasks(notes: Notes, tasks: Sequence[Task]) -> Notes:
    """Return ``notes`` with ``tasks`` in place of the ones it had; one without a word is none."""
    cleaned = (
        Task(one_line(each.what), one_line(each.where), one_line(each.when), one_line(each.first_move), each.is_done)
        for each in tasks
    )
    return notes._replace(tasks=tuple(each for each in cleaned if each.what))


def with_thought(notes: Notes, parked_at: datetime, typed: str) -> Notes:
    """Return ``notes`` with the thought parked at that instant saying what was ``typed``; nothing typed is none."""
    text = _plain(typed).strip()[:LONGEST]
    others = tuple(each for each in notes.thoughts if each.parked_at != parked_at)
    parked = (Thought(text, parked_at),) if text else ()
    return notes._replace(thoughts=_by_time((*others, *parked))[-MOST:])


def with_win(notes: Notes, on: date, before: str, typed: str) -> Notes:
    """Return ``notes`` with the win of that day that said ``before`` saying what was ``typed``; nothing is none."""
    text, wins = one_line(typed), list(notes.wins)
    place = wins.index(Win(before, on)) if before and Win(before, on) in wins else len(wins)
    wins[place : place + 1] = [Win(text, on)] if text else []
    return notes._replace(wins=tuple(wins)[-MOST:])


def win_of(notes: Notes, on: date) -> str:
    """Return what went well on that day, as it was written last; empty for nothing."""
    return next((each.text for each in reversed(notes.wins) if each.on == on), "")


def with_thoughts_done(notes: Notes, shown: Sequence[Thought], done: Collection[Thought]) -> Notes:
    """Return ``notes`` where of the thoughts that are ``shown`` those ``done`` are gone, and the others are kept."""
    others = tuple(each for each in notes.thoughts if each not in shown)
    return notes._replace(thoughts=_by_time((*others, *(each for each in shown if each not in done))))


def with_tonight_done(notes: Notes, shown: Sequence[str], done: Collection[str]) -> Notes:
    """Return ``notes`` where of what was ``shown`` to go out those ``done`` with are gone, and the others are kept."""
    others = tuple(each for each in notes.tonight if each not in shown)
    return notes._replace(tonight=(*(each for each in shown if each not in done), *others))


def with_task_done(notes: Notes, task: Task, *, is_done: bool) -> Notes:
    """Return ``notes`` with that task ticked off, or no longer."""
    tasks = (each._replace(is_done=is_done) if _is_same(each, task) else each for each in notes.tasks)
    return notes._replace(tasks=tuple(tasks))


def _is_same(one: Task, other: Task) -> bool:
    return one._replace(is_done=False) == other._replace(is_done=False)


def _by_time(thoughts: Sequence[Thought]) -> tuple[Thought, ...]:
    return tuple(sorted(thoughts, key=lambda each: each.parked_at))


def _plain(typed: str) -> str:
    """Return ``typed`` without what no file and no window shows: characters that steer, and halves of one."""
    return "".join(each if each.isprintable() or each in "\n\t" else " " for each in typed)
