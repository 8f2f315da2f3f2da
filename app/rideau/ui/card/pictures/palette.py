# SPDX-License-Identifier: MIT
"""Which colours do the moving pictures wear? Paints of their own in both schemes, kept out of the tray's theme."""

from typing import NamedTuple

from rideau.domain.tip import Kind
from rideau.ui import theme


class Ground(NamedTuple):
    """Hold what a moving picture stands on: the card's top, the soft disc, and the line that objects are drawn with."""

    back: str
    disc: str
    line: str


class PictureTokens(NamedTuple):
    """Hold the colours of moving pictures in one scheme; a ground for each kind of reminder, paints shared by all."""

    rest: Ground
    close: Ground
    people: Ground
    craft: Ground
    pane: str
    """Glass that something is seen through."""
    paper: str
    water: str
    water_deep: str
    sea: str
    leaf: str
    leaf_soft: str
    field: str
    lamp: str
    glow: str
    lit: str
    """A room with the lamp on, seen from outside."""
    sun: str
    night: str
    dusk: str
    dusk_soft: str
    clay: str
    clay_soft: str
    wood: str
    wood_dark: str
    shade: str
    """Shadow and floor, laid over whatever is there."""
    ink: str
    """Small drawn lines on paper."""
    sky: str
    cloud: str

    def ground(self, kind: Kind) -> Ground:
        """Return what a picture of ``kind`` stands on."""
        return {Kind.REST: self.rest, Kind.CLOSE: self.close, Kind.PEOPLE: self.people, Kind.CRAFT: self.craft}[kind]


LIGHT = PictureTokens(
    rest=Ground("#DCEBE4", "#C7DFD3", "#4F8A75"),
    close=Ground("#E8E3F3", "#D6CDEA", "#6A59A1"),
    people=Ground("#F8ECD6", "#F2DDB6", "#A9742A"),
    craft=Ground("#DFECF3", "#C7DEEB", "#2F74A0"),
    pane="#BFFFFFFF",
    paper="#FFFDF8",
    water="#6FA8D8",
    water_deep="#5A92C4",
    sea="#6FA8D8",
    leaf="#4F8A75",
    leaf_soft="#86B59F",
    field="#4F8A75",
    lamp="#F4C95D",
    glow="#FFE9AE",
    lit="#FFE9BC",
    sun="#F6C453",
    night="#38346B",
    dusk="#7A68B3",
    dusk_soft="#A99BD3",
    clay="#C98358",
    clay_soft="#E0AC86",
    wood="#D9B482",
    wood_dark="#B0834F",
    shade="#1E2B2A4A",
    ink="#4A4574",
    sky="#CFE6F2",
    cloud="#FFFFFF",
)
DARK = PictureTokens(
    rest=Ground("#38346B", "#474187", "#E4DEF8"),
    close=Ground("#2F2B5C", "#3E3878", "#DCD4F7"),
    people=Ground("#433663", "#57467C", "#F0E0CF"),
    craft=Ground("#2D3A68", "#3A4A82", "#D5E2F7"),
    pane="#29FFFFFF",
    paper="#E9E3F7",
    water="#8FB7F0",
    water_deep="#7399DA",
    sea="#5570BE",
    leaf="#6DB199",
    leaf_soft="#4C8A80",
    field="#34625F",
    lamp="#F4C95D",
    glow="#F4C95D",
    lit="#E9CF95",
    sun="#F4C95D",
    night="#211E48",
    dusk="#A796E0",
    dusk_soft="#7468B8",
    clay="#D2936B",
    clay_soft="#E5B492",
    wood="#B98F72",
    wood_dark="#8C6A62",
    shade="#3A100D2C",
    ink="#5A5290",
    sky="#4A4A92",
    cloud="#8F8AC8",
)


def picture_tokens() -> PictureTokens:
    """Return the colours of moving pictures in the scheme in force."""
    return DARK if theme.is_dark() else LIGHT
