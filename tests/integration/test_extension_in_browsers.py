# SPDX-License-Identifier: MIT
"""Does the extension put the closed shop in a site's place, and the site back, in the real Chromium and Firefox?"""

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from stage.chromium import Chromium
from stage.extension import pack
from stage.firefox import Firefox
from stage.names import DEEP, LOOK_ALIKE, MIXED, OTHER, SUBDOMAIN, WORK
from stage.native_host import CHROMIUM_ID, Message, NativeHost
from stage.web import Browser, Tab, Web, until

FOREVER = 4e9
DOORS = [
    {"network": "linkedin", "name": "LinkedIn", "sites": [WORK], "exceptions": []},
    {
        "network": "mixed",
        "name": "<b>Mixed</b> & Co",
        "sites": [MIXED],
        "exceptions": [f"{MIXED}/company/*/inbox"],
    },
]
BOARD = {
    "language": "en",
    "phase": "quiet",
    "phase_name": "Closed",
    "opening": "Monday at 9:00",
    "headline": "Closed for today. See you Monday at 9:00.",
    "tip": "A glass of water, now?",
    "keys": [{"minutes": 10, "label": "Open for 10 minutes"}],
    "no_key": "",
}
SIGN = {"title": "LinkedIn opens Monday at 9:00. Your hours, your rule.", "why": "Your hours ended at 18:00."}
PAGE = "/page.html#"


def state(*closed: str, until: float | None = FOREVER, board: Mapping[str, Any] = BOARD, **more: Any) -> Message:
    """Return what Rideau says while ``closed`` networks are closed in any browser but a private-life one."""
    return {
        "type": "state",
        "version": 1,
        "profile": "none",
        "doors": DOORS,
        "closed": {"none": list(closed), "work": list(closed), "personal": []},
        "until": until,
        "signs": {"linkedin": SIGN},
        "board": board,
        **more,
    }


class Street(NamedTuple):
    """Hold a browser with the extension in it, web sites, and Rideau's place, taken by the test."""

    web: Web
    browser: Browser
    host: NativeHost
    tabs: list[Tab]
    """Those that the test opened."""

    def url(self, path: str = "/", name: str = WORK) -> str:
        """Return the address of a page."""
        return self.web.origin.https(name, path)

    def say(self, message: Message) -> None:
        """Say ``message`` in Rideau's place."""
        self.host.greet_with(message)

    def open(self, path: str = "/", name: str = WORK) -> Tab:
        """Open a tab there, whatever is shown instead."""
        return self.go(self.url(path, name))

    def go(self, url: str) -> Tab:
        """Open a tab at ``url``, whatever is shown instead."""
        tab = self.browser.open_tab()
        self.tabs.append(tab)
        tab.go(url)
        return tab

    def shut(self, network: str, name: str) -> None:
        """Close ``network``, and wait until it is: a tab that came earlier is swept away, and nobody wanted in."""
        witness = self.open("/witness", name)
        until(lambda: shows(witness, self.url("/witness", name)))
        self.say(state(network))
        until(lambda: is_closed(witness, self.url("/witness", name)))
        self.tabs.remove(witness)
        witness.close()

    def attempts(self) -> list[str]:
        """Return the networks that somebody wanted into so far."""
        return [str(message["network"]) for message in self.host.heard("attempt")]


def is_closed(tab: Tab, url: str) -> bool:
    """Tell whether ``tab`` shows the page that stands in for ``url``."""
    return tab.url().endswith(PAGE + url)


def shows(tab: Tab, url: str) -> bool:
    """Tell whether ``tab`` shows ``url`` itself."""
    return tab.url() == url


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    """Give each browser, started once."""
    *_, for_chromium, for_firefox = pack(tmp_path_factory.mktemp("extension"))
    with Web() as web, NativeHost(web) as host:
        host.greet_with(state())
        host.install_for_firefox()
        host.install_for_chromium(web.folder / "chromium")
        if request.param == "chromium":
            browser: Chromium | Firefox = web.chromium(f"--load-extension={for_chromium}")
        else:
            browser = web.firefox()
        with browser:
            if isinstance(browser, Firefox):
                browser.install(for_firefox)
            else:
                _allow_in_private_windows(browser, host)
            yield Street(web, browser, host, [])


