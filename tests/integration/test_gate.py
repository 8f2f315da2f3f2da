# SPDX-License-Identifier: MIT
"""Does the gate carry what is open, cut at once what closes, and refuse the rest?"""

import asyncio
import contextlib
import random
import socket
from types import MappingProxyType

import pytest

from rideau.domain.door import Door, Doors, Profile, Visitor
from rideau.keeper.gate import Gate, Limits
from rideau.keeper.message import Orders
from stage.gate import (
    CLOSED,
    DOORS,
    OPEN,
    FakeReception,
    Neighbourhood,
    Served,
    echo,
    is_reset,
    play,
    served,
    site,
    until,
)

CLOSED_AT_WORK = Orders(Doors(DOORS, MappingProxyType({Profile.WORK: frozenset({"linkedin"})})))


def test_a_tunnel_carries_bytes_both_ways_and_each_half_closes_alone() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port) as house:
            reader, writer = await house.tunnel("LinkedIn.test.:8443")
            writer.write(b"x" * 3_000_000)
            writer.write_eof()
            assert await reader.read() == b"x" * 3_000_000
            assert house.neighbours.reached == [("linkedin.test", 8443)]
            await until(lambda: house.gate.tunnels == 0)

    play(scene)


def test_what_a_client_says_before_it_is_answered_goes_through_the_tunnel() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port) as house:
            head = b"CONNECT [::2]:443 HTTP/1.1\r\nHost: [::2]:443\r\n\r\n"
            answer = await house.say(head + b"y" * 300_000)
            assert answer == b"HTTP/1.1 200 Connection established\r\n\r\n" + b"y" * 300_000
            assert house.neighbours.reached == [("::2", 443)]

    play(scene)


