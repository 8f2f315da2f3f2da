# SPDX-License-Identifier: MIT
"""What becomes of what is said on a card? A line goes to the notebook, a word on a kind of tips to the settings."""

from collections.abc import Callable
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.error import RideauError
from rideau.domain.notebook_edit import with_thought
from rideau.domain.reminder_edit import with_kind_rarer, without_kind
from rideau.domain.settings import Settings
from rideau.domain.tip import Kind, Theme
from rideau.ports.clock import Clock
from rideau.ports.notebook import Notebook
from rideau.ports.settings_store import SettingsStore
from rideau.services.settings_edits import edits_between
from rideau.services.wins import Wins


class AnswerParts(NamedTuple):
    """Hold where answers go."""

    clock: Clock
    zone: Callable[[], ZoneInfo]
    """The zone of the schedule."""
    notebook: Notebook
    store: SettingsStore
    failed: Callable[[RideauError], None]
    """Says what could not be kept."""


class CardAnswers:
    """Do what is said on a card: ``services.tip_desk.Answers``. Main thread."""

    def __init__(self, parts: AnswerParts) -> None:
        """Keep answers in ``parts``."""
        self._parts = parts

    def rarer(self, kind: Kind) -> None:
        """Let the themes of ``kind`` come less often from now on."""
        self._change(lambda settings: with_kind_rarer(settings, kind))

    def off(self, kind: Kind) -> None:
        """Let them come no more."""
        self._change(lambda settings: without_kind(settings, kind))

    def written(self, theme: Theme, line: str) -> None:
        """Keep ``line``: on a card of wins a win, on any other a thought for the next opening."""
        parts, now = self._parts, self._parts.clock.now()
        try:
            if theme is Theme.WIN:
                Wins(parts.notebook, lambda: now.astimezone(parts.zone()).date()).keep(line)
            else:
                parts.notebook.change(lambda notes: with_thought(notes, now, line))
        except RideauError as error:
            parts.failed(error)

    def _change(self, how: Callable[[Settings], Settings]) -> None:
        """Write what ``how`` makes of the settings into the person's file; the watch of it takes it up."""
        store = self._parts.store
        try:
            before = store.load()
            store.write(edits_between(before, how(before)))
        except RideauError as error:
            self._parts.failed(error)
