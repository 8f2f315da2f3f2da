# SPDX-License-Identifier: MIT
"""By which keys is the app of a process told? Strong ones alone: never by a name (evidence, 3.3)."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from rideau.domain.app import AppRule, Window
from rideau.domain.process import FileId, Process
from rideau.domain.program_names import is_runtime
from rideau.domain.safety import barred_programs, is_border
from rideau.domain.web_window import WebWindows

_SANDBOXES = ("app-flatpak-", "snap.")
"""How the names of cgroups begin that hold nothing but one sandbox; the others hold what the app opened, too."""
_WITH_VALUE = frozenset(
    ("-jar", "-cp", "-classpath", "--class-path", "-p", "--module-path", "-m", "-r", "--require", "-W", "-X", "-I")
)
_NOTHING: frozenset[FileId] = frozenset()


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
            if not barred_programs(rule):
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
        return self.by_file(process) or self.by_unit(process, sandboxed=True) or self._by_mark(process)

    def by_file(self, process: Process) -> AppRule | None:
        """Return the rule that means the executable of ``process``; an update may have put another in its place.

        What only runs others is nobody's, whichever links lead to it.
        """
        found = self._by_file.get(process.program_id) if process.program_id else None
        found = found or self._by_path.get(process.program)
        return None if found and is_runtime(process.program.rpartition("/")[2]) else found

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
