# SPDX-License-Identifier: MIT
"""Does plain HTTP pass through the gate whole, page by page, whatever its frame?"""

import asyncio
import socket
from types import MappingProxyType

import pytest

from rideau.domain.door import Doors, Profile, Visitor
from rideau.keeper.gate import Limits
from rideau.keeper.message import Orders
from stage.gate import CLOSED, DOORS, EVERYTHING_CLOSED, OPEN, echo, is_reset, play, served, site, until

ANSWERS = {
    "/length": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: a\r\nset-cookie: b\r\n\r\nhello",
    "/chunks": (
        b"HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n"
        b"5;a=b\r\nhello\r\n0a\r\n, neighbou\r\n0\r\nX: y\r\n\r\n"
    ),
    "/until-close": b"HTTP/1.1 200 OK\r\n\r\nto the end",
    "/old": b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi",
    "/nothing": b"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n",
    "/same": b"HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n",
    "/head": b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n",
    "/hints": b"HTTP/1.1 103 Early Hints\r\nLink: </s>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "/hop": b"HTTP/1.1 200 OK\r\nConnection: X-Hop, close\r\nX-Hop: 1\r\nKeep-Alive: 5\r\nContent-Length: 0\r\n\r\n",
    "/cut": b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\npart",
    "/cut-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
    "/bad-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5x\r\nhello\r\n0\r\n\r\n",
    "/both": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    "/gibberish": b"SSH-2.0-x\r\n\r\n",
    "/bare": b"HTTP/1.1 200 OK\nContent-Length: 0\n\n",
    "/silence": b"",
    "/half": b"HTTP/1.1 200 OK\r\nContent-",
    "/switch": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    "/never": b"HTTP/1.1 100 Continue\r\n\r\n" * 40,
}
LAST = {"/until-close", "/cut", "/cut-chunk", "/bad-chunk", "/silence", "/half", "/gibberish", "/bare", "/never"}


