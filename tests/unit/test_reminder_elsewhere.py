# SPDX-License-Identifier: MIT
"""Does what recurs come at its time of day wherever one is?"""

from zoneinfo import ZoneInfo

from fakes.reminding import DayAtADesk
from rideau.domain.settings import Asked, Reminders, Settings

NEW_YORK = ZoneInfo("America/New_York")


def test_who_travels_is_reminded_of_the_meal_by_the_clock_of_where_they_are() -> None:
    day = DayAtADesk(settings=Settings(reminders=Reminders(recurring=frozenset({Asked.MEAL}))))
    day.start()
    before = day.recurring.rhythms
    day.clock.set_zone(NEW_YORK)
    day._built = None
    day.look_at_plan()
    assert day.recurring.rhythms == before, "the day is as long there"
    (rhythm,), (at,) = before.values(), day.recurring._next.values()
    assert at.astimezone(NEW_YORK).time() == rhythm.at
