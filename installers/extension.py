# SPDX-License-Identifier: MIT  # noqa: INP001 - a script, not a module
"""How does the browser extension become what stores and developers take? ``python installers/extension.py FOLDER``.

The same source makes the same bytes: files sorted, times fixed, nothing of this machine.
"""

import json
import shutil
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parents[1] / "app/extension"
MANIFEST = "manifest.json"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time every file bears; a zip knows none before."""
PLAIN_FILE = 0o100644 << 16

Manifest = dict[str, Any]


def for_chromium(manifest: Manifest) -> Manifest:
    """Return the manifest for Chromium's stores: they give the id, so the key stays out."""
    return _without(manifest, "key", "browser_specific_settings")


def for_firefox(manifest: Manifest) -> Manifest:
    """Return the manifest for Firefox: one background for all windows, since it knows no other in private ones."""
    return _without(manifest, "key", "minimum_chrome_version") | {
        "incognito": "spanning",
        "background": _without(manifest["background"], "service_worker"),
    }


def pack(folder: Path, source: Path = SOURCE) -> tuple[Path, ...]:
    """Make everything below ``folder`` and return what was made.

    The zip for Chromium's stores, the xpi for Firefox, and the two unpacked, for developers: Chromium's with the key,
    so that its id stays the one that Rideau's native host lets in.
    """
    files = {path.relative_to(source).as_posix(): path.read_bytes() for path in source.rglob("*") if path.is_file()}
    version = json.loads(files[MANIFEST])["version"]
    folder.mkdir(parents=True, exist_ok=True)
    return (
        _zipped(folder / f"rideau-{version}-chromium.zip", _with(for_chromium, files)),
        _zipped(folder / f"rideau-{version}-firefox.xpi", _with(for_firefox, files)),
        _unpacked(folder / "chromium", files),
        _unpacked(folder / "firefox", _with(for_firefox, files)),
    )


def _without(table: Manifest, *keys: str) -> Manifest:
    return {key: value for key, value in table.items() if key not in keys}


def _with(change: Callable[[Manifest], Manifest], files: Mapping[str, bytes]) -> dict[str, bytes]:
    manifest = json.dumps(change(json.loads(files[MANIFEST])), indent=2, ensure_ascii=False) + "\n"
    return {**files, MANIFEST: manifest.encode()}


def _zipped(target: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.external_attr = PLAIN_FILE
            entry.create_system = 3  # Unix, wherever it is packed
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED, 9)
    return target


def _unpacked(target: Path, files: Mapping[str, bytes]) -> Path:
    before = target / MANIFEST
    if before.exists() and json.loads(before.read_bytes()).get("name") == json.loads(files[MANIFEST])["name"]:
        shutil.rmtree(target)  # what this script made before; nobody else's folder is touched
    for name, content in files.items():
        file = target / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return target


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and one folder
        sys.exit("usage: python installers/extension.py FOLDER")
    for made in pack(Path(sys.argv[1])):
        print(made)  # noqa: T201 - a script for people
