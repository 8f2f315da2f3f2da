# SPDX-License-Identifier: MIT
"""How does a browser find the native host of Rideau's extension? By a manifest in a folder of its own."""

import base64
import json
import shlex
from collections.abc import Mapping, Sequence
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from rideau.adapters.atomic_file import read_limited
from rideau.adapters.installed_file import InstalledFiles
from rideau.adapters.linux.sites.browsers import Browser, Family, Package
from rideau.adapters.native_messages import NAME
from rideau.adapters.profiles import PROFILE_SIDES, data_home, made_profile
from rideau.domain.error import StorageError
from rideau.domain.text import Text
from rideau.ports.state import Ledger

CHROMIUM_HOSTS = "NativeMessagingHosts"
_FILE = f"{NAME}.json"
_WRAPPER = """#!/bin/sh
# Browsers start the native host of Rideau through this; "rideau browsers remove" takes it away.
exec {command} native-host "$@"
"""


class HostStand(StrEnum):
    """Name how the host stands in one browser."""

    IN_PLACE = "in-place"
    MISSING = "missing"
    OUTDATED = "outdated"
    """A manifest is there, and another than this Rideau's."""
    IMPOSSIBLE = "impossible"
    """The browser's sandbox lets it start no program outside."""


class ExtensionIds:
    """Know by which names browsers call the extension, from its own manifest."""

    def __init__(self, folder: Path) -> None:
        """Read the manifest in ``folder``.

        Raises:
            StorageError: it is not there, or not whole.

        """
        try:
            manifest = json.loads(read_limited(folder / "manifest.json"))
            self.chromium = chromium_id(manifest["key"])
            self.firefox = str(manifest["browser_specific_settings"]["gecko"]["id"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StorageError(
                Text("The browser extension in {folder} is not whole.", folder=folder), Text("Install Rideau again.")
            ) from error


def chromium_id(key: str) -> str:
    """Return the id that Chromium gives an extension with that public ``key``: 128 bits of its hash, in a to p."""
    digest = sha256(base64.b64decode(key)).hexdigest()[:32]
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))


class HostManifests:
    """Put the host's manifests into browsers' folders, and take them away."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger, command: Sequence[str], extension: Path) -> None:
        """Act in the folders of ``environment``'s person; ``command`` starts Rideau, ``extension`` is unpacked there.

        ``ledger`` is that of installations.
        """
        self._data = data_home(environment)
        self._files = InstalledFiles(ledger)
        self._command = tuple(command)
        self._extension = extension

    @property
    def wrapper(self) -> Path:
        """Return the program that the manifests name: a manifest can hold no words after a path."""
        return self._data / "rideau" / "native-host"

    def places(self, browser: Browser) -> tuple[Path, ...]:
        """Return where ``browser`` looks: in its own folder, and where Chromium started with a made profile does."""
        if browser.family is Family.FIREFOX:
            return (browser.hosts_folder / _FILE,)
        made = (made_profile(self._data, browser.id, side) for side in PROFILE_SIDES)
        folders = (browser.hosts_folder, *(each / CHROMIUM_HOSTS for each in made if each.is_dir()))
        return tuple(folder / _FILE for folder in folders)

    def install(self, browser: Browser) -> bool:
        """Put the manifest everywhere ``browser`` looks; return whether anything had to be done.

        Raises:
            StorageError: something could not be written; what was written is in the ledger.

        """
        manifest = self._manifest(browser)
        did = self._files.put(self.wrapper, self._wrapper_content(), is_program=True)
        for place in self.places(browser):
            did |= self._files.put(place, manifest)
        return did

    def follow(self, browser: Browser) -> None:
        """Put the manifest into profiles made since, where ``browser`` has one of ours already; else do nothing.

        Raises:
            StorageError: as ``install``.

        """
        if not self._ever(browser).isdisjoint(self._files.places()):
            self.install(browser)

    def remove(self, browser: Browser) -> bool:
        """Put back what was in each place before; with the last manifest the wrapper goes. Return whether any was.

        Raises:
            StorageError: something could not be written.

        """
        ours = [each for each in self._files.places() if each in self._ever(browser)]
        for place in ours:
            self._files.take_away(place)
        if not any(each.name == _FILE for each in self._files.places()):
            self._files.take_away(self.wrapper)
        return bool(ours)

    def stand(self, browser: Browser) -> HostStand:
        """Tell how the host stands in ``browser``."""
        if not can_reach_host(browser):
            return HostStand.IMPOSSIBLE
        places = self.places(browser)
        held = [_content(place) for place in places]
        if None in held or _content(self.wrapper) is None:
            return HostStand.MISSING
        is_ours = all(each == self._manifest(browser) for each in held)
        return HostStand.IN_PLACE if is_ours and self._is_wrapper_ours() else HostStand.OUTDATED

    def _ever(self, browser: Browser) -> frozenset[Path]:
        """Return where a manifest for ``browser`` may have been put; a made profile may be gone since."""
        made = (made_profile(self._data, browser.id, side) / CHROMIUM_HOSTS / _FILE for side in PROFILE_SIDES)
        return frozenset((browser.hosts_folder / _FILE, *made))

    def _is_wrapper_ours(self) -> bool:
        return _content(self.wrapper) == self._wrapper_content()

    def _wrapper_content(self) -> bytes:
        return _WRAPPER.format(command=shlex.join(self._command)).encode("utf-8", "surrogateescape")

    def _manifest(self, browser: Browser) -> bytes:
        ids = ExtensionIds(self._extension)
        allowed: dict[str, object] = (
            {"allowed_extensions": [ids.firefox]}
            if browser.family is Family.FIREFOX
            else {"allowed_origins": [f"chrome-extension://{ids.chromium}/"]}
        )
        manifest = {"name": NAME, "description": "Rideau", "path": str(self.wrapper), "type": "stdio", **allowed}
        return (json.dumps(manifest, indent=2) + "\n").encode()


def can_reach_host(browser: Browser) -> bool:
    """Tell whether ``browser`` can start a program outside its sandbox at all.

    Firefox does from Snap and, since 157, from Flatpak, through a portal of the desktop's where that is installed
    (bugzilla.mozilla.org 1661935, 1955255); Chromium's family has no such way.
    """
    return browser.package is Package.NATIVE or browser.family is Family.FIREFOX


def _content(path: Path) -> bytes | None:
    try:
        return read_limited(path)
    except OSError:
        return None
