# SPDX-License-Identifier: MIT
"""Who hears what is asked at the door, before the guard of apps is even loaded? Nobody; from then on the guard."""

from collections.abc import Collection
from datetime import timedelta
from typing import TYPE_CHECKING

from rideau.ui.ask import AppActs, NoApps

if TYPE_CHECKING:
    from rideau.services.breaths import Breaths


class Doorbell:
    """Pass on what a person asks at the door. Main thread."""

    def __init__(self) -> None:
        """Ring for nobody: while nobody guards apps, nothing stands at the door."""
        self.rings_for: AppActs = NoApps()
        self.breaths: Breaths | None = None

    def later(self, run_ids: Collection[str]) -> None:
        """End what was started while it is closed."""
        self.rings_for.later(run_ids)

    def hold(self, run_ids: Collection[str], length: timedelta) -> None:
        """Wait for an answer about these."""
        self.rings_for.hold(run_ids, length)

    def stretch(self, run_id: str = "") -> None:
        """Give five more minutes."""
        self.rings_for.stretch(run_id)

    def close_now(self, run_id: str = "") -> None:
        """Close without waiting."""
        self.rings_for.close_now(run_id)

    def reopen(self, *, wanted: bool) -> None:
        """Bring back what was closed, or leave it."""
        self.rings_for.reopen(wanted=wanted)

    def go_in(self, networks: Collection[str], wish: str) -> None:
        """Go in after a breath."""
        if self.breaths is not None:
            self.breaths.go_in(networks, wish)

    def stay_out(self, networks: Collection[str], run_ids: Collection[str]) -> None:
        """Leave it closed."""
        self.rings_for.later(run_ids)
        if self.breaths is not None:
            self.breaths.stay_out(networks)
