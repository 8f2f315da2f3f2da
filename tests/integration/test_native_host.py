# SPDX-License-Identifier: MIT
"""Does the native host hand everything on, both ways, and end in good order whatever it is told?"""

import json
import os
import select
import shutil
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.in_force import BARE
from rideau.adapters.in_force_file import InForceFile
from rideau.adapters.native_keeper import NativeKeeper
from rideau.adapters.native_messages import LARGEST, Frames, framed, said
from rideau.domain.settings import LockLevel
from rideau.keeper.message import MessageError
from stage.lines import Listener, Talk
from stage.program import PATIENCE_S

HELLO = {"type": "hello", "extension": "0.1.0", "profile": ""}
WELCOME = {"version": 1, "type": "welcome", "pid": 1, "port": 2}
STATE = {
    "version": 1,
    "type": "state",
    "doors": [{"network": "slack", "name": "Slack", "sites": ["slack.com"], "exceptions": []}],
    "closed": {"none": ["slack"], "work": [], "personal": ["slack"]},
    "breath": {"personal": ["slack"]},
    "limited": {"work": ["slack"]},
    "until": 1800000000.0,
    "signs": {"slack": {"title": "Slack opens at 9:00.", "why": "Your hours."}},
    "board": {"language": "en", "keys": []},
}

FINITE = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | FINITE | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
WORDS = st.sampled_from(["hello", "profile", "open", "attempt", "type", "id", "minutes", "reason", "network", "work"])
MESSAGES = st.dictionaries(WORDS | st.text(max_size=5), WORDS | JSON, max_size=6)


