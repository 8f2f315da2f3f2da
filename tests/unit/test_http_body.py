# SPDX-License-Identifier: MIT
"""Does a body end exactly where its frame says, however it arrives?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.keeper.http_body import LAST_CHUNK, Chunked, Counted, Endless, Unframing, chunk, unframing_of
from rideau.keeper.http_head import Framing, HttpError

DATA = st.binary(min_size=1, max_size=40)


def taken(body: Unframing, raw: bytes, step: int) -> tuple[bytes, bytes]:
    """Return the body's bytes and what was left, of ``raw`` that arrived by ``step`` bytes."""
    received, out = bytearray(), b""
    for start in range(0, len(raw), step):
        received += raw[start : start + step]
        out += body.take(received)
    return out, bytes(received)


@given(st.lists(DATA, max_size=5), st.integers(1, 50))
def test_chunks_come_back_as_they_went_and_what_follows_is_left(pieces: list[bytes], step: int) -> None:
    body = Chunked()
    raw = b"".join(map(chunk, pieces)) + LAST_CHUNK + b"next"
    assert taken(body, raw, step) == (b"".join(pieces), b"next")
    assert body.is_done
    assert body.may_end_here()


@given(DATA, st.integers(1, 50))
def test_a_counted_body_takes_what_was_said(data: bytes, step: int) -> None:
    body = Counted(len(data))
    assert not body.may_end_here()
    assert taken(body, data + b"next", step) == (data, b"next")
    assert body.may_end_here()


@given(DATA, st.integers(1, 50))
def test_an_endless_body_takes_everything(data: bytes, step: int) -> None:
    body = Endless()
    assert taken(body, data, step) == (data, b"")
    assert body.may_end_here()
    assert not body.is_done


def test_extensions_and_trailers_are_left_out() -> None:
    body = Chunked()
    raw = b'3 ;a="b"\r\nabc\r\n000\r\nX-Sum: 1\r\nY:\r\n\r\n'
    assert taken(body, raw, 1) == (b"abc", b"")
    assert body.is_done


LONG_LINE = b"X: " + b"y" * 4000 + b"\r\n"
MALFORMED = [
    *(b"g\r\n", b"\r\n", b"-1\r\n", b"+1\r\n", b"0x1\r\n", b" 1\r\n", b"1 \r\n", b"1\n", b"1\rx\r\n", b"1;\0\r\n"),
    *(b"1234567890abcdef\r\n", b"1\r\nab\r\n", b"1\r\na\n", b"1\r\na\rb\r\n", b"5;" + b"a" * 5000),
    *(b"0\r\nno colon\r\n", b"0\r\n folded: x\r\n", b"0\r\nX : y\r\n", b"0\r\n" + LONG_LINE * 5),
]


@pytest.mark.parametrize("raw", MALFORMED)
@pytest.mark.parametrize("step", [1, 10_000])
def test_a_chunk_that_could_be_read_in_two_ways_is_an_error(raw: bytes, step: int) -> None:
    with pytest.raises(HttpError) as caught:
        taken(Chunked(), raw, step)
    assert caught.value.status == 400


@given(st.binary(max_size=60), st.integers(1, 60))
def test_any_bytes_are_chunks_or_an_error(noise: bytes, step: int) -> None:
    try:
        out, _ = taken(Chunked(), noise, step)
    except HttpError as error:
        assert error.status == 400  # noqa: PT017 - either will do
    else:
        assert len(out) <= len(noise)


def test_each_framing_has_its_reader() -> None:
    assert isinstance(unframing_of(Framing(is_chunked=True)), Chunked)
    assert isinstance(unframing_of(Framing(4)), Counted)
    assert isinstance(unframing_of(Framing()), Endless)
