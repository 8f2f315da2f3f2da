# SPDX-License-Identifier: MIT
"""How do browsers that follow the desktop's proxy settings (gsettings) come to ask the gate, exactly undone?

Firefox reads them on every desktop, Chromium on those of GNOME's family; both see a change at once. Two keys are
written, in one go: ``mode`` and ``autoconfig-url`` of ``org.gnome.system.proxy``, through dconf.
"""

import json
from collections.abc import Mapping

from rideau.adapters.linux import dconf
from rideau.adapters.linux.bus import connect, disconnect
from rideau.adapters.linux.held_change import HeldChange, OwnProxyError
from rideau.adapters.pac import NO_PROXY, OwnProxy, is_chained, is_ours, pac_data_url, pac_text
from rideau.domain.change import Change, Outcome
from rideau.domain.error import SessionBusError
from rideau.domain.text import Text
from rideau.ports.state import Ledger

KIND = "gsettings-proxy"
PLACE = "/system/proxy/"
MODE, URL = PLACE + "mode", PLACE + "autoconfig-url"
AUTO, BY_HAND = "auto", "manual"
IGNORED_BY_DEFAULT = ("localhost", "127.0.0.0/8", "::1")
"""What ``ignore-hosts`` says where nobody set it (gsettings-desktop-schemas)."""

_SILENT = Text("This desktop's settings service (dconf) does not answer, so browsers can't be told of the gate.")
_REMEDY = Text("Install “dconf-service” (or “dconf”), and start Rideau from your desktop's menu.")


class GsettingsProxy:
    """Lead the browsers that read gsettings to the gate."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger) -> None:
        """Act on the settings of the person of ``environment``."""
        self._environment = environment
        self._keys = ProxyKeys(environment)
        self._held = HeldChange(ledger, self._keys)

    def hold(self, hosts: tuple[str, ...], port: int) -> OwnProxy:
        """Keep ``hosts`` led to the gate at ``port``; return the proxy of the person's that all else goes through.

        Raises:
            OwnProxyError: settings of the person's, or of the system's, stand in the way.
            RideauError: the ledger or the settings could not be read or written.

        """
        layers = dconf.read_layers(self._environment)
        held = self._held.held()
        if held is None and (MODE in layers.locked or URL in layers.locked):
            raise OwnProxyError(
                Text("Your system's administrator locked this desktop's proxy settings, so Rideau can't use them.")
            )
        before = keys_of(self._keys.without(held))
        without = {key: layers.shared.get(key) if value is None else value for key, value in before.items()}
        own = own_proxy({**layers.values, **without})
        url = pac_data_url(pac_text(hosts, port, own))
        self._held.hold(_said({MODE: dconf.text(AUTO), URL: dconf.text(url)}))
        return own


class ProxyKeys:
    """Be the two keys: the ``Target``, and the ``Restorer`` of its kind."""

    kind = KIND
    place = PLACE

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Act on the settings of the person of ``environment``."""
        self._environment = environment

    def without(self, held: Change | None) -> str | None:
        """Return both keys as the person's own database has them or had, each its exact value or unset.

        An address of ours that no ledger knows of, because that was lost, was never the person's.
        """
        return held.before if held else _said(_without_ours(self._now()))

    def is_ours(self, change: Change) -> bool:
        """Tell whether both keys are as ``change`` set them."""
        return self._now() == keys_of(change.after)

    def is_untouched(self, change: Change) -> bool:
        """Tell whether both keys are as they were before ``change``."""
        return self._now() == keys_of(change.before)

    def write(self, after: str) -> None:
        """Set both keys at once; see ``Target``."""
        self._write(keys_of(after))

    def restore(self, change: Change) -> Outcome:
        """Put back each key that is still ours; see the ``Restorer`` port.

        Where the person put an address of their own in the place of ours, ``mode`` stays ``auto`` with it.
        """
        if change.place != PLACE:
            return Outcome.GONE
        now, before, after = self._now(), keys_of(change.before), keys_of(change.after)
        ours = {key for key in (MODE, URL) if now[key] is not None and now[key] == after[key]}
        if URL not in ours and dconf.value_of(now[URL]):
            ours.discard(MODE)
        if not ours:
            return Outcome.LEFT
        self._write({key: before[key] for key in ours})
        return Outcome.RESTORED

    def _now(self) -> dict[str, bytes | None]:
        said = dconf.read(self._environment)
        return {key: said.get(key) for key in (MODE, URL)}

    def _write(self, values: Mapping[str, bytes | None]) -> None:
        try:
            connection = connect(self._environment)
            try:
                dconf.write(connection, values)
            finally:
                disconnect(connection)
        except SessionBusError as error:
            raise SessionBusError(_SILENT, error.remedy or _REMEDY) from error.__cause__


