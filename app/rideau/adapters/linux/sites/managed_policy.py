# SPDX-License-Identifier: MIT
"""How are sites closed by policy, in every browser of this machine, once an administrator agreed? (SPEC E7).

The program ``policy_helper.py`` does it as root; this asks it to, through pkexec: with a password to put it down, and
without one afterwards. Changes are asked for on a thread of their own, the latest one only.
"""

import json
import logging
import shutil
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.linux.sites import policy_helper
from rideau.adapters.linux.sites.managed_tier import CLOSED_KIND, HELPER
from rideau.domain.change import Change, Outcome
from rideau.domain.door import Doorkeeper, Doors, Profile, Visitor
from rideau.domain.error import RideauError
from rideau.domain.text import Text
from rideau.ports.state import Ledger

log = logging.getLogger(__name__)

INSTALLED_KIND = "managed-policy"
"""The program was put down: in the ledger of installations."""
_ACTION = Path("/", policy_helper.ACTION)
_PYTHON = "/usr/bin/python3"
_WITHIN_S = 20.0
_PERSON_WITHIN_S = 600.0
_DISMISSED, _NOT_ALLOWED = 126, 127
"""What pkexec ends with where nobody gave a password, or nobody could (pkexec(1))."""

Hosts = tuple[tuple[str, ...], tuple[str, ...]]
OPEN: Hosts = ((), ())


class Installed(NamedTuple):
    """Say what came of putting the program down."""

    left_alone: tuple[str, ...] = ()
    """The folders of browsers in which an administrator's own policies of the same name stand."""
    is_in_firefox: bool = False
    is_firefox_refused: bool = False
    """Somebody else's ``policies.json`` speaks of the same."""


class ManagedPolicy:
    """Hold sites closed by policy, where the program for it was put down; else do nothing."""

    def __init__(self, environment: Mapping[str, str], ledger: Ledger) -> None:
        """Ask through the pkexec of ``environment``; ``ledger`` is that of what passes."""
        self._environment = dict(environment)
        self._ledger = ledger
        self._lock = threading.Condition()
        self._wanted: Hosts = OPEN
        self._held: Hosts | None = None
        self._asking: threading.Thread | None = None

    @staticmethod
    def is_installed() -> bool:
        """Tell whether an administrator put the program down."""
        return HELPER.is_file() and _ACTION.is_file()

    def hold(self, doors: Doors) -> None:
        """Have closed by policy what ``doors`` close to everybody; returns at once. Idempotent; any thread.

        A policy knows no profiles and no paths: what is open to some, or in part, is left to the gate and the
        extension.
        """
        if not self.is_installed():
            self._held = None
            return
        with self._lock:
            self._wanted = hosts_closed_to_all(doors)
            if self._asking is not None:
                return
            if not self._recorded():  # nothing is closed without a word in the ledger; a restore may have opened it
                self._held = OPEN
            if self._wanted == self._held:
                return
            self._asking = threading.Thread(target=self._ask, name="managed-policy")
            self._asking.start()

    def release(self) -> None:
        """Have everything open again; returns at once, the process lives until it is done."""
        self.hold(Doors())

    def wait(self, timeout_s: float) -> bool:
        """Wait until what is wanted was asked for; tell whether it was, in time."""
        with self._lock:
            return self._lock.wait_for(lambda: self._asking is None, timeout_s)

    def _ask(self) -> None:
        while True:
            with self._lock:
                wanted = self._wanted
                if wanted == self._held:
                    self._asking = None
                    self._lock.notify_all()
                    return
            try:
                self._apply(wanted)
            except RideauError as error:
                log.warning("Sites could not be closed by policy: %s", error)
            with self._lock:
                self._held = wanted  # what failed is tried again with the next change, not over and over

    def _apply(self, wanted: Hosts) -> None:
        if wanted != OPEN and not self._recorded():
            self._ledger.record(Change(CLOSED_KIND, str(HELPER), None, None))
        apply_hosts(self._environment, wanted)
        if wanted == OPEN:
            for number in self._recorded():
                self._ledger.settle(number)

    def _recorded(self) -> tuple[int, ...]:
        return tuple(number for number, change in self._ledger.pending() if change.kind == CLOSED_KIND)


