# SPDX-License-Identifier: MIT
"""Does a breath stand before a paused site in a real browser, with the extension and without, and let in after it?"""

import time
from collections.abc import Iterator

import pytest

from stage.names import PARTS, WORK
from stage.press import give_keyboard, press_keys, wait_for_window, wait_until_no_window
from stage.shop import SETTINGS, Shop, is_friendly
from stage.web import until

PAUSED = f"""{SETTINGS}
[policy]
work = {{ work = "pause", personal = "allow" }}
[pause]
seconds = 3
minutes = 5
"""
CARD = "A breath before"
BREATH_S = 4
"""As long as the settings say, and some."""
GO_IN = "(document.querySelector('#wish').value = 'one reply', document.querySelector('#go-in').click())"
IS_READY = "!document.querySelector('#breath').hidden && !document.querySelector('#go-in').disabled"


@pytest.fixture(scope="module", name="shop")
def fixture_shop() -> Iterator[Shop]:
    with Shop() as shop:
        shop.rideau.settings.write_text(PAUSED)
        shop.start_rideau()
        done = shop.rideau.command("browsers", "install")
        assert done.returncode == 0, done.stderr
        yield shop
        assert "Traceback" not in shop.rideau.log()


def paused(shop: Shop) -> list[dict[str, object]]:
    """Return what the journal tells of breaths."""
    events = shop.rideau.document("log")
    return [each["details"] for each in events if each["kind"] == "paused"]


def test_with_the_extension_the_page_asks_and_gives_the_tab_back(shop: Shop) -> None:
    with shop.browser("chromium") as browser:
        url = shop.origin.https(WORK, "/in")
        witness = browser.open_tab()
        witness.go(url)  # maybe before the extension has met its Rideau
        until(lambda: is_friendly(witness))
        witness.close()
        tab = browser.open_tab()
        tab.go(url)
        until(lambda: is_friendly(tab))
        assert not shop.origin.hits(WORK)
        until(lambda: tab.evaluate(IS_READY), tab.text())
        tab.evaluate(GO_IN)
        until(lambda: tab.url() == url, lambda: f"{tab.url()}: {tab.text()} {paused(shop)}")
        assert {"network": "shop", "went": "in", "reason": "one reply"} in paused(shop)


def test_without_the_extension_a_card_asks_and_the_page_loads_then(shop: Shop) -> None:
    with shop.browser("chromium", with_extension=False) as browser:
        tab = browser.open_tab()
        until(lambda: tab.go(shop.origin.https(PARTS, "/feed/today")))
        assert not shop.origin.hits(PARTS)
        wait_for_window(shop, CARD)
        time.sleep(BREATH_S)
        give_keyboard(shop, CARD)
        press_keys(shop, "Tab", "Return")
        wait_until_no_window(shop, CARD)
        until(lambda: not tab.go(shop.origin.https(PARTS, "/feed/today")))
        assert "This is" in tab.text()
