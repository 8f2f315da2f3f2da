# SPDX-License-Identifier: MIT
"""What does every store of switches by hand hold to?"""

from datetime import UTC, datetime, timedelta

import pytest

from rideau.domain.override import Override, OverrideKind
from rideau.ports.state import OverrideStore

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
OPENED = Override(OverrideKind.OPEN, NOON, NOON + timedelta(minutes=10), "A “client” called\nback")
CLOSED = Override(OverrideKind.CLOSE, NOON + timedelta(microseconds=1), None)


class OverrideStoreContract:
    """Inherit this and give a ``store`` fixture: a fresh, empty one."""

    @pytest.fixture
    def store(self) -> OverrideStore:
        raise NotImplementedError

    def test_nothing_is_there_at_first(self, store: OverrideStore) -> None:
        assert store.load() == ()

    def test_what_is_saved_comes_back_in_its_order(self, store: OverrideStore) -> None:
        store.save((OPENED, CLOSED))
        assert store.load() == (OPENED, CLOSED)

    def test_saving_replaces_what_was_saved(self, store: OverrideStore) -> None:
        store.save((OPENED,))
        store.save((CLOSED,))
        assert store.load() == (CLOSED,)
        store.save(())
        assert store.load() == ()
