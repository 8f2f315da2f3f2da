# SPDX-License-Identifier: MIT
"""How does one get away? Two boots that walk by themselves, and a train that leaves town."""

from math import cos, pi, sin

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.easing import wave
from rideau.ui.card.pictures.outdoors import CLOUD
from rideau.ui.card.pictures.sheet import FLOOR, MovingPicture, Sheet, outline

_BOOT = outline("M-17 -34 L11 -34 Q10 -18 15 -12 Q34 -8 36 2 L36 6 L-18 6 Q-20 -10 -17 -34 Z")
_SOLE = outline("M-18 4 L37 4 Q38 12 34 12 L12 12 L10 9 L-2 9 L-4 12 L-14 12 Q-19 12 -18 4 Z")
_SOCK = outline("M-15 -42 Q-3 -46 9 -42 L10 -33 L-16 -33 Z")
_STRIDE = 32


def _walk(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    with sheet.porthole(sheet.ground.disc):
        for number in range(3):
            _tree(sheet, (number / 3 - phase / 3) % 1, phase)
        sheet.floor(FLOOR - 4)
        for number in range(6):
            part = (number / 6 - phase * 2 / 6) % 1
            with sheet.at(110 - 220 * part, 76 + 5 * (number % 2)):
                sheet.line((-7, 0, 7, 0), paints.shade, 4)
    _boot(sheet, phase + 0.25, paints.wood_dark, -4)
    _boot(sheet, phase, paints.clay, 4)


def _tree(sheet: Sheet, part: float, phase: float) -> None:
    with sheet.at(120 - 240 * part, FLOOR - 4):
        sheet.line((0, 0, 0, -52), sheet.paints.wood_dark, 4)
        sheet.oval((0, -62 + wave(phase), 22, 30), sheet.paints.leaf_soft)
        sheet.line((0, -50, 0, -68), sheet.paints.wood_dark, 2.5)
        sheet.line((0, -56, 8, -66), sheet.paints.wood_dark, 2.5)


def _boot(sheet: Sheet, phase: float, leather: str, depth: float) -> None:
    """Draw a boot: half a loop on the ground going back, half in the air coming forward, heel up, toe up."""
    turn = 2 * pi * phase * 2
    x, up = _STRIDE * cos(turn), max(0.0, -sin(turn))
    tilt = (26 * max(0.0, -cos(turn + 0.5)) - 15 * max(0.0, cos(turn + 0.9))) * (0.25 + 0.75 * up) * (1 if up else 0.2)
    paints = sheet.paints
    with sheet.faded(1 - 0.4 * up):
        sheet.shadow(x + 6, FLOOR + 10 + depth, 36 - 8 * up)
    with sheet.at(x - 6, FLOOR - 5 + depth - 20 * up, tilt, 1.3):
        sheet.fill(_SOCK, paints.dusk_soft)
        sheet.line((-13, -38, 8, -38), paints.paper, 2.5)
        sheet.fill(_BOOT, leather)
        sheet.fill(_SOLE, paints.ink)
        for y in (-26, -19, -12):
            sheet.line((5, y, 12 - (y + 26) * 0.1, y + 1), paints.lamp, 2.6)


_CAR = outline("M-84 34 L-84 -8 Q-84 -16 -76 -16 L38 -16 C58 -16 72 6 78 22 Q82 34 72 34 Z")
_SCREEN = outline("M40 -8 L48 -8 C56 -6 62 4 66 12 L40 12 Z")
_STRIPE = outline("M-84 18 L76.5 18 Q79 23 78.5 26 L-84 26 Z")


def _train(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    with sheet.porthole(paints.sky):
        with sheet.at(40 + 3 * wave(phase), -52):
            sheet.fill(CLOUD, paints.cloud)
        _range(sheet, phase, (0, 10, paints.dusk_soft), 1)
        _range(sheet, phase, (40, 30, paints.leaf_soft), 2)
        sheet.fill(outline("M-94 50 L94 50 L94 94 L-94 94 Z"), paints.field)
        sheet.line((-94, 53, 94, 53), paints.wood_dark, 4)
        _carriage(sheet, phase)
        for number in range(2):
            x = 120 - 240 * ((number / 2 - phase * 2 / 2 + 0.1) % 1)
            sheet.line((x, -70, x, 72), paints.wood_dark, 4)
            sheet.line((x - 12, -58, x + 12, -58), paints.wood_dark, 3.5)
        for number in range(7):
            x = 108 - 216 * ((number / 7 - phase * 4 / 7) % 1)
            sheet.leaf((x, 82 + 4 * (number % 2)), -14, 15, paints.leaf_soft)
            sheet.leaf((x, 82 + 4 * (number % 2)), 16, 12, paints.leaf_soft)


def _range(sheet: Sheet, phase: float, look: tuple[float, float, str], turns: int) -> None:
    """Let hills pass: they repeat themselves after 200, ``turns`` times a loop."""
    shift, y, colour = look
    with sheet.at(-100 - 200 * ((phase * turns + shift / 200) % 1), y):
        sheet.fill(_ROLLING, colour)


def _carriage(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    with sheet.at(-6, 14 + 0.8 * wave(phase, 4)):
        sheet.fill(_CAR, paints.paper)
        sheet.fill(_STRIPE, paints.dusk)
        sheet.fill(_SCREEN, paints.night)
        for left in (-76, -50, -24, 2):
            sheet.block((left, -7, 20, 17), paints.lamp, 4)
        with sheet.at(-40, 10):
            sheet.dot(0, -8, 5, paints.ink)
            sheet.block((-7, -4, 14, 4), paints.ink, 2)
    for x in (-66, -46, 30, 50):
        with sheet.at(x, 48):
            sheet.dot(0, 0, 6, paints.ink)
            sheet.dot(0, 0, 2, paints.cloud)


_ROLLING = outline(
    "M0 70 L0 0 C30 0 30 -34 56 -34 C80 -34 84 -6 104 -6 C124 -6 130 -24 150 -24 C172 -24 172 0 200 0"
    " C230 0 230 -34 256 -34 C280 -34 284 -6 304 -6 C324 -6 330 -24 350 -24 C372 -24 372 0 400 0 L400 70 Z"
)
WALK = MovingPicture(Kind.REST, 4, 0.06, _walk)
TRAIN = MovingPicture(Kind.CLOSE, 6, 0.3, _train)
