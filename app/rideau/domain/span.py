# SPDX-License-Identifier: MIT
"""How are stretches of time joined, cut and laid over each other? Plain arithmetic on half-open spans.

A span is a bare tuple, and its reason too: hundreds are made for every two months that are compiled, and values with
names cost most of the time that compiling may take.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from operator import itemgetter
from typing import TypeAlias

from rideau.domain.phase import Phase, Rule
from rideau.domain.wall_clock import LAST_INSTANT

Why: TypeAlias = tuple[Rule, str, date | None, str]
"""The fields of a ``Reason``, in its order."""

Span: TypeAlias = tuple[datetime, datetime, Phase, Why]
"""Start and end in aware UTC, half-open, and what the span asks for."""

_start = itemgetter(0)

_NEVER: Span = (LAST_INSTANT, LAST_INSTANT, Phase.QUIET, (Rule.OUTSIDE_HOURS, "", None, ""))
"""Ends a list of cuts: no span starts as late."""


def by_start(spans: Iterable[Span]) -> list[Span]:
    """Return the spans that are not empty, earliest start first; equal starts keep their order."""
    return sorted((each for each in spans if each[0] < each[1]), key=_start)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Join what overlaps or touches, of spans sorted by start; the first of each keeps its reason."""
    stretches: list[Span] = []
    for each in spans:
        if stretches and each[0] <= stretches[-1][1]:
            start, end, phase, why = stretches[-1]
            stretches[-1] = (start, max(end, each[1]), phase, why)
        else:
            stretches.append(each)
    return stretches


def first_wins(spans: Iterable[Span]) -> list[Span]:
    """Cut, of spans sorted by start, each one's part that an earlier started one already holds."""
    apart: list[Span] = []
    for start, end, phase, why in spans:
        free = max(start, apart[-1][1]) if apart else start
        if free < end:
            apart.append((free, end, phase, why))
    return apart


def without(spans: Sequence[Span], cuts: Sequence[Span]) -> list[Span]:
    """Return what is left of ``spans`` (sorted by start) outside ``cuts`` (sorted, none overlapping another)."""
    left: list[Span] = []
    cuts, near = [*cuts, _NEVER], 0
    cut_start, cut_end, _, _ = cuts[near]
    for each in spans:
        while cut_end <= each[0]:
            near += 1
            cut_start, cut_end, _, _ = cuts[near]
        if cut_start >= each[1]:
            left.append(each)
        else:
            left += _remains(each, cuts, near)
    return left


def _remains(span: Span, cuts: Sequence[Span], near: int) -> list[Span]:
    """Return what is left of ``span``; ``cuts[near]`` is the first to cut something off, the last cuts nothing."""
    left: list[Span] = []
    start, end, phase, why = span
    while cuts[near][0] < end:
        cut_start, cut_end, _, _ = cuts[near]
        if start < cut_start:
            left.append((start, cut_start, phase, why))
        start = cut_end
        near += 1
    if start < end:
        left.append((start, end, phase, why))
    return left


def within(spans: Iterable[Span], frames: Sequence[Span]) -> list[Span]:
    """Return the parts of ``spans`` that fall inside ``frames``; both sorted, neither overlapping itself."""
    inside: list[Span] = []
    near = 0
    for start, end, phase, why in spans:
        while near < len(frames) and frames[near][1] <= start:
            near += 1
        index = near
        while index < len(frames) and frames[index][0] < end:
            inside.append((max(start, frames[index][0]), min(end, frames[index][1]), phase, why))
            index += 1
    return inside


def overlaid(upper: Sequence[Span], lower: Sequence[Span]) -> Sequence[Span]:
    """Lay ``upper`` over ``lower``, both sorted and neither overlapping itself; so is what comes out."""
    if not upper or not lower:
        return upper or lower
    return sorted([*upper, *without(lower, upper)], key=_start)
