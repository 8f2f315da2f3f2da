# SPDX-License-Identifier: MIT
"""Does a window of its own process learn from the real app how everything stands, and put everything back?"""

import json
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from stage.desktop import Desktop, Furniture
from stage.keeper import eventually
from stage.running import RIDEAU, kill_rideau

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HOURS = 'version = 1\n[hours]\ntimezone = "Europe/Paris"\n[hours.week]\n'
CLOSED = HOURS + 'monday = []\n[lock]\nlevel = "firm"\n'
OPEN = HOURS + "\n".join(f'{day} = ["00:00-24:00"]' for day in DAYS) + "\n"
ASKING = """
import json, sys, time
from rideau.bootstrap import offline
from rideau.bootstrap.machine import machine_of
parts = offline()
machine = machine_of(parts, parts.words)
said = {"running": machine.is_running()}
said["mechanisms"] = {each.name: each.fitness.value for each in machine.mechanisms()}
said["changes"] = [each.what for each in machine.changes()]
if "restore" in sys.argv:
    came = machine.restore()
    said["wait"] = came.wait.total_seconds()
    if came.key:
        time.sleep(said["wait"])
        came = machine.restore(came.key)
    said["done"] = came.lines
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """Stand on a small desktop."""
    with Desktop(Furniture()) as made:
        yield made


@pytest.fixture
def clean(desktop: Desktop) -> Iterator[Desktop]:
    """Begin with no Rideau, and leave none."""
    yield desktop
    kill_rideau(desktop.mark)
    shutil.rmtree(desktop.state / "rideau", ignore_errors=True)


def start(desktop: Desktop, settings: str) -> None:
    folder = desktop.config / "rideau"
    folder.mkdir(exist_ok=True)
    (folder / "config.toml").write_text(settings)
    desktop.start(RIDEAU, log="rideau.log")
    eventually(lambda: desktop.run([*RIDEAU, "status"]).returncode == 0)


def asked(desktop: Desktop, *words: str) -> dict[str, Any]:
    done = desktop.run([sys.executable, "-c", ASKING, *words])
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_a_running_app_tells_the_same_as_doctor(clean: Desktop) -> None:
    start(clean, OPEN)
    told = json.loads(clean.run([*RIDEAU, "doctor", "--json"]).stdout)["mechanisms"]
    said = asked(clean)
    assert said["running"]
    assert said["mechanisms"] == {each["name"]: each["fitness"] for each in told}


def test_without_an_app_the_window_looks_by_itself(clean: Desktop) -> None:
    said = asked(clean, "restore")
    assert not said["running"]
    assert {"notifications", "sites", "autostart"} <= set(said["mechanisms"])
    assert said["done"] == ["Nothing to put back: everything is as it was."]


def test_while_it_is_closed_firmly_everything_goes_back_after_the_wait(clean: Desktop) -> None:
    start(clean, CLOSED)
    said = asked(clean, "restore")
    assert said["wait"] == 10
    assert said["done"][-1].startswith("Rideau goes on")
