# SPDX-License-Identifier: MIT
"""How does a command ask the running app? Over the local socket, one line each way, within a time limit."""

import socket
from contextlib import suppress
from pathlib import Path

from rideau.adapters.control_protocol import Answer, Request, parse_answer, request_line, unix_socket
from rideau.domain.error import NotRunningError, RideauError
from rideau.domain.text import Text

TIMEOUT_S = 10.0
LARGEST_ANSWER = 4 * 1024 * 1024
_AT_ONCE = 65536


def ask(path: Path, request: Request, timeout_s: float = TIMEOUT_S, *, until_gone: bool = False) -> Answer:
    """Return what the app at ``path`` answers; ``until_gone`` also waits until its process ended, unless a key turns.

    Raises:
        NotRunningError: nobody listens there.
        RefusedError: the lock level does not allow it.
        UsageError: the request does not make sense now.
        RideauError: it failed, took longer than ``timeout_s`` seconds, or answered something unreadable.

    """
    with unix_socket() as line:
        line.settimeout(timeout_s)
        try:
            line.connect(str(path))
        except (FileNotFoundError, ConnectionRefusedError, NotADirectoryError) as error:
            raise not_running() from error
        except OSError as error:
            raise _unreachable(path, error) from error
        try:
            line.sendall(request_line(request))
            answered = parse_answer(_line_from(line))
            is_leaving = until_gone and not answered.key
            if is_leaving:
                _wait_for_end(line)
        except TimeoutError as error:
            raise RideauError(
                Text("The running Rideau does not answer."), Text("Try again, or end its process and start it anew.")
            ) from error
        except OSError as error:
            raise _unreachable(path, error) from error
    if is_leaving:
        _check_gone(path)
    return answered


def not_running() -> NotRunningError:
    """Return what is said where no app runs."""
    return NotRunningError(Text("Rideau is not running."), Text("Start it with “rideau”."))


def _line_from(line: socket.socket) -> bytes:
    received = bytearray()
    while b"\n" not in received:
        piece = line.recv(_AT_ONCE)
        if not piece:
            raise RideauError(
                Text("The running Rideau ended the conversation."), Text("Its log says why: run “rideau doctor”.")
            )
        received += piece
        if len(received) > LARGEST_ANSWER:
            raise RideauError(Text("The running Rideau answered something unreadable."))
    return bytes(received.partition(b"\n")[0])


def _wait_for_end(line: socket.socket) -> None:
    """Wait for the end of the stream, which comes when the answering process is gone."""
    try:
        while line.recv(_AT_ONCE):
            pass
    except ConnectionResetError:
        return


def _check_gone(path: Path) -> None:
    """Raise where somebody still listens at ``path``: the app cut the line and went on."""
    with unix_socket() as line, suppress(OSError):
        line.connect(str(path))
        raise RideauError(Text("The running Rideau did not end."), Text("Try again, or quit it from its menu."))


def _unreachable(path: Path, error: OSError) -> RideauError:
    return RideauError(
        Text("The running Rideau can't be reached at {path}: {reason}.", path=path, reason=error.strerror or error),
        Text("Only the user who started it can speak to it."),
    )
