# SPDX-License-Identifier: MIT
"""How does a person open a page on one side of their life? The browser takes this process's place."""

import os
import sys
from typing import NoReturn

from rideau.adapters.linux.sites.browsers import Browser, Family, installed_browsers
from rideau.adapters.linux.sites.default_browser import default_browser
from rideau.adapters.linux.sites.made_profiles import Way, can_be_made, made_command, make_profile, own_command
from rideau.adapters.linux.sites.profile_launchers import window_class
from rideau.adapters.profiles import data_home, made_profile
from rideau.cli.call import Call
from rideau.domain.error import RideauError, UsageError
from rideau.domain.network import Side
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError


def browse(call: Call) -> NoReturn:
    """Start a browser on the side that was asked for; this process is the browser from then on."""
    side = Side(call.arguments.side)
    url = checked_url(call.arguments.url or "")
    is_own = side is _settings(call).browsers.own_profile
    browser = _chosen(call.arguments.browser or "", is_own=is_own)
    command = own_command(browser, url) if is_own else _made_command(call, browser, side, url)
    sys.stdout.flush()
    try:
        os.execv(command[0], command)  # noqa: S606 - a browser found on PATH, its words checked or our own
    except OSError as error:
        raise RideauError(
            Text("{browser} could not be started: {why}.", browser=browser.name, why=error.strerror or error)
        ) from error


def checked_url(said: str) -> str:
    """Return ``said`` as a web address that no browser takes for an option or a file; empty stays empty.

    Raises:
        UsageError: it is none.

    """
    if not said:
        return ""
    from rideau.adapters.idna_names import to_ascii  # noqa: PLC0415 - wanted where there is an address only
    from rideau.domain.host import parse_target  # noqa: PLC0415 - as above

    if said.startswith(("-", "/", "\\")) or any(each.isspace() or not each.isprintable() for each in said):
        raise _no_address(said)
    try:
        scheme = parse_target(said, to_ascii).scheme
    except UsageError as error:  # it knows ids of apps, too, which are no page
        raise _no_address(said) from error
    if scheme not in {"", "http", "https"} or (scheme and not said.lower().startswith(f"{scheme}://")):
        raise _no_address(said)
    return said if scheme else f"https://{said}"


def _settings(call: Call) -> Settings:
    """Return the settings, or, where they do not hold, the last good ones: a menu entry has nobody to complain to."""
    try:
        return call.parts.settings
    except SettingsError:
        return call.parts.settings_store.last_good()


def _chosen(name: str, *, is_own: bool) -> Browser:
    """Return the browser called ``name``, else the default one, else the first that can do it."""
    installed = installed_browsers(os.environ)
    if name:
        chosen = next((each for each in installed if name.lower() in {each.id, each.name.lower()}), None)
        if chosen is None:
            raise _unknown(name, installed)
        if not is_own and not can_be_made(chosen):
            raise _walled_in(chosen)
        return chosen
    able = [each for each in installed if is_own or can_be_made(each)]
    default = default_browser(os.environ, able)
    if default or able:
        return default or able[0]
    if installed:
        raise _walled_in(installed[0])
    raise RideauError(
        Text("No browser that Rideau knows is installed here."), Text("Install Firefox or Chromium, then try again.")
    )


def _made_command(call: Call, browser: Browser, side: Side, url: str) -> tuple[str, ...]:
    folder = made_profile(data_home(os.environ), browser.id, side)
    name = call.words.text("Work") if side is Side.WORK else call.words.text("Personal")
    is_new = make_profile(folder, browser, side, name)
    pac_url = ""
    if browser.family is Family.CHROMIUM:
        pac_url = _pac_url(call)
        if is_new:
            _let_reach_host(call, browser)
    return made_command(Way(browser, folder, window_class(side), pac_url), url)


def _pac_url(call: Call) -> str:
    from rideau.adapters.linux.sites.pac_in_force import pac_to_name  # noqa: PLC0415 - speaks of the bus; Chromium's alone

    return pac_to_name(os.environ, call.parts.ledger)


def _let_reach_host(call: Call, browser: Browser) -> None:
    """Put the native host's manifest into a new profile where the browser's own has it: Chromium looks there alone."""
    from rideau.adapters.linux.autostart import launch_command  # noqa: PLC0415 - once in a profile's life
    from rideau.adapters.linux.sites.host_manifests import HostManifests  # noqa: PLC0415 - as above
    from rideau.adapters.resources import extension_folder  # noqa: PLC0415 - as above

    HostManifests(os.environ, call.parts.installations, launch_command(), extension_folder()).follow(browser)


def _no_address(said: str) -> UsageError:
    return UsageError(
        Text("“{said}” is not a web address.", said=said), Text("Write it as https://example.org/page, or example.org.")
    )


def _unknown(name: str, installed: tuple[Browser, ...]) -> UsageError:
    known = ", ".join(each.id for each in installed)
    remedy = Text("Installed are: {browsers}.", browsers=known) if known else None
    return UsageError(Text("No browser called “{name}” is installed here.", name=name), remedy)


def _walled_in(browser: Browser) -> RideauError:
    return RideauError(
        Text(
            "{browser} is walled in by its package, so it can't have a second profile of Rideau's.",
            browser=browser.name,
        ),
        Text("Install it from your distribution's own packages, or name another with --browser."),
    )
