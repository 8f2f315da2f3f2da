# SPDX-License-Identifier: MIT
"""The folder of a made profile says for which browser and which side of life it was made."""

from pathlib import Path

import pytest

from rideau.adapters.profiles import PROFILE_SIDES, data_home, made_profile, other_side, side_of_profile
from rideau.domain.network import Side

HOME = Path("/home/ada/.local/share")


def test_a_made_profile_lies_in_rideaus_own_data() -> None:
    """Browser and side are in the folder's name."""
    assert made_profile(HOME, "chromium", Side.WORK) == HOME / "rideau/browsers/chromium-work"


@pytest.mark.parametrize("side", PROFILE_SIDES)
def test_the_folder_tells_its_side(side: Side) -> None:
    """What was made for a side is found again as that side's."""
    assert side_of_profile(made_profile(HOME, "firefox-esr", side), HOME, "firefox-esr") is side


@pytest.mark.parametrize(
    "folder", ["/home/ada/.mozilla/firefox/x", "/home/ada/.local/share/rideau/browsers/brave-work"]
)
def test_no_other_folder_has_a_side(folder: str) -> None:
    """A profile of the browser's own, or of another browser, is none of those made."""
    assert side_of_profile(Path(folder), HOME, "chromium") is None


def test_the_other_side_is_the_one_the_own_profile_is_not_on() -> None:
    """Personal and work are each other's."""
    assert [other_side(side) for side in PROFILE_SIDES] == [Side.PERSONAL, Side.WORK]


@pytest.mark.parametrize("said", ["", "share"])
def test_a_data_home_that_is_empty_or_relative_is_ignored(said: str) -> None:
    """As the specification has it."""
    assert data_home({"HOME": "/home/ada", "XDG_DATA_HOME": said}) == HOME


def test_a_data_home_that_is_named_is_taken() -> None:
    """``XDG_DATA_HOME`` decides."""
    assert data_home({"HOME": "/home/ada", "XDG_DATA_HOME": "/data"}) == Path("/data")
