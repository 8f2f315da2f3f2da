# SPDX-License-Identifier: MIT
"""How does the face stand on a real desktop? A program for tests: ``face_alone.py PHASE LANGUAGE [LEVEL]``.

Nothing is enforced. It says on standard output what the tray host and the person did, one line each.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

REPOSITORY = Path(__file__).parents[2]
sys.path[:0] = [str(REPOSITORY / "app"), str(REPOSITORY / "tests")]

from fakes.moment import a_counter  # noqa: E402 - found only after the path is set
from rideau.adapters.qt.appearance import Appearance  # noqa: E402 - as above
from rideau.adapters.qt.tray_host import TrayHost  # noqa: E402 - as above
from rideau.domain.phase import Phase  # noqa: E402 - as above
from rideau.domain.settings import LockLevel  # noqa: E402 - as above
from rideau.ui.face import Face  # noqa: E402 - as above
from rideau.ui.theme import is_dark  # noqa: E402 - as above
from rideau.wording.words import load_words  # noqa: E402 - as above
from stage.counter import services_over  # noqa: E402 - as above


def main(phase: str, language: str, level: str = "firm") -> int:
    """Show the face until it is quit."""
    application = QApplication(["rideau"])
    application.setApplicationDisplayName("Rideau")
    counter = a_counter(Phase(phase), lock_level=LockLevel(level))
    for title in ("Ana: are you there?", "Ben: call me", "4 new messages"):
        counter.hold(title)
    face = Face(services_over(counter, QApplication.quit), load_words(language, REPOSITORY / "resources/translations"))
    face.show_status(counter.status())

    def changed(is_available: bool) -> None:  # noqa: FBT001 - it is what a tray host's watcher reports
        print("panel" if is_available else "no panel", flush=True)
        face.set_tray_available(is_available)

    def motion(is_reduced: bool) -> None:  # noqa: FBT001 - it is what the desktop's settings report
        print("still" if is_reduced else "moving", flush=True)
        face.set_motion_reduced(is_reduced)

    application.paletteChanged.connect(lambda _: print("dark" if is_dark() else "light", flush=True))
    host, appearance = TrayHost(changed), Appearance(motion)
    print("ready", flush=True)
    code = application.exec()
    del host, appearance
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
