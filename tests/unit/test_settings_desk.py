# SPDX-License-Identifier: MIT
"""Does the desk save as one goes, take back what was changed here alone, and lose nobody's word?"""

from datetime import date
from types import MappingProxyType
from typing import Final

import pytest

from fakes.settings_store import FakeSettingsStore
from rideau.domain.error import StorageError
from rideau.domain.settings import (
    OFFICE_WEEK,
    ClockRange,
    ExceptionalDay,
    Holidays,
    Hours,
    Limits,
    LockLevel,
    NetworkSettings,
    Rotation,
    Settings,
    Week,
)
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError
from rideau.services import settings_desk
from rideau.services.settings_desk import CHANGED_ELSEWHERE, LEFT_ALONE, DeskState, SettingsDesk

MORNING: Final = (ClockRange(9 * 60, 12 * 60),)
LOCK: Final = Text("Lock")
DAY: Final = Text("A day")
LIMIT: Final = Text("Allowance")


def with_day(settings: Settings, day: int, ranges: tuple[ClockRange, ...] = MORNING) -> Settings:
    days = settings.hours.week.days
    week = Week((*days[:day], ranges, *days[day + 1 :]))
    return settings._replace(hours=settings.hours._replace(week=week))


class House:
    """A desk on a store, with everything it told."""

    def __init__(self, text: str = "version = 1\n") -> None:
        self.store = FakeSettingsStore(text=text)
        self.desk = SettingsDesk(self.store)
        self.told: list[DeskState] = []
        self.desk.observers.append(self.told.append)

    @property
    def state(self) -> DeskState:
        return self.desk.state

    def labels(self) -> tuple[Text | None, Text | None]:
        return self.state.undo, self.state.redo

    def level(self) -> LockLevel:
        return self.desk.settings.lock_level

    def is_well(self) -> bool:
        return self.state.problems == () and self.state.trouble is None

    def lock(self, level: LockLevel = LockLevel.GENTLE) -> None:
        self.desk.change(self.desk.settings._replace(lock_level=level), LOCK)

    def allow(self, minutes: int, group: str = "") -> None:
        self.desk.change(self.desk.settings._replace(limits=Limits(minutes)), LIMIT, group)

    def work(self, day: int, ranges: tuple[ClockRange, ...] = MORNING) -> None:
        self.desk.change(with_day(self.desk.settings, day, ranges), DAY)

    def by_hand(self, old: str, new: str) -> None:
        assert old in self.store.text
        self.store.text = self.store.text.replace(old, new, 1)


@pytest.fixture
def house() -> House:
    return House()


@pytest.fixture
def written() -> House:
    return House(
        '# mine\nlanguage = "fr" # oui\n\n[lock]\nlevel = "firm"\n\n[limits]\npersonal_minutes_per_day = 30 # enough\n'
    )


def test_a_change_is_in_the_file_at_once_and_can_be_taken_back(house: House) -> None:
    house.lock()
    assert house.store.load() == house.desk.settings == Settings(lock_level=LockLevel.GENTLE)
    assert (house.state.undo, house.state.redo, house.state.trouble, house.state.notice) == (LOCK, None, None, None)
    assert house.told == [house.state]


def test_nothing_changed_is_no_step(house: House) -> None:
    house.desk.change(house.desk.settings, LOCK)
    house.desk.undo()
    house.desk.redo()
    house.desk.reload()
    assert house.told == []


def test_undo_and_redo_lead_back_and_forth_byte_for_byte(written: House) -> None:
    texts = [written.store.text]
    written.lock()
    texts.append(written.store.text)
    written.allow(45)
    texts.append(written.store.text)
    for text, redo in ((texts[1], LIMIT), (texts[0], LOCK)):
        written.desk.undo()
        assert written.store.text == text
        assert written.labels()[1] == redo
    assert written.labels() == (None, LOCK)
    for text, undo in ((texts[1], LOCK), (texts[2], LIMIT)):
        written.desk.redo()
        assert written.store.text == text
        assert written.labels()[0] == undo
    assert written.labels() == (LIMIT, None)


