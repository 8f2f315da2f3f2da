# SPDX-License-Identifier: MIT
"""The folder of a made profile says for which browser and which side of life it was made."""

from pathlib import Path

import pytest

from rideau.adapters.profiles import data_home, made_profile
from rideau.domain.network import Side

HOME = Path("/home/ada/.local/share")


def test_a_made_profile_lies_in_rideaus_own_data() -> None:
    """Browser and side are in the folder's name."""
    assert made_profile(HOME, "chromium", Side.WORK) == HOME / "rideau/browsers/chromium-work"


@pytest.mark.parametrize("said", ["", "share"])
def test_a_data_home_that_is_empty_or_relative_is_ignored(said: str) -> None:
    """As the specification has it."""
    assert data_home({"HOME": "/home/ada", "XDG_DATA_HOME": said}) == HOME


def test_a_data_home_that_is_named_is_taken() -> None:
    """``XDG_DATA_HOME`` decides."""
    assert data_home({"HOME": "/home/ada", "XDG_DATA_HOME": "/data"}) == Path("/data")
