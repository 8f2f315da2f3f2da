# SPDX-License-Identifier: MIT
"""How do things grow? Each at its own pace, with a little water."""

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.easing import shown, stretch, there_and_back, wave
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet, outline

FLOOR = 58
_POT = outline("M-17 -26 L17 -26 L13 -3 Q12 0 9 0 L-9 0 Q-12 0 -13 -3 Z")
_CAN = outline("M-20 -14 L20 -14 L23 20 Q23 24 19 24 L-19 24 Q-23 24 -23 20 Z")
_SPOUT = outline("M-20 10 L-46 -16")
_ROSE = outline("M-54 -12 L-42 -24 L-40 -18 L-48 -10 Z")
_HANDLE = outline("M8 -14 Q10 -34 28 -22 Q40 -12 22 6")


def _garden(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    pours = there_and_back(phase, (0.06, 0.24), (0.64, 0.84))
    grown = there_and_back(phase, (0.3, 0.68), (0.88, 1.0))
    sheet.disc()
    sheet.floor(FLOOR)
    _tall(sheet, phase)
    _round(sheet, phase)
    _sprout(sheet, phase, grown)
    with sheet.at(56, -42 + 2 * wave(phase), -26 * pours):
        sheet.stroke(_SPOUT, paints.dusk, 6)
        sheet.fill(_ROSE, paints.dusk)
        sheet.stroke(_HANDLE, paints.dusk, 5)
        sheet.fill(_CAN, paints.dusk_soft)
        sheet.line((-19, -12, 19, -12), paints.dusk, 4)
    _drops(sheet, phase, stretch(pours, 0.8, 1.0))


def _drops(sheet: Sheet, phase: float, seen: float) -> None:
    if not seen:
        return
    for number in range(4):
        part = (phase * 3 + number / 4) % 1
        with sheet.faded(shown(part) * seen):
            sheet.oval((3 + 4 * (number % 2), -32 + 58 * part * part, 2.4, 4), sheet.paints.water)


def _potted(sheet: Sheet, x: float) -> None:
    with sheet.at(x, FLOOR + 8):
        sheet.shadow(0, 1, 20)
        sheet.fill(_POT, sheet.paints.clay)
        sheet.line((-17, -26, 17, -26), sheet.paints.clay_soft, 5)


def _tall(sheet: Sheet, phase: float) -> None:
    with sheet.at(-52, FLOOR - 18, 1.5 * wave(phase)):
        sheet.line((0, 0, 0, -62), sheet.paints.leaf, 4)
        for number, y in enumerate((-12, -28, -44)):
            turn = 4 * wave(phase, 1, 0.12 * number)
            sheet.leaf((0, y), -58 + turn, 26 - 3 * number, sheet.paints.leaf)
            sheet.leaf((0, y - 4), 58 + turn, 26 - 3 * number, sheet.paints.leaf_soft)
        sheet.leaf((0, -58), 0, 24, sheet.paints.leaf)
    _potted(sheet, -52)


def _round(sheet: Sheet, phase: float) -> None:
    with sheet.at(54, FLOOR - 18):
        for turn, length in ((-62, 26), (-34, 34), (-8, 38), (20, 36), (48, 28)):
            sheet.leaf((0, 4), turn + 3 * wave(phase, 1, turn / 200), length, sheet.paints.leaf_soft)
    _potted(sheet, 54)


def _sprout(sheet: Sheet, phase: float, grown: float) -> None:
    with sheet.at(1, FLOOR - 18, 2 * wave(phase, 2)):
        tall = 12 + 16 * grown
        sheet.line((0, 4, 0, -tall), sheet.paints.leaf, 4)
        sheet.leaf((0, -tall + 1), -52 - 6 * grown, 12 + 12 * grown, sheet.paints.leaf)
        sheet.leaf((0, -tall + 1), 52 + 6 * grown, 12 + 12 * grown, sheet.paints.leaf_soft)
    _potted(sheet, 1)


GARDEN = MovingPicture(Kind.PEOPLE, 6, 0.5, _garden, (-82, -92, 182, 146))
