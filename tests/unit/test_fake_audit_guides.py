# SPDX-License-Identifier: MIT
"""Does the fake hold to what all how-tos of the audit hold to?"""

import pytest

from contracts.audit_guides import AuditGuidesContract
from fakes.audit_guides import FakeAuditGuides
from rideau.domain.audit import HowTo
from rideau.domain.settings import AuditQuestion
from rideau.ports.audit_guides import AuditGuides


class TestFakeAuditGuides(AuditGuidesContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def guides(self) -> AuditGuides:
        """Return how-tos for one network."""
        return FakeAuditGuides({"linkedin": {AuditQuestion.RUNS_CLIENTS: HowTo(("Look.",), "All stays.")}})
