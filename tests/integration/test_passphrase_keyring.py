# SPDX-License-Identifier: MIT
"""Is a secret kept in a real secret service, and is nobody kept waiting where there is none?"""

import subprocess
import sys
from collections.abc import Iterator
from threading import Event

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, fail

from contracts.secret import SecretStoreContract
from rideau.adapters.passphrase_keyring import KeyringSecret
from rideau.domain.error import SecretsError
from stage.bus import SessionBus
from stage.desktop import Home
from stage.program import require

GENEROUS_S = 60.0


@pytest.fixture(name="unlocked", scope="module")
def fixture_unlocked() -> Iterator[str]:
    """Run an unlocked secret service, and say where its bus is."""
    with Home() as home, SessionBus(home.environment, home.folder) as bus:
        command = [require("gnome-keyring-daemon"), "--components=secrets", "--unlock"]
        environment = {**home.environment, "DBUS_SESSION_BUS_ADDRESS": bus.address}
        silent = subprocess.DEVNULL
        subprocess.run(command, input=b"word", env=environment, check=True, stdout=silent, stderr=silent, timeout=60)
        bus.wait_for("org.freedesktop.secrets")
        yield bus.address


@pytest.fixture(name="backend")
def fixture_backend() -> Iterator[None]:
    """Put the process's own keyring back afterwards."""
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


@pytest.mark.usefixtures("backend")
class TestKeyringSecret(SecretStoreContract):
    """The keyring of gnome-keyring."""

    @pytest.fixture
    def store(self, unlocked: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringSecret]:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", unlocked)
        keyring.set_keyring(SecretService.Keyring())
        store = KeyringSecret(GENEROUS_S)
        yield store
        store.remove()


@pytest.mark.usefixtures("backend")
def test_without_a_secret_service_it_is_said_and_nothing_is_kept() -> None:
    keyring.set_keyring(fail.Keyring())
    store = KeyringSecret(GENEROUS_S)
    for act in (store.load, store.remove, lambda: store.save("a word")):
        with pytest.raises(SecretsError) as caught:
            act()
        assert "gnome-keyring" in str(caught.value.remedy)


class Slow(KeyringBackend):
    """Ask for a password on the screen, and wait until somebody types it."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.typed = Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.typed.wait()
        return f"{service} {username}"

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError


@pytest.mark.usefixtures("backend")
def test_a_keyring_that_asks_on_the_screen_is_not_waited_for() -> None:
    slow = Slow()
    keyring.set_keyring(slow)
    with pytest.raises(SecretsError, match="in time"):
        KeyringSecret(0.05).load()
    slow.typed.set()
    assert KeyringSecret(GENEROUS_S).load() == "rideau passphrase"


def test_a_locked_keyring_is_said() -> None:
    """In a process of its own, without a display: nobody could be asked."""
    with Home() as home, SessionBus(home.environment, home.folder) as bus:
        home.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        command = [require("gnome-keyring-daemon"), "--components=secrets", "--daemonize"]
        silent = subprocess.DEVNULL
        subprocess.run(command, env=home.environment, check=True, stdout=silent, stderr=silent, timeout=60)
        bus.wait_for("org.freedesktop.secrets")
        script = (
            "from rideau.adapters.passphrase_keyring import KeyringSecret\n"
            "from rideau.domain.error import SecretsError\n"
            "try:\n    KeyringSecret(60).save('a word')\n"
            "except SecretsError as error:\n    print('said:', error.remedy)\n"
        )
        done = home.run([sys.executable, "-c", script])
    assert done.stdout.startswith("said: Unlock your keyring"), done.stderr