class Host:
    """Hold one host, started as a browser does."""

    def __init__(self, environment: Mapping[str, str], command: list[str] | None = None) -> None:
        self.started = time.monotonic()
        words = command or [sys.executable, "-m", "rideau", "native-host", "chrome-extension://abc/"]
        self.process = subprocess.Popen(
            words, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.stdin, self.stdout = self.process.stdin, self.process.stdout

    def say(self, message: Mapping[str, object]) -> None:
        """Say a message."""
        self.throw(framed(message))

    def throw(self, raw: bytes) -> None:
        """Write bytes."""
        os.write(self.stdin.fileno(), raw)

    def heard(self) -> dict[str, Any]:
        """Return the next message."""
        (length,) = struct.unpack("=I", self._exactly(4))
        raw = json.loads(self._exactly(length))
        assert isinstance(raw, dict)
        return raw

    def ended(self) -> tuple[int, str]:
        """Wait for the end, with a standard input that stays open; return the exit code and what was complained."""
        code = self.process.wait(PATIENCE_S)
        assert self.process.stderr is not None
        return code, self.process.stderr.read().decode()

    def leave(self) -> tuple[int, str, float]:
        """Close its input as browsers do; return how it ended, and how long that took in seconds."""
        start = time.monotonic()
        self.stdin.close()
        code, complaint = self.ended()
        return code, complaint, time.monotonic() - start

    def close(self) -> None:
        """Leave nothing behind."""
        self.process.kill()
        self.process.wait()
        for each in (self.stdin, self.stdout, self.process.stderr):
            assert each is not None
            each.close()

    def _exactly(self, count: int) -> bytes:
        held = b""
        while len(held) < count:
            ready, _, _ = select.select([self.stdout], [], [], PATIENCE_S)
            assert ready, "the host said nothing"
            piece = os.read(self.stdout.fileno(), count - len(held))
            assert piece, "the host ended"
            held += piece
        return held


class Home:
    """Hold one person's folders, and start hosts there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "HOME": str(folder),
            "PATH": os.environ["PATH"],
            "XDG_RUNTIME_DIR": str(folder / "r"),
            "LANG": "C.UTF-8",
        }
        self.hosts: list[Host] = []
        self.listeners: list[Listener] = []

    def keeper(self) -> Listener:
        """Return who stands for the keeper."""
        return self._listener(self.folder / "r/rideau/keeper")

    def app(self) -> Listener:
        """Return who stands for the running app."""
        return self._listener(self.folder / "r/rideau/control")

    def host(self, command: list[str] | None = None) -> Host:
        """Start a host."""
        self.hosts.append(Host(self.environment, command))
        return self.hosts[-1]

    def log(self) -> str:
        """Return what was logged."""
        file = self.folder / ".local/state/rideau/log/rideau.log"
        return file.read_text() if file.exists() else ""

    def close(self) -> None:
        """Leave nothing behind."""
        for each in (*self.hosts, *self.listeners):
            each.close()

    def _listener(self, path: Path) -> Listener:
        path.unlink(missing_ok=True)
        self.listeners.append(Listener(path))
        return self.listeners[-1]


@pytest.fixture(name="home")
def fixture_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    home = Home(tmp_path_factory.mktemp("h"))
    yield home
    home.close()


def greeted(home: Home, keeper: Listener, hello: Mapping[str, object] = HELLO) -> tuple[Host, Talk, dict[str, Any]]:
    """Return a host at work, its line to the keeper, and its hello."""
    host = home.host()
    host.say(hello)
    line = keeper.line()
    return host, line, line.heard()


def test_the_extension_is_told_what_holds_and_the_keeper_who_it_is(home: Home) -> None:
    host, line, hello = greeted(home, home.keeper())
    assert hello == {
        "version": 1,
        "type": "hello",
        "role": "browser",
        "pid": os.getpid(),
        "browser": "",
        "profile": "none",
        "extension": "0.1.0",
    }
    line.say(WELCOME, STATE)
    assert host.heard() == {**STATE, "profile": "none"}
    line.say({**STATE, "until": None})
    assert host.heard()["until"] is None


def test_what_the_person_corrected_goes_before_the_launcher(home: Home) -> None:
    host, line, hello = greeted(home, home.keeper(), {**HELLO, "profile": "work"})
    assert hello["profile"] == "work"
    line.say(WELCOME, STATE)
    assert host.heard()["profile"] == "none"
    for said_, forwarded in (("personal", "personal"), ("", "none")):
        host.say({"type": "profile", "profile": said_})
        assert line.heard() == {"version": 1, "type": "profile", "profile": forwarded}


def test_attempts_reach_the_keeper_and_unknown_words_are_passed_over(home: Home) -> None:
    host, line, _ = greeted(home, home.keeper())
    host.say({"type": "of-a-later-version", "x": 1})
    host.say({"type": "attempt", "network": "slack"})
    assert line.heard() == {"version": 1, "type": "attempt", "network": "slack"}
    assert "of-a-later-version" in home.log()


def test_opening_is_asked_of_the_app_and_answered_in_words(home: Home) -> None:
    app = home.app()
    host = home.host()
    for answer, ok, sentence in (
        ({"version": 1, "document": {}, "lines": ["Open until 19:10."]}, True, "Open until 19:10."),
        ({"version": 1, "error": {"kind": "refused", "message": "Locked until 9:00."}}, False, "Locked until 9:00."),
        ({"version": 9}, False, "The running Rideau is of another version."),
    ):
        host.say({"type": "open", "id": 7, "minutes": 10, "reason": "a call"})
        line = app.line()
        assert line.heard() == {"version": 1, "command": "open", "seconds": 600, "reason": "a call"}
        line.say(answer)
        line.close()
        heard = host.heard()
        assert (heard["type"], heard["id"], heard["ok"]) == ("answer", 7, ok)
        assert heard["said"].startswith(sentence)


def test_a_key_that_turns_is_handed_on_with_its_wait_and_turned_by_asking_again(home: Home) -> None:
    app = home.app()
    host = home.host()
    host.say({"type": "open", "id": 1, "minutes": 10, "reason": "a call"})
    line = app.line()
    assert "key" not in line.heard()
    line.say({"version": 1, "document": {}, "lines": ["Opens in 10 seconds."], "key": "a-1", "wait": 10.0})
    line.close()
    assert host.heard() == {
        "type": "answer",
        "id": 1,
        "ok": True,
        "said": "Opens in 10 seconds.",
        "key": "a-1",
        "wait": 10.0,
    }
    host.say({"type": "open", "id": 2, "minutes": 10, "reason": "a call", "key": "a-1"})
    line = app.line()
    assert line.heard()["key"] == "a-1"
    line.say({"version": 1, "document": {}, "lines": ["Open."]})
    line.close()
    assert host.heard() == {"type": "answer", "id": 2, "ok": True, "said": "Open."}


def test_without_an_app_the_answer_says_how_to_start_it(home: Home) -> None:
    host = home.host()
    host.say({"type": "open", "id": 1, "minutes": 10, "reason": ""})
    assert host.heard() == {
        "type": "answer",
        "id": 1,
        "ok": False,
        "said": "Rideau is not running. Start it with “rideau”.",
    }


def test_a_keeper_that_comes_back_is_greeted_again(home: Home) -> None:
    keeper = home.keeper()
    host, line, hello = greeted(home, keeper)
    line.say(WELCOME, STATE)
    host.heard()
    host.say({"type": "profile", "profile": "work"})
    line.heard()
    keeper.close()
    keeper = home.keeper()
    again = keeper.line()
    assert again.heard() == {**hello, "profile": "work"}
    again.say(WELCOME, STATE)
    assert host.heard()["type"] == "state"


def say_to_everybody(listener: Listener, said_: bytes) -> None:
    """Say ``said_`` to whoever connects, and hang up unless that is nothing."""
    with suppress(OSError):
        while True:
            talk = listener.line()
            if said_:
                talk.heard()
                with suppress(OSError):
                    talk.connection.sendall(said_)
                talk.close()


KEEPERS = {
    "absent": (None, ""),
    "silent": (b"", ""),
    "empty": (b"\n", "not JSON"),
    "nonsense": (b"nonsense\n", "not JSON"),
    "wrong-kind": (b'{"version":1,"type":"state","doors":[3]}\n', "“doors”"),
    "refusing": (b'{"version":1,"type":"error","message":"too many"}\n', "too many"),
    "endless": (b"x" * (5 * 1024 * 1024), "without an end"),
    "welcoming": (b'{"version":1,"type":"welcome"}\n{\n', "not JSON"),
}


def test_a_keeper_that_is_away_or_out_of_its_mind_is_gone_after_five_seconds(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    homes = {name: Home(tmp_path_factory.mktemp("h")) for name in KEEPERS}
    try:
        for name, home in homes.items():
            said_, _ = KEEPERS[name]
            if said_ is not None:
                Thread(target=say_to_everybody, args=(home.keeper(), said_), daemon=True).start()
            home.host().say(HELLO)
        for name, home in homes.items():
            (host,), (_, problem) = home.hosts, KEEPERS[name]
            assert host.heard() == {"type": "gone"}, name
            assert 4.5 < time.monotonic() - host.started < 12, name
            assert host.ended() == (0, ""), name
            assert problem in home.log(), name
            assert bool(home.log()) == bool(problem), name
    finally:
        for home in homes.values():
            home.close()


def test_a_host_ends_at_once_with_its_browser(home: Home) -> None:
    app, keeper = home.app(), home.keeper()
    idle = home.host()
    busy, line, _ = greeted(home, keeper)
    line.say(WELCOME, STATE)
    busy.heard()
    waiting = home.host()
    waiting.say({"type": "open", "id": 1, "minutes": 1, "reason": ""})
    app.line().heard()  # and never an answer
    for each in (idle, busy, waiting):
        code, complaint, seconds = each.leave()
        assert (code, complaint) == (0, "")
        assert seconds < 1


def test_a_browser_that_reads_nothing_can_leave_all_the_same(home: Home) -> None:
    host, line, _ = greeted(home, home.keeper())
    line.say(WELCOME)
    line.connection.settimeout(0.5)
    with pytest.raises(TimeoutError):  # the keeper waits, the host does not hoard
        line.say(*({**STATE, "board": {"tip": "x" * 100_000}} for _ in range(100)))
    assert resident_mb(host) < 40
    assert host.leave()[:2] == (0, "")


def test_a_browser_that_closes_its_ear_is_gone(home: Home) -> None:
    host, line, _ = greeted(home, home.keeper())
    host.stdout.close()
    line.say(WELCOME, STATE, STATE)
    assert host.process.wait(PATIENCE_S) == 0


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (struct.pack("=I", LARGEST + 1), "1048577 bytes"),
        (b"\xff\xff\xff\xff", "4294967295 bytes"),
        (b"GET / HTTP/1.1\r\n", "bytes"),
        (struct.pack("=I", 0), "no JSON object"),
        (struct.pack("=I", 4) + b"null", "no JSON object"),
        (struct.pack("=I", 3) + b"\xff{}", "no JSON object"),
        (struct.pack("=I", 100_000) + b"[" * 100_000, "no JSON object"),
        (struct.pack("=I", 9) + b'{"a":NaN}', "no JSON object"),
        (framed({"type": 3}), "“type”"),
        (framed({"type": "hello", "extension": "0.1.0", "profile": "both"}), "“profile”"),
        (framed({"type": "hello", "extension": "x" * 201}), "“extension”"),
        (framed({"type": "open", "id": 1, "minutes": 1e3, "reason": ""}), "“minutes”"),
        (framed({"type": "open", "id": True, "minutes": 1, "reason": ""}), "“id”"),
        (framed({"type": "open", "id": 1, "minutes": 1, "reason": "", "key": 7}), "“key”"),
        (framed({"type": "open", "id": 1, "minutes": 10**30, "reason": ""}), "“minutes”"),
        (framed({"type": "attempt", "network": ["x"]}), "“network”"),
        (framed({"type": "open", "id": 1, "minutes": 1, "reason": ""}) * 40, "too often"),
    ],
)
def test_what_no_extension_of_ours_says_ends_the_conversation_with_a_line_in_the_log(
    home: Home, raw: bytes, problem: str
) -> None:
    app = home.app()  # listens, and answers nobody
    host = home.host()
    host.throw(raw)
    assert host.ended() == (1, "")
    assert problem in home.log()
    assert "Traceback" not in home.log()
    app.close()


def test_half_a_message_is_waited_for_and_no_reason_to_complain(home: Home) -> None:
    for raw in (b"\x05", struct.pack("=I", 5) + b"{}"):
        host = home.host()
        host.throw(raw)
        assert host.leave()[:2] == (0, "")
    assert not home.log()


def resident_mb(host: Host) -> float:
    """Return how much memory a host takes."""
    status = Path(f"/proc/{host.process.pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def test_memory_stays_bounded_whatever_is_said(home: Home) -> None:
    keeper = home.keeper()
    host, line, _ = greeted(home, keeper)
    line.say(WELCOME)
    large = framed({"type": "of-a-later-version", "x": "y" * (LARGEST - 100)})
    for _ in range(20):
        writing = Thread(target=lambda: host.stdin.write(large) and host.stdin.flush())
        writing.start()
        writing.join(PATIENCE_S)
    line.say({**STATE, "board": {"tip": "x" * (3 * LARGEST)}})  # more than a browser takes
    line.connection.sendall(json.dumps({**STATE, "board": {"x": 0}}).replace('"x": 0', '"x": 1e999').encode() + b"\n")
    line.say(STATE)
    assert host.heard()["board"] == STATE["board"]
    assert "bytes" in home.log()
    assert "JSON can't say" in home.log()
    assert resident_mb(host) < 60
    assert host.leave()[:2] == (0, "")


def test_an_answer_comes_within_150_ms_of_the_start(home: Home) -> None:
    """The quickest of forty at most: how busy the machine is besides is nothing of the host's."""
    keeper, quickest, tries = home.keeper(), PATIENCE_S, 0
    while quickest >= 0.15 and tries < 40:
        start = time.monotonic()
        host, line, _ = greeted(home, keeper)
        line.say(WELCOME, STATE)
        host.heard()
        quickest, tries = min(quickest, time.monotonic() - start), tries + 1
        host.leave()
    assert quickest < 0.15


def test_a_host_loads_neither_windows_nor_settings(home: Home) -> None:
    host = home.host([sys.executable, "-X", "importtime", "-m", "rideau", "native-host"])
    host.stdin.close()
    code, said_ = host.ended()
    assert code == 0
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in said_.splitlines()}
    assert "rideau" in loaded
    assert loaded.isdisjoint({"PySide6", "jeepney", "tomlkit", "tomllib", "argparse", "asyncio", "keyring", "holidays"})


