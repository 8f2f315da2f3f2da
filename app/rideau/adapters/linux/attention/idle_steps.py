# SPDX-License-Identifier: MIT
"""What follows from how long nothing was typed and no pointer moved, where the two are not told apart (Wayland)?"""

from rideau.domain.attention import Presence, Signals

STEPS_MS = {
    2_000: Signals(presence=Presence.ACTIVE, typing=False),
    25_000: Signals(presence=Presence.RESTING, typing=False),
    300_000: Signals(presence=Presence.AWAY, typing=False),
}
"""What holds once nothing was done for so long."""
BUSY = Signals(presence=Presence.ACTIVE, typing=True)
"""What holds once something was done again: it counts as typing until two seconds without anything."""


def now_after(idle_ms: int) -> Signals:
    """Return what holds where nothing was done for so long."""
    return next((STEPS_MS[step] for step in sorted(STEPS_MS, reverse=True) if idle_ms >= step), BUSY)
