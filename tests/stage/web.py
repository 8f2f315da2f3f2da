# SPDX-License-Identifier: MIT
"""What does a test with browsers stand on? A small GNOME desktop, web sites with names of their own, both browsers."""

import contextlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from stage.chromium import Chromium
from stage.desktop import Desktop, Furniture
from stage.firefox import Firefox
from stage.names import Names
from stage.origin import Origin
from stage.program import PATIENCE_S, Program

DCONF = "ca.desrt.dconf"
GNOME = Furniture(
    notifications=None,
    environment={"XDG_CURRENT_DESKTOP": "GNOME", "GSETTINGS_BACKEND": "dconf"},
    activatable=(DCONF,),
)


class Tab(Protocol):
    """Be one tab of either browser."""

    def go(self, url: str) -> str:
        """Lead it to ``url``; return the error shown instead, or the empty text."""

    def reload(self) -> None:
        """Load the page again, without waiting."""

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression."""

    def url(self) -> str:
        """Return where it is."""

    def text(self) -> str:
        """Return what can be read there."""

    def screenshot(self, to: Path) -> Path:
        """Save the page as PNG."""

    def close(self) -> None:
        """Close it."""


class Browser(Protocol):
    """Be one running browser of either make."""

    name: str
    profile: Path
    program: Program | None

    def open_tab(self, url: str = "about:blank") -> Tab:
        """Open a tab."""

    def open_private_tab(self) -> Tab:
        """Open a private window with a tab."""

    def tabs(self, at_least: int = 0) -> Sequence[Tab]:
        """Return all tabs."""

    def install(self, extension: Path) -> None:
        """Install the extension."""

    def start(self, *words: str) -> None:
        """Start it."""

    def stop(self) -> None:
        """Quit it."""


class Web(Desktop):
    """Be a GNOME session as far as browsers can tell, with web sites in it."""

    def __init__(self, furniture: Furniture = GNOME) -> None:
        """Choose the furniture; everything starts on entering."""
        super().__init__(furniture)
        self._more = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Start everything."""
        super().__enter__()
        try:
            self.names = self._more.enter_context(Names(self))
            self.origin = self._more.enter_context(Origin(self))
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop everything."""
        self._more.close()
        super().__exit__(kind, error, at)

    def chromium(self, *switches: str, profile: Path | None = None) -> Chromium:
        """Return a Chromium that knows the web sites; enter it to start."""
        browser = Chromium(self, self.names.through, profile, switches)
        browser.trust(self.origin.authority)
        return browser

    def firefox(self, profile: Path | None = None, **preferences: object) -> Firefox:
        """Return a Firefox that knows the web sites; enter it to start. ``a__b`` stands for preference ``a.b``."""
        named = {key.replace("__", "."): value for key, value in preferences.items()}
        browser = Firefox(self, self.names.through, profile, named)
        browser.trust(self.origin.authority)
        return browser

    def gsettings(self, *arguments: str) -> str:
        """Return what the program ``gsettings`` says."""
        done = self.run(["gsettings", *arguments])
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def database(self) -> str:
        """Return everything that was ever set by the person or for them, as dconf dumps it."""
        return self.run(["dconf", "dump", "/"]).stdout


def until(happened: Callable[[], Any], what: str | Callable[[], str] = "", patience_s: float = PATIENCE_S) -> Any:
    """Return the first true value of ``happened``; fail, saying ``what``, where it never comes."""
    deadline = time.monotonic() + patience_s
    while not (value := happened()):
        assert time.monotonic() < deadline, what() if callable(what) else what or "it never happened"
        time.sleep(0.02)
    return value
