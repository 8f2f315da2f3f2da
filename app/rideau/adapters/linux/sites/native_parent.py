# SPDX-License-Identifier: MIT
"""Which browser started this host, and which side of life is its launcher for? Linux tells in /proc (proc(5))."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rideau.adapters.linux.sites.browsers import Browser, Family, browser_running, installed_browsers
from rideau.adapters.native_host import Parent
from rideau.adapters.profiles import PROFILE_SIDES, data_home, made_profile
from rideau.domain.door import Profile
from rideau.domain.network import Side

_PROC = Path("/proc")
_FLAGS: Mapping[Family, tuple[str, ...]] = {
    Family.CHROMIUM: ("--user-data-dir",),
    Family.FIREFOX: ("--profile", "-profile"),
}
_MOST_GENERATIONS = 4
"""A wrapper or two of a sandbox may stand between a browser and its host."""

OwnProfile = Callable[[], Side]


def parent_browser(environment: Mapping[str, str], own_profile: OwnProfile, parent: int, proc: Path = _PROC) -> Parent:
    """Return the browser that process ``parent`` is, or works for.

    ``own_profile`` is asked only where Rideau made that browser a profile.
    """
    browsers = installed_browsers(environment)
    pid = first = parent
    for _ in range(_MOST_GENERATIONS):
        if browser := browser_running(_executable(proc, pid), browsers):
            profile = launched_as(_words(proc, pid), browser, data_home(environment), own_profile)
            return Parent(pid, browser.id, profile)
        pid = _parent_of(proc, pid)
        if pid <= 1:
            break
    return Parent(first)


def launched_as(words: Sequence[str], browser: Browser, data: Path, own_profile: OwnProfile) -> Profile:
    """Return the side that the command line ``words`` put ``browser`` on.

    A profile that Rideau made is on the side it was made for; where there is such a one, the browser's own is on the
    side that the settings say; where there is none, nobody said anything.
    """
    side = next(
        (each for each in PROFILE_SIDES if _is_named(words, browser, made_profile(data, browser.id, each))), None
    )
    if side is None and any(made_profile(data, browser.id, each).is_dir() for each in PROFILE_SIDES):
        side = own_profile()
    return Profile.NONE if side is None else Profile(side.value)


def _is_named(words: Sequence[str], browser: Browser, folder: Path) -> bool:
    """Tell whether ``folder`` is the profile that ``words`` ask for.

    Chromium may write its words anew with blanks between them (seen with 156), so they are looked at as one text.
    """
    said = f" {' '.join(words)} "
    flags = (f" {flag}{glue}{folder}" for flag in _FLAGS[browser.family] for glue in "= ")
    return any(f"{flag}{end}" in said for flag in flags for end in (" ", "/ "))


def _executable(proc: Path, pid: int) -> str:
    try:
        return str((proc / str(pid) / "exe").readlink()).removesuffix(" (deleted)")
    except OSError:
        return ""


def _words(proc: Path, pid: int) -> tuple[str, ...]:
    try:
        raw = (proc / str(pid) / "cmdline").read_bytes()
    except OSError:
        return ()
    return tuple(os.fsdecode(word) for word in raw.split(b"\0"))


def _parent_of(proc: Path, pid: int) -> int:
    """Return field 4 of ``stat``; the name before it may hold anything but its own closing bracket's successor."""
    try:
        stat = (proc / str(pid) / "stat").read_bytes()
        return int(stat.rpartition(b")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0