def test_closing_resets_both_ends_of_what_is_closed_and_nothing_else() -> None:
    async def scene() -> None:
        ends: list[asyncio.StreamReader] = []

        async def kept(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
            ends.append(reader)
            await asyncio.Event().wait()

        async with site(kept) as port, served(port) as house:
            tunnels = [(await house.tunnel("a.b.linkedin.test:443"))[0] for _ in range(20)]
            other, writer = await house.tunnel("learning.linkedin.test:443")
            await until(lambda: len(ends) == 21)
            house.gate.obey(CLOSED)
            assert all([await is_reset(reader) for reader in tunnels])
            assert sum([end.at_eof() or isinstance(end.exception(), ConnectionResetError) for end in ends]) == 20
            assert house.gate.tunnels == 1
            house.gate.obey(CLOSED)
            writer.write(b"still here")
            survivor = next(end for end in ends if end.exception() is None)
            assert await survivor.read(100) == b"still here"
            assert not other.at_eof()

    play(scene)


def test_closed_is_refused_and_told_until_it_opens_again() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port, CLOSED) as house:
            answer = await house.say(b"CONNECT WWW.linkedin.test.:443 HTTP/1.1\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 403 ")
            assert b"Connection: close" in answer
            assert (await house.say(b"CONNECT facebook.test:80 HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 403 ")
            assert house.reception.attempts == [
                ("linkedin", "www.linkedin.test", "https"),
                ("facebook", "facebook.test", "http"),
            ]
            assert house.neighbours.reached == []
            house.gate.obey(OPEN)
            await house.tunnel("www.linkedin.test:443")
            assert len(house.reception.attempts) == 2

    play(scene)


def test_a_tunnel_that_was_being_built_while_it_closed_is_refused() -> None:
    async def scene() -> None:
        ended = asyncio.Event()

        async def watched(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
            await reader.read()
            ended.set()

        async with site(watched) as port, served(port) as house:
            house.neighbours.hold.clear()
            asking = asyncio.create_task(house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n"))
            await until(lambda: bool(house.neighbours.reached))
            house.gate.obey(CLOSED)
            house.neighbours.hold.set()
            assert (await asking).startswith(b"HTTP/1.1 403 ")
            await ended.wait()
            assert house.gate.tunnels == 0

    play(scene)


def test_a_slow_client_slows_the_site_down_instead_of_filling_the_memory() -> None:
    async def scene() -> None:
        sent = 0

        async def torrent(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal sent
            while True:
                writer.write(bytes(65536))
                await writer.drain()
                sent += 65536

        async with site(torrent) as port, served(port) as house:
            _, writer = await house.tunnel()
            writer.transport.pause_reading()  # type: ignore[attr-defined]  # a stream's transport can
            before = -1
            while sent != before:
                before = sent
                await asyncio.sleep(0.2)
            assert sent < 32_000_000  # what the kernel's buffers take
            assert house.gate.tunnels == 1

    play(scene)


def test_an_end_that_breaks_breaks_the_other_too() -> None:
    async def scene() -> None:
        async def breaks(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read(1)
            raw = writer.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            writer.transport.abort()

        async with site(breaks) as port, served(port) as house:
            reader, writer = await house.tunnel()
            writer.write(b"!")
            assert await is_reset(reader)
            await until(lambda: house.gate.tunnels == 0)

    play(scene)


def test_a_tunnel_of_which_one_half_is_closed_and_the_other_silent_ends() -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.write(b"last")
        await asyncio.Event().wait()

    async def scene() -> None:
        async with site(silent) as port, served(port, OPEN, Limits(half_closed_s=0.1)) as house:
            reader, writer = await house.tunnel()
            writer.write_eof()
            assert await reader.read(4) == b"last"
            assert await is_reset(reader)

    play(scene)


@pytest.mark.parametrize("authority", ["evil.test:443", "notlinkedin.test:443", "127.0.0.1:22", "[::1]:22", "test:1"])
def test_no_other_host_is_ever_reached(authority: str) -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port) as house:
            answer = await house.say(f"CONNECT {authority} HTTP/1.1\r\n\r\n".encode())
            assert answer.startswith(b"HTTP/1.1 403 ")
            assert house.neighbours.reached == []
            assert house.reception.attempts == []

    play(scene)


def test_nobody_is_served_before_the_first_orders_and_everybody_waits_for_them() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port, None) as house:
            asking = asyncio.create_task(house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\nhello"))
            done, _ = await asyncio.wait([asking], timeout=0.1)
            assert not done
            house.gate.obey(OPEN)
            assert (await asking).endswith(b"hello")

    play(scene)


def test_another_users_connection_is_dropped_unheard() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port) as house:
            house.reception.lets_in = False
            assert await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n", has_more=True) == b""
            assert house.reception.came == 0

    play(scene)


def test_who_asks_is_found_out_only_where_it_matters_and_again_when_browsers_change() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port, CLOSED_AT_WORK) as house:
            await house.tunnel("facebook.test:443")
            assert house.reception.asked == 0
            house.reception.visitor = Visitor(Profile.PERSONAL)
            reader, _ = await house.tunnel()
            assert house.reception.asked == 2
            house.reception.visitor = Visitor(Profile.WORK)
            house.gate.reconsider()
            assert await is_reset(reader)
            answer = await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 403 ")
            assert house.gate.tunnels == 1

    play(scene)


def test_a_site_that_leads_back_to_the_gate_is_not_followed() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port) as house:
            house.neighbours.places["linkedin.test"] = ("127.0.0.1", house.port)
            assert (await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 508 ")
            assert (await house.say(b"GET http://linkedin.test/ HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 508 ")
            back = b"GET http://facebook.test/ HTTP/1.1\r\nVia: 1.0 other, 1.1 rideau\r\n\r\n"
            assert (await house.say(back)).startswith(b"HTTP/1.1 508 ")
            assert len(house.neighbours.reached) == 2

    play(scene)


def test_a_site_that_is_not_there_or_does_not_answer_is_said_so() -> None:
    async def scene() -> None:
        free = socket.create_server(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        async with served(port, OPEN, Limits(connect_s=0.1)) as house:
            assert (await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 502 ")
            house.neighbours.hold.clear()
            assert (await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 504 ")

    play(scene)


def test_no_more_are_let_in_than_there_is_room_for() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port, OPEN, Limits(connections=2)) as house:
            await house.tunnel()
            reader, _ = await house.connect()
            await until(lambda: house.reception.came == 2)
            assert await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n", has_more=True) == b""
            assert not reader.at_eof()

    play(scene)


def test_live_ways_to_a_counted_network_are_told_but_for_browsers_that_tell_better() -> None:
    counting = OPEN._replace(doors=OPEN.doors._replace(limited={Profile.NONE: frozenset({"linkedin"})}))

    async def scene() -> None:
        async with site(echo) as port, served(port, counting) as house:
            reader, writer = await house.tunnel()
            assert house.reception.in_use == [frozenset({"linkedin"})]
            house.reception.visitor = Visitor(has_extension=True)
            house.gate.reconsider()
            assert house.reception.in_use[-1] == frozenset()
            house.reception.visitor = Visitor()
            house.gate.obey(OPEN)
            house.gate.obey(counting)
            assert house.reception.in_use[-1] == frozenset({"linkedin"})
            writer.close()
            await until(lambda: house.reception.in_use[-1] == frozenset())
            del reader

    play(scene)


def test_the_gate_says_when_something_is_live_and_when_for_a_while_nothing_was() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port, OPEN, Limits(calm_s=0.1)) as house:
            for _ in range(3):
                assert (await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\nx")).endswith(b"x")
            assert house.reception.busy == [True]
            await until(lambda: house.reception.busy == [True, False])
            await house.tunnel()
            assert house.reception.busy == [True, False, True]

    play(scene)


def test_closing_the_gate_cuts_everybody_and_leaves_the_listener_to_its_owner() -> None:
    async def scene() -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        async with site(echo) as port, served(port, OPEN, listener=listener) as house:
            reader, _ = await house.tunnel()
            waiting, _ = await house.connect()
            await until(lambda: house.reception.came == 2)
            house.gate.close()
            assert await is_reset(reader)
            assert await is_reset(waiting)
        late = socket.create_connection(listener.getsockname())
        late.close()
        listener.close()

    play(scene)


class Proxy:
    """Be the person's own proxy: note what was asked, answer ``answer`` to it, and echo from then on."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.heads: list[bytes] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(self.answer)
        await echo(reader, writer)


async def _asked_beyond(house: Served, port: int, raw: bytes) -> bytes:
    house.gate.obey(OPEN._replace(upstream=f"proxy.example:{port}"))
    return await house.say(raw)


def test_the_persons_own_proxy_is_asked_for_tunnels() -> None:
    async def scene() -> None:
        proxy = Proxy(b"HTTP/1.1 200 OK\r\n\r\nearly")
        async with site(proxy) as port, served(1) as house:
            house.neighbours.places["proxy.example"] = ("127.0.0.1", port)
            head = b"CONNECT linkedin.test:443 HTTP/1.1\r\nProxy-Authorization: Basic eA==\r\n\r\n"
            assert (await _asked_beyond(house, port, head + b"hello")).endswith(b"\r\n\r\nearlyhello")
            assert house.neighbours.reached == [("proxy.example", port)]
            (asked,) = proxy.heads
            assert asked.startswith(b"CONNECT linkedin.test:443 HTTP/1.1\r\nHost: linkedin.test:443\r\n")
            assert asked.endswith(b"Via: 1.1 rideau\r\nProxy-Authorization: Basic eA==\r\n\r\n")

    play(scene)


def test_the_persons_own_proxy_may_ask_for_a_password() -> None:
    async def scene() -> None:
        proxy = Proxy(b'HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm="x"\r\nX-Secret: 1\r\n\r\n')
        async with site(proxy) as port, served(1) as house:
            house.neighbours.places["proxy.example"] = ("127.0.0.1", port)
            answer = await _asked_beyond(house, port, b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 407 ")
            assert b'Proxy-Authenticate: Basic realm="x"\r\n' in answer
            assert b"Secret" not in answer

    play(scene)


@pytest.mark.parametrize(
    ("said", "status"), [(b"gibberish\r\n\r\n", b"502"), (b"", b"502"), (b"HTTP/1.1 503 Busy\r\n\r\n", b"503")]
)
def test_a_proxy_beyond_that_fails_is_said_so(said: bytes, status: bytes) -> None:
    async def fails(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)

    async def scene() -> None:
        async with site(fails) as port, served(1) as house:
            house.neighbours.places["proxy.example"] = ("127.0.0.1", port)
            answer = await _asked_beyond(house, port, b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")
            assert answer.startswith(b"HTTP/1.1 " + status)

    play(scene)


def test_a_proxy_beyond_without_a_place_or_that_is_the_gate_itself_is_not_asked() -> None:
    async def scene() -> None:
        async with served(1) as house:
            house.gate.obey(OPEN._replace(upstream="nowhere"))
            assert (await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 502 ")
            house.gate.obey(OPEN._replace(upstream="proxy.example:70000"))
            assert (await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 502 ")
            house.neighbours.places["::1"] = ("127.0.0.1", house.port)
            house.gate.obey(OPEN._replace(upstream=f"[::1]:{house.port}"))
            assert (await house.say(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")).startswith(b"HTTP/1.1 508 ")
            assert house.neighbours.reached == [("::1", house.port)]

    play(scene)


def reset(writer: asyncio.StreamWriter) -> None:
    """Break the connection off."""
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    writer.transport.abort()


def test_a_browser_that_leaves_while_its_site_is_being_reached_leaves_nothing_behind() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port) as house:
            house.neighbours.hold.clear()
            _, writer = await house.connect()
            writer.write(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")
            await until(lambda: bool(house.neighbours.reached))
            reset(writer)
            await until(lambda: house.visits == 0)
            assert house.gate.tunnels == 0

    play(scene)


def test_a_browser_that_leaves_while_the_proxy_beyond_decides_leaves_nothing_behind() -> None:
    """The connection to that proxy would be kept for as long as it likes."""

    async def scene() -> None:
        heads, ends = [], []

        async def undecided(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
            heads.append(await reader.readuntil(b"\r\n\r\n"))
            ends.append(await is_reset(reader))

        async with site(undecided) as port, served(1) as house:
            house.neighbours.places["proxy.example"] = ("127.0.0.1", port)
            house.gate.obey(OPEN._replace(upstream=f"proxy.example:{port}"))
            _, writer = await house.connect()
            writer.write(b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n")
            await until(lambda: bool(heads))
            reset(writer)
            await until(lambda: bool(ends))
            assert house.visits == 0

    play(scene)


def test_by_itself_the_gate_finds_a_site_by_its_name_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    doors = Doors((Door("here", "Here", ("localhost",)),))

    async def scene() -> None:
        async with site(echo) as port:
            listener = socket.create_server(("127.0.0.1", 0))
            gate = Gate(FakeReception())
            gate.obey(Orders(doors))
            serving = asyncio.create_task(gate.serve(listener))
            house = Served(gate, FakeReception(), Neighbourhood(0), listener.getsockname()[1])
            head = f"CONNECT localhost:{port} HTTP/1.1\r\n\r\n".encode()
            assert (await house.say(head + b"hello")).endswith(b"\r\n\r\nhello")
            nowhere = await house.say(b"CONNECT no-such-name.localhost:1 HTTP/1.1\r\n\r\n")
            assert nowhere.startswith(b"HTTP/1.1 502 ")
            await house.leave()
            gate.close()
            await serving
            listener.close()

    play(scene)


def test_a_crowd_that_comes_and_goes_while_doors_open_and_close_leaves_nothing_behind() -> None:
    """Whoever got through while it was closed would be left over at the end."""

    async def scene() -> None:
        chance = random.Random(7)  # noqa: S311 - a crowd, not a secret
        heads = (b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n", b"GET http://linkedin.test/ HTTP/1.1\r\n\r\n")

        async def guest(house: Served) -> None:
            reader, writer = await house.connect()
            with contextlib.suppress(ConnectionError):
                writer.write(chance.choice(heads) + b"x" * chance.choice((0, 10, 200_000)))
                if chance.random() < 0.3:
                    await asyncio.sleep(chance.random() / 50)
                    writer.transport.abort()
                await reader.read()

        async with site(echo) as port, served(port, OPEN, Limits(farewell_s=0.1)) as house:
            guests: list[asyncio.Task[None]] = []
            for _ in range(8):
                house.gate.obey(OPEN)
                guests += [asyncio.create_task(guest(house)) for _ in range(20)]
                await until(lambda: house.gate.tunnels > 0)
                house.gate.obey(CLOSED)
            await asyncio.gather(*guests)
            await until(lambda: house.gate.tunnels + house.visits == 0)

    play(scene)
