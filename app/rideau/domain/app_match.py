# SPDX-License-Identifier: MIT
"""Which processes and windows does each app's rule mean? Strong keys alone, and what those started (evidence, 3.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rideau.domain.app import AppRule, Refusal, Run, Window
from rideau.domain.process import FileId, Process, ProcessTable
from rideau.domain.program_names import is_runtime
from rideau.domain.safety import Own, is_border, is_browser, refusals, untouchable
from rideau.domain.text import Text
from rideau.domain.web_window import WebWindows, is_made_for_a_site

_SANDBOXES = ("app-flatpak-", "snap.")
"""How the names of cgroups begin that hold nothing but one sandbox; the others hold what the app opened, too."""
_WITH_VALUE = frozenset(
    ("-jar", "-cp", "-classpath", "--class-path", "-p", "--module-path", "-m", "-r", "--require", "-W", "-X", "-I")
)
_NOTHING: frozenset[FileId] = frozenset()


class Matches(NamedTuple):
    """Hold what runs of the rules, and which rules are left aside whole."""

    runs: tuple[Run, ...]
    refused: tuple[Refusal, ...]


class RuleBook:
    """Know the rules by their keys: to be kept as long as the rules are the same."""

    def __init__(self, rules: Iterable[AppRule], others: AbstractSet[FileId] = _NOTHING) -> None:
        """Index ``rules``, of which the first wins; ``others`` are the programs of all apps that are installed."""
        self.rules = tuple(rules)
        self._by_file: dict[FileId, AppRule] = {}
        self._by_path: dict[str, AppRule] = {}
        self._by_class: dict[str, AppRule] = {}
        self._by_flatpak: dict[str, AppRule] = {}
        self._units: list[tuple[str, AppRule]] = []
        self._marks: dict[str, AppRule] = {}
        for rule in self.rules:
            if not rule.barred:
                self._add(rule)
        self._below_marks = tuple(f"{mark}/" for mark in self._marks)
        self._others = frozenset(others) - self._by_file.keys()
        self.web = WebWindows(self.rules)

    def _add(self, rule: AppRule) -> None:
        for file in rule.program_ids:
            self._by_file.setdefault(file, rule)
        for path in rule.programs:
            self._by_path.setdefault(path, rule)
        for name in rule.window_classes:
            self._by_class.setdefault(name.casefold(), rule)
        if rule.flatpak:
            self._by_flatpak.setdefault(rule.flatpak, rule)
        self._units += [(unit, rule) for unit in rule.units]
        for mark in rule.marks:
            self._marks.setdefault(mark, rule)

    def by_itself(self, process: Process) -> AppRule | None:
        """Return the rule that means ``process`` for what it is: its file, its sandbox, or what a runtime runs."""
        if process.flatpak:
            return self._by_flatpak.get(process.flatpak) or self.by_unit(process, sandboxed=True)
        found = self._by_file.get(process.program_id) if process.program_id else None
        found = found or self._by_path.get(process.program)
        return found or self.by_unit(process, sandboxed=True) or self._by_mark(process)

    def by_unit(self, process: Process, *, sandboxed: bool) -> AppRule | None:
        """Return the rule that means the cgroup of ``process``, of sandboxes or of the others."""
        if not process.unit or process.unit.startswith(_SANDBOXES) is not sandboxed:
            return None
        return next((rule for unit, rule in self._units if process.unit.startswith(unit)), None)

    def by_class(self, window: Window) -> AppRule | None:
        """Return the rule that means ``window`` for what it calls itself."""
        return self._by_class.get(window.app_class.casefold()) or self._by_class.get(window.instance.casefold())

    def is_elsewhere(self, process: Process) -> bool:
        """Tell whether ``process`` is no part of the app that started it: another app, a browser, a terminal."""
        return process.program_id in self._others or is_border(process)

    def _by_mark(self, process: Process) -> AppRule | None:
        if not self._marks or not is_runtime(process.program.rpartition("/")[2]):
            return None
        for word in (process.program, *program_words(process.argv)):
            if word in self._marks:
                return self._marks[word]
            if word.startswith(self._below_marks):
                return next(rule for mark, rule in self._marks.items() if word.startswith(f"{mark}/"))
        return None


def runs_in(
    table: ProcessTable,
    rules: Sequence[AppRule] | RuleBook,
    windows: Sequence[Window],
    own: Own,
    others: AbstractSet[FileId] = _NOTHING,
) -> Matches:
    """Return what runs of ``rules`` in ``table``, with its ``windows``; ``others`` as for ``RuleBook``.

    A rule that reaches what is out of reach, or too much, has no run at all.
    """
    book = rules if isinstance(rules, RuleBook) else RuleBook(rules, others)
    reasons = untouchable(table, own)
    search = _Search(table, book, reasons)
    search.look_at_windows(windows)
    for pid in _downwards(table):
        search.look_at(table.by_pid[pid])
    refused = refusals(book.rules, search.reached(), table, reasons)
    left = {each.rule_id for each in refused}
    runs = (*search.runs(windows), *_web_runs(table, book, windows))
    return Matches(tuple(run for run in runs if run.rule.id not in left), refused)


def rule_of(table: ProcessTable, pid: int, rules: Sequence[AppRule] | RuleBook) -> AppRule | None:
    """Return the rule of the app that process ``pid`` is, or works for: whose sound is it?"""
    book = rules if isinstance(rules, RuleBook) else RuleBook(rules)
    for each in (pid, *table.ancestors(pid)):
        process = table.by_pid.get(each)
        if process is None:
            break
        if found := book.by_itself(process):
            return found
        if book.is_elsewhere(process):
            break
        if found := book.by_unit(process, sandboxed=False):
            return found
    return None


def program_words(argv: Sequence[str]) -> Iterator[str]:
    """Yield what in the command line ``argv`` of a runtime may name what it runs, up to the first word of its own.

    ``java -cp a.jar:b.jar -Dhome=/opt/foo Main x`` gives ``a.jar``, ``b.jar``, ``/opt/foo`` and ``Main``.
    """
    words = argv[1:] if len(argv) > 1 else tuple(argv[0].split(" ")[1:]) if argv else ()  # some write their title so
    is_value = False
    for word in words:
        is_option = word.startswith("-")
        yield from (word.partition("=")[2] if is_option else word).split(":")
        if not is_option and not is_value:
            break
        is_value = word in _WITH_VALUE


class _Member(NamedTuple):
    rule: AppRule
    root: int


class _Search:
    """Find whom each rule means, parents before their children."""

    def __init__(self, table: ProcessTable, book: RuleBook, reasons: Mapping[int, Text]) -> None:
        self._table = table
        self._book = book
        self._reasons = reasons
        self._members: dict[int, _Member] = {}
        self._hit: dict[str, set[int]] = {}
        self._outside: set[int] = set()
        self._by_window: dict[int, AppRule] = {}
        self._roots: dict[tuple[str, str], int] = {}

    def look_at_windows(self, windows: Iterable[Window]) -> None:
        """Note whose windows a rule names; of a browser's only one that is made for a site is anybody's."""
        for window in windows:
            rule, process = self._book.by_class(window), self._table.by_pid.get(window.pid)
            if rule is None or process is None or rule.flatpak:  # a sandbox tells its own numbers, which are not ours
                continue
            if not is_browser(process):
                self._by_window[window.pid] = rule
            elif not is_made_for_a_site(window):
                self._hit.setdefault(rule.id, set()).add(window.pid)

    def look_at(self, process: Process) -> None:
        """Say whose ``process`` is; its parent was looked at before."""
        rule = self._book.by_itself(process) or self._by_window.get(process.pid)
        if rule is not None:
            self._hit.setdefault(rule.id, set()).add(process.pid)
        elif self._is_outside(process):
            self._outside.add(process.pid)
        else:
            rule = self._inherited(process)
        if rule is not None:
            self._members[process.pid] = _Member(rule, self._root(process, rule))

    def reached(self) -> Mapping[str, frozenset[int]]:
        """Return whom each rule means, by the rule's id."""
        reached = {rule: set(pids) for rule, pids in self._hit.items()}
        for pid, member in self._members.items():
            reached.setdefault(member.rule.id, set()).add(pid)
        return {rule: frozenset(pids) for rule, pids in reached.items()}

    def runs(self, windows: Sequence[Window]) -> Iterator[Run]:
        """Yield what runs, in the order of the rules."""
        pids: dict[_Member, list[int]] = {}
        for pid, member in self._members.items():
            pids.setdefault(member, []).append(pid)
        place = {rule.id: number for number, rule in enumerate(self._book.rules)}
        for member in sorted(pids, key=lambda each: (place[each.rule.id], each.root)):
            yield self._run(member, pids[member], windows)

    def _run(self, member: _Member, pids: Sequence[int], windows: Sequence[Window]) -> Run:
        root = self._table.by_pid[member.root].id
        return Run(
            id=f"{member.rule.id}:{root.pid}:{root.start}",
            rule=member.rule,
            processes=(root, *(self._table.by_pid[pid].id for pid in pids if pid != root.pid)),
            windows=tuple(window for window in windows if self._is_of(window, member, pids)),
        )

    def _is_of(self, window: Window, member: _Member, pids: Sequence[int]) -> bool:
        if member.rule.flatpak and window.pid not in self._members:
            return self._book.by_class(window) is member.rule
        return window.pid in pids

    def _is_outside(self, process: Process) -> bool:
        """Tell whether ``process`` is another app that this one opened, or works for such a one in the same cgroup."""
        if process.pid in self._reasons or self._book.is_elsewhere(process):
            return True
        return process.parent in self._outside and process.unit == self._table.by_pid[process.parent].unit

    def _inherited(self, process: Process) -> AppRule | None:
        above = self._members.get(process.parent)
        return above.rule if above else self._book.by_unit(process, sandboxed=False)

    def _root(self, process: Process, rule: AppRule) -> int:
        """Return the root that ``process`` belongs to: its parent's, or who came first in a cgroup of the rule's."""
        above = self._members.get(process.parent)
        if above and above.rule is rule:
            return above.root
        if rule.units and process.unit.startswith(rule.units):
            return self._roots.setdefault((rule.id, process.unit), process.pid)
        return process.pid


def _downwards(table: ProcessTable) -> Iterator[int]:
    """Yield every process, parents before their children."""
    tops = (each.id for each in table if each.parent not in table.by_pid or each.parent == each.pid)
    for top in sorted(tops, key=lambda each: each.start):
        yield top.pid
        yield from table.descendants(top.pid)


def _web_runs(table: ProcessTable, book: RuleBook, windows: Sequence[Window]) -> Iterator[Run]:
    """Yield each window that a browser made for one site or app: to be closed as a window, its browser left alone."""
    for window in windows:
        process = table.by_pid.get(window.pid)
        if process is not None and not is_browser(process):
            continue
        rule = book.web.rule_of(window) or (book.by_class(window) if is_made_for_a_site(window) else None)
        if rule is not None:
            yield Run(f"{rule.id}:{window.id}", rule, (), (window,))