def _allow_in_private_windows(browser: Chromium, host: NativeHost) -> None:
    """Switch it on as a person does; outside developer mode, Chromium would not load it again after that."""
    settings = browser.open_tab("chrome://extensions/")
    first = host.conversation()
    settings.evaluate("chrome.developerPrivate.updateProfileConfiguration({inDeveloperMode: true})")
    change = json.dumps({"extensionId": CHROMIUM_ID, "incognitoAccess": True})
    settings.evaluate(f"chrome.developerPrivate.updateExtensionConfiguration({change})")
    until(lambda: first.is_over, "it was not loaded again")
    until(lambda: not settings.go("chrome://version/") and host.conversations, "a page does not wake it")


@pytest.fixture
def street(place: Street) -> Iterator[Street]:
    """Give a browser with everything open, and leave it so."""
    until(lambda: place.host.conversations, "the extension never came")
    place.say(state())
    yield place
    place.say(state())
    for tab in place.tabs:
        tab.close()
    place.tabs.clear()


def test_an_open_tab_becomes_the_page_and_then_again_what_it_was(street: Street) -> None:
    """Query and fragment included; another site's tab is left alone."""
    url = street.url("/live?a=1&b=%27x%27&c=a+b#part-2")
    tab, other = street.open("/live?a=1&b=%27x%27&c=a+b#part-2"), street.open("/", OTHER)
    street.say(state("linkedin"))
    until(lambda: is_closed(tab, url), "the page never came")
    assert shows(other, street.url("/", OTHER))
    street.say(state())
    until(lambda: shows(tab, url), "the site never came back")


def test_the_page_comes_and_goes_at_once(street: Street) -> None:
    """Within 750 ms of the closing and 1,200 ms of the opening; the median of five, on a busy machine."""
    tab, url = street.open("/live"), street.url("/live")
    down, up = [], []
    for _ in range(5):
        down.append(_took(street, state("linkedin"), lambda: is_closed(tab, url)))
        up.append(_took(street, state(), lambda: shows(tab, url)))
    assert sorted(down)[2] <= 0.75, down
    assert sorted(up)[2] <= 1.2, up


def _took(street: Street, message: Message, happened: Any) -> float:
    began = time.monotonic()
    street.say(message)
    until(happened)
    return time.monotonic() - began


def test_every_way_in_is_closed_and_nothing_else(street: Street) -> None:
    street.say(state("linkedin", "mixed"))
    first = street.open()
    until(lambda: is_closed(first, street.url()))
    web = street.web.origin
    for url in (
        web.https(SUBDOMAIN, "/in/someone?x=y"),
        web.https(DEEP, "/"),
        web.http(WORK, "/plain"),
        web.https(f"{WORK}.", "/dot"),
        web.https(MIXED, "/feed"),
        web.https(MIXED, "/company/city/inboxes"),
    ):
        tab = street.go(url)
        until(lambda tab=tab, url=url: is_closed(tab, url), url)  # type: ignore[misc]
    for url in (
        web.https(LOOK_ALIKE, "/"),
        web.https(OTHER, "/"),
        web.https(MIXED, "/company/city/inbox/thread?id=1"),
    ):
        assert shows(street.go(url), url)


def test_a_page_that_its_service_worker_keeps_is_closed_too(street: Street) -> None:
    tab, url = street.open("/shell"), street.url("/shell")
    until(lambda: tab.evaluate("window.kept"))
    tab.reload()
    until(lambda: tab.evaluate("navigator.serviceWorker.controller !== null"))
    street.say(state("linkedin"))
    until(lambda: is_closed(tab, url), "the open one")
    again = street.open("/shell?again")
    until(lambda: is_closed(again, street.url("/shell?again")), "a new one")


def test_stepping_inside_one_page_from_an_open_path_to_a_closed_one_is_seen(street: Street) -> None:
    """No request tells of it: the site only changes its own address."""
    street.shut("mixed", MIXED)
    tab = street.open("/company/city/inbox", MIXED)
    until(lambda: shows(tab, street.url("/company/city/inbox", MIXED)))
    before = len(street.attempts())
    tab.evaluate("(history.pushState(null, '', '/feed?x=1'), true)")
    until(lambda: is_closed(tab, street.url("/feed?x=1", MIXED)))
    until(lambda: len(street.attempts()) > before)
    assert street.attempts()[before:] == ["mixed"]


