# SPDX-License-Identifier: MIT
"""When is a window manager there for good? Once it does what it is asked.

Its properties come earlier: openbox drops a window that asks to be mapped while openbox starts, and it never comes up.
"""

import subprocess
import time
from collections.abc import Mapping

from stage.program import PATIENCE_S, require
from stage.windows import wait_for_root_property


def wait_for_manager(environment: Mapping[str, str]) -> None:
    """Wait until the window manager of the screen of ``environment`` takes orders: one desktop more, then one less."""
    wait_for_root_property(environment, "_NET_SUPPORTING_WM_CHECK")
    wait_for_root_property(environment, "_NET_NUMBER_OF_DESKTOPS")
    before = _desktops(environment)
    for count in (before + 1, before):
        deadline = time.monotonic() + PATIENCE_S
        while _desktops(environment) != count:
            assert time.monotonic() < deadline, "the window manager does nothing"
            _run(environment, "wmctrl", "-n", str(count))


def _desktops(environment: Mapping[str, str]) -> int:
    return int(_run(environment, "xprop", "-root", "_NET_NUMBER_OF_DESKTOPS").rpartition("=")[2])


def _run(environment: Mapping[str, str], *argv: str) -> str:
    command = [require(argv[0]), *argv[1:]]
    return subprocess.run(
        command, env=dict(environment), capture_output=True, text=True, timeout=PATIENCE_S, check=True
    ).stdout
