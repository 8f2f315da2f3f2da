# SPDX-License-Identifier: MIT
"""What do tests of the running app stand on? A bare desktop for each module, and a Rideau that remembers nothing."""

from collections.abc import Iterator

import pytest

from stage.desktop import Desktop, Furniture
from stage.running import Running


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None, window_manager="")) as desktop:
        yield desktop


@pytest.fixture(name="rideau")
def fixture_rideau(desktop: Desktop) -> Iterator[Running]:
    rideau = Running(desktop)
    rideau.forget()
    yield rideau
    rideau.leave()
