# SPDX-License-Identifier: MIT
"""Does the fake that other tests lean on keep the promises of the real ones?"""

import pytest

from contracts.autostart import AutostartContract
from fakes.autostart import FakeAutostart


class TestFakeAutostart(AutostartContract):
    """The switch in memory."""

    @pytest.fixture
    def autostart(self) -> FakeAutostart:
        return FakeAutostart()
