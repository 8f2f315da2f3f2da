# SPDX-License-Identifier: MIT
"""How are the apps of a Linux desktop watched and moved? What tells of them, judged by the domain, then acted on.

A launch is dealt with on the watching thread, from the opening of its file to SIGSTOP; the main thread only hears of
it. One lock keeps the two from acting at once.
"""

import signal
import threading
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Protocol

from rideau.adapters.linux.apps.app_look import AppLook
from rideau.adapters.linux.apps.app_probes import app_window_probe, launch_probe, said_of_scan
from rideau.adapters.linux.apps.app_windows import AppWindows
from rideau.adapters.linux.apps.calls import Calls
from rideau.adapters.linux.apps.exit_watch import ExitWatch
from rideau.adapters.linux.apps.freezer import Freezer, Leases
from rideau.adapters.linux.apps.frozen_process import send
from rideau.adapters.linux.apps.launch_desk import LaunchDesk
from rideau.adapters.linux.apps.launch_watch import Guarded, LaunchWatch
from rideau.adapters.linux.apps.lookout import Lookout
from rideau.adapters.linux.apps.process_list import ProcessList
from rideau.adapters.linux.apps.relaunching import command_line, is_helper, start_detached, working_folder
from rideau.adapters.linux.apps.window_return import PLACED_WITHIN_S, WindowReturn
from rideau.adapters.linux.windowing.x11_grab import is_grabbed
from rideau.domain.app import AppRule, ClosedApp, Run, Window
from rideau.domain.probe import Fitness, Probe
from rideau.domain.process import FileId, ProcessId
from rideau.domain.safety import barred_programs
from rideau.domain.text import Text
from rideau.keeper.message import Lease
from rideau.ports.apps import Heard, Inventory
from rideau.ports.state import Ledger

STANDING = Lease("apps", ())
"""What has a keeper there before anything is frozen: one takes a while to start."""


class KnownApps(Inventory, Protocol):
    """Be an inventory that knows the files of all apps' programs, too."""

    def program_ids(self) -> AbstractSet[FileId]:
        """Return the files that installed apps run."""
        ...


class Keeping(Leases, Protocol):
    """Be what keeps a keeper; ``KeeperLink`` is."""

    @property
    def keeper_pid(self) -> int:
        """Return the keeper's process id; 0 where there is none now."""
        ...


class Machine(NamedTuple):
    """Hold what the apps run among."""

    environment: Mapping[str, str]
    ledger: Ledger
    link: Keeping
    inventory: KnownApps
    microphones: Callable[[], frozenset[int]] = frozenset
    """Return the processes that record now."""
    processes: ProcessList = ProcessList()


