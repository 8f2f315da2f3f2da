# SPDX-License-Identifier: MIT
"""What may Rideau do as root? Close sites in this machine's browsers by managed policy, and undo that; no more.

This file is a whole program: the standard library alone. An administrator starts it once (``install``); it then puts
itself down as ``/usr/local/libexec/rideau-policy``, which polkit lets the person at the screen run without a password:

    install      the extension's package on standard input; refused by the program that was put down
    apply        on standard input ``{"closed": [host, ...], "open": [host, ...]}``: these are closed for everybody
    remove-all   everything as it was, this program included

A stranger who calls it can close sites, or open what Rideau closed, and nothing else: it takes no path, it writes no
file but those named here, and where an administrator has policies of the same name, theirs stand and ours stay away.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import re
import stat
import sys
from pathlib import Path

VERSION = 1
HELPER = "usr/local/libexec/rideau-policy"
ACTION = "usr/share/polkit-1/actions/app.rideau.policy.policy"
STATE = "var/lib/rideau-policy/state.json"
PACKAGE = "usr/local/share/rideau-policy/rideau.xpi"
POLICY = "rideau.json"
FIREFOX_POLICIES = "etc/firefox/policies/policies.json"
FIREFOX_ID = "rideau@rideau.app"
UNSIGNED = "xpinstall.signatures.required"

CHROMIUMS = {
    "etc/chromium/policies/managed": ("usr/bin/chromium", "usr/bin/chromium-browser"),
    "etc/opt/chrome/policies/managed": ("opt/google/chrome",),
    "etc/brave/policies/managed": ("opt/brave.com/brave", "usr/bin/brave-browser"),
    "etc/opt/edge/policies/managed": ("opt/microsoft/msedge",),
}
"""Where each browser of Chromium's family looks for policies, and what is there when it is installed."""
FIREFOX_ESR = ("usr/bin/firefox-esr", "usr/lib/firefox-esr", "usr/lib64/firefox-esr")
"""What is there when the one Firefox is installed that takes an extension nobody signed."""

MOST_HOSTS = 1000
"""Chromium reads no more entries of ``URLBlocklist``."""
MOST_INPUT = 512 * 1024
MOST_PACKAGE = 16 * 1024 * 1024
OLD = 978_307_200
"""The time of change that every version of a policy file is given: Chromium waits 5 s after a new one, not after this
(``ConfigDirPolicyLoader``; 34 to 122 ms measured)."""

_NOT_AGAIN = "what was put down installs nothing: an administrator has to start the original"
_NO_PACKAGE = "that is not a package of the extension"
_NO_JSON = "that is not JSON in ASCII"
_OTHER_KEYS = "“closed” and “open” are wanted, and nothing else"
_NO_LIST = f"a list of at most {MOST_HOSTS} hosts is wanted"
_NO_HOST = "only the names of hosts are taken: example.org"
_TOO_LONG = "that is too long"
_UNKNOWN = "install, apply or remove-all?"

_CLOSING = (b'"URLBlocklist"', b'"URLAllowlist"', b'"URLBlacklist"', b'"URLWhitelist"')
_LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = re.compile(rf"(?=.{{4,253}}\Z){_LABEL}(?:\.{_LABEL})+", re.ASCII)
_SHEBANG = b"#!/usr/bin/python3 -I\n"
_POLKIT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE policyconfig PUBLIC "-//freedesktop//DTD PolicyKit Policy Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/PolicyKit/1/policyconfig.dtd">
<!-- SPDX-License-Identifier: MIT -->
<policyconfig>
  <vendor>Rideau</vendor>
  <icon_name>rideau</icon_name>
  <action id="app.rideau.policy">
    <description>Close sites in this machine's browsers</description>
    <description xml:lang="fr">Fermer des sites dans les navigateurs de cette machine</description>
    <message>Authentication is required to close sites in this machine's browsers</message>
    <message xml:lang="fr">Une authentification est nécessaire pour fermer des sites dans ces navigateurs</message>
    <defaults>
      <allow_any>auth_admin</allow_any>
      <allow_inactive>auth_admin</allow_inactive>
      <allow_active>yes</allow_active>
    </defaults>
    <annotate key="org.freedesktop.policykit.exec.path">/usr/local/libexec/rideau-policy</annotate>
  </action>
