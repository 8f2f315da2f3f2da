# SPDX-License-Identifier: MIT
"""Is everything out of reach that a careless rule could name? (SPEC E9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.processes import OWN, SESSION_PIDS, desktop, file_of, process
from rideau.domain.app import AppRule
from rideau.domain.app_match import runs_in
from rideau.domain.process import Process, ProcessTable
from rideau.domain.program_names import BROWSERS, EDITORS, LEADERS, SESSION, SHELLS, TERMINALS, is_runtime
from rideau.domain.safety import MOST_PROCESSES, Own, is_border, is_browser, refusals, untouchable, why_barred

CAREFUL = AppRule("n/careful", "n", "Careful", programs=("/opt/careful/careful",))


def careless(*programs: str) -> AppRule:
    files = frozenset(file_of(each) for each in programs)
    return AppRule("n/careless", "n", "Careless", programs=programs, program_ids=files)


def why(table: ProcessTable, pid: int, own: Own = OWN) -> str:
    return str(untouchable(table, own).get(pid, ""))


def test_the_whole_desktop_is_out_of_reach() -> None:
    assert untouchable(desktop(), OWN).keys() == SESSION_PIDS


@pytest.mark.parametrize(
    ("pid", "said"),
    [
        (1, "first process"),
        (2, "kernel"),
        (3, "kernel"),
        (100, "session"),
        (101, "session"),
        (110, "session"),
        (111, "session"),
        (112, "session"),
        (200, "a terminal"),
        (201, "runs in a terminal"),
        (202, "runs in a terminal"),
        (300, "Rideau"),
        (301, "Rideau"),
    ],
)
def test_each_has_its_reason(pid: int, said: str) -> None:
    assert said in why(desktop(), pid)


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        (process(400, 110, "/opt/slack/slack", uid=0), "another user"),
        (process(400, 110, "/opt/slack/slack", uid=1001), "another user"),
        (process(400, 110, "/opt/slack/slack", terminal=1025), "in a terminal"),
        (process(400, 200, "/opt/slack/slack"), "in a terminal"),
        (process(400, 201, "/opt/slack/slack"), "in a terminal"),
        (process(400, 300, "/opt/slack/slack"), "Rideau"),
        (process(400, 110, "/usr/bin/emacs"), "editor"),
        (process(400, 110, "/opt/google/chrome/chrome"), "browser"),
        (process(400, 100, "/usr/bin/python3.11", "/usr/bin/orca"), "session"),
        (process(400, 100, "/usr/bin/gjs-console", "-m", "/usr/share/x/gnome-shell"), "session"),
        (process(400, 100, "", argv=("/usr/bin/gnome-keyring-daemon", "--login")), "session"),
        (process(400, 100, "", argv=(), name="(sd-pam)"), "session"),
        (process(400, 110, "/usr/bin/python3.11", "/usr/bin/qutebrowser"), "browser"),
        (process(400, 110, "/usr/bin/perl", "-w", "/usr/bin/terminator"), "terminal"),
    ],
)
def test_what_looks_unusual_is_out_of_reach_too(odd: Process, said: str) -> None:
    assert said in why(desktop(odd), odd.pid)


@pytest.mark.parametrize(
    "app",
    [
        process(400, 110, "/opt/slack/slack"),
        process(400, 100, "/usr/bin/dash", "/opt/foo/foo.sh"),
        process(400, 100, "/usr/bin/python3.11", "-u", "/opt/foo/foo.py"),
        process(400, 100, "/usr/bin/python3.11"),
        process(400, 100, "/opt/code-review/code-review"),
        process(400, 100, "/opt/xterm-helper/xterm.bin"),
        process(400, 100, "/opt/bash/run", "bash", "xterm"),
        process(400, 100, "", argv=("slack --type=renderer",)),
        process(400, 100, "", argv=(), name="slack"),
    ],
)
def test_an_app_is_within_reach_whatever_its_name_is_like(app: Process) -> None:
    assert why(desktop(app), app.pid) == ""


def test_the_shell_that_started_the_session_is_a_part_of_it_and_that_of_an_app_is_not() -> None:
    table = desktop(process(400, 100, "/usr/bin/dash", "/opt/foo/foo.sh"), process(401, 400, "/opt/foo/foo"))
    assert "session" in why(table, 101)
    assert why(table, 400) == why(table, 401) == ""


def test_an_app_that_started_a_bus_of_its_own_is_no_session() -> None:
    table = desktop(process(400, 100, "/opt/foo/foo"), process(401, 400, "/usr/bin/dbus-daemon"))
    assert why(table, 400) == ""
    assert "session" in why(table, 401)


def test_whoever_runs_rideau_is_out_of_reach_up_to_the_top() -> None:
    table = desktop(
        process(400, 100, "/opt/chat/chat"), process(401, 400, "/usr/bin/dash"), process(402, 401, "/opt/me")
    )
    assert {400, 401, 402} <= untouchable(table, Own(1000, frozenset({402}))).keys()


def test_root_may_run_rideau_and_its_session_is_as_safe() -> None:
    as_root = ProcessTable(each._replace(uid=0) for each in desktop())
    assert untouchable(as_root, OWN._replace(uid=0)).keys() == SESSION_PIDS


@pytest.mark.parametrize("name", ["firefox", "chrome", "msedge", "epiphany"])
def test_a_browser_is_known_by_its_file(name: str) -> None:
    assert is_browser(process(5, 1, f"/somewhere/{name}"))
    assert is_border(process(5, 1, f"/somewhere/{name}"))
    assert not is_browser(process(5, 1, f"/somewhere/{name}-like"))


@pytest.mark.parametrize(
    "name",
    ["sh", "bash", "busybox", "python", "python3", "python3.13", "python3.12t", "perl5.36", "java", "node", "node-22",
     "electron", "electron37", "ruby3.1", "wine64", "env", "flatpak", "lua5.4", "Rscript", "coreutils"],
)  # fmt: skip
def test_what_only_runs_others_is_a_runtime(name: str) -> None:
    assert is_runtime(name)
    assert "wrote" in str(why_barred(name))


@pytest.mark.parametrize(
    "name", ["slack", "python-slack", "nodepad", "javaws-app", "electronic", "shell", "bashful", ""]
)
def test_what_is_only_called_like_a_runtime_is_none(name: str) -> None:
    assert not is_runtime(name)
    assert why_barred(name) is None


@pytest.mark.parametrize("name", ["caja", "pcmanfm", "pcmanfm-qt", "xfdesktop"])
def test_a_file_manager_that_draws_the_desktop_is_out_of_reach(name: str) -> None:
    assert why_barred(name) is not None


def test_the_lists_are_of_file_names_and_do_not_contradict_each_other() -> None:
    groups = (SESSION, TERMINALS, EDITORS, BROWSERS, SHELLS)
    assert not any("/" in name or not name for group in groups for name in group)
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
    assert LEADERS < SESSION


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("/usr/bin/openbox", "“openbox”: it is a part of the desktop session"),
        ("/usr/bin/bash", "“bash”: it only runs what others wrote"),
        ("/usr/bin/python3.11", "“python3.11”: it only runs what others wrote"),
        ("/usr/lib/firefox/firefox", "“firefox”: it is a browser"),
        ("/usr/bin/sleep", "“sleep”: it runs in a terminal"),
        ("/opt/of-root", "“of-root”: it is another user's"),
        ("/opt/below-rideau", "“below-rideau”: it is Rideau, or runs Rideau"),
        ("/opt/first", "it is the system's first process"),
    ],
)
def test_a_rule_that_reaches_what_is_out_of_reach_is_refused_whole_with_a_sentence(program: str, said: str) -> None:
    table = desktop(
        process(1, 0, "/opt/first", uid=0),
        process(400, 110, "/opt/careless/careless"),
        process(401, 110, "/opt/careful/careful"),
        process(402, 110, "/opt/of-root", uid=0),
        process(403, 301, "/opt/below-rideau"),
    )
    matches = runs_in(table, (careless(program, "/opt/careless/careless"), CAREFUL), (), OWN)
    assert [run.rule.id for run in matches.runs] == ["n/careful"]
    (refused,) = matches.refused
    assert refused.rule_id == "n/careless"
    assert said in str(refused.why)
    assert "“Careless”" in str(refused.why)
    assert "Take it out of the apps of “n”" in str(refused.why)


def test_what_names_something_barred_is_refused_before_anything_runs() -> None:
    barred = (careless("/opt/a")._replace(barred=("/usr/bin/bash",)), CAREFUL._replace(barred=("/opt/new-runtime",)))
    table = desktop(process(400, 110, "/opt/a"))
    matches = runs_in(table, barred, (), OWN)
    assert matches.runs == ()
    assert [str(each.why).count("only runs what others wrote") for each in matches.refused] == [1, 1]


@pytest.mark.parametrize(("count", "is_refused"), [(MOST_PROCESSES, False), (MOST_PROCESSES + 1, True)])
def test_a_rule_that_reaches_too_many_is_refused_whole(count: int, is_refused: bool) -> None:  # noqa: FBT001 - a table
    many = (process(400 + each, 400 if each else 110, "/opt/a") for each in range(count))
    matches = runs_in(desktop(*many), (careless("/opt/a"),), (), OWN)
    assert bool(matches.refused) is is_refused
    assert len(matches.runs) == (0 if is_refused else 1)
    assert not is_refused or f"{count} processes" in str(matches.refused[0].why)


def test_a_rule_that_reached_nobody_is_not_refused() -> None:
    assert refusals((CAREFUL,), {}, desktop(), untouchable(desktop(), OWN)) == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [("openbox", "session"), ("xterm", "terminal"), ("vim", "editor"), ("firefox", "browser"), ("zsh", "others wrote")],
)
def test_a_program_of_the_lists_is_barred_by_its_name(name: str, said: str) -> None:
    assert said in str(why_barred(name))


def test_what_a_sandbox_brings_along_is_its_own_whatever_its_name() -> None:
    flatpak = careless("/var/lib/flatpak/app/a.b/files/bin/electron")._replace(flatpak="a.b")
    snap = careless("/snap/foo/current/usr/bin/node")._replace(units=("snap.foo.",))
    assert runs_in(desktop(), (flatpak, snap), (), OWN).refused == ()
    assert len(runs_in(desktop(), (flatpak._replace(flatpak=""), snap._replace(units=())), (), OWN).refused) == 1 + 1


NAMES = st.sampled_from(sorted(SESSION | TERMINALS | EDITORS | BROWSERS))


@given(name=NAMES, folder=st.sampled_from(["/usr/bin/", "/opt/x/", "/home/me/bin/"]))
def test_no_rule_ever_reaches_a_program_of_the_lists(name: str, folder: str) -> None:
    program = folder + name
    table = desktop(process(400, 100, program), process(401, 400, "/opt/helper"))
    matches = runs_in(table, (careless(program),), (), OWN)
    assert matches.runs == ()
    assert len(matches.refused) == 1
