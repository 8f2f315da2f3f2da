# SPDX-License-Identifier: MIT
"""What is about to be changed on the person's machine, and what was it before? (SPEC E6)."""

from enum import StrEnum
from typing import NamedTuple


class Change(NamedTuple):
    """Hold one change before it is made: enough to put it back, and to tell whether it is still ours.

    ``before`` and ``after`` are what the kind's restorer can write; None means "was not set".
    """

    kind: str
    """Names the restorer, ``plasma-notifications``."""
    place: str
    """What is changed, in the restorer's own terms: a file and key, a settings path."""
    before: str | None
    after: str | None


class Outcome(StrEnum):
    """Name what a restorer did with a change."""

    RESTORED = "restored"
    """It was still as we set it, and is back as it was before."""
    LEFT = "left"
    """The person changed it since: their value stays."""
    GONE = "gone"
    """What was changed no longer exists; nothing to put back."""
