# SPDX-License-Identifier: MIT
"""Where are secrets kept?"""

from typing import Protocol


class SecretStore(Protocol):
    """Keep one short secret in the system's keyring. Main thread; answers within seconds, or raises.

    All raise SecretsError: no keyring is here, it is locked, or it did not answer in time.
    """

    def load(self) -> str:
        """Return what was saved; empty when nothing was."""
        ...

    def save(self, secret: str) -> None:
        """Replace what was saved."""
        ...

    def remove(self) -> None:
        """Forget what was saved. Idempotent."""
        ...
