# SPDX-License-Identifier: MIT
"""What does a command have at hand, and how does it print?"""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass

from rideau.adapters.control_client import TIMEOUT_S, ask
from rideau.adapters.control_protocol import Answer, Request
from rideau.bootstrap import Offline
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
            json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
            print()
        else:
            for line in lines:
                print(printable(line))


def printable(line: str) -> str:
    """Return ``line`` without what could steer a terminal: names and reasons come from files and from strangers."""
    return "".join(each if each.isprintable() or each in "\u00a0\u202f" else "\ufffd" for each in line)
