# SPDX-License-Identifier: MIT
"""Which small windows of their own are there, and in which states?"""

from collections.abc import Mapping
from datetime import date, timedelta

from fakes.help_places import FakeHelpDirectory
from fakes.notebook import FakeNotebook
from rideau.domain.notebook import Buddy, CheckIn, Notes, Win
from rideau.services.check_in import CheckIns
from rideau.services.wins import Wins
from rideau.ui.check_in.check_in_window import CheckInWindow
from rideau.ui.help.help_window import HelpWays, HelpWindow
from rideau.ui.wins.wins_window import WinsWindow
from rideau.wording.words import Words
from stage.stands import Build, Stand, shown, told

TODAY = date(2026, 11, 20)
ANSWERS = ((3, 3, 2), (3, 4, 3), (2, 4, 3), (4, 4, None), (4, 3, 3), (4, 4, 4))


def _nothing(*_: object) -> None:
    """Open nothing: it is a picture."""


def _check_in(notes: Notes) -> Build:
    def build(words: Words) -> Stand:
        check_ins = CheckIns(FakeNotebook(notes), lambda: TODAY)
        return shown(CheckInWindow(check_ins, words, _nothing))

    return build


def _wins(words: Words) -> Stand:
    wins = (
        Win(told(words, "The mayor called"), TODAY - timedelta(days=30)),
        Win(told(words, "Lunch outside, all of us"), TODAY),
    )
    notebook = FakeNotebook(Notes(wins=wins, buddy=Buddy("Ana", "ana@example.org")))
    return shown(WinsWindow(Wins(notebook, lambda: TODAY), words, _nothing))


def _help(country: str) -> Build:
    def build(words: Words) -> Stand:
        return shown(HelpWindow(FakeHelpDirectory(), words, country, HelpWays(_nothing, _nothing)))

    return build


_ANSWERED = Notes(
    check_ins=tuple(
        CheckIn(TODAY - timedelta(weeks=4 * back), *answers) for back, answers in enumerate(reversed(ANSWERS))
    )
)
LONE_WINDOWS: Mapping[str, Build] = {
    "check-in": _check_in(Notes()),
    "check-in, over the months": _check_in(_ANSWERED),
    "wins": _wins,
    "wins, none": lambda words: shown(WinsWindow(Wins(FakeNotebook(), lambda: TODAY), words, _nothing)),
    "places": _help("FR"),
    "places, elsewhere": _help(""),
}
"""By name, as ``every_window`` has them."""
