# SPDX-License-Identifier: MIT
"""How does a window stand on the stage? Shown, with what has to live as long, and in one language."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rideau.wording.words import Words

IN_FRENCH = {
    "4 new messages": "4 nouveaux messages",
    "Ana: are you there?": "Ana : vous êtes là ?",
    "Ben: call me & bring milk": "Ben : rappelez-moi & prenez du lait",
    "City page": "Page de la ville",
    "Dentist": "Dentiste",
    "Lunch outside, all of us": "Déjeuner dehors, tous ensemble",
    "Me": "Moi",
    "Open day": "Portes ouvertes",
    "Summer": "Été",
    "The mayor called": "Le maire a appelé",
    "There is no folder for it.": "Il n’y a pas de dossier pour cela.",
    "Make the folder.": "Créez le dossier.",
    "No sound server runs.": "Aucun serveur de son ne tourne.",
    "Browsers are led through Rideau's gate.": "Les navigateurs passent par la porte de Rideau.",
    "This does not hold.": "Ceci ne tient pas.",
    "Your new hours hold from Monday.": "Vos nouveaux horaires valent à partir de lundi.",
    "dunst answers.": "dunst répond.",
}
"""What a person would have written, and what the fakes say: a picture is in one language."""


class Stand(NamedTuple):
    """Hold a window that is shown, and what has to live as long."""

    window: QWidget
    kept: tuple[object, ...] = ()
    close: Callable[[], object] = lambda: None


Build = Callable[[Words], Stand]


def told(words: Words, english: str) -> str:
    """Return ``english`` in the language of ``words``: what a person wrote, or what a fake says."""
    return IN_FRENCH.get(english, "") or words.text(english) if english and words.language == "fr" else english


def settle() -> None:
    """Let everything happen that was put off."""
    for _ in range(3):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wait_until(happened: Callable[[], bool]) -> None:
    """Let things happen until ``happened``."""
    deadline = QDeadlineTimer(30_000)
    while not happened():
        assert not deadline.hasExpired(), "it never happened"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def shown(window: QWidget, *kept: object) -> Stand:
    """Show ``window``, in front."""
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return Stand(window, kept)
