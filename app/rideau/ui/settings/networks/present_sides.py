# SPDX-License-Identifier: MIT
"""How are networks, their sides and what is said of them put in words?"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rideau.domain.network import Network, Side, Use
from rideau.domain.network_edit import column_of
from rideau.domain.policy import action_for
from rideau.domain.settings import LockLevel, Settings
from rideau.domain.strictness import stricter_action
from rideau.domain.text import Text
from rideau.services.rules import schedule_of, zone_of
from rideau.ui.settings.page import PageServices
from rideau.wording.browser_listing import BrowserStand
from rideau.wording.moments import until_when
from rideau.wording.terms import use
from rideau.wording.words import Words

HEADINGS = {Side.WORK: Text("Work"), Side.MIXED: Text("Mixed"), Side.PERSONAL: Text("Personal")}

_LONGEST_NAME = 32


class Card(NamedTuple):
    """Hold what one card shows."""

    id: str
    name: str
    note: str = ""

    @property
    def spoken(self) -> str:
        """Return what a screen reader says of it."""
        return f"{self.name}, {self.note}" if self.note else self.name


def heading(words: Words, side: Side) -> str:
    """Return what a column is called; what is on no side has a word too."""
    return words.say(HEADINGS[side]) if side in HEADINGS else words.text("On no side")


def card(words: Words, network: Network, settings: Settings) -> Card:
    """Return the card of ``network``."""
    return Card(network.id, network.name, note(words, network, settings))


def note(words: Words, network: Network, settings: Settings) -> str:
    """Return the small line of a network: what its accounts are for, and what is special about it; may be empty."""
    said = [accounts(words, network)]
    if network.side is Side.MIXED and column_of(network) is not Side.MIXED:
        said.insert(0, words.text("mixed"))
    if network.id in settings.policy.networks:
        said.append(words.text("with rules of its own"))
    return " · ".join(filter(None, said))


def accounts(words: Words, network: Network) -> str:
    """Return what accounts come to: ``official · City page``, ``official · 2 accounts``, ``official + personal``."""
    uses = [each for each in Use if any(account.use is each for account in network.accounts)]
    if not uses:
        return ""
    said = " + ".join(use(words, each) for each in uses)
    if len(uses) > 1:
        return said
    if len(network.accounts) == 1:
        return f"{said} · {network.accounts[0].name}"
    counted = words.plural("{count} account", "{count} accounts", len(network.accounts))
    return f"{said} · {counted}"


def mixed_line(words: Words, networks: Sequence[Network]) -> str:
    """Return what to know about those of ``networks`` where both sides live and nothing is decided; may be empty."""
    names = joined(words, [_shortened(each.name) for each in networks])
    if not names:
        return ""
    return words.plural(
        "{networks} holds both work and private life, so it stays open. Choose its side, or keep a browser profile"
        " for work: Rideau then closes that one alone.",
        "{networks} hold both work and private life, so they stay open. Choose their side, or keep a browser profile"
        " for work: Rideau then closes that one alone.",
        len(networks),
        networks=names,
    )


def _shortened(name: str) -> str:
    """Return ``name`` as it can stand in a sentence: its card has the whole of it."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"


def waits_line(words: Words, moved: tuple[Network, Network], settings: Settings, services: PageServices) -> str:
    """Return that a network which is closed now stays so until the opening (SPEC E8); empty where nothing waits.

    ``moved`` is the network before and after.
    """
    sources = services.sources
    now = sources.clock.now()
    schedule = schedule_of(settings, sources, services.overrides(), now)
    phase, opening = schedule.phase_at(now), schedule.next_opening(now)
    was, is_ = (action_for(each, phase, settings).action for each in moved)
    is_weaker = stricter_action(was, is_) is not is_
    if phase.is_open or opening is None or not is_weaker or settings.lock_level is LockLevel.GENTLE:
        return ""
    until_ = until_when(words, opening, now, zone_of(settings, sources.clock))
    return words.text("It stays closed {until} all the same.", until=until_)


def steps_line(words: Words, count: int) -> str:
    """Return how many steps keep work and private life apart; empty for none."""
    if not count:
        return ""
    return words.plural(
        "{count} step to take to keep work and private life apart.",
        "{count} steps to take to keep work and private life apart.",
        count,
    )


def joined(words: Words, names: Sequence[str], most: int = 3) -> str:
    """Return ``names`` as a list in a sentence: ``Slack, Teams and X``; beyond ``most`` the rest are counted."""
    if len(names) > most:
        more = words.plural("{count} more", "{count} more", len(names) - most)
        return words.text("{names} and {last}", names=", ".join(names[:most]), last=more)
    if len(names) > 1:
        return words.text("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
    return "".join(names)


def browsers_line(words: Words, stands: Iterable[BrowserStand]) -> str:
    """Return in which browsers sites close and in which not yet, with the remedy; empty where nobody knows."""
    known = [each for each in stands if each.gate is not None]
    closing = [each.name for each in known if each.gate is not None and each.gate.is_in_path]
    said = [words.text("Sites close in {browsers}.", browsers=joined(words, closing))] if closing else []
    said += [gap(words, each) for each in known if each.gate is not None and not each.gate.is_in_path]
    return " ".join(said)


def gap(words: Words, stand: BrowserStand) -> str:
    """Return why one browser closes no site yet, and what helps."""
    why = stand.gate.remedy or stand.gate.reason if stand.gate is not None else ""
    return words.text("Not yet in {browser}: {why}", browser=stand.name, why=why)


def moved_line(words: Words, before: Network, after: Network) -> str:
    """Return what just happened to a network that was moved, its accounts' changed uses included."""
    column = heading(words, column_of(after))
    if before.accounts == after.accounts:
        if after.side is Side.MIXED and column_of(after) is not Side.MIXED:
            return words.text("{network} stays mixed and counts as {side}.", network=after.name, side=column)
        return words.text("{network} is on {side}.", network=after.name, side=column)
    changed = [each for each in after.accounts if each not in before.accounts]
    told = ", ".join(f"{each.name} ({use(words, each.use)})" for each in changed)
    return words.text(
        "{network} is on {side}; its accounts now: {accounts}.", network=after.name, side=column, accounts=told
    )
