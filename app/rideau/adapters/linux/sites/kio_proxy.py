# SPDX-License-Identifier: MIT
"""How does Chromium on KDE come to ask the gate, exactly undone? By ``kioslaverc``, which it reads, and not gsettings.

Two keys of ``[Proxy Settings]``: ``ProxyType=2`` (a script) and ``Proxy Config Script``. Chromium sees the file change;
KDE's own programs are told by the signal that KDE's settings send (kio 5, ``KIO::Scheduler``). Chromium (156) drops any
line of 511 bytes or more from this file, so the script cannot stand in it: the gate serves it.
"""

import logging
import re
import time
from collections.abc import Mapping
from pathlib import Path

from jeepney import DBusAddress, new_signal

from rideau.adapters.linux.autostart import config_folders
from rideau.adapters.linux.bus import NATIVE_ERRORS, connect, disconnect
from rideau.adapters.linux.held_change import HeldChange, OwnProxyError
from rideau.adapters.linux.ini_file import value_in, with_value, without_empty_group
from rideau.adapters.linux.sites.chromium_desktop import Follows, followed
from rideau.adapters.pac import NO_PROXY, OwnProxy, is_ours, pac_served_url, pac_text
from rideau.adapters.text_file import delete_file, put_text, text_of
from rideau.domain.change import Change, Outcome
from rideau.domain.error import SessionBusError
from rideau.domain.text import Text
from rideau.ports.state import Ledger

log = logging.getLogger(__name__)

KIND = "kio-proxy"
NAME = "kioslaverc"
GROUP = "Proxy Settings"
TYPE, SCRIPT = "ProxyType", "Proxy Config Script"
_READ_WITHIN_S = 0.5
NONE, BY_HAND, BY_SCRIPT = "0", "1", "2"

_IMMUTABLE = re.compile(r"^\[(?:Proxy Settings\]\[)?\$i\]|^ProxyType\[\$i\]", re.MULTILINE)


class KioProxy:
    """Lead Chromium on KDE to the gate."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger) -> None:
        """Act on the settings of the person of ``environment``."""
        own, *self._shared = (folder / NAME for folder in config_folders(environment))
        self._target = KioFile(environment, own)
        self._held = HeldChange(ledger, self._target)
        self.pac = ""
        """The script, which the gate is to serve at the address that the file names."""

    def hold(self, hosts: tuple[str, ...], port: int) -> OwnProxy:
        """Keep ``hosts`` led to the gate at ``port``; return the proxy of the person's that all else goes through.

        Raises:
            OwnProxyError: settings of the person's, or of the system's, stand in the way.
            RideauError: the ledger or the file could not be read or written.

        """
        shared = [content for content in map(text_of, reversed(self._shared)) if content]
        if any(_IMMUTABLE.search(content) for content in shared):
            raise OwnProxyError(
                Text("Your system's administrator locked this desktop's proxy settings, so Rideau can't use them.")
            )
        held = self._held.held()
        own = own_proxy(*shared, self._target.without(held) or "")
        self.pac = pac_text(hosts, port, own)
        url = pac_served_url(self.pac, port)
        is_same = held is not None and value_in(held.after or "", GROUP, SCRIPT) == url
        self._held.hold((held.after or "") if held and is_same else self._target.with_script(url))
        return own


class KioFile:
    """Be the two keys of the file: the ``Target``. A change holds the whole file, before and after."""

    kind = KIND

    def __init__(self, environment: Mapping[str, str], file: Path) -> None:
        """Act on ``file``, and tell the KDE of ``environment``, where one runs."""
        self._environment = environment
        self._file = file
        self.place = str(file)

    def without(self, held: Change | None) -> str | None:
        """Return the file, as it is or would be without ``held``; None where there is none.

        An address of ours that no ledger knows of, because that was lost, was never the person's.
        """
        now = text_of(self._file)
        if now is None:
            return None
        return _undone(now, held) if held else _without_ours(now)

    def with_script(self, url: str) -> str:
        """Return the file as it is to be."""
        content = text_of(self._file) or ""
        return with_value(with_value(content, GROUP, TYPE, BY_SCRIPT), GROUP, SCRIPT, url)

    def is_ours(self, change: Change) -> bool:
        """Tell whether both keys are as ``change`` set them; KDE may have written others since."""
        return _keys(text_of(self._file)) == _keys(change.after)

    def is_untouched(self, change: Change) -> bool:
        """Tell whether both keys are as they were before ``change``."""
        return _keys(text_of(self._file)) == _keys(change.before)

    def write(self, after: str) -> None:
        """Put ``after`` in the file's place, and tell; see ``Target``."""
        put_text(self._file, after)
        _announce(self._environment)

    def restore(self, change: Change) -> Outcome:
        """Put back what is still ours: the whole file where nothing else changed, else key by key."""
        now = text_of(self._file)
        if now is None:
            return Outcome.GONE
        restored = _undone(now, change)
        if restored == now:
            return Outcome.LEFT
        put_text(self._file, restored or "")
        _announce(self._environment)
        if restored is None:
            self._take_away()
        return Outcome.RESTORED

    def _take_away(self) -> None:
        """Delete the file, emptied before: a running Chromium (156) notices no deletion, and reads after 250 ms."""
        if followed(self._environment) is Follows.KDE:
            time.sleep(_READ_WITHIN_S)
        delete_file(self._file)


