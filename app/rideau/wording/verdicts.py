# SPDX-License-Identifier: MIT
"""Why is something done, or not done, to a network? One or two sentences for ``rideau check``."""

from rideau.domain.checking import CheckResult
from rideau.domain.phase import Interval
from rideau.domain.policy import PolicyRule
from rideau.domain.text import Text
from rideau.wording.phrases import why
from rideau.wording.words import Words

_RULES = {
    PolicyRule.NETWORK_SETTING: Text("Your settings say so for {network}."),
    PolicyRule.POLICY_CELL: Text("Your settings say so for this phase."),
    PolicyRule.WORK_CHAT_IN_FOCUS: Text("Work chat is muted in focus."),
    PolicyRule.GENTLE: Text("The gentle lock level mutes and never closes."),
    PolicyRule.UNASSIGNED: Text("{network} is on no side yet, so it stays open."),
    PolicyRule.UNDECIDED_MIXED: Text(
        "{network} is for work and for private life, and nothing tells which one this is."
    ),
}


def check_why(words: Words, result: CheckResult, interval: Interval) -> str:
    """Return which rule of the policy decided, and which rule gave the phase."""
    because = why(words, interval.reason)
    if result.network is None:
        return words.text("It belongs to no network that Rideau knows.")
    said = _RULES.get(result.rule) if result.rule else None
    if said is None:
        return because
    return f"{words.text(said.template, network=result.network.name)} {because}"
