# SPDX-License-Identifier: MIT
"""Does the whole product close sites in the real Chromium and Firefox, kindly, and give every tab back as it was?"""

from collections.abc import Iterator

import pytest

from stage.live import Live
from stage.names import DEEP, LOOK_ALIKE, MIXED, OTHER, PARTS, SUBDOMAIN, WORK
from stage.shop import Shop, is_friendly
from stage.web import Browser, until

TRANSITIONS = 20
LOST_PAGE = "/deep/page?a=1&b=%C3%A9#here"


@pytest.fixture(scope="module", name="shop")
def fixture_shop() -> Iterator[Shop]:
    with Shop() as shop:
        shop.start_rideau()
        done = shop.rideau.command("browsers", "install")
        assert done.returncode == 0, done.stderr
        yield shop
        assert "Traceback" not in shop.rideau.log()


@pytest.fixture(scope="module", name="browser", params=["chromium", "firefox"])
def fixture_browser(request: pytest.FixtureRequest, shop: Shop) -> Iterator[Browser]:
    with shop.browser(request.param) as browser:
        shop.wait_until_met(browser)
        yield browser


@pytest.fixture(autouse=True)
def fixture_open(shop: Shop) -> None:
    shop.open()


@pytest.mark.parametrize("http2", [False, True], ids=["http1", "http2"])
def test_an_open_tab_becomes_the_friendly_page_and_then_itself_again(
    shop: Shop, browser: Browser, *, http2: bool
) -> None:
    live = Live(browser, shop.origin.https(path="/live?a=1&b=%20c#there", http2=http2))
    other = Live(browser, shop.origin.https(OTHER, "/live"))
    shop.close()
    until(lambda: is_friendly(live.tab))
    until(lambda: "Guild" in live.tab.text())
    shop.origin.forget()
    other.wait_until_flowing()
    assert not shop.origin.hits(WORK)
    shop.open()
    until(lambda: live.tab.url() == live.url)
    live.wait_until_flowing()
    assert other.interruptions() == 0
    live.tab.close()
    other.tab.close()


def test_whatever_leads_to_a_closed_site_leads_to_the_friendly_page_and_later_on_to_where_it_led(
    shop: Shop, browser: Browser
) -> None:
    origin = shop.origin
    ways = [
        origin.https(WORK, LOST_PAGE),
        origin.https(SUBDOMAIN),
        origin.https(DEEP, LOST_PAGE),
        origin.http(WORK, LOST_PAGE),
        origin.https(f"{WORK}."),
    ]
    shop.close()
    origin.forget()
    tabs = {url: browser.open_tab() for url in ways}
    for url, tab in tabs.items():
        tab.go(url)
        until(lambda tab=tab: is_friendly(tab), f"{url}: {tab.url()}")  # type: ignore[misc]  # a default binds it
    assert not origin.hits(WORK)
    shop.open()
    for url, tab in tabs.items():
        until(lambda tab=tab, url=url: tab.url() == url, f"{url}: {tab.url()}")  # type: ignore[misc]  # as above
        until(lambda tab=tab: "This is" in tab.text())  # type: ignore[misc]  # as above
        tab.close()


def test_a_page_that_its_service_worker_keeps_is_closed_too(shop: Shop, browser: Browser) -> None:
    url = shop.origin.https(path="/shell?kept=1")
    tab = browser.open_tab(url)
    assert tab.evaluate("window.kept")
    tab.go(url)
    assert "A shell" in tab.text()
    shop.close()
    until(lambda: is_friendly(tab))
    second = browser.open_tab()
    second.go(url)
    until(lambda: is_friendly(second))
    shop.open()
    for each in (tab, second):
        until(lambda each=each: each.url() == url and "A shell" in each.text())  # type: ignore[misc]  # a default binds it
        each.close()


