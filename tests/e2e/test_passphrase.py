# SPDX-License-Identifier: MIT
"""Does the passphrase of the lock open it, with the real app and a real keyring, and nothing else do?"""

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from rideau.domain.settings import WEEKDAYS
from stage.desktop import Desktop, Furniture
from stage.keeper import eventually
from stage.program import require
from stage.running import RIDEAU, Running

OPEN_AND_LOCKED = f"""version = 1
[hours]
timezone = "UTC"
[hours.week]
{"".join(f'{day} = ["00:00-24:00"]' + chr(10) for day in WEEKDAYS)}
[lock]
level = "locked"
"""
WORD = "the moon is a buddy"


class House(Running):
    """Run Rideau where a keyring is unlocked."""

    def typed(self, said: str, *words: str) -> "subprocess.CompletedProcess[str]":
        """Run a command that is given ``said`` on its standard input."""
        return subprocess.run(
            [*RIDEAU, *words],
            env=self.environment,
            input=said + "\n",
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


@pytest.fixture(name="house", scope="module")
def fixture_house() -> Iterator[House]:
    with Desktop(Furniture(notifications=None, window_manager="")) as desktop:
        command = [require("gnome-keyring-daemon"), "--components=secrets", "--unlock"]
        silent = subprocess.DEVNULL
        subprocess.run(
            command, input=b"word", env=desktop.environment, check=True, stdout=silent, stderr=silent, timeout=60
        )
        desktop.bus.wait_for("org.freedesktop.secrets")
        house = House(desktop)
        house.forget()
        house.settings.write_text(OPEN_AND_LOCKED)
        house.start()
        yield house
        house.leave()


def open_with(house: House) -> "subprocess.CompletedProcess[str]":
    return house.typed(WORD, "open", "--for", "5m", "--reason", "x", "--passphrase", "--json")


def test_the_lock_opens_to_the_passphrase_after_a_wait_and_to_nothing_else(house: House) -> None:
    assert house.command("passphrase", "status").stdout == "No passphrase is set.\n"
    assert house.typed("abc", "passphrase", "set").returncode == 2
    assert house.typed("", "passphrase", "set").returncode == 2
    assert house.typed(WORD, "passphrase", "set").returncode == 0
    assert house.document("passphrase", "status") == {"is_set": True}

    end = datetime.now(UTC) + timedelta(hours=5)
    assert house.command("close", "--until", end.isoformat()).returncode == 0
    for command in (("passphrase", "remove"), ("resume",), ("open", "--reason", "x"), ("quit",)):
        assert house.command(*command).returncode == 4, command
    assert house.typed(WORD + " too", "passphrase", "set").returncode == 4
    assert house.typed("a star", "open", "--reason", "x", "--passphrase").returncode == 4
    assert house.document("status")["phase"] == "quiet"

    opened: list[subprocess.CompletedProcess[str]] = []
    eventually(lambda: opened.append(open_with(house)) or opened[-1].returncode == 0)  # a wrong try slows the next one
    assert json.loads(opened[-1].stdout)["phase"] == "work"
    assert house.command("passphrase", "remove").returncode == 4, "what a key opened is no opening"
    assert house.document("resume")["phase"] == "quiet"
    kept = b"".join(each.read_bytes() for each in house.state.rglob("*") if each.is_file())
    assert WORD.encode() not in kept, "nothing on disk knows it"


def typed_at_a_terminal(house: House, *lines: str) -> tuple[int, str]:
    """Set a passphrase as a person does, one line for each prompt; return the exit code and what the screen showed."""
    terminal, far_end = os.openpty()
    process = subprocess.Popen(
        [*RIDEAU, "passphrase", "set"],
        env=house.environment,
        stdin=far_end,
        stdout=far_end,
        stderr=far_end,
        start_new_session=True,
    )
    os.close(far_end)
    shown = b""
    with contextlib.suppress(OSError):  # EIO: the far end is closed
        for line in (*lines, ""):
            while not shown.endswith(b": ") or line == "":
                shown += os.read(terminal, 1024)
            os.write(terminal, line.encode() + b"\n")
            shown += b"\n"
    os.close(terminal)
    return process.wait(60), shown.decode()


def test_at_a_terminal_it_is_typed_twice_and_not_shown(house: House) -> None:
    end = datetime.now(UTC) + timedelta(hours=6)
    assert house.command("close", "--until", end.isoformat()).returncode == 0
    code, shown = typed_at_a_terminal(house, WORD, WORD + " too")
    assert code == 2
    assert "These were not the same." in shown
    code, shown = typed_at_a_terminal(house, WORD, WORD)
    assert code == 4, "closed by hand, under the lock"
    assert shown.count(": ") >= 2
    assert WORD not in shown