class KioProxyRestorer:
    """Put back KDE's proxy settings."""

    kind = KIND

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Tell the KDE of ``environment``, where one runs, that its file changed."""
        self._environment = environment

    def restore(self, change: Change) -> Outcome:
        """Put ``change`` back where it is still ours; see the ``Restorer`` port."""
        file = Path(change.place)
        if file.name != NAME or not file.is_absolute() or "\0" in change.place:
            return Outcome.GONE
        return KioFile(self._environment, file).restore(change)


def own_proxy(*contents: str) -> OwnProxy:
    """Return the proxy that ``contents`` (the system's files first, the person's last) name for everything.

    Raises:
        OwnProxyError: they name one that nothing can be chained to.

    """
    found = {key: _last(contents, key) for key in (TYPE, *_ADDRESSES, "NoProxyFor", "ReversedException", "AuthMode")}
    kind = found[TYPE] or NONE
    if kind == NONE:
        return NO_PROXY
    if kind != BY_HAND or _is_true(found["ReversedException"]):
        raise OwnProxyError(
            Text(
                "KDE already finds its proxy in a way of your own that Rideau does not touch (a script, a search, or"
                " the environment). Set the proxy by hand in KDE's settings, or switch it off, to have work sites"
                " closed."
            )
        )
    http, https, socks = (_address(found[key]) for key in _ADDRESSES)
    if (socks and not https) or "@" in http + https:
        raise OwnProxyError(
            Text(
                "KDE's proxy is a SOCKS proxy or wants a password, which the gate does not speak. Set a plain HTTP"
                " proxy, or switch it off, to have work sites closed."
            )
        )
    ignored = tuple(_ending(each.strip()) for each in found["NoProxyFor"].split(",") if each.strip())
    return OwnProxy(http, https, ignored) if http or https else NO_PROXY


_ADDRESSES = ("httpProxy", "httpsProxy", "socksProxy")


def _last(contents: tuple[str, ...], key: str) -> str:
    said = (value_in(content, GROUP, key) for content in reversed(contents))
    return next((each for each in said if each is not None), "")


def _address(said: str) -> str:
    """Return ``host:port`` of KDE's ``http://host port``."""
    found = re.fullmatch(r"(?:\w+://)?([^\s/]+?)(?:[ :](\d+))?/?", said)
    return f"{found[1]}:{found[2] or 80}" if found else ""


def _ending(pattern: str) -> str:
    """Return ``pattern`` as KDE means it: a name stands for every name that ends so."""
    return pattern if re.match(r"[\d*.<\[]|.*[:/]", pattern) else f"*{pattern}"


def _is_true(said: str) -> bool:
    return said.casefold() in {"true", "1", "yes", "on"}


def _keys(content: str | None) -> tuple[str | None, str | None]:
    return value_in(content or "", GROUP, TYPE), value_in(content or "", GROUP, SCRIPT)


def _undone(now: str, change: Change) -> str | None:
    """Return ``now`` without ``change``: what it put in is taken out, what anybody else wrote stays."""
    if now == change.after:
        return change.before
    before, after = _keys(change.before), _keys(change.after)
    is_kind, is_script = (mine == ours for mine, ours in zip(_keys(now), after, strict=True))
    restored = now
    if is_script and after[1]:
        restored = with_value(restored, GROUP, SCRIPT, before[1])
    if is_kind and after[0] and (is_script or not _keys(now)[1]):
        restored = with_value(restored, GROUP, TYPE, before[0])
    if restored != now and f"[{GROUP}]" not in (change.before or ""):
        restored = without_empty_group(restored, GROUP)
    return None if change.before is None and not restored.strip() else restored


def _without_ours(now: str) -> str | None:
    _, script = _keys(now)
    if not is_ours(script or ""):
        return now
    ours = Change(KIND, NAME, None, with_value(with_value("", GROUP, TYPE, BY_SCRIPT), GROUP, SCRIPT, script))
    return _undone(now, ours)


def _announce(environment: Mapping[str, str]) -> None:
    """Tell KDE's programs, as KDE's own settings do; without a bus there is nobody to tell."""
    emitter = DBusAddress("/KIO/Scheduler", interface="org.kde.KIO.Scheduler")
    try:
        connection = connect(environment)
    except SessionBusError:
        return
    try:
        connection.send(new_signal(emitter, "reparseSlaveConfiguration", "s", ("",)))
    except NATIVE_ERRORS as error:
        log.info("KDE was not told of its proxy settings: %s", error)
    finally:
        disconnect(connection)
