# SPDX-License-Identifier: MIT
"""How are the opening hours of a week changed by hand? Moved, cut, joined and copied, and always a week that holds.

Every function takes the weeks that follow each other (one, or those of a rotation) as they stand and returns them
changed. What comes out keeps the settings' rules, and what did not overlap before does not afterwards: not even the
next day's hours, past midnight, nor Monday's, from Sunday. What the file says off the grid stays until it is moved.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from rideau.domain.settings import MINUTES_PER_DAY, ClockRange, Week

STEP = 15
"""What a hand moves by, and the least a hand leaves of a stretch, in minutes."""
NEW = 120
"""How long a stretch is that is added, where there is room."""
PAUSE, SHORT_PAUSE = 60, 15
"""How long the pause is that splitting makes, of a long stretch and of a short one."""
LONG = 180
DAYS = 7

Weeks: TypeAlias = tuple[Week, ...]
Spans: TypeAlias = tuple[tuple[int, int], ...]


class Place(NamedTuple):
    """Name a stretch: which week, which weekday (0 is Monday) it starts on, and the how-manieth of that day."""

    week: int
    day: int
    nth: int


class Edited(NamedTuple):
    """Hold the weeks after a change, and where the stretch that was changed now is."""

    weeks: Weeks
    place: Place


def at(weeks: Weeks, place: Place) -> ClockRange:
    """Return the stretch at ``place``."""
    return weeks[place.week].days[place.day][place.nth]


def origin(place: Place) -> int:
    """Return the midnight that the day of ``place`` starts at, in minutes since the first week's."""
    return (place.week * DAYS + place.day) * MINUTES_PER_DAY


