# SPDX-License-Identifier: MIT
"""How are clients and private life taken apart on one network, in so many words?"""

from collections.abc import Mapping
from typing import Protocol

from rideau.domain.audit import HowTo
from rideau.domain.settings import AuditQuestion


class AuditGuides(Protocol):
    """Hold the how-tos that ship with Rideau. Any thread; the answer never changes while running.

    ``language`` is ``en`` or ``fr``; another one is answered in English.

    """

    def own(self, network: str, language: str) -> Mapping[AuditQuestion, HowTo]:
        """Return the how-tos written for ``network``, by the questions that make sense there; empty for none.

        Raises:
            StorageError: Rideau's own files are damaged.

        """
        ...

    def general(self, language: str) -> Mapping[AuditQuestion, HowTo]:
        """Return one how-to for every question, for the networks that have none of their own.

        Raises:
            StorageError: Rideau's own files are damaged.

        """
        ...
