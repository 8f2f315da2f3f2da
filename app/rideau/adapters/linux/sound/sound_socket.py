# SPDX-License-Identifier: MIT
"""Where does the sound server listen, and what is shown at its door? No server is ever started by asking."""

import re
import socket
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from rideau.domain.error import RideauError
from rideau.domain.text import Text

_PORT = 4713
_COOKIE_BYTES = 256


class SoundServerError(RideauError):
    """Say that no sound server can be spoken to."""

    title = Text("The sound server does not answer")


def socket_path(environment: Mapping[str, str]) -> Path | None:
    """Return where the sound server of ``environment`` listens; None where it is on another machine."""
    told = environment.get("PULSE_SERVER", "").split()
    if told:
        path = told[0].rpartition("}")[2].removeprefix("unix:")
        return Path(path) if path.startswith("/") else None
    if folder := environment.get("PULSE_RUNTIME_PATH"):
        return Path(folder, "native")
    if folder := environment.get("XDG_RUNTIME_DIR"):
        return Path(folder, "pulse/native")
    return Path("/run/pulse/native")


def accepts(path: Path | None) -> bool:
    """Tell whether somebody may listen at ``path``; nothing is started by asking."""
    return path is None or path.is_socket()


def connected(environment: Mapping[str, str], patience_s: float) -> socket.socket:
    """Return a connection to the sound server of ``environment``.

    Raises:
        SoundServerError: there is none.

    """
    path = socket_path(environment)
    if not accepts(path):
        raise SoundServerError(Text("No sound server runs."))
    try:
        return _connected_to(path, patience_s) if path else _connected_far(environment["PULSE_SERVER"], patience_s)
    except (OSError, ValueError) as error:
        raise SoundServerError(Text("The sound server does not answer.")) from error


def cookie(environment: Mapping[str, str]) -> bytes:
    """Return what opens the door where the kernel cannot vouch for whoever knocks."""
    home = environment.get("HOME", "/")
    config = environment.get("XDG_CONFIG_HOME") or f"{home}/.config"
    for file in (environment.get("PULSE_COOKIE", ""), f"{config}/pulse/cookie", f"{home}/.pulse-cookie"):
        with suppress(OSError):
            found = Path(file).read_bytes() if file else b""
            if len(found) == _COOKIE_BYTES:
                return found
    return bytes(_COOKIE_BYTES)


def _connected_to(path: Path, patience_s: float) -> socket.socket:
    connection = socket.socket(getattr(socket, "AF_UNIX"))  # noqa: B009 - mypy knows that Windows has none
    try:
        connection.settimeout(patience_s)
        connection.connect(str(path))
    except OSError:
        connection.close()
        raise
    return connection


def _connected_far(server: str, patience_s: float) -> socket.socket:
    first = server.split(maxsplit=1)[0].rpartition("}")[2]
    host, _, port = re.sub("^tcp[46]?:", "", first).partition(":")
    return socket.create_connection((host, int(port or _PORT)), patience_s)
