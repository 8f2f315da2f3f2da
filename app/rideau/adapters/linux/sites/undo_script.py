# SPDX-License-Identifier: MIT
"""What puts the browsers' settings back when Rideau was deleted instead of uninstalled? A script that needs none of it.

It stands beside the ledger from the first change on, and is run at every login by an entry in the autostart folder
(and by the keeper, when there is nothing left to start). While Rideau is still there and starts at login it does
nothing; where it does not start by itself, Rideau is asked to put back what a crash left. Without Rideau, the script
puts back what is still as Rideau set it, with the desktop's own tools, and then removes itself.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from shlex import quote
from shutil import rmtree

from rideau.adapters.atomic_file import read_limited, replace_file, storage_error
from rideau.adapters.linux import dconf
from rideau.adapters.linux.autostart import config_folders, quoted
from rideau.adapters.linux.ini_file import value_in
from rideau.adapters.linux.sites import gsettings_proxy, kio_proxy, launcher_override
from rideau.domain.change import Change, Outcome
from rideau.ports.state import Ledger

KIND = "undo-script"
ENTRY = "autostart/rideau-undo.desktop"
IN_FORCE = "in_force.json"
"""What ``InForceFile`` keeps beside the script."""
UNDONE_KINDS = frozenset({gsettings_proxy.KIND, kio_proxy.KIND, launcher_override.KIND})
"""The kinds of change that the script can put back."""

_HEAD = """\
#!/bin/sh
# Written by Rideau. If Rideau was deleted without "make uninstall", this puts back the proxy settings that it had
# changed for your browsers, where they are still as Rideau set them, and then removes itself. While Rideau is there
# and starts at login it does nothing; where it does not start by itself, it has Rideau put back what a crash left, or,
# while your settings keep something closed, starts it.
"""
_BODY = """\
if "$@" --version >/dev/null 2>&1; then
	"$@" autostart status --json 2>/dev/null | grep -q '"autostart": true' && exit 0
	# While the settings in force keep something closed, it is Rideau that comes back at login, not what was before.
	until=$(sed -n 's/^ "closed_until": \\([0-9]*\\),$/\\1/p' "$force" 2>/dev/null)
	[ "${until:-0}" -gt "$(date +%s)" ] && "$@" >/dev/null 2>&1 && exit
	"$@" restore --keep-installed >/dev/null 2>&1
	exit
fi
failed=

current() {
	if command -v dconf >/dev/null 2>&1; then
		dconf read "/system/proxy/$1"
	else
		gsettings get org.gnome.system.proxy "$1"
	fi
}

# setting KEY OURS BEFORE: BEFORE is empty where the key was not set.
setting() {
	[ "$(current "$1")" = "$2" ] || return 0
	if command -v dconf >/dev/null 2>&1; then
		if [ -n "$3" ]; then dconf write "/system/proxy/$1" "$3"; else dconf reset "/system/proxy/$1"; fi
	else
		if [ -n "$3" ]; then
			gsettings set org.gnome.system.proxy "$1" "$3"
		else
			gsettings reset org.gnome.system.proxy "$1"
		fi
	fi || failed=yes
}

# proxy OURS MODE-BEFORE ADDRESS-BEFORE: where the address is the person's own by now, both stay.
proxy() {
	address=$(current autoconfig-url)
	[ "$address" = "$1" ] || [ -z "$address" ] || [ "$address" = "''" ] || return 0
	setting mode "'auto'" "$2"
	setting autoconfig-url "$1" "$3"
}

# file PLACE NUMBER: as it was before, or away, where nobody changed it since.
file() {
	cmp -s "$1" "$saved/$2.after" 2>/dev/null || return 1
	if [ -e "$saved/$2.before" ]; then
		cat "$saved/$2.before" >"$1" || failed=yes
	else
		case $1 in */kioslaverc) : >"$1" && sleep 1 ;; esac # a running browser notices no deletion
		rm -f "$1" || failed=yes
	fi
}

