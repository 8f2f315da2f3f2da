# SPDX-License-Identifier: MIT
"""Do several listeners share one attention, and does it rest while nobody listens?"""

from fakes.attention import FakeAttention
from rideau.domain.attention import Signals
from rideau.services.sensing import Sensing


def test_it_senses_while_somebody_listens() -> None:
    made: list[FakeAttention] = []

    def new() -> FakeAttention:
        made.append(FakeAttention(camera=True))
        return made[-1]

    sensing, first, second = Sensing(new), list[Signals](), list[Signals]()
    assert not sensing.is_on
    assert sensing.signals() == sensing.look() == Signals()
    leave_first = sensing.listen(first.append)
    leave_second = sensing.listen(second.append)
    assert sensing.is_on
    assert len(made) == 1
    assert first == second == [Signals(camera=True)]
    made[0].senses(camera=False)
    assert (first[-1].camera, second[-1].camera) == (False, False)
    leave_first()
    leave_first()
    made[0].senses(locked=True)
    assert (len(first), len(second)) == (2, 3)
    assert sensing.signals().locked
    assert sensing.look().locked
    leave_second()
    assert not sensing.is_on
    assert not made[0].is_sensing
    sensing.listen(first.append)
    assert len(made) == 2
    sensing.stop()
    sensing.stop()
    assert not made[1].is_sensing


def test_what_can_be_sensed_is_told_without_sensing_anything() -> None:
    attention = FakeAttention()
    sensing = Sensing(lambda: attention)
    assert sensing.probes() == attention.probes()
    assert not attention.is_sensing
    sensing.listen(lambda _: None)
    assert sensing.probes() == attention.probes()
