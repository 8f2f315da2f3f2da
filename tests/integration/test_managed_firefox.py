# SPDX-License-Identifier: MIT
"""Does a policy bring the extension into a real Firefox ESR, private windows included, and is it gone with it?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stage.desktop import Desktop
from stage.firefox import Firefox
from stage.machine import Machine
from stage.web import until

ASK = """return (async () => {
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const addon = await AddonManager.getAddonByID("rideau@rideau.app");
  const policy = WebExtensionPolicy.getByID("rideau@rideau.app");
  return addon && addon.isActive && policy && {
    private: policy.privateBrowsingAllowed,
    stays: !(addon.permissions & AddonManager.PERM_CAN_UNINSTALL),
  };
})();"""


@pytest.fixture(name="machine")
def fixture_machine() -> Iterator[Machine]:
    with Desktop() as desktop:
        machine = Machine(desktop)
        yield machine
        machine.leave()


def extension_in(firefox: Firefox) -> Any:
    """Return how the extension stands in ``firefox``; None where it is not there."""
    with firefox.wire.in_chrome():
        return firefox.wire.ask("WebDriver:ExecuteScript", {"script": ASK, "args": []})


def test_the_extension_comes_with_the_policy_and_goes_with_it(machine: Machine) -> None:
    """Also in private windows; while the policy stands, nobody removes it by mistake."""
    before = machine.system()
    root = Path(machine.desktop.environment["HOME"], ".mozilla/firefox")
    root.mkdir(parents=True)
    (root / "profiles.ini").write_text("[Profile0]\nName=default\nIsRelative=1\nPath=own\nDefault=1\n")
    firefox = Firefox(machine.desktop, machine.through, root / "own")
    installed = machine.rideau("browsers", "install", "--managed", "firefox-esr")
    assert (installed.returncode, installed.stderr) == (0, "")
    assert "Firefox ESR has the extension from its next start on." in installed.stdout
    with firefox:
        until(lambda: extension_in(firefox) == {"private": True, "stays": True})
    removed = machine.rideau("browsers", "remove", "--managed", "firefox-esr")
    assert (removed.returncode, removed.stderr) == (0, "")
    assert "Firefox ESR lets go of the extension at its next start" in removed.stdout
    with firefox:
        assert extension_in(firefox) is None
    assert machine.system() == before
