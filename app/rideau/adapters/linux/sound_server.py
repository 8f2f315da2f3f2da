# SPDX-License-Identifier: MIT
"""How is a sound server spoken to, PulseAudio or PipeWire? One connection on one thread, asleep while nothing comes.

One is enough: what comes while it acts is kept, and looked at afterwards. libpulse's own threaded main loop would be a
second thread; pulsectl's waiting cannot be ended by another thread without a race, nor be given up when a server
hangs. So the waiting is done here.
"""

import select
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from rideau.adapters.linux.sound_ghost import Ghost
from rideau.domain.error import RideauError
from rideau.domain.sound import Remembered, SoundStream
from rideau.domain.text import Text

PATIENCE_S = 2.0
"""How long a server may take to answer before it is taken for gone."""

_READABLE = 1  # POLLIN, which Windows has not
_NOBODY = 0xFFFFFFFF


class SoundServerError(RideauError):
    """Say that no sound server can be spoken to."""

    title = Text("The sound server does not answer")


class Happened(NamedTuple):
    """Hold what became of one stream: ``new``, ``change`` or ``remove``."""

    what: str
    number: int


def socket_path(environment: Mapping[str, str]) -> Path | None:
    """Return where the sound server of ``environment`` listens; None where it is on another machine."""
    told = environment.get("PULSE_SERVER", "").split()
    if told:
        path = told[0].rpartition("}")[2].removeprefix("unix:")
        return Path(path) if path.startswith("/") else None
    if folder := environment.get("PULSE_RUNTIME_PATH"):
        return Path(folder, "native")
    if folder := environment.get("XDG_RUNTIME_DIR"):
        return Path(folder, "pulse/native")
    return Path("/run/pulse/native")


def accepts(path: Path | None) -> bool:
    """Tell whether somebody may listen at ``path``; nothing is started by asking."""
    return path is None or path.is_socket()


