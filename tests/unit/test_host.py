# SPDX-License-Identifier: MIT
"""Is an address read as browsers read it, and a site pattern held to its shape?"""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rideau.domain.error import UsageError
from rideau.domain.host import Address, check_site_pattern, parse_target
from rideau.domain.url_path import normal_path, without_dot_segments

HOMOGLYPH = "l\N{CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I}nkedin.com"
FULL_WIDTH_SLASH = "x\N{FULLWIDTH SOLIDUS}y.example"
KNOWN_NAMES = {
    "münchen.example": "xn--mnchen-3ya.example",
    "linkedin。com": "linkedin.com",
    FULL_WIDTH_SLASH: "x/y.example",
}


def to_ascii(name: str) -> str:
    """Stand in for UTS 46: the few names these tests know, everything else refused."""
    if name not in KNOWN_NAMES:
        raise ValueError(name)
    return KNOWN_NAMES[name]


@pytest.mark.parametrize(
    ("target", "scheme", "host", "path"),
    [
        ("linkedin.com", "", "linkedin.com", "/"),
        ("LinkedIn.COM", "", "linkedin.com", "/"),
        ("linkedin.com.", "", "linkedin.com", "/"),
        ("linkedin.com..:443", "", "linkedin.com", "/"),
        ("linkedin.com:443/feed", "", "linkedin.com", "/feed"),
        ("linkedin.com:", "", "linkedin.com", "/"),
        ("localhost:8080", "", "localhost", "/"),
        ("//linkedin.com/feed", "", "linkedin.com", "/feed"),
        ("https://linkedin.com", "https", "linkedin.com", "/"),
        ("HTTPS://linkedin.com/Feed?x=/y#z", "https", "linkedin.com", "/Feed"),
        ("https://linkedin.com?next=evil.example", "https", "linkedin.com", "/"),
        ("https://linkedin.com#evil.example", "https", "linkedin.com", "/"),
        ("https:linkedin.com", "https", "linkedin.com", "/"),
        ("https:\\\\linkedin.com\\feed", "https", "linkedin.com", "/feed"),
        ("https://evil.example\\@linkedin.com", "https", "evil.example", "/@linkedin.com"),
        ("  ht\ntps://link\tedin.com\r\n", "https", "linkedin.com", "/"),
        ("wss://slack.com/live", "wss", "slack.com", "/live"),
        ("https://linkedin.com@evil.example/", "https", "evil.example", "/"),
        ("https://me:secret@linkedin.com:80/", "https", "linkedin.com", "/"),
        ("https://a@b@linkedin.com/", "https", "linkedin.com", "/"),
        ("linkedin%2ecom", "", "linkedin.com", "/"),
        ("linkedin。com", "", "linkedin.com", "/"),
        ("https://münchen.example/ü", "https", "xn--mnchen-3ya.example", "/%C3%BC"),
        ("xn--mnchen-3ya.example", "", "xn--mnchen-3ya.example", "/"),
        ("my_team.slack.com", "", "my_team.slack.com", "/"),
        ("[::1]:8080", "", "[::1]", "/"),
        ("::1", "", "[::1]", "/"),
        ("fe80::1", "", "[fe80::1]", "/"),
        ("FD00:1:2::3/x", "", "[fd00:1:2::3]", "/x"),
        ("http://[2001:DB8:0:0::1]/x", "http", "[2001:db8::1]", "/x"),
        ("10.0.0.1:80", "", "10.0.0.1", "/"),
        ("http://0x7f.1/", "http", "127.0.0.1", "/"),
        ("http://2130706433/", "http", "127.0.0.1", "/"),
        ("http://0177.0.0.1/", "http", "127.0.0.1", "/"),
        ("http://1.0x/", "http", "1.0.0.0", "/"),
    ],
)
def test_an_address_leads_where_a_browser_would_go(target: str, scheme: str, host: str, path: str) -> None:
    assert parse_target(target, to_ascii) == Address(scheme, host, path)


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("", "no host"),
        ("   ", "no host"),
        ("https://", "no host"),
        ("https://.", "no host"),
        ("a..example", "two dots"),
        (".example", "begins with one"),
        ("exa mple.com", "no host name can have"),
        ("https://linkedin.com:port/", "no host name can have"),
        ("https://[::1]x/", "not an IPv6 address"),
        ("[::1", "not an IPv6 address"),
        ("[fe80::1%eth0]", "not an IPv6 address"),
        ("256.0.0.1", "not an IPv4 address"),
        ("1.2.3.4.0", "not an IPv4 address"),
        ("1.2.3.256", "not an IPv4 address"),
        ("08.0.0.1", "not an IPv4 address"),
        ("version.2", "not an IPv4 address"),
        ("mailto:me@linkedin.com", "“mailto:” addresses are not sites"),
        ("cafe:beef", "“cafe:” addresses are not sites"),
        ("slack://channel", "“slack:” addresses are not sites"),
        ("file:///linkedin.com", "“file:” addresses are not sites"),
        (HOMOGLYPH, "no host name can have"),
        (FULL_WIDTH_SLASH, "no host name can have"),
        (f"{'a' * 64}.example", "longer"),
        (".".join(["a" * 49] * 6), "longer"),
    ],
)
def test_what_is_no_address_is_refused_with_the_reason(target: str, says: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_target(target, to_ascii)
    assert says in str(refused.value)


LABELS = st.from_regex(r"[a-z][a-z0-9-]{0,20}[a-z]", fullmatch=True).filter(lambda label: not label.startswith("0x"))
HOSTS = st.lists(LABELS, min_size=2, max_size=5).map(".".join)


@settings(max_examples=50)
@given(HOSTS, st.integers(0, 65535), st.integers(0, 3), st.sampled_from([str.upper, str.title, str.lower]))
def test_case_dots_and_ports_never_change_the_host(host: str, port: int, dots: int, case: Callable[[str], str]) -> None:
    written = case(host)
    assert parse_target(f"https://{written}{'.' * dots}:{port}/", to_ascii).host == host


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused_in_words(text: str) -> None:
    address = None
    with suppress(UsageError):
        address = parse_target(text, to_ascii)
    assert address is None or (address.host and address.path.startswith("/"))


@given(st.text(max_size=60).map(lambda path: "/" + path.replace("?", "").replace("#", "")))
def test_a_normal_path_stays_as_it_is(path: str) -> None:
    once = parse_target(f"https://x.example{path}", to_ascii).path
    assert parse_target(f"https://x.example{once}", to_ascii).path == once


@pytest.mark.parametrize(
    ("path", "normal"),
    [
        ("/%7Eme", "/~me"),
        ("/a%2fb", "/a%2Fb"),
        ("/a b", "/a%20b"),
        ("/100%", "/100%25"),
        ("/%41%zz", "/A%25zz"),
        ("/caf\xe9", "/caf%C3%A9"),
        ("/*", "/%2A"),
        ("/\ud800", "/%3F"),
    ],
)
def test_a_path_has_one_way_to_be_written(path: str, normal: str) -> None:
    assert normal_path(path) == normal


@pytest.mark.parametrize(
    ("path", "resolved"),
    [("/a/b", "/a/b"), ("/a/./b", "/a/b"), ("/a/../b", "/b"), ("/../../b", "/b"), ("/a/..", "/"), ("/a/.", "/a/")],
)
def test_dots_in_a_path_are_resolved(path: str, resolved: str) -> None:
    assert without_dot_segments(path) == resolved


@pytest.mark.parametrize(
    ("pattern", "normal"),
    [
        ("LinkedIn.com", "linkedin.com"),
        (" linkedin.com. ", "linkedin.com"),
        ("linkedin.com/", "linkedin.com"),
        ("linkedin.com/*", "linkedin.com"),
        ("example.org/team/*", "example.org/team/*"),
        ("example.org/Team%7e", "example.org/Team~"),
        ("example.org/a/../b", "example.org/b"),
        ("example.org/%2A*", "example.org/%2A*"),
        ("münchen.example/ü", "xn--mnchen-3ya.example/%C3%BC"),
        ("localhost", "localhost"),
        ("10.0.0.1", "10.0.0.1"),
        ("[::1]/x", "[::1]/x"),
        ("::1", "[::1]"),
    ],
)
def test_a_site_has_one_way_to_be_kept(pattern: str, normal: str) -> None:
    assert check_site_pattern(pattern, to_ascii) == normal
    assert check_site_pattern(normal, to_ascii) == normal


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("", "empty"),
        ("https://linkedin.com", "names a scheme"),
        ("linkedin.com?x", "query or a fragment"),
        ("linkedin.com/a#b", "query or a fragment"),
        ("*.linkedin.com", "always includes its subdomains"),
        ("me@linkedin.com", "user name"),
        ("linkedin.com:443", "a port"),
        ("[::1]:443", "a port"),
        ("com", "has no dot"),
        ("linkedin..com", "two dots"),
        ("linked in.com", "no host name can have"),
        (HOMOGLYPH, "no host name can have"),
        ("/feed", "no host"),
    ],
)
def test_a_site_that_does_not_hold_is_told_why(pattern: str, says: str) -> None:
    with pytest.raises(UsageError) as refused:
        check_site_pattern(pattern, to_ascii)
    assert says in str(refused.value)
