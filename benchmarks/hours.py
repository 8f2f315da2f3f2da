# SPDX-License-Identifier: MIT
"""How long do the hours engine's answers take? Prints medians against the budgets; exits 1 when one is over."""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from rideau.domain.schedule import Calendar, Schedule, compile_timeline
from rideau.domain.settings import ClockRange, ExceptionalDay, FocusStretch, Hours, Leave, WindDown

START = datetime(2026, 3, 1, tzinfo=UTC)
END = START + timedelta(days=62)
MOMENTS = [START + (END - START) * step / 1000 for step in range(1000)]


def calendar() -> Calendar:
    """Return a busy person's two months: 60 exceptions, leave, holidays, focus and wind-down."""
    exceptions = tuple(
        ExceptionalDay(date(2026, 3, 1) + timedelta(days=day), (ClockRange(600, 960), ClockRange(1200, 1500)), "Fair")
        for day in range(60)
    )
    return Calendar(
        hours=Hours(exceptions=exceptions, leave=(Leave(date(2026, 4, 6), date(2026, 4, 10), "Spring"),)),
        wind_down=WindDown(),
        focus_plan=(FocusStretch(days=(0, 1, 2, 3, 4), hours=ClockRange(660, 780)),),
        zone=ZoneInfo("Europe/Paris"),
        holidays={date(2026, 4, 6): "Easter Monday", date(2026, 5, 1): "Labour Day"},
    )


def microseconds(work: Callable[[], object], calls: int) -> float:
    """Return the median over 25 rounds of the CPU time that one of the ``calls`` in ``work`` takes."""
    rounds = []
    for _ in range(25):
        begun = time.thread_time()
        work()
        rounds.append((time.thread_time() - begun) / calls * 1e6)
    return statistics.median(rounds)


def main() -> int:
    """Measure, print and compare with the budgets."""
    busy = calendar()
    timeline = compile_timeline(busy, (), START, END)
    schedule = Schedule(busy)
    phase_at, next_transition, kept = timeline.phase_at, timeline.next_transition, schedule.phase_at
    loop = microseconds(lambda: [None for _ in MOMENTS], len(MOMENTS))
    figures = [
        ("phase_at", 0.5, microseconds(lambda: [phase_at(at) for at in MOMENTS], 1000) - loop),
        ("next_transition", 0.5, microseconds(lambda: [next_transition(at) for at in MOMENTS], 1000) - loop),
        ("Schedule.phase_at, kept", None, microseconds(lambda: [kept(at) for at in MOMENTS], 1000) - loop),
        ("62 days, 60 exceptions", 1000, microseconds(lambda: compile_timeline(busy, (), START, END), 1)),
        ("a year", None, microseconds(lambda: compile_timeline(busy, (), START, START + timedelta(days=365)), 1)),
    ]
    for name, budget, found in figures:
        print(f"{name:26} {found:9.3f} us" + (f"  (budget {budget} us)" if budget else ""))
    return int(any(budget and found > budget for _, budget, found in figures))


if __name__ == "__main__":
    sys.exit(main())
