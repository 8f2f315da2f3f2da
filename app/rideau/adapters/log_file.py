# SPDX-License-Identifier: MIT
"""Where do warnings and failures go? To a rotating file of the person's own, never onto their screen."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

MEGABYTE = 1024 * 1024
KEPT = 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_to(folder: Path) -> None:
    """Write the log to ``folder``/rideau.log, 1 MB at most and three older ones beside it.

    Where the folder can't be written, warnings go to standard error instead: no log is no reason not to start.
    """
    handler: logging.Handler
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "rideau.log", maxBytes=MEGABYTE, backupCount=KEPT, delay=True)
    except OSError:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.raiseExceptions = False  # a full disk must not print tracebacks of the logging machinery
