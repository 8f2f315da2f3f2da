# SPDX-License-Identifier: MIT
"""How does a test get a real sound server, apps that play through it, and an ear? Null sinks only; no sound card."""

import array
import contextlib
import math
import os
import shutil
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pulsectl

from rideau.adapters.linux.apps.process_list import file_ids
from rideau.domain.app import AppRule
from stage.bus import SessionBus
from stage.desktop import Home
from stage.program import PATIENCE_S, Program, require
from stage.sound_app import BLOCK_MS, RATE

SINK = "quiet_room"
ASIDE = Path(__file__).parents[2] / "build/pulseaudio"
PLAYER = Path(__file__).with_name("sound_app.py")
COOKIE = "PULSE_COOKIE"
STEP_MS = 5
AUDIBLE = 200
"""An amplitude below this is silence; the apps here play at 8000."""

MICROPHONES = {
    "PulseAudio": ("module-null-source", "source_name=silence"),
    "PipeWire": ("module-null-sink", "media.class=Audio/Source/Virtual sink_name=silence channels=1"),
}

PULSEAUDIO = f"""
load-module module-native-protocol-unix
load-module module-stream-restore restore_device=false
load-module module-null-sink sink_name={SINK} rate={RATE}
"""
PIPEWIRE = f"""
context.objects = [ {{ factory = adapter args = {{
  factory.name = support.null-audio-sink node.name = {SINK} media.class = Audio/Sink object.linger = true
  audio.position = [ FL FR ] audio.rate = {RATE} monitor.channel-volumes = true }} }} ]
"""


