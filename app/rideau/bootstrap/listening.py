# SPDX-License-Identifier: MIT
"""What does the running app listen to, and how does it speak up? Loaded once the icon is there."""

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from rideau.adapters.qt.appearance import Appearance
from rideau.adapters.qt.control_server import ControlServer
from rideau.adapters.qt.quit_signals import QuitSignals
from rideau.adapters.qt.settings_watch import SettingsWatch
from rideau.adapters.qt.system_signals import SystemSignals
from rideau.bootstrap.parts import announcer
from rideau.ports.desktop import Announcer, Notice
from rideau.ports.settings_store import SettingsProblem
from rideau.services.waiting_room import Digest
from rideau.wording import phrases

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess


class Listening:
    """Connect the tray process with commands, files, the system and the desktop's notifications. Main thread only."""

    def __init__(self, desk: "TrayProcess", listener: socket.socket) -> None:
        """Make the plan hold first, then listen; ``listener`` is the socket that was opened before Qt was loaded."""
        self._desk = desk
        self._quit_signals = QuitSignals(desk.told_to_end)  # before anything is changed that is to be put back
        self._announcer = announcer(desk.main_thread.post)
        observers = desk.supervisor.observers
        observers.digest.append(self._announce_digest)
        observers.settings_problems.append(self._announce_problems)
        paths = desk.parts.paths
        self._settings_watch = SettingsWatch(desk.parts.settings_file, (paths.networks_folder,))
        self._settings_watch.start(desk.settings_changed)
        desk.settings_changed()  # the first wake, by what was edited since the first reading too
        self._server = ControlServer(paths.control_socket, self._answer, listener=listener)
        self._server.start()
        self._proxy_watches = tuple(SettingsWatch(file, ()) for file in desk.proxy_files)
        for each in self._proxy_watches:
            each.start(desk.look_at_proxy)
        self.signals = SystemSignals(desk.wake)
        self.is_motion_reduced = False
        self._appearance = Appearance(self._set_motion_reduced)
        if problems := desk.status().settings_problems:
            self._announce_problems(problems)

    def close(self) -> None:
        """Listen to commands no more; the rest ends with the process."""
        self._server.close()

    def say(self, notice: Notice, on_action: Callable[[], None] | None = None) -> None:
        """Show ``notice``; ``on_action`` is called when its button is pressed."""
        self._announcer.announce(notice, on_action)

    @property
    def announcer(self) -> Announcer:
        """Return what shows notifications of Rideau's own."""
        return self._announcer

    def _set_motion_reduced(self, is_reduced: bool) -> None:  # noqa: FBT001 - as the desktop's settings report it
        self.is_motion_reduced = is_reduced
        self._desk.face.set_motion_reduced(is_reduced)

    def _answer(self, line: bytes) -> bytes:
        from rideau.adapters.control_desk import answer  # noqa: PLC0415 - and all its words, where something is asked

        return answer(self._desk, line)

    def _announce_digest(self, digest: Digest) -> None:
        words = self._desk.words
        names = {id_: network.name for id_, network in self._desk.networks().items()}
        title, body = phrases.digest(words, digest.counts, names)
        notice = Notice(title, body, words.text("Read the list"), replaces="digest")
        self._announcer.announce(notice, self._desk.face.show_waiting_list)

    def _announce_problems(self, problems: tuple[SettingsProblem, ...]) -> None:
        words = self._desk.words
        if not problems:
            self._announcer.announce(Notice(words.text("Your settings are in order again."), replaces="settings"))
            return
        first = problems[0]
        body = words.text(
            "{place}: {what} Until it is mended, the last good settings stay in force.",
            place=first.place or first.file,
            what=first.message,
        )
        self._announcer.announce(Notice(words.text("Your settings file needs mending"), body, replaces="settings"))
