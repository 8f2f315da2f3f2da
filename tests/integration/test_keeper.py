# SPDX-License-Identifier: MIT
"""Does a real keeper process welcome its tray and the browsers' hosts, and nobody and nothing else?"""

import asyncio
import itertools
import json
import logging
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rideau.domain.door import Door, Doors, Profile
from rideau.keeper.__main__ import MOST_LINES, Brevity
from rideau.keeper.desk import MOST_STRANGERS, is_allowed
from rideau.keeper.loop import KeeperLoop
from rideau.keeper.message import LARGEST_LINE, VERSION, Lease, Orders, Role, Sign, Type, encoded, lease_fields
from rideau.keeper.private_socket import Peer, peer_of
from stage.keeper import Keeper, Talk, eventually

DOORS = (Door("linkedin", "LinkedIn", ("linkedin.test",)),)
OPEN = Orders(Doors(DOORS))
CLOSED = Orders(
    Doors(DOORS, MappingProxyType({each: frozenset({"linkedin"}) for each in Profile})),
    until=9e9,
    signs={"linkedin": Sign("LinkedIn opens Monday at 9:00. Your hours, your rule.", "Closed until Monday.")},
    board={"language": "en", "tip": "Have a walk."},
)


@pytest.fixture(name="folder")
def fixture_folder() -> Iterator[Path]:
    """Return a folder with a short path: a socket's address holds about 100 bytes."""
    with tempfile.TemporaryDirectory(prefix="r-") as folder:
        yield Path(folder)


@pytest.fixture(name="keeper")
def fixture_keeper(folder: Path) -> Iterator[Keeper]:
    with Keeper(folder) as keeper:
        yield keeper


