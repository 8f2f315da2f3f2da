# SPDX-License-Identifier: MIT
"""What is in place in each installed browser, and how is it put there and taken away? Works without a running app."""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from rideau.adapters.control_protocol import Command, Request
from rideau.adapters.linux.autostart import launch_command
from rideau.adapters.linux.sites.browsers import Browser, Family, Package, installed_browsers
from rideau.adapters.linux.sites.host_manifests import HostManifests, can_reach_host
from rideau.adapters.linux.sites.profile_launchers import put_profile_launchers, remove_profile_launchers
from rideau.adapters.profiles import PROFILE_SIDES, data_home, made_profile
from rideau.adapters.resources import extension_folder
from rideau.cli.call import Call
from rideau.domain.error import NotRunningError, RideauError, UsageError
from rideau.domain.network import Side
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError
from rideau.wording.browser_listing import (
    BrowserStand,
    GateStand,
    Way,
    browser_lines,
    browsers_document,
)

_PAGES: Mapping[str, str] = {"brave": "brave", "edge": "edge", "vivaldi": "vivaldi", "opera": "opera"}
_UNSIGNED: Mapping[str, Way] = {"firefox-esr": Way.MANAGED, "firefox-devedition": Way.PREFERENCE}
"""The Firefoxes that honour ``xpinstall.signatures.required = false``."""


def browsers(call: Call) -> int:
    """List what is in place, or install or remove it."""
    is_known_here = sys.platform == "linux"
    if not is_known_here:
        raise RideauError(Text("Browsers are not set up yet on this system."))
    what = call.arguments.what
    if call.arguments.managed:
        if what == "list":
            raise UsageError(
                Text("--managed goes with “install” or “remove”."), Text("“rideau browsers” alone lists everything.")
            )
        return _managed(call)
    if what == "list":
        return _list(call)
    return _install(call) if what == "install" else _remove(call)


def _list(call: Call) -> int:
    stands, folder = _stands(call, _chosen(call)), str(extension_folder())
    call.say(browsers_document(call.words, stands, folder), browser_lines(call.words, stands, folder))
    return 0


def _install(call: Call) -> int:
    manifests, wanted = _manifests(call), _chosen(call)
    done = [_installed(call, manifests, each) for each in wanted]
    if not call.arguments.names:
        done += _launchers_put(call)
    stands, folder = _stands(call, wanted), str(extension_folder())
    call.say(browsers_document(call.words, stands, folder), [*done, "", *browser_lines(call.words, stands, folder)])
    return 0


def _installed(call: Call, manifests: HostManifests, browser: Browser) -> str:
    if not can_reach_host(browser):
        return call.words.text(
            "{browser}: nothing can be put there, its sandbox lets the extension reach no program outside.",
            browser=browser.name,
        )
    if manifests.install(browser):
        return call.words.text("{browser}: the extension can reach Rideau now.", browser=browser.name)
    return call.words.text("{browser}: everything is in place already.", browser=browser.name)


def _remove(call: Call) -> int:
    manifests, wanted = _manifests(call), _chosen(call)
    launchers = [] if call.arguments.names else _launchers_removed(call)  # the latest first: folders go when empty
    done = [*(_removed(call, manifests, each) for each in wanted), *launchers]
    call.say(browsers_document(call.words, _stands(call, wanted), str(extension_folder())), done)
    return 0


def _removed(call: Call, manifests: HostManifests, browser: Browser) -> str:
    if manifests.remove(browser):
        return call.words.text("{browser}: everything is as it was.", browser=browser.name)
    return call.words.text("{browser}: nothing was there.", browser=browser.name)


def _launchers_put(call: Call) -> list[str]:
    if not put_profile_launchers(os.environ, call.parts.installations, launch_command(), _own_profile(call)):
        return []
    return [call.words.text("Your menu has a browser for work and one for your personal life now.")]


def _launchers_removed(call: Call) -> list[str]:
    if not remove_profile_launchers(os.environ, call.parts.installations):
        return []
    return [call.words.text("The browsers for work and for your personal life are out of your menu.")]


def _managed(call: Call) -> int:
    """Have an administrator do it; loaded where one is to be asked only."""
    return int(import_module("rideau.cli.commands_managed").managed(call))


def _manifests(call: Call) -> HostManifests:
    return HostManifests(os.environ, call.parts.installations, launch_command(), extension_folder())


def _chosen(call: Call) -> tuple[Browser, ...]:
    """Return the browsers that were named, or all that are installed.

    Raises:
        UsageError: one that was named is not installed.

    """
    found = {each.id: each for each in installed_browsers(os.environ)}
    for name in call.arguments.names:
        if name not in found:
            raise UsageError(
                Text("No browser called “{name}” is installed here.", name=name),
                Text("Installed are: {browsers}.", browsers=", ".join(found)) if found else None,
            )
    return tuple(found[name] for name in call.arguments.names) or tuple(found.values())


def _stands(call: Call, chosen: Sequence[Browser]) -> list[BrowserStand]:
    manifests, known, data = _manifests(call), _AppKnows(call), data_home(os.environ)
    return [
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
            own_side=_own_profile(call),
            gate=known.gate(each),
            extensions=known.extensions(each),
        )
        for each in chosen
    ]


def _own_profile(call: Call) -> Side:
    try:
        return call.parts.settings.browsers.own_profile
    except SettingsError:
        return Settings().browsers.own_profile


class _AppKnows:
    """Hold what the running app knows of browsers: who came through the gate, whose extension is connected."""

    def __init__(self, call: Call) -> None:
        try:
            told = call.ask(Request(Command.BROWSERS)).document
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
