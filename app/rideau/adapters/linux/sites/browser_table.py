# SPDX-License-Identifier: MIT
"""What is known of each browser, wherever it is installed? Data: names, folders, packages.

The folders are those the browsers' own sources and packages name; for Chromium and Firefox they were seen in use.
"""

from enum import StrEnum
from typing import NamedTuple


class Family(StrEnum):
    """Name the engine: it decides the command line, the manifests and the policies."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"


class KnownBrowser(NamedTuple):
    """Hold what is known of a browser before it is looked for."""

    id: str
    name: str
    family: Family
    programs: tuple[str, ...]
    profile_root: str
    """Under the configuration folder (Chromium) or the home (Firefox)."""
    policies: str
    desktop_files: tuple[str, ...]
    executable: str
    """A pattern that the path of the running executable matches (``/proc/<pid>/exe``)."""
    flatpak: str = ""
    snap: str = ""


_C, _F = Family.CHROMIUM, Family.FIREFOX
KNOWN = (
    KnownBrowser(
        "chromium",
        "Chromium",
        _C,
        ("chromium", "chromium-browser"),
        "chromium",
        "chromium/policies/managed",
        ("chromium.desktop", "chromium-browser.desktop", "org.chromium.Chromium.desktop"),
        r"chromium[^/]*/chrom(e|ium|ium-browser)$",
        "org.chromium.Chromium",
        "chromium",
    ),
    KnownBrowser(
        "chrome",
        "Google Chrome",
        _C,
        ("google-chrome-stable", "google-chrome"),
        "google-chrome",
        "opt/chrome/policies/managed",
        ("google-chrome.desktop", "com.google.Chrome.desktop"),
        r"/(google|extra)(/chrome[^/]*)?/chrome$",
        "com.google.Chrome",
    ),
    KnownBrowser(
        "brave",
        "Brave",
        _C,
        ("brave-browser", "brave-browser-stable", "brave"),
        "BraveSoftware/Brave-Browser",
        "brave/policies/managed",
        ("brave-browser.desktop", "com.brave.Browser.desktop"),
        r"/brave[^/]*/brave$",
        "com.brave.Browser",
        "brave",
    ),
    KnownBrowser(
        "edge",
        "Microsoft Edge",
        _C,
        ("microsoft-edge-stable", "microsoft-edge"),
        "microsoft-edge",
        "opt/edge/policies/managed",
        ("microsoft-edge.desktop", "com.microsoft.Edge.desktop"),
        r"/(ms)?edge/(msedge|edge)$",
        "com.microsoft.Edge",
    ),
    KnownBrowser(
        "vivaldi",
        "Vivaldi",
        _C,
        ("vivaldi-stable", "vivaldi"),
        "vivaldi",
        "opt/vivaldi/policies/managed",
        ("vivaldi-stable.desktop", "com.vivaldi.Vivaldi.desktop"),
        r"/vivaldi[^/]*/vivaldi(-bin)?$",
        "com.vivaldi.Vivaldi",
        "vivaldi",
    ),
    KnownBrowser(
        "opera",
        "Opera",
        _C,
        ("opera", "opera-stable"),
        "opera",
        "opt/opera/policies/managed",
        ("opera.desktop", "com.opera.Opera.desktop"),
        r"/opera[^/]*/opera$",
        "com.opera.Opera",
        "opera",
    ),
    KnownBrowser(
        "firefox-esr",
        "Firefox ESR",
        _F,
        ("firefox-esr",),
        ".mozilla/firefox",
        "firefox/policies",
        ("firefox-esr.desktop",),
        r"/firefox-esr[^/]*/firefox(-esr|-bin)?$",
    ),
    KnownBrowser(
        "firefox",
        "Firefox",
        _F,
        ("firefox",),
        ".mozilla/firefox",
        "firefox/policies",
        ("firefox.desktop", "org.mozilla.firefox.desktop"),
        r"/firefox/firefox(-bin)?$",
        "org.mozilla.firefox",
        "firefox",
    ),
    KnownBrowser(
        "firefox-devedition",
        "Firefox Developer Edition",
        _F,
        ("firefox-devedition", "firefox-developer-edition"),
        ".mozilla/firefox",
        "firefox/policies",
        ("firefox-devedition.desktop", "firefox-developer-edition.desktop"),
        r"/firefox-dev[^/]*/firefox(-bin)?$",
    ),
    KnownBrowser(
        "librewolf",
        "LibreWolf",
        _F,
        ("librewolf",),
        ".librewolf",
        "librewolf/policies",
        ("librewolf.desktop",),
        r"/librewolf/librewolf(-bin)?$",
        "io.gitlab.librewolf-community",
    ),
)
