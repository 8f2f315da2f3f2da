# SPDX-License-Identifier: MIT
"""How may the windows and the cgroups of an installed app be called?"""

import re
from pathlib import Path

from rideau.adapters.linux.apps.app_programs import Found
from rideau.adapters.linux.apps.desktop_entries import DesktopEntry
from rideau.domain.app import InstalledApp
from rideau.domain.program_names import is_runtime
from rideau.domain.safety import why_barred

_LAUNCHERS = ("gnome", "KDE", "kde", "sway", "Hyprland", "niri", "cosmic", "dde", "cinnamon", "mate", "budgie", "xfce")
"""Who puts the apps that they start into a cgroup of their own (systemd, "Desktop environments")."""


def window_classes(entry: DesktopEntry, found: Found) -> tuple[str, ...]:
    """Return what its windows may be called; a name that many apps share tells nothing."""
    named = (entry.window_class, found.web_class, entry.id)
    return tuple(dict.fromkeys(each for each in named if each and not is_runtime(each) and not why_barred(each)))


def program_to_come(path: str) -> tuple[InstalledApp, tuple[str, ...]]:
    """Return the app that an executable will be which is not there yet."""
    name = Path(path).name
    barred = (path,) if why_barred(name) else ()
    return InstalledApp(path, name, programs=() if barred else (path,)), barred


def units(app: InstalledApp) -> tuple[str, ...]:
    """Return how the names of its cgroups begin (systemd.io, "Desktop environment integration")."""
    if app.flatpak:
        return (f"app-flatpak-{_escaped(app.flatpak)}-",)
    if app.snap:
        return (f"snap.{app.snap}.",)
    if not app.file or not (app.programs or app.marks):  # a web app's cgroup is its browser's
        return ()
    name = _escaped(app.id)
    launched = tuple(f"app-{launcher}-{name}-" for launcher in _LAUNCHERS)
    return launched if name in _LAUNCHERS else (*launched, f"app-{name}-", f"app-{name}@")


def _escaped(name: str) -> str:
    """Return ``name`` as systemd writes it in a unit's name."""
    kept = re.sub(r"[^A-Za-z0-9:_.]", lambda found: "".join(f"\\x{byte:02x}" for byte in found[0].encode()), name)
    return f"\\x2e{kept[1:]}" if kept.startswith(".") else kept
