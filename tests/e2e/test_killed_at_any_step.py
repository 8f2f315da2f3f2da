# SPDX-License-Identifier: MIT
"""Is everything as before after ``kill -9``, whatever Rideau was in the middle of? With every enforcer at work.

Killed is a real tray at a step of its ledger or at rest, alone or with its keeper; ``benchmarks/faults.py`` goes
through every single step in every way and holds how long it may take.
"""

from collections.abc import Iterator

import pytest

from stage.doomed_life import AtRest, Lived, clear, die, learn
from stage.faults import FROZEN, PASSING, STANDING, House
from stage.keeper import eventually
from stage.recovery import is_killed, restored, restores_killed, started_by_the_keeper, started_in_the_morning
from stage.running import trays_of

KINDS = sorted({*STANDING, *PASSING, FROZEN})


@pytest.fixture(scope="module", name="house")
def fixture_house() -> Iterator[House]:
    with House() as house:
        yield house


@pytest.fixture(scope="module", name="lived")
def fixture_lived(house: House) -> Lived:
    """Live one whole life, in which nobody is killed."""
    return learn(house)


@pytest.fixture(autouse=True)
def leave_nothing(house: House, lived: Lived) -> Iterator[None]:
    yield
    clear(house)
    house.seconds_until(lived.untouched)


def test_every_enforcer_changes_something(lived: Lived) -> None:
    """What is compared below tells of each of them."""
    assert {line.split()[2] for line in lived.steps} == set(KINDS)
    assert lived.untouched.settings != lived.closing.settings != lived.at[AtRest.CLOSED].settings
    assert lived.untouched.files != lived.closing.files != lived.at[AtRest.CLOSED].files
    assert lived.closing.memory != lived.at[AtRest.CLOSED].memory
    assert lived.closing.heard != lived.at[AtRest.CLOSED].heard
    assert lived.at[AtRest.FROZEN].stopped
    assert lived.at[AtRest.OPEN_AGAIN] == lived.closing


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_down_and_not_made_yet_is_restored(house: House, lived: Lived, kind: str) -> None:
    assert die(house, f"after record {kind} 1", is_alone=False)
    restored(house, lived)


@pytest.mark.parametrize("kind", sorted({*PASSING, FROZEN}))
def test_what_is_put_back_and_still_written_down_is_as_before_after_a_start(
    house: House, lived: Lived, kind: str
) -> None:
    assert die(house, f"before settle {kind} 1", is_alone=False)
    started_in_the_morning(house, lived)


@pytest.mark.parametrize("rest", [AtRest.CLOSED, AtRest.FROZEN, AtRest.OPEN_AGAIN])
def test_the_keeper_starts_it_again_and_an_opening_brings_everything_back(
    house: House, lived: Lived, rest: AtRest
) -> None:
    assert die(house, rest, is_alone=True)
    started_by_the_keeper(house, lived)


def test_with_nobody_left_restoring_thaws_and_lets_be_heard_what_plays_and_what_will(
    house: House, lived: Lived
) -> None:
    assert die(house, AtRest.FROZEN, is_alone=False)
    assert house.snapshot().stopped
    restored(house, lived)
    house.radio.kill()
    house.wait_for_streams("workradio", 0)
    house.radio.start()
    house.wait_for_streams("workradio")
    house.seconds_until(lived.untouched)


def test_a_restore_that_is_killed_at_each_change_in_turn_is_gone_on_with(house: House, lived: Lived) -> None:
    assert die(house, AtRest.FROZEN, is_alone=False)
    assert restores_killed(house) == 2 * len(KINDS)
    restored(house, lived)


def test_where_the_person_had_set_nothing_nothing_is_left_either() -> None:
    with House(is_new=True) as house:
        lived = learn(house)
        assert die(house, AtRest.FROZEN, is_alone=False)
        restored(house, lived)


def test_an_installation_that_is_killed_halfway_is_taken_away_whole(house: House, lived: Lived) -> None:
    assert is_killed(house, "after record installed-file 4", "browsers", "install")
    restored(house, lived)


def test_restoring_while_it_runs_again_and_is_closed_leaves_nothing_behind_either(house: House, lived: Lived) -> None:
    assert die(house, AtRest.CLOSED, is_alone=True)
    eventually(lambda: trays_of(house.mark) and house.answers())
    assert house.rideau.document("restore")["restored"] > 0
    assert house.rideau.command("resume").returncode == 0
    house.seconds_until(lived.closing)
    assert house.rideau.command("quit").returncode == 0
    house.seconds_until(lived.untouched)
