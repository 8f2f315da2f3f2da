# SPDX-License-Identifier: MIT
"""How does calm breathing look? A cat asleep on a cushion, and a disc that goes with her breath."""

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.easing import swell, wave
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet, outline

_CUSHION = outline("M-56 41 C-78 40 -80 68 -62 70 Q0 76 62 70 C80 68 78 40 56 41 Q0 47 -56 41 Z")
_SEAM = outline("M-68 56 Q0 64 68 56")
_BODY = outline("M-52 50 C-64 4 -30 -24 10 -22 C46 -20 66 14 56 50 Q2 58 -52 50 Z")
_STRIPES = outline("M2 -20 Q8 -13 7 -4 M18 -20 Q25 -12 24 -2 M34 -14 Q41 -6 40 4")
_TAIL = outline("M52 30 C44 48 8 50 -8 44")
_HEAD = outline(
    "M-63 24 C-66 10 -64 -6 -60 -14 Q-58 -17 -55 -14 L-46 -4 Q-37 -7 -28 -4 L-19 -14 Q-16 -17 -14 -14 "
    "C-10 -6 -8 10 -11 24 C-14 40 -26 45 -37 45 C-48 45 -60 40 -63 24 Z"
)
_EARS = outline("M-58 -5 L-57 -10 L-52 -4 Z M-16 -5 L-17 -10 L-22 -4 Z")
_EYES = outline("M-53 18 Q-47.5 24 -42 18 M-32 18 Q-26.5 24 -21 18")
_NOSE = outline("M-42 29 Q-39.5 33 -37 29.5 Q-34.5 33 -32 29")


def _cat(sheet: Sheet, phase: float) -> None:
    breath = swell(phase)
    with sheet.faded(0.5):
        sheet.disc(85 + 9 * breath)
    sheet.disc(78 + 10 * breath)
    with sheet.at(44, -50 - 1.5 * wave(phase)):
        sheet.fill(MOON, sheet.paints.lamp)
    sheet.shadow(0, 74, 62)
    with sheet.at(0, 50):
        sheet.painter.scale(1 + 0.015 * breath, 1 + 0.08 * breath)
        with sheet.at(0, -50):
            sheet.fill(_BODY, sheet.paints.clay)
            sheet.stroke(_STRIPES, sheet.paints.clay_soft, 4.5)
    sheet.still(_cushion)
    with sheet.at(2, 4 - 2.4 * breath, 2 * breath):
        sheet.fill(_HEAD, sheet.paints.clay_soft)
        sheet.fill(_EARS, sheet.paints.clay)
        sheet.stroke(_EYES, sheet.paints.ink, 2.8)
        sheet.stroke(_NOSE, sheet.paints.ink, 2.2)


def _cushion(sheet: Sheet) -> None:
    sheet.fill(_CUSHION, sheet.paints.dusk_soft)
    sheet.stroke(_SEAM, sheet.paints.dusk, 2.6)
    sheet.stroke(_TAIL, sheet.paints.clay_soft, 13)


MOON = outline("M6 -16 C-10 -16 -18 -2 -12 9 C-6 20 10 20 17 9 C4 12 -6 2 6 -16 Z")
BREATH = MovingPicture(Kind.REST, 6, 0.5, _cat)
