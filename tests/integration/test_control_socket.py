# SPDX-License-Identifier: MIT
"""Does the local socket let this user's commands in, and nobody and nothing else?"""

import errno
import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSocketNotifier
from pytestqt.qtbot import QtBot

from rideau.adapters.control_client import ask
from rideau.adapters.control_listener import listen_at
from rideau.adapters.control_protocol import (
    Answer,
    Command,
    Request,
    answer_line,
    parse_answer,
    parse_request,
    request_line,
)
from rideau.adapters.private_folder import private_folder
from rideau.adapters.qt.control_server import ControlServer, peer_uid
from rideau.adapters.single_instance import SingleInstance
from rideau.domain.error import NotRunningError, RefusedError, RideauError, StorageError, UsageError

ANSWER = b'{"version": 1, "document": {"phase": "quiet"}, "lines": ["Quiet"]}\n'
WITHIN_MS = 5000
T = TypeVar("T")


@pytest.fixture(name="folder")
def fixture_folder() -> Iterator[Path]:
    """Return a folder with a short path: a socket's address holds about 100 bytes."""
    with tempfile.TemporaryDirectory(prefix="r-") as folder:
        yield Path(folder)


class Desk:
    """Remember every line and answer the same."""

    def __init__(self, answer: bytes = ANSWER) -> None:
        self.lines: list[bytes] = []
        self.answer = answer

    def __call__(self, line: bytes) -> bytes:
        self.lines.append(line)
        return self.answer


@pytest.fixture(name="serve")
def fixture_serve(qtbot: QtBot, folder: Path) -> Iterator[Callable[..., Path]]:
    servers: list[ControlServer] = []
    path = folder / "run" / "control"

    def serve(desk: Callable[[bytes], bytes], **options: Any) -> Path:
        servers.append(ControlServer(path, desk, **options))
        servers[-1].start()
        return path

    yield serve
    for server in servers:
        server.close()
        for connection in list(server._connections):
            connection._end()
    qtbot.wait(1)


