# SPDX-License-Identifier: MIT
"""Does Plasma's settings file come back byte for byte?"""

from pathlib import Path

import pytest

from contracts.enforcer import SLACK
from contracts.restorer import Changed, RestorerContract
from fakes.ledger import FakeLedger
from rideau.adapters.linux.notifications.plasma_notifications import (
    KIND,
    OFF,
    PlasmaNotifications,
    PlasmaNotificationsRestorer,
)
from rideau.domain.change import Change, Outcome
from rideau.services.restoration import restore_all

FILES = {
    "none": None,
    "empty": "",
    "other": "[DoNotDisturb]\nUntil=2026,1,5\n",
    "no-line-end": "[DoNotDisturb]\nUntil=1",
    "own-group": "[Applications][slack]\nSeen=true\n\n[Applications][x]\nSeen=true\n",
    "head-only": "[Applications][slack]",
    "shown": "[Applications][slack]\nShowPopups=true\nSeen=true\n",
}


@pytest.fixture(params=FILES)
def content(request: pytest.FixtureRequest) -> str | None:
    return FILES[request.param]


def _environment(home: Path) -> dict[str, str]:
    (home / "share/applications").mkdir(parents=True)
    (home / "share/applications/slack.desktop").write_text("[Desktop Entry]\n")
    folders = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home / "share")}
    return {**folders, "XDG_DATA_DIRS": str(home / "none"), "XDG_CURRENT_DESKTOP": "KDE"}


class TestPlasmaNotificationsRestorer(RestorerContract):
    """Run the contract, with every file that may have been there."""

    @pytest.fixture
    def changed(self, tmp_path: Path, content: str | None) -> Changed:
        environment, ledger, file = _environment(tmp_path), FakeLedger(), tmp_path / "plasmanotifyrc"
        if content is not None:
            file.write_text(content)
        PlasmaNotifications(environment, ledger).hold((SLACK,))
        ((_, change),) = ledger.pending()
        before = None if content is None else content.encode()
        by_hand = "[Applications][slack]\nShowPopups=true\n"
        return Changed(
            PlasmaNotificationsRestorer(environment),
            change,
            before,
            lambda: file.read_bytes() if file.exists() else None,
            lambda: _write(file, by_hand),
        )


def _write(file: Path, content: str) -> None:
    file.write_text(content)


def test_every_file_comes_back_as_it_was_by_opening_and_by_restore(tmp_path: Path, content: str | None) -> None:
    environment, ledger, file = _environment(tmp_path), FakeLedger(), tmp_path / "plasmanotifyrc"
    if content is not None:
        file.write_text(content)
    plasma = PlasmaNotifications(environment, ledger)
    for _ in range(2):
        plasma.hold((SLACK,))
        plasma.hold((SLACK,))
        ((_, change),) = ledger.pending()
        assert "ShowPopups=false" in file.read_text()
        plasma.hold(())
        assert (file.read_text() if file.exists() else None) == content
        assert ledger.pending() == ()
    PlasmaNotifications(environment, ledger).hold((SLACK,))
    restorer = PlasmaNotificationsRestorer(environment)
    assert restorer.restore(change) is Outcome.RESTORED
    assert (file.read_text() if file.exists() else None) == content
    assert restorer.restore(change) in {Outcome.LEFT, Outcome.GONE}


def test_what_was_put_back_meanwhile_is_switched_off_again_while_it_is_to_hold(tmp_path: Path) -> None:
    environment, ledger, file = _environment(tmp_path), FakeLedger(), tmp_path / "plasmanotifyrc"
    switches = PlasmaNotifications(environment, ledger)
    switches.hold((SLACK,))
    held = file.read_text()
    assert restore_all(ledger, [PlasmaNotificationsRestorer(environment)]).restored == 1
    assert not file.exists()
    switches.hold((SLACK,))
    assert file.read_text() == held
    assert len(ledger.pending()) == 1
    switches.hold(())
    assert not file.exists()
    assert ledger.pending() == ()


def test_what_the_person_changed_since_stays(tmp_path: Path) -> None:
    environment, ledger, file = _environment(tmp_path), FakeLedger(), tmp_path / "plasmanotifyrc"
    PlasmaNotifications(environment, ledger).hold((SLACK,))
    ((_, change),) = ledger.pending()
    file.write_text("[Applications][slack]\nShowPopups=true\n")
    assert PlasmaNotificationsRestorer(environment).restore(change) is Outcome.LEFT
    assert file.read_text() == "[Applications][slack]\nShowPopups=true\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, ""),
        ("[]", ""),
        ("no JSON", ""),
        ('{"value": null}', ""),
        ('{"value": 7, "glue": 7}', ""),
        ('{"value": "true", "made_group": false, "made_file": false, "glue": "", "new": 1}', "ShowPopups=true\n"),
    ],
)
def test_what_another_version_recorded_is_put_back_as_far_as_it_can_be_read(
    tmp_path: Path, before: str | None, after: str
) -> None:
    file = tmp_path / "plasmanotifyrc"
    file.write_text("[Applications][slack]\nShowPopups=false\nSeen=true\n")
    change = Change(KIND, f"{file}[Applications][slack]ShowPopups", before, OFF)
    assert PlasmaNotificationsRestorer(_environment(tmp_path)).restore(change) is Outcome.RESTORED
    assert file.read_text() == f"[Applications][slack]\n{after}Seen=true\n"
