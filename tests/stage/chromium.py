# SPDX-License-Identifier: MIT
"""How does a test drive the real Chromium, in a window of its own? By DevTools messages through a pair of pipes.

Nothing listens on the network, and no switch changes what the product is about: proxies, service workers, extensions.
"""

import base64
import contextlib
import json
import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from stage.certificates import Authority
from stage.desktop import Home
from stage.names import IS_ROOT
from stage.program import PATIENCE_S, Program

QUIET = (
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-gpu",
    "--disable-session-crashed-bubble",
    "--disable-sync",
    "--disable-features=Translate,OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,CertificateTransparency",
    "--metrics-recording-only",
    "--password-store=basic",
)
"""Keeps it from asking anything outside, and from asking the person."""
PIPES = 'exec "$@" 3<"$0/to" 4>"$0/from"'


class DevToolsError(Exception):
    """Say what Chromium answered instead of what was asked."""


class Chromium:
    """Run one Chromium on one profile folder; enter to start it."""

    name = "chromium"

    def __init__(
        self, home: Home, through: Sequence[str] = (), profile: Path | None = None, switches: Sequence[str] = ()
    ) -> None:
        """Choose the ``profile`` folder (a new one), what to start it ``through`` and further ``switches``."""
        self._home = home
        self._through = tuple(through)
        self._switches = tuple(switches)
        self.profile = profile or home.folder / "chromium"
        self._pipe: _Pipe | None = None
        self.program: Program | None = None

    def __enter__(self) -> Self:
        """Start it."""
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it."""
        self.stop()

    def trust(self, authority: Authority) -> None:
        """Have every Chromium of this home trust the test's web sites; before it starts."""
        authority.make_known_in(Path(self._home.environment["HOME"], ".pki/nssdb"))

    def start(self, *words: str) -> None:
        """Start it, with ``words`` (addresses, further switches) at the end of its command."""
        folder = self._home.folder / f"{self.profile.name}.pipes"
        folder.mkdir(exist_ok=True)
        for name in ("to", "from"):
            (folder / name).unlink(missing_ok=True)
            os.mkfifo(folder / name)
        command = self.command("--remote-debugging-pipe", *self._switches, *(words or ("about:blank",)))
        self.program = self._home.start(["sh", "-c", PIPES, str(folder), *command], log=f"{self.profile.name}.log")
        self._pipe = _Pipe(folder, self.program)
        self._pipe.ask("Target.setDiscoverTargets", {"discover": True})
        deadline = time.monotonic() + PATIENCE_S
        while not self._pages():
            assert time.monotonic() < deadline, "no tab came up"
            time.sleep(0.02)

    def stop(self) -> None:
        """Quit it, as a person does."""
        if self._pipe is not None:
            with contextlib.suppress(DevToolsError):
                self._pipe.ask("Browser.close")
            self._pipe.close()
            self._pipe = None
        if self.program is not None:
            with contextlib.suppress(Exception):
                self.program.wait(5)
            self.program.stop()
            self.program = None

    def command(self, *words: str) -> list[str]:
        """Return the command line that starts it, or, while it runs, makes it open ``words``."""
        sandbox = ("--no-sandbox", "--test-type") if IS_ROOT else ()  # as root it refuses to run with its sandbox
        return [*self._through, "chromium", f"--user-data-dir={self.profile}", *QUIET, *sandbox, *words]

    def tab_at(self, is_there: Callable[[str], bool]) -> "ChromiumTab | None":
        """Return a tab whose address fits; the others, on their way somewhere perhaps, are left alone."""
        found = (target for target, url in self._pages().items() if is_there(url))
        return next((ChromiumTab(self.pipe, target) for target in found), None)

    def open_tab(self, url: str = "about:blank") -> "ChromiumTab":
        """Open a tab and return it; ``go`` says how the way there went."""
        target = self.pipe.ask("Target.createTarget", {"url": "about:blank"})["targetId"]
        tab = ChromiumTab(self.pipe, target)
        if url != "about:blank":
            assert not (problem := tab.go(url)), f"{url}: {problem}"
        return tab

    def open_private_tab(self) -> "ChromiumTab":
        """Open a real private window, as its own command line does, and return the tab in it."""
        before = set(self._pages())
        opener = self._home.start(self.command("--incognito", "about:blank"), log="chromium-private.log")
        deadline = time.monotonic() + PATIENCE_S
        while not (new := self._pages().keys() - before):
            assert time.monotonic() < deadline, opener.output()
            time.sleep(0.02)
        opener.wait()
        return ChromiumTab(self.pipe, new.pop())

    def install(self, extension: Path) -> None:
        """Load the unpacked ``extension``, as "Load unpacked" does."""
        self.pipe.ask("Extensions.loadUnpacked", {"path": str(extension)})

    @property
    def pipe(self) -> "_Pipe":
        """Return the conversation with it."""
        assert self._pipe is not None, "it does not run"
        return self._pipe

    def _pages(self) -> dict[str, str]:
        """Return the address of each tab, by the tab's id."""
        targets = self.pipe.ask("Target.getTargets")["targetInfos"]
        return {each["targetId"]: str(each["url"]) for each in targets if each["type"] == "page"}


