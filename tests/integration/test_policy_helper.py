# SPDX-License-Identifier: MIT
"""Does the program that runs as root close sites and nothing else, and leave the machine as it found it?

A machine here is a folder; the program itself always means ``/``, and has no word to be told otherwise.
"""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rideau.adapters.linux.sites import policy_helper
from rideau.adapters.linux.sites.policy_helper import (
    ACTION,
    FIREFOX_ID,
    FIREFOX_POLICIES,
    HELPER,
    OLD,
    PACKAGE,
    Machine,
    PolicyError,
)

PROGRAM = Path(policy_helper.__file__)
XPI = b"PK\x03\x04 stands in for the extension"
CHROMIUM = "etc/chromium/policies/managed"
CHROME = "etc/opt/chrome/policies/managed"
ADMINISTRATORS = b'{\n  // a comment\n  "URLBlocklist": ["bad.example"] }'


@pytest.fixture(name="root")
def fixture_root(tmp_path: Path) -> Path:
    """Return a machine with Chromium and Firefox ESR."""
    for program in ("usr/bin/chromium", "usr/bin/firefox-esr"):
        put(tmp_path / program, b"")
    (tmp_path / "etc").mkdir()
    return tmp_path


@pytest.fixture(name="machine")
def fixture_machine(root: Path) -> Machine:
    return Machine(root, PROGRAM)


def put(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def everything(root: Path) -> dict[str, tuple[int, bytes]]:
    """Return each file and folder below ``root`` with its mode and content."""
    return {
        str(each.relative_to(root)): (each.stat().st_mode, each.read_bytes() if each.is_file() else b"")
        for each in root.rglob("*")
    }


def asked(*closed: str, opened: tuple[str, ...] = ()) -> bytes:
    return json.dumps({"closed": closed, "open": opened}).encode()


def policy(root: Path, folder: str = CHROMIUM) -> object:
    return json.loads((root / folder / "rideau.json").read_bytes())


def test_installing_and_removing_leaves_the_machine_as_it_was(root: Path, machine: Machine) -> None:
    """Files, modes and folders; also when it was installed twice, and used."""
    before = everything(root)
    machine.install(XPI)
    machine.apply(asked("linkedin.test"))
    machine.install(XPI)
    machine.remove_all()
    assert everything(root) == before
    machine.remove_all()
    assert everything(root) == before


def test_the_program_and_the_right_to_run_it_are_put_where_polkit_looks(root: Path, machine: Machine) -> None:
    """Executable for all, written by root alone; the action names this very program."""
    assert machine.install(XPI) == {"chromium": [CHROMIUM], "left_alone": [], "firefox": "merged"}
    assert (root / HELPER).stat().st_mode & 0o7777 == 0o755
    assert (root / HELPER).read_bytes() == b"#!/usr/bin/python3 -I\n" + PROGRAM.read_bytes()
    assert f">/{HELPER}<" in (root / ACTION).read_text()
    assert (root / PACKAGE).read_bytes() == XPI


def test_the_program_that_was_put_down_installs_nothing(root: Path, machine: Machine) -> None:
    """Else whoever may run it without a password could put an extension into every Firefox."""
    machine.install(XPI)
    for way in (root / HELPER, root / "link"):
        if not way.exists():
            way.symlink_to(root / HELPER)
        with pytest.raises(PolicyError):
            Machine(root, way).install(b"PK\x03\x04 something else")
    assert (root / PACKAGE).read_bytes() == XPI


def test_hosts_are_closed_and_exceptions_stay_open(root: Path, machine: Machine) -> None:
    """In the words of Chromium's policy; nothing to close is an empty policy, never a missing file."""
    machine.install(b"")
    machine.apply(asked("b.test", "a.test", opened=("x.a.test",)))
    assert policy(root) == {"URLBlocklist": ["a.test", "b.test"], "URLAllowlist": ["x.a.test"]}
    machine.apply(asked())
    assert policy(root) == {}


def test_every_version_of_a_policy_has_the_same_age_and_nothing_else_is_beside_it(root: Path, machine: Machine) -> None:
    """Chromium waits for five seconds after a new time of change, and reads every file of the folder."""
    machine.install(b"")
    for said in (asked(), asked("a.test"), asked("b.test"), asked()):
        machine.apply(said)
        assert (root / CHROMIUM / "rideau.json").stat().st_mtime == OLD
        assert os.listdir(root / CHROMIUM) == ["rideau.json"]  # noqa: PTH208 - names are enough
        assert os.listdir(root / CHROMIUM / "..") == ["managed"]  # noqa: PTH208 - as above


def test_an_administrators_own_closing_is_never_overruled(root: Path, machine: Machine) -> None:
    """Of two files with the same policy Chromium takes one: theirs stays the only one, in that browser alone."""
    put(root / "opt/google/chrome/chrome", b"")
    put(root / CHROME / "company.json", ADMINISTRATORS)
    assert machine.install(b"")["left_alone"] == [CHROME]
    assert machine.apply(asked("a.test"))["left_alone"] == [CHROME]
    assert policy(root, CHROME) == {}
    assert policy(root) == {"URLBlocklist": ["a.test"], "URLAllowlist": []}
    put(root / CHROMIUM / "late.json", ADMINISTRATORS)
    machine.apply(asked("a.test"))
    assert policy(root) == {}
    machine.remove_all()
    assert (root / CHROME / "company.json").read_bytes() == ADMINISTRATORS
    assert (root / CHROMIUM / "late.json").read_bytes() == ADMINISTRATORS


def test_a_browser_that_is_not_installed_gets_no_policy(root: Path, machine: Machine) -> None:
    """And what is asked later makes none."""
    machine.install(b"")
    machine.apply(asked("a.test"))
    assert not (root / CHROME).exists()
    assert not (root / FIREFOX_POLICIES).exists()


NO_HOSTS = (
    "com",
    "a.test/path",
    "https://a.test",
    "*.test",
    "*",
    ".a.test",
    "a.test.",
    "A.test",
    "a..test",
    "-a.test",
    "a.test\n",
    "a .test",
    "é.test",
    "chrome://policy",
    "a" * 64 + ".test",
    ".".join(["a" * 60] * 5),
    "",
    7,
    None,
    ["a.test"],
)


@pytest.mark.parametrize("host", NO_HOSTS)
def test_nothing_but_names_of_hosts_is_taken(root: Path, machine: Machine, host: object) -> None:
    """Neither to close nor to leave open, and nothing is changed."""
    machine.install(b"")
    machine.apply(asked("kept.test"))
    before = everything(root)
    for said in ({"closed": [host], "open": []}, {"closed": ["a.test"], "open": [host]}):
        with pytest.raises(PolicyError):
            machine.apply(json.dumps(said).encode())
    assert everything(root) == before


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"closed": []}',
        b'{"closed": {}, "open": []}',
        b'{"closed": [], "open": [], "path": "/etc/passwd"}',
        b"[" * 100_000,
        b"\xff\xfe",
        asked(*(f"h{number}.test" for number in range(1001))),
    ],
)
def test_nothing_but_two_lists_is_taken(root: Path, machine: Machine, said: bytes) -> None:
    """What is malformed, or more than Chromium would read, changes nothing."""
    machine.install(b"")
    before = everything(root)
    with pytest.raises(PolicyError):
        machine.apply(said)
    assert everything(root) == before


