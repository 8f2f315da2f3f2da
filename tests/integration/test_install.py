# SPDX-License-Identifier: MIT
"""Does ``make install`` put a Rideau into the menu that needs no checkout, and ``make uninstall`` leave nothing?"""

import os
import shutil
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from stage.desktop import Desktop, Furniture, Home
from stage.program import require

CHECKOUT = Path(__file__).parents[2]
PATIENCE_S = 180
OWN_TOOLS = {
    "UV_CACHE_DIR": os.environ.get("UV_CACHE_DIR", str(Path.home() / ".cache/uv")),
    "RUSTUP_HOME": os.environ.get("RUSTUP_HOME", str(Path.home() / ".rustup")),
}
"""What belongs to whoever runs the tests: nothing is downloaded again, and pip, which brings uv where there is none and
asks Rust for its version on the way, leaves no folder of rustup's in the home that is compared."""


class Person:
    """Be somebody with a home of their own and a copy of this checkout."""

    def __init__(self, home: Home, checkout: Path) -> None:
        """Keep what is on disk before anything is installed."""
        self.home = home
        self.checkout = checkout
        self.folder = Path(home.environment["HOME"])
        self.data = Path(home.environment["XDG_DATA_HOME"])
        self.launcher = self.folder / ".local/bin/rideau"
        (self.data / "applications").mkdir()
        (self.data / "applications/other.desktop").write_text("[Desktop Entry]\nName=Other\n")
        self.before = self.everything()

    def everything(self) -> list[str]:
        """Return every file and folder of the home."""
        return sorted(str(each.relative_to(self.folder)) for each in self.folder.rglob("*"))

    def make(self, *words: str) -> str:
        """Run make in the copy and return what it said."""
        done = subprocess.run(
            [require("make"), "--no-print-directory", *words],
            cwd=self.checkout,
            env={**os.environ, **self.home.environment, **OWN_TOOLS, "CI": "true"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def rideau(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command."""
        return self.home.run([str(self.launcher), *words])

    def wait_until_running(self) -> None:
        """Wait until the app answers."""
        for _ in range(50):
            if self.rideau("status").returncode == 0:
                return
            time.sleep(0.1)
        pytest.fail("Rideau did not come up.")

    def wait_for_the_small_window(self) -> None:
        """Wait until the window that stands in for a panel is mapped."""
        found = self.home.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "^Rideau$"])
        assert found.stdout.strip(), "no small window came up"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what git would hold, beside the environment of this checkout."""
    copy = tmp_path_factory.mktemp("checkout") / "rideau"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (CHECKOUT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def person(checkout: Path) -> Iterator[Person]:
    """Somebody who has installed Rideau and thrown the checkout away meanwhile (it comes back for uninstalling)."""
    with Desktop(Furniture(notifications=None, window_manager="")) as home:
        person = Person(home, checkout)
        person.make("install")
        away = checkout.with_name("away")
        checkout.rename(away)
        yield person
        away.rename(checkout)
        settings = home.config / "rideau/config.toml"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("version = 1\n")  # no first start, whose assistant would come before the small window
        running = home.start([str(person.launcher)])
        person.wait_until_running()
        person.wait_for_the_small_window()  # a mapped window once kept the app from ending
        person.rideau("autostart", "on")
        bookmarks = person.data / "rideau/browsers/chromium-work/Default/Bookmarks"
        bookmarks.parent.mkdir(parents=True)
        bookmarks.write_text("{}")
        said = person.make("uninstall")
        assert running.wait(5) == 0
        for kept in (settings.parent, person.data / "rideau/browsers"):
            assert f"{kept}: kept" in said
        assert settings.exists()
        assert bookmarks.exists()
        assert [each.name for each in (person.data / "rideau").iterdir()] == ["browsers"]
        person.make("uninstall", "PURGE=1")
        assert person.everything() == person.before


def test_the_menu_entry_is_valid_and_starts_the_launcher(person: Person) -> None:
    entry = person.data / "applications/rideau.desktop"
    subprocess.run([require("desktop-file-validate"), str(entry)], check=True)
    lines = entry.read_text("utf-8").splitlines()
    assert f"TryExec={person.launcher}" in lines
    assert sum(line.startswith(f'Exec="{person.launcher}"') for line in lines) == 3
    assert "Name[fr]=Fermer maintenant" in lines


def test_the_software_catalogues_description_is_valid(person: Person) -> None:
    (file,) = (person.data / "metainfo").iterdir()
    subprocess.run([require("appstreamcli"), "validate", "--no-net", str(file)], check=True, capture_output=True)
    assert ET.parse(file).getroot().findtext("launchable") == "rideau.desktop"  # noqa: S314 - our own file


@pytest.mark.parametrize(
    "icon", ["scalable/apps/rideau", "16x16/apps/rideau", "22x22/apps/rideau", "symbolic/apps/rideau-symbolic"]
)
def test_the_icon_is_where_menus_look(person: Person, icon: str) -> None:
    file = person.data / f"icons/hicolor/{icon}.svg"
    assert ET.parse(file).getroot().tag.endswith("svg")  # noqa: S314 - our own file


def test_the_installed_command_works_without_the_checkout(person: Person) -> None:
    assert not person.checkout.exists()
    answer = person.rideau("networks", "--json")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert '"linkedin"' in answer.stdout


def test_the_installed_command_speaks_french(person: Person) -> None:
    settings = person.home.config / "rideau/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('version = 1\nlanguage = "fr"\n')
    french = person.rideau("autostart", "status").stdout
    shutil.rmtree(settings.parent)
    assert french != person.rideau("autostart", "status").stdout


def test_starting_at_login_leads_to_the_installed_copy(person: Person) -> None:
    assert person.rideau("autostart", "on").returncode == 0
    entry = person.home.config / "autostart/rideau.desktop"
    assert f"Exec={person.data}/rideau/venv/bin/rideau" in entry.read_text("utf-8").splitlines()
