# SPDX-License-Identifier: MIT
"""Which of the installed browsers opens web addresses by default? The desktop's own lists say it.

Read as the MIME Applications Specification 1.0.1 has it (section 3): the first list that names a browser known here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rideau.adapters.atomic_file import read_limited
from rideau.adapters.linux.autostart import config_folders
from rideau.adapters.linux.sites.browsers import Browser
from rideau.adapters.profiles import data_home

_TYPES = ("x-scheme-handler/https", "x-scheme-handler/http", "text/html")
_GROUP = "[Default Applications]"


def default_browser(environment: Mapping[str, str], browsers: Sequence[Browser]) -> Browser | None:
    """Return the default among ``browsers``, or None where no list names one of them."""
    by_file = {browser.desktop_file: browser for browser in browsers if browser.desktop_file}
    for kind in _TYPES:
        for file in _lists(environment):
            named = next((by_file[name] for name in _defaults(file).get(kind, ()) if name in by_file), None)
            if named:
                return named
    return None


def _lists(environment: Mapping[str, str]) -> Iterator[Path]:
    """Yield the lists in the order of the specification; each desktop's own goes before the one for all."""
    desktops = [name.lower() for name in environment.get("XDG_CURRENT_DESKTOP", "").split(":") if name]
    shared = (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    data = (data_home(environment), *(Path(folder) for folder in shared if folder.startswith("/")))
    for folder in (*config_folders(environment), *(each / "applications" for each in data)):
        yield from (folder / f"{desktop}-mimeapps.list" for desktop in desktops if "/" not in desktop)
        yield folder / "mimeapps.list"


def _defaults(file: Path) -> dict[str, list[str]]:
    """Return the desktop files that ``file`` names per type, best first; nothing where it can't be read."""
    try:
        lines = read_limited(file).decode("utf-8", "replace").splitlines()
    except OSError:
        return {}
    found: dict[str, list[str]] = {}
    group = ""
    for line in map(str.strip, lines):
        if line.startswith("["):
            group = line
        elif group == _GROUP and (entry := re.fullmatch(r"([^#=\s][^=\s]*)\s*=\s*(.*)", line)):
            found.setdefault(entry[1], [name.strip() for name in entry[2].split(";") if name.strip()])
    return found