def test_a_person_who_types_it_is_told_what_it_is_for(home: Home) -> None:
    master, slave = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "rideau", "native-host"],
        env=home.environment,
        stdin=slave,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    os.close(master)
    os.close(slave)
    assert done.returncode == 2
    assert "rideau browsers install" in done.stderr


def keep_in_force(home: Home, own: str, until: float) -> None:
    """Have the settings with ``own`` kept in force until ``until``, as the app does while it is closed."""
    text = f'version = 1\n[browsers]\nown_profile = "{own}"\n'
    kept = BARE._replace(texts=(("config.toml", text),), level=LockLevel.FIRM, closed_until=int(until))
    InForceFile(home.folder / ".local/state/rideau/in_force.json", home.folder / "none").save(kept)


@pytest.mark.parametrize(
    ("flag", "own", "kept", "profile"),
    [
        ("work", "personal", None, "work"),
        ("", "personal", None, "personal"),
        ("", "work", None, "work"),
        ("", "personal", ("work", 3600), "work"),
        ("", "personal", ("work", -3600), "personal"),
    ],
)
def test_a_host_knows_its_browser_and_the_side_its_launcher_is_for(
    home: Home, flag: str, own: str, kept: tuple[str, float] | None, profile: str
) -> None:
    """A shell under a browser's name stands for the browser; it is the host's parent, as a browser is."""
    chromium = home.folder / "usr/lib/chromium/chromium"
    chromium.parent.mkdir(parents=True)
    shutil.copy(shutil.which("sh") or "/bin/sh", chromium)
    (home.folder / "bin").mkdir()
    (home.folder / "bin/chromium").symlink_to(chromium)
    made = home.folder / ".local/share/rideau/browsers" / f"chromium-{'work' if own == 'personal' else 'personal'}"
    made.mkdir(parents=True)
    config = home.folder / ".config/rideau/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f'version = 1\n[browsers]\nown_profile = "{own}"\n')
    if kept is not None:
        keep_in_force(home, kept[0], time.time() + kept[1])
    home.environment["PATH"] = f"{home.folder}/bin:{home.environment['PATH']}"
    keeper = home.keeper()
    words = [str(chromium), "-c", f"'{sys.executable}' -m rideau native-host; exit $?", "chromium"]
    host = home.host([*words, f"--user-data-dir={made}"] if flag else words)
    host.say(HELLO)
    line = keeper.line()
    hello = line.heard()
    assert (hello["pid"], hello["browser"], hello["profile"]) == (host.process.pid, "chromium", profile)
    line.say(WELCOME, STATE)
    assert host.heard()["profile"] == profile
    host.stdin.close()