class Origin:
    """Answer by path, and note what was heard: heads, bodies, and on how many connections."""

    def __init__(self) -> None:
        self.heads: list[bytes] = []
        self.bodies: list[bytes] = []
        self.connections = 0
        self.streams: list[asyncio.StreamWriter] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        while head := await reader.readuntil(b"\r\n\r\n"):
            self.heads.append(head)
            path = head.split(b" ")[1].decode().removeprefix("http://linkedin.test")
            if path == "/websocket":
                writer.write(ANSWERS["/switch"])
                await echo(reader, writer)
                return
            if path == "/stream":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n")
                self.streams.append(writer)
                await asyncio.Event().wait()
            if path == "/eager":
                writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
                await asyncio.Event().wait()
            await self._hear(head, reader, writer)
            writer.write(ANSWERS.get(path, ANSWERS["/length"]))
            if path in LAST:
                return

    async def _hear(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if b"100-continue" in head:
            writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        lower = head.lower()
        if b"content-length: " in lower:
            size = int(lower.split(b"content-length: ")[1].split(b"\r\n")[0])
            self.bodies.append(await reader.readexactly(size))
        elif b"transfer-encoding: chunked" in lower:
            self.bodies.append(await reader.readuntil(b"0\r\n\r\n"))


def get(path: str, *fields: str, method: str = "GET", version: str = "1.1", host: str = "linkedin.test") -> bytes:
    return "\r\n".join([f"{method} http://{host}{path} HTTP/{version}", *fields, "", ""]).encode()


def answered(raw: bytes, limits: Limits = Limits()) -> tuple[bytes, Origin]:  # noqa: B008 - a value
    """Return what an open gate answers to ``raw``, and the site behind it."""
    origin, answers = Origin(), []

    async def scene() -> None:
        async with site(origin) as port, served(port, OPEN, limits) as house:
            answers.append(await house.say(raw))

    play(scene)
    return answers[0], origin


def test_several_sites_are_asked_on_one_connection_and_one_that_stays_is_used_again() -> None:
    hosts = ["linkedin.test", "linkedin.test", "facebook.test", "linkedin.test:8080"]
    answer, origin = answered(b"".join(get("/length?q=1", "Host: other", host=host) for host in hosts))
    assert answer.count(b"\r\n\r\nhello") == 4
    assert b"Connection" not in answer
    assert [head.split(b"\r\n")[:2] for head in origin.heads] == [
        [b"GET /length?q=1 HTTP/1.1", b"Host: " + host.encode()] for host in hosts
    ]
    assert origin.connections == 3


def test_what_a_site_answers_comes_back_whole() -> None:
    answer, _ = answered(get("/length"))
    assert answer == ANSWERS["/length"].replace(b"Content-Length: 5\r\n", b"").replace(
        b"\r\n\r\n", b"\r\nContent-Length: 5\r\n\r\n"
    )


def test_chunks_are_framed_anew_without_extensions_and_trailers() -> None:
    answer, _ = answered(get("/chunks"))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head == b"HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked"
    assert b"".join(body.split(b"\r\n")[1::2]) == b"hello, neighbou"
    assert body.endswith(b"\r\n0\r\n\r\n")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (get("/chunks", version="1.0"), b"HTTP/1.1 200 Fine\r\nConnection: close\r\n\r\nhello, neighbou"),
        (get("/until-close") * 2, b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nto the end"),
        (get("/old"), b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"),
        (get("/nothing"), b"HTTP/1.1 204 No Content\r\n\r\n"),
        (get("/same"), b"HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\n\r\n"),
        (get("/head", method="HEAD"), b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"),
        (get("/hints"), ANSWERS["/hints"]),
        (get("/hints", version="1.0"), b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"),
        (get("/hop"), b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"),
        (get("/nothing", "Connection: close") * 2, b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"),
    ],
)
def test_every_frame_ends_where_it_ends(raw: bytes, expected: bytes) -> None:
    assert answered(raw)[0] == expected


@pytest.mark.parametrize("path", ["/cut", "/cut-chunk", "/bad-chunk"])
def test_an_answer_that_breaks_off_is_not_taken_for_a_whole_one(path: str) -> None:
    async def scene() -> None:
        async with site(Origin()) as port, served(port) as house:
            reader, writer = await house.connect()
            writer.write(get(path))
            assert await is_reset(reader)

    play(scene)


@pytest.mark.parametrize("path", ["/both", "/gibberish", "/bare", "/silence", "/half", "/switch", "/never"])
def test_an_answer_that_is_none_is_said_so(path: str) -> None:
    answer, _ = answered(get(path))
    assert b"HTTP/1.1 502 Bad Gateway\r\n" in answer
    assert answer.endswith(b"Connection: close\r\n\r\n")


def test_bodies_arrive_whole() -> None:
    chunks = b"5\r\nhello\r\n1;x\r\n!\r\n0\r\nA: b\r\n\r\n"
    raw = (
        get("/length", "Content-Length: 3", method="POST") + b"abc" + get("/length", "Content-Length: 0", method="PUT")
    )
    raw += get("/length", "Transfer-Encoding: Chunked", method="POST") + chunks + get("/length")
    answer, origin = answered(raw)
    assert answer.count(b"\r\n\r\nhello") == 4
    *plain, chunked = origin.bodies
    assert plain == [b"abc", b""]
    assert b"".join(chunked.split(b"\r\n")[1::2]) == b"hello!"
    assert origin.connections == 1


def test_a_large_body_goes_both_ways_at_once() -> None:
    async def scene() -> None:
        async def returning(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            head = await reader.readuntil(b"\r\n\r\n")
            assert b"Content-Length: 20000000" in head
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n")
            await echo(reader, writer)

        async with site(returning) as port, served(port) as house:
            answer = await house.say(get("/x", "Content-Length: 20000000", method="POST") + b"z" * 20_000_000)
            assert answer.endswith(b"\r\n\r\n" + b"z" * 20_000_000)

    play(scene)


def test_a_client_that_waits_to_be_asked_for_its_body_is_asked() -> None:
    async def scene() -> None:
        origin = Origin()
        async with site(origin) as port, served(port) as house:
            reader, writer = await house.connect()
            writer.write(get("/length", "Expect: 100-continue", "Content-Length: 3", method="POST"))
            assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
            writer.write(b"abc")
            assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200 ")
            assert origin.bodies == [b"abc"]

    play(scene)


def test_an_answer_before_the_body_came_ends_the_connection() -> None:
    async def scene() -> None:
        async with site(Origin()) as port, served(port, OPEN, Limits(farewell_s=0.1)) as house:
            raw = get("/eager", "Content-Length: 9999999", method="POST") + b"x" * 100_000
            answer = await house.say(raw, has_more=True)
            assert answer == b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

    play(scene)


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"zz\r\n", b"400"), (b"5\r\nhello!\r\n", b"400"), (b"5\r\nhel", b"400"), (b"3\r\nabc\n", b"400")],
)
def test_a_body_that_is_malformed_is_refused(body: bytes, status: bytes) -> None:
    answer, origin = answered(get("/length", "Transfer-Encoding: chunked", method="POST") + body)
    assert answer.startswith(b"HTTP/1.1 " + status)
    assert origin.bodies == []


def test_a_body_that_does_not_come_is_waited_for_only_so_long() -> None:
    async def scene() -> None:
        async with site(Origin()) as port, served(port, OPEN, Limits(body_s=0.05)) as house:
            raw = get("/length", "Content-Length: 9", method="POST")
            assert (await house.say(raw, has_more=True)).startswith(b"HTTP/1.1 408 ")

    play(scene)


def test_only_what_is_meant_for_the_site_reaches_it() -> None:
    _, origin = answered(
        get(
            "",
            "Host: evil.test",
            "Connection: X-Secret, keep-alive, content-length",
            "Proxy-Connection: keep-alive",
            "Proxy-Authorization: Basic eA==",
            "Keep-Alive: 3",
            "TE: trailers",
            "Upgrade: h2c",
            "X-Secret: 1",
            "X-Open: 2",
            "Content-Length: 1",
        )
        + b"x"
    )
    assert origin.heads == [b"GET / HTTP/1.1\r\nHost: linkedin.test\r\nX-Open: 2\r\nContent-Length: 1\r\n\r\n"]


def test_options_for_a_whole_site_ask_for_the_whole_site() -> None:
    assert answered(get("", method="OPTIONS"))[1].heads[0].startswith(b"OPTIONS * HTTP/1.1\r\n")


def test_a_websocket_without_tls_becomes_a_tunnel_and_is_cut_with_its_page() -> None:
    async def scene() -> None:
        origin = Origin()
        async with site(origin) as port, served(port) as house:
            reader, writer = await house.connect()
            writer.write(get("/websocket", "Connection: keep-alive, Upgrade", "Upgrade: WebSocket", "Origin: x"))
            answer = await reader.readuntil(b"\r\n\r\n")
            assert answer == ANSWERS["/switch"]
            assert b"\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" in origin.heads[0]
            writer.write(b"\x81\x05hello")
            assert await reader.readexactly(7) == b"\x81\x05hello"
            assert house.gate.tunnels == 1
            house.gate.obey(CLOSED)
            assert await is_reset(reader)

    play(scene)


def test_a_stream_is_cut_when_its_page_closes_and_no_other() -> None:
    async def scene() -> None:
        origin = Origin()
        async with site(origin) as port, served(port) as house:
            closing, first = await house.connect()
            first.write(get("/stream"))
            staying, second = await house.connect()
            second.write(get("/stream", host="facebook.test"))
            for reader in (closing, staying):
                await reader.readuntil(b"data: 1\n\n")
            house.gate.obey(CLOSED)
            assert await is_reset(closing)
            origin.streams[1].write(b"data: 2\n\n")
            assert await staying.readuntil(b"data: 2\n\n")
            await until(lambda: house.gate.tunnels == 1)

    play(scene)


def test_a_stream_whose_reader_left_is_ended_at_the_site_too() -> None:
    async def scene() -> None:
        ended = asyncio.Event()

        async def stream(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\n\r\ndata: 1\n\n")
            try:
                await reader.read()
            finally:
                ended.set()

        async with site(stream) as port, served(port, OPEN, Limits(half_closed_s=0.05)) as house:
            reader, writer = await house.connect()
            writer.write(get("/stream"))
            await reader.readuntil(b"data: 1\n\n")
            writer.close()
            await ended.wait()
            await until(lambda: house.gate.tunnels == 0)

    play(scene)


def test_a_page_that_closes_while_its_site_is_reached_is_not_asked_for() -> None:
    async def scene() -> None:
        origin = Origin()
        async with site(origin) as port, served(port) as house:
            house.neighbours.hold.clear()
            asking = asyncio.create_task(house.say(get("/length")))
            await until(lambda: bool(house.neighbours.reached))
            house.gate.obey(CLOSED)
            house.neighbours.hold.set()
            assert (await asking).startswith(b"HTTP/1.1 503 ")
            assert origin.heads == []

    play(scene)


def test_a_connection_that_broke_between_two_requests_lets_the_browser_ask_again() -> None:
    async def scene() -> None:
        async def once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(ANSWERS["/length"])
            await reader.readuntil(b"\r\n\r\n")  # and says nothing

        async with site(once) as port, served(port) as house:
            reader, writer = await house.connect()
            writer.write(get("/length"))
            await reader.readuntil(b"hello")
            writer.write(get("/length"))
            assert await is_reset(reader)

    play(scene)


def test_a_site_that_hung_up_between_two_requests_is_called_again() -> None:
    async def scene() -> None:
        async def once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(ANSWERS["/length"])

        async with site(once) as port, served(port) as house:
            reader, writer = await house.connect()
            for _ in range(3):
                writer.write(get("/length"))
                await reader.readuntil(b"hello")
                await asyncio.sleep(0.02)  # until the site's end arrives
            assert len(house.neighbours.reached) == 3

    play(scene)


def test_the_persons_own_proxy_is_asked_by_the_whole_address() -> None:
    async def scene() -> None:
        origin = Origin()
        async with site(origin) as port, served(1) as house:
            house.neighbours.places["proxy.example"] = ("127.0.0.1", port)
            house.gate.obey(OPEN._replace(upstream="proxy.example:3128"))
            raw = get("/length", "Proxy-Authorization: Basic eA==") + get("", method="OPTIONS", version="1.0")
            assert (await house.say(raw)).count(b"hello") == 2
            assert house.neighbours.reached == [("proxy.example", 3128)]
            page, options = (head.split(b"\r\n")[:-2] for head in origin.heads)
            assert page[:2] == [b"GET http://linkedin.test/length HTTP/1.1", b"Host: linkedin.test"]
            assert page[2:] == [b"Via: 1.1 rideau", b"Proxy-Authorization: Basic eA=="]
            assert options[0] == b"OPTIONS http://linkedin.test HTTP/1.1"
            assert options[2:] == [b"Via: 1.0 rideau"]

    play(scene)


def test_paths_decide_which_page_is_closed() -> None:
    async def scene() -> None:
        async with site(Origin()) as port, served(port, CLOSED) as house:
            for path in ("/feed", "/%66eed/x", "/a/../feed", "//../feed?x"):
                answer = await house.say(get(path, host="facebook.test"))
                assert answer.startswith(b"HTTP/1.1 503 "), path
            assert house.neighbours.reached == []
            assert (await house.say(get("/feeding", host="facebook.test"))).endswith(b"hello")
            assert (await house.say(get("/", host="learning.linkedin.test"))).endswith(b"hello")
            assert house.reception.attempts == [("facebook", "facebook.test", "http")] * 4

    play(scene)


def test_a_mixed_network_is_closed_only_in_its_profile() -> None:
    closed = Orders(Doors(DOORS, MappingProxyType({Profile.WORK: EVERYTHING_CLOSED[Profile.WORK]})))

    async def scene() -> None:
        async with site(Origin()) as port, served(port, closed) as house:
            for profile, status in ((Profile.PERSONAL, b"200"), (Profile.WORK, b"503"), (Profile.NONE, b"200")):
                house.reception.visitor = Visitor(profile, has_extension=True)
                answer = await house.say(get("/feed", host="facebook.test"))
                assert answer.startswith(b"HTTP/1.1 " + status)

    play(scene)


def test_the_pac_is_given_to_who_asks_for_it_by_our_own_name_alone() -> None:
    async def scene() -> None:
        async with served(1) as house:

            async def pac(host: str, method: str = "GET") -> bytes:
                return await house.say(f"{method} /proxy.pac HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())

            assert (await pac(f"127.0.0.1:{house.port}")).startswith(b"HTTP/1.1 400 ")
            house.gate.pac_text = "function FindProxyForURL() {}"
            for name in ("127.0.0.1", "localhost"):
                answer = await pac(f"{name}:{house.port}")
                assert answer.startswith(b"HTTP/1.1 200 OK\r\nContent-Type: application/x-ns-proxy-autoconfig\r\n")
                assert answer.endswith(b"\r\n\r\nfunction FindProxyForURL() {}")
            assert (await pac(f"evil.test:{house.port}")).startswith(b"HTTP/1.1 403 ")
            assert (await pac(f"127.0.0.1:{house.port}", "POST")).startswith(b"HTTP/1.1 403 ")

    play(scene)


def test_a_client_that_breaks_off_in_the_middle_of_its_body_leaves_nothing_behind() -> None:
    async def scene() -> None:
        async with site(Origin()) as port, served(port) as house:
            _, writer = await house.connect()
            writer.write(get("/length", "Content-Length: 100", method="POST") + b"x")
            await until(lambda: house.gate.tunnels == 1)
            raw = writer.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            writer.transport.abort()
            await until(lambda: house.gate.tunnels + house.visits == 0)

    play(scene)
