# SPDX-License-Identifier: MIT
"""How do two processes of one person take turns at a file?"""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from rideau.adapters.atomic_file import PRIVATE_FILE, make_private_folder, storage_error


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


@contextmanager
def taking_turns(file: Path) -> Iterator[None]:
    """Let nobody else who asks so read, change and replace ``file`` meanwhile; nothing is left beside it.

    Raises:
        StorageError: there is no place for the file.

    """
    with ExitStack() as stack:
        try:
            make_private_folder(file.parent)
            stack.enter_context(_held_folder(file.parent))
        except OSError as error:
            raise storage_error(file, error) from error
        yield


@contextmanager
def _held_folder(folder: Path) -> Iterator[None]:
    if sys.platform == "win32":  # no folder can be locked there
        with held_lock(folder / ".lock"):
            yield
    else:
        import fcntl  # noqa: PLC0415 - not on Windows

        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with suppress(OSError):  # some network disks know no locks: better two at once than nobody
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)