def test_a_new_change_ends_what_could_be_made_again(written: House) -> None:
    written.lock()
    written.desk.undo()
    written.allow(45)
    assert written.state.redo is None


def test_changes_of_one_group_are_one_step(written: House) -> None:
    before = written.store.text
    written.lock()
    for minutes in (31, 32, 33):
        written.allow(minutes, "allowance")
    written.desk.undo()
    assert (written.desk.settings.limits.personal_minutes_per_day, written.state.undo) == (30, LOCK)
    written.desk.redo()
    assert written.desk.settings.limits.personal_minutes_per_day == 33
    written.allow(34, "allowance")
    written.desk.undo()
    assert written.desk.settings.limits.personal_minutes_per_day == 33
    written.desk.undo()
    written.desk.undo()
    assert written.store.text == before


def test_a_group_that_ends_where_it_began_leaves_no_step(written: House) -> None:
    written.allow(31, "allowance")
    written.allow(30, "allowance")
    assert written.state.undo is None


def test_only_so_many_steps_are_kept(house: House) -> None:
    for minutes in range(settings_desk.MAX_STEPS + 31):
        house.allow(minutes)
    while house.state.undo is not None:
        house.desk.undo()
    assert house.desk.settings.limits.personal_minutes_per_day > 0


def test_a_day_and_a_rotation_come_and_go(house: House) -> None:
    house.work(0)
    rotation = Rotation(date(2026, 1, 5), (OFFICE_WEEK,))
    house.desk.change(house.desk.settings._replace(hours=Hours(rotation=rotation)), Text("Weeks"))
    assert house.store.load().hours.rotation == rotation
    house.desk.undo()
    assert house.desk.settings == house.store.load() == with_day(Settings(), 0)
    house.desk.undo()
    assert house.desk.settings == Settings()


def test_our_own_writes_are_no_news(house: House) -> None:
    house.lock()
    house.desk.reload()
    assert len(house.told) == 1


def test_another_hand_is_seen_and_said(written: House) -> None:
    written.lock()
    written.by_hand('"fr"', '"en"')
    written.desk.reload()
    assert (written.desk.settings.language, written.state.notice, written.state.undo) == ("en", CHANGED_ELSEWHERE, LOCK)
    written.desk.undo()
    assert (written.state.notice, written.desk.settings.language) == (None, "en")


def test_another_hand_is_seen_by_the_next_change_too(written: House) -> None:
    written.by_hand('"fr"', '"en"')
    written.lock()
    assert (written.desk.settings.language, written.state.notice) == ("en", CHANGED_ELSEWHERE)
    written.by_hand('"en"', '"fr"')
    written.desk.undo()
    assert (written.desk.settings.language, written.state.notice) == ("fr", CHANGED_ELSEWHERE)


def test_another_hand_ends_a_group(written: House) -> None:
    written.allow(31, "allowance")
    written.by_hand("= 31", "= 50")
    written.desk.reload()
    written.allow(51, "allowance")
    written.desk.undo()
    assert written.desk.settings.limits.personal_minutes_per_day == 50


def test_undo_leaves_what_another_hand_changed_since(written: House) -> None:
    written.lock()
    written.by_hand('"gentle"', '"locked"')
    written.desk.undo()
    assert written.desk.settings.lock_level is LockLevel.LOCKED
    assert (written.state.notice, written.state.undo, written.state.redo) == (LEFT_ALONE, None, None)


def test_undo_takes_back_what_of_a_step_is_still_ours(written: House) -> None:
    hours = Hours(timezone="Asia/Kathmandu")
    both = written.desk.settings._replace(hours=hours, lock_level=LockLevel.GENTLE)
    written.desk.change(both, Text("Both"))
    written.by_hand("Asia/Kathmandu", "Europe/Paris")
    written.desk.undo()
    assert written.level() is LockLevel.FIRM
    assert written.desk.settings.hours.timezone == "Europe/Paris"
    assert written.state.notice == LEFT_ALONE
    written.desk.redo()
    assert written.level() is LockLevel.GENTLE
    assert written.desk.settings.hours.timezone == "Europe/Paris"


