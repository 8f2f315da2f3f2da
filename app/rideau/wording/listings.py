# SPDX-License-Identifier: MIT
"""What does a person at a terminal read? Domain values as short aligned lines, 80 columns where words allow it."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from rideau.domain.checking import CheckResult
from rideau.domain.network import Network, Side
from rideau.domain.phase import Interval
from rideau.domain.probe import Probe
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem
from rideau.ports.state import Event
from rideau.wording.allowance import allowance_left, counted_coarsely
from rideau.wording.day_lines import day_lines
from rideau.wording.journal_lines import event_sentence
from rideau.wording.moments import clock_time, short_date, short_weekday, stamp, until
from rideau.wording.phrases import headline, keys, opens_in, phase, phase_until, waiting, why
from rideau.wording.shapes import FullStatus, Restored
from rideau.wording.terms import action, fitness, kind, lock_level, side
from rideau.wording.verdicts import check_why
from rideau.wording.words import Words

WIDTH = 80
NARROWEST = 30
SHOWN = 6
"""How many networks are named before the rest is counted."""

MECHANISMS = {
    "notifications": Text("Withheld"),
    "sound": Text("Muted"),
    "apps": Text("Apps closed"),
    "sites": Text("Sites closed"),
}


def status_lines(words: Words, status: FullStatus) -> list[str]:
    """Return what ``rideau status`` prints."""
    rows = [
        (words.text("Phase"), headline(words, status)),
        (words.text("Since"), _since(words, status)),
        (words.text("Why"), why(words, status.interval.reason)),
        (words.text("Next"), _next(words, status)),
        (words.text("Lock"), lock_level(words, status.lock_level)),
        (words.text("Key"), opens_in(words, status.key.due - status.at, status.key.exit) if status.key else ""),
        (words.text("Keys"), keys(words, status.keys_used)),
        (words.text("Waiting"), waiting(words, status.waiting, is_open=status.interval.phase.is_open)),
    ]
    rows += [(words.text("Today"), line) for line in day_lines(words, status)]
    if status.allowance is not None and status.allowance.is_coarse:
        rows.append((words.text("Not covered"), counted_coarsely(words)))
    rows += [(words.text("For now"), words.say(each)) for each in status.held]
    rows += [(_mechanism(words, each.name), _held(words, status, each.networks)) for each in status.reports]
    rows += [(words.text("Problem"), words.say(each.problem)) for each in status.reports if each.problem]
    rows += [(words.text("Not covered"), words.say(said)) for each in status.reports for said in each.not_covered]
    rows += [(words.text("Settings"), line) for line in problem_lines(words, status.settings_problems)]
    return table(rows)


def schedule_lines(words: Words, intervals: Sequence[Interval], zone: ZoneInfo) -> list[str]:
    """Return what ``rideau schedule`` prints: from when until when each phase lasts, and why."""
    return columns([_schedule_row(words, each, zone) for each in intervals])


def check_lines(
    words: Words, result: CheckResult, interval: Interval, zone: ZoneInfo, left: timedelta | None = None
) -> list[str]:
    """Return what ``rideau check`` prints."""
    network = result.network
    end = stamp(words, interval.end, zone) if interval.end else ""
    return table(
        [
            (words.text("Target"), result.target),
            (words.text("Network"), network.name if network else words.text("none")),
            (words.text("Side"), side(words, result.side) if result.side else ""),
            (words.text("Phase"), phase(words, interval.phase)),
            (words.text("Action"), action(words, result.action)),
            (words.text("Today"), "" if left is None else allowance_left(words, left)),
            (words.text("Why"), check_why(words, result, interval)),
            (words.text("Until"), end),
        ]
    )


def network_lines(words: Words, networks: Iterable[Network]) -> list[str]:
    """Return what ``rideau networks`` prints: name, side, kind and the first sites."""
    rows = [
        (
            each.id,
            each.name,
            _side(words, each),
            kind(words, each.kind),
            _first(each.sites),
        )
        for each in networks
    ]
    heads = (words.text("Id"), words.text("Name"), words.text("Side"), words.text("Kind"), words.text("Sites"))
    return columns([heads, *rows])


def event_lines(words: Words, events: Iterable[Event], zone: ZoneInfo) -> list[str]:
    """Return what ``rideau log`` prints: when, and what happened."""
    return columns([(stamp(words, each.at, zone), event_sentence(words, each)) for each in events])


def probe_lines(words: Words, probes: Iterable[Probe]) -> list[str]:
    """Return what ``rideau doctor`` prints: per mechanism how it stands, why, and what to do."""
    rows = [(words.say(each.title), fitness(words, each.fitness), _advice(words, each)) for each in probes]
    return columns(rows)


def problem_lines(words: Words, problems: Iterable[SettingsProblem]) -> list[str]:
    """Return what is wrong with settings, one line each: file, place, message."""
    return [": ".join(part for part in (each.file, each.place, words.say(each.message)) if part) for each in problems]


def restore_lines(words: Words, summary: Restored) -> list[str]:
    """Return what ``rideau restore`` prints."""
    lines = []
    if summary.restored:
        lines.append(
            words.plural("One change is back as it was.", "{count} changes are back as they were.", summary.restored)
        )
    if summary.left:
        lines.append(
            words.plural(
                "One was changed by someone else since, and stays.",
                "{count} were changed by someone else since, and stay.",
                summary.left,
            )
        )
    if summary.gone:
        lines.append(
            words.plural(
                "One was about something that is gone.", "{count} were about things that are gone.", summary.gone
            )
        )
    if not lines and not summary.failed:
        return [words.text("Nothing to put back: everything is as it was.")]
    return lines


def table(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Return labelled lines, the values in one column; rows without a value are left out, a label is said once."""
    kept = [(label, value) for label, value in rows if value]
    before = ["", *(label for label, _ in kept)]
    return columns(
        [("" if label == last else label, value) for (label, value), last in zip(kept, before, strict=False)]
    )


def columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Return rows with aligned columns; the last one wraps under itself at 80 columns."""
    if not rows:
        return []
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]) - 1)]
    lines = []
    for row in rows:
        head = "".join(f"{cell:<{width}}  " for cell, width in zip(row[:-1], widths, strict=True))
        room = max(WIDTH - len(head), NARROWEST)
        wrapped = textwrap.wrap(row[-1], room, break_long_words=False, break_on_hyphens=False) or [""]
        lines += [(head + wrapped[0]).rstrip(), *(" " * len(head) + rest for rest in wrapped[1:])]
    return lines


def _schedule_row(words: Words, interval: Interval, zone: ZoneInfo) -> tuple[str, ...]:
    named, because = phase(words, interval.phase), why(words, interval.reason)
    if interval.start is None:
        return "", "", named, because
    day = words.text(
        "{day} {date}",
        day=short_weekday(words, interval.start.astimezone(zone)),
        date=short_date(words, interval.start.astimezone(zone)),
    )
    start = clock_time(words, interval.start.astimezone(zone))
    end = until(words, interval.end, interval.start, zone) if interval.end else ""
    return day, words.text("{start}–{end}", start=start, end=end), named, because  # noqa: RUF001 an en dash between two times


def _since(words: Words, status: FullStatus) -> str:
    start = status.interval.start
    return until(words, start, status.at, status.zone) if start else ""


def _next(words: Words, status: FullStatus) -> str:
    if not status.upcoming:
        return ""
    following = status.upcoming[0]
    return phase_until(words, following.phase, following.end, status)


def _mechanism(words: Words, name: str) -> str:
    return words.say(MECHANISMS[name]) if name in MECHANISMS else name


def _held(words: Words, status: FullStatus, networks: Sequence[str]) -> str:
    plan = status.plan
    names = {each.id: each.name for each in (*plan.networks, *(each.network for each in plan.treatments))}
    said = ", ".join(names.get(each, each) for each in networks[:SHOWN])
    more = len(networks) - SHOWN
    return said if more <= 0 else f"{said} " + words.plural("and one more", "and {count} more", more)


def _side(words: Words, network: Network) -> str:
    said = side(words, network.side)
    if network.side is Side.MIXED and network.treat_as is not None:
        return f"{said} ({side(words, network.treat_as)})"
    return said


def _first(sites: Sequence[str]) -> str:
    shown = 2
    return ", ".join(sites[:shown]) + (", …" if len(sites) > shown else "")


def _advice(words: Words, probe: Probe) -> str:
    said = words.say(probe.reason)
    return f"{said} {words.say(probe.remedy)}" if probe.remedy else said
