# SPDX-License-Identifier: MIT
"""Is the native host put where each browser looks, and taken away so that nothing tells it ever was there?"""

import json
import os
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from contracts.restorer import Changed, RestorerContract
from fakes.ledger import FakeLedger
from rideau.adapters.installed_file import InstalledFileRestorer, InstalledFiles
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sites.browsers import Browser, Family, Package
from rideau.adapters.linux.sites.host_manifests import ExtensionIds, HostManifests, HostStand, chromium_id
from rideau.adapters.resources import extension_folder
from rideau.domain.change import Outcome
from rideau.domain.error import StorageError
from rideau.services.restoration import restore_all

PUBLIC_KEY = (
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDcBHwzDvyBQ6bDppkIs9MP4ksKqCMyXQ/A52JivHZKh4YO/9vJsT3oaYhSpDCE9RPocOEQvwsHsFReW2nUEc6"
    "OLLyoCFFxIb7KkLGsmfakkut/fFdNJYh0xOTbSN8YvLWcqph09XAY2Y/f0AL7vfO1cuCqtkMt8hFrBGWxDdf9CQIDAQAB"
)
"""That of the sample in Chrome's documentation of native messaging, whose host's manifest names the id."""


def tree(folder: Path) -> Mapping[str, tuple[bytes, int]]:
    """Return every file and folder under ``folder``, with content and mode."""
    return {
        str(each.relative_to(folder)): (
            str(each.readlink()).encode() if each.is_symlink() else each.read_bytes() if each.is_file() else b"",
            stat.S_IMODE(each.lstat().st_mode),
        )
        for each in folder.rglob("*")
    }


@pytest.fixture(name="home")
def fixture_home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture(name="ledger")
def fixture_ledger(tmp_path: Path) -> LedgerFile:
    return LedgerFile(tmp_path / "state/installations")


@pytest.fixture(name="manifests")
def fixture_manifests(home: Path, ledger: LedgerFile) -> HostManifests:
    return HostManifests({"HOME": str(home)}, ledger, ("/opt/a folder/rideau",), extension_folder())


def browser(home: Path, family: Family = Family.CHROMIUM, package: Package = Package.NATIVE) -> Browser:
    root = home / (".config/chromium" if family is Family.CHROMIUM else ".mozilla/firefox")
    hosts = root / "NativeMessagingHosts" if family is Family.CHROMIUM else home / ".mozilla/native-messaging-hosts"
    name = "chromium" if family is Family.CHROMIUM else "firefox"
    return Browser(name, name, family, Path("/usr/bin", name), "", root, hosts, Path("/etc/none"), package)


def test_chromium_and_firefox_are_told_where_the_host_is(home: Path, manifests: HostManifests) -> None:
    for family, key, names in (
        (Family.CHROMIUM, "allowed_origins", f"chrome-extension://{ExtensionIds(extension_folder()).chromium}/"),
        (Family.FIREFOX, "allowed_extensions", "rideau@rideau.app"),
    ):
        each = browser(home, family)
        assert manifests.stand(each) is HostStand.MISSING
        assert manifests.install(each)
        assert manifests.stand(each) is HostStand.IN_PLACE
        said = json.loads((each.hosts_folder / "app.rideau.host.json").read_text())
        assert said[key] == [names]
        assert (said["name"], said["type"], said["path"]) == ("app.rideau.host", "stdio", str(manifests.wrapper))


