# SPDX-License-Identifier: MIT
"""How does something come back again and again? The jobs of the ``schedule`` library, by one timer on wall time.

The library counts in local time without an offset, which is an hour off across daylight saving; so its jobs get their
next run from the app's clock, as an instant. Imported only where something recurs.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, timedelta

from schedule import Job, Scheduler

from rideau.domain.wall_clock import instant_at
from rideau.ports.clock import Clock, WakeUp
from rideau.ports.recurring import Rhythm

LATE = timedelta(minutes=1)
"""What comes later than that was missed: the machine slept, or its clock was set."""


class RecurringJobs:
    """Implement ``ports.recurring.Recurring``. Main thread."""

    def __init__(self, clock: Clock, new_wake_up: Callable[[Callable[[], None]], WakeUp]) -> None:
        """Begin with nothing; ``new_wake_up`` makes the one timer, told whom to wake."""
        self._clock = clock
        self._scheduler = _ClockScheduler(clock)
        self._wake_up = new_wake_up(self._wake)

    def set(self, rhythms: Mapping[str, Rhythm], due: Callable[[str], None]) -> None:
        """Call ``due`` by ``rhythms``; see the port."""
        self._scheduler.clear()
        for name, rhythm in rhythms.items():
            _ClockJob(rhythm, self._clock, self._scheduler).do(due, name)
        self._arm()

    def stop(self) -> None:
        """Call nobody any more; see the port."""
        self._scheduler.clear()
        self._arm()

    def _wake(self) -> None:
        for job in self._scheduler.jobs:
            assert isinstance(job, _ClockJob)  # noqa: S101 - no other is made
            job.skip_missed()
        self._scheduler.run_pending()
        self._arm()

    def _arm(self) -> None:
        idle_s = self._scheduler.idle_seconds
        self._wake_up.arm(None if idle_s is None else self._clock.now() + timedelta(seconds=max(idle_s, 0)))


class _ClockScheduler(Scheduler):
    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    @property
    def idle_seconds(self) -> float | None:
        """Return how long until the next run, by the clock; None where none is to come."""
        next_run = self.next_run
        return (next_run - self._clock.now()).total_seconds() if next_run is not None else None


class _ClockJob(Job):
    def __init__(self, rhythm: Rhythm, clock: Clock, scheduler: Scheduler) -> None:
        super().__init__(1, scheduler)
        self._rhythm = rhythm
        self._clock = clock

    @property
    def should_run(self) -> bool:
        """Tell whether it is time."""
        return self.next_run is not None and self._clock.now() >= self.next_run

    def skip_missed(self) -> None:
        """Look ahead again where its time is long past, or, the clock was set back, farther off than can be."""
        now, every = self._clock.now(), self._rhythm.every
        if self.next_run is None or timedelta(0) <= now - self.next_run <= LATE:
            return
        if every is None or now > self.next_run or self.next_run - now > every:
            self._schedule_next_run()

    def _schedule_next_run(self) -> None:
        now = self._clock.now()
        if self._rhythm.every is not None:
            self.next_run = now + self._rhythm.every
        elif self._rhythm.at is not None:
            at, zone = self._rhythm.at, self._clock.zone()
            wall = timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)
            midnight = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
            times = (instant_at(midnight + timedelta(days=day), wall) for day in range(3))
            self.next_run = next(each for each in times if each > now).astimezone(UTC)
