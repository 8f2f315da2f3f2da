# SPDX-License-Identifier: MIT
"""How do the evening's window and the morning's look, and in which states?"""

from collections.abc import Mapping
from datetime import timedelta

from fakes.moment import PARIS
from fakes.notebook import FakeNotebook
from rideau.domain.error import RefusedError
from rideau.domain.notebook import Notes, Task, Thought, Win
from rideau.domain.rest import Rest
from rideau.domain.text import Text
from rideau.ui.evening.evening_window import EveningWindow
from rideau.ui.evening.morning_window import MorningWindow
from rideau.wording.rest import later_label, planned
from rideau.wording.words import Words
from stage.evening import BEFORE_SIX, FILM, FRIDAY_SIX, PUT_DOWN, Dusk, morning_services
from stage.stands import Build, Stand, shown

_PUT_DOWN_IN_FRENCH = Notes(
    tasks=(
        Task("Répondre à la mairie", "à mon bureau", "lundi 9 h 15", "rouvrir le brouillon"),
        Task("La facture du studio"),
    ),
    tonight=("20 h : marché de Noël",),
    thoughts=(Thought("Et si les commerçants se filmaient ?", FILM.parked_at),),
    wins=(Win("La vidéo du marché a fait sourire", BEFORE_SIX.now.date()),),
)


def _notes(words: Words) -> Notes:
    return _PUT_DOWN_IN_FRENCH if words.language == "fr" else PUT_DOWN


def _evening(words: Words, dusk: Dusk) -> EveningWindow:
    made = EveningWindow(dusk.services, words)
    made.set_motion_reduced(is_reduced=True)
    return made


def _empty(words: Words) -> Stand:
    return shown(_evening(words, Dusk()))


def _filled(words: Words) -> Stand:
    return shown(_evening(words, Dusk(FakeNotebook(_notes(words)))))


def _down(words: Words) -> Stand:
    return shown(_evening(words, Dusk(facts=BEFORE_SIX._replace(now=FRIDAY_SIX, closing=None))))


def _short(words: Words) -> Stand:
    rest = Rest(FRIDAY_SIX + timedelta(hours=5), FRIDAY_SIX + timedelta(hours=14))
    facts = BEFORE_SIX._replace(rest=planned(words, rest, PARIS), later=later_label(words, rest, PARIS))
    return shown(_evening(words, Dusk(facts=facts)))


def _recalled(words: Words) -> Stand:
    notes = _notes(words)
    window = MorningWindow(morning_services(FakeNotebook(Notes()), (), notes.wins[0].text), words)
    window.set_motion_reduced(is_reduced=True)
    return shown(window)


def _refused(words: Words) -> Stand:
    window = _evening(words, Dusk(refusal=RefusedError(Text("The lock is on."))))
    window.main.click()
    return shown(window)


def _lowered(words: Words) -> Stand:
    window = _evening(words, Dusk())
    stand = shown(window)
    window.main.click()
    return stand


def _morning(words: Words) -> Stand:
    window = MorningWindow(morning_services(FakeNotebook(_notes(words)), (("slack", 9),)), words)
    window.set_motion_reduced(is_reduced=True)
    return shown(window)


EVENING_WINDOWS: Mapping[str, Build] = {
    "wind-down": _empty,
    "wind-down, filled": _filled,
    "wind-down, curtain down": _down,
    "wind-down, short rest": _short,
    "wind-down, refused": _refused,
    "wind-down, over": _lowered,
    "opening": _morning,
    "opening, recalled": _recalled,
}
"""By name, as ``every_window`` has them."""
