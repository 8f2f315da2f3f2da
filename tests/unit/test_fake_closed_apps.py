# SPDX-License-Identifier: MIT
"""Does the keeping of closed apps that tests use behave as the real one?"""

import pytest

from contracts.closed_apps import ClosedAppsContract
from fakes.closed_apps import FakeClosedApps


class TestFakeClosedApps(ClosedAppsContract):
    @pytest.fixture
    def store(self) -> FakeClosedApps:
        return FakeClosedApps()
