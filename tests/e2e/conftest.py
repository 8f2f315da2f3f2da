# SPDX-License-Identifier: MIT
"""What do tests of the running app stand on? A bare desktop for each module, and a Rideau that remembers nothing."""

import signal
from collections.abc import Iterator

import pytest

from stage.desktop import Desktop, Furniture
from stage.running import Running


@pytest.fixture(scope="session", autouse=True)
def _heeds_ctrl_c() -> None:
    """What runs in the background of a shell ignores Ctrl+C, and would hand that down to every program it starts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


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
