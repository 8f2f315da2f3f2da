# SPDX-License-Identifier: MIT
"""What refreshes? A glass of water with a slice of lemon, and a bowl of fruit under the lamp."""

from PySide6.QtGui import QPainterPath

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.easing import mixed, shown, swell, wave
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet, outline

_GLASS = outline("M-44 -62 L44 -62 L32 66 L-32 66 Z")
_SHINE = outline("M-30 -46 L-25 6")
_BUBBLES = ((-14, 3.4, 0.0), (10, 2.6, 0.36), (1, 2.0, 0.68))


def water(level: float, phase: float, height: float = 7) -> QPainterPath:
    """Return the water in a glass that is filled to ``level``, where 66 is empty; its surface goes in a slow wave."""
    wide = 32 + 12 * (66 - level) / 128 - 2
    path = QPainterPath()
    first, second, third, last = (level + height * wave(phase, 1, shift) for shift in (0, 0.3, 0.62, 0.9))
    path.moveTo(-wide, mixed(level, first, 0.4))
    path.cubicTo(
        -wide / 3, mixed(level, second, 1.7), wide / 3, mixed(level, third, 1.7), wide, mixed(level, last, 0.4)
    )
    path.lineTo(30, 64)
    path.lineTo(-30, 64)
    path.closeSubpath()
    return path


def glass(sheet: Sheet, level: float, phase: float) -> None:
    """Draw a glass of water, filled to ``level``."""
    sheet.shadow(0, 72, 46)
    sheet.fill(_GLASS, sheet.paints.pane)
    sheet.fill(water(level + 5, phase + 0.3), sheet.paints.water_deep)
    sheet.fill(water(level + 8, phase), sheet.paints.water)
    sheet.stroke(_SHINE, sheet.paints.pane, 5)
    sheet.stroke(_GLASS, sheet.ground.line)


def _glass(sheet: Sheet, phase: float) -> None:
    sheet.disc()
    with sheet.at(34, -62, 8 + 2 * wave(phase, shift=0.2)):
        lemon(sheet, 23)
    glass(sheet, -6, phase)
    for x, size, shift in _BUBBLES:
        part = (phase + shift) % 1
        with sheet.faded(0.7 * shown(part)):
            sheet.dot(x + 2 * wave(part, 2), 54 - 40 * part, size, sheet.paints.paper)
    with sheet.at(-10, -3 + 3.5 * wave(phase, shift=0.1), 7 * wave(phase, shift=0.35)):
        sheet.leaf((0, 3), -62, 19, sheet.paints.leaf)
        sheet.leaf((0, 3), 58, 21, sheet.paints.leaf_soft)


def lemon(sheet: Sheet, radius: float) -> None:
    """Draw a slice of lemon around the origin."""
    sheet.dot(0, 0, radius, sheet.paints.lamp)
    sheet.dot(0, 0, radius * 0.84, sheet.paints.paper)
    for turn in range(0, 360, 60):
        with sheet.at(0, 0, turn, radius / 23):
            sheet.fill(_SEGMENT, sheet.paints.sun)


_SEGMENT = outline("M0 -2 L6.5 -13 Q8 -16.5 4 -17 Q0 -17.6 -4 -17 Q-8 -16.5 -6.5 -13 Z")
_UPPER_WING = outline("M0 0 C2 -14 16 -18 17 -10 C18 -3 8 2 0 0 Z")
_LOWER_WING = outline("M0 0 C8 0 14 5 11 10 C8 14 1 9 0 0 Z")
_BOWL = outline("M-66 14 L66 14 Q66 18 65 20 C60 46 36 60 22 62 L-22 62 C-36 60 -60 46 -65 20 Q-66 18 -66 14 Z")
_FOOT = outline("M-20 62 L20 62 L24 70 L-24 70 Z")
_PEAR = outline("M0 22 C-24 22 -30 2 -20 -12 C-13 -22 -13 -40 0 -40 C13 -40 13 -22 20 -12 C30 2 24 22 0 22 Z")
_APPLE = outline(
    "M0 -20 C-10 -28 -30 -24 -30 -2 C-30 16 -16 26 -6 25 Q0 23 6 25 C16 26 30 16 30 -2 C30 -24 10 -28 0 -20 Z"
)


def _fruit(sheet: Sheet, phase: float) -> None:
    sheet.disc()
    sheet.hanging_lamp(0, -76)
    sheet.shadow(0, 70, 56)
    with sheet.at(2, 12, 4 + 3 * wave(phase, shift=0.1)), sheet.at(0, -14):
        sheet.fill(_PEAR, sheet.paints.leaf_soft)
        sheet.line((0, -40, 3, -50), sheet.paints.wood_dark, 3.5)
        sheet.leaf((2, -46), 62 + 8 * wave(phase, shift=0.3), 22, sheet.paints.leaf)
    with sheet.at(-36, 8, -6 + 2 * wave(phase, shift=0.6)):
        sheet.dot(0, 0, 25, sheet.paints.clay)
        sheet.stroke(outline("M-14 -9 Q-10 -16 -3 -17"), sheet.paints.clay_soft, 4)
        sheet.leaf((0, -23), 40, 13, sheet.paints.leaf)
    with sheet.at(37, 6, 5 + 2 * wave(phase, shift=0.45), 0.92):
        sheet.fill(_APPLE, sheet.paints.sun)
        sheet.line((0, -19, -2, -29), sheet.paints.wood_dark, 3.5)
        sheet.stroke(outline("M17 -12 Q22 -6 21 2"), sheet.paints.paper, 4)
    sheet.fill(_FOOT, sheet.paints.dusk)
    sheet.fill(_BOWL, sheet.paints.dusk_soft)
    sheet.line((-64, 15.5, 64, 15.5), sheet.paints.dusk, 5.5)
    _butterfly(sheet, phase)


def _butterfly(sheet: Sheet, phase: float) -> None:
    """Let a visitor come round, to see what there is."""
    paints = sheet.paints
    open_wings = 0.35 + 0.65 * swell(phase, 6)
    with sheet.at(44 * wave(phase, 1, 0.12), -34 + 10 * wave(phase, 2, 0.1), 16 * wave(phase, 1, 0.37)):
        for side in (-1, 1):
            with sheet.at(0, 0):
                sheet.painter.scale(side * open_wings, 1)
                sheet.fill(_UPPER_WING, paints.dusk)
                sheet.fill(_LOWER_WING, paints.dusk_soft)
                sheet.dot(8, -6, 2, paints.lamp)
        sheet.line((0, -6, 0, 7), paints.ink, 2.6)


GLASS = MovingPicture(Kind.REST, 4, 0.1, _glass, (-60, -90, 130, 160))
FRUIT = MovingPicture(Kind.REST, 6, 0.15, _fruit, (-66, -68, 136, 90))
