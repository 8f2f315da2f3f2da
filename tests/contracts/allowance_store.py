# SPDX-License-Identifier: MIT
"""What does every store of the day's allowance hold to?"""

from datetime import date, timedelta

import pytest

from rideau.domain.allowance import DayBook
from rideau.ports.state import AllowanceStore

ONE = DayBook(((date(2026, 11, 20), timedelta(minutes=3, milliseconds=250)),))
TWO = DayBook((*ONE.days, (date(2026, 11, 21), timedelta(hours=1))))


class AllowanceStoreContract:
    """Inherit this and give a ``store`` fixture: a fresh, empty one."""

    @pytest.fixture
    def store(self) -> AllowanceStore:
        raise NotImplementedError

    def test_nothing_is_there_at_first(self, store: AllowanceStore) -> None:
        assert store.load() == DayBook()

    def test_what_is_saved_takes_the_place_of_what_was(self, store: AllowanceStore) -> None:
        store.save(ONE)
        store.save(TWO)
        assert store.load() == TWO
