# SPDX-License-Identifier: MIT
"""Does the extension decide as Rideau does? Its module runs in a JavaScript engine, beside rideau.domain."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QJSEngine, QJSValue

from rideau.adapters.idna_names import to_ascii
from rideau.domain.door import Door, Doorkeeper, Doors, Profile, Visitor
from rideau.domain.error import UsageError
from rideau.domain.host import Address, check_site_pattern, parse_target
from rideau.domain.site_index import SiteIndex
from rideau.domain.url_path import normal_path, without_dot_segments

DECIDE = Path(__file__).parents[2] / "app/extension/decide.js"
ASK = """(decide, text) => {
  const asked = JSON.parse(text);
  const {doors, closed, profile} = asked;
  const keeper = new decide.Doorkeeper({doors, closed, limited: closed}, profile);
  return JSON.stringify(asked.places.map(({host, path}) => ({
    page: keeper.index.networkOfAddress({host, path}),
    host: keeper.index.networkOfHost(host),
    parts: Array.from(keeper.index.pathNetworksOf(host)).sort(),
    closedPage: keeper.closedAddress({host, path}),
    closedHost: keeper.closedHost(host),
    counted: keeper.countedAddress({host, path}),
  })));
}"""

NETWORKS = ("one", "two", "three")
HOSTS = st.sampled_from(["a.test", "b.a.test", "c.b.a.test", "ab.a.test", "x.test", "xa.test"])
PATHS = st.text("ab/*%", max_size=6).map(lambda path: normal_path(path.replace("%", "%2A").replace("**", "*")))
PATTERNS = st.builds(lambda host, path: f"{host}/{path}" if path else host, HOSTS, st.just("") | PATHS)
DOORS = st.lists(
    st.tuples(
        st.sampled_from(NETWORKS),
        st.lists(PATTERNS, max_size=4),
        st.lists(PATTERNS, max_size=3),
    ),
    max_size=3,
)
PLACES = st.lists(
    st.tuples(
        HOSTS | st.just("deep.c.b.a.test"), st.text("ab/*", max_size=7).map(lambda path: normal_path("/" + path))
    ),
    min_size=1,
    max_size=6,
)


class Judge:
    """Run the extension's module."""

    def __init__(self) -> None:
        """Load it."""
        self._engine = QJSEngine()
        self.module = self._engine.importModule(str(DECIDE))
        assert not self.module.isError(), self.module.toString()
        self._ask: QJSValue = self._engine.evaluate(f"({ASK})")  # type: ignore[assignment]  # its stub is wrong

    def judge(self, doors: list[Door], closed: frozenset[str], places: list[tuple[str, str]]) -> list[dict[str, Any]]:
        """Return what the extension says of each (host, path)."""
        asked = {
            "doors": [door._asdict() for door in doors],
            "closed": {"work": sorted(closed)},
            "profile": "work",
            "places": [{"host": host, "path": path} for host, path in places],
        }
        said: list[dict[str, Any]] = json.loads(self.called(self._ask, self.module, json.dumps(asked)).toString())
        return said

    def called(self, function: QJSValue, *arguments: QJSValue | str) -> QJSValue:
        """Call ``function`` and fail with what it throws."""
        answer = function.call([QJSValue(each) for each in arguments])
        assert not answer.isError(), answer.toString()
        return answer

    def say(self, name: str, *texts: str) -> str:
        """Return what the exported function ``name`` makes of ``texts``."""
        return self.called(self.module.property(name), *texts).toString()

    def address(self, url: str) -> Address | None:
        """Return the host and path that the extension reads in ``url``."""
        read = self.called(self.module.property("addressOf"), url)
        if read.isNull():
            return None
        return Address("", read.property("host").toString(), read.property("path").toString())


@pytest.fixture(scope="module")
def judge() -> Judge:
    _ = QCoreApplication.instance() or QCoreApplication([])
    return Judge()


def _valid(patterns: list[str]) -> tuple[str, ...]:
    """Return the patterns in normal form, without those that nobody could write."""
    found = []
    for pattern in patterns:
        try:
            found.append(check_site_pattern(pattern, to_ascii))
        except UsageError:
            continue
    return tuple(found)


@settings(max_examples=250, deadline=None)
@given(doors=DOORS, closed=st.frozensets(st.sampled_from(NETWORKS)), places=PLACES)
def test_every_host_and_page_belongs_and_is_closed_as_in_rideau(
    judge: Judge,
    doors: list[tuple[str, list[str], list[str]]],
    closed: frozenset[str],
    places: list[tuple[str, str]],
) -> None:
    made = [Door(network, network, _valid(sites), _valid(exceptions)) for network, sites, exceptions in doors]
    index = SiteIndex((door.network, door.sites, door.exceptions) for door in made)
    keeper = Doorkeeper(Doors(tuple(made), {Profile.WORK: closed}))
    visitor = Visitor(Profile.WORK, has_extension=True)
    for (host, path), said in zip(places, judge.judge(made, closed, places), strict=True):
        address = Address("https", host, path)
        assert said == {
            "page": index.network_of_url(address),
            "host": index.network_of_host(host),
            "parts": sorted(index.path_networks_of(host)),
            "closedPage": keeper.closed_page_by(address, visitor),
            "closedHost": keeper.closed_by(host, visitor),
            "counted": keeper.closed_page_by(address, visitor) or "",
        }, (made, host, path)


@settings(max_examples=200, deadline=None)
@given(path=st.text("ab%2fFcC3.~é*/\\:;| ", max_size=14).map(lambda path: "/" + path))
def test_a_path_has_the_same_normal_form(judge: Judge, path: str) -> None:
    assert judge.say("normalPath", path) == normal_path(path)
    assert judge.say("withoutDotSegments", path) == without_dot_segments(path)


@pytest.mark.parametrize(
    "url",
    [
        "https://LinkedIn.com/feed",
        "https://linkedin.com./feed/",
        "http://linkedin.com:8080/a/../b/./c?x=/feed#/feed",
        "https://someone:secret@www.linkedin.com/feed",
        "https://linkedin.com",
        "https://127.0.0.1/x",
    ],
)
def test_a_url_leads_to_the_same_place(judge: Judge, url: str) -> None:
    there = parse_target(url, to_ascii)
    assert judge.address(url) == there._replace(scheme="")


def test_a_view_of_a_page_is_that_page(judge: Judge) -> None:
    """The source of a page, and Firefox's reader, show what is closed."""
    there = Address("", "linkedin.com", "/feed")
    assert judge.address("view-source:https://linkedin.com/feed") == there
    assert judge.address("about:reader?url=https%3A%2F%2Flinkedin.com%2Ffeed") == there


@pytest.mark.parametrize(
    "url",
    [
        "about:blank",
        "chrome://settings",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "not a url",
        "about:reader?url=%",
    ],
)
def test_what_is_no_site_is_nobodys_business(judge: Judge, url: str) -> None:
    assert judge.address(url) is None


@pytest.mark.parametrize(
    ("corrected", "said", "counts"),
    [("work", "personal", "work"), ("", "personal", "personal"), ("", "", "none"), ("nonsense", "nonsense", "none")],
)
def test_a_corrected_profile_beats_what_rideau_says(judge: Judge, corrected: str, said: str, counts: str) -> None:
    assert judge.say("profileOf", corrected, said) == counts
