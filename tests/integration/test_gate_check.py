# SPDX-License-Identifier: MIT
"""Is it told truly whether each installed browser goes through the gate?"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rideau.adapters import pac
from rideau.adapters.linux.sites.browsers import Browser, Family, Package
from rideau.adapters.linux.sites.chromium_desktop import Follows
from rideau.adapters.linux.sites.gate_check import GateCheck, gate_checks, judged
from rideau.adapters.linux.sites.gate_facts import Facts, Run, gate_facts, policy_of
from rideau.adapters.linux.sites.launcher_override import OPTION
from rideau.adapters.linux.sites.routing import needs_launchers
from rideau.adapters.pac import OwnProxy, is_ours, pac_data_url, pac_text
from rideau.adapters.routing_state import RoutingState
from rideau.domain.text import Text
from stage.proxy_settings import ProxyHome

SITES = ("linkedin.com",)
PORT = 4321
GATE = OPTION + pac_data_url(pac_text(SITES, PORT))
IN_PLACE = RoutingState(is_in_place=True)
NOWHERE = Path("/nowhere")
CHROMIUM = Browser("chromium", "Chromium", Family.CHROMIUM, NOWHERE, "chromium.desktop", NOWHERE, NOWHERE, NOWHERE)
FIREFOX = Browser("firefox", "Firefox", Family.FIREFOX, NOWHERE, "firefox.desktop", NOWHERE, NOWHERE, NOWHERE)
LED = Facts(CHROMIUM, "GNOME", Follows.GSETTINGS, is_desktop_led=True)
DEAF = Facts(CHROMIUM, "Xfce", Follows.NOTHING, is_desktop_led=False)
FOX = LED._replace(browser=FIREFOX, following_profiles=1)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (LED, "by this desktop's proxy settings"),
        (FOX, "by this desktop's proxy settings"),
        (LED._replace(was_seen=True), "and seen there"),
        (LED._replace(runs=(Run("", 5.0),), led_since=4.0), "by this desktop's"),
        (DEAF._replace(is_launcher_led=True), "launcher in the menu"),
        (DEAF._replace(is_launcher_led=True, runs=(Run(GATE, 1.0),)), "launcher in the menu"),
        (LED._replace(browser=CHROMIUM._replace(package=Package.SNAP), was_seen=True), "and seen there"),
    ],
)
def test_a_browser_in_the_path_is_said_to_be(facts: Facts, reason: str) -> None:
    check = judged(facts, IN_PLACE)
    assert check.is_in_path
    assert reason in str(check.reason)
    assert (check.not_covered, check.remedy) == (None, None)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (LED._replace(policy="fixed_servers"), "administrator's rule"),
        (LED._replace(runs=(Run("--no-proxy-server", 1.0),)), "started with “--no-proxy-server”"),
        (LED._replace(runs=(Run("", 1.0), Run("--proxy-server=x:1", 1.0))), "started with “--proxy-server”"),
        (LED._replace(runs=(Run(f"{OPTION}http://x/", 1.0),)), "started with “--proxy-pac-url”"),
        (FOX._replace(own_settings=(0,), following_profiles=0), "is set to “No proxy”: Rideau can't close sites there"),
        (FOX._replace(own_settings=(1,), following_profiles=0), "proxy settings of its own"),
        (LED._replace(is_desktop_led=False), "do not lead Chromium to the gate now"),
        (DEAF, "ignores Xfce's proxy settings"),
        (DEAF._replace(desktop=""), "finds no proxy settings"),
        (DEAF._replace(is_launcher_led=True, runs=(Run("", 1.0),)), "started past its launcher"),
        (LED._replace(browser=CHROMIUM._replace(package=Package.FLATPAK)), "not known"),
    ],
)
def test_a_browser_past_the_gate_is_said_to_be_and_why(facts: Facts, reason: str) -> None:
    check = judged(facts, IN_PLACE)
    assert not check.is_in_path
    assert reason in str(check.reason)
    assert check.not_covered == check.reason


def test_what_is_not_led_says_why_the_desktop_cannot_be() -> None:
    problem = Text("Your desktop has a proxy.")
    check = judged(LED._replace(is_desktop_led=False), RoutingState(is_in_place=False, problem=problem))
    assert (check.is_in_path, check.reason, check.not_covered) == (False, problem, None)


def test_what_the_routing_says_already_is_not_said_twice() -> None:
    state = IN_PLACE._replace(not_covered=(needs_launchers(CHROMIUM, "Xfce"),))
    assert judged(DEAF, state).not_covered is None


def test_a_part_that_passes_the_gate_by_is_named() -> None:
    check = judged(FOX._replace(own_settings=(0,)), IN_PLACE)
    assert check.is_in_path
    assert "has a profile" in str(check.not_covered)
    check = judged(LED._replace(runs=(Run("", 3.0),), led_since=4.0), IN_PLACE)
    assert check.is_in_path
    assert "reload the tabs" in str(check.not_covered)


def test_a_script_of_ours_is_told_from_any_other() -> None:
    assert is_ours(pac_data_url(pac_text(SITES, PORT)))
    assert is_ours(pac_data_url(pac_text((), 1, OwnProxy("a:1"))))
    assert not is_ours("")
    assert not is_ours(pac_data_url(pac_text(SITES, PORT).removeprefix(pac.MARK)))
    assert not is_ours("http://127.0.0.1/proxy.pac")


class Machine(ProxyHome):
    """Be a desktop with a Chromium and a Firefox, and a /proc of the test's own."""

    def __init__(self, desktop: str = "GNOME") -> None:
        super().__init__(desktop)
        programs = self.folder / "bin"
        programs.mkdir()
        self.executables = {}
        for name, folder in {"chromium": "chromium", "firefox": "firefox"}.items():
            program = self.folder / folder / name
            program.parent.mkdir()
            program.write_bytes(b"\x7fELF")
            program.chmod(0o755)
            (programs / name).symlink_to(program)
            self.executables[name] = program
        share = self.folder / "share/applications"
        share.mkdir(parents=True)
        (share / "chromium.desktop").write_text("[Desktop Entry]\nExec=chromium %U\n")
        self.environment |= {"PATH": f"{programs}:/usr/bin:/bin", "XDG_DATA_DIRS": f"{self.folder}/share:/usr/share"}
        self.proc = self.folder / "proc"
        self.proc.mkdir()
        (self.proc / "self").mkdir()
        (self.proc / "stat").write_text("cpu 1\nbtime 1000\n")
        self.mozilla = Path(self.environment["HOME"], ".mozilla/firefox")

    def runs(self, pid: int, name: str, *words: str, ticks: int = 0) -> None:
        """Have a process in /proc."""
        folder = self.proc / str(pid)
        folder.mkdir()
        (folder / "exe").symlink_to(self.executables[name])
        (folder / "cmdline").write_text("\0".join((name, *words)) + "\0")
        (folder / "stat").write_text(f"{pid} (a) b) S {'0 ' * 18}{ticks} 0\n")

    def profile(self, name: str, prefs: str, file: str = "prefs.js") -> None:
        """Have a Firefox profile."""
        folder = self.mozilla / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(prefs)
        with (self.mozilla / "profiles.ini").open("a") as ini:
            ini.write(f"[Profile{name}]\nName={name}\nIsRelative=1\nPath={name}\n\n")

    def facts(self, *seen: str) -> dict[str, Facts]:
        """Return the facts by the browser's id."""
        found = gate_facts(self.environment, frozenset(str(self.executables[name]) for name in seen), self.proc)
        return {each.browser.id: each for each in found if each.browser.program.parent == self.folder / "bin"}


