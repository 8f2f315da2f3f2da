# SPDX-License-Identifier: MIT
"""How does a test live through an evening at work? A desktop with sound, work apps on it, and hours to be moved."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from rideau.adapters.linux.apps.frozen_process import is_stopped
from stage.desktop import Desktop, Furniture
from stage.running import Running
from stage.sound import COOKIE, Ear, PulseAudio, SoundServer
from stage.work_apps import Kind, WorkApp

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NOON = 12
PITCH = 500
"""What the apps play."""
ENOUGH_BLOCKS = 20
SETTINGS = """version = 1
{more}
[hours]
timezone = "{zone}"
[hours.week]
{days}
[wind_down]
minutes = {wind_down}
min_gap_hours = 1
[apps]
countdown_seconds = {countdown_s}
hidden = "{hidden}"
reopen = "{reopen}"
[policy.network.music]
quiet = "mute"
[networks.work]
name = "Work"
sites = ["work.example"]
apps = {{ linux = [{apps}] }}
accounts = [{{ name = "Me", use = "official" }}]
[networks.music]
name = "Music"
apps = {{ linux = ["workmusic"] }}
accounts = [{{ name = "Me", use = "official" }}]
"""


@contextmanager
def sounding_desktop() -> Iterator[tuple[Desktop, SoundServer]]:
    """Give a desktop with a panel, a sound server and a microphone that hears nothing."""
    with PulseAudio() as sound, sound.microphone():
        environment = {"PULSE_SERVER": f"unix:{sound.socket}", COOKIE: sound.environment[COOKIE]}
        with Desktop(Furniture(panel=True, environment=environment)) as desktop:
            yield desktop, sound


class Office:
    """Hold a desktop with work apps on it, in a zone where it is about noon: open from 0 to 15 h."""

    def __init__(self, rideau: Running, sound: SoundServer, desktop: Desktop, pictures: Path) -> None:
        """Install the apps; none is started."""
        self.rideau = rideau
        self.sound = sound
        self.desktop = desktop
        self.pictures = pictures
        self.chat = WorkApp(desktop, "workchat", Kind.WINDOW)
        self.tray = WorkApp(desktop, "worktray", Kind.TRAY)
        self.editor = WorkApp(desktop, "workeditor", Kind.ASKS)
        self.stubborn = WorkApp(desktop, "workstubborn", Kind.IGNORES)
        self.helped = WorkApp(desktop, "workhelped", Kind.HELPERS)
        self.call = WorkApp(desktop, "workcall", Kind.MICROPHONE)
        self.music = WorkApp(desktop, "workmusic", Kind.SOUND)
        self.closing = (self.chat, self.tray, self.editor, self.stubborn, self.helped, self.call)
        self.apps = (*self.closing, self.music)
        self.countdown_s = 15
        """Enough to press a button on a slow machine, too."""
        self.hidden = "end"
        self.reopen = "always"
        self.more = ""

    def minutes_from_now(self, minutes: int) -> str:
        """Return a time of day that comes so soon, as settings write it."""
        hours, minute = divmod(datetime.now(UTC).minute + minutes, 60)
        return f"{NOON + hours:02}:{minute:02}"

    def write_settings(self, wind_down: int = 0, until: str = "15:00") -> None:
        """Write the settings as they are to be, the file replaced at once."""
        shift = NOON - datetime.now(UTC).hour
        text = SETTINGS.format(
            more=self.more,
            zone=f"Etc/GMT{-shift:+d}" if shift else "Etc/GMT",
            days="\n".join(f'{day} = ["00:00-{until}"]' for day in DAYS),
            wind_down=wind_down,
            countdown_s=self.countdown_s,
            hidden=self.hidden,
            reopen=self.reopen,
            apps=", ".join(f'"{app.name}"' for app in self.closing),
        )
        new = self.rideau.settings.with_suffix(".new")
        new.write_text(text)
        new.replace(self.rideau.settings)

    def start(self, *apps: WorkApp) -> None:
        """Start these apps, and wait until each shows its window, and is heard where it is to be."""
        for app in apps:
            app.start()
        for app in apps:
            app.wait_until_said("shown")
            if app.kind in {Kind.SOUND, Kind.MICROPHONE}:
                app.wait_until_said("streaming")

    def do(self, *words: str) -> None:
        """Type a command that must succeed."""
        done = self.rideau.command(*words)
        assert done.returncode == 0, done.stderr

    def wait_for_phase(self, phase: str) -> None:
        """Wait until it is ``phase``."""
        self.rideau.seconds_until(lambda: self.rideau.document("status")["phase"] == phase)

    def wait_for_word(self, word: str) -> None:
        """Wait until the status says ``word`` of what is not covered."""
        self.rideau.seconds_until(lambda: any(word in each for each in self.rideau.document("status")["not_covered"]))

    def wait_until_told(self, kind: str, app: str, how: str) -> None:
        """Wait until the journal tells of an app that was closed so."""
        self.rideau.seconds_until(lambda: (app, how) in self.told(kind))

    def told(self, kind: str) -> list[tuple[str, str]]:
        """Return which apps the journal tells of, and how they were closed."""
        events = (each for each in self.rideau.document("log") if each["kind"] == kind)
        return [(each["details"]["app"], each["details"].get("how", "")) for each in events]

    def wait_until_frozen(self, app: WorkApp) -> None:
        """Wait until every process of ``app`` stands still."""
        app.wait_until_running()
        self.rideau.seconds_until(lambda: app.processes() and all(map(is_stopped, app.processes())))

    def wait_until_thawed(self) -> None:
        """Wait until nothing stands still."""
        self.rideau.seconds_until(lambda: not any(is_stopped(each) for app in self.apps for each in app.processes()))

    def wait_until_heard(self, *, is_heard: bool) -> None:
        """Wait until the music is heard, or is not."""
        self.sound.wait_until_muted(self.music.name, is_muted=not is_heard)
        with self.sound.ear() as ear:
            self.rideau.seconds_until(lambda: _hears(ear) is is_heard)

    def photograph(self, name: str) -> None:
        """Keep what the screen shows."""
        self.desktop.screenshot(self.pictures / f"{name}.png")


def _hears(ear: Ear) -> bool:
    since = ear.blocks_heard()
    ear.wait_for_blocks(ENOUGH_BLOCKS)
    return ear.audible_ms(PITCH, since) > 0
