# SPDX-License-Identifier: MIT
"""How do this desktop's browsers come to ask the gate for the closable sites, exactly undone afterwards?"""

from collections.abc import Callable, Mapping
from pathlib import Path

from rideau.adapters.routing_state import RoutingState
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text
from rideau.ports.state import Ledger, Restorer

ROUTING_KINDS: frozenset[str] = frozenset({"gsettings-proxy", "kio-proxy", "launcher-override", "undo-script"})
"""The kinds of change that routing makes: adopted at start, put back at quit."""


class DesktopRouting:
    """Lead the browsers' way to the closable sites through the gate, by the desktop's own proxy settings."""

    def __init__(
        self, environment: Mapping[str, str], ledger: Ledger, undo_script: Path, launchers: Callable[[], bool]
    ) -> None:
        """Act on the desktop of ``environment``; ``launchers`` tells whether browsers' launchers may be changed."""
        self._environment = environment
        self._ledger = ledger
        self._undo_script = undo_script
        self._launchers = launchers

    def hold(self, hosts: tuple[str, ...], port: int) -> RoutingState:
        """Keep ``hosts`` and what is below them led to the gate at ``port`` of loopback. Idempotent.

        Raises:
            RideauError: the ledger, or the desktop's settings, could not be written.

        """
        raise NotImplementedError

    def release(self) -> None:
        """Put everything back. Idempotent.

        Raises:
            RideauError: something could not be put back now; it stays in the ledger.

        """

    def probe(self) -> Probe:
        """Say how the browsers of this desktop can be led through the gate."""
        return Probe("sites", Text("Sites"), Fitness.WORKS, Text("Browsers follow this desktop's proxy settings."))


def routing_restorers(environment: Mapping[str, str], undo_script: Path) -> tuple[Restorer, ...]:
    """Return what puts back each of ``ROUTING_KINDS``."""
    del environment, undo_script
    return ()