def test_other_sites_reach_a_closed_one_by_no_request(street: Street) -> None:
    tab = street.open("/", OTHER)
    street.say(state("linkedin"))
    there = street.open()
    until(lambda: is_closed(there, street.url()))
    fetched = f"fetch('{street.url('/ping')}', {{mode: 'no-cors'}}).then(() => 'reached', () => 'cut')"
    socket = street.url("/ws").replace("https", "wss")
    opened = (
        f"new Promise((end) => {{ const s = new WebSocket('{socket}'); "
        "s.onopen = () => end('reached'); s.onerror = () => end('cut'); })"
    )
    assert tab.evaluate(fetched) == "cut"
    assert tab.evaluate(opened) == "cut"


def test_private_windows_are_closed_too(street: Street) -> None:
    tab = street.browser.open_private_tab()
    tab.go(street.url("/private"))
    until(lambda: shows(tab, street.url("/private")))
    street.say(state("linkedin"))
    until(lambda: is_closed(tab, street.url("/private")))
    street.say(state())
    until(lambda: shows(tab, street.url("/private")))
    tab.close()


def test_wanting_in_is_told_once_and_a_closing_is_not_told(street: Street) -> None:
    tab = street.open("/live?`tick")
    before = len(street.attempts())
    street.say(state("linkedin"))
    until(lambda: PAGE in tab.url())
    other = street.open("/in")
    until(lambda: is_closed(other, street.url("/in")))
    until(lambda: len(street.attempts()) > before)
    third = street.open("/feed", MIXED)
    until(lambda: shows(third, street.url("/feed", MIXED)))
    assert street.attempts()[before:] == ["linkedin"]


def test_the_page_says_who_why_and_when_in_rideaus_language(street: Street) -> None:
    french: dict[str, Any] = {
        **BOARD,
        "language": "fr",
        "keys": [],
        "no_key": "Verrouillé jusqu'à l'ouverture.",
        "tip": "Un verre d'eau\u202f?",
    }
    sign = {"title": "LinkedIn ouvre lundi à 9\u202fh.", "why": "Votre journée s'est terminée."}
    street.say(state("linkedin", board=french, signs={"linkedin": sign}))
    tab = street.open("/")
    said = [sign["title"], sign["why"], french["tip"], french["no_key"], "Laisser fermé", "redeviendra LinkedIn"]
    until(lambda: all(part in tab.text() for part in said), tab.text())
    assert tab.evaluate("document.documentElement.lang") == "fr"
    street.say(state("linkedin"))
    until(lambda: SIGN["title"] in tab.text(), "it changes while one looks")
    assert tab.evaluate("document.documentElement.lang") == "en"


def test_names_and_addresses_are_shown_and_never_run(street: Street) -> None:
    street.say(state("mixed"))
    tab = street.open("/?<img src=x onerror=alert(1)>", MIXED)
    until(lambda: "<b>Mixed</b> & Co is closed for now." in tab.text(), tab.text())
    assert tab.evaluate("document.querySelectorAll('img, b').length") == 0


def test_an_address_that_is_no_site_leads_nowhere(street: Street) -> None:
    """A web page may lead to ours, but ours leads to web sites only."""
    street.say(state("linkedin"))
    tab = street.open("/")
    until(lambda: SIGN["title"] in tab.text())
    base = tab.url().partition("#")[0]
    for nonsense in ("javascript:document.title='run'", "file:///etc/passwd", ""):
        tab.go(f"{base}?{len(nonsense)}#{nonsense}")
        until(lambda: "Nothing is closed here" in tab.text(), tab.text())


