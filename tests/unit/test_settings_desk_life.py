# SPDX-License-Identifier: MIT
"""Does the desk stay true through any mix of changes, hand edits, undo, redo, broken files and full disks?"""

import tomllib
from types import MappingProxyType
from typing import Final

from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from fakes.settings_store import FakeSettingsStore
from rideau.adapters.settings_writer import edited
from rideau.domain.settings import ClockRange, Limits, LockLevel, NetworkSettings, Settings, Week
from rideau.domain.text import Text
from rideau.services.settings_desk import SettingsDesk

BEGINNINGS: Final = (
    "version = 1\n",
    '# mine\nlanguage = "en"\n\n[hours.week] # w\nmonday = []\n\n[lock]\nlevel = "firm" # so\n\n# end\n',
    '[limits]\npersonal_minutes_per_day = 30\n\n[networks.x]\nname = "X" # x\nsites = ["a.example"]\n',
)
DAY: Final = st.sampled_from([(), (ClockRange(540, 720),), (ClockRange(1320, 1560),)])
NETWORK: Final = st.none() | st.tuples(
    st.sampled_from([None, "X", "Y"]), st.sampled_from([None, (), ("b.example",)])
).map(lambda said: NetworkSettings(name=said[0], sites=said[1]))


class Life(RuleBasedStateMachine):
    """Play a window, a hand in an editor, and a bad day."""

    @initialize(text=st.sampled_from(BEGINNINGS))
    def begin(self, text: str) -> None:
        self.store = FakeSettingsStore(text=text)
        self.desk = SettingsDesk(self.store)
        self.language = self.desk.settings.language
        self.notes = 0
        self.good = ""

    def is_broken(self) -> bool:
        return bool(self.store.problems)

    def change(self, after: Settings, group: str = "") -> None:
        before, was_broken, before_settings = self.store.text, self.is_broken(), self.desk.settings
        self.desk.change(after, Text("x"), group)
        if self.desk.state.trouble is None:
            assert self.desk.settings == (before_settings if self.is_broken() else self.store.load())
        elif was_broken or self.store.is_disk_full:
            assert self.store.text == before
            assert self.desk.settings == after

    @rule(level=st.sampled_from(LockLevel))
    def lock(self, level: LockLevel) -> None:
        self.change(self.desk.settings._replace(lock_level=level))

    @rule(minutes=st.integers(0, 60))
    def allow(self, minutes: int) -> None:
        self.change(self.desk.settings._replace(limits=Limits(minutes)), "allowance")

    @rule(day=st.integers(0, 1), ranges=DAY)
    def work(self, day: int, ranges: tuple[ClockRange, ...]) -> None:
        shown = self.desk.settings
        days = (*shown.hours.week.days[:day], ranges, *shown.hours.week.days[day + 1 :])
        self.change(shown._replace(hours=shown.hours._replace(week=Week(days))))

    @rule(network=NETWORK)
    def name_network(self, network: NetworkSettings | None) -> None:
        others = {key: each for key, each in self.desk.settings.networks.items() if key != "x"}
        named = others if network is None else {**others, "x": network}
        self.change(self.desk.settings._replace(networks=MappingProxyType(named)))

    @rule()
    def change_and_take_back(self) -> None:
        """What was changed and taken back at once never was."""
        self.desk.reload()
        was = (self.desk.state.undo, self.store.plain() if not self.is_broken() else self.store.text)
        shown = self.desk.settings
        self.change(shown._replace(limits=Limits(61)))
        if self.desk.settings != shown:
            self.desk.undo()
        assert self.desk.settings == shown
        assert was == (self.desk.state.undo, self.store.plain() if not self.is_broken() else self.store.text)

    @rule()
    def undo(self) -> None:
        self.desk.undo()

    @rule()
    def redo(self) -> None:
        self.desk.redo()

    @precondition(lambda self: not self.is_broken())
    @rule(
        edits=st.fixed_dictionaries(
            {},
            optional={
                "language": st.sampled_from(["fr", "en", "system"]),
                "lock.level": st.sampled_from(["gentle", "firm", None]),
                "hours.week.tuesday": st.sampled_from([[], ["10:00-11:00"]]),
                "networks.x.notifications": st.sampled_from([["X"], None]),
            },
        ),
        is_seen=st.booleans(),
    )
    def edit_by_hand(self, edits: dict[str, object], *, is_seen: bool) -> None:
        self.language = str(edits.get("language", self.language))
        self.store.text = edited(self.store.text, edits)
        if is_seen:
            self.desk.reload()

    @rule(is_seen=st.booleans())
    def note_by_hand(self, *, is_seen: bool) -> None:
        self.notes += 1
        self.store.text = f"# note {self.notes}\n{self.store.text}"
        if is_seen:
            self.desk.reload()

    @precondition(lambda self: not self.is_broken())
    @rule(what=st.sampled_from(["[hours", "lock.level = -1"]))
    def spoil(self, what: str) -> None:
        self.good = self.store.text
        broken = f"{what}\n" if what.startswith("[") else ""
        self.store.text = broken + (self.good if broken else edited(self.good, {"lock.level": -1}))
        self.desk.reload()
        assert self.desk.state.problems

    @precondition(lambda self: self.is_broken())
    @rule()
    def mend(self) -> None:
        text = self.store.text.replace("[hours\n", "", 1)
        try:
            tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            text = self.good
        self.store.text = text if "level = -1" not in text else text.replace("level = -1", 'level = "firm"')
        self.desk.reload()

    @rule()
    def fill_or_clear_the_disk(self) -> None:
        self.store.is_disk_full = not self.store.is_disk_full

    @invariant()
    def what_is_said_is_so(self) -> None:
        if not hasattr(self, "desk"):
            return
        state = self.desk.state
        self.desk.reload()
        after = self.desk.state
        assert after.problems == self.store.problems
        if not self.is_broken() and after.trouble is None:
            assert after.settings == self.store.load()
        if not self.is_broken() and not self.store.is_disk_full:
            assert after.settings == self.store.load()
        assert state.undo == after.undo or not self.is_broken()

    @invariant()
    def no_hand_edit_is_lost(self) -> None:
        if not hasattr(self, "desk"):
            return
        assert all(f"# note {number}\n" in self.store.text for number in range(1, self.notes + 1))
        if not self.is_broken():
            assert self.store.load().language == self.language


TestLife = Life.TestCase
TestLife.settings = hypothesis_settings(max_examples=15, stateful_step_count=25, deadline=None)
