# SPDX-License-Identifier: MIT
"""What does every ``Worker`` promise?"""

from abc import ABC, abstractmethod

from rideau.domain.error import RideauError
from rideau.domain.text import Text
from rideau.ports.worker import Worker


class WorkerContract(ABC):
    """Run against every ``Worker``."""

    @abstractmethod
    def finish(self) -> None:
        """Wait until all that was asked is done and handed over."""

    def test_results_and_errors_come_in_turn(self, worker: Worker) -> None:
        told: list[object] = []
        worker.run(lambda: 1, told.append)
        worker.run(_fail, told.append, lambda error: told.append(str(error)))
        worker.run(lambda: 2, told.append)
        self.finish()
        assert told == [1, "No.", 2]

    def test_what_fails_and_nobody_asks_about_holds_nothing_up(self, worker: Worker) -> None:
        told: list[object] = []
        worker.run(_fail, told.append)
        worker.run(lambda: "next", told.append)
        self.finish()
        assert told == ["next"]


def _fail() -> None:
    raise RideauError(Text("No."))
