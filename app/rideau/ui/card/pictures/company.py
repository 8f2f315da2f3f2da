# SPDX-License-Identifier: MIT
"""What do people do for each other? Sit at a table under the lamp, ask, and answer."""

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.closing import cup
from rideau.ui.card.pictures.easing import stretch, swell, there_and_back, wave
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet, outline

_TOP = outline("M-60 28 L60 28 Q64 28 64 32 L64 34 Q64 38 60 38 L-60 38 Q-64 38 -64 34 L-64 32 Q-64 28 -60 28 Z")
_CHAIR = outline("M2 44 L-1 76 M24 44 L27 76")
_BACK = outline("M1 44 Q3 14 -2 -12")


def _table(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    come = there_and_back(phase, (0.06, 0.36), (0.78, 1.0))
    sheet.disc()
    sheet.floor(74)
    sheet.hanging_lamp(0, -50)
    _chair(sheet, -76, 1, paints.leaf)
    _chair(sheet, 76 + 15 * (1 - come), -1, paints.dusk)
    sheet.line((0, 36, 0, 72), paints.wood_dark, 7)
    sheet.line((-20, 76, 20, 76), paints.wood_dark, 6)
    sheet.fill(_TOP, paints.wood)
    for x, shift, colour, seen in ((-34, 0.0, paints.leaf, 1.0), (30, 0.5, paints.dusk, come)):
        with sheet.faded(seen), sheet.at(x, 28 - 6 * (1 - seen)):
            sheet.steam(0, -24, (phase * 2 + shift) % 1)
            cup(sheet, colour)
    _plate(sheet)


def _chair(sheet: Sheet, x: float, side: int, colour: str) -> None:
    with sheet.at(x, 0):
        sheet.painter.scale(side, 1)
        sheet.stroke(_CHAIR, colour, 5)
        sheet.block((-3, 40, 32, 8), colour, 4)
        sheet.stroke(_BACK, colour, 8)


def _plate(sheet: Sheet) -> None:
    """Leave two slices of cake between the cups: one would be a pity."""
    paints = sheet.paints
    sheet.line((-14, 26, 12, 26), paints.paper, 3.5)
    sheet.fill(outline("M-10 24 L-10 15 L2 12 L2 24 Z"), paints.clay_soft)
    sheet.line((-10, 15, 2, 12), paints.clay, 3)
    sheet.fill(outline("M3 24 L3 17 L10 19 L10 24 Z"), paints.clay_soft)


_LEFT = outline(
    "M-64 -58 L12 -58 Q28 -58 28 -42 L28 -18 Q28 -2 12 -2 L-34 -2 L-52 14 Q-55 16 -55 12"
    " L-54 -2 L-64 -2 Q-80 -2 -80 -18 L-80 -42 Q-80 -58 -64 -58 Z"
)
_RIGHT = outline(
    "M-34 -30 L34 -30 Q48 -30 48 -16 L48 12 Q48 26 34 26 L30 26 L31 40 Q31 44 28 42"
    " L10 26 L-34 26 Q-48 26 -48 12 L-48 -16 Q-48 -30 -34 -30 Z"
)


def _bubbles(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    answer = there_and_back(phase, (0.14, 0.32), (0.9, 1.0))
    with sheet.porthole(sheet.ground.disc):
        with sheet.at(-40, 42 + wave(phase), 3 * wave(phase, 1, 0.1), 1.15):
            _person(sheet, paints.clay_soft, paints.leaf)
            sheet.dot(-11, -15, 8, paints.night)
        with sheet.at(42, 46 + wave(phase, 1, 0.4), 3 * wave(phase, 1, 0.6), 1.15):
            _person(sheet, paints.wood_dark, paints.dusk)
    with sheet.at(-14, -28 + 1.6 * wave(phase), 0, 0.86):
        sheet.shape(_LEFT, paints.paper, sheet.ground.line)
        for number in range(3):
            hop = 6 * swell(stretch(phase, 0.08 * number, 0.5 + 0.08 * number), 2)
            sheet.dot(-48 + 22 * number, -28 - hop, 6.5, paints.ink)
    place = sheet.at(66, 24, 0, 0.4 + 0.6 * answer)
    with place, sheet.faded(answer), sheet.at(-27, -38 + 1.6 * wave(phase, 1, 0.5), 0, 0.88):
        sheet.shape(_RIGHT, paints.leaf_soft, sheet.ground.line)
        with sheet.at(-2, 18):
            sheet.glow(0, -14, 26)
            sheet.steam(0, -22, phase * 2 % 1)
            cup(sheet, paints.paper)


def _person(sheet: Sheet, skin: str, cloth: str) -> None:
    """Draw somebody from the shoulders up."""
    sheet.fill(_SHOULDERS, cloth)
    sheet.block((-5, 8, 10, 14), skin, 4)
    sheet.dot(0, 0, 15, skin)
    sheet.fill(_HAIR, sheet.paints.night)


_HAIR = outline("M-16.5 3 C-20 -24 20 -24 16.5 3 C13 -4 11 -7 4 -7 C-4 -7 -13 -6 -16.5 3 Z")
_SHOULDERS = outline("M-30 60 L-30 40 C-30 20 -14 18 0 18 C14 18 30 20 30 40 L30 60 Z")
TABLE = MovingPicture(Kind.PEOPLE, 6, 0.55, _table, (-50, -38, 150, 120))
BUBBLES = MovingPicture(Kind.PEOPLE, 5, 0.6, _bubbles)
