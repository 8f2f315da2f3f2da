# SPDX-License-Identifier: MIT
"""How does a test run the whole product: tray, keeper, routing, native host and extension, with browsers before it?"""

import contextlib
import dataclasses
import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from rideau.adapters.control_client import ask
from rideau.adapters.control_protocol import Command, Request
from rideau.adapters.paths import paths_from
from rideau.adapters.resources import extension_folder
from rideau.keeper.proc import sockets_of
from stage.desktop import DUNST
from stage.live import Live, now_ms
from stage.names import MIXED, PARTS, WORK
from stage.program import Program, marked
from stage.running import Running
from stage.web import GNOME, Browser, Tab, Web, until

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SOME_DAY = (datetime.now(UTC).weekday() + 3) % len(DAYS)
HOURS = '["00:00-24:00"]'
HOURS_THAT_DAY = '["00:00-12:00", "12:01-24:00"]'
SETTINGS = f"""version = 1
[hours]
timezone = "UTC"
[hours.week]
{"".join(f"{day} = {HOURS_THAT_DAY if at == SOME_DAY else HOURS}" + chr(10) for at, day in enumerate(DAYS))}
[networks.shop]
name = "Guild"
sites = ["{WORK}"]
accounts = [{{ name = "City page", use = "professional" }}]
[networks.parts]
name = "Press room"
sites = ["{PARTS}/feed"]
accounts = [{{ name = "City page", use = "professional" }}]
[networks.mixed]
name = "Market square"
sites = ["{MIXED}"]
accounts = [{{ name = "City page", use = "official" }}, {{ name = "Me", use = "personal" }}]
"""
"""A shop that closes by hand alone, but for a minute in three days' time, so that there is a next opening to name."""
ESTABLISHED = "01"
"""As proc(5) writes the state of a connection."""
_STATE, _INODE = 3, 9
EXTENSION_SCHEMES = ("chrome-extension://", "moz-extension://")


class Shop(Web):
    """Be a web with Rideau in it."""

    def __init__(self) -> None:
        """Prepare; entering starts everything but the app."""
        super().__init__(dataclasses.replace(GNOME, notifications=DUNST))
        self.rideau = Running(self)
        self.rideau.forget()
        self.rideau.settings.write_text(SETTINGS)
        self.paths = paths_from(self.environment)
        self.data = Path(self.environment["XDG_DATA_HOME"])

    def __enter__(self) -> Self:
        """Start everything but the app."""
        super().__enter__()
        self.rideau.environment = dict(self.environment)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End everything."""
        self.kill_rideau()
        super().__exit__(kind, error, at)

    def start_rideau(self) -> Program:
        """Start the app, and wait until the sites lead through its gate."""
        program = self.rideau.start(through=self.names.through)
        until(lambda: self.keeper() and "autoconfig-url" in self.database(), "no gate")
        return program

    def close(self) -> float:
        """Close the shop by hand; return when it was asked to."""
        return self._say(Command.CLOSE)

    def open(self) -> float:
        """Open it again; return when it was asked to."""
        return self._say(Command.RESUME)

    @contextlib.contextmanager
    def browser(self, name: str, *, with_extension: bool = True, profile: Path | None = None) -> Iterator[Browser]:
        """Run a browser, with the extension in it or without, on ``profile`` or on the one it has had all along."""
        if name == "firefox":
            with self.firefox(profile) as firefox:
                if with_extension:
                    firefox.install(extension_folder())
                yield firefox
        else:
            switches = (f"--load-extension={extension_folder()}",) if with_extension else ()
            with self.chromium(*switches, profile=profile or self.config / "chromium") as chromium:
                yield chromium

    def wait_until_met(self, browser: Browser) -> None:
        """Wait until the extension in ``browser`` knows what is closed, and what is open: it has met its Rideau."""
        self.open()
        url = self.origin.https()
        tab = browser.open_tab(url)
        self.close()
        until(lambda: is_friendly(tab), "the extension does nothing")
        self.open()
        until(lambda: tab.url() == url, "the extension does not give the tab back")
        tab.close()

    def live(self, browser: Browser) -> Live:
        """Hold a tab on the live page that goes through the gate: a browser may hear of it only in a moment."""
        url = self.origin.https(path="/live")
        is_led = False
        while not is_led:
            first = Live(browser, url)
            is_led = self._is_passed()
            first.tab.close()  # a part of it may have gone by before
        return Live(browser, url)

    def pids(self, *words: str) -> list[int]:
        """Return the processes of this stage whose command line holds all of ``words``."""
        return [pid for pid in marked(self.mark) if all(word in _command_of(pid) for word in words)]

    def keeper(self) -> int:
        """Return the keeper's process id; 0 while there is none."""
        return next(iter(self.pids("-m", "rideau.keeper")), 0)

    def tray(self) -> int:
        """Return the tray's process id; 0 while there is none."""
        found = (pid for pid in self.pids() if Path(_command_of(pid)[-1]).name == "rideau")
        return next(found, 0)

    def kill_rideau(self) -> None:
        """Kill tray and keeper at once, so that neither can do anything about it."""
        tray, keeper = self.tray(), self.keeper()
        for pid, number in ((tray, signal.SIGSTOP), (keeper, signal.SIGKILL), (tray, signal.SIGKILL)):
            if pid:
                os.kill(pid, number)
        until(lambda: not self.keeper() and not self.tray())
        self.rideau.leave()

    def _is_passed(self) -> bool:
        """Tell whether anything goes through the gate now."""
        keeper = self.keeper()
        held = sockets_of(keeper)
        lines = Path(f"/proc/{keeper}/net/tcp").read_text().splitlines()[1:]
        fields = (line.split() for line in lines)
        return any(each[_STATE] == ESTABLISHED and int(each[_INODE]) in held for each in fields)

    def _say(self, command: Command) -> float:
        at = now_ms()
        ask(self.paths.control_socket, Request(command))
        return at


def is_friendly(tab: Tab) -> bool:
    """Tell whether the extension's page stands in ``tab``."""
    return tab.url().startswith(EXTENSION_SCHEMES)


def _command_of(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")[:-1] or [""]
    except OSError:
        return [""]
