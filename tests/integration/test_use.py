# SPDX-License-Identifier: MIT
"""Does use begin and end with what is in front and who is there, and is nothing sensed where nothing is counted?"""

import os
import sys
from collections.abc import Iterator

import pytest

from fakes.attention import FakeAttention
from fakes.house import SLACK, TIKTOK, House
from rideau.adapters.keeper_ears import Ears
from rideau.adapters.linux.apps.in_front import InFrontOf
from rideau.bootstrap.use import Use
from rideau.domain.app import AppRule, Window
from rideau.domain.attention import Presence
from rideau.domain.network import Action, Network, Side
from rideau.domain.phase import Phase
from rideau.domain.plan import Plan
from rideau.domain.settings import PolicySettings
from rideau.domain.standing import Standing
from rideau.keeper.message import Type
from rideau.services.sensing import Sensing

RULE = AppRule("tiktok/app", TIKTOK.id, "TikTok", window_classes=frozenset({"tiktok"}))
IN_FRONT = Window("x11:1", os.getpid(), "A title", "TikTok")
OTHER = Window("x11:2", 0, "", "Editor")


class Watched:
    """Hold use over fakes, with what was told."""

    def __init__(self) -> None:
        self.attention = FakeAttention(presence=Presence.ACTIVE)
        self.ears = Ears(lambda _: None, lambda: None, lambda act: act())
        self.told: list[bool] = []
        self.use = Use(Sensing(lambda: self.attention), self.ears, self.told.append)

    def follow(self, plan: Plan) -> None:
        self.use.follow(plan, rules)


def rules(networks: tuple[Network, ...]) -> tuple[AppRule, ...]:
    return tuple(each for each in (RULE,) if each.network in {network.id for network in networks})


def plan(*, is_used_up: bool = False) -> Plan:
    house = House()
    house.supervisor.observers.standing = lambda _now: Standing(is_used_up=is_used_up)
    policy = PolicySettings(phases={Phase.WORK: {Side.PERSONAL: Action.LIMIT}})
    house.follow(house.supervisor.rules.settings._replace(policy=policy))
    return house.supervisor.status().plan


@pytest.fixture
def watched() -> Iterator[Watched]:
    found = Watched()
    found.follow(plan())
    yield found
    found.use.close()
    assert not found.attention.is_sensing


def test_a_window_in_front_is_used_until_another_is_or_nobody_is_there(watched: Watched) -> None:
    watched.attention.senses(active=IN_FRONT)
    assert watched.told[-1]
    watched.attention.senses(active=OTHER)
    assert not watched.told[-1]
    watched.attention.senses(active=IN_FRONT)
    watched.attention.senses(presence=Presence.AWAY)
    assert not watched.told[-1]


def test_a_tab_counts_by_the_extension_and_a_film_in_it_though_nobody_moves(watched: Watched) -> None:
    watched.ears.hear(Type.LOOKING, {"networks": [TIKTOK.id]})
    assert watched.told[-1]
    watched.attention.senses(presence=Presence.AWAY)
    assert not watched.told[-1]
    watched.attention.senses(playing=True)
    assert watched.told[-1]
    watched.ears.hear(Type.LOOKING, {"networks": [SLACK.id]})
    assert not watched.told[-1], "it has no allowance"


def test_without_the_extension_live_ways_count_only_behind_a_browser(watched: Watched) -> None:
    watched.ears.hear(Type.IN_USE, {"networks": [TIKTOK.id]})
    assert not watched.told[-1]
    watched.attention.senses(active=OTHER)
    assert not watched.told[-1]


def test_once_it_is_used_up_nothing_is_sensed(watched: Watched) -> None:
    watched.attention.senses(active=IN_FRONT)
    watched.follow(plan(is_used_up=True))
    assert not watched.told[-1]
    assert not watched.attention.is_sensing


def test_a_window_is_told_by_what_it_calls_itself_and_nobodys_is_nobodys() -> None:
    known = InFrontOf((RULE,))
    assert known.owner_of(IN_FRONT).network == TIKTOK.id
    assert known.owner_of(None).network is None
    assert known.owner_of(Window("x11:3", 2**22, "", "Gone")).network is None
    assert not known.owner_of(Window("x11:4", os.getpid(), "", sys.executable)).is_browser
