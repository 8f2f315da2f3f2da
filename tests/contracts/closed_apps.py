# SPDX-License-Identifier: MIT
"""What does everything hold to that keeps what was closed?"""

import pytest

from rideau.domain.app import ClosedApp
from rideau.ports.apps import ClosedApps

SLACK = ClosedApp("slack/slack", "Slack", "slack", "slack", ("/usr/bin/slack", "-u"), "/home/é", ("0,0 800x600",))
BARE = ClosedApp("mail/mail", "Mail “2”", "", "", (), "", ())


class ClosedAppsContract:
    """Inherit this and give a ``store`` fixture: a fresh, empty one."""

    @pytest.fixture
    def store(self) -> ClosedApps:
        raise NotImplementedError

    def test_nothing_is_there_at_first(self, store: ClosedApps) -> None:
        assert store.load() == ()

    def test_what_is_saved_comes_back_in_its_order(self, store: ClosedApps) -> None:
        store.save((SLACK, BARE))
        assert store.load() == (SLACK, BARE)

    def test_saving_replaces_what_was_saved(self, store: ClosedApps) -> None:
        store.save((SLACK,))
        store.save((BARE,))
        assert store.load() == (BARE,)
        store.save(())
        assert store.load() == ()
