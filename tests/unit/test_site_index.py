# SPDX-License-Identifier: MIT
"""Does each host and URL find its network, and a look-alike never?"""

import re
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rideau.domain.host import Address
from rideau.domain.site_index import SiteIndex

INDEX = SiteIndex(
    [
        ("facebook", ["facebook.com", "fb.me"], ["developers.facebook.com", "facebook.com/careers"]),
        ("meta-suite", ["business.facebook.com"], []),
        ("messenger", ["facebook.com/messages"], []),
        ("linkedin", ["linkedin.com"], []),
        ("forum", ["example.org/team/*", "example.org/*/board/*/post"], ["example.org/team/private"]),
        ("team-wiki", ["example.org/team/wiki"], []),
        ("company", ["corp.example"], []),
        ("blog", ["blog.corp.example", "corp.example/blog"], ["old.blog.corp.example", "drafts.blog.corp.example/x"]),
        ("second", ["linkedin.com"], []),
        ("nowhere", [], ["lonely.example"]),
    ]
)


def network_of(url: str) -> str | None:
    host, slash, path = url.partition("/")
    return INDEX.network_of_url(Address("https", host, slash + path or "/"))


@pytest.mark.parametrize(
    ("url", "network"),
    [
        ("facebook.com", "facebook"),
        ("www.facebook.com/someone", "facebook"),
        ("a.b.c.fb.me", "facebook"),
        ("business.facebook.com/latest", "meta-suite"),
        ("m.business.facebook.com", "meta-suite"),
        ("facebook.com/messages", "messenger"),
        ("www.facebook.com/messages/t/1", "messenger"),
        ("facebook.com/messagesfrom", "facebook"),
        ("facebook.com/Messages", "facebook"),
        ("developers.facebook.com", None),
        ("docs.developers.facebook.com/messages", "messenger"),
        ("facebook.com/careers/x", None),
        ("linkedin.com", "linkedin"),
        ("notlinkedin.com", None),
        ("linkedin.com.evil.example", None),
        ("linkedin.com-evil.example", None),
        ("com", None),
        ("example.org", None),
        ("example.org/team", None),
        ("example.org/team/", "forum"),
        ("example.org/team/a/b", "forum"),
        ("www.example.org/team/a", "forum"),
        ("example.org/teams/a", None),
        ("example.org/team/private", None),
        ("example.org/team/private/x", None),
        ("example.org/team/privateer", "forum"),
        ("example.org/team/wiki", "team-wiki"),
        ("example.org/a/b/board/c/post", "forum"),
        ("example.org/a/board/c/post/1", "forum"),
        ("example.org/a/board/c/posts", None),
        ("corp.example/blog/1", "blog"),
        ("corp.example/blogs", "company"),
        ("blog.corp.example", "blog"),
        ("old.blog.corp.example", "company"),
        ("drafts.blog.corp.example/x", "company"),
        ("drafts.blog.corp.example/y", "blog"),
        ("lonely.example", None),
    ],
)
def test_a_url_belongs_to_the_most_specific_network(url: str, network: str | None) -> None:
    assert network_of(url) == network


@pytest.mark.parametrize(
    ("host", "network"),
    [
        ("facebook.com", "facebook"),
        ("business.facebook.com", "meta-suite"),
        ("developers.facebook.com", None),
        ("example.org", None),
        ("old.blog.corp.example", "company"),
        ("drafts.blog.corp.example", "blog"),
        ("lonely.example", None),
        ("nothing.example", None),
    ],
)
def test_a_host_as_a_whole_belongs_where_no_path_is_needed_to_tell(host: str, network: str | None) -> None:
    assert INDEX.network_of_host(host) == network


LABELS = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?", fullmatch=True)


@settings(max_examples=30)
@given(st.lists(LABELS, max_size=4))
def test_every_subdomain_belongs_to_its_domain(labels: list[str]) -> None:
    host = ".".join([*labels, "linkedin.com"])
    assert INDEX.network_of_host(host) == network_of(host) == "linkedin"


@settings(max_examples=30)
@given(LABELS, LABELS, LABELS)
def test_a_look_alike_never_matches(before: str, between: str, after: str) -> None:
    assume(between not in {"com", "linkedin"})
    for host in (
        f"{before}linkedin.com",
        f"{before}-linkedin.com",
        f"linkedin{after}.com",
        f"linkedin.com.{between}.{after}-x",
        f"linkedin.com-{after}.example",
        f"linkedin.{between}",
        f"linkedin.com{after}",
        f"linkedin.{between}.com",
    ):
        assert INDEX.network_of_host(host) is None
        assert network_of(host) is None


@settings(max_examples=60)
@given(st.text("ab/*", max_size=8), st.text("ab/", max_size=12))
def test_a_path_covers_what_its_stars_fit_and_everything_below(pattern: str, path: str) -> None:
    index = SiteIndex([("forum", [f"example.org/{pattern}"], [])])
    fits = re.compile("/" + pattern.replace("*", ".*"))
    whole = "/" + path
    below = [
        whole[:end] for end in range(len(whole) + 1) if whole[end : end + 1] in {"", "/"} or whole[:end][-1:] == "/"
    ]
    is_covered = any(fits.fullmatch(part) for part in below)
    assert (index.network_of_url(Address("https", "example.org", whole)) == "forum") is is_covered


def test_many_stars_against_a_long_hostile_path_take_no_time() -> None:
    index = SiteIndex([("forum", ["example.org/" + "*a" * 12 + "*b"], [])])
    address = Address("https", "example.org", "/" + "a" * 20_000)
    started = time.perf_counter()
    assert index.network_of_url(address) is None
    assert time.perf_counter() - started < 0.2
