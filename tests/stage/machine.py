# SPDX-License-Identifier: MIT
"""On which machine may a test act as root? On one whose system folders are copies, seen by its own programs alone.

pkexec is stood in for by a program that asks nobody.
"""

import subprocess
import sys
import time
from pathlib import Path

from stage.chromium import Chromium, ChromiumTab
from stage.desktop import Desktop
from stage.names import APART, ENTER
from stage.program import PATIENCE_S, start_and_listen

BLOCKED = "net::ERR_BLOCKED_BY_ADMINISTRATOR"
WRITABLE: tuple[str, ...] = (
    "/etc",
    "/etc/chromium",
    "/etc/firefox",
    "/etc/opt",
    "/usr/local",
    "/usr/local/share",
    "/usr/local/libexec",
)
WRITABLE += ("/usr/share", "/usr/share/polkit-1", "/usr/share/polkit-1/actions", "/var", "/var/lib")
LAID_OVER = """
set -e
new=$0
mount -t tmpfs copies "$new"
number=0
for folder in "$@"; do
  [ -d "$folder" ] || continue
  number=$((number + 1))
  copy=$new/$number
  mkdir "$copy"
  for each in "$folder"/* "$folder"/.[!.]*; do
    if [ -d "$each" ] && [ ! -L "$each" ]; then
      mkdir "$copy/${each##*/}"
      mount --rbind "$each" "$copy/${each##*/}"
    elif [ -e "$each" ] || [ -L "$each" ]; then
      cp -a "$each" "$copy/" 2>/dev/null || true
    fi
  done
  mount --rbind "$copy" "$folder"
done
echo "127.0.0.1 localhost linkedin.test help.linkedin.test other.test" >/etc/hosts
echo there >&9
exec 9>&-
exec sleep infinity
"""
"""Lays a folder of ours over each folder named: folders in it lead to the real ones, files are copies."""
PKEXEC = """#!/bin/sh
[ "$1" = --disable-internal-agent ] && shift
echo "$*" >>"$HOME/asked"
[ -e "$HOME/refuses" ] && exit 126
exec env -i PATH=/usr/bin:/bin "$@"
"""


class Machine:
    """Be a desktop on a machine of its own, as far as its system's folders go."""

    def __init__(self, desktop: Desktop) -> None:
        """Give ``desktop`` such a machine, and a pkexec that asks nobody."""
        self.desktop = desktop
        programs = desktop.folder / "bin"
        programs.mkdir()
        (programs / "pkexec").write_text(PKEXEC)
        (programs / "pkexec").chmod(0o755)
        desktop.environment["PATH"] = f"{programs}:{desktop.environment['PATH']}"
        copies = desktop.folder / "copies"
        copies.mkdir()
        argv = ["unshare", *APART, "sh", "-c", LAID_OVER, str(copies), *WRITABLE]
        self._holder, said = start_and_listen(argv, desktop.environment, desktop.folder / "machine.log")
        assert said, self._holder.output()
        self.through = ("nsenter", f"--target={self._holder.pid}", *ENTER, "--")

    def leave(self) -> None:
        """Have no machine any more."""
        self._holder.stop()

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run ``command`` on it to its end."""
        return self.desktop.run([*self.through, *command])

    def rideau(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Type a command there."""
        return self.run(sys.executable, "-m", "rideau", *words)

    def system(self) -> str:
        """Return every file and folder of Rideau's concern, with its time of change where that is a file's."""
        places = ("/etc/chromium", "/etc/firefox", "/etc/opt", "/usr/local/libexec", "/usr/local/share", "/var/lib")
        found = self.run("find", *places, "/usr/share/polkit-1", "-maxdepth", "3", "-printf", "%p %m %y\\n")
        return "\n".join(sorted(found.stdout.splitlines()))

    def asked(self) -> list[str]:
        """Return the programs that pkexec was asked to start."""
        file = Path(self.desktop.environment["HOME"], "asked")
        return [Path(line.split(maxsplit=1)[0]).name for line in file.read_text().splitlines()] if file.exists() else []


def wait_for_watch(machine: Machine, chromium: Chromium) -> None:
    """Wait until ``chromium`` watches its policies: it begins to once it has nothing better to do after its start."""
    assert chromium.program is not None
    wanted = f"ino:{int(machine.run('stat', '-c', '%i', '/etc/chromium/policies/managed').stdout):x} "
    watches = Path("/proc", str(chromium.program.pid), "fdinfo")
    deadline = time.monotonic() + PATIENCE_S
    while wanted not in machine.run("sh", "-c", f"cat {watches}/* 2>/dev/null").stdout:
        assert time.monotonic() < deadline, "Chromium watches no policies"
        time.sleep(0.1)


def wait_until_it_ends(tab: ChromiumTab, url: str, problem: str) -> None:
    """Wait until going to ``url`` ends with ``problem``, or well where that is empty.

    Chromium is left alone before each try, longer each time: while it is led from page to page it reads no policies.
    """
    pause_s, end = 0.5, time.monotonic() + PATIENCE_S
    time.sleep(pause_s)
    while (found := tab.go(url)) != problem:
        assert time.monotonic() < end, found
        pause_s *= 2
        time.sleep(pause_s)
