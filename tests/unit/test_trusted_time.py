# SPDX-License-Identifier: MIT
"""Is the clock believed as far as nobody moved it by hand, and no further?"""

from datetime import UTC, datetime, timedelta

from hypothesis import given, strategies

from rideau.domain.trusted_time import SLACK, Anchor, Judged, Reading, anchor_at, judged

EVENING = datetime(2026, 11, 23, 20, tzinfo=UTC)
ANCHOR = Anchor("first", timedelta(hours=1), EVENING)
HOUR = timedelta(hours=1)
moves = strategies.timedeltas(timedelta(days=-3), timedelta(days=400))
whiles = strategies.timedeltas(timedelta(), timedelta(days=30))


def reading(passed: timedelta, moved: timedelta = timedelta(), *, boot: str = "first", led: bool = False) -> Reading:
    return Reading(boot, ANCHOR.since_boot + passed, EVENING + passed + moved, led)


@given(whiles, moves)
def test_a_clock_set_by_hand_changes_nothing(passed: timedelta, moved: timedelta) -> None:
    found = judged(ANCHOR, reading(passed, moved))
    assert abs(found.now - (EVENING + passed)) <= SLACK
    assert found.anchor == ANCHOR
    assert found.moved == (moved if abs(moved) > SLACK else timedelta())


@given(whiles, moves)
def test_a_time_server_is_believed(passed: timedelta, moved: timedelta) -> None:
    look = reading(passed, moved, led=True)
    found = judged(ANCHOR, look)
    assert (found.now, found.moved) == (look.wall, timedelta())
    assert found.anchor in {ANCHOR, anchor_at(look)}


@given(whiles, moves)
def test_looking_again_says_the_same(passed: timedelta, moved: timedelta) -> None:
    look = reading(passed, moved)
    assert judged(judged(ANCHOR, look).anchor, look) == judged(ANCHOR, look)


def test_after_a_reboot_the_clock_is_believed_unless_it_shows_less_than_was_seen() -> None:
    later = Reading("second", timedelta(minutes=1), EVENING + 12 * HOUR, is_synchronised=False)
    assert judged(ANCHOR, later) == Judged(later.wall, timedelta(), anchor_at(later))
    earlier = later._replace(wall=EVENING - 5 * HOUR)
    found = judged(ANCHOR, earlier)
    assert found.now == EVENING + timedelta(minutes=1)
    assert found.moved == earlier.wall - found.now
    assert judged(found.anchor, earlier) == found
    led = earlier._replace(is_synchronised=True)
    assert judged(ANCHOR, led) == Judged(led.wall, timedelta(), anchor_at(led))
    assert judged(found.anchor, led).now == led.wall
