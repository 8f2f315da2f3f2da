# SPDX-License-Identifier: MIT
"""Does an evening go by with nobody doing anything? A real Xfce desktop, hours that end in the next minute."""

import json
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call

from stage.desktop import XFCE4_NOTIFYD, Desktop, Furniture
from stage.program import Program
from stage.running import kill_rideau
from stage.windows import WindowWatch

RIDEAU = [sys.executable, "-m", "rideau"]
WITHHELD_WITHIN_S = 0.25
LATEST_SECOND = 35
SETTINGS = """version = 1
[hours]
timezone = "{zone}"
[hours.week]
{days}
[wind_down]
minutes = 0
"""
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Evening:
    """Hold a desktop whose shop closes at the next full minute for one minute."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        now = early_in_a_minute()
        self.closing = now.replace(second=0, microsecond=0) + timedelta(minutes=1)
        self.opening = self.closing + timedelta(minutes=1)
        shift = 12 - now.hour  # a zone in which it is about noon, so that midnight is far
        zone = f"Etc/GMT{-shift:+d}" if shift else "Etc/GMT"
        closing, opening = ((at + timedelta(hours=shift)).strftime("%H:%M") for at in (self.closing, self.opening))
        hours = "\n".join(f'{day} = ["00:00-{closing}", "{opening}-24:00"]' for day in DAYS)
        folder = desktop.config / "rideau"
        folder.mkdir()
        (folder / "config.toml").write_text(SETTINGS.format(zone=zone, days=hours))

    def start(self) -> Program:
        program = self.desktop.start(RIDEAU, log="rideau.log")
        deadline = time.monotonic() + 20
        while self.command("status").returncode != 0:
            assert time.monotonic() < deadline, program.output()
        return program

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.desktop.run([*RIDEAU, *words])

    def document(self, *words: str) -> Any:
        done = self.command(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def wait_until_kept(self, count: int) -> None:
        """Wait until so many were withheld, and for whatever is still on its way to the screen."""
        deadline = time.monotonic() + 10
        while self.document("status")["waiting"] < count:
            assert time.monotonic() < deadline, f"fewer than {count} were withheld"
        time.sleep(0.5)

    def notify(self, app: str, title: str) -> None:
        assert self.desktop.run(["notify-send", "-a", app, "-t", "60000", title, "Are you there?"]).returncode == 0


def early_in_a_minute() -> datetime:
    """Return the present instant, once enough of its minute is left to start everything in it."""
    now = datetime.now(UTC)
    if now.second > LATEST_SECOND:
        wait_until(now.replace(second=0) + timedelta(minutes=1))
    return datetime.now(UTC)


def wait_until(instant: datetime) -> None:
    time.sleep(max((instant - datetime.now(UTC)).total_seconds(), 0))


def notification_settings(desktop: Desktop) -> str:
    """Return everything that is set about notifications on this desktop, mutes and do-not-disturb included."""
    done = desktop.run(["xfconf-query", "--channel", "xfce4-notifyd", "--list", "--verbose"])
    return done.stdout + done.stderr


def next_own_notice(desktop: Desktop, patience_s: float) -> tuple[str, str]:
    """Return the title and body of the next notification that Rideau itself shows."""
    rule = MatchRule(type="method_call", interface="org.freedesktop.Notifications", member="Notify")
    monitoring = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring")
    deadline = time.monotonic() + patience_s
    with desktop.bus.connect() as connection:
        connection.send_and_get_reply(new_method_call(monitoring, "BecomeMonitor", "asu", ([rule.serialise()], 0)))
        while True:
            message = connection.receive(timeout=max(deadline - time.monotonic(), 0.01))
            if message.header.fields.get(HeaderFields.member) == "Notify" and message.body[0] == "Rideau":
                return message.body[3], message.body[4]


def test_a_whole_evening_with_nobody_doing_anything(tmp_path: Path) -> None:
    """Shown before, withheld after, nothing left by a kill -9, and one digest at the next opening."""
    furniture = Furniture(notifications=XFCE4_NOTIFYD, window_manager="xfwm4", panel=True)
    with Desktop(furniture) as desktop, WindowWatch(desktop.environment) as windows:
        evening = Evening(desktop)
        rideau = evening.start()
        assert evening.document("status")["phase"] == "work"
        windows.clear()
        evening.notify("Slack", "Before closing")
        assert windows.wait("map")
        assert not windows.settle(1), "a work notification inside work hours stays on the screen"
        before = notification_settings(desktop)

        wait_until(evening.closing + timedelta(seconds=2))
        assert evening.document("status")["phase"] == "quiet"
        windows.clear()
        evening.notify("Slack", "After closing")
        evening.notify("Microsoft Teams", "Also after closing")
        evening.wait_until_kept(2)
        assert windows.settle()
        assert max(windows.durations(), default=0) <= WITHHELD_WITHIN_S
        windows.clear()
        evening.notify("Weather", "Rain tomorrow")
        assert windows.wait("map")
        assert not windows.settle(1), "everybody else's notifications pass"
        desktop.screenshot(tmp_path / "quiet.png")

        kill_rideau(desktop.mark)
        rideau.wait()
        assert notification_settings(desktop) == before
        windows.clear()
        evening.notify("Slack", "While Rideau is dead")
        assert windows.wait("map")
        assert not windows.settle(1), "a killed Rideau leaves no mute behind"
        rideau = evening.start()
        assert evening.document("status")["waiting"] == 2

        title, body = next_own_notice(desktop, (evening.opening - datetime.now(UTC)).total_seconds() + 10)
        assert datetime.now(UTC) >= evening.opening
        assert title == "2 things waited. Here they are, quietly."
        assert ("Slack" in body, "Teams" in body) == (True, True)
        assert evening.document("status")["phase"] == "work"
        desktop.screenshot(tmp_path / "digest.png")

        assert evening.command("quit").returncode == 0
        assert rideau.wait() == 0
        assert notification_settings(desktop) == before
        assert evening.command("status").returncode == 3
