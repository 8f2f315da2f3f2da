# SPDX-License-Identifier: MIT
"""Is what muted apps play silenced on a real PulseAudio and PipeWire, theirs alone, and heard again as before?"""

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.enforcer import CLOSED, EnforcerContract
from fakes.ledger import FakeLedger
from rideau.adapters.linux.sound.microphones import recording_pids
from rideau.adapters.linux.sound.sound_guard import SoundGuard, lineage_of
from rideau.adapters.linux.sound.sound_player import number_inside, player_of
from rideau.domain.change import Outcome
from rideau.domain.network import Action
from rideau.domain.plan import Treatment
from rideau.domain.probe import Fitness
from rideau.domain.sound import SoundStream
from stage.sound import SINK, SOUND_SERVERS, PulseAudio, SoundServer, until
from stage.sound_guarding import SoundGuarding, guard_until_killed

NUMBERS = itertools.count(1)


@pytest.fixture(scope="module", name="server", params=SOUND_SERVERS, ids=lambda kind: kind.name)
def fixture_server(request: pytest.FixtureRequest) -> Iterator[SoundServer]:
    with request.param() as server:
        yield server


@pytest.fixture(name="name")
def fixture_name() -> str:
    """Return a name that no server remembers yet."""
    return f"Work {next(NUMBERS)}"


@pytest.fixture(name="guarding")
def fixture_guarding(server: SoundServer) -> Iterator[SoundGuarding]:
    with SoundGuarding(server, server.rule(server.own_program("work-app"))) as guarding:
        yield guarding
    for each in server.started:
        each.kill()


class TestContract(EnforcerContract):
    @pytest.fixture(name="enforcer")
    def fixture_enforcer(self, server: SoundServer) -> Iterator[SoundGuard]:
        rules = (server.rule(server.own_program("work-app")),)
        guard = SoundGuard(server.environment, FakeLedger(), lambda _plan: rules)
        yield guard
        guard.release()


class TestMuting:
    def test_what_plays_already_is_muted_and_heard_again(self, guarding: SoundGuarding, name: str) -> None:
        guarding.server.play(guarding.server.own_program("work-app"), name)
        guarding.server.wait_for_streams(name)
        guarding.close()
        guarding.server.wait_until_muted(name)
        guarding.open()
        guarding.server.wait_until_muted(name, is_muted=False)

    def test_what_begins_later_is_muted_every_stream_of_it(self, guarding: SoundGuarding, name: str) -> None:
        guarding.close()
        guarding.server.play(guarding.server.own_program("work-app"), name, streams="2")
        guarding.server.wait_until_muted(name, count=2)
        assert len(guarding.ledger.pending()) == 1, "one name needs one record"

    def test_nothing_of_it_is_heard(self, guarding: SoundGuarding, name: str) -> None:
        guarding.close()
        with guarding.server.ear() as ear:
            guarding.server.play(guarding.server.own_program("work-app"), name)
            guarding.server.wait_until_muted(name)
            since = ear.blocks_heard()
            ear.wait_for_blocks(30)
            assert ear.audible_ms(500, since + 10) == 0

    def test_a_friend_is_heard_all_along(self, guarding: SoundGuarding, name: str) -> None:
        server = guarding.server
        with server.ear() as ear:
            server.play(server.own_program("friend"), f"{name} friend", pitch="700")
            until(lambda: ear.audible_ms(700) > 0, lambda: str(server.streams()))
            guarding.close()
            server.play(server.own_program("work-app"), name)
            server.wait_until_muted(name)
            since = ear.blocks_heard()
            ear.wait_for_blocks(20)
            assert ear.audible_ms(700, since) == 10 * (ear.blocks_heard() - since)

    def test_a_friend_of_the_same_name_is_heard(self, guarding: SoundGuarding, name: str) -> None:
        """The server remembers one mute for both: Electron apps and browsers call themselves the same."""
        server = guarding.server
        guarding.close()
        app = server.play(server.own_program("work-app"), name)
        server.wait_until_muted(name)
        app.kill()
        server.wait_for_streams(name, 0)
        server.play(server.own_program("friend"), name)
        server.wait_until_muted(name, is_muted=False)

    def test_who_is_in_a_call_is_heard_until_it_ends(self, server: SoundServer, name: str) -> None:
        program, other = server.own_program("work-app"), server.own_program("other-app")
        rules = (server.rule(program), server.rule(other))
        with server.microphone() as microphone, SoundGuarding(server, *rules) as guarding:
            call = server.record(program, name, microphone)
            until(lambda: recording_pids(server.environment) == {call.pid}, call.output)
            server.play(program, name)
            server.wait_for_streams(name)
            guarding.close()
            server.play(program, f"{name} rings")
            server.wait_for_streams(f"{name} rings")
            server.play(other, f"{name} other")
            server.wait_until_muted(f"{name} other")
            assert not any(each.mute for who in (name, f"{name} rings") for each in server.streams(who))
            call.kill()
            server.wait_until_muted(name)
            server.wait_until_muted(f"{name} rings")
            again = server.record(program, name, microphone)
            server.wait_until_muted(name, is_muted=False)
            again.kill()
            server.wait_until_muted(name)
            guarding.open()
            server.wait_until_muted(name, is_muted=False)
        for each in server.started:
            each.kill()

    def test_a_child_plays_for_its_app(self, guarding: SoundGuarding, name: str) -> None:
        server = guarding.server
        guarding.close()
        server.play_in_child(server.own_program("work-app"), server.own_program("helper"), name)
        server.wait_until_muted(name)

    def test_the_same_helper_of_somebody_else_is_heard(self, guarding: SoundGuarding, name: str) -> None:
        server = guarding.server
        guarding.close()
        server.play_in_child(server.own_program("friend"), server.own_program("helper"), name)
        server.wait_for_streams(name)
        server.play(server.own_program("work-app"), f"{name} too")
        server.wait_until_muted(f"{name} too")
        assert [bool(each.mute) for each in server.streams(name)] == [False]

    def test_a_full_disk_mutes_nothing_and_says_so(self, server: SoundServer, name: str) -> None:
        ledger = FakeLedger()
        ledger.is_full = True
        program = server.own_program("work-app")
        guard = SoundGuard(server.environment, ledger, lambda _plan: (server.rule(program),))
        app = server.play(program, name)
        server.wait_for_streams(name)
        until(lambda: guard.apply(CLOSED).problem is not None, lambda: str(guard.apply(CLOSED)))
        assert not any(each.mute for each in server.streams(name))
        ledger.is_full = False
        guard.apply(CLOSED)
        server.wait_until_muted(name)
        guard.release()
        server.wait_until_muted(name, is_muted=False)
        app.kill()


