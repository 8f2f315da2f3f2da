# SPDX-License-Identifier: MIT
"""How does a test stand a guard over a stage's sound, in its own process or in one that can be killed?"""

import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from contracts.enforcer import CLOSED, OPEN
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sound.sound_guard import SoundGuard
from rideau.adapters.linux.sound.sound_memory import SoundMuteRestorer
from rideau.domain.app import AppRule
from rideau.domain.plan import Plan
from rideau.services.restoration import RestoreSummary, restore_all
from stage.program import Program, start_and_listen
from stage.sound import SoundServer, until

GUARD_UNTIL_KILLED = """
import os, sys, threading
from pathlib import Path
from contracts.enforcer import CLOSED
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.apps.process_list import file_ids
from rideau.adapters.linux.sound.sound_guard import SoundGuard
from rideau.domain.app import AppRule
program = sys.argv[2]
rule = AppRule("slack/app", "slack", "app", programs=(program,), program_ids=file_ids([program]))
guard = SoundGuard(os.environ, LedgerFile(Path(sys.argv[1])), lambda plan: (rule,))
guard.apply(CLOSED)
os.write(9, b"guarding\\n")
threading.Event().wait()
"""
"""A program that guards, until it is killed."""


class SoundGuarding:
    """Hold a real guard over ``server``, with a real ledger."""

    def __init__(self, server: SoundServer, *rules: AppRule) -> None:
        """Nothing is muted before ``close``."""
        self.server = server
        self.ledger = LedgerFile(server.state / "sound-ledger")
        self.guard = SoundGuard(server.environment, self.ledger, lambda _plan: rules)
        self.restorer = SoundMuteRestorer(server.environment)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let go of everything."""
        self.guard.release()
        self.wait_until_nothing_is_held()

    def close(self, plan: Plan = CLOSED) -> None:
        """Mute, and wait until the server is listened to."""
        until(lambda: "slack" in self.guard.apply(plan).networks, lambda: str(self.guard.apply(plan)))

    def open(self) -> None:
        """Mute nothing, and wait until everything is put back."""
        self.guard.apply(OPEN)
        self.wait_until_nothing_is_held()

    def wait_until_nothing_is_held(self) -> None:
        """Wait until the ledger is empty."""
        until(lambda: not self.ledger.pending(), lambda: str(self.ledger.pending()))

    def restore(self) -> RestoreSummary:
        """Do what the next start does."""
        return restore_all(self.ledger, (self.restorer,))


def guard_until_killed(guarding: SoundGuarding, program: Path) -> Program:
    """Start a process of its own that mutes ``program``; return when it listens."""
    folder = Path(__file__).parents[1]
    environment = {**guarding.server.environment, "PYTHONPATH": f"{folder}:{folder.parent / 'app'}"}
    argv = [sys.executable, "-c", GUARD_UNTIL_KILLED, str(guarding.server.state / "sound-ledger"), str(program)]
    guard, line = start_and_listen(argv, environment, guarding.server.folder / "guard.log")
    assert line == "guarding", guard.output()
    return guard
