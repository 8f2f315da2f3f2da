# SPDX-License-Identifier: MIT
"""Is every installed browser found once, with its own folders, and known again as a running process?"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from rideau.adapters.linux.sites.browsers import Browser, Family, Package, browser_running, installed_browsers
from rideau.adapters.linux.sites.native_parent import launched_as, parent_browser
from rideau.adapters.native_host import Parent
from rideau.domain.door import Profile
from rideau.domain.network import Side

DEBIANS_FIREFOX = '#!/bin/sh\nFIREFOX="$(command -v firefox)"\n[ -x "$FIREFOX.real" ] && exec "$FIREFOX.real" "$@"\n'


class Machine:
    """Hold a file system with nothing on it but what a test puts there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / "home/lea"
        self.home.mkdir(parents=True)

    @property
    def environment(self) -> Mapping[str, str]:
        """Return the environment of the person who lives there."""
        shared = f"{self.root}/usr/local/share:{self.root}/usr/share"
        path = f"{self.root}/usr/bin:{self.root}/snap/bin"
        return {"HOME": str(self.home), "PATH": path, "XDG_DATA_DIRS": shared}

    def program(self, place: str, content: str = "\x7fELF") -> Path:
        """Put down a program."""
        file = self.root / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
        file.chmod(0o755)
        return file

    def link(self, place: str, target: str) -> None:
        """Put down a link."""
        file = self.root / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.symlink_to(target)

    def entry(self, place: str) -> None:
        """Put down a desktop file."""
        file = self.root / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("[Desktop Entry]\n")

    def browsers(self) -> dict[str, Browser]:
        """Return what is found, by id."""
        found = installed_browsers(self.environment, self.root)
        assert len({each.id for each in found}) == len(found)
        return {each.id: each for each in found}


@pytest.fixture(name="machine")
def fixture_machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_machine_without_browsers_has_none(machine: Machine) -> None:
    assert machine.browsers() == {}


def test_folders_that_cannot_be_looked_into_hold_no_launchers(tmp_path: Path) -> None:
    """A name that is too long, like a folder of somebody else's, gives an error of its own."""
    machine = Machine(tmp_path)
    machine.program("usr/bin/chromium")
    machine.entry("usr/share/applications/chromium.desktop")
    shared = f"{tmp_path}/{'x' * 300}:{tmp_path}/usr/bin/chromium:{machine.environment['XDG_DATA_DIRS']}"
    found = installed_browsers({**machine.environment, "XDG_DATA_DIRS": shared}, tmp_path)
    assert [each.desktop_file for each in found] == ["chromium.desktop"]


def test_a_firefox_folder_that_cannot_be_looked_into_is_none(machine: Machine) -> None:
    machine.program("usr/bin/firefox")
    machine.link("home/lea/.mozilla", "x" * 255)
    (machine.home / ".config/mozilla/firefox").mkdir(parents=True)
    assert machine.browsers()["firefox"].profile_root == machine.home / ".config/mozilla/firefox"


def test_debians_firefox_is_its_esr_and_one_browser(machine: Machine) -> None:
    machine.program("usr/lib/firefox-esr/firefox-esr")
    machine.link("usr/bin/firefox-esr", "../lib/firefox-esr/firefox-esr")
    machine.program("usr/bin/firefox", f'{DEBIANS_FIREFOX}exec firefox-esr "$@"\n')
    machine.entry("usr/share/applications/firefox-esr.desktop")
    found = machine.browsers()
    assert list(found) == ["firefox-esr"]
    assert found["firefox-esr"].desktop_file == "firefox-esr.desktop"
    assert found["firefox-esr"].hosts_folder == machine.home / ".mozilla/native-messaging-hosts"
    assert found["firefox-esr"].policy_folder == machine.root / "etc/firefox/policies"


def test_a_link_to_another_browser_is_no_second_one(machine: Machine) -> None:
    machine.program("usr/lib/firefox-esr/firefox-esr")
    machine.link("usr/bin/firefox-esr", "../lib/firefox-esr/firefox-esr")
    machine.link("usr/bin/firefox", "firefox-esr")
    assert list(machine.browsers()) == ["firefox-esr"]


def test_firefox_and_its_esr_side_by_side_are_two(machine: Machine) -> None:
    machine.program("usr/bin/firefox-esr")
    machine.program("usr/bin/firefox", '#!/bin/sh\nexec /usr/lib/firefox/firefox "$@"\n')
    assert list(machine.browsers()) == ["firefox-esr", "firefox"]


