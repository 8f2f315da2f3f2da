# SPDX-License-Identifier: MIT
"""Which process is the one Rideau of this user? The one that holds a lock the kernel takes back when it dies."""

import os
import sys
from pathlib import Path

from rideau.adapters.private_folder import private_folder
from rideau.domain.error import StorageError
from rideau.domain.text import Text


class SingleInstance:
    """Be the one instance for as long as this process lives, or until ``release``.

    The lock file stays where it is: removing it would let two processes hold locks on two files of one name.
    """

    def __init__(self, path: Path) -> None:
        """Decide by ``path``, a file in a private folder beside the socket."""
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Return whether this process is the one instance now; idempotent and free of races.

        Raises:
            StorageError: the lock file cannot be used.

        """
        if self._descriptor is not None:
            return True
        private_folder(self._path.parent)
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError as error:
            raise StorageError(
                Text("{path} can't be written: {reason}.", path=self._path, reason=error.strerror or error)
            ) from error
        if not _is_locked_by_us(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let another process be the one instance. Idempotent."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _is_locked_by_us(descriptor: int) -> bool:
    """Lock without waiting; the lock goes with the process, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows alone

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - exists on Unix alone

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
