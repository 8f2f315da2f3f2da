# SPDX-License-Identifier: MIT
"""What does every settings store hold to?"""

import pytest

from rideau.domain.settings import LockLevel, Settings
from rideau.ports.settings_store import SettingsError, SettingsStore


class SettingsStoreContract:
    """Inherit this and give a ``store`` fixture: one in which nothing was written yet."""

    @pytest.fixture
    def store(self) -> SettingsStore:
        raise NotImplementedError

    def test_nothing_written_means_the_defaults(self, store: SettingsStore) -> None:
        assert store.load() == Settings()
        assert store.last_good() == Settings()

    def test_what_is_written_is_loaded(self, store: SettingsStore) -> None:
        written = store.write({"lock.level": "gentle", "limits.personal_minutes_per_day": 45})
        assert store.load() == written
        assert (written.lock_level, written.limits.personal_minutes_per_day) == (LockLevel.GENTLE, 45)

    def test_none_takes_a_setting_back(self, store: SettingsStore) -> None:
        store.write({"lock.level": "gentle"})
        assert store.write({"lock.level": None}) == Settings()

    def test_an_edit_that_does_not_hold_changes_nothing(self, store: SettingsStore) -> None:
        store.write({"limits.personal_minutes_per_day": 45})
        with pytest.raises(SettingsError) as raised:
            store.write({"lock.level": "iron", "limits.personal_minutes_per_day": -1})
        assert {problem.place for problem in raised.value.problems} == {
            "lock.level",
            "limits.personal_minutes_per_day",
        }
        assert store.load().limits.personal_minutes_per_day == 45

    def test_the_last_good_ones_are_those_remembered(self, store: SettingsStore) -> None:
        good = store.write({"lock.level": "gentle"})
        store.remember()
        store.write({"lock.level": "locked"})
        assert store.last_good() == good
