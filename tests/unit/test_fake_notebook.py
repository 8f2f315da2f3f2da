# SPDX-License-Identifier: MIT
"""Does the notebook of the tests hold to the contract?"""

import pytest

from contracts.notebook import NotebookContract
from fakes.notebook import FakeNotebook


class TestFakeNotebook(NotebookContract):
    @pytest.fixture
    def notebook(self) -> FakeNotebook:
        return FakeNotebook()