def ask_gate(port: int, host: str = "linkedin.test") -> bytes:
    """Return the first line the gate answers to a tunnel to ``host``."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(f"CONNECT {host}:443 HTTP/1.1\r\nHost: {host}:443\r\n\r\n".encode())
        return connection.recv(4096).partition(b"\r\n")[0]


def test_a_tray_is_welcomed_with_the_listening_socket_and_told_how_things_stand(keeper: Keeper) -> None:
    tray = keeper.connect()
    welcome = tray.hello(Role.TRAY)
    assert welcome == {"version": VERSION, "type": "welcome", "pid": keeper.process.pid, "port": keeper.port}
    assert [each.getsockname() for each in tray.handed] == [("127.0.0.1", keeper.port)]
    assert os.fstat(tray.handed[0].fileno()).st_ino == os.fstat(keeper.gate.fileno()).st_ino
    assert tray.next_line() == (Type.BROWSERS, {"version": VERSION, "type": "browsers", "browsers": []})
    assert tray.next_line() == (Type.BUSY, {"version": VERSION, "type": "busy", "is_busy": False})


def test_a_keeper_is_small(keeper: Keeper) -> None:
    tray = keeper.tray(CLOSED)
    for _ in range(20):
        assert ask_gate(keeper.port).startswith(b"HTTP/1.1 403")
        tray.order(OPEN)
        tray.order(CLOSED)
    print(f"{keeper.rss_kb()} KB resident")
    assert keeper.rss_kb() < 30 * 1024


def test_a_keeper_is_there_in_a_blink(folder: Path) -> None:
    """150 ms on a machine with nothing else to do; ten times that is a defect anywhere."""
    began_at = time.monotonic()
    with Keeper(folder) as keeper:
        keeper.tray()
        took_s = time.monotonic() - began_at
    print(f"{took_s * 1000:.0f} ms from start to welcome")
    assert took_s < 1.5


def test_the_gate_keeps_people_waiting_until_there_are_orders(keeper: Keeper) -> None:
    with socket.create_connection(("127.0.0.1", keeper.port), timeout=20) as early:
        early.sendall(b"CONNECT linkedin.test:443 HTTP/1.1\r\nHost: linkedin.test:443\r\n\r\n")
        tray = keeper.tray()
        early.settimeout(0.2)
        with pytest.raises(TimeoutError):
            early.recv(1)
        early.settimeout(20)
        tray.order(CLOSED)
        assert early.recv(4096).startswith(b"HTTP/1.1 403")


def test_after_a_kill_the_next_keeper_serves_the_same_port(keeper: Keeper) -> None:
    keeper.tray(CLOSED)
    assert ask_gate(keeper.port).startswith(b"HTTP/1.1 403")
    keeper.kill()
    with socket.create_connection(("127.0.0.1", keeper.port), timeout=20) as early:
        keeper.start()
        keeper.tray(CLOSED)
        early.sendall(b"CONNECT linkedin.test:443 HTTP/1.1\r\nHost: linkedin.test:443\r\n\r\n")
        assert early.recv(4096).startswith(b"HTTP/1.1 403")


def test_a_host_is_told_what_holds_now_and_whenever_that_changes(keeper: Keeper) -> None:
    early = keeper.host()
    tray = keeper.tray(CLOSED)
    late = keeper.host()
    for host in (early, late):
        told = host.hear(Type.STATE)
        assert told["closed"] == {each.value: ["linkedin"] for each in Profile}
        assert told["signs"] == {"linkedin": CLOSED.signs["linkedin"]._asdict()}
        assert (told["until"], told["board"]) == (9e9, {"language": "en", "tip": "Have a walk."})
        assert "restart" not in told
    tray.order(OPEN)
    for host in (early, late):
        assert host.hear(Type.STATE)["closed"] == {each.value: [] for each in Profile}


def test_the_tray_knows_which_browsers_are_there(keeper: Keeper) -> None:
    tray = keeper.tray(OPEN)
    host = keeper.host(browser="firefox", profile="work", extension="0.1.0")
    (known,) = _browsers(tray)
    assert (known["browser"], known["profile"], known["extension"]) == ("firefox", "work", "0.1.0")
    host.say(Type.PROFILE, {"profile": "personal"})
    assert [each["profile"] for each in _browsers(tray)] == ["personal"]
    assert [each["profile"] for each in _browsers(keeper.tray())] == ["personal"]
    tray = keeper.tray()
    assert len(_browsers(tray)) == 1
    host.close()
    assert _browsers(tray) == []


def _browsers(tray: Talk) -> list[dict[str, object]]:
    told = tray.hear(Type.BROWSERS)["browsers"]
    assert isinstance(told, list)
    return told


def test_an_attempt_reaches_the_tray_from_the_gate_and_from_the_extension(keeper: Keeper) -> None:
    tray = keeper.tray(CLOSED)
    ask_gate(keeper.port, "www.linkedin.test")
    told = tray.hear(Type.ATTEMPT)
    assert (told["network"], told["host"], told["by"], told["scheme"]) == (
        "linkedin",
        "www.linkedin.test",
        "gate",
        "https",
    )
    keeper.host().say(Type.ATTEMPT, {"network": "linkedin"})
    told = tray.hear(Type.ATTEMPT)
    assert (told["network"], told["by"]) == ("linkedin", "extension")


def test_a_ping_is_answered_with_its_own_id(keeper: Keeper) -> None:
    for talk in (keeper.tray(), keeper.host()):
        talk.say(Type.PING, {"id": 7})
        assert talk.hear(Type.PONG)["id"] == 7


def test_a_second_tray_takes_the_place_of_the_first(keeper: Keeper, folder: Path) -> None:
    mark = folder / "restarted"
    first = keeper.tray(CLOSED._replace(restart=("touch", str(mark))))
    second = keeper.tray()
    assert "another tray" in str(first.hear(Type.ERROR)["message"])
    assert first.until_hung_up() == b""
    second.order(OPEN)
    assert "The tray is gone" not in keeper.log.read_text()
    assert not mark.exists()


def _other_version() -> bytes:
    return json.dumps({"version": VERSION + 1, "type": "hello", "role": "tray"}).encode() + b"\n"


@pytest.mark.parametrize(
    "said",
    [
        _other_version(),
        b"\n",
        b"hello\n",
        b"GET / HTTP/1.1\r\n\r\n",
        encoded(Type.PING, {"id": 1}),
        encoded(Type.HELLO, {"role": "king"}),
        encoded(Type.HELLO, {"role": ["tray"]}),
        encoded(Type.HELLO, {"role": "browser", "profile": "weekend"}),
        encoded(Type.HELLO, {"role": "browser", "pid": "1"}),
        encoded(Type.HELLO, {"role": "browser"}) + encoded(Type.ORDERS),
        encoded(Type.HELLO, {"role": "browser"}) + encoded(Type.GOODBYE),
        encoded(Type.HELLO, {"role": "browser"}) + encoded(Type.LEASE),
        encoded(Type.HELLO, {"role": "browser"}) + encoded(Type.HELLO, {"role": "tray"}),
        encoded(Type.HELLO, {"role": "browser"}) + encoded(Type.PROFILE, {"profile": 5}),
    ],
)
def test_who_speaks_otherwise_is_told_our_version_and_hung_up_on(keeper: Keeper, said: bytes) -> None:
    talk = keeper.connect()
    talk.connection.sendall(said)
    last = json.loads(talk.until_hung_up().splitlines()[-1])
    assert (last["type"], last["version"]) == ("error", VERSION)
    assert last["message"]
    keeper.tray().ping()


def test_what_is_wrong_is_said_in_few_words(keeper: Keeper) -> None:
    tray = keeper.tray(OPEN)
    tray.say(Type.ORDERS, {"signs": {"x" * 100_000: 1}})
    assert len(tray.until_hung_up()) < 500
    eventually(lambda: "was hung up on" in keeper.log.read_text())
    assert len(keeper.log.read_text()) < 2000


def test_a_tray_that_says_nonsense_is_hung_up_on_like_anybody(keeper: Keeper) -> None:
    tray = keeper.tray(CLOSED)
    tray.say(Type.ORDERS, {"doors": "all"})
    assert b"doors" in tray.until_hung_up()
    eventually(lambda: "The tray is gone" in keeper.log.read_text())
    assert ask_gate(keeper.port).startswith(b"HTTP/1.1 403")


def test_who_says_nothing_is_hung_up_on_after_three_seconds(keeper: Keeper) -> None:
    silent, slow, there = keeper.connect(), keeper.connect(), keeper.host()
    slow.connection.sendall(b'{"version":1,')
    began_at = time.monotonic()
    assert silent.until_hung_up() == b""
    assert slow.until_hung_up() == b""
    assert 2 < time.monotonic() - began_at < 10
    there.ping()


def test_a_crowd_that_says_nothing_does_not_keep_the_tray_out(keeper: Keeper) -> None:
    crowd = [keeper.connect() for _ in range(MOST_STRANGERS * 3)]
    keeper.tray().ping()
    for each in crowd:
        each.connection.settimeout(0)
    assert sum(_is_over(each) for each in crowd) >= MOST_STRANGERS


def _is_over(talk: Talk) -> bool:
    with suppress(BlockingIOError):
        return talk.connection.recv(1) == b""
    return False


@pytest.mark.parametrize("role", [None, Role.BROWSER, Role.TRAY])
def test_a_line_without_end_is_not_kept(keeper: Keeper, role: Role | None) -> None:
    talk = keeper.connect()
    if role is not None:
        talk.hello(role)
    with suppress(BrokenPipeError, ConnectionResetError):
        for _ in range(2 * LARGEST_LINE // 65536):
            talk.connection.sendall(b"x" * 65536)
    talk.until_hung_up()
    keeper.tray().ping()
    assert keeper.rss_kb() < 30 * 1024


def test_a_host_that_does_not_read_holds_nobody_up_and_is_dropped(keeper: Keeper) -> None:
    tray = keeper.tray(OPEN)
    keeper.host()
    assert len(_browsers(tray)) == 1
    for number in range(20):
        tray.order(CLOSED._replace(board={"tip": "x" * 200_000, "number": number}))
        if number < 2:
            keeper.host().ping()
    eventually(lambda: not _browsers(keeper.tray()))
    assert keeper.rss_kb() < 40 * 1024


def test_a_tray_that_does_not_read_is_not_drowned_in_attempts(keeper: Keeper) -> None:
    keeper.tray(CLOSED)
    host = keeper.host()
    for _ in range(20_000):
        host.say(Type.ATTEMPT, {"network": "x" * 200})
    host.ping()
    assert "The tray is gone" not in keeper.log.read_text()


@pytest.fixture(name="lasting", scope="module")
def fixture_lasting() -> Iterator[Keeper]:
    with tempfile.TemporaryDirectory(prefix="r-") as folder, Keeper(Path(folder)) as keeper:
        keeper.tray(OPEN)
        yield keeper


values = st.sampled_from(["browser", "work", "\ud800", "", 1, -1, 1e14, 2**64, None, [], [[1, 1]], {}, {"a": 1}, True])
keys = st.sampled_from(
    ["role", "pid", "browser", "profile", "extension", "network", "id", "doors", "closed", "restart"]
)
fields = st.dictionaries(keys | st.just("processes"), values, max_size=4)
garbage = (
    st.binary(max_size=200)
    | st.sampled_from([b"[" * 60_000, b'{"version":' + b"9" * 6_000 + b"}", b"\x00" * 5000, b"NaN", b'"\\ud800"'])
    | st.builds(lambda kind, fields: encoded(kind, fields)[:-1], st.sampled_from(Type), fields)
)


@given(st.booleans(), st.lists(garbage, max_size=6))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_bytes_the_keeper_still_answers(lasting: Keeper, says_hello: bool, lines: list[bytes]) -> None:  # noqa: FBT001 - drawn
    talk = Talk(lasting.path)
    hello = [encoded(Type.HELLO, {"role": "browser"})[:-1]] if says_hello else []
    with suppress(BrokenPipeError, ConnectionResetError):
        talk.connection.sendall(b"".join(line + b"\n" for line in [*hello, *lines]))
        talk.connection.shutdown(socket.SHUT_WR)
    talk.until_hung_up()
    talk.close()
    _answers(lasting, Role.BROWSER)


@given(st.lists(st.tuples(st.sampled_from([Type.ORDERS, Type.LEASE, Type.RELEASE, Type.PING]), fields), max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_orders_the_keeper_still_answers(lasting: Keeper, said: list[tuple[Type, dict[str, object]]]) -> None:
    talk = Talk(lasting.path)
    talk.hello(Role.TRAY)
    with suppress(BrokenPipeError, ConnectionResetError):
        for kind, each in said:
            talk.say(kind, each)
        talk.connection.shutdown(socket.SHUT_WR)
    talk.until_hung_up()
    talk.close()
    _answers(lasting, Role.TRAY)
    assert "Traceback" not in lasting.log.read_text()


def _answers(keeper: Keeper, role: Role) -> None:
    talk = Talk(keeper.path)
    talk.hello(role)
    if role is Role.TRAY:
        talk.order(OPEN)
    talk.ping()
    talk.close()


def test_the_socket_is_open_to_this_user_alone(keeper: Keeper) -> None:
    assert stat.S_IMODE(keeper.path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(keeper.path.stat().st_mode) == 0o600
    ours, theirs = socket.socketpair(socket.AF_UNIX)
    with ours, theirs:
        assert peer_of(ours) == Peer(os.getpid(), os.getuid())
    assert is_allowed(Peer(os.getpid(), os.getuid()))
    assert not is_allowed(Peer(os.getpid(), os.getuid() + 1))
    assert not is_allowed(None)


STRANGER = """
import os, socket, sys
with socket.socket(socket.AF_UNIX) as connection:
    connection.settimeout(20)
    if os.getuid() == 0:
        os.setresuid(65534, 65534, 65534)
    try:
        connection.connect(sys.argv[1])
        connection.sendall(sys.argv[2].encode())
        print(connection.recv(10))
    except OSError as error:
        print(type(error).__name__)
