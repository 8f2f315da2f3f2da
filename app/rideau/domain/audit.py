# SPDX-License-Identifier: MIT
"""Where do clients and one's private life meet, and which steps take them apart? (SPEC P4)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.network import Kind, Network, Side, Use
from rideau.domain.settings import AuditAnswer, AuditQuestion, Settings

_ALL = tuple(AuditQuestion)
_RUNS_ONLY = (AuditQuestion.RUNS_CLIENTS,)
_BY_KIND: Mapping[Kind, tuple[AuditQuestion, ...]] = MappingProxyType(
    {
        Kind.SOCIAL: _ALL,
        Kind.OTHER: _ALL,
        Kind.CHAT: (AuditQuestion.RUNS_CLIENTS, AuditQuestion.FRIENDS_CLIENTS),
        Kind.MAIL: _RUNS_ONLY,
        Kind.MEETING: _RUNS_ONLY,
        Kind.PUBLISHING: _RUNS_ONLY,
        Kind.TASKS: _RUNS_ONLY,
    }
)


class HowTo(NamedTuple):
    """Say how one step is taken on one network, in the person's language."""

    steps: tuple[str, ...]
    """What to open and what to choose, in its order; each in a sentence or two."""
    stays: str
    """What stays visible afterwards, and to whom."""


class Step(NamedTuple):
    """Hold one step: a question that the person answered with yes."""

    network: str
    question: AuditQuestion
    account: str
    done_on: date | None


class Progress(NamedTuple):
    """Hold how far the steps have come."""

    done: int
    steps: int


def audited(
    networks: Iterable[Network], settings: Settings, guessed: Collection[str] = frozenset()
) -> tuple[Network, ...]:
    """Return those of ``networks`` that the person has, by name.

    They named an account there, or said on which side it is, or answered already. What the catalogue says by itself
    counts for nothing: nobody is on all of it. The ``guessed`` ids stand in until something was said of any network.
    """
    guesses = frozenset() if settings.networks else frozenset(guessed)
    found = (each for each in networks if each.id in guesses or _is_theirs(each, settings))
    return tuple(sorted(found, key=lambda network: network.name.casefold()))


def shown_first(
    networks: Sequence[Network], settings: Settings, kept: Collection[str], most: int
) -> tuple[Network, ...]:
    """Return the ``most`` of ``networks`` to show before somebody asks for all, in their order.

    Those that are ``kept`` and those with a step to take are always among them, were they more.
    """
    waiting = {each.network for each in open_steps(settings)}
    wanted = {each.id for each in networks if each.id in waiting or each.id in kept}
    rest = (each.id for each in networks if each.id not in wanted)
    shown = wanted | set(islice(rest, max(most - len(wanted), 0)))
    return tuple(each for each in networks if each.id in shown)


def questions_for(network: Network, known: Iterable[AuditQuestion], settings: Settings) -> tuple[AuditQuestion, ...]:
    """Return what is asked of ``network``: what a how-to of its own is ``known`` for, else what suits its kind.

    What the person answered is always among them.
    """
    asked = frozenset(known) or frozenset(_BY_KIND[network.kind])
    answered = settings.audit.get(network.id, {})
    return tuple(each for each in AuditQuestion if each in asked or each in answered)


def open_questions(
    network: Network, questions: Iterable[AuditQuestion], settings: Settings
) -> tuple[AuditQuestion, ...]:
    """Return those of ``questions`` that have no answer yet."""
    answered = settings.audit.get(network.id, {})
    return tuple(each for each in questions if each not in answered)


def steps(settings: Settings) -> tuple[Step, ...]:
    """Return every step, by network and in the order of the questions."""
    return tuple(
        Step(network, question, answers[question].account, answers[question].done_on)
        for network, answers in sorted(settings.audit.items())
        for question in AuditQuestion
        if question in answers and answers[question].is_yes
    )


def open_steps(settings: Settings, network: str | None = None) -> tuple[Step, ...]:
    """Return the steps that are to be taken yet, of one ``network`` or of all."""
    return tuple(each for each in steps(settings) if each.done_on is None and network in {None, each.network})


def progress(settings: Settings) -> Progress:
    """Return how many of all steps are done."""
    every = steps(settings)
    return Progress(sum(each.done_on is not None for each in every), len(every))


def personal_accounts(network: Network) -> tuple[str, ...]:
    """Return the names of the person's private accounts on ``network``."""
    return tuple(each.name for each in network.accounts if each.use is Use.PERSONAL)


def answered(settings: Settings, network: str, question: AuditQuestion, answer: AuditAnswer | None) -> Settings:
    """Return ``settings`` with this answer; None takes it back, as if it had not been asked."""
    answers = {each: said for each, said in settings.audit.get(network, {}).items() if each is not question}
    if answer is not None:
        answers[question] = answer
    audit = {**settings.audit, network: MappingProxyType(answers)}
    return settings._replace(audit=MappingProxyType({each: said for each, said in audit.items() if said}))


def _is_theirs(network: Network, settings: Settings) -> bool:
    said = settings.networks.get(network.id)
    chosen = None if said is None else said.side
    return bool(network.accounts) or chosen not in {None, Side.UNASSIGNED} or network.id in settings.audit