def test_ubuntus_wrapper_of_a_snap_is_the_snap(machine: Machine) -> None:
    machine.program("usr/bin/snap")
    machine.link("snap/bin/firefox", "/usr/bin/snap")
    machine.program("usr/bin/firefox", '#!/bin/sh\nexec /snap/bin/firefox "$@"\n')
    found = machine.browsers()
    assert list(found) == ["firefox-snap"]
    assert found["firefox-snap"].package is Package.SNAP
    assert found["firefox-snap"].profile_root == machine.home / "snap/firefox/common/.mozilla/firefox"
    assert found["firefox-snap"].hosts_folder == machine.home / ".mozilla/native-messaging-hosts"


def test_flatpaks_have_their_own_home(machine: Machine) -> None:
    machine.program("var/lib/flatpak/exports/bin/org.chromium.Chromium")
    machine.entry("var/lib/flatpak/exports/share/applications/org.chromium.Chromium.desktop")
    machine.program("home/lea/.local/share/flatpak/exports/bin/org.mozilla.firefox")
    found = machine.browsers()
    assert list(found) == ["chromium-flatpak", "firefox-flatpak"]
    own = machine.home / ".var/app"
    assert found["chromium-flatpak"].profile_root == own / "org.chromium.Chromium/config/chromium"
    assert found["chromium-flatpak"].desktop_file == "org.chromium.Chromium.desktop"
    assert found["firefox-flatpak"].profile_root == own / "org.mozilla.firefox/.mozilla/firefox"
    assert found["firefox-flatpak"].name == "Firefox (Flatpak)"


def test_the_same_browser_in_two_packages_is_two(machine: Machine) -> None:
    machine.program("usr/bin/chromium")
    machine.program("var/lib/flatpak/exports/bin/org.chromium.Chromium")
    assert list(machine.browsers()) == ["chromium", "chromium-flatpak"]


@pytest.mark.parametrize(
    ("program", "browser", "data", "policies"),
    [
        ("chromium", "chromium", "chromium", "chromium/policies/managed"),
        ("chromium-browser", "chromium", "chromium", "chromium/policies/managed"),
        ("google-chrome-stable", "chrome", "google-chrome", "opt/chrome/policies/managed"),
        ("brave-browser", "brave", "BraveSoftware/Brave-Browser", "brave/policies/managed"),
        ("microsoft-edge-stable", "edge", "microsoft-edge", "opt/edge/policies/managed"),
    ],
)
def test_the_family_of_chromium_keeps_its_hosts_with_its_data(
    machine: Machine, program: str, browser: str, data: str, policies: str
) -> None:
    machine.program(f"usr/bin/{program}")
    found = machine.browsers()[browser]
    assert found.family is Family.CHROMIUM
    assert found.profile_root == machine.home / ".config" / data
    assert found.hosts_folder == found.profile_root / "NativeMessagingHosts"
    assert found.policy_folder == machine.root / "etc" / policies


def test_the_configuration_folder_is_where_the_person_put_it(machine: Machine) -> None:
    machine.program("usr/bin/chromium")
    environment = {**machine.environment, "XDG_CONFIG_HOME": str(machine.home / "elsewhere")}
    assert installed_browsers(environment, machine.root)[0].profile_root == machine.home / "elsewhere/chromium"


def test_a_new_firefox_keeps_its_profiles_in_the_configuration_folder(machine: Machine) -> None:
    machine.program("usr/bin/firefox")
    modern = machine.home / ".config/mozilla/firefox"
    modern.mkdir(parents=True)
    assert machine.browsers()["firefox"].profile_root == modern
    (machine.home / ".mozilla/native-messaging-hosts").mkdir(parents=True)
    assert machine.browsers()["firefox"].profile_root == modern
    (machine.home / ".mozilla/firefox").mkdir()
    assert machine.browsers()["firefox"].profile_root == machine.home / ".mozilla/firefox"


@pytest.mark.parametrize(
    ("executable", "browser"),
    [
        ("/usr/lib/chromium/chromium", "chromium"),
        ("/usr/lib64/chromium-browser/chromium-browser", "chromium"),
        ("/snap/chromium/2899/usr/lib/chromium-browser/chrome", "chromium"),
        ("/app/chromium/chrome", "chromium-flatpak"),
        ("/opt/google/chrome/chrome", "chrome"),
        ("/opt/brave.com/brave/brave", "brave"),
        ("/opt/microsoft/msedge/msedge", "edge"),
        ("/opt/vivaldi/vivaldi-bin", "vivaldi"),
        ("/usr/lib/x86_64-linux-gnu/opera/opera", "opera"),
        ("/usr/lib/firefox-esr/firefox-esr", "firefox-esr"),
        ("/usr/lib/firefox/firefox", "firefox"),
        ("/usr/lib/firefox-devedition/firefox-bin", "firefox-devedition"),
        ("/usr/share/librewolf/librewolf", "librewolf"),
        ("/bin/bash", None),
        ("", None),
    ],
)
def test_a_running_browser_is_known_by_its_executable(machine: Machine, executable: str, browser: str | None) -> None:
    names = "chromium google-chrome brave microsoft-edge vivaldi opera firefox-esr firefox firefox-devedition librewolf"
    for name in names.split():
        machine.program(f"usr/bin/{name}")
    machine.program("var/lib/flatpak/exports/bin/org.chromium.Chromium")
    found = browser_running(executable, tuple(machine.browsers().values()))
    assert (found.id if found else None) == browser