class SoundServer(Home):
    """Be a home with a sound server."""

    name = ""

    def __init__(self) -> None:
        """Lay everything out; it starts on entering."""
        super().__init__()
        self.daemons: list[Program] = []
        self.environment[COOKIE] = str(self.folder / "cookie")
        self._cookie = os.environ.get(COOKIE)

    def __enter__(self) -> Self:
        """Start it, and wait until it plays; libpulse makes a file in one's own home wherever it finds none."""
        os.environ[COOKIE] = self.environment[COOKIE]
        try:
            self.begin()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it, and everything that was started here."""
        self.end()
        os.environ.pop(COOKIE)
        if self._cookie is not None:
            os.environ[COOKIE] = self._cookie
        super().__exit__(kind, error, at)

    @property
    def started(self) -> list[Program]:
        """Return the apps that were started here, and not the server."""
        return [each for each in self._started if each not in self.daemons]

    @property
    def socket(self) -> Path:
        """Return where clients reach it."""
        return Path(self.environment["XDG_RUNTIME_DIR"], "pulse/native")

    def begin(self) -> None:
        """Start the server, and wait until it plays; again after ``end``, it remembers what it did before."""
        self.daemons = self._start()
        until(self._plays, lambda: "\n".join(each.output() for each in self.daemons))

    def end(self) -> None:
        """End the server politely, its memory written."""
        for each in reversed(self.daemons):
            each.stop()
        self.daemons = []
        self.socket.unlink(missing_ok=True)

    def _start(self) -> list[Program]:
        raise NotImplementedError

    def client(self) -> pulsectl.Pulse:
        """Return a connection of the test's own; close it."""
        pulse = pulsectl.Pulse("test", server=f"unix:{self.socket}", connect=False)
        try:
            pulse.connect()
        except pulsectl.PulseError:
            pulse.close()
            raise
        return pulse

    def streams(self, name: str = "") -> list[pulsectl.PulseSinkInputInfo]:
        """Return the streams that play now; of the app called ``name``, if it is given."""
        with self.client() as pulse:
            return [
                each
                for each in pulse.sink_input_list()
                if name in {"", each.proplist.get("application.name")} and "pipewire.access" not in each.name
            ]

    def wait_for_streams(self, name: str, count: int = 1) -> list[pulsectl.PulseSinkInputInfo]:
        """Wait until ``name`` plays ``count`` streams; return them."""
        until(lambda: len(self.streams(name)) == count, lambda: f"{name}: {self.streams()}")
        return self.streams(name)

    def wait_until_muted(self, name: str, *, is_muted: bool = True, count: int = 1) -> None:
        """Wait until all ``count`` streams of ``name`` are muted, or none is."""
        wanted = [is_muted] * count
        until(
            lambda: [bool(each.mute) for each in self.streams(name)] == wanted,
            lambda: f"{name}: {[(each.index, each.mute, each.proplist) for each in self.streams(name)]}",
        )

    def set_mute(self, name: str, *, is_muted: bool) -> None:
        """Mute or un-mute every stream of ``name``, as the person does in a mixer."""
        with self.client() as pulse:
            for each in self.streams(name):
                pulse.sink_input_mute(each.index, is_muted)

    def set_volume(self, name: str, volume: float) -> None:
        """Set the volume of every stream of ``name``, as the person does in a mixer."""
        with self.client() as pulse:
            for each in self.streams(name):
                pulse.volume_set_all_chans(each, volume)

    def volume(self, name: str) -> float:
        """Return the volume of the stream of ``name``."""
        (only,) = self.streams(name)
        return float(only.volume.value_flat)

    def play(self, program: Path, name: str, **options: str) -> Program:
        """Start ``program`` (see ``own_program``), which plays a tone as ``name`` until it is stopped."""
        return self._app(program, "play", name, options)

    def play_in_child(self, program: Path, child: Path, name: str) -> Program:
        """Start ``program``, whose child ``child`` plays a tone as ``name``."""
        return self._app(program, "child", name, {"through": str(child)})

    def record(self, program: Path, name: str, device: str) -> Program:
        """Start ``program``, which records from ``device``."""
        file = self.folder / f"{name}-{time.monotonic_ns()}.raw"
        return self._app(program, "record", name, {"device": device, "file": str(file)})

    @contextlib.contextmanager
    def microphone(self) -> Iterator[str]:
        """Plug in a microphone that hears nothing; give its name."""
        with self.client() as pulse:
            kind, words = MICROPHONES[self.name]
            module = pulse.module_load(kind, words)
            until(lambda: "silence" in {each.name for each in pulse.source_list()}, lambda: str(pulse.source_list()))
        try:
            yield "silence"
        finally:
            with self.client() as pulse:
                pulse.module_unload(module)

    def wait_until_written(self, name: str) -> None:
        """Wait until the server has what it remembers of ``name`` on its disk, where it takes its time for it."""

    def _app(self, program: Path, what: str, name: str, options: dict[str, str]) -> Program:
        words = [word for key, value in options.items() for word in (f"--{key}", value)]
        log = f"{program.name}-{time.monotonic_ns()}.log"
        return self.start([str(program), str(PLAYER), what, "--name", name, *words], log=log, **own_python())

    def own_program(self, name: str) -> Path:
        """Return a Python of its own, called ``name``: another executable, another inode."""
        path = self.folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        if not path.exists():
            shutil.copy(Path(sys._base_executable).resolve(), path)
        return path

    def rule(self, program: Path, network: str = "slack") -> AppRule:
        """Return the rule of the app whose executable is ``program``."""
        ids = file_ids([str(program)])
        return AppRule(f"{network}/{program.name}", network, program.name, programs=(str(program),), program_ids=ids)

    @contextlib.contextmanager
    def ear(self) -> Iterator["Ear"]:
        """Listen to what can be heard, from now on."""
        file = self.folder / f"ear-{time.monotonic_ns()}.raw"
        device = {"device": f"{SINK}.monitor", "file": str(file)}
        app = self._app(self.own_program("ear"), "record", "Ear", device)
        ear = Ear(file)
        try:
            until(lambda: ear.blocks_heard() > 0, app.output)
            yield ear
        finally:
            app.kill()

    def _plays(self) -> bool:
        try:
            with self.client() as pulse:
                return pulse.server_info().default_sink_name == SINK
        except (pulsectl.PulseError, OSError):
            return False


class PulseAudio(SoundServer):
    """Be a home with PulseAudio."""

    name = "PulseAudio"

    def _start(self) -> list[Program]:
        config = self.folder / "pulse.pa"
        config.write_text(PULSEAUDIO)
        argv = [
            "-n",
            "-F",
            str(config),
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--use-pid-file=no",
            "--disable-shm=yes",
        ]
        if shutil.which("pulseaudio"):
            return [self.start(["pulseaudio", *argv])]
        program, libraries = ASIDE / "usr/bin/pulseaudio", sorted(ASIDE.glob("usr/lib*/*-linux-gnu"))
        require(str(program))
        folders = [*libraries, *(each / "pulseaudio" for each in libraries), *ASIDE.glob("usr/lib*/pulseaudio")]
        (modules,) = ASIDE.glob("usr/lib*/pulse-*/modules")
        paths = os.pathsep.join(str(each) for each in (*folders, modules))
        return [self.start([str(program), *argv, f"--dl-search-path={modules}"], LD_LIBRARY_PATH=paths)]


