# SPDX-License-Identifier: MIT
"""Does a window of another process learn how Rideau stands: from an app that runs, and by itself where none does?"""

import gettext
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from contracts.machine import MachineContract
from fakes.moment import Counter, a_counter
from rideau.adapters.control_desk import answer
from rideau.adapters.installed_file import KIND as INSTALLED
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.machine_here import GOES_ON, ByOneself, Ledgers, MachineHere
from rideau.adapters.paths import paths_from
from rideau.bootstrap.parts import installation_restorers, restorers
from rideau.domain.change import Change
from rideau.domain.error import RefusedError, RideauError
from rideau.domain.key import FIRST_WAIT
from rideau.domain.network import Action, Kind, Network
from rideau.domain.phase import Phase
from rideau.domain.plan import Treatment
from rideau.domain.probe import Fitness, Probe
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.ports.machine import HeldChange, Machine, Mechanism
from rideau.ports.settings_window import SettingsPage
from rideau.services.control import Control
from rideau.services.restoration import RestoreSummary
from rideau.services.status import Status
from rideau.wording.changes import SENTENCES
from rideau.wording.words import Words

WORDS = Words("en", gettext.NullTranslations())
PROXY = Change("gsettings-proxy", "/system/proxy", None, "")
HOST = Change(INSTALLED, "/home/a/.config/chromium/NativeMessagingHosts/x.json", None, "")
SOUND = Probe("sound", Text("Sound"), Fitness.NOT_HERE, Text("No sound server."), Text("Start one."))


class House:
    """Be an app that runs (``control_desk.Desk``) with two ledgers on disk."""

    def __init__(self, folder: Path, counter: Counter) -> None:
        self.words = WORDS
        self.counter = counter
        self.passing, self.staying = LedgerFile(folder / "ledger"), LedgerFile(folder / "installed")
        self.paths = Ledgers(folder / "ledger", folder / "installed")
        self.passing.record(PROXY)
        self.staying.record(HOST)

    @property
    def control(self) -> Control:
        return self.counter.control

    def status(self) -> Status:
        return self.counter.status()

    def probes(self) -> tuple[Probe, ...]:
        return (*self.counter.probes(), SOUND)

    def browsers(self) -> Mapping[str, object]:
        return {}

    def restore(self, *, keep_installed: bool) -> RestoreSummary:
        ledgers = (self.passing,) if keep_installed else (self.passing, self.staying)
        pending = [(ledger, number) for ledger in ledgers for number, _ in ledger.pending()]
        for ledger, number in pending:
            ledger.settle(number)
        return RestoreSummary(restored=len(pending))

    def show_window(self) -> None:
        raise NotImplementedError

    def show_settings(self, page: SettingsPage | None) -> None:
        raise NotImplementedError

    def quit(self) -> None:
        raise NotImplementedError


Serve = Callable[[Callable[[bytes], bytes]], Path]


@pytest.fixture
def folder() -> Iterator[Path]:
    """Return a folder with a short path: a socket's address holds about 100 bytes."""
    with tempfile.TemporaryDirectory(prefix="r-") as made:
        yield Path(made)


@pytest.fixture
def serve(folder: Path) -> Iterator[Serve]:
    """Answer each line at a socket, on a thread, until the test is over."""
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)

    def start(reply: Callable[[bytes], bytes]) -> Path:
        listener.bind(str(folder / "control"))
        listener.listen()
        threading.Thread(target=_answer_all, args=(listener, reply), daemon=True).start()
        return folder / "control"

    yield start
    with suppress(OSError):
        listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def _answer_all(listener: socket.socket, reply: Callable[[bytes], bytes]) -> None:
    with suppress(OSError):
        while True:
            line, _ = listener.accept()
            with line:
                line.sendall(reply(line.makefile("rb").readline()))


def by_oneself(summary: RestoreSummary | RideauError = RestoreSummary(restored=2)) -> ByOneself:  # noqa: B008 - a value
    def restore() -> RestoreSummary:
        if isinstance(summary, RideauError):
            raise summary
        return summary

    return ByOneself(lambda: (SOUND,), restore)


def guarded(level: LockLevel) -> Counter:
    """Return an evening that keeps a network closed."""
    counter = a_counter(Phase.QUIET, lock_level=level)
    base = counter.schedule.base
    plan = base.plan._replace(treatments=(Treatment(Network("slack", "Slack", Kind.CHAT), Action.BLOCK),))
    counter.schedule.base = counter.schedule.present = base._replace(plan=plan)
    return counter


