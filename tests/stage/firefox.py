# SPDX-License-Identifier: MIT
"""How does a test drive the real Firefox, in a window of its own? By Marionette, with nothing else changed.

Its recommended settings for automation are off; it follows the desktop's proxy settings as a person's Firefox does.
"""

import base64
import contextlib
import json
import shutil
import socket
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from stage.certificates import Authority
from stage.desktop import Home
from stage.program import PATIENCE_S, MissingProgramError, Program

QUIET: Mapping[str, object] = {
    "remote.prefs.recommended": False,
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.discovery.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.tabs.warnOnClose": False,
    "browser.topsites.contile.enabled": False,
    "browser.urlbar.suggest.searches": False,
    "browser.warnOnQuit": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.usage.uploadEnabled": False,
    "dom.push.connection.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-manager.url": "",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "privacy.trackingprotection.enabled": False,
    "services.settings.server": "data:,",
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.server": "",
    "toolkit.telemetry.unified": False,
}
"""Keeps it from asking anything outside, and from asking the person."""

SESSION = {"pageLoadStrategy": "none", "acceptInsecureCerts": False, "timeouts": {"script": 5000}}
"""Firefox itself would wait for ever for a page that an extension replaced."""


class MarionetteError(Exception):
    """Say what Firefox answered instead of what was asked."""


class Firefox:
    """Run one Firefox on one profile folder; enter to start it."""

    name = "firefox"

    def __init__(
        self,
        home: Home,
        through: Sequence[str] = (),
        profile: Path | None = None,
        preferences: Mapping[str, object] | None = None,
    ) -> None:
        """Choose the ``profile`` folder (a new one), what to start it ``through`` and further ``preferences``."""
        self._home = home
        self._through = tuple(through)
        self._preferences = {**QUIET, **(preferences or {})}
        self.profile = profile or home.folder / "firefox"
        self._wire: _Wire | None = None
        self.program: Program | None = None

    def __enter__(self) -> Self:
        """Start it."""
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End it."""
        self.stop()

    def trust(self, authority: Authority) -> None:
        """Have this profile trust the test's web sites; before it starts."""
        authority.make_known_in(self.profile)

    def start(self, *words: str) -> None:
        """Start it, with ``words`` (addresses) at the end of its command, and wait until it can be driven."""
        self.profile.mkdir(parents=True, exist_ok=True)
        lines = (f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in self._preferences.items())
        (self.profile / "user.js").write_text("".join(lines))
        port_file = self.profile / "MarionetteActivePort"
        port_file.unlink(missing_ok=True)
        command = [*self.command("--marionette", "--remote-allow-system-access"), *(words or ("about:blank",))]
        self.program = self._home.start(command, log=f"{self.profile.name}.log", **self._environment())
        deadline = time.monotonic() + PATIENCE_S
        while not (port_file.exists() and port_file.read_text().strip()):
            if not self.program.is_running or time.monotonic() > deadline:
                raise MarionetteError(self.program.output())
            time.sleep(0.02)
        self._wire = _Wire(int(port_file.read_text()))
        self._wire.ask("WebDriver:NewSession", SESSION)

    def stop(self) -> None:
        """Quit it, as a person does."""
        if self._wire is not None:
            with contextlib.suppress(MarionetteError, OSError):
                self._wire.ask("Marionette:Quit", {"flags": ["eForceQuit"]})
            self._wire.close()
            self._wire = None
        if self.program is not None:
            with contextlib.suppress(Exception):
                self.program.wait(10)
            self.program.stop()
            self.program = None

    def command(self, *words: str) -> list[str]:
        """Return the command line that starts it."""
        name = next((each for each in ("firefox-esr", "firefox") if shutil.which(each)), "")
        if not name:
            raise MissingProgramError("firefox-esr")  # noqa: EM101 - a program's name; the error words the message
        return [*self._through, name, "--no-remote", "--profile", str(self.profile), *words]

    def tab_at(self, is_there: Callable[[str], bool]) -> "FirefoxTab | None":
        """Return a tab whose address fits."""
        tabs = (FirefoxTab(self.wire, handle) for handle in self.wire.ask("WebDriver:GetWindowHandles"))
        return next((each for each in tabs if is_there(each.url())), None)

    def open_tab(self, url: str = "about:blank") -> "FirefoxTab":
        """Open a tab and return it; ``go`` says how the way there went."""
        tab = self._new_window({"type": "tab", "focus": True})
        if url != "about:blank":
            assert not (problem := tab.go(url)), f"{url}: {problem}"
        return tab

    def open_private_tab(self) -> "FirefoxTab":
        """Open a private window and return the tab in it."""
        return self._new_window({"type": "window", "focus": True, "private": True})

    def install(self, extension: Path) -> None:
        """Install ``extension`` (a folder or a packed file) until Firefox ends, in private windows, too."""
        self.wire.ask("Addon:Install", {"path": str(extension), "temporary": True, "allowPrivateBrowsing": True})

    def in_dark(self, *, is_dark: bool) -> None:
        """Have pages believe that the person prefers dark (or light) colours."""
        with self.wire.in_chrome():
            script = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0]);"
            self.wire.ask("WebDriver:ExecuteScript", {"script": script, "args": [0 if is_dark else 1]})

    @property
    def wire(self) -> "_Wire":
        """Return the conversation with it."""
        assert self._wire is not None, "it does not run"
        return self._wire

    def _new_window(self, asked: Mapping[str, object]) -> "FirefoxTab":
        self.wire.switch(self.wire.ask("WebDriver:GetWindowHandles")[0])  # it must be spoken to in a tab that is there
        return FirefoxTab(self.wire, self.wire.ask("WebDriver:NewWindow", asked)["handle"])

    @staticmethod
    def _environment() -> dict[str, str]:
        return {
            "MOZ_CRASHREPORTER_DISABLE": "1",
            "MOZ_REMOTE_SETTINGS_DEVTOOLS": "1",
            "MOZ_DISABLE_AUTO_SAFE_MODE": "1",
        }