class TestAsBefore:
    def test_the_volume_stays(self, guarding: SoundGuarding, name: str) -> None:
        server, program = guarding.server, guarding.server.own_program("work-app")
        app = server.play(program, name)
        server.wait_for_streams(name)
        server.set_volume(name, 0.5)
        guarding.close()
        server.wait_until_muted(name)
        app.kill()
        server.wait_for_streams(name, 0)
        guarding.open()
        server.play(program, name)
        server.wait_for_streams(name)
        until(lambda: server.volume(name) == pytest.approx(0.5, abs=0.01), lambda: str(server.volume(name)))
        server.wait_until_muted(name, is_muted=False)

    def test_what_the_person_muted_stays_muted(self, guarding: SoundGuarding, name: str) -> None:
        server = guarding.server
        server.play(server.own_program("work-app"), name)
        server.wait_for_streams(name)
        server.set_mute(name, is_muted=True)
        server.wait_until_muted(name)
        guarding.close()
        assert guarding.ledger.pending() == ()
        guarding.open()
        server.wait_until_muted(name)

    def test_what_the_person_muted_in_an_earlier_life_stays_muted(self, guarding: SoundGuarding, name: str) -> None:
        server, program = guarding.server, guarding.server.own_program("work-app")
        app = server.play(program, name)
        server.wait_for_streams(name)
        server.set_mute(name, is_muted=True)
        server.wait_until_muted(name)
        app.kill()
        server.wait_for_streams(name, 0)
        server.wait_until_written(name)
        guarding.close()
        app = server.play(program, name)
        server.wait_until_muted(name)
        assert guarding.ledger.pending() == ()
        guarding.open()
        server.wait_until_muted(name)

    def test_what_the_person_unmutes_stays_heard(self, guarding: SoundGuarding, name: str) -> None:
        server, program = guarding.server, guarding.server.own_program("work-app")
        guarding.close()
        server.play(program, name)
        server.wait_until_muted(name)
        server.set_mute(name, is_muted=False)
        server.wait_until_muted(name, is_muted=False)
        guarding.close()
        server.play(server.own_program("friend"), f"{name} friend")  # whatever came of the change was seen before this
        server.wait_for_streams(f"{name} friend")
        guarding.close()
        assert not any(each.mute for each in server.streams(name))
        ((_, change),) = guarding.ledger.pending()
        assert guarding.restorer.restore(change) is Outcome.LEFT

    def test_after_a_kill_the_next_start_puts_everything_back(self, guarding: SoundGuarding, name: str) -> None:
        server, program = guarding.server, guarding.server.own_program("work-app")
        guard = guard_until_killed(guarding, program)
        app = server.play(program, name)
        server.wait_until_muted(name)
        guard.kill()
        app.kill()
        server.wait_for_streams(name, 0)
        assert guarding.restore().restored == 1
        assert guarding.ledger.pending() == ()
        server.play(program, name)
        server.wait_for_streams(name)
        with server.ear() as ear:
            until(lambda: ear.audible_ms(500) > 0, lambda: str(server.streams(name)))

    def test_after_a_kill_a_running_app_is_heard_at_once(self, guarding: SoundGuarding, name: str) -> None:
        server, program = guarding.server, guarding.server.own_program("work-app")
        guard = guard_until_killed(guarding, program)
        server.play(program, name)
        server.wait_until_muted(name)
        guard.kill()
        assert guarding.restore().restored == 1
        server.wait_until_muted(name, is_muted=False)


