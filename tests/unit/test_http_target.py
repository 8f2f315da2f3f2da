# SPDX-License-Identifier: MIT
"""Is what the gate judges also what it reaches, however a target is written?"""

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.domain.host import Address
from rideau.keeper.http_head import Fields, Framing, HttpError, Request
from rideau.keeper.http_target import Goal, goal_of

PIECES = ["http://", "linkedin.test", "evil.test", "[::2]", "127.1", "@", ":", ":80", "/", "//", "\\", "?", "#", "%2e"]
TARGETS = st.lists(st.sampled_from([*PIECES, "%00", "..", ".", "..%2f", "a", "-", "_", "é", "\t"]), max_size=8).map(
    "".join
)


def goal(target: str, method: str = "GET") -> Goal:
    return goal_of(Request(method, target, 1, Fields(), Framing()))


@given(TARGETS, st.sampled_from(["", "http://", "http://linkedin.test"]))
def test_every_reader_finds_the_same_host_in_a_target_that_is_taken(tail: str, start: str) -> None:
    try:
        found = goal(start + tail)
    except HttpError as error:
        assert error.status == 400  # noqa: PT017 - either will do
        return
    read = urlsplit(start + tail)
    assert (read.hostname or "").rstrip(".") in {found.host.strip("[]"), "127.1", ""} - {""}
    assert (read.port or 80) == found.port
    assert read.username is None
    assert not set(found.host) & set("@/\\#?% ")
    assert found.rest.startswith("/")
    assert found.rest.isascii()


@given(TARGETS)
def test_a_tunnel_leads_to_what_it_says_or_nowhere(target: str) -> None:
    try:
        found = goal(target, "CONNECT")
    except HttpError:
        return
    assert target.count("@") + target.count("/") + target.count("%") == 0
    assert found.address.scheme == found.address.path == found.rest == ""


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("http://A.test", Goal(Address("http", "a.test", "/"), 80, "/")),
        ("HTTP://a.test./x", Goal(Address("http", "a.test", "/x"), 80, "/x")),
        ("http://a.test?q", Goal(Address("http", "a.test", "/"), 80, "/?q")),
        ("http://a.test:8080/%7Ea/../b?@c", Goal(Address("http", "a.test", "/b"), 8080, "/%7Ea/../b?@c")),
        ("http://[::0:2]:81/", Goal(Address("http", "[::2]", "/"), 81, "/")),
        ("http://0x7f.1/", Goal(Address("http", "127.0.0.1", "/"), 80, "/")),
        ("http://xn--caf-dma.test/", Goal(Address("http", "xn--caf-dma.test", "/"), 80, "/")),
    ],
)
def test_a_page_is_named_in_normal_form_and_asked_for_as_it_was_written(target: str, expected: Goal) -> None:
    assert goal(target) == expected
    assert not goal(target).is_tunnel


def test_a_host_is_named_with_its_port_unless_everybody_knows_it() -> None:
    assert goal("http://a.test:80/").host_field == "a.test"
    assert goal("http://[::2]:8080/").host_field == "[::2]:8080"
    assert goal("A.test.:443", "CONNECT").authority == "a.test:443"


@pytest.mark.parametrize(("port", "scheme"), [(443, "https"), (8443, "https"), (80, "http")])
def test_a_tunnel_is_taken_for_what_its_port_says(port: int, scheme: str) -> None:
    found = goal(f"a.test:{port}", "CONNECT")
    assert found.scheme == scheme
    assert found.is_tunnel