def test_nothing_else_is_interrupted_by_twenty_transitions(shop: Shop, browser: Browser) -> None:
    live = Live(browser, shop.origin.https(OTHER, "/live"))
    alike = Live(browser, shop.origin.https(LOOK_ALIKE, "/live", http2=True))
    before = shop.database()
    for _ in range(TRANSITIONS // 2):
        shop.close()
        shop.open()
    assert shop.database() == before
    for each in (live, alike):
        each.wait_until_flowing()
        assert each.interruptions() == 0
        each.tab.close()


def test_of_a_site_that_is_closed_in_part_the_rest_stays_open(shop: Shop, browser: Browser) -> None:
    tab = browser.open_tab(shop.origin.https())
    shop.close()
    until(lambda: is_friendly(tab))
    shop.origin.forget()
    tab.go(shop.origin.https(PARTS, "/feed/today"))
    until(lambda: is_friendly(tab))
    assert not shop.origin.hits(PARTS, "/feed/today")
    until(lambda: not tab.go(shop.origin.https(PARTS, "/company/inbox")))  # the page before may still be arriving
    until(lambda: "This is" in tab.text())
    tab.close()


def test_a_site_of_both_sides_is_open_where_no_profile_says_otherwise(shop: Shop, browser: Browser) -> None:
    shop.close()
    tab = browser.open_tab()
    assert not tab.go(shop.origin.https(MIXED))
    assert "This is" in tab.text()
    tab.close()


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_in_the_browser_for_work_a_site_of_both_sides_closes(shop: Shop, name: str) -> None:
    id_ = id_of(shop, name)
    del shop.rideau.environment["DISPLAY"]  # it makes the profile, and has no screen to start a browser on
    try:
        shop.rideau.command("browse", "work", "--browser", id_)
    finally:
        shop.rideau.environment["DISPLAY"] = shop.environment["DISPLAY"]
    (profile,) = (shop.data / "rideau/browsers").glob(f"{id_}-work")
    with shop.browser(name, profile=profile) as browser:
        shop.wait_until_met(browser)
        tab = browser.open_tab(shop.origin.https(MIXED, LOST_PAGE))
        shop.close()
        until(lambda: is_friendly(tab) and "Market square" in tab.text())
        shop.open()
        until(lambda: tab.url() == shop.origin.https(MIXED, LOST_PAGE))


def id_of(shop: Shop, name: str) -> str:
    """Return how Rideau calls the Chromium or Firefox that is installed here: ``firefox-esr``, say."""
    found = (each["id"] for each in shop.rideau.document("browsers")["browsers"])
    return str(next(each for each in found if each.startswith(name)))


def test_the_friendly_page_has_a_key_that_opens(shop: Shop, browser: Browser) -> None:
    """At the firm lock level: a reason, ten minutes, and the tab is back."""
    url = shop.origin.https(path=LOST_PAGE)
    shop.close()
    tab = browser.open_tab()
    tab.go(url)
    until(lambda: is_friendly(tab) and "10 minutes" in tab.text())
    tab.evaluate("(document.querySelector('#keys button').click(), true)")
    tab.evaluate("(document.querySelector('#reason').value = 'The mayor asked', true)")
    tab.evaluate("(document.querySelector('#ask').click(), true)")
    until(lambda: tab.url() == url and "This is" in tab.text())
    assert shop.rideau.document("status")["phase"] == "work"
    assert "The mayor asked" in shop.rideau.command("log").stdout
    tab.close()


def test_a_closed_tab_is_itself_again_once_rideau_has_quit(shop: Shop, browser: Browser) -> None:
    url = shop.origin.https(path=LOST_PAGE)
    shop.close()
    tab = browser.open_tab()
    tab.go(url)
    until(lambda: is_friendly(tab))
    assert shop.rideau.command("quit").returncode == 0
    until(lambda: tab.url() == url and "This is" in tab.text())
    shop.start_rideau()
    until(lambda: is_friendly(tab))
    tab.close()
