# SPDX-License-Identifier: MIT
"""How does a test stand at a local socket for the keeper, or for the running app, and speak in lines of JSON?"""

import json
import socket
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from stage.program import PATIENCE_S


class Listener:
    """Stand for the keeper, or for the running app, at their socket."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(path))
        self.socket.listen(16)
        self.socket.settimeout(PATIENCE_S)
        self.talks: list[Talk] = []

    def line(self) -> "Talk":
        """Return the next who connects."""
        connection, _ = self.socket.accept()
        connection.settimeout(PATIENCE_S)
        self.talks.append(Talk(connection))
        return self.talks[-1]

    def close(self) -> None:
        """Hang up on everybody; whoever waits in ``line`` is let go."""
        with suppress(OSError):
            self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        for each in self.talks:
            each.close()


class Talk:
    """Hold one conversation in lines."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self._file = connection.makefile("rb")

    def heard(self) -> dict[str, Any]:
        """Return the next line."""
        line = self._file.readline()
        assert line, "the host hung up"
        raw = json.loads(line)
        assert isinstance(raw, dict)
        return raw

    def say(self, *messages: Mapping[str, object]) -> None:
        """Say lines."""
        self.connection.sendall(b"".join(json.dumps(each).encode() + b"\n" for each in messages))

    def close(self) -> None:
        """Hang up."""
        self._file.close()
        self.connection.close()