class FirefoxTab:
    """Drive one tab; it stays the same through navigations, redirects and extension pages."""

    def __init__(self, wire: "_Wire", handle: str) -> None:
        """Drive the tab called ``handle``."""
        self._wire = wire
        self._handle = handle

    def ask(self, method: str, parameters: Mapping[str, object] | None = None) -> Any:
        """Send a Marionette command to this tab and return the answer; ``MarionetteError`` where it is refused."""
        self._wire.switch(self._handle)
        return self._wire.ask(method, parameters)

    def go(self, url: str) -> str:
        """Lead the tab to ``url`` and return the error shown instead, or the empty text once the page is there."""
        with contextlib.suppress(MarionetteError):  # an error page may hold no marks
            self.evaluate("(window.isLeft = true)")
        self.ask("WebDriver:Navigate", {"url": url})
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            with contextlib.suppress(MarionetteError):  # on the way from one page to the next there is none to ask
                address = self.evaluate("(!window.isLeft && document.readyState !== 'loading' && document.documentURI)")
                if address and address != "about:blank":
                    return str(address) if address.startswith("about:") else ""
            time.sleep(0.005)
        message = f"{url} led nowhere"
        raise MarionetteError(message)

    def reload(self) -> None:
        """Load the page again, without waiting for it."""
        self.evaluate("(setTimeout(() => location.reload(), 0), true)")

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript ``expression``, awaited where it is a promise."""
        script = "return (async () => ({0}))();".replace("{0}", expression)
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": [], "sandbox": None})

    def url(self) -> str:
        """Return the address of the page, or of its error page."""
        return str(self.ask("WebDriver:GetCurrentURL"))

    def text(self) -> str:
        """Return what can be read on the page; empty while there is none."""
        try:
            return str(self.evaluate("document.body ? document.body.innerText : ''"))
        except MarionetteError:
            return ""

    def screenshot(self, to: Path) -> Path:
        """Save the page as PNG ``to``."""
        asked = {"full": False, "hash": False}
        to.write_bytes(base64.b64decode(self.ask("WebDriver:TakeScreenshot", asked)))
        return to

    def close(self) -> None:
        """Close the tab."""
        self.ask("WebDriver:CloseWindow")
        self._wire.switch(self._wire.ask("WebDriver:GetWindowHandles")[0])


class _Wire:
    """Speak Marionette: ``length:[0, id, command, parameters]`` there, ``length:[1, id, error, result]`` back."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE_S)
        self._rest = b""
        self._number = 0
        self._current = ""
        self._message()  # its greeting

    def ask(self, method: str, parameters: Mapping[str, object] | None = None) -> Any:
        """Send one command and return its result."""
        self._number += 1
        said = json.dumps([0, self._number, method, dict(parameters or {})]).encode()
        self._socket.sendall(b"%d:%s" % (len(said), said))
        _, _, error, result = self._message()
        if error is not None:
            raise MarionetteError(error["error"], error["message"])
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    def switch(self, handle: str) -> None:
        """Speak to the tab called ``handle`` from now on."""
        if self._current != handle:
            self.ask("WebDriver:SwitchToWindow", {"handle": handle, "focus": False})
            self._current = handle

    @contextlib.contextmanager
    def in_chrome(self) -> Iterator[None]:
        """Speak to the browser itself instead of to a page."""
        self.ask("Marionette:SetContext", {"value": "chrome"})
        yield
        self.ask("Marionette:SetContext", {"value": "content"})

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _message(self) -> Any:
        while b":" not in self._rest:
            self._receive()
        length, _, self._rest = self._rest.partition(b":")
        while len(self._rest) < int(length):
            self._receive()
        said, self._rest = self._rest[: int(length)], self._rest[int(length) :]
        return json.loads(said)

    def _receive(self) -> None:
        chunk = self._socket.recv(1 << 20)
        if not chunk:
            message = "Firefox hung up"
            raise MarionetteError(message)
        self._rest += chunk
