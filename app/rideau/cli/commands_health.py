# SPDX-License-Identifier: MIT
"""What works here, what is to be put back, is this installation whole?"""

import os
import sys

from rideau.adapters.control_protocol import Command, Request
from rideau.cli.call import Call
from rideau.cli.output import printable
from rideau.domain.error import NotRunningError
from rideau.domain.probe import Fitness
from rideau.wording.documents import doctor_document, restore_document
from rideau.wording.listings import probe_lines, restore_lines

RESTORE_WITHIN_S = 60.0


def doctor(call: Call) -> int:
    """Print per mechanism how it stands, as the running app sees it, or as this process does where none runs."""
    try:
        told = call.ask(Request(Command.DOCTOR))
    except NotRunningError:
        probes = call.parts.probes()
        call.say(doctor_document(call.words, probes), probe_lines(call.words, probes))
    else:
        call.say(told.document, told.lines)
    return 0


def restore(call: Call) -> int:
    """Put back everything; the running app does it where there is one, for it holds the ledger."""
    document, lines = _restored(call)
    call.say(document, lines)
    failed = document.get("failed") if isinstance(document, dict) else None
    for each in failed or ():
        print("rideau:", printable(str(each)), file=sys.stderr)
    return 1 if failed else 0


def _restored(call: Call) -> tuple[object, tuple[str, ...]]:
    keep_installed = call.arguments.keep_installed
    command = Command.RESTORE_CHANGES if keep_installed else Command.RESTORE
    try:
        told = call.ask_patiently(Request(command), RESTORE_WITHIN_S)
    except NotRunningError:
        from rideau.bootstrap.machine import check_really_gone, restore_by_oneself  # noqa: PLC0415 - where no app runs

        if keep_installed:  # as a keeper asks whose tray is gone
            check_really_gone(call.parts)
            summary = call.parts.restore()
        else:
            summary = restore_by_oneself(call.parts)
        return restore_document(call.words, summary), tuple(restore_lines(call.words, summary))
    goes_on = call.words.text("Rideau goes on, and holds what it needs again; “rideau quit” puts it back to stay.")
    return told.document, (*told.lines, goes_on)


def self_test(call: Call) -> int:
    """Check what an installation needs; exit code 1 when something needed is missing."""
    from rideau.adapters.installation_probe import NEEDED, installation_probes  # noqa: PLC0415 - wanted here alone

    probes = installation_probes(os.environ)
    call.say(doctor_document(call.words, probes), probe_lines(call.words, probes))
    return 1 if any(each.name in NEEDED and each.fitness is not Fitness.WORKS for each in probes) else 0
