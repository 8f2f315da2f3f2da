# SPDX-License-Identifier: MIT
"""Are a sound server's messages read as they were written, and nonsense refused without a wait?"""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.adapters.linux.sound.pulse_wire import (
    NO,
    YES,
    Said,
    Spec,
    WireError,
    data,
    message,
    number,
    places,
    properties,
    spec,
    taken,
    text,
    volumes,
)
from rideau.adapters.linux.sound.sound_server import SoundServer
from rideau.adapters.linux.sound.sound_socket import SoundServerError, cookie

HEAD_BYTES = 20
NUMBERS = st.integers(0, 2**32 - 1)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
VALUES = st.one_of(
    NUMBERS.map(lambda each: (number(each), each)),
    st.none().map(lambda each: (text(each), each)),
    WORDS.map(lambda each: (text(each), each)),
    st.binary().map(lambda each: (data(each), each)),
    st.booleans().map(lambda each: (YES if each else NO, each)),
    st.dictionaries(WORDS, WORDS).map(lambda each: (properties(each), each)),
    st.lists(NUMBERS, max_size=32).map(lambda each: (volumes(each), tuple(each))),
    st.binary(max_size=32).map(lambda each: (places(each), each)),
    st.builds(Spec, st.integers(0, 255), st.integers(0, 255), NUMBERS).map(lambda each: (spec(each), each)),
)


@given(st.lists(VALUES), NUMBERS)
def test_what_is_written_is_read_as_it_was_meant(values: list[tuple[bytes, object]], tag: int) -> None:
    received = bytearray(message(Said.MUTE, tag, *(written for written, _ in values)))
    assert taken(received[:-1]) is None
    assert taken(received) == [Said.MUTE, tag, *(meant for _, meant in values)]
    assert received == b""


@given(st.binary(max_size=200))
def test_any_bytes_are_values_or_refused(body: bytes) -> None:
    try:
        found = taken(bytearray(message(Said.REPLY, 1, body)))
    except WireError:
        return
    assert found is not None
    assert found[:2] == [Said.REPLY, 1]


@given(st.binary(min_size=HEAD_BYTES, max_size=200))
def test_any_head_is_waited_for_read_or_refused(received: bytes) -> None:
    buffer = bytearray(received)
    try:
        found = taken(buffer)
    except WireError:
        return
    assert (found is None) == (buffer == received)


@pytest.fixture(name="door")
def fixture_door(tmp_path: Path) -> Iterator[socket.socket]:
    """Give a socket that a sound server could listen at."""
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(tmp_path / "native"))
        door.listen()
        yield door


@pytest.mark.parametrize(
    "answers",
    [
        b"",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        message(Said.ERROR, 1, number(1)),
        message(Said.REPLY, 1),
        message(Said.REPLY, 1, number(14)),
        message(Said.REPLY, 1, text("15")),
        message(Said.REPLY, 1, number(35)) + message(Said.REPLY, 2) + message(Said.ERROR, 3, number(3)),
    ],
    ids=["nothing", "another protocol", "no entry", "no version", "an old version", "words", "no name"],
)
def test_whoever_answers_something_else_is_no_sound_server(door: socket.socket, answers: bytes) -> None:
    def answer() -> None:
        client, _ = door.accept()
        with client:
            client.recv(1)
            client.sendall(answers)

    answering = threading.Thread(target=answer)
    answering.start()
    with pytest.raises(SoundServerError):
        SoundServer({"PULSE_SERVER": door.getsockname()}, 10)
    answering.join()


def test_a_server_on_another_machine_is_reached_by_its_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        host, port = door.getsockname()
        with pytest.raises(SoundServerError, match="does not answer"):
            SoundServer({"PULSE_SERVER": f"tcp:{host}:{port}"}, 0.05)
        client, _ = door.accept()
        with client:
            assert client.recv(HEAD_BYTES + 1)[-1:] == b"L"


def test_the_cookie_is_looked_for_where_servers_put_it(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path)}
    assert cookie(environment) == bytes(256)
    (tmp_path / ".pulse-cookie").write_bytes(b"old" * 100)
    assert cookie(environment) == bytes(256)
    (tmp_path / ".pulse-cookie").write_bytes(b"h" * 256)
    assert cookie(environment) == b"h" * 256
    (tmp_path / "told").write_bytes(b"t" * 256)
    assert cookie({**environment, "PULSE_COOKIE": str(tmp_path / "told")}) == b"t" * 256
