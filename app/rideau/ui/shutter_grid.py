# SPDX-License-Identifier: MIT
"""What is drawn for each phase, and on which whole pixels at each size? The icon grammar of DESIGN as data."""

from enum import Enum, auto
from typing import NamedTuple

from rideau.domain.phase import Phase


class Glyph(Enum):
    """Name the mark that a window wears besides its slats, so that colour never carries the meaning alone."""

    NONE = auto()
    RING = auto()
    MOON = auto()
    BELL = auto()
    MARK = auto()
    BAG = auto()


class Look(NamedTuple):
    """Hold how one phase looks: how many slats are down, its mark, its colours."""

    slats: int
    glyph: Glyph
    frame: str
    """At least 3:1 on light and on dark panels."""
    slat: str
    light: str
    """What is seen behind the shutter."""
    mark: str


LOOKS = {
    Phase.WORK: Look(1, Glyph.NONE, "#4F8A75", "#4F8A75", "#FFE3A3", "#4F8A75"),
    Phase.FOCUS: Look(1, Glyph.RING, "#2F7CAD", "#2F74A0", "#D6ECF8", "#2F74A0"),
    Phase.WIND_DOWN: Look(3, Glyph.NONE, "#7A68B3", "#7A68B3", "#FFE3A3", "#7A68B3"),
    Phase.QUIET: Look(5, Glyph.MOON, "#6C65B5", "#38346B", "#DDD6EE", "#F4C95D"),
    Phase.AWAY: Look(5, Glyph.BAG, "#8A8378", "#8A8378", "#EFEAE2", "#FBF7F0"),
    Phase.ON_CALL: Look(5, Glyph.BELL, "#6C65B5", "#38346B", "#DDD6EE", "#C9841A"),
    Phase.CRISIS: Look(2, Glyph.MARK, "#C8445A", "#C23B4E", "#FFE3A3", "#C23B4E"),
}
BAG_GROUND = "#6E685F"


class Grid(NamedTuple):
    """Hold one size's whole-pixel measures, found by hand."""

    size: int
    margin: int
    frame: int
    radius: int
    pad: int
    slat: int
    gap: int
    ring: tuple[int, int, int, int]
    """Centre y, outer radius, stroke, radius of the dot."""
    moon: float
    """Radius."""
    bag: tuple[int, int, int, int, int]
    """Width and height of the body, width and height of the handle, its stroke."""
    mark: tuple[int, int, int, int]
    """Width, top and foot of the stroke, top of the dot."""
    badge: float
    """Radius of the bell's disc."""

    @property
    def edge(self) -> int:
        """Return where the inside of the frame begins."""
        return self.margin + self.frame


GRIDS = {
    16: Grid(16, 0, 2, 4, 1, 1, 1, (9, 4, 2, 1), 4.5, (8, 5, 4, 2, 1), (2, 7, 10, 11), 4.5),
    22: Grid(22, 1, 2, 5, 1, 2, 1, (13, 5, 2, 1), 6, (10, 6, 6, 3, 2), (2, 10, 14, 15), 6),
    24: Grid(24, 1, 3, 6, 1, 2, 1, (14, 5, 2, 1), 6.5, (10, 6, 6, 3, 2), (2, 11, 15, 16), 6.5),
    32: Grid(32, 2, 3, 7, 1, 3, 1, (18, 7, 3, 2), 9, (14, 9, 8, 4, 2), (4, 14, 20, 21), 8),
    48: Grid(48, 1, 4, 11, 2, 5, 2, (28, 11, 4, 3), 14, (22, 14, 12, 6, 3), (6, 21, 31, 33), 12),
    64: Grid(64, 3, 5, 14, 3, 7, 2, (38, 14, 5, 4), 17, (28, 19, 14, 7, 4), (6, 30, 43, 45), 15),
}