@given(messages=st.lists(MESSAGES, max_size=4), data=st.data())
def test_messages_survive_however_the_pipe_cuts_them(messages: list[dict[str, Any]], data: st.DataObject) -> None:
    raw = b"".join(framed(each) for each in messages)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=6)))
    frames, heard = Frames(), []
    for start, end in zip([0, *cuts], [*cuts, len(raw)], strict=True):
        heard += frames.cut(raw[start:end])
    assert heard == messages


@given(st.lists(st.binary(max_size=40), max_size=5))
def test_no_bytes_do_more_than_end_the_conversation(pieces: list[bytes]) -> None:
    frames = Frames()
    with suppress(MessageError):
        assert all(isinstance(message, dict) for each in pieces for message in frames.cut(each))


@given(MESSAGES | JSON.filter(lambda raw: isinstance(raw, dict)))
def test_no_message_does_more_than_end_the_conversation(message: dict[str, object]) -> None:
    with suppress(MessageError):
        known = said(message)
        assert known is None or message["type"] in {"hello", "profile", "open", "attempt"}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=60) | MESSAGES.map(lambda each: json.dumps({**STATE, **each}).encode()), max_size=4))
def test_no_line_of_a_keeper_does_more_than_lose_it(lines: list[bytes]) -> None:
    keeper, state = with_keeper(lambda talk: talk.connection.sendall(b"\n".join([*lines, b""])))
    assert isinstance(state, tuple)
    keeper.close()


