# SPDX-License-Identifier: MIT
"""How are a muted network's apps silenced on Linux? Each stream of theirs, and nobody else's (SPEC E1)."""

from collections.abc import Callable, Mapping

from rideau.adapters.linux.apps.process_list import ProcessList
from rideau.adapters.linux.sound.sound_muter import SoundMuter
from rideau.adapters.linux.sound.sound_server import SoundServer
from rideau.adapters.linux.sound.sound_socket import SoundServerError, accepts, socket_path
from rideau.domain.app import AppRule
from rideau.domain.plan import Plan
from rideau.domain.probe import Fitness, Probe, Report
from rideau.domain.process import FileId, ProcessTable
from rideau.domain.rule_book import RuleBook
from rideau.domain.safety import barred_programs
from rideau.domain.text import Text
from rideau.keeper.proc import ancestors_of
from rideau.ports.state import Ledger

PATIENCE_S = 0.06
"""How long the main thread waits for the one that mutes."""

TITLE = Text("Sound")
SITES = Text("In a browser no site can be told from another by its sound, so muted sites can still be heard there.")
NO_SERVER = Text("No sound server runs, so there is nothing to mute yet.")


def lineage_of(pid: int) -> ProcessTable:
    """Return process ``pid`` and whoever started it, and no others: quick, since it is about to be heard."""
    return ProcessList(frozenset(ancestors_of(pid)).__contains__).table()


class SoundGuard:
    """Mute the apps of muted networks, and let them be heard again exactly as before.

    Nothing runs while nothing is muted; what speaks to the sound server is loaded once something is.
    """

    name = "sound"

    def __init__(
        self,
        environment: Mapping[str, str],
        ledger: Ledger,
        rules: Callable[[Plan], tuple[AppRule, ...]],
        others: Callable[[], frozenset[FileId]] = frozenset,
    ) -> None:
        """Guard the sound server of ``environment``; ``rules`` tells the apps of the networks that a plan mutes.

        ``others`` are the programs of all apps that are installed: what an app opens beside itself is not it.
        """
        self._environment = environment
        self._rules = rules
        self._others = others
        self._muter = SoundMuter(environment, ledger, lineage_of)
        self._book = RuleBook(())

    def probe(self) -> Probe:
        """Say whether a sound server answers."""
        if not accepts(socket_path(self._environment)):
            remedy = Text("Nothing needs doing: as soon as PulseAudio or PipeWire runs, Rideau listens to it.")
            return Probe(self.name, TITLE, Fitness.NOT_HERE, NO_SERVER, remedy)
        try:
            server = SoundServer(self._environment)
        except SoundServerError as error:
            return Probe(self.name, TITLE, Fitness.MISSING, error.message, error.remedy)
        kind = "PipeWire" if server.is_pipewire else "PulseAudio"
        server.close()
        return Probe(self.name, TITLE, Fitness.WORKS, Text("Apps are muted one by one, through {server}.", server=kind))

    def apply(self, plan: Plan) -> Report:
        """Mute the apps of the networks that ``plan`` mutes, and no others."""
        rules = tuple(rule for rule in self._rules(plan) if _is_heard(rule)) if plan.muted else ()
        if rules != self._book.rules:
            self._book = RuleBook(rules, self._others())
        self._muter.mute(self._book, PATIENCE_S)
        return self._report(plan, frozenset(rule.network for rule in rules))

    def release(self) -> None:
        """Let everything be heard again."""
        self._book = RuleBook(())
        self._muter.mute(self._book, PATIENCE_S)

    def _report(self, plan: Plan, with_apps: frozenset[str]) -> Report:
        is_holding = self._muter.is_holding
        held = tuple(each.id for each in plan.muted if each.id in with_apps and is_holding)
        blocked = frozenset(each.id for each in plan.blocked)
        not_covered = (SITES,) if any(each.sites and each.id not in blocked for each in plan.muted) else ()
        if with_apps and not is_holding:
            is_there = accepts(socket_path(self._environment))
            not_covered = (*not_covered, (self._muter.problem if is_there else None) or NO_SERVER)
        return Report(self.name, held, not_covered, self._muter.problem if is_holding else None)


def _is_heard(rule: AppRule) -> bool:
    """Tell whether ``rule`` names a program at all, and none that no rule may name."""
    names_one = rule.programs or rule.program_ids or rule.marks or rule.units or rule.flatpak
    return bool(names_one) and not barred_programs(rule)
