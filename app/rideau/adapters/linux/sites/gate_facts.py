# SPDX-License-Identifier: MIT
"""What can be seen of the way each installed browser takes? Settings, policies, processes; nothing is judged here.

Whatever cannot be read is as if it were not there: a check must not fail over a stranger's file.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from rideau.adapters import pac
from rideau.adapters.atomic_file import MAX_BYTES, read_limited
from rideau.adapters.linux import dconf
from rideau.adapters.linux.autostart import config_folders
from rideau.adapters.linux.ini_file import value_in
from rideau.adapters.linux.sites import gsettings_proxy, kio_proxy
from rideau.adapters.linux.sites.browsers import Browser, Family, browser_running, installed_browsers
from rideau.adapters.linux.sites.chromium_desktop import Follows, desktop_name, followed
from rideau.adapters.linux.sites.launcher_override import OPTION, browser_file
from rideau.adapters.linux.sites.undo_script import ENTRY
from rideau.domain.error import StorageError

_PROC = Path("/proc")
_OPTION = re.compile(r" --(?:no-proxy-server|proxy-server|proxy-pac-url|proxy-auto-detect)\b\S*")
_CHILD = re.compile(r" (?:--type=|-contentproc\b)")
_PREFERENCE = re.compile(r'^\s*user_pref\("network\.proxy\.type",\s*(\d{1,9})\)', re.MULTILINE)
_PROFILE = re.compile(r"^\[(Profile[^\]\n]*)\]", re.MULTILINE)
_SYSTEM = 5
"""Firefox's ``network.proxy.type`` for "Use system proxy settings", its default."""
_START_TIME = 19
"""Which field of /proc/<pid>/stat, counted behind the program's name, tells when it started (proc(5))."""
_TICKS_PER_S = 100
"""The kernel's ``USER_HZ``, which is the same on every machine with a desktop."""


class Run(NamedTuple):
    """Hold one running browser: its main process."""

    option: str
    """The first word of its command line that chooses a proxy; empty without."""
    started_at: float
    """Seconds since 1970, by the clock as it was at boot."""

    @property
    def is_led(self) -> bool:
        """Tell whether its own command line leads it to the gate."""
        return self.option.startswith(OPTION) and pac.is_ours(self.option.removeprefix(OPTION))


class Facts(NamedTuple):
    """Hold what was found out about one browser and the desktop it runs on."""

    browser: Browser
    desktop: str
    follows: Follows
    """Where it looks for its proxy."""
    is_desktop_led: bool
    """There, the gate is named now."""
    is_launcher_led: bool = False
    policy: str = ""
    """The proxy that a managed policy sets, ``fixed_servers``; empty where none does."""
    own_settings: tuple[int, ...] = ()
    """Firefox: what each profile says that does not follow the system (0: no proxy)."""
    following_profiles: int = 0
    """Firefox: how many profiles follow it."""
    runs: tuple[Run, ...] = ()
    led_since: float | None = None
    """When the way to the gate was first laid; None where it is not."""
    was_seen: bool = False


def gate_facts(environment: Mapping[str, str], seen: frozenset[str], proc: Path = _PROC) -> tuple[Facts, ...]:
    """Return the facts about each installed browser; ``seen`` are the executables that came through the gate."""
    browsers = installed_browsers(environment)
    runs = _runs(browsers, proc, environment.get("HOME", ""))
    follows, desktop = followed(environment), desktop_name(environment)
    led = {Follows.GSETTINGS: _leads(environment), Follows.KDE: _kde_leads(environment), Follows.NOTHING: False}
    since = _led_since(environment)
    seen_ids = {met.id for program in seen if (met := browser_running(program, browsers))}
    found: list[Facts] = []
    for browser in browsers:
        own = follows if browser.family is Family.CHROMIUM else Follows.GSETTINGS
        types = _proxy_types(browser) if browser.family is Family.FIREFOX else ()
        facts = Facts(
            browser=browser,
            desktop=desktop,
            follows=own,
            is_desktop_led=led[own],
            is_launcher_led=_launcher_leads(browser, environment),
            policy=policy_of(browser),
            own_settings=tuple(each for each in types if each != _SYSTEM),
            following_profiles=types.count(_SYSTEM),
            runs=tuple(runs.get(browser.id, ())),
            led_since=since,
            was_seen=browser.id in seen_ids,
        )
        found.append(facts)
    return tuple(found)


def _leads(environment: Mapping[str, str]) -> bool:
    try:
        values = dconf.read_layers(environment).values
    except StorageError:
        return False
    mode, url = (dconf.value_of(values.get(key)) for key in (gsettings_proxy.MODE, gsettings_proxy.URL))
    return mode == gsettings_proxy.AUTO and isinstance(url, str) and pac.is_ours(url)


def _kde_leads(environment: Mapping[str, str]) -> bool:
    content = _text(config_folders(environment)[0] / kio_proxy.NAME)
    kind, url = (value_in(content, kio_proxy.GROUP, key) for key in (kio_proxy.TYPE, kio_proxy.SCRIPT))
    return kind == kio_proxy.BY_SCRIPT and pac.is_ours(url or "")


