# SPDX-License-Identifier: MIT
"""How are tips shown and put away by a hand at the terminal, and which are there?"""

from rideau.adapters.control_protocol import Command, Request
from rideau.cli.call import Call
from rideau.wording.tip_listing import tip_lines, tips_document

NOW = "now"


def tip(call: Call) -> int:
    """Show the last card again or one that fits now, put the card away, or list every tip."""
    wanted = call.arguments.what
    if wanted == "list":
        tips, reminders = call.parts.tips.tips(), call.parts.settings.reminders
        call.say(tips_document(call.words, tips, reminders), tip_lines(call.words, tips, reminders))
        return 0
    if wanted == "dismiss":
        told = call.ask(Request(Command.DISMISS_TIP))
    else:
        told = call.ask(Request(Command.TIP, tip=NOW if wanted == NOW else ""))
    call.say(told.document, told.lines)
    return 0