def test_the_key_needs_a_reason_and_gives_the_tab_back(street: Street) -> None:
    street.say(state("linkedin"))
    tab = street.open("/in")
    until(lambda: tab.evaluate("document.querySelectorAll('#keys button').length"))
    conversation = street.host.conversation()
    answers = iter([{"ok": False, "said": "Three keys today. The next one tomorrow."}, {"ok": True, "said": "Open."}])
    conversation.answer = lambda message: (
        {"type": "answer", "id": message["id"], **next(answers)} if message["type"] == "open" else None
    )
    tab.evaluate("(document.querySelector('#keys button').click(), document.querySelector('#ask').click())")
    until(lambda: "Write a word or two first." in tab.text())
    ask = "(document.querySelector('#reason').value = 'The mayor called', document.querySelector('#ask').click())"
    tab.evaluate(ask)
    until(lambda: "Three keys today." in tab.text())
    tab.evaluate(ask)
    until(lambda: "Open." in tab.text())
    first, second = (message for message in conversation.heard if message["type"] == "open")
    assert (first["minutes"], first["reason"]) == (10, "The mayor called")
    assert first["id"] != second["id"]
    street.say(state())
    until(lambda: shows(tab, street.url("/in")))


def test_a_key_that_costs_a_wait_is_counted_down_and_leaving_it_asks_nothing_more(street: Street) -> None:
    street.say(state("linkedin"))
    tab = street.open("/in")
    until(lambda: tab.evaluate("document.querySelectorAll('#keys button').length"))
    conversation = street.host.conversation()
    wait_s = 60

    def answer(message: dict[str, Any]) -> dict[str, Any] | None:
        if message["type"] != "open":
            return None
        said = {"said": "Open."} if "key" in message else {"said": "Patience.", "key": "a-1", "wait": wait_s}
        return {"type": "answer", "id": message["id"], "ok": True, **said}

    conversation.answer = answer
    tab.evaluate("document.querySelector('#keys button').click()")
    ask = "(document.querySelector('#reason').value = 'The mayor called', document.querySelector('#ask').click())"
    tab.evaluate(ask)
    until(lambda: "Leaving it closed costs nothing." in tab.text(), tab.text())
    assert "Opens in" in tab.evaluate("document.querySelector('#ask').textContent")
    tab.evaluate("document.querySelector('#never-mind').click()")
    wait_s = 1
    tab.evaluate("document.querySelector('#keys button').click()")
    tab.evaluate(ask)
    until(lambda: "Open." in tab.text(), tab.text())
    keys = [message.get("key") for message in conversation.heard if message["type"] == "open"]
    assert keys[-3:] == [None, None, "a-1"]
    street.say(state())
    until(lambda: shows(tab, street.url("/in")))


def test_the_profile_corrected_in_the_options_counts(street: Street) -> None:
    street.say(state("linkedin"))
    tab = street.open("/in")
    until(lambda: is_closed(tab, street.url("/in")))
    options = street.open("/again")
    until(lambda: is_closed(options, street.url("/again")))
    options.evaluate("document.querySelector('#settings').click()")
    until(lambda: "Rideau in this browser" in options.text())
    until(lambda: "Rideau on this computer answers." in options.text())
    options.evaluate("document.querySelector('input[value=personal]').click()")
    until(lambda: shows(tab, street.url("/in")), "it is open in private life")
    until(lambda: any(message["profile"] == "personal" for message in street.host.heard("profile")))
    options.evaluate("document.querySelector('input[value=\"\"]').click()")
    until(lambda: any(message["profile"] == "" for message in street.host.heard("profile")))


def test_a_profile_corrected_while_rideau_speaks_stays_corrected(street: Street) -> None:
    street.say(state("linkedin"))
    options = street.open("/in")
    until(lambda: is_closed(options, street.url("/in")))
    options.evaluate("document.querySelector('#settings').click()")
    until(lambda: "Rideau on this computer answers." in options.text())
    last: dict[str, Any] = {**BOARD, "phase_name": "The last word"}
    for number in range(20):
        street.say(state(*["linkedin"] * (number % 2)))
    options.evaluate("document.querySelector('input[value=personal]').click()")
    street.say(state("linkedin", board=last))
    until(lambda: "The last word" in options.text())
    until(lambda: any(message["profile"] == "personal" for message in street.host.heard("profile")))
    kept = "chrome.storage.local.get('profile').then((kept) => kept.profile)"
    assert options.evaluate(kept) == "personal"
    options.evaluate("document.querySelector('input[value=\"\"]').click()")
    until(lambda: options.evaluate(kept) == "")


