# SPDX-License-Identifier: MIT
"""What does a running app do with what it is asked over the local socket? Each command maps to one use case."""

from collections.abc import Callable, Mapping
from typing import Protocol

from rideau.adapters.control_protocol import VERSION, Answer, Command, Request, answer_line, encoded, parse_request
from rideau.domain.error import RefusedError, RideauError, UsageError
from rideau.domain.key import Exit
from rideau.domain.probe import Probe
from rideau.domain.text import Text
from rideau.ports.settings_window import SettingsPage
from rideau.services.control import Control
from rideau.services.restoration import RestoreSummary
from rideau.services.status import Status
from rideau.wording.documents import doctor_document, restore_document, status_document
from rideau.wording.listings import probe_lines, restore_lines, status_lines
from rideau.wording.phrases import headline, opened_for, opens_in
from rideau.wording.words import Words


class Desk(Protocol):
    """Offer what the socket lets a command do. Everything is called on the main thread."""

    @property
    def words(self) -> Words:
        """Return the words of the language in force."""
        ...

    @property
    def control(self) -> Control:
        """Return what a hand can switch."""
        ...

    def status(self) -> Status:
        """Return what is so right now."""
        ...

    def probes(self) -> tuple[Probe, ...]:
        """Return how each mechanism stands."""
        ...

    def browsers(self) -> Mapping[str, object]:
        """Return what is known of browsers, as ``wording.browser_listing.known_document`` says it; empty without."""
        ...

    def enter(self, network: str, wish: str) -> Status:
        """Go into ``network`` after a breath; raises UsageError where none opens it."""
        ...

    def show_tip(self, tip: str) -> bool:
        """Show a tip by hand: the last one again, one that fits ``now``, or the one so called; False without one."""
        ...

    def dismiss_tip(self) -> None:
        """Put the card away."""
        ...

    def restore(self, *, keep_installed: bool) -> RestoreSummary:
        """Put back everything that can be put back while the app goes on, but maybe what was installed to stay."""
        ...

    def show_window(self) -> None:
        """Show the window."""
        ...

    def show_settings(self, page: SettingsPage | None) -> None:
        """Show the settings window, at ``page`` or where it was last."""
        ...

    def quit(self) -> None:
        """Restore, then end the app once the present event is handled."""
        ...


def answer(desk: Desk, line: bytes) -> bytes:
    """Do what ``line`` asks of ``desk`` and return the line to answer with; errors are said in the app's language."""
    try:
        request = parse_request(line)
        done = _DOINGS[request.command](desk, request)
    except RideauError as error:
        said = {"kind": _kind(error), "message": desk.words.error(error)}
        return encoded({"version": VERSION, "error": said})
    return answer_line(done)


def _kind(error: RideauError) -> str:
    if isinstance(error, RefusedError):
        return "refused"
    return "usage" if isinstance(error, UsageError) else "failed"


def _status(desk: Desk, status: Status, *lines: str) -> Answer:
    names = {each.network.id: each.network.name for each in status.plan.treatments}
    return Answer(status_document(desk.words, status, names), lines)


def _said(desk: Desk, status: Status) -> Answer:
    return _status(desk, status, headline(desk.words, status))


def _show(desk: Desk, _: Request) -> Answer:
    desk.show_window()
    return Answer(None)


def _show_settings(desk: Desk, request: Request) -> Answer:
    desk.show_settings(request.page)
    return Answer(None)


def _tell(desk: Desk, _: Request) -> Answer:
    status = desk.status()
    return _status(desk, status, *status_lines(desk.words, status))


def _turning(desk: Desk, status: Status) -> Answer | None:
    """Return the answer that asks for patience, None where nothing turns."""
    turn = status.key
    if turn is None:
        return None
    told = _status(desk, status, opens_in(desk.words, turn.wait, turn.exit))
    return told._replace(key=turn.id, wait_s=turn.wait.total_seconds())


