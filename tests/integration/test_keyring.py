# SPDX-License-Identifier: MIT
"""Does ``rideau self-test`` say how a real secret service stands: unlocked, locked, not there?"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from stage.bus import SessionBus
from stage.desktop import Home
from stage.program import require
from stage.running import Running

SERVICE = ("org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service")
LOGIN = "/org/freedesktop/secrets/collection/login"
AT_MOST_S = 6.0
"""The self-test's own limit for a keyring that asks and waits, and a start of Python."""


class Session(Running):
    """Be a session with a bus and without a display, so that a locked keyring has nowhere to ask."""

    def __init__(self, home: Home, bus: SessionBus) -> None:
        """Begin without a secret service."""
        super().__init__(home)
        self.bus = bus

    def start_keyring(self, password: str) -> None:
        """Start gnome-keyring as a login with ``password`` does, or without one, which leaves it locked."""
        command = [require("gnome-keyring-daemon"), "--components=secrets", "--unlock" if password else "--daemonize"]
        silent = subprocess.DEVNULL
        subprocess.run(
            command, input=password.encode(), env=self.environment, check=True, stdout=silent, stderr=silent, timeout=30
        )
        self.bus.wait_for(SERVICE[0])

    def keyring(self) -> dict[str, Any]:
        """Return what the self-test says of the keyring."""
        done = self.command("self-test", "--json")
        assert "Traceback" not in done.stderr
        found: dict[str, dict[str, Any]] = {each["name"]: each for each in json.loads(done.stdout)["mechanisms"]}
        return found["keyring"]


@pytest.fixture(name="session")
def fixture_session() -> Iterator[Session]:
    with Home() as home, SessionBus(home.environment, home.folder) as bus:
        home.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        yield Session(home, bus)


def test_an_unlocked_keyring_keeps_a_secret_and_none_is_left_behind(session: Session) -> None:
    session.start_keyring("a password")
    found = session.keyring()
    assert (found["fitness"], found["remedy"]) == ("works", None)
    left = "import keyring; print(keyring.get_password('rideau-self-test', 'probe'))"
    assert session.home.run([sys.executable, "-c", left]).stdout == "None\n"


@pytest.mark.parametrize("was_used", [False, True])
def test_a_locked_keyring_is_said_and_not_waited_for(session: Session, was_used: bool) -> None:  # noqa: FBT001 - a case
    session.start_keyring("a password" if was_used else "")
    if was_used:
        session.bus.call(SERVICE, "Lock", "ao", [LOGIN])
    start = time.monotonic()
    found = session.keyring()
    assert time.monotonic() - start < AT_MOST_S
    assert found["fitness"] == "missing"
    assert found["remedy"] == "Unlock your keyring, then try again."


def test_without_a_secret_service_it_is_said_what_to_install(session: Session) -> None:
    found = session.keyring()
    assert found["fitness"] == "missing"
    assert "gnome-keyring" in found["remedy"]
