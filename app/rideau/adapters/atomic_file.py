# SPDX-License-Identifier: MIT
"""How is a file read without trusting it, and replaced so that a power cut leaves the old or the new one whole?"""

import contextlib
import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from rideau.domain.error import StorageError
from rideau.domain.text import Text

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
MAX_BYTES = 4 * 1024 * 1024

_NONBLOCK: int = getattr(os, "O_NONBLOCK", 0)
_BINARY: int = getattr(os, "O_BINARY", 0)


class NotARegularFileError(OSError):
    """Say that something stands where a file is expected: a folder, a pipe, a device."""


class TooBigError(OSError):
    """Say that a file is bigger than any of Rideau's own would be."""


def read_limited(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the content of a regular file; never waits on a pipe, never reads more than ``limit`` bytes.

    Raises:
        OSError: it could not be read; ``NotARegularFileError`` and ``TooBigError`` among them.

    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY)
    except OSError:
        if path.is_dir():  # Windows says "permission denied" for a folder
            raise NotARegularFileError(errno.EISDIR, "a folder", str(path)) from None
        raise
    try:
        kind = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(kind):
            raise NotARegularFileError(errno.EISDIR if stat.S_ISDIR(kind) else errno.EINVAL, "no file", path)
        with open(descriptor, "rb", closefd=False) as file:
            content = file.read(limit + 1)
    finally:
        os.close(descriptor)  # here, for open() leaves that of a folder open
    if len(content) > limit:
        raise TooBigError(errno.EFBIG, "too big", str(path))
    return content


def make_private_folder(folder: Path) -> None:
    """Create ``folder`` and what is missing above it, for this person alone; an existing one stays as it is.

    Raises:
        OSError: it could not be created.

    """
    if not folder.is_dir():
        if folder.parent != folder:
            make_private_folder(folder.parent)
        folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def replace_file(path: Path, content: bytes, may_replace: Callable[[], bool] = lambda: True) -> bool:
    """Put ``content`` in place of ``path``'s, flushed to disk; the mode stays, a link keeps pointing at its target.

    ``may_replace`` is asked at the last moment; where it says no, nothing is changed and False is returned.

    Raises:
        StorageError: it could not be written; the old file is whole.

    """
    try:
        target = path.resolve()
        make_private_folder(target.parent)
        return _replace(target, content, may_replace)
    except (OSError, RuntimeError) as error:  # resolve() raises RuntimeError on a loop of links before Python 3.13
        raise storage_error(path, error) from error


def storage_error(path: Path, error: Exception) -> StorageError:
    """Return ``error`` in words a person can act on."""
    code = error.errno if isinstance(error, OSError) else None
    message = Text("“{file}” could not be written: {why}", file=str(path), why=_why(code, error))
    return StorageError(message, _REMEDIES.get(code or 0))


def flush_folder(folder: Path) -> None:
    """Make renames and new files in ``folder`` last through a power cut, where the system has a way."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def set_aside(path: Path) -> Path:
    """Rename what stands at ``path`` to ``name.damaged-1`` (or the next free number), and return where it is now.

    Raises:
        OSError: it could not be renamed.

    """
    aside = free_name(path)
    path.rename(aside)
    return aside


def free_name(path: Path) -> Path:
    """Return the first ``name.damaged-N`` beside ``path`` that nothing has; a suffix stays at the end."""
    number = 1
    while True:
        candidate = path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")
        if not os.path.lexists(candidate):
            return candidate
        number += 1


_REMEDIES = {
    errno.ENOSPC: Text("Make some room on the disk, then try again."),
    errno.EDQUOT: Text("Make some room in your storage quota, then try again."),
    errno.EROFS: Text("It is on a disk that only allows reading."),
    errno.EACCES: Text("Check who may write there."),
    errno.EPERM: Text("Check who may write there."),
}


def _why(code: int | None, error: Exception) -> Text:
    if code in {errno.ENOSPC, errno.EDQUOT}:
        return Text("the disk is full.")
    if code in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Text("writing is not allowed there.")
    if code in {errno.EISDIR, errno.ENOTDIR, errno.EEXIST}:
        return Text("a folder and a file are in each other's place.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Text("the system says “{reason}”.", reason=reason)


def _replace(target: Path, content: bytes, may_replace: Callable[[], bool]) -> bool:
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else PRIVATE_FILE
    from tempfile import mkstemp  # noqa: PLC0415 - only where something is written, and not cheap

    descriptor, name = mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        Path(name).chmod(mode)
        if not may_replace():
            Path(name).unlink()
            return False
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    flush_folder(target.parent)
    return True
