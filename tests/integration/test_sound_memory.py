# SPDX-License-Identifier: MIT
"""Is what a sound server remembers put back as it was, whichever server it is, and left where the person changed it?"""

import itertools
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.restorer import Changed, RestorerContract
from rideau.adapters.linux.sound.sound_ghost import STEREO
from rideau.adapters.linux.sound.sound_memory import (
    KIND,
    MUTED,
    SoundMuteRestorer,
    change_for,
    is_muted_on_disk,
    is_settled,
    remembered_at,
)
from rideau.adapters.linux.sound.sound_server import SoundServer as Connection
from rideau.adapters.linux.sound.sound_socket import SoundServerError, socket_path
from rideau.domain.change import Change, Outcome
from rideau.domain.sound import REMEMBERED_BY, Remembered, SoundStream
from stage.sound import SOUND_SERVERS, PipeWire, PulseAudio, SoundServer, until
from stage.sound_guarding import SoundGuarding

NUMBERS = itertools.count(1)


@pytest.fixture(scope="module", name="server", params=SOUND_SERVERS, ids=lambda kind: kind.name)
def fixture_server(request: pytest.FixtureRequest) -> Iterator[SoundServer]:
    with request.param() as server:
        yield server


@pytest.fixture(name="connection")
def fixture_connection(server: SoundServer) -> Iterator[Connection]:
    connection = Connection(server.environment)
    yield connection
    connection.close()


def seen_by_a_ghost(connection: Connection, remembered: Remembered) -> tuple[bool, tuple[float, ...]]:
    """Return what the server remembers: whether it is muted, and how loud."""
    with connection.ghost(remembered, STEREO) as number:
        ghost = when_settled(connection, number)
        return ghost.is_muted, ghost.volumes


def when_settled(connection: Connection, number: int) -> SoundStream:
    """Return a stream once the server has given it what it remembers."""
    found: list[SoundStream] = []

    def is_there() -> bool:
        stream = connection.stream(number)
        found[:] = [stream] if stream is not None and is_settled(stream) else []
        return bool(found)

    until(is_there, lambda: str(connection.stream(number)))
    return found[0]


def leave(connection: Connection, remembered: Remembered, *, is_muted: bool) -> None:
    """Have the server remember ``remembered`` as muted, or as not; WirePlumber may have to be told again."""

    def is_left() -> bool:
        with connection.ghost(remembered, STEREO) as number:
            found = when_settled(connection, number)
            if found.is_muted is is_muted:
                return True
            connection.set_mute(number, is_muted=is_muted)
            until(
                lambda: (now := connection.stream(number)) is not None and now.is_muted is is_muted,
                lambda: str(connection.stream(number)),
            )
        return False

    until(is_left, lambda: "not remembered")


class TestContract(RestorerContract):
    @pytest.fixture(name="changed", params=REMEMBERED_BY[:3])
    def fixture_changed(self, server: SoundServer, connection: Connection, request: pytest.FixtureRequest) -> Changed:
        remembered = Remembered(request.param, f"It's “work” no. {next(NUMBERS)}")
        leave(connection, remembered, is_muted=False)
        before = seen_by_a_ghost(connection, remembered)
        told = {remembered.by: remembered.value, "application.process.binary": "work app"}
        change = change_for(SoundStream(1, told, volumes=(1.0, 1.0)))
        leave(connection, remembered, is_muted=True)
        return Changed(
            restorer=SoundMuteRestorer(server.environment),
            change=change,
            before=before,
            look=lambda: seen_by_a_ghost(connection, remembered),
            undo_by_hand=lambda: leave(connection, remembered, is_muted=False),
        )


class TestWhatWirePlumberIsAboutToDo:
    """Its files, as 0.4 and 0.5 write them."""

    @pytest.mark.parametrize(
        ("file", "line"),
        [
            ("restore-stream", r"Output/Audio:application.name:A\sfriend\eme:mute=true"),
            ("stream-properties", r'Output/Audio:application.name:A\sfriend\eme={"volume":1.0, "mute":true}'),
        ],
    )
    def test_a_mute_is_found(self, tmp_path: Path, file: str, line: str) -> None:
        folder = tmp_path / "wireplumber"
        folder.mkdir()
        environment = {"XDG_STATE_HOME": str(tmp_path)}
        friend = Remembered("application.name", "A friend=me")
        assert not is_muted_on_disk(environment, friend)
        (folder / file).write_text(f"[{file}]\n{line}\n")
        assert is_muted_on_disk(environment, friend)
        assert not is_muted_on_disk(environment, Remembered("application.name", "A friend"))
        (folder / file).write_text(f"[{file}]\n{line.replace('true', 'false')}\n")
        assert not is_muted_on_disk(environment, friend)


