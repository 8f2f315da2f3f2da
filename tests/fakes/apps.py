# SPDX-License-Identifier: MIT
"""Which apps run in a test? Ones in memory, which answer as they are told when they are asked to close."""

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto

from rideau.domain.app import AppRule, ClosedApp, Run, Window
from rideau.domain.error import RideauError
from rideau.domain.probe import Fitness, Probe
from rideau.domain.process import ProcessId
from rideau.domain.text import Text
from rideau.ports.apps import Heard


class Answer(Enum):
    """Name what an app does when its windows are asked to close."""

    CLOSES = auto()
    HIDES = auto()
    """Its windows go, it goes on (a tray app)."""
    ASKS = auto()
    """A dialog comes up: save first?"""
    IGNORES = auto()


class FakeApps:
    """Hold apps in memory. Implements ``ports.apps.Apps``.

    ``start`` is the person starting an app; ``answers``, ``in_call``, ``refused``, ``cannot_freeze`` and
    ``cannot_start`` tell how the machine behaves; ``asked``, ``hidden``, ``ended`` and ``started`` tell what was done.
    """

    def __init__(self) -> None:
        """Begin with nothing running and nothing watched."""
        self.answers: dict[str, Answer] = {}
        """By rule id; an app that is not named closes."""
        self.refused: dict[str, Text] = {}
        """By rule id: rules that reach what is out of reach, and the sentence for each."""
        self.in_call: set[str] = set()
        """Ids of the runs that are in a call."""
        self.cannot_freeze: set[str] = set()
        """Ids of runs."""
        self.cannot_start: set[str] = set()
        """Ids of rules."""
        self.has_eyes = True
        """Whether windows can be seen."""
        self.rules: tuple[AppRule, ...] = ()
        self.spared: frozenset[str] = frozenset()
        self.asked: list[Window] = []
        self.hidden: list[str] = []
        self.ended: list[str] = []
        self.killed: list[str] = []
        self.started: list[ClosedApp] = []
        self.counts: Counter[str] = Counter()
        """How often each call was made."""
        self._heard = Heard(lambda _run: None, lambda: None)
        self._running: dict[str, Run] = {}
        self._pid = 1000

    def start_app(self, rule: AppRule, *windows: Window) -> Run:
        """Start an app as the person would: it meets the curtain where its rule is watched and not spared.

        One that is let through has ``windows``; where none are given, a window of its own.
        """
        self._pid += 1
        process = ProcessId(self._pid, self._pid * 10)
        shown = windows or (Window(f"fake:{self._pid}", self._pid, rule.name, rule.name),)
        run = Run(f"{rule.id}:{process.pid}:{process.start}", rule, (process,), shown)
        if not self._is_stopped(rule):
            self._running[run.id] = run
            self._tell(rule)
            return run
        run = run._replace(windows=(), is_frozen=True, has_drawn=False)
        self._running[run.id] = run
        self._heard.launched(run)
        return run

    def open_web_window(self, rule: AppRule, window: Window) -> Run:
        """Open a window of a browser for one site of the rule's network alone."""
        run = Run(window.id, rule, (), (window,))
        self._running[run.id] = run
        self._tell(rule)
        return run

    def end_by_itself(self, run_id: str) -> None:
        """Have a run end, as after its person saved and closed it."""
        run = self._running.pop(run_id)
        self._tell(run.rule)

    def show(self, run_id: str, *windows: Window) -> None:
        """Have a run show ``windows`` from now on, and no others."""
        run = self._running[run_id] = self._running[run_id]._replace(windows=windows)
        self._tell(run.rule)

    def grow(self, run_id: str, count: int) -> Run:
        """Have a run of ``count`` processes, its first one included."""
        run = self._running[run_id]
        more = tuple(ProcessId(self._pid + each, 1) for each in range(1, count))
        self._pid += count
        self._running[run_id] = run._replace(processes=(*run.processes, *more))
        return self._running[run_id]

    def lose_first(self, run_id: str) -> tuple[Run, ...]:
        """End a run's first process; the others go on, each a run of its own, without a window."""
        run = self._running.pop(run_id)
        left = tuple(Run(f"{run.rule.id}:{each.pid}:{each.start}", run.rule, (each,), ()) for each in run.processes[1:])
        self._running.update({each.id: each for each in left})
        self._tell(run.rule)
        return left

    def now(self, run_id: str) -> Run | None:
        """Return the run of this id as it is now, watched or not; None where it is gone."""
        return self._running.get(run_id)

    def probes(self) -> tuple[Probe, ...]:
        """Say that everything is seen."""
        return (
            Probe("apps", Text("Apps"), Fitness.WORKS, Text("It works.")),
            Probe("app-windows", Text("Windows"), Fitness.WORKS, Text("It works.")),
        )

    def watch(self, rules: Sequence[AppRule], spared: frozenset[str], heard: Heard) -> tuple[Text, ...]:
        """Watch ``rules``; return a sentence for each that is refused."""
        self.counts["watch"] += 1
        self.rules, self.spared, self._heard = tuple(rules), spared, heard
        return tuple(self.refused[rule.id] for rule in rules if rule.id in self.refused)

    def sees_windows(self) -> bool:
        """Tell whether it was said to see them."""
        return self.has_eyes

    def runs(self) -> tuple[Run, ...]:
        """Return what of the watched rules runs."""
        watched = {rule.id for rule in self.rules} - self.refused.keys()
        return tuple(run for run in self._running.values() if run.rule.id in watched)

    def ask_to_close(self, window: Window) -> None:
        """Let the app of ``window`` answer."""
        self.asked.append(window)
        for run in tuple(self._running.values()):
            if window in run.windows and not run.is_frozen:
                self._answer(run, window)

    def hide(self, run: Run) -> None:
        """Note it."""
        self.hidden.append(run.id)

    def freeze(self, run: Run) -> bool:
        """Freeze it unless it cannot be, or is gone, or is a window only."""
        self.counts["freeze"] += 1
        if run.id not in self._running or run.id in self.cannot_freeze or not run.processes:
            return False
        self._running[run.id] = self._running[run.id]._replace(is_frozen=True)
        return True

    def thaw(self, run: Run) -> None:
        """Let it go on; one that never drew has a window from now on."""
        self.counts["thaw"] += 1
        frozen = self._running.get(run.id)
        if frozen is not None and frozen.is_frozen:
            pid = frozen.processes[0].pid
            windows = frozen.windows or ((Window(f"fake:{pid}", pid),) if not frozen.has_drawn else ())
            self._running[run.id] = frozen._replace(is_frozen=False, has_drawn=True, windows=windows)

    def end(self, run: Run) -> None:
        """End it; a frozen one that never drew is killed."""
        running = self._running.pop(run.id, None)
        if running is None or not running.processes:
            return
        (self.ended if running.has_drawn else self.killed).append(run.id)
        self._tell(run.rule)

    def is_in_call(self, run: Run) -> bool:
        """Tell whether it was said to be in a call."""
        return run.id in self.in_call

    def placed(self, run: Run) -> ClosedApp | None:
        """Return what would bring it back; None where only a window is meant."""
        if not run.processes:
            return None
        rule = run.rule
        places = tuple(f"place of {window.id}" for window in run.windows)
        return ClosedApp(rule.id, rule.name, rule.icon, rule.desktop_id, rule.programs[:1], "/", places)

    def start(self, app: ClosedApp) -> None:
        """Note it, or refuse."""
        if app.rule_id in self.cannot_start:
            raise RideauError(Text("{name} could not be started.", name=app.name))
        self.started.append(app)

    def release(self) -> None:
        """Thaw everything, watch nothing."""
        for run in tuple(self._running.values()):
            self.thaw(run)
        self.rules, self.spared = (), frozenset()

    def _is_stopped(self, rule: AppRule) -> bool:
        return rule in self.rules and rule.id not in self.spared and rule.id not in self.refused

    def _tell(self, rule: AppRule) -> None:
        if rule in self.rules:
            self._heard.changed()

    def _answer(self, run: Run, window: Window) -> None:
        answer = self.answers.get(run.rule.id, Answer.CLOSES)
        left = tuple(each for each in run.windows if each != window)
        if answer is Answer.ASKS:
            question = Window(f"{window.id}:question", window.pid, "Save?", window.app_class, is_dialog=True)
            self.show(run.id, question, *run.windows)
        elif answer is Answer.HIDES or (answer is Answer.CLOSES and left):
            self.show(run.id, *left)
        elif answer is Answer.CLOSES:
            self.end_by_itself(run.id)
