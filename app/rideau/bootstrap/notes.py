# SPDX-License-Identifier: MIT
"""Where does what is said on a card go? Into the notebook and the settings; loaded once somebody says something."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from rideau.domain.error import RideauError
from rideau.domain.notebook import Notes, Thought
from rideau.domain.settings import Reminders
from rideau.domain.tip import Theme
from rideau.services.settings_edits import edits_between
from rideau.services.wins import Wins

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess


def keep_line(desk: "TrayProcess", theme: Theme, line: str) -> None:
    """Keep ``line``: on a card of wins a win, on any other a thought for the next opening."""
    notebook, now = desk.parts.notebook, desk.parts.clock.now()
    thought = Thought(line, now)

    def parked(notes: Notes) -> Notes:
        return notes._replace(thoughts=(*notes.thoughts, thought))

    try:
        if theme is Theme.WIN:
            Wins(notebook, lambda: now.astimezone(desk.supervisor.rules.zone).date()).keep(line)
        else:
            notebook.change(parked)
    except RideauError as error:
        desk.face.say_error(error)


def change_reminders(desk: "TrayProcess", how: Callable[[Reminders], Reminders]) -> None:
    """Write what ``how`` makes of the settings of reminders into the person's file; the watch of it takes it up."""
    store = desk.parts.settings_store
    try:
        before = store.load()
        store.write(edits_between(before, before._replace(reminders=how(before.reminders))))
    except RideauError as error:
        desk.face.say_error(error)
