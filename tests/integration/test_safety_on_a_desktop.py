# SPDX-License-Identifier: MIT
"""Does a careless rule on a real desktop reach nobody, and say so? (SPEC E9)."""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from rideau.adapters.linux.apps.inventory import LinuxInventory
from rideau.adapters.linux.apps.process_list import ProcessList, environment_holds, file_ids
from rideau.domain.app import AppRule
from rideau.domain.app_match import runs_in
from rideau.domain.network import AppIds, Network
from rideau.domain.process import ProcessTable
from rideau.domain.safety import Own, untouchable
from rideau.keeper.proc import own_uid
from rideau.ports.apps import Heard
from stage.app_watching import Watching
from stage.desktop import Desktop, Furniture
from stage.program import MARK, PATIENCE_S, marked
from stage.work_apps import WorkApp

FURNITURE = ("Xvfb", "openbox", "xfce4-panel", "dbus-daemon", "dunst", "bash", "python3")
OWN = Own(own_uid())
TERMINAL = "import pty; pty.spawn(['sleep', '600'])"


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """Return a desktop with a window manager, a panel, a shell without a terminal and a program in one."""
    with Desktop(Furniture(panel=True)) as desktop:
        desktop.start(["bash", "-c", "sleep 600; true"])
        desktop.start([sys.executable, "-c", TERMINAL])
        _wait(lambda: sum(each.name == "sleep" for each in table_of(desktop)) == 2)
        yield desktop


def table_of(desktop: Desktop) -> ProcessTable:
    """Return the processes of the desktop; no other is looked at."""
    return processes_of(desktop).table()


def processes_of(desktop: Desktop) -> ProcessList:
    return ProcessList(partial(_holds, f"{MARK}={desktop.mark}"))


def _holds(variable: str, pid: int) -> bool:
    return environment_holds(pid, variable)


def _wait(until: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not until():
        assert time.monotonic() < deadline, "it never came to pass"
        time.sleep(0.02)


def _states(desktop: Desktop) -> dict[int, bytes]:
    """Return how each process of the desktop stands: ``T`` is stopped."""
    stats = ((pid, Path(f"/proc/{pid}/stat").read_bytes()) for pid in marked(desktop.mark))
    return {pid: stat.rpartition(b")")[2].split()[0] for pid, stat in stats}


def careless_by_name(desktop: Desktop) -> tuple[AppRule, ...]:
    """Return the rules of a network that names half of the desktop among its apps."""
    network = Network("careless", "Careless", apps=AppIds(linux=FURNITURE))
    return LinuxInventory(desktop.environment).rules((network,))


def careless_by_file(desktop: Desktop) -> tuple[AppRule, ...]:
    """Return a rule for every program that runs on the desktop, as if no inventory had looked at it."""
    programs = {each.program for each in table_of(desktop) if each.program}
    return tuple(
        AppRule(f"careless/{each}", "careless", Path(each).name, programs=(each,), program_ids=file_ids([each]))
        for each in sorted(programs)
    )


def test_the_furniture_of_the_desktop_is_out_of_reach(desktop: Desktop) -> None:
    table = table_of(desktop)
    names = {table.by_pid[pid].name for pid in untouchable(table, OWN)}
    assert {"Xvfb", "openbox", "xfce4-panel", "dbus-daemon", "dunst", "xfconfd"} <= names


def test_every_rule_that_names_the_desktop_is_refused_whole_with_a_sentence(desktop: Desktop) -> None:
    rules = careless_by_name(desktop)
    assert len(rules) == len(FURNITURE)
    assert all(rule.programs == rule.marks == () for rule in rules), "nothing of it would be watched either"
    matches = runs_in(table_of(desktop), rules, (), OWN)
    assert matches.runs == ()
    assert {each.rule_id for each in matches.refused} == {rule.id for rule in rules}
    said = [str(each.why) for each in matches.refused]
    assert all(any(f"“{name}" in each for each in said) for name in FURNITURE)
    assert all("left aside, whole" in each for each in said)


def test_a_rule_by_file_reaches_nobody_of_the_session_or_in_a_terminal(desktop: Desktop) -> None:
    table = table_of(desktop)
    reasons = untouchable(table, OWN)
    matches = runs_in(table, careless_by_file(desktop), (), OWN)
    reached = {each.pid for run in matches.runs for each in run.processes}
    assert not reached & reasons.keys()
    assert not reached, "nothing else runs here"
    refused = {each.rule_id.rpartition("/")[2] for each in matches.refused}
    assert {"Xvfb", "openbox", "xfce4-panel", "dbus-daemon", "dunst", "bash"} <= refused
    assert any(name.startswith("sleep") or name == "coreutils" for name in refused), "one of them is in a terminal"


def test_one_rule_that_also_names_the_window_manager_leaves_its_own_app_alone_too(desktop: Desktop) -> None:
    app = WorkApp(desktop, "worker")
    careless = app.rule._replace(programs=(*app.rule.programs, "/usr/bin/openbox"))
    matches = runs_in(table_of(desktop), (careless,), (), OWN)
    assert (matches.runs, [each.rule_id for each in matches.refused]) == ((), [careless.id])


def test_guarding_careless_rules_signals_nobody_and_says_why(desktop: Desktop) -> None:
    before = _states(desktop)
    rules = (*careless_by_name(desktop), *careless_by_file(desktop))
    heard: list[object] = []
    with Watching(desktop) as watching:
        said = watching.apps.watch(rules, frozenset(), Heard(heard.append, lambda: None))
        assert sum("left aside, whole" in str(each) for each in said) >= len(careless_by_name(desktop))
        for command in (["bash", "-c", "true"], ["dbus-daemon", "--version"], [sys.executable, "-c", ""]):
            assert desktop.start(command).wait() == 0, "whoever starts one of these is not stopped"
        assert watching.apps.runs() == ()
        assert watching.ledger.pending() == ()
        assert not any(lease.processes for lease in watching.link.leases.values())
    assert heard == []
    after = _states(desktop)
    assert after.keys() >= before.keys()
    assert not {pid for pid, state in after.items() if state in {b"T", b"t", b"Z"}}
