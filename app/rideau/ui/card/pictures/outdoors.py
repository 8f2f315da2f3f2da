# SPDX-License-Identifier: MIT
"""What is far away? The sea with a sail on it, and a sun that a flower looks after all day."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.cat import MOON
from rideau.ui.card.pictures.easing import between, shown, stretch, wave
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet, around, outline

_SEA = outline("M-94 14 L94 14 L94 94 L-94 94 Z")
_HILLS = outline("M-94 16 L-94 -2 Q-70 -20 -44 2 Q-30 -6 -14 14 L-14 16 Z")
_FAR_HILLS = outline("M28 16 Q52 -14 72 0 Q84 -6 94 4 L94 16 Z")
_HULL = outline("M-15 0 L15 0 Q12 8 7 8 L-9 8 Q-13 6 -15 0 Z")
_SAIL = outline("M-1 -3 L-1 -34 Q-16 -20 -16 -3 Z")
_JIB = outline("M2 -3 L2 -28 Q12 -16 13 -3 Z")
_GLINTS = (
    (-24, 40, 23, 0.0),
    (10, 32, 30, 0.3),
    (-6, 26, 39, 0.55),
    (16, 20, 49, 0.1),
    (-14, 15, 60, 0.75),
    (4, 9, 72, 0.4),
)


def _horizon(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    with sheet.porthole(paints.sky):
        sheet.still(_evening_sun)
        _cloud(sheet, -46 + 5 * wave(phase), -48, 0.9)
        _cloud(sheet, 50 - 4 * wave(phase, shift=0.2), -30, 0.65)
        sheet.still(_coast)
        for x, half, y, shift in _GLINTS:
            reach = half * (0.72 + 0.28 * wave(phase, shift=shift))
            middle = x * 0.35 + 3 * wave(phase, shift=shift + 0.2)
            with sheet.faded(0.55):
                sheet.line((middle - reach, y, middle + reach, y), paints.glow, 3)
        _boat(sheet, phase)
        _gulls(sheet, phase)


def _evening_sun(sheet: Sheet) -> None:
    sheet.glow(0, 8, 92)
    sheet.dot(0, 8, 27, sheet.paints.sun)


def _coast(sheet: Sheet) -> None:
    sheet.fill(_FAR_HILLS, sheet.paints.dusk_soft)
    sheet.fill(_HILLS, sheet.paints.dusk)
    sheet.fill(_SEA, sheet.paints.sea)


def _boat(sheet: Sheet, phase: float) -> None:
    across = -112 + 224 * ((phase + 0.22) % 1)
    with sheet.at(across, 33 + 1.6 * wave(phase, 2), 3 * wave(phase, 2, 0.2)):
        sheet.line((0, 0, 0, -36), sheet.paints.wood_dark, 2)
        sheet.fill(_SAIL, sheet.paints.paper)
        sheet.fill(_JIB, sheet.paints.clay_soft)
        sheet.fill(_HULL, sheet.paints.clay)


def _gulls(sheet: Sheet, phase: float) -> None:
    for x, y, size, shift in ((34, -62, 1.0, 0.0), (50, -54, 0.7, 0.25)):
        lift = 3 * wave(phase, 3, shift)
        with sheet.at(x + 4 * wave(phase), y, 0, size):
            wings = QPainterPath(QPointF(-10, -2 - lift))
            wings.quadTo(-5, -5, 0, 0)
            wings.quadTo(5, -5, 10, -2 - lift)
            sheet.stroke(wings, sheet.paints.night, 2.4)


def _cloud(sheet: Sheet, x: float, y: float, size: float) -> None:
    with sheet.at(x, y, 0, size), sheet.faded(0.9):
        sheet.fill(CLOUD, sheet.paints.cloud)


CLOUD = outline("M-22 8 C-32 8 -32 -6 -21 -6 C-20 -18 -2 -20 2 -10 C10 -16 22 -8 19 -1 C28 0 28 8 20 8 Z")
_HILL = outline("M-94 94 L-94 52 Q-50 34 0 44 Q50 52 94 36 L94 94 Z")
_RAYS = around(outline("M0 -23 L0 -28"), 8)
_PETALS = around(outline("M0 -11 Q-8 -20 0 -29 Q8 -20 0 -11 Z"), 12)
DAY = 0.72
"""How much of the loop is day."""


def _sun(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    night = between(phase, DAY - 0.1, DAY + 0.04) - between(phase, 0.84, 1.0)
    with sheet.porthole(paints.sky):
        if night:
            with sheet.faded(night):
                sheet.disc_of(paints.night)
        if phase > DAY - 0.02:
            with sheet.faded(shown(stretch(phase, DAY - 0.02, 1), 0.3)):
                _moonlit(sheet, stretch(phase, DAY - 0.02, 1))
        _sun_at(sheet, phase)
        sheet.fill(_HILL, paints.leaf_soft)
        if night:
            with sheet.faded(0.5 * night):
                sheet.fill(_HILL, paints.night)
    lean = 44 * (2 * between(phase, 0.02, DAY) - 1) if phase < DAY else 44 * (1 - 2 * between(phase, DAY, 1.0))
    _flower(sheet, lean, phase)


def _sun_at(sheet: Sheet, phase: float) -> None:
    angle = pi * (1.12 - 1.24 * stretch(phase, 0.0, DAY))
    with sheet.at(70 * cos(angle), 42 - 98 * sin(angle)):
        sheet.glow(0, 0, 62)
        sheet.dot(0, 0, 17, sheet.paints.sun)
        with sheet.at(0, 0, 90 * phase):
            sheet.stroke(_RAYS, sheet.paints.sun, 4)


def _moonlit(sheet: Sheet, part: float) -> None:
    with sheet.at(-34 - 8 * part, -34 - 12 * part):
        sheet.fill(MOON, sheet.paints.lamp)
    for x, y in ((8, -70), (46, -48), (-66, 4), (64, -8), (-10, -34)):
        sheet.dot(x, y, 1.8, sheet.paints.glow)


def _flower(sheet: Sheet, lean: float, phase: float) -> None:
    tip = (lean * 0.3, 4 + abs(lean) * 0.12)
    stem = QPainterPath(QPointF(*tip))
    stem.quadTo(-lean * 0.16, 36, 0, 68)
    sheet.stroke(stem, sheet.paints.leaf, 6)
    sheet.leaf((0, 50), -58 + 4 * wave(phase, 2), 32, sheet.paints.leaf)
    sheet.leaf((0, 56), 54 - 4 * wave(phase, 2), 28, sheet.paints.leaf)
    with sheet.at(*tip, lean):
        sheet.fill(_PETALS, sheet.paints.lamp)
        sheet.dot(0, 0, 14, sheet.paints.wood_dark)
        sheet.dot(-3, -3, 8, sheet.paints.wood)


HORIZON = MovingPicture(Kind.REST, 6, 0.36, _horizon)
SUN = MovingPicture(Kind.CRAFT, 6, 0.5, _sun)
