# SPDX-License-Identifier: MIT
"""How does a day end? The shop lets its shutter down, and a laptop is closed under the lamp."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.cat import MOON
from rideau.ui.card.pictures.easing import between, mixed, there_and_back, wave
from rideau.ui.card.pictures.sheet import FLOOR, MovingPicture, Sheet, outline

_WINDOW = QPainterPath()
_WINDOW.addRoundedRect(QRectF(-52, -28, 104, 80), 7, 7)
_SLAT = 16
_SLATS = 5


def _shutter(sheet: Sheet, phase: float) -> None:
    down = there_and_back(phase, (0.08, 0.42), (0.74, 0.98))
    paints = sheet.paints
    sheet.disc()
    sheet.floor(FLOOR + 6)
    sheet.block((-64, -58, 128, 126), paints.dusk_soft, 8)
    with sheet.clipped(_WINDOW):
        sheet.block((-52, -28, 104, 80), paints.lit)
        _inside(sheet, phase)
        with sheet.faded(0.5 * down):
            sheet.block((-52, -28, 104, 80), paints.night)
        foot = -28 + 80 * (0.14 + 0.86 * down)
        sheet.block((-52, -30, 104, foot + 29), paints.ink)
        for number in range(_SLATS + 1):
            top = foot - _SLAT * (number + 1)
            sheet.block((-52, top, 104, _SLAT - 1.6), paints.night)
        sheet.block((-15, foot - 6, 30, 5), paints.lamp, 2.5)
    sheet.frame((-52, -28, 104, 80), sheet.ground.line, 7)
    _awning(sheet)
    with sheet.at(0, 8), sheet.faded(between(down, 0.8, 1.0)):
        sheet.fill(MOON, paints.lamp)


def _inside(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    sheet.glow(22, 4, 50)
    with sheet.at(22, -28, 2 * wave(phase)):
        sheet.line((0, 0, 0, 22), paints.wood_dark, 2)
        sheet.dot(0, 31, 5, paints.sun)
        sheet.fill(outline("M-5 20 L5 20 L14 31 L-14 31 Z"), paints.wood_dark)
    sheet.fill(outline("M-52 40 L52 40 L52 54 L-52 54 Z"), paints.wood)
    for turn, length in ((-34, 25), (0, 32), (32, 26)):
        sheet.leaf((-26, 30), turn + 2 * wave(phase), length, paints.leaf)
    sheet.fill(outline("M-37 26 L-15 26 L-18 40 L-34 40 Z"), paints.clay)


def _awning(sheet: Sheet) -> None:
    for number in range(6):
        left = -72 + 24 * number
        path = QPainterPath(QPointF(left * 0.9, -62))
        path.lineTo((left + 24) * 0.9, -62)
        path.lineTo(left + 24, -38)
        path.quadTo(left + 24, -28, left + 12, -28)
        path.quadTo(left, -28, left, -38)
        path.closeSubpath()
        sheet.fill(path, sheet.paints.paper if number % 2 else sheet.paints.dusk)


_TABLE = outline("M-84 42 L84 42 Q87 42 87 45 L87 48 Q87 51 84 51 L-84 51 Q-87 51 -87 48 L-87 45 Q-87 42 -84 42 Z")
_CUP = outline("M-11 -20 L11 -20 L9 -3 Q8 0 5 0 L-5 0 Q-8 0 -9 -3 Z")
_HANDLE = outline("M10 -16 Q19 -16 17 -9 Q15 -5 9 -6")


def _desk(sheet: Sheet, phase: float) -> None:
    shut = there_and_back(phase, (0.16, 0.48), (0.82, 1.0))
    paints = sheet.paints
    sheet.disc()
    with sheet.faded(1 - 0.65 * shut):
        sheet.glow(-40, -18, 54)
    with sheet.faded(shut), sheet.at(38, -46 - 6 * shut):
        sheet.fill(MOON, paints.lamp)
    for x in (-70, 62):
        sheet.block((x, 48, 8, 36), paints.wood_dark, 3)
    sheet.fill(_TABLE, paints.wood)
    _desk_lamp(sheet)
    _laptop(sheet, shut)
    with sheet.at(58, 42):
        sheet.steam(0, -24, phase * 2 % 1)
        cup(sheet, paints.dusk)


def _desk_lamp(sheet: Sheet) -> None:
    line = sheet.ground.line
    sheet.block((-78, 37, 30, 6), line, 3)
    sheet.stroke(outline("M-63 38 L-74 -6 L-50 -38"), line, 4)
    with sheet.at(-46, -38, -28):
        sheet.dot(0, 12, 8, sheet.paints.lamp)
        sheet.fill(outline("M-7 -10 Q0 -14 7 -10 L20 11 Q20 13 18 13 L-18 13 Q-20 13 -20 11 Z"), line)
    sheet.dot(-74, -6, 4, line)


def _laptop(sheet: Sheet, shut: float) -> None:
    """Draw a laptop from behind: the lid comes down towards whoever leaves."""
    paints = sheet.paints
    tall = mixed(54, 4, shut)
    lean = mixed(0, 5, shut)
    sheet.shadow(2, 42, 44)
    lid = QPolygonF([QPointF(x, y) for x, y in ((-34, 36), (-34 - lean, 36 - tall), (38 + lean, 36 - tall), (38, 36))])
    path = QPainterPath()
    path.addPolygon(lid)
    path.closeSubpath()
    sheet.shape(path, paints.dusk_soft, sheet.ground.line, 6)
    with sheet.at(2, 36 - tall / 2), sheet.faded(1 - shut):
        sheet.painter.scale(1, max(1 - shut, 0.02))
        sheet.leaf((0, 9), 0, 20, paints.paper)
    sheet.block((-42, 34, 88, 8), sheet.ground.line, 4)


def cup(sheet: Sheet, colour: str) -> None:
    """Stand a cup on the origin."""
    sheet.stroke(_HANDLE, colour, 4)
    sheet.fill(_CUP, colour)


SHUTTER = MovingPicture(Kind.CLOSE, 6, 0.26, _shutter, (-58, -34, 116, 92))
DESK = MovingPicture(Kind.CLOSE, 6, 0.1, _desk, (-94, -76, 174, 120))
