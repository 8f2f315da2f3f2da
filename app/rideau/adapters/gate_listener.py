# SPDX-License-Identifier: MIT
"""At which port does the gate listen? On loopback alone, at the same one at every start: browsers keep it in mind."""

import logging
import socket
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from rideau.adapters.atomic_file import read_limited, replace_file
from rideau.domain.error import StorageError
from rideau.domain.text import Text

log = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
BACKLOG = 1024
"""Browsers that wait here while a keeper starts, or starts again."""

FIRST_PORT, PORTS, TRIES = 20_000, 10_000, 64
"""Below the range that systems give to outgoing connections, so that none of those stands there at the next start."""

_LONGEST_NOTE = 16


def open_listener(port_file: Path) -> socket.socket:
    """Return a socket that listens on loopback, at the port in ``port_file``; where that is taken, at a new one.

    From here on the system lets browsers wait in line, whether or not a keeper already runs. A new port is remembered.

    Raises:
        StorageError: no port could be had, or the new one not be remembered.

    """
    known = remembered_port(port_file)
    for port in _candidates(port_file, known):
        if listener := _listening_at(port):
            if port != known:
                _remember(port_file, port, listener)
            return listener
    raise StorageError(Text("No port of this computer's own is free for the gate."))


def remembered_port(port_file: Path) -> int:
    """Return the port that was used last; 0 where none is known."""
    try:
        port = int(read_limited(port_file, _LONGEST_NOTE))
    except (OSError, ValueError):
        return 0
    return port if FIRST_PORT <= port < FIRST_PORT + PORTS else 0


def _candidates(port_file: Path, known: int) -> Iterator[int]:
    if known:
        yield known
    for each in range(TRIES):
        yield FIRST_PORT + crc32(f"{port_file}#{each}".encode("utf-8", "surrogateescape")) % PORTS


def _listening_at(port: int) -> socket.socket | None:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((LOOPBACK, port))
        listener.listen(BACKLOG)
        listener.settimeout(0)
    except OSError as error:
        log.info("Port %d is not free: %s", port, error)
        listener.close()
        return None
    return listener


def _remember(port_file: Path, port: int, listener: socket.socket) -> None:
    try:
        replace_file(port_file, f"{port}\n".encode())
    except StorageError:
        listener.close()
        raise
