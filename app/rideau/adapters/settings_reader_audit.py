# SPDX-License-Identifier: MIT
"""What does ``[audit]`` say: who runs, follows or befriends clients from a private account? (SPEC P4)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from rideau.adapters.settings_spot import Spot
from rideau.domain.settings import AuditAnswer, AuditQuestion
from rideau.domain.text import Text


class _Answer(StrEnum):
    YES = "yes"
    NO = "no"


def read_audit(spots: Mapping[str, Spot]) -> dict[str, Mapping[AuditQuestion, AuditAnswer]]:
    """Return what was answered of each network of ``spots``."""
    return {network: MappingProxyType(_answers(spot)) for network, spot in spots.items()}


def _answers(spot: Spot) -> dict[AuditQuestion, AuditAnswer]:
    answers: dict[AuditQuestion, AuditAnswer] = {}
    for key, each in spot.table().items():
        question = Spot(key, each.place, each.findings).choice(AuditQuestion)
        answer = _answer(each)
        if question is not None and answer is not None:
            answers[question] = answer
    return answers


def _answer(spot: Spot) -> AuditAnswer | None:
    table = spot.table()
    if "answer" not in table and isinstance(spot.raw, dict):
        spot.complain(Text('This has no “answer”. Write it as {{ answer = "yes" }}.'))
    said = table["answer"].choice(_Answer) if "answer" in table else None
    account = table["account"].text() if "account" in table else ""
    done_on = table["done"].day() if "done" in table else None
    return None if said is None else AuditAnswer(said is _Answer.YES, account or "", done_on)
