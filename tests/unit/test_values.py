# SPDX-License-Identifier: MIT
"""Do the values of settings, phases and switches by hand say what they stand for?"""

from datetime import UTC, datetime, timedelta

import pytest

from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Phase, Reason, Rule
from rideau.domain.settings import ClockRange, Settings
from rideau.domain.text import Text

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("hours", "written"),
    [
        (ClockRange(9 * 60, 12 * 60 + 30), "09:00-12:30"),
        (ClockRange(22 * 60, 26 * 60), "22:00-02:00"),
        (ClockRange(0, 1440), "00:00-24:00"),
        (ClockRange(60, 1440), "01:00-24:00"),
        (ClockRange(1439, 1441), "23:59-00:01"),
    ],
)
def test_a_range_is_written_as_in_the_settings(hours: ClockRange, written: str) -> None:
    assert str(hours) == written


def test_settings_that_say_nothing_change_nothing_and_cannot_be_written_to() -> None:
    settings = Settings()
    assert not settings.networks
    assert not settings.policy.phases
    assert not settings.policy.networks
    with pytest.raises(TypeError):
        settings.networks["x"] = None  # type: ignore[index]


@pytest.mark.parametrize("phase", list(Phase))
def test_the_shop_is_open_in_work_focus_and_wind_down(phase: Phase) -> None:
    assert phase.is_open == (phase.value in {"work", "focus", "wind-down"})


@pytest.mark.parametrize(
    ("kind", "phase", "rule"),
    [
        (OverrideKind.OPEN, Phase.WORK, Rule.OPENED_BY_HAND),
        (OverrideKind.CLOSE, Phase.QUIET, Rule.CLOSED_BY_HAND),
        (OverrideKind.FOCUS, Phase.FOCUS, Rule.FOCUS_BY_HAND),
    ],
)
def test_a_switch_gives_its_phase_and_says_what_was_typed(kind: OverrideKind, phase: Phase, rule: Rule) -> None:
    switch = Override(kind, NOON, NOON + HOUR, "the client called")
    assert switch.phase is phase
    assert switch.why == Reason(rule, label="the client called")


def test_a_switch_holds_from_its_start_to_before_its_end() -> None:
    switch = Override(OverrideKind.OPEN, NOON, NOON + HOUR)
    moment = timedelta(microseconds=1)
    held = [switch.holds_at(at) for at in (NOON - moment, NOON, NOON + HOUR - moment, NOON + HOUR)]
    assert held == [False, True, True, False]


def test_a_switch_without_an_end_holds_until_it_is_taken_back() -> None:
    assert Override(OverrideKind.CLOSE, NOON, None).holds_at(NOON + 100_000 * HOUR)
    assert not Override(OverrideKind.CLOSE, NOON, None).holds_at(NOON - HOUR)


def test_sentences_that_say_the_same_are_one_in_a_set() -> None:
    assert len({Text("Closed {when}.", when="now"), Text("Closed {when}.", when="now"), Text("Closed.")}) == 2