@pytest.fixture
def machine() -> Iterator[Machine]:
    with Machine() as machine:
        yield machine


def test_the_desktops_settings_are_looked_at(machine: Machine) -> None:
    assert [each.is_desktop_led for each in machine.facts().values()] == [False, False]
    routing = machine.routing()
    routing.hold(SITES, PORT)
    assert [each.is_desktop_led for each in machine.facts().values()] == [True, True]
    assert machine.facts()["chromium"].led_since is not None
    machine.set("mode", "none")
    assert [each.is_desktop_led for each in machine.facts().values()] == [False, False]


def test_on_kde_each_browser_is_looked_for_where_it_looks() -> None:
    with Machine("KDE") as machine:
        machine.routing().hold(SITES, PORT)
        assert [each.is_desktop_led for each in machine.facts().values()] == [True, True]
        (machine.config / "kioslaverc").unlink()
        facts = machine.facts()
        assert (facts["chromium"].is_desktop_led, facts["firefox"].is_desktop_led) == (False, True)


def test_where_chromium_is_deaf_its_launcher_is_looked_at() -> None:
    with Machine("XFCE") as machine:
        machine.routing().hold(SITES, PORT)
        assert not machine.facts()["chromium"].is_launcher_led
        machine.may_change_launchers = True
        machine.routing().hold(SITES, PORT)
        assert machine.facts()["chromium"].is_launcher_led


