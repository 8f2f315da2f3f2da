# SPDX-License-Identifier: MIT
"""Is a camera sensed while somebody holds it open? Plain files stand for the devices."""

import contextlib
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from rideau.adapters.linux.attention.camera_sense import CameraSense, camera_probe
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness
from stage.senses import until, wait_for

HOLD = "import sys; held = [open(path, 'rb') for path in sys.argv[1:]]; print('held', flush=True); sys.stdin.read()"


class Room(NamedTuple):
    """Hold a folder of devices, and what says what each of them is."""

    devices: Path
    names: Path

    def sense(self) -> CameraSense:
        """Return what watches them."""
        return CameraSense(self.devices, self.names)

    def plug_in(self, name: str, what: str = "Integrated Camera") -> Path:
        """Make a device; return it."""
        folder = self.names / name
        folder.mkdir(parents=True)
        (folder / "name").write_text(what + "\n")
        (self.devices / name).touch()
        return self.devices / name


@pytest.fixture(name="room")
def fixture_room(tmp_path: Path) -> Room:
    room = Room(tmp_path / "dev", tmp_path / "sys")
    room.devices.mkdir()
    return room


Hold = Callable[..., subprocess.Popen[str]]


@pytest.fixture(name="hold")
def fixture_hold() -> Iterator[Hold]:
    started: list[subprocess.Popen[str]] = []

    def hold(*paths: Path, program: str = sys.executable) -> subprocess.Popen[str]:
        argv = [program, "-c", HOLD, *map(str, paths)]
        app = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        started.append(app)
        assert app.stdout is not None
        assert app.stdout.readline() == "held\n"
        return app

    yield hold
    for each in started:
        each.kill()
        each.communicate()


def release(app: subprocess.Popen[str]) -> None:
    """Have ``app`` close everything, and end."""
    app.communicate()


def test_a_camera_is_sensed_while_it_is_held(room: Room, hold: Hold) -> None:
    camera = room.plug_in("video0")
    with contextlib.closing(room.sense()) as sense:
        assert sense.signals() == Signals(camera=False)
        first = hold(camera)
        until(sense, lambda told: told.camera)
        second = hold(camera)
        release(first)
        while sense.deadline() is not None:
            wait_for(sense, 5)
        assert sense.signals().camera, "the other one still sees"
        release(second)
        until(sense, lambda told: not told.camera)


def test_a_glance_is_sensed_at_once_and_over_when_it_is(room: Room) -> None:
    camera = room.plug_in("video0")
    with contextlib.closing(room.sense()) as sense:
        descriptor = os.open(camera, os.O_RDONLY)
        until(sense, lambda told: told.camera)
        os.close(descriptor)
        until(sense, lambda told: not told.camera)


def test_whoever_cannot_be_seen_to_hold_it_blocks_for_a_second_and_no_longer(room: Room) -> None:
    camera = room.plug_in("video0")
    with contextlib.closing(room.sense()) as sense:
        with camera.open("rb"):  # this process is Rideau's own, which is never taken for somebody in a call
            until(sense, lambda told: told.camera)
            until(sense, lambda told: not told.camera)
        assert sense.deadline() is None


def test_what_goes_on_already_is_known_from_the_start(room: Room, hold: Hold) -> None:
    app = hold(room.plug_in("video0"))
    with contextlib.closing(room.sense()) as sense:
        assert sense.signals().camera
        release(app)
        until(sense, lambda told: not told.camera)


def test_a_camera_plugged_in_later_is_sensed_and_pulled_out_is_forgotten(room: Room, hold: Hold) -> None:
    with contextlib.closing(room.sense()) as sense:
        camera = room.plug_in("video3")
        app = hold(camera)
        until(sense, lambda told: told.camera)
        release(app)
        until(sense, lambda told: not told.camera)
        camera.unlink()
        sense.look()
        assert sense.signals().camera is False


def test_a_camera_that_may_be_looked_at_only_later_is_sensed_then(room: Room, hold: Hold) -> None:
    with contextlib.closing(room.sense()) as sense:
        sense._watch = lambda *_: -1  # type: ignore[method-assign]  # root may look at everything
        camera = room.plug_in("video0")
        sense.look()
        del sense._watch  # type: ignore[method-assign]  # as udev gives it to the person
        camera.chmod(0o600)
        app = hold(camera)
        until(sense, lambda told: told.camera)
        release(app)
        until(sense, lambda told: not told.camera)


def test_what_is_opened_beside_cameras_wakes_nobody(room: Room) -> None:
    room.plug_in("video0")
    nothing = room.plug_in("null")
    with contextlib.closing(room.sense()) as sense:
        sense.read()
        for _ in range(20):
            nothing.read_bytes()
        assert not select.select([sense], [], [], 0)[0]


def test_no_other_device_is_a_camera(room: Room, hold: Hold) -> None:
    others = [room.plug_in("video10", "bcm2835-codec-decode"), room.plug_in("vboxuser"), room.plug_in("null")]
    with contextlib.closing(room.sense()) as sense:
        hold(*others)
        sense.look()
        assert sense.signals().camera is False
        assert sense.deadline() is None


def test_who_holds_cameras_to_offer_them_sees_nothing(room: Room, tmp_path: Path) -> None:
    camera = room.plug_in("video0")
    manager = tmp_path / "wireplumber"
    shutil.copy(shutil.which("sleep") or "/bin/sleep", manager)
    with contextlib.closing(room.sense()) as sense, camera.open("rb") as held:
        app = subprocess.Popen([manager, "infinity"], pass_fds=(held.fileno(),))
        held.close()
        while sense.deadline() is None:
            wait_for(sense, 5)
        until(sense, lambda told: not told.camera)
        app.kill()
        app.wait()


def test_a_system_that_does_not_tell_is_told_of(tmp_path: Path) -> None:
    assert camera_probe({}).fitness is Fitness.WORKS
    with pytest.raises(SenseLostError):
        CameraSense(tmp_path / "nowhere")
