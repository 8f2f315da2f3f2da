# SPDX-License-Identifier: MIT
"""What does a command have at hand?"""

import sys
import time
from argparse import Namespace
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from rideau.adapters.control_client import TIMEOUT_S, ask
from rideau.adapters.control_protocol import Answer, Command, Request
from rideau.bootstrap import Offline
from rideau.cli.output import print_document, print_lines, printable
from rideau.domain.error import RideauError
from rideau.wording.words import Words


@dataclass(frozen=True, slots=True)
class Call:
    """Hold one call of a command: its arguments, the parts that need no app, and the person's language."""

    arguments: Namespace
    parts: Offline
    words: Words

    def ask(self, request: Request, timeout_s: float = TIMEOUT_S, *, until_gone: bool = False) -> Answer:
        """Return what the running app answers; raises as ``control_client.ask`` does."""
        return ask(self.parts.paths.control_socket, request, timeout_s, until_gone=until_gone)

    def ask_patiently(self, request: Request, timeout_s: float = TIMEOUT_S, *, until_gone: bool = False) -> Answer:
        """As ``ask``; where it costs a wait, say so, wait, and have it done. Ctrl-C calls it off.

        Raises:
            KeyboardInterrupt: it was called off; nothing happened, and nothing was counted.

        """
        told = self.ask(request, timeout_s, until_gone=until_gone)
        if not told.key:
            return told
        try:
            self._beg_patience(told.lines)
            time.sleep(told.wait_s)
        except KeyboardInterrupt:
            with suppress(RideauError):  # it lapses by itself, too
                self.ask(Request(Command.CALL_OFF, key=told.key))
            self._note(self.words.text("Called off. Nothing was opened, and no key was used."))
            raise
        return self.ask(request._replace(key=told.key, passphrase=""), timeout_s, until_gone=until_gone)

    def _beg_patience(self, lines: Iterable[str]) -> None:
        self._note(" ".join((*lines, self.words.text("Ctrl+C leaves it as it is."))))

    def _note(self, said: str) -> None:
        """Tell a person at the terminal, beside what is printed for scripts."""
        if not self.arguments.json:
            print(printable(said), file=sys.stderr, flush=True)

    def say(self, document: object, lines: Iterable[str]) -> None:
        """Print ``document`` with ``--json``, else ``lines``."""
        if self.arguments.json:
            print_document(document)
        else:
            print_lines(lines)