def test_redo_leaves_what_another_hand_changed_since(written: House) -> None:
    written.lock()
    written.desk.undo()
    written.by_hand('"firm"', '"locked"')
    written.desk.redo()
    assert (written.desk.settings.lock_level, written.state.notice) == (LockLevel.LOCKED, LEFT_ALONE)
    assert (written.state.undo, written.state.redo) == (None, None)


def test_what_would_not_hold_beside_another_hands_edit_stays(house: House) -> None:
    """Holidays that came here and grew by hand can't lose their country alone."""
    before = house.desk.settings
    house.desk.change(before._replace(hours=Hours(holidays=Holidays("FR"))), Text("Holidays"))
    house.by_hand('country = "FR"', 'country = "FR"\nsubdivision = "Guadeloupe"')
    house.desk.undo()
    assert house.desk.settings.hours.holidays == Holidays("FR", "Guadeloupe")
    assert (house.state.notice, house.state.undo, house.state.trouble) == (LEFT_ALONE, None, None)


def test_a_table_of_ours_that_another_hand_filled_further_keeps_that(house: House) -> None:
    networks = MappingProxyType({"x": NetworkSettings(name="Forum", sites=("a.example",))})
    house.desk.change(house.desk.settings._replace(networks=networks), Text("Forum"))
    house.by_hand('name = "Forum"', 'name = "Forum"\nnotifications = ["Forum"]')
    house.desk.undo()
    assert house.desk.settings.networks == {"x": NetworkSettings(notifications=("Forum",))}
    assert house.state.notice == LEFT_ALONE


def test_what_was_taken_out_and_put_in_by_another_hand_stays(house: House) -> None:
    house.desk.change(house.desk.settings._replace(hours=Hours(holidays=Holidays("FR"))), Text("In"))
    house.desk.change(house.desk.settings._replace(hours=Hours()), Text("Out"))
    house.store.text += '\n[hours.holidays]\ncountry = "DE"\n'
    house.desk.undo()
    assert house.desk.settings.hours.holidays == Holidays("DE")
    assert house.state.notice == LEFT_ALONE


def test_what_another_hand_took_back_first_is_taken_back(written: House) -> None:
    written.lock()
    written.by_hand('"gentle"', '"firm"')
    written.desk.undo()
    assert (written.state.notice, written.state.undo) == (CHANGED_ELSEWHERE, None)


def test_a_change_that_does_not_hold_is_not_made_and_said(house: House) -> None:
    house.lock()
    house.work(0, (ClockRange(540, 720), ClockRange(600, 780)))
    assert isinstance(house.state.trouble, SettingsError)
    assert house.state.problems == ()
    assert house.desk.settings == Settings(lock_level=LockLevel.GENTLE)
    assert house.state.undo == LOCK
    house.allow(5)
    assert house.is_well()


def test_a_full_disk_keeps_the_change_and_tries_again_with_the_next(written: House) -> None:
    written.store.is_disk_full = True
    written.lock()
    assert isinstance(written.state.trouble, StorageError)
    assert (written.desk.settings.lock_level, written.state.undo) == (LockLevel.GENTLE, LOCK)
    written.desk.reload()
    assert not written.is_well()
    written.store.is_disk_full = False
    written.allow(45)
    assert written.is_well()
    assert written.store.load() == written.desk.settings
    assert written.desk.settings.lock_level is LockLevel.GENTLE
    written.desk.undo()
    assert (written.state.undo, written.desk.settings.lock_level) == (LOCK, LockLevel.GENTLE)


def test_what_is_kept_is_saved_by_a_reload_or_by_a_change_that_is_none(written: House) -> None:
    for again in (written.desk.reload, lambda: written.desk.change(written.desk.settings, LOCK)):
        written.store.is_disk_full = True
        written.lock(LockLevel.GENTLE if written.desk.settings.lock_level is LockLevel.FIRM else LockLevel.FIRM)
        written.store.is_disk_full = False
        again()
        assert written.state.trouble is None
        assert written.store.load() == written.desk.settings


