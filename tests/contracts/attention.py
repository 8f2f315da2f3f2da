# SPDX-License-Identifier: MIT
"""What does everything hold to that senses whether this is a moment to speak?"""

from collections.abc import Callable

import pytest

from rideau.domain.attention import Signals
from rideau.ports.attention import Attention


class AttentionContract:
    """Inherit this, and give an ``attention`` and what runs everything that it posted to the main thread."""

    @pytest.fixture
    def attention(self) -> Attention:
        raise NotImplementedError

    @pytest.fixture
    def come(self) -> Callable[[], None]:
        """Return what waits until something is posted, as a rule, and runs all that is."""
        raise NotImplementedError

    def test_before_it_starts_nothing_is_known(self, attention: Attention) -> None:
        assert attention.signals() == attention.look() == Signals()

    def test_what_is_known_is_told_once_at_first_and_later(
        self, attention: Attention, come: Callable[[], None]
    ) -> None:
        told: list[Signals] = []
        attention.start(told.append)
        come()
        assert told == [attention.signals()]
        attention.stop()

    def test_a_look_returns_what_is_known_then(self, attention: Attention, come: Callable[[], None]) -> None:
        attention.start(lambda _: None)
        come()
        assert attention.look() == attention.signals()
        attention.stop()

    def test_once_stopped_it_knows_and_tells_nothing(self, attention: Attention, come: Callable[[], None]) -> None:
        told: list[Signals] = []
        attention.start(told.append)
        attention.stop()
        attention.stop()
        before = len(told)
        come()
        assert len(told) == before
        assert attention.signals() == attention.look() == Signals()

    def test_it_can_start_again(self, attention: Attention, come: Callable[[], None]) -> None:
        told: list[Signals] = []
        attention.start(lambda _: None)
        come()
        attention.stop()
        attention.start(told.append)
        come()
        assert told == [attention.signals()]
        attention.stop()

    def test_what_it_can_tell_is_said_in_whole_sentences_at_any_time(self, attention: Attention) -> None:
        probes = attention.probes()
        assert probes
        assert all(str(each.title) and str(each.reason).endswith(".") for each in probes)
        assert len({each.name for each in probes}) == len(probes)
