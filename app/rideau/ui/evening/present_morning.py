# SPDX-License-Identifier: MIT
"""What does the morning's small window say? Domain values in, words out; no Qt."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.notebook import Notes, Task, Thought
from rideau.domain.notebook_edit import tidied
from rideau.wording.moments import clock_time
from rideau.wording.phrases import digest, waiting
from rideau.wording.wind_down import greeting
from rideau.wording.words import Words


class MorningFacts(NamedTuple):
    """Hold what the window is about."""

    now: datetime
    """Aware."""
    zone: ZoneInfo
    closes_at: datetime | None
    """When the day ends; None for never."""
    notes: Notes
    waited: tuple[tuple[str, int], ...] = ()
    """How many things waited, by network id, most first."""
    names: Mapping[str, str] = MappingProxyType({})
    """The networks' names by id."""
    win: str = ""
    """Something that went well once, for a morning after a hard evening."""


class MorningView(NamedTuple):
    """Hold what is said."""

    title: str
    until: str
    thoughts_title: str
    thoughts: tuple[Thought, ...]
    waited_title: str
    waited: str
    tasks_title: str
    tasks: tuple[tuple[Task, str], ...]
    """Each with where, when and the first move in one line."""
    tonight_title: str
    tonight: tuple[str, ...]
    win: str
    begin: str


def morning_view(facts: MorningFacts, words: Words) -> MorningView:
    """Return what is said of ``facts``."""
    waited = digest(words, facts.waited, facts.names)[1] if facts.waited else ""
    until = ""
    if facts.closes_at is not None:
        until = words.text("Open until {time}.", time=clock_time(words, facts.closes_at.astimezone(facts.zone)))
    return MorningView(
        title=greeting(words, facts.now, facts.zone),
        until=until,
        thoughts_title=words.plural("You parked a thought", "You parked these thoughts", len(facts.notes.thoughts)),
        thoughts=facts.notes.thoughts,
        waited_title=waiting(words, sum(count for _, count in facts.waited), is_open=True),
        waited=waited,
        tasks_title=words.text("Where you left off"),
        tasks=tuple((each, _plan_of(each)) for each in tidied(facts.notes).tasks),
        tonight_title=words.text("Went out by itself, or goes out today"),
        tonight=facts.notes.tonight,
        win=words.text("It went well once: {win}", win=facts.win) if facts.win else "",
        begin=words.text("Begin the day"),
    )


def _plan_of(task: Task) -> str:
    return " · ".join(each for each in (task.where, task.when, task.first_move) if each)
