# SPDX-License-Identifier: MIT
"""A keyring in memory."""

from rideau.domain.error import SecretsError
from rideau.domain.text import Text


class FakeSecret:
    """Keep one secret in memory. Implements ``ports.secret.SecretStore``."""

    def __init__(self, secret: str = "") -> None:
        """Begin with ``secret``."""
        self.secret = secret
        self.is_there = True

    def load(self) -> str:
        """Return what was saved."""
        self._check()
        return self.secret

    def save(self, secret: str) -> None:
        """Replace what was saved."""
        self._check()
        self.secret = secret

    def remove(self) -> None:
        """Forget what was saved."""
        self._check()
        self.secret = ""

    def _check(self) -> None:
        if not self.is_there:
            raise SecretsError(Text("No keyring service runs here."))
