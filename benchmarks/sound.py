# SPDX-License-Identifier: MIT
"""How long until a new stream is muted, and how much of it is heard? Twenty apps on each sound server, in ms."""

import sys
import time
from pathlib import Path
from threading import Event, Thread

FOLDER = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDER / "tests"), str(FOLDER / "benchmarks")]

from programs.figures import Table  # noqa: E402 - after the path

from rideau.adapters.alarm import Alarm  # noqa: E402 - after the path
from rideau.adapters.linux.sound.sound_server import SoundServer as Connection  # noqa: E402 - after the path
from stage.sound import SOUND_SERVERS, SoundServer  # noqa: E402 - after the path
from stage.sound_guarding import SoundGuarding  # noqa: E402 - after the path

TIMES = 20
PITCH = 500
MUTED_WITHIN_MS = 50
HEARD_AT_MOST_MS = 20
PUT_BACK_WITHIN_MS = 2000
LISTEN_BLOCKS = 40


class Stopwatch(Thread):
    """Note when each stream was first told of, and when it was first seen muted, as a stranger sees it."""

    def __init__(self, server: SoundServer) -> None:
        """Listen to ``server``."""
        super().__init__(daemon=True)
        self._server = Connection(server.environment)
        self._server.subscribe()
        self._alarm = Alarm()
        self._alarm.set_up()
        self._is_over = False
        self._new: dict[int, float] = {}
        self.muted_after: list[float] = []
        self.came = Event()
        self.start()

    def run(self) -> None:
        """Listen."""
        while not self._is_over:
            for happened in self._server.wait(self._alarm.fileno()):
                now = time.perf_counter()
                if happened.what == "new":
                    self._new[happened.number] = now
                found = self._server.stream(happened.number) if happened.number in self._new else None
                if found is not None and found.is_muted:
                    self.muted_after.append((time.perf_counter() - self._new.pop(happened.number)) * 1000)
                    self.came.set()
        self._server.close()

    def stop(self) -> None:
        """End."""
        self._is_over = True
        self._alarm.ring()
        self.join()


def measure(server: SoundServer, table: Table, *, is_known: bool) -> None:
    """Start one app after the other; each with a name of its own, or all with one that is in the ledger already."""
    kind = f"{server.name}, {'a name seen before' if is_known else 'a new name'}"
    program = server.own_program("work-app")
    with SoundGuarding(server, server.rule(program)) as guarding, server.ear() as ear:
        guarding.close()
        watch = Stopwatch(server)
        for number in range(TIMES):
            since = ear.blocks_heard()
            watch.came.clear()
            app = server.play(program, "Work" if is_known else f"Work {number}")
            watch.came.wait(30)
            ear.wait_for_blocks(LISTEN_BLOCKS)
            table.add(f"{kind}: heard", ear.audible_ms(PITCH, since), most=HEARD_AT_MOST_MS)
            app.kill()
        watch.stop()
        for took in watch.muted_after:
            table.add(f"{kind}: new stream until muted", took, most=MUTED_WITHIN_MS)
        began = time.perf_counter()
        guarding.open()
        names = len({"Work"} if is_known else range(TIMES))
        table.add(f"{kind}: {names} put back", (time.perf_counter() - began) * 1000, most=PUT_BACK_WITHIN_MS)


def main() -> int:
    """Print the table; return 1 where a promise is not kept."""
    table = Table()
    for kind in SOUND_SERVERS:
        with kind() as server:
            for is_known in (False, True):
                measure(server, table, is_known=is_known)
    return 0 if table.print() else 1


if __name__ == "__main__":
    sys.exit(main())
