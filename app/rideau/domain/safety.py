# SPDX-License-Identifier: MIT
"""What is out of reach, whatever a rule says? (SPEC E9)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rideau.domain.app import AppRule, Refusal
from rideau.domain.process import Process, ProcessTable
from rideau.domain.program_names import BROWSERS, EDITORS, LEADERS, SESSION, TERMINALS, is_runtime
from rideau.domain.text import Text

MOST_PROCESSES = 40
"""No app has more; a rule that matches more is a mistake."""
_KERNEL = 2
"""Whoever starts the kernel's threads."""

_FIRST = Text("it is the system's first process")
_KERNELS = Text("it is a part of the kernel")
_ANOTHER_USERS = Text("it is another user's")
_OWN = Text("it is Rideau, or runs Rideau")
_OF_SESSION = Text("it is a part of the desktop session")
_TERMINAL = Text("it is a terminal")
_IN_TERMINAL = Text("it runs in a terminal")
_EDITOR = Text("it is an editor, and may hold unsaved work")
_BROWSER = Text("it is a browser, which everything on the web shares")
_RUNTIME = Text("it only runs what others wrote, and much of the desktop needs it")


class Own(NamedTuple):
    """Hold who is asking."""

    uid: int
    """The person."""
    pids: frozenset[int] = frozenset()
    """Rideau's own: tray, keeper, native hosts, and the test or tool that works for it."""


def untouchable(table: ProcessTable, own: Own) -> Mapping[int, Text]:
    """Return each process of ``table`` that nothing is ever done to, with the reason; browsers and editors too."""
    reasons = {each.pid: why for each in table if (why := _reason(each, own)) is not None}
    _add_leaders(reasons, table)
    for pid in own.pids:
        for each in (pid, *table.ancestors(pid), *table.descendants(pid)):
            reasons.setdefault(each, _OWN)
    for terminal in [pid for pid, why in reasons.items() if why is _TERMINAL]:
        for below in table.descendants(terminal):
            reasons.setdefault(below, _IN_TERMINAL)
    return reasons


def is_browser(process: Process) -> bool:
    """Tell whether ``process`` is a browser: nothing is done to it for the sake of a site."""
    return not BROWSERS.isdisjoint(names_of(process))


def is_border(process: Process) -> bool:
    """Tell whether what ``process`` starts is no longer the doing of the app that started it."""
    return not _BORDERS.isdisjoint(names_of(process))


def why_barred(name: str) -> Text | None:
    """Return why no rule may name the program file of this ``name``; None where one may."""
    for group, why in _GROUPS:
        if name in group:
            return why
    return _RUNTIME if is_runtime(name) else None


def barred_programs(rule: AppRule) -> tuple[str, ...]:
    """Return what ``rule`` names that no rule may name. What a sandbox brings along is its own, whatever its name."""
    if rule.flatpak or any(unit.startswith("snap.") for unit in rule.units):
        return rule.barred
    return (*rule.barred, *(path for path in rule.programs if why_barred(path.rpartition("/")[2])))


def refusals(
    rules: Iterable[AppRule], reached: Mapping[str, frozenset[int]], table: ProcessTable, reasons: Mapping[int, Text]
) -> tuple[Refusal, ...]:
    """Return which of ``rules`` are refused whole, for what they name or for the processes that they ``reached``."""
    found = (_refusal(rule, reached.get(rule.id, frozenset()), table, reasons) for rule in rules)
    return tuple(each for each in found if each is not None)


def names_of(process: Process) -> Iterator[str]:
    """Yield by which names ``process`` goes: its program's file, and the script that a runtime runs.

    Where the program may not be known, what the kernel calls it and what it calls itself: to protect, not to match.
    """
    program = process.program.rpartition("/")[2]
    if not program:
        yield process.name
        if process.argv:
            yield process.argv[0].rpartition("/")[2]
        return
    yield program
    if is_runtime(program):
        word = next((word for word in process.argv[1:] if not word.startswith("-")), "")
        yield word.rpartition("/")[2]


def _reason(process: Process, own: Own) -> Text | None:
    if process.pid == 1:
        return _FIRST
    if _KERNEL in {process.pid, process.parent} and not process.program and not process.argv:
        return _KERNELS
    if process.uid != own.uid:
        return _ANOTHER_USERS
    names = tuple(names_of(process))
    if not _BORDERS.isdisjoint(names):
        return next(why for group, why in _GROUPS if not group.isdisjoint(names))
    return _IN_TERMINAL if process.terminal else None


def _add_leaders(reasons: dict[int, Text], table: ProcessTable) -> None:
    """Add who started the session's leaders (``sh ~/.xinitrc``), and the sessions' first processes of theirs."""
    for each in table:
        if reasons.get(each.pid) is _OF_SESSION and not LEADERS.isdisjoint(names_of(each)):
            for above in table.ancestors(each.pid):
                reasons.setdefault(above, _OF_SESSION)


def _refusal(
    rule: AppRule, reached: frozenset[int], table: ProcessTable, reasons: Mapping[int, Text]
) -> Refusal | None:
    for path in barred_programs(rule):
        name = path.rpartition("/")[2]
        return _refused(rule, name, why_barred(name) or _RUNTIME)
    for pid in sorted(reached):
        if pid in reasons:
            process = table.by_pid[pid]
            return _refused(rule, process.program.rpartition("/")[2] or process.name, reasons[pid])
    if len(reached) > MOST_PROCESSES:
        why = Text(
            "The rule for “{app}” would reach {count} processes at once, so it is left aside. Look at the apps of"
            " “{network}” in your settings: one of them names too much.",
            app=rule.name,
            count=len(reached),
            network=rule.network,
        )
        return Refusal(rule.id, why)
    return None


def _refused(rule: AppRule, name: str, why: Text) -> Refusal:
    said = Text(
        "The rule for “{app}” would reach “{program}”: {why}. It is left aside, whole. Take it out of the apps of"
        " “{network}” in your settings, or name the app's own file.",
        app=rule.name,
        program=name,
        why=why,
        network=rule.network,
    )
    return Refusal(rule.id, said)


_BORDERS = SESSION | TERMINALS | EDITORS | BROWSERS
_GROUPS = ((SESSION, _OF_SESSION), (TERMINALS, _TERMINAL), (EDITORS, _EDITOR), (BROWSERS, _BROWSER))
