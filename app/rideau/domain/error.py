# SPDX-License-Identifier: MIT
"""What can go wrong, in words a person can act on?"""

from rideau.domain.text import Text


class RideauError(Exception):
    """Say what went wrong (``title``), what exactly (``message``) and what to do (``remedy``)."""

    title = Text("Something did not work")

    def __init__(self, message: Text, remedy: Text | None = None) -> None:
        """Keep ``message`` and ``remedy`` as values; whoever shows them translates them."""
        super().__init__(str(message))
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        """Return the English message and remedy on one line, for logs."""
        return f"{self.message} {self.remedy}" if self.remedy else str(self.message)


class UsageError(RideauError):
    """Say that a request itself does not make sense."""

    title = Text("This was not understood")


class NotRunningError(RideauError):
    """Say that no Rideau runs to answer."""

    title = Text("Rideau is not running")


class RefusedError(RideauError):
    """Say that the lock level does not allow this now."""

    title = Text("Closed")


class StorageError(RideauError):
    """Say that a file of Rideau's own could not be read or written."""

    title = Text("A file could not be used")


class SessionBusError(RideauError):
    """Say that the desktop's message bus is missing or went away."""

    title = Text("The desktop does not answer")


class SecretsError(RideauError):
    """Say that the system's keyring did not keep, give or forget a secret."""

    title = Text("The keyring does not answer")
