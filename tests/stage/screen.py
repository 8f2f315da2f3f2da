# SPDX-License-Identifier: MIT
"""Where do windows appear in a test? On a virtual X screen of its own, with a picture when asked."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from stage.program import PATIENCE_S, Program, require, start_and_listen


class ScreenError(Exception):
    """Say that a virtual screen did not come up, or what does not run on it."""


class Screen:
    """Run Xvfb on the first free display number."""

    def __init__(self, environment: Mapping[str, str], folder: Path, size: str = "1280x800") -> None:
        """Prepare a screen of ``size`` pixels; it starts on entering."""
        self._environment = environment
        self._folder = folder
        self._size = size
        self._program: Program | None = None
        self.display = ""

    def __enter__(self) -> Self:
        """Start it and wait until it accepts clients."""
        argv = ["Xvfb", "-displayfd", "9", "-screen", "0", f"{self._size}x24", "-nolisten", "tcp", "-noreset"]
        self._program, number = start_and_listen(argv, self._environment, self._folder / "xvfb.log")
        if not number:
            message = f"Xvfb did not start: {self._program.output()}"
            raise ScreenError(message)
        self.display = f":{number}"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop it."""
        if self._program is not None:
            self._program.stop()


def screenshot(environment: Mapping[str, str], to: Path) -> Path:
    """Save what the screen of ``environment`` shows as PNG ``to``: an X screen, or a wlroots one."""
    wayland = "WAYLAND_DISPLAY" in environment and "DISPLAY" not in environment
    argv = [require("grim"), str(to)] if wayland else [require("import"), "-window", "root", f"png:{to}"]
    subprocess.run(argv, env=dict(environment), check=True, timeout=PATIENCE_S)
    return to
