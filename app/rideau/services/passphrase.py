# SPDX-License-Identifier: MIT
"""Is this the passphrase that a person, or a buddy of theirs, chose for the lock? (SPEC E8).

Kept is only a salted hash that costs memory to try (hashlib.scrypt, RFC 7914), with its parameters. Wrong tries are
slowed: 1 s, 2, 4, ... within one closed stretch; how many there were is in the journal, so a restart forgives none.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from rideau.domain.error import RefusedError, SecretsError, UsageError
from rideau.domain.text import Text
from rideau.ports.secret import SecretStore
from rideau.ports.state import Event, EventKind, Journal

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(hours=1)
SHORTEST = 4
_VERSION = 1
_SALT_BYTES = 16
_MEMORY = 256 * 1024 * 1024
"""What OpenSSL may take for one try; ours takes 32 MB, and a hash that asks for more than this is not ours."""


class Cost(NamedTuple):
    """Hold what one try costs (RFC 7914)."""

    n: int = 2**15
    r: int = 8
    p: int = 1


class Passphrase:
    """Know the passphrase without keeping it. Main thread; a try takes a tenth of a second, and the keyring's time."""

    def __init__(self, store: SecretStore, journal: Journal, since_boot: Callable[[], timedelta]) -> None:
        """Keep it in ``store``; ``since_boot`` is a clock that nobody can set."""
        self._store = store
        self._journal = journal
        self._since_boot = since_boot
        self._last_try = since_boot()

    def is_set(self) -> bool:
        """Tell whether there is one; raises SecretsError."""
        return bool(self._store.load())

    def set(self, phrase: str) -> None:
        """Have ``phrase`` be it from now on.

        Raises:
            UsageError: it is shorter than four characters.
            SecretsError: it cannot be kept.

        """
        if len(phrase.strip()) < SHORTEST:
            raise UsageError(Text("A passphrase has at least {count} characters.", count=SHORTEST))
        import os  # noqa: PLC0415 - for its random bytes alone

        cost, salt = Cost(), os.urandom(_SALT_BYTES)
        kept = {"version": _VERSION, "kdf": "scrypt", **cost._asdict(), "salt": salt.hex()}
        self._store.save(json.dumps({**kept, "hash": _hashed(phrase, salt, cost).hex()}))

    def remove(self) -> None:
        """Have none from now on; raises SecretsError."""
        self._store.remove()

    def check(self, phrase: str, since: datetime | None, at: datetime) -> None:
        """Return where ``phrase`` is it, and write down where it is not; ``since`` is when it closed.

        Raises:
            RefusedError: it is not, nothing is set, or the last wrong one is too near.
            SecretsError: the keyring does not say.

        """
        wrong = self._wrong_since(since)
        left = self._last_try + _pause(wrong) - self._since_boot()
        if wrong and left > timedelta(0):
            raise RefusedError(Text("The next try is in {count} s.", count=-(-left // timedelta(seconds=1))))
        kept = self._store.load()
        if not kept:
            raise RefusedError(Text("No passphrase is set, so the lock holds."))
        if _fits(phrase, kept):
            return
        self._last_try = self._since_boot()
        self._journal.record(Event(at, EventKind.REFUSED, {"why": "passphrase", "wrong": wrong + 1}))
        seconds = round(_pause(wrong + 1).total_seconds())
        raise RefusedError(Text("That is not the passphrase. The next try is in {count} s.", count=seconds))

    def _wrong_since(self, since: datetime | None) -> int:
        return sum("wrong" in each.details for each in self._journal.events(since, (EventKind.REFUSED,)))


def _pause(wrong: int) -> timedelta:
    return min(FIRST_PAUSE * (1 << min(max(wrong - 1, 0), 20)), LONGEST_PAUSE)


def _fits(phrase: str, kept: str) -> bool:
    """Tell whether ``phrase`` is what ``kept`` was made of, in a time that tells nothing about it."""
    import hmac  # noqa: PLC0415 - loads OpenSSL, 1.5 MB, and wanted by few

    try:
        raw = json.loads(kept)
        salt, wanted = bytes.fromhex(raw["salt"]), bytes.fromhex(raw["hash"])
        given = _hashed(phrase, salt, _cost(raw))
    except (ValueError, KeyError, TypeError) as error:
        raise SecretsError(
            Text("What the keyring holds is no passphrase of Rideau's."), Text("Set it anew when it is open.")
        ) from error
    return hmac.compare_digest(given, wanted)


def _cost(raw: Mapping[str, object]) -> Cost:
    found = [raw[name] for name in Cost._fields]
    if raw["version"] != _VERSION or not all(type(each) is int and each > 0 for each in found):
        raise ValueError(found)
    return Cost(*found)  # type: ignore[arg-type]  # numbers, as was just seen


def _hashed(phrase: str, salt: bytes, cost: Cost) -> bytes:
    import hashlib  # noqa: PLC0415 - loads OpenSSL, 1.5 MB, and wanted by few
    from unicodedata import normalize  # noqa: PLC0415 - as above

    said = normalize("NFKC", phrase).encode()  # one keyboard writes é as one letter, another as two
    return hashlib.scrypt(said, salt=salt, **cost._asdict(), maxmem=_MEMORY)
