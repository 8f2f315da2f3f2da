# SPDX-License-Identifier: MIT
"""How does text reach a terminal without steering it, and a script without losing anything?"""

import json
import sys
from collections.abc import Iterable
from io import TextIOWrapper

_BLANKS = "\u00a0\u202f"
"""The no-break spaces of French typography; Python calls them unprintable."""


def be_encodable() -> None:
    """Have characters that the terminal's encoding lacks shown as question marks instead of failing."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def print_document(document: object) -> None:
    """Print one JSON document; characters outside ASCII as they are where the output takes UTF-8, else escaped."""
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(document, ensure_ascii=not is_utf8, indent=2))


def print_lines(lines: Iterable[str]) -> None:
    """Print ``lines``."""
    for line in lines:
        print(printable(line))


def printable(line: str) -> str:
    """Return ``line`` as one line without what could steer a terminal: names and reasons come from strangers too."""
    return "".join(each if each.isprintable() or each in _BLANKS else " " for each in line)
