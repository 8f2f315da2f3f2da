# SPDX-License-Identifier: MIT
"""What holds for each column right now, and until when is that so? The line under its heading."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from rideau.domain.network import Action, Network, Side
from rideau.domain.override import Override
from rideau.domain.phase import Phase
from rideau.domain.policy import PolicyRule, action_for
from rideau.domain.schedule import Schedule
from rideau.domain.settings import Settings
from rideau.services.rules import Sources, schedule_of, zone_of
from rideau.wording.moments import until, until_when
from rideau.wording.words import Words


class Standing(NamedTuple):
    """Hold what is said of the columns, and when it has to be said anew."""

    subtitles: Mapping[Side, str]
    turn: datetime | None
    """Aware; None where nothing changes by itself any more."""


def standing(
    words: Words, settings: Settings, sources: Sources, overrides: tuple[Override, ...], *, is_undecided: bool
) -> Standing:
    """Return what holds now under ``settings`` and what was switched by hand."""
    now = sources.clock.now()
    schedule = schedule_of(settings, sources, overrides, now)
    mixed = words.text("needs a decision") if is_undecided else words.text("work and private life in one place")
    subtitles = {
        Side.WORK: _work(words, settings, schedule, sources),
        Side.MIXED: mixed,
        Side.PERSONAL: _personal(words, settings, schedule.phase_at(now)),
    }
    return Standing(subtitles, schedule.next_transition(now))


def is_undecided(network: Network, settings: Settings) -> bool:
    """Tell whether ``network`` stays open because nobody says on which side it counts."""
    return action_for(network, Phase.QUIET, settings).rule is PolicyRule.UNDECIDED_MIXED


def _work(words: Words, settings: Settings, schedule: Schedule, sources: Sources) -> str:
    now, zone = sources.clock.now(), zone_of(settings, sources.clock)
    phase = schedule.phase_at(now)
    if phase.is_open:
        return _until_closing(words, settings, schedule, sources)
    does = _does(Side.WORK, phase, settings)
    opening = schedule.next_opening(now)
    when = until_when(words, opening, now, zone) if opening else ""
    if does is Action.BLOCK:
        return words.text("closed {until}", until=when) if when else words.text("closed")
    if does is Action.MUTE:
        return words.text("muted {until}", until=when) if when else words.text("muted")
    return words.text("stays open")


def _until_closing(words: Words, settings: Settings, schedule: Schedule, sources: Sources) -> str:
    """Return what comes after the open hours."""
    now, zone = sources.clock.now(), zone_of(settings, sources.clock)
    does, closing = _does(Side.WORK, Phase.QUIET, settings), schedule.next_closing(now)
    if closing is None or does not in {Action.BLOCK, Action.MUTE}:
        return words.text("stays open")
    when = until(words, closing, now, zone)
    return (
        words.text("closes {when}", when=when) if does is Action.BLOCK else words.text("muted from {when}", when=when)
    )


def _personal(words: Words, settings: Settings, phase: Phase) -> str:
    said = {Action.BLOCK: words.text("closed for now"), Action.MUTE: words.text("muted for now")}
    return said.get(_does(Side.PERSONAL, phase, settings), words.text("always yours"))


def _does(side: Side, phase: Phase, settings: Settings) -> Action:
    """Return what is done to a network on ``side`` of which nothing else is said."""
    return action_for(Network("", "", default_side=side), phase, settings).action
