# SPDX-License-Identifier: MIT
"""Is this folder ours alone? Made so, or refused: what a stranger can write to is no place for a socket."""

import os
import stat
import sys
from pathlib import Path

from rideau.domain.error import StorageError
from rideau.domain.text import Text


def private_folder(path: Path) -> Path:
    """Make ``path`` a folder that only this user can enter, and return it.

    Raises:
        StorageError: it belongs to somebody else, is a link or a file, or cannot be made.

    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or own_uid() not in {None, found.st_uid}:
            raise StorageError(
                Text("{path} is not a folder of your own.", path=path), Text("Move it away and start Rideau again.")
            )
        if stat.S_IMODE(found.st_mode) != 0o700:  # noqa: PLR2004 - a mode reads best in octal
            path.chmod(0o700)
    except OSError as error:
        raise StorageError(
            Text("{path} can't be written: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    return path


def own_uid() -> int | None:
    """Return the user this process runs as; None on Windows, which numbers no users."""
    uid: int | None = None
    if sys.platform != "win32":
        uid = os.getuid()
    return uid
