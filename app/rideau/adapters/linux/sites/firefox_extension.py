# SPDX-License-Identifier: MIT
"""How does Firefox come to the extension without a store, and how is it rid of it again?

A policy installs it in every profile, and when the policy goes, it stays there: Firefox (ESR 153) forgets it at its
next start once its file is gone.
"""

import io
import json
import logging
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from rideau.adapters.atomic_file import NotARegularFileError, read_limited
from rideau.adapters.linux.sites.browsers import Family, installed_browsers
from rideau.adapters.linux.sites.gate_facts import firefox_profiles
from rideau.adapters.linux.sites.policy_helper import FIREFOX_ID, MOST_PACKAGE, PACKAGE
from rideau.adapters.profiles import PROFILE_SIDES, data_home, made_profile

log = logging.getLogger(__name__)

_MANIFEST = "manifest.json"
_WHEN = (1980, 1, 1, 0, 0, 0)


def packed(extension: Path) -> bytes:
    """Return the folder ``extension`` as a package that Firefox installs, the same for the same files.

    It has one background for all windows: Firefox keeps what asks for two out of private ones.
    """
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(each for each in extension.rglob("*") if each.is_file()):
            name, content = file.relative_to(extension).as_posix(), file.read_bytes()
            archive.writestr(zipfile.ZipInfo(name, _WHEN), _manifest(content) if name == _MANIFEST else content)
    return package.getvalue()


def installed_package() -> bytes | None:
    """Return the package that an administrator put down, if there is one."""
    try:
        return read_limited(Path("/", PACKAGE), MOST_PACKAGE)
    except OSError:
        return None


def take_out(environment: Mapping[str, str], package: bytes) -> None:
    """Take ``package`` out of the Firefox profiles of ``environment``'s person; another version stays."""
    for profile in _profiles(environment):
        file = profile / "extensions" / f"{FIREFOX_ID}.xpi"
        with suppress(FileNotFoundError, NotADirectoryError):
            try:
                if read_limited(file, MOST_PACKAGE) == package:
                    file.unlink()
            except (PermissionError, NotARegularFileError) as error:
                log.warning("The extension stays in %s: %s", profile, error)


def _profiles(environment: Mapping[str, str]) -> Iterator[Path]:
    data = data_home(environment)
    for browser in installed_browsers(environment):
        if browser.family is Family.FIREFOX:
            yield from firefox_profiles(browser.profile_root)
            yield from (made_profile(data, browser.id, side) for side in PROFILE_SIDES)


def _manifest(raw: bytes) -> bytes:
    manifest = json.loads(raw)
    for name in ("key", "minimum_chrome_version"):
        manifest.pop(name, None)
    manifest["incognito"] = "spanning"
    manifest["background"].pop("service_worker", None)
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode()
