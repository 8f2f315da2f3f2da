# SPDX-License-Identifier: MIT
"""What may a phone do in the evening? Fall asleep over its own feed, or go into the drawer."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.cat import MOON
from rideau.ui.card.pictures.easing import between, mixed, swell, there_and_back, wave
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet, outline

_SCREEN = QPainterPath()
_SCREEN.addRoundedRect(QRectF(-34, -66, 68, 132), 8, 8)
_POST = 60


def _feed(sheet: Sheet, phase: float) -> None:
    asleep = there_and_back(phase, (0.4, 0.56), (0.88, 1.0))
    paints = sheet.paints
    sheet.disc()
    sheet.shadow(0, 82, 40)
    with sheet.at(0, 0, 5 * asleep + 1.2 * asleep * wave(phase, 2)):
        sheet.block((-41, -77, 82, 154), sheet.ground.line, 15)
        with sheet.clipped(_SCREEN):
            if asleep < 1:
                _posts(sheet, phase)
            with sheet.faded(asleep):
                sheet.block((-34, -66, 68, 132), paints.night)
                _asleep(sheet, phase, asleep)
        sheet.line((-8, 71.5, 8, 71.5), sheet.ground.disc, 2.5)


def _posts(sheet: Sheet, phase: float) -> None:
    sheet.block((-34, -66, 68, 132), sheet.paints.paper)
    gone = _POST * (between(phase, 0.02, 0.18) + between(phase, 0.2, 0.42))
    for number in range(5):
        _post(sheet, -62 + number * _POST - gone, number)


def _post(sheet: Sheet, top: float, number: int) -> None:
    """Draw one of the posts; after two the same comes round again, as feeds do."""
    paints = sheet.paints
    inks = ((paints.clay_soft, paints.leaf_soft), (paints.water, paints.dusk_soft))[number % 2]
    sheet.dot(-23, top + 8, 5, inks[0])
    sheet.line((-13, top + 8, 8 + 10 * (number % 2), top + 8), paints.shade, 4)
    sheet.block((-28, top + 17, 56, 28), inks[1], 6)
    sheet.line((-26, top + 51, 14 - 12 * (number % 2), top + 51), paints.shade, 4)


def _asleep(sheet: Sheet, phase: float, asleep: float) -> None:
    with sheet.at(14, mixed(-14, -36, asleep), 0, 0.7):
        sheet.fill(MOON, sheet.paints.lamp)
    lift = 1.5 * swell(phase, 2)
    with sheet.at(0, 8 + lift):
        sheet.stroke(outline("M-20 0 Q-13 7 -6 0 M6 0 Q13 7 20 0"), sheet.paints.glow, 3.4)
        sheet.stroke(outline("M-4 16 Q0 20 4 16"), sheet.paints.glow, 3)


def _drawer(sheet: Sheet, phase: float) -> None:
    """Open the drawer, let the phone down into it, close it; then look at the lamp for a while."""
    paints = sheet.paints
    out = between(phase, 0.02, 0.16) - between(phase, 0.44, 0.62)
    down = between(phase, 0.16, 0.42)
    back = between(phase, 0.9, 1.0)
    sheet.disc()
    sheet.glow(44, -40, 56)
    night = there_and_back(phase, (0.56, 0.68), (0.84, 0.94))
    with sheet.faded(night), sheet.at(-14, -44 - 6 * night):
        sheet.fill(MOON, paints.lamp)
    _chest(sheet)
    if out > 0:
        with sheet.at(0, 4 + 10 * out):
            sheet.block((-60, -15 * out, 120, 15 * out + 4), paints.night, 3)
    with sheet.clipped(_above(4 + 10 * out)):
        for seen, drop in ((1.0 - between(phase, 0.42, 0.46), 74 * down), (back, 0.0)):
            if seen > 0:
                _phone(sheet, seen, -56 + drop)
    with sheet.at(0, 4 + 10 * out, 0, 1 + 0.05 * out):
        sheet.block((-63, 0, 126, 30), paints.wood, 6)
        sheet.dot(0, 15, 5, paints.lamp)
    _on_top(sheet, phase)


def _above(y: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-90, -140, 180, 140 + y))
    return path


def _chest(sheet: Sheet) -> None:
    paints = sheet.paints
    sheet.shadow(0, 84, 72)
    for x in (-58, 48):
        sheet.block((x, 66, 10, 18), paints.wood_dark, 3)
    sheet.block((-70, -10, 140, 84), paints.wood_dark, 8)
    sheet.block((-63, 40, 126, 28), paints.wood, 6)
    sheet.dot(0, 54, 5, paints.lamp)


def _phone(sheet: Sheet, seen: float, y: float) -> None:
    with sheet.faded(seen), sheet.at(-14, y):
        sheet.block((-15, -28, 30, 56), sheet.paints.ink, 6)
        sheet.block((-11.5, -23, 23, 45), sheet.paints.water, 3)
        sheet.stroke(outline("M-7.5 -4 Q-5 -1 -2.5 -4 M2.5 -4 Q5 -1 7.5 -4 M-2 4 Q0 6 2 4"), sheet.paints.ink, 2)


def _on_top(sheet: Sheet, phase: float) -> None:
    """Stand a lamp on the chest."""
    del phase
    paints = sheet.paints
    sheet.line((44, -12, 44, -36), sheet.ground.line, 3.5)
    sheet.line((34, -11, 54, -11), sheet.ground.line, 4)
    sheet.dot(44, -36, 7, paints.lamp)
    sheet.fill(outline("M35 -58 L53 -58 L62 -36 Q62 -34 60 -34 L28 -34 Q26 -34 26 -36 Z"), sheet.ground.line)


FEED = MovingPicture(Kind.CLOSE, 6, 0.7, _feed, (-54, -86, 108, 172))
DRAWER = MovingPicture(Kind.CLOSE, 6, 0.3, _drawer, (-68, -88, 136, 136))
