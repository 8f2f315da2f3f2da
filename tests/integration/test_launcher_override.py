# SPDX-License-Identifier: MIT
"""Do the launchers in the menu lead Chromium to the gate where it ignores the desktop, and come back byte for byte?"""

import os
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.restorer import Changed, RestorerContract
from rideau.adapters.linux.held_change import OwnProxyError
from rideau.adapters.linux.sites.browsers import Browser, Family
from rideau.adapters.linux.sites.chromium_desktop import Follows, desktop_name, followed
from rideau.adapters.linux.sites.launcher_override import (
    KIND,
    OPTION,
    LauncherOverride,
    LauncherRestorer,
    environment_proxy,
    with_option,
)
from rideau.adapters.pac import OwnProxy, pac_data_url, pac_text
from rideau.domain.change import Change
from stage.proxy_settings import ProxyHome

SITES = ("linkedin.com", "slack.com")
NAMES = ("chromium", "chrome", "com.brave.Browser")
PORT = 4321
GATE = OPTION + pac_data_url(pac_text(SITES, PORT))

SYSTEM = """\
[Desktop Entry]
Version=1.0
Name=Chromium Web Browser
Name[fr]=Navigateur Web Chromium
Exec={program} %U
TryExec={program}
Actions=new-window;private

[Desktop Action new-window]
Name=New Window
Exec={program}

[Desktop Action private]
Exec = "{program}" --incognito "a b"
"""


class Menu(ProxyHome):
    """Be an Xfce session with a browser of Chromium's family, by a launcher that prints what it was given."""

    def __init__(self, desktop: str = "XFCE") -> None:
        super().__init__(desktop)
        self.program = self.folder / "bin/chromium"
        self.program.parent.mkdir()
        self.program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
        self.program.chmod(0o755)
        self.environment["PATH"] = f"{self.program.parent}:/usr/bin:/bin"
        self.environment["XDG_DATA_DIRS"] = str(self.folder / "share")
        self.system = self.folder / "share/applications/chromium.desktop"
        self.system.parent.mkdir(parents=True)
        self.system.write_text(SYSTEM.format(program=self.program))
        self.own = Path(self.environment["XDG_DATA_HOME"], "applications/chromium.desktop")
        self.may_change_launchers = True

    def look(self) -> bytes | None:
        """Return the person's own launcher."""
        return self.own.read_bytes() if self.own.exists() else None

    def write_own(self, content: bytes) -> bytes:
        """Write the person's own launcher."""
        self.own.parent.mkdir(parents=True, exist_ok=True)
        self.own.write_bytes(content)
        return content


@pytest.fixture
def menu() -> Iterator[Menu]:
    with Menu() as menu:
        yield menu


THEIRS = b"[Desktop Entry]\nName=Mine \xff\nExec=chromium --incognito %U\n# no end of line"


class TestLauncherRestorer(RestorerContract):
    """Run the contract, without a launcher of the person's and with one."""

    @pytest.fixture(params=[None, THEIRS])
    def changed(self, menu: Menu, request: pytest.FixtureRequest) -> Changed:
        before = request.param
        if before:
            menu.write_own(before)
        menu.routing().hold(SITES, PORT)
        change = next(change for _, change in menu.ledger.pending() if change.kind == KIND)
        return Changed(LauncherRestorer(), change, before, menu.look, lambda: _ignore(menu.write_own(b"mine")))


def _ignore(_content: bytes) -> None:
    """Do nothing with what was written."""


@pytest.mark.parametrize("own", [None, THEIRS])
def test_the_launcher_leads_to_the_gate_and_is_as_before_after_quitting(menu: Menu, own: bytes | None) -> None:
    if own:
        menu.write_own(own)
    routing = menu.routing()
    for _ in range(2):
        state = routing.hold(SITES, PORT)
        assert state.is_in_place
        said = os.fsdecode(menu.look() or b"")
        assert said.count(GATE) == (1 if own else 3)
        assert [line for line in said.splitlines() if not line.startswith("Exec")] == [
            line for line in os.fsdecode(own or menu.system.read_bytes()).splitlines() if not line.startswith("Exec")
        ]
        routing.release()
        assert menu.look() == own
        assert menu.ledger.pending() == ()
    assert list(menu.own.parent.glob("*")) == ([menu.own] if own else [])


def test_each_command_of_the_launcher_starts_the_program_with_the_script_first(menu: Menu) -> None:
    menu.routing().hold(SITES, PORT)
    starts = []
    for line in menu.own.read_text().splitlines():
        if line.startswith("Exec"):
            command = line.partition("=")[2].replace("\\\\", "\\").replace(" %U", "").strip()
            done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
            starts.append(done.stdout.splitlines())
    assert starts == [[GATE], [GATE], [GATE, "--incognito", "a b"]]
    assert "slack.com" in b64decode(GATE.rpartition(",")[2]).decode()


def test_what_it_does_not_reach_is_said(menu: Menu) -> None:
    said = [str(text) for text in menu.routing().hold(SITES, PORT).not_covered]
    assert len(said) == 1
    assert "terminal" in said[0]


