# SPDX-License-Identifier: MIT
"""How is a keeper started, and how does the tray learn that it ended or was stopped? The kernel tells a thread."""

import logging
import os
import select
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from rideau.adapters.atomic_file import PRIVATE_FILE, make_private_folder

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-P", "-m", "rideau.keeper")
"""Without ``-P`` a folder called ``rideau`` where the person happens to be would be loaded instead of this one."""

ENDING_WITHIN_S = 1.0
LARGEST_LOG = 1024 * 1024

_LISTENER = 3
"""The descriptor at which a keeper finds the gate's listening socket."""


class KeeperProcess:
    """Hold one keeper's process: one that was started here, or one that an earlier tray left."""

    def __init__(self, pid: int) -> None:
        """Hold on to process ``pid``, so that its number cannot come to mean another one."""
        self.pid = pid
        self.has_stopped = False
        self.has_ended = False
        self._handle = _handle_of(pid)

    def kill(self) -> None:
        """Have the process end, whatever state it is in, and wait until it did. Idempotent."""
        if not self.has_ended:
            self._send_kill()
            self.wait(ENDING_WITHIN_S)

    def wait(self, patience_s: float) -> bool:
        """Wait until the process ended, and tell whether it did."""
        if self._handle is not None and not self.has_ended:
            self.has_ended = bool(select.select([self._handle], [], [], patience_s)[0])
        return self.has_ended

    def let_go(self) -> None:
        """Hold on to the process no longer. Idempotent."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _send_kill(self) -> None:
        with suppress(ProcessLookupError):
            if self._handle is None:
                _kill(self.pid)
            elif sys.platform == "linux":
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)


class StartedKeeper(KeeperProcess):
    """Hold a keeper started here; a thread sleeps until it ends or is stopped."""

    def __init__(self, pid: int, tell: Callable[[], None]) -> None:
        """Watch this process's child ``pid``; ``tell`` is called on the watching thread when its state changed."""
        super().__init__(pid)
        self._tell = tell
        self._thread = threading.Thread(target=self._watch, name="keeper-life", daemon=True)
        self._thread.start()

    def let_go(self) -> None:
        """Hold on to the process no longer, once it ended."""
        if self.has_ended:
            self._thread.join(ENDING_WITHIN_S)
        super().let_go()

    def _watch(self) -> None:
        is_over = False
        while not is_over:
            self.has_stopped = self._is_stopped()
            is_over = self.has_ended = not self.has_stopped
            self._tell()

    def _is_stopped(self) -> bool:
        """Sleep until the process ended or was stopped, and tell whether it was only stopped."""
        is_stopped = False
        if sys.platform != "win32":
            with suppress(ChildProcessError):  # it ended: whoever started us has SIGCHLD ignored
                _, status = os.waitpid(self.pid, os.WUNTRACED)
                is_stopped = os.WIFSTOPPED(status)
        return is_stopped


def start_keeper(
    listener: socket.socket, path: Path, log_file: Path, tell: Callable[[], None], command: Sequence[str] = COMMAND
) -> StartedKeeper:
    """Start a keeper that serves ``listener`` and is to be reached at ``path``; it outlives this process.

    Raises:
        OSError: it could not be started.

    """
    words = (*command, "--socket", str(path), "--listen-fd", str(_LISTENER))
    output = _log(log_file)
    try:
        pid = _spawned(words, listener.fileno(), output)
    finally:
        os.close(output)
    return StartedKeeper(pid, tell)


def _spawned(words: tuple[str, ...], listener: int, output: int) -> int:
    """Start ``words`` in a session of their own and return the process id; ``subprocess`` would cost 0.7 MB."""
    pid = 0
    if sys.platform != "win32":
        kept = {0, 1, 2, _LISTENER}
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_DUP2, output, 1),
            (os.POSIX_SPAWN_DUP2, output, 2),
            (os.POSIX_SPAWN_DUP2, listener, _LISTENER),
            *((os.POSIX_SPAWN_CLOSE, each) for each in _inheritable() if each not in kept),
        ]
        pid = os.posix_spawnp(words[0], words, os.environ, file_actions=actions, setsid=True)
    return pid


def _inheritable() -> Iterator[int]:
    """Yield the descriptors that some library left open for whatever is started."""
    for name in os.listdir("/dev/fd"):  # noqa: PTH208 - names are all that is needed
        with suppress(OSError):  # the one that lists
            if os.get_inheritable(int(name)):
                yield int(name)


def _log(file: Path) -> int:
    """Return a descriptor to append to ``file`` with, emptied where it has grown large; nowhere where it can't be."""
    try:
        make_private_folder(file.parent)
        descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        log.warning("The keeper's log cannot be written: %s", error)
        return os.open(os.devnull, os.O_WRONLY)
    if os.fstat(descriptor).st_size > LARGEST_LOG:
        os.ftruncate(descriptor, 0)
    return descriptor


def _handle_of(pid: int) -> int | None:
    """Return a handle on process ``pid`` (pidfd_open(2)); None where the system has none, or it is gone."""
    handle: int | None = None
    if sys.platform == "linux" and pid:
        with suppress(OSError):
            handle = os.pidfd_open(pid)
    return handle


def _kill(pid: int) -> None:
    if pid and sys.platform != "win32":
        os.kill(pid, signal.SIGKILL)
