# SPDX-License-Identifier: MIT
"""What is an app, how is it told among processes and windows, and how does it stand at the door? (SPEC E3)."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from rideau.domain.process import FileId, ProcessId
from rideau.domain.text import Text


class InstalledApp(NamedTuple):
    """Hold one app that is installed here, as its desktop file tells."""

    id: str
    """The desktop-file id without suffix, as the file writes it: ``org.telegram.desktop``; of a bare executable its
    path."""
    name: str
    """In the person's language."""
    icon: str = ""
    """A name of the icon theme, or a path; empty for none."""
    file: str = ""
    """The path of the desktop file; empty where there is none."""
    command: tuple[str, ...] = ()
    """What starts it, field codes left out."""
    programs: tuple[str, ...] = ()
    """The paths of its own executables, wrappers' targets included; shared runtimes (electron, java, python) left
    out."""
    marks: tuple[str, ...] = ()
    """Folders and archives of its own, which stand in the command line where a shared runtime runs it."""
    flatpak: str = ""
    snap: str = ""
    window_classes: tuple[str, ...] = ()
    """``StartupWMClass`` and what else its windows may be called."""


class AppRule(NamedTuple):
    """Hold how one app of a network is told. Any one key is enough; an empty key tells nothing (evidence, 3.3)."""

    id: str
    """``network/app``, unique."""
    network: str
    name: str
    """As it is called in the menu of this desktop."""
    icon: str = ""
    programs: tuple[str, ...] = ()
    """The paths of its executables, to be watched."""
    program_ids: frozenset[FileId] = frozenset()
    """The same files."""
    marks: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    """How the names of its cgroup's last part begin: ``app-flatpak-com.slack.Slack-``, ``snap.slack.``."""
    flatpak: str = ""
    window_classes: frozenset[str] = frozenset()
    """Case-folded."""
    web_hosts: tuple[str, ...] = ()
    """The network's sites: a browser window made for one of them alone (``--app=``) is closed as a window."""
    desktop_id: str = ""
    """What starts it again; empty where nothing does."""
    barred: tuple[str, ...] = ()
    """The paths of what it names that no rule may name (a shell, a browser, a panel): it is refused whole."""


class Window(NamedTuple):
    """Hold one window as the window system tells of it."""

    id: str
    """The window system's own, with its name before: ``x11:0x2600007``."""
    pid: int = 0
    """0 where it is not told."""
    title: str = ""
    app_class: str = ""
    """``WM_CLASS`` (its class) or ``app_id``."""
    instance: str = ""
    """``WM_CLASS`` (its instance), which names the site of an ``--app=`` window; empty elsewhere."""
    is_dialog: bool = False
    """It stands before another window of the same app (transient, or of type dialog)."""


class Run(NamedTuple):
    """Hold one running app: everything that a rule matched, and what it started."""

    id: str
    """The rule's id with the root's pid and start; the window's id where only a window is meant (``--app=``)."""
    rule: AppRule
    processes: tuple[ProcessId, ...]
    """The root first; empty where only a window is meant: its browser is never touched."""
    windows: tuple[Window, ...] = ()
    is_frozen: bool = False
    has_drawn: bool = True
    """Whether it ever had a window, as far as anybody can tell: what was frozen since its start has not."""


class ClosedApp(NamedTuple):
    """Hold an app that was closed at closing time and can come back at opening (SPEC E3)."""

    rule_id: str
    name: str
    icon: str
    desktop_id: str
    command: tuple[str, ...]
    """The command line it ran with; used where it has no desktop file."""
    folder: str
    """Its working directory."""
    places: tuple[str, ...] = ()
    """Where its windows were, each as the window source's ``placement`` wrote it."""


class Stage(StrEnum):
    """Name how far the closing of one app is."""

    COUNTING = "counting"
    """A countdown runs: save your work."""
    IN_CALL = "in-call"
    """A call is in progress; closing waits until it ends."""
    ASKED = "asked"
    """Its windows were asked to close."""
    SAVING = "saving"
    """It asks about unsaved work: left in peace."""
    STAYED = "stayed"
    """It did not close when asked: left in peace, and said."""
    HIDDEN = "hidden"
    """It has no window left, and goes on without: it is ended, or frozen, in a few seconds."""
    FROZEN = "frozen"
    """It is frozen until opening."""


class Closing(NamedTuple):
    """Hold one running app that is being closed."""

    run_id: str
    network: str
    name: str
    icon: str
    stage: Stage
    closes_at: datetime | None = None
    """When the countdown ends, aware UTC."""
    stretches_left: int = 0
    """How often five more minutes can still be had."""


class Stopped(NamedTuple):
    """Hold one app that was started while it is closed, and waits frozen behind the curtain."""

    run_id: str
    network: str
    name: str
    icon: str
    at: datetime
    """When it was started, aware UTC."""


class Doorway(NamedTuple):
    """Hold everything at the door: what the curtain and the countdown show."""

    stopped: tuple[Stopped, ...] = ()
    closing: tuple[Closing, ...] = ()
    to_reopen: tuple[ClosedApp, ...] = ()
    """What was closed and is offered back at opening; empty while closed."""
    knocks: tuple[Stopped, ...] = ()
    """The sites that somebody wants into, and that open after a breath; nothing runs of them."""

    @property
    def in_call(self) -> frozenset[str]:
        """Return the networks whose apps are in a call that holds up their closing: nobody mutes a call."""
        return frozenset(each.network for each in self.closing if each.stage is Stage.IN_CALL)


class Refusal(NamedTuple):
    """Say that a rule reaches what is out of reach, so nothing of it is done (SPEC E9)."""

    rule_id: str
    why: Text
