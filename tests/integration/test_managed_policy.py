# SPDX-License-Identifier: MIT
"""Are sites closed by policy in a real Chromium, live, and is the machine left as it was?

The machine is one of the test's own; pkexec is stood in for.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zipfile import ZipFile

import pytest

from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sites import managed_policy, policy_helper
from rideau.adapters.linux.sites.firefox_extension import packed, take_out
from rideau.adapters.linux.sites.managed_policy import (
    INSTALLED_KIND,
    ManagedPolicyRestorer,
    hosts_closed_to_all,
)
from rideau.adapters.linux.sites.managed_tier import CLOSED_KIND, HELPER, ClosedByPolicyRestorer
from rideau.domain.change import Change, Outcome
from rideau.domain.door import Door, Doors, Profile
from rideau.domain.error import RideauError
from rideau.domain.text import Text
from stage.chromium import Chromium, ChromiumTab
from stage.desktop import Desktop
from stage.extension import pack
from stage.machine import BLOCKED, Machine, wait_for_watch, wait_until_it_ends
from stage.program import PATIENCE_S

EXTENSION = Path(__file__).parents[2] / "app/extension"
HOLDING = """
import os, sys
from pathlib import Path
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sites.managed_policy import ManagedPolicy
from rideau.domain.door import Door, Doors, Profile
policy = ManagedPolicy(os.environ, LedgerFile(Path(os.environ["HOME"], "ledger")))
doors = (Door("linkedin", "LinkedIn", ("linkedin.test",), ("help.linkedin.test",)),)
for line in sys.stdin:
    ids = frozenset(line.split())
    policy.hold(Doors(doors, dict.fromkeys(Profile, ids)))
    print(policy.wait(10), flush=True)
"""
TELLING = """
import os, sys
from pathlib import Path
from rideau.adapters.ledger_file import LedgerFile
from rideau.bootstrap.parts import restorers
from rideau.bootstrap.sites import Doors, ManagedTier
from rideau.adapters.paths import paths_from
assert restorers(os.environ, paths_from(os.environ))
tier = ManagedTier(os.environ, LedgerFile(Path("/nowhere/ledger")))
tier.hold(Doors())
tier.release()
print("rideau.adapters.linux.sites.managed_policy" in sys.modules)
"""


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
        close_and_open(machine, tab, work)
        assert hold(machine, "linkedin") == ["True"]
        wait_until_it_ends(tab, work, BLOCKED)
        assert chromium.open_private_tab().go(work) == BLOCKED
        assert [tab.go(url) for url in (work, helped, other)] == [BLOCKED, "", ""]
        removed = machine.rideau("browsers", "remove", "--managed")
        assert (removed.returncode, removed.stderr) == (0, "")
        wait_until_it_ends(tab, work, "")
    assert machine.system() == before


def close_and_open(machine: Machine, tab: ChromiumTab, url: str) -> None:
    """Close ``url`` three times, and open it again."""
    argv = [*machine.through, sys.executable, "-c", HOLDING]
    with subprocess.Popen(
        argv, env=machine.desktop.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holding:
        assert holding.stdin is not None
        assert holding.stdout is not None
        holding.stdin.write("\n")
        holding.stdin.flush()
        assert holding.stdout.readline() == "True\n"  # it is loaded by now, as the tray is
        for said, problem in (("linkedin\n", BLOCKED), ("\n", "")) * 3:
            holding.stdin.write(said)
            holding.stdin.flush()
            assert holding.stdout.readline() == "True\n"
            wait_until_it_ends(tab, url, problem)
        holding.stdin.close()
        holding.wait(PATIENCE_S)


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


def test_where_it_is_not_installed_nothing_of_it_is_loaded() -> None:
    """The tray only looks whether it is there, in the very place that the program means."""
    assert Path("/", policy_helper.HELPER) == HELPER
    done = subprocess.run([sys.executable, "-c", TELLING], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


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


def test_the_package_is_the_extension_for_firefox_and_the_same_each_time(tmp_path: Path) -> None:
    """As for Firefox's store: one made for Chromium's private windows is kept out of Firefox's."""
    _, xpi, *_ = pack(tmp_path)
    (tmp_path / "x.xpi").write_bytes(packed(EXTENSION))
    with ZipFile(tmp_path / "x.xpi") as ours, ZipFile(xpi) as theirs:
        assert {name: ours.read(name) for name in ours.namelist()} == {
            name: theirs.read(name) for name in theirs.namelist()
        }
    assert packed(EXTENSION) == (tmp_path / "x.xpi").read_bytes()


def test_a_firefox_lets_go_of_what_was_put_there_and_of_nothing_else(tmp_path: Path) -> None:
    """In the profiles it has, and in those that were made for it; another version is the person's own."""
    firefox, data = tmp_path / "bin/firefox-esr", tmp_path / ".local/share/rideau/browsers"
    firefox.parent.mkdir()
    firefox.write_text("#!/bin/sh\n")
    firefox.chmod(0o755)
    root = tmp_path / ".mozilla/firefox"
    root.mkdir(parents=True)
    (root / "profiles.ini").write_text(f"[Profile0]\nPath=own\n[Profile1]\nPath={tmp_path}/far\n[Profile2]\nPath=new\n")
    profiles = (root / "own", tmp_path / "far", data / "firefox-esr-work", root / "new")
    files = [each / "extensions/rideau@rideau.app.xpi" for each in profiles]
    for file in files[:3]:
        file.parent.mkdir(parents=True)
        file.write_bytes(b"ours")
    files[1].write_bytes(b"theirs")
    take_out({"HOME": str(tmp_path), "PATH": str(tmp_path / "bin")}, b"ours")
    assert [each.exists() for each in files] == [False, True, False, False]


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