def test_what_is_kept_is_merged_with_another_hands_edit(written: House) -> None:
    written.store.is_disk_full = True
    written.lock()
    written.by_hand('"fr"', '"en"')
    written.desk.reload()
    assert (written.desk.settings.language, written.desk.settings.lock_level) == ("en", LockLevel.GENTLE)
    assert written.state.notice == CHANGED_ELSEWHERE


def test_what_is_kept_can_be_taken_back_and_made_again(written: House) -> None:
    before = written.store.text
    written.store.is_disk_full = True
    written.lock()
    written.allow(45)
    written.desk.undo()
    assert (written.desk.settings.limits.personal_minutes_per_day, written.state.redo) == (30, LIMIT)
    written.desk.undo()
    assert (written.state.trouble, written.store.text) == (None, before)
    written.desk.redo()
    written.store.is_disk_full = False
    written.desk.redo()
    assert (written.state.trouble, written.state.redo) == (None, None)
    assert written.store.load() == written.desk.settings
    assert written.desk.settings.limits.personal_minutes_per_day == 45


def test_kept_changes_of_one_group_are_one(written: House) -> None:
    written.store.is_disk_full = True
    for minutes in (31, 32):
        written.allow(minutes, "allowance")
    written.store.is_disk_full = False
    written.desk.reload()
    written.desk.undo()
    assert (written.desk.settings.limits.personal_minutes_per_day, written.state.undo) == (30, None)


def test_a_full_disk_stops_undo_and_redo_where_they_are(written: House) -> None:
    written.lock()
    written.store.is_disk_full = True
    written.desk.undo()
    assert (written.state.undo, written.desk.settings.lock_level) == (LOCK, LockLevel.GENTLE)
    assert isinstance(written.state.trouble, StorageError)
    written.store.is_disk_full = False
    written.desk.undo()
    written.store.is_disk_full = True
    written.desk.redo()
    assert (written.state.redo, written.desk.settings.lock_level) == (LOCK, LockLevel.FIRM)
    assert isinstance(written.state.trouble, StorageError)


def test_what_can_not_be_told_is_shown_as_it_was_made(written: House) -> None:
    """Kept while the disk was full, and no longer fitting what another hand wrote since."""
    written.store.is_disk_full = True
    written.allow(45)
    written.work(0)
    written.by_hand("[lock]", "[hours.rotation]\nanchor = 2026-01-05\nweeks = [{ monday = [] }]\n\n[lock]")
    written.desk.reload()
    assert written.desk.settings.limits.personal_minutes_per_day == 45
    written.store.is_disk_full = False
    written.desk.reload()
    assert isinstance(written.state.trouble, SettingsError)
    assert written.desk.settings == written.store.load()
    assert written.desk.settings.limits.personal_minutes_per_day == 45
    written.desk.undo()
    assert written.desk.settings.limits.personal_minutes_per_day == 30


def test_a_file_that_does_not_hold_shows_the_last_good_settings(house: House) -> None:
    house.lock()
    house.store.remember()
    house.store.spoil()
    desk = SettingsDesk(house.store)
    assert desk.settings.lock_level is LockLevel.GENTLE
    assert [problem.place for problem in desk.state.problems] == ["hours.week.monday[0]"]


def test_a_change_elsewhere_waits_until_the_file_holds(written: House) -> None:
    written.store.spoil()
    written.desk.reload()
    assert (written.state.notice, len(written.state.problems)) == (None, 1)
    written.lock()
    assert (written.desk.settings.lock_level, len(written.state.problems)) == (LockLevel.GENTLE, 1)
    assert isinstance(written.state.trouble, SettingsError)
    written.by_hand("[-1]", '["10:00-11:00"]')
    written.desk.reload()
    assert written.is_well()
    assert written.labels() == (LOCK, None)
    assert written.told[-1].notice == CHANGED_ELSEWHERE
    assert written.desk.settings == written.store.load()
    assert written.desk.settings.lock_level is LockLevel.GENTLE
    assert written.desk.settings.hours.week.days[0] == (ClockRange(600, 660),)


def test_a_change_at_the_place_mends_the_file(written: House) -> None:
    written.store.spoil()
    written.by_hand('"fr"', '"en"')
    written.work(0)
    assert (written.state.problems, written.state.trouble) == ((), None)
    assert (written.desk.settings.language, written.desk.settings.hours.week.days[0]) == ("en", MORNING)
    assert written.store.load() == written.desk.settings


