# SPDX-License-Identifier: MIT
"""Did an administrator agree to policies that are to be told what is closed? Until then nothing of them is loaded."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rideau.domain.change import Change, Outcome
from rideau.domain.door import Doors
from rideau.ports.state import Ledger

if TYPE_CHECKING:
    from rideau.adapters.linux.sites.managed_policy import ManagedPolicy

CLOSED_KIND = "managed-policy-closed"
"""Sites are closed by policy: in the ledger of what passes."""
HELPER = Path("/usr/local/libexec/rideau-policy")
"""The program that an administrator put down; see ``policy_helper.py``."""
OPENED_WITHIN_S = 5.0


class ManagedTier:
    """Tell the policies of every transition, once they are there. Implements ``adapters.site_gate.Policies``."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger) -> None:
        """Ask through the pkexec of ``environment``; ``ledger`` is that of what passes."""
        self._environment = environment
        self._ledger = ledger
        self._policy: ManagedPolicy | None = None

    def hold(self, doors: Doors) -> None:
        """Have closed by policy what ``doors`` close to everybody; returns at once. Idempotent."""
        if self._policy is None and HELPER.is_file():
            from rideau.adapters.linux.sites.managed_policy import ManagedPolicy  # noqa: PLC0415 - few people have it

            self._policy = ManagedPolicy(self._environment, self._ledger)
        if self._policy is not None:
            self._policy.hold(doors)

    def release(self) -> None:
        """Have everything open again; waits for it, but not for ever: the process lives until it is done."""
        self.hold(Doors())
        if self._policy is not None:
            self._policy.wait(OPENED_WITHIN_S)


class ClosedByPolicyRestorer:
    """Open what was closed by policy when Rideau went away."""

    kind = CLOSED_KIND

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Ask through the pkexec of ``environment``."""
        self._environment = environment

    def restore(self, change: Change) -> Outcome:
        """Ask the program to close nothing.

        Raises:
            RideauError: it could not be asked; the change stays pending.

        """
        del change
        if not HELPER.is_file():
            return Outcome.GONE
        from rideau.adapters.linux.sites.managed_policy import OPEN, apply_hosts  # noqa: PLC0415 - as above

        apply_hosts(self._environment, OPEN)
        return Outcome.RESTORED
