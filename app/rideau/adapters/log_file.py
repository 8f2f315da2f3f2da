# SPDX-License-Identifier: MIT
"""Where do warnings and failures go? To a rotating file of the person's own, never onto their screen."""

import logging
from pathlib import Path

MEGABYTE = 1024 * 1024
KEPT = 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_to(folder: Path, level: int) -> None:
    """Write what is at least of ``level`` to ``folder``/rideau.log, 1 MB at most, three older ones beside it.

    The file is opened with the first line: most runs of a command have nothing to tell. Where the folder can't be
    written, warnings go to standard error instead: no log is no reason not to start. A later call replaces an earlier.
    """
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, _LogFile)]:
        root.removeHandler(handler)
    root.addHandler(_LogFile(folder))
    root.setLevel(level)
    logging.raiseExceptions = False  # a full disk must not print tracebacks of the logging machinery


class _LogFile(logging.Handler):
    """Open the real log when there is something to tell; its machinery costs 5 ms and half a megabyte."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._real: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Hand ``record`` on."""
        self._real = self._real or _opened(self._folder)
        if record.levelno >= self._real.level:
            self._real.handle(record)


def _opened(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - see above

    handler: logging.Handler
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "rideau.log", maxBytes=MEGABYTE, backupCount=KEPT)
    except OSError:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter(FORMAT))
    return handler
