# SPDX-License-Identifier: MIT
"""How does each browser of this machine stand? Asked by ``rideau browsers`` and by the settings window. Slow."""

import os
from collections.abc import Mapping, Sequence

from rideau.adapters.control_client import ask
from rideau.adapters.control_protocol import Command, Request
from rideau.adapters.linux.autostart import launch_command
from rideau.adapters.linux.sites.browsers import Browser, Family, Package, installed_browsers
from rideau.adapters.linux.sites.host_manifests import HostManifests
from rideau.adapters.profiles import PROFILE_SIDES, data_home, made_profile
from rideau.adapters.resources import extension_folder
from rideau.bootstrap.parts import Offline
from rideau.domain.error import NotRunningError, UsageError
from rideau.domain.network import Side
from rideau.domain.settings import Settings
from rideau.ports.settings_store import SettingsError
from rideau.wording.browser_listing import BrowserStand, GateStand, Way

_PAGES: Mapping[str, str] = {"brave": "brave", "edge": "edge", "vivaldi": "vivaldi", "opera": "opera"}
_UNSIGNED: Mapping[str, Way] = {"firefox-esr": Way.MANAGED, "firefox-devedition": Way.PREFERENCE}
"""The Firefoxes that honour ``xpinstall.signatures.required = false``."""


def browser_stands(parts: Offline, chosen: Sequence[Browser] | None = None) -> tuple[BrowserStand, ...]:
    """Return how each of ``chosen``, or of all that are installed, stands.

    Raises:
        RideauError: the app that runs does not answer.

    """
    manifests, known, data = host_manifests(parts), _AppKnows(parts), data_home(os.environ)
    own_side = own_profile(parts)
    return tuple(
        BrowserStand(
            id=each.id,
            name=each.name,
            program=str(each.program),
            package=each.package.value,
            host=manifests.stand(each).value,
            way=_way(each),
            extensions_page=_page(each),
            profiles={
                side: str(made_profile(data, each.id, side))
                for side in PROFILE_SIDES
                if made_profile(data, each.id, side).is_dir()
            },
            own_side=own_side,
            gate=known.gate(each),
            extensions=known.extensions(each),
        )
        for each in (installed_browsers(os.environ) if chosen is None else chosen)
    )


def host_manifests(parts: Offline) -> HostManifests:
    """Return what lets extensions reach Rideau."""
    return HostManifests(os.environ, parts.installations, launch_command(), extension_folder())


def own_profile(parts: Offline) -> Side:
    """Return the side of the profile that a browser has had all along."""
    try:
        return parts.settings_store.load().browsers.own_profile
    except SettingsError:
        return Settings().browsers.own_profile


class _AppKnows:
    """Hold what the running app knows of browsers: who came through the gate, whose extension is connected."""

    def __init__(self, parts: Offline) -> None:
        try:
            told = ask(parts.paths.control_socket, Request(Command.BROWSERS)).document
        except (NotRunningError, UsageError):  # none runs, or one that is too old to know
            told = None
        self._told: Mapping[str, object] = told if isinstance(told, dict) else {}

    def gate(self, browser: Browser) -> GateStand | None:
        found = [each for each in self._each("gate") if each.get("id") == browser.id]
        if not found:
            return None
        said = found[0]
        return GateStand(said.get("in_path") is True, str(said.get("reason", "")), str(said.get("remedy") or ""))

    def extensions(self, browser: Browser) -> tuple[str, ...] | None:
        if "extensions" not in self._told:
            return None
        there = (each for each in self._each("extensions") if each.get("browser") == browser.id)
        return tuple(str(each.get("version", "")) for each in there)

    def _each(self, key: str) -> list[dict[str, object]]:
        found = self._told.get(key)
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _way(browser: Browser) -> Way:
    if browser.package is not Package.NATIVE:
        return Way.SANDBOXED
    if browser.family is Family.CHROMIUM:
        return Way.UNPACKED
    return _UNSIGNED.get(browser.id, Way.SIGNED)


def _page(browser: Browser) -> str:
    if browser.family is Family.FIREFOX:
        return "about:debugging#/runtime/this-firefox"
    return f"{_PAGES.get(browser.id, 'chrome')}://extensions"
