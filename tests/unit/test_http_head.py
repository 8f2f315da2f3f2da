# SPDX-License-Identifier: MIT
"""Is the head of an HTTP message read in the one way that nobody can read differently?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.keeper.http_head import (
    Fields,
    Framing,
    HttpError,
    Request,
    Response,
    head_end,
    parse_request,
    parse_response,
    written,
)

NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,12}", fullmatch=True).filter(
    lambda name: name.lower() not in {"host", "content-length", "transfer-encoding"}
)
VALUES = st.from_regex(r"([!-~\xa1-\xff]([ -~]{0,20}[!-~])?)?", fullmatch=True)
LINES = st.lists(st.tuples(NAMES, VALUES), max_size=8).map(tuple)


def request(*fields: str, first: str = "GET http://a.test/ HTTP/1.1") -> Request:
    return parse_request("\r\n".join([first, *fields, "", ""]).encode("latin-1"))


def response(*fields: str, first: str = "HTTP/1.1 200 OK") -> Response:
    return parse_response("\r\n".join([first, *fields, "", ""]).encode("latin-1"))


@given(LINES)
def test_what_is_written_is_read_as_it_was_meant(lines: tuple[tuple[str, str], ...]) -> None:
    read = parse_request(written("GET http://a.test/ HTTP/1.1", lines))
    assert read == Request("GET", "http://a.test/", 1, Fields(lines), Framing())


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_any_bytes_are_a_request_or_an_error(noise: bytes, middle: bytes) -> None:
    for raw in (noise, b"GET http://a.test/ HTTP/1.1\r\nX" + middle + b"\r\n\r\n", noise + b"\r\n\r\n"):
        try:
            lines = parse_request(raw).fields.lines
        except HttpError as error:
            assert error.status in {400, 431, 505}  # noqa: PT017 - either will do
        else:
            assert not any(set("\r\n\0") & set(name + value) for name, value in lines)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer_or_the_sites_fault(noise: bytes) -> None:
    for raw in (noise, b"HTTP/1.1 200 OK\r\n" + noise + b"\r\n\r\n"):
        try:
            parse_response(raw)
        except HttpError as error:
            assert error.status == 502  # noqa: PT017 - either will do


@given(st.lists(st.binary(max_size=12), max_size=12), st.booleans())
def test_where_a_head_ends_does_not_depend_on_how_it_arrives(pieces: list[bytes], has_end: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    whole = b"".join(pieces).replace(b"\n", b"") + (b"\r\n\r\nrest" if has_end else b"")
    received, end = bytearray(), 0
    for byte in whole:
        seen = len(received)
        received.append(byte)
        end = end or head_end(received, seen, 1000)
    assert end == head_end(bytearray(whole), 0, 1000)
    assert (end > 0) == has_end


@pytest.mark.parametrize("seen", [0, 3, 10, 11, 12])
def test_a_bare_line_feed_is_seen_however_much_was_looked_at(seen: int) -> None:
    with pytest.raises(HttpError, match="carriage return"):
        head_end(bytearray(b"0123456789a\nb"), min(seen, 11), 100)


def test_a_line_feed_whose_carriage_return_came_before_is_none() -> None:
    assert head_end(bytearray(b"0123\r\n"), 5, 100) == 0
    assert head_end(bytearray(b"01234567\r\n"), 9, 100) == 0


def test_a_head_that_is_too_large_is_refused_before_its_end_comes() -> None:
    for raw in (b"a" * 101, b"a" * 101 + b"\r\n\r\n"):
        with pytest.raises(HttpError) as caught:
            head_end(bytearray(raw), 0, 100)
        assert caught.value.status == 431
    assert head_end(bytearray(b"a" * 100 + b"\r\n\r\n"), 0, 100) == 104


def test_too_many_fields_are_refused() -> None:
    head = b"GET http://a.test/ HTTP/1.1\r\n" + b"X: y\r\n" * 3 + b"\r\n"
    assert len(parse_request(head, 3).fields.lines) == 3
    with pytest.raises(HttpError) as caught:
        parse_request(head, 2)
    assert caught.value.status == 431


def test_values_are_trimmed_and_names_found_in_any_case() -> None:
    fields = request("X-A:  \tone two\t ", "x-a:", "ACCEPT: a, B ,,c").fields
    assert fields.values("x-a") == ["one two", ""]
    assert fields.words("accept") == {"a", "b", "c"}


def test_what_concerns_one_connection_is_not_passed_on() -> None:
    fields = request(
        "Host: a",
        "Connection: close, X-Mine",
        "X-Mine: 1",
        "Keep-Alive: 5",
        "TE: trailers",
        "Upgrade: h2c",
        "X-Other: 2",
    ).fields
    assert list(fields.to_pass_on()) == [("X-Other", "2")]


@pytest.mark.parametrize(
    ("fields", "framing", "lines"),
    [
        ([], Framing(), []),
        (["Content-Length: 0"], Framing(0), [("Content-Length", "0")]),
        (["Content-Length: 007"], Framing(7), [("Content-Length", "7")]),
        (["Transfer-Encoding: CHUNKED"], Framing(is_chunked=True), [("Transfer-Encoding", "chunked")]),
    ],
)
def test_a_body_is_framed_in_one_way(fields: list[str], framing: Framing, lines: list[tuple[str, str]]) -> None:
    assert request(*fields).framing == framing
    assert list(framing.lines()) == lines


@pytest.mark.parametrize(
    ("first", "fields", "stays"),
    [
        ("GET / HTTP/1.1", [], True),
        ("GET / HTTP/1.1", ["Connection: Close"], False),
        ("GET / HTTP/1.0", ["Connection: keep-alive"], False),
    ],
)
def test_who_stays_says_so_by_version_and_connection(first: str, fields: list[str], stays: bool) -> None:  # noqa: FBT001 - parametrized
    assert request(*fields, first=first).stays is stays
    assert response(*fields, first=f"{first[-8:]} 200 OK").stays is stays


@pytest.mark.parametrize(
    ("first", "fields", "wants"),
    [
        ("GET / HTTP/1.1", ["Connection: keep-alive, Upgrade", "Upgrade: WebSocket"], True),
        ("GET / HTTP/1.1", ["Upgrade: websocket"], False),
        ("GET / HTTP/1.1", ["Connection: upgrade", "Upgrade: h2c, websocket"], False),
        ("GET / HTTP/1.0", ["Connection: upgrade", "Upgrade: websocket"], False),
        ("POST / HTTP/1.1", ["Connection: upgrade", "Upgrade: websocket"], False),
        ("GET / HTTP/1.1", ["Connection: upgrade", "Upgrade: websocket", "Content-Length: 1"], False),
    ],
)
def test_only_a_websocket_is_switched_to(first: str, fields: list[str], wants: bool) -> None:  # noqa: FBT001 - parametrized
    assert request(*fields, first=first).wants_websocket is wants


@pytest.mark.parametrize(
    ("status", "method", "has_body"),
    [(200, "GET", True), (200, "HEAD", False), (204, "GET", False), (304, "GET", False), (103, "GET", False)],
)
def test_some_answers_never_have_a_body(status: int, method: str, has_body: bool) -> None:  # noqa: FBT001 - parametrized
    read = response(first=f"HTTP/1.1 {status}")
    assert read.has_body(method) is has_body
    assert read.ends_at_close(method) is has_body
    assert not response("Content-Length: 4").ends_at_close("GET")


@pytest.mark.parametrize(
    "first", ["HTTP/1.1 200 OK", "HTTP/1.0 404 Nicht gefunden \xfc", "HTTP/1.1 500 ", "HTTP/1.1 599"]
)
def test_any_status_line_is_read(first: str) -> None:
    assert response(first=first).status == int(first.split()[1])


@pytest.mark.parametrize(
    "first", ["HTTP/2 200 OK", "HTTP/1.1  200 OK", "HTTP/1.1 20 OK", "HTTP/1.1 600 X", "ICY 200 OK", ""]
)
def test_no_other_line_is_a_status(first: str) -> None:
    with pytest.raises(HttpError):
        response(first=first)
