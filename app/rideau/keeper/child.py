# SPDX-License-Identifier: MIT
"""How does the keeper start a program that lives on without it, and learn how it ended?"""

import asyncio
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Thread

log = logging.getLogger(__name__)


class Child:
    """Hold the program that was started last. asyncio's own would be killed with the keeper."""

    def __init__(self, ended: Callable[[bool], None], open_files: tuple[int, int] | None = None) -> None:
        """Call ``ended`` on the event loop with whether it ended well; ``open_files`` is the limit it is given back."""
        self._ended = ended
        self._open_files = open_files
        self._loop = asyncio.get_running_loop()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, argv: Sequence[str]) -> None:
        """Start ``argv`` in a session of its own, in place of the last, which lives on and is not spoken of again."""
        nowhere = subprocess.DEVNULL
        try:
            process = subprocess.Popen(argv, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)
        except (OSError, ValueError, IndexError) as error:  # gone; no text of a command; no command at all
            log.warning("%s cannot be started: %s", argv, error)
            self._process = None
            self._loop.call_soon(self._ended, False)  # noqa: FBT003 - call_soon's signature
            return
        log.info("Process %d was started: %s", process.pid, argv)
        self._process = process
        self._give_back_limit(process.pid)
        Thread(target=self._wait_for, args=(process,), daemon=True).start()

    def leads(self, pid: int) -> bool:
        """Tell whether process ``pid`` is it, or one that it started in its session."""
        try:
            return self._process is not None and sys.platform != "win32" and os.getsid(pid) == self._process.pid
        except ProcessLookupError:
            return False

    def stop(self) -> None:
        """Kill it and what it started in its session; its end is not told."""
        process, self._process = self._process, None
        if process is not None and process.poll() is None and sys.platform != "win32":
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    def _give_back_limit(self, pid: int) -> None:
        if sys.platform == "linux" and self._open_files is not None:
            import resource  # noqa: PLC0415 - not on every system

            with suppress(OSError):  # it ended already
                resource.prlimit(pid, resource.RLIMIT_NOFILE, self._open_files)

    def _wait_for(self, process: subprocess.Popen[bytes]) -> None:
        code = process.wait()
        with suppress(RuntimeError):  # the loop is closed: the keeper ended first
            self._loop.call_soon_threadsafe(self._note, process, code)

    def _note(self, process: subprocess.Popen[bytes], code: int) -> None:
        log.info("Process %d ended with %d", process.pid, code)
        if process is self._process:
            self._process = None
            self._ended(code == 0)
