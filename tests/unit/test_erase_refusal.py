# SPDX-License-Identifier: MIT
"""Can what an app left be erased once it is gone, and not by killing it while it keeps something closed?"""

from datetime import timedelta

import pytest

from fakes.moment import FRIDAY_EVENING as NOW
from rideau.domain.settings import LockLevel, Settings
from rideau.ports.in_force import Kept
from rideau.services.lock import ERASE_LATER, erase_refusal

IN_AN_HOUR = int((NOW + timedelta(hours=1)).timestamp())
KILLED = Kept(Settings(), (), "Europe/Paris", NOW, LockLevel.FIRM, closed_until=IN_AN_HOUR, alive="this boot")


def test_one_that_was_killed_while_it_kept_something_closed_is_left_until_the_opening() -> None:
    refusal = erase_refusal(KILLED, NOW)
    assert refusal is not None
    assert refusal.remedy == ERASE_LATER
    assert erase_refusal(KILLED, NOW + timedelta(minutes=59)) is not None
    assert erase_refusal(KILLED, NOW + timedelta(hours=1)) is None


@pytest.mark.parametrize(
    "kept",
    [
        None,
        KILLED._replace(alive=""),
        KILLED._replace(level=LockLevel.GENTLE),
        KILLED._replace(closed_until=0),
    ],
)
def test_one_that_ended_by_itself_or_held_nothing_is_erased(kept: Kept | None) -> None:
    assert erase_refusal(kept, NOW) is None
