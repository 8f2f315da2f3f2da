# SPDX-License-Identifier: MIT
"""How does a hand at the terminal open, close, resume and focus? By asking the running app."""

import sys
from getpass import getpass

from rideau.adapters.control_protocol import Command, Request
from rideau.cli.call import Call
from rideau.cli.output import printable
from rideau.cli.values import read_duration, read_instant
from rideau.cli.zones import zone_of
from rideau.domain.error import UsageError
from rideau.domain.text import Text
from rideau.services.control import checked_reason

_FOCUS = {"pause": Command.PAUSE_FOCUS, "resume": Command.RESUME_FOCUS, "stop": Command.STOP_FOCUS}


def open_shop(call: Call) -> int:
    """Open for a while, for a reason, once the wait that it costs is over."""
    said, reason = call.arguments.duration, call.arguments.reason
    duration = None if said is None else read_duration(said)
    if call.arguments.emergency:
        if duration is not None or call.arguments.passphrase:
            raise UsageError(Text("The emergency exit opens for half an hour, and needs no passphrase."))
        request = Request(Command.OPEN, reason=reason, is_emergency=True)
    else:
        reason = checked_reason(reason)  # before a passphrase is asked for, and whether an app runs or not
        phrase = _typed(call.words.text("Passphrase: ")) if call.arguments.passphrase else ""
        request = Request(Command.OPEN, duration=duration, reason=reason, passphrase=phrase)
    told = call.ask_patiently(request)
    call.say(told.document, told.lines)
    return 0


def passphrase(call: Call) -> int:
    """Set or remove the passphrase of the lock, or tell whether there is one."""
    if call.arguments.wanted == "set":
        return _do(call, Request(Command.SET_PASSPHRASE, passphrase=_new_phrase(call)))
    is_removal = call.arguments.wanted == "remove"
    return _do(call, Request(Command.REMOVE_PASSPHRASE if is_removal else Command.PASSPHRASE))


def close_shop(call: Call) -> int:
    """Close now, until a time or the next opening."""
    said = call.arguments.until
    until = None if said is None else read_instant(said, zone_of(call.parts))
    return _do(call, Request(Command.CLOSE, until=until))


def resume(call: Call) -> int:
    """Go back to the schedule."""
    return _do(call, Request(Command.RESUME))


def focus(call: Call) -> int:
    """Start a focus session, pause it, go on with it, or stop it."""
    said = " ".join(call.arguments.what)
    if said in _FOCUS:
        return _do(call, Request(_FOCUS[said]))
    return _do(call, Request(Command.FOCUS, duration=read_duration(said) if said else None))


def _new_phrase(call: Call) -> str:
    phrase = _typed(call.words.text("New passphrase: "))
    if sys.stdin.isatty() and _typed(call.words.text("Once more: ")) != phrase:
        raise UsageError(Text("These were not the same."), Text("Nothing changed; try again."))
    return phrase


def _typed(prompt: str) -> str:
    """Return what is typed unseen at the terminal, or one line of what is piped in."""
    try:
        typed = getpass(printable(prompt)) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    except EOFError:
        typed = ""
    except UnicodeDecodeError as error:
        raise UsageError(Text("That is no text.")) from error
    if not typed:
        raise UsageError(Text("No passphrase was typed."))
    return typed


def _do(call: Call, request: Request) -> int:
    told = call.ask(request)
    call.say(told.document, told.lines)
    return 0
