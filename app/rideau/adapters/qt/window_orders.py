# SPDX-License-Identifier: MIT
"""What does the tray tell the settings window? Lines over the window's standard input, whose end ends the window.

``show PAGE TOKEN`` brings it to the front, at a page and with a token for Wayland's activation, either of which may be
``-`` for none, and ``offer PAGE`` shows a small window without taking the keyboard; both are answered. ``held [...]``
says as JSON what waits for the opening.
"""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QSocketNotifier

from rideau.ports.settings_window import SettingsPage

NONE = "-"
_AT_ONCE = 65536
STANDARD_INPUT, STANDARD_OUTPUT = 0, 1
HEARD = b"heard\n"
"""The answer to ``show``: a window that is about to end gives none, and the tray opens another."""


class Heard(NamedTuple):
    """Hold what is called with each order. Main thread."""

    show: Callable[[SettingsPage | None, str], None]
    """The page to show and the token to be activated with, which may be empty."""
    offer: Callable[[SettingsPage], None]
    """The small window to show without taking the keyboard."""
    held: Callable[[tuple[str, ...]], None]
    end: Callable[[], None]
    """Nobody is there to give orders any more."""


def show_line(page: SettingsPage | None, token: str) -> bytes:
    """Return the order to come to the front; a token with a line's end in it, which anybody may send, is none."""
    return f"show {page or NONE} {token if token.isprintable() and token else NONE}\n".encode()


def offer_line(page: SettingsPage) -> bytes:
    """Return the order to show a small window that nobody asked for."""
    return f"offer {page}\n".encode()


def held_line(sentences: tuple[str, ...]) -> bytes:
    """Return the order to say ``sentences``."""
    return f"held {json.dumps(list(sentences))}\n".encode()


class WindowOrders:
    """Hear the orders as they come, without ever waiting for one."""

    def __init__(self, heard: Heard, descriptor: int = STANDARD_INPUT, answers: int = STANDARD_OUTPUT) -> None:
        """Listen at ``descriptor`` from now on, and answer at ``answers``."""
        self._heard = heard
        self._descriptor = descriptor
        self._answers = answers
        self._received = b""
        if sys.platform != "win32":  # there it needs another way to listen; no window is led there yet
            os.set_blocking(descriptor, False)
        self._notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def end(self) -> None:
        """Hear nothing any more."""
        self._notifier.setEnabled(False)

    def _read(self) -> None:
        try:
            piece = os.read(self._descriptor, _AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self.end()
            self._heard.end()
            return
        *lines, self._received = (self._received + piece).split(b"\n")
        for line in lines:
            self._take(line.decode(errors="replace"))

    def _take(self, line: str) -> None:
        order, _, rest = line.partition(" ")
        if order == "show":
            page, _, token = rest.partition(" ")
            self._heard.show(page_called(page), "" if token == NONE else token)
            self._answer()
        elif order == "offer":
            offered = page_called(rest)
            if offered is not None:
                self._heard.offer(offered)
            self._answer()
        elif order == "held":
            self._heard.held(_sentences(rest))

    def _answer(self) -> None:
        with suppress(OSError):  # the tray is gone
            os.write(self._answers, HEARD)


def page_called(name: str) -> SettingsPage | None:
    """Return the page of that name; None for one that there is not."""
    return SettingsPage(name) if name in list(SettingsPage) else None


def _sentences(raw: str) -> tuple[str, ...]:
    try:
        found = json.loads(raw)
    except ValueError:
        return ()
    return tuple(str(each) for each in found) if isinstance(found, list) else ()