def _without_ours(now: Mapping[str, bytes | None]) -> Mapping[str, bytes | None]:
    """Return ``now`` without an address of ours; the script tells whether it took the place of one set by hand."""
    url = dconf.value_of(now[URL])
    if not isinstance(url, str) or not is_ours(url):
        return now
    is_auto = dconf.value_of(now[MODE]) == AUTO
    was = dconf.text(BY_HAND) if is_chained(url) else None
    return {MODE: was if is_auto else now[MODE], URL: None}


def own_proxy(values: Mapping[str, bytes | None]) -> OwnProxy:
    """Return the proxy that ``values`` (full keys) name for everything.

    Raises:
        OwnProxyError: they name one that nothing can be chained to.

    """
    mode = dconf.value_of(values.get(MODE))
    if mode == AUTO:
        raise OwnProxyError(
            Text(
                "Your desktop already finds its proxy by a configuration address of its own (PAC), which Rideau does"
                " not touch. Set the proxy by hand in your desktop's network settings, or switch it off, to have work"
                " sites closed."
            )
        )
    return _by_hand(values) if mode == BY_HAND else NO_PROXY


def _by_hand(values: Mapping[str, bytes | None]) -> OwnProxy:
    if dconf.value_of(values.get(f"{PLACE}http/use-authentication")):
        raise OwnProxyError(
            Text(
                "Your desktop's proxy wants a name and a password, which Rideau does not hand on, so work sites can't"
                " be led through the gate."
            )
        )
    http, https = (_address(values, scheme) for scheme in ("http", "https"))
    if not https and _address(values, "socks"):
        raise OwnProxyError(
            Text(
                "Your desktop's proxy is a SOCKS proxy, which the gate does not speak. Set an HTTP proxy, or switch"
                " it off, to have work sites closed."
            )
        )
    ignored = dconf.value_of(values.get(f"{PLACE}ignore-hosts"))
    known = ignored if isinstance(ignored, tuple) else IGNORED_BY_DEFAULT
    return OwnProxy(http, https, known) if http or https else NO_PROXY


def _address(values: Mapping[str, bytes | None], scheme: str) -> str:
    host, port = (dconf.value_of(values.get(f"{PLACE}{scheme}/{name}")) for name in ("host", "port"))
    port = port if isinstance(port, int) else _DEFAULT_PORTS[scheme]
    return f"{host}:{port}" if host and port else ""


_DEFAULT_PORTS: Mapping[str, int] = {"http": 8080, "https": 0, "socks": 0}


def _said(values: Mapping[str, bytes | None]) -> str:
    return json.dumps({key: None if value is None else value.hex() for key, value in sorted(values.items())})


def keys_of(said: str | None) -> dict[str, bytes | None]:
    """Return both keys of a change's ``before`` or ``after``; what cannot be read counts as unset."""
    try:
        raw = json.loads(said or "")
        return {key: None if raw[key] is None else bytes.fromhex(raw[key]) for key in (MODE, URL)}
    except (KeyError, TypeError, ValueError):
        return {MODE: None, URL: None}
