# SPDX-License-Identifier: MIT
"""Is a person told what to do when tray and keeper were both killed, and browsers still look for their gate?"""

from collections.abc import Iterator

import pytest

from stage.shop import Shop


@pytest.fixture(scope="module", name="shop")
def fixture_shop() -> Iterator[Shop]:
    with Shop() as shop:
        yield shop


def sites(shop: Shop) -> tuple[str, str]:
    """Return what doctor says of closing sites."""
    (said,) = (each for each in shop.rideau.document("doctor")["mechanisms"] if each["name"] == "sites")
    return said["fitness"], said["reason"]


def test_doctor_says_that_nobody_keeps_the_gate_and_what_to_do(shop: Shop) -> None:
    shop.start_rideau()
    assert sites(shop)[0] == "works"
    shop.kill_rideau()
    fitness, reason = sites(shop)
    assert fitness == "missing"
    assert "do not load" in reason
    assert "rideau restore" in reason
    assert shop.rideau.command("restore").returncode == 0
    assert sites(shop)[0] == "works"


def test_a_restore_by_the_running_app_says_that_the_app_goes_on(shop: Shop) -> None:
    shop.start_rideau()
    assert "rideau quit" in shop.rideau.command("restore").stdout
    assert shop.rideau.command("quit").returncode == 0
    assert "rideau quit" not in shop.rideau.command("restore").stdout