def beside(house: House, serve: Serve) -> MachineHere:
    return MachineHere(serve(lambda line: answer(house, line)), house.paths, by_oneself(), WORDS)


class TestBesideAnApp(MachineContract):
    """Hold the contract beside an app that runs."""

    @pytest.fixture
    def machine(self, folder: Path, serve: Serve) -> Machine:
        return beside(House(folder, a_counter(Phase.WORK)), serve)


def test_the_app_tells_how_each_mechanism_stands(folder: Path, serve: Serve) -> None:
    found = beside(House(folder, a_counter()), serve).mechanisms()
    assert [each.name for each in found] == ["notifications", "autostart", "sound"]
    assert found[-1] == Mechanism("sound", "Sound", Fitness.NOT_HERE, "No sound server.", "Start one.")
    assert found[0].remedy == ""


def test_changes_are_read_from_both_ledgers_while_another_holds_their_locks(folder: Path, serve: Serve) -> None:
    house = House(folder, a_counter())
    machine = beside(house, serve)
    with house.passing._locked(), house.staying._locked():
        assert machine.changes() == (
            HeldChange("gsettings-proxy", "The desktop's proxy settings lead browsers through Rideau's gate."),
            HeldChange(INSTALLED, f"The browser's extension finds Rideau through {HOST.place}.", stays=True),
        )


def test_a_restore_says_that_the_app_goes_on(folder: Path, serve: Serve) -> None:
    came = beside(House(folder, a_counter(Phase.WORK)), serve).restore()
    assert came.lines == ("2 changes are back as they were.", GOES_ON.template)


def test_while_something_is_kept_closed_a_restore_takes_the_wait_of_a_key(folder: Path, serve: Serve) -> None:
    house = House(folder, guarded(LockLevel.FIRM))
    machine = beside(house, serve)
    came = machine.restore()
    assert (came.wait, came.lines) == (FIRST_WAIT, ("Everything is put back in 10 seconds.",))
    with pytest.raises(RefusedError):
        machine.restore(came.key)
    again = machine.restore()
    house.counter.since_boot.advance(FIRST_WAIT)
    assert machine.restore(again.key).key == ""
    assert machine.changes() == ()


def test_a_wait_that_is_called_off_counts_nothing(folder: Path, serve: Serve) -> None:
    house = House(folder, guarded(LockLevel.FIRM))
    machine = beside(house, serve)
    machine.call_off(machine.restore().key)
    assert (house.status().key, house.status().keys_used, len(machine.changes())) == (None, 0, 2)


def test_the_lock_is_told_as_a_refusal(folder: Path, serve: Serve) -> None:
    machine = beside(House(folder, guarded(LockLevel.LOCKED)), serve)
    with pytest.raises(RefusedError):
        machine.restore()


def test_without_an_app_it_looks_and_puts_back_by_itself(folder: Path) -> None:
    machine = MachineHere(folder / "nobody", Ledgers(folder / "a", folder / "b"), by_oneself(), WORDS)
    assert not machine.is_running()
    assert [each.name for each in machine.mechanisms()] == ["sound"]
    assert machine.changes() == ()
    assert machine.restore().lines == ("2 changes are back as they were.",)
    machine.call_off("any")


def test_what_could_not_be_put_back_is_said(folder: Path) -> None:
    summary = RestoreSummary(failed=(Text("The disk is full."),))
    machine = MachineHere(folder / "nobody", Ledgers(folder / "a", folder / "b"), by_oneself(summary), WORDS)
    assert machine.restore().failed == ("The disk is full.",)


def test_an_app_that_answers_nonsense_runs_and_is_said_to(folder: Path, serve: Serve) -> None:
    machine = MachineHere(serve(lambda _: b"?\n"), Ledgers(folder / "a", folder / "b"), by_oneself(), WORDS)
    assert machine.is_running()
    with pytest.raises(RideauError):
        machine.mechanisms()


@pytest.mark.parametrize("document", [b"[]", b"{}", b'{"mechanisms": 1}', b'{"mechanisms": [{"name": "x"}]}'])
def test_what_cannot_be_read_of_another_version_is_left_out(document: bytes, folder: Path, serve: Serve) -> None:
    reply = b'{"version": 1, "document": ' + document + b', "lines": []}\n'
    machine = MachineHere(serve(lambda _: reply), Ledgers(folder / "a", folder / "b"), by_oneself(), WORDS)
    assert machine.mechanisms() == ()


def test_every_kind_that_can_be_put_back_has_a_sentence(folder: Path) -> None:
    environment = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    found = {each.kind for each in (*restorers(environment, paths_from(environment)), *installation_restorers())}
    assert found == set(SENTENCES)
