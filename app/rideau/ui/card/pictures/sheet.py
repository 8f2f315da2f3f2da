# SPDX-License-Identifier: MIT
"""What are all moving pictures drawn with? One sheet: shapes in a space of its own, in the palette's paints."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from math import pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient, QTransform

from rideau.domain.tip import Kind
from rideau.ui.card.pictures.palette import Ground, PictureTokens

WIDTH, HEIGHT = 270, 280
"""What pictures are drawn for; 0, 0 is the middle of the disc, a little below the middle of the sheet."""
SINK = 10
DISC = 92
FLOOR = 62
"""Where things stand."""
LINE = 5
Box = tuple[float, float, float, float]
_FIGURES = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}
Ends = tuple[float, float, float, float]
WHOLE_DISC = (-94.0, -94.0, 188.0, 188.0)


class MovingPicture(NamedTuple):
    """Hold one picture: how long its loop takes, which moment of it says most, and how it is drawn."""

    kind: Kind
    """Which ground it stands on."""
    seconds: float
    still: float
    draw: "Callable[[Sheet, float], None]"
    moves: Box = WHOLE_DISC
    """What changes from one moment to another; nothing does around it."""

    def paint(self, painter: QPainter, rect: QRectF, phase: float, palette: PictureTokens) -> None:
        """Fill ``rect``, and nothing around it, with the picture as it is at ``phase``, of 1."""
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, colour_of(palette.ground(self.kind).back))
        size = _size_in(rect)
        painter.translate(rect.center().x(), rect.center().y() + SINK * size)
        painter.scale(size, size)
        reach = (rect.width() / size / 2 + 2, rect.height() / size / 2 + SINK + 2)
        self.draw(Sheet(painter, palette, palette.ground(self.kind), reach), phase % 1)
        painter.restore()

    def moving(self, rect: QRectF) -> QRectF:
        """Return which part of ``rect`` changes from one moment to another; whatever is around it may be left alone."""
        size = _size_in(rect)
        left, top, width, height = (measure * size for measure in self.moves)
        middle = rect.center()
        part = QRectF(middle.x() + left, middle.y() + SINK * size + top, width, height)
        return QRectF(part.toAlignedRect()).intersected(rect)


def _size_in(rect: QRectF) -> float:
    return min(rect.width() / WIDTH, rect.height() / HEIGHT)


class Look(NamedTuple):
    """Hold what decides how a sheet looks, wherever it is."""

    paints: PictureTokens
    ground: Ground
    reach: tuple[float, float]


class Sheet:
    """Draw shapes; every measure is in the picture's own units."""

    def __init__(self, painter: QPainter, paints: PictureTokens, ground: Ground, reach: tuple[float, float]) -> None:
        """Draw by ``painter``; ``reach`` is how far the sheet goes from the middle of the disc, at most."""
        self.painter = painter
        self.paints = paints
        self.ground = ground
        self._reach = reach

    def fill(self, path: QPainterPath, colour: str) -> None:
        """Fill ``path``."""
        self.painter.fillPath(path, _brush(colour))

    def stroke(self, path: QPainterPath, colour: str, width: float = LINE) -> None:
        """Draw the outline of ``path``, round at every corner."""
        self.painter.strokePath(path, _pen(colour, width))

    def shape(self, path: QPainterPath, inside: str, line: str, width: float = LINE) -> None:
        """Fill ``path`` and draw its outline."""
        self.painter.setPen(_pen(line, width))
        self.painter.setBrush(_brush(inside))
        self.painter.drawPath(path)

    def line(self, ends: Ends, colour: str, width: float = LINE) -> None:
        """Draw a line with round ends."""
        self.painter.setPen(_pen(colour, width))
        self.painter.drawLine(QPointF(ends[0], ends[1]), QPointF(ends[2], ends[3]))

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """Draw a filled circle."""
        self.oval((x, y, radius, radius), colour)

    def oval(self, box: Box, colour: str) -> None:
        """Draw a filled ellipse: its middle and its two radii."""
        self._fill_with(colour)
        self.painter.drawEllipse(QPointF(box[0], box[1]), box[2], box[3])

    def ring(self, box: Box, colour: str, width: float = LINE) -> None:
        """Draw the outline of an ellipse: its middle and its two radii."""
        self.painter.setPen(_pen(colour, width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawEllipse(QPointF(box[0], box[1]), box[2], box[3])

    def block(self, box: Box, colour: str, corner: float = 0) -> None:
        """Draw a filled box (left, top, width, height) with round corners."""
        self._fill_with(colour)
        self.painter.drawRoundedRect(QRectF(*box), corner, corner)

    def frame(self, box: Box, colour: str, corner: float, width: float = LINE) -> None:
        """Draw the outline of a box with round corners."""
        self.painter.setPen(_pen(colour, width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(QRectF(*box), corner, corner)

    @contextmanager
    def at(self, x: float, y: float, turn: float = 0, size: float = 1) -> "Iterator[None]":
        """Move the origin there, turned by degrees clockwise, and larger or smaller."""
        self.painter.save()
        self.painter.translate(x, y)
        self.painter.rotate(turn)
        self.painter.scale(size, size)
        yield
        self.painter.restore()

    @contextmanager
    def faded(self, part: float) -> "Iterator[None]":
        """Let only ``part`` of what is drawn be seen."""
        before = self.painter.opacity()
        self.painter.setOpacity(before * part)
        yield
        self.painter.setOpacity(before)

    @contextmanager
    def clipped(self, path: QPainterPath) -> "Iterator[None]":
        """Draw inside ``path`` only."""
        self.painter.save()
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        yield
        self.painter.restore()

    def disc(self, radius: float = DISC) -> None:
        """Draw the soft disc that things stand in front of."""
        self.dot(0, 0, radius, self.ground.disc)

    def disc_of(self, colour: str) -> None:
        """Draw the disc in a paint of its own: a sky."""
        self.dot(0, 0, DISC + 1, colour)

    def floor(self, y: float = FLOOR) -> None:
        """Shade the foot of the disc, for things to stand on."""
        self.fill(_foot(y), self.paints.shade)

    def shadow(self, x: float, y: float, width: float) -> None:
        """Draw the soft shadow below a thing."""
        self.oval((x, y, width, max(width * 0.09, 1.5)), self.paints.shade)

    @contextmanager
    def porthole(self, sky: str) -> "Iterator[None]":
        """Draw a landscape that is seen through the disc."""
        self.dot(0, 0, DISC, sky)
        yield
        self.still(Sheet.surround)

    def surround(self) -> None:
        """Hide what is outside of the disc."""
        self.fill(_around(*self._reach), self.ground.back)

    def still(self, draw: "Callable[[Sheet], None]") -> None:
        """Draw what is the same at every moment: where frames are kept, once, and copied into each."""
        painter = self.painter
        device = painter.device()
        if not isinstance(device, QPixmap):
            draw(self)
            return
        place = painter.worldTransform()
        look = Look(self.paints, self.ground, self._reach)
        layer = _layer(draw, look, (device.width(), device.height(), device.devicePixelRatioF()), _numbers(place))
        painter.resetTransform()
        painter.drawPixmap(0, 0, layer)
        painter.setWorldTransform(place)

    def glow(self, x: float, y: float, radius: float) -> None:
        """Let lamp light fall around a place."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        with self.at(x, y):
            self.painter.setBrush(_light(self.paints.glow, radius))
            self.painter.drawEllipse(QPointF(), radius, radius)

    def hanging_lamp(self, x: float, y: float, swing: float = 0) -> None:
        """Hang the one lit lamp from above the sheet; ``swing`` in degrees, ``y`` where its shade ends."""
        top = -self._reach[1]
        with self.at(x, top, swing):
            drop = y - top
            self.glow(0, drop, 58)
            self.line((0, 0, 0, drop - 20), self.ground.line, 2.5)
            self.dot(0, drop, 7, self.paints.lamp)
            with self.at(0, drop):
                self.fill(_LAMPSHADE, self.ground.line)

    def leaf(self, place: tuple[float, float], turn: float, length: float, colour: str) -> None:
        """Grow one leaf from ``place``: upright, turned by degrees."""
        with self.at(*place, turn, length / 20):
            self.fill(_LEAF, colour)

    def steam(self, x: float, y: float, phase: float) -> None:
        """Let two wisps rise from a warm cup."""
        for number, shift in enumerate((0.0, 0.5)):
            part = (phase + shift) % 1
            sway = 3 * sin(2 * pi * (phase + shift))
            with self.faded(0.75 * sin(pi * part)), self.at(x + 7 * number - 3.5 + sway * 0.5, y - 14 * part):
                self.stroke(_WISP, self.paints.cloud, 2.6)

    def _fill_with(self, colour: str) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(_brush(colour))


@lru_cache(maxsize=256)
def outline(steps: str) -> QPainterPath:
    """Return the path of ``steps``: M, L, Q, C and Z as in SVG, with blanks between, to places of the sheet."""
    path = QPainterPath()
    parts = iter(steps.split())
    for part in parts:
        step, figures = part[0], [float(each) for each in (part[1:],) if each]
        figures += [float(next(parts)) for _ in range(_FIGURES[step] - len(figures))]
        places = [QPointF(*figures[index : index + 2]) for index in range(0, len(figures), 2)]
        match step:
            case "M":
                path.moveTo(*places)
            case "L":
                path.lineTo(*places)
            case "Q":
                path.quadTo(*places)
            case "C":
                path.cubicTo(*places)
            case _:
                path.closeSubpath()
    return path


def around(path: QPainterPath, times: int) -> QPainterPath:
    """Return ``path`` so many times, turned around the origin: petals, rays."""
    whole = QPainterPath()
    for number in range(times):
        whole.addPath(QTransform().rotate(360 / times * number).map(path))
    return whole


@lru_cache(maxsize=128)
def colour_of(name: str) -> QColor:
    """Return a paint."""
    return QColor(name)


@lru_cache(maxsize=128)
def _brush(colour: str) -> QBrush:
    return QBrush(colour_of(colour))


@lru_cache(maxsize=128)
def _pen(colour: str, width: float) -> QPen:
    round_ends = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(_brush(colour), width, Qt.PenStyle.SolidLine, *round_ends)


@lru_cache(maxsize=16)
def _light(colour: str, radius: float) -> QBrush:
    light = QRadialGradient(QPointF(), radius)
    for place, strength in ((0.0, 0.85), (0.35, 0.42), (1.0, 0.0)):
        shade = QColor(colour)
        shade.setAlphaF(strength)
        light.setColorAt(place, shade)
    return QBrush(light)


def _numbers(place: QTransform) -> tuple[float, ...]:
    return place.m11(), place.m12(), place.m21(), place.m22(), place.dx(), place.dy()


@lru_cache(maxsize=8)
def _layer(
    draw: "Callable[[Sheet], None]", look: Look, size: tuple[int, int, float], place: tuple[float, ...]
) -> QPixmap:
    """Return what ``draw`` draws, on nothing."""
    made = QPixmap(*size[:2])
    made.setDevicePixelRatio(size[2])
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setWorldTransform(QTransform(*place))
    draw(Sheet(painter, *look))
    painter.end()
    return made


@lru_cache(maxsize=8)
def _foot(y: float) -> QPainterPath:
    whole, below = QPainterPath(), QPainterPath()
    whole.addEllipse(QPointF(), DISC, DISC)
    below.addRect(QRectF(-DISC, y, 2 * DISC, DISC))
    return whole.intersected(below)


@lru_cache(maxsize=4)
def _around(across: float, down: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-across, -down, 2 * across, 2 * down))
    path.addEllipse(QPointF(), DISC, DISC)
    return path


_LAMPSHADE = outline(
    "M-6 -22 L6 -22 Q9 -22 10 -19 Q13 -8 22 0 Q22 3 19 3 L-19 3 Q-22 3 -22 0 Q-13 -8 -10 -19 Q-9 -22 -6 -22 Z"
)
_LEAF = outline("M0 0 Q-9 -8 0 -20 Q9 -8 0 0 Z")
_WISP = outline("M0 0 Q-4 -5 0 -10 Q4 -15 0 -20")
