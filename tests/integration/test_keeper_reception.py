# SPDX-License-Identifier: MIT
"""Does the keeper know who is at its gate: which user, which browser, which program?"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest

from rideau.domain.door import STRANGER, Door, Doors, Profile, Visitor
from rideau.keeper.browser import Browser
from rideau.keeper.message import Fields, Orders, Type
from rideau.keeper.peer import DiagTable, Find, Owner, Place, TextTable, finder
from rideau.keeper.reception import FrontDesk, visitors_of
from stage.keeper import Keeper, eventually
from stage.program import PATIENCE_S

FEED_CLOSED = Orders(
    Doors(
        (Door("linkedin", "LinkedIn", ("linkedin.test/feed",)), Door("slack", "Slack", ("slack.test",))),
        MappingProxyType(
            {
                Profile.NONE: frozenset({"linkedin", "slack"}),
                Profile.WORK: frozenset({"linkedin", "slack"}),
                Profile.PERSONAL: frozenset({"linkedin"}),
            }
        ),
    )
)
FORBIDDEN = b"HTTP/1.1 403"

BROWSER = """
import subprocess, sys
child = [sys.executable, "-c"]
host = subprocess.Popen([*child, sys.argv[1], *sys.argv[3:]], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
print(host.stdout.readline().decode(), end="", flush=True)
for line in sys.stdin:
    if line == "away\\n":
        host.kill()
        host.wait()
        print("away", flush=True)
    else:
        print(subprocess.run([*child, sys.argv[2], *line.split()], stdout=-1).stdout.decode(), end="", flush=True)
"""
HOST = """
import os, socket, sys
from rideau.keeper.message import Type, encoded
connection = socket.socket(socket.AF_UNIX)
connection.connect(sys.argv[1])
pid = int(sys.argv[2]) or os.getppid()
hello = {"role": "browser", "pid": pid, "browser": "chromium", "profile": sys.argv[3], "extension": "0.1.0"}
connection.sendall(encoded(Type.HELLO, hello))
print("welcome" in connection.recv(65536).decode(), flush=True)
sys.stdin.read()
"""
NETWORK = """
import socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1])), timeout=20) as connection:
    connection.sendall(f"CONNECT {sys.argv[2]}:443 HTTP/1.1\\r\\nHost: {sys.argv[2]}:443\\r\\n\\r\\n".encode())
    print(connection.recv(4096).decode().splitlines()[0])
"""
"""As in a real browser, the process that reaches the network is neither the main one nor the host."""


@pytest.fixture(name="keeper", scope="module")
def fixture_keeper() -> Iterator[Keeper]:
    with tempfile.TemporaryDirectory(prefix="r-") as folder, Keeper(Path(folder)) as keeper:
        keeper.tray(FEED_CLOSED)
        yield keeper


class StagedBrowser:
    """Hold a browser with the extension in it."""

    def __init__(self, keeper: Keeper, profile: str, said_pid: int = 0) -> None:
        """Start one, and its host, which says ``said_pid`` where that is another one's."""
        self._port = keeper.port
        words = [HOST, NETWORK, str(keeper.path), str(said_pid), profile]
        command = [sys.executable, "-c", BROWSER, *words]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._line() == b"True\n"

    def reach(self, host: str) -> bytes:
        """Return what the gate says to a tunnel to ``host``."""
        return self._asked(f"{self._port} {host}\n")

    def lose_host(self) -> None:
        """Have the host killed."""
        assert self._asked("away\n") == b"away\n"

    def close(self) -> None:
        """End it."""
        self.process.communicate(timeout=PATIENCE_S)

    def _asked(self, line: str) -> bytes:
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode())
        self.process.stdin.flush()
        return self._line()

    def _line(self) -> bytes:
        assert self.process.stdout is not None
        return self.process.stdout.readline()