def _launcher_leads(browser: Browser, environment: Mapping[str, str]) -> bool:
    if not browser.desktop_file:
        return False
    _, found, url = _text(browser_file(browser, environment)).partition(OPTION)
    return bool(found) and pac.is_ours(url)


def _led_since(environment: Mapping[str, str]) -> float | None:
    try:
        return (config_folders(environment)[0] / ENTRY).stat().st_mtime
    except OSError:
        return None


def policy_of(browser: Browser) -> str:
    """Return the proxy that a managed policy sets for ``browser``, other than the system's; empty without."""
    if browser.family is Family.FIREFOX:
        folders = (browser.policy_folder, browser.program.resolve().parent / "distribution")
        found = [_firefox_policy(_json(folder / "policies.json")) for folder in folders]
    else:
        found = [_chromium_policy(_json(file)) for file in sorted(_files(browser.policy_folder, "*.json"))]
    return next((mode for mode in found if mode and mode != "system"), "")


def _firefox_policy(raw: Mapping[str, object]) -> str:
    policies = raw.get("policies")
    proxy = policies.get("Proxy") if isinstance(policies, dict) else None
    return str(proxy.get("Mode", "")) if isinstance(proxy, dict) else ""


def _chromium_policy(raw: Mapping[str, object]) -> str:
    settings = raw.get("ProxySettings")
    inner = settings.get("ProxyMode", "") if isinstance(settings, dict) else ""
    simple = raw.get("ProxyPacUrl") or raw.get("ProxyServer") or ""
    return str(raw.get("ProxyMode") or inner or simple)


def _proxy_types(browser: Browser) -> tuple[int, ...]:
    """Return what each profile of a Firefox says; ``user.js`` goes before ``prefs.js``."""
    found = []
    for folder in firefox_profiles(browser.profile_root):
        said = [_PREFERENCE.findall(_text(folder / name)) for name in ("user.js", "prefs.js")]
        found.append(int(next((each[-1] for each in said if each), _SYSTEM)))
    return tuple(found)


def firefox_profiles(root: Path) -> Iterator[Path]:
    """Yield the profile folders that the ``profiles.ini`` in ``root`` names."""
    content = "\n".join(_text(root / "profiles.ini").splitlines())
    for group in dict.fromkeys(_PROFILE.findall(content)):
        if path := value_in(content, group, "Path"):
            yield root / path  # an absolute path stands for itself


def _runs(browsers: tuple[Browser, ...], proc: Path, home: str) -> Mapping[str, list[Run]]:
    """Return the main processes of each browser that this person runs out of ``home``, by the browser's id."""
    found: dict[str, list[Run]] = {}
    known: dict[str, Browser | None] = {"": None}
    boot, owner = _boot_time(proc), _owner(proc / "self")
    for folder in _files(proc, "[0-9]*"):
        executable = _executable(folder, owner)
        if executable not in known:
            known[executable] = browser_running(executable, browsers)
        browser = known[executable]
        words = _words(folder) if browser else ""
        if browser and _is_at_home(folder, home) and not _CHILD.search(words):
            option = _OPTION.search(words)
            found.setdefault(browser.id, []).append(
                Run(option[0].strip() if option else "", boot + _ticks(folder) / _TICKS_PER_S)
            )
    return found


def _words(folder: Path) -> str:
    """Return a process's command line with a space before each word; Chromium rewrites its own so, and cut to 4 kB."""
    return " " + _text(folder / "cmdline").replace("\0", " ")


def _executable(folder: Path, owner: int | None) -> str:
    """Return what a process of ``owner`` runs; empty for somebody else's, and for one that is gone."""
    try:
        return os.readlink(f"{folder}/exe").removesuffix(" (deleted)") if _owner(folder) == owner else ""  # noqa: PTH115 - asked of every process; pathlib takes thrice as long
    except OSError:
        return ""


def _owner(folder: Path) -> int | None:
    try:
        return folder.stat().st_uid
    except OSError:
        return None


def _is_at_home(folder: Path, home: str) -> bool:
    """Tell whether a process was started with ``home``, where it can be known: Chromium writes over what tells it."""
    named = next((each for each in _text(folder / "environ").split("\0") if each.startswith("HOME=")), "")
    return not home or not named or named == f"HOME={home}"


def _boot_time(proc: Path) -> float:
    found = re.search(r"^btime (\d+)$", _text(proc / "stat"), re.MULTILINE)
    return float(found[1]) if found else 0.0


def _ticks(folder: Path) -> int:
    fields = _text(folder / "stat").rpartition(")")[2].split()
    return int(fields[_START_TIME]) if len(fields) > _START_TIME else 0


def _files(folder: Path, pattern: str) -> Iterable[Path]:
    try:
        return list(folder.glob(pattern))
    except OSError:
        return ()


def _json(file: Path) -> Mapping[str, object]:
    try:
        raw = json.loads(_text(file) or "{}")
    except (ValueError, RecursionError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _text(file: Path) -> str:
    try:
        return read_limited(file, MAX_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):  # no file has a zero in its name
        return ""