def test_without_the_persons_word_nothing_is_changed_and_what_is_needed_is_said(menu: Menu) -> None:
    menu.may_change_launchers = False
    state = menu.routing().hold(SITES, PORT)
    assert state.is_in_place, "Firefox follows gsettings"
    (said,) = map(str, state.not_covered)
    assert said == "Chromium ignores Xfce's proxy settings, so its sites stay open."
    assert menu.look() is None


def test_the_persons_word_taken_back_takes_the_launcher_back(menu: Menu) -> None:
    routing = menu.routing()
    routing.hold(SITES, PORT)
    assert menu.look() is not None
    menu.may_change_launchers = False
    routing.hold(SITES, PORT)
    assert menu.look() is None
    assert KIND not in {change.kind for _, change in menu.ledger.pending()}


def test_a_browser_that_is_gone_takes_its_launcher_back(menu: Menu) -> None:
    menu.routing().hold(SITES, PORT)
    menu.program.unlink()
    menu.environment["PATH"] = str(menu.program.parent)
    menu.routing().hold(SITES, PORT)
    assert menu.look() is None


def test_held_again_nothing_is_written_and_new_sites_keep_what_was_before(menu: Menu) -> None:
    menu.write_own(THEIRS)
    menu.routing().hold(SITES, PORT)
    written = menu.own.stat()
    menu.routing().hold(SITES, PORT)
    assert menu.own.stat() == written
    menu.routing().hold(("b.example",), PORT)
    assert b"b.example" in b64decode((menu.look() or b"").partition(b"base64,")[2].partition(b" ")[0])
    assert menu.restore().failed == ()
    assert menu.look() == THEIRS


def test_a_launcher_that_the_person_changed_meanwhile_stays_and_is_said(menu: Menu) -> None:
    routing = menu.routing()
    routing.hold(SITES, PORT)
    theirs = menu.write_own(THEIRS)
    assert "changed since" in str(routing.hold(SITES, PORT).not_covered[0])
    routing.release()
    assert menu.look() == theirs
    assert menu.ledger.pending() == ()


def test_a_launcher_with_proxy_options_of_its_own_is_left_alone(menu: Menu) -> None:
    theirs = menu.write_own(b"[Desktop Entry]\nExec=chromium --proxy-server=socks5://x %U\n")
    assert "leaves alone" in str(menu.routing().hold(SITES, PORT).not_covered[0])
    assert menu.look() == theirs


@pytest.mark.parametrize("command", ['sh -c "chromium %U"', "my-wrapper %U", ""])
def test_a_launcher_that_starts_something_else_is_left_alone(menu: Menu, command: str) -> None:
    """A wrapper that is given an option of Chromium's may start nothing at all."""
    mine = menu.write_own(
        f"[Desktop Entry]\nExec={command}\nExec[x]=chromium\n[Desktop Action a]\nExec=chromium".encode()
    )
    state = menu.routing().hold(SITES, PORT)
    assert "leaves alone" in str(state.not_covered[0])
    assert menu.look() == mine


def test_a_folder_of_launchers_that_cannot_be_read_is_passed_by(menu: Menu) -> None:
    menu.environment["XDG_DATA_DIRS"] = f"/{'x' * 300}:{menu.environment['XDG_DATA_DIRS']}"
    assert menu.routing().hold(SITES, PORT).is_in_place
    assert GATE.encode() in (menu.look() or b"")


def test_a_link_of_the_persons_to_a_launcher_that_is_not_there_yet_stays_one(menu: Menu) -> None:
    target = menu.folder / "dotfiles/chromium.desktop"
    menu.own.parent.mkdir(parents=True, exist_ok=True)
    menu.own.symlink_to(target)
    routing = menu.routing()
    routing.hold(SITES, PORT)
    assert GATE in target.read_text()
    routing.release()
    assert menu.own.readlink() == target
    assert not target.exists()


def test_a_launcher_that_became_something_else_with_an_update_is_given_back(menu: Menu) -> None:
    routing = menu.routing()
    routing.hold(SITES, PORT)
    assert menu.look()
    menu.system.write_text("[Desktop Entry]\nExec=my-wrapper %U\n")
    assert "leaves alone" in str(routing.hold(SITES, PORT).not_covered[0])
    assert menu.look() is None


def test_a_proxy_of_the_environments_stays_in_use_for_everything_else(menu: Menu) -> None:
    menu.environment |= {
        "https_proxy": "http://proxy.example:3128/",
        "NO_PROXY": "localhost,.intern.example,10.0.0.0/8",
    }
    state = menu.routing().hold(SITES, PORT)
    assert state.upstream == "proxy.example:3128"
    own = OwnProxy("", "proxy.example:3128", ("*localhost", ".intern.example", "10.0.0.0/8"))
    assert pac_data_url(pac_text(SITES, PORT, own)).encode() in (menu.look() or b"")