"""


def test_another_user_is_refused_even_where_the_folder_lets_them_in(keeper: Keeper, folder: Path) -> None:
    """An ordinary user cannot become another one: then the same process is let in, and that is what is seen."""
    for opened in (folder, keeper.path.parent):
        opened.chmod(0o755)
    keeper.path.chmod(0o666)
    hello = encoded(Type.HELLO, {"role": "tray"}).decode()
    command = [sys.executable, "-c", STRANGER, str(keeper.path), hello]
    said = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout.strip()
    if os.getuid() == 0:
        assert said in {"b''", "BrokenPipeError", "ConnectionResetError"}
        eventually(lambda: "uid=65534" in keeper.log.read_text())
    else:
        assert said.startswith("b'{")


def test_what_a_keeper_logs_has_an_end(keeper: Keeper) -> None:
    record = logging.LogRecord("keeper", logging.INFO, "", 1, "again", None, None)
    brevity = Brevity()
    assert sum(brevity.filter(record) for _ in range(MOST_LINES + 50)) == MOST_LINES
    for _ in range(50):
        talk = keeper.connect()
        talk.connection.sendall(b"again\n")
        talk.until_hung_up()
    assert keeper.log.read_text().count("was hung up on") == 50


def test_a_socket_left_by_a_crash_is_taken_over(folder: Path) -> None:
    (folder / "run").mkdir(mode=0o777)
    with socket.socket(socket.AF_UNIX) as left_by_a_crash:
        left_by_a_crash.bind(str(folder / "run" / "keeper"))
    with Keeper(folder) as keeper:
        keeper.tray().ping()
        assert stat.S_IMODE(keeper.path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_the_system_asks_and_leaves_no_socket(keeper: Keeper, number: int) -> None:
    keeper.tray(CLOSED)
    keeper.host()
    with socket.create_connection(("127.0.0.1", keeper.port), timeout=20) as live:
        os.kill(keeper.process.pid, number)
        assert keeper.wait() == 0
        with suppress(ConnectionResetError):
            assert live.recv(1) == b""
    assert not keeper.path.exists()
    assert "Traceback" not in keeper.log.read_text()


def test_a_keeper_that_ends_late_leaves_its_successor_alone(keeper: Keeper) -> None:
    earlier = keeper.process
    keeper.start()
    earlier.terminate()
    assert earlier.wait(20) == 0
    keeper.tray().ping()


def _taken(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file" / "keeper"


def _linked(folder: Path) -> Path:
    (folder / "real").mkdir()
    (folder / "link").symlink_to(folder / "real")
    return folder / "link" / "keeper"


@pytest.mark.parametrize("path_in", [_taken, _linked, lambda folder: folder / ("x" * 200)])
def test_where_it_cannot_listen_it_says_so_and_ends(folder: Path, path_in: Callable[[Path], Path]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gate:
        said = _run("--socket", str(path_in(folder)), "--listen-fd", str(gate.fileno()), descriptor=gate.fileno())
    assert said.returncode == 1
    assert "cannot be listened at" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ([], 2),
        (["--socket", "/x"], 2),
        (["--socket", "/x", "--listen-fd", "three"], 2),
        (["--socket", "/nowhere/x", "--listen-fd", "99"], 1),
        (["--socket", "/nowhere/x", "--listen-fd", "0"], 1),
    ],
)
def test_started_wrongly_it_says_so_and_ends(words: list[str], code: int) -> None:
    said = _run(*words)
    assert said.returncode == code
    assert said.stderr
    assert "Traceback" not in said.stderr


def _run(*words: str, descriptor: int | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "rideau.keeper", *words],
        pass_fds=() if descriptor is None else (descriptor,),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )


def test_a_lease_that_names_nobody_is_no_harm(keeper: Keeper) -> None:
    tray = keeper.tray(OPEN)
    tray.say(Type.LEASE, lease_fields(Lease("a", ((1, 1), (2**31, 5), (2**70, 5), (os.getpid(), 1)))))
    tray.say(Type.RELEASE, {"id": "a"})
    tray.say(Type.RELEASE, {"id": "a"})
    tray.ping()


DEAD_NAMES = """
import socket, time
from pathlib import Path
asked = Path({asked!r})
of_the_system = socket.getaddrinfo
def getaddrinfo(host, *rest, **named):
    if "dead" in host:
        with asked.open("a") as file:
            file.write("!")
        time.sleep(60)
    return of_the_system("127.0.0.1" if host.endswith(".test") else host, *rest, **named)
