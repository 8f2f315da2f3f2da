# SPDX-License-Identifier: MIT
"""What is in a browser profile that Rideau makes, and with which words is the browser started on it? (SPEC P3).

A new profile gets a name and a colour, as first values: the browser shows them, and the person changes them at will.
Nothing in it is written a second time.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from rideau.adapters.atomic_file import make_private_folder, replace_file, storage_error
from rideau.adapters.linux.sites.browsers import Browser, Family, Package
from rideau.adapters.private_folder import private_folder
from rideau.domain.network import Side

COLOURS: Mapping[Side, str] = MappingProxyType({Side.WORK: "#4F8A75", Side.PERSONAL: "#7A68B3"})
"""Those of the icons: the green of work, the dusk of private life."""

_OPAQUE = 0xFF000000
_SIGNED = 1 << 32
_VIBRANT = 3
_FIREFOX_PREFERENCES = """\
// First values of a profile that Rideau made; Firefox goes on from here.
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("toolkit.legacyUserProfileCustomizations.stylesheets", true);
"""
_FIREFOX_LINE = """\
/* The coloured line that tells this profile from your other one; delete this file to be without it. */
#navigator-toolbox {{ border-top: 4px solid {colour} !important; }}
"""


class Way(NamedTuple):
    """Hold how a browser is started on a made profile."""

    browser: Browser
    folder: Path
    window_class: str
    """What panels know its windows by: ``rideau-browser-work``."""
    pac_url: str = ""
    """The way to the gate, where the browser would not find it by itself."""


def can_be_made(browser: Browser) -> bool:
    """Tell whether ``browser`` reaches a folder of ours: the sandboxes of Flatpak and Snap keep it out."""
    return browser.package is Package.NATIVE


def make_profile(folder: Path, browser: Browser, side: Side, name: str) -> bool:
    """Make ``folder`` a new profile of ``browser`` called ``name``; one that is there stays as it is.

    Return whether it was made now.

    Raises:
        StorageError: it could not be written, or is not a folder of this person's.

    """
    is_new = not folder.exists()
    try:
        make_private_folder(folder.parent)
    except OSError as error:
        raise storage_error(folder, error) from error
    private_folder(folder)
    if is_new:
        first = _firefox_files(side) if browser.family is Family.FIREFOX else _chromium_files(side, name)
        for place, content in first.items():
            replace_file(folder / place, content.encode())
    return is_new


def made_command(way: Way, url: str = "") -> tuple[str, ...]:
    """Return the words that start a browser on a made profile, or open ``url`` where it runs on that one already.

    Neither browser lets a running one of another profile answer: both look for one that has this folder open.
    """
    page = (url,) if url else ()
    if way.browser.family is Family.FIREFOX:
        named = ("--name", way.window_class, "--class", way.window_class)
        return (str(way.browser.program), "--profile", str(way.folder), *named, *page)
    routed = (f"--proxy-pac-url={way.pac_url}",) if way.pac_url else ()
    return (
        str(way.browser.program),
        f"--user-data-dir={way.folder}",
        f"--class={way.window_class}",
        "--no-first-run",
        "--no-default-browser-check",
        *routed,
        *page,
    )


def own_command(browser: Browser, url: str = "") -> tuple[str, ...]:
    """Return the words that start ``browser`` on the profile it has had all along."""
    return (str(browser.program), *((url,) if url else ()))


def _chromium_files(side: Side, name: str) -> dict[str, str]:
    colour = (int(COLOURS[side].removeprefix("#"), 16) | _OPAQUE) - _SIGNED
    theme = {"user_color2": colour, "color_variant2": _VIBRANT, "user_color": colour, "color_variant": _VIBRANT}
    known = {"name": name, "is_using_default_name": False}
    preferences = {
        "browser": {"theme": theme},
        "extensions": {"theme": {"id": "user_color_theme_id"}},
        "profile": {"name": name},
    }
    state = {"profile": {"info_cache": {"Default": known}, "profiles_order": ["Default"]}}
    return {"Default/Preferences": json.dumps(preferences), "Local State": json.dumps(state)}


def _firefox_files(side: Side) -> dict[str, str]:
    line = _FIREFOX_LINE.format(colour=COLOURS[side])
    return {"prefs.js": _FIREFOX_PREFERENCES, "chrome/userChrome.css": line}
