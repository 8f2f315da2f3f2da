# SPDX-License-Identifier: MIT
"""What is in place in each installed browser, and how is it put there and taken away? Works without a running app."""

import os
import sys
from importlib import import_module

from rideau.adapters.linux.autostart import launch_command
from rideau.adapters.linux.sites.browsers import Browser, installed_browsers
from rideau.adapters.linux.sites.host_manifests import HostManifests, can_reach_host
from rideau.adapters.linux.sites.profile_launchers import put_profile_launchers, remove_profile_launchers
from rideau.adapters.resources import extension_folder
from rideau.bootstrap.browsers import browser_stands, host_manifests, own_profile
from rideau.cli.call import Call
from rideau.domain.error import RideauError, UsageError
from rideau.domain.text import Text
from rideau.wording.browser_listing import browser_lines, browsers_document


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
    stands, folder = browser_stands(call.parts, _chosen(call)), str(extension_folder())
    call.say(browsers_document(call.words, stands, folder), browser_lines(call.words, stands, folder))
    return 0


def _install(call: Call) -> int:
    manifests, wanted = host_manifests(call.parts), _chosen(call)
    done = [_installed(call, manifests, each) for each in wanted]
    if not call.arguments.names:
        done += _launchers_put(call)
    stands, folder = browser_stands(call.parts, wanted), str(extension_folder())
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
    manifests, wanted = host_manifests(call.parts), _chosen(call)
    launchers = [] if call.arguments.names else _launchers_removed(call)  # the latest first: folders go when empty
    done = [*(_removed(call, manifests, each) for each in wanted), *launchers]
    call.say(browsers_document(call.words, browser_stands(call.parts, wanted), str(extension_folder())), done)
    return 0


def _removed(call: Call, manifests: HostManifests, browser: Browser) -> str:
    if manifests.remove(browser):
        return call.words.text("{browser}: everything is as it was.", browser=browser.name)
    return call.words.text("{browser}: nothing was there.", browser=browser.name)


def _launchers_put(call: Call) -> list[str]:
    if not put_profile_launchers(os.environ, call.parts.installations, launch_command(), own_profile(call.parts)):
        return []
    return [call.words.text("Your menu has a browser for work and one for your private life now.")]


def _launchers_removed(call: Call) -> list[str]:
    if not remove_profile_launchers(os.environ, call.parts.installations):
        return []
    return [call.words.text("The browsers for work and for your private life are out of your menu.")]


def _managed(call: Call) -> int:
    """Have an administrator do it; loaded where one is to be asked only."""
    return int(import_module("rideau.cli.commands_managed").managed(call))


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
