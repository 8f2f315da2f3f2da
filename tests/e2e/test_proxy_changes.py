# SPDX-License-Identifier: MIT
"""Is what a person does to their proxy settings while Rideau runs taken up at once, not at the next opening?"""

from collections.abc import Iterator

import pytest

from stage.shop import Shop
from stage.web import until

PROXY = "org.gnome.system.proxy"
OWN_SCRIPT = "http://proxy.example/proxy.pac"


@pytest.fixture(name="shop")
def fixture_shop() -> Iterator[Shop]:
    with Shop() as shop:
        yield shop


def status(shop: Shop) -> str:
    """Return what is said, in one line."""
    return " ".join(shop.rideau.command("status").stdout.split())


def test_an_own_script_taken_away_closes_sites_and_a_change_by_hand_is_said(shop: Shop) -> None:
    shop.gsettings("set", PROXY, "autoconfig-url", OWN_SCRIPT)
    shop.gsettings("set", PROXY, "mode", "auto")
    shop.rideau.start(through=shop.names.through)
    shop.close()
    until(lambda: "(PAC)" in status(shop))
    assert "Sites closed" not in status(shop)
    shop.gsettings("reset", PROXY, "mode")
    until(lambda: "Sites closed" in status(shop))
    assert "(PAC)" not in status(shop)
    shop.gsettings("set", PROXY, "mode", "manual")
    until(lambda: "were changed since" in status(shop))
    assert shop.gsettings("get", PROXY, "mode") == "'manual'"