class ManagedPolicyRestorer:
    """Take the program away, and with it everything it put down."""

    kind = INSTALLED_KIND

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Ask through the pkexec of ``environment``."""
        self._environment = environment

    def restore(self, change: Change) -> Outcome:
        """Ask the program to remove everything and itself, and have this person's Firefox let go of the extension.

        Raises:
            RideauError: it could not be asked; the change stays pending.

        """
        del change
        if not HELPER.is_file():
            return Outcome.GONE
        from rideau.adapters.linux.sites import firefox_extension  # noqa: PLC0415 - once in an installation's life

        package = firefox_extension.installed_package()
        _ask_root(self._environment, (str(HELPER), "remove-all"), b"", _PERSON_WITHIN_S)
        if package is not None:
            firefox_extension.take_out(self._environment, package)
        return Outcome.RESTORED


def hosts_closed_to_all(doors: Doors) -> Hosts:
    """Return the hosts that ``doors`` close as a whole in every profile, and those below them that stay open."""
    keeper = Doorkeeper(doors)
    visitors = [Visitor(profile, has_extension=True) for profile in Profile]

    def is_closed(host: str) -> bool:
        return all(keeper.closed_by(host, visitor) is not None for visitor in visitors)

    named = {each.partition("/")[0] for door in doors.doors for each in (*door.sites, *door.exceptions)}
    names = sorted(host for host in named if "." in host and not host.startswith("["))
    closed = tuple(host for host in names if is_closed(host))[: policy_helper.MOST_HOSTS]
    below = tuple(f".{host}" for host in closed)
    return closed, tuple(host for host in names if host.endswith(below) and not is_closed(host))


def apply_hosts(environment: Mapping[str, str], hosts: Hosts) -> None:
    """Have exactly ``hosts`` closed.

    Raises:
        RideauError: the program could not be asked, or refused.

    """
    said = json.dumps({"closed": hosts[0], "open": hosts[1]}).encode("ascii")
    _ask_root(environment, ("--disable-internal-agent", str(HELPER), "apply"), said, _WITHIN_S)


def install(environment: Mapping[str, str], installations: Ledger, extension: Path) -> Installed:
    """Have an administrator put the program down, and the unpacked ``extension`` into Firefox ESR; asks the person.

    Raises:
        RideauError: nobody agreed, or something could not be written.

    """
    from rideau.adapters.linux.sites.firefox_extension import packed  # noqa: PLC0415 - as above

    if not any(change.kind == INSTALLED_KIND for _, change in installations.pending()):
        number = installations.record(Change(INSTALLED_KIND, str(HELPER), None, None))
    else:
        number = 0
    command = (_PYTHON, "-I", str(Path(policy_helper.__file__)), "install")
    try:
        done = _ask_root(environment, command, packed(extension), _PERSON_WITHIN_S)
    except RideauError:
        if number and not HELPER.is_file():
            installations.settle(number)
        raise
    left = done.get("left_alone")
    return Installed(
        tuple(map(str, left)) if isinstance(left, list) else (),
        is_in_firefox=done.get("firefox") == "merged",
        is_firefox_refused=done.get("firefox") == "refused",
    )


def is_in_firefox() -> bool:
    """Tell whether an administrator put the extension down for Firefox ESR."""
    return Path("/", policy_helper.PACKAGE).is_file()


def remove(environment: Mapping[str, str], installations: Ledger) -> bool:
    """Have everything removed that ``install`` put down; tell whether there was anything.

    Raises:
        RideauError: it could not be asked for; nothing is forgotten.

    """
    outcome = ManagedPolicyRestorer(environment).restore(Change(INSTALLED_KIND, str(HELPER), None, None))
    for number, change in installations.pending():
        if change.kind == INSTALLED_KIND:
            installations.settle(number)
    return outcome is Outcome.RESTORED


def _ask_root(
    environment: Mapping[str, str], command: Sequence[str], said: bytes, within_s: float
) -> Mapping[str, object]:
    """Run ``command`` as root and return what it said.

    Raises:
        RideauError: there is no pkexec, nobody agreed, or it failed.

    """
    pkexec = shutil.which("pkexec", path=environment.get("PATH"))
    if pkexec is None:
        raise RideauError(
            Text("“pkexec” is missing, so no administrator can be asked."),
            Text("Install it (the package is called pkexec or polkit), then try again."),
        )
    try:
        done = subprocess.run(
            (pkexec, *command), env=dict(environment), input=said, capture_output=True, timeout=within_s, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RideauError(Text("The administrator's part did not answer.")) from error
    if done.returncode in {_DISMISSED, _NOT_ALLOWED}:
        raise RideauError(Text("No administrator agreed, so nothing was changed."))
    return _understood(done)


def _understood(done: "subprocess.CompletedProcess[bytes]") -> Mapping[str, object]:
    why = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2].removeprefix("rideau-policy: ")
    try:
        told = json.loads(done.stdout) if done.returncode == 0 else None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise RideauError(Text("The administrator's part failed: {why}", why=why or done.returncode))
    return told
