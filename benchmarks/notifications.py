# SPDX-License-Identifier: MIT
"""How long is a withheld notification's pop-up on the screen? Twenty each on the X11 daemons; figures in ms."""

import sys
from pathlib import Path
from statistics import median

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from contracts.enforcer import CLOSED  # noqa: E402 - after the path
from stage.desktop import LIGHT_DAEMONS, Desktop, Furniture  # noqa: E402 - after the path
from stage.guarding import Guarding  # noqa: E402 - after the path
from stage.sender import Sender  # noqa: E402 - after the path
from stage.windows import WindowWatch  # noqa: E402 - after the path

TIMES = 20


def main() -> None:
    """Print minimum, median and maximum per daemon (at most 60, median at most 10)."""
    for daemon in LIGHT_DAEMONS:
        with (
            Desktop(Furniture(notifications=daemon)) as desktop,
            Sender(desktop.bus) as app,
            WindowWatch(desktop.environment) as windows,
            Guarding(desktop) as guarding,
        ):
            guarding.guard.apply(CLOSED)
            app.notify("Slack", "the first one loads fonts")
            guarding.wait(1)
            windows.wait("unmap", 1, 1)
            windows.clear()
            for number in range(TIMES):
                app.notify("Slack", f"work {number}")
                windows.wait("unmap", number + 1, 0.3)
            shown = [duration * 1000 for duration in windows.durations()] or [0.0]
            print(
                f"{daemon.name:20} shown {len(shown):2} of {TIMES}:"
                f" min {min(shown):.1f}  median {median(shown):.1f}  max {max(shown):.1f} ms"
            )


if __name__ == "__main__":
    main()
