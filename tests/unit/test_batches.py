# SPDX-License-Identifier: MIT
"""Are work notifications handed over when the person's day has room for them, and never outside it?"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.house import SLACK, TIKTOK, House
from rideau.domain.batches import REACH, Stretch, batch_at, hand_overs, stretches_of
from rideau.domain.network import Network, Side
from rideau.domain.notification import NotificationMatcher, Watchlist
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.settings import Batches
from rideau.domain.waiting import Waiting

PARIS = ZoneInfo("Europe/Paris")
ON = Batches(is_on=True)
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)


def at(hour: int, minute: int = 0) -> datetime:
    return MONDAY + timedelta(hours=hour, minutes=minute)


DAY = (Stretch(at(9), at(12, 30)), Stretch(at(14), at(18)))


@pytest.fixture(name="house")
def fixture_house() -> House:
    house = House()
    house.follow(house.supervisor.rules.settings._replace(batches=ON))
    return house


def test_a_usual_day_has_three_hand_overs() -> None:
    assert hand_overs(DAY, ON, ZoneInfo("UTC")) == (at(9, 30), at(14), at(17, 15))


def test_a_day_without_a_break_has_one_half_way() -> None:
    assert hand_overs([Stretch(at(8), at(16))], ON, ZoneInfo("UTC")) == (at(8, 30), at(12), at(15, 15))


def test_a_very_short_day_has_what_fits() -> None:
    assert hand_overs([Stretch(at(9), at(9, 40))], ON, ZoneInfo("UTC")) == (at(9, 30),)
    assert hand_overs([Stretch(at(9), at(9, 10))], ON, ZoneInfo("UTC")) == ()
    assert hand_overs([], ON, ZoneInfo("UTC")) == ()


def test_the_persons_own_times_hold_inside_work_alone() -> None:
    own = ON._replace(times=(10 * 60, 13 * 60, 16 * 60))
    assert hand_overs(DAY, own, ZoneInfo("UTC")) == (at(10), at(16))


def test_hours_that_never_close_have_their_times_every_day() -> None:
    always = [Stretch(at(-36), at(36))]
    batch = batch_at(at(12), always, ON._replace(times=(10 * 60,)), ZoneInfo("UTC"))
    assert batch is not None
    assert (batch.last, batch.next) == (at(10), at(34))


@pytest.mark.parametrize("hour", range(0, 24, 3))
def test_hours_that_never_close_are_handed_over_by_the_day_whenever_one_looks(hour: int) -> None:
    """What is seen of them reaches so far around now; half-way through that would be now, again and again."""
    now = at(hour, 7)
    batch = batch_at(now, [Stretch(now - REACH, now + REACH)], ON, ZoneInfo("UTC"))
    times = [at(day * 24 + hour, minute) for day in (-1, 0, 1) for hour, minute in ((0, 30), (12, 0), (23, 15))]
    assert batch is not None
    assert (batch.last, batch.next) == (max(t for t in times if t <= now), min(t for t in times if t > now))


def test_a_time_of_the_wall_stays_one_when_clocks_change() -> None:
    day = date(2026, 3, 29)  # 02:00 to 03:00 does not exist
    start = datetime(day.year, day.month, day.day, 1, tzinfo=PARIS).astimezone(UTC)
    (found,) = hand_overs([Stretch(start, start + timedelta(hours=12))], ON._replace(times=(10 * 60,)), PARIS)
    assert found.astimezone(PARIS).hour == 10


@given(st.lists(st.integers(0, 48 * 60), min_size=2, max_size=8, unique=True), st.integers(0, 48 * 60))
def test_the_hand_overs_around_now_are_inside_the_stretch_of_now(edges: list[int], minute: int) -> None:
    marks = sorted(edges)[: len(edges) // 2 * 2]
    stretches = [
        Stretch(MONDAY + timedelta(minutes=a), MONDAY + timedelta(minutes=b))
        for a, b in zip(marks[::2], marks[1::2], strict=True)
    ]
    now = MONDAY + timedelta(minutes=minute)
    here = [each for each in stretches if each.start <= now < each.end]
    batch = batch_at(now, stretches, ON, PARIS)
    assert (batch is not None) is bool(here)
    if batch is not None:
        assert batch.last is not None
        assert here[0].start <= batch.last <= now
        assert batch.next is None or now < batch.next < here[0].end


def test_stretches_that_meet_are_one() -> None:
    why = Reason(Rule.WORK_HOURS)
    parts = [
        Interval(None, at(8), Phase.QUIET, why),
        Interval(at(9), at(10), Phase.WORK, why),
        Interval(at(10), at(11), Phase.FOCUS, why),
        Interval(at(12), at(13), Phase.WORK, why),
        Interval(at(14), None, Phase.WORK, why),
    ]
    assert stretches_of(parts) == (Stretch(at(9), at(11)), Stretch(at(12), at(13)))


def test_switched_off_nothing_is_withheld(house: House) -> None:
    house.follow(house.supervisor.rules.settings._replace(batches=Batches()))
    plan = house.supervisor.status().plan
    assert (plan.withheld, plan.batch) == (frozenset(), None)


def test_inside_work_hours_allowed_work_networks_wait_and_others_do_not(house: House) -> None:
    plan = house.supervisor.status().plan
    assert plan.withheld == {SLACK.id}
    assert TIKTOK.id not in plan.withheld
    assert plan.muted == plan.blocked == ()


def test_what_is_urgent_waits_for_nothing(house: House) -> None:
    urgent = ON._replace(urgent_networks=frozenset({SLACK.id}))
    house.follow(house.supervisor.rules.settings._replace(batches=urgent))
    assert house.supervisor.status().plan.withheld == frozenset()
    chat = Network("chat", "Chat", default_side=Side.WORK)
    watch = Watchlist(NotificationMatcher((), str), batched=frozenset({"chat"}), urgent=("léa",))
    assert watch.muted_one(chat, "LÉA: call me") is None
    assert watch.muted_one(chat, "Somebody else") is chat
    assert watch.muted_one(Network("other", "Other"), "x") is None
    assert watch.muted_one(None, "x") is None
    assert Watchlist(NotificationMatcher((), str), muted=frozenset({"chat"})).muted_one(chat, "Léa") is chat


def test_what_came_before_a_hand_over_is_given_at_it_and_the_rest_waits(house: House) -> None:
    given: list[list[str]] = []
    house.supervisor.observers.digest.append(lambda digest: given.append([each.title for each in digest.items]))
    house.journal.hold(Waiting(SLACK.id, "one", house.clock.now()))
    house.at(house.clock.now() + timedelta(minutes=1))
    assert given == []
    assert house.wake_up.armed_at == datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    own = ON._replace(times=(11 * 60,))
    house.follow(house.supervisor.rules.settings._replace(batches=own))
    assert house.wake_up.armed_at == datetime(2026, 11, 23, 11, tzinfo=UTC)
    house.at(datetime(2026, 11, 23, 11, tzinfo=UTC))
    assert given == [["one"]]
    house.journal.hold(Waiting(SLACK.id, "two", house.clock.now()))
    house.at(datetime(2026, 11, 23, 11, 1, tzinfo=UTC))
    assert given == [["one"]]


def test_what_came_by_a_clock_that_was_ahead_waits_for_no_year(house: House) -> None:
    given: list[int] = []
    house.supervisor.observers.digest.append(lambda digest: given.append(len(digest.items)))
    house.journal.hold(Waiting(SLACK.id, "one", house.clock.now() + timedelta(days=4000)))
    house.at(house.clock.now() + timedelta(minutes=1))
    assert given == [1]


def test_switching_batches_off_gives_everything_at_once(house: House) -> None:
    given: list[int] = []
    house.supervisor.observers.digest.append(lambda digest: given.append(len(digest.items)))
    house.journal.hold(Waiting(SLACK.id, "one", house.clock.now()))
    house.follow(house.supervisor.rules.settings._replace(batches=Batches()))
    assert given == [1]


def test_what_waits_at_closing_comes_at_the_next_opening(house: House) -> None:
    given: list[int] = []
    house.supervisor.observers.digest.append(lambda digest: given.append(len(digest.items)))
    house.at(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))
    house.journal.hold(Waiting(SLACK.id, "late", house.clock.now()))
    assert house.supervisor.status().plan.batch is not None
    house.at(datetime(2026, 11, 23, 20, tzinfo=UTC))
    assert given == []
    assert house.supervisor.status().plan.batch is None
    house.at(datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert given == [1]


def test_a_focus_session_is_not_interrupted_by_a_hand_over(house: House) -> None:
    own = ON._replace(times=(10 * 60 + 20,))
    house.follow(house.supervisor.rules.settings._replace(batches=own))
    end = house.control.focus(timedelta(minutes=50)).interval.end
    batch = house.supervisor.status().plan.batch
    assert batch is not None
    assert batch.next == end
    house.at(datetime(2026, 11, 23, 10, 21, tzinfo=UTC))
    batch = house.supervisor.status().plan.batch
    assert batch is not None
    assert (batch.last, batch.next) == (datetime(2026, 11, 23, 10, tzinfo=UTC), end)
