# SPDX-License-Identifier: MIT
"""What waited while the curtain was down? (SPEC E1: given back as one digest)."""

from datetime import datetime
from typing import NamedTuple


class Waiting(NamedTuple):
    """Hold one withheld notification: plain text, without markup or control characters, cut to a readable length."""

    network: str
    """The id of the network it belongs to."""
    title: str
    received_at: datetime
    """Aware UTC."""
    id: int | None = None
    """Its number in the journal, once recorded."""