class LinuxApps:
    """Watch and move the apps of this machine. Implements ``ports.apps.Apps``."""

    def __init__(self, machine: Machine, post: Callable[[Callable[[], None]], None]) -> None:
        """Watch nothing yet; ``post`` calls on the main thread what is handed to it on another."""
        self._machine = machine
        self._post = post
        self._heard = Heard(lambda _: None, lambda: None)
        self._is_on = False
        self._lock = threading.RLock()
        self._lookout = Lookout()
        self._windows = AppWindows(machine.environment, self._note_windows)
        self._look = AppLook(machine.processes, lambda: machine.link.keeper_pid)
        self._freezer = Freezer(machine.ledger, machine.link, lambda: is_grabbed(machine.environment))
        self._desk = LaunchDesk(self._look, self._windows, self._freezer, Heard(self._tell_launch, self._tell_change))
        self._launches = LaunchWatch(self._lookout, self._lock, self._desk.opened, self._hear_of_pids)
        self._exits = ExitWatch(self._hear_of_ends)
        self._calls = Calls(machine.microphones, self._windows)
        self._return = WindowReturn(self._windows)
        self._seen: frozenset[Window] = frozenset()

    def probes(self) -> tuple[Probe, ...]:
        """Say what tells of launches and windows here; see the port."""
        return launch_probe(), app_window_probe(self._machine.environment)

    def watch(self, rules: Sequence[AppRule], spared: frozenset[str], heard: Heard) -> tuple[Text, ...]:
        """Freeze whatever of ``rules`` is started from now on; see the port."""
        if not rules:
            self._rest()
            return ()
        with self._lock:
            self._heard = heard
            self._look.take(rules, self._machine.inventory.program_ids())
            self._see_windows()
            if not self._is_on:
                self._is_on = True
                self._seen = frozenset(self._windows.known())
                exits = Guarded(self._exits, self._lock)
                self._lookout.do(lambda: self._lookout.add(exits))
            return self._hold(frozenset(rule.id for rule in rules) - spared)

    def sees_windows(self) -> bool:
        """Tell whether windows of every kind can be seen here."""
        return app_window_probe(self._machine.environment).fitness is Fitness.WORKS

    def runs(self) -> tuple[Run, ...]:
        """Return what of the watched rules runs now; see the port."""
        with self._lock:
            if not self._is_on:
                return ()
            self._see_windows()
            found = tuple(map(self._as_it_stands, self._look.everything(self._windows.now()).runs))
            self._watch_exits(found)
            return found

    def ask_to_close(self, window: Window) -> None:
        """Ask one window to close."""
        self._windows.ask_to_close(window)

    def hide(self, run: Run) -> None:
        """Put away the windows of ``run``."""
        with self._lock:
            now = self._look.of_run(run, self._windows.now())
            self._windows.hide(run.id, now.windows if now else ())

    def freeze(self, run: Run) -> bool:
        """Stop ``run`` whole; see the port."""
        with self._lock:
            return self._freezer.freeze(self._frozen_id(run) or run.id, lambda: self._processes_of(run))

    def thaw(self, run: Run) -> None:
        """Let ``run`` go on; see the port."""
        with self._lock:
            self._desk.let_be(run)
            self._freezer.thaw(self._frozen_id(run) or run.id)
            self._windows.show_again(run.id)

    def end(self, run: Run) -> None:
        """Ask ``run`` to end, or make it where it never drew; see the port."""
        with self._lock:
            now = self._look.of_run(run, self._windows.now())
            frozen = self._held_id(run)
            self._look.forget()
            if frozen and self._desk.is_undrawn(frozen) and not (now and now.windows):
                self._freezer.kill(frozen)
            elif now is not None:
                for each in now.processes:
                    if not is_helper(each.pid):
                        send(each, signal.SIGTERM)
                self.thaw(run)

    def is_in_call(self, run: Run) -> bool:
        """Tell whether ``run`` uses a camera or a microphone, or has a meeting's window."""
        with self._lock:
            now = self._look.of_run(run, self._windows.now()) if run.processes else run
        return now is not None and self._calls.is_in_call(now)

    def placed(self, run: Run) -> ClosedApp | None:
        """Return what brings ``run`` back later; see the port."""
        with self._lock:
            now = self._look.of_run(run, self._windows.now())
        if now is None:
            return None
        rule, root = run.rule, now.processes[0].pid
        places = tuple(filter(None, (self._windows.placement(each) for each in now.windows if not each.is_dialog)))
        return ClosedApp(
            rule.id, rule.name, rule.icon, rule.desktop_id, command_line(root), working_folder(root), places
        )

    def start(self, app: ClosedApp) -> None:
        """Start it again; see the port."""
        installed = (each.command for each in self._machine.inventory.apps() if each.id == app.desktop_id)
        pid = start_detached(app, next(installed, ()) or app.command, self._machine.environment)
        if app.places:
            with self._lock:
                self._return.expect(pid, app.places)
                self._see_windows()
                self._lookout.after(PLACED_WITHIN_S, self._look_at_windows)

    def release(self) -> None:
        """Thaw everything frozen, and watch nothing any more. Idempotent."""
        with self._lock:
            self._return.give_up()
            self._freezer.thaw_all()
            self._windows.show_all_again()
        self._rest()

    def _hold(self, active: frozenset[str]) -> tuple[Text, ...]:
        """Watch the files first, then look: what is started in between is told of, and seen."""
        rules = [rule for rule in self._look.rules if rule.id in active and not barred_programs(rule)]
        if rules:
            self._machine.link.lease(STANDING)
        late = self._launches.watch(rules)
        matches = self._look.everything(self._windows.known())
        self._desk.hold(active, matches)
        refused = self._desk.refused
        if refused:
            late = self._launches.watch(rule for rule in rules if rule.id not in refused)
        self._watch_exits(matches.runs)
        return (*refused.values(), *(said_of_scan(late) if self._launches.is_scanning else ()))

    def _rest(self) -> None:
        with self._lock:
            self._is_on = False
            self._launches.close()
            self._machine.link.release(STANDING.id)
            self._desk.rest()
            self._exits.watch(())
        if self._lookout.is_running:
            self._lookout.do(self._go_home)
            if not self._return.is_waiting():
                self._lookout.stop()

    def _see_windows(self) -> None:
        if self._windows.open():
            self._lookout.do(lambda: self._lookout.add(self._windows))

    def _watch_exits(self, runs: Sequence[Run]) -> None:
        frozen = {each for processes in self._freezer.frozen().values() for each in processes}
        self._exits.watch(frozen.union(*(run.processes for run in runs)))

    def _as_it_stands(self, run: Run) -> Run:
        frozen = self._held_id(run)
        is_undrawn = bool(frozen) and self._desk.is_undrawn(frozen) and not run.windows
        return run._replace(is_frozen=bool(frozen), has_drawn=not is_undrawn)

    def _held_id(self, run: Run) -> str:
        """Return by which id ``run`` stands still; what somebody else has let go on is let go here, too."""
        frozen = self._frozen_id(run)
        if not self._freezer.is_woken(frozen):
            return frozen
        self.thaw(run)
        return ""

    def _frozen_id(self, run: Run) -> str:
        """Return by which id ``run`` is held: its root may have gone since; empty where it is not."""
        frozen = self._freezer.frozen()
        if run.id in frozen:
            return run.id
        return next((name for name, held in frozen.items() if not frozenset(run.processes).isdisjoint(held)), "")

    def _processes_of(self, run: Run) -> tuple[ProcessId, ...]:
        now = self._look.of_run(run)
        return now.processes if now else ()

    def _hear_of_pids(self, pids: frozenset[int]) -> None:
        if self._launches.is_scanning:
            self._desk.came(pids)
        else:
            self._desk.executed(pids)

    def _hear_of_ends(self, gone: frozenset[ProcessId]) -> None:
        self._freezer.forget(gone)
        self._tell_change()

    def _tell_launch(self, run: Run) -> None:
        self._look.forget()
        self._exits.add(run.processes)
        launched = self._heard.launched
        self._post(lambda: launched(run))

    def _tell_change(self) -> None:
        self._look.forget()
        self._post(self._heard.changed)

    def _note_windows(self) -> None:
        """Look at what is new among the windows soon: whoever noticed may be in the middle of something."""
        if self._lookout.is_running:
            self._lookout.do(self._look_at_windows)

    def _look_at_windows(self) -> None:
        """Tell of windows that are the rules', and put those in their place that are waited for. Lookout's thread."""
        self._return.look()
        with self._lock:
            before, self._seen = self._seen, frozenset(self._windows.known())
            if self._is_on and self._are_any_ours(before ^ self._seen):
                self._tell_change()
        self._go_home()

    def _go_home(self) -> None:
        """See windows no more, and end the thread, where nobody needs either. Lookout's thread."""
        with self._lock:
            if self._is_on or self._return.is_waiting():
                return
            self._lookout.drop(self._windows)
            self._windows.close()
            self._lookout.stop()

    def _are_any_ours(self, windows: AbstractSet[Window]) -> bool:
        """Tell whether any of these windows, which came or went, is one of the rules'."""
        book, known = self._look.book, self._exits.pids
        if any(each.pid in known or book.by_class(each) or book.web.rule_of(each) for each in windows):
            return True
        pids = {each.pid for each in windows if each.pid > 1}
        return bool(pids) and bool(self._look.around(pids, tuple(windows)).runs)