class SoundServer:
    """Be connected to one sound server until it ends. One thread; every call may raise ``SoundServerError``."""

    def __init__(self, environment: Mapping[str, str], patience_s: float = PATIENCE_S) -> None:
        """Connect; no server is ever started for it."""
        self._patience_s = patience_s
        path = socket_path(environment)
        if not accepts(path):
            raise SoundServerError(Text("No sound server runs."))
        self._happened: deque[Happened] = deque()
        self._deadline = 0.0
        self._alarm = -1
        pulsectl = _pulsectl()
        self._errors = (pulsectl.PulseError, pulsectl.PulseDisconnected, pulsectl._pulsectl.LibPulse.CallError)  # noqa: SLF001 - raised as it is
        self._enough = pulsectl.PulseLoopStop
        address = f"unix:{path}" if path else environment["PULSE_SERVER"]
        self._pulse = pulsectl.Pulse("Rideau", server=address, connect=False)
        self._pulse.set_poll_func(self._poll)
        self._pulse.event_callback_set(self._hear)
        try:
            with self._patience():
                self._pulse.connect(autospawn=False)
            with self._patience():
                self.is_pipewire = "PipeWire" in self._pulse.server_info().server_name
        except SoundServerError:
            self.close()
            raise

    def close(self) -> None:
        """Leave. Idempotent."""
        self._pulse.close()

    def subscribe(self) -> None:
        """Have ``wait`` tell of streams from now on."""
        with self._patience():
            self._pulse.event_mask_set("sink_input")

    def wait(self, alarm: int) -> tuple[Happened, ...]:
        """Wait until something happened to a stream, or descriptor ``alarm`` is readable; return what happened."""
        if not self._happened:
            self._deadline, self._alarm = 0.0, alarm
            try:
                self._pulse.event_listen()
            except self._errors as error:
                raise SoundServerError(Text("The sound server went away.")) from error
            finally:
                self._alarm = -1
        happened = tuple(self._happened)
        self._happened.clear()
        return happened

    def streams(self) -> tuple[SoundStream, ...]:
        """Return everything that plays."""
        with self._patience():
            return tuple(_stream(each) for each in self._pulse.sink_input_list())

    def stream(self, number: int) -> SoundStream | None:
        """Return one stream; None where it is gone."""
        return next(iter(self._unless_gone(lambda: [_stream(self._pulse.sink_input_info(number))])), None)

    def set_mute(self, number: int, *, is_muted: bool) -> bool:
        """Mute or un-mute one stream; tell whether it was still there."""
        return bool(self._unless_gone(lambda: [self._pulse.sink_input_mute(number, is_muted)]))

    def recorders(self) -> tuple[SoundStream, ...]:
        """Return everything that records from a microphone, not what listens to a sink."""
        with self._patience():
            monitors = {each.index for each in self._pulse.source_list() if each.monitor_of_sink != _NOBODY}
            found = self._pulse.source_output_list()
        microphones = (each for each in found if each.source not in monitors)
        return tuple(_stream(each) for each in microphones if each.proplist.get("stream.capture.sink") != "true")

    @contextmanager
    def ghost(self, remembered: Remembered, channels: int) -> Iterator[int]:
        """Hold a silent stream that the server remembers as ``remembered``; give its number."""
        ghost = Ghost(self._pulse._ctx, remembered, channels)  # noqa: SLF001 - pulsectl has no call for playing
        try:
            with self._patience():
                while self._pulse.connected and ghost.is_coming:
                    self._pulse._pulse_iterate()  # noqa: SLF001 - as above
            if not self._pulse.connected or not ghost.is_there:
                raise SoundServerError(Text("The sound server takes no sound now."))
            yield ghost.number
        finally:
            ghost.close()

    def _unless_gone(self, act: Callable[[], list[Any]]) -> list[Any]:
        """Return what ``act`` does; nothing where the stream it is about is gone."""
        try:
            with self._patience():
                return act()
        except SoundServerError:
            if not self._pulse.connected:
                raise
            return []

    @contextmanager
    def _patience(self) -> Iterator[None]:
        """Give the server a while to answer."""
        self._deadline = time.monotonic() + self._patience_s
        try:
            yield
        except self._errors as error:
            raise SoundServerError(Text("The sound server does not answer.")) from error
        finally:
            self._deadline = 0.0

    def _poll(self, waited_for: Sequence[Any], longest_s: float) -> int:
        """Wait for libpulse's descriptors, and for ours."""
        poll = select.poll()  # type: ignore[attr-defined,unused-ignore]  # not on Windows
        for each in waited_for:
            poll.register(each.fd, each.events)
        if self._alarm >= 0:
            poll.register(self._alarm, _READABLE)
        left = self._deadline - time.monotonic() if self._deadline else -1.0
        is_ours = self._deadline > 0 and not 0 <= longest_s < left
        came = dict(poll.poll(max(left, 0) * 1000 if is_ours else longest_s * 1000 if longest_s >= 0 else None))
        if not came and is_ours:
            self._pulse.connected = False  # what ends pulsectl's waiting for an answer
        if self._alarm in came:
            self._pulse.event_listen_stop()
        for each in waited_for:
            each.revents = came.get(each.fd, 0)
        return sum(1 for each in waited_for if each.revents)

    def _hear(self, event: Any) -> None:  # noqa: ANN401 - pulsectl has no types
        self._happened.append(Happened(str(event.t._value), int(event.index)))  # noqa: SLF001 - its text
        raise self._enough


def _pulsectl() -> Any:  # noqa: ANN401 - it has no types
    """Return pulsectl; loaded when a server is there, for the memory."""
    try:
        import pulsectl  # type: ignore[import-untyped]  # noqa: PLC0415 - see above
    except (ImportError, OSError) as error:
        remedy = Text("Install libpulse (Debian and Ubuntu: libpulse0; Fedora: pulseaudio-libs).")
        raise SoundServerError(Text("The library that speaks to sound servers is missing."), remedy) from error
    return pulsectl


def _stream(told: Any) -> SoundStream:  # noqa: ANN401 - as above
    volumes = tuple(round(float(each), 4) for each in told.volume.values)
    return SoundStream(int(told.index), dict(told.proplist), bool(told.mute), volumes)
