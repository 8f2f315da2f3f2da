# SPDX-License-Identifier: MIT
"""Which browser is the default one, and how is it started on a profile that Rideau made?"""

import json
import stat
from pathlib import Path

import pytest

from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux import dconf
from rideau.adapters.linux.sites.browsers import Browser, Family, Package
from rideau.adapters.linux.sites.default_browser import default_browser
from rideau.adapters.linux.sites.gsettings_proxy import KIND, MODE, PLACE, URL
from rideau.adapters.linux.sites.made_profiles import Way, can_be_made, made_command, make_profile, own_command
from rideau.adapters.linux.sites.pac_in_force import pac_to_name
from rideau.domain.change import Change
from rideau.domain.error import StorageError
from rideau.domain.network import Side

PAC = "data:application/x-ns-proxy-autoconfig;base64,Zm9v"


def browser(name: str, family: Family, package: Package = Package.NATIVE) -> Browser:
    nowhere = Path("/nowhere")
    return Browser(
        name, name.title(), family, Path("/usr/bin", name), f"{name}.desktop", nowhere, nowhere, nowhere, package
    )


CHROMIUM = browser("chromium", Family.CHROMIUM)
FIREFOX = browser("firefox", Family.FIREFOX)
BOTH = (CHROMIUM, FIREFOX)


@pytest.fixture(name="home")
def fixture_home(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path), "XDG_DATA_DIRS": str(tmp_path / "share"), "XDG_CONFIG_DIRS": str(tmp_path / "xdg")}


def write(file: Path, *lines: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n")


def test_where_no_list_says_anything_there_is_no_default(home: dict[str, str]) -> None:
    """A list that cannot be read says nothing."""
    assert default_browser(home, BOTH) is None


def test_the_first_list_that_names_a_browser_known_here_decides(tmp_path: Path, home: dict[str, str]) -> None:
    """The person's own goes before the system's, a desktop's before that for all, and what is gone is passed over."""
    group = "[Default Applications]"
    write(tmp_path / "share/applications/mimeapps.list", group, "x-scheme-handler/https=chromium.desktop")
    assert default_browser(home, BOTH) is CHROMIUM
    write(tmp_path / ".config/mimeapps.list", group, "x-scheme-handler/https = gone.desktop;firefox.desktop;")
    assert default_browser(home, BOTH) is FIREFOX
    write(tmp_path / ".config/kde-mimeapps.list", group, "x-scheme-handler/https=chromium.desktop")
    assert default_browser({**home, "XDG_CURRENT_DESKTOP": "KDE"}, BOTH) is CHROMIUM


def test_only_defaults_count(tmp_path: Path, home: dict[str, str]) -> None:
    """What can open a page is not yet what opens it."""
    write(tmp_path / ".config/mimeapps.list", "[Added Associations]", "x-scheme-handler/https=firefox.desktop")
    assert default_browser(home, BOTH) is None


@pytest.mark.parametrize("wanted", BOTH)
def test_a_made_profile_is_private_and_begins_with_a_look(tmp_path: Path, wanted: Browser) -> None:
    """Nobody else may enter it."""
    folder = tmp_path / "rideau/browsers/x-work"
    assert make_profile(folder, wanted, Side.WORK, "Travail")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    if wanted is CHROMIUM:
        assert json.loads((folder / "Default/Preferences").read_text())["profile"]["name"] == "Travail"
    else:
        assert "#4F8A75" in (folder / "chrome/userChrome.css").read_text()


def test_a_profile_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    """First values are written once."""
    folder = tmp_path / "chromium-work"
    make_profile(folder, CHROMIUM, Side.WORK, "Work")
    (folder / "Default/Preferences").write_text("the person's")
    assert not make_profile(folder, CHROMIUM, Side.WORK, "Work")
    assert (folder / "Default/Preferences").read_text() == "the person's"


def test_a_link_to_elsewhere_is_no_profile(tmp_path: Path) -> None:
    """What stands there is refused."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "chromium-work").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageError):
        make_profile(tmp_path / "chromium-work", CHROMIUM, Side.WORK, "Work")


def test_the_command_names_the_folder_the_window_and_the_page(tmp_path: Path) -> None:
    """The page comes last; the way to the gate is for Chromium alone."""
    page = "https://example.org/"
    chromium = made_command(Way(CHROMIUM, tmp_path, "rideau-browser-work", PAC), page)
    assert chromium[:3] == ("/usr/bin/chromium", f"--user-data-dir={tmp_path}", "--class=rideau-browser-work")
    assert chromium[-2:] == (f"--proxy-pac-url={PAC}", page)
    firefox = made_command(Way(FIREFOX, tmp_path, "rideau-browser-work", PAC), page)
    assert firefox[:3] == ("/usr/bin/firefox", "--profile", str(tmp_path))
    assert (firefox[-1], PAC in " ".join(firefox)) == (page, False)
    assert own_command(FIREFOX) == ("/usr/bin/firefox",)


def test_a_sandbox_keeps_our_folders_out() -> None:
    """A browser of Flatpak's or Snap's gets no made profile."""
    assert can_be_made(CHROMIUM)
    assert not can_be_made(browser("chromium", Family.CHROMIUM, Package.SNAP))


def test_the_script_in_force_is_named_where_chromium_reads_no_settings(tmp_path: Path) -> None:
    """On Xfce, while routing holds; on GNOME it reads the settings by itself."""
    ledger = LedgerFile(tmp_path / "ledger")
    xfce, gnome = {"XDG_CURRENT_DESKTOP": "XFCE"}, {"XDG_CURRENT_DESKTOP": "GNOME"}
    assert not pac_to_name(xfce, ledger)
    after = json.dumps({MODE: dconf.text("auto").hex(), URL: dconf.text(PAC).hex()})
    ledger.record(Change(KIND, PLACE, None, after))
    assert pac_to_name(xfce, ledger) == PAC
    assert not pac_to_name(gnome, ledger)