def test_a_shop_that_closes_again_while_its_shutter_lifts_stays_where_it_is(street: Street) -> None:
    street.shut("linkedin", WORK)
    earlier = len(street.attempts())
    tab = street.open("/in")
    until(lambda: SIGN["title"] in tab.text())
    until(lambda: len(street.attempts()) > earlier, "the way in was not told")
    before = street.attempts()
    shutter = "document.querySelector('.shop').dataset.shutter"
    tab.evaluate("(window.isTheSame = true)")
    street.say(state())
    until(lambda: tab.evaluate(shutter) == "lifting")
    street.say(state("linkedin"))
    until(lambda: tab.evaluate(shutter) == "down")
    tab.evaluate("new Promise((resolve) => setTimeout(resolve, 600))")  # longer than it takes to lift
    assert tab.evaluate("window.isTheSame")
    assert street.attempts() == before
    street.say(state())
    until(lambda: shows(tab, street.url("/in")))


def test_a_key_that_nobody_answers_can_be_turned_again(street: Street) -> None:
    street.say(state("linkedin"))
    tab = street.open("/in")
    until(lambda: tab.evaluate("document.querySelectorAll('#keys button').length"))
    tab.evaluate("(chrome.runtime.sendMessage = () => Promise.reject(new Error('nobody')), 1)")
    tab.evaluate("document.querySelector('#keys button').click()")
    tab.evaluate(
        "(document.querySelector('#reason').value = 'The mayor called', document.querySelector('#ask').click())"
    )
    until(lambda: "Rideau did not answer." in tab.text())
    assert not tab.evaluate("document.querySelector('#ask').disabled")


def test_the_page_fits_a_narrow_window_and_its_controls_come_in_order(street: Street) -> None:
    street.say(state("linkedin"))
    tab = street.open("/" + "a-very-long-address-without-a-break" * 20)
    until(lambda: SIGN["title"] in tab.text())
    tab.evaluate("(document.body.style.width = '320px')")
    assert tab.evaluate("document.body.scrollWidth") <= 320
    assert tab.evaluate("document.querySelectorAll('main, h1').length") == 2
    shown = "[...document.querySelectorAll('button, a, input')].filter((each) => each.offsetParent)"
    assert [each for each in tab.evaluate(f"{shown}.map((each) => each.id || each.className)") if each != "back"] == [
        "leave",
        "quiet",
        "settings",
    ]


def test_without_rideau_the_last_word_holds_until_its_end_and_no_longer(street: Street) -> None:
    """Nothing stays closed for ever because Rideau was deleted; and Rideau is found again when it is back."""
    tab, url = street.open("/in"), street.url("/in")
    end = time.time() + 6
    street.say(state("linkedin", until=end))
    until(lambda: is_closed(tab, url))
    street.host.close()
    until(lambda: "Rideau isn't answering." in tab.text())
    assert is_closed(tab, url)
    until(lambda: shows(tab, url), "it stayed closed")
    assert end <= time.time() < end + 3
    street.host.open()
    street.say(state("linkedin"))
    until(lambda: is_closed(tab, url), "Rideau was not found again", patience_s=60)


def test_a_rideau_that_was_taken_away_leaves_nothing_closed(street: Street) -> None:
    tab, url = street.open("/in"), street.url("/in")
    street.say(state("linkedin"))
    until(lambda: is_closed(tab, url))
    street.host.take_away()
    street.host.close()
    until(lambda: shows(tab, url), "it stayed closed", patience_s=60)
    street.host.put_back()
    street.host.open()
    until(lambda: is_closed(tab, url), "Rideau was not found again", patience_s=60)


def test_an_extension_that_the_browser_ended_is_there_again_when_the_phase_ends(tmp_path: Path) -> None:
    """Nobody need touch a tab for it; Chromium ends service workers when it likes."""
    *_, unpacked, _ = pack(tmp_path)
    with Web() as web, NativeHost(web) as host:
        host.install_for_chromium(web.folder / "chromium")
        with web.chromium(f"--load-extension={unpacked}") as browser:
            tab, url = browser.open_tab(), web.origin.https(path="/live")
            tab.go(url)
            first = host.conversation()
            options = browser.open_tab(f"chrome-extension://{CHROMIUM_ID}/options.html")
            host.greet_with(state(until=time.time() + 6))
            until(lambda: options.evaluate("chrome.alarms.get('boundary').then(Boolean)"), "it sleeps on")
            tab.ask("ServiceWorker.enable")
            tab.ask("ServiceWorker.stopAllWorkers")
            until(lambda: first.is_over, "the service worker lives on")
            assert shows(tab, url)
            host.greet_with(state("linkedin"))
            until(lambda: is_closed(tab, url), "nobody woke it", patience_s=60)