def test_a_browser_that_stands_where_nobody_expects_it_is_known_by_its_program(machine: Machine) -> None:
    real = machine.program("opt/tools/fox")
    machine.link("usr/bin/firefox", str(real))
    found = browser_running(str(real), tuple(machine.browsers().values()))
    assert found is not None
    assert found.id == "firefox"


@pytest.mark.parametrize(
    ("words", "made", "profile"),
    [
        (["chromium"], [], Profile.NONE),
        (["chromium"], ["work"], Profile.PERSONAL),
        (["chromium", "--user-data-dir={data}/rideau/browsers/chromium-work"], ["work"], Profile.WORK),
        (["chromium", "--user-data-dir={data}/rideau/browsers/chromium-work/"], ["work"], Profile.WORK),
        (["chromium", "--user-data-dir={data}/rideau/browsers/chromium-personal"], [], Profile.PERSONAL),
        (["/usr/bin/c --a --user-data-dir={data}/rideau/browsers/chromium-work --b"], ["work"], Profile.WORK),
        (["chromium", "--user-data-dir={data}/rideau/browsers/chromium-work-2"], [], Profile.NONE),
        (["chromium", "--user-data-dir={data}/rideau/browsers/brave-work"], [], Profile.NONE),
        (["chromium", "--user-data-dir=/tmp/other"], ["work"], Profile.PERSONAL),
        (["chromium", "--user-data-dir"], [], Profile.NONE),
        (["chromium", "--profile", "{data}/rideau/browsers/chromium-work"], [], Profile.NONE),
    ],
)
def test_the_launcher_says_which_side_a_profile_is_on(
    machine: Machine, words: list[str], made: list[str], profile: Profile
) -> None:
    machine.program("usr/bin/chromium")
    data = machine.home / ".local/share"
    for each in made:
        (data / "rideau/browsers" / f"chromium-{each}").mkdir(parents=True)
    said = [word.format(data=data) for word in words]
    assert launched_as(said, machine.browsers()["chromium"], data, lambda: Side.PERSONAL) is profile


@pytest.mark.parametrize("flag", ["--profile", "-profile"])
def test_firefox_names_its_profile_with_a_word_of_its_own(machine: Machine, flag: str) -> None:
    machine.program("usr/bin/firefox")
    data = machine.home / ".local/share"
    words = ["firefox", "--no-remote", flag, f"{data}/rideau/browsers/firefox-work", "about:blank"]
    assert launched_as(words, machine.browsers()["firefox"], data, lambda: Side.PERSONAL) is Profile.WORK


def process(proc: Path, pid: int, *, parent: int, executable: str, words: list[str]) -> None:
    """Write what /proc tells of a process."""
    folder = proc / str(pid)
    folder.mkdir(parents=True)
    (folder / "exe").symlink_to(executable)
    (folder / "cmdline").write_bytes(b"".join(word.encode() + b"\0" for word in words))
    (folder / "stat").write_text(f"{pid} (a) b) S {parent} 1 1")


def test_the_browser_is_found_behind_a_wrapper(machine: Machine, tmp_path: Path) -> None:
    machine.program("usr/bin/chromium")
    folder = machine.home / ".local/share/rideau/browsers/chromium-work"
    proc = tmp_path / "proc"
    process(proc, 70, parent=60, executable="/usr/bin/dash", words=["sh", "wrapper"])
    process(
        proc, 60, parent=1, executable="/usr/lib/chromium/chromium (deleted)", words=["c", f"--user-data-dir={folder}"]
    )
    found = parent_browser(machine.environment, lambda: Side.PERSONAL, 70, proc)
    assert found == Parent(60, "chromium", Profile.WORK)


@pytest.mark.parametrize("stat", ["", "70 (x", "70 (x) S", "70 (x) S x", "70 (x) S 70"])
def test_a_parent_that_is_no_browser_is_only_a_number(machine: Machine, tmp_path: Path, stat: str) -> None:
    machine.program("usr/bin/chromium")
    proc = tmp_path / "proc"
    process(proc, 70, parent=1, executable="/usr/bin/dash", words=["sh"])
    (proc / "70/stat").write_text(stat)
    assert parent_browser(machine.environment, lambda: Side.PERSONAL, 70, proc) == Parent(70)