def snapped(minute: int) -> int:
    """Return the nearest minute on the grid."""
    return (minute + STEP // 2) // STEP * STEP


def moved(weeks: Weeks, place: Place, day: int, start: int) -> Edited:
    """Move a stretch to ``day`` of its week as near to ``start`` as there is room; where there is none, leave it."""
    mine = at(weeks, place)
    target = Place(place.week, day, 0)
    wanted = snapped(min(max(start, 0), MINUTES_PER_DAY - STEP))
    if mine.start == start:
        wanted = start
    room = _starts(weeks, place, target, wanted, mine.end - mine.start)
    if not room:
        return Edited(weeks, place)
    begin = min(room, key=lambda each: (abs(each - wanted), each))
    return _replaced(weeks, place, target, ClockRange(begin, begin + mine.end - mine.start))


def nudged(weeks: Weeks, place: Place, direction: int) -> Edited:
    """Move a stretch to the next place on the grid, later for 1 and earlier for -1.

    It stops where it touches another, and jumps over that one next time, within its day.
    """
    mine = at(weeks, place)
    wanted = _next_on_grid(mine.start, direction)
    near = _starts(weeks, place, place, wanted, mine.end - mine.start)
    room = [each for each in near if (each - mine.start) * direction > 0]
    if not room:
        return Edited(weeks, place)
    begin = wanted if wanted in room else min(room, key=lambda each: abs(each - mine.start))
    return _replaced(weeks, place, place, ClockRange(begin, begin + mine.end - mine.start))


def with_start(weeks: Weeks, place: Place, start: int) -> Edited:
    """Begin a stretch at ``start``, or as near as its neighbours and 24 hours allow; its end stays."""
    mine = at(weeks, place)
    before, _ = _neighbours(weeks, place)
    least = max(before - origin(place), _grid_after(mine.end - _longest(0, mine.end)), 0)
    latest = max(mine.start, min(mine.end, MINUTES_PER_DAY) - STEP)
    begin = min(max(snapped(start), least), latest)
    return _replaced(weeks, place, place, ClockRange(begin, mine.end))


def with_end(weeks: Weeks, place: Place, end: int) -> Edited:
    """End a stretch at ``end`` (past 1440 is on the next day), or as near as is allowed; its start stays."""
    mine = at(weeks, place)
    _, after = _neighbours(weeks, place)
    most = min(after - origin(place), (mine.start + _longest(mine.start, MINUTES_PER_DAY)) // STEP * STEP)
    stop = min(max(snapped(end), mine.start + STEP), most)
    return _replaced(weeks, place, place, ClockRange(mine.start, max(stop, min(mine.end, mine.start + STEP))))


def start_nudged(weeks: Weeks, place: Place, direction: int) -> Edited:
    """Move a stretch's start to the next place on the grid."""
    return with_start(weeks, place, _next_on_grid(at(weeks, place).start, direction))


def end_nudged(weeks: Weeks, place: Place, direction: int) -> Edited:
    """Move a stretch's end to the next place on the grid."""
    return with_end(weeks, place, _next_on_grid(at(weeks, place).end, direction))


def typed(weeks: Weeks, place: Place, start: int, end: int) -> Edited | ClockRange | None:
    """Set a stretch to exact times of the clock (0 to 1440), an end before the start being on the next day.

    Where it would overlap another, returns that one; None where it would be empty.
    """
    end = end if end > start else end + MINUTES_PER_DAY
    if end - start >= MINUTES_PER_DAY and (start, end) != (0, MINUTES_PER_DAY):
        return None
    begin = origin(place) + start
    for (other_start, other_end), other in _others(weeks, place):
        if begin < other_end and other_start < origin(place) + end:
            return other
    return _replaced(weeks, place, place, ClockRange(start, end))


def added(weeks: Weeks, week: int, day: int, near: int) -> Edited | None:
    """Add a stretch that begins at ``near`` or as close as there is room; None on a day that is full."""
    target = Place(week, day, -1)
    room = _starts(weeks, target, target, near // STEP * STEP, STEP)
    if not room:
        return None
    begin = min(room, key=lambda each: (abs(each - near), each))
    before, after = (each - origin(target) for each in _neighbours_of(weeks, target, begin))
    end = min(begin + NEW, max(after, begin + STEP), max(MINUTES_PER_DAY, begin + STEP))
    return _inserted(weeks, target, ClockRange(max(min(begin, end - NEW), before, 0), end))


def split(weeks: Weeks, place: Place, middle: int | None = None) -> Edited | None:
    """Cut a stretch in two around ``middle`` (its own where None) with a pause between; None for one too short."""
    mine = at(weeks, place)
    length = mine.end - mine.start
    pause = PAUSE if length >= LONG else SHORT_PAUSE
    if length < pause + 2 * STEP:
        return None
    wanted = (mine.start + mine.end if middle is None else 2 * middle) // 2 - pause // 2
    cut = min(max(snapped(wanted), mine.start + STEP), mine.end - STEP - pause)
    first, second = ClockRange(mine.start, cut), _normal(cut + pause, mine.end)
    left = _replaced(weeks, place, place, first).weeks
    begins = Place(place.week, place.day, 0)
    if cut + pause >= MINUTES_PER_DAY:
        begins = _day_after(weeks, begins)
    return Edited(_inserted(left, begins, second).weeks, place)


def joined(weeks: Weeks, place: Place) -> Edited | None:
    """Join a stretch with the next one of its day; None where there is none or both are more than a day."""
    ranges = weeks[place.week].days[place.day]
    if place.nth + 1 >= len(ranges):
        return None
    whole = ClockRange(ranges[place.nth].start, ranges[place.nth + 1].end)
    if whole.end - whole.start > _longest(whole.start, whole.end):
        return None
    rest = (*ranges[: place.nth], whole, *ranges[place.nth + 2 :])
    return Edited(with_day(weeks, place, rest), place)


def removed(weeks: Weeks, place: Place) -> Weeks:
    """Take a stretch away."""
    ranges = weeks[place.week].days[place.day]
    return with_day(weeks, place, ranges[: place.nth] + ranges[place.nth + 1 :])


def cleared(weeks: Weeks, week: int, day: int) -> Weeks:
    """Close a day."""
    return with_day(weeks, Place(week, day, 0), ())


def copied(weeks: Weeks, week: int, day: int, targets: Iterable[int]) -> Weeks:
    """Give other days of the week the hours of ``day``, in place of theirs.

    What would overlap what runs over from the evening before begins later; what would run into the next day's ends
    earlier.
    """
    source = weeks[week].days[day]
    wanted = [each for each in targets if each != day]
    for each in wanted:
        weeks = with_day(weeks, Place(week, each, 0), ())
    for each in wanted:
        place = Place(week, each, -1)
        weeks = with_day(weeks, place, _fitted(weeks, place, source))
    return weeks


def with_day(weeks: Weeks, place: Place, ranges: Iterable[ClockRange]) -> Weeks:
    """Return the weeks with other ranges on the day of ``place``."""
    days = weeks[place.week].days
    changed = Week((*days[: place.day], tuple(sorted(ranges)), *days[place.day + 1 :]))
    return (*weeks[: place.week], changed, *weeks[place.week + 1 :])


def _fitted(weeks: Weeks, place: Place, ranges: Iterable[ClockRange]) -> list[ClockRange]:
    """Cut from ``ranges`` what other days' hours already take."""
    begin = origin(place)
    others = [span for span, _ in _others(weeks, place)]
    fitting = []
    for start, end in ranges:
        taken = [span for span in others if begin + start < span[1] and span[0] < begin + end]
        low = max((stop - begin for first, stop in taken if first <= begin + start), default=start)
        high = min((first - begin for first, _ in taken if first > begin + start), default=end)
        if low < min(high, MINUTES_PER_DAY):
            fitting.append(ClockRange(low, high))
    return fitting


def _starts(weeks: Weeks, place: Place, target: Place, wanted: int, length: int) -> list[int]:
    """Return where on the day of ``target`` the stretch can begin: as wanted, or touching one that is in the way."""
    others = [span for span, _ in _others(weeks, place)]
    begin = origin(target)
    last = 0 if length == MINUTES_PER_DAY else MINUTES_PER_DAY - 1
    edges = {each - begin for start, end in others for each in (start - length, end)} | {wanted if last else 0}
    return sorted(
        each
        for each in edges
        if 0 <= each <= last and not any(start < begin + each + length and begin + each < end for start, end in others)
    )


def _neighbours(weeks: Weeks, place: Place) -> tuple[int, int]:
    return _neighbours_of(weeks, place, at(weeks, place).start)


def _neighbours_of(weeks: Weeks, place: Place, start: int) -> tuple[int, int]:
    """Return where the stretch before ends and the one after begins."""
    begin = origin(place) + start
    spans = [span for span, _ in _others(weeks, place)]
    far = len(weeks) * DAYS * MINUTES_PER_DAY
    before = max((end for first, end in spans if first <= begin), default=-far)
    return before, min((first for first, _ in spans if first > begin), default=2 * far)


def _others(weeks: Weeks, place: Place) -> list[tuple[tuple[int, int], ClockRange]]:
    """Return all the other stretches, in minutes since the first week began, those of the round before and after too.

    ``place`` may name none (index -1).
    """
    turn = len(weeks) * DAYS * MINUTES_PER_DAY
    return [
        ((begin + each.start, begin + each.end), each)
        for number, week in enumerate(weeks)
        for day, ranges in enumerate(week.days)
        for index, each in enumerate(ranges)
        if (number, day, index) != place
        for begin in (origin(Place(number, day, 0)) + lap for lap in (-turn, 0, turn))
    ]


def _replaced(weeks: Weeks, place: Place, target: Place, changed: ClockRange) -> Edited:
    return _inserted(removed(weeks, place), target, changed)


def _inserted(weeks: Weeks, target: Place, new: ClockRange) -> Edited:
    ranges = sorted((*weeks[target.week].days[target.day], new))
    return Edited(with_day(weeks, target, ranges), target._replace(nth=ranges.index(new)))


def _longest(start: int, end: int) -> int:
    """Return how long a stretch may be: a day less a minute, or a whole one from midnight to midnight."""
    return MINUTES_PER_DAY if (start, end) == (0, MINUTES_PER_DAY) else MINUTES_PER_DAY - 1


def _grid_after(minute: int) -> int:
    return -(-minute // STEP) * STEP


def _next_on_grid(minute: int, direction: int) -> int:
    return (minute // STEP + 1) * STEP if direction > 0 else _grid_after(minute) - STEP


def _normal(start: int, end: int) -> ClockRange:
    """Return a range as its own day counts: one that begins past midnight belongs to the next day."""
    beyond = MINUTES_PER_DAY if start >= MINUTES_PER_DAY else 0
    return ClockRange(start - beyond, end - beyond)


def _day_after(weeks: Weeks, place: Place) -> Place:
    day = (place.week * DAYS + place.day + 1) % (len(weeks) * DAYS)
    return Place(day // DAYS, day % DAYS, 0)
