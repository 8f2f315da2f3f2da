# SPDX-License-Identifier: MIT
"""Are real apps on a real desktop met before their first window, closed, frozen and brought back?"""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contracts.apps import AppsContract, StagedApps
from rideau.adapters.linux.apps.freezer import LEASE
from rideau.adapters.linux.apps.frozen_process import KIND, is_stopped
from rideau.domain.app import ClosedApp
from rideau.domain.error import RideauError
from rideau.domain.probe import Fitness
from stage.app_watching import Watching
from stage.desktop import Desktop, Furniture
from stage.keeper import eventually
from stage.work_apps import Kind, WorkApp

TRAY = Path(__file__).parents[1] / "stage" / "app_tray.py"


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None)) as desktop:
        yield desktop


class Stage(StagedApps):
    """Hold one watched app with its real self."""

    def __init__(self, app: WorkApp, watching: Watching) -> None:
        """Watch ``app`` through ``watching``."""
        super().__init__(watching.apps, app.rule, app.start)
        self.app = app
        self.watching = watching

    def are_stopped(self) -> bool:
        """Tell whether all of the app stands still."""
        return all(map(is_stopped, self.app.processes()))


@pytest.fixture
def stage_of(desktop: Desktop) -> Iterator[Callable[[Kind], Stage]]:
    held: list[Stage] = []

    def make(kind: Kind = Kind.WINDOW, title: str = "") -> Stage:
        app = WorkApp(desktop, f"work{kind.value}", kind, title)
        held.append(Stage(app, Watching(desktop, app)))
        return held[-1]

    yield make
    for each in held:
        each.apps.release()
        each.app.kill()


class TestLinuxApps(AppsContract):
    """Run the contract."""

    @pytest.fixture
    def staged(self, stage_of: Callable[[], Stage]) -> StagedApps:
        return stage_of()


