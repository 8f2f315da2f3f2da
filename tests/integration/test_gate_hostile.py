# SPDX-License-Identifier: MIT
"""Whatever is said to the gate, is nothing but a configured and open site ever reached, and does it live on?"""

import asyncio
import re
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rideau.domain.door import Doorkeeper, Doors, Profile
from rideau.keeper.gate import Limits
from rideau.keeper.message import Orders
from stage.gate import CLOSED, DOORS, OPEN, Served, play, resident_bytes, served, site, until

DOORKEEPER = Doorkeeper(Doors(DOORS))
LINKEDIN_CLOSED = Orders(Doors(DOORS, MappingProxyType({each: frozenset({"linkedin"}) for each in Profile})))

SMUGGLED = {
    "both lengths": "GET http://linkedin.test/ HTTP/1.1\r\nContent-Length: 4\r\n"
    "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two lengths": "POST http://linkedin.test/ HTTP/1.1\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
    "the same length twice": "POST http://linkedin.test/ HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
    "a list of lengths": "POST http://linkedin.test/ HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\na",
    "a signed length": "POST http://linkedin.test/ HTTP/1.1\r\nContent-Length: +1\r\n\r\na",
    "a negative length": "POST http://linkedin.test/ HTTP/1.1\r\nContent-Length: -1\r\n\r\na",
    "a length in hexadecimal": "POST http://linkedin.test/ HTTP/1.1\r\nContent-Length: 0x1\r\n\r\na",
    "an empty length": "POST http://linkedin.test/ HTTP/1.1\r\nContent-Length:\r\n\r\na",
    "a huge length": "POST http://linkedin.test/ HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\na",
    "another encoding": "POST http://linkedin.test/ HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
    "an encoding twice": "POST http://linkedin.test/ HTTP/1.1\r\nTransfer-Encoding: chunked\r\n"
    "Transfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "a disguised encoding": "POST http://linkedin.test/ HTTP/1.1\r\nTransfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n",
    "an encoding of old": "POST http://linkedin.test/ HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a space before the colon": "GET http://linkedin.test/ HTTP/1.1\r\nContent-Length : 0\r\n\r\n",
    "a folded line": "GET http://linkedin.test/ HTTP/1.1\r\nX: a\r\n b\r\n\r\n",
    "a folded first line": "GET http://linkedin.test/ HTTP/1.1\r\n Host: a\r\n\r\n",
    "a bare line feed": "GET http://linkedin.test/ HTTP/1.1\r\nX: a\nHost: b\r\n\r\n",
    "line feeds alone": "GET http://linkedin.test/ HTTP/1.1\n\n",
    "a bare carriage return": "GET http://linkedin.test/ HTTP/1.1\r\nX: a\rHost: b\r\n\r\n",
    "a NUL": "GET http://linkedin.test/ HTTP/1.1\r\nX: a\0b\r\n\r\n",
    "no name": "GET http://linkedin.test/ HTTP/1.1\r\n: a\r\n\r\n",
    "no colon": "GET http://linkedin.test/ HTTP/1.1\r\nHost\r\n\r\n",
    "two hosts": "GET http://linkedin.test/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "two spaces": "GET  http://linkedin.test/ HTTP/1.1\r\n\r\n",
    "a tab": "GET\thttp://linkedin.test/ HTTP/1.1\r\n\r\n",
    "a space in the target": "GET http://linkedin.test/ x HTTP/1.1\r\n\r\n",
    "no version": "GET http://linkedin.test/\r\n\r\n",
    "a tunnel with a body": "CONNECT linkedin.test:443 HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc",
    "a tunnel in chunks": "CONNECT linkedin.test:443 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
}

NOWHERE = [
    "http://linkedin.test@evil.test/",
    "http://linkedin.test:80@evil.test/",
    "http://evil.test@linkedin.test/",
    "http://evil.test#linkedin.test/",
    "http://evil.test\\.linkedin.test/",
    "http://linkedin.test\\@evil.test/",
    "http://linkedin.test#@evil.test/",
    "http://linkedin%2Etest/",
    "http://linkedin.test%00.evil.test/",
    "http://linkedin.test:0/",
    "http://linkedin.test:65536/",
    "http://linkedin.test:80:80/",
    "http://linkedin.test:-80/",
    "http://linkedin.test: 80/",
    "http://[linkedin.test]/",
    "http://[::2/",
    "http://::2/",
    "http:///linkedin.test/",
    "http:/linkedin.test/",
    "http:linkedin.test/",
    "https://linkedin.test/",
    "ftp://linkedin.test/",
    "file:///etc/passwd",
    "//linkedin.test/",
    "/",
    "/http://linkedin.test/",
    "*",
    "linkedin.test",
    "linkedin.test:80",
    "http://1.2.3.4.5/",
    "http://..linkedin.test/",
    "http://linkedin..test/",
    "http://linkedin.test\u00e9/",
    "http://" + "a" * 64 + ".linkedin.test/",
]