class TestElsewhere:
    def test_what_is_not_a_mute_of_ours_is_gone(self, server: SoundServer) -> None:
        place = "application.name=Chat application.process.binary=chat"
        for change in (Change(KIND, place, None, MUTED), Change(KIND, place, "nonsense", MUTED)):
            assert SoundMuteRestorer(server.environment).restore(change) is Outcome.GONE

    @pytest.mark.parametrize(
        "place", ["", "'", "application.name=Chat", "application.name= application.process.binary=x", "a=b c=d", "\0"]
    )
    def test_a_place_is_a_name_and_a_program(self, place: str) -> None:
        assert remembered_at(place) is None

    def test_without_a_server_it_stays_pending(self) -> None:
        change = change_for(SoundStream(1, {"application.name": "Chat"}, volumes=(1.0,)))
        for environment in ({"XDG_RUNTIME_DIR": "/nowhere"}, {"PULSE_SERVER": "unix:/nowhere"}, {}):
            with pytest.raises(SoundServerError, match="No sound server runs"):
                SoundMuteRestorer({"PULSE_SERVER": "/nowhere", **environment}).restore(change)

    def test_a_server_that_hangs_is_given_up(self) -> None:
        change = change_for(SoundStream(1, {"application.name": "Chat"}, volumes=(1.0,)))
        with PulseAudio() as server:
            (daemon,) = server.daemons
            os.kill(daemon.pid, signal.SIGSTOP)
            try:
                with pytest.raises(SoundServerError, match="does not answer"):
                    SoundMuteRestorer(server.environment).restore(change)
            finally:
                os.kill(daemon.pid, signal.SIGCONT)

    def test_where_a_server_listens(self) -> None:
        assert str(socket_path({"PULSE_SERVER": "{0123}unix:/a/b tcp:host", "XDG_RUNTIME_DIR": "/run/me"})) == "/a/b"
        assert socket_path({"PULSE_SERVER": "tcp:host"}) is None
        assert str(socket_path({"PULSE_RUNTIME_PATH": "/p", "XDG_RUNTIME_DIR": "/run/me"})) == "/p/native"
        assert str(socket_path({"XDG_RUNTIME_DIR": "/run/me"})) == "/run/me/pulse/native"
        assert str(socket_path({})) == "/run/pulse/native"


def test_a_mute_from_one_server_is_put_back_on_the_other() -> None:
    """As when a machine goes from PulseAudio to PipeWire between a kill and the next start."""
    with PulseAudio() as server, SoundGuarding(server, server.rule(server.own_program("chat"))) as guarding:
        guarding.close()
        server.play(server.own_program("chat"), "Chat")
        server.wait_until_muted("Chat")
        ((_, recorded),) = guarding.ledger.pending()
    with PipeWire() as server:
        connection = Connection(server.environment)
        leave(connection, Remembered("application.name", "Chat"), is_muted=True)
        assert SoundMuteRestorer(server.environment).restore(recorded) is Outcome.RESTORED
        assert seen_by_a_ghost(connection, Remembered("application.name", "Chat"))[0] is False
        connection.close()


def test_opening_one_network_leaves_the_other_muted() -> None:
    with PulseAudio() as server:
        rules = [server.rule(server.own_program("chat")), server.rule(server.own_program("mail"))]
        with SoundGuarding(server, rules[0]) as guarding:
            guarding.guard.release()
            guarding.guard = type(guarding.guard)(server.environment, guarding.ledger, lambda _plan: tuple(rules))
            guarding.close()
            for name in ("chat", "mail"):
                server.play(server.own_program(name), name)
                server.wait_until_muted(name)
            del rules[0]
            guarding.close()
            server.wait_until_muted("chat", is_muted=False)
            until(lambda: len(guarding.ledger.pending()) == 1, lambda: str(guarding.ledger.pending()))
            server.wait_until_muted("mail")
