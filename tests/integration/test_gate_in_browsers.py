# SPDX-License-Identifier: MIT
"""What do the real Chromium and Firefox do behind the real gate, alone? No extension, and the routing set by hand."""

import json
from collections.abc import Iterator
from types import MappingProxyType

import pytest

from rideau.adapters.pac import pac_data_url, pac_text
from rideau.domain.door import Door, Doors, Profile
from rideau.keeper.message import Orders, Sign
from stage.keeper import Keeper, Talk
from stage.live import Live, now_ms
from stage.names import DEEP, LOOK_ALIKE, OTHER, SUBDOMAIN, WORK
from stage.web import Browser, Web, until

DOORS = (Door("linkedin", "LinkedIn", (WORK,)),)
OPEN = Orders(Doors(DOORS))
CLOSED = Orders(
    Doors(DOORS, MappingProxyType({profile: frozenset({"linkedin"}) for profile in Profile})),
    until=4e9,
    signs=MappingProxyType({"linkedin": Sign("LinkedIn opens Monday at 9:00.", "It is evening.")}),
    board=MappingProxyType({"language": "en", "headline": "Closed for today."}),
)
TRANSITIONS = 20
DOH = "https://doh.test/dns-query"


class House:
    """Hold the gate's keeper and the tray's line to it."""

    def __init__(self, web: Web) -> None:
        self.keeper = Keeper(web.folder, web.environment, web.names.through)
        self.tray: Talk = self.keeper.tray(OPEN)

    def open(self) -> None:
        self.tray.order(OPEN)

    def close(self) -> float:
        at = now_ms()
        self.tray.order(CLOSED)
        return at

    def kill(self) -> None:
        self.keeper.kill()

    def rise(self, orders: Orders) -> None:
        self.keeper.path.unlink(missing_ok=True)
        self.keeper.start()
        self.tray = self.keeper.tray(orders)


@pytest.fixture(scope="module", name="web")
def fixture_web() -> Iterator[Web]:
    with Web() as web:
        yield web


@pytest.fixture(scope="module", name="house")
def fixture_house(web: Web) -> Iterator[House]:
    house = House(web)
    with house.keeper:
        url = pac_data_url(pac_text(OPEN.doors.hosts, house.keeper.port))
        web.gsettings("set", "org.gnome.system.proxy", "autoconfig-url", url)
        web.gsettings("set", "org.gnome.system.proxy", "mode", "auto")
        yield house


@pytest.fixture(scope="module", name="browser", params=["chromium", "firefox"])
def fixture_browser(request: pytest.FixtureRequest, web: Web, house: House) -> Iterator[Browser]:
    house.open()
    with web.chromium() if request.param == "chromium" else web.firefox() as browser:
        yield browser


@pytest.fixture(autouse=True)
def fixture_open(house: House) -> None:
    house.open()


@pytest.mark.parametrize("http2", [False, True], ids=["http1", "http2"])
def test_closing_cuts_an_open_tab_and_opening_lets_it_go_on(
    web: Web, house: House, browser: Browser, *, http2: bool
) -> None:
    live = Live(browser, web.origin.https(path="/live", http2=http2))
    closed_at = house.close()
    live.wait_until_cut(closed_at, 5)
    web.origin.forget()
    until(lambda: len(live.seen()["fetch"]["bad"]) >= 10)
    assert not live.slipped_through(closed_at)
    assert not web.origin.hits(WORK)
    house.open()
    live.wait_until_flowing()
    live.tab.close()


def test_every_way_to_a_closed_site_is_closed_and_open_again_with_it(web: Web, house: House, browser: Browser) -> None:
    origin, tab = web.origin, browser.open_tab()
    ways = [
        origin.https(WORK, "/some/page?query=1"),
        origin.https(WORK, http2=True),
        origin.https(SUBDOMAIN),
        origin.https(DEEP),
        origin.https(f"{WORK}."),
    ]
    house.close()
    origin.forget()
    for url in ways:
        assert tab.go(url), f"{url} was reached"
    assert not origin.hits(WORK)
    house.open()
    for url in ways:
        assert not tab.go(url), f"{url} was not reached"
        assert "This is" in tab.text()
    tab.close()


