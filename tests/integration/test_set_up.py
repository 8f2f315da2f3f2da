# SPDX-License-Identifier: MIT
"""Does the set-up bring what is missing, stay silent when nothing is, and ask before it acts as root?"""

import os
import subprocess
import time
from pathlib import Path

import pytest

from stage.program import require

CHECKOUT = Path(__file__).parents[2]
SCRIPT = CHECKOUT / "installers/linux/system-packages.sh"
NEEDED_TOOLS = ("sh", "sed", "tr", "fmt", "basename", "cat", "grep", "env", "true")


class Machine:
    """Be a Debian or Fedora machine of a kind: its tools are stand-ins that note what they are asked."""

    def __init__(self, folder: Path) -> None:
        """Put the tools into ``folder``, which is the whole PATH."""
        self.folder = folder
        self.notes = folder / "notes"
        self.notes.write_text("")
        for name in NEEDED_TOOLS:
            (folder / name).symlink_to(require(name))
        self.is_root(yes=True)

    def tool(self, name: str, body: str) -> None:
        """Make a program."""
        file = self.folder / name
        file.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.notes}"\n{body}\n')
        file.chmod(0o755)

    def is_root(self, *, yes: bool) -> None:
        """Say who runs the script."""
        (self.folder / "id").write_text(f"#!/bin/sh\necho {0 if yes else 1000}\n")
        (self.folder / "id").chmod(0o755)

    def debian(self, installed: str, known: str = ".") -> None:
        """Be Debian with ``installed`` packages; ``known`` is a pattern of what its lists hold."""
        lines = "".join(f"installed {name}\\n" for name in installed.split())
        self.tool("dpkg-query", f"printf '{lines}'")
        self.tool("apt-cache", f"echo $2 | grep -x '{known}' || true" if known != "." else "echo $2")
        self.tool("apt-get", "")

    def fedora(self, installed: str) -> None:
        """Be Fedora with ``installed`` packages."""
        self.tool("rpm", f"printf '%s\\n' {installed}")
        self.tool("dnf", "")

    def run(self, *words: str, said: str | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script; ``said`` is what a person types at a terminal, None is no terminal at all."""
        command = [str(self.folder / "sh"), str(SCRIPT), *words]
        if said is not None:
            command = [require("script"), "--quiet", "--return", "--command", " ".join(command), "/dev/null"]
        return subprocess.run(
            command,
            env={"PATH": str(self.folder), "SHELL": "/bin/sh", **environment},
            input=said,
            stdin=None if said is not None else subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    def asked(self, tool: str) -> list[str]:
        """Return what ``tool`` was asked to do."""
        return [line for line in self.notes.read_text().splitlines() if line.startswith(f"{tool} ")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


VENV = ("venv", "/usr/bin/python3.11")


def test_nothing_is_said_or_asked_when_all_is_there(machine: Machine) -> None:
    machine.debian("python3.11-venv")
    done = machine.run(*VENV)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.asked("apt-get") == []


def test_root_gets_what_is_missing_and_is_told(machine: Machine) -> None:
    machine.debian("")
    done = machine.run(*VENV)
    assert done.returncode == 0
    assert "python3.11-venv" in done.stderr
    update, install = machine.asked("apt-get")
    assert "update" in update
    assert "--no-remove" in install
    assert install.endswith("python3.11-venv")


def test_without_root_or_a_terminal_the_one_command_to_run_is_said(machine: Machine) -> None:
    machine.debian("")
    machine.is_root(yes=False)
    machine.tool("sudo", "exit 1")
    done = machine.run(*VENV)
    assert done.returncode == 1
    assert "sudo apt-get install" in done.stderr.splitlines()[-1]
    assert "python3.11-venv" in done.stderr.splitlines()[-1]
    assert machine.asked("apt-get") == []


@pytest.mark.parametrize(("answer", "goes_on"), [("y\n", True), ("\n", True), ("n\n", False)])
def test_a_person_at_a_terminal_is_asked_before_sudo(machine: Machine, answer: str, *, goes_on: bool) -> None:
    machine.debian("")
    machine.is_root(yes=False)
    machine.tool("sudo", 'exec "$@"')
    done = machine.run(*VENV, said=answer)
    assert "[Y/n]" in done.stdout
    assert bool(machine.asked("apt-get")) is goes_on
    assert bool(machine.asked("sudo")) is goes_on
    assert done.returncode == (0 if goes_on else 1)


def test_continuous_integration_uses_a_sudo_that_asks_nothing(machine: Machine) -> None:
    machine.debian("")
    machine.is_root(yes=False)
    machine.tool("sudo", 'shift; exec "$@"')
    assert machine.run(*VENV, CI="true").returncode == 0
    assert all(line.startswith("sudo -n ") for line in machine.asked("sudo"))


def test_a_failed_installation_says_the_command_and_fails(machine: Machine) -> None:
    machine.debian("")
    machine.tool("apt-get", 'case "$*" in *install*) exit 100 ;; esac')
    done = machine.run(*VENV)
    assert done.returncode == 1
    assert "sudo apt-get install" in done.stderr


@pytest.mark.parametrize("release", ["libglib2.0-0", "libglib2.0-0t64"])
def test_a_package_is_known_by_either_of_its_names(machine: Machine, release: str) -> None:
    machine.debian("", known=f"{release.replace('.', '[.]')}\\|lib.*\\|fonts.*")
    machine.tool("apt-cache", f'[ "$2" = {release} ] && echo "$2"; case "$2" in libglib*) ;; *) echo "$2" ;; esac')
    machine.run("run")
    (install,) = (line for line in machine.asked("apt-get") if "install" in line)
    assert release in install.split()
    assert sum("libglib2.0-0" in word for word in install.split()) == 1


def test_either_name_that_is_installed_is_enough(machine: Machine) -> None:
    machine.debian("libglib2.0-0t64")
    machine.run("run")
    (install,) = (line for line in machine.asked("apt-get") if "install" in line)
    assert "libglib2.0-0" not in install
    assert "libxcb-cursor0" in install.split()


def test_fedora_gets_its_own_names(machine: Machine) -> None:
    machine.fedora("fontconfig")
    assert machine.run("run").returncode == 0
    (install,) = machine.asked("dnf")
    assert "xcb-util-cursor" in install.split()
    assert "fontconfig" not in install.split()


def test_a_system_without_a_package_list_of_ours_is_left_alone(machine: Machine) -> None:
    done = machine.run("run", "test", "desktops")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_unknown_list_is_a_mistake(machine: Machine) -> None:
    machine.debian("")
    assert machine.run("everything").returncode == 2


def test_this_machine_has_what_the_tests_need_and_finding_out_is_quick() -> None:
    began = time.monotonic()
    done = subprocess.run(["sh", str(SCRIPT), "run", "test"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert time.monotonic() - began < 2


def test_every_target_is_told_by_make_help() -> None:
    said = subprocess.run(["make", "help"], cwd=CHECKOUT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "test-desktops", "check", "benchmark", "install", "uninstall"):
        assert f"make {target} " in said


def test_a_rideau_without_a_display_says_so_in_one_line(tmp_path: Path) -> None:
    """Qt would abort and dump core."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}
    python = CHECKOUT / ".venv/bin/python"
    done = subprocess.run(
        [str(python), "-m", "rideau"], env=environment, capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "xvfb-run" in done.stderr