def with_keeper(act: Callable[[Talk], None]) -> tuple[NativeKeeper, object]:
    """Return a line to a keeper that does ``act``, and what was made of it."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("")  # an address of the kernel's own choice, in no file system (unix(7), abstract)
        listener.listen(1)
        listener.settimeout(PATIENCE_S)
        keeper = NativeKeeper(Path(os.fsdecode(listener.getsockname())), lambda: {"role": "browser"})
        keeper.tend()
        connection, _ = listener.accept()
        talk = Talk(connection)
        act(talk)
        talk.close()
        states: tuple[object, ...] = ()
        while keeper.waits_on:
            select.select(keeper.waits_on, [], [], PATIENCE_S)
            states += keeper.states()
    return keeper, states


@settings(max_examples=12, deadline=None)
@given(raw=st.binary(max_size=80) | st.lists(MESSAGES, max_size=3).map(lambda each: b"".join(map(framed, each))))
def test_the_real_process_ends_in_good_order_on_any_bytes(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = Home(tmp_path_factory.mktemp("h"))
    host = home.host()
    try:
        with suppress(BrokenPipeError):
            host.throw(raw)
        code, complaint, seconds = host.leave()
    finally:
        home.close()
    assert (code in {0, 1}, complaint) == (True, "")
    assert seconds < 2
    assert "Traceback" not in home.log()
