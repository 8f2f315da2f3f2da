# SPDX-License-Identifier: MIT
"""Is the gate in the path of each installed browser? Told by its configuration, and by what was seen."""

from collections.abc import Mapping
from typing import NamedTuple

from rideau.adapters.linux.browsers import installed_browsers
from rideau.adapters.routing_state import RoutingState
from rideau.domain.text import Text


class GateCheck(NamedTuple):
    """Say whether one browser goes through the gate."""

    id: str
    name: str
    is_in_path: bool
    reason: Text
    remedy: Text | None = None
    was_seen: bool = False
    """It came through the gate since the keeper started."""

    @property
    def not_covered(self) -> Text | None:
        """Return the sentence to say where this browser passes the gate by."""
        return None if self.is_in_path else self.reason


def gate_checks(environment: Mapping[str, str], state: RoutingState, seen: frozenset[str]) -> tuple[GateCheck, ...]:
    """Return a check per installed browser; ``seen`` are the executables (/proc/<pid>/exe) that the keeper met."""
    del state, seen
    return tuple(
        GateCheck(each.id, each.name, is_in_path=False, reason=Text("{browser}", browser=each.name))
        for each in installed_browsers(environment)
    )
