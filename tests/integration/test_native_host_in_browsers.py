# SPDX-License-Identifier: MIT
"""Do the real browsers find the host that ``rideau browsers install`` put there, and does it know them?"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rideau.adapters.profiles import made_profile
from rideau.adapters.resources import extension_folder
from rideau.domain.network import Side
from stage.chromium import Chromium
from stage.desktop import Desktop, Furniture
from stage.firefox import Firefox
from stage.lines import Listener

BROWSERS = {"chromium": Chromium, "firefox-esr": Firefox}


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None, window_manager="")) as desktop:
        yield desktop


@pytest.fixture(name="keeper")
def fixture_keeper(desktop: Desktop) -> Iterator[Listener]:
    path = Path(desktop.environment["XDG_RUNTIME_DIR"], "rideau/keeper")
    path.unlink(missing_ok=True)
    keeper = Listener(path)
    yield keeper
    keeper.close()


@pytest.mark.parametrize("name", BROWSERS)
def test_a_browser_started_on_the_side_of_work_says_so_to_the_keeper(
    desktop: Desktop, keeper: Listener, name: str
) -> None:
    profile = made_profile(Path(desktop.environment["XDG_DATA_HOME"]), name, Side.WORK)
    profile.mkdir(parents=True)
    installed = desktop.run([sys.executable, "-m", "rideau", "browsers", "install", name])
    assert installed.returncode == 0, installed.stderr
    version = json.loads((extension_folder() / "manifest.json").read_text())["version"]
    with BROWSERS[name](desktop, profile=profile) as browser:
        browser.install(extension_folder())
        line = keeper.line()
        hello = line.heard()
        assert browser.program is not None
        assert (hello["role"], hello["browser"], hello["profile"]) == ("browser", name, "work")
        assert hello["extension"] == version
        assert hello["pid"] == browser.program.pid  # its launchers exec
    assert not line.connection.recv(1)  # the host left with its browser
    removed = desktop.run([sys.executable, "-m", "rideau", "browsers", "remove", name])
    assert removed.returncode == 0, removed.stderr
    assert not list(profile.rglob("app.rideau.host.json"))