</policyconfig>
"""


class PolicyError(Exception):
    """Say why nothing was done, in English, for whoever called."""


class Machine:
    """Hold the files of one machine, below ``root``; the program itself always means ``/``."""

    def __init__(self, root: Path, program: Path) -> None:
        """Act below ``root``; ``program`` is this file as it runs."""
        self._root = root
        self._program = program

    def install(self, package: bytes) -> dict[str, object]:
        """Put down the program, the right to run it, empty policies, and for Firefox ESR the extension ``package``."""
        if self._program.resolve() == (self._root / HELPER).resolve():
            raise PolicyError(_NOT_AGAIN)
        if package and not package.startswith(b"PK\x03\x04"):
            raise PolicyError(_NO_PACKAGE)
        files = {HELPER: (_SHEBANG + self._program.read_bytes(), 0o755), ACTION: (_POLKIT.encode(), 0o644)}
        folders = [folder for folder in CHROMIUMS if self._has(CHROMIUMS[folder])]
        files.update({f"{folder}/{POLICY}": (b"{}\n", 0o644) for folder in folders})
        takes_package = bool(package) and self._has(FIREFOX_ESR)
        if takes_package:
            files[PACKAGE] = (package, 0o644)
        state = self._state()
        self._remember(state, [STATE, *files, *((FIREFOX_POLICIES,) if takes_package else ())])
        for place, (content, mode) in files.items():
            self._write(place, content, mode)
        firefox = self._install_in_firefox(state) if takes_package else "absent"
        return {"chromium": folders, "left_alone": self._taken(folders), "firefox": firefox}

    def apply(self, said: bytes) -> dict[str, object]:
        """Have the hosts that ``said`` names closed, and no others."""
        closed, opened = _hosts(said)
        policy: dict[str, object] = {"URLBlocklist": closed, "URLAllowlist": opened} if closed else {}
        content = (json.dumps(policy, indent=1) + "\n").encode("ascii")
        folders = [folder for folder in CHROMIUMS if (self._root / folder / POLICY).is_file()]
        taken = self._taken(folders)
        for folder in folders:
            self._write(f"{folder}/{POLICY}", b"{}\n" if folder in taken else content, 0o644)
        return {"chromium": folders, "left_alone": taken}

    def remove_all(self) -> dict[str, object]:
        """Put everything back as it was before ``install``; safe any number of times."""
        state = self._state()
        firefox = self._remove_from_firefox(state)
        for place in (*(f"{folder}/{POLICY}" for folder in CHROMIUMS), PACKAGE, ACTION, STATE, HELPER):
            (self._root / place).unlink(missing_ok=True)
        made = state.get("made")
        for folder in reversed(made if isinstance(made, list) else []):
            with contextlib.suppress(OSError):  # somebody else put something into it, or took it away
                (self._root / str(folder)).rmdir()
        return {"firefox": firefox}

    def _has(self, signs: tuple[str, ...]) -> bool:
        return any((self._root / sign).exists() for sign in signs)

    def _taken(self, folders: list[str]) -> list[str]:
        """Return the folders in which another policy file speaks of the same: two of a name do not add up."""
        return [folder for folder in folders if any(map(_closes, self._others(folder)))]

    def _others(self, folder: str) -> list[Path]:
        return [each for each in (self._root / folder).iterdir() if each.name != POLICY and each.is_file()]

    def _install_in_firefox(self, state: dict[str, object]) -> str:
        file = self._root / FIREFOX_POLICIES
        held = file.read_bytes() if file.is_file() else None
        if held is not None and _digest(held) == state.get("firefox_after"):
            return "merged"
        merged = _merged(held)
        if merged is None:
            return "refused"
        before = None if held is None else base64.b64encode(held).decode("ascii")
        mode = 0o644 if held is None else stat.S_IMODE(file.stat().st_mode)
        state.update(firefox_before=before, firefox_after=_digest(merged))
        self._write(STATE, json.dumps(state).encode("ascii"), 0o600)
        self._write(FIREFOX_POLICIES, merged, mode)
        return "merged"

    def _remove_from_firefox(self, state: dict[str, object]) -> str:
        file = self._root / FIREFOX_POLICIES
        if "firefox_after" not in state or not file.is_file():
            return "absent"
        held, before = file.read_bytes(), state.get("firefox_before")
        if _digest(held) != state["firefox_after"]:
            content = _without_ours(held)
            if content is None:
                return "left"
        else:
            content = base64.b64decode(before) if isinstance(before, str) else b""
        if content:
            self._write(FIREFOX_POLICIES, content, stat.S_IMODE(file.stat().st_mode))
        else:
            file.unlink()
        return "restored"

    def _state(self) -> dict[str, object]:
        try:
            state = json.loads((self._root / STATE).read_bytes())
        except (OSError, ValueError):
            state = {}
        return state if isinstance(state, dict) else {}

    def _remember(self, state: dict[str, object], places: list[str]) -> None:
        """Write down, before anything is made, which folders will have to be."""
        made = list(state["made"]) if isinstance(state.get("made"), list) else []  # type: ignore[call-overload]
        for place in places:
            above = [str(each) for each in reversed(Path(place).parents) if str(each) != "."]
            made += [each for each in above if each not in made and not (self._root / each).exists()]
        state.update(version=VERSION, made=made)
        self._write(STATE, json.dumps(state).encode("ascii"), 0o600)

    def _write(self, place: str, content: bytes, mode: int) -> None:
        """Replace ``place`` at once, flushed to disk; a policy's new text waits a folder higher, where none is read."""
        from tempfile import mkstemp  # noqa: PLC0415 - the tray reads this file for its names alone; this loads OpenSSL

        target = self._root / place
        target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        is_policy = target.name == POLICY
        descriptor, name = mkstemp(prefix=".rideau-", dir=target.parent.parent if is_policy else target.parent)
        waiting = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(descriptor)
            waiting.chmod(mode)
            if is_policy:
                os.utime(waiting, (OLD, OLD))
            waiting.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                waiting.unlink()
            raise