class PipeWire(SoundServer):
    """Be a home with PipeWire, WirePlumber and pipewire-pulse."""

    name = "PipeWire"

    def __enter__(self) -> Self:
        """Start a bus, which WirePlumber does not live without, and the rest."""
        self._bus = SessionBus(self.environment, self.folder)
        self._bus.start()
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._bus.address
        return super().__enter__()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End everything, the bus last."""
        self.end()
        self._bus.stop()
        super().__exit__(kind, error, at)

    def _start(self) -> list[Program]:
        folder = self.config / "pipewire/pipewire.conf.d"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "quiet-room.conf").write_text(PIPEWIRE)
        daemons = []
        for name, leads_to in (("pipewire", "pipewire-0"), ("wireplumber", ""), ("pipewire-pulse", "")):
            daemons.append(self.start([name]))
            if leads_to:
                path = Path(self.environment["XDG_RUNTIME_DIR"], leads_to)
                until(lambda path=path: accepts(path), daemons[-1].output)  # type: ignore[misc]  # bound at once
        return daemons

    def wait_until_written(self, name: str) -> None:
        """Wait for WirePlumber, which saves a second after the last change."""
        file = self.state / "wireplumber/restore-stream"
        wanted = f"{name.replace(' ', chr(92) + 's')}:mute=true"
        until(
            lambda: file.exists() and wanted in file.read_text(),
            lambda: file.read_text() if file.exists() else "nothing written",
        )


SOUND_SERVERS = (PulseAudio, PipeWire)


class Ear:
    """Hold what was recorded so far."""

    def __init__(self, file: Path) -> None:
        """Listen in ``file``."""
        self._file = file

    def blocks_heard(self) -> int:
        """Return how many blocks of 10 ms were recorded."""
        return (self._file.stat().st_size if self._file.exists() else 0) // (RATE * 2 * BLOCK_MS // 1000)

    def audible_ms(self, pitch: int, since: int = 0) -> int:
        """Return for how long a tone of ``pitch`` Hz could be heard from block ``since`` on, in steps of 5 ms."""
        block, step = RATE * BLOCK_MS // 1000, RATE * STEP_MS // 1000
        samples = array.array("h", self._file.read_bytes()[: self.blocks_heard() * block * 2])
        parts = (samples[at : at + step] for at in range(since * block, len(samples), step))
        return sum(STEP_MS for part in parts if amplitude(part, pitch) > AUDIBLE)

    def wait_for_blocks(self, count: int) -> None:
        """Wait until ``count`` more blocks were recorded."""
        goal = self.blocks_heard() + count
        until(lambda: self.blocks_heard() >= goal, lambda: f"{self.blocks_heard()} of {goal} blocks")


def amplitude(samples: "array.array[int]", pitch: int) -> float:
    """Return how loud a tone of ``pitch`` Hz is in ``samples`` (Goertzel)."""
    factor = 2 * math.cos(2 * math.pi * pitch / RATE)
    before = last = 0.0
    for sample in samples:
        before, last = last, sample + factor * last - before
    power = last * last + before * before - factor * last * before
    return 2 * math.sqrt(max(power, 0.0)) / max(len(samples), 1)


def own_python() -> dict[str, str]:
    """Return what a copied Python needs to find its library."""
    libraries = Path(sys.base_prefix, "lib")
    return {"PYTHONHOME": sys.base_prefix, "LD_LIBRARY_PATH": str(libraries)}


def accepts(path: Path) -> bool:
    """Tell whether somebody listens at socket ``path``."""
    with socket.socket(socket.AF_UNIX) as tried:
        try:
            tried.connect(str(path))
        except OSError:
            return False
    return True


def until(holds: Callable[[], bool], why: Callable[[], str], patience_s: float = PATIENCE_S) -> None:
    """Wait until ``holds``; fail with ``why`` after a while."""
    deadline = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < deadline, why()
        time.sleep(0.01)
