# SPDX-License-Identifier: MIT
"""Whatever runs and whatever rules say: is what is out of reach never in a run, and is a rule whole or left aside?"""

from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.processes import PERSON, file_of, process
from rideau.domain.app import AppRule, Window
from rideau.domain.app_match import Matches, RuleBook, rule_of, runs_in
from rideau.domain.process import Process, ProcessTable
from rideau.domain.safety import MOST_PROCESSES, Own, barred_programs, is_browser, untouchable

PROGRAMS = (
    "/opt/a/a", "/opt/a/helper", "/opt/b/b", "/usr/bin/evince", "/usr/bin/bash", "/usr/bin/python3.11",
    "/usr/lib/electron37/electron", "/usr/bin/openbox", "/usr/bin/xfce4-panel", "/usr/bin/dbus-daemon",
    "/usr/bin/xterm", "/usr/bin/emacs", "/usr/lib/firefox/firefox", "/opt/google/chrome/chrome",
    "/usr/lib/systemd/systemd", "/run/.mount_bq3zK1/b", "",
)  # fmt: skip
ARGUMENTS = ((), ("/opt/c/app.asar",), ("-u", "/opt/c"), ("/home/me/x", "/opt/c"), ("/usr/bin/orca",))
UNITS = ("", "app-gnome-a-1.scope", "app-gnome-a-2.scope", "app-flatpak-org.d.D-1.scope", "session-2.scope")
CLASSES = ("", "a", "Terminal", "firefox", "www.e.example", "Chromium")
RULES = (
    AppRule("n/a", "n", "A", programs=("/opt/a/a",), units=("app-gnome-a-",), window_classes=frozenset({"a"})),
    AppRule("n/b", "n", "B", program_ids=frozenset({file_of("/opt/b/b")})),
    AppRule("n/c", "n", "C", marks=("/opt/c",)),
    AppRule("n/d", "n", "D", flatpak="org.d.D", units=("app-flatpak-org.d.D-",)),
    AppRule("n/--app", "n", "E", web_hosts=("e.example",)),
    AppRule("n/careless", "n", "Bash", programs=("/usr/bin/bash",)),
    AppRule("n/session", "n", "Openbox", program_ids=frozenset({file_of("/usr/bin/openbox")})),
    AppRule("n/browser", "n", "Firefox", programs=("/usr/lib/firefox/firefox",), window_classes=frozenset({"firefox"})),
    AppRule("n/barred", "n", "Python", barred=("/usr/bin/python3.11",)),
)
OTHERS = frozenset({file_of("/usr/bin/evince"), file_of("/opt/a/a")})


many = settings(max_examples=200, deadline=None)
Scene = tuple[list[Process], list[Window], list[AppRule], Own]


def scene_of(size: int, chance: Random) -> Scene:
    """Return processes of every kind in any order, windows of some, rules, and who is asking.

    A parent may be gone, or be a number that was used again.
    """
    made = [process(1, 0, "/usr/lib/systemd/systemd", uid=0)]
    for pid in range(10, 10 + size):
        made.append(_any_process(pid, chance.choice([1, 5, *(each.pid for each in made), pid + 1]), chance))
    chance.shuffle(made)
    pids = [0, 7, *(each.pid for each in made)]
    windows = [
        Window(f"x11:{each}", chance.choice(pids), "", chance.choice(CLASSES), chance.choice(CLASSES))
        for each in range(chance.randint(0, 5))
    ]
    own = Own(PERSON, frozenset(chance.sample(pids, chance.choice([0, 0, 1, 2]))))
    return made, windows, chance.sample(RULES, chance.randint(0, len(RULES))), own


def _any_process(pid: int, parent: int, chance: Random) -> Process:
    return process(
        pid,
        parent,
        chance.choice(PROGRAMS),
        *chance.choice(ARGUMENTS),
        uid=chance.choice([PERSON] * 8 + [0, 1001]),
        terminal=chance.choice([0] * 8 + [34816]),
        unit=chance.choice(UNITS),
        flatpak=chance.choice(["", "", "", "org.d.D"]),
    )


def scenes() -> st.SearchStrategy[Scene]:
    """Return scenes made by chance from a number that hypothesis gives: hundreds a second."""
    seeds = st.integers(0, 2**32).map(Random)
    return st.builds(scene_of, st.integers(0, 25), seeds)


def matched(scene: Scene) -> Matches:
    made, windows, rules, own = scene
    return runs_in(ProcessTable(made), rules, windows, own, OTHERS)


@many
@given(scenes())
def test_nothing_out_of_reach_is_ever_in_a_run(scene: Scene) -> None:
    reasons = untouchable(ProcessTable(scene[0]), scene[3])
    for run in matched(scene).runs:
        assert not {each.pid for each in run.processes} & reasons.keys()


@many
@given(scenes())
def test_rideau_and_all_above_and_below_it_is_out_of_reach(scene: Scene) -> None:
    made, _, _, own = scene
    table = ProcessTable(made)
    reasons = untouchable(table, own)
    for pid in own.pids & table.by_pid.keys():
        assert {pid, *table.ancestors(pid), *table.descendants(pid)} <= reasons.keys()
    for each in made:
        if each.pid == 1 or each.uid != PERSON or each.terminal or is_browser(each):
            assert each.pid in reasons


