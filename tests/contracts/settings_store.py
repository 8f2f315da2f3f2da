# SPDX-License-Identifier: MIT
"""What does every settings store hold to?"""

from datetime import date

import pytest

from rideau.domain.settings import OFFICE_WEEK, ClockRange, LockLevel, Settings
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

    def test_what_is_tried_is_not_written(self, store: SettingsStore) -> None:
        before = store.plain()
        assert store.tried({"lock.level": "gentle"}).lock_level is LockLevel.GENTLE
        with pytest.raises(SettingsError):
            store.tried({"lock.level": "iron"})
        assert (store.load(), store.plain()) == (Settings(), before)

    def test_what_it_says_is_told_as_it_stands(self, store: SettingsStore) -> None:
        store.write({"lock.level": "gentle", "hours.leave": [{"from": date(2026, 8, 3), "until": date(2026, 8, 4)}]})
        said = store.plain()
        assert said["lock"] == {"level": "gentle"}
        hours = said["hours"]
        assert isinstance(hours, dict)
        assert hours["leave"] == [{"from": date(2026, 8, 3), "until": date(2026, 8, 4)}]
        assert hours["week"]["sunday"] == []

    def test_a_day_changes_within_the_week_that_holds(self, store: SettingsStore) -> None:
        store.write({"hours.week": None})
        days = store.write({"hours.week.monday": []}).hours.week.days
        assert days == ((), *OFFICE_WEEK.days[1:])

    def test_a_week_that_went_for_a_rotation_comes_back(self, store: SettingsStore) -> None:
        rotation = {"anchor": date(2026, 1, 5), "weeks": [{"monday": ["09:00-12:00"]}]}
        rotating = store.write({"hours.week": None, "hours.rotation": rotation})
        assert rotating.hours.rotation is not None
        assert "week" not in str(store.plain()["hours"]).replace("weeks", "")
        back = store.write({"hours.rotation": None, "hours.week.monday": ["09:00-12:00"]})
        assert back.hours.week.days[:2] == ((ClockRange(540, 720),), OFFICE_WEEK.days[1])
