# SPDX-License-Identifier: MIT
"""What does every store of the settings in force hold to?"""

from datetime import UTC, datetime, timedelta

import pytest

from rideau.domain.override import Override, OverrideKind
from rideau.domain.settings import LockLevel, Settings
from rideau.domain.trusted_time import Anchor
from rideau.ports.in_force import InForceStore, Kept

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
BARE = Kept(Settings(), (), "Europe/Paris", NOON, LockLevel.FIRM)
FULL = BARE._replace(
    waiting=(("config.toml", "version = 1\n# “quoted”\n"), ("zone", "Asia/Tokyo")),
    noticed=NOON + timedelta(hours=7),
    switches=(Override(OverrideKind.OPEN, NOON + timedelta(microseconds=5), None, "why"),),
    anchor=Anchor("a boot", timedelta(seconds=12.5), NOON),
    moved=timedelta(hours=-3),
    closed_until=1_763_970_000,
    starts_at_login=True,
    alive="a boot",
)


class InForceStoreContract:
    """Inherit this and give a ``store`` fixture: a fresh, empty one."""

    @pytest.fixture
    def store(self) -> InForceStore:
        raise NotImplementedError

    def test_nothing_is_there_at_first(self, store: InForceStore) -> None:
        assert store.load() is None

    def test_what_is_saved_comes_back(self, store: InForceStore) -> None:
        for kept in (FULL, BARE):
            store.save(kept)
            assert store.load() == kept

    def test_the_texts_are_those_of_the_settings_that_hold(self, store: InForceStore) -> None:
        store.save(BARE._replace(texts=store.texts()))
        kept = store.load()
        assert kept is not None
        assert kept.texts == store.texts()