def _open(desk: Desk, request: Request) -> Answer:
    was_open = desk.status().interval.phase.is_open
    if request.is_emergency:
        status = desk.control.emergency(request.reason, request.key)
    else:
        status = desk.control.open(request.duration, request.reason, request.key, request.passphrase)
    if turning := _turning(desk, status):
        return turning
    held = status.override
    if was_open or held is None or held.end is None:
        return _said(desk, status)
    return _status(desk, status, opened_for(desk.words, held.end - held.start))


def _close(desk: Desk, request: Request) -> Answer:
    return _said(desk, desk.control.close(request.until))


def _resume(desk: Desk, _: Request) -> Answer:
    return _said(desk, desk.control.resume())


def _focus(desk: Desk, request: Request) -> Answer:
    return _said(desk, desk.control.focus(request.duration))


def _stop_focus(desk: Desk, _: Request) -> Answer:
    return _said(desk, desk.control.stop_focus())


def _pause_focus(desk: Desk, _: Request) -> Answer:
    return _said(desk, desk.control.pause_focus())


def _resume_focus(desk: Desk, _: Request) -> Answer:
    return _said(desk, desk.control.resume_focus())


def _enter(desk: Desk, request: Request) -> Answer:
    return _said(desk, desk.enter(request.network, request.reason))


def _tip(desk: Desk, request: Request) -> Answer:
    if not desk.show_tip(request.tip):
        raise UsageError(Text("There is no such tip to show right now."), Text("“rideau tip list” tells all of them."))
    return Answer({"shown": True})


def _dismiss_tip(desk: Desk, _: Request) -> Answer:
    desk.dismiss_tip()
    return Answer({"shown": False})


def _doctor(desk: Desk, _: Request) -> Answer:
    probes = desk.probes()
    return Answer(doctor_document(desk.words, probes), tuple(probe_lines(desk.words, probes)))


def _browsers(desk: Desk, _: Request) -> Answer:
    return Answer(desk.browsers())


def _restore(desk: Desk, request: Request) -> Answer:
    if turning := _turning(desk, desk.control.leave(request.key, Exit.RESTORE)):
        return turning
    summary = desk.restore(keep_installed=request.command is Command.RESTORE_CHANGES)
    return Answer(restore_document(desk.words, summary), tuple(restore_lines(desk.words, summary)))


def _quit(desk: Desk, request: Request) -> Answer:
    if turning := _turning(desk, desk.control.leave(request.key)):
        return turning
    desk.quit()
    return Answer(None)


def _call_off(desk: Desk, request: Request) -> Answer:
    return _said(desk, desk.control.call_off(request.key))


def _passphrase(desk: Desk, request: Request) -> Answer:
    control, words = desk.control, desk.words
    if request.command is Command.SET_PASSPHRASE:
        control.set_passphrase(request.passphrase)
        return Answer({"is_set": True}, (words.text("The passphrase is set. It opens the lock from now on."),))
    if request.command is Command.REMOVE_PASSPHRASE:
        control.remove_passphrase()
        return Answer({"is_set": False}, (words.text("The passphrase is removed."),))
    is_set = control.has_passphrase()
    said = words.text("A passphrase is set.") if is_set else words.text("No passphrase is set.")
    return Answer({"is_set": is_set}, (said,))


_DOINGS: Mapping[Command, Callable[[Desk, Request], Answer]] = {
    Command.SHOW: _show,
    Command.SETTINGS: _show_settings,
    Command.STATUS: _tell,
    Command.OPEN: _open,
    Command.CLOSE: _close,
    Command.RESUME: _resume,
    Command.FOCUS: _focus,
    Command.STOP_FOCUS: _stop_focus,
    Command.PAUSE_FOCUS: _pause_focus,
    Command.RESUME_FOCUS: _resume_focus,
    Command.ENTER: _enter,
    Command.TIP: _tip,
    Command.DISMISS_TIP: _dismiss_tip,
    Command.DOCTOR: _doctor,
    Command.BROWSERS: _browsers,
    Command.RESTORE: _restore,
    Command.RESTORE_CHANGES: _restore,
    Command.QUIT: _quit,
    Command.CALL_OFF: _call_off,
    Command.PASSPHRASE: _passphrase,
    Command.SET_PASSPHRASE: _passphrase,
    Command.REMOVE_PASSPHRASE: _passphrase,
}
