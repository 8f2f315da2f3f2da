# SPDX-License-Identifier: MIT
"""Do the rules that the extension hands to the browser catch what is closed, and never what is open?

The real Chromium is asked which rule it would follow (testMatchOutcome), for sites that people write and odd ones.
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rideau.adapters.idna_names import to_ascii
from rideau.domain.door import Door, Doorkeeper, Doors, Profile, Visitor
from rideau.domain.error import UsageError
from rideau.domain.host import check_site_pattern, parse_target
from stage.chromium import Chromium, ChromiumTab
from stage.native_host import CHROMIUM_ID, EXTENSION, NativeHost
from stage.web import Web

HERE = Visitor(Profile.WORK, has_extension=True)
NETWORKS = ("one", "two")
ASK = """(async () => {
  const [{ Doorkeeper }, { holdDoors }] = await Promise.all([import("./decide.js"), import("./rule_book.js")]);
  const asked = %s;
  await holdDoors(new Doorkeeper(asked, "work"), chrome.runtime.getURL("page.html"));
  const rules = new Map((await chrome.declarativeNetRequest.getDynamicRules()).map((rule) => [rule.id, rule]));
  return Promise.all(asked.requests.map(async (request) => {
    const { matchedRules } = await chrome.declarativeNetRequest.testMatchOutcome(request);
    return matchedRules.map(({ ruleId }) => rules.get(ruleId).action.type).find((type) => type !== "allow") || "pass";
  }));
})()"""

Request = dict[str, str]


@pytest.fixture(scope="module")
def options() -> Iterator[ChromiumTab]:
    """Give a page of the extension in a real Chromium that no Rideau speaks to."""
    with Web() as web, NativeHost(web) as host:
        profile = web.folder / "chromium"
        host.install_for_chromium(profile)
        with Chromium(web, profile=profile, switches=(f"--load-extension={EXTENSION}",)) as browser:
            yield browser.open_tab(f"chrome-extension://{CHROMIUM_ID}/options.html")


def asked(options: ChromiumTab, doors: list[Door], closed: frozenset[str], requests: list[Request]) -> list[str]:
    """Return what Chromium would do with each of ``requests``: pass, block or redirect."""
    question: dict[str, Any] = {
        "doors": [door._asdict() for door in doors],
        "closed": {"work": sorted(closed)},
        "requests": requests,
    }
    answer: list[str] = options.evaluate(ASK % json.dumps(question))
    return answer


def page(url: str) -> Request:
    return {"url": url, "type": "main_frame"}


def part(url: str, kind: str = "xmlhttprequest", of: str = "https://other.test") -> Request:
    return {"url": url, "type": kind, "initiator": of}


FACEBOOK = Door("facebook", "Facebook", ("facebook.com", "fb.me"), ("business.facebook.com",))
LINKEDIN = Door("linkedin", "LinkedIn", ("linkedin.com",), ("linkedin.com/company/*/inbox",))
FEED = Door("feed", "The feed", ("x.com/feed",))
DOORS = [FACEBOOK, LINKEDIN, FEED]
CLOSED = frozenset({"facebook", "linkedin", "feed"})


@pytest.mark.parametrize(
    ("request_", "outcome"),
    [
        (page("https://facebook.com/"), "redirect"),
        (page("http://www.facebook.com:8080/x?y=z"), "redirect"),
        (page("https://facebook.com./"), "redirect"),
        (page("https://a.b.c.fb.me/"), "redirect"),
        (page("https://notfacebook.com/"), "pass"),
        (page("https://facebook.com.evil.example/"), "pass"),
        (page("https://business.facebook.com/latest"), "pass"),
        (page("https://m.business.facebook.com/"), "pass"),
        (part("https://facebook.com/tr"), "block"),
        (part("wss://edge.facebook.com/chat", "websocket"), "block"),
        (part("https://business.facebook.com/tr"), "pass"),
        (page("https://linkedin.com/feed"), "redirect"),
        (page("https://www.linkedin.com/company/city/inbox"), "pass"),
        (page("https://www.linkedin.com/company/city/inbox/thread?id=1"), "pass"),
        (page("https://www.linkedin.com/company/city/inb%6Fx"), "pass"),
        (page("https://www.linkedin.com/company/city/inboxes"), "redirect"),
        (page("https://www.linkedin.com/feed?then=/company/city/inbox"), "redirect"),
        (part("https://www.linkedin.com/api", of="https://www.linkedin.com"), "pass"),
        (part("https://www.linkedin.com/embed", "sub_frame"), "block"),
        (part("https://www.linkedin.com/embed", "sub_frame", "https://www.linkedin.com"), "pass"),
        (page("https://x.com/feed/home"), "redirect"),
        (page("https://x.com/%66eed"), "redirect"),
        (page("https://x.com/Feed"), "pass"),
        (page("https://x.com/feeds"), "pass"),
        (page("https://x.com/"), "pass"),
        (part("https://x.com/feed/embed", "sub_frame"), "block"),
        (part("https://x.com/home", "sub_frame"), "pass"),
    ],
)
def test_what_people_close_is_closed(options: ChromiumTab, request_: Request, outcome: str) -> None:
    assert asked(options, DOORS, CLOSED, [request_]) == [outcome]


def test_when_everything_is_open_no_rule_is_left(options: ChromiumTab) -> None:
    assert asked(options, DOORS, frozenset(), [page("https://facebook.com/")]) == ["pass"]
    assert options.evaluate("chrome.declarativeNetRequest.getDynamicRules().then((rules) => rules.length)") == 0


def test_hundreds_of_paths_and_a_hundred_thousand_hosts_fit(options: ChromiumTab) -> None:
    """Browsers take a thousand rules with paths; hosts are lists in one rule."""
    paths = Door("paths", "Paths", tuple(f"paths.test/team/{number}" for number in range(300)))
    hosts = Door("hosts", "Hosts", tuple(f"h{number}.example" for number in range(20_000)))
    requests = [page("https://paths.test/team/299"), page("https://paths.test/x"), page("https://h19999.example/")]
    assert asked(options, [paths, hosts], frozenset({"paths", "hosts"}), requests) == ["redirect", "pass", "redirect"]


def test_long_paths_are_within_what_the_browser_takes(options: ChromiumTab) -> None:
    path = "/some/rather/long/path/to/a/team/board/with/a/name/*/and/more"
    door = Door("long", "Long", (f"long.test{path}",))
    there = page("https://long.test" + path.replace("*", "it"))
    assert asked(options, [door], frozenset({"long"}), [there]) == ["redirect"]


HOSTS = st.sampled_from(["a.test", "b.a.test", "c.b.a.test", "x.test"])
PATTERNS = st.builds(lambda host, path: host + path, HOSTS, st.just("") | st.text("ab/*", max_size=5).map("/{}".format))
DOOR_LISTS = st.lists(
    st.tuples(st.sampled_from(NETWORKS), st.lists(PATTERNS, max_size=3), st.lists(PATTERNS, max_size=2)),
    min_size=1,
    max_size=2,
)
URLS = st.builds("https://{}/{}".format, HOSTS | st.just("d.c.b.a.test"), st.text("ab/?", max_size=6))


def _valid(patterns: list[str]) -> tuple[str, ...]:
    found = []
    for pattern in patterns:
        try:
            found.append(check_site_pattern(pattern, to_ascii))
        except UsageError:
            continue
    return tuple(found)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(doors=DOOR_LISTS, closed=st.frozensets(st.sampled_from(NETWORKS)), urls=st.lists(URLS, min_size=4, max_size=12))
def test_rules_say_what_the_domain_says(
    options: ChromiumTab,
    doors: list[tuple[str, list[str], list[str]]],
    closed: frozenset[str],
    urls: list[str],
) -> None:
    """Whatever is written, a page is caught exactly if the domain closes it; so few paths are not left to the tabs."""
    made = [Door(network, network, _valid(sites), _valid(exceptions)) for network, sites, exceptions in doors]
    keeper = Doorkeeper(Doors(tuple(made), {Profile.WORK: closed}))
    found = asked(options, made, closed, [page(url) for url in urls])
    for url, outcome in zip(urls, found, strict=True):
        is_closed = keeper.closed_page_by(parse_target(url, to_ascii), HERE) is not None
        assert (outcome == "redirect") is is_closed, (made, sorted(closed), url)
