# SPDX-License-Identifier: MIT
"""Are work notifications withheld on whole desktops: GNOME Shell, Plasma, and sway with mako or swaync?"""

import json
import time
from pathlib import Path

import pytest

from contracts.enforcer import CLOSED
from rideau.adapters.linux.plasma_notifications import PlasmaNotificationsRestorer
from stage.desktop import Daemon, Home
from stage.guarding import Guarding
from stage.large import MAKO, SWAYNC, Gnome, Plasma, Sway
from stage.sender import Sender
from stage.windows import WindowWatch

pytestmark = pytest.mark.desktop

ENTRY = "[Desktop Entry]\nType=Application\nName=Slack\nExec=true\n"
FROM_SLACK = {"desktop-entry": ("s", "slack")}
GTK = ("org.gtk.Notifications", "/org/gtk/Notifications", "org.gtk.Notifications")
LISTED = "Main.messageTray.getSources().flatMap(s => s.notifications.map(n => n.title))"


def test_gnome_keeps_work_out_of_its_list_and_personal_in_it() -> None:
    with Gnome({"slack.desktop": ENTRY}) as gnome, Sender(gnome.bus) as app, Guarding(gnome) as guarding:
        guarding.guard.apply(CLOSED)
        app.notify("Slack", "Work", hints=FROM_SLACK)
        app.call(GTK, "AddNotification", "ssa{sv}", "slack", "one", {"title": ("s", "Work by GTK")})
        app.notify("Friend", "Dinner?")
        assert guarding.wait(2)
        assert guarding.titles == ["Work", "Work by GTK"]
        listed = json.loads(gnome.evaluate(LISTED))
        assert "Dinner?" in listed
        assert not {"Work", "Work by GTK"} & set(listed)


def _with_slack(home: Home) -> Path:
    applications = Path(home.environment["XDG_DATA_HOME"], "applications")
    applications.mkdir(parents=True, exist_ok=True)
    (applications / "slack.desktop").write_text(ENTRY)
    return home.config / "plasmanotifyrc"


def test_plasma_never_shows_work_and_its_file_comes_back() -> None:
    with Plasma() as plasma, Sender(plasma.bus) as app, WindowWatch(plasma.environment) as windows:
        file = _with_slack(plasma)
        app.notify("Friend", "Warm up", hints=FROM_SLACK)  # Plasma writes Seen=true for an app it meets first
        assert windows.wait("map")
        before = file.read_bytes() if file.exists() else None
        with Guarding(plasma) as guarding:
            guarding.guard.apply(CLOSED)
            ((_, change),) = guarding.ledger.pending()
            app.notify("Slack", "Work", hints=FROM_SLACK)
            app.notify("Friend", "Dinner?")
            assert guarding.wait(1)
            assert b"ShowPopups=false" in file.read_bytes()
        assert guarding.ledger.pending() == ()
        assert (file.read_bytes() if file.exists() else None) == before
        assert PlasmaNotificationsRestorer(plasma.environment).restore(change) != "restored"


@pytest.mark.parametrize("daemon", [MAKO, SWAYNC], ids=lambda daemon: daemon.name)
def test_nothing_of_work_stays_on_a_sway_screen(daemon: Daemon, tmp_path: Path) -> None:
    with Sway(daemon) as sway, Sender(sway.bus) as app, Guarding(sway) as guarding:
        guarding.guard.apply(CLOSED)
        before = sway.screenshot(tmp_path / "before.png").read_bytes()
        for number in range(20):
            app.notify("Slack", f"work {number}")
        assert guarding.wait(20)
        assert guarding.titles == [f"work {number}" for number in range(20)]
        deadline = time.monotonic() + 5  # a compositor draws when it draws: look again until it has
        while sway.screenshot(tmp_path / "after.png").read_bytes() != before:
            assert time.monotonic() < deadline, "a work notification stayed on the screen"
