# SPDX-License-Identifier: MIT
"""How is a local socket made that this user alone can open, and who has opened it?"""

import os
import socket
import stat
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_BACKLOG = 64
_LINUX_PEER = struct.Struct("3i")
_DARWIN_PEER = struct.Struct("@IIh")
"""The head of ``struct xucred`` (<sys/ucred.h>)."""
_NOT_OURS = "{folder} is not a folder of this user alone"
_NO_SUCH_SOCKETS = "this system has no such sockets"


class Peer(NamedTuple):
    """Hold who is at the other end, as the kernel knows it."""

    pid: int
    uid: int


def listen_at(path: Path) -> socket.socket:
    """Return a socket that listens at ``path``, in a folder of this user's own; what a crash left there is replaced.

    Raises:
        OSError: it cannot be made there, or the folder is somebody else's, a link or a file.

    """
    _keep_private(path.parent)
    path.unlink(missing_ok=True)
    listener = _unix_socket()
    try:
        listener.bind(str(path))
        path.chmod(0o600)
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    listener.settimeout(0)
    return listener


class PrivateSocket:
    """Hold such a socket, and know whether it can still be found at its path."""

    def __init__(self, path: Path) -> None:
        """Listen at ``path``; raises as ``listen_at``."""
        self.path = path
        self.renew()

    @property
    def is_lost(self) -> bool:
        """Tell whether nothing is at the path any more."""
        return _mark_at(self.path) is None

    @property
    def is_anothers(self) -> bool:
        """Tell whether somebody else listens there by now."""
        return _mark_at(self.path) not in {None, self._mark}

    def renew(self) -> None:
        """Listen there with a new socket; the former is its holder's to close. Raises as ``listen_at``."""
        self.listener = listen_at(self.path)
        self._mark = _mark_at(self.path)

    def tidy(self) -> None:
        """Remove what is at the path, unless it is another's."""
        if not self.is_anothers:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)


def peer_of(connection: socket.socket) -> Peer | None:
    """Return who is at the other end: SO_PEERCRED (unix(7)), on macOS LOCAL_PEERCRED; None where nobody tells."""
    peer: Peer | None = None
    try:
        if sys.platform == "linux":
            told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _LINUX_PEER.size)
            pid, uid, _ = _LINUX_PEER.unpack(told)
            peer = Peer(pid, uid)
        elif sys.platform == "darwin":
            uid = _DARWIN_PEER.unpack(connection.getsockopt(0, 1, 76)[: _DARWIN_PEER.size])[1]
            peer = Peer(connection.getsockopt(0, 2), uid)
    except OSError:
        return None
    return peer


def _mark_at(path: Path) -> int | None:
    """Return what tells the file at ``path`` from any other; it is nobody else's while its socket is open."""
    try:
        return path.lstat().st_ino
    except OSError:
        return None


def _unix_socket() -> socket.socket:
    if sys.platform != "win32":
        return socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    raise OSError(_NO_SUCH_SOCKETS)


def _keep_private(folder: Path) -> None:
    """Make ``folder`` one that only this user can enter; refuse one that a stranger made."""
    if sys.platform != "win32":
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise PermissionError(_NOT_OURS.format(folder=folder))
        if stat.S_IMODE(found.st_mode) != 0o700:  # noqa: PLR2004 - a mode reads best in octal
            folder.chmod(0o700)
