# SPDX-License-Identifier: MIT
"""How is the keeper started? ``python -m rideau.keeper --socket PATH --listen-fd N``; the tray does it."""

import logging
import socket
import sys
from pathlib import Path

USAGE = "usage: python -m rideau.keeper --socket PATH --listen-fd N"
MOST_LINES = 10_000


class Brevity(logging.Filter):
    """Let a keeper say so much in its life and no more: whoever annoys it must not be able to fill the disk."""

    def __init__(self) -> None:
        """Begin to count."""
        super().__init__()
        self._left = MOST_LINES

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - logging's signature
        """Tell whether there is room for one more."""
        self._left -= 1
        return self._left >= 0


def main(arguments: list[str]) -> int:
    """Keep until told otherwise; return 0, 1 where it could not, 2 where ``arguments`` are none of ours."""
    match arguments:
        case ["--socket", path, "--listen-fd", number] if number.isdecimal():
            pass
        case _:
            sys.stderr.write(f"{USAGE}\n")
            return 2
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger().handlers[0].addFilter(Brevity())
    try:
        gate = socket.socket(fileno=int(number))
        gate.getsockname()
    except OSError as error:
        logging.getLogger(__name__).error("There is no socket to listen at: %s", error)  # noqa: TRY400 - as it is
        return 1
    sys.modules["ssl"] = None  # type: ignore[assignment]  # asyncio goes without: 4 MB and 10 ms, and no TLS ends here
    from rideau.keeper.process import run  # noqa: PLC0415 - after the line above

    return run(Path(path), gate)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
