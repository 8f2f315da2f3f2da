# SPDX-License-Identifier: MIT
"""What do the settings come to: which phases, which networks, which verdict on a target? Offline."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from rideau.cli.call import Call
from rideau.cli.values import read_instant
from rideau.cli.zones import zone_of
from rideau.domain.allowance import day_of
from rideau.domain.checking import Directory
from rideau.domain.checking import check as check_target
from rideau.domain.error import UsageError
from rideau.domain.network import Action, Side
from rideau.domain.phase import Interval
from rideau.domain.text import Text
from rideau.domain.wall_clock import start_of
from rideau.wording.documents import check_document, networks_document, schedule_document
from rideau.wording.listings import check_lines, network_lines, schedule_lines

LONGEST = timedelta(days=3660)


def schedule(call: Call) -> int:
    """Print the phases between two instants."""
    zone = zone_of(call.parts)
    start, end = read_instant(call.arguments.start, zone), read_instant(call.arguments.end, zone)
    if end <= start:
        raise UsageError(Text("--to comes after --from."))
    if end - start > LONGEST:
        raise UsageError(Text("That is more than ten years."), Text("Ask for less at a time."))
    intervals = _joined(
        [each for part in _years(start, end, zone) for each in call.parts.schedule_at(part[0]).intervals(*part)]
    )
    call.say(schedule_document(call.words, zone, intervals), schedule_lines(call.words, intervals, zone))
    return 0


def check(call: Call) -> int:
    """Print what the policy says of a target at an instant."""
    from rideau.adapters.idna_names import to_ascii  # noqa: PLC0415 - wanted here alone

    zone = zone_of(call.parts)
    at = read_instant(call.arguments.at, zone) if call.arguments.at else call.parts.clock.now()
    interval = call.parts.schedule_at(at).interval_at(at)
    profile = Side(call.arguments.profile) if call.arguments.profile else None
    directory = Directory(call.parts.networks, to_ascii)
    result = check_target(call.arguments.target, directory, call.parts.settings, interval.phase, profile)
    left = _left_at(call, at, zone) if result.action is Action.LIMIT else None
    document = check_document(call.words, result, interval, zone)
    if left is not None:
        document["allowance_left"] = round(left.total_seconds())
    call.say(document, check_lines(call.words, result, interval, zone, left))
    return 0


def networks(call: Call) -> int:
    """Print the catalogue as merged with the person's own networks."""
    known = call.parts.networks
    call.say(networks_document(known), network_lines(call.words, known))
    return 0


def _left_at(call: Call, at: datetime, zone: ZoneInfo) -> timedelta:
    """Return what is left of the allowance of the day that ``at`` is in, as far as it was kept."""
    from rideau.adapters.allowance_file import AllowanceFile  # noqa: PLC0415 - wanted here alone

    whole = timedelta(minutes=call.parts.settings.limits.personal_minutes_per_day)
    used = AllowanceFile(call.parts.paths.allowance_file).load().used_on(day_of(at, zone))
    return max(whole - used, timedelta(0))


def _years(start: datetime, end: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """Cut at each local New Year: holidays are looked up for the years around where a part begins."""
    years = range(start.astimezone(zone).year + 1, end.astimezone(zone).year + 1)
    cuts = [start_of(datetime(year, 1, 1), zone) for year in years]  # noqa: DTZ001 - a local time, on purpose
    return pairwise([start, *(cut for cut in cuts if start < cut < end), end])


def _joined(intervals: list[Interval]) -> list[Interval]:
    joined: list[Interval] = []
    for each in intervals:
        last = joined[-1] if joined else None
        if last and (last.phase, last.reason) == (each.phase, each.reason):
            joined[-1] = Interval(last.start, each.end, last.phase, last.reason)
        else:
            joined.append(each)
    return joined
