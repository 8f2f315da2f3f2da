# SPDX-License-Identifier: MIT
"""Whatever happens in whatever order: is nothing lost, and does everything go on at opening?"""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from fakes.app_shop import MAIL, MAIL_APP, SLACK, SLACK_APP, AppShop, opened
from fakes.apps import Answer, FakeApps
from rideau.domain.app import Run, Window
from rideau.domain.phase import Rule
from rideau.domain.settings import HiddenApps

APPS = st.sampled_from((SLACK_APP, MAIL_APP))


class WatchedApps(FakeApps):
    """Look on while apps are ended."""

    def end(self, run: Run) -> None:
        """Make sure that nothing is lost by it."""
        present = self.now(run.id)
        if present is not None:
            assert not present.windows, "what has a window is never ended"
            assert present.is_frozen is not present.has_drawn, "SIGKILL is for what never drew"
        super().end(run)

    def freeze(self, run: Run) -> bool:
        """Make sure that no dead picture is left on the screen."""
        present = self.now(run.id)
        assert present is None or not present.windows
        return super().freeze(run)


class Evenings(RuleBasedStateMachine):
    """Drive the guard as people, apps and hours would."""

    def __init__(self) -> None:
        super().__init__()
        self.apps = WatchedApps()
        self.shop = AppShop(apps=self.apps)
        self.runs: dict[str, Run] = {}
        self.is_open = True

    @rule(app=APPS, answer=st.sampled_from(Answer))
    def start(self, app: object, answer: Answer) -> None:
        chosen = SLACK_APP if app == SLACK_APP else MAIL_APP
        self.apps.answers[chosen.id] = answer
        run = self.apps.start_app(chosen)
        self.runs[run.id] = run

    @rule(data=st.data())
    def end_by_itself(self, data: st.DataObject) -> None:
        if there := [id_ for id_ in self.runs if self.apps.now(id_)]:
            self.apps.end_by_itself(data.draw(st.sampled_from(there)))

    @rule(data=st.data(), count=st.integers(0, 2), is_dialog=st.booleans())
    def show(self, data: st.DataObject, count: int, is_dialog: bool) -> None:  # noqa: FBT001 - drawn, not called
        there = [id_ for id_ in self.runs if (run := self.apps.now(id_)) and not run.is_frozen]
        if there:
            id_ = data.draw(st.sampled_from(there))
            self.apps.show(id_, *(Window(f"{id_}:{number}", is_dialog=is_dialog) for number in range(count)))

    @rule(data=st.data())
    def talk(self, data: st.DataObject) -> None:
        self.apps.in_call = set(data.draw(st.lists(st.sampled_from(list(self.runs)))) if self.runs else [])

    @rule(data=st.data())
    def thaw_behind_our_back(self, data: st.DataObject) -> None:
        if there := [run for id_ in self.runs if (run := self.apps.now(id_))]:
            self.apps.thaw(data.draw(st.sampled_from(there)))

    @rule(seconds=st.sampled_from((0, 1, 5, 11, 31, 61, 400)))
    def wait(self, seconds: int) -> None:
        self.shop.wait(timedelta(seconds=seconds))

    @rule(networks=st.sampled_from(((SLACK,), (MAIL,), (SLACK, MAIL))))
    def close(self, networks: tuple[object, ...]) -> None:
        self.shop.close(*(each for each in (SLACK, MAIL) if each in networks))
        self.is_open = False

    @rule(is_key=st.booleans())
    def open(self, is_key: bool) -> None:  # noqa: FBT001 - as above
        self.shop.apply(opened(Rule.OPENED_BY_HAND if is_key else Rule.WORK_HOURS))
        self.is_open = True

    @rule(hidden=st.sampled_from(HiddenApps))
    def choose(self, hidden: HiddenApps) -> None:
        self.shop.choose(hidden)

    @rule()
    def stretch(self) -> None:
        self.shop.guard.stretch()

    @rule()
    def close_now(self) -> None:
        self.shop.guard.close_now()

    @rule()
    def later(self) -> None:
        self.shop.guard.later([each.run_id for each in self.shop.guard.doorway.stopped])

    @rule(wanted=st.booleans())
    def reopen(self, wanted: bool) -> None:  # noqa: FBT001 - as above
        self.shop.guard.reopen(wanted=wanted)

    @rule()
    def release(self) -> None:
        self.shop.guard.release()
        self.is_open = True

    @precondition(lambda self: self.is_open)
    @invariant()
    def nothing_is_held_while_open(self) -> None:
        assert not any(run.is_frozen for id_ in self.runs if (run := self.apps.now(id_)))
        self.shop.wait(timedelta(milliseconds=100))
        door = self.shop.guard.doorway
        assert (door.stopped, door.closing, self.apps.rules) == ((), (), ())

    @invariant()
    def only_what_never_drew_is_killed(self) -> None:
        assert all(not self.runs[id_].has_drawn for id_ in self.apps.killed)


Evenings.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestEvenings = Evenings.TestCase
