# SPDX-License-Identifier: MIT
# ruff: noqa: PLC0415 - Qt is imported only in the processes that draw
"""How does everything look? Renders every icon and window into a folder, to be looked at by a person.

``python tests/ui/render_everything.py FOLDER [TRANSLATIONS]`` (``make screenshots``): each window in both languages,
light and dark, at 100 % and at 200 % (``QT_SCALE_FACTOR``), with the fonts of this machine.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from rideau.wording.words import Words

REPOSITORY = Path(__file__).parents[2]
SCREEN = {
    "name": "large",
    "x": 0,
    "y": 0,
    "width": 2560,
    "height": 2048,
    "logicalDpi": 96,
    "logicalBaseDpi": 96,
    "dpr": 1,
}
AS_IT_OPENS = (1120, 720)
QUICK = 80
"""How little a picture is packed: less than Qt would, in half the time."""
PHASES_DRAWN = ("work", "focus", "wind-down", "quiet", "on-call", "crisis", "away")


def main(folder: Path, translations: Path) -> int:
    """Render at both scales: one process each, for Qt takes its scale at start."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        screen = Path(scratch) / "screen.json"
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        for factor in ("1", "2"):
            environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_SCALE_FACTOR": factor}
            argv = [sys.executable, __file__, str(folder), str(translations), factor]
            subprocess.run(argv, env=environment, check=True)
    return 0


def render(folder: Path, translations: Path, factor: str) -> None:
    """Render everything at the scale of this process."""
    from PySide6.QtWidgets import QApplication

    from rideau.adapters.qt.appearance import wear
    from rideau.wording.words import load_words
    from stage.every_window import LISTS, WINDOWS

    application = QApplication(["rideau"])
    if factor == "1":
        icon_sheet(folder / "icons.png")
    for scheme in ("light", "dark"):
        wear(dark=scheme == "dark")
        for language in ("en", "fr"):
            words = load_words(language, translations)
            for name in (*WINDOWS, *LISTS):
                for suffix, picture in pictures(name, words):
                    said = f"{name}{suffix}".replace(", ", "-").replace(" ", "-")
                    picture.save(str(folder / f"{said}-{language}-{scheme}-{factor}x.png"), quality=QUICK)
    application.processEvents()


def pictures(name: str, words: "Words") -> "Iterator[tuple[str, QPixmap]]":
    """Give the window called ``name`` as it stands, and a page of the settings also in the size that it opens in."""
    from rideau.ui.card.card_window import CardWindow
    from rideau.ui.settings.window import SettingsWindow
    from rideau.ui.widgets import dress
    from stage.every_window import standing
    from stage.stands import settle

    with standing(name, words) as window:
        if not window.styleSheet() and not isinstance(window, CardWindow):
            dress(window)
        settle()
        yield "", window.grab()
        if isinstance(window, SettingsWindow):
            window.resize(*AS_IT_OPENS)
            settle()
            yield ", as it opens", window.grab()


def icon_sheet(to: Path) -> None:
    """Render every phase in every size: in colour and in one ink, on a light and a dark panel, and counting down."""
    from PySide6.QtGui import QColor, QImage, QPainter

    from rideau.domain.phase import Phase
    from rideau.ui.shutter_grid import GRIDS
    from rideau.ui.shutter_icon import shutter_pixmap

    sizes = (*GRIDS, 128)
    width = sum(sizes) + 8 * (len(sizes) + 1)
    bands = [("#F1F1F1", None), ("#F1F1F1", "#3A3A3A"), ("#1F1D2B", None), ("#1F1D2B", "#EDEAF5")]
    sheet = QImage(width * len(bands), 144 * len(PHASES_DRAWN), QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    for band, (ground, ink) in enumerate(bands):
        painter.fillRect(band * width, 0, width, sheet.height(), QColor(ground))
        for row, name in enumerate(PHASES_DRAWN):
            left, phase = band * width + 8, Phase(name)
            for size in sizes:
                remaining = 0.6 if phase in {Phase.FOCUS, Phase.WIND_DOWN} and size > 32 else None
                drawn = shutter_pixmap(phase, size, remaining=remaining, ink=QColor(ink) if ink else None)
                painter.drawPixmap(left, 144 * row + 8, drawn)
                left += size + 8
    painter.end()
    sheet.save(str(to))


if __name__ == "__main__":
    arguments = [*sys.argv[1:], str(REPOSITORY / "resources/translations")]
    sys.path[:0] = [str(REPOSITORY / "app"), str(REPOSITORY / "tests")]
    if len(sys.argv) > 3:
        render(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    else:
        sys.exit(main(Path(arguments[0]), Path(arguments[1])))
