# SPDX-License-Identifier: MIT
"""How does a hand at the terminal open, close, resume and focus? By asking the running app."""

from rideau.adapters.control_protocol import Command, Request
from rideau.cli.call import Call
from rideau.cli.values import read_duration, read_instant
from rideau.cli.zones import zone_of


def open_shop(call: Call) -> int:
    """Open for a while, for a reason."""
    said = call.arguments.duration
    duration = None if said is None else read_duration(said)
    return _do(call, Request(Command.OPEN, duration=duration, reason=call.arguments.reason))


def close_shop(call: Call) -> int:
    """Close now, until a time or the next opening."""
    said = call.arguments.until
    until = None if said is None else read_instant(said, zone_of(call.parts))
    return _do(call, Request(Command.CLOSE, until=until))


def resume(call: Call) -> int:
    """Go back to the schedule."""
    return _do(call, Request(Command.RESUME))


def focus(call: Call) -> int:
    """Start a focus session, or stop it."""
    said = " ".join(call.arguments.what)
    if said == "stop":
        return _do(call, Request(Command.STOP_FOCUS))
    return _do(call, Request(Command.FOCUS, duration=read_duration(said) if said else None))


def _do(call: Call, request: Request) -> int:
    told = call.ask(request)
    call.say(told.document, told.lines)
    return 0