@pytest.mark.parametrize(
    "variables",
    [{"auto_proxy": "http://x/"}, {"all_proxy": "socks5://x:1"}, {"HTTPS_PROXY": "http://me:pw@x.example:1"}],
)
def test_a_proxy_of_the_environments_that_cannot_be_chained_leaves_the_launchers(
    menu: Menu, variables: dict[str, str]
) -> None:
    with pytest.raises(OwnProxyError):
        environment_proxy(variables)
    menu.environment |= variables
    state = menu.routing().hold(SITES, PORT)
    assert "environment" in str(state.not_covered[0])
    assert menu.look() is None


@pytest.mark.parametrize(
    ("command", "given"),
    [
        ("chromium %U", "chromium --x %U"),
        ("chromium", "chromium --x"),
        ('"/opt/my browser/chrome" %U', '"/opt/my browser/chrome" --x %U'),
        ('"/opt/a\\\\"b/chrome" %U', '"/opt/a\\\\"b/chrome" --x %U'),
        ('env A=1 B="2 3" /usr/bin/chrome %U', 'env A=1 B="2 3" /usr/bin/chrome --x %U'),
        ("/usr/bin/env -i -u C chrome %U", "/usr/bin/env -i -u C chrome --x %U"),
        ("/usr/bin/flatpak run --command=brave --file-forwarding com.brave.Browser @@u %U @@",
         "/usr/bin/flatpak run --command=brave --file-forwarding com.brave.Browser --x @@u %U @@"),
        ("env BAMF_DESKTOP_FILE_HINT=/x.desktop /snap/bin/chromium %U",
         "env BAMF_DESKTOP_FILE_HINT=/x.desktop /snap/bin/chromium --x %U"),
        ("firejail --private=/x/chromium chromium %U", "firejail --private=/x/chromium chromium --x %U"),
        ("nice -n 10 prime-run chromium --incognito chrome", "nice -n 10 prime-run chromium --x --incognito chrome"),
        ('sh -c "exec chromium %U"', 'sh -c "exec chromium %U"'),
        ("xdg-open https://x.example", "xdg-open https://x.example"),
    ],
)  # fmt: skip
def test_the_option_goes_right_behind_the_program(command: str, given: str) -> None:
    before = f"[Desktop Entry]\nExec={command}\nName=Exec=\n"
    assert with_option(before, "--x", NAMES) == f"[Desktop Entry]\nExec={given}\nName=Exec=\n"


@given(st.text(st.sampled_from('ab "\\%$`=é[]\n'), max_size=40))
def test_a_launcher_of_any_content_keeps_its_other_lines(content: str) -> None:
    changed = with_option(content, "--x", NAMES)
    assert len(changed.split("\n")) == len(content.split("\n"))
    assert [line for line in changed.split("\n") if "--x" not in line] == [
        line for line, now in zip(content.split("\n"), changed.split("\n"), strict=True) if "--x" not in now
    ]


def test_a_file_that_is_no_launcher_is_left_alone(menu: Menu) -> None:
    menu.system.unlink()
    nameless = Browser("x", "X", Family.CHROMIUM, menu.program, "x.desktop", menu.folder, menu.folder, menu.folder)
    own, refused = LauncherOverride(menu.environment, menu.ledger).hold((nameless,), SITES, PORT)
    assert own == OwnProxy()
    assert len(refused) == 1
    change = Change(KIND, "/etc/passwd", None, "x")
    assert LauncherRestorer().restore(change).value == "gone"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, Follows.GSETTINGS),
        ({"XDG_CURRENT_DESKTOP": "Budgie:GNOME"}, Follows.GSETTINGS),
        ({"XDG_CURRENT_DESKTOP": "X-Cinnamon"}, Follows.GSETTINGS),
        ({"XDG_CURRENT_DESKTOP": "KDE"}, Follows.KDE),
        ({"XDG_CURRENT_DESKTOP": "XFCE", "DESKTOP_SESSION": "gnome"}, Follows.NOTHING),
        ({"XDG_CURRENT_DESKTOP": "MATE"}, Follows.NOTHING),
        ({"XDG_CURRENT_DESKTOP": "MATE", "DESKTOP_SESSION": "mate"}, Follows.GSETTINGS),
        ({"DESKTOP_SESSION": "xubuntu", "GNOME_DESKTOP_SESSION_ID": "x"}, Follows.NOTHING),
        ({"DESKTOP_SESSION": "default", "GNOME_DESKTOP_SESSION_ID": "x"}, Follows.GSETTINGS),
        ({"KDE_FULL_SESSION": "true"}, Follows.KDE),
        ({"XDG_CURRENT_DESKTOP": "sway"}, Follows.NOTHING),
        ({}, Follows.NOTHING),
    ],
)
def test_chromium_follows_the_desktop_by_its_name(environment: dict[str, str], expected: Follows) -> None:
    assert followed(environment) is expected


def test_a_desktop_is_called_by_its_name() -> None:
    assert desktop_name({"XDG_CURRENT_DESKTOP": "XFCE"}) == "Xfce"
    assert desktop_name({"DESKTOP_SESSION": "i3"}) == "i3"
    assert desktop_name({}) == ""
