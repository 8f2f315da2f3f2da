# SPDX-License-Identifier: MIT
"""What happened? The journal, printed. Offline."""

from rideau.cli.call import Call
from rideau.cli.values import read_instant
from rideau.cli.zones import zone_of
from rideau.wording.documents import log_document
from rideau.wording.listings import event_lines


def log(call: Call) -> int:
    """Print the journal, oldest first."""
    zone = zone_of(call.parts)
    since = read_instant(call.arguments.since, zone) if call.arguments.since else None
    events = call.parts.journal_reader.events(since)
    call.say(log_document(call.words, events, zone), event_lines(call.words, events, zone))
    return 0