@pytest.mark.parametrize("name", ["chromium", "firefox"])
def test_a_browser_that_starts_while_closed_shows_the_page(name: str, tmp_path: Path) -> None:
    """The rules are the browser's own: they hold though nobody says anything, and the page knows its way back."""
    _, xpi, unpacked, _ = pack(tmp_path)
    with Web() as web, NativeHost(web) as host:
        host.greet_with(state("linkedin"))
        host.install_for_firefox()
        host.install_for_chromium(web.folder / "chromium")
        firefox, chromium = (
            web.firefox(xpinstall__signatures__required=False),
            web.chromium(f"--load-extension={unpacked}"),
        )
        with firefox if name == "firefox" else chromium as browser:
            if isinstance(browser, Firefox):
                browser.wire.ask("Addon:Install", {"path": str(xpi), "temporary": False})
            first = browser.open_tab()
            first.go(web.origin.https())
            until(lambda: is_closed(first, web.origin.https()))
            host.close()
            browser.stop()
            url = web.origin.https(path="/boot?a=1#b")
            browser.start(url)
            tab = until(lambda: browser.tab_at(lambda address: address.endswith(PAGE + url)))
            host.open()
            host.greet_with(state())
            until(lambda: shows(tab, url), tab.url, patience_s=60)


BREATH = {
    "seconds": 3,
    "leave": "Leave it closed",
    "go_in": "Go in for 10 minutes",
    "urgent": "It's urgent",
    "what_for": "What for? You may leave it empty.",
}
PAUSED = {"breath": {"none": ["linkedin"]}, "board": {**BOARD, "breath": BREATH}}
OPEN_BUTTON = "!document.querySelector('#go-in').disabled"


def test_a_breath_has_the_way_out_first_and_then_lets_in(street: Street) -> None:
    street.say(state("linkedin", **PAUSED))
    tab = street.open("/in")
    until(lambda: BREATH["go_in"] in tab.text(), tab.text())
    assert tab.evaluate("document.activeElement.id") == "leave"
    assert not tab.evaluate("document.querySelectorAll('#keys button').length")
    assert "One moment" in tab.text(), "nothing is closed"
    assert "Closed" not in tab.text()
    conversation = street.host.conversation()
    conversation.answer = lambda message: (
        {"type": "answer", "id": message["id"], "ok": True, "said": ""} if message["type"] == "enter" else None
    )
    until(lambda: tab.evaluate(OPEN_BUTTON), "the breath never ends")
    tab.evaluate("(document.querySelector('#wish').value = 'one reply', document.querySelector('#go-in').click())")
    until(lambda: street.host.heard("enter"))
    said = street.host.heard("enter")[-1]
    assert (said["network"], said["reason"]) == ("linkedin", "one reply")
    street.say(state())
    until(lambda: shows(tab, street.url("/in")))


def test_what_is_urgent_waits_for_no_breath(street: Street) -> None:
    street.say(state("linkedin", **PAUSED))
    tab = street.open("/in")
    until(lambda: BREATH["urgent"] in tab.text(), tab.text())
    before = len(street.host.heard("enter"))
    tab.evaluate("(document.querySelector('#urgent').click(), true)")
    until(lambda: len(street.host.heard("enter")) > before)


def test_only_networks_with_an_allowance_are_told_of_while_they_are_looked_at(street: Street) -> None:
    street.say(state(limited={"none": ["linkedin"], "work": [], "personal": []}))
    counted, other = street.url("/counted"), street.url("/", OTHER)
    tab = street.go(counted)
    until(lambda: shows(tab, counted))

    def looked() -> list[str]:
        return [str(message["network"]) for message in street.host.heard("looking")]

    if isinstance(street.browser, Chromium):  # without a head Firefox's window never has the keyboard
        until(lambda: looked() == ["linkedin"], str(looked()))
        tab.go(other)
        until(lambda: looked() == ["linkedin", ""], str(looked()))
    assert set(looked()) <= {"linkedin", ""}