def test_the_wrapper_starts_rideau_wherever_it_is_and_hands_on_what_the_browser_says(
    tmp_path: Path, home: Path, ledger: LedgerFile
) -> None:
    launcher = tmp_path / "it's a $place/rideau"
    launcher.parent.mkdir()
    launcher.write_text('#!/bin/sh\nprintf "%s|" "$PPID" "$@"\n')
    launcher.chmod(0o755)
    manifests = HostManifests({"HOME": str(home)}, ledger, (str(launcher),), extension_folder())
    manifests.install(browser(home))
    done = subprocess.run(
        [manifests.wrapper, "chrome-extension://a/", "x y"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{os.getpid()}|native-host|chrome-extension://a/|x y|"  # the browser stays the parent


def test_installing_twice_does_nothing_more(home: Path, ledger: LedgerFile, manifests: HostManifests) -> None:
    manifests.install(browser(home))
    before, pending = tree(home), ledger.pending()
    assert not manifests.install(browser(home))
    assert (tree(home), ledger.pending()) == (before, pending)


def test_removing_leaves_no_trace(home: Path, ledger: LedgerFile, manifests: HostManifests) -> None:
    (home / ".config").mkdir(mode=0o755)
    before = tree(home)
    manifests.install(browser(home))
    manifests.install(browser(home, Family.FIREFOX))
    assert manifests.remove(browser(home))
    assert manifests.wrapper.exists()  # Firefox still needs it
    assert manifests.remove(browser(home, Family.FIREFOX))
    assert tree(home) == before
    assert ledger.pending() == ()
    assert not manifests.remove(browser(home))


def test_the_ledger_alone_takes_everything_away(home: Path, ledger: LedgerFile, manifests: HostManifests) -> None:
    before = tree(home)
    for family in Family:
        manifests.install(browser(home, family))
    assert restore_all(ledger, [InstalledFileRestorer()]).failed == ()
    assert tree(home) == before


def test_a_manifest_that_was_there_before_comes_back(home: Path, manifests: HostManifests) -> None:
    file = browser(home).hosts_folder / "app.rideau.host.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(b'{"an": "older one"}\xff')
    file.chmod(0o640)
    before = tree(home)
    assert manifests.stand(browser(home)) is HostStand.MISSING
    manifests.install(browser(home))
    manifests.remove(browser(home))
    assert tree(home) == before


def test_what_others_put_beside_it_stays(home: Path, manifests: HostManifests) -> None:
    manifests.install(browser(home))
    other = browser(home).hosts_folder / "org.keepassxc.keepassxc_browser.json"
    other.write_text("{}")
    manifests.remove(browser(home))
    assert [each.name for each in other.parent.iterdir()] == [other.name]


def test_a_manifest_the_person_changed_stays_theirs(home: Path, ledger: LedgerFile, manifests: HostManifests) -> None:
    manifests.install(browser(home))
    file = browser(home).hosts_folder / "app.rideau.host.json"
    file.write_text("{}")
    assert manifests.stand(browser(home)) is HostStand.OUTDATED
    manifests.remove(browser(home))
    assert file.read_text() == "{}"
    assert ledger.pending() == ()


def test_another_rideau_takes_over_and_still_puts_back_the_first_state(home: Path, ledger: LedgerFile) -> None:
    before = tree(home)
    for command in ("/old/rideau", "/new/rideau"):
        manifests = HostManifests({"HOME": str(home)}, ledger, (command,), extension_folder())
        assert manifests.stand(browser(home)) is not HostStand.IN_PLACE
        manifests.install(browser(home))
    assert "/new/rideau" in manifests.wrapper.read_text()
    manifests.remove(browser(home))
    assert tree(home) == before


def test_a_profile_that_rideau_made_has_its_own_manifest(home: Path, manifests: HostManifests) -> None:
    chromium, profile = browser(home), home / ".local/share/rideau/browsers/chromium-work"
    manifests.follow(chromium)
    assert not manifests.wrapper.exists()  # the person did not ask for a host
    manifests.install(chromium)
    profile.mkdir(parents=True)
    assert manifests.stand(chromium) is HostStand.MISSING
    manifests.follow(chromium)
    assert manifests.stand(chromium) is HostStand.IN_PLACE
    assert (profile / "NativeMessagingHosts/app.rideau.host.json").exists()
    manifests.remove(chromium)
    assert list(profile.iterdir()) == []


def test_a_walled_in_chromium_can_reach_no_host(home: Path, manifests: HostManifests) -> None:
    assert manifests.stand(browser(home, package=Package.FLATPAK)) is HostStand.IMPOSSIBLE
    assert manifests.stand(browser(home, Family.FIREFOX, Package.SNAP)) is HostStand.MISSING


def test_an_extension_that_is_not_whole_is_named(tmp_path: Path) -> None:
    for content in (None, "", "[]", "{}", '{"key": 3}', '{"key": "%"}'):
        if content is not None:
            (tmp_path / "manifest.json").write_text(content)
        with pytest.raises(StorageError, match="not whole"):
            ExtensionIds(tmp_path)


def test_the_extensions_id_is_the_one_chromium_makes_of_its_key() -> None:
    assert chromium_id(PUBLIC_KEY) == "knldjmfmopnpolahpmmgbagdohdnhkik"


def test_a_file_through_a_link_leaves_the_link(home: Path) -> None:
    files = InstalledFiles(FakeLedger())
    (home / "link").symlink_to(home / "nowhere-yet")
    files.put(home / "link", b"ours")
    assert (home / "nowhere-yet").read_bytes() == b"ours"
    assert files.take_away(home / "link") is Outcome.RESTORED
    assert (home / "link").is_symlink()
    assert not (home / "nowhere-yet").exists()


def test_a_place_that_cannot_be_written_says_so_and_is_put_back(home: Path) -> None:
    ledger = FakeLedger()
    (home / "file").write_text("no folder")
    with pytest.raises(StorageError):
        InstalledFiles(ledger).put(home / "file/below", b"ours")
    assert restore_all(ledger, [InstalledFileRestorer()]).failed == ()
    assert (home / "file").read_text() == "no folder"


class TestInstalledFile(RestorerContract):
    @pytest.fixture
    def changed(self, tmp_path: Path) -> Changed:
        home, ledger = tmp_path / "home", FakeLedger()
        home.mkdir()
        place = home / "a/b/file"
        before = tree(home)
        InstalledFiles(ledger).put(place, b"ours", is_program=True)
        ((_, change),) = ledger.pending()
        return Changed(
            InstalledFileRestorer(), change, before, lambda: tree(home), lambda: place.write_bytes(b"theirs") and None
        )
