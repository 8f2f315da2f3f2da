# SPDX-License-Identifier: MIT
"""How is the passphrase's hash kept in the system's keyring? From a thread of its own with a time limit.

A locked keyring asks for its password on the screen and blocks whoever called, so nobody waits for it longer than the
limit (as ``keyring_probe``).
"""

from collections.abc import Callable
from threading import Thread

from rideau.domain.error import SecretsError
from rideau.domain.text import Text

TIME_LIMIT_S = 5.0
SERVICE, NAME = "rideau", "passphrase"


class NoKeyringHereError(SecretsError):
    """Say that there is no keyring, so that nothing is kept in one either."""


class KeyringSecret:
    """Keep one secret in the keyring. Implements ``ports.secret.SecretStore``."""

    def __init__(self, time_limit_s: float = TIME_LIMIT_S) -> None:
        """Wait for the keyring so long, at most; nothing is loaded before it is asked."""
        self._time_limit_s = time_limit_s

    def load(self) -> str:
        """Return what was saved; see the port."""
        return self._asked(_load)

    def save(self, secret: str) -> None:
        """Replace what was saved; see the port."""
        self._asked(lambda: _save(secret))

    def remove(self) -> None:
        """Forget what was saved; see the port."""
        self._asked(_remove)

    def _asked(self, act: Callable[[], str]) -> str:
        found: list[str | SecretsError] = []
        worker = Thread(target=lambda: found.append(_tried(act)), name="keyring", daemon=True)
        worker.start()
        worker.join(self._time_limit_s)
        answer = found[0] if found else _late()
        if isinstance(answer, SecretsError):
            raise answer
        return answer


def _tried(act: Callable[[], str]) -> str | SecretsError:
    from keyring.errors import KeyringError, NoKeyringError  # noqa: PLC0415 - 30 ms, and wanted by few

    try:
        return act()
    except NoKeyringError:
        return NoKeyringHereError(
            Text("No keyring service runs here, so no passphrase can be kept."),
            Text("Install and start one, such as gnome-keyring or KWallet, to keep secrets."),
        )
    except KeyringError as error:
        reason = str(error) or type(error).__name__
        return SecretsError(
            Text("The keyring can't be used: {reason}.", reason=reason.rstrip(".")),
            Text("Unlock your keyring, then try again."),
        )


def _load() -> str:
    import keyring  # noqa: PLC0415 - as above

    return keyring.get_password(SERVICE, NAME) or ""


def _save(secret: str) -> str:
    import keyring  # noqa: PLC0415 - as above

    keyring.set_password(SERVICE, NAME, secret)
    return ""


def _remove() -> str:
    import keyring  # noqa: PLC0415 - as above
    from keyring.errors import PasswordDeleteError  # noqa: PLC0415 - as above

    try:
        keyring.delete_password(SERVICE, NAME)
    except PasswordDeleteError:  # nothing was there, or it is locked: then reading says so
        keyring.get_password(SERVICE, NAME)
    return ""


def _late() -> SecretsError:
    return SecretsError(
        Text("The keyring did not answer in time; it may be locked and waiting for its password."),
        Text("Unlock your keyring, then try again."),
    )