@contextmanager
def browser(keeper: Keeper, profile: str, said_pid: int = 0) -> Iterator[StagedBrowser]:
    staged = StagedBrowser(keeper, profile, said_pid)
    try:
        yield staged
    finally:
        staged.close()


def test_only_a_browser_whose_host_is_its_own_child_may_see_to_paths_itself(keeper: Keeper) -> None:
    with browser(keeper, "work") as known, browser(keeper, "work", known.process.pid) as liar:
        assert not known.reach("linkedin.test").startswith(FORBIDDEN)
        assert known.reach("slack.test").startswith(FORBIDDEN)
        assert liar.reach("linkedin.test").startswith(FORBIDDEN)
        known.lose_host()
        eventually(lambda: known.reach("linkedin.test").startswith(FORBIDDEN))


def test_each_browser_is_told_apart_by_its_profile(keeper: Keeper) -> None:
    with browser(keeper, "work") as work, browser(keeper, "personal") as personal:
        for _ in range(3):
            assert work.reach("slack.test").startswith(FORBIDDEN)
            assert not personal.reach("slack.test").startswith(FORBIDDEN)


def test_another_user_is_dropped_at_the_gate(keeper: Keeper) -> None:
    """An ordinary user cannot become another one: then the same process is answered, and that is what is seen."""
    become = "import os\nif os.getuid() == 0: os.setresuid(65534, 65534, 65534)\n"
    words = [sys.executable, "-c", become + NETWORK, str(keeper.port), "slack.test"]
    said = subprocess.run(words, capture_output=True, timeout=PATIENCE_S, check=False)
    assert said.stdout.startswith(FORBIDDEN) is (os.getuid() != 0)


@contextmanager
def connection_to(gate: socket.socket) -> Iterator[tuple[socket.socket, Place, Place]]:
    """Return a connection to ``gate``, and both its ends as the gate sees them."""
    address = gate.getsockname()
    with socket.create_connection(address[:2], timeout=20) as client:
        accepted, _ = gate.accept()
        with accepted:
            yield client, accepted.getpeername()[:2], accepted.getsockname()[:2]


@pytest.fixture(name="gate", params=["127.0.0.1", "::1"])
def fixture_gate(request: pytest.FixtureRequest) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in request.param else socket.AF_INET
    with socket.create_server((request.param, 0), family=family) as gate:
        yield gate


@pytest.mark.parametrize("table", [DiagTable, TextTable])
def test_both_tables_of_the_kernel_tell_whose_a_connection_is(
    gate: socket.socket, table: type[DiagTable | TextTable]
) -> None:
    find = table()
    with connection_to(gate) as (client, here, there):
        assert find(here, there) == Owner(os.getuid(), os.fstat(client.fileno()).st_ino)
        client.close()
        assert find(here, there) is None
    assert find((here[0], 1), there) is None
    find.close()


def test_asking_costs_next_to_nothing(gate: socket.socket) -> None:
    find = finder(gate)
    assert isinstance(find, DiagTable)
    with connection_to(gate) as (_, here, there):
        began_at = time.perf_counter()
        for _ in range(1000):
            find(here, there)
        each_us = (time.perf_counter() - began_at) * 1000
    find.close()
    print(f"{each_us:.0f} µs to find whose a connection is")
    assert each_us < 1000


def test_a_listener_that_nobody_knows_of_has_no_finder() -> None:
    with socket.socket() as unbound:
        assert finder(unbound) is None


HERE: Place = ("127.0.0.1", 1000)
GATE: Place = ("127.0.0.1", 2000)


def front_desk(find: Find | None) -> tuple[FrontDesk, list[tuple[Type, Fields]]]:
    told: list[tuple[Type, Fields]] = []
    return FrontDesk(find, lambda kind, fields: told.append((kind, fields))), told


def found(gate: socket.socket) -> DiagTable | TextTable:
    find = finder(gate)
    assert find is not None
    return find


def no_memory(_: Place, __: Place) -> Owner | None:
    raise OSError


