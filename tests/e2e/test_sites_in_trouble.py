# SPDX-License-Identifier: MIT
"""What do browsers notice when Rideau is killed, stopped or gone? Other sites nothing, closed sites no way in.

No extension here: what holds is the gate and the browsers' way to it.
"""

import os
import signal
from collections.abc import Iterator

import pytest

from stage.live import Live
from stage.names import OTHER, WORK
from stage.notices import Notices, Said
from stage.shop import Shop
from stage.web import Browser, until

HUNG_S = 15
"""Promised are 5 s on a calm machine; the benchmark holds that."""
BACK_S = 15
"""Promised are 2 s, as above."""


@pytest.fixture(scope="module", name="shop")
def fixture_shop() -> Iterator[Shop]:
    with Shop() as shop:
        shop.gsettings("set", "org.gnome.desktop.interface", "clock-show-seconds", "true")
        yield shop


@pytest.fixture(name="before")
def fixture_before(shop: Shop) -> Iterator[str]:
    """Start Rideau on settings that are the person's own, and hand on what these were."""
    before = shop.database()
    shop.start_rideau()
    shop.open()
    yield before
    if shop.tray():
        assert shop.rideau.command("quit").returncode == 0
        until(lambda: not shop.tray() and not shop.keeper())
    assert shop.database() == before


@pytest.fixture(scope="module", name="browser", params=["chromium", "firefox"])
def fixture_browser(request: pytest.FixtureRequest, shop: Shop) -> Iterator[Browser]:
    with shop.browser(request.param, with_extension=False) as browser:
        yield browser


def is_shut(shop: Shop, browser: Browser) -> bool:
    """Tell whether a new tab is kept from the work site, which nobody reached lately."""
    tab = browser.open_tab()
    problem = tab.go(shop.origin.https())
    tab.close()
    return bool(problem) and not shop.origin.hits(WORK)


def about_shop(notices: Notices) -> list[Said]:
    """Return what was notified of the work site."""
    return [each for each in notices.seen() if "Guild" in each.title + each.body]


def test_opening_and_closing_write_nothing_and_a_refusal_is_said_once(
    shop: Shop, before: str, browser: Browser
) -> None:
    live = shop.live(browser)
    routed = shop.database()
    assert routed != before
    with Notices(shop.bus) as notices:
        asked_at = shop.close()
        cuts = live.wait_until_cut(asked_at)
        until(lambda: len(live.seen()["fetch"]["bad"]) >= 10)
        assert not live.slipped_through(asked_at + max(cuts.values()))
        shop.origin.forget()
        assert is_shut(shop, browser)
        until(lambda: about_shop(notices), "nobody was told")
        shop.open()
        live.wait_until_flowing()
        assert len(about_shop(notices)) == 1
    assert shop.database() == routed
    live.tab.close()


@pytest.mark.usefixtures("before")
def test_a_killed_keeper_is_back_soon_and_was_never_open_meanwhile(shop: Shop, browser: Browser) -> None:
    other = Live(browser, shop.origin.https(OTHER, "/live"))
    work = shop.live(browser)
    closed_at = shop.close()
    work.wait_until_cut(closed_at)
    shop.origin.forget()
    first = shop.keeper()
    os.kill(first, signal.SIGKILL)
    until(lambda: shop.keeper() not in {0, first}, patience_s=BACK_S)
    assert is_shut(shop, browser)
    shop.open()
    work.wait_until_flowing(BACK_S)
    second = shop.keeper()
    os.kill(second, signal.SIGKILL)
    until(lambda: shop.keeper() not in {0, second}, patience_s=BACK_S)
    work.wait_until_flowing(BACK_S)
    other.wait_until_flowing()
    assert other.interruptions() == 0
    work.tab.close()
    other.tab.close()


@pytest.mark.usefixtures("before")
def test_a_killed_tray_is_back_soon_and_the_gate_held_meanwhile(shop: Shop, browser: Browser) -> None:
    other = Live(browser, shop.origin.https(OTHER, "/live"))
    work = shop.live(browser)
    first, keeper = shop.tray(), shop.keeper()
    os.kill(first, signal.SIGKILL)
    until(lambda: shop.tray() not in {0, first}, patience_s=BACK_S)
    until(lambda: shop.rideau.command("status").returncode == 0)
    assert work.interruptions() == 0, "open tunnels lived on"
    closed_at = shop.close()
    work.wait_until_cut(closed_at)
    shop.origin.forget()
    second = shop.tray()
    os.kill(second, signal.SIGKILL)
    assert is_shut(shop, browser)
    until(lambda: shop.tray() not in {0, second}, patience_s=BACK_S)
    until(lambda: shop.rideau.command("status").returncode == 0)
    assert is_shut(shop, browser)
    assert shop.keeper() == keeper
    shop.open()
    work.wait_until_flowing()
    assert other.interruptions() == 0
    work.tab.close()
    other.tab.close()


@pytest.mark.usefixtures("before")
def test_a_keeper_that_hangs_is_replaced(shop: Shop, browser: Browser) -> None:
    other = Live(browser, shop.origin.https(OTHER, "/live"))
    work = shop.live(browser)
    hung = shop.keeper()
    os.kill(hung, signal.SIGSTOP)
    until(lambda: shop.keeper() not in {0, hung}, patience_s=HUNG_S)
    work.wait_until_flowing(HUNG_S)
    assert other.interruptions() == 0
    work.tab.close()
    other.tab.close()


def test_a_browser_that_finds_the_routing_of_a_crash_never_gets_in_and_restore_undoes_it(
    shop: Shop, before: str, browser: Browser
) -> None:
    shop.close()
    shop.kill_rideau()
    browser.stop()
    shop.origin.forget()
    browser.start()
    assert is_shut(shop, browser)
    shop.start_rideau()
    assert is_shut(shop, browser)
    shop.open()
    assert not browser.open_tab().go(shop.origin.https())
    shop.kill_rideau()
    restored = shop.rideau.command("restore")
    assert restored.returncode == 0, restored.stderr
    assert shop.database() == before
