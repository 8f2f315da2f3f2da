# SPDX-License-Identifier: MIT
"""How does a test speak to the extension in Rideau's place? By a native messaging host that passes everything on.

Run as a program, this module is that host: what the browser says comes out of a socket, a line to a message, and back.
"""

import contextlib
import json
import os
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from stage.desktop import Home
from stage.program import PATIENCE_S

NAME = "app.rideau.host"
CHROMIUM_ID = "eeiajjjfppfmnebccjmimbgameghljke"
FIREFOX_ID = "rideau@rideau.app"
EXTENSION = Path(__file__).parents[2] / "app/extension"

Message = Mapping[str, Any]


class NativeHost:
    """Be the native host of every browser of one home; enter to wait for them."""

    def __init__(self, home: Home) -> None:
        """Choose the home."""
        self._home = home
        self._folder = home.folder / "native-host"
        self._all: list[Conversation] = []
        self._manifests: dict[Path, str] = {}
        self._listener: socket.socket | None = None
        self._first: Message | None = None

    def __enter__(self) -> Self:
        """Begin to listen."""
        self._folder.mkdir(exist_ok=True)
        program = self._folder / "host"
        place = self._folder / "socket"
        run = f'PYTHONPATH="{Path(__file__).parents[1]}" exec "{sys.executable}" -m stage.native_host "{place}"'
        program.write_text(f"#!/bin/sh\n{run}\n")
        program.chmod(0o755)
        self.open()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Hang up."""
        self.close()

    def open(self) -> None:
        """Listen (again): browsers that look for Rideau find it."""
        (self._folder / "socket").unlink(missing_ok=True)
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self._folder / "socket"))
        self._listener.listen()
        threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def close(self) -> None:
        """Be gone, as Rideau is when it was deleted: every conversation ends, and nobody answers."""
        if self._listener is not None:
            self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        for each in self.conversations:
            each.end()

    def install_for_chromium(self, profile: Path) -> None:
        """Put the manifest into ``profile``, where Chromium looks for it."""
        folder = profile / "NativeMessagingHosts"
        self._write(folder, {"allowed_origins": [f"chrome-extension://{CHROMIUM_ID}/"]})

    def install_for_firefox(self) -> None:
        """Put the manifest where every Firefox of this home looks for it."""
        folder = Path(self._home.environment["HOME"], ".mozilla/native-messaging-hosts")
        self._write(folder, {"allowed_extensions": [FIREFOX_ID]})

    def greet_with(self, message: Message) -> None:
        """Say ``message`` to everybody who comes from now on, and to those who are there."""
        self._first = message
        for each in self.conversations:
            each.say(message)

    def heard(self, kind: str) -> list[Message]:
        """Return every message of ``kind`` that any browser said."""
        return [message for each in self._all for message in each.heard if message.get("type") == kind]

    @property
    def conversations(self) -> list["Conversation"]:
        """Return those that go on."""
        return [each for each in self._all if not each.is_over]

    def conversation(self, which: int = -1) -> "Conversation":
        """Return a conversation that goes on, the newest, once there is one."""
        deadline = time.monotonic() + PATIENCE_S
        while not self.conversations:
            assert time.monotonic() < deadline, "no browser came"
            time.sleep(0.02)
        return self.conversations[which]

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            conversation = Conversation(connection)
            if self._first is not None:
                conversation.say(self._first)
            self._all.append(conversation)

    def _write(self, folder: Path, allowed: Message) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        manifest = {
            "name": NAME,
            "description": "Rideau",
            "path": str(self._folder / "host"),
            "type": "stdio",
            **allowed,
        }
        self._manifests[folder / f"{NAME}.json"] = json.dumps(manifest)
        self.put_back()

    def take_away(self) -> None:
        """Be taken away, as by ``rideau restore``: browsers know of no host any more."""
        for manifest in self._manifests:
            manifest.unlink()

    def put_back(self) -> None:
        """Be known to browsers (again)."""
        for manifest, content in self._manifests.items():
            manifest.write_text(content)


class Conversation:
    """Speak with the extension in one browser."""

    def __init__(self, connection: socket.socket) -> None:
        """Begin to listen to it."""
        self._connection = connection
        self.is_over = False
        """Whether the browser, or the test, hung up."""
        self.heard: list[Message] = []
        self.answer: Callable[[Message], Message | None] = lambda _: None
        """What to say back to a message at once."""
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def say(self, message: Message) -> None:
        """Say ``message``, unless the browser has just hung up."""
        with contextlib.suppress(OSError):
            self._connection.sendall(json.dumps(message).encode() + b"\n")

    def end(self) -> None:
        """Hang up."""
        self.is_over = True
        with contextlib.suppress(OSError):
            self._connection.shutdown(socket.SHUT_RDWR)
        self._listening.join(PATIENCE_S)

    def _listen(self) -> None:
        with contextlib.suppress(OSError, ValueError), self._connection.makefile("rb") as lines:
            for line in lines:
                message = json.loads(line)
                self.heard.append(message)
                if (back := self.answer(message)) is not None:
                    self.say(back)
        self.is_over = True
        self._connection.close()


def pass_on(place: str) -> None:
    """Be the host: frames on stdio (a length of 4 bytes, then JSON), lines on the socket at ``place``."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(place)
        threading.Thread(target=_to_browser, args=(connection, sys.stdout.buffer), daemon=True).start()
        while len(head := sys.stdin.buffer.read(4)) == 4:
            connection.sendall(sys.stdin.buffer.read(*struct.unpack("=I", head)) + b"\n")


def _to_browser(connection: socket.socket, browser: BinaryIO) -> None:
    with connection.makefile("rb") as lines:
        for line in lines:
            message = line.rstrip(b"\n")
            browser.write(struct.pack("=I", len(message)) + message)
            browser.flush()
    os._exit(0)  # the other thread waits for the browser, which has nothing to say


if __name__ == "__main__":
    pass_on(sys.argv[1])
