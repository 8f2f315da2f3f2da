# SPDX-License-Identifier: MIT
"""Is what is drawn what the file says, whatever a hand does, and does the file keep what no hand has moved?"""

from collections.abc import Callable
from datetime import date
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.settings_store import FakeSettingsStore
from rideau.domain import week_edit
from rideau.domain.settings import Hours, Rotation, Settings, Week
from rideau.domain.text import Text
from rideau.domain.week_edit import Edited, Place, Weeks
from rideau.domain.week_rotation import weeks_of, with_weeks
from rideau.services.settings_desk import SettingsDesk

MONDAY: Final = date(2026, 11, 2)
DEEDS: Final[tuple[Callable[[Weeks, Place, int, int], object], ...]] = (
    week_edit.moved,
    lambda weeks, place, _day, _minute: week_edit.nudged(weeks, place, 1),
    lambda weeks, place, _day, _minute: week_edit.start_nudged(weeks, place, -1),
    lambda weeks, place, _day, minute: week_edit.with_end(weeks, place, minute),
    lambda weeks, place, _day, minute: week_edit.typed(weeks, place, minute % 1440, 700),
    lambda weeks, place, _day, minute: week_edit.split(weeks, place, minute),
    lambda weeks, place, _day, _minute: week_edit.joined(weeks, place),
    lambda weeks, place, day, _minute: week_edit.copied(weeks, place.week, place.day, [day]),
    lambda weeks, place, _day, _minute: week_edit.removed(weeks, place),
)
ADD: Final = len(DEEDS)
steps = st.lists(
    st.tuples(st.integers(0, ADD), st.integers(0, 20), st.integers(0, 6), st.integers(0, 2000)), min_size=1, max_size=6
)


def done(weeks: Weeks, deed: int, which: int, day: int, minute: int) -> Weeks:
    """Return what a hand makes of ``weeks``; as they are where that can't be."""
    places = [
        Place(number, weekday, nth)
        for number, week in enumerate(weeks)
        for weekday, ranges in enumerate(week.days)
        for nth in range(len(ranges))
    ]
    if deed == ADD or not places:
        found: object = week_edit.added(weeks, which % len(weeks), day, minute % 1440)
    else:
        found = DEEDS[deed](weeks, places[which % len(places)], day, minute)
    if isinstance(found, Edited):
        return found.weeks
    return found if isinstance(found, tuple) and found and isinstance(found[0], Week) else weeks


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(hand=steps, takes_turns=st.booleans())
def test_what_a_hand_draws_is_read_back_and_taken_back(
    hand: list[tuple[int, int, int, int]],
    takes_turns: bool,  # noqa: FBT001 - what hypothesis gives
) -> None:
    week = Hours().week
    rotation = Rotation(MONDAY, (week, Week(((), *week.days[:6])))) if takes_turns else None
    store = FakeSettingsStore(Settings(hours=Hours(rotation=rotation)))
    desk = SettingsDesk(store)
    shown = [desk.settings]
    for deed, which, day, minute in hand:
        hours = desk.settings.hours
        drawn = with_weeks(hours, done(weeks_of(hours), deed, which, day, minute))
        desk.change(desk.settings._replace(hours=drawn), Text("A day"))
        assert desk.state.trouble is None
        assert desk.settings.hours == drawn == store.load().hours == SettingsDesk(store).settings.hours
        shown += [desk.settings] if desk.settings != shown[-1] else []
    for before in reversed(shown[:-1]):
        desk.undo()
        assert desk.settings == before == store.load()
    assert desk.state.undo is None


def test_times_off_the_grid_stay_as_they_are_written_until_they_are_moved() -> None:
    store = FakeSettingsStore(
        text='version = 1\n\n[hours.week]\nmonday = ["8:07-11:52"] # the bus\ntuesday = ["13:01-17:03"]\n'
    )
    desk = SettingsDesk(store)
    weeks = weeks_of(desk.settings.hours)
    assert str(weeks[0].days[0][0]) == "08:07-11:52"
    hours = with_weeks(desk.settings.hours, week_edit.nudged(weeks, Place(0, 1, 0), 1).weeks)
    desk.change(desk.settings._replace(hours=hours), Text("Tuesday"))
    assert 'monday = ["8:07-11:52"] # the bus' in store.text
    assert [str(each) for each in store.load().hours.week.days[1]] == ["13:15-17:17"]
