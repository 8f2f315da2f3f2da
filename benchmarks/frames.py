# SPDX-License-Identifier: MIT
"""How long does a window take for one frame? What happens between an event and the painted result, measured.

A helper for ``benchmarks/window.py``; run alone, it drags a bar of the Hours page with 60 exceptions in the settings.
"""

import os
import sys
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
EXCEPTIONS = 60
STEPS = 300
MOST_MS = 50.0


class Frames(NamedTuple):
    """Hold how long frames took, in milliseconds."""

    taken: tuple[float, ...]

    @property
    def slowest(self) -> float:
        """Return the slowest."""
        return max(self.taken)

    @property
    def usual(self) -> float:
        """Return the median."""
        return median(self.taken)


def frames_of(steps: Iterable[Callable[[], None]]) -> Frames:
    """Do each of ``steps`` (an event sent) and let Qt paint what follows from it; time each."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen first

    taken = []
    for step in steps:
        begun = perf_counter()
        step()
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        taken.append((perf_counter() - begun) * 1000)
    return Frames(tuple(taken))


def main() -> int:
    """Drag Monday's morning all over the week and print how long the frames took."""
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication, QScrollArea  # noqa: PLC0415

    sys.path.insert(0, str(ROOT / "tests"))
    from rideau.domain.settings import OFFICE_DAY, ExceptionalDay, Hours, Settings  # noqa: PLC0415
    from rideau.ui.settings.hours.hours_page import HoursPage  # noqa: PLC0415
    from rideau.ui.widgets import dress  # noqa: PLC0415
    from rideau.wording.words import load_words  # noqa: PLC0415
    from stage.settings_house import page_services  # noqa: PLC0415

    app = QApplication([])
    days = (date(2026, 12, 1) + timedelta(days=number) for number in range(EXCEPTIONS))
    services = page_services(Settings(hours=Hours(exceptions=tuple(ExceptionalDay(day, OFFICE_DAY) for day in days))))
    begun = perf_counter()
    page = HoursPage(services, load_words("en", ROOT))
    services.desk.observers.append(page.show_state)
    page.show_state(services.desk.state)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    dress(area)
    area.resize(960, 620)
    area.show()
    app.processEvents()
    print(f"Hours page, built and painted first: {(perf_counter() - begun) * 1000:.0f} ms")
    timeline = page.timeline
    places = [
        timeline.grid.rect(step * 7 // STEPS, (step * 37) % 1440, (step * 37) % 1440).center().toPoint()
        for step in range(STEPS)
    ]
    QTest.mousePress(timeline, Qt.MouseButton.LeftButton, pos=timeline.grid.rect(0, 600, 600).center().toPoint())
    steps = [lambda place=place: QTest.mouseMove(timeline, place) for place in places]
    frames = frames_of(steps)
    print(f"dragging, {len(steps)} frames: usual {frames.usual:.1f} ms, slowest {frames.slowest:.1f} ms")
    drop = frames_of([lambda: QTest.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=places[-1])])
    print(f"letting go, saved and shown: {drop.slowest:.1f} ms")
    return 0 if frames.slowest <= MOST_MS else 1


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
