# SPDX-License-Identifier: MIT
"""Is every phase to be seen, and told from the others, at every size and on every panel?"""

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from rideau.domain.phase import Phase
from rideau.ui.shutter_icon import TRAY_SIZES, shutter_icon, shutter_pixmap
from stage.contrast import contrast

LIGHT_PANEL, DARK_PANEL = "#F1F1F1", "#1F1D2B"
SIZES = (*TRAY_SIZES, 128)
PANELS = [(LIGHT_PANEL, None), (DARK_PANEL, None), (LIGHT_PANEL, "#3A3A3A"), (DARK_PANEL, "#EDEAF5")]

pytestmark = pytest.mark.usefixtures("qtbot")


def drawn(phase: Phase, size: int, panel: str, ink: str | None = None, remaining: float | None = None) -> QImage:
    image = QImage(size, size, QImage.Format.Format_RGB32)
    image.fill(QColor(panel))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, shutter_pixmap(phase, size, ink=QColor(ink) if ink else None, remaining=remaining))
    painter.end()
    return image


def share_seen(image: QImage, panel: str) -> float:
    """Return which part of the picture stands out from the panel at 3:1 or more."""
    ground = QColor(panel)
    seen = [contrast(image.pixelColor(x, y), ground) >= 3 for x in range(image.width()) for y in range(image.height())]
    return sum(seen) / len(seen)


def difference(one: QImage, other: QImage) -> float:
    """Return which part of the pixels differs clearly in lightness, so that it is told apart without colour too."""
    size = one.width()
    differing = [
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 40
        for x in range(size)
        for y in range(size)
    ]
    return sum(differing) / len(differing)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize(
    ("panel", "ink"), [(LIGHT_PANEL, None), (DARK_PANEL, None), (LIGHT_PANEL, "#3A3A3A"), (DARK_PANEL, "#EDEAF5")]
)
def test_every_phase_stands_out_from_its_panel(phase: Phase, size: int, panel: str, ink: str | None) -> None:
    assert share_seen(drawn(phase, size, panel, ink), panel) >= 0.2


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ink", [None, "#3A3A3A"])
def test_no_two_phases_look_alike(size: int, ink: str | None) -> None:
    for one, other in combinations(Phase, 2):
        found = difference(drawn(one, size, LIGHT_PANEL, ink), drawn(other, size, LIGHT_PANEL, ink))
        assert found >= 0.03, f"{one} and {other} at {size} px differ in {found:.1%}"


@pytest.mark.parametrize("size", [16, 22, 32])
def test_slats_stand_on_whole_pixels(size: int) -> None:
    """In the middle column of the small sizes every pixel is wholly frame, wholly slat or wholly light."""
    image = shutter_pixmap(Phase.WIND_DOWN, size).toImage()
    colours = {image.pixelColor(size // 2, y).name(QColor.NameFormat.HexArgb) for y in range(size)}
    assert colours <= {"#ff7a68b3", "#ffffe3a3", "#00000000"}
    assert len(colours) >= 2


def test_an_icon_brings_every_tray_size() -> None:
    assert shutter_icon(Phase.QUIET).availableSizes() == [QSize(size, size) for size in TRAY_SIZES]


@pytest.mark.parametrize("size", SIZES)
def test_a_count_down_is_seen_to_pass(size: int) -> None:
    pictures = [drawn(Phase.FOCUS, size, LIGHT_PANEL, remaining=left) for left in (1.0, 0.7, 0.4, 0.1)]
    for earlier, later in pairwise(pictures):
        assert difference(earlier, later) > 0.01
    assert pictures[0] == drawn(Phase.FOCUS, size, LIGHT_PANEL)