ELSEWHERE = [
    "http://evil.test/http://linkedin.test/",
    "http://evil.test?http://linkedin.test/",
    "http://linkedin.test.evil.test/",
    "http://notlinkedin.test/",
    "http://127.0.0.1/",
    "http://127.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://0/",
    "http://localhost/",
]


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")


def statuses(raw: bytes) -> list[bytes]:
    """Return the statuses that an open gate answers to ``raw``; no host but ours may be reached for it."""
    answers: list[bytes] = []

    async def scene() -> None:
        async with site(answer) as port, served(port) as house:
            answers.append(await house.say(raw))
            assert all(DOORKEEPER.leads_here(host) or host == "::2" for host, _ in house.neighbours.reached)

    play(scene)
    return re.findall(rb"HTTP/1\.1 (\d+) ", answers[0])


@pytest.mark.parametrize("trick", SMUGGLED)
def test_what_two_servers_could_read_in_two_ways_is_read_by_none(trick: str) -> None:
    following = b"GET http://linkedin.test/smuggled HTTP/1.1\r\n\r\n"
    assert statuses(SMUGGLED[trick].encode("latin-1") + following) == [b"400"]


@pytest.mark.parametrize("target", NOWHERE)
def test_a_target_that_is_no_plain_address_of_a_site_leads_nowhere(target: str) -> None:
    assert statuses(f"GET {target} HTTP/1.1\r\nHost: linkedin.test\r\n\r\n".encode()) == [b"400"]


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_target_that_only_looks_like_a_site_is_refused(target: str) -> None:
    assert statuses(f"GET {target} HTTP/1.1\r\nHost: linkedin.test\r\n\r\n".encode()) == [b"403"]


@pytest.mark.parametrize(
    "authority",
    ["linkedin.test", "linkedin.test:", "a@linkedin.test:443", "linkedin.test:443/x", "[::2]", "linkedin.test:4 43",
     "linkedin.test:99999", "http://linkedin.test:443", "linkedin%2etest:443", "[::2%25eth0]:443"],
)  # fmt: skip
def test_a_tunnel_leads_to_a_host_and_a_port_alone(authority: str) -> None:
    assert statuses(f"CONNECT {authority} HTTP/1.1\r\n\r\n".encode()) == [b"400"]


def test_an_address_in_an_odd_form_is_the_address() -> None:
    for host in ("127.0.0.9", "0x7f.9", "2130706441", "0177.0.0.011"):
        assert statuses(f"GET http://{host}/ HTTP/1.1\r\n\r\n".encode()) == [b"200"]


def test_other_versions_are_refused() -> None:
    assert statuses(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") == [b"505"]
    assert statuses(b"GET http://linkedin.test/ HTTP/1.2\r\n\r\n") == [b"505"]


def test_a_web_page_that_speaks_to_the_gates_port_learns_nothing() -> None:
    """Neither by the port itself nor by a name of its own that leads to 127.0.0.1 (DNS rebinding)."""

    async def scene() -> None:
        async with served(1, CLOSED) as house:
            for host in (f"127.0.0.1:{house.port}", f"evil.test:{house.port}", "linkedin.test"):
                for request in ("GET /", "OPTIONS /", "POST /proxy.pac", "GET /proxy.pac"):
                    said = f"{request} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://evil.test\r\n\r\n"
                    head, _, body = (await house.say(said.encode())).partition(b"\r\n\r\n")
                    assert head.startswith(b"HTTP/1.1 400 Bad Request")
                    assert b"Access-Control" not in head
                    assert body == b""
            assert house.neighbours.reached == []
            assert house.reception.attempts == []

    play(scene)


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET http://linkedin.test/" + b"a" * 70_000, b"431"),
        (b"GET http://linkedin.test/ HTTP/1.1\r\n" + b"X: y\r\n" * 201 + b"\r\n", b"431"),
        (b"GET http://linkedin.test/ HTTP/1.1\r\nX: " + b"y" * 65_600 + b"\r\n\r\n", b"431"),
        (b"GET http://linkedin.test/ HTTP/1.1\r\nX: " + b"y" * 60_000 + b"\r\n\r\n", b"200"),
        (b"\r\nGET http://linkedin.test/ HTTP/1.1\r\n\r\n", b"200"),
        (b"\r\n\r\nGET http://linkedin.test/ HTTP/1.1\r\n\r\n", b"400"),
        (b"GET http://linkedin.test/ HTTP/1.1\r\n", b"400"),
    ],
)
def test_heads_are_taken_up_to_a_size(raw: bytes, status: bytes) -> None:
    assert statuses(raw) == [status]