socket.getaddrinfo = getaddrinfo
"""


def test_a_name_that_nobody_resolves_holds_up_no_other_and_not_the_end(folder: Path) -> None:
    """A browser asks for a dead name over and over; the system may take half a minute to say so."""
    asked = folder / "asked"
    asked.touch()
    (folder / "sitecustomize.py").write_text(DEAD_NAMES.format(asked=str(asked)))
    head = b"CONNECT dead.linkedin.test:443 HTTP/1.1\r\n\r\n"
    with Keeper(folder, {**os.environ, "PYTHONPATH": str(folder)}) as keeper, ExitStack() as open_ones:
        keeper.tray(OPEN)
        for _ in range(40):
            crowd = open_ones.enter_context(socket.create_connection(("127.0.0.1", keeper.port), timeout=20))
            crowd.sendall(head)
        eventually(lambda: asked.stat().st_size > 0)
        began_at = time.monotonic()
        assert ask_gate(keeper.port) in {b"HTTP/1.1 502 Bad Gateway", b"HTTP/1.1 200 Connection established"}
        assert time.monotonic() - began_at < 5
        assert asked.stat().st_size < 10, "whoever asks the same waits for the same answer"
        keeper.process.terminate()
        assert keeper.wait(5) == 0
    assert "Traceback" not in keeper.log.read_text()


def test_who_asks_later_for_a_name_does_not_wait_for_the_first_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The network may be another by then."""
    numbers, may_answer = itertools.count(), threading.Event()

    def getaddrinfo(*_: object) -> list[int]:
        number = next(numbers)
        if number == 0:
            assert may_answer.wait(20)
        return [number]

    async def scene() -> None:
        loop, errors = asyncio.get_running_loop(), list[object]()
        loop.set_exception_handler(lambda _, context: errors.append(context))
        first = loop.create_task(loop.getaddrinfo("slow.test", 1))
        await asyncio.sleep(0.01)
        assert str(await loop.getaddrinfo("slow.test", 1)) == "[1]"
        may_answer.set()
        assert str(await first) == "[0]"
        assert not errors

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with asyncio.Runner(loop_factory=lambda: KeeperLoop(shared_s=0)) as runner:
        runner.run(scene())