class TestServersThatComeAndGo:
    """The memory outlives the server; so does the guard."""

    @pytest.fixture(name="own", params=SOUND_SERVERS, ids=lambda kind: kind.name)
    def fixture_own(self, request: pytest.FixtureRequest) -> Iterator[SoundServer]:
        with request.param() as server:
            yield server

    def test_a_server_that_starts_anew_is_listened_to_again(self, own: SoundServer, name: str) -> None:
        program = own.own_program("work-app")
        with SoundGuarding(own, own.rule(program)) as guarding:
            guarding.close()
            own.play(program, name)
            own.wait_until_muted(name)
            own.end()
            until(lambda: guarding.guard.apply(CLOSED).networks == (), lambda: "still held")
            own.begin()
            own.play(program, f"{name} again")
            own.wait_until_muted(f"{name} again")

    def test_what_cannot_be_put_back_without_a_server_is_once_it_is_there(self, own: SoundServer, name: str) -> None:
        program = own.own_program("work-app")
        with SoundGuarding(own, own.rule(program)) as guarding:
            guarding.close()
            app = own.play(program, name)
            own.wait_until_muted(name)
            app.kill()
            own.wait_for_streams(name, 0)
            own.wait_until_written(name)
            own.end()
            guarding.guard.release()
            assert guarding.restore().failed
            assert guarding.ledger.pending()
            own.begin()
            guarding.wait_until_nothing_is_held()
            own.play(program, name)
            own.wait_for_streams(name)
            own.wait_until_muted(name, is_muted=False)

    def test_after_a_kill_and_a_reboot_the_next_start_puts_everything_back(self, own: SoundServer, name: str) -> None:
        program = own.own_program("work-app")
        with SoundGuarding(own, own.rule(program)) as guarding:
            guard = guard_until_killed(guarding, program)
            app = own.play(program, name)
            own.wait_until_muted(name)
            guard.kill()
            app.kill()
            own.wait_for_streams(name, 0)
            own.wait_until_written(name)
            own.end()
            own.begin()
            assert guarding.restore().restored == 1
            with own.ear() as ear:
                own.play(program, name)
                until(lambda: ear.audible_ms(500) > 0, lambda: str(own.streams(name)))

    def test_a_guard_waits_for_its_server_without_loading_anything(self, name: str) -> None:
        with PulseAudio() as own:
            own.end()
            program = own.own_program("work-app")
            with SoundGuarding(own, own.rule(program)) as guarding:
                report = guarding.guard.apply(CLOSED)
                assert report.networks == ()
                assert "No sound server runs" in str(report.not_covered[-1])
                assert guarding.guard.probe().fitness is Fitness.NOT_HERE
                own.begin()
                own.play(program, name)
                own.wait_until_muted(name)


class TestSaying:
    def test_the_probe_names_the_server(self, server: SoundServer) -> None:
        probe = SoundGuard(server.environment, FakeLedger(), lambda _plan: ()).probe()
        assert probe.fitness is Fitness.WORKS
        assert server.name in str(probe.reason)

    def test_one_site_in_a_browser_is_said_to_be_heard(self, guarding: SoundGuarding) -> None:
        muted = CLOSED._replace(treatments=tuple(Treatment(each.network, Action.MUTE) for each in CLOSED.treatments))
        assert guarding.guard.apply(CLOSED).not_covered == ()
        guarding.close(muted)
        assert "no site can be told from another" in str(guarding.guard.apply(muted).not_covered[0])

    def test_no_library_of_the_servers_is_needed(self) -> None:
        program = "import sys, rideau.adapters.linux.sound.sound_guard; sys.exit('pulsectl' in sys.modules)"
        assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

    def test_the_number_that_a_program_tells_is_believed_where_the_program_fits(self) -> None:
        program = Path("/proc/self/exe").readlink().name
        mine = {"application.process.id": str(os.getpid()), "application.process.binary": program}
        assert player_of(SoundStream(1, mine)) == os.getpid() == number_inside(os.getpid())
        assert player_of(SoundStream(1, {**mine, "application.process.binary": "no-such-program"})) == os.getpid()
        assert player_of(SoundStream(1)) == 0
        assert number_inside(0) == 0

    def test_who_started_a_process_is_known(self) -> None:
        assert {os.getpid(), os.getppid()} <= lineage_of(os.getpid()).by_pid.keys()


class TestMicrophones:
    def test_who_records_from_a_microphone_is_known_and_who_listens_to_the_speakers_is_not(
        self, server: SoundServer
    ) -> None:
        with server.microphone() as microphone:
            app = server.record(server.own_program("work-app"), "Call", microphone)
            meter = server.record(server.own_program("friend"), "Meter", f"{SINK}.monitor")
            until(lambda: app.pid in recording_pids(server.environment), app.output)
            assert meter.pid not in recording_pids(server.environment)
            app.kill()
            until(lambda: recording_pids(server.environment) == frozenset(), meter.output)
            meter.kill()

    def test_without_a_server_nobody_records(self) -> None:
        assert recording_pids({"XDG_RUNTIME_DIR": "/nowhere"}) == frozenset()