def test_a_launch_that_is_ended_never_showed_a_window(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.watch()
    stage.start()
    run = stage.wait_for_launch()
    eventually(stage.are_stopped)
    stage.apps.end(run)
    stage.app.wait_until_gone()
    assert "shown" not in stage.app.said()


def test_what_is_frozen_is_in_the_ledger_and_leased_until_it_goes_on(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.watch()
    assert stage.watching.link.leases.keys() == {"apps"}
    stage.start()
    run = stage.wait_for_launch()
    assert [change.kind for _, change in stage.watching.ledger.pending()] == [KIND]
    assert stage.watching.link.leases[LEASE].processes == run.processes
    stage.apps.thaw(run)
    assert stage.watching.ledger.pending() == ()
    assert stage.watching.link.leases.keys() == {"apps"}
    stage.app.wait_until_said("shown")
    stage.apps.release()
    assert stage.watching.link.leases == {}


def test_nothing_is_frozen_that_cannot_be_written_down(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.watching.ledger.is_full = True
    stage.watch()
    stage.start()
    stage.app.wait_until_said("shown")
    assert not stage.wait_for_run().is_frozen
    assert stage.launched == []


def test_an_app_with_helpers_is_frozen_and_goes_on_whole(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of(Kind.HELPERS)
    stage.watch(spared=True)
    stage.start()
    stage.app.wait_until_said("helper", 6)
    stage.app.wait_until_said("shown")
    run = stage.wait_for_run(lambda run: run.windows and len(run.processes) == len(stage.app.pids()))
    stage.apps.hide(run)
    assert stage.apps.freeze(run)
    eventually(stage.are_stopped)
    stage.apps.thaw(run)
    eventually(lambda: not any(map(is_stopped, stage.app.processes())))


def test_what_a_running_app_starts_is_no_launch(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of(Kind.HELPERS)
    stage.watch(spared=True)
    stage.start()
    stage.app.wait_until_said("helper", 6)
    stage.app.wait_until_said("shown")
    stage.watch()
    helper = next(int(line.split()[1]) for line in stage.app.said() if line.startswith("helper"))
    os.kill(helper, signal.SIGUSR1)
    stage.app.wait_until_said("helper", 7)
    assert stage.launched == []
    eventually(lambda: not any(map(is_stopped, stage.app.processes())))


def test_a_package_update_changes_nothing(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.watch()
    stage.app.update()
    stage.start()
    assert stage.wait_for_launch().is_frozen


def test_an_app_that_is_put_in_place_later_is_met(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    away = stage.app.folder.with_name("away")
    stage.app.folder.rename(away)
    stage.watch()
    away.rename(stage.app.folder)
    stage.start()
    assert stage.wait_for_launch().is_frozen


def test_an_app_in_a_terminal_is_out_of_reach_and_that_is_said(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.watch()
    stage.app.start_in_terminal()
    stage.app.wait_until_said("shown")
    eventually(lambda: stage.changes)
    assert stage.launched == []
    (said,) = stage.apps.watch((stage.rule,), frozenset(), stage.heard)
    assert "terminal" in str(said)
    assert stage.apps.runs() == ()


def test_a_tray_app_goes_on_without_its_window_until_it_is_ended(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of(Kind.TRAY)
    stage.watch(spared=True)
    stage.start()
    stage.apps.ask_to_close(stage.wait_for_run().windows[0])
    run = stage.wait_for_run(lambda run: not run.windows)
    assert run.has_drawn
    stage.apps.end(run)
    stage.app.wait_until_gone()


def test_a_question_about_unsaved_work_is_seen_as_a_dialog(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of(Kind.ASKS)
    stage.watch(spared=True)
    stage.start()
    stage.apps.ask_to_close(stage.wait_for_run().windows[0])
    run = stage.wait_for_run(lambda run: any(window.is_dialog for window in run.windows))
    assert len(run.windows) == 2


def test_what_drew_is_never_killed(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.watch(spared=True)
    stage.start()
    run = stage.wait_for_run()
    assert stage.apps.freeze(run)
    stage.app.journal.write_text("")
    stage.apps.end(run)
    stage.app.wait_until_gone()
    assert stage.watching.ledger.pending() == ()


def test_an_app_that_only_its_windows_name_is_noticed(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.rule = stage.rule._replace(programs=(), program_ids=frozenset())
    stage.watch()
    stage.start()
    eventually(lambda: stage.changes)
    assert not stage.wait_for_run().is_frozen


def test_an_end_is_heard(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of(Kind.TRAY)
    stage.watch(spared=True)
    stage.start()
    stage.wait_for_run()
    stage.changes.clear()
    stage.app.kill()
    eventually(lambda: stage.changes)
    assert stage.apps.runs() == ()


def test_a_frozen_launch_that_somebody_else_ends_leaves_nothing_behind(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.watch()
    stage.start()
    stage.wait_for_launch()
    stage.app.kill()
    eventually(lambda: not stage.watching.ledger.pending())
    eventually(lambda: stage.watching.link.leases.keys() == {"apps"})


def test_a_frozen_launch_that_somebody_else_lets_go_on_is_held_no_more(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of(Kind.IGNORES)
    stage.watch()
    stage.start()
    run = stage.wait_for_launch()
    eventually(stage.are_stopped)
    assert stage.apps.runs()[0].is_frozen
    os.kill(run.processes[0].pid, signal.SIGCONT)
    stage.app.wait_until_said("shown")
    drawn = stage.wait_for_run()
    assert (drawn.id, drawn.is_frozen, drawn.has_drawn) == (run.id, False, True)
    assert stage.watching.ledger.pending() == ()
    assert stage.watching.link.leases.keys() == {"apps"}


def test_what_is_only_a_script_is_met_too(stage_of: Callable[..., Stage], tmp_path: Path) -> None:
    stage = stage_of()
    script = tmp_path / "workscript"
    script.write_text("#!/bin/sh\nwhile :; do sleep 1000; done\n")
    script.chmod(0o755)
    stage.rule = stage.rule._replace(programs=(str(script),), program_ids=frozenset(), marks=(str(script),))
    stage.app.command = [str(script)]
    stage.watch()
    stage.start()
    stage.apps.end(stage.wait_for_launch())
    stage.wait_until_none()


def test_who_records_or_meets_is_in_a_call(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of(title="Zoom Meeting")
    stage.watch(spared=True)
    stage.start()
    run = stage.wait_for_run()
    assert not stage.apps.is_in_call(run)
    stage.watching.recording = frozenset({run.processes[0].pid})
    assert stage.apps.is_in_call(run)


def test_what_was_closed_comes_back_at_its_place_and_is_nobodys_child(
    desktop: Desktop, stage_of: Callable[..., Stage]
) -> None:
    stage = stage_of()
    stage.watch(spared=True)
    stage.start()
    run = stage.wait_for_run()
    desktop.run(["xdotool", "windowmove", "--sync", run.windows[0].id.removeprefix("x11:"), "321", "123"])
    closed = stage.apps.placed(run)
    assert closed is not None
    assert (closed.desktop_id, closed.command) == (stage.app.name, tuple(stage.app.command))
    stage.apps.ask_to_close(run.windows[0])
    stage.app.wait_until_gone()
    stage.apps.watch((), frozenset(), stage.heard)
    stage.app.journal.unlink()
    stage.apps.start(closed)
    stage.app.wait_until_said("shown")
    (pid,) = stage.app.pids()
    assert int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]) != os.getpid()
    eventually(lambda: _place(desktop, stage.app.name) == closed.places[0])
    eventually(lambda: "apps" not in {each.name for each in threading.enumerate()})


def _place(desktop: Desktop, name: str) -> str:
    from rideau.adapters.linux.windowing.x11_windows import X11Windows  # noqa: PLC0415 - a look of its own

    source = X11Windows(desktop.environment)
    try:
        return next((source.placement(each.id) for each in source.windows() if each.instance == name), "")
    finally:
        source.close()


def test_what_is_not_there_any_more_cannot_be_started(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    gone = ClosedApp("work/gone", "Gone", "", "gone", ("/nowhere/gone",), "/")
    with pytest.raises(RideauError, match="Gone could not be started again"):
        stage.apps.start(gone)
    with pytest.raises(RideauError):
        stage.apps.start(gone._replace(command=()))


def test_no_thread_runs_while_nothing_is_watched(stage_of: Callable[..., Stage]) -> None:
    stage = stage_of()
    stage.watch()
    assert "apps" in {each.name for each in threading.enumerate()}
    stage.apps.watch((), frozenset(), stage.heard)
    assert "apps" not in {each.name for each in threading.enumerate()}


def test_where_no_window_is_seen_only_what_is_brand_new_counts_as_undrawn(desktop: Desktop) -> None:
    app = WorkApp(desktop, "workblind")
    screen = desktop.environment.pop("DISPLAY")
    try:
        with Watching(desktop, app) as watching:
            stage = StagedApps(watching.apps, app.rule, lambda: None)
            stage.watch()
            app.command = ["/bin/sh", "-c", 'sleep 1; exec "$@"', "sh", *app.command]
            app.start(DISPLAY=screen)
            run = stage.wait_for_launch()
            assert (run.is_frozen, run.has_drawn) == (True, True)
            stage.apps.end(run)
            app.wait_until_gone()
    finally:
        desktop.environment["DISPLAY"] = screen
        app.kill()


def test_doctor_hears_what_is_seen(stage_of: Callable[..., Stage]) -> None:
    assert [probe.fitness for probe in stage_of().apps.probes()] == [Fitness.WORKS] * 2


def test_killing_the_tray_lets_what_it_froze_go_on(desktop: Desktop, tmp_path: Path) -> None:
    app = WorkApp(desktop, "workleased")
    words = [sys.executable, str(TRAY), str(tmp_path), str(app.program), app.name]
    with subprocess.Popen(words, env=desktop.environment, stdout=subprocess.PIPE, text=True) as tray:
        assert tray.stdout is not None
        assert tray.stdout.readline() == "watching\n"
        app.start()
        assert tray.stdout.readline().startswith("frozen ")
        eventually(lambda: all(map(is_stopped, app.processes())))
        tray.kill()
        app.wait_until_said("shown")
    app.kill()
    shutil.rmtree(app.folder)
