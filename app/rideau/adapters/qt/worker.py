# SPDX-License-Identifier: MIT
"""How is something slow done beside the main thread? On one thread, which begins once the window is seen."""

import logging
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from rideau.adapters.qt.main_thread import MainThread
from rideau.domain.error import RideauError

Result = TypeVar("Result")
log = logging.getLogger(__name__)


class ThreadWorker:
    """Do slow things one after the other (``ports.worker.Worker``).

    The thread is a daemon: whoever closes the window does not wait for a probe that takes seconds.
    """

    def __init__(self, main_thread: MainThread, mistake: RideauError) -> None:
        """Hand results over on ``main_thread``; ``mistake`` is what a mistake of ours is told as."""
        self._main_thread = main_thread
        self._mistake = mistake
        self._tasks: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._is_closed = False

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[RideauError], None] | None = None,
    ) -> None:
        """Have ``work`` done on another thread, then ``done`` called with its result on the main one."""
        self._tasks.put(lambda: self._do(work, done, failed))

    def begin(self) -> None:
        """Do what was asked so far, and what will be: once the first frame is there, which it would only hold up."""
        Thread(target=self._work, name="worker", daemon=True).start()

    def close(self) -> None:
        """Hand nothing over any more."""
        self._is_closed = True

    def _work(self) -> None:
        try:
            while True:
                self._tasks.get()()
        finally:
            self.begin()  # a mistake of ours ended this thread, which the log is told of; others wait for theirs

    def _do(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[RideauError], None] | None,
    ) -> None:
        told = None if failed is None else partial(failed, self._mistake)  # unless it ends well, or as foreseen
        try:
            told = partial(done, work())
        except RideauError as error:
            if failed is None:
                log.warning("Something beside the main thread failed: %s", error)
            else:
                told = partial(failed, error)
        finally:
            if told is not None:
                self._hand_over(told)

    def _hand_over(self, act: Callable[[], None]) -> None:
        if not self._is_closed:
            self._main_thread.post(lambda: None if self._is_closed else act())
