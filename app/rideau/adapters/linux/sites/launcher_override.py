# SPDX-License-Identifier: MIT
"""How does Chromium come to ask the gate where it ignores the desktop's proxy settings? By its launcher, if agreed to.

A copy of the browser's desktop file in the person's own folder goes before the system's (Desktop Entry Specification
1.5, "Desktop File ID"); in it every command is given ``--proxy-pac-url``. All else stays as the file has it.
"""

import re
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from rideau.adapters.linux.apps.desktop_entries import application_folders
from rideau.adapters.linux.autostart import quoted
from rideau.adapters.linux.held_change import HeldChange, OwnProxyError
from rideau.adapters.linux.sites.browsers import Browser, Family, program_names
from rideau.adapters.pac import NO_PROXY, OwnProxy, pac_data_url, pac_text
from rideau.adapters.text_file import delete_file, put_text, text_of
from rideau.domain.change import Change, Outcome
from rideau.domain.error import StorageError
from rideau.domain.text import Text
from rideau.ports.state import Ledger

KIND = "launcher-override"
OPTION = "--proxy-pac-url="

_EXEC = re.compile(r"^Exec[ \t]*=[ \t]*(?P<command>.*)$", re.MULTILINE)
_WORD = re.compile(r"(?:\"(?:\\\\.|\\.|[^\"\\])*\"|[^\s\"])+")
_NO_PROGRAM = re.compile(r"-|\w+=")
"""How a word begins that is an option, or a variable for ``env``."""
_OTHERS = re.compile(r"\s--(?:no-proxy-server|proxy-server|proxy-pac-url|proxy-auto-detect)\b")


class LauncherOverride:
    """Lead the browsers of Chromium's family to the gate by the launchers in the desktop's menu."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger) -> None:
        """Act on the launchers of the person of ``environment``."""
        self._environment = environment
        self._ledger = ledger
        self._held: dict[Path, HeldChange] = {}

    def hold(self, browsers: Iterable[Browser], hosts: tuple[str, ...], port: int) -> tuple[OwnProxy, tuple[Text, ...]]:
        """Keep the launchers of ``browsers``, and no others, leading ``hosts`` to the gate at ``port``.

        Return the proxy of the environment's that all else goes through, and what could not be covered.

        Raises:
            OwnProxyError: the environment's proxy is none that can be chained to.
            RideauError: the ledger or a launcher could not be read or written.

        """
        own = environment_proxy(self._environment)
        option = OPTION + pac_data_url(pac_text(hosts, port, own))
        wanted = {browser_file(each, self._environment): each for each in browsers if each.desktop_file}
        for file in self._places() - wanted.keys():
            self._of(file).release()
        refused = (self._hold_one(file, browser, option) for file, browser in wanted.items())
        return own, tuple(text for text in refused if text is not None)

    def release(self) -> None:
        """Put every launcher back that is still ours. Idempotent.

        Raises:
            RideauError: one could not be put back now; it stays in the ledger.

        """
        for file in self._places():
            self._of(file).release()

    def _places(self) -> set[Path]:
        return {Path(change.place) for _, change in self._ledger.pending() if change.kind == KIND}

    def _of(self, file: Path) -> HeldChange:
        return self._held.setdefault(file, HeldChange(self._ledger, LauncherFile(file)))

    def _hold_one(self, file: Path, browser: Browser, option: str) -> Text | None:
        held = self._of(file)
        try:
            change = held.held()
            content = change.before if change else text_of(file)
            if content is None:
                content = _shared(browser.desktop_file, self._environment)
            names = program_names(browser)
            if content is None or _OTHERS.search(content) or not _starts(content, names):
                held.release()
                return Text("{browser} has a launcher that Rideau leaves alone.", browser=browser.name)
            held.hold(with_option(content, option, names))
        except OwnProxyError:
            return Text("The launcher of {browser} was changed since, so Rideau leaves it alone.", browser=browser.name)
        return None


class LauncherFile:
    """Be one launcher: the ``Target``. A change holds the whole file, before and after."""

    kind = KIND

    def __init__(self, file: Path) -> None:
        """Act on ``file``, in the person's own folder of launchers."""
        self._file = file
        self.place = str(file)

    def without(self, held: Change | None) -> str | None:
        """Return the file, as it is or was; None where there is none."""
        return held.before if held else text_of(self._file)

    def is_ours(self, change: Change) -> bool:
        """Tell whether the file is as ``change`` made it."""
        return text_of(self._file) == change.after

    def is_untouched(self, change: Change) -> bool:
        """Tell whether the file is as it was before ``change``."""
        return text_of(self._file) == change.before

    def write(self, after: str) -> None:
        """Put ``after`` in the file's place; see ``Target``."""
        put_text(self._file, after)

    def restore(self, change: Change) -> Outcome:
        """Put the file back, or take it away, where it is as ``change`` made it."""
        now = text_of(self._file)
        if now is None:
            return Outcome.GONE
        if now != change.after:
            return Outcome.LEFT
        if change.before is None:
            delete_file(self._file)
        else:
            self.write(change.before)
        return Outcome.RESTORED


