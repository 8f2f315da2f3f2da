# SPDX-License-Identifier: MIT
"""Does the recording enforcer keep to its port?"""

import pytest

from contracts.enforcer import EnforcerContract
from fakes.enforcer import RecordingEnforcer
from rideau.ports.enforcer import Enforcer


class TestRecordingEnforcer(EnforcerContract):
    """Run the contract."""

    @pytest.fixture
    def enforcer(self) -> Enforcer:
        return RecordingEnforcer()