class ChromiumTab:
    """Drive one tab; it stays the same through navigations, redirects and extension pages."""

    def __init__(self, pipe: "_Pipe", target: str) -> None:
        """Attach to ``target``."""
        self._pipe = pipe
        self._target = target
        self._session = pipe.ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        self.ask("Page.enable")

    def ask(self, method: str, parameters: Mapping[str, object] | None = None) -> Any:
        """Send a DevTools ``method`` to this tab and return the answer; ``DevToolsError`` where it is refused."""
        return self._pipe.ask(method, parameters, self._session)

    def go(self, url: str) -> str:
        """Lead the tab to ``url`` and return the error shown instead, or the empty text once the page is there."""
        problem = str(self.ask("Page.navigate", {"url": url}).get("errorText", ""))
        if not problem:
            self._wait_for_page()
        return problem

    def reload(self) -> None:
        """Load the page again, without waiting for it."""
        self.ask("Page.reload")

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript ``expression``, awaited where it is a promise."""
        asked = {"expression": expression, "returnByValue": True, "awaitPromise": True, "userGesture": True}
        answer = self.ask("Runtime.evaluate", asked)
        if "exceptionDetails" in answer:
            raise DevToolsError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def url(self) -> str:
        """Return the address the person sees in the bar: of a page that failed, too."""
        return str(self._pipe.ask("Target.getTargetInfo", {"targetId": self._target})["targetInfo"]["url"])

    def text(self) -> str:
        """Return what can be read on the page; empty while there is none."""
        try:
            return str(self.evaluate("document.body ? document.body.innerText : ''"))
        except DevToolsError:
            return ""

    def in_dark(self, *, is_dark: bool) -> None:
        """Have the page believe that the person prefers dark (or light) colours."""
        feature = {"name": "prefers-color-scheme", "value": "dark" if is_dark else "light"}
        self.ask("Emulation.setEmulatedMedia", {"features": [feature]})

    def screenshot(self, to: Path) -> Path:
        """Save the page as PNG ``to``."""
        to.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))
        return to

    def _wait_for_page(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            with contextlib.suppress(DevToolsError):  # on the way from one page to the next there is none to ask
                if self.evaluate("document.readyState !== 'loading' && location.href !== 'about:blank'"):
                    return
            time.sleep(0.01)

    def close(self) -> None:
        """Close the tab."""
        self._pipe.ask("Target.closeTarget", {"targetId": self._target})


class _Pipe:
    """Send commands and match the answers to them; NUL ends a message (DevTools, ``--remote-debugging-pipe``)."""

    def __init__(self, folder: Path, program: Program) -> None:
        self._program = program
        self._to = _opened(folder / "to", os.O_WRONLY, program)
        self._from = os.open(folder / "from", os.O_RDONLY)
        self._changed = threading.Condition()
        self._answers: dict[int, dict[str, Any]] = {}
        self._number = 0
        self._is_over = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def ask(self, method: str, parameters: Mapping[str, object] | None = None, session: str = "") -> Any:
        """Send one command and return its result."""
        with self._changed:
            self._number += 1
            number = self._number
        message = {"id": number, "method": method, "params": dict(parameters or {})}
        if session:
            message["sessionId"] = session
        try:
            os.write(self._to, json.dumps(message).encode() + b"\0")
        except BrokenPipeError as error:
            raise DevToolsError(self._program.output()) from error
        answer = self._wait(lambda: self._answers.pop(number, None), method)
        if "error" in answer:
            raise DevToolsError(method, answer["error"])
        return answer["result"]

    def close(self) -> None:
        """Hang up."""
        os.close(self._to)
        self._reader.join(PATIENCE_S)
        os.close(self._from)

    def _wait(self, arrived: Callable[[], dict[str, Any] | None], what: str) -> dict[str, Any]:
        deadline = time.monotonic() + PATIENCE_S
        with self._changed:
            while (answer := arrived()) is None:
                left = deadline - time.monotonic()
                if self._is_over or left <= 0:
                    raise DevToolsError(what, "no answer", self._program.output()[-2000:])
                self._changed.wait(left)
        return answer

    def _read(self) -> None:
        rest = b""
        while chunk := os.read(self._from, 1 << 20):
            *messages, rest = (rest + chunk).split(b"\0")
            answers = [message for message in map(json.loads, messages) if "id" in message]
            with self._changed:
                self._answers.update((answer["id"], answer) for answer in answers)
                self._changed.notify_all()
        with self._changed:
            self._is_over = True
            self._changed.notify_all()


def _opened(fifo: Path, how: int, program: Program) -> int:
    """Open the ``fifo`` once ``program`` holds its other end; fail where that program ends instead."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            descriptor = os.open(fifo, how | os.O_NONBLOCK)
        except OSError as error:
            if not program.is_running or time.monotonic() > deadline:
                raise DevToolsError(program.output()) from error
            time.sleep(0.01)
        else:
            os.set_blocking(descriptor, True)
            return descriptor
