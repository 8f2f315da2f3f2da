# SPDX-License-Identifier: MIT
"""Does the fake that other tests lean on keep the promises of the real keyring?"""

import pytest

from contracts.secret import SecretStoreContract
from fakes.secret import FakeSecret


class TestFakeSecret(SecretStoreContract):
    """The keyring in memory."""

    @pytest.fixture
    def store(self) -> FakeSecret:
        return FakeSecret()