def test_several_changes_mend_a_file_together(written: House) -> None:
    written.store.spoil("hours.week.monday[0]")
    written.store.spoil("limits.personal_minutes_per_day")
    written.lock()
    written.work(0)
    assert len(written.state.problems) == 2
    written.desk.undo()
    assert written.desk.settings.hours.week.days[0] == OFFICE_WEEK.days[0]
    written.desk.redo()
    assert written.desk.settings.hours.week.days[0] == MORNING
    written.allow(45)
    assert written.is_well()
    assert written.labels() == (LIMIT, None)
    assert written.store.load() == written.desk.settings
    assert written.desk.settings.lock_level is LockLevel.GENTLE


def test_several_changes_that_do_not_mend_it_are_kept_one_by_one(written: House) -> None:
    written.store.text = "[hours"
    written.desk.reload()
    written.lock()
    written.allow(45)
    assert written.store.text == "[hours"
    written.desk.undo()
    assert (written.state.undo, written.desk.settings.lock_level) == (LOCK, LockLevel.GENTLE)
    assert written.desk.settings.limits.personal_minutes_per_day == 30


def test_what_is_saved_can_not_be_taken_back_in_a_file_that_can_not_be_read(written: House) -> None:
    written.lock()
    written.store.text, good = "[hours", written.store.text
    written.desk.undo()
    assert (written.state.undo, written.desk.settings.lock_level) == (LOCK, LockLevel.GENTLE)
    assert isinstance(written.state.trouble, SettingsError)
    written.store.text = good
    written.desk.undo()
    assert (written.state.undo, written.desk.settings.lock_level) == (None, LockLevel.FIRM)


def test_nor_in_one_that_does_not_hold_elsewhere(written: House) -> None:
    written.lock()
    written.store.spoil()
    written.desk.undo()
    assert (written.state.undo, len(written.state.problems)) == (LOCK, 1)
    assert isinstance(written.state.trouble, SettingsError)


def test_what_a_file_of_own_networks_says_stays_and_is_said(house: House) -> None:
    house.store.own_networks = "[x]\nname = 'Forum'\nsites = ['a.example']\n"
    house.desk.reload()
    house.desk.change(house.desk.settings._replace(networks=MappingProxyType({})), Text("Away"))
    assert house.desk.settings.networks["x"].name == "Forum"
    assert isinstance(house.state.trouble, StorageError)
    assert "networks.x" in str(house.state.trouble)
    assert house.state.undo is None


def test_entries_that_nobody_was_shown_are_never_written_over(house: House) -> None:
    unseen = '[[hours.exceptions]]\ndate = 2026-12-24\nhours = []\n[[hours.exceptions]]\ndate = "soon"\nhours = []\n'
    house.store.text += unseen
    house.desk.reload()
    before = house.desk.settings
    another = before.hours._replace(exceptions=(ExceptionalDay(date(2026, 12, 31), ()),))
    house.desk.change(before._replace(hours=another), Text("A day"))
    assert unseen in house.store.text
    assert isinstance(house.desk.state.trouble, SettingsError)
    assert house.desk.settings == before, "it is not shown as if it were there"
    assert house.desk.state.undo is None
    house.store.text = house.store.text.replace('"soon"', "2026-12-25")
    house.desk.reload()
    assert [each.on.day for each in house.desk.settings.hours.exceptions] == [24, 25]


def test_an_entry_that_does_not_hold_is_mended_where_all_of_them_are_shown(house: House) -> None:
    christmas = (ExceptionalDay(date(2026, 12, 24), ()),)
    house.desk.change(house.desk.settings._replace(hours=Hours(exceptions=christmas)), Text("A day"))
    house.store.remember()
    house.store.text = house.store.text.replace("2026-12-24", '"soon"')
    house.desk.reload()
    eve = (ExceptionalDay(date(2026, 12, 31), ()),)
    house.desk.change(house.desk.settings._replace(hours=Hours(exceptions=eve)), Text("A day"))
    assert house.store.load().hours.exceptions == eve
