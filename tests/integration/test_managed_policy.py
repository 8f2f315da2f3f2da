# SPDX-License-Identifier: MIT
"""Are sites closed by policy in a real Chromium, live, and is the machine left as it was?

pkexec is stood in for by a program that asks nobody; the folders of the system that are written to are copies, seen by
the test's own programs alone.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux import managed_policy
from rideau.adapters.linux.managed_policy import (
    INSTALLED_KIND,
    ManagedPolicyRestorer,
    hosts_closed_to_all,
    packed,
)
from rideau.adapters.linux.managed_tier import CLOSED_KIND, HELPER, ClosedByPolicyRestorer
from rideau.domain.change import Change, Outcome
from rideau.domain.door import Door, Doors, Profile
from rideau.domain.error import RideauError
from rideau.domain.text import Text
from stage.chromium import Chromium, ChromiumTab
from stage.desktop import Desktop
from stage.names import APART, ENTER
from stage.program import PATIENCE_S, start_and_listen

EXTENSION = Path(__file__).parents[2] / "app/extension"
WITHIN_S = 1.0
"""It is left alone meanwhile: while it is led from page to page it reads no policies."""
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
HOLDING = """
import os, sys
from pathlib import Path
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.managed_policy import ManagedPolicy
from rideau.domain.door import Door, Doors, Profile
policy = ManagedPolicy(os.environ, LedgerFile(Path(os.environ["HOME"], "ledger")))
doors = (Door("linkedin", "LinkedIn", ("linkedin.test",), ("help.linkedin.test",)),)
for line in sys.stdin:
    ids = frozenset(line.split())
    policy.hold(Doors(doors, dict.fromkeys(Profile, ids)))
    print(policy.wait(10), flush=True)