def test_only_this_users_connections_are_ours() -> None:
    uid = os.getuid()
    answers = {uid: True, uid + 1: False}
    assert {
        each: front_desk(lambda *_, each=each: Owner(each, 5))[0].is_ours(HERE, GATE) for each in answers
    } == answers
    assert not front_desk(lambda *_: None)[0].is_ours(HERE, GATE)
    assert not front_desk(no_memory)[0].is_ours(HERE, GATE)


def test_where_nobody_tells_everybody_is_let_in_as_a_stranger_and_the_log_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    desk, _ = front_desk(None)
    assert "any user of this machine may use the gate" in caplog.text
    desk.welcome([Browser(os.getpid(), "chromium", Profile.WORK, "0.1.0")])
    assert desk.is_ours(HERE, GATE)
    assert desk.visitor_of(HERE, GATE) == STRANGER


def test_a_browser_is_known_by_its_own_sockets_and_by_nobody_elses() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as gate,
        closing(found(gate)) as find,
        subprocess.Popen(["sleep", "60"]) as other,
    ):
        desk, _ = front_desk(find)
        with connection_to(gate) as (_, here, there):
            assert desk.visitor_of(here, there) == STRANGER
            desk.welcome([Browser(other.pid, "firefox", Profile.WORK, "0.1.0")])
            assert desk.visitor_of(here, there) == STRANGER
            desk.welcome([Browser(os.getpid(), "chromium", Profile.PERSONAL, "0.1.0")])
            assert desk.visitor_of(here, there) == Visitor(Profile.PERSONAL, has_extension=True)
            assert desk.visitor_of(here, there) == Visitor(Profile.PERSONAL, has_extension=True)
            desk.welcome([])
            assert desk.visitor_of(here, there) == STRANGER
        other.kill()


def test_a_crowd_of_tunnels_of_one_browser_is_told_apart_in_no_time() -> None:
    """The gate stands still meanwhile, and is taken for hung where that lasts: each on its own would take 5 ms."""
    with ExitStack() as open_ones:
        crowd = [each for _ in range(400) for each in map(open_ones.enter_context, socket.socketpair())]
        inodes = iter([os.fstat(each.fileno()).st_ino for each in crowd])
        desk, _ = front_desk(lambda *_: Owner(os.getuid(), next(inodes)))
        desk.welcome([Browser(os.getpid(), "chromium", Profile.WORK, "0.1.0")])
        began_at = time.monotonic()
        assert {desk.visitor_of(HERE, GATE) for _ in crowd} == {Visitor(Profile.WORK, has_extension=True)}
        assert time.monotonic() - began_at < 1


def test_two_profiles_of_one_process_count_where_they_agree() -> None:
    work = Browser(7, "chromium", Profile.WORK, "0.1.0")
    home = work._replace(profile=Profile.PERSONAL)
    unknown = work._replace(pid=0)
    assert visitors_of([unknown]) == {}
    assert visitors_of([work, work]) == {7: Visitor(Profile.WORK, has_extension=True)}
    assert visitors_of([work, home, work]) == {7: Visitor(Profile.NONE, has_extension=True)}


def test_a_program_that_comes_through_is_told_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gate, closing(found(gate)) as find:
        desk, told = front_desk(find)
        with connection_to(gate) as (_, here, there):
            for _ in range(100):
                desk.passed(here, there)
    mine = str(Path("/proc/self/exe").readlink())
    assert told == [(Type.SEEN, {"program": mine})]
    assert desk.programs == {mine}


def test_a_new_tray_is_told_which_programs_came_before_it(keeper: Keeper) -> None:
    with socket.create_connection(("127.0.0.1", keeper.port), timeout=20):
        program = keeper.tray().hear(Type.SEEN)["program"]
        assert keeper.tray().hear(Type.SEEN)["program"] == program
    assert program == str(Path("/proc/self/exe").readlink())
