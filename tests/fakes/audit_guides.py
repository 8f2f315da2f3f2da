# SPDX-License-Identifier: MIT
"""Which how-tos does the audit have, in a test? Those it is given, in one language."""

from collections.abc import Mapping

from rideau.domain.audit import HowTo
from rideau.domain.settings import AuditQuestion


class FakeAuditGuides:
    """Say the same general how-to to every question, and those given for single networks."""

    def __init__(self, own: Mapping[str, Mapping[AuditQuestion, HowTo]]) -> None:
        """Hold ``own`` by the network's id."""
        self._own = own

    def own(self, network: str, language: str) -> Mapping[AuditQuestion, HowTo]:
        """Return those that were given for ``network``."""
        del language
        return self._own.get(network, {})

    def general(self, language: str) -> Mapping[AuditQuestion, HowTo]:
        """Return one for every question."""
        del language
        return {question: HowTo((f"Think of {question}.",), "All stays.") for question in AuditQuestion}