# kde PLACE SCRIPT TYPE-BEFORE SCRIPT-BEFORE: the two lines alone, where the file was written to since.
kde() {
	grep -qxF "Proxy Config Script=$2" "$1" 2>/dev/null || return 0
	OURS=$2 KIND=$3 SCRIPT=$4 awk '
		/^\\[/ { inside = ($0 == "[Proxy Settings]") }
		inside && $0 == "Proxy Config Script=" ENVIRON["OURS"] {
			if (ENVIRON["SCRIPT"] != "") print "Proxy Config Script=" ENVIRON["SCRIPT"]
			next
		}
		inside && $0 == "ProxyType=2" {
			if (ENVIRON["KIND"] != "") print "ProxyType=" ENVIRON["KIND"]
			next
		}
		{ print }
	' "$1" >"$saved/kde" && cat "$saved/kde" >"$1" || failed=yes
}

"""
_FOOT = """\

[ -z "$failed" ] || exit 1
rm -rf "$saved"
rm -f "$entry" "$script"
[ -z "$made" ] || rmdir "$made" 2>/dev/null || :
"""


class UndoScript:
    """Keep the script, what it needs beside it, and its autostart entry, as the pending changes have it."""

    def __init__(self, environment: Mapping[str, str], script: Path, command: Sequence[str]) -> None:
        """Write to ``script``; ``command`` starts Rideau: while it works, the script does nothing."""
        self._script = script
        self._saved = script.with_name(f"{script.name}.d")
        self._entry = config_folders(environment)[0] / ENTRY
        self._command = command

    def keep(self, changes: Sequence[Change]) -> None:
        """Make the script one that undoes ``changes``, the latest first; what is so already is not written again.

        Raises:
            StorageError: it could not be written.

        """
        files = self._files(changes)
        for file, content in files.items():
            if _read(file) != content:
                replace_file(file, content)
        try:
            for file in set(self._saved.glob("*")) - files.keys():
                file.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(self._saved, error) from error

    def remove(self) -> None:
        """Take it all away. Idempotent.

        Raises:
            StorageError: a file could not be deleted.

        """
        is_folder_ours = self._is_folder_ours()
        try:
            self._entry.unlink(missing_ok=True)
            self._script.unlink(missing_ok=True)
            if self._saved.is_dir():
                rmtree(self._saved)
        except OSError as error:
            raise storage_error(self._script, error) from error
        if is_folder_ours:
            with suppress(OSError):  # somebody else's entries are in it by now
                self._entry.parent.rmdir()

    def is_there(self) -> bool:
        """Tell whether a script stands."""
        return self._script.exists() or self._entry.exists()

    def _files(self, changes: Sequence[Change]) -> dict[Path, bytes]:
        """Return every file and its content, what is needed before what needs it."""
        files: dict[Path, bytes] = {}
        lines = []
        for number, change in enumerate(reversed(changes), 1):
            lines.append(_line(number, change))
            if change.kind in {kio_proxy.KIND, launcher_override.KIND}:
                files |= self._saved_files(number, change)
        files[self._script] = (_HEAD + self._settings() + _BODY + "\n".join(lines) + "\n" + _FOOT).encode(
            "utf-8", "surrogateescape"
        )
        files[self._entry] = self._autostart().encode()
        return files

    def _saved_files(self, number: int, change: Change) -> Iterator[tuple[Path, bytes]]:
        for name, content in (("before", change.before), ("after", change.after)):
            if content is not None:
                yield self._saved / f"{number}.{name}", content.encode("utf-8", "surrogateescape")

    def _settings(self) -> str:
        force = self._script.with_name(IN_FORCE)
        places = {"saved": self._saved, "entry": self._entry, "script": self._script, "force": force}
        lines = [f"{name}={quote(str(place))}\n" for name, place in places.items()]
        made = "made=\n" if self._entry.parent.exists() and not self._is_folder_ours() else self._made_line()
        return "".join([*lines, made, f"set -- {' '.join(map(quote, self._command))}\n\n"])

    def _is_folder_ours(self) -> bool:
        """Tell whether the autostart folder was made for the entry: the script itself says so from the start."""
        return self._made_line().encode("utf-8", "surrogateescape") in (_read(self._script) or b"")

    def _made_line(self) -> str:
        return f"made={quote(str(self._entry.parent))}\n"

    def _autostart(self) -> str:
        command = f"sh {quoted(str(self._script))}"
        lines = ("[Desktop Entry]", "Type=Application", "Name=Rideau (undo)", f"Exec={command}", "NoDisplay=true")
        return "".join(f"{line}\n" for line in (*lines, "Terminal=false", "StartupNotify=false"))


class UndoScriptRestorer:
    """Take the script away, once everything it was for is back."""

    kind = KIND

    def __init__(self, script: UndoScript, place: Path) -> None:
        """Act on the one script that stands at ``place``."""
        self._script = script
        self._place = str(place)

    def restore(self, change: Change) -> Outcome:
        """Take it away; see the ``Restorer`` port."""
        if change.place != self._place:
            return Outcome.GONE
        if not self._script.is_there():
            return Outcome.GONE
        self._script.remove()
        return Outcome.RESTORED


class UndoableLedger:
    """Be a ``Ledger`` that keeps the script in step with what is pending."""

    def __init__(self, ledger: Ledger, script: UndoScript, place: Path) -> None:
        """Write to ``ledger``; the script, at ``place``, is a change of its own there, older than what it undoes."""
        self._ledger = ledger
        self._script = script
        self._own = Change(KIND, str(place), None, "")

    def record(self, change: Change) -> int:
        """Write ``change`` ahead of making it, and how to undo it; see the port."""
        if not self._pages():
            self._ledger.record(self._own)
        number = self._ledger.record(change)
        self._script.keep(self._undone())
        return number

    def settle(self, number: int) -> None:
        """Strike out change ``number``; the last one takes the script with it. See the port."""
        self._ledger.settle(number)
        if undone := self._undone():
            self._script.keep(undone)
            return
        self._script.remove()
        for own in self._pages():
            self._ledger.settle(own)

    def pending(self) -> tuple[tuple[int, Change], ...]:
        """Return every change not settled; see the port."""
        return self._ledger.pending()

    def mend(self) -> None:
        """Put the script in step with what is pending: somebody may have deleted it.

        Raises:
            StorageError: it could not be written.

        """
        if undone := self._undone():
            self._script.keep(undone)

    def _undone(self) -> list[Change]:
        return [change for _, change in self._ledger.pending() if change.kind in UNDONE_KINDS]

    def _pages(self) -> list[int]:
        return [number for number, change in self._ledger.pending() if change.kind == KIND]


def _line(number: int, change: Change) -> str:
    if change.kind == gsettings_proxy.KIND:
        before, after = gsettings_proxy.keys_of(change.before), gsettings_proxy.keys_of(change.after)
        ours = f"'{dconf.value_of(after[gsettings_proxy.URL])}'"
        words = (ours, *(_literal(before[key]) for key in (gsettings_proxy.MODE, gsettings_proxy.URL)))
        return " ".join(["proxy", *map(quote, words)])
    line = f"file {quote(change.place)} {number}"
    if change.kind == launcher_override.KIND:
        return f"{line} || :"
    script = value_in(change.after or "", kio_proxy.GROUP, kio_proxy.SCRIPT) or ""
    said = (value_in(change.before or "", kio_proxy.GROUP, key) or "" for key in (kio_proxy.TYPE, kio_proxy.SCRIPT))
    return " ".join([line, "|| kde", *map(quote, (change.place, script, *said))])


def _literal(raw: bytes | None) -> str:
    """Return a string of dconf's in GVariant's text format, as ``dconf`` and ``gsettings`` take it; empty for unset."""
    said = dconf.value_of(raw)
    return json.dumps(said, ensure_ascii=False) if isinstance(said, str) else ""


def _read(file: Path) -> bytes | None:
    try:
        return read_limited(file)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise storage_error(file, error) from error
