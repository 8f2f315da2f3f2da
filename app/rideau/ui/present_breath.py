# SPDX-License-Identifier: MIT
"""What is asked before a breath opens something? Domain values in, words out; no Qt."""

from collections.abc import Sequence
from typing import NamedTuple

from rideau.domain.app import Stopped
from rideau.services.breaths import UNANSWERED
from rideau.services.status import Status
from rideau.wording.breath import breath_title, breath_why, go_in, leave_it, load_again, urgent, what_for
from rideau.wording.words import Words


class BreathView(NamedTuple):
    """Hold what the breath before entering shows."""

    title: str
    why: str
    leave: str
    """The way out: it comes first, and has the keyboard."""
    go_in: str
    urgent: str
    """The way in without waiting."""
    what_for: str
    names: tuple[tuple[str, str], ...]
    """What it is about, each with its icon."""
    networks: tuple[str, ...]
    run_ids: tuple[str, ...]
    """The apps that wait for the answer; none for sites alone."""
    seconds: int
    answer_s: float
    """How long an answer is still waited for."""


def breath_view(waiting: Sequence[Stopped], status: Status, words: Words) -> BreathView:
    """Return what is asked of whoever wants into ``waiting``, apps and sites that are paused."""
    names = tuple(dict.fromkeys(each.name for each in waiting))
    first = min(each.at for each in waiting)
    return BreathView(
        title=breath_title(words, names),
        why=_why(words, has_sites=any(not each.run_id for each in waiting)),
        leave=leave_it(words, status),
        go_in=go_in(words, status.breath.minutes),
        urgent=urgent(words),
        what_for=what_for(words),
        names=tuple(dict.fromkeys((each.name, each.icon) for each in waiting)),
        networks=tuple(dict.fromkeys(each.network for each in waiting)),
        run_ids=tuple(each.run_id for each in waiting if each.run_id),
        seconds=status.breath.seconds,
        answer_s=max((UNANSWERED - (status.at - first)).total_seconds(), 0.0),
    )


def _why(words: Words, *, has_sites: bool) -> str:
    """Return what the breath is for; a page that was refused does not come back by itself."""
    if not has_sites:
        return breath_why(words)
    return f"{breath_why(words)} {load_again(words)}"
