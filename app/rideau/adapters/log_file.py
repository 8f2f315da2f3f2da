# SPDX-License-Identifier: MIT
"""Where do warnings and failures go? To a rotating file of the person's own, never onto their screen."""

import logging
from contextlib import suppress
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
        handler.close()
    root.addHandler(_LogFile(folder))
    root.setLevel(level)
    logging.raiseExceptions = False  # a full disk must not print tracebacks of the logging machinery


class _LogFile(logging.Handler):
    """Open the real log when there is something to tell."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._real: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Hand ``record`` on."""
        self._real = self._real or _opened(self._folder)
        if record.levelno >= self._real.level:
            self._real.handle(record)

    def close(self) -> None:
        """Close the real log."""
        if self._real is not None:
            self._real.close()
            self._real = None
        super().close()


class _Rotating(logging.FileHandler):
    """Begin a new file where this one is full; the standard library's loads pickle with it, half a megabyte."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write ``record``, into a new file if need be."""
        with suppress(OSError):  # what cannot be moved goes on growing
            if Path(self.baseFilename).stat().st_size >= MEGABYTE:
                self._rotate()
        super().emit(record)

    def _rotate(self) -> None:
        self.close()
        for number in range(KEPT, 0, -1):
            older = Path(f"{self.baseFilename}.{number}")
            newer = Path(f"{self.baseFilename}.{number - 1}" if number > 1 else self.baseFilename)
            if newer.exists():
                newer.replace(older)
        self.stream = self._open()


def _opened(folder: Path) -> logging.Handler:
    handler: logging.Handler
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _Rotating(folder / "rideau.log")
    except OSError:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter(FORMAT))
    return handler
