# SPDX-License-Identifier: MIT
"""How do two connections become one, both ways, whatever is said through them?"""

import asyncio
from collections.abc import Callable

from rideau.keeper.end import End, reset, say_last


class Tunnel:
    """Carry bytes between two ends until both hung up, or until it is cut."""

    __slots__ = ("_ends", "_has_moved", "_on_over", "_patience_s", "_pipes", "_timer")

    def __init__(self, ends: tuple[End, End], half_closed_s: float, on_over: Callable[[], None]) -> None:
        """Take over both ``ends`` with what they received; call ``on_over`` once, when both are gone."""
        first, second = (end.transport for end in ends)
        self._on_over = on_over
        self._patience_s = half_closed_s
        self._has_moved = False
        self._timer: asyncio.TimerHandle | None = None
        self._ends = 0
        self._pipes = (_Pipe(self, first, second), _Pipe(self, second, first))
        for pipe, end in zip(self._pipes, ends, strict=True):
            pipe.source.set_protocol(pipe)
            if end.is_gone:
                pipe.connection_lost(None)
        for pipe, end in zip(self._pipes, ends, strict=True):
            pipe.begin(bytes(end.received), is_at_end=end.is_at_end)
            end.received.clear()

    def cut(self) -> None:
        """Reset both ends now."""
        for pipe in self._pipes:
            reset(pipe.source)

    def moved(self) -> None:
        """Note that bytes went through after one side had said its last."""
        self._has_moved = True

    def one_side_ended(self) -> None:
        """Hang up if it was the second; else wait for the other only as long as something still moves."""
        if all(pipe.is_at_end for pipe in self._pipes):
            for pipe in self._pipes:
                pipe.source.close()
        if self._timer is None:
            self._wait()

    def one_end_lost(self) -> None:
        """Tell that it is over once both are."""
        self._ends += 1
        if self._ends == len(self._pipes):
            if self._timer is not None:
                self._timer.cancel()
            self._on_over()
        else:
            self.one_side_ended()

    def _wait(self) -> None:
        self._has_moved = False
        self._timer = asyncio.get_running_loop().call_later(self._patience_s, self._look)

    def _look(self) -> None:
        if self._has_moved:
            self._wait()
        else:
            self.cut()


class _Pipe(asyncio.Protocol):
    """Carry what comes from ``source`` to ``sink``; ``source`` is fetched no faster than ``sink`` takes it."""

    __slots__ = ("_tunnel", "is_at_end", "sink", "source")

    def __init__(self, tunnel: Tunnel, source: asyncio.Transport, sink: asyncio.Transport) -> None:
        self._tunnel = tunnel
        self.is_at_end = False
        self.source = source
        self.sink = sink

    def begin(self, received: bytes, *, is_at_end: bool) -> None:
        """Send on what came before there was a tunnel."""
        self.source.resume_reading()
        if received and not self.sink.is_closing():
            self.sink.write(received)  # which may pause the source again
        if is_at_end:
            self.eof_received()

    def data_received(self, data: bytes) -> None:
        self._tunnel.moved()
        self.sink.write(data)

    def eof_received(self) -> bool:
        if not self.is_at_end:
            self.is_at_end = True
            say_last(self.sink)
            self._tunnel.one_side_ended()
        return True

    def connection_lost(self, exc: Exception | None) -> None:
        if exc is None:
            self.sink.close()
        else:
            reset(self.sink)
        self._tunnel.one_end_lost()

    def pause_writing(self) -> None:
        """Source is full: the other pipe, which writes to it, must wait."""
        if not self.sink.is_closing():
            self.sink.pause_reading()

    def resume_writing(self) -> None:
        if not self.sink.is_closing():
            self.sink.resume_reading()
