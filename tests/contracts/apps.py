# SPDX-License-Identifier: MIT
"""What does everyone keep to who watches and moves apps?"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from rideau.domain.app import AppRule, Run
from rideau.ports.apps import Apps, Heard

PATIENCE_S = 30.0
LOOK_EVERY_S = 0.01


@dataclass
class StagedApps:
    """Hold a machine with one app, and what was heard of it."""

    apps: Apps
    rule: AppRule
    """Of the app that ``start`` starts: it shows one window, and ends when that is closed."""
    start: Callable[[], object]
    """Start the app as the person would."""
    launched: list[Run] = field(default_factory=list)
    changes: list[None] = field(default_factory=list)
    tell: threading.Condition = field(default_factory=threading.Condition)

    @property
    def heard(self) -> Heard:
        """Return who is told."""
        return Heard(self._note_launch, self._note_change)

    def watch(self, *, spared: bool = False) -> None:
        """Watch the app."""
        assert self.apps.watch((self.rule,), frozenset({self.rule.id} if spared else ()), self.heard) == ()

    def wait_for_launch(self, count: int = 1) -> Run:
        """Return the latest launch once there were ``count``."""
        with self.tell:
            assert self.tell.wait_for(lambda: len(self.launched) >= count, PATIENCE_S), "no launch was told"
            return self.launched[-1]

    def wait_for_run(self, is_so: Callable[[Run], object] = lambda run: run.windows) -> Run:
        """Return the run once there is one of which ``is_so`` holds."""
        deadline = time.monotonic() + PATIENCE_S
        while not (found := [run for run in self.apps.runs() if is_so(run)]):
            assert time.monotonic() < deadline, f"it never was so: {self.apps.runs()}"
            time.sleep(LOOK_EVERY_S)
        return found[0]

    def wait_until_none(self) -> None:
        """Wait until nothing of the rule runs."""
        deadline = time.monotonic() + PATIENCE_S
        while self.apps.runs():
            assert time.monotonic() < deadline, f"it never ended: {self.apps.runs()}"
            time.sleep(LOOK_EVERY_S)

    def _note_launch(self, run: Run) -> None:
        with self.tell:
            self.launched.append(run)
            self.tell.notify_all()

    def _note_change(self) -> None:
        with self.tell:
            self.changes.append(None)
            self.tell.notify_all()


class AppsContract:
    """Run by the fake and by the real adapter; a subclass gives ``staged``."""

    @pytest.fixture
    def staged(self) -> StagedApps:
        raise NotImplementedError

    def test_it_says_what_it_sees(self, staged: StagedApps) -> None:
        assert [probe.name for probe in staged.apps.probes()] == ["apps", "app-windows"]
        assert staged.apps.sees_windows()

    def test_what_is_started_while_watched_is_frozen_before_it_draws_and_told(self, staged: StagedApps) -> None:
        staged.watch()
        assert staged.apps.runs() == ()
        staged.start()
        run = staged.wait_for_launch()
        assert (run.rule.id, run.is_frozen, run.has_drawn, run.windows) == (staged.rule.id, True, False, ())
        assert [each.id for each in staged.apps.runs()] == [run.id]

    def test_what_is_spared_is_let_through(self, staged: StagedApps) -> None:
        staged.watch(spared=True)
        staged.start()
        run = staged.wait_for_run()
        assert (run.is_frozen, run.has_drawn, staged.launched) == (False, True, [])

    def test_what_ran_before_goes_on(self, staged: StagedApps) -> None:
        staged.watch(spared=True)
        staged.start()
        before = staged.wait_for_run()
        staged.watch()
        assert not staged.wait_for_run(lambda run: run.id == before.id).is_frozen

    def test_a_frozen_launch_that_is_ended_is_gone(self, staged: StagedApps) -> None:
        staged.watch()
        staged.start()
        staged.apps.end(staged.wait_for_launch())
        staged.wait_until_none()

    def test_a_frozen_launch_that_is_thawed_goes_on_whole(self, staged: StagedApps) -> None:
        staged.watch()
        staged.start()
        run = staged.wait_for_launch()
        staged.watch(spared=True)
        staged.apps.thaw(run)
        assert not staged.wait_for_run().is_frozen

    def test_what_is_frozen_stays_so_when_nothing_is_watched_any_more(self, staged: StagedApps) -> None:
        staged.watch()
        staged.start()
        run = staged.wait_for_launch()
        staged.apps.watch((), frozenset(), staged.heard)
        assert staged.apps.runs() == ()
        staged.watch()
        assert [(each.id, each.is_frozen) for each in staged.apps.runs()] == [(run.id, True)]

    def test_what_is_frozen_can_be_ended_while_nothing_is_watched(self, staged: StagedApps) -> None:
        staged.watch()
        staged.start()
        run = staged.wait_for_launch()
        staged.apps.watch((), frozenset(), staged.heard)
        staged.apps.end(run)
        staged.watch()
        staged.wait_until_none()

    def test_what_runs_can_be_hidden_frozen_and_thawed_any_number_of_times(self, staged: StagedApps) -> None:
        staged.watch(spared=True)
        staged.start()
        run = staged.wait_for_run()
        staged.apps.hide(run)
        assert staged.apps.freeze(run)
        assert staged.apps.freeze(run)
        assert staged.wait_for_run(lambda each: each.is_frozen).has_drawn
        staged.apps.thaw(run)
        staged.apps.thaw(run)
        assert not staged.wait_for_run().is_frozen

    def test_a_window_that_is_asked_to_close_does(self, staged: StagedApps) -> None:
        staged.watch(spared=True)
        staged.start()
        staged.apps.ask_to_close(staged.wait_for_run().windows[0])
        staged.wait_until_none()

    def test_what_is_gone_is_no_error(self, staged: StagedApps) -> None:
        staged.watch()
        staged.start()
        run = staged.wait_for_launch()
        staged.apps.end(run)
        staged.wait_until_none()
        staged.apps.end(run)
        staged.apps.thaw(run)
        staged.apps.hide(run)
        assert not staged.apps.freeze(run)
        assert not staged.apps.is_in_call(run)

    def test_what_runs_tells_how_it_comes_back(self, staged: StagedApps) -> None:
        staged.watch(spared=True)
        staged.start()
        run = staged.wait_for_run()
        assert not staged.apps.is_in_call(run)
        closed = staged.apps.placed(run)
        assert closed is not None
        assert (closed.rule_id, closed.name, len(closed.places)) == (staged.rule.id, staged.rule.name, 1)

    def test_letting_go_thaws_everything_and_is_safe_at_any_time(self, staged: StagedApps) -> None:
        staged.apps.release()
        staged.watch()
        staged.start()
        staged.wait_for_launch()
        staged.apps.release()
        staged.apps.release()
        staged.watch(spared=True)
        assert not staged.wait_for_run().is_frozen