class LauncherRestorer:
    """Put back a browser's launcher."""

    kind = KIND

    def restore(self, change: Change) -> Outcome:
        """Put ``change`` back where it is still ours; see the ``Restorer`` port."""
        file = Path(change.place)
        if file.suffix != ".desktop" or not file.is_absolute() or "\0" in change.place:
            return Outcome.GONE
        return LauncherFile(file).restore(change)


def chromium_family(browsers: Iterable[Browser]) -> tuple[Browser, ...]:
    """Return those of ``browsers`` that take Chromium's command line."""
    return tuple(each for each in browsers if each.family is Family.CHROMIUM)


def browser_file(browser: Browser, environment: Mapping[str, str]) -> Path:
    """Return where the person's own launcher of ``browser`` is, or would be."""
    return application_folders(environment)[0] / browser.desktop_file


def with_option(content: str, option: str, names: Container[str]) -> str:
    """Return the desktop file ``content`` with ``option`` given to the browser in each command, its actions' too.

    ``names`` are those of the browser's program. Whatever starts it (``env``, ``flatpak run``, ``firejail``) would not
    know the option.
    """
    return _EXEC.sub(lambda found: f"Exec={_given(found['command'], quoted(option), names)}", content)


def environment_proxy(environment: Mapping[str, str]) -> OwnProxy:
    """Return the proxy that Chromium takes from ``environment`` where it knows no desktop's settings.

    Raises:
        OwnProxyError: it is none that can be chained to.

    """
    http, https, every = (_variable(environment, name) for name in ("http_proxy", "https_proxy", "all_proxy"))
    http, https = http or every, https or every
    if _variable(environment, "auto_proxy") or "@" in http + https or "socks" in http + https:
        raise OwnProxyError(
            Text(
                "The environment names a proxy that the gate can't use (a script, SOCKS, or one with a password), so"
                " browsers' launchers stay as they are."
            )
        )
    ignored = (each.strip() for each in _variable(environment, "no_proxy").split(","))
    http, https = _address(http), _address(https)
    return OwnProxy(http, https, tuple(map(_ending, filter(None, ignored)))) if http or https else NO_PROXY


def _given(command: str, option: str, names: Container[str]) -> str:
    program = _program(command, names)
    return f"{command[: program.end()]} {option}{command[program.end() :]}" if program else command


def _program(command: str, names: Container[str]) -> re.Match[str] | None:
    """Return which word of ``command`` is the browser; none where a shell is to find it in a word of its own."""
    words = (word for word in _WORD.finditer(command) if not _NO_PROGRAM.match(word[0]))
    return next((word for word in words if word[0].strip('"').rpartition("/")[2] in names), None)


def _starts(content: str, names: Container[str]) -> bool:
    """Tell whether the first command of the launcher, which is that of a click, is one that takes the option."""
    first = _EXEC.search(content)
    return first is not None and _program(first["command"], names) is not None


def _variable(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name) or environment.get(name.upper()) or ""


def _address(url: str) -> str:
    found = re.fullmatch(r"(?:(?P<scheme>\w+)://)?(?P<host>\[[^\]]+\]|[^\s/:]+)(?::(?P<port>\d+))?/?", url)
    if found is None:
        return ""
    return f"{found['host']}:{found['port'] or (443 if found['scheme'] == 'https' else 80)}"


def _ending(pattern: str) -> str:
    """Return ``pattern`` as ``no_proxy`` means it: a name stands for every name that ends so."""
    return pattern if re.match(r"[\d*.\[]|.*[:/]", pattern) else f"*{pattern}"


def _shared(name: str, environment: Mapping[str, str]) -> str | None:
    for folder in application_folders(environment)[1:]:
        with suppress(StorageError):  # the menu passes by what nobody may read, too
            if (content := text_of(folder / name)) is not None:
                return content
    return None
