# SPDX-License-Identifier: MIT
"""What do all how-tos of the audit hold to?"""

import pytest

from rideau.domain.settings import AuditQuestion
from rideau.ports.audit_guides import AuditGuides


class AuditGuidesContract:
    """Run against all how-tos: a subclass gives the fixture ``guides``, with some of its own for ``linkedin``."""

    @pytest.fixture
    def guides(self) -> AuditGuides:
        """Return the how-tos to hold to this."""
        raise NotImplementedError

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_every_question_has_a_general_how_to(self, guides: AuditGuides, language: str) -> None:
        """Every question has a general how-to."""
        assert set(guides.general(language)) == set(AuditQuestion)
        assert all(each.steps and each.stays for each in guides.general(language).values())

    def test_a_network_has_how_tos_of_its_own_or_none(self, guides: AuditGuides) -> None:
        """A network has how-tos of its own, or none."""
        assert set(guides.own("linkedin", "en")) <= set(AuditQuestion)
        assert guides.own("linkedin", "en")
        assert guides.own("no-such-network", "en") == {}

    def test_what_is_general_is_nobodys_own(self, guides: AuditGuides) -> None:
        """A network that somebody calls “general” has none."""
        assert guides.own("general", "en") == {}

    def test_another_language_is_answered_in_english(self, guides: AuditGuides) -> None:
        """Another language is answered in English."""
        assert guides.own("linkedin", "de") == guides.own("linkedin", "en")
        assert guides.general("de") == guides.general("en")

    def test_the_answer_never_changes(self, guides: AuditGuides) -> None:
        """Asked twice, they say the same."""
        assert guides.own("linkedin", "fr") == guides.own("linkedin", "fr")
