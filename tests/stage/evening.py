# SPDX-License-Identifier: MIT
"""What do the evening's and the morning's windows act through in a test? A notebook in memory, and a Friday."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from fakes.moment import MONDAY_OPENING, PARIS
from fakes.notebook import FakeNotebook
from rideau.domain.error import RideauError
from rideau.domain.evening_ritual import Closing
from rideau.domain.notebook import Notes, Task, Thought, Win
from rideau.ui.evening.evening_window import EveningServices
from rideau.ui.evening.morning_window import MorningServices
from rideau.ui.evening.present_evening import EveningFacts
from rideau.ui.evening.present_morning import MorningFacts

FRIDAY_NEARLY_SIX = datetime(2026, 11, 20, 16, 35, tzinfo=UTC)
FRIDAY_SIX = datetime(2026, 11, 20, 17, tzinfo=UTC)
MONDAY_SIX = datetime(2026, 11, 23, 17, tzinfo=UTC)
MAYOR = Task("Answer the town hall", "at my desk", "Monday 9:15", "open the draft")
INVOICE = Task("The studio’s invoice")
FILM = Thought("What if the shops filmed themselves?", FRIDAY_NEARLY_SIX)
SMILE = Win("The market video made people smile", FRIDAY_NEARLY_SIX.date())
PUT_DOWN = Notes(tasks=(MAYOR, INVOICE), tonight=("20:00 Christmas market",), thoughts=(FILM,), wins=(SMILE,))

BEFORE_SIX = EveningFacts(FRIDAY_NEARLY_SIX, PARIS, Closing(FRIDAY_SIX, MONDAY_OPENING), MONDAY_OPENING)


@dataclass
class Dusk:
    """Hold what an evening's window acts through; ``refusal`` is what the lock says to closing early."""

    notebook: FakeNotebook = field(default_factory=FakeNotebook)
    facts: EveningFacts = BEFORE_SIX
    refusal: RideauError | None = None
    is_erasing: bool = False
    copied: list[str] = field(default_factory=list)
    lowered: int = 0
    later: EveningFacts | None = None
    """What is so once it opens later."""

    @property
    def services(self) -> EveningServices:
        """Return them."""
        return EveningServices(
            self.notebook,
            lambda: self.facts,
            self._lower,
            self.copied.append,
            lambda: not self.is_erasing,
            self._open_later,
        )

    def _open_later(self) -> str:
        if self.refusal is not None:
            raise self.refusal
        self.facts = self.later or self.facts
        return "You open later; your rest is 11 hours."

    def _lower(self, done: Callable[[], None], failed: Callable[[RideauError], None]) -> None:
        if self.refusal is not None:
            failed(self.refusal)
        else:
            self.lowered += 1
            done()


def morning_services(
    notebook: FakeNotebook, waited: tuple[tuple[str, int], ...] = (), win: str = ""
) -> MorningServices:
    """Return what a Monday morning's window acts through."""

    def facts() -> MorningFacts:
        return MorningFacts(MONDAY_OPENING, PARIS, MONDAY_SIX, notebook.load(), waited, {"slack": "Slack"}, win)

    return MorningServices(notebook, facts, lambda: True)
