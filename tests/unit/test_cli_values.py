# SPDX-License-Identifier: MIT
"""Are times and lengths read as people write them, and refused where they mean nothing?"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from rideau.adapters.locale import resolve_language
from rideau.cli.dispatch import config_in
from rideau.cli.output import printable
from rideau.cli.values import read_duration, read_instant
from rideau.domain.error import UsageError

PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("said", "length"),
    [
        ("10m", timedelta(minutes=10)),
        ("10 min", timedelta(minutes=10)),
        ("1h30m", timedelta(minutes=90)),
        (" 1 H 30 M ", timedelta(minutes=90)),
        ("90s", timedelta(seconds=90)),
        ("2h5s", timedelta(hours=2, seconds=5)),
        ("0m", timedelta()),
    ],
)
def test_a_length_is_read_with_its_units(said: str, length: timedelta) -> None:
    assert read_duration(said) == length


@pytest.mark.parametrize("said", ["", " ", "10", "m", "-5m", "1.5h", "30m1h", "٣m", "9" * 50 + "h", "10m\x00", "ten"])
def test_what_is_no_length_is_refused(said: str) -> None:
    with pytest.raises(UsageError):
        read_duration(said)


@pytest.mark.parametrize(
    ("said", "instant"),
    [
        ("2026-06-20", datetime(2026, 6, 19, 22, tzinfo=UTC)),
        ("2026-06-20T14:00", datetime(2026, 6, 20, 12, tzinfo=UTC)),
        ("2026-06-20 14:00", datetime(2026, 6, 20, 12, tzinfo=UTC)),
        ("2026-06-20T14:00+09:00", datetime(2026, 6, 20, 5, tzinfo=UTC)),
        ("2026-06-20T14:00Z", datetime(2026, 6, 20, 14, tzinfo=UTC)),
        ("2026-03-29T02:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # does not occur: the offset from before
        ("2026-10-25T02:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # occurs twice: the first
    ],
)
def test_a_time_without_an_offset_is_one_of_the_schedules_zone(said: str, instant: datetime) -> None:
    assert read_instant(said, PARIS) == instant


@pytest.mark.parametrize("said", ["", "now", "2026-02-30", "2026-06-20T25:00", "0001-01-01", "9999-12-31", "1e9"])
def test_what_is_no_time_is_refused(said: str) -> None:
    with pytest.raises(UsageError):
        read_instant(said, PARIS)


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "fr_CA"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, "en"),
        ({"LANG": "frisian"}, "en"),
    ],
)
def test_the_language_is_the_systems(environ: dict[str, str], language: str) -> None:
    assert resolve_language("system", environ) == language
    assert resolve_language("fr", environ) == "fr"


def test_config_is_found_wherever_it_stands() -> None:
    assert config_in(["status", "--config", "a b.toml", "--json"]) == Path("a b.toml")
    assert config_in(["--config=x", "status"]) == Path("x")
    assert config_in(["open", "--", "--config", "x"]) is None
    assert config_in(["--config"]) is None
    assert config_in([]) is None


def test_what_is_printed_cannot_steer_a_terminal() -> None:
    assert printable("a\x1b[2Jb\r\nc\u202e\u200bd\x07") == "a [2Jb  c  d "
    assert printable("9\u00a0h «\u202fici\u202f» é 漢") == "9\u00a0h «\u202fici\u202f» é 漢"
