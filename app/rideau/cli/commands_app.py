# SPDX-License-Identifier: MIT
"""How is the app started, asked what is so, and ended?"""

import os
import sys

from rideau.adapters.control_protocol import Command, Request
from rideau.adapters.keeper_dismissal import dismiss_keeper
from rideau.bootstrap import run_tray
from rideau.cli.call import Call
from rideau.domain.error import NotRunningError

QUIT_WITHIN_S = 30.0


def start(call: Call) -> int:
    """Start the tray app, or show the window of the one that runs."""
    return run_tray(call.parts)


def status(call: Call) -> int:
    """Print what is so right now."""
    told = call.ask(Request(Command.STATUS))
    call.say(told.document, told.lines)
    return 0


def quit_app(call: Call) -> int:
    """End the app, and return when it is gone; a keeper that is about to start it again goes as well."""
    document: object = None
    try:
        document = call.ask_patiently(Request(Command.QUIT), QUIT_WITHIN_S, until_gone=True).document
    except NotRunningError:
        if not dismiss_keeper(call.parts.paths.keeper_socket):
            raise
        call.parts.restore()
    call.say(document, [call.words.text("Rideau has ended; everything is as it was."), *_left_behind(call)])
    return 0


def _left_behind(call: Call) -> list[str]:
    """Return what to say of browsers that still look for the gate."""
    said: list[str] = []
    if sys.platform == "linux":
        from rideau.adapters.linux.sites.gate_check import cut_off  # noqa: PLC0415 - wanted here alone
        from rideau.adapters.linux.sites.gate_facts import gate_facts  # noqa: PLC0415 - as above

        said = [call.words.say(each) for each in cut_off(gate_facts(os.environ, frozenset()))]
    return said