def _hosts(said: bytes) -> tuple[list[str], list[str]]:
    """Return the hosts to close and those below them to leave open; raises PolicyError for anything but hosts."""
    try:
        raw = json.loads(said.decode("ascii"))
    except (ValueError, RecursionError) as error:
        raise PolicyError(_NO_JSON) from error
    if not isinstance(raw, dict) or set(raw) != {"closed", "open"}:
        raise PolicyError(_OTHER_KEYS)
    return _checked(raw["closed"]), _checked(raw["open"])


def _checked(hosts: object) -> list[str]:
    if not isinstance(hosts, list) or len(hosts) > MOST_HOSTS:
        raise PolicyError(_NO_LIST)
    for host in hosts:
        if not isinstance(host, str) or not _HOST.fullmatch(host):
            raise PolicyError(_NO_HOST)
    return sorted(set(hosts))


def _closes(file: Path) -> bool:
    try:
        content = file.read_bytes()
    except OSError:
        return True
    return any(name in content for name in _CLOSING)


def _merged(held: bytes | None) -> bytes | None:
    """Return ``policies.json`` with the extension in it; None where somebody else's words stand in the way."""
    document = _document(held)
    if document is None:
        return None
    policies = document.setdefault("policies", {})
    settings = policies.setdefault("ExtensionSettings", {}) if isinstance(policies, dict) else None
    preferences = policies.setdefault("Preferences", {}) if isinstance(policies, dict) else None
    if not isinstance(settings, dict) or not isinstance(preferences, dict):
        return None
    if FIREFOX_ID in settings or preferences.get(UNSIGNED, _UNSIGNED_ALLOWED) != _UNSIGNED_ALLOWED:
        return None
    settings[FIREFOX_ID] = _EXTENSION
    preferences[UNSIGNED] = _UNSIGNED_ALLOWED
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _without_ours(held: bytes) -> bytes | None:
    """Return ``policies.json``, which others changed since, without our words; None where it cannot be read."""
    document = _document(held)
    policies = document.get("policies") if document else None
    if document is None or not isinstance(policies, dict):
        return None
    for name, key, ours in (
        ("ExtensionSettings", FIREFOX_ID, _EXTENSION),
        ("Preferences", UNSIGNED, _UNSIGNED_ALLOWED),
    ):
        table = policies.get(name)
        if isinstance(table, dict) and table.get(key) == ours:
            del table[key]
            if not table:
                del policies[name]
    return (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _document(held: bytes | None) -> dict[str, object] | None:
    try:
        document = {} if held is None else json.loads(held)
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


_EXTENSION = {"installation_mode": "force_installed", "install_url": f"file:///{PACKAGE}", "private_browsing": True}
_UNSIGNED_ALLOWED = {"Value": False, "Status": "locked"}


def _digest(content: bytes) -> str:
    import hashlib  # noqa: PLC0415 - as for mkstemp

    return hashlib.sha256(content).hexdigest()


def _input(most: int) -> bytes:
    said = sys.stdin.buffer.read(most + 1)
    if len(said) > most:
        raise PolicyError(_TOO_LONG)
    return said


def main(words: list[str]) -> int:
    """Do what ``words`` say and print what was done as JSON; 2 for what is not understood, 1 for what failed."""
    os.umask(0o022)
    try:
        done = _done(Machine(Path("/"), Path(__file__)), words)
    except (PolicyError, OSError) as error:
        sys.stderr.write(f"rideau-policy: {error}\n")
        return 2 if isinstance(error, PolicyError) else 1
    sys.stdout.write(json.dumps(done) + "\n")
    return 0


def _done(machine: Machine, words: list[str]) -> dict[str, object]:
    if words == ["install"]:
        return machine.install(_input(MOST_PACKAGE))
    if words == ["apply"]:
        return machine.apply(_input(MOST_INPUT))
    if words == ["remove-all"]:
        return machine.remove_all()
    raise PolicyError(_UNKNOWN)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