"""


class Machine:
    """Be a desktop on a machine of its own, as far as its system's folders go."""

    def __init__(self, desktop: Desktop) -> None:
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
        self._holder.stop()

    def run(self, *command: str) -> "subprocess.CompletedProcess[str]":
        return self.desktop.run([*self.through, *command])

    def rideau(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return self.run(sys.executable, "-m", "rideau", *words)

    def system(self) -> str:
        """Return every file and folder of Rideau's concern, with its time of change where that is a file's."""
        places = ("/etc/chromium", "/etc/firefox", "/etc/opt", "/usr/local/libexec", "/usr/local/share", "/var/lib")
        found = self.run("find", *places, "/usr/share/polkit-1", "-maxdepth", "3", "-printf", "%p %m %y\\n")
        return "\n".join(sorted(found.stdout.splitlines()))

    def asked(self) -> list[str]:
        file = Path(self.desktop.environment["HOME"], "asked")
        return [Path(line.split(maxsplit=1)[0]).name for line in file.read_text().splitlines()] if file.exists() else []


@pytest.fixture(scope="module", name="machine")
def fixture_machine() -> Iterator[Machine]:
    with Desktop() as desktop:
        machine = Machine(desktop)
        yield machine
        machine.leave()


class _Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<title>open</title>open")

    def log_message(self, *_words: object) -> None:
        return


@pytest.fixture(scope="module", name="port")
def fixture_port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def wait_for_watch(machine: Machine, chromium: Chromium) -> None:
    """Wait until ``chromium`` watches its policies: it begins to once it has nothing better to do after its start."""
    assert chromium.program is not None
    wanted = f"ino:{int(machine.run('stat', '-c', '%i', '/etc/chromium/policies/managed').stdout):x} "
    watches = Path("/proc", str(chromium.program.pid), "fdinfo")
    deadline = time.monotonic() + PATIENCE_S
    while wanted not in machine.run("sh", "-c", f"cat {watches}/* 2>/dev/null").stdout:
        assert time.monotonic() < deadline, "Chromium watches no policies"
        time.sleep(0.1)


def test_it_closes_sites_in_a_running_chromium_and_goes_without_a_trace(machine: Machine, port: int) -> None:
    """Closed and opened while it runs; an exception stays open; removed, all is as before."""
    before = machine.system()
    work, helped, other = (f"http://{name}.test:{port}/" for name in ("linkedin", "help.linkedin", "other"))
    installed = machine.rideau("browsers", "install", "--managed", "--json")
    assert (installed.returncode, installed.stderr) == (0, "")
    assert json.loads(installed.stdout)["managed"] is True
    assert machine.asked() == ["python3"]
    with Chromium(machine.desktop, machine.through) as chromium:
        wait_for_watch(machine, chromium)
        tab = chromium.open_tab(work)
        assert live_answers(machine, tab, work) == [BLOCKED, ""] * 3
        assert hold(machine, "linkedin") == ["True"]
        time.sleep(WITHIN_S)
        assert chromium.open_private_tab().go(work) == BLOCKED
        assert [tab.go(url) for url in (work, helped, other)] == [BLOCKED, "", ""]
        removed = machine.rideau("browsers", "remove", "--managed")
        assert (removed.returncode, removed.stderr) == (0, "")
        time.sleep(WITHIN_S)
        assert tab.go(work) == ""
    assert machine.system() == before


def live_answers(machine: Machine, tab: ChromiumTab, url: str) -> list[str]:
    """Return how going to ``url`` ends a second after each of three closings and openings was asked for."""
    answers: list[str] = []
    argv = [*machine.through, sys.executable, "-c", HOLDING]
    with subprocess.Popen(
        argv, env=machine.desktop.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holding:
        assert holding.stdin is not None
        assert holding.stdout is not None
        holding.stdin.write("\n")
        holding.stdin.flush()
        assert holding.stdout.readline() == "True\n"  # it is loaded by now, as the tray is
        for said in ("linkedin\n", "\n") * 3:
            start = time.monotonic()
            holding.stdin.write(said)
            holding.stdin.flush()
            assert holding.stdout.readline() == "True\n"
            time.sleep(max(0, start + WITHIN_S - time.monotonic()))
            answers.append(tab.go(url))
        holding.stdin.close()
        holding.wait(PATIENCE_S)
    return answers


def hold(machine: Machine, *said: str) -> list[str]:
    """Have ``ManagedPolicy`` hold each of ``said``, and return whether it was done in time."""
    argv = [*machine.through, sys.executable, "-c", HOLDING]
    done = subprocess.run(
        argv, env=machine.desktop.environment, input="".join(f"{each}\n" for each in said), text=True,
        capture_output=True, timeout=PATIENCE_S, check=True,
    )  # fmt: skip
    return done.stdout.split()


def test_where_nobody_agrees_nothing_is_changed(machine: Machine) -> None:
    """And nothing is left to be put back."""
    before = machine.system()
    refuses = Path(machine.desktop.environment["HOME"], "refuses")
    refuses.touch()
    done = machine.rideau("browsers", "install", "--managed")
    refuses.unlink()
    assert done.returncode == 1
    assert "No administrator agreed" in done.stderr
    assert machine.system() == before
    installations = LedgerFile(machine.desktop.state / "rideau/installations")
    assert INSTALLED_KIND not in {change.kind for _, change in installations.pending()}


def test_where_it_is_not_installed_nothing_is_asked_for(machine: Machine) -> None:
    """Most people have no use for it."""
    count = len(machine.asked())
    assert hold(machine, "linkedin", "") == ["True", "True"]
    assert len(machine.asked()) == count


def test_a_change_is_asked_for_once_and_recorded_while_it_holds(machine: Machine) -> None:
    """The same again is nothing to do; after a crash the ledger knows that sites are closed by policy."""
    assert machine.rideau("browsers", "install", "--managed").returncode == 0
    count = len(machine.asked())
    hold(machine, "linkedin", "linkedin", "linkedin")
    assert machine.asked()[count:] == [HELPER.name]
    ledger = LedgerFile(Path(machine.desktop.environment["HOME"], "ledger"))
    assert [change.kind for _, change in ledger.pending()] == [CLOSED_KIND]
    hold(machine, "")
    assert ledger.pending() == ()
    assert machine.rideau("browsers", "remove", "--managed").returncode == 0


def doors(**closed: str) -> Doors:
    """Return doors to two networks; ``closed`` says per profile which ids are."""
    both = (
        Door("linkedin", "LinkedIn", ("linkedin.test", "parts.test/feed"), ("help.linkedin.test", "linkedin.test/in")),
        Door("forum", "Forum", ("forum.test", "[::1]"), ("open.forum.test",)),
    )
    return Doors(both, {profile: frozenset(closed.get(profile.value, "").split()) for profile in Profile})


def test_only_what_is_closed_to_everybody_and_as_a_whole_is_closed_by_policy() -> None:
    """A policy knows neither profiles nor paths."""
    everywhere = dict.fromkeys(("none", "work", "personal"), "linkedin forum")
    assert hosts_closed_to_all(doors(**everywhere)) == (("forum.test",), ("open.forum.test",))
    assert hosts_closed_to_all(doors(**{**everywhere, "personal": ""})) == ((), ())


def test_the_package_is_the_extension_and_the_same_each_time(tmp_path: Path) -> None:
    """So that an update is told from a repetition."""
    assert packed(EXTENSION) == packed(EXTENSION)
    (tmp_path / "x.xpi").write_bytes(packed(EXTENSION))
    shutil.unpack_archive(tmp_path / "x.xpi", tmp_path / "unpacked", "zip")
    assert (tmp_path / "unpacked/manifest.json").read_bytes() == (EXTENSION / "manifest.json").read_bytes()


@pytest.mark.parametrize("kind", [INSTALLED_KIND, CLOSED_KIND])
def test_where_the_program_is_gone_there_is_nothing_to_put_back(kind: str) -> None:
    """It took everything with it."""
    restorers = (ManagedPolicyRestorer(os.environ), ClosedByPolicyRestorer(os.environ))
    restorer = next(each for each in restorers if each.kind == kind)
    assert not HELPER.exists()
    assert restorer.restore(Change(kind, str(HELPER), None, None)) is Outcome.GONE


def test_a_machine_without_pkexec_is_told_what_to_install(tmp_path: Path) -> None:
    """In words."""
    environment = {"PATH": str(tmp_path)}
    ledger = LedgerFile(tmp_path / "installations")
    with pytest.raises(RideauError) as raised:
        managed_policy.install(environment, ledger, EXTENSION)
    assert raised.value.message == Text("“pkexec” is missing, so no administrator can be asked.")
    assert ledger.pending() == ()
