# SPDX-License-Identifier: MIT
"""When do open tabs and new pages of the real Chromium and Firefox notice that a site closes, and that it opens?"""

from collections.abc import Callable
from functools import partial

from programs.figures import Table

from stage.live import Live, now_ms
from stage.names import OTHER
from stage.shop import Shop, is_friendly
from stage.web import Browser, Tab

BUSY_WAIT_S = 20
VERSIONS = {"h1": False, "h2": True}


def when(happened: Callable[[], object]) -> float:
    """Wait without a pause until something is so; return the wall clock in ms."""
    limit = now_ms() + BUSY_WAIT_S * 1000
    while not happened():
        assert now_ms() < limit, "it never happened"
    return now_ms()


def measure_gate_alone(shop: Shop, browser: Browser, table: Table, times: int) -> None:
    """Close over open tabs that the extension does not replace, and ask for new pages."""
    lives = {each: Live(browser, shop.origin.https(path="/live", http2=VERSIONS[each])) for each in VERSIONS}
    tab, url = browser.open_tab(), shop.origin.https(path="/new")
    for _ in range(times):
        closed_at = shop.close()
        assert tab.go(url), "a new page came"
        table.add(f"{browser.name}: new page refused", now_ms() - closed_at, most=300)
        for version, live in lives.items():
            cuts = live.wait_until_cut(closed_at)
            table.add(f"{browser.name}: WebSocket cut ({version})", cuts["ws"], most=100)
            table.add(f"{browser.name}: event stream cut ({version})", cuts["sse"], most=100)
            table.add(f"{browser.name}: next fetch fails ({version})", cuts["fetch"], most=150)
            slipped = len(live.slipped_through(closed_at))
            table.add_as("times", f"{browser.name}: came through after 50 ms ({version})", slipped, most=0)
        opened_at = shop.open()
        worked_at = when(partial(arrives, tab, url))
        table.add(f"{browser.name}: new page after opening", worked_at - opened_at, most=500)
        for live in lives.values():
            live.wait_until_flowing()
    for live in lives.values():
        live.tab.close()


def measure_friendly_page(shop: Shop, browser: Browser, table: Table, times: int) -> None:
    """Close and open over a tab that the extension replaces and gives back, beside one of another site."""
    shop.wait_until_met(browser)
    other = Live(browser, shop.origin.https(OTHER, "/live"))
    url = shop.origin.https(path="/page?a=1#there")
    tab = browser.open_tab(url)
    for _ in range(times):
        closed_at = shop.close()
        shown_at = when(lambda: is_friendly(tab) and "Guild" in tab.text())
        table.add(f"{browser.name}: friendly page in the open tab", shown_at - closed_at, most=750)
        opened_at = shop.open()
        back_at = when(lambda: tab.url() == url and "This is" in tab.text())
        table.add(f"{browser.name}: the tab is itself again", back_at - opened_at, most=1200)
    for _ in range(10):
        shop.close()
        shop.open()
    other.wait_until_flowing()
    table.add_as("times", f"{browser.name}: other site interrupted", other.interruptions(), most=0)


def arrives(tab: Tab, url: str) -> bool:
    """Tell whether ``tab`` gets to ``url``."""
    return not tab.go(url)
