# SPDX-License-Identifier: MIT
"""How do the cards at the door stand on a real desktop? ``door_alone.py KIND LANGUAGE [SCHEME [TRANSLATIONS]]``.

Nothing is closed. KIND is ``curtain``, ``countdown``, ``saving``, ``comeback``, ``all``, or ``typist``: a window that
says what is typed into it. What the person asked is said on standard output, one line each.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

REPOSITORY = Path(__file__).parents[2]
TRANSLATIONS = REPOSITORY / "resources/translations"
sys.path[:0] = [str(REPOSITORY / "app"), str(REPOSITORY / "tests")]

from fakes.door import RecordingActs, a_doorway, closing  # noqa: E402 - found only after the path is set
from fakes.moment import a_counter  # noqa: E402 - as above
from rideau.adapters.qt.appearance import wear  # noqa: E402 - as above
from rideau.adapters.qt.compositing import is_composited  # noqa: E402 - as above
from rideau.domain.app import Doorway, Stage  # noqa: E402 - as above
from rideau.domain.phase import Phase  # noqa: E402 - as above
from rideau.ui.face import Face  # noqa: E402 - as above
from rideau.wording.words import load_words  # noqa: E402 - as above
from stage.counter import services_over  # noqa: E402 - as above

ALL = a_doorway()
SAVING_MS = 500
DOORWAYS = {
    "curtain": Doorway(stopped=ALL.stopped[:1]),
    "countdown": Doorway(closing=ALL.closing[:1]),
    "saving": Doorway(closing=(closing("Slack", Stage.SAVING),)),
    "comeback": Doorway(to_reopen=ALL.to_reopen),
    "all": ALL,
}


class SayingActs(RecordingActs):
    """Say on standard output what was asked."""

    def said(self) -> None:
        """Say it once."""
        while self.asked:
            print(*self.asked.pop(0), flush=True)


def main(kind: str, language: str, scheme: str = "light", translations: str = str(TRANSLATIONS)) -> int:
    """Show what is asked for until it is ended."""
    application = QApplication(["rideau"])
    wear(dark=scheme == "dark")
    if kind == "typist":
        return typist(application)
    acts = SayingActs()
    counter = a_counter(Phase.WORK if kind == "comeback" else Phase.QUIET)
    services = services_over(counter, QApplication.quit)._replace(apps=acts, is_composited=is_composited)
    face = Face(services, load_words(language, Path(translations)))
    if kind == "saving":
        face.show_doorway(DOORWAYS["countdown"])
        QTimer.singleShot(SAVING_MS, lambda: face.show_doorway(DOORWAYS["saving"]))
    else:
        face.show_doorway(DOORWAYS[kind])
    QTimer.singleShot(0, lambda: print("ready", flush=True))
    saying = QTimer(interval=50)
    saying.timeout.connect(acts.said)
    saying.start()
    return application.exec()


def typist(application: QApplication) -> int:
    """Be what the person types into."""
    field = QLineEdit()
    field.setWindowTitle("Typist")
    field.textChanged.connect(lambda text: print("typed", text, flush=True))
    field.resize(400, 60)
    field.show()
    field.move(20, 20)
    field.activateWindow()
    QTimer.singleShot(0, lambda: print("ready", flush=True))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
