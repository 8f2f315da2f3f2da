# SPDX-License-Identifier: MIT
"""What does a command have at hand?"""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass

from rideau.adapters.control_client import TIMEOUT_S, ask
from rideau.adapters.control_protocol import Answer, Request
from rideau.bootstrap import Offline
from rideau.cli.output import print_document, print_lines
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

    def say(self, document: object, lines: Iterable[str]) -> None:
        """Print ``document`` with ``--json``, else ``lines``."""
        if self.arguments.json:
            print_document(document)
        else:
            print_lines(lines)