def test_running_browsers_are_looked_at(machine: Machine) -> None:
    machine.runs(10, "chromium", "--no-proxy-server", ticks=700)
    machine.runs(11, "chromium", "--type=renderer", "--proxy-server=x")
    machine.runs(12, "firefox", "-contentproc", "-childID")
    (machine.proc / "13").mkdir()
    machine.runs(14, "chromium", "--proxy-server=x")
    (machine.proc / "14/environ").write_text("A=1\0HOME=/somewhere/else\0")
    facts = machine.facts("firefox")
    assert facts["chromium"].runs == (Run("--no-proxy-server", 1007.0),)
    assert facts["firefox"].runs == ()
    assert (facts["chromium"].was_seen, facts["firefox"].was_seen) == (False, True)


def test_a_command_line_that_chromium_wrote_over_is_read_too(machine: Machine) -> None:
    machine.runs(10, "chromium")
    machine.runs(11, "chromium")
    (machine.proc / "10/cmdline").write_text(f"/x/chromium --a {GATE} --b"[:400])
    (machine.proc / "11/cmdline").write_text("/x/chromium --type=renderer --no-proxy-server\0")
    (run,) = machine.facts()["chromium"].runs
    assert run.is_led


@pytest.mark.parametrize(
    ("prefs", "types"),
    [
        ("", ()),
        ('user_pref("network.proxy.type", 5);\n', ()),
        ('user_pref("network.proxy.type", 0);\n', (0,)),
        ('// user_pref("network.proxy.type", 0);\n', ()),
        ('user_pref("a", 1);\nuser_pref("network.proxy.type", 4);\n', (4,)),
        (f'user_pref("network.proxy.type", {"9" * 5000});\n', ()),
    ],
)
def test_firefoxs_own_settings_are_looked_at(machine: Machine, prefs: str, types: tuple[int, ...]) -> None:
    machine.profile("one", prefs)
    facts = machine.facts()["firefox"]
    assert facts.own_settings == types
    assert facts.following_profiles == 1 - len(types)


def test_what_a_person_fixed_in_user_js_goes_first(machine: Machine) -> None:
    machine.profile("one", 'user_pref("network.proxy.type", 0);')
    machine.profile("one", 'user_pref("network.proxy.type", 5);', "user.js")
    assert machine.facts()["firefox"].own_settings == ()


def test_profiles_that_cannot_be_read_are_none(machine: Machine) -> None:
    machine.mozilla.mkdir(parents=True)
    (machine.mozilla / "profiles.ini").write_bytes(b"\xff[no ini\n=\n")
    assert machine.facts()["firefox"].following_profiles == 0


@pytest.mark.parametrize("place", ["a\0b", "x" * 300, "prefs.js/below", "/dev"])
def test_a_profile_in_no_possible_place_is_as_new(machine: Machine, place: str) -> None:
    """A power cut leaves zeros in a file."""
    machine.profile("one", "")
    (machine.mozilla / "profiles.ini").write_text(f"[Profile0]\nPath={place}\n")
    assert machine.facts()["firefox"].own_settings == ()


def test_firefoxs_policies_are_looked_at(machine: Machine) -> None:
    policies = machine.executables["firefox"].parent / "distribution/policies.json"
    policies.parent.mkdir()
    for raw, mode in {
        '{"policies": {"Proxy": {"Mode": "none"}}}': "none",
        '{"policies": {"Proxy": {"Mode": "system"}}}': "",
        '{"policies": {}}': "",
        "[1]": "",
        "{": "",
    }.items():
        policies.write_text(raw)
        assert machine.facts()["firefox"].policy == mode


@pytest.mark.parametrize(
    ("raw", "mode"),
    [
        ({"ProxyMode": "direct"}, "direct"),
        ({"ProxySettings": {"ProxyMode": "fixed_servers"}}, "fixed_servers"),
        ({"ProxyMode": "system"}, ""),
        ({"ProxyPacUrl": "http://x/"}, "http://x/"),
        ({"Other": 1}, ""),
    ],
)
def test_chromiums_policies_are_looked_at(tmp_path: Path, raw: dict[str, object], mode: str) -> None:
    (tmp_path / "rideau.json").write_text(json.dumps(raw))
    assert policy_of(CHROMIUM._replace(policy_folder=tmp_path)) == mode


def test_a_check_per_browser_is_told(machine: Machine) -> None:
    checks = {each.id: each for each in gate_checks(machine.environment, IN_PLACE, frozenset())}
    assert {"chromium", "firefox"} <= checks.keys()
    assert isinstance(checks["chromium"], GateCheck)
    assert not checks["chromium"].is_in_path
