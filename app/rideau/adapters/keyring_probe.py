# SPDX-License-Identifier: MIT
"""Can secrets be kept in the system's keyring? Tried for real, from a thread of its own with a time limit.

A locked keyring asks for its password on the screen and blocks whoever called (evidence/apps-notifications-sound.md,
section 5), so nobody waits for it longer than the limit.
"""

from threading import Thread

from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

TIME_LIMIT_S = 3.0
_SERVICE = "rideau-self-test"
_TITLE = Text("Keyring")


def keyring_probe(time_limit_s: float = TIME_LIMIT_S) -> Probe:
    """Return whether a secret can be written, read and removed within ``time_limit_s`` seconds."""
    found: list[Probe] = []
    worker = Thread(target=lambda: found.append(_tried()), name="keyring", daemon=True)
    worker.start()
    worker.join(time_limit_s)
    if found:
        return found[0]
    return Probe(
        "keyring",
        _TITLE,
        Fitness.MISSING,
        Text("It did not answer in time; it may be locked and waiting for its password."),
        Text("Unlock your keyring, then try again."),
    )


def _tried() -> Probe:
    import keyring  # noqa: PLC0415 - 30 ms that only the self-test should pay
    from keyring.errors import KeyringError, NoKeyringError  # noqa: PLC0415 - as above

    try:
        keyring.set_password(_SERVICE, "probe", "a word")
        is_kept = keyring.get_password(_SERVICE, "probe") == "a word"
        keyring.delete_password(_SERVICE, "probe")
    except NoKeyringError:
        return Probe(
            "keyring",
            _TITLE,
            Fitness.MISSING,
            Text("No keyring service runs here."),
            Text("Install and start one, such as gnome-keyring or KWallet, to keep secrets."),
        )
    except KeyringError as error:
        reason = Text("It can't be used: {reason}.", reason=str(error) or type(error).__name__)
        return Probe("keyring", _TITLE, Fitness.MISSING, reason, Text("Unlock your keyring, then try again."))
    if not is_kept:
        return Probe("keyring", _TITLE, Fitness.MISSING, Text("It did not give back what was put in."))
    return Probe("keyring", _TITLE, Fitness.WORKS, Text("A secret was kept, read and removed again."))
