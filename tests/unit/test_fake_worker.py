# SPDX-License-Identifier: MIT
"""Do the workers of the tests keep the contract of real ones?"""

import pytest

from contracts.worker import WorkerContract
from fakes.worker import AtOnce, Later


class TestAtOnce(WorkerContract):
    @pytest.fixture
    def worker(self) -> AtOnce:
        return AtOnce()

    def finish(self) -> None:
        """Nothing is left to do."""


class TestLater(WorkerContract):
    @pytest.fixture
    def worker(self) -> Later:
        self._worker = Later()
        return self._worker

    def finish(self) -> None:
        self._worker.go()
