# SPDX-License-Identifier: MIT
"""How do two processes of one person take turns at a file?"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rideau.adapters.atomic_file import PRIVATE_FILE


@contextmanager
def held_lock(path: Path) -> Iterator[None]:
    """Hold the lock file ``path`` alone, waiting for whoever has it; the system lets go of it if the process dies.

    Threads exclude each other too, since each call opens the file anew.

    Raises:
        OSError: the lock file could not be opened.

    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows only

            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not on Windows

            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