def test_a_client_that_says_nothing_or_too_slowly_is_sent_away() -> None:
    async def scene() -> None:
        async with served(1, OPEN, Limits(idle_s=0.2, head_s=0.2)) as house:
            assert await house.say(b"", has_more=True) == b""
            reader, writer = await house.connect()
            for drip in b"GET http://linkedin":
                writer.write(bytes([drip]))
                await asyncio.sleep(0.02)
            assert (await reader.read()).startswith(b"HTTP/1.1 408 ")

    play(scene)


def test_endless_heads_bodies_and_answers_fill_no_memory() -> None:
    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"HTTP/1.1 100 Continue\r\nX: " + b"z" * 60_000 + b"\r\n\r\n")
            await writer.drain()

    async def flood(house: Served, start: bytes, piece: bytes) -> None:
        _, writer = await house.connect()
        writer.write(start)
        try:
            for _ in range(400):
                writer.write(piece)
                async with asyncio.timeout(0.5):
                    await writer.drain()
        except (TimeoutError, ConnectionError):
            pass

    async def scene() -> None:
        async with site(endless) as port, served(port) as house:
            before = resident_bytes()
            head = b"POST http://linkedin.test/ HTTP/1.1\r\n"
            await flood(house, head, b"X: y\r\n" * 10_000)
            await flood(house, head + b"Transfer-Encoding: chunked\r\n\r\n", b"5;" + b"a" * 60_000)
            await flood(house, head + b"\r\n", head + b"\r\n")
            await flood(house, b"", bytes(100_000))
            await house.say(head + b"\r\n")
            assert resident_bytes() - before < 24_000_000

    play(scene)


PIECES = [
    *(b"GET ", b"POST ", b"CONNECT ", b"OPTIONS ", b" HTTP/1.1", b" HTTP/1.0", b"\r\n", b"\r\n\r\n"),
    *(
        b"http://",
        b"https://",
        b"linkedin.test",
        b"facebook.test",
        b"evil.test",
        b"[::2]",
        b"127.1",
        b"0x7f.9",
        b"xn--",
    ),
    *(b":443", b":", b"@", b"/", b"#", b"\\", b"?", b"%2e", b".", b",", b"\n", b"\r", b"\0", b" ", b"\t", b"5", b"0"),
    *(b"Host: ", b"Content-Length: ", b"Transfer-Encoding: chunked\r\n", b"0\r\n\r\n", b"5\r\nhello\r\n"),
    *(b"Connection: close\r\n", b"Upgrade: websocket\r\n", b"Expect: 100-continue\r\n", b"Connection: Upgrade\r\n"),
    *(b"GET http://linkedin.test/ HTTP/1.1\r\n", b"CONNECT facebook.test:443 HTTP/1.1\r\n"),
]
STARTS = st.sampled_from([b"", b"GET http://", b"CONNECT ", *PIECES[-2:]])
NOISE = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(PIECES), st.binary(max_size=30)), max_size=25)
SAYINGS = st.builds(lambda start, noise: start + b"".join(noise) + b"\r\n\r\n", STARTS, NOISE)


def test_whatever_bytes_come_only_open_sites_are_reached_and_the_gate_lives_on() -> None:
    all_reached: set[str] = set()

    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.lists(SAYINGS, min_size=1, max_size=3))
    def said(house: Served, loop: asyncio.Runner, sayings: list[bytes]) -> None:
        house.neighbours.reached.clear()
        loop.run(house.say(b"".join(sayings)))
        for host, _ in house.neighbours.reached:
            all_reached.add(host)
            named = f"[{host}]" if ":" in host else host
            assert doorkeeper.leads_here(named), sayings
            assert doorkeeper.closed_by(named) is None, sayings

    doorkeeper = Doorkeeper(LINKEDIN_CLOSED.doors)
    errors: list[dict[str, object]] = []
    with asyncio.Runner() as loop:
        loop.get_loop().set_exception_handler(lambda _, context: errors.append(context))
        there = site(answer)
        port = loop.run(there.__aenter__())
        serving = served(port, LINKEDIN_CLOSED, Limits(head_s=1, idle_s=1, farewell_s=0.2))
        house = loop.run(serving.__aenter__())
        try:
            said(house, loop)
            loop.run(house.tunnel("facebook.test:443"))
            loop.run(house.leave())
            loop.run(until(lambda: house.gate.tunnels + house.visits == 0))
        finally:
            loop.run(serving.__aexit__(None, None, None))
            loop.run(there.__aexit__(None, None, None))
    assert errors == []
    assert "facebook.test" in all_reached