def test_a_private_window_meets_the_same_door(web: Web, house: House, browser: Browser) -> None:
    tab = browser.open_private_tab()
    assert not tab.go(web.origin.https())
    house.close()
    web.origin.forget()
    assert tab.go(web.origin.https())
    assert not web.origin.hits(WORK)
    tab.close()


def test_plain_http_gets_the_friendly_page_from_the_gate_itself(web: Web, house: House, browser: Browser) -> None:
    house.close()
    web.origin.forget()
    tab = browser.open_tab()
    tab.go(web.origin.http())
    assert "LinkedIn opens Monday at 9:00." in tab.text()
    assert not web.origin.hits(WORK)
    house.open()
    tab.go(web.origin.http())
    assert "This is linkedin.test" in tab.text()
    tab.close()


def test_another_sites_page_cannot_reach_a_closed_one_either(web: Web, house: House, browser: Browser) -> None:
    live = Live(browser, web.origin.https(OTHER, f"/live?of={web.origin.https(WORK, '')}"))
    closed_at = house.close()
    live.wait_until_cut(closed_at, 5)
    assert not live.slipped_through(closed_at)
    live.tab.close()


def test_a_look_alike_passes_and_other_sites_never_notice(web: Web, house: House, browser: Browser) -> None:
    live = Live(browser, web.origin.https(OTHER, "/live"))
    house.close()
    tab = browser.open_tab()
    for url in (web.origin.https(LOOK_ALIKE), web.origin.http(LOOK_ALIKE), web.origin.https(OTHER)):
        assert not tab.go(url), f"{url} was not reached"
    for _ in range(TRANSITIONS // 2):
        house.open()
        house.close()
    live.wait_until_flowing()
    assert live.interruptions() == 0
    live.tab.close()
    tab.close()


def test_a_killed_gate_leaves_other_sites_alone_and_work_sites_shut_until_it_is_back(
    web: Web, house: House, browser: Browser
) -> None:
    other = Live(browser, web.origin.https(OTHER, "/live"))
    work = Live(browser, web.origin.https(path="/live"))
    killed_at = now_ms()
    house.kill()
    until(lambda: "ws" in work.cuts(killed_at))
    web.origin.forget()
    tab = browser.open_tab()
    house.rise(CLOSED)
    assert tab.go(web.origin.https())
    assert not web.origin.hits(WORK)
    house.open()
    work.wait_until_flowing()
    other.wait_until_flowing()
    assert other.interruptions() == 0
    for each in (other.tab, work.tab, tab):
        each.close()


def in_a_second_profile(web: Web, name: str) -> Browser:
    """Return a browser on a profile of its own that asks a name server on the web, and no other."""
    profile = web.folder / f"{name}-second"
    if name == "firefox":
        return web.firefox(profile, network__trr__mode=3, network__trr__uri=DOH)
    profile.mkdir()
    (profile / "Local State").write_text(json.dumps({"dns_over_https": {"mode": "secure", "templates": DOH}}))
    return web.chromium(profile=profile)


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_a_browser_that_finds_no_gate_at_its_start_waits_for_it_and_never_goes_around(
    web: Web, house: House, name: str
) -> None:
    """It has a second profile, and resolves names over HTTPS: neither leads past the gate."""
    house.kill()
    web.origin.forget()
    browser = in_a_second_profile(web, name)
    browser.start()
    try:
        first = browser.open_tab()
        first.evaluate(f"(setTimeout(() => location.assign('{web.origin.https()}'), 0), true)")
        tab = browser.open_tab()
        house.rise(CLOSED)
        assert tab.go(web.origin.https())
        assert not web.origin.hits(WORK)
        house.open()
        assert not tab.go(web.origin.https())
    finally:
        browser.stop()