@given(said=some.binary(max_size=200) | some.text(max_size=200).map(str.encode))
def test_no_input_ends_it_otherwise_than_in_words(tmp_path_factory: pytest.TempPathFactory, said: bytes) -> None:
    """Whatever a stranger sends."""
    machine = Machine(tmp_path_factory.getbasetemp(), PROGRAM)
    with pytest.raises(PolicyError):
        machine.apply(said)


OTHERS = b'{"policies": {"DisableTelemetry": true,\n\t"ExtensionSettings": {"*": {"blocked_install_message": "no"}}}}'


def test_somebody_elses_firefox_policies_are_joined_and_come_back_byte_for_byte(root: Path, machine: Machine) -> None:
    """Their blanks and their mode included."""
    put(root / FIREFOX_POLICIES, OTHERS)
    (root / FIREFOX_POLICIES).chmod(0o640)
    before = everything(root)
    machine.install(XPI)
    policies = json.loads((root / FIREFOX_POLICIES).read_bytes())["policies"]
    assert policies["DisableTelemetry"] is True
    assert policies["ExtensionSettings"]["*"] == {"blocked_install_message": "no"}
    assert policies["ExtensionSettings"][FIREFOX_ID] == {
        "installation_mode": "force_installed",
        "install_url": f"file:///{PACKAGE}",
        "private_browsing": True,
    }
    assert policies["Preferences"] == {"xpinstall.signatures.required": {"Value": False, "Status": "locked"}}
    assert machine.install(XPI)["firefox"] == "merged"
    machine.remove_all()
    assert everything(root) == before


def test_what_an_administrator_added_meanwhile_stays(root: Path, machine: Machine) -> None:
    """Only our own words go."""
    machine.install(XPI)
    document = json.loads((root / FIREFOX_POLICIES).read_bytes())
    document["policies"]["DisablePocket"] = True
    put(root / FIREFOX_POLICIES, json.dumps(document).encode())
    machine.remove_all()
    assert json.loads((root / FIREFOX_POLICIES).read_bytes()) == {"policies": {"DisablePocket": True}}


@pytest.mark.parametrize(
    "theirs",
    [
        b"not JSON",
        b"[]",
        b'{"policies": 7}',
        b'{"policies": {"ExtensionSettings": []}}',
        b'{"policies": {"ExtensionSettings": {"rideau@rideau.app": {"installation_mode": "blocked"}}}}',
        b'{"policies": {"Preferences": {"xpinstall.signatures.required": {"Value": true}}}}',
    ],
)
def test_firefox_policies_that_stand_in_the_way_are_left_alone(root: Path, machine: Machine, theirs: bytes) -> None:
    """They say otherwise, or cannot be read."""
    put(root / FIREFOX_POLICIES, theirs)
    assert machine.install(XPI)["firefox"] == "refused"
    assert (root / FIREFOX_POLICIES).read_bytes() == theirs
    machine.remove_all()
    assert (root / FIREFOX_POLICIES).read_bytes() == theirs


def test_only_a_package_is_taken_for_one(root: Path, machine: Machine) -> None:
    """Anything else is refused before anything is made."""
    before = everything(root)
    with pytest.raises(PolicyError):
        machine.install(b"<html>")
    assert everything(root) == before


def test_the_program_needs_the_standard_library_alone() -> None:
    """It runs where no Rideau can be imported."""
    names = {
        (node.module or "").partition(".")[0] if isinstance(node, ast.ImportFrom) else node.names[0].name
        for node in ast.walk(ast.parse(PROGRAM.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert names <= sys.stdlib_module_names


@pytest.mark.parametrize("words", [[], ["apply", "--root=/tmp"], ["--help"], ["install", "/etc/passwd"], ["remove"]])
def test_it_knows_three_words_and_no_more(words: list[str]) -> None:
    """Everything else is answered in one line."""
    done = subprocess.run([sys.executable, "-I", str(PROGRAM), *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "rideau-policy: install, apply or remove-all?\n"
