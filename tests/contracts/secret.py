# SPDX-License-Identifier: MIT
"""What must every place that keeps a secret do?"""

import pytest

from rideau.ports.secret import SecretStore


class SecretStoreContract:
    """Run by the fake and by the real adapter; the one under test holds nothing yet."""

    @pytest.fixture
    def store(self) -> SecretStore:
        raise NotImplementedError

    def test_nothing_is_kept_unasked(self, store: SecretStore) -> None:
        assert store.load() == ""

    def test_what_was_saved_last_is_given_back_whole(self, store: SecretStore) -> None:
        for secret in ("first", '{"a": "é 🔑", "b": 1}' * 20):
            store.save(secret)
            assert store.load() == secret

    def test_what_is_removed_is_gone_and_removing_nothing_is_no_mistake(self, store: SecretStore) -> None:
        store.save("a word")
        store.remove()
        store.remove()
        assert store.load() == ""