@many
@given(scenes())
def test_a_rule_runs_or_is_refused_and_never_both(scene: Scene) -> None:
    matches = matched(scene)
    refused = [each.rule_id for each in matches.refused]
    assert len(refused) == len(set(refused))
    assert not {run.rule.id for run in matches.runs} & set(refused)
    assert {run.rule for run in matches.runs} <= set(scene[2])
    assert all(rule.id in refused for rule in scene[2] if rule.barred)
    assert all(str(each.why) for each in matches.refused)


@many
@given(scenes())
def test_whom_a_rule_means_by_itself_is_in_a_run_of_it_or_the_rule_is_refused(scene: Scene) -> None:
    made, _, rules, own = scene
    matches, book, table = matched(scene), RuleBook(rules, OTHERS), ProcessTable(made)
    refused = {each.rule_id for each in matches.refused}
    where = {each.pid: run.rule for run in matches.runs for each in run.processes}
    reasons = untouchable(table, own)
    for pid in _reachable(table):
        rule = book.by_itself(table.by_pid[pid])
        if rule is not None and rule.id not in refused and not _serves_parent(table, pid):
            assert pid not in reasons
            assert where.get(pid) == rule


@many
@given(scenes())
def test_a_process_is_in_one_run_and_belongs_to_its_root(scene: Scene) -> None:
    table, seen = ProcessTable(scene[0]), set[int]()
    for run in matched(scene).runs:
        pids = {each.pid for each in run.processes}
        assert not pids & seen
        seen |= pids
        assert len(pids) == len(run.processes) <= MOST_PROCESSES
        for pid in pids - {each.pid for each in run.processes[:1]}:
            of = table.by_pid[pid]
            assert of.parent in pids or of.unit.startswith(run.rule.units or ("-",))
        if not pids:
            assert len(run.windows) == 1


@many
@given(scenes())
def test_a_rule_is_refused_only_for_whom_it_means_and_never_for_what_an_app_opened(scene: Scene) -> None:
    made, windows, rules, own = scene
    table, book = ProcessTable(made), RuleBook(rules, OTHERS)
    reasons = untouchable(table, own)
    by_id = {rule.id: rule for rule in rules}
    for refused in matched(scene).refused:
        rule = by_id[refused.rule_id]
        assert barred_programs(rule) or _meant(rule, table, windows, book) & reasons.keys()


@many
@given(scenes())
def test_another_app_of_the_menu_is_in_a_run_only_if_a_rule_means_it(scene: Scene) -> None:
    made, windows, rules, _ = scene
    table, book = ProcessTable(made), RuleBook(rules, OTHERS)
    for run in matched(scene).runs:
        elsewhere = {each.pid for each in run.processes if book.is_elsewhere(table.by_pid[each.pid])}
        assert elsewhere <= _meant(run.rule, table, windows, book)


@many
@given(scenes())
def test_what_a_border_started_is_in_a_run_only_if_a_rule_means_it(scene: Scene) -> None:
    made, windows, rules, _ = scene
    table, book = ProcessTable(made), RuleBook(rules, OTHERS)
    for run in matched(scene).runs:
        pids = {each.pid for each in run.processes}
        for pid in pids - _meant(run.rule, table, windows, book):
            of = table.by_pid[pid]
            assert of.parent in pids or of.unit.startswith(run.rule.units or ("-",))


@many
@given(scenes(), st.integers(0, 99))
def test_the_order_of_reading_changes_nothing(scene: Scene, seed: int) -> None:
    made, windows, rules, own = scene
    shuffled = list(made)
    Random(seed).shuffle(shuffled)  # noqa: S311 - a test

    def told(listed: Sequence[Process]) -> object:
        matches = runs_in(ProcessTable(listed), rules, windows, own, OTHERS)
        return {(run.id, frozenset(run.processes), run.windows) for run in matches.runs}, matches.refused

    assert told(made) == told(shuffled)


@many
@given(scenes())
def test_whose_sound_it_is_agrees_with_whose_process_it_is(scene: Scene) -> None:
    made, _, rules, _ = scene
    table = ProcessTable(made)
    for each in made:
        found = rule_of(table, each.pid, RuleBook(rules, OTHERS))
        assert found is None or (found in rules and not found.barred)
        if is_browser(each) and found is not None:
            assert RuleBook(rules).by_itself(each) is found


def _reachable(table: ProcessTable) -> set[int]:
    """Return who is no part of a ring that numbers used again would make."""
    tops = [each.pid for each in table if each.parent not in table.by_pid or each.parent == each.pid]
    return {pid for top in tops for pid in (top, *table.descendants(top))}


def _serves_parent(table: ProcessTable, pid: int) -> bool:
    """Tell whether ``pid`` may serve the disk that its parent runs from, as an AppImage does."""
    parent = table.by_pid.get(table.by_pid[pid].parent)
    return parent is not None and "/.mount_" in parent.program


def _meant(rule: AppRule, table: ProcessTable, windows: Sequence[Window], book: RuleBook) -> set[int]:
    """Return whom ``rule`` means for what they are: by a key, by a window, by the AppImage whose disk they run from."""
    found = {each.pid for each in table if book.by_itself(each) is rule}
    found |= {each.pid for each in windows if book.by_class(each) is rule}
    return found | {each.parent for each in table if book.by_file(each) is rule}
