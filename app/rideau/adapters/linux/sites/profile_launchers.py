# SPDX-License-Identifier: MIT
"""How do the two sides of life get into the desktop's menu? As a launcher each, with an icon of its own.

They start ``rideau browse work`` and ``rideau browse personal``: which browser, and which of its profiles that is, is
settled when they are clicked. They stay until they are taken away, so they are in the ledger of installations.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from rideau.adapters.atomic_file import read_limited, storage_error
from rideau.adapters.installed_file import InstalledFiles
from rideau.adapters.linux.autostart import quoted
from rideau.adapters.profiles import PROFILE_SIDES, data_home
from rideau.adapters.resources import resources_folder
from rideau.domain.change import Outcome
from rideau.domain.network import Side
from rideau.ports.state import Ledger

_ICON_SIZES = ("scalable", "22x22", "16x16")
_NAMES: Mapping[Side, tuple[str, ...]] = MappingProxyType(
    {
        Side.WORK: (
            "Name=Work Browser",
            "Name[fr]=Navigateur du travail",
            "GenericName=Web Browser",
            "GenericName[fr]=Navigateur web",
            "Comment=Your browser with its work profile: closed when your shop is",
            "Comment[fr]=Votre navigateur, profil de travail\u202f: fermé quand la boutique l\u2019est",
            "Keywords=work;office;browser;profile;rideau;",
            "Keywords[fr]=travail;bureau;navigateur;profil;rideau;",
        ),
        Side.PERSONAL: (
            "Name=Personal Browser",
            "Name[fr]=Navigateur personnel",
            "GenericName=Web Browser",
            "GenericName[fr]=Navigateur web",
            "Comment=Your browser with its personal profile: yours at any hour",
            "Comment[fr]=Votre navigateur, profil personnel\u202f: à vous à toute heure",
            "Keywords=private;home;browser;profile;rideau;",
            "Keywords[fr]=privé;maison;navigateur;profil;rideau;",
        ),
    }
)


def window_class(side: Side) -> str:
    """Return the name of the launcher of ``side``, of its icon, and of the windows of a profile made for it."""
    return f"rideau-browser-{side.value}"


def launcher_text(side: Side, command: Sequence[str], *, is_own: bool) -> str:
    """Return the desktop file of ``side``; ``command`` starts Rideau.

    A browser's own profile (``is_own``) keeps the browser's own windows, which belong to the browser's own launcher.
    """
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.4",
        *_NAMES[side],
        f"Exec={' '.join(map(quoted, command))} browse {side.value} %u",
        "TryExec=" + command[0].replace("\\", "\\\\"),
        f"Icon={window_class(side)}",
        "Terminal=false",
        "StartupNotify=true",
        *(() if is_own else (f"StartupWMClass={window_class(side)}",)),
        "Categories=Network;WebBrowser;",
    ]
    return "\n".join(lines) + "\n"


def put_profile_launchers(environment: Mapping[str, str], ledger: Ledger, command: Sequence[str], own: Side) -> bool:
    """Put both launchers and their icons into the menu of ``environment``'s person; tell whether anything was to do.

    ``ledger`` is that of installations, ``command`` starts Rideau, ``own`` is the side of the browsers' own profiles.
    A launcher that the person changed since stays as they have it.

    Raises:
        StorageError: something could not be written; what was written is in the ledger.

    """
    files, did = InstalledFiles(ledger), False
    for side in PROFILE_SIDES:
        for place, icon in zip(_icon_places(environment, side), _icons(side), strict=True):
            did |= files.put(place, icon, is_yielding=True)
        text = launcher_text(side, command, is_own=side is own)
        content = text.encode("utf-8", "surrogateescape")
        did |= files.put(_launcher_place(environment, side), content, is_yielding=True)
    return did


def remove_profile_launchers(environment: Mapping[str, str], ledger: Ledger) -> bool:
    """Take away what ``put_profile_launchers`` put down, and put back what was there; tell whether anything was.

    The profiles themselves are the person's, and stay.

    Raises:
        StorageError: something could not be written.

    """
    files = InstalledFiles(ledger)
    ours = {place for side in PROFILE_SIDES for place in _places(environment, side)}
    outcomes = [files.take_away(place) for place in reversed(files.places()) if place in ours]
    return Outcome.RESTORED in outcomes


def _places(environment: Mapping[str, str], side: Side) -> Iterator[Path]:
    yield from _icon_places(environment, side)
    yield _launcher_place(environment, side)


def _launcher_place(environment: Mapping[str, str], side: Side) -> Path:
    return data_home(environment) / "applications" / f"{window_class(side)}.desktop"


def _icon_places(environment: Mapping[str, str], side: Side) -> tuple[Path, ...]:
    icons = data_home(environment) / "icons/hicolor"
    return tuple(icons / size / "apps" / f"{window_class(side)}.svg" for size in _ICON_SIZES)


def _icons(side: Side) -> Iterator[bytes]:
    for size in _ICON_SIZES:
        icon = resources_folder() / "icons/hicolor" / size / "apps" / f"{window_class(side)}.svg"
        try:
            yield read_limited(icon)
        except OSError as error:
            raise storage_error(icon, error) from error