def in_thread(qtbot: QtBot, work: Callable[[], T]) -> T:
    """Run ``work`` beside the event loop and return what it does; a command is another process as a rule."""
    done: list[T | BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except (RideauError, OSError) as error:
            done.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    qtbot.waitUntil(lambda: bool(done), timeout=WITHIN_MS)
    thread.join()
    if isinstance(done[0], BaseException):
        raise done[0]
    return done[0]


def raw(path: Path, sent: bytes, *, hang_up: bool = False) -> bytes:
    """Return everything the server says to ``sent`` until it hangs up or nothing comes for a while."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(2)
        line.connect(str(path))
        try:
            line.sendall(sent)
            if hang_up:
                line.shutdown(socket.SHUT_WR)
            received = b""
            while piece := line.recv(65536):
                received += piece
                if b"\n" in received:
                    break
        except (BrokenPipeError, ConnectionResetError):
            return b""
        return received


def test_a_command_gets_the_answer_of_the_app(qtbot: QtBot, serve: Callable[..., Path]) -> None:
    desk = Desk()
    path = serve(desk)
    request = Request(Command.OPEN, timedelta(minutes=10), datetime(2026, 1, 1, tzinfo=UTC), "a launch… tonight")
    told = in_thread(qtbot, lambda: ask(path, request))
    assert told.document == {"phase": "quiet"}
    assert told.lines == ("Quiet",)
    assert [parse_request(line) for line in desk.lines] == [request]


def test_the_folder_and_the_socket_are_open_to_this_user_alone(serve: Callable[..., Path]) -> None:
    path = serve(Desk())
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_ISSOCK(path.stat().st_mode)


def test_another_user_is_refused_and_logged(
    qtbot: QtBot, serve: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk()
    path = serve(desk, allowed_uid=os.getuid() + 1)
    with pytest.raises(RideauError):
        in_thread(qtbot, lambda: ask(path, Request(Command.STATUS), 2))
    assert not desk.lines
    assert f"User {os.getuid()} tried" in caplog.text


def test_the_kernel_tells_who_asks() -> None:
    ours, theirs = socket.socketpair(socket.AF_UNIX)
    with ours, theirs:
        assert peer_uid(ours) == os.getuid()


def test_where_nobody_listens_no_app_is_running(folder: Path) -> None:
    with pytest.raises(NotRunningError):
        ask(folder / "control", Request(Command.STATUS))
    with socket.socket(socket.AF_UNIX) as left_by_a_crash:
        left_by_a_crash.bind(str(folder / "control"))
    with pytest.raises(NotRunningError):
        ask(folder / "control", Request(Command.STATUS))
    (folder / "file").touch()
    with pytest.raises(NotRunningError):
        ask(folder / "file" / "control", Request(Command.STATUS))


def test_a_socket_left_by_a_crash_is_taken_over(qtbot: QtBot, serve: Callable[..., Path], folder: Path) -> None:
    private_folder(folder / "run")
    with socket.socket(socket.AF_UNIX) as left_by_a_crash:
        left_by_a_crash.bind(str(folder / "run" / "control"))
    path = serve(Desk())
    assert in_thread(qtbot, lambda: ask(path, Request(Command.STATUS))).lines == ("Quiet",)


def test_who_asks_while_the_app_still_starts_is_answered_once_it_has(qtbot: QtBot, folder: Path) -> None:
    listener = listen_at(folder / "control")
    told: list[Answer] = []
    early = Thread(target=lambda: told.append(ask(folder / "control", Request(Command.SHOW))))
    early.start()
    qtbot.wait(100)
    assert not told
    server = ControlServer(folder / "control", Desk(), listener=listener)
    server.start()
    qtbot.waitUntil(lambda: bool(told), timeout=WITHIN_MS)
    early.join()
    server.close()
    assert told[0].lines == ("Quiet",)


def test_closing_removes_the_socket(qtbot: QtBot, folder: Path) -> None:
    server = ControlServer(folder / "control", Desk())
    server.start()
    server.close()
    server.close()
    qtbot.wait(1)
    with pytest.raises(NotRunningError):
        ask(folder / "control", Request(Command.STATUS))


@pytest.mark.parametrize(
    ("kind", "error"), [("refused", RefusedError), ("usage", UsageError), ("failed", RideauError), (5, RideauError)]
)
def test_a_no_of_the_app_is_the_same_error_at_the_other_end(kind: object, error: type[RideauError]) -> None:
    line = json.dumps({"version": 1, "error": {"kind": kind, "message": "Fermé {ici}."}}).encode()
    with pytest.raises(error) as caught:
        parse_answer(line)
    assert type(caught.value) is error
    assert str(caught.value) == "Fermé {ici}."


@given(st.text(max_size=80), st.text(max_size=80), st.booleans())
def test_keys_and_passphrases_come_through_as_they_were_said(key: str, phrase: str, is_emergency: bool) -> None:  # noqa: FBT001 - a case
    request = Request(Command.OPEN, key=key, passphrase=phrase, is_emergency=is_emergency)
    assert parse_request(request_line(request)) == request


def test_an_answer_that_asks_for_patience_says_with_which_key_and_how_long() -> None:
    patient = Answer({"phase": "quiet"}, ("Opens in 10 seconds.",), "7-1", 10.0)
    assert parse_answer(answer_line(patient)) == patient
    assert parse_answer(answer_line(Answer(None, ("Open.",)))) == Answer(None, ("Open.",))


@pytest.mark.parametrize(
    "fields", [{"key": 7, "wait": 10}, {"key": "a"}, {"key": "a", "wait": -1}, {"key": "a", "wait": "1"}]
)
def test_a_wait_that_makes_no_sense_is_none(fields: dict[str, object]) -> None:
    assert parse_answer(json.dumps({"version": 1, "document": 1, **fields}).encode()) == Answer(1)


def test_who_is_asked_for_patience_does_not_wait_for_the_end_of_the_app(
    qtbot: QtBot, serve: Callable[..., Path]
) -> None:
    patient = Answer(None, ("Rideau ends in 10 seconds.",), "7-1", 10.0)
    path = serve(Desk(answer_line(patient)), patience_ms=WITHIN_MS)
    assert in_thread(qtbot, lambda: ask(path, Request(Command.QUIT), until_gone=True)) == patient


@pytest.mark.parametrize("line", [b"", b"\xff", b"[]", b"{}", b'{"version": 2}', b"[" * 100_000])
def test_an_unreadable_answer_is_an_error_and_no_crash(line: bytes) -> None:
    with pytest.raises(RideauError):
        parse_answer(line)


def test_a_silent_client_is_cut_while_others_are_answered(qtbot: QtBot, serve: Callable[..., Path]) -> None:
    path = serve(Desk(), patience_ms=300)
    with socket.socket(socket.AF_UNIX) as silent, socket.socket(socket.AF_UNIX) as slow:
        silent.connect(str(path))
        slow.connect(str(path))
        slow.sendall(b'{"version"')
        assert in_thread(qtbot, lambda: ask(path, Request(Command.STATUS))).lines == ("Quiet",)
        started = monotonic()
        for line in (silent, slow):
            line.settimeout(3)
            assert in_thread(qtbot, lambda line=line: line.recv(1)) == b""  # type: ignore[misc]
        assert monotonic() - started < 2


def test_a_client_that_does_not_listen_does_not_hold_the_app_up(qtbot: QtBot, serve: Callable[..., Path]) -> None:
    big = b'{"version": 1, "document": "' + b"x" * 3_000_000 + b'", "lines": []}\n'
    path = serve(Desk(big), patience_ms=500)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.connect(str(path))
        deaf.sendall(request_line(Request(Command.STATUS)))
        qtbot.wait(50)
        told = in_thread(qtbot, lambda: ask(path, Request(Command.STATUS)))
        assert told.document == "x" * 3_000_000


def test_more_than_64_kilobytes_are_refused(qtbot: QtBot, serve: Callable[..., Path]) -> None:
    desk = Desk()
    path = serve(desk)
    assert in_thread(qtbot, lambda: raw(path, b"x" * 200_000)) == b""
    assert not desk.lines


def test_at_most_16_clients_are_held_at_a_time(qtbot: QtBot, serve: Callable[..., Path]) -> None:
    path = serve(Desk(), patience_ms=60_000)
    clients = [socket.socket(socket.AF_UNIX) for _ in range(16)]
    try:
        for client in clients:
            client.connect(str(path))
            qtbot.wait(5)
        with pytest.raises(RideauError):
            in_thread(qtbot, lambda: ask(path, Request(Command.STATUS), 2))
        clients.pop().close()
        qtbot.wait(20)
        assert in_thread(qtbot, lambda: ask(path, Request(Command.STATUS))).lines == ("Quiet",)
    finally:
        for client in clients:
            client.close()


def test_a_client_that_hangs_up_at_once_is_forgotten(qtbot: QtBot, serve: Callable[..., Path]) -> None:
    desk = Desk()
    path = serve(desk)
    assert in_thread(qtbot, lambda: raw(path, b"", hang_up=True)) == b""
    assert in_thread(qtbot, lambda: ask(path, Request(Command.STATUS))).lines == ("Quiet",)


def test_the_app_goes_on_when_it_is_out_of_file_descriptors(
    qtbot: QtBot, serve: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    class Exhausted:
        def accept(self) -> tuple[socket.socket, object]:
            raise OSError(errno.EMFILE, "Too many open files")

        def close(self) -> None:
            pass

    server = ControlServer(Path("unused"), Desk(), patience_ms=50)
    path = serve(Desk())
    server.start = lambda: None  # type: ignore[method-assign]
    with socket.socket(socket.AF_UNIX) as listening:
        server._listener = Exhausted()  # type: ignore[assignment]
        server._notifier = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read)
        server._accept()
        assert not server._notifier.isEnabled()
        qtbot.waitUntil(server._notifier.isEnabled, timeout=WITHIN_MS)
        server._notifier.setEnabled(False)
    assert "cannot accept" in caplog.text
    assert in_thread(qtbot, lambda: ask(path, Request(Command.STATUS))).lines == ("Quiet",)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
near_requests = st.fixed_dictionaries(
    {},
    optional={
        "version": st.just(1) | json_values,
        "command": st.sampled_from([each.value for each in Command]) | json_values,
        "seconds": st.integers() | json_values,
        "until": st.datetimes().map(datetime.isoformat) | st.text() | json_values,
        "reason": st.text(max_size=600) | json_values,
    },
).map(lambda fields: json.dumps(fields).encode())
hostile = (
    st.binary()
    | near_requests
    | st.sampled_from([b"[" * 100_000, b'{"version": ' + b"9" * 10_000 + b"}", b'{"a":' * 50_000, b"NaN", b"\x00"])
)


@given(hostile)
@settings(max_examples=400, deadline=None)
def test_every_line_is_a_request_or_a_usage_error(line: bytes) -> None:
    try:
        request = parse_request(line)
    except UsageError:
        return
    assert request.duration is None or request.duration > timedelta(0)
    assert request.until is None or request.until.tzinfo is UTC
    assert request.reason.isprintable()
    assert len(request.reason) <= 500


@given(st.lists(hostile, max_size=5))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_bytes_the_app_still_answers(qtbot: QtBot, folder: Path, lines: list[bytes]) -> None:
    def handle(line: bytes) -> bytes:
        try:
            parse_request(line)
        except UsageError:
            return b"{}\n"
        return ANSWER

    server = ControlServer(folder / "fuzz", handle)
    server.start()
    try:
        for line in lines:
            in_thread(qtbot, lambda line=line: raw(folder / "fuzz", line, hang_up=True))  # type: ignore[misc]
        assert in_thread(qtbot, lambda: ask(folder / "fuzz", Request(Command.STATUS))).lines == ("Quiet",)
    finally:
        server.close()


def test_one_process_is_the_one_instance_until_it_dies(folder: Path) -> None:
    lock = folder / "run" / "lock"
    holder = (
        "import sys; from pathlib import Path; from rideau.adapters.single_instance import SingleInstance;"
        f"instance = SingleInstance(Path({str(lock)!r})); print(instance.acquire(), flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        ours = SingleInstance(lock)
        assert not ours.acquire()
        process.kill()
        process.wait()
    assert ours.acquire()
    assert ours.acquire()
    other = SingleInstance(lock)
    assert not other.acquire()
    ours.release()
    ours.release()
    assert other.acquire()
    other.release()


def test_a_race_of_twenty_has_one_winner(folder: Path) -> None:
    racers = [SingleInstance(folder / "lock") for _ in range(20)]
    won: list[bool] = []
    threads = [Thread(target=lambda racer=racer: won.append(racer.acquire())) for racer in racers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [False] * 19 + [True]
    for racer in racers:
        racer.release()


def test_a_folder_that_is_not_ours_alone_is_refused_or_closed(folder: Path) -> None:
    (folder / "open").mkdir()
    (folder / "open").chmod(0o777)
    assert stat.S_IMODE(private_folder(folder / "open").stat().st_mode) == 0o700
    (folder / "link").symlink_to(folder / "open")
    (folder / "file").touch()
    for refused in ("link", "file", "file/below"):
        with pytest.raises(StorageError):
            private_folder(folder / refused)
    (folder / "taken").symlink_to(folder / "file")
    with pytest.raises(StorageError):
        SingleInstance(folder / "taken").acquire()
