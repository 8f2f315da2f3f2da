# SPDX-License-Identifier: MIT
"""How does the tray start its settings window? With as little on the way as can be: somebody clicked, and waits."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rideau.bootstrap import offline, run_window
from rideau.domain.error import RideauError
from rideau.ports.settings_window import Opening, SettingsPage

FAILED = 1


def show(arguments: Sequence[str]) -> int:
    """Show the window, as ``adapters.qt.led_window`` asks for it: a page, ``dark``, ``quiet``, ``config=FILE``."""
    config = next((each.partition("=")[2] for each in arguments if each.startswith("config=")), "")
    page = next((each for each in SettingsPage if each in arguments), None)
    parts = offline(Path(config) if config else None)
    try:
        return run_window(parts, Opening(page, is_led=True, is_dark="dark" in arguments, is_quiet="quiet" in arguments))
    except RideauError as error:
        print("rideau:", error, file=sys.stderr)
        return FAILED
