# SPDX-License-Identifier: MIT
"""Which processes and windows does each app's rule mean? Strong keys alone, and what those started (evidence, 3.3)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from rideau.domain.app import AppRule, Refusal, Run, Window
from rideau.domain.process import FileId, Process, ProcessTable
from rideau.domain.rule_book import RuleBook
from rideau.domain.safety import Own, is_browser, refusals, untouchable
from rideau.domain.text import Text
from rideau.domain.web_window import is_made_for_a_site

__all__ = ["Matches", "RuleBook", "rule_of", "runs_in"]

_IMAGE, _IMAGE_LETTERS = "/.mount_", 6
"""Where an AppImage puts the disk that it brings along: ``/tmp/.mount_Foo.AppDq3zK1``, with letters of its own name."""
_NOTHING: frozenset[FileId] = frozenset()


class Matches(NamedTuple):
    """Hold what runs of the rules, and which rules are left aside whole."""

    runs: tuple[Run, ...]
    refused: tuple[Refusal, ...]


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
    search.look_at_images()
    for pid in _downwards(table):
        search.look_at(table.by_pid[pid])
    refused = refusals(book.rules, search.reached(), table, reasons)
    left = {each.rule_id for each in refused}
    runs = (*search.runs(windows), *_web_runs(table, book, windows))
    return Matches(tuple(run for run in runs if run.rule.id not in left), refused)


def rule_of(table: ProcessTable, pid: int, rules: Sequence[AppRule] | RuleBook) -> AppRule | None:
    """Return the rule of the app that process ``pid`` is, or works for: whose sound is it?"""
    book = rules if isinstance(rules, RuleBook) else RuleBook(rules)
    of_unit: AppRule | None = None
    unit = ""
    for each in (pid, *table.ancestors(pid)):
        process = table.by_pid.get(each)
        if process is None:
            break
        if found := book.by_itself(process):
            return found
        if book.is_elsewhere(process):
            return None if process.unit == unit else of_unit
        if of_unit is None:
            of_unit, unit = book.by_unit(process, sandboxed=False), process.unit
    return of_unit


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
        self._by_other: dict[int, AppRule] = {}
        self._servers: set[int] = set()
        self._roots: dict[tuple[str, str], int] = {}

    def look_at_windows(self, windows: Iterable[Window]) -> None:
        """Note whose windows a rule names; of a browser's only one that is made for a site is anybody's."""
        for window in windows:
            rule, process = self._book.by_class(window), self._table.by_pid.get(window.pid)
            if rule is None or process is None or rule.flatpak:  # a sandbox tells its own numbers, which are not ours
                continue
            if not is_browser(process):
                self._by_other[window.pid] = rule
            elif not is_made_for_a_site(window):
                self._hit.setdefault(rule.id, set()).add(window.pid)

    def look_at_images(self) -> None:
        """Note who runs from an AppImage: the file itself stays as a child that serves the app's own disk.

        That child is never in a run: whoever asks for the app's executable while it is frozen would wait for ever.
        """
        for each in sorted(self._table):
            parent = self._table.by_pid.get(each.parent)
            if parent is not None and _is_on_disk_of(parent, each) and (rule := self._book.by_file(each)):
                self._by_other.setdefault(parent.pid, rule)
                self._servers.add(each.pid)

    def look_at(self, process: Process) -> None:
        """Say whose ``process`` is; its parent was looked at before."""
        if process.pid in self._servers:
            return
        rule = self._book.by_itself(process) or self._by_other.get(process.pid)
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
        if (member.rule.id, self._table.by_pid[member.root].unit) in self._roots:
            root = min((self._table.by_pid[pid].id for pid in pids), key=lambda each: (each.start, each.pid))
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


def _is_on_disk_of(app: Process, image: Process) -> bool:
    return f"{_IMAGE}{image.program.rpartition('/')[2][:_IMAGE_LETTERS]}" in app.program and not image.flatpak


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
