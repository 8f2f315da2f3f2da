# SPDX-License-Identifier: MIT
"""Do those hold to the contract that sense nothing by themselves: the fake, and what stands in where nothing can?"""

from collections.abc import Callable

import pytest

from contracts.attention import AttentionContract
from fakes.attention import FakeAttention
from rideau.adapters.null_attention import NullAttention
from rideau.domain.attention import Presence, Signals
from rideau.domain.probe import Fitness
from rideau.ports.attention import Attention


class _Posted(AttentionContract):
    @pytest.fixture
    def posted(self) -> list[Callable[[], None]]:
        return []

    @pytest.fixture
    def come(self, posted: list[Callable[[], None]]) -> Callable[[], None]:
        def run() -> None:
            while posted:
                posted.pop(0)()

        return run


class TestFakeAttention(_Posted):
    """Hold the contract."""

    @pytest.fixture
    def attention(self, posted: list[Callable[[], None]]) -> Attention:
        return FakeAttention(posted.append, presence=Presence.ACTIVE)


class TestNullAttention(_Posted):
    """Hold the contract."""

    @pytest.fixture
    def attention(self, posted: list[Callable[[], None]]) -> Attention:
        return NullAttention(posted.append)

    def test_it_says_that_it_senses_nothing(self, attention: Attention) -> None:
        assert [each.fitness for each in attention.probes()] == [Fitness.NOT_HERE]


def test_what_the_fake_is_told_is_told_where_it_differs() -> None:
    attention, told = FakeAttention(), list[Signals]()
    attention.senses(full_screen=True)
    attention.start(told.append)
    attention.senses(full_screen=True)
    attention.senses(full_screen=False, microphone=True)
    assert told == [Signals(full_screen=True), Signals(full_screen=False, microphone=True)]


def test_what_the_fake_finds_only_at_a_look_is_known_then() -> None:
    attention = FakeAttention()
    attention.on_look = {"sharing": True}
    attention.start(lambda _: None)
    assert attention.signals() == Signals()
    assert attention.look() == attention.signals() == Signals(sharing=True)
    assert attention.looks == 1
