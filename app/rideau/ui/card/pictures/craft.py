# SPDX-License-Identifier: MIT
"""What does the craft need? Keys that hang where they belong, and few good tools."""

from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.easing import between, mixed, stretch, wave
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet, outline

_BOARD = outline(
    "M-62 -34 L62 -34 Q66 -34 66 -30 L66 -16 Q66 -12 62 -12 L-62 -12 Q-66 -12 -66 -16 L-66 -30 Q-66 -34 -62 -34 Z"
)
_HOUSE = outline("M-11 1 L0 -10 L11 1 L7 1 L7 10 L-7 10 L-7 1 Z")
_SHAFT = outline("M0 36 L0 82 M0 80 L15 80 M0 67 L11 67")


def _keys(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    sheet.disc()
    for x, shift in ((-33, 0.0), (33, 0.18)):
        with sheet.at(x + 5, -18, 8 * wave(phase, 1, shift)):
            sheet.dot(0, 33, 22, sheet.paints.shade)
            sheet.line((0, 58, 0, 80), sheet.paints.shade, 7)
    sheet.shape(outline("M-66 -34 L0 -72 L66 -34 Z"), paints.wood, paints.wood, 8)
    sheet.fill(_BOARD, paints.wood_dark)
    sheet.leaf((-2, -38), -40, 21, paints.leaf)
    sheet.leaf((2, -38), 40, 21, paints.leaf)
    for x, shift, colour in ((-33, 0.0, paints.leaf), (33, 0.18, paints.dusk)):
        with sheet.at(x, -22, 8 * wave(phase, 1, shift)):
            _key(sheet, colour, 5 * wave(phase, 1, shift + 0.15))
            with sheet.at(0, 33):
                _glyph(sheet, is_home=x > 0)
        sheet.dot(x, -23, 5.5, paints.lamp)


def _key(sheet: Sheet, colour: str, lag: float) -> None:
    sheet.ring((0, 6, 7, 9), sheet.paints.clay_soft, 3)
    with sheet.at(0, 12, lag), sheet.at(0, -12):
        sheet.stroke(_SHAFT, sheet.ground.line, 7)
        sheet.dot(0, 33, 22, colour)
        sheet.dot(0, 16, 4, sheet.ground.disc)


def _glyph(sheet: Sheet, *, is_home: bool) -> None:
    """Mark one key as home's, the other as work's."""
    paper = sheet.paints.paper
    if is_home:
        sheet.fill(_HOUSE, paper)
        return
    sheet.block((-11, -4, 22, 14), paper, 3)
    sheet.frame((-5, -8.5, 10, 7), paper, 2, 2.6)


_POT = outline("M-22 -40 L22 -40 L18 0 Q18 4 14 4 L-14 4 Q-18 4 -18 0 Z")
_PAGE = outline("M-40 -34 L30 -34 Q34 -34 34 -30 L34 40 L-44 40 L-44 -30 Q-44 -34 -40 -34 Z")
_DRAWING = outline(
    "M-32 30 L-32 6 L-8 -14 L-2 -9 L-2 -16 L6 -16 L6 -2 L16 6 L16 30 L2 30 L2 14 L-10 14 L-10 30 L-32 30"
)
"""A small shop, in one line."""
_ASIDE = QPointF(24, 36)


def _tools(sheet: Sheet, phase: float) -> None:
    paints = sheet.paints
    begins, ends = 0.06, 0.72
    drawn = mixed(stretch(phase, begins, ends), between(phase, begins, ends), 0.5)
    away = between(phase, 0.88, 1.0)
    sheet.disc()
    sheet.floor(58)
    with sheet.at(28, 30, 4):
        sheet.fill(_PAGE, paints.paper)
        with sheet.faded(1 - away):
            _draw_line(sheet, drawn)
        tip, lift = _pencil_at(drawn, between(phase, ends, 0.82), away)
        with sheet.at(tip.x(), tip.y() - lift, 30 + 4 * wave(phase, 5) * (begins < phase < ends)):
            _pencil(sheet)
    _pot(sheet)


@cache
def _drawing() -> list[QPointF]:
    """Return the drawing as places, evenly apart."""
    return [_DRAWING.pointAtPercent(step / 180) for step in range(181)]


def _pencil_at(drawn: float, aside: float, away: float) -> tuple[QPointF, float]:
    """Return where the pencil's point is, and how high above the page: beside the drawing, once it is done."""
    line = _drawing()
    if not aside:
        return line[round((len(line) - 1) * drawn)], 0
    begins, ends, part = (_ASIDE, line[0], away) if away else (line[-1], _ASIDE, aside)
    return begins * (1 - part) + ends * part, 40 * part * (1 - part)


def _draw_line(sheet: Sheet, part: float) -> None:
    line = _drawing()[: round(180 * part) + 1]
    path = QPainterPath()
    path.addPolygon(QPolygonF(line))
    sheet.stroke(path, sheet.paints.dusk, 4)


def _pot(sheet: Sheet) -> None:
    paints = sheet.paints
    with sheet.at(-50, 62):
        with sheet.at(-8, -38, -10):
            sheet.line((0, 0, 0, -44), paints.wood, 7)
            sheet.fill(outline("M-6 -44 L6 -44 L7 -58 Q2 -72 0 -74 Q-6 -64 -7 -58 Z"), paints.clay)
        with sheet.at(8, -38, 9):
            sheet.block((-6, -52, 12, 56), paints.lamp, 2)
            for y in (-46, -38, -30, -22, -14):
                sheet.line((-6, y, -1, y), paints.wood_dark, 1.8)
        sheet.fill(_POT, paints.dusk_soft)
        sheet.line((-20, -40, 20, -40), paints.dusk, 5)


def _pencil(sheet: Sheet) -> None:
    """Draw a pencil whose point is at the origin."""
    paints = sheet.paints
    sheet.fill(outline("M0 0 L-6 -14 L6 -14 Z"), paints.wood)
    sheet.fill(outline("M0 0 L-2.4 -5.4 L2.4 -5.4 Z"), paints.ink)
    sheet.block((-6, -62, 12, 48), paints.sun)
    sheet.block((-6, -62, 4, 48), paints.clay_soft)
    sheet.block((-6, -67, 12, 6), paints.cloud)
    sheet.block((-6, -75, 12, 9), paints.clay, 4)


KEYS = MovingPicture(Kind.CRAFT, 4, 0.25, _keys)
TOOLS = MovingPicture(Kind.CRAFT, 6, 0.5, _tools, (-20, -70, 126, 150))
