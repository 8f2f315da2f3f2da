# SPDX-License-Identifier: MIT
"""Is this installation whole, and what does the desktop around it offer? For ``rideau self-test`` and packagers."""

import gettext
import sys
from collections.abc import Mapping
from pathlib import Path

from rideau.adapters.keyring_probe import keyring_probe
from rideau.adapters.resources import resources_folder
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text
from rideau.wording.words import LANGUAGES

NEEDED = frozenset({"resources", "translations", "display"})
"""Without these Rideau cannot do its work; the rest is said and is no failure."""

_NAMES = {"fr": "Français"}
"""What speakers of a language call it."""

_FOLDERS = ("icons", "networks", "translations")


def installation_probes(environ: Mapping[str, str], resources: Path | None = None) -> tuple[Probe, ...]:
    """Return one probe each for resources, translations, keyring, display, tray and notifications; never raises."""
    folder = resources or resources_folder()
    return (
        _resources(folder),
        _translations(folder / "translations"),
        keyring_probe(),
        *_around(environ),
    )


def _resources(folder: Path) -> Probe:
    missing = [name for name in _FOLDERS if not _is_readable(folder / name)]
    if missing:
        reason = Text("Missing or not readable in {folder}: {names}.", folder=folder, names=", ".join(missing))
        return Probe("resources", Text("Resources"), Fitness.MISSING, reason, Text("Install Rideau again."))
    return Probe("resources", Text("Resources"), Fitness.WORKS, Text("All there, in {folder}.", folder=folder))


def _is_readable(folder: Path) -> bool:
    """Tell whether ``folder`` holds files, each of which can be read."""
    try:
        files = [each for each in folder.rglob("*") if each.is_file()]
        for each in files:
            each.open("rb").close()
    except OSError:
        return False
    return bool(files)


def _translations(folder: Path) -> Probe:
    wanted = [language for language in LANGUAGES if language != "en"]
    missing = [language for language in wanted if not _is_compiled(folder, language)]
    if missing:
        reason = Text("Not compiled: {names}.", names=", ".join(missing))
        return Probe("translations", Text("Translations"), Fitness.MISSING, reason, Text("Install Rideau again."))
    said = Text("English, {names}.", names=", ".join(_NAMES.get(each, each) for each in wanted))
    return Probe("translations", Text("Translations"), Fitness.WORKS, said)


def _is_compiled(folder: Path, language: str) -> bool:
    try:
        return bool(gettext.translation("rideau", folder, [language]).info())
    except (OSError, ValueError):
        return False


def _around(environ: Mapping[str, str]) -> tuple[Probe, ...]:
    """Return how the desktop stands; elsewhere than on Linux there always is one, and it has all of this."""
    probes: tuple[Probe, ...] = ()
    if sys.platform == "linux":
        from rideau.adapters.linux.desktop_probe import desktop_probes  # noqa: PLC0415 - exists for Linux alone

        probes = desktop_probes(environ)
    return probes
