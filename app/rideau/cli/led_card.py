# SPDX-License-Identifier: MIT
"""How does the tray start a card? With as little on the way as can be: its first frame is there within 400 ms."""

import os
import sys
from typing import TYPE_CHECKING

from rideau.adapters.card_lines import letter_from, read_line

if TYPE_CHECKING:
    from rideau.wording.words import Words

USED_WRONGLY = 2
STANDARD_INPUT = 0


def show() -> int:
    """Show the card that the first line of the standard input tells, until it is answered or called off."""
    line, more = read_line(lambda size: os.read(STANDARD_INPUT, size))
    letter = letter_from(line)
    if letter is None:
        print("rideau: Rideau itself starts this, and tells it what to show.", file=sys.stderr)
        return USED_WRONGLY
    from rideau.adapters.qt.unread_sources import leave_sources_unread  # noqa: PLC0415 - what is told is checked first

    leave_sources_unread()
    from rideau.adapters.qt.card_application import CardApplication  # noqa: PLC0415 - as above
    from rideau.adapters.qt.card_pipe import CardPipe  # noqa: PLC0415 - as above
    from rideau.ui.card.card_window import CardHouse, CardTold, CardWindow  # noqa: PLC0415 - as above

    application = CardApplication(is_dark=letter.is_dark, is_right_to_left=letter.is_right_to_left)
    house = CardHouse(
        words=lambda: _words(letter.language),
        is_composited=application.is_composited,
        is_motion_reduced=letter.is_motion_reduced,
        is_unmanaged=letter.is_unmanaged,
        in_use=application.in_use,
        keep_hits_to=application.keep_hits_to,
    )
    pipe = CardPipe(lambda: window.withdraw(), lambda: window.close_softly())  # noqa: PLW0108 - it comes next
    window = CardWindow(letter.card, house, CardTold(pipe.seen, pipe.ended, application.end))
    window.come()
    pipe.listen(more)
    return application.run()


def _words(language: str) -> "Words":
    from rideau.adapters.locale import is_12_hour  # noqa: PLC0415 - once the card is seen
    from rideau.adapters.resources import resources_folder  # noqa: PLC0415 - as above
    from rideau.wording.words import load_words  # noqa: PLC0415 - as above

    return load_words(language, resources_folder() / "translations", is_12_hour=is_12_hour(os.environ))
